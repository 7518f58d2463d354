//! How many do what already, and how many will.

use super::Origin;
use super::records::origin;
use crate::build::fields::{Fields, Range};

/// Whether national scenarios assume a behaviour already.
pub const IN_SCENARIO: &[&str] = &["yes", "partly", "no"];
/// The numbers of provinces that the share of those who can may follow.
pub const FOLLOWED: &[&str] = &[
    "nothing",
    "cars",
    "air_conditioners",
    "cities",
    "villages",
    "northern_villages",
    "district_heat",
    "winter",
    "spending",
];
/// The rows whose spread in the scenarios takes away what others save.
pub const FADING: &[&str] = &["nothing", "ev_stock"];
/// The row that says how fast a campaign works; it belongs to no action.
pub const CAMPAIGN: &str = "campaign";

/// The adoption of a behaviour: a logistic with a known start, of new sales where something has a life.
pub struct Adoption {
    pub origin: Origin,
    pub id: String,
    pub share_of: String,
    pub eligible: Range,
    pub follows: String,
    pub start: f64,
    pub start_year: u16,
    pub ceiling: Range,
    pub rate: Range,
    pub middle: Range,
    pub life: Range,
    pub rebound: Range,
    pub in_scenario: String,
    pub fades_with: String,
}

pub(super) fn adoption(fields: &mut Fields<'_>) -> Adoption {
    let row = Adoption {
        origin: origin(fields),
        id: fields.id("id"),
        share_of: fields.text("share_of"),
        eligible: fields.share("eligible", "eligible_low", "eligible_high"),
        follows: fields.word("follows", FOLLOWED),
        start: fields.number("a0"),
        start_year: fields.year("a0_year"),
        ceiling: fields.share("k", "k_low", "k_high"),
        rate: fields.range("r", "r_low", "r_high"),
        middle: fields.range("t0", "t0_low", "t0_high"),
        life: fields.range("life", "life_low", "life_high"),
        rebound: fields.share("rebound", "rebound_low", "rebound_high"),
        in_scenario: fields.word("in_scenario", IN_SCENARIO),
        fades_with: fields.word("fades_with", FADING),
    };
    if row.start < 0.0 {
        fields.problem("a0", "a share is not below 0");
    }
    if row.start > row.ceiling.low {
        let reason = format!("{} is below a0 {}", row.ceiling.low, row.start);
        fields.problem("k_low", reason);
    }
    if row.rate.low <= 0.0 {
        fields.problem("r_low", "a rate is above 0");
    }
    if row.life.low < 0.0 {
        fields.problem("life_low", "a life is not below 0");
    }
    if row.life.low == 0.0 && row.life.high > 0.0 {
        fields.problem("life_low", "0 in all three for what is no durable");
    }
    if row.start_year > 2025 {
        fields.problem("a0_year", "not after 2025, where scenarios begin");
    }
    if !row.origin.sources.iter().any(|source| source == "S_JUDGE") {
        fields.problem("source_id", "an assumption cites S_JUDGE");
    }
    if row.origin.status == "published" {
        fields.problem("status", "an assumption is derived or unverified");
    }
    row
}

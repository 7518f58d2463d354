//! Published totals that the model's own totals are held against.

use super::{Province, SourceId, Status, TotalQuantity, Unit};

/// A published total of the nation or a province, and how far the model may be from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublishedTotal {
    /// The id in the table.
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// What it is a total of.
    pub quantity: TotalQuantity,
    /// The province; none for the nation.
    pub province: Option<Province>,
    /// The published value.
    pub value: f64,
    /// Its unit.
    pub unit: Unit,
    /// Its year.
    pub year: u16,
    /// Whether the model takes its amount from this total, so that agreement proves little.
    pub circular: bool,
    /// The lowest ratio of the model to the published total that the test allows.
    pub ratio_low: f64,
    /// The highest.
    pub ratio_high: f64,
    /// Why the two differ, or agree, in Chinese.
    pub why_zh: &'static str,
    /// Why the two differ, or agree, in English.
    pub why_en: &'static str,
    /// How the value came about.
    pub note: &'static str,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

impl PublishedTotal {
    /// `CN`, or the code of the province.
    pub fn region(&self) -> &'static str {
        self.province.map_or("CN", Province::code)
    }
}

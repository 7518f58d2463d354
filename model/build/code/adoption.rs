//! The table of adoption.

use super::shapes::{array, band, camel, origin};
use crate::build::tables::Tables;

pub(super) fn write(tables: &Tables) -> String {
    let rows = tables.adoption.iter().map(|row| {
        format!(
            "Adoption {{ id: {:?}, eligible: {}, follows: Follows::{}, start: {:?}, start_year: {}, \
             ceiling: {}, rate: {}, middle: {}, life: {}, rebound: {}, in_scenario: InScenario::{}, \
             fades_with: {:?} }}",
            row.id,
            band(&row.eligible),
            camel(&row.follows),
            row.start,
            row.start_year,
            band(&row.ceiling),
            band(&row.rate),
            band(&row.middle),
            band(&row.life),
            band(&row.rebound),
            camel(&row.in_scenario),
            Some(&row.fades_with).filter(|row| *row != "nothing")
        )
    });
    let facts = tables.adoption.iter().map(|row| {
        format!(
            "AdoptionFacts {{ share_of: {:?}, note: {:?}, {} }}",
            row.share_of,
            row.origin.note,
            origin(tables, &row.origin)
        )
    });
    array(
        "How many do what already, and how many will: assumptions.",
        "ADOPTION",
        "Adoption",
        &rows.collect::<Vec<_>>(),
    ) + &array(
        "What else the table says of them.",
        "ADOPTION_FACTS",
        "AdoptionFacts",
        &facts.collect::<Vec<_>>(),
    )
}

//! Where published values contradict each other, and what the model takes.

use maud::{Markup, html};
use tanlu_model::rows::{RowId, id};

use crate::show::{exact, head, range, row_link, table, unit};
use crate::words::Words;

/// What the sources disagree about, and the rows that stand in the model for it. The words are in
/// `locales/pages`; what was chosen is printed from the rows themselves.
const CONFLICTS: &[(&str, &[RowId])] = &[
    ("district_heat", &[id::HEAT_M2_BEST]),
    ("metro", &[id::METRO]),
    ("eggs", &[id::REC_EGG]),
    ("beef", &[id::REC_BEEF]),
    ("pork_poultry", &[id::REC_PORK, id::REC_POULTRY]),
    ("fish", &[id::REC_FISH]),
    ("rice", &[id::REC_RICE]),
    ("petrol", &[id::PETROL_DIRECT_L]),
    ("hotels", &[id::HOTEL_NIGHT]),
    ("fleet_fuel", &[id::L100_PETROL_COMPACT]),
];

/// The table of conflicts.
pub fn conflicts(words: &Words) -> Markup {
    let columns = ["quantity", "values", "chosen", "reason"];
    table(
        "table-conflicts",
        words.text("methods.conflicts.caption"),
        &html! {
            (head(&columns.map(|column| words.of("conflict_column", column))))
            tbody {
                @for (name, rows) in CONFLICTS {
                    @let word = |of: &str| words.text(&format!("conflict.{name}.{of}"));
                    tr {
                        th scope="row" { (word("quantity")) }
                        td { (word("values")) }
                        td { ul { @for row in *rows { li { (chosen(words, *row)) } } } }
                        td { (word("reason")) }
                    }
                }
            }
        },
    )
}

fn chosen(words: &Words, id: RowId) -> Markup {
    let row = id.row();
    html! {
        b { (exact(row.value)) } " (" (range(row.band())) ") " (unit(words, row.unit)) br;
        (row_link(words.lang, id))
    }
}

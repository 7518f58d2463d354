//! A change that moves a persona's result shows as a reviewed difference in `personas/totals.csv`,
//! in `personas/bands.csv`, or in `personas/years.csv` for the years after the base year.
//! `TANLU_UPDATE=1 cargo test -p tanlu-model --test snapshot` writes them anew.
#![allow(clippy::panic)]

mod personas;

fn compare(file: &str, totals: &str, reviewed: &str) {
    if std::env::var_os("TANLU_UPDATE").is_some() {
        let path = format!("{}/tests/personas/{file}", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(&path, totals).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    assert_eq!(totals, reviewed);
}

#[test]
fn personas_have_their_reviewed_totals() {
    compare("totals.csv", &personas::totals(), personas::SNAPSHOT);
}

#[test]
fn personas_have_their_reviewed_totals_in_other_years() {
    let totals = personas::totals_in_years();
    compare("years.csv", &totals, personas::SNAPSHOT_IN_YEARS);
}

#[test]
fn personas_have_their_reviewed_bands() {
    compare("bands.csv", &personas::bands(), personas::SNAPSHOT_OF_BANDS);
}

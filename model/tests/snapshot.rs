//! A change that moves a persona's result shows as a reviewed difference in `personas/totals.csv`.
//! `TANLU_UPDATE=1 cargo test -p tanlu-model --test snapshot` writes it anew.
#![allow(clippy::panic)]

mod personas;

#[test]
fn personas_have_their_reviewed_totals() {
    let totals = personas::totals();
    if std::env::var_os("TANLU_UPDATE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/personas/totals.csv");
        std::fs::write(path, &totals).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    assert_eq!(totals, personas::SNAPSHOT);
}

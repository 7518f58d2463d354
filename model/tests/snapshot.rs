//! A change that moves a persona's result shows as a reviewed difference in `personas/totals.csv`,
//! in `personas/bands.csv`, or in `personas/years.csv` for the years after the base year.
//! What each action saves each of them stands in `docs/actions.md`, a digest of the results of each version
//! of the model in `personas/versions.csv`.
//! `TANLU_UPDATE=1 cargo test -p tanlu-model --test snapshot` writes them anew.
#![allow(clippy::panic)]

mod personas;

use tanlu_model::MODEL_VERSION;

fn compare(file: &str, totals: &str, reviewed: &str) {
    compare_at(&format!("tests/personas/{file}"), totals, reviewed);
}

fn compare_at(path: &str, totals: &str, reviewed: &str) {
    if std::env::var_os("TANLU_UPDATE").is_some() {
        let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
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

/// A result that changes asks for a new version. `TANLU_UPDATE` writes the line of a version that has
/// none yet, and never another one for the same version. (A version that was never released may lose its
/// line by hand.)
#[test]
fn results_change_only_with_the_version_of_the_model() {
    let digest = personas::digest();
    let mut lines = personas::VERSIONS.lines().skip(1);
    let written = lines.find_map(|line| line.strip_prefix(MODEL_VERSION)?.strip_prefix(','));
    match written {
        Some(known) => assert_eq!(
            digest, known,
            "results of the personas changed, but the model is still {MODEL_VERSION}: give it a new version in \
             `model/src/lib.rs`, say in `locales/pages` what changed, and write the line of the new version with \
             TANLU_UPDATE=1"
        ),
        None => {
            let known = personas::VERSIONS;
            let text = format!("{known}{MODEL_VERSION},{digest}\n");
            compare("versions.csv", &text, known);
        }
    }
}

#[test]
fn personas_have_their_reviewed_bands() {
    compare("bands.csv", &personas::bands(), personas::SNAPSHOT_OF_BANDS);
}

#[test]
fn actions_save_the_personas_what_the_document_says() {
    let reviewed = include_str!("../../docs/actions.md");
    compare_at("../docs/actions.md", &personas::actions(), reviewed);
}

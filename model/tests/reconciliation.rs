//! The population against published totals.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic)]

use std::fmt::Write;
use std::sync::OnceLock;

use tanlu_model::Factors;
use tanlu_model::choice::Settlements;
use tanlu_model::population::Averages;
use tanlu_model::reconciliation::{Comparison, reconcile};
use tanlu_model::rows::TotalQuantity;

fn comparisons() -> &'static [Comparison] {
    static COMPUTED: OnceLock<Vec<Comparison>> = OnceLock::new();
    COMPUTED.get_or_init(|| reconcile(&Factors::central()))
}

/// A ratio outside its range is a fault of the model or of the table: find out which before
/// widening the range in `data/published_totals.csv`.
#[test]
fn every_ratio_lies_in_its_stated_range() {
    let outside = comparisons().iter().filter(|compared| !compared.within());
    let outside: Vec<String> = outside
        .map(|compared| {
            let (published, ratio) = (compared.published, compared.ratio());
            let (low, high) = (published.ratio_low, published.ratio_high);
            format!(
                "{}: {ratio:.3} is not within {low} and {high}",
                published.id
            )
        })
        .collect();
    assert!(outside.is_empty(), "{}", outside.join("\n"));
}

/// A change that moves a ratio shows as a reviewed difference;
/// `TANLU_UPDATE=1 cargo test -p tanlu-model --test reconciliation` writes them anew.
#[test]
fn the_ratios_are_the_reviewed_ones() {
    let mut table = "id,published,model,ratio\n".to_owned();
    for compared in comparisons() {
        let (published, model) = (compared.published, compared.model);
        let ratio = compared.ratio();
        let (id, value) = (published.id, published.value);
        let _ = writeln!(table, "{id},{value},{model:.3},{ratio:.3}");
    }
    if std::env::var_os("TANLU_UPDATE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reconciliation.csv");
        std::fs::write(path, table).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    assert_eq!(table, include_str!("reconciliation.csv"));
}

/// The nation is the sum of its provinces, and the people are those of the averages.
#[test]
fn the_provinces_sum_to_the_nation() {
    let electricity = |nation: bool| -> f64 {
        let of = comparisons().iter().filter(|compared| {
            let published = compared.published;
            published.quantity == TotalQuantity::Electricity
                && published.province.is_none() == nation
        });
        of.map(|compared| compared.model).sum()
    };
    let (nation, provinces) = (electricity(true), electricity(false));
    assert!((nation - provinces).abs() < 1e-9 * nation);
    let people = Averages::compute(&Factors::central())
        .of(None, Settlements::All)
        .people
        * 1e4;
    let spent = comparisons()
        .iter()
        .find(|compared| compared.published.quantity == TotalQuantity::Spending);
    let per_person = spent.map(|compared| compared.model * 1e12 / people);
    assert!(per_person.is_some_and(|yuan| (27_000.0..29_500.0).contains(&yuan)));
}

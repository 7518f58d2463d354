//! Every row of the tables has its use: it changes a result, and a factor does so on one route only.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tanlu_model::choice::{CarKind, CarSize, Choice};
use tanlu_model::priors::prior;
use tanlu_model::rows::{ProvinceQuantity, RowId, SHARE_GROUPS, id};
use tanlu_model::samples::{every_item, varied_answers};
use tanlu_model::year::{DEFAULT_SCENARIO, YEARS, YearIndex};
use tanlu_model::{
    Answer, Answers, Factors, Footprint, Household, Line, LineId, QuestionId, footprint,
};

fn result(answers: &Answers, factors: &Factors) -> Footprint {
    footprint(&Household::resolve(answers, factors), factors)
}

/// kg of every line by gas, as bits.
type Kilograms = Vec<(LineId, [u64; 3])>;

fn kilograms(lines: &[Line]) -> Kilograms {
    let bits = |line: &Line| [line.kg, line.kg_co2, line.kg_co2_territorial].map(f64::to_bits);
    lines.iter().map(|line| (line.id, bits(line))).collect()
}

fn in_base_year(answers: &Answers, factors: &Factors) -> Kilograms {
    kilograms(&result(answers, factors).lines)
}

fn in_last_year(answers: &Answers, factors: &Factors) -> Kilograms {
    let index = YearIndex::new(*YEARS.end(), DEFAULT_SCENARIO, factors).unwrap();
    kilograms(&result(answers, factors).lines_in_year(&index, factors))
}

/// The rows of which another value changes no result of any household.
fn without_effect(
    rows: impl Iterator<Item = RowId>,
    kilograms: fn(&Answers, &Factors) -> Kilograms,
) -> Vec<RowId> {
    let central = Factors::central();
    let before: Vec<_> = varied_answers()
        .into_iter()
        .map(|answers| (kilograms(&answers, &central), answers))
        .collect();
    rows.filter(|row| {
        let changed = Factors::central().with(*row, 3.0 * row.value() + 1.0);
        !before
            .iter()
            .any(|(before, answers)| kilograms(answers, &changed) != *before)
    })
    .collect()
}

/// A row that changes neither the base year nor a later one, nor a prior, is used by nothing.
#[test]
fn every_row_changes_a_result() {
    let questions = QuestionId::ALL.iter();
    let of_priors: BTreeSet<RowId> = questions
        .flat_map(|question| prior(*question).rows())
        .chain([id::SPREAD_SPENDING])
        .collect();
    let of_results = RowId::all().filter(|row| !row.row().of_costs());
    let of_later_years = without_effect(of_results, in_base_year);
    let rest = of_later_years.into_iter();
    let rest = rest.filter(|row| !of_priors.contains(row));
    let unused = without_effect(rest, in_last_year);
    let ids: Vec<&str> = unused.iter().map(|row| row.row().id).collect();
    assert!(ids.is_empty(), "these change no result: {ids:?}");
}

/// Rows of costs price what actions and measures change: they need not change a result, and must not.
#[test]
fn rows_of_costs_change_no_result() {
    let of_costs = || RowId::all().filter(|row| row.row().of_costs());
    assert!(of_costs().count() > 0);
    let unused = without_effect(of_costs(), in_base_year);
    let unused = without_effect(unused.into_iter(), in_last_year);
    let used: Vec<&str> = of_costs()
        .filter(|row| !unused.contains(row))
        .map(|row| row.row().id)
        .collect();
    assert!(used.is_empty(), "these change a result: {used:?}");
}

/// The price of a line is in yuan for each unit of its quantity, so that the two multiply.
#[test]
fn a_price_named_after_a_line_is_in_its_unit() {
    for line in LineId::ALL {
        let price = RowId::from_id(&format!("price_{}", line.id()));
        if let Some(row) = price.map(RowId::row) {
            assert_eq!(
                row.unit.symbol(),
                format!("CNY/{}", line.unit()),
                "{}",
                row.id
            );
        }
    }
}

/// The consumption that a line belongs to: the meter and each fuel are one whole, split by use.
fn route(line: LineId) -> &'static str {
    let whole = [
        ("electricity", "meter"),
        ("car_charging", "meter"),
        ("ebike_charging", "meter"),
        ("gas", "piped gas"),
        ("lpg", "bottled gas"),
        ("coal", "coal"),
        ("biomass", "biomass"),
    ];
    let found = whole
        .iter()
        .find(|(stem, _)| line.id().starts_with(&format!("{stem}_")) || line.id() == *stem);
    found.map_or(line.id(), |(_, route)| route)
}

/// Nothing is counted twice: a factor multiplies the quantity of one consumption only.
#[test]
fn a_factor_is_used_on_one_route() {
    let central = Factors::central();
    let mut routes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for answers in varied_answers() {
        for line in result(&answers, &central).lines {
            for part in line.parts {
                let of_row = routes.entry(part.factor.row().id).or_default();
                of_row.insert(route(line.id));
            }
        }
    }
    for (row, routes) in routes {
        assert_eq!(routes.len(), 1, "{row}: {routes:?}");
    }
}

/// Every car of the tables is among the households tried.
#[test]
fn every_item_is_tried() {
    let Answer::List(cars) = every_item(QuestionId::Cars) else {
        panic!("no list");
    };
    assert!(cars.len() >= CarKind::ALL.len() * CarSize::ALL.len());
}

/// The code of the calculation, without what reads the tables.
fn code() -> String {
    fn add(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("rows") && !path.ends_with("bin") {
                add(&path, text);
            } else if path.extension().is_some_and(|kind| kind == "rs")
                && !path.ends_with("rows.rs")
            {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut text = String::new();
    add(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut text,
    );
    text
}

#[test]
fn every_statistic_of_provinces_is_used() {
    let code = code();
    for of in &ProvinceQuantity::ALL {
        let used = code.contains(&format!("ProvinceQuantity::{of:?}"));
        assert!(used, "{}", of.name());
    }
}

#[test]
fn every_group_of_shares_is_used() {
    let code = code();
    for group in SHARE_GROUPS.into_iter().flatten() {
        let named = format!("share::{}", group.question.to_uppercase());
        let used = QuestionId::from_id(group.question).is_some() || code.contains(&named);
        assert!(used, "{}", group.question);
    }
}

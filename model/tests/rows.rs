//! Every row of the tables has its use: it changes a result, and a factor does so on one route only.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tanlu_model::choice::{CarKind, CarSize, Choice};
use tanlu_model::priors::prior;
use tanlu_model::question::FieldKind;
use tanlu_model::rows::{Province, ProvinceQuantity, RowId, SHARE_GROUPS, id};
use tanlu_model::year::{DEFAULT_SCENARIO, YEARS, YearIndex};
use tanlu_model::{
    Answer, Answers, Factors, Footprint, Household, Item, Kind, Line, LineId, QuestionId, file,
    footprint,
};

/// Homes whose other answers are then varied one at a time.
const HOMES: &[&str] = &[
    r#"{"province": "CN-HL", "settlement": "village", "members": 4, "heating": "coal_stove",
        "cooking": "biomass", "motorcycles": 1}"#,
    r#"{"province": "CN-SD", "settlement": "city", "members": 3, "heating": "district"}"#,
    r#"{"province": "CN-GD", "settlement": "town", "members": 2, "heating": "heat_pump",
        "cooking": "lpg", "water_heating": "lpg", "air_conditioners": 2}"#,
    r#"{"province": "CN-JS", "settlement": "city", "members": 5, "heating": "biomass_kang",
        "cooking": "coal", "water_heating": "solar", "dogs": 1, "cats": 1}"#,
    r#"{"province": "CN-BJ", "members": 3, "heating": "gas_boiler", "cooking": "electric",
        "water_heating": "heat_pump"}"#,
];

fn read(answers: &str) -> Answers {
    let text = format!("{{\"format\": 1, \"answers\": {answers}}}");
    file::read(&text).unwrap().answers
}

fn with(answers: &Answers, question: QuestionId, answer: Answer) -> Answers {
    let mut changed = answers.clone();
    changed.set(question, answer);
    changed
}

/// A list with one item for each option of each choice among its fields, and for each further unit.
fn every_item(question: QuestionId) -> Answer {
    let Kind::List { fields, .. } = question.kind() else {
        panic!("{} is no list", question.id());
    };
    let mut items = vec![Item::default()];
    for field in fields {
        if let FieldKind::Choice(options) = field.kind {
            items = items
                .iter()
                .flat_map(|item| options.iter().map(move |option| (item, option)))
                .map(|(item, option)| {
                    let mut item = item.clone();
                    item.fields.insert(field.id, Answer::Choice(option));
                    item
                })
                .collect();
        }
    }
    for field in fields {
        if let FieldKind::Number(kind) = field.kind {
            // the default unit would replace what the tables say of the item
            items.extend(kind.units.iter().skip(1).map(|choice| {
                let mut item = Item::default();
                let (value, unit) = (2.0, choice.unit);
                item.fields.insert(field.id, Answer::Number { value, unit });
                item
            }));
        }
    }
    Answer::List(items)
}

/// Every number answered in the unit at this place among the question's units.
fn every_number(answers: &Answers, at: usize) -> Answers {
    let mut answered = answers.clone();
    for &question in QuestionId::ALL {
        if let Kind::Number(kind) = question.kind()
            && let Some(choice) = kind.units.get(at)
        {
            let value = if at == 0 { kind.low.max(2.0) } else { 2.0 };
            let unit = choice.unit;
            answered.set(question, Answer::Number { value, unit });
        }
    }
    answered
}

/// Each home with nothing else answered, with every list full, with every number in each of its
/// units, and with every option of every choice; one of them in every province at that.
fn varied_answers() -> Vec<Answers> {
    let mut all = Vec::new();
    for home in HOMES.iter().map(|home| read(home)) {
        let full = with(&home, QuestionId::Cars, every_item(QuestionId::Cars));
        let full = with(&full, QuestionId::Flights, every_item(QuestionId::Flights));
        all.extend((0..4).map(|at| every_number(&full, at)));
        all.push(full);
        for &question in QuestionId::ALL {
            if let Kind::Choice(options) = question.kind() {
                let choices = options.iter().map(|option| Answer::Choice(option));
                all.extend(choices.map(|choice| with(&home, question, choice)));
            }
        }
        all.push(home);
    }
    let anywhere = read(HOMES[0]);
    for province in Province::all() {
        let home = with(
            &anywhere,
            QuestionId::Province,
            Answer::Choice(province.code()),
        );
        all.extend((1..4).map(|at| every_number(&home, at)));
    }
    all
}

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
    let of_later_years = without_effect(RowId::all(), in_base_year);
    let rest = of_later_years.into_iter();
    let rest = rest.filter(|row| !of_priors.contains(row));
    let unused = without_effect(rest, in_last_year);
    let ids: Vec<&str> = unused.iter().map(|row| row.row().id).collect();
    assert!(ids.is_empty(), "these change no result: {ids:?}");
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

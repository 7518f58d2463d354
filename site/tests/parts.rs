//! The parts that the pages are made of: contact, escaping, formulas, uses, words.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use common::root;
use tanlu_model::footprint::{Gas, Operand, Operation, Origin};
use tanlu_model::rows::{ACTION_FACTS, EFFORT_LEVELS, Listed, RowId, Unit, id};
use tanlu_model::uncertainty::{self, InBaseYear, Quantiles};
use tanlu_model::{Answers, Domain, LineId, QuestionId, file};
use tanlu_site::contact::Contact;
use tanlu_site::forms::{Form, Reading, row};
use tanlu_site::lang::Lang;
use tanlu_site::methods::Model;
use tanlu_site::narrowing::Narrowing;
use tanlu_site::personas::{self, Bands};
use tanlu_site::show::{by_the_billion, exact, four_digits, percent, told, unit};
use tanlu_site::words::Words;

static MODEL: LazyLock<Model> = LazyLock::new(Model::compute);

fn shown(contact: &Contact) -> [String; 2] {
    let words = Words::both(root()).unwrap();
    words.map(|words| contact.show(&words).into_string())
}

#[test]
fn without_a_contact_the_page_says_so() {
    let [zh, en] = shown(&Contact::default());
    assert!(zh.contains("没有留下联系方式"), "{zh}");
    assert!(en.contains("has given no contact"), "{en}");
    assert!(!en.contains("href"), "{en}");
}

#[test]
fn the_contact_that_ships_is_empty() {
    assert_eq!(Contact::read(root()).unwrap(), Contact::default());
}

#[test]
fn a_contact_is_linked_where_it_can_be() {
    let of = |contact: &str| {
        let text = format!(
            "operator_zh = '某市生态环境局'\noperator_en = 'A city'\ncontact = '{contact}'"
        );
        shown(&Contact::parse(&text).unwrap())
    };
    let [zh, en] = of("a@b.example");
    assert!(
        zh.contains("某市生态环境局") && zh.contains("href=\"mailto:a@b.example\""),
        "{zh}"
    );
    assert!(en.contains("A city") && !en.contains("no contact"), "{en}");
    assert!(of("https://b.example/x")[1].contains("href=\"https://b.example/x\""));
    assert!(!of("010-1234")[1].contains("href"));
    assert!(!of("javascript:alert(1)")[1].contains("href"));
}

#[test]
fn a_contact_file_with_what_nobody_reads_is_refused() {
    assert!(Contact::parse("kontakt = 'x'").is_err());
    assert!(Contact::parse("contact = 1").is_err());
}

#[test]
fn what_a_deployer_writes_is_escaped() {
    let contact = Contact {
        operator_zh: "<b>甲</b>".to_owned(),
        operator_en: "R&D <script>".to_owned(),
        contact: "\"><img src=x>".to_owned(),
    };
    let [zh, en] = shown(&contact);
    assert!(zh.contains("&lt;b&gt;甲") && !zh.contains("<b>"), "{zh}");
    assert!(
        en.contains("R&amp;D &lt;script&gt;") && !en.contains("<img"),
        "{en}"
    );
}

#[test]
fn a_word_that_is_missing_or_unused_is_named() {
    let [words, _] = Words::both(root()).unwrap();
    let _ = words.of("boundary", "cradle to nowhere");
    let _ = words.fill("contact.reach", &[]);
    let faults = words.faults();
    for fault in [
        "zh-CN: boundary.cradle to nowhere: missing",
        "zh-CN: contact.reach: nothing fills {contact}: missing",
        "zh-CN: boundary.operation: unused",
    ] {
        assert!(faults.iter().any(|found| found == fault), "{fault}");
    }
    assert!(
        !faults
            .iter()
            .any(|fault| fault.starts_with("zh-CN: contact.reach: unused"))
    );
}

#[test]
fn every_line_has_its_formula_and_factors() {
    let model = &*MODEL;
    assert_eq!(model.forms.len(), LineId::ALL.len());
    for line in &model.forms {
        assert!(
            !line.forms.is_empty() && !line.factors.is_empty(),
            "{}",
            line.line.id()
        );
        assert!(
            line.forms.iter().all(|form| !form.products.is_empty()),
            "{}",
            line.line.id()
        );
    }
}

#[test]
fn a_formula_names_every_option_that_may_stand_in_it() {
    let model = &*MODEL;
    let of = |line: LineId| model.forms.iter().find(|forms| forms.line == line).unwrap();
    let ages = [
        id::HEAT_AGE_BEFORE_1990,
        id::HEAT_AGE_1990_2009,
        id::HEAT_AGE_2010_LATER,
    ];
    for line in [
        LineId::ElectricityHeating,
        LineId::GasHeating,
        LineId::CoalHeating,
        LineId::BiomassHeating,
    ] {
        let forms = &of(line).forms;
        // the north and the south; of electricity also where the estimates exceed the meter
        let expected = match line {
            LineId::ElectricityHeating => 4,
            _ => 2,
        };
        assert_eq!(forms.len(), expected, "{}", line.id());
        let rows = |form: &Form| -> BTreeSet<RowId> {
            let steps = form.products.iter().flatten();
            steps.flat_map(|step| &step.terms).filter_map(row).collect()
        };
        // what all of a line's forms name, where there are so many that not every household meets each
        let named: Vec<BTreeSet<RowId>> = match line {
            LineId::ElectricityHeating => vec![forms.iter().flat_map(rows).collect()],
            _ => forms.iter().map(rows).collect(),
        };
        for rows in named {
            assert!(
                ages.iter().all(|age| rows.contains(age)),
                "{}: {rows:?}",
                line.id()
            );
        }
    }
    // you, the other adults, the children
    assert_eq!(of(LineId::Rice).forms.len(), 1);
    assert_eq!(of(LineId::Rice).forms[0].products.len(), 3);
    assert_eq!(of(LineId::CarManufacture).factors[0].scale, 1000.0);
    // who is in a car, and where it charges, is a part that follows from the answer
    for (line, field, reading) in [
        (LineId::CarPetrol, "km", Reading::Itself),
        (LineId::CarPetrol, "fuel_use", Reading::Itself),
        (LineId::CarPetrol, "occupancy", Reading::Follows),
        (LineId::CarDiesel, "occupancy", Reading::Follows),
        (
            LineId::CarChargingElsewhere,
            "home_charging",
            Reading::Follows,
        ),
    ] {
        let steps = of(line).forms.iter().flat_map(|form| &form.products);
        let mut terms = steps.flatten().flat_map(|step| &step.terms);
        let term = terms.find(|term| term.origin == Origin::Item(QuestionId::Cars, field));
        assert_eq!(term.unwrap().reading, reading, "{}: {field}", line.id());
    }
}

/// What a persona's line is the product of stands together in a product of the line's printed formula.
#[test]
fn formulas_cover_every_line_of_the_personas() {
    let model = &*MODEL;
    for persona in personas::read(root(), &model.factors).unwrap() {
        for line in &persona.footprint.lines {
            let forms = model.forms.iter().find(|forms| forms.line == line.id);
            let products: Vec<BTreeSet<RowId>> = forms
                .unwrap()
                .forms
                .iter()
                .flat_map(|form| &form.products)
                .map(|steps| steps.iter().flat_map(|step| &step.terms).filter_map(row))
                .map(Iterator::collect)
                .collect();
            let begins = |step: &Operand| step.operation == Operation::Plus;
            for product in line.quantity.formula.chunk_by(|_, next| !begins(next)) {
                let rows: BTreeSet<RowId> = product
                    .iter()
                    .filter_map(|step| match step.origin {
                        Origin::Row(row) => Some(row),
                        _ => None,
                    })
                    .collect();
                assert!(
                    products.iter().any(|known| known.is_superset(&rows)),
                    "{}: {}: {rows:?}",
                    persona.id,
                    line.id.id()
                );
            }
        }
    }
}

/// Chinese counts by 亿: ten to a billion, and the number is ten times as large.
#[test]
fn a_billion_is_told_by_the_hundred_million_in_chinese() {
    let [zh, en] = Words::both(root()).unwrap();
    let of = |words: &Words, value| {
        let told = exact(told(words.lang, value, Unit::TerawattHour));
        format!("{told} {}", unit(words, Unit::TerawattHour))
    };
    assert_eq!(of(&zh, 1494.2), "14,942 亿千瓦时");
    assert_eq!(of(&zh, 30.4), "304 亿千瓦时");
    assert_eq!(of(&en, 1494.2), "1,494.2 TWh");
    for of in [
        Unit::BillionCubicMetres,
        Unit::BillionLitres,
        Unit::BillionPassengerKm,
        Unit::BillionSquareMetres,
    ] {
        assert!(by_the_billion(of));
        let said = unit(&zh, of);
        assert!(said.starts_with('亿'), "{said}");
    }
}

#[test]
fn every_row_serves_something() {
    let model = &*MODEL;
    for (row, uses) in RowId::all().zip(&model.uses) {
        let served = !uses.domains.is_empty() || uses.only_actions || uses.only_compared;
        assert!(served, "{}", row.id());
    }
    for (listed, uses) in Listed::all().zip(&model.listed_uses) {
        let elsewhere = uses.later_years || uses.only_averages || uses.only_compared;
        let elsewhere = elsewhere || uses.only_actions || uses.only_nation;
        assert!(!uses.domains.is_empty() || elsewhere, "{}", listed.id);
    }
    let of = |row: RowId| &model.uses[row.index()];
    assert_eq!(of(id::REC_BEEF).domains, BTreeSet::from([Domain::Food]));
    assert_eq!(of(id::NG_DIRECT).domains, BTreeSet::from([Domain::Home]));
    assert!(of(id::EL_LC_PER_CO2).later_years);
}

#[test]
fn the_first_width_of_the_narrowing_is_that_of_the_draws() {
    let band = Bands::of(&Answers::new(), &personas::world()).per_person;
    let narrowing = Narrowing::of("nothing_known").unwrap();
    assert_eq!(narrowing.first, band.width().round());
    assert!(Narrowing::of("nobody").is_err());
}

#[test]
fn the_frequent_flyer_is_kept_from_half_by_the_effects_of_flying() {
    let read = file::read(include_str!("../../model/personas/frequent_flyer.json")).unwrap();
    let draws = uncertainty::draws(&read.answers, &personas::world(), InBaseYear::of(Gas::Co2e));
    let narrowing = Narrowing::of("frequent_flyer").unwrap();
    assert_eq!(narrowing.until_half, None);
    let effects = Quantiles::of(draws.line(LineId::FlightsNonCo2));
    assert!(effects.width() > narrowing.first / 2.0, "{effects:?}");
}

#[test]
fn numbers_are_shown_in_four_digits() {
    let shown = [1494.199, 299.96, 62.327, 9.642, 0.5].map(four_digits);
    assert_eq!(shown, ["1,494", "300.0", "62.33", "9.642", "0.500"]);
    assert_eq!(percent(Lang::En, 0.084), "8 %");
    assert_eq!(percent(Lang::Zh, 0.084), "8%");
}

/// The numbers of a note, as amounts: `3.993 billion`, `39.93 亿` and `3.993 x 10^9` are the same.
fn amounts(note: &str) -> BTreeSet<u64> {
    let scales = [
        (" x 10^9", 1e9),
        (" x 10^6", 1e6),
        (" billion", 1e9),
        (" million", 1e6),
        (" 亿", 1e8),
        (" 万", 1e4),
    ];
    let mut found = BTreeSet::new();
    let mut rest = note;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let before = rest[..at].chars().next_back();
        let digits = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        let end = rest[at..]
            .find(|c| !digits(c))
            .map_or(rest.len(), |end| at + end);
        let number: f64 = rest[at..end]
            .replace(',', "")
            .trim_end_matches('.')
            .parse()
            .unwrap();
        rest = &rest[end..];
        let scale = scales.iter().find(|(words, _)| rest.starts_with(words));
        if let Some((words, _)) = scale {
            rest = &rest[words.len()..];
        }
        // the 2 of m2 is none
        if before.is_none_or(|before| !before.is_ascii_alphabetic()) {
            let amount = number * scale.map_or(1.0, |(_, by)| *by);
            found.insert((amount * 1000.0).round() as u64);
        }
    }
    found
}

/// What the costs of an action hold is told in both languages, with the very numbers of the table's own note.
#[test]
fn notes_of_costs_are_told_in_both_languages_with_the_numbers_of_the_table() {
    for words in Words::both(root()).unwrap() {
        for facts in &ACTION_FACTS {
            let told = words.of("cost_note", facts.id);
            assert!(!told.is_empty(), "{}", facts.id);
            assert_eq!(amounts(told), amounts(facts.note()), "{}: {told}", facts.id);
            let known = facts.note().contains("rebound: none known");
            let none = told.contains("Rebound: none known") || told.contains("反弹：未见报道");
            assert_eq!(known, none, "{}: {told}", facts.id);
        }
        for level in &EFFORT_LEVELS {
            assert!(!words.of("criteria", &level.effort.to_string()).is_empty());
        }
    }
}

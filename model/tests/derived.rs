//! Every default can be computed by hand: the steps that its working shows, taken one after the other from
//! the values that it shows, lead to the default.
#![allow(clippy::panic, clippy::unwrap_used)]

mod personas;

use tanlu_model::derived::{Derived, How, Source, derived, derived_cars, derived_effect};
use tanlu_model::footprint::Origin;
use tanlu_model::question::FieldKind;
use tanlu_model::rows::{ProvinceQuantity, RowId};
use tanlu_model::samples::varied_answers;
use tanlu_model::shares::{count_shares, pick};
use tanlu_model::{Answers, Factors, Household, Kind, QuestionId, file, footprint};

/// Households that leave different things open: the personas, nobody known, and samples of every option.
fn households() -> Vec<Answers> {
    let personas = personas::PERSONAS.iter();
    let personas = personas.map(|(_, text)| file::read(text).unwrap().answers);
    let all = personas.chain([Answers::new()]);
    all.chain(varied_answers().into_iter().step_by(7)).collect()
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * other.abs()
}

fn assert_by_hand(told: &Derived, value: f64, what: &str) {
    assert_eq!(told.value, value, "{what}: another default is told");
    let by_hand = told.by_hand();
    assert!(
        near(by_hand, value),
        "{what}: {by_hand}, not {value}: {told:?}"
    );
}

#[test]
fn every_default_is_reached_by_its_own_steps() {
    let factors = Factors::central();
    let mut told = 0;
    for answers in households() {
        let home = Household::resolve(&answers, &factors);
        for &question in QuestionId::ALL {
            if !matches!(question.kind(), Kind::Number(_)) {
                continue;
            }
            let of = |origin, value| derived(origin, value, &home, &answers, &factors);
            let value = home.number(question);
            let own = of(Origin::Answer(question), value);
            assert_eq!(own.is_none(), answers.knows(question), "{question:?}");
            let other = home.other_adult.number(question);
            let of_other = of(Origin::OtherAdult(question), other);
            if let Some(own) = own {
                assert_by_hand(&own, value, question.id());
                told += 1;
            }
            if tanlu_model::Asks::You == question.asks() {
                assert_by_hand(&of_other.unwrap(), other, question.id());
            }
        }
    }
    assert!(told > 1000, "{told}");
}

#[test]
fn every_open_field_of_an_item_is_reached_by_its_own_steps() {
    let factors = Factors::central();
    let mut told = 0;
    for answers in households() {
        let home = Household::resolve(&answers, &factors);
        for question in [QuestionId::Cars, QuestionId::Flights] {
            let Kind::List { fields, .. } = question.kind() else {
                continue;
            };
            let list = home.value(question);
            for field in fields {
                for at in 0.. {
                    let Some(value) = list.of_item(at, field.id) else {
                        break;
                    };
                    let Some(value) = value.number() else {
                        assert!(matches!(field.kind, FieldKind::Choice(_)));
                        continue;
                    };
                    let origin = Origin::Item(question, field.id);
                    if let Some(own) = derived(origin, value, &home, &answers, &factors) {
                        if own.value == value {
                            assert_by_hand(&own, value, field.id);
                            told += 1;
                        } else {
                            // this item's field was answered, another's was not
                            assert!(answers.knows(question), "{question:?} {}", field.id);
                        }
                    } else {
                        assert!(answers.knows(question), "{question:?} {}", field.id);
                    }
                }
            }
        }
    }
    assert!(told > 100, "{told}");
}

/// The number of cars is the one in which the told place falls when shares of the told mean are laid end to end.
#[test]
fn the_number_of_cars_follows_from_what_is_told() {
    let factors = Factors::central();
    for answers in households() {
        let home = Household::resolve(&answers, &factors);
        let [mean, among] = derived_cars(&home, &factors);
        let shares = count_shares(QuestionId::Cars, &home, &factors);
        let sum: f64 = shares.iter().map(|(count, share)| count * share).sum();
        assert!(near(mean.by_hand(), mean.value) && near(among.by_hand(), among.value));
        // where the mean is one that counts up to the most can have
        if (0.01..2.0).contains(&mean.value) {
            assert!((sum - mean.by_hand()).abs() < 1e-6, "{sum} {}", mean.value);
        }
        if !answers.knows(QuestionId::Cars) {
            let count = pick(&shares, among.by_hand()).unwrap();
            assert_eq!(count as usize, home.cars.len());
        }
    }
}

/// All that a working looks up, in the steps of the effects that it takes too.
fn named(told: &Derived, home: &Household, factors: &Factors) -> Vec<Source> {
    let mut named = Vec::new();
    for (source, value) in told.sources() {
        named.push(source);
        if let Source::Of(Origin::Answer(question)) = source
            && let Some(effect) = derived_effect(question, value, home, factors)
        {
            named.extend(effect.sources().into_iter().map(|(source, _)| source));
        }
    }
    named
}

/// A value of a line's formula that follows from an answer, and is not the answer, is reached by its own steps.
#[test]
fn what_follows_from_an_answer_is_reached_by_its_own_steps() {
    let factors = Factors::central();
    let mut told = Vec::new();
    for answers in households() {
        let home = Household::resolve(&answers, &factors);
        let footprint = footprint(&home, &factors);
        let steps = footprint
            .lines
            .iter()
            .flat_map(|line| &line.quantity.formula);
        for step in steps {
            let Origin::Answer(question) = step.origin else {
                continue;
            };
            if let Some(effect) = derived_effect(question, step.value, &home, &factors) {
                assert_by_hand(&effect, step.value, question.id());
                told.push(question);
            }
            let all = [
                QuestionId::IndoorTemperature,
                QuestionId::CoolingSetpoint,
                QuestionId::SecondHand,
                QuestionId::WasteSorting,
            ];
            let last = told.last() == Some(&question);
            assert!(
                last || !all.contains(&question),
                "{question:?} {}",
                step.value
            );
        }
    }
    told.dedup();
    assert!(told.len() > 4, "{told:?}");
}

/// Another value of a row or of a statistic moves no default whose working does not name it.
#[test]
fn a_working_names_all_that_moves_its_default() {
    let central = Factors::central();
    let answers = Answers::new();
    let home = Household::resolve(&answers, &central);
    let value = |factors: &Factors, question: QuestionId| {
        let told = derived(Origin::Answer(question), 0.0, &home, &answers, factors);
        told.map(|told| told.value)
    };
    for &question in QuestionId::ALL {
        let Some(told) = derived(Origin::Answer(question), 0.0, &home, &answers, &central) else {
            continue;
        };
        // no formula but a rule, whose row the page names
        if question == QuestionId::Children {
            continue;
        }
        let sources = named(&told, &home, &central);
        for row in RowId::all() {
            let named = sources.contains(&Source::Of(Origin::Row(row)));
            let other = central.clone().with(row, 3.0 * row.value() + 1.0);
            let moves = value(&other, question) != value(&central, question);
            assert!(named || !moves, "{question:?}: {} is not named", row.id());
        }
        for quantity in ProvinceQuantity::ALL {
            let named = sources.contains(&Source::Statistic(quantity));
            let other = central.clone().with_statistic(quantity, 3.0);
            let moves = value(&other, question) != value(&central, question);
            assert!(named || !moves, "{question:?}: {quantity:?} is not named");
        }
    }
}

/// What is told is told in steps: a formula of several values is never one number.
#[test]
fn formulas_are_told_in_steps() {
    let factors = Factors::central();
    let answers = Answers::new();
    let home = Household::resolve(&answers, &factors);
    let told =
        |question| derived(Origin::Answer(question), 0.0, &home, &answers, &factors).unwrap();
    // mean diet, edible part, grams, serving, weeks; what a household can spend, adults against the mean
    let How::Chain(steps) = told(QuestionId::Pork).how else {
        panic!("no steps");
    };
    assert_eq!(steps.len(), 7, "{steps:?}");
    let rounded = told(QuestionId::FloorArea);
    assert!(matches!(rounded.how, How::Chain(steps) if steps.len() == 2));
}

//! What holds for every household, tried on many drawn at random within the bounds of the questions.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeSet;

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};
use tanlu_model::plan::Plan;
use tanlu_model::question::{Field, FieldKind, NumberKind};
use tanlu_model::{
    Answer, Answers, Domain, Factors, Footprint, Household, Item, Kind, LineId, QuestionId, file,
    footprint,
};

const HOUSEHOLDS: usize = 400;

/// Questions of which a larger answer may mean less, and why.
const LESS_BY_MORE: &[(QuestionId, &str)] = &[
    (QuestionId::Members, "people share a home"),
    (QuestionId::Children, "a child takes less than an adult"),
    (QuestionId::SolarPower, "own power replaces the grid's"),
    (QuestionId::CoolingSetpoint, "a warmer room is cooled less"),
    (QuestionId::GreenPower, "it replaces the grid's"),
    (QuestionId::SecondHand, "a used garment replaces a new one"),
    (
        QuestionId::PhoneLife,
        "a phone kept longer is made less often",
    ),
];

struct Chance(Pcg32);

impl Chance {
    /// A number from 0 up to 1.
    fn part(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / (f64::from(u32::MAX) + 1.0)
    }

    fn one_of<T: Copy>(&mut self, options: &[T]) -> T {
        let at = (self.part() * options.len() as f64) as usize;
        *options.get(at).unwrap()
    }

    /// An amount within the bounds, small ones more often; sometimes a bound itself.
    fn number(&mut self, kind: &NumberKind) -> Answer {
        let at = match self.part() {
            part if part < 0.05 => 0.0,
            part if part > 0.98 => 1.0,
            _ => self.part().powi(3),
        };
        let value = kind.low + at * (kind.high - kind.low);
        // as many digits as people type
        let digits = if kind.whole { 1.0 } else { 1000.0 };
        Answer::Number {
            value: (value * digits).round() / digits,
            unit: kind.unit(),
        }
    }

    fn item(&mut self, fields: &[Field]) -> Item {
        let mut item = Item::default();
        for field in fields {
            if self.part() < 0.7 {
                let answer = match field.kind {
                    FieldKind::Choice(options) => Answer::Choice(self.one_of(options)),
                    FieldKind::Number(kind) => self.number(&kind),
                };
                item.fields.insert(field.id, answer);
            }
        }
        item
    }

    fn answer(&mut self, question: QuestionId) -> Answer {
        match question.kind() {
            _ if self.part() < 0.1 => Answer::Unknown,
            Kind::Choice(options) => Answer::Choice(self.one_of(options)),
            Kind::Number(kind) => self.number(&kind),
            Kind::List { fields, most } => {
                let count = (self.part() * (most + 1) as f64) as usize;
                Answer::List((0..count).map(|_| self.item(fields)).collect())
            }
        }
    }

    /// Answers to some of the questions, such as a file may hold.
    fn answers(&mut self) -> Answers {
        loop {
            let share = self.part();
            let mut answers = Answers::default();
            for question in QuestionId::ALL {
                if self.part() < share {
                    answers.set(*question, self.answer(*question));
                }
            }
            if file::check(&answers).is_ok() {
                return answers;
            }
        }
    }
}

fn many() -> Vec<Answers> {
    let mut chance = Chance(Pcg32::seed_from_u64(1));
    (0..HOUSEHOLDS).map(|_| chance.answers()).collect()
}

fn resolved(answers: &Answers) -> Household {
    Household::resolve(answers, &Factors::central())
}

fn result(answers: &Answers) -> Footprint {
    footprint(&resolved(answers), &Factors::central())
}

fn total(footprint: &Footprint) -> f64 {
    footprint.household_kg() + footprint.public_services_kg()
}

fn kilograms(footprint: &Footprint) -> Vec<(LineId, f64)> {
    let lines = footprint.lines.iter();
    lines.map(|line| (line.id, line.kg)).collect()
}

#[test]
fn every_line_is_finite_and_not_negative() {
    for answers in many() {
        for line in result(&answers).lines {
            let numbers = [
                line.quantity.value,
                line.kg,
                line.kg_co2,
                line.kg_co2_territorial,
                line.my_kg(),
            ];
            for number in numbers {
                assert!(
                    number.is_finite() && number >= 0.0,
                    "{}: {number}",
                    line.id.id()
                );
            }
            assert!(
                line.kg_co2_territorial <= line.kg_co2 * (1.0 + 1e-12),
                "{}",
                line.id.id()
            );
            assert!(line.my_kg() <= line.kg * (1.0 + 1e-12), "{}", line.id.id());
        }
    }
}

#[test]
fn domains_sum_to_the_total() {
    for answers in many() {
        let footprint = result(&answers);
        let domains: f64 = Domain::ALL
            .iter()
            .map(|domain| footprint.domain_kg(*domain))
            .sum();
        assert!((domains - total(&footprint)).abs() <= 1e-9 * domains);
    }
}

#[test]
fn a_file_gives_the_same_result_to_the_last_bit() {
    for answers in many() {
        let written = file::write(&answers, &Plan::none(), &[], &|number| number.to_string());
        let read = file::read(&written).unwrap().answers;
        assert_eq!(read, answers);
        assert_eq!(total(&result(&read)), total(&result(&answers)));
    }
}

/// A little more of one amount never means less, but for the questions listed with a reason.
#[test]
fn more_never_means_less() {
    for answers in many() {
        let before = total(&result(&answers));
        for question in QuestionId::ALL {
            let (Kind::Number(kind), Some(Answer::Number { value, unit })) =
                (question.kind(), answers.get(*question))
            else {
                continue;
            };
            if LESS_BY_MORE.iter().any(|(listed, _)| listed == question) {
                continue;
            }
            let more = if kind.whole {
                value + 1.0
            } else {
                value * 1.05
            };
            let mut changed = answers.clone();
            let answer = Answer::Number {
                value: more,
                unit: *unit,
            };
            changed.set(*question, answer);
            if file::check(&changed).is_err() {
                continue;
            }
            let after = total(&result(&changed));
            let id = question.id();
            assert!(after >= before * (1.0 - 1e-12), "{id}: {before} to {after}");
        }
    }
}

/// A question that cannot change anything is not asked: answering it all the same changes nothing.
#[test]
fn a_question_that_does_not_apply_changes_nothing() {
    let mut chance = Chance(Pcg32::seed_from_u64(2));
    for answers in many() {
        let household = resolved(&answers);
        let before = kilograms(&result(&answers));
        for question in QuestionId::ALL {
            if question.applies(&household) {
                continue;
            }
            let mut changed = answers.clone();
            changed.set(*question, chance.answer(*question));
            if file::check(&changed).is_ok() {
                let after = kilograms(&result(&changed));
                assert_eq!(after, before, "{}", question.id());
            }
        }
    }
}

/// Each question is reached by some household, and left out for some other if it has a condition.
#[test]
fn every_question_is_reached() {
    let mut reached: BTreeSet<QuestionId> = BTreeSet::new();
    for answers in many() {
        let household = resolved(&answers);
        let all = QuestionId::ALL.iter();
        reached.extend(all.filter(|question| question.applies(&household)));
    }
    assert_eq!(reached.len(), QuestionId::ALL.len());
}

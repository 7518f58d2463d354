//! How fast the band of each persona narrows when it is asked in the proposed order, and how narrow
//! it can get. `TANLU_UPDATE=1 cargo test -p tanlu-model --test narrowing` writes the table anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::unwrap_used)]

mod personas;

use std::fmt::Write;

use tanlu_model::footprint::Gas;
use tanlu_model::uncertainty::{
    self, DRAWS, Draws, InBaseYear, Quantiles, SEED, World, next_questions,
};
use tanlu_model::{Answer, Answers, Factors, Household, QuestionId, file};

const REVIEWED: &str = include_str!("narrowing.csv");

/// More questions than this are not followed.
const MOST: usize = 40;

fn draws(answers: &Answers, world: &World) -> Draws {
    uncertainty::draws(answers, world, InBaseYear::of(Gas::Co2e))
}

fn width(answers: &Answers, world: &World) -> f64 {
    Quantiles::of(draws(answers, world).per_person()).width()
}

/// Nobody types more digits than this; the journey that asks the page answers so too.
fn as_typed(answer: Answer) -> Answer {
    match answer {
        Answer::Number { value, unit } => Answer::Number {
            value: (value * 1e3).round() / 1e3,
            unit,
        },
        other => other,
    }
}

/// Asks for what tells most until the band is half as wide, or for ever. What the persona's file
/// leaves open is answered as the point estimate takes it.
fn asked_until_half(persona: &Answers, world: &World) -> (Vec<QuestionId>, bool) {
    let factors = Factors::central();
    let home = Household::resolve(persona, &factors);
    let mut answers = Answers::new();
    let mut asked = Vec::new();
    let half = width(&answers, world) / 2.0;
    while asked.len() < MOST {
        let drawn = draws(&answers, world);
        if Quantiles::of(drawn.per_person()).width() <= half {
            return (asked, true);
        }
        let known = Household::resolve(&answers, &factors);
        let Some(next) = next_questions(&answers, &known, &drawn).first().copied() else {
            break;
        };
        let own = persona
            .get(next.question)
            .filter(|_| persona.knows(next.question));
        let answer = own.cloned().unwrap_or_else(|| home.answer(next.question));
        answers.set(next.question, as_typed(answer));
        asked.push(next.question);
    }
    (asked, false)
}

/// The width that is left when every question is answered and all members live alike: what is not
/// known of the factors, and the little that differs between households and no question asks.
fn floor(persona: &Answers, world: &World) -> f64 {
    let all = personas::all_answered(persona);
    width(&all, world)
}

/// One row for each persona; and after how many questions the band was half as wide, if ever.
fn table() -> (String, Vec<Option<usize>>) {
    let world = World::whole(SEED, DRAWS);
    let first = width(&Answers::new(), &world);
    let mut text = "persona,first_width_kg,questions_until_half,floor_width_kg,asked\n".to_owned();
    let mut counts = Vec::new();
    for (name, answers) in personas::PERSONAS {
        let persona = file::read(answers).unwrap().answers;
        let (asked, reached) = asked_until_half(&persona, &world);
        let count = reached.then_some(asked.len());
        let until = count.map_or("never".to_owned(), |count| count.to_string());
        let ids: Vec<&str> = asked
            .iter()
            .take(12)
            .map(|question| question.id())
            .collect();
        let floor = floor(&persona, &world);
        let ids = ids.join(" ");
        let _ = writeln!(text, "{name},{first:.0},{until},{floor:.0},{ids}");
        counts.push(count);
    }
    (text, counts)
}

/// The goal is 8 questions in the median. The frequent flyer never gets there: what is not known of
/// the factors of its flights alone is wider than half the first band.
#[test]
fn personas_narrow_as_reviewed() {
    let (table, mut counts) = table();
    if std::env::var_os("TANLU_UPDATE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/narrowing.csv");
        std::fs::write(path, table).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    assert_eq!(table, REVIEWED);
    counts.sort_by_key(|count| count.unwrap_or(usize::MAX));
    let median = counts.get(counts.len() / 2).copied().flatten();
    assert!(median.is_some_and(|median| median <= 8), "{counts:?}");
}

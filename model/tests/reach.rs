//! Draws that are made from earlier ones are those that would have been made anew, to the bit.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

mod personas;

use tanlu_model::footprint::Gas;
use tanlu_model::samples::{every_item, paired_answers, varied_answers};
use tanlu_model::uncertainty::{self, Drawn, InBaseYear, SEED, Sampling, World};
use tanlu_model::{Answer, Answers, Kind, QuestionId, file};

/// Enough for every option that one household in twenty has, few enough for many households.
const DRAWS: usize = 96;

/// Households drawn one after the other, each from the one before.
struct Chain {
    world: World,
    drawn: Drawn,
}

impl Chain {
    fn new() -> Chain {
        Chain {
            world: World::whole(SEED, DRAWS),
            drawn: Drawn::default(),
        }
    }

    fn sampling(&mut self, answers: &Answers) -> Sampling<InBaseYear> {
        let reading = InBaseYear::of(Gas::Co2e);
        Sampling::new(
            answers,
            &self.world,
            reading,
            std::mem::take(&mut self.drawn),
        )
    }

    /// Begins with a household, and leaves it after so many steps.
    fn leave(&mut self, answers: &Answers, steps: usize) {
        let mut sampling = self.sampling(answers);
        assert!((0..steps).all(|_| sampling.step(&self.world)));
        self.drawn = sampling.finish();
        assert!(self.drawn.draws().is_none());
    }

    /// Draws a household, and holds it against the same drawn anew.
    fn draw(&mut self, answers: &Answers, why: &str) {
        let mut sampling = self.sampling(answers);
        while sampling.step(&self.world) {}
        self.drawn = sampling.finish();
        let anew = uncertainty::draws(answers, &self.world, InBaseYear::of(Gas::Co2e));
        assert!(self.drawn.draws() == Some(&anew), "{why}");
    }
}

/// Another answer than the household has.
fn other_answer(question: QuestionId, answers: &Answers) -> Answer {
    match (answers.get(question), question.kind()) {
        (Some(Answer::Choice(id)), Kind::Choice(ids)) => {
            let at = ids.iter().position(|known| known == id).unwrap();
            Answer::Choice(ids[(at + 1) % ids.len()])
        }
        (_, Kind::Choice(ids)) => Answer::Choice(ids[ids.len() - 1]),
        (known, Kind::Number(kind)) => {
            let value = match known {
                Some(Answer::Number { value, .. }) => value + 1.0,
                _ => kind.low.max(2.0),
            };
            Answer::Number {
                value: value.min(kind.high),
                unit: kind.unit(),
            }
        }
        (_, Kind::List { .. }) => every_item(question),
    }
}

/// One answer more, and taken back again: what `model/src/reach.rs` says it reaches is all that it does.
#[test]
fn an_answer_reaches_no_more_than_it_says() {
    let mut chain = Chain::new();
    for (name, text) in personas::PERSONAS {
        let answers = file::read(text).unwrap().answers;
        chain.draw(&answers, name);
        for &question in QuestionId::ALL {
            let why = [*name, question.id()].join(" ");
            let mut changed = answers.clone();
            changed.set(question, other_answer(question, &answers));
            chain.draw(&changed, &why);
            changed.clear(question);
            chain.draw(&changed, &why);
            chain.draw(&answers, &why);
        }
    }
}

/// Households that have little in common, one after the other, and some of them left half drawn.
#[test]
fn any_household_follows_any_other() {
    let mut chain = Chain::new();
    let mut all = varied_answers();
    all.extend(paired_answers().into_iter().step_by(29));
    let count = all.len();
    for at in 0..count {
        // 97 has no factor in common with the number of households: each is visited once
        let answers = &all[at * 97 % count];
        match at % 5 {
            1 => chain.leave(answers, DRAWS / 3),
            3 => chain.leave(answers, DRAWS + DRAWS / 2),
            _ => chain.draw(answers, &format!("{answers:?}")),
        }
    }
}

//! Whether a question can change anything for a household.

use super::draws::Draws;
use crate::answers::Answers;
use crate::catalogue::{Household, QuestionId as Q};
use crate::factors::Factors;
use crate::footprint::{Untold, footprint_read};
use crate::household::Value;
use crate::question::Kind;
use crate::reach::{BASICS, METERS, Questions};

/// So many households of the draws are tried.
const TRIED: usize = 32;

/// Whether an open question can change nothing: answered otherwise it would change neither the footprint of any
/// household that is tried, nor what is open and follows from it, nor what its answered meters would read.
///
/// Which dwelling it is matters to the heat that it needs, and to nobody who does not heat.
pub(super) fn is_moot(question: Q, answers: &Answers, draws: &Draws) -> bool {
    let values: Vec<Value> = match question.kind() {
        Kind::Choice(options) => options.iter().map(|id| Value::Choice(id)).collect(),
        Kind::Number(kind) => [kind.low, kind.high].map(Value::Number).to_vec(),
        Kind::List { .. } => return false,
    };
    // where and with whom one lives, and what one spends, changes how likely everything is
    if BASICS.contains(&question) || question == Q::Spending {
        return false;
    }
    let factors = Factors::central();
    let mut reached = Questions::NONE;
    reached.add(question);
    let reached = reached.with_what_follows();
    let follows = |other: &Q| {
        *other != question
            && reached.has(*other)
            && (!answers.knows(*other) || METERS.contains(other))
    };
    let following: Vec<Q> = Q::ALL.iter().copied().filter(follows).collect();
    let kg = |home: &Household| footprint_read::<Untold>(home, &factors).household_kg();
    let every = draws.count().div_ceil(TRIED).max(1);
    !draws.households().step_by(every).any(|home| {
        let is = kg(home);
        values.iter().any(|value| {
            let mut other = home.clone();
            other.set(question, value);
            let mut before = home.clone();
            kg(&other) != is
                || following.iter().any(|question| {
                    if !question.applies(home) {
                        return false;
                    }
                    before.set_default(*question, 1.0, &factors);
                    other.set_default(*question, 1.0, &factors);
                    before.value(*question) != other.value(*question)
                })
        })
    })
}

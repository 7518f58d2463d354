//! "I already do this": the answers that say so, and the way back.

use super::{ActionId, Chosen, Joint};
use crate::answers::{Answer, Answers};
use crate::catalogue::{Household, QuestionId as Q};
use crate::factors::Factors;
use crate::footprint::{Untold, footprint_read};
use crate::plan::Plan;
use crate::question::Kind;
use crate::reach::METERS;

/// The answers of a household that does an action already, at its usual strength: what it changes is
/// answered so. What was answered as an amount stays, since it is what the household really takes;
/// an option that says otherwise is changed. Where what stays and what is written do not fit together, so that
/// the footprint would rise by an action that lowers it (the cars stay, and their rides come on top), no amount is
/// written.
fn already(action: ActionId, answers: &Answers, factors: &Factors) -> Answers {
    let home = Household::resolve(answers, factors);
    let set = Joint::of([Chosen::usual(action)]);
    let changed = set.changed(&home, factors);
    let (mut options, mut all) = (answers.clone(), answers.clone());
    for &question in Q::ALL {
        let (was, is) = (home.value(question), changed.value(question));
        if was == is || METERS.contains(&question) {
            continue;
        }
        if matches!(question.kind(), Kind::Choice(_)) {
            options.set(question, changed.answer(question));
            all.set(question, changed.answer(question));
        } else if !answers.knows(question) {
            all.set(question, rounded(changed.answer(question)));
        }
    }
    let kg = |home: &Household| footprint_read::<Untold>(home, factors).household_kg();
    let lowers = kg(&changed) < kg(&home);
    let raised = kg(&Household::resolve(&all, factors)) > kg(&home);
    if lowers && raised { options } else { all }
}

/// Marks an action as done already and answers what says so. The plan notes which questions were open
/// before, so that they can be opened again.
pub fn mark(action: ActionId, answers: &mut Answers, plan: &mut Plan, factors: &Factors) {
    let before = std::mem::take(answers);
    *answers = already(action, &before, factors);
    let wrote = |question: &&Q| !before.knows(**question) && answers.knows(**question);
    let wrote = Q::ALL.iter().filter(wrote);
    plan.wrote.extend(wrote.map(|question| (*question, action)));
    plan.drop(action);
    if !plan.already.contains(&action) {
        plan.already.push(action);
    }
}

/// Takes back that an action is done already: the questions that the mark answered are open again. What the
/// household itself has answered, before or since, stays.
pub fn unmark(action: ActionId, answers: &mut Answers, plan: &mut Plan) {
    plan.already.retain(|known| *known != action);
    plan.wrote.retain(|(question, by)| {
        let stays = *by != action;
        if !stays {
            answers.clear(*question);
        }
        stays
    });
}

/// An amount as a person would say it: two significant digits.
fn rounded(answer: Answer) -> Answer {
    match answer {
        Answer::Number { value, unit } if value != 0.0 => {
            let digits = libm::floor(libm::log10(value.abs()));
            let by = libm::pow(10.0, digits - 1.0);
            let value = libm::round(value / by) * by;
            Answer::Number { value, unit }
        }
        other => other,
    }
}

//! "I already do this": the answers that say so, and the way back.

use super::{ActionId, Chosen, Joint};
use crate::answers::{Answer, Answers};
use crate::catalogue::{Household, QuestionId as Q};
use crate::factors::Factors;
use crate::plan::Plan;
use crate::question::Kind;
use crate::reach::METERS;

/// The answers of a household that does an action already, at its usual strength: what it changes is
/// answered so. What was answered as an amount stays, since it is what the household really takes;
/// an option that says otherwise is changed.
fn already(action: ActionId, answers: &Answers, factors: &Factors) -> Answers {
    let home = Household::resolve(answers, factors);
    let changed = Joint::of([Chosen::usual(action)]).changed(&home, factors);
    let mut answers = answers.clone();
    for &question in Q::ALL {
        let (was, is) = (home.value(question), changed.value(question));
        let option = matches!(question.kind(), Kind::Choice(_));
        if was != is && !METERS.contains(&question) && (option || !answers.knows(question)) {
            answers.set(question, rounded(changed.answer(question)));
        }
    }
    answers
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

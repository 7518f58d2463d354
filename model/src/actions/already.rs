//! "I already do this": the answers that say so.

use super::{ActionId, Chosen, Joint};
use crate::answers::{Answer, Answers};
use crate::catalogue::{Household, QuestionId as Q};
use crate::factors::Factors;
use crate::question::Kind;

/// Meters, which follow from what is answered as long as nobody reads them.
const METERS: &[Q] = &[
    Q::Electricity,
    Q::Gas,
    Q::Lpg,
    Q::Coal,
    Q::Biomass,
    Q::DistrictHeat,
];

/// The answers of a household that does an action already, at its usual strength: what it changes is
/// answered so. What was answered as an amount stays, since it is what the household really takes;
/// an option that says otherwise is changed.
pub fn already(action: ActionId, answers: &Answers, factors: &Factors) -> Answers {
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

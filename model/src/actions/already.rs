//! "I already do this": the answers that say so, and the way back.

use super::{ActionId, Chosen, Joint};
use crate::answers::{Answer, Answers, Item};
use crate::catalogue::{Household, QuestionId as Q};
use crate::factors::Factors;
use crate::footprint::{Untold, footprint_read};
use crate::household::Value;
use crate::plan::{Place, Plan};
use crate::question::Kind;
use crate::reach::METERS;

/// The answers of a household that does an action already, at its usual strength: what it changes is
/// answered so. What was answered as an amount stays, since it is what the household really takes;
/// an option that says otherwise is changed, and what is open in an item of a list is filled in. Where what stays and what is written do not fit together, so that
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
        } else if let Some(Answer::List(items)) = answers.known(question) {
            all.set(question, Answer::List(filled(items, &was, &is)));
        } else if !answers.knows(question) {
            all.set(question, rounded(changed.answer(question)));
        }
    }
    let kg = |home: &Household| footprint_read::<Untold>(home, factors).household_kg();
    let lowers = kg(&changed) < kg(&home);
    let raised = kg(&Household::resolve(&all, factors)) > kg(&home);
    if lowers && raised { options } else { all }
}

/// The items of a list with what the action changes in their open fields; as they are where it adds or takes items.
fn filled(items: &[Item], was: &Value, is: &Value) -> Vec<Item> {
    let mut filled = items.to_vec();
    let changed = is.items();
    let before = was.items();
    if changed.len() != items.len() || before.len() != items.len() {
        return filled;
    }
    for (item, (was, is)) in filled.iter_mut().zip(before.iter().zip(&changed)) {
        for (field, answer) in is.fields.iter() {
            let open = item
                .fields
                .get(field)
                .is_none_or(|it| *it == Answer::Unknown);
            if open && was.fields.get(field) != Some(answer) {
                item.fields.insert(*field, rounded(answer.clone()));
            }
        }
    }
    filled
}

/// What is known of a question: all of it, or fields of its items.
fn known(answers: &Answers) -> Vec<Place> {
    let mut known = Vec::new();
    for (question, answer) in answers.iter() {
        if *answer == Answer::Unknown {
            continue;
        }
        known.push(Place::whole(question));
        if let Answer::List(items) = answer {
            for (at, item) in items.iter().enumerate() {
                let told = item.fields.iter();
                let told = told.filter(|(_, answer)| **answer != Answer::Unknown);
                known.extend(told.map(|(field, _)| Place {
                    question,
                    field: Some((at, *field)),
                }));
            }
        }
    }
    known
}

/// Marks an action as done already and answers what says so. The plan notes which questions were open
/// before, so that they can be opened again.
pub fn mark(action: ActionId, answers: &mut Answers, plan: &mut Plan, factors: &Factors) {
    let before = known(answers);
    *answers = already(action, answers, factors);
    let wrote = known(answers).into_iter();
    let wrote = wrote.filter(|place| {
        let whole = Place::whole(place.question);
        let part_of_new = place.field.is_some() && !before.contains(&whole);
        !before.contains(place) && !part_of_new
    });
    plan.wrote.extend(wrote.map(|place| (place, action)));
    plan.drop(action);
    if !plan.already.contains(&action) {
        plan.already.push(action);
    }
}

/// Takes back that an action is done already: the questions that the mark answered are open again. What the
/// household itself has answered, before or since, stays.
pub fn unmark(action: ActionId, answers: &mut Answers, plan: &mut Plan) {
    plan.already.retain(|known| *known != action);
    plan.wrote.retain(|(place, by)| {
        let stays = *by != action;
        if !stays {
            open(*place, answers);
        }
        stays
    });
}

/// Opens a place again.
fn open(place: Place, answers: &mut Answers) {
    let Place { question, field } = place;
    let Some((at, field)) = field else {
        return answers.clear(question);
    };
    if let Some(Answer::List(items)) = answers.get(question) {
        let mut items = items.clone();
        if let Some(item) = items.get_mut(at) {
            item.fields.remove(&field);
        }
        answers.set(question, Answer::List(items));
    }
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

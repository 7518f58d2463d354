//! "I already do this": the answers that say so, and the way back.

use super::{ActionId, Chosen, Joint, WhyNot, decided_by};
use crate::answers::{Answer, Answers, Item};
use crate::catalogue::{Household, QuestionId as Q};
use crate::choice::{Choice, Heating};
use crate::factors::Factors;
use crate::footprint::{Untold, footprint_read};
use crate::household::Value;
use crate::plan::{Place, Plan};
use crate::reach::METERS;

/// The answers of a household that does an action already, at its usual strength: an option that says otherwise is
/// changed, and what is open in an item of a list is filled in. Amounts are the household's to tell (see
/// [`untold`]): one that was made up for it would say more than that it does so, and be taken as evidence of what
/// it spends.
fn already(action: ActionId, answers: &Answers, factors: &Factors) -> Answers {
    let mut all = answers.clone();
    for (question, was, is) in changes(action, answers, factors) {
        if let Value::Choice(option) = is {
            all.set(question, Answer::Choice(option));
        } else if let Some(Answer::List(items)) = answers.known(question) {
            all.set(question, Answer::List(filled(items, &was, &is)));
        }
    }
    let home = Household::resolve(answers, factors);
    let kg = |home: &Household| footprint_read::<Untold>(home, factors).household_kg();
    let changed = Joint::of([Chosen::usual(action)]).changed(&home, factors);
    let raised = kg(&Household::resolve(&all, factors)) > kg(&home);
    match raised && kg(&changed) < kg(&home) {
        true => answers.clone(),
        false => all,
    }
}

/// The questions whose values an action changes, each before and after; what a meter shows follows by itself.
#[inline(never)]
fn changes(action: ActionId, answers: &Answers, factors: &Factors) -> Vec<(Q, Value, Value)> {
    let home = Household::resolve(answers, factors);
    let changed = Joint::of([Chosen::usual(action)]).changed(&home, factors);
    let questions = Q::ALL.iter().filter(|question| !METERS.contains(question));
    let values = questions.map(|question| {
        let (was, is) = (home.value(*question), changed.value(*question));
        (*question, was, is)
    });
    values.filter(|(_, was, is)| was != is).collect()
}

/// The question whose answer says that an action is not done already. A list: it has another number of items then, or
/// items of another kind. Or what makes the action impossible, where no household that does it would answer so.
/// Only the household can say which is right.
#[inline(never)]
pub fn contradicts(action: ActionId, answers: &Answers, factors: &Factors) -> Option<Q> {
    let changes = changes(action, answers, factors).into_iter();
    let mut told = changes.filter_map(|(question, _, is)| match answers.known(question) {
        Some(Answer::List(items)) => Some((question, items, is)),
        _ => None,
    });
    let other = told.find(|(_, items, is)| {
        let changed = is.items();
        let unlike = |(item, is): (&Item, &Item)| other_kind(item, is);
        changed.len() != items.len() || items.iter().zip(&changed).any(unlike)
    });
    let listed = other.map(|(question, ..)| question);
    listed.or_else(|| denied(action, answers, factors))
}

/// The answer by which an action is impossible in a way that it would not be for a household that does it.
fn denied(action: ActionId, answers: &Answers, factors: &Factors) -> Option<Q> {
    let home = Household::resolve(answers, factors);
    let why = action.possible(&home, factors).err()?;
    let never = match why {
        WhyNot::NotDistrict | WhyNot::HeatNotControllable | WhyNot::NoOwnRoof => true,
        WhyNot::NoCar => action != ActionId::NoCar,
        WhyNot::OtherHeating | WhyNot::NotHeated => heats_otherwise(action, &home, factors),
        // so it may be because it is done
        WhyNot::Already
        | WhyNot::NothingToChange
        | WhyNot::OwnHouse
        | WhyNot::OneCar
        | WhyNot::NoFlights
        | WhyNot::FlightsTooFar
        | WhyNot::SetAside => false,
    };
    let decided = never.then(|| decided_by(&[action], answers, factors))?;
    let mut questions = decided.into_iter().flat_map(|(_, questions)| questions);
    questions.rfind(|question| answers.knows(*question))
}

/// Whether an action that changes how the home is heated leads to another heating than the household has.
#[inline(never)]
fn heats_otherwise(action: ActionId, home: &Household, factors: &Factors) -> bool {
    let mut leads = false;
    for &heating in Heating::ALL {
        let mut other = home.clone();
        other.heating = heating;
        if action.possible(&other, factors).is_err() {
            continue;
        }
        let led_to = Joint::of([Chosen::usual(action)]).changed(&other, factors);
        if led_to.heating == home.heating {
            return false;
        }
        leads |= led_to.heating != heating;
    }
    leads
}

/// Whether an item says that it is of another kind.
fn other_kind(item: &Item, is: &Item) -> bool {
    let mut options = item.fields.iter();
    options.any(|(field, answer)| {
        matches!(answer, Answer::Choice(_)) && is.fields.get(field) != Some(answer)
    })
}

/// The questions about amounts that an action changes and nobody has answered, first those of which it makes less:
/// with these the footprint would show what is done already.
pub fn untold(action: ActionId, answers: &Answers, factors: &Factors) -> Vec<Q> {
    let changes = changes(action, answers, factors).into_iter();
    let open = changes.filter(|(question, ..)| !answers.knows(*question));
    let (less, more): (Vec<_>, Vec<_>) = open.partition(|(_, was, is)| is.number() < was.number());
    let all = less.into_iter().chain(more);
    all.map(|(question, ..)| question).collect()
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
        if other_kind(item, is) {
            continue;
        }
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
    plan.cannot.retain(|(known, _)| *known != action);
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

//! Households that together use every row of the tables: what tests try, and what the methods page
//! reads every line's formula from.

use crate::question::FieldKind;
use crate::rows::Province;
use crate::{Answer, Answers, Item, Kind, QuestionId, file};

/// Homes whose other answers are then varied one at a time.
const HOMES: &[&str] = &[
    r#"{"province": "CN-HL", "settlement": "village", "members": 4, "heating": "coal_stove",
        "cooking": "biomass", "motorcycles": 1}"#,
    r#"{"province": "CN-SD", "settlement": "city", "members": 3, "heating": "district"}"#,
    r#"{"province": "CN-GD", "settlement": "town", "members": 2, "heating": "heat_pump",
        "cooking": "lpg", "water_heating": "lpg", "air_conditioners": 2}"#,
    r#"{"province": "CN-JS", "settlement": "city", "members": 5, "heating": "biomass_kang",
        "cooking": "coal", "water_heating": "solar", "dogs": 1, "cats": 1}"#,
    r#"{"province": "CN-BJ", "members": 3, "heating": "gas_boiler", "cooking": "electric",
        "water_heating": "heat_pump"}"#,
];

fn read(answers: &str) -> Answers {
    let text = ["{\"format\": 1, \"answers\": ", answers, "}"].concat();
    let read = file::read(&text).map(|file| file.answers);
    read.unwrap_or_default()
}

fn with(answers: &Answers, question: QuestionId, answer: Answer) -> Answers {
    let mut changed = answers.clone();
    changed.set(question, answer);
    changed
}

/// A list with one item for each option of each choice among its fields, and for each further unit.
pub fn every_item(question: QuestionId) -> Answer {
    let Kind::List { fields, .. } = question.kind() else {
        return Answer::Unknown;
    };
    let mut items = vec![Item::default()];
    for field in fields {
        if let FieldKind::Choice(options) = field.kind {
            items = items
                .iter()
                .flat_map(|item| options.iter().map(move |option| (item, option)))
                .map(|(item, option)| {
                    let mut item = item.clone();
                    item.fields.insert(field.id, Answer::Choice(option));
                    item
                })
                .collect();
        }
    }
    for field in fields {
        if let FieldKind::Number(kind) = field.kind {
            // the default unit would replace what the tables say of the item
            items.extend(kind.units.iter().skip(1).map(|choice| {
                let mut item = Item::default();
                let (value, unit) = (2.0, choice.unit);
                item.fields.insert(field.id, Answer::Number { value, unit });
                item
            }));
        }
    }
    Answer::List(items)
}

/// Every number answered in the unit at this place among the question's units.
fn every_number(answers: &Answers, at: usize) -> Answers {
    let mut answered = answers.clone();
    for &question in QuestionId::ALL {
        if let Kind::Number(kind) = question.kind()
            && let Some(choice) = kind.units.get(at)
        {
            let value = if at == 0 { kind.low.max(2.0) } else { 2.0 };
            let unit = choice.unit;
            answered.set(question, Answer::Number { value, unit });
        }
    }
    answered
}

/// Each home with nothing else answered, with every list full, with every number in each of its
/// units, and with every option of every choice; one of them in every province at that.
pub fn varied_answers() -> Vec<Answers> {
    let mut all = Vec::new();
    for home in HOMES.iter().map(|home| read(home)) {
        let full = with(&home, QuestionId::Cars, every_item(QuestionId::Cars));
        let full = with(&full, QuestionId::Flights, every_item(QuestionId::Flights));
        all.extend((0..4).map(|at| every_number(&full, at)));
        all.push(full);
        for &question in QuestionId::ALL {
            if let Kind::Choice(options) = question.kind() {
                let choices = options.iter().map(|option| Answer::Choice(option));
                all.extend(choices.map(|choice| with(&home, question, choice)));
            }
        }
        all.push(home);
    }
    let anywhere = HOMES.first().map(|home| read(home)).unwrap_or_default();
    for province in Province::all() {
        let home = with(
            &anywhere,
            QuestionId::Province,
            Answer::Choice(province.code()),
        );
        all.extend((1..4).map(|at| every_number(&home, at)));
    }
    all
}

/// Two of the homes, one in the north and one in the south, with every two options of two choices
/// together: what a line takes may depend on both. The province stays. Besides, every home whose meters
/// are read, with every option of every choice: its lines are parts of what the meters say.
pub fn paired_answers() -> Vec<Answers> {
    let choices: Vec<(QuestionId, &str)> = QuestionId::ALL
        .iter()
        .filter(|question| **question != QuestionId::Province)
        .flat_map(|question| match question.kind() {
            Kind::Choice(options) => options.iter().map(|option| (*question, *option)).collect(),
            _ => Vec::new(),
        })
        .collect();
    let mut all = Vec::new();
    for home in HOMES.iter().skip(1).take(2).map(|home| read(home)) {
        for (at, (one, option)) in choices.iter().enumerate() {
            let first = with(&home, *one, Answer::Choice(option));
            let others = choices
                .iter()
                .skip(at + 1)
                .filter(|(other, _)| other != one);
            all.extend(others.map(|(other, option)| with(&first, *other, Answer::Choice(option))));
        }
    }
    for home in HOMES.iter().map(|home| every_number(&read(home), 0)) {
        let options = choices.iter();
        all.extend(options.map(|(choice, option)| with(&home, *choice, Answer::Choice(option))));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_home_can_be_read() {
        assert!(HOMES.iter().all(|home| !read(home).is_empty()));
    }
}

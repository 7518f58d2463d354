//! The keys of the words that ids of the model have: what the build asks `locales/` for.
use std::collections::BTreeSet;
use std::path::Path;

use tanlu_model::footprint::{Origin, Who};
use tanlu_model::json::JsonKind;
use tanlu_model::population::OF_PROVINCES;
use tanlu_model::question::FieldKind;
use tanlu_model::rows::{
    BOUNDARIES, PLACES, Province, ProvinceQuantity, RowId, SHARE_GROUPS, Status,
};
use tanlu_model::{AnswerUnit, Domain, Kind, LineId, QuestionId};

use super::check::Words;

fn key(parts: &[&str]) -> String {
    parts.join(".")
}

/// All keys, sorted, each once.
pub fn all() -> Vec<String> {
    let mut keys = required();
    keys.extend(optional());
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Words of the tables that the static pages have too: the key here, by number where the page need not
/// know the text of the tables, and the key in `locales/pages`.
pub fn borrowed() -> Vec<(String, String)> {
    let by_number = |group: &str, from: &str, all: &[&str], first: usize| -> Vec<_> {
        let all = all.iter().enumerate().skip(first);
        all.map(|(at, text)| (key(&[group, &at.to_string()]), key(&[from, text])))
            .collect()
    };
    // the first boundary is none, and provinces have their name as answers
    let mut keys = by_number("boundary", "boundary", &BOUNDARIES, 1);
    keys.extend(by_number(
        "place",
        "region",
        &PLACES,
        Province::all().count(),
    ));
    let units: BTreeSet<&str> = RowId::all().map(|row| row.facts().unit.symbol()).collect();
    let parts: BTreeSet<&str> = units
        .iter()
        .flat_map(|unit| unit.split(['/', '.']))
        .collect();
    let unit = |part: &&str| (key(&["unit_part", part]), key(&["unit_part", part]));
    keys.extend(parts.iter().filter(|part| **part != "1").map(unit));
    keys
}

/// Words of the tables of shares, which the screen of the result shows: the key in its book, and the key in
/// `locales/pages`. What a question offers has its name as an answer.
pub fn of_shares() -> BTreeSet<(String, String)> {
    let mut keys = BTreeSet::new();
    let mut add = |group: &str, id: &str| {
        let key = key(&[group, id]);
        keys.insert((["ui.result.", &key].concat(), key));
    };
    for group in SHARE_GROUPS.into_iter().flatten() {
        add("region", group.region);
        if QuestionId::from_id(group.question).is_some() {
            continue;
        }
        add("share_question", group.question);
        // what a car may be has its name as the field of an answer
        if !group.question.starts_with("car_") {
            let options = group.shares.iter();
            options.for_each(|share| add("share_option", share.option));
        }
    }
    keys
}

/// Words that a question may have besides its label.
pub fn optional() -> Vec<String> {
    let questions = QuestionId::ALL.iter();
    questions
        .map(|question| key(&["question", question.id(), "help"]))
        .collect()
}

/// What every id needs.
pub fn required() -> Vec<String> {
    let mut keys: Vec<String> = borrowed().into_iter().map(|(key, _)| key).collect();
    let mut add = |group: &str, id: &str| keys.push(key(&[group, id]));
    Domain::ALL
        .iter()
        .for_each(|domain| add("domain", domain.id()));
    AnswerUnit::ALL
        .iter()
        .for_each(|unit| add("unit", unit.symbol()));
    for line in LineId::ALL {
        add("line", line.id());
        add("line_unit", line.unit());
    }
    JsonKind::ALL.iter().for_each(|kind| add("json", kind.id()));
    Origin::PLAIN
        .iter()
        .for_each(|origin| add("origin", origin.id()));
    ProvinceQuantity::ALL
        .iter()
        .for_each(|quantity| add("quantity", quantity.name()));
    Status::ALL
        .iter()
        .for_each(|status| add("status", status.name()));
    OF_PROVINCES
        .iter()
        .for_each(|question| add("national", question.id()));
    Who::ALL.iter().for_each(|who| add("who", who.id()));
    for question in QuestionId::ALL {
        of_question(*question, &mut keys);
    }
    keys
}

fn of_question(question: QuestionId, keys: &mut Vec<String>) {
    let id = question.id();
    let mut add = |parts: &[&str]| keys.push(key(parts));
    add(&["question", id, "label"]);
    match question.kind() {
        Kind::Choice(options) => {
            let of = if id.ends_with("_scope") { "scope" } else { id };
            options
                .iter()
                .for_each(|option| add(&["choice", of, option]));
        }
        Kind::Number(_) => {}
        Kind::List { fields, .. } => {
            add(&["item", id]);
            for field in fields {
                add(&["field", id, field.id]);
                if let FieldKind::Choice(options) = field.kind {
                    options
                        .iter()
                        .for_each(|option| add(&["choice", id, field.id, option]));
                }
            }
        }
    }
}

/// The section of the page's own messages; the compiler finds those that nothing shows.
const MESSAGES: &str = "ui.";
/// Which ids of the model have no words, and which words belong to no id.
pub fn shape(file: &Path, words: &Words) -> Vec<String> {
    let of_ids = words.keys().filter(|key| !key.starts_with(MESSAGES));
    unlike(file, of_ids, &required(), &optional())
}

/// Which keys are missing from a file, and which belong to nothing.
pub fn unlike<'a>(
    file: &Path,
    keys: impl Iterator<Item = &'a String>,
    required: &[String],
    optional: &[String],
) -> Vec<String> {
    let keys: BTreeSet<&String> = keys.collect();
    let missing = required
        .iter()
        .filter(|key| !keys.contains(key))
        .map(|key| (key, "missing"));
    let unused = keys
        .iter()
        .copied()
        .filter(|key| !required.contains(key) && !optional.contains(key));
    let faults = missing.chain(unused.map(|key| (key, "unused")));
    faults
        .map(|(key, fault)| format!("{}: {key}: {fault}", file.display()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::check::parse;
    use super::*;

    #[test]
    fn every_id_needs_words_and_no_word_stands_alone() {
        let words = parse("[domain]\nhome = 'Home'\nnowhere = 'Nowhere'").unwrap_or_default();
        let faults = shape(Path::new("a.toml"), &words);
        assert!(faults.contains(&"a.toml: domain.food: missing".to_owned()));
        assert!(faults.contains(&"a.toml: domain.nowhere: unused".to_owned()));
        assert!(!faults.iter().any(|fault| fault.contains("domain.home")));
    }
}

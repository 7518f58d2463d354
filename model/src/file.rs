//! The answers file: what the page exports and imports, and the command line reads.
//!
//! Format 1: `{"format": 1, "model": "…", "answers": {question: answer}, "plan": {…}, "before":
//! {line: kg}}`; `model`, `plan` and `before` are optional. A number stands in the question's
//! default unit or as `{"value": 120, "unit": "CNY/month"}`; `null` is "I don't know"; an absent
//! key was not asked. Every version ever written can be read.

use std::fmt;

use serde_json::{Map, Value as Written, json};

use crate::MODEL_VERSION;
use crate::answers::{Answer, Answers, Item};
use crate::catalogue::{Household, QuestionId};
use crate::factors::Factors;
use crate::footprint::LineId;
use crate::json::Json;
use crate::question::{Field, FieldKind, Kind, NumberKind};
use crate::unit::AnswerUnit;

/// The newest format that is written and read.
pub const FORMAT: u32 = 1;

/// Largest file that is read, in bytes: a hundred times what a full household takes.
pub const LARGEST_FILE: usize = 1_000_000;

/// Why a file was refused: the key at fault and what is allowed there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is not JSON, stands twice, or is nested too deep.
    Unreadable(String),
    /// It is larger than `LARGEST_FILE`.
    TooLarge,
    /// A key that no version knows.
    UnknownKey(String),
    /// A key that must be there is not.
    MissingKey(String),
    /// Written by a newer version: its format.
    Newer(String),
    /// A value that is not allowed: key, what was found, what is allowed.
    NotAllowed {
        /// The key, with the item and field of a list.
        key: String,
        /// What stands there.
        found: String,
        /// What is allowed there.
        allowed: String,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Unreadable(why) => write!(f, "not a readable answers file: {why}"),
            Refusal::TooLarge => write!(
                f,
                "larger than {LARGEST_FILE} bytes, which no answers file is"
            ),
            Refusal::UnknownKey(key) => write!(
                f,
                "{key}: unknown key; `tanlu questions --json` lists those allowed"
            ),
            Refusal::MissingKey(key) => write!(f, "{key}: missing; it must be there"),
            Refusal::Newer(format) => write!(f, "format: found {format}; allowed: 1 to {FORMAT}"),
            Refusal::NotAllowed {
                key,
                found,
                allowed,
            } => write!(f, "{key}: found {found}; allowed: {allowed}"),
        }
    }
}

impl std::error::Error for Refusal {}

fn refused(key: &str, found: impl Into<String>, allowed: impl Into<String>) -> Refusal {
    Refusal::NotAllowed {
        key: key.to_owned(),
        found: found.into(),
        allowed: allowed.into(),
    }
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AnswersFile {
    /// Version of the model that wrote it.
    pub model: Option<String>,
    /// The answers.
    pub answers: Answers,
    /// The lines as last computed, kg CO2e.
    pub before: Vec<(LineId, f64)>,
}

/// Reads an answers file.
///
/// # Errors
/// Names the first key at fault, what was found and what is allowed.
pub fn read(text: &str) -> Result<AnswersFile, Refusal> {
    if text.len() > LARGEST_FILE {
        return Err(Refusal::TooLarge);
    }
    let json: Json = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| Refusal::Unreadable(error.to_string()))?;
    let Json::Object(entries) = json else {
        return Err(refused("the file", json.kind(), "an object"));
    };
    let format = entries.iter().find(|(key, _)| key == "format");
    match format {
        Some((_, Json::Number(number))) if *number == f64::from(FORMAT) => {}
        Some((_, Json::Number(number))) if *number > f64::from(FORMAT) => {
            return Err(Refusal::Newer(number.to_string()));
        }
        Some((_, other)) => return Err(refused("format", shown(other), "1")),
        None => return Err(Refusal::MissingKey("format".to_owned())),
    }
    let mut file = AnswersFile::default();
    let mut answered = false;
    for (key, value) in &entries {
        match (key.as_str(), value) {
            ("format", _) => {}
            ("model", Json::Text(version)) => file.model = Some(version.clone()),
            ("answers", Json::Object(answers)) => {
                answered = true;
                file.answers = read_answers(answers)?;
            }
            // the plan belongs to a later version of the model; an empty one is all that is written
            ("plan", Json::Object(_)) => {}
            ("before", Json::Object(lines)) => file.before = read_before(lines)?,
            ("model", other) => return Err(refused(key, other.kind(), "a string")),
            ("answers" | "plan" | "before", other) => {
                return Err(refused(key, other.kind(), "an object"));
            }
            _ => return Err(Refusal::UnknownKey(key.clone())),
        }
    }
    if !answered {
        return Err(Refusal::MissingKey("answers".to_owned()));
    }
    Ok(file)
}

fn shown(json: &Json) -> String {
    match json {
        Json::Number(number) => number.to_string(),
        Json::Text(text) => format!("\"{text}\""),
        other => other.kind().to_owned(),
    }
}

fn read_before(lines: &[(String, Json)]) -> Result<Vec<(LineId, f64)>, Refusal> {
    let mut before = Vec::new();
    for (key, value) in lines {
        let Json::Number(kg) = value else {
            return Err(refused(&format!("before.{key}"), value.kind(), "a number"));
        };
        // a line that a newer model has dropped explains nothing any more
        if let Some(line) = LineId::ALL.iter().find(|line| line.id() == key) {
            before.push((*line, *kg));
        }
    }
    Ok(before)
}

fn read_answers(entries: &[(String, Json)]) -> Result<Answers, Refusal> {
    let mut answers = Answers::default();
    for (key, value) in entries {
        let question = QuestionId::from_id(key).ok_or_else(|| Refusal::UnknownKey(key.clone()))?;
        answers.set(question, read_answer(key, question.kind(), value)?);
    }
    check(&answers)?;
    Ok(answers)
}

fn read_answer(key: &str, kind: Kind, value: &Json) -> Result<Answer, Refusal> {
    match (kind, value) {
        (_, Json::Null) => Ok(Answer::Unknown),
        (Kind::Choice(options), value) => read_choice(key, options, value),
        (Kind::Number(kind), value) => read_number(key, &kind, value),
        (Kind::List { fields, most }, Json::List(items)) => {
            if items.len() > most {
                return Err(refused(
                    key,
                    format!("{} items", items.len()),
                    format!("at most {most}"),
                ));
            }
            let read = |(at, item)| read_item(&format!("{key}[{at}]"), fields, item);
            Ok(Answer::List(
                items
                    .iter()
                    .enumerate()
                    .map(read)
                    .collect::<Result<_, _>>()?,
            ))
        }
        (Kind::List { .. }, other) => Err(refused(key, other.kind(), "an array")),
    }
}

fn read_choice(
    key: &str,
    options: &'static [&'static str],
    value: &Json,
) -> Result<Answer, Refusal> {
    let Json::Text(text) = value else {
        return Err(refused(key, value.kind(), options.join(", ")));
    };
    let option = options.iter().copied().find(|option| option == text);
    option
        .map(Answer::Choice)
        .ok_or_else(|| refused(key, format!("\"{text}\""), options.join(", ")))
}

fn read_number(key: &str, kind: &NumberKind, value: &Json) -> Result<Answer, Refusal> {
    let units = || {
        kind.units
            .iter()
            .map(|choice| choice.unit.symbol())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let (value, unit) = match value {
        Json::Number(number) => (*number, kind.unit()),
        Json::Object(entries) => read_amount(key, kind, entries, &units)?,
        other => {
            let allowed = format!(
                "a number, or {{\"value\": number, \"unit\": one of {}}}",
                units()
            );
            return Err(refused(key, other.kind(), allowed));
        }
    };
    if kind.whole && value.fract() != 0.0 {
        return Err(refused(key, value.to_string(), "a whole number"));
    }
    Ok(Answer::Number { value, unit })
}

fn read_amount(
    key: &str,
    kind: &NumberKind,
    entries: &[(String, Json)],
    units: &dyn Fn() -> String,
) -> Result<(f64, AnswerUnit), Refusal> {
    let (mut amount, mut unit) = (None, kind.unit());
    for (part, value) in entries {
        match (part.as_str(), value) {
            ("value", Json::Number(number)) => amount = Some(*number),
            ("unit", Json::Text(symbol)) => {
                let known =
                    AnswerUnit::from_symbol(symbol).filter(|unit| kind.choice(*unit).is_some());
                unit = known.ok_or_else(|| refused(key, format!("unit \"{symbol}\""), units()))?;
            }
            ("value", other) => {
                return Err(refused(&format!("{key}.value"), other.kind(), "a number"));
            }
            ("unit", other) => return Err(refused(&format!("{key}.unit"), other.kind(), units())),
            _ => return Err(Refusal::UnknownKey(format!("{key}.{part}"))),
        }
    }
    let amount = amount.ok_or_else(|| Refusal::MissingKey(format!("{key}.value")))?;
    Ok((amount, unit))
}

fn read_item(key: &str, fields: &'static [Field], item: &Json) -> Result<Item, Refusal> {
    let Json::Object(entries) = item else {
        return Err(refused(key, item.kind(), "an object"));
    };
    let mut read = Item::default();
    for (name, value) in entries {
        let key = format!("{key}.{name}");
        let Some(field) = fields.iter().find(|field| field.id == name) else {
            return Err(Refusal::UnknownKey(key));
        };
        let answer = match (field.kind, value) {
            (_, Json::Null) => Answer::Unknown,
            (FieldKind::Choice(options), value) => read_choice(&key, options, value)?,
            (FieldKind::Number(kind), value) => read_number(&key, &kind, value)?,
        };
        read.fields.insert(field.id, answer);
    }
    Ok(read)
}

/// Checks every amount against its bounds, which in another unit depend on prices and contents.
///
/// # Errors
/// Names the first question out of bounds and the bounds in the unit of the answer.
pub fn check(answers: &Answers) -> Result<(), Refusal> {
    let factors = Factors::central();
    let household = Household::resolve(answers, &factors);
    for (question, answer) in answers.iter() {
        match (answer, question.kind()) {
            (Answer::Number { value, unit }, Kind::Number(kind)) => {
                in_bounds(question.id(), &kind, *value, *unit, &household, &factors)?;
            }
            (Answer::List(items), Kind::List { fields, .. }) => {
                for (at, item) in items.iter().enumerate() {
                    for field in fields {
                        if let (FieldKind::Number(kind), Some(Answer::Number { value, unit })) =
                            (field.kind, item.fields.get(field.id))
                        {
                            let key = format!("{}[{at}].{}", question.id(), field.id);
                            in_bounds(&key, &kind, *value, *unit, &household, &factors)?;
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let too_many = household.children > household.members - 1.0;
    if too_many && answers.knows(QuestionId::Children) {
        let allowed = format!(
            "0 to {} (members without the adult who answers)",
            household.members - 1.0
        );
        return Err(refused("children", household.children.to_string(), allowed));
    }
    Ok(())
}

/// The bounds of a number in one of its units.
pub fn bounds(
    kind: &NumberKind,
    unit: AnswerUnit,
    household: &Household,
    factors: &Factors,
) -> (f64, f64) {
    let per_unit = kind
        .choice(unit)
        .map_or(1.0, |choice| choice.conversion.per_unit(household, factors));
    (kind.low / per_unit, kind.high / per_unit)
}

fn in_bounds(
    key: &str,
    kind: &NumberKind,
    value: f64,
    unit: AnswerUnit,
    household: &Household,
    factors: &Factors,
) -> Result<(), Refusal> {
    let (low, high) = bounds(kind, unit, household, factors);
    if value.is_finite() && (low..=high).contains(&value) {
        return Ok(());
    }
    Err(refused(
        key,
        value.to_string(),
        format!("{low} to {high} {}", unit.symbol()),
    ))
}

fn write_answer(answer: &Answer, default_unit: Option<AnswerUnit>) -> Written {
    match answer {
        Answer::Unknown => Written::Null,
        Answer::Choice(id) => json!(id),
        Answer::Number { value, unit } if Some(*unit) == default_unit => json!(value),
        Answer::Number { value, unit } => json!({"value": value, "unit": unit.symbol()}),
        Answer::List(items) => items
            .iter()
            .map(|item| {
                // a field's unit is written out, so that the item stands alone
                item.fields
                    .iter()
                    .map(|(key, answer)| ((*key).to_owned(), write_answer(answer, None)))
                    .collect::<Map<_, _>>()
            })
            .map(Written::Object)
            .collect(),
    }
}

/// Writes an answers file in the newest format.
pub fn write(answers: &Answers, before: &[(LineId, f64)]) -> String {
    let written: Map<String, Written> = answers
        .iter()
        .map(|(question, answer)| {
            let unit = match question.kind() {
                Kind::Number(kind) => Some(kind.unit()),
                Kind::Choice(_) | Kind::List { .. } => None,
            };
            (question.id().to_owned(), write_answer(answer, unit))
        })
        .collect();
    let before: Map<String, Written> = before
        .iter()
        .map(|(line, kg)| (line.id().to_owned(), json!(kg)))
        .collect();
    let mut file = json!({"format": FORMAT, "model": MODEL_VERSION, "answers": written});
    if let (Some(object), false) = (file.as_object_mut(), before.is_empty()) {
        object.insert("before".to_owned(), Written::Object(before));
    }
    format!("{file:#}\n")
}

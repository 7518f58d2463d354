//! The answers file: what the page exports and imports, and the command line reads.
//!
//! Format 2: `{"format": 2, "model": "…", "answers": {question: answer}, "plan": {…}, "before":
//! {line: kg}}`; `model`, `plan` and `before` are optional. A number stands in the question's
//! default unit or as `{"value": 120, "unit": "CNY/month"}`; `null` is "I don't know"; an absent
//! key was not asked. A plan is `{"actions": {action: {"from": year, "strength": number}}, "already":
//! [action], "wrote": {place: action}, "cannot": {action: obstacle}, "costs": {action: {"upfront": yuan,
//! "running": yuan, "life": years}}, "prices": {tariff: yuan}}`, all of it optional; yuan and years are a number or
//! `{"low": 18000, "high": 25000}`; "wrote" names the questions, or the fields of
//! lists (`cars[0].fuel_use`), that were open until an action of "already" answered them. An action stands in one of
//! "actions", "already" and "cannot" at most: no version has written another file.
//!
//! Every version ever written can be read. Format 1 is the same, from the time when plans were written empty.

use std::fmt;
use std::ops::RangeInclusive;

use crate::MODEL_VERSION;
use crate::actions::{ActionId, Chosen};
use crate::answers::{Answer, Answers, Item};
use crate::catalogue::{Household, QuestionId};
use crate::factors::Factors;
use crate::footprint::LineId;
use crate::json::{Json, JsonKind};
use crate::plan::{
    Expected, MOST_PRICE, MOST_YEARS, MOST_YUAN, Obstacle, OwnCost, PLANNED, Place, Plan, Step,
    Tariff,
};
use crate::question::{Field, FieldKind, Kind, NumberKind};
use crate::unit::{AnswerUnit, UnitChoice};

/// The newest format that is written and read.
pub const FORMAT: u32 = 2;

/// The formats that are read.
pub const FORMATS: RangeInclusive<u32> = 1..=FORMAT;

/// The most that a line can come to, kg: more than all bounds of all answers together allow.
const MOST_KG: f64 = 1e9;

/// Largest file that is read, in bytes: a hundred times what a full household takes.
pub const LARGEST_FILE: usize = 1_000_000;

/// Why a file was refused: the key at fault and what is allowed there.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// It is not JSON, or nested too deep, from this place on.
    NotJson {
        /// Counted from one.
        line: usize,
        /// Counted from one.
        column: usize,
    },
    /// It is JSON, but no object: of this kind.
    NoObject(JsonKind),
    /// It is larger than `LARGEST_FILE`.
    TooLarge,
    /// A key that stands twice, with what it stands in.
    Twice(String),
    /// A key that no version knows.
    UnknownKey {
        /// The key, with what it stands in.
        key: String,
        /// Those that may stand there.
        known: Keys,
    },
    /// An action of the plan that stands in two places of which one excludes the other.
    Conflict {
        /// One place, with the action.
        key: String,
        /// The other.
        other: String,
    },
    /// A key that must be there is not.
    MissingKey(String),
    /// Written by a newer version: its format.
    Newer(f64),
    /// A value that is not allowed.
    NotAllowed {
        /// The key, with the item and field of a list.
        key: String,
        /// What stands there.
        found: Found,
        /// What is allowed there.
        allowed: Allowed,
    },
}

/// What stands where it is not allowed.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// A value of another kind.
    Kind(JsonKind),
    /// A number.
    Number(f64),
    /// A string: an option or a unit.
    Text(String),
    /// So many items.
    Items(usize),
}

/// What is allowed instead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Allowed {
    /// A value of this kind.
    Kind(JsonKind),
    /// One of the formats that can be read.
    Formats,
    /// One of these option ids.
    Options(&'static [&'static str]),
    /// One of these units.
    Units(&'static [UnitChoice]),
    /// A number in the first of these units, or an object with `value` and `unit`.
    Amount(&'static [UnitChoice]),
    /// No more items than this.
    Items(usize),
    /// The id of an action.
    Actions,
    /// A whole number.
    Whole,
    /// A year of [`PLANNED`].
    Years,
    /// A number between two bounds.
    Between {
        /// The smallest.
        low: f64,
        /// The largest.
        high: f64,
    },
    /// A number between two bounds.
    Range {
        /// The smallest.
        low: f64,
        /// The largest.
        high: f64,
        /// The unit of both.
        unit: AnswerUnit,
    },
}

/// The keys that may stand somewhere in a file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Keys {
    /// The ids of questions.
    Questions,
    /// The ids of lines.
    Lines,
    /// These.
    These(&'static [&'static str]),
    /// The ids of a list's fields.
    Fields(&'static [Field]),
}

/// The symbols of units, as an answers file writes them.
pub fn symbols(units: &[UnitChoice]) -> String {
    let symbols: Vec<&str> = units.iter().map(|choice| choice.unit.symbol()).collect();
    symbols.join(", ")
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NotJson { line, column } => write!(
                f,
                "not a readable answers file: no JSON from line {line}, column {column}"
            ),
            Refusal::NoObject(kind) => write!(
                f,
                "not an answers file: found {}; allowed: an object",
                kind.id()
            ),
            Refusal::TooLarge => write!(
                f,
                "larger than {LARGEST_FILE} bytes, which no answers file is"
            ),
            Refusal::Twice(key) => write!(f, "{key}: stands twice; allowed: once"),
            Refusal::UnknownKey { key, known } => write!(f, "{key}: unknown key; {known}"),
            Refusal::Conflict { key, other } => write!(
                f,
                "{key}: stands beside {other}; allowed: an action in one of plan.actions, plan.already, plan.cannot"
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

impl Keys {
    /// They, where they are few; none where they are the questions.
    pub fn ids(self) -> Vec<&'static str> {
        match self {
            Keys::Questions | Keys::Lines => Vec::new(),
            Keys::These(keys) => keys.to_vec(),
            Keys::Fields(fields) => fields.iter().map(|field| field.id).collect(),
        }
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Keys::Questions => f.write_str("`tanlu questions --json` lists those allowed"),
            Keys::Lines => f.write_str("`tanlu estimate --json` lists those allowed"),
            Keys::These(_) | Keys::Fields(_) => write!(f, "allowed: {}", self.ids().join(", ")),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Found::Kind(kind) => f.write_str(kind.id()),
            Found::Number(number) => write!(f, "{number}"),
            Found::Text(text) => write!(f, "\"{text}\""),
            Found::Items(count) => write!(f, "{count} items"),
        }
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Allowed::Kind(kind) => f.write_str(kind.id()),
            Allowed::Formats => {
                let known: Vec<String> = FORMATS.map(|format| format.to_string()).collect();
                f.write_str(&known.join(" or "))
            }
            Allowed::Options(options) => f.write_str(&options.join(", ")),
            Allowed::Units(units) => write!(f, "unit {}", symbols(units)),
            Allowed::Amount(units) => write!(
                f,
                "a number, or {{\"value\": number, \"unit\": one of {}}}",
                symbols(units)
            ),
            Allowed::Items(most) => write!(f, "at most {most}"),
            Allowed::Actions => {
                let ids: Vec<&str> = ActionId::ALL.iter().map(|action| action.id()).collect();
                write!(f, "an action: {}", ids.join(", "))
            }
            Allowed::Whole => f.write_str("a whole number"),
            Allowed::Years => write!(f, "a year from {} to {}", PLANNED.start(), PLANNED.end()),
            Allowed::Between { low, high } => write!(f, "{low} to {high}"),
            Allowed::Range { low, high, unit } => {
                write!(f, "{low} to {high} {}", unit.symbol())
            }
        }
    }
}

impl std::error::Error for Refusal {}

fn refused(key: &str, found: Found, allowed: Allowed) -> Refusal {
    Refusal::NotAllowed {
        key: key.to_owned(),
        found,
        allowed,
    }
}

/// A value of the wrong kind.
fn another_kind(key: &str, found: &Json, allowed: JsonKind) -> Refusal {
    refused(key, Found::Kind(found.kind()), Allowed::Kind(allowed))
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AnswersFile {
    /// Version of the model that wrote it, if it says so: an empty text does not.
    pub model: Option<String>,
    /// The answers.
    pub answers: Answers,
    /// The lines as last computed, kg CO2e.
    pub before: Vec<(LineId, f64)>,
    /// What lines came to that the model has no longer, kg CO2e.
    pub gone: f64,
    /// The plan.
    pub plan: Plan,
}

/// Reads an answers file.
///
/// # Errors
/// Names the first key at fault, what was found and what is allowed.
pub fn read(text: &str) -> Result<AnswersFile, Refusal> {
    if text.len() > LARGEST_FILE {
        return Err(Refusal::TooLarge);
    }
    let json: Json =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            Refusal::NotJson {
                line: error.line(),
                column: error.column(),
            }
        })?;
    if let Some(key) = json.twice() {
        // answers are known by their questions, as everywhere
        let key = key
            .strip_prefix("answers.")
            .map(str::to_owned)
            .unwrap_or(key);
        return Err(Refusal::Twice(key));
    }
    let Json::Object(entries) = json else {
        return Err(Refusal::NoObject(json.kind()));
    };
    match entries.iter().find(|(key, _)| key == "format") {
        Some((_, Json::Number(number)))
            if FORMATS.into_iter().any(|known| f64::from(known) == *number) => {}
        Some((_, Json::Number(number))) if *number > f64::from(FORMAT) => {
            return Err(Refusal::Newer(*number));
        }
        Some((_, other)) => return Err(refused("format", found(other), Allowed::Formats)),
        None => return Err(Refusal::MissingKey("format".to_owned())),
    }
    let mut file = AnswersFile::default();
    let (mut answered, mut dropped) = (false, None);
    for (key, value) in &entries {
        match (key.as_str(), value) {
            ("format", _) => {}
            ("model", Json::Text(version)) => {
                file.model = Some(version.clone()).filter(|version| !version.trim().is_empty());
            }
            ("answers", Json::Object(answers)) => {
                answered = true;
                file.answers = read_answers(answers)?;
            }
            ("plan", Json::Object(plan)) => file.plan = read_plan(plan)?,
            ("before", Json::Object(lines)) => {
                (file.before, file.gone, dropped) = read_before(lines)?;
            }
            ("model", other) => return Err(another_kind(key, other, JsonKind::Text)),
            ("answers" | "plan" | "before", other) => {
                return Err(another_kind(key, other, JsonKind::Object));
            }
            _ => {
                return Err(unknown(
                    key,
                    &["format", "model", "answers", "plan", "before"],
                ));
            }
        }
    }
    if !answered {
        return Err(Refusal::MissingKey("answers".to_owned()));
    }
    // a line that another version of the model had counts in its total; this one never wrote it
    match (dropped, file.model.as_deref()) {
        (Some(key), None | Some(MODEL_VERSION)) => Err(Refusal::UnknownKey {
            key,
            known: Keys::Lines,
        }),
        _ => Ok(file),
    }
}

fn found(json: &Json) -> Found {
    match json {
        Json::Number(number) => Found::Number(*number),
        Json::Text(text) => Found::Text(text.clone()),
        other => Found::Kind(other.kind()),
    }
}

/// The lines as last computed, what those come to that are no lines of this model, and the first key of such.
type Before = (Vec<(LineId, f64)>, f64, Option<String>);

fn read_before(lines: &[(String, Json)]) -> Result<Before, Refusal> {
    let (mut before, mut gone, mut dropped) = (Vec::new(), 0.0, None);
    for (key, value) in lines {
        let kg = number(&["before.", key].concat(), value, 0.0, MOST_KG)?;
        match LineId::ALL.iter().find(|line| line.id() == key) {
            Some(line) => before.push((*line, kg)),
            None => {
                gone += kg;
                dropped = dropped.or_else(|| Some(["before.", key].concat()));
            }
        }
    }
    Ok((before, gone, dropped))
}

/// The action that a key names.
fn action(key: &str, id: &str) -> Result<ActionId, Refusal> {
    ActionId::from_id(id).ok_or_else(|| {
        let ids = Allowed::Actions;
        refused(key, Found::Text(id.to_owned()), ids)
    })
}

fn object<'a>(key: &str, json: &'a Json) -> Result<&'a [(String, Json)], Refusal> {
    match json {
        Json::Object(entries) => Ok(entries),
        other => Err(another_kind(key, other, JsonKind::Object)),
    }
}

/// A year in which something may be planned.
fn year(key: &str, json: &Json) -> Result<u16, Refusal> {
    let Json::Number(number) = json else {
        return Err(another_kind(key, json, JsonKind::Number));
    };
    let mut years = PLANNED;
    let year = years.find(|year| f64::from(*year) == *number);
    year.ok_or_else(|| refused(key, found(json), Allowed::Years))
}

/// A number between two bounds.
fn number(key: &str, json: &Json, low: f64, high: f64) -> Result<f64, Refusal> {
    match json {
        Json::Number(number) if (low..=high).contains(number) => Ok(*number),
        Json::Number(_) => Err(refused(key, found(json), Allowed::Between { low, high })),
        other => Err(another_kind(key, other, JsonKind::Number)),
    }
}

fn unknown(key: &str, known: &'static [&'static str]) -> Refusal {
    Refusal::UnknownKey {
        key: key.to_owned(),
        known: Keys::These(known),
    }
}

fn no_question(key: &str) -> Refusal {
    Refusal::UnknownKey {
        key: key.to_owned(),
        known: Keys::Questions,
    }
}

fn read_plan(entries: &[(String, Json)]) -> Result<Plan, Refusal> {
    let mut plan = Plan::none();
    for (part, value) in entries {
        let key = ["plan.", part].concat();
        match part.as_str() {
            "actions" => {
                for (id, step) in object(&key, value)? {
                    let key = [&key, ".", id].concat();
                    plan.choose(read_step(&key, action(&key, id)?, object(&key, step)?)?);
                }
            }
            "already" => {
                let Json::List(ids) = value else {
                    return Err(another_kind(&key, value, JsonKind::List));
                };
                for id in ids {
                    let Json::Text(id) = id else {
                        return Err(another_kind(&key, id, JsonKind::Text));
                    };
                    let action = action(&key, id)?;
                    if !plan.already.contains(&action) {
                        plan.already.push(action);
                    }
                }
            }
            "wrote" => {
                for (id, by) in object(&key, value)? {
                    let key = [&key, ".", id].concat();
                    let place = Place::from_key(id).ok_or_else(|| no_question(&key))?;
                    let Json::Text(by) = by else {
                        return Err(another_kind(&key, by, JsonKind::Text));
                    };
                    plan.wrote.push((place, action(&key, by)?));
                }
            }
            "cannot" => {
                for (id, why) in object(&key, value)? {
                    let key = [&key, ".", id].concat();
                    let action = action(&key, id)?;
                    let obstacle = match why {
                        Json::Text(id) => Obstacle::from_id(id),
                        _ => None,
                    };
                    let allowed = Allowed::Options(Obstacle::IDS);
                    let obstacle = obstacle.ok_or_else(|| refused(&key, found(why), allowed))?;
                    plan.cannot.push((action, obstacle));
                }
            }
            "costs" => {
                for (id, cost) in object(&key, value)? {
                    let key = [&key, ".", id].concat();
                    let action = action(&key, id)?;
                    plan.costs
                        .push((action, read_cost(&key, object(&key, cost)?)?));
                }
            }
            "prices" => {
                for (id, price) in object(&key, value)? {
                    let key = [&key, ".", id].concat();
                    let tariff = Tariff::from_id(id).ok_or_else(|| unknown(&key, Tariff::IDS))?;
                    plan.prices
                        .push((tariff, read_expected(&key, price, 0.0, MOST_PRICE)?));
                }
            }
            _ => {
                return Err(unknown(
                    &key,
                    &["actions", "already", "wrote", "cannot", "costs", "prices"],
                ));
            }
        }
    }
    without_conflict(&plan)?;
    Ok(plan)
}

/// Refuses a plan by which an action is wanted, done already and impossible, or two of these.
fn without_conflict(plan: &Plan) -> Result<(), Refusal> {
    for action in ActionId::ALL.iter().copied() {
        let places = [
            ("actions", plan.step(action).is_some()),
            ("already", plan.already.contains(&action)),
            ("cannot", plan.cannot(action).is_some()),
        ];
        let mut there = places.iter().filter(|(_, there)| *there);
        if let (Some((one, _)), Some((other, _))) = (there.next(), there.next()) {
            let [other, key] = [one, other].map(|part| ["plan.", part, ".", action.id()].concat());
            return Err(Refusal::Conflict { key, other });
        }
    }
    Ok(())
}

fn read_step(key: &str, action: ActionId, entries: &[(String, Json)]) -> Result<Step, Refusal> {
    let mut chosen = Chosen::usual(action);
    let mut from = None;
    for (part, value) in entries {
        let key = [key, ".", part].concat();
        match part.as_str() {
            "from" => {
                from = Some(year(&key, value)?);
            }
            "strength" => match action.strength() {
                Some(strength) => {
                    chosen.strength = number(&key, value, strength.low, strength.high)?;
                }
                None => return Err(unknown(&key, &["from"])),
            },
            _ if action.strength().is_some() => return Err(unknown(&key, &["from", "strength"])),
            _ => return Err(unknown(&key, &["from"])),
        }
    }
    let from = from.ok_or_else(|| Refusal::MissingKey([key, ".from"].concat()))?;
    Ok(Step { chosen, from })
}

fn read_cost(key: &str, entries: &[(String, Json)]) -> Result<OwnCost, Refusal> {
    let mut cost = OwnCost::default();
    for (part, value) in entries {
        let key = [key, ".", part].concat();
        let yuan = || read_expected(&key, value, -MOST_YUAN, MOST_YUAN).map(Some);
        match part.as_str() {
            "upfront" => cost.upfront = yuan()?,
            "running" => cost.running = yuan()?,
            "life" => cost.life = Some(read_expected(&key, value, 1.0, MOST_YEARS)?),
            _ => return Err(unknown(&key, &["upfront", "running", "life"])),
        }
    }
    Ok(cost)
}

/// A number, or the least and the most.
fn read_expected(key: &str, value: &Json, low: f64, high: f64) -> Result<Expected, Refusal> {
    let Json::Object(entries) = value else {
        return number(key, value, low, high).map(Expected::exactly);
    };
    let (mut least, mut most) = (None, None);
    for (part, value) in entries {
        let key = [key, ".", part].concat();
        match part.as_str() {
            "low" => least = Some(number(&key, value, low, high)?),
            "high" => most = Some(number(&key, value, low, high)?),
            _ => return Err(unknown(&key, &["low", "high"])),
        }
    }
    let missing = |part: &str| Refusal::MissingKey([key, ".", part].concat());
    let low = least.ok_or_else(|| missing("low"))?;
    let most = most.ok_or_else(|| missing("high"))?;
    if most < low {
        let allowed = Allowed::Between { low, high };
        return Err(refused(
            &[key, ".high"].concat(),
            Found::Number(most),
            allowed,
        ));
    }
    Ok(Expected { low, high: most })
}

fn read_answers(entries: &[(String, Json)]) -> Result<Answers, Refusal> {
    let mut answers = Answers::default();
    for (key, value) in entries {
        let question = QuestionId::from_id(key).ok_or_else(|| no_question(key))?;
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
                    Found::Items(items.len()),
                    Allowed::Items(most),
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
        (Kind::List { .. }, other) => Err(another_kind(key, other, JsonKind::List)),
    }
}

fn read_choice(
    key: &str,
    options: &'static [&'static str],
    value: &Json,
) -> Result<Answer, Refusal> {
    let option = match value {
        Json::Text(text) => options.iter().copied().find(|option| option == text),
        _ => None,
    };
    option
        .map(Answer::Choice)
        .ok_or_else(|| refused(key, found(value), Allowed::Options(options)))
}

fn read_number(key: &str, kind: &NumberKind, value: &Json) -> Result<Answer, Refusal> {
    let (value, unit) = match value {
        Json::Number(number) => (*number, kind.unit()),
        Json::Object(entries) => read_amount(key, kind, entries)?,
        other => return Err(refused(key, found(other), Allowed::Amount(kind.units))),
    };
    Ok(Answer::Number { value, unit })
}

fn read_amount(
    key: &str,
    kind: &NumberKind,
    entries: &[(String, Json)],
) -> Result<(f64, AnswerUnit), Refusal> {
    let (mut amount, mut unit) = (None, kind.unit());
    for (part, value) in entries {
        match (part.as_str(), value) {
            ("value", Json::Number(number)) => amount = Some(*number),
            ("unit", Json::Text(symbol)) => {
                let known =
                    AnswerUnit::from_symbol(symbol).filter(|unit| kind.choice(*unit).is_some());
                unit =
                    known.ok_or_else(|| refused(key, found(value), Allowed::Units(kind.units)))?;
            }
            ("value", other) => {
                return Err(another_kind(
                    &format!("{key}.value"),
                    other,
                    JsonKind::Number,
                ));
            }
            ("unit", other) => {
                let key = format!("{key}.unit");
                return Err(refused(&key, found(other), Allowed::Units(kind.units)));
            }
            _ => return Err(unknown(&format!("{key}.{part}"), &["value", "unit"])),
        }
    }
    let amount = amount.ok_or_else(|| Refusal::MissingKey(format!("{key}.value")))?;
    Ok((amount, unit))
}

fn read_item(key: &str, fields: &'static [Field], item: &Json) -> Result<Item, Refusal> {
    let Json::Object(entries) = item else {
        return Err(another_kind(key, item, JsonKind::Object));
    };
    let mut read = Item::default();
    for (name, value) in entries {
        let key = format!("{key}.{name}");
        let Some(field) = fields.iter().find(|field| field.id == name) else {
            let known = Keys::Fields(fields);
            return Err(Refusal::UnknownKey { key, known });
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

/// Checks every amount: within its bounds, which in another unit depend on prices and contents, and
/// whole where only whole numbers make sense. What is accepted here can be written and read again.
///
/// # Errors
/// Names the first question at fault and what is allowed in the unit of the answer.
pub fn check(answers: &Answers) -> Result<(), Refusal> {
    let factors = Factors::central();
    let household = Household::resolve(answers, &factors);
    for (question, answer) in answers.iter() {
        check_one(question, answer, &household, &factors)?;
    }
    Ok(())
}

fn check_one(
    question: QuestionId,
    answer: &Answer,
    household: &Household,
    factors: &Factors,
) -> Result<(), Refusal> {
    match (answer, question.kind()) {
        (Answer::Number { value, unit }, Kind::Number(kind)) => {
            in_bounds(question.id(), &kind, *value, *unit, household, factors)
        }
        (Answer::List(items), Kind::List { fields, most }) => {
            if items.len() > most {
                let found = Found::Items(items.len());
                return Err(refused(question.id(), found, Allowed::Items(most)));
            }
            for (at, item) in items.iter().enumerate() {
                for field in fields {
                    if let (FieldKind::Number(kind), Some(Answer::Number { value, unit })) =
                        (field.kind, item.fields.get(field.id))
                    {
                        let key = format!("{}[{at}].{}", question.id(), field.id);
                        in_bounds(&key, &kind, *value, *unit, household, factors)?;
                    }
                }
            }
            Ok(())
        }
        _ => Ok(()),
    }
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
    if kind.whole && value.fract() != 0.0 {
        return Err(refused(key, Found::Number(value), Allowed::Whole));
    }
    let (low, high) = bounds(kind, unit, household, factors);
    if value.is_finite() && (low..=high).contains(&value) {
        return Ok(());
    }
    Err(refused(
        key,
        Found::Number(value),
        Allowed::Range { low, high, unit },
    ))
}

/// Writes an answers file in the newest format. `shown` writes a number in its shortest form that
/// reads back as the same: the browser and the standard library each have their own.
pub fn write(
    answers: &Answers,
    plan: &Plan,
    before: &[(LineId, f64)],
    shown: &dyn Fn(f64) -> String,
) -> String {
    write_of(MODEL_VERSION, answers, plan, (before, 0.0), shown)
}

/// The key under which the lines are kept together that the model has no longer.
const GONE: &str = "gone";

/// The same with the version of the model whose lines `before` are, and what its other lines came to.
pub fn write_of(
    model: &str,
    answers: &Answers,
    plan: &Plan,
    (before, gone): (&[(LineId, f64)], f64),
    shown: &dyn Fn(f64) -> String,
) -> String {
    // a version comes from a file: what JSON would escape is left out
    let plain = |sign: &char| !matches!(sign, '"' | '\\' | '\0'..='\x1f');
    let model: String = model.chars().filter(plain).collect();
    let written: Vec<String> = answers
        .iter()
        .map(|(question, answer)| {
            let unit = match question.kind() {
                Kind::Number(kind) => Some(kind.unit()),
                Kind::Choice(_) | Kind::List { .. } => None,
            };
            entry(question.id(), &write_answer(answer, unit, shown))
        })
        .collect();
    let known = before.iter().map(|(line, kg)| (line.id(), *kg));
    let gone = (gone > 0.0).then_some((GONE, gone));
    let lines: Vec<String> = known
        .chain(gone)
        .map(|(line, kg)| entry(line, &shown(kg)))
        .collect();
    let before = if lines.is_empty() {
        String::new()
    } else {
        [",\n\"before\": {\n", &lines.join(",\n"), "\n}"].concat()
    };
    let format = shown(f64::from(FORMAT));
    let answers = written.join(",\n");
    [
        "{\n\"format\": ",
        &format,
        ",\n\"model\": \"",
        &model,
        "\",\n\"answers\": {\n",
        &answers,
        "\n}",
        &write_plan(plan, shown),
        &before,
        "\n}\n",
    ]
    .concat()
}

/// A plan as a part of the file; nothing where there is none.
fn write_plan(plan: &Plan, shown: &dyn Fn(f64) -> String) -> String {
    let parts = [
        (
            "actions",
            entries(&plan.steps, |step| {
                let Chosen { action, strength } = step.chosen;
                let from = entry("from", &shown(f64::from(step.from)));
                let value = match action.strength() {
                    Some(_) => [&from, ", ", &entry("strength", &shown(strength))].concat(),
                    None => from,
                };
                (action.id(), ["{", &value, "}"].concat())
            }),
        ),
        (
            "wrote",
            entries(&plan.wrote, |(place, action)| {
                (place.key(), ["\"", action.id(), "\""].concat())
            }),
        ),
        (
            "cannot",
            entries(&plan.cannot, |(action, obstacle)| {
                (action.id(), ["\"", obstacle.id(), "\""].concat())
            }),
        ),
        (
            "costs",
            entries(&plan.costs, |(action, cost)| {
                let OwnCost {
                    upfront,
                    running,
                    life,
                } = cost;
                let parts = [("upfront", upfront), ("running", running), ("life", life)];
                let parts = parts.into_iter();
                let parts = parts.filter_map(|(part, own)| Some((part, own.as_ref()?)));
                let parts: Vec<String> = parts
                    .map(|(part, own)| entry(part, &write_expected(own, shown)))
                    .collect();
                (action.id(), ["{", &parts.join(", "), "}"].concat())
            }),
        ),
        (
            "prices",
            entries(&plan.prices, |(tariff, own)| {
                (tariff.id(), write_expected(own, shown))
            }),
        ),
    ];
    let mut written: Vec<String> = parts
        .into_iter()
        .filter(|(_, entries)| !entries.is_empty())
        .map(|(key, entries)| entry(key, &["{\n", &entries, "\n}"].concat()))
        .collect();
    if !plan.already.is_empty() {
        let ids: Vec<&str> = plan.already.iter().map(|action| action.id()).collect();
        written.push(entry(
            "already",
            &["[\"", &ids.join("\", \""), "\"]"].concat(),
        ));
    }
    if written.is_empty() {
        return String::new();
    }
    [",\n\"plan\": {\n", &written.join(",\n"), "\n}"].concat()
}

/// The entries of a part of a plan, each under its id.
fn write_expected(own: &Expected, shown: &dyn Fn(f64) -> String) -> String {
    let Expected { low, high } = own;
    if low == high {
        return shown(*low);
    }
    let (low, high) = (entry("low", &shown(*low)), entry("high", &shown(*high)));
    ["{", &low, ", ", &high, "}"].concat()
}

fn entries<T, K: AsRef<str>>(list: &[T], write: impl Fn(&T) -> (K, String)) -> String {
    let written: Vec<String> = list
        .iter()
        .map(|item| {
            let (id, value) = write(item);
            entry(id.as_ref(), &value)
        })
        .collect();
    written.join(",\n")
}

/// A key and its value. Ids and symbols hold nothing that JSON would escape.
fn entry(key: &str, value: &str) -> String {
    ["\"", key, "\": ", value].concat()
}

fn write_answer(
    answer: &Answer,
    default_unit: Option<AnswerUnit>,
    shown: &dyn Fn(f64) -> String,
) -> String {
    match answer {
        Answer::Unknown => "null".to_owned(),
        Answer::Choice(id) => ["\"", id, "\""].concat(),
        Answer::Number { value, unit } if Some(*unit) == default_unit => shown(*value),
        Answer::Number { value, unit } => [
            "{\"value\": ",
            &shown(*value),
            ", \"unit\": \"",
            unit.symbol(),
            "\"}",
        ]
        .concat(),
        Answer::List(items) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| {
                    let fields: Vec<String> = item
                        .fields
                        .iter()
                        // a field's unit is written out, so that the item stands alone
                        .map(|(key, answer)| entry(key, &write_answer(answer, None, shown)))
                        .collect();
                    ["{", &fields.join(", "), "}"].concat()
                })
                .collect();
            ["[", &items.join(", "), "]"].concat()
        }
    }
}

//! Answers as the browser keeps them: the answers file of design.md section 6.
//!
//! Writing needs no library, since keys are ids and values are numbers; reading is the browser's
//! own JSON.
use js_sys::{Array, JSON, Object, Reflect};
use tanlu_model::question::{Field, FieldKind, NumberKind};
use tanlu_model::{Answer, AnswerUnit, Answers, Item, Kind, MODEL_VERSION, QuestionId};
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// What was kept is damaged or of another format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unreadable;

const FORMAT: f64 = 1.0;

/// The answers as JSON.
pub fn write(answers: &Answers) -> String {
    let entries: Vec<String> = answers
        .iter()
        .map(|(question, answer)| format!("\"{}\":{}", question.id(), json(answer)))
        .collect();
    format!(
        "{{\"format\":1,\"model\":\"{}\",\"answers\":{{{}}}}}",
        MODEL_VERSION,
        entries.join(",")
    )
}

fn json(answer: &Answer) -> String {
    match answer {
        Answer::Unknown => "null".to_owned(),
        Answer::Choice(id) => format!("\"{id}\""),
        Answer::Number { value, unit } => format!(
            "{{\"value\":{},\"unit\":\"{}\"}}",
            shortest(*value),
            unit.symbol()
        ),
        Answer::List(items) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| {
                    let fields: Vec<String> = item
                        .fields
                        .iter()
                        .map(|(id, answer)| format!("\"{id}\":{}", json(answer)))
                        .collect();
                    format!("{{{}}}", fields.join(","))
                })
                .collect();
            format!("[{}]", items.join(","))
        }
    }
}

/// A number in the browser's own shortest form; the standard library's would add 10 kB to the page.
fn shortest(value: f64) -> String {
    js_sys::Number::from(value)
        .to_string_with_radix(10)
        .ok()
        .map(String::from)
        .unwrap_or_default()
}

/// The answers of a text written by [`write`]; one wrong entry makes the whole unreadable.
pub fn read(text: &str) -> Result<Answers, Unreadable> {
    let whole = JSON::parse(text).map_err(|_| Unreadable)?;
    if get(&whole, "format")?.as_f64() != Some(FORMAT) {
        return Err(Unreadable);
    }
    let entries: Object = get(&whole, "answers")?.dyn_into().map_err(|_| Unreadable)?;
    let mut answers = Answers::default();
    for (key, value) in entries_of(&entries)? {
        let question = QuestionId::from_id(&key).ok_or(Unreadable)?;
        answers.set(question, answer(&question.kind(), &value)?);
    }
    Ok(answers)
}

fn answer(kind: &Kind, value: &JsValue) -> Result<Answer, Unreadable> {
    if value.is_null() {
        return Ok(Answer::Unknown);
    }
    match kind {
        Kind::Choice(ids) => option(ids, value),
        Kind::Number(kind) => number(kind, value),
        Kind::List { fields, most } => {
            let items: &Array = value.dyn_ref().ok_or(Unreadable)?;
            if items.length() as usize > *most {
                return Err(Unreadable);
            }
            items
                .iter()
                .map(|one| item(fields, &one))
                .collect::<Result<_, _>>()
                .map(Answer::List)
        }
    }
}

fn item(fields: &'static [Field], value: &JsValue) -> Result<Item, Unreadable> {
    let object: &Object = value.dyn_ref().ok_or(Unreadable)?;
    let mut item = Item::default();
    for (key, value) in entries_of(object)? {
        let field = fields
            .iter()
            .find(|field| field.id == key)
            .ok_or(Unreadable)?;
        let known = match &field.kind {
            _ if value.is_null() => Answer::Unknown,
            FieldKind::Choice(ids) => option(ids, &value)?,
            FieldKind::Number(kind) => number(kind, &value)?,
        };
        item.fields.insert(field.id, known);
    }
    Ok(item)
}

fn option(ids: &'static [&'static str], value: &JsValue) -> Result<Answer, Unreadable> {
    let wanted = value.as_string().ok_or(Unreadable)?;
    ids.iter()
        .find(|id| **id == wanted)
        .map(|id| Answer::Choice(id))
        .ok_or(Unreadable)
}

fn number(kind: &NumberKind, value: &JsValue) -> Result<Answer, Unreadable> {
    let (value, unit) = match value.as_f64() {
        Some(bare) => (bare, kind.unit()),
        None => {
            let symbol = get(value, "unit")?.as_string().ok_or(Unreadable)?;
            let unit = AnswerUnit::from_symbol(&symbol).ok_or(Unreadable)?;
            (get(value, "value")?.as_f64().ok_or(Unreadable)?, unit)
        }
    };
    // bounds depend on the household in units that a price converts; the field checks them
    if kind.choice(unit).is_none() || !value.is_finite() || value < 0.0 {
        return Err(Unreadable);
    }
    Ok(Answer::Number { value, unit })
}

fn get(object: &JsValue, key: &str) -> Result<JsValue, Unreadable> {
    Reflect::get(object, &key.into()).map_err(|_| Unreadable)
}

fn entries_of(object: &Object) -> Result<Vec<(String, JsValue)>, Unreadable> {
    Object::keys(object)
        .iter()
        .map(|key| {
            let value = Reflect::get(object, &key).map_err(|_| Unreadable)?;
            Ok((key.as_string().ok_or(Unreadable)?, value))
        })
        .collect()
}

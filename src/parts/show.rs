//! Values of the model in the words of a language.
use tanlu_model::household::Value;
use tanlu_model::{AnswerUnit, Kind, QuestionId};

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::words::{Msg, name, text};

/// A unit's name.
pub fn unit(lang: Lang, unit: AnswerUnit) -> &'static str {
    name(lang, &["unit", unit.symbol()])
}

/// A question's own words.
pub fn label(lang: Lang, question: QuestionId) -> &'static str {
    name(lang, &["question", question.id(), "label"])
}

/// An option's name. The questions about whom answers cover share theirs.
pub fn option(lang: Lang, question: QuestionId, id: &str) -> &'static str {
    let of = if question.id().ends_with("_scope") {
        "scope"
    } else {
        question.id()
    };
    name(lang, &["choice", of, id])
}

/// A value with its unit; nothing for a list that is empty.
pub fn value(lang: Lang, question: QuestionId, value: &Value) -> Option<String> {
    match (value, question.kind()) {
        (Value::Choice(id), _) => Some(option(lang, question, id).to_owned()),
        (Value::Number(amount), Kind::Number(kind)) => {
            let digits = if amount.abs() < 10.0 {
                Digits::One
            } else {
                Digits::Whole
            };
            Some(format!(
                "{} {}",
                number(lang, digits, *amount),
                unit(lang, kind.unit())
            ))
        }
        (Value::Cars(cars), _) => entries(lang, cars.len()),
        (Value::Flights(flights), _) => entries(lang, flights.len()),
        (Value::Number(_), _) => None,
    }
}

fn entries(lang: Lang, count: usize) -> Option<String> {
    let count_shown = number(
        lang,
        Digits::Whole,
        u32::try_from(count).map_or(0.0, f64::from),
    );
    (count > 0).then(|| format!("{count_shown} {}", text(lang, Msg::Entries)))
}

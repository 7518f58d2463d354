//! A household of the benchmarks: its answers and its result.

use maud::{Markup, html};
use tanlu_model::question::FieldKind;
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::{Answer, Item, Kind, QuestionId};

use super::name;
use crate::personas::Persona;
use crate::show::{amount, head, label, option, table, whole};
use crate::words::Words;

/// A household, its answers and its result.
pub fn section(words: &Words, persona: &Persona) -> Markup {
    let (id, bands) = (&persona.id, &persona.bands);
    let columns = ["question", "answer"].map(|column| words.of("benchmarks", column));
    html! {
        section class="persona" aria-labelledby=(id) {
            h2 id=(id) { (name(words, persona)) }
            p { (words.text(&format!("persona.{id}.about"))) }
            p { (result(words, "household", persona.footprint.household_kg(), bands.household)) }
            p { (result(words, "person", persona.footprint.per_person_kg(), bands.per_person)) }
            p { a href=(persona.file()) download { (words.text("benchmarks.file")) } }
            @if persona.answers.is_empty() {
                p { (words.text("benchmarks.nothing")) }
            } @else {
                (table(&format!("answers-{id}"), words.fill("benchmarks.answers", &[("household", html! { (name(words, persona)) })]), &html! {
                    (head(&columns))
                    tbody {
                        @for (question, answer) in persona.answers.iter() {
                            tr {
                                th scope="row" { (label(words, question)) }
                                td { (shown(words, question, answer)) }
                            }
                        }
                    }
                }))
            }
        }
    }
}

/// A result on central values beside its median and band.
fn result(words: &Words, of: &str, point: f64, band: Quantiles) -> Markup {
    let values = [
        ("point", html! { b { (whole(point)) } }),
        ("median", html! { b { (whole(band.p50)) } }),
        ("low", html! { (whole(band.p05)) }),
        ("high", html! { (whole(band.p95)) }),
    ];
    words.fill(&format!("benchmarks.result_{of}"), &values)
}

/// An answer in words.
pub fn shown(words: &Words, question: QuestionId, answer: &Answer) -> Markup {
    match answer {
        Answer::List(items) if items.is_empty() => html! { (words.name(&["ui", "none_here"])) },
        Answer::List(items) => {
            html! { ul { @for each in items { li { (item(words, question, each)) } } } }
        }
        Answer::Choice(id) => html! { (option(words, question, id)) },
        Answer::Number { value, unit } => html! { (amount(words, *value, *unit)) },
        Answer::Unknown => html! { (words.name(&["ui", "unknown"])) },
    }
}

/// An item of a list: each of its fields by name, in the order of the question.
fn item(words: &Words, question: QuestionId, item: &Item) -> Markup {
    let Kind::List { fields, .. } = question.kind() else {
        return html! {};
    };
    let answered = fields
        .iter()
        .filter_map(|field| Some((field, item.fields.get(field.id)?)));
    let value = |field: &str, kind: FieldKind, answer: &Answer| match (answer, kind) {
        (Answer::Choice(id), _) => words.name(&["choice", question.id(), field, id]).to_owned(),
        (Answer::Number { value, unit }, FieldKind::Number(_)) => amount(words, *value, *unit),
        _ => words.name(&["ui", "unknown"]).to_owned(),
    };
    html! {
        @for (at, (field, answer)) in answered.enumerate() {
            @if at > 0 { (words.text("benchmarks.join")) }
            (words.name(&["field", question.id(), field.id])) " " b { (value(field.id, field.kind, answer)) }
        }
    }
}

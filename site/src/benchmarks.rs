//! The benchmarks page: households that anyone can key in elsewhere, with their results.

use maud::{Markup, html};
use tanlu_model::question::FieldKind;
use tanlu_model::{Answer, Domain, Item, Kind, QuestionId};

use crate::personas::Persona;
use crate::prose::texts;
use crate::show::{amount, exact, head, label, option, table, whole};
use crate::words::Words;

/// The content of the page.
pub fn page(words: &Words, personas: &[Persona]) -> Markup {
    html! {
        (texts(words, "benchmarks"))
        section aria-labelledby="results" {
            h2 id="results" { (words.text("benchmarks.results")) }
            (summary(words, personas))
        }
        @for persona in personas { (section(words, persona)) }
    }
}

/// A result in kg CO2e a year. The band of each result belongs here, beside the point value, once
/// the model draws bands: both tables of results show their figures by this function alone.
fn figure(kg: f64) -> Markup {
    html! { (whole(kg)) }
}

/// All results side by side.
fn summary(words: &Words, personas: &[Persona]) -> Markup {
    let domains = || Domain::ALL.iter().copied();
    table(
        "table-results",
        words.text("benchmarks.caption"),
        &html! {
            thead {
                tr {
                    th scope="col" { (words.text("benchmarks.household")) }
                    th scope="col" { (words.text("benchmarks.members")) }
                    th scope="col" { (words.name(&["ui", "household"])) }
                    th scope="col" { (words.name(&["ui", "per_person"])) }
                    @for domain in domains() { th scope="col" { (words.name(&["domain", domain.id()])) } }
                }
            }
            tbody {
                @for persona in personas {
                    @let result = &persona.footprint;
                    tr {
                        th scope="row" { a href={ "#" (persona.id) } { (name(words, persona)) } }
                        td class="number" { (exact(result.members)) }
                        td class="number" { b { (figure(result.household_kg())) } }
                        td class="number" { b { (figure(result.per_person_kg())) } }
                        @for domain in domains() { td class="number" { (figure(result.domain_kg(domain))) } }
                    }
                }
            }
        },
    )
}

fn name<'a>(words: &'a Words, persona: &Persona) -> &'a str {
    words.text(&format!("persona.{}.name", persona.id))
}

/// A household, its answers and its result.
fn section(words: &Words, persona: &Persona) -> Markup {
    let id = &persona.id;
    let columns = ["question", "answer"].map(|column| words.of("benchmarks", column));
    html! {
        section class="persona" aria-labelledby=(id) {
            h2 id=(id) { (name(words, persona)) }
            p { (words.text(&format!("persona.{id}.about"))) }
            p { (words.fill("benchmarks.result", &[
                ("household", html! { b { (figure(persona.footprint.household_kg())) } }),
                ("person", html! { b { (figure(persona.footprint.per_person_kg())) } }),
            ])) }
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

fn shown(words: &Words, question: QuestionId, answer: &Answer) -> Markup {
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

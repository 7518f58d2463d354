//! Each line's formula in words.

use maud::{Markup, html};
use tanlu_model::footprint::{Operation, Origin};
use tanlu_model::rows::{Family, GasClassId, Province, RowId, family};
use tanlu_model::{Domain, QuestionId};

use super::Model;
use crate::forms::{FactorStep, Form, LineForms, Reading, Step, Term, row as row_of};
use crate::show::{exact, head, label, row_link, table, takes_list};
use crate::words::Words;

/// More rows at one step are not all named.
const NAMED: usize = 6;

/// A table for each part of life.
pub fn formulas(words: &Words, model: &Model) -> Markup {
    html! {
        @for domain in Domain::ALL {
            @let name = words.name(&["domain", domain.id()]);
            @let lines = model.forms.iter().filter(|forms| forms.line.domain() == *domain);
            h3 { (name) }
            (table(&format!("formulas-{}", domain.id()), words.fill("formula.caption", &[("domain", html! { (name) })]), &html! {
                (head(&["line", "quantity", "factor"].map(|column| words.of("formula", column))))
                tbody { @for line in lines { (row(words, line)) } }
            }))
        }
    }
}

fn row(words: &Words, line: &LineForms) -> Markup {
    let id = line.line.id();
    let unit = words.name(&["line_unit", line.line.unit()]);
    html! {
        tr id={ "line-" (id) } {
            th scope="row" {
                (words.name(&["line", id])) " " code { (id) }
                p class="note" { (words.fill("formula.unit", &[("unit", html! { (unit) })])) }
            }
            td {
                @for (at, form) in line.forms.iter().enumerate() {
                    @if at > 0 { p class="or" { (words.text("formula.or")) } }
                    (sum(words, form))
                }
            }
            td { ul { @for step in &line.factors { li { (factor(words, step)) } } } }
        }
    }
}

fn sum(words: &Words, form: &Form) -> Markup {
    html! {
        ul class="sum" {
            @for (at, product) in form.products.iter().enumerate() {
                li {
                    @if let Some(sign) = sign(product, at == 0) { (sign) " " }
                    @for (at, step) in product.iter().enumerate() {
                        @if at > 0 { (operation(step.operation)) }
                        (terms(words, step))
                    }
                }
            }
        }
    }
}

fn sign(product: &[Step], first: bool) -> Option<&'static str> {
    let negative = product.first().is_some_and(|step| step.negative);
    match (negative, first) {
        (true, _) => Some("−"),
        (false, false) => Some("+"),
        (false, true) => None,
    }
}

fn operation(operation: Operation) -> &'static str {
    match operation {
        Operation::Plus => " + ",
        Operation::Times => " × ",
        Operation::Over => " ÷ ",
    }
}

/// The family that has all of these rows.
fn family_of(rows: &[RowId]) -> Option<Family> {
    let has = |family: &Family, row: &RowId| Province::all().any(|place| family.row(place) == *row);
    let all = family::ALL.iter().copied();
    all.into_iter()
        .find(|family| rows.len() > 1 && rows.iter().all(|row| has(family, row)))
}

fn rows(words: &Words, rows: &[RowId]) -> Markup {
    let Some(first) = rows.first() else {
        return html! {};
    };
    if let Some(family) = family_of(rows) {
        return html! { a href={ "#" (crate::show::anchor(*first)) } { (words.of("family", family.stem())) } };
    }
    let count = html! { (rows.len()) };
    let first = row_link(words.lang, *first);
    match rows {
        [_] => first,
        rows if rows.len() > NAMED => {
            words.fill("formula.one_of_many", &[("first", first), ("count", count)])
        }
        rows => {
            let links = rows.iter().map(|row| row_link(words.lang, *row));
            one_of(words, links.collect())
        }
    }
}

/// What stands at a step in one household or another.
fn one_of(words: &Words, all: Vec<Markup>) -> Markup {
    html! {
        "[ "
        @for (at, one) in all.iter().enumerate() {
            @if at > 0 { " " (words.text("formula.or")) " " }
            (one)
        }
        " ]"
    }
}

fn terms(words: &Words, step: &Step) -> Markup {
    let itself = |term: &&Term| term.reading == Reading::Itself;
    if step
        .terms
        .iter()
        .all(|term| itself(&term) && row_of(term).is_some())
    {
        return rows(
            words,
            &step.terms.iter().filter_map(row_of).collect::<Vec<RowId>>(),
        );
    }
    let mut all: Vec<Markup> = Vec::new();
    for term in &step.terms {
        let shown = match term.origin {
            // the one amount below nothing that stands for an end use: what the others take
            Origin::EndUse if step.negative => html! { (words.text("formula.other_uses")) },
            _ => self::term(words, term),
        };
        if !all.iter().any(|known| known.0 == shown.0) {
            all.push(shown);
        }
    }
    match all.as_slice() {
        [one] => one.clone(),
        _ => one_of(words, all),
    }
}

fn term(words: &Words, term: &Term) -> Markup {
    let named = match term.origin {
        Origin::Item(question, field) => {
            let field = html! { (words.name(&["field", question.id(), field])) };
            let question = html! { (label(words, question)) };
            words.fill(
                "formula.of_list",
                &[("field", field), ("question", question)],
            )
        }
        Origin::Answer(question) if takes_list(question) => {
            return about(words, "formula.from_list", question);
        }
        Origin::Answer(question) => about(words, "formula.answer", question),
        Origin::OtherAdult(question) => {
            let label = html! { (label(words, question)) };
            let other = words.fill_name(&["ui", "result", "other_adult"], &[("question", label)]);
            // the reading compares single numbers, which a list has none of
            if takes_list(question) {
                return other;
            }
            other
        }
        Origin::Row(row) => row_link(words.lang, row),
        Origin::Unit => html! { (exact((term.value * 1e6).round() / 1e6)) },
        plain => html! { (words.name(&["origin", plain.id()])) },
    };
    let key = match term.reading {
        Reading::Itself => return named,
        Reading::Rest => "formula.rest",
        Reading::Inverse => "formula.inverse",
        Reading::Follows => "formula.follows",
    };
    words.fill(key, &[("term", named)])
}

fn about(words: &Words, key: &str, question: QuestionId) -> Markup {
    words.fill(key, &[("question", html! { (label(words, question)) })])
}

fn factor(words: &Words, step: &FactorStep) -> Markup {
    let only_co2 = step
        .rows
        .iter()
        .any(|row| row.gas() == Some(GasClassId::ElectricityCo2));
    html! {
        "× "
        (rows(words, &step.rows))
        @if step.scale != 1.0 { " × " (exact(step.scale)) }
        @if only_co2 { " " (words.text("formula.only_co2")) }
    }
}

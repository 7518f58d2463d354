//! Numbers, units, places and sources in the words of a language.

use maud::{Markup, Render, html};
use std::collections::BTreeSet;
use tanlu_model::rows::{Band, Province, Row, RowId, SourceId, Status, Unit};
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::{AnswerUnit, Kind, QuestionId};

use crate::lang::Lang;
use crate::words::Words;

/// A number of the tables, in its shortest form.
pub fn exact(value: f64) -> String {
    grouped(format!("{value}"))
}

/// A computed number in four digits, or in more where its whole part has more.
pub fn four_digits(value: f64) -> String {
    let decimals = (0..3)
        .filter(|power| value.abs() < 10_f64.powi(3 - power))
        .count();
    grouped(format!("{value:.decimals$}"))
}

/// A share in per cent; Chinese sets no space before the sign.
pub fn percent(lang: Lang, share: f64) -> String {
    format!("{:.0}{}", 100.0 * share, lang.pick("%", " %"))
}

/// A written number with its thousands grouped.
fn grouped(written: String) -> String {
    let (minus, digits) = match written {
        text if text.starts_with('-') => ("−", text.trim_start_matches('-').to_owned()),
        text => ("", text),
    };
    let (whole, part) = digits
        .split_once('.')
        .map_or((&*digits, None), |(whole, part)| (whole, Some(part)));
    let grouped = group(whole);
    match part {
        Some(part) => format!("{minus}{grouped}.{part}"),
        None => format!("{minus}{grouped}"),
    }
}

/// A result in whole units.
pub fn whole(value: f64) -> String {
    exact(value.round())
}

fn group(digits: &str) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The 5 % and 95 % quantiles in whole units.
pub fn quantiles(of: Quantiles) -> String {
    between(of.p05, &whole(of.p05), &whole(of.p95))
}

/// From one end to another; beside a minus sign the dash stands apart.
pub fn between(low: f64, from: &str, to: &str) -> String {
    let dash = if low < 0.0 { " – " } else { "–" };
    [from, dash, to].concat()
}

/// Low to high.
pub fn range(band: Band) -> String {
    format!("{}–{}", exact(band.low), exact(band.high))
}

/// Whether the tables count by the billion what Chinese counts by 亿, ten to a billion.
pub fn by_the_billion(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::TerawattHour
            | Unit::BillionCubicMetres
            | Unit::BillionLitres
            | Unit::BillionPassengerKm
            | Unit::BillionSquareMetres
    )
}

/// A value of the tables as it is told in the unit that [`unit`] names.
pub fn told(lang: Lang, value: f64, unit: Unit) -> f64 {
    if lang == Lang::Zh && by_the_billion(unit) {
        // without what ten times a binary fraction may add at its end
        (value * 1e7).round() / 1e6
    } else {
        value
    }
}

/// A unit of the tables: each of its parts in words, `kWh/person.year` as `千瓦时/(人·年)`.
pub fn unit(words: &Words, unit: Unit) -> String {
    let parts: Vec<&str> = unit.symbol().split('/').collect();
    let side = |symbols: &str, below: bool| {
        let named: Vec<&str> = symbols
            .split('.')
            .map(|part| words.of("unit_part", part))
            .collect();
        let joined = named.join("·");
        if below && named.len() > 1 {
            format!("({joined})")
        } else {
            joined
        }
    };
    match parts.as_slice() {
        [_] if unit == Unit::One => words.of("unit_part", "1").to_owned(),
        [above, below] => format!("{}/{}", side(above, false), side(below, true)),
        _ => side(unit.symbol(), false),
    }
}

/// A region key of the tables.
pub fn region(words: &Words, key: &str) -> String {
    match Province::from_code(key) {
        Some(province) => province_name(words, province).to_owned(),
        None => words.of("region", key).to_owned(),
    }
}

/// A province's short name.
pub fn province_name(words: &Words, province: Province) -> &str {
    words.name(&["choice", "province", province.code()])
}

/// How well something is known; what is not published is marked.
pub fn status(words: &Words, status: Status) -> Markup {
    html! { span class={ "status " (status.name()) } { (words.name(&["status", status.name()])) } }
}

/// The anchor of a row on the methods page.
pub fn anchor(row: RowId) -> String {
    row_anchor(row.id())
}

/// The anchor of the value with this id on the methods page.
pub fn row_anchor(id: &str) -> String {
    format!("row-{id}")
}

/// A row's name, linked to its place in the ledger.
pub fn row_link(lang: Lang, row: RowId) -> Markup {
    html! { a href={ "#" (anchor(row)) } { (row_name(lang, row.row())) } }
}

/// A row's name.
pub fn row_name(lang: Lang, row: &Row) -> &'static str {
    lang.pick(row.name_zh, row.name_en)
}

/// The anchor of a source on the methods page.
pub fn source_anchor(source: SourceId) -> String {
    format!("source-{}", source.facts().id)
}

/// Sources by their titles, each linked to its place in the bibliography.
pub fn sources(lang: Lang, sources: &[SourceId]) -> Markup {
    sources_on("", lang, sources)
}

/// As [`sources`], with the page on which the bibliography stands.
pub fn sources_on(page: &str, lang: Lang, sources: &[SourceId]) -> Markup {
    html! {
        ul class="sources" {
            @for source in sources {
                @let facts = source.facts();
                li { a href={ (page) "#" (source_anchor(*source)) } { (lang.pick(facts.title_zh, facts.title_en)) } }
            }
        }
    }
}

/// Sources, each once, in the order of the bibliography.
pub fn unique_sources<'a>(sources: impl Iterator<Item = &'a SourceId>) -> Vec<SourceId> {
    let once: BTreeSet<SourceId> = sources.copied().collect();
    once.into_iter().collect()
}

/// A question's own words.
pub fn label(words: &Words, question: QuestionId) -> &str {
    words.name(&["question", question.id(), "label"])
}

/// An option's name. The questions about whom answers cover share theirs.
pub fn option<'a>(words: &'a Words, question: QuestionId, option: &str) -> &'a str {
    let of = if question.id().ends_with("_scope") {
        "scope"
    } else {
        question.id()
    };
    words.name(&["choice", of, option])
}

/// An amount with its unit; things are counted without one.
pub fn amount(words: &Words, value: f64, unit: AnswerUnit) -> String {
    if matches!(unit, AnswerUnit::Item | AnswerUnit::ItemYear) {
        return exact(value);
    }
    format!("{} {}", exact(value), words.name(&["unit", unit.symbol()]))
}

/// Whether a question takes a list.
pub fn takes_list(question: QuestionId) -> bool {
    matches!(question.kind(), Kind::List { .. })
}

/// A table that scrolls in its place where it is too wide, and can then be reached by keyboard.
pub fn table(id: &str, caption: impl Render, content: &Markup) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-labelledby={ (id) "-caption" } {
            table id=(id) {
                caption id={ (id) "-caption" } { (caption) }
                (content)
            }
        }
    }
}

/// A row of column headings.
pub fn head(headings: &[&str]) -> Markup {
    html! { thead { tr { @for heading in headings { th scope="col" { (heading) } } } } }
}

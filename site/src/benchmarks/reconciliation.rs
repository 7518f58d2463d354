//! The whole population against published totals.

use maud::{Markup, html};
use std::collections::BTreeSet;
use tanlu_model::reconciliation::Comparison;
use tanlu_model::rows::PublishedTotal;

use crate::frame::Page;
use crate::show::{exact, four_digits, head, sources_on, status, table, told, unit};
use crate::words::Words;

/// The nation's totals, and those of provinces, which share their reasons.
pub fn reconciliation(words: &Words, totals: &[Comparison]) -> Markup {
    let (nation, provinces): (Vec<&Comparison>, Vec<&Comparison>) = totals
        .iter()
        .partition(|total| total.published.province.is_none());
    html! {
        (rows(words, "table-reconciliation", words.text("reconciliation.caption"), &nation, true))
        @if !provinces.is_empty() {
            h3 { (words.text("reconciliation.provinces")) }
            @for why in reasons(words, &provinces) { p { (why) } }
            (rows(words, "table-reconciliation-provinces", words.text("reconciliation.caption_provinces"), &provinces, false))
        }
    }
}

/// What explains the totals, each reason once.
fn reasons(words: &Words, totals: &[&Comparison]) -> BTreeSet<&'static str> {
    totals
        .iter()
        .map(|total| why(words, total.published))
        .collect()
}

fn why(words: &Words, published: &PublishedTotal) -> &'static str {
    words.lang.pick(published.why_zh, published.why_en)
}

fn rows(words: &Words, id: &str, caption: &str, totals: &[&Comparison], explain: bool) -> Markup {
    let mut columns = vec!["total", "ratio", "allowed", "model", "published", "source"];
    if explain {
        columns.push("why");
    }
    let columns: Vec<&str> = columns
        .into_iter()
        .map(|column| words.of("reconciliation", column))
        .collect();
    table(
        id,
        caption,
        &html! {
            (head(&columns))
            tbody { @for total in totals { (row(words, total, explain)) } }
        },
    )
}

fn row(words: &Words, total: &Comparison, explain: bool) -> Markup {
    let published = total.published;
    let told = |value| told(words.lang, value, published.unit);
    let bibliography = Page::Methods.file(words.lang);
    html! {
        tr id=(published.id) data-status=(published.status.name()) {
            th scope="row" {
                (words.lang.pick(published.name_zh, published.name_en))
                @if published.circular { p class="note" { (words.text("reconciliation.circular")) } }
            }
            td class="number" { b { (format!("{:.2}", total.ratio())) } }
            td class="number" { (format!("{:.2}–{:.2}", published.ratio_low, published.ratio_high)) }
            td class="number" { (four_digits(told(total.model))) }
            td class="number" { (exact(told(published.value))) " " (unit(words, published.unit)) }
            td {
                (published.year) " " (status(words, published.status))
                (sources_on(&bibliography, words.lang, published.sources))
            }
            @if explain { td { (why(words, published)) } }
        }
    }
}

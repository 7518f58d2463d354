//! Numbers of provinces, and shares of households.

use maud::{Markup, html};
use tanlu_model::QuestionId;
use tanlu_model::rows::{
    Province, ProvinceQuantity, ProvinceValue, REGIONS, SHARE_GROUPS, ShareGroup, Status, Unit,
    province_value,
};

use crate::show::{
    exact, head, label, option, province_name, range, region, sources, status, table,
    unique_sources, unit,
};
use crate::words::Words;

/// The tables.
pub fn places(words: &Words) -> Markup {
    html! {
        (provinces(words))
        (quantities(words))
        p { (words.text("province.regions")) }
        (sources(words.lang, &unique_sources(REGIONS.iter().flat_map(|region| region.sources))))
        h3 { (words.text("share.title")) }
        (shares(words))
    }
}

/// One column for each quantity; what is not verified bears a mark.
fn provinces(words: &Words) -> Markup {
    table(
        "table-provinces",
        words.text("province.caption"),
        &html! {
            thead {
                tr {
                    th scope="col" { (words.text("province.province")) }
                    th scope="col" { (words.text("province.zone")) }
                    th scope="col" { (words.text("province.grid")) }
                    @for quantity in ProvinceQuantity::ALL {
                        th scope="col" { (words.name(&["quantity", quantity.name()])) }
                    }
                }
            }
            tbody {
                @for province in Province::all() {
                    @let facts = province.region();
                    tr {
                        th scope="row" { (province_name(words, province)) }
                        td { (zones(words, province)) (mark(facts.status)) }
                        td { (words.of("region", facts.grid)) }
                        @for quantity in ProvinceQuantity::ALL {
                            td class="number" {
                                @if let Some(value) = province_value(province, quantity) {
                                    (exact(value.value)) (mark(value.status))
                                } @else { "–" }
                            }
                        }
                    }
                }
            }
        },
    )
}

/// The heating zone and the climate zone of a province.
pub fn zones(words: &Words, province: Province) -> Markup {
    let facts = province.region();
    html! {
        (words.of("region", &format!("CN-{}", facts.zone.key()))) ", "
        (words.fill("province.climate", &[("zone", html! { (facts.climate_zone) })]))
    }
}

/// The mark of what is not verified; the caption says what it means.
fn mark(status: Status) -> Markup {
    html! { @if status == Status::Unverified { span class="unverified" { "*" } } }
}

/// What the columns count, and where they come from.
fn quantities(words: &Words) -> Markup {
    let columns = ["quantity", "unit", "year", "widest", "source"];
    table(
        "table-quantities",
        words.text("province.quantities"),
        &html! {
            (head(&columns.map(|column| words.of("province", column))))
            tbody {
                @for quantity in ProvinceQuantity::ALL {
                    @let values = values(quantity);
                    @let unit_of = values.first().map_or(Unit::One, |value| value.unit);
                    tr {
                        th scope="row" { (words.name(&["quantity", quantity.name()])) }
                        td { (unit(words, unit_of)) }
                        td { (years(&values)) }
                        td class="number" { (widest(&values)) }
                        td { (sources(words.lang, &unique_sources(values.iter().flat_map(|value| value.sources)))) }
                    }
                }
            }
        },
    )
}

fn values(quantity: ProvinceQuantity) -> Vec<&'static ProvinceValue> {
    Province::all()
        .filter_map(|province| province_value(province, quantity))
        .collect()
}

fn years(values: &[&ProvinceValue]) -> String {
    let years = || values.iter().map(|value| value.year);
    match (years().min(), years().max()) {
        (Some(first), Some(last)) if first < last => format!("{first}–{last}"),
        (first, _) => first.map(|year| year.to_string()).unwrap_or_default(),
    }
}

/// The widest range of the quantity, in percent of its value.
fn widest(values: &[&ProvinceValue]) -> String {
    let reach = |value: &&ProvinceValue, end: f64| 100.0 * (end / value.value - 1.0);
    let low = values
        .iter()
        .map(|value| reach(value, value.low))
        .fold(0.0, f64::min);
    let high = values
        .iter()
        .map(|value| reach(value, value.high))
        .fold(0.0, f64::max);
    format!("{}% – +{}%", exact(low.round()), exact(high.round()))
}

fn shares(words: &Words) -> Markup {
    let columns = ["question", "region", "shares", "known", "source"];
    table(
        "table-shares",
        words.text("share.caption"),
        &html! {
            (head(&columns.map(|column| words.of("share", column))))
            tbody { @for group in SHARE_GROUPS.into_iter().flatten() { (share(words, group)) } }
        },
    )
}

fn share(words: &Words, group: &ShareGroup) -> Markup {
    let question = QuestionId::from_id(group.question);
    let bands = group.facts().map(|facts| facts.bands).unwrap_or_default();
    html! {
        tr id=(share_anchor(group)) {
            th scope="row" { (question_name(words, group.question)) }
            td { (region(words, group.region)) }
            td {
                ul {
                    @for (share, band) in group.shares.iter().zip(bands) {
                        li { (choice(words, question, share.option)) " " b { (exact(share.value)) } " (" (range(*band)) ")" }
                    }
                }
            }
            @if let Some(facts) = group.facts() {
                td { (status(words, facts.status)) p class="note" { (facts.year) } }
                td { (sources(words.lang, facts.sources)) }
            }
        }
    }
}

/// What shares are of: a question that is asked, or another one.
pub fn question_name<'a>(words: &'a Words, question: &str) -> &'a str {
    match QuestionId::from_id(question) {
        Some(question) => label(words, question),
        None => words.of("share_question", question),
    }
}

/// The anchor of a group of shares on the methods page.
pub fn share_anchor(group: &ShareGroup) -> String {
    format!("share-{}-{}", group.question, group.region)
}

/// An option of the tables: a count, an option of the question, or one that the question does not offer.
pub fn choice(words: &Words, question: Option<QuestionId>, id: &str) -> String {
    if id.starts_with(|first: char| first.is_ascii_digit()) && question.is_some_and(counts) {
        return id.to_owned();
    }
    let offered = question.and_then(|question| {
        words
            .app_word(&["choice", question.id(), id])
            .map(|_| option(words, question, id))
    });
    let car = ["kind", "size"]
        .iter()
        .find_map(|field| words.app_word(&["choice", "cars", field, id]));
    offered
        .or(car)
        .map_or_else(|| words.of("share_option", id).to_owned(), str::to_owned)
}

fn counts(question: QuestionId) -> bool {
    !matches!(question.kind(), tanlu_model::Kind::Choice(_))
}

//! Shares of households by which open questions are drawn: what they are of, how well they are known.
use tanlu_model::QuestionId;
use tanlu_model::choice::{Choice, Settlement};
use tanlu_model::rows::{
    Province, ProvinceQuantity, ShareFacts, ShareGroup, SourceId, id, province_value,
};
use tanlu_model::shares::DrawnBy;

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::el::{El, classed, el, note};
use crate::parts::rows::{row, source_and_more};
use crate::parts::show;
use crate::words::{Msg, ResultMsg, fill, text, word, word_of};

/// Shares that differ by less are shown as the same.
const SAME: f64 = 0.0005;

fn percent(lang: Lang, share: f64) -> String {
    [&*number(lang, Digits::One, 100.0 * share), "%"].concat()
}

/// The word of something of the tables of shares.
fn of_table(lang: Lang, group: &str, id: &str) -> &'static str {
    word_of::<ResultMsg>(lang, &[group, id]).unwrap_or_default()
}

/// An option: what a question or a field of cars offers, a count, or what only the table has.
fn option(lang: Lang, group: &ShareGroup, id: &'static str) -> &'static str {
    let asked = match field_of_cars(group.question) {
        Some(field) => word(lang, &["choice", "cars", field, id]),
        None => word(lang, &["choice", group.question, id]),
    };
    let counted = id.starts_with(|first: char| first.is_ascii_digit());
    let other = || {
        if counted {
            id
        } else {
            of_table(lang, "share_option", id)
        }
    };
    asked.unwrap_or_else(other)
}

/// The field of cars that a group of shares is of.
pub fn field_of_cars(question: &str) -> Option<&str> {
    question.strip_prefix("car_")
}

/// Shares by which something open is drawn, each with its range, and where they come from.
pub fn shares(lang: Lang, by: &DrawnBy) -> Option<El> {
    let DrawnBy { group, used } = by;
    let facts = group.facts()?;
    let mut moved = used.iter().any(Option::is_none);
    let options = group.shares.iter().zip(facts.bands).zip(used);
    let mut list = el("ul");
    for ((share, band), used) in options {
        let Some(used) = *used else {
            continue;
        };
        let ends = [
            ("low", &*percent(lang, band.low)),
            ("high", &percent(lang, band.high)),
        ];
        let mut said = fill(lang, ResultMsg::RangeOf, &ends);
        if (used - share.value).abs() >= SAME {
            moved = true;
            let table = percent(lang, share.value);
            let table = fill(lang, ResultMsg::InTable, &[("value", &table)]);
            said = [&*table, text(lang, Msg::ListComma), &said].concat();
        }
        let option = [("option", option(lang, group, share.option))];
        let item = el("li")
            .words(fill(lang, ResultMsg::ShareLine, &option))
            .child(el("b").words(percent(lang, used)))
            .words(" ")
            .child(classed("span", "note").words(said));
        list = list.child(item);
    }
    let what = match QuestionId::from_id(group.question) {
        Some(_) => text(lang, ResultMsg::DrawnShares).to_owned(),
        None => {
            let of = of_table(lang, "share_question", group.question);
            fill(lang, ResultMsg::DrawnSharesOf, &[("what", of)])
        }
    };
    Some(
        el("div")
            .child(note(what))
            .child(list.child(origin(lang, group, facts)))
            .children(moved.then(|| note(text(lang, ResultMsg::SharesMoved)))),
    )
}

/// The households of each province, by which an open province is drawn.
pub fn provinces(lang: Lang, households: &[(Province, f64)]) -> El {
    let all: f64 = households.iter().map(|(_, households)| households).sum();
    let one = |(province, households): &(Province, f64)| {
        let known = province_value(*province, ProvinceQuantity::Households)?;
        let name = show::option(lang, QuestionId::Province, province.code());
        let anchor = ["#row-prov_households_", province.code()].concat();
        let item = el("li")
            .child(show::page_link(lang, "methods", &anchor, name))
            .words(" ")
            .child(el("b").words(percent(lang, households / all)))
            .words(" ")
            .child(show::status(lang, known.status));
        Some(item)
    };
    el("div")
        .child(note(text(lang, ResultMsg::PlaceDrawn)))
        .child(el("ul").children(households.iter().filter_map(one)))
}

/// The people of cities, towns and villages, by which an open kind of place is drawn.
pub fn settlements(lang: Lang, shares: &[(Settlement, f64)]) -> El {
    let one = |(settlement, share): &(Settlement, f64)| {
        let name = show::option(lang, QuestionId::Settlement, settlement.id());
        el("li")
            .words(fill(lang, ResultMsg::ShareLine, &[("option", name)]))
            .child(el("b").words(percent(lang, *share)))
    };
    let list = el("ul")
        .children(shares.iter().map(one))
        .child(row(lang, id::CITY_SHARE_URBAN));
    el("div")
        .child(note(text(lang, ResultMsg::SettlementDrawn)))
        .child(list)
}

/// Where and when shares hold, how well they are known, their source, and the way to their table.
fn origin(lang: Lang, group: &ShareGroup, facts: &ShareFacts) -> El {
    let comma = text(lang, Msg::ListComma);
    let place = of_table(lang, "region", group.region);
    let said = [place, comma, &facts.year.to_string(), comma].concat();
    let source = SourceId::first_public(facts.sources);
    let others = facts.sources.len().saturating_sub(1) as u8;
    let anchor = ["#share-", group.question, "-", group.region].concat();
    el("li")
        .words(said)
        .child(show::status(lang, facts.status))
        .children(source_and_more(lang, source, others))
        .words(comma)
        .child(show::page_link(
            lang,
            "methods",
            &anchor,
            text(lang, ResultMsg::Ledger),
        ))
}

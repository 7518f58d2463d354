//! Values of the model in the words of a language.
use tanlu_model::household::Value;
use tanlu_model::rows::{Province, RowFacts, Source, SourceId, Status, Unit};
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::{AnswerUnit, Kind, QuestionId};

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::el::{El, classed, el, note};
use crate::words::{Msg, Said, fill, name, text};

/// A unit's name.
pub fn unit(lang: Lang, unit: AnswerUnit) -> &'static str {
    name(lang, &["unit", unit.symbol()])
}

/// Whether a unit says no more than the question: a number of the things that it asks about.
pub fn counts_things(unit: AnswerUnit) -> bool {
    matches!(unit, AnswerUnit::Item | AnswerUnit::ItemYear)
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
            Some(self::amount(lang, *amount, kind.unit()))
        }
        (Value::Cars(cars), _) => entries(lang, cars.len()),
        (Value::Flights(flights), _) => entries(lang, flights.len()),
        (Value::Number(_), _) => None,
    }
}

/// An amount with its unit, small ones with a digit after the point.
pub fn amount(lang: Lang, amount: f64, of: AnswerUnit) -> String {
    let digits = if amount.abs() < 10.0 {
        Digits::One
    } else {
        Digits::Whole
    };
    let shown = number(lang, digits, amount);
    if counts_things(of) {
        return shown;
    }
    [&*shown, " ", unit(lang, of)].concat()
}

/// What is assumed of a number of things where it is a mean and no number that anybody has: that some people or
/// households have one, that one is bought in so many years, or that it is a mean.
pub fn fraction_of_things(
    lang: Lang,
    question: QuestionId,
    value: &Value,
    people: bool,
) -> Option<String> {
    let (Value::Number(amount), Kind::Number(kind)) = (value, question.kind()) else {
        return None;
    };
    let (amount, unit) = (*amount, kind.unit());
    if !counts_things(unit) || amount.fract() == 0.0 {
        return None;
    }
    let Some((some, all)) = in_so_many(amount) else {
        let value = number(lang, Digits::One, amount);
        return Some(fill(lang, Msg::AssumedMean, &[("value", &value)]));
    };
    let msg = match (unit, people) {
        (AnswerUnit::ItemYear, _) => Msg::AssumedYears,
        (_, true) => Msg::AssumedPeople,
        (_, false) => Msg::AssumedHouseholds,
    };
    let [some, all] = [some, all].map(|count| number(lang, Digits::Whole, count));
    Some(fill(lang, msg, &[("some", &*some), ("all", &all)]))
}

/// A part of one as so many in ten or, where that is nearer, one in so many; none of what is nearly one.
fn in_so_many(part: f64) -> Option<(f64, f64)> {
    let tenths = (10.0 * part).round();
    let all = part.recip().round();
    if tenths >= 10.0 || all < 1.0 {
        return None;
    }
    let nearer = |one: f64, other: f64| (one - part).abs() < (other - part).abs();
    Some(if all < 2.0 || nearer(tenths / 10.0, all.recip()) {
        (tenths, 10.0)
    } else {
        (1.0, all)
    })
}

fn entries(lang: Lang, entries: usize) -> Option<String> {
    (entries > 0).then(|| [&count(lang, entries), " ", text(lang, Msg::Entries)].concat())
}

/// A count.
pub fn count(lang: Lang, count: usize) -> String {
    number(
        lang,
        Digits::Whole,
        u32::try_from(count).map_or(0.0, f64::from),
    )
}

/// A number as a person types it.
pub fn typed(lang: Lang, value: f64) -> String {
    number(lang, Digits::Typed, value)
}

/// A unit of the tables, each of its parts in words: `kWh/person.year` as `kWh/(person·year)`.
pub fn table_unit(lang: Lang, unit: Unit) -> String {
    let side = |symbols: &str| {
        let parts = symbols.split('.');
        let parts: Vec<&str> = parts.map(|part| name(lang, &["unit_part", part])).collect();
        parts.join("·")
    };
    if unit == Unit::One {
        return String::new();
    }
    match unit.symbol().split_once('/') {
        None => side(unit.symbol()),
        Some((above, below)) if below.contains('.') => {
            [&*side(above), "/(", &side(below), ")"].concat()
        }
        Some((above, below)) => [&*side(above), "/", &side(below)].concat(),
    }
}

/// Where a row holds: the province, or what else the tables name.
pub fn place(lang: Lang, row: RowFacts) -> &'static str {
    let place = usize::from(row.place);
    match Province::all().nth(place) {
        Some(province) => option(lang, QuestionId::Province, province.code()),
        None => name(lang, &["place", &place.to_string()]),
    }
}

/// How well a value is known; what is not published is marked.
pub fn status(lang: Lang, status: Status) -> El {
    let class = match status {
        Status::Published => "",
        Status::Derived | Status::Unverified => "mark",
    };
    classed("span", class).words(name(lang, &["status", status.name()]))
}

/// A source that is shown beside results, as [`titled`].
pub fn source(lang: Lang, source: SourceId) -> El {
    source
        .source()
        .map_or_else(|| el("span"), |source| titled(lang, source))
}

/// A source by its title, linked where it has an address.
pub fn titled(lang: Lang, source: &Source) -> El {
    let title = match lang {
        Lang::Zh => source.title_zh,
        Lang::En => source.title_en,
    };
    if source.url.is_empty() {
        return el("span").words(title);
    }
    apart(source.url.to_owned(), title)
}

/// A link to a place of a page of `site/` beside the app. It opens apart: a browser that keeps nothing
/// would lose the answers.
pub fn page_link(lang: Lang, page: &str, place: &str, words: &str) -> El {
    let language = lang.tag().get(..2).unwrap_or_default();
    apart([page, ".", language, ".html", place].concat(), words)
}

/// A term that leads to what the glossary says of it.
fn term(lang: Lang, id: &str, words: &str) -> El {
    page_link(lang, "glossary", &["#", id].concat(), words)
}

/// Puts words into an element. A term among them leads to what the glossary says of it, by its id there:
/// `[sinks](sink)`.
pub fn linked(lang: Lang, around: El, words: &str) -> El {
    let mut parts = words.split('[');
    let around = around.words(parts.next().unwrap_or_default());
    parts.fold(around, |around, part| {
        // by single letters: to look for a text would bring 4 kB along
        let named = part.split_once(']');
        let named = named.and_then(|(name, rest)| Some((name, rest.get(1..)?.split_once(')')?)));
        match named {
            Some((name, (id, rest))) => around.child(term(lang, id, name)).words(rest),
            None => around.words(part),
        }
    })
}

/// A note in small print with its terms.
pub fn note_with_terms(lang: Lang, words: &str) -> El {
    linked(lang, note(""), words)
}

/// Terms that lead to what the glossary says of them, each by its id there.
pub fn terms<M: Said>(lang: Lang, label: M, terms: &[(&str, M)]) -> El {
    let mut said = note(text(lang, label));
    for (at, (id, words)) in terms.iter().enumerate() {
        if at > 0 {
            said = said.words(" · ");
        }
        said = said.child(term(lang, id, text(lang, *words)));
    }
    said
}

/// A link that opens apart.
fn apart(address: String, words: &str) -> El {
    el("a")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .words(words)
}

/// The median of something uncertain, kg: no more digits than it deserves.
pub fn median(lang: Lang, band: Quantiles) -> String {
    rough(lang, Digits::Three, 1e3, band.p50)
}

/// The same with the band.
pub fn median_with_band(lang: Lang, band: Quantiles) -> String {
    let values = [
        ("value", &*median(lang, band)),
        ("band", &self::band(lang, band)),
    ];
    fill(lang, Msg::WithBand, &values)
}

/// A point value beside the median and the band.
pub fn point_and_median(lang: Lang, point: f64, band: Quantiles) -> String {
    let values = [
        ("point", &*kg(lang, point)),
        ("median", &median(lang, band)),
        ("band", &self::band(lang, band)),
    ];
    fill(lang, Msg::PointAndMedian, &values)
}

/// Of a part of the household: its point value, median and band, or what of it is the answerer's own.
pub fn part(lang: Lang, (all, own): (f64, f64), mine: bool, band: Quantiles) -> String {
    if mine {
        return kg(lang, own);
    }
    point_and_median(lang, all, band)
}

/// The band of something uncertain, kg.
pub fn band(lang: Lang, band: Quantiles) -> String {
    let values = [
        ("low", &*end(lang, band.p05)),
        ("high", &end(lang, band.p95)),
    ];
    fill(lang, Msg::Band, &values)
}

/// An end of a band, kg.
pub fn end(lang: Lang, kg: f64) -> String {
    rough(lang, Digits::Two, 1e2, kg)
}

/// Whole kilograms with so many digits that count; below `few` that is all of them. Rounded once.
fn rough(lang: Lang, digits: Digits, few: f64, kg: f64) -> String {
    if kg.abs() < few {
        self::kg(lang, kg)
    } else {
        number(lang, digits, kg)
    }
}

/// Whole kilograms; nothing has no sign.
pub fn kg(lang: Lang, kg: f64) -> String {
    number(lang, Digits::Whole, kg.round() + 0.0)
}

/// A share between 0 and 1 in percent.
pub fn percent(lang: Lang, share: f64) -> String {
    [&*number(lang, Digits::Whole, 100.0 * share), "%"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_told_in_whole_numbers() {
        for (part, told) in [
            (0.1, Some((1.0, 10.0))),
            (0.07, Some((1.0, 14.0))),
            (0.17, Some((1.0, 6.0))),
            (0.3, Some((3.0, 10.0))),
            (0.5, Some((1.0, 2.0))),
            (0.72, Some((7.0, 10.0))),
            (0.97, None),
            (1.3, None),
            (5.4, None),
        ] {
            assert_eq!(in_so_many(part), told, "{part}");
        }
    }
}

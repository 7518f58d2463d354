//! The figures of the pages for learning: each computed once from the model's tables, with its sources.
//!
//! Texts name them in braces, `{coal_share_2005}`. A text whose figure cannot be computed fails the build.

mod homes;
mod nation;
mod tables;

use maud::{Markup, html};
use std::collections::BTreeSet;
use tanlu_model::pathway::nation::MT_PER_GT;
use tanlu_model::rows::{Band, Fact, RowId, SourceId, Status, Unit};
use tanlu_model::uncertainty::Quantiles;

use crate::benchmarks::Benchmarks;
use crate::frame::Page;
use crate::lang::Lang;
use crate::show::{self, exact, row_name, source_anchor};
use crate::words::{Words, check};

/// How a figure is written, with its unit where languages differ in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A share of 1 in whole per cent.
    Percent,
    /// The same with a digit after the point.
    FinePercent,
    /// A year.
    Year,
    /// As the table has it.
    Exact,
    /// Two digits that count.
    Rough,
    /// With one digit after the point.
    Tenths,
    /// A number of things that is rounded to whole ones.
    Whole,
    /// Mt, said in billions of tonnes: with one digit after the point, from a hundred on with none.
    Gigatonnes,
    /// Mt, said in millions of tonnes.
    Megatonnes,
    /// People or households, in millions or billions.
    Many,
}

/// What a figure rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// The model, for one of the benchmark households.
    Persona(&'static str),
    /// The model's average households.
    Averages,
    /// A row of the ledger.
    Row(RowId),
    /// A publication.
    Source(SourceId),
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What texts call it.
    pub name: &'static str,
    /// Its value, in the unit that [`Shown`] takes; where it has a band, its median.
    pub value: f64,
    /// What is very likely, from 5 to 95 %.
    pub band: Option<(f64, f64)>,
    /// How it is written.
    pub shown: Shown,
    /// What it rests on.
    pub grounds: Vec<Ground>,
    /// How well it is known.
    pub status: Status,
}

impl Figure {
    /// A figure that the model computes.
    fn computed(
        name: &'static str,
        value: f64,
        shown: Shown,
        grounds: impl IntoIterator<Item = Ground>,
    ) -> Figure {
        Figure {
            name,
            value,
            band: None,
            shown,
            grounds: grounds.into_iter().collect(),
            status: Status::Derived,
        }
    }

    /// The same on draws: the median with its band.
    fn drawn(
        name: &'static str,
        of: Quantiles,
        shown: Shown,
        grounds: impl IntoIterator<Item = Ground>,
    ) -> Figure {
        let band = Some((of.p05, of.p95));
        let point = Figure::computed(name, of.p50, shown, grounds);
        Figure { band, ..point }
    }

    /// As computed, of publications alone.
    fn of_sources(
        name: &'static str,
        value: f64,
        shown: Shown,
        sources: &[SourceId],
        status: Status,
    ) -> Figure {
        Figure {
            name,
            value,
            band: None,
            shown,
            grounds: sources.iter().copied().map(Ground::Source).collect(),
            status,
        }
    }

    /// The value of a row.
    fn of_row(name: &'static str, row: RowId, shown: Shown) -> Figure {
        Figure {
            name,
            value: row.value(),
            band: None,
            shown,
            grounds: vec![Ground::Row(row)],
            status: row.row().status,
        }
    }

    /// A fact.
    fn of_fact(fact: &'static Fact, shown: Shown) -> Figure {
        let value = match fact.unit {
            Unit::GigatonneCo2 => fact.band.value * MT_PER_GT,
            _ => fact.band.value,
        };
        Figure::of_sources(fact.id, value, shown, fact.sources, fact.status)
    }

    /// Both ends of a fact's range, or of another.
    fn ends(
        [low, high]: [&'static str; 2],
        band: Band,
        shown: Shown,
        sources: &[SourceId],
        status: Status,
    ) -> [Figure; 2] {
        [(low, band.low), (high, band.high)]
            .map(|(name, value)| Figure::of_sources(name, value, shown, sources, status))
    }

    /// The figure in the words of a language, without its band.
    pub fn point(&self, lang: Lang) -> String {
        written(lang, self.shown, self.value)
    }

    /// The same with the band, whose ends stand in the unit of the figure.
    pub fn write(&self, lang: Lang) -> String {
        let point = self.point(lang);
        let Some((low, high)) = self.band else {
            return point;
        };
        let [low, high] = [low, high].map(|end| numeral(lang, self.shown, end));
        match lang {
            Lang::Zh => format!("{point}（{low}～{high}）"),
            Lang::En => format!("{point} ({low} to {high})"),
        }
    }
}

/// All figures.
#[derive(Clone, Debug)]
pub struct Figures {
    all: Vec<Figure>,
}

impl Figures {
    /// Computes them.
    pub fn compute(benchmarks: &Benchmarks) -> Figures {
        let parts = [
            tables::figures(),
            nation::figures(),
            homes::figures(&benchmarks.personas),
        ];
        Figures {
            all: parts.into_iter().flatten().collect(),
        }
    }

    /// These and no others.
    pub fn of(all: Vec<Figure>) -> Figures {
        Figures { all }
    }

    /// All of them.
    pub fn all(&self) -> &[Figure] {
        &self.all
    }

    /// The figure with this name.
    pub fn find(&self, name: &str) -> Option<&Figure> {
        self.all.iter().find(|figure| figure.name == name)
    }

    /// Its value.
    pub fn value(&self, name: &str) -> Option<f64> {
        self.find(name).map(|figure| figure.value)
    }

    /// What texts may name in braces.
    pub fn values(&self, lang: Lang) -> Vec<(&'static str, Markup)> {
        let values = self.all.iter();
        values
            .map(|figure| (figure.name, html! { (figure.write(lang)) }))
            .collect()
    }

    /// The same without bands: what options of a quiz name, of which the right one must not stand out.
    pub fn points(&self, lang: Lang) -> Vec<(&'static str, Markup)> {
        let values = self.all.iter();
        values
            .map(|figure| (figure.name, html! { (figure.point(lang)) }))
            .collect()
    }

    /// The figures that texts name, each once.
    pub fn named<'a>(&self, texts: impl Iterator<Item = &'a str>) -> Vec<&Figure> {
        let names: BTreeSet<&str> = texts.flat_map(check::placeholders).collect();
        let all = self.all.iter();
        all.filter(|figure| names.contains(figure.name)).collect()
    }
}

/// What some figures rest on, with sources besides, and how well the least sure of them is known.
pub fn rests(words: &Words, figures: &[&Figure], besides: &[SourceId]) -> Markup {
    let status = least_sure(figures).unwrap_or(Status::Published);
    html! {
        div class="rests" {
            p { (words.fill("learn.rests", &[("status", show::status(words, status))])) }
            (sources(words, &grounds(figures, besides)))
        }
    }
}

/// What figures rest on, each once: publications last.
fn grounds(figures: &[&Figure], besides: &[SourceId]) -> Vec<Ground> {
    let own = figures.iter().flat_map(|figure| figure.grounds.iter());
    let besides = besides.iter().copied().map(Ground::Source);
    let once: BTreeSet<Ground> = own.copied().chain(besides).collect();
    once.into_iter().collect()
}

/// The least sure status of figures.
fn least_sure(figures: &[&Figure]) -> Option<Status> {
    let statuses = Status::ALL.iter().rev();
    let has = |status: &&Status| figures.iter().any(|figure| figure.status == **status);
    statuses.copied().find(|status| has(&status))
}

/// The list of what figures rest on, each linked to where it stands on the other pages.
fn sources(words: &Words, grounds: &[Ground]) -> Markup {
    let (methods, benchmarks) = (
        Page::Methods.file(words.lang),
        Page::Benchmarks.file(words.lang),
    );
    html! {
        ul class="sources" {
            @for ground in grounds {
                li {
                    @match ground {
                        Ground::Persona(id) => a href={ (benchmarks) "#" (id) } {
                            (words.fill("learn.of_persona", &[("persona", html! { (words.text(&format!("persona.{id}.name"))) })]))
                        },
                        Ground::Averages => a href={ (methods) "#provinces" } { (words.text("learn.of_averages")) },
                        Ground::Row(row) => a href={ (methods) "#" (show::anchor(*row)) } {
                            (words.fill("learn.of_row", &[("row", html! { (row_name(words.lang, row.row())) })]))
                        },
                        Ground::Source(source) => a href={ (methods) "#" (source_anchor(*source)) } {
                            (words.lang.pick(source.facts().title_zh, source.facts().title_en))
                        },
                    }
                }
            }
        }
    }
}

/// A fact's value as it is written.
pub fn fact(lang: Lang, fact: &'static Fact) -> String {
    Figure::of_fact(fact, tables::shown(fact)).write(lang)
}

/// A value as it is written.
pub fn written(lang: Lang, shown: Shown, value: f64) -> String {
    let percent = |text: String| format!("{text}{}", lang.pick("%", "\u{a0}%"));
    match shown {
        Shown::Percent => percent(exact((100.0 * value).round())),
        Shown::FinePercent => percent(exact((1000.0 * value).round() / 10.0)),
        Shown::Year => format!("{value:.0}"),
        Shown::Exact => exact(value),
        Shown::Rough => exact(two_digits(value)),
        Shown::Tenths => exact((10.0 * value).round() / 10.0),
        Shown::Whole => exact(value.round()),
        Shown::Gigatonnes => match lang {
            Lang::Zh => format!("{} 亿吨", exact(hundreds(value))),
            Lang::En => format!("{} billion tonnes", exact(hundreds(value) / 10.0)),
        },
        Shown::Megatonnes => {
            let numeral = numeral(lang, shown, value);
            [&*numeral, lang.pick(" 万吨", " million tonnes")].concat()
        }
        Shown::Many => many(lang, value),
    }
}

/// Into how many of the language's unit of savings a megatonne is counted.
fn per_mt(lang: Lang) -> f64 {
    match lang {
        Lang::Zh => 100.0,
        Lang::En => 1.0,
    }
}

/// A value as it is written, without the name of a unit.
fn numeral(lang: Lang, shown: Shown, value: f64) -> String {
    match shown {
        Shown::Megatonnes => exact(two_digits(value * per_mt(lang))),
        _ => written(lang, shown, value),
    }
}

/// Mt in hundreds of them; a thousand hundreds or more in whole tens.
fn hundreds(mt: f64) -> f64 {
    let hundreds = mt / 100.0;
    if hundreds.abs() < 1000.0 {
        hundreds.round()
    } else {
        (hundreds / 10.0).round() * 10.0
    }
}

fn many(lang: Lang, value: f64) -> String {
    match lang {
        Lang::Zh if value >= 1e8 => format!("{} 亿", exact(two_digits(value / 1e8))),
        Lang::Zh => format!("{} 万", exact(two_digits(value / 1e4))),
        Lang::En if value >= 1e9 => format!("{} billion", exact(two_digits(value / 1e9))),
        Lang::En => format!("{} million", exact(two_digits(value / 1e6))),
    }
}

/// A value with the two digits that count.
fn two_digits(value: f64) -> f64 {
    let mut unit = 1.0;
    while value.abs() / unit >= 100.0 {
        unit *= 10.0;
    }
    if value.abs() >= 10.0 {
        return (value / unit).round() * unit;
    }
    let mut parts = 10.0;
    while value != 0.0 && (value * parts).abs() < 10.0 {
        parts *= 10.0;
    }
    (value * parts).round() / parts
}

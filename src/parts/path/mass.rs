//! Megatonnes in the words of a language: by one rule in sentences, tables and charts.
//!
//! An amount is said in the largest unit of which it is at least one: 亿吨, 万吨 and 吨 in Chinese; billions and
//! millions of tonnes and tonnes in English. A column of a table has one unit for all its rows: the largest
//! for what the nation emits, the middle one for what is saved.
use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::words::{PathMsg, fill, text};

/// Below so many of a unit the next smaller one is taken; of the smallest, nothing is smaller.
const LEAST: f64 = 1.0;

/// Units from the largest to the smallest, each with its words and how many of them are a megatonne.
fn units(lang: Lang) -> [(PathMsg, f64); 3] {
    match lang {
        Lang::Zh => [
            (PathMsg::MassLarge, 0.01),
            (PathMsg::MassMiddle, 100.0),
            (PathMsg::MassSmall, 1e6),
        ],
        Lang::En => [
            (PathMsg::MassLarge, 1e-3),
            (PathMsg::MassMiddle, 1.0),
            (PathMsg::MassSmall, 1e6),
        ],
    }
}

/// The unit in which an amount of Mt is said.
fn unit(lang: Lang, mt: f64) -> (PathMsg, f64) {
    let [largest, middle, smallest] = units(lang);
    let fits = |(_, per_mt): &(PathMsg, f64)| (mt * per_mt).abs() >= LEAST;
    // half of a middle unit is still said in it: 0.5 Mt, not 500,000 t
    let half = (mt * middle.1).abs() >= 0.1 * LEAST;
    match [largest, middle].into_iter().find(fits) {
        Some(unit) => unit,
        None if half || mt == 0.0 => middle,
        None => smallest,
    }
}

/// An amount of Mt with three digits that count.
pub fn mass(lang: Lang, mt: f64) -> String {
    let (words, per_mt) = unit(lang, mt);
    let value = number(lang, Digits::Three, mt * per_mt + 0.0);
    fill(lang, words, &[("value", &value)])
}

/// What is saved, in words: so much less, or, below 0, so much more.
pub fn less(lang: Lang, mt: f64) -> String {
    let msg = if mt < 0.0 {
        PathMsg::MassMore
    } else {
        PathMsg::MassLess
    };
    fill(lang, msg, &[("mt", &mass(lang, mt.abs()))])
}

/// What the nation emits in a year, in the largest unit without its name, to the megatonne.
pub fn total(lang: Lang, mt: f64) -> String {
    let [(_, per_mt), ..] = units(lang);
    let digits = match lang {
        Lang::Zh => Digits::Hundredths,
        Lang::En => Digits::Thousandths,
    };
    number(lang, digits, mt.round() * per_mt + 0.0)
}

/// The same with the name of the unit.
pub fn total_said(lang: Lang, mt: f64) -> String {
    let [(words, _), ..] = units(lang);
    fill(lang, words, &[("value", &total(lang, mt))])
}

/// What is taken off a [`total`], in its unit, with three digits that count.
pub fn part_of_total(lang: Lang, mt: f64) -> String {
    let [(_, per_mt), ..] = units(lang);
    number(lang, Digits::Three, mt * per_mt + 0.0)
}

/// What is saved, in the middle unit without its name, with three digits that count.
pub fn saved(lang: Lang, mt: f64) -> String {
    let [_, (_, per_mt), _] = units(lang);
    number(lang, Digits::Three, mt * per_mt + 0.0)
}

/// Words with the unit of [`total`] in them.
pub fn of_total(lang: Lang, words: PathMsg) -> String {
    let [(unit, _), ..] = units(lang);
    fill(lang, words, &[("unit", named(lang, unit))])
}

/// Words with the unit of [`saved`] in them.
pub fn of_saved(lang: Lang, words: PathMsg) -> String {
    let [_, (unit, _), _] = units(lang);
    fill(lang, words, &[("unit", named(lang, unit))])
}

/// An amount in the unit in which `most` is said, without its name: for the axis of a chart.
pub fn in_unit_of(lang: Lang, most: f64, mt: f64) -> String {
    let (_, per_mt) = unit(lang, most);
    number(lang, Digits::Three, mt * per_mt)
}

/// The name of the unit in which an amount is said.
pub fn unit_of(lang: Lang, most: f64) -> &'static str {
    let (words, _) = unit(lang, most);
    named(lang, words)
}

/// The name of a unit alone, which stands behind its value.
fn named(lang: Lang, unit: PathMsg) -> &'static str {
    let words = text(lang, unit);
    words.split_once('}').map_or(words, |(_, name)| name).trim()
}

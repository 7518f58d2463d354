//! Megatonnes in the words of a language: Chinese counts in hundred millions and ten thousands of tonnes.
use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::words::{PathMsg, fill};

/// Below so many of a unit the next smaller one is taken; of the smallest, nothing is smaller.
const LEAST: f64 = 1.0;

/// Units from the largest to the smallest, each with its words and how many of them are a megatonne.
fn units(lang: Lang) -> [(PathMsg, f64); 3] {
    match lang {
        Lang::Zh => [
            (PathMsg::MassGt, 0.01),
            (PathMsg::MassMt, 100.0),
            (PathMsg::MassT, 1e6),
        ],
        Lang::En => [
            (PathMsg::MassGt, 1e-3),
            (PathMsg::MassMt, 1.0),
            (PathMsg::MassT, 1e6),
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

/// An amount in the unit in which `most` is said, without its name: for the axis of a chart.
pub fn in_unit_of(lang: Lang, most: f64, mt: f64) -> String {
    let (_, per_mt) = unit(lang, most);
    number(lang, Digits::Three, mt * per_mt)
}

/// The name of the unit in which an amount is said.
pub fn unit_of(lang: Lang, most: f64) -> String {
    let (words, _) = unit(lang, most);
    fill(lang, words, &[("value", "")]).trim().to_owned()
}

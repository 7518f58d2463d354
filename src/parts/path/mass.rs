//! Megatonnes in the words of a language: by one rule in sentences, tables and charts.
//!
//! An amount is said in the largest unit of which it is at least one: 亿吨, 万吨 and 吨 in Chinese; billions,
//! millions and thousands of tonnes and tonnes in English. Amounts that a sentence or a list compares are said in one unit,
//! that of the largest of them. A column of a table has one unit for all its rows: the largest for what the
//! nation emits, the middle one for what is saved.
use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::words::{PathMsg, fill, text};

/// Below so many of a unit the next smaller one is taken; of the smallest, nothing is smaller.
const LEAST: f64 = 1.0;

/// A unit in which amounts are said.
#[derive(Clone, Copy)]
pub struct MassUnit {
    words: PathMsg,
    /// How many of it a megatonne is.
    per_mt: f64,
}

/// Units from the largest to the smallest.
fn units(lang: Lang) -> [MassUnit; 4] {
    // Chinese does not count in thousands of tonnes: they are its last unit
    let per_mt = match lang {
        Lang::Zh => [0.01, 100.0, 1e6, 1e6],
        Lang::En => [1e-3, 1.0, 1e3, 1e6],
    };
    let [largest, middle, thousand, smallest] = per_mt;
    let third = match lang {
        Lang::Zh => PathMsg::MassSmall,
        Lang::En => PathMsg::MassThousand,
    };
    [
        (PathMsg::MassLarge, largest),
        (PathMsg::MassMiddle, middle),
        (third, thousand),
        (PathMsg::MassSmall, smallest),
    ]
    .map(|(words, per_mt)| MassUnit { words, per_mt })
}

impl MassUnit {
    /// The unit in which an amount of Mt is said.
    pub fn of(lang: Lang, mt: f64) -> MassUnit {
        let [largest, middle, thousand, smallest] = units(lang);
        let least = |unit: MassUnit| (mt * unit.per_mt).abs();
        // part of a middle unit is still said in it: 0.5 Mt, not 500,000 t
        match mt {
            _ if least(largest) >= LEAST => largest,
            _ if least(middle) >= 0.1 * LEAST || mt == 0.0 => middle,
            _ if least(thousand) >= LEAST => thousand,
            _ => smallest,
        }
    }

    /// The unit of amounts of Mt that are compared.
    pub fn of_all(lang: Lang, amounts: impl IntoIterator<Item = f64>) -> MassUnit {
        let largest = amounts.into_iter().map(f64::abs).fold(0.0, f64::max);
        MassUnit::of(lang, largest)
    }

    /// The largest unit: of what the nation emits.
    pub fn of_nation(lang: Lang) -> MassUnit {
        let [largest, ..] = units(lang);
        largest
    }

    /// The unit of a height of the nation's line, with the digits of the height to the megatonne.
    pub fn of_height(lang: Lang) -> (MassUnit, Digits) {
        let [largest, middle, ..] = units(lang);
        match lang {
            Lang::Zh => (largest, Digits::Hundredths),
            Lang::En => (middle, Digits::Whole),
        }
    }

    /// The middle unit: of what is saved.
    fn of_saving(lang: Lang) -> MassUnit {
        let [_, middle, ..] = units(lang);
        middle
    }

    /// The number of an amount of Mt, with three digits that count.
    pub fn number(self, lang: Lang, mt: f64) -> String {
        self.digits(lang, Digits::Three, mt)
    }

    /// The same with other digits.
    pub fn digits(self, lang: Lang, digits: Digits, mt: f64) -> String {
        number(lang, digits, mt * self.per_mt + 0.0)
    }

    /// A number with the name of the unit.
    pub fn name(self, lang: Lang, number: &str) -> String {
        fill(lang, self.words, &[("value", number)])
    }

    /// An amount of Mt with the name of the unit.
    pub fn said(self, lang: Lang, mt: f64) -> String {
        self.name(lang, &self.number(lang, mt))
    }

    /// The name alone, which stands behind its value.
    pub fn named(self, lang: Lang) -> &'static str {
        let words = text(lang, self.words);
        words.split_once('}').map_or(words, |(_, name)| name).trim()
    }
}

/// An amount of Mt with three digits that count.
pub fn mass(lang: Lang, mt: f64) -> String {
    MassUnit::of(lang, mt).said(lang, mt)
}

/// What the nation emits in a year, in the largest unit without its name, to the megatonne.
pub fn total(lang: Lang, mt: f64) -> String {
    let digits = match lang {
        Lang::Zh => Digits::Hundredths,
        Lang::En => Digits::Thousandths,
    };
    MassUnit::of_nation(lang).digits(lang, digits, mt.round())
}

/// The same with the name of the unit.
pub fn total_said(lang: Lang, mt: f64) -> String {
    MassUnit::of_nation(lang).name(lang, &total(lang, mt))
}

/// What is saved, in the middle unit without its name, with three digits that count.
pub fn saved(lang: Lang, mt: f64) -> String {
    MassUnit::of_saving(lang).number(lang, mt)
}

/// Words with the unit of [`total`] in them.
pub fn of_total(lang: Lang, words: PathMsg) -> String {
    let unit = MassUnit::of_nation(lang).named(lang);
    fill(lang, words, &[("unit", unit)])
}

/// Words with the unit of [`saved`] in them.
pub fn of_saved(lang: Lang, words: PathMsg) -> String {
    let unit = MassUnit::of_saving(lang).named(lang);
    fill(lang, words, &[("unit", unit)])
}

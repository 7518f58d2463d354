//! The nation's territorial CO2: what has been, labelled lines of what may come, marks.
//!
//! Everything here is CO2 of fossil fuels and processes emitted in China, Mt a year, before sinks
//! unless it says net. Lines are no forecasts, are never averaged, and are no distribution.
//!
//! A line is either one of the annual `MODEL_*` series, taken as they are, or goes through at least
//! four published points: a monotone cubic `f` ([`Pchip`]) that is led over from the history,
//!
//! `E(t) = f(t) x (1 + (H / f(2025) - 1) x max(0, 1 - (t - 2025) / 20))`
//!
//! so that it is `H`, the level at which every scenario begins, in 2025 and `f` from 2045 on.

use std::ops::RangeInclusive;

use super::pchip::Pchip;
use crate::rows::{
    CARBON_BUDGETS, CarbonBudget, DataSet, Metric, NATIONAL_CO2, NATIONAL_HISTORY, PUBLISHED_PATHS,
    PublishedPath, SCENARIOS, Scenario, constant_sink, national_co2, people, people_of_the_world,
};
use crate::year::DEFAULT_SCENARIO;

/// The years of a line: both ends are in every sum.
pub const AHEAD: RangeInclusive<u16> = 2025..=2060;
/// The years of the history.
pub const BEHIND: RangeInclusive<u16> = 1990..=2025;
/// How many published points make a line.
pub const POINTS_OF_A_LINE: usize = 4;
/// Over so many years a published line is led over from the history.
const LED_OVER: f64 = 20.0;
/// A peak is confirmed when so many years after it are lower.
const CONFIRMED_AFTER: u16 = 5;
/// Megatonnes in a gigatonne.
pub const MT_PER_GT: f64 = 1000.0;
/// Tonnes in a megatonne.
const T_PER_MT: f64 = 1e6;

/// What a line is drawn from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NationalPath {
    /// One of our own annual series.
    Model(Scenario),
    /// Published points.
    Published(&'static PublishedPath),
}

impl NationalPath {
    /// Every path that is a line: our own, then the published.
    pub fn lines() -> impl Iterator<Item = NationalPath> {
        let own = SCENARIOS.iter();
        let own = own.map(|known| NationalPath::Model(known.scenario));
        let published = PUBLISHED_PATHS.iter().filter(|path| is_line(path));
        own.chain(published.map(NationalPath::Published))
    }

    /// Published paths that are too few points for a line: marks with their label.
    pub fn marks() -> impl Iterator<Item = &'static PublishedPath> {
        PUBLISHED_PATHS.iter().filter(|path| !is_line(path))
    }

    /// The line with this id, if there is one.
    pub fn from_id(id: &str) -> Option<NationalPath> {
        NationalPath::lines().find(|path| path.id() == id)
    }

    /// The scenario that a household's factors follow along it. Published points say nothing of the grid
    /// and of supply chains: beside them it is the default one.
    pub fn of_households(self) -> Scenario {
        match self {
            NationalPath::Model(scenario) => scenario,
            NationalPath::Published(_) => DEFAULT_SCENARIO,
        }
    }

    /// Its id in tables and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            NationalPath::Model(scenario) => scenario.details().id,
            NationalPath::Published(path) => path.id,
        }
    }

    /// Its English name.
    pub fn name_en(self) -> &'static str {
        match self {
            NationalPath::Model(scenario) => scenario.details().name_en,
            NationalPath::Published(path) => path.name_en,
        }
    }

    /// Its Chinese name.
    pub fn name_zh(self) -> &'static str {
        match self {
            NationalPath::Model(scenario) => scenario.details().name_zh,
            NationalPath::Published(path) => path.name_zh,
        }
    }

    /// Mt CO2 of each year of [`AHEAD`], before sinks.
    pub fn line(self) -> NationalLine {
        let curve = match self {
            NationalPath::Model(_) => None,
            NationalPath::Published(path) => curve(path),
        };
        let mt = |year| match self {
            NationalPath::Model(scenario) => national_co2(scenario, year).map(|year| year.value),
            NationalPath::Published(_) => led_over(curve.as_ref()?, year),
        };
        let years = AHEAD.filter_map(|year| Some((year, mt(year)?)));
        NationalLine {
            years: years.collect(),
        }
    }
}

/// The curve through the central values of published points, not yet led over from the history; none
/// for too few points, or where they do not span the years or count something else than CO2 of
/// energy and processes.
pub fn curve(path: &PublishedPath) -> Option<Pchip> {
    let points = path.points.iter();
    let points: Vec<(f64, f64)> = points
        .filter_map(|point| Some((f64::from(point.year), point.value?)))
        .collect();
    let spans = |year: u16| {
        let ends = (points.first(), points.last());
        matches!(ends, (Some(first), Some(last)) if (first.0..=last.0).contains(&f64::from(year)))
    };
    let enough = points.len() >= POINTS_OF_A_LINE && path.metric == Metric::Co2;
    let whole = enough && spans(*AHEAD.start()) && spans(*AHEAD.end());
    if whole { Pchip::through(&points) } else { None }
}

fn is_line(path: &PublishedPath) -> bool {
    curve(path).is_some()
}

/// The curve in a year, led over from the level at which every scenario begins.
fn led_over(curve: &Pchip, year: u16) -> Option<f64> {
    let first = *AHEAD.start();
    let level = national_co2(DEFAULT_SCENARIO, first)?.value;
    if year == first {
        return Some(level);
    }
    let ratio = level / curve.at(f64::from(first))?;
    let left = 1.0 - (f64::from(year) - f64::from(first)) / LED_OVER;
    Some(curve.at(f64::from(year))? * (1.0 + (ratio - 1.0) * left.max(0.0)))
}

/// A year and its amount.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Peak {
    /// The year.
    pub year: u16,
    /// Mt CO2.
    pub mt: f64,
}

/// A line of the nation's territorial CO2, Mt a year before sinks, 2025 to 2060.
#[derive(Debug, Clone, PartialEq)]
pub struct NationalLine {
    years: Vec<(u16, f64)>,
}

impl NationalLine {
    /// The line with these amounts, Mt by year.
    pub fn of(years: Vec<(u16, f64)>) -> NationalLine {
        NationalLine { years }
    }

    /// Each year with its Mt.
    pub fn years(&self) -> impl Iterator<Item = (u16, f64)> {
        self.years.iter().copied()
    }

    /// Mt in a year.
    pub fn mt(&self, year: u16) -> Option<f64> {
        let mut years = self.years();
        years.find(|(known, _)| *known == year).map(|(_, mt)| mt)
    }

    /// The highest year, the last of tied ones. Of a line the word "confirmed" is never used.
    pub fn peak(&self) -> Option<Peak> {
        let years = self.years().map(|(year, mt)| Peak { year, mt });
        years.max_by(|one, other| one.mt.total_cmp(&other.mt).then(one.year.cmp(&other.year)))
    }

    /// Gt from the beginning of the first year to the end of the last: both are in.
    pub fn cumulative_gt(&self) -> f64 {
        self.years().map(|(_, mt)| mt).sum::<f64>() / MT_PER_GT
    }

    /// Net of a sink of so many Mt a year, Mt by year.
    pub fn net(&self, sink: f64) -> NationalLine {
        let years = self.years().map(|(year, mt)| (year, mt - sink));
        NationalLine::of(years.collect())
    }

    /// The first year in which a sink of so many Mt a year takes up all; none if there is none by 2060.
    pub fn net_zero(&self, sink: f64) -> Option<u16> {
        let net = self.net(sink);
        net.years().find(|(_, mt)| *mt <= 0.0).map(|(year, _)| year)
    }

    /// Tonnes CO2 per person of the nation in a year: of all that is emitted in China, not only by households.
    pub fn per_person(&self, year: u16) -> Option<f64> {
        Some(self.mt(year)? * T_PER_MT / people(year)?)
    }

    /// By how many Gt the line exceeds the nation's equal share of a budget; below 0 it keeps to it.
    pub fn overshoot_gt(&self, budget: &CarbonBudget) -> Option<f64> {
        Some(self.cumulative_gt() - equal_share_gt(budget)?)
    }

    /// The year in which the equal share of a budget is used up; none if it lasts to 2060.
    pub fn used_up(&self, budget: &CarbonBudget) -> Option<u16> {
        let share = equal_share_gt(budget)? * MT_PER_GT;
        let mut sum = 0.0;
        let mut years = self.years();
        years.find_map(|(year, mt)| {
            sum += mt;
            (sum > share).then_some(year)
        })
    }
}

/// The sink taken off where none is named, Mt CO2 a year: an assumption, with its range in the table.
pub fn default_sink() -> f64 {
    constant_sink().value
}

/// The nation's share of a budget if every person alive at its beginning had the same, Gt. Other rules of
/// fairness give very different shares.
pub fn equal_share_gt(budget: &CarbonBudget) -> Option<f64> {
    Some(budget.value * people(budget.from)? / people_of_the_world()?)
}

/// The budgets that lines are held against: even odds of 1.5, 1.7 and 2.0 °C.
pub fn budgets() -> impl Iterator<Item = &'static CarbonBudget> {
    let shown = |budget: &&CarbonBudget| {
        budget.probability == 50.0 && [1.5, 1.7, 2.0].contains(&budget.warming)
    };
    CARBON_BUDGETS.iter().filter(shown)
}

/// What a data set says of a year that has been, Mt CO2; none if it does not say.
pub fn measured(data_set: DataSet, year: u16) -> Option<f64> {
    let mut years = NATIONAL_HISTORY.iter();
    let found = years.find(|known| known.data_set == data_set && known.year == year);
    if let Some(found) = found {
        return Some(found.value);
    }
    // those that the household's path begins with stand there alone
    let mut years = NATIONAL_CO2.iter();
    let found = years.find(|known| known.scenario.is_none() && known.year == year);
    let found = found.filter(|_| data_set == DataSet::Gcb)?;
    Some(found.value)
}

/// A year that has been: the spread of the data sets is the band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// The year.
    pub year: u16,
    /// The lowest of the data sets, Mt CO2.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// How many data sets speak of the year; of one alone the band has no width.
    pub data_sets: usize,
}

/// The years of the history with their band.
pub fn history() -> impl Iterator<Item = Measured> {
    BEHIND.filter_map(|year| {
        let all = DataSet::ALL.iter();
        let all: Vec<f64> = all.filter_map(|set| measured(*set, year)).collect();
        Some(Measured {
            year,
            low: all.iter().copied().reduce(f64::min)?,
            high: all.iter().copied().reduce(f64::max)?,
            data_sets: all.len(),
        })
    })
}

/// The highest year of a history, the last of tied ones, and whether it is confirmed: five years
/// after it are known, and all are lower.
pub fn peak_of_history(years: &[(u16, f64)]) -> Option<(Peak, bool)> {
    let peak = NationalLine::of(years.to_vec()).peak()?;
    let after = (peak.year + 1)..=(peak.year + CONFIRMED_AFTER);
    let lower = |year: &u16| {
        let mut known = years.iter();
        known.any(|(known, mt)| known == year && *mt < peak.mt)
    };
    let lower = after.filter(|year| lower(year)).count();
    Some((peak, lower == usize::from(CONFIRMED_AFTER)))
}

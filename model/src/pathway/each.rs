//! What one action of a plan saves in different years, and why that changes.

use crate::actions::{Chosen, Joint};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{Gas, Scratch, household_sums};
use crate::rows::Scenario;
use crate::year::{Sums, YearIndex};

/// A saving that changes by a smaller share than this stays.
const STAYS: f64 = 0.05;
/// And so does one that changes by less, kg.
const NOTHING: f64 = 0.5;

/// How a saving changes over the years, and through what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// It stays.
    Same,
    /// It is worth less, since the power that it saves gets cleaner.
    LessByGrid,
    /// It is worth less, since what it saves is made with less CO2.
    LessBySupply,
    /// It is worth more, since the power that it takes gets cleaner.
    MoreByGrid,
    /// It is worth more, since what it takes is made with less CO2.
    MoreBySupply,
    /// It adds, early and late, and as much.
    AddsSame,
    /// It adds less, since the power that it takes gets cleaner.
    AddsLessByGrid,
    /// It adds less, since what it takes is made with less CO2.
    AddsLessBySupply,
    /// It adds more, since the power that it saves too gets cleaner.
    AddsMoreByGrid,
    /// It adds more, since what it saves too is made with less CO2.
    AddsMoreBySupply,
}

impl Trend {
    /// Every way.
    pub const ALL: &'static [Trend] = &[
        Trend::Same,
        Trend::LessByGrid,
        Trend::LessBySupply,
        Trend::MoreByGrid,
        Trend::MoreBySupply,
        Trend::AddsSame,
        Trend::AddsLessByGrid,
        Trend::AddsLessBySupply,
        Trend::AddsMoreByGrid,
        Trend::AddsMoreBySupply,
    ];

    /// The same change of what adds rather than saves.
    const fn of_added(self) -> Trend {
        match self {
            Trend::Same => Trend::AddsSame,
            Trend::LessByGrid => Trend::AddsMoreByGrid,
            Trend::LessBySupply => Trend::AddsMoreBySupply,
            Trend::MoreByGrid => Trend::AddsLessByGrid,
            Trend::MoreBySupply => Trend::AddsLessBySupply,
            adds => adds,
        }
    }
}

/// An action's saving in different years, kg CO2e a year of the household on central values.
#[derive(Debug, Clone, PartialEq)]
pub struct EachYears {
    /// By year, as they were asked for.
    pub kg: Vec<(u16, f64)>,
    /// How it changes from the first to the last of them.
    pub trend: Trend,
}

impl EachYears {
    /// Whether it saves nothing in any of the years.
    pub fn is_nothing(&self) -> bool {
        self.kg.iter().all(|(_, kg)| kg.abs() < NOTHING)
    }

    /// What an action saves alone, as if it were done in each of these years; one that only the others of a
    /// set make possible, what it adds to them.
    pub fn of(
        chosen: Chosen,
        set: &Joint,
        home: &Household,
        scenario: Scenario,
        years: &[u16],
        factors: &Factors,
    ) -> EachYears {
        let mut scratch = Scratch::new();
        let mut sums = |home: &Household| household_sums(home, Gas::Co2e, factors, &mut scratch);
        let alone = Joint::of([chosen]).changed(home, factors);
        let saved = if alone == *home {
            let mut others = set.clone();
            others.drop(chosen.action);
            let before = sums(&others.changed(home, factors));
            before.less(&sums(&set.changed(home, factors)))
        } else {
            sums(home).less(&sums(&alone))
        };
        let index = |year: &u16| YearIndex::new(*year, scenario, factors);
        let known: Vec<YearIndex> = years.iter().filter_map(index).collect();
        let kg = known.iter();
        EachYears {
            kg: kg
                .map(|index| (index.year(), saved.in_year(index)))
                .collect(),
            trend: match (known.first(), known.last()) {
                (Some(first), Some(last)) if adds(&saved, first, last) => {
                    trend(&saved, first, last).of_added()
                }
                (Some(first), Some(last)) => trend(&saved, first, last),
                _ => Trend::Same,
            },
        }
    }
}

/// Whether it adds, early and late.
fn adds(saved: &Sums, first: &YearIndex, last: &YearIndex) -> bool {
    let adds = |index| saved.in_year(index) <= -NOTHING;
    adds(first) && adds(last)
}

fn trend(saved: &Sums, first: &YearIndex, last: &YearIndex) -> Trend {
    let by = saved.in_year(last) - saved.in_year(first);
    if by.abs() < NOTHING.max(STAYS * saved.in_year(first).abs()) {
        return Trend::Same;
    }
    let grid = saved.moved_by_grid(last) - saved.moved_by_grid(first);
    // more than half of the change
    let by_grid = grid / by > 0.5;
    match (by > 0.0, by_grid) {
        (false, true) => Trend::LessByGrid,
        (false, false) => Trend::LessBySupply,
        (true, true) => Trend::MoreByGrid,
        (true, false) => Trend::MoreBySupply,
    }
}

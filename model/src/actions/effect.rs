//! What sets of actions save, draw by draw: the same draws with and without.
//!
//! Of each draw only the sections of the footprint that a set reaches are computed anew; the sums are
//! taken as the full calculation takes them, so that both come to the same bits.

use std::ops::Range;

use super::Joint;
use crate::catalogue::{Household, QuestionId};
use crate::factors::Factors;
use crate::footprint::{
    ByDomain, ByLine, Line, LineId, Sections, Untold, by_domain, consumption, write_lines,
};
use crate::question::Domain;
use crate::uncertainty::{Draws, Quantiles, World};

/// What is told of a change: a line of the footprint, or all lines of one meter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// A line.
    Line(LineId),
    /// All that goes through the meter, or comes from the stock, that this question asks about.
    Meter(QuestionId),
}

/// What a set of actions changes of a part of the footprint: first before, then after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moved {
    /// Which part.
    pub what: Counted,
    /// The unit of the quantity, a year.
    pub unit: &'static str,
    /// The quantity; none of heat from a network, which is counted in square metres of a common home.
    pub quantity: Option<[f64; 2]>,
    /// kg CO2e a year of the household.
    pub kg: [f64; 2],
}

impl Moved {
    const fn nothing(what: Counted, unit: &'static str) -> Moved {
        Moved {
            what,
            unit,
            quantity: match what {
                Counted::Line(LineId::DistrictHeat) => None,
                _ => Some([0.0; 2]),
            },
            kg: [0.0; 2],
        }
    }

    fn add(&mut self, side: usize, line: &Line<Untold>) {
        let mut quantity = self.quantity.as_mut();
        if let Some(quantity) = quantity.as_mut().and_then(|both| both.get_mut(side)) {
            *quantity += line.quantity.value;
        }
        if let Some(kg) = self.kg.get_mut(side) {
            *kg += line.kg;
        }
    }

    /// kg CO2e a year that are added; below zero they are saved.
    pub fn more(&self) -> f64 {
        let [was, is] = self.kg;
        is - was
    }
}

/// Sets of actions being tried on the draws of a household, one household after the other.
pub struct Effects {
    sets: Vec<(Joint, Reached)>,
    savings: Vec<Vec<f64>>,
    scratch: Vec<Line<Untold>>,
    /// How many draws are tried.
    done: usize,
}

impl Effects {
    /// Nothing tried yet.
    pub fn new(sets: Vec<Joint>, draws: usize) -> Effects {
        let with_reach = |set: Joint| {
            let reached = Reached::of(set.reaches());
            (set, reached)
        };
        let savings = sets.iter().map(|_| Vec::with_capacity(draws)).collect();
        Effects {
            sets: sets.into_iter().map(with_reach).collect(),
            savings,
            scratch: Vec::with_capacity(LineId::ALL.len()),
            done: 0,
        }
    }

    /// Tries all sets on one more household; false when all are tried.
    pub fn step(&mut self, draws: &Draws, world: &World) -> bool {
        let Some(run) = draws.run(self.done, world) else {
            return false;
        };
        self.done += run.times;
        let before = Before::of(run.lines);
        for ((set, reached), savings) in self.sets.iter().zip(&mut self.savings) {
            let changed = set.changed(run.home, run.factors);
            let after = before.after(reached, &changed, run.factors, &mut self.scratch);
            savings.extend(std::iter::repeat_n(before.kg - after, run.times));
        }
        true
    }

    /// What was found, set by set.
    pub fn finish(self) -> Vec<Savings> {
        let savings = self.savings.into_iter();
        savings.map(|household| Savings { household }).collect()
    }
}

/// What is computed anew: some sections, their lines, and, of the domains that have some of them, from where
/// to where their lines stand, those of other domains perhaps between them.
struct Reached {
    sections: Sections,
    lines: [bool; LineId::ALL.len()],
    domains: [Range<usize>; Domain::ALL.len()],
}

impl Reached {
    fn of(sections: Sections) -> Reached {
        let mut lines = [false; LineId::ALL.len()];
        let mut domains = std::array::from_fn(|_| 0..0);
        for ((at, id), reached) in LineId::ALL.iter().enumerate().zip(&mut lines) {
            *reached = sections.has(id.section());
            if let Some(domain) = domains.get_mut(id.domain() as usize) {
                *domain = if *domain == (0..0) {
                    at..at + 1
                } else {
                    domain.start..at + 1
                };
            }
        }
        for domain in &mut domains {
            let any = lines.iter().take(domain.end).skip(domain.start);
            if !any.into_iter().any(|reached| *reached) {
                *domain = 0..0;
            }
        }
        Reached {
            sections,
            lines,
            domains,
        }
    }

    /// Kilograms of a household by line, of the sections that are reached alone.
    fn lines_of(
        &self,
        home: &Household,
        factors: &Factors,
        scratch: &mut Vec<Line<Untold>>,
    ) -> ByLine {
        scratch.clear();
        self.sections.write(home, factors, scratch);
        let mut lines: ByLine = [0.0; LineId::ALL.len()];
        add_up(scratch, &mut lines);
        lines
    }
}

/// Adds lines to their sums.
fn add_up(lines: &[Line<Untold>], sums: &mut ByLine) {
    for line in lines {
        if let Some(kg) = sums.get_mut(line.id as usize) {
            *kg += line.kg;
        }
    }
}

/// A footprint before a change.
#[derive(Debug, Clone, PartialEq)]
struct Before {
    lines: ByLine,
    domains: ByDomain,
    /// kg CO2e a year of household consumption.
    kg: f64,
}

impl Before {
    fn of(lines: &ByLine) -> Before {
        let domains = by_domain(lines);
        Before {
            kg: consumption(&domains),
            lines: *lines,
            domains,
        }
    }

    /// kg CO2e a year of household consumption when the sections that are reached are those of a changed
    /// household. Domains that are not reached keep their sum.
    fn after(
        &self,
        reached: &Reached,
        changed: &Household,
        factors: &Factors,
        scratch: &mut Vec<Line<Untold>>,
    ) -> f64 {
        let anew = reached.lines_of(changed, factors, scratch);
        let is_anew = &reached.lines;
        let mut domains = self.domains;
        for (at, lines) in reached
            .domains
            .iter()
            .enumerate()
            .filter(|of| !of.1.is_empty())
        {
            let kept = self.lines.iter().zip(&anew).zip(is_anew).zip(LineId::ALL);
            let mut sum = 0.0;
            for (((was, is), anew), id) in kept.take(lines.end).skip(lines.start) {
                if id.domain() as usize == at {
                    sum += if *anew { is } else { was };
                }
            }
            if let Some(domain) = domains.get_mut(at) {
                *domain = sum;
            }
        }
        consumption(&domains)
    }
}

/// What a set of actions saves in every draw, kg CO2e a year of household consumption.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Savings {
    household: Vec<f64>,
}

impl Savings {
    /// By draw, in the order of the draws.
    pub fn by_draw(&self) -> &[f64] {
        &self.household
    }

    /// The median and the band.
    pub fn band(&self) -> Quantiles {
        Quantiles::of(self.household.clone())
    }
}

/// A household before it changes, with its footprint on central values.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    home: Household,
    before: Before,
}

impl Today {
    /// A household as it is.
    pub fn of(home: Household, factors: &Factors) -> Today {
        let mut scratch: Vec<Line<Untold>> = Vec::with_capacity(LineId::ALL.len());
        write_lines(&home, factors, &mut scratch);
        let mut lines: ByLine = [0.0; LineId::ALL.len()];
        add_up(&scratch, &mut lines);
        Today {
            before: Before::of(&lines),
            home,
        }
    }

    /// The household.
    pub fn home(&self) -> &Household {
        &self.home
    }

    /// kg CO2e a year of household consumption.
    pub fn kg(&self) -> f64 {
        self.before.kg
    }

    /// What a set changes of the footprint on central values, the largest change first. Household consumption only,
    /// so that the differences sum to what it saves. How a meter is split among its uses is an estimate that any
    /// change of it moves, so that a meter is told as a whole.
    pub fn moved(&self, set: &Joint, factors: &Factors) -> Vec<Moved> {
        /// Less than this is rounding, kg.
        const LEAST: f64 = 1e-6;
        let lines_of = |home: &Household| {
            let mut lines: Vec<Line<Untold>> = Vec::with_capacity(LineId::ALL.len());
            write_lines(home, factors, &mut lines);
            lines
        };
        let (was, is) = (
            lines_of(&self.home),
            lines_of(&set.changed(&self.home, factors)),
        );
        let mut moved: Vec<Moved> = Vec::new();
        let consumed = |line: &&Line<Untold>| line.id.domain() != Domain::PublicServices;
        let before = was.iter().filter(consumed).map(|line| (line, 0));
        let after = is.iter().filter(consumed).map(|line| (line, 1));
        for (line, side) in before.chain(after) {
            let what = line
                .id
                .meter()
                .map_or(Counted::Line(line.id), Counted::Meter);
            let at = moved.iter().position(|known| known.what == what);
            let at = at.unwrap_or_else(|| {
                moved.push(Moved::nothing(what, line.id.unit()));
                moved.len() - 1
            });
            if let Some(moved) = moved.get_mut(at) {
                moved.add(side, line);
            }
        }
        let mut sorted: Vec<Moved> = Vec::new();
        for moved in moved {
            let more = moved.more().abs();
            let at = sorted.partition_point(|known| known.more().abs() >= more);
            if more > LEAST {
                sorted.insert(at, moved);
            }
        }
        sorted
    }

    /// What a set saves on central values, kg CO2e a year of household consumption: `without - with`.
    pub fn saving(&self, set: &Joint, factors: &Factors) -> f64 {
        let changed = set.changed(&self.home, factors);
        let reached = Reached::of(set.reaches());
        self.before.kg
            - self
                .before
                .after(&reached, &changed, factors, &mut Vec::new())
    }
}

/// [`Today::saving`] of a set for a household that is asked about once.
pub fn point(home: &Household, set: &Joint, factors: &Factors) -> f64 {
    Today::of(home.clone(), factors).saving(set, factors)
}

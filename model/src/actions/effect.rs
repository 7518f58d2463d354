//! What sets of actions save, draw by draw: the same draws with and without.
//!
//! Of each draw only the sections of the footprint that a set reaches are computed anew; the sums are
//! taken as the full calculation takes them, so that both come to the same bits.

use super::Joint;
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{ByLine, Line, LineId, Section, Untold, by_domain, consumption};
use crate::uncertainty::{Draws, Quantiles, World};

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
            let reached = Reached::of(&set.reaches());
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
        let before = consumption(&by_domain(run.lines));
        for ((set, reached), savings) in self.sets.iter().zip(&mut self.savings) {
            let changed = set.changed(run.home, run.factors);
            let after = anew(run.lines, reached, &changed, run.factors, &mut self.scratch);
            let saving = before - consumption(&by_domain(&after));
            savings.extend(std::iter::repeat_n(saving, run.times));
        }
        true
    }

    /// What was found, set by set.
    pub fn finish(self) -> Vec<Savings> {
        let savings = self.savings.into_iter();
        savings.map(|household| Savings { household }).collect()
    }
}

/// What is computed anew: some sections, and whether each line belongs to one of them.
struct Reached {
    sections: Vec<Section>,
    lines: [bool; LineId::ALL.len()],
}

impl Reached {
    fn of(sections: &[Section]) -> Reached {
        let mut lines = [false; LineId::ALL.len()];
        for (id, reached) in LineId::ALL.iter().zip(&mut lines) {
            *reached = sections.contains(&id.section());
        }
        Reached {
            sections: sections.to_vec(),
            lines,
        }
    }
}

/// Lines of which some sections are computed anew for a changed household.
fn anew(
    lines: &ByLine,
    reached: &Reached,
    changed: &Household,
    factors: &Factors,
    scratch: &mut Vec<Line<Untold>>,
) -> ByLine {
    scratch.clear();
    for section in &reached.sections {
        section.write(changed, factors, scratch);
    }
    let mut after = *lines;
    for (reached, kg) in reached.lines.iter().zip(&mut after) {
        if *reached {
            *kg = 0.0;
        }
    }
    for line in &*scratch {
        if let Some(kg) = after.get_mut(line.id as usize) {
            *kg += line.kg;
        }
    }
    after
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
    lines: ByLine,
    /// kg CO2e a year of household consumption.
    kg: f64,
}

impl Today {
    /// A household as it is.
    pub fn of(home: Household, factors: &Factors) -> Today {
        let nothing: ByLine = [0.0; LineId::ALL.len()];
        let lines = anew(
            &nothing,
            &Reached::of(Section::ALL),
            &home,
            factors,
            &mut Vec::new(),
        );
        Today {
            kg: consumption(&by_domain(&lines)),
            home,
            lines,
        }
    }

    /// The household.
    pub fn home(&self) -> &Household {
        &self.home
    }

    /// kg CO2e a year of household consumption.
    pub fn kg(&self) -> f64 {
        self.kg
    }

    /// What a set saves on central values, kg CO2e a year of household consumption: `without - with`.
    pub fn saving(&self, set: &Joint, factors: &Factors) -> f64 {
        let changed = set.changed(&self.home, factors);
        let after = anew(
            &self.lines,
            &Reached::of(&set.reaches()),
            &changed,
            factors,
            &mut Vec::new(),
        );
        self.kg - consumption(&by_domain(&after))
    }
}

/// [`Today::saving`] of a set for a household that is asked about once.
pub fn point(home: &Household, set: &Joint, factors: &Factors) -> f64 {
    Today::of(home.clone(), factors).saving(set, factors)
}

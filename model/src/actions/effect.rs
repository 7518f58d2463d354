//! What sets of actions save, draw by draw: the same draws with and without.
//!
//! Of each draw only the sections of the footprint that a set reaches are computed anew; the sums are
//! taken as the full calculation takes them, so that both come to the same bits.

use super::Joint;
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{ByLine, Line, LineId, Section, Untold, by_domain, consumption};
use crate::uncertainty::{Draws, Quantiles, World};

/// Sets of actions being tried on the draws of a household, draw by draw.
pub struct Effects {
    sets: Vec<(Joint, Vec<Section>)>,
    savings: Vec<Vec<f64>>,
    scratch: Vec<Line<Untold>>,
    /// The place of the draw that was tried last.
    place: Option<usize>,
    done: usize,
}

impl Effects {
    /// Nothing tried yet.
    pub fn new(sets: Vec<Joint>, draws: usize) -> Effects {
        let with_reach = |set: Joint| {
            let reaches = set.reaches();
            (set, reaches)
        };
        let savings = sets.iter().map(|_| Vec::with_capacity(draws)).collect();
        Effects {
            sets: sets.into_iter().map(with_reach).collect(),
            savings,
            scratch: Vec::with_capacity(LineId::ALL.len()),
            place: None,
            done: 0,
        }
    }

    /// Tries all sets on one more draw; false when all are tried.
    pub fn step(&mut self, draws: &Draws, world: &World) -> bool {
        let Some((place, home, lines)) = draws.draw(self.done) else {
            return false;
        };
        self.done += 1;
        if self.place == Some(place) {
            // a likelier household stands in several draws that follow each other
            for savings in &mut self.savings {
                savings.extend(savings.last().copied());
            }
            return true;
        }
        self.place = Some(place);
        let Some(factors) = world.factors(place) else {
            return false;
        };
        let before = consumption(&by_domain(lines));
        for ((set, reaches), savings) in self.sets.iter().zip(&mut self.savings) {
            let changed = set.changed(home, factors);
            let after = anew(lines, reaches, &changed, factors, &mut self.scratch);
            savings.push(before - consumption(&by_domain(&after)));
        }
        true
    }

    /// What was found, set by set.
    pub fn finish(self) -> Vec<Savings> {
        let savings = self.savings.into_iter();
        savings.map(|household| Savings { household }).collect()
    }
}

/// Lines of which some sections are computed anew for a changed household.
fn anew(
    lines: &ByLine,
    reaches: &[Section],
    changed: &Household,
    factors: &Factors,
    scratch: &mut Vec<Line<Untold>>,
) -> ByLine {
    scratch.clear();
    for section in reaches {
        section.write(changed, factors, scratch);
    }
    let mut after = *lines;
    for (id, kg) in LineId::ALL.iter().zip(&mut after) {
        if reaches.contains(&id.section()) {
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

/// What a set saves on central values, kg CO2e a year of household consumption: `without - with`.
pub fn point(home: &Household, set: &Joint, factors: &Factors) -> f64 {
    let of = |home: &Household| {
        let mut lines: Vec<Line<Untold>> = Vec::with_capacity(LineId::ALL.len());
        crate::footprint::write_lines(home, factors, &mut lines);
        let mut kg: ByLine = [0.0; LineId::ALL.len()];
        for line in &lines {
            if let Some(sum) = kg.get_mut(line.id as usize) {
                *sum += line.kg;
            }
        }
        consumption(&by_domain(&kg))
    };
    of(home) - of(&set.changed(home, factors))
}

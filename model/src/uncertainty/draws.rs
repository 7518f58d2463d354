//! Equally likely households with their footprints.

use super::band::Quantiles;
use super::reading::{InBaseYear, Reading};
use super::world::World;
use crate::actions::Joint;
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{ByDomain, ByLine, Gas, LineId, by_domain, consumption};
use crate::question::Domain;

/// The footprints of equally likely households; a household that is likelier stands in it more often.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draws {
    households: Vec<Household>,
    /// For each draw the place of its household.
    of: Vec<usize>,
    /// Kilograms by draw, then line.
    lines: Vec<ByLine>,
    /// Kilograms by draw, then domain.
    domains: Vec<ByDomain>,
    /// The answerer's kilograms of household consumption, by draw.
    mine: Vec<f64>,
}

impl Draws {
    pub(super) fn with_room(draws: usize) -> Draws {
        Draws {
            households: Vec::new(),
            of: Vec::with_capacity(draws),
            lines: Vec::with_capacity(draws),
            domains: Vec::with_capacity(draws),
            mine: Vec::with_capacity(draws),
        }
    }

    /// Adds the footprint of the household at a place, as often as it is likely.
    pub(super) fn add(
        &mut self,
        (at, home): (usize, &Household),
        times: usize,
        reading: &mut impl Reading,
        factors: &Factors,
    ) {
        let mut lines: ByLine = [0.0; LineId::ALL.len()];
        let mut mine = 0.0;
        reading.read(home, factors, &mut |id: LineId, kg, share| {
            if let Some(line) = lines.get_mut(id as usize) {
                *line += kg;
            }
            if id.domain() != Domain::PublicServices {
                mine += kg * share;
            }
        });
        let domains = by_domain(&lines);
        for _ in 0..times {
            self.of.push(at);
            self.lines.push(lines);
            self.domains.push(domains);
            self.mine.push(mine);
        }
    }

    pub(super) fn with_households(mut self, households: Vec<Household>) -> Draws {
        self.households = households;
        self
    }

    /// How many draws there are.
    pub fn count(&self) -> usize {
        self.of.len()
    }

    /// The household of a draw, with the draws after it that it stands in too: a likelier household stands
    /// in several that follow each other.
    pub(crate) fn run<'a>(&'a self, at: usize, world: &'a World) -> Option<Run<'a>> {
        let place = *self.of.get(at)?;
        let same = self.of.iter().skip(at);
        Some(Run {
            place,
            home: self.households.get(place)?,
            factors: world.factors(place)?,
            lines: self.lines.get(at)?,
            times: same.take_while(|other| **other == place).count(),
        })
    }

    /// The household of every draw.
    pub fn households(&self) -> impl Iterator<Item = &Household> {
        let of = self.of.iter();
        of.filter_map(|at| self.households.get(*at))
    }

    /// kg of household consumption of every draw, public services left out.
    pub fn household(&self) -> Vec<f64> {
        self.domains.iter().map(consumption).collect()
    }

    /// kg of household consumption per member of every draw: the result whose band is shown.
    pub fn per_person(&self) -> Vec<f64> {
        self.shared(self.household())
    }

    /// kg of household consumption of every draw, of the households changed by a set of actions: each
    /// computed as a whole.
    pub fn changed_household(&self, set: &Joint, world: &World) -> Vec<f64> {
        let mut changed = Draws::with_room(self.count());
        let mut reading = InBaseYear::of(Gas::Co2e);
        let mut at = 0;
        while let Some(run) = self.run(at, world) {
            let home = set.changed(run.home, run.factors);
            changed.add((run.place, &home), run.times, &mut reading, run.factors);
            at += run.times;
        }
        changed.household()
    }

    /// kg of one domain of every draw.
    pub fn domain(&self, domain: Domain) -> Vec<f64> {
        let of = |domains: &ByDomain| domains.get(domain as usize).copied();
        self.domains.iter().filter_map(of).collect()
    }

    /// kg of one line of every draw.
    pub fn line(&self, line: LineId) -> Vec<f64> {
        let of = |lines: &ByLine| lines.get(line as usize).copied();
        self.lines.iter().filter_map(of).collect()
    }

    /// kg of household consumption that is the answerer's own, of every draw.
    pub fn mine(&self) -> &[f64] {
        &self.mine
    }

    /// Amounts of the household divided by its members, draw by draw.
    pub fn shared(&self, amounts: Vec<f64>) -> Vec<f64> {
        let amounts = amounts.into_iter().zip(self.households());
        amounts.map(|(kg, home)| kg / home.members).collect()
    }

    /// The result per member, to be compared with another's draw by draw.
    pub fn paired(&self) -> Paired {
        Paired {
            of: self.of.clone(),
            kg: self.per_person(),
        }
    }
}

/// A household of some draws.
pub(crate) struct Run<'a> {
    /// Its place in the world.
    pub place: usize,
    /// The household.
    pub home: &'a Household,
    /// The factors of its draws.
    pub factors: &'a Factors,
    /// Its kilograms by line.
    pub lines: &'a ByLine,
    /// How many draws it stands in.
    pub times: usize,
}

/// A result per member, which knows the draw of each of its values.
#[derive(Debug, Clone, PartialEq)]
pub struct Paired {
    /// The places of the draws, in their order; a likelier one several times.
    of: Vec<usize>,
    kg: Vec<f64>,
}

impl Paired {
    /// By how much this result is above another of the same world, in the draws that stand for both:
    /// narrower than the two bands, since what neither knows moves both.
    pub fn above(&self, other: &Paired) -> Quantiles {
        let mut theirs = other.of.iter().zip(&other.kg).peekable();
        let mut above = Vec::with_capacity(self.kg.len());
        for (at, kg) in self.of.iter().zip(&self.kg) {
            while theirs.next_if(|(their, _)| *their < at).is_some() {}
            if let Some((_, their)) = theirs.next_if(|(their, _)| *their == at) {
                above.push(kg - their);
            }
        }
        Quantiles::of(above)
    }
}

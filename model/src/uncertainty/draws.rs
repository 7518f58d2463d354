//! Equally likely households with their footprints.

use super::band::Quantiles;
use super::reading::{InBaseYear, Reading};
use super::world::World;
use crate::actions::Joint;
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{
    ByDomain, ByLine, Gas, LineId, Section, Sections, by_domain, consumption, footprint,
};
use crate::question::Domain;
use crate::rows::{Province, RowId};

/// So many households tell what a line is multiplied with.
const ASKED: usize = 48;

/// Kilograms by section, in the order of [`Section::ALL`].
type BySection = [f64; Section::ALL.len()];

/// The footprints of equally likely households; a household that is likelier stands in it more often.
#[derive(Debug, Clone, Default)]
pub struct Draws {
    households: Vec<Household>,
    /// By household: its footprint, if it stands for any draw.
    footprints: Vec<Read>,
    /// For each draw the place of its household.
    of: Vec<usize>,
}

/// What was read off a household.
#[derive(Debug, Clone, PartialEq)]
struct Read {
    /// Kilograms by line.
    lines: ByLine,
    /// Kilograms by domain.
    domains: ByDomain,
    /// The answerer's kilograms of household consumption, by section.
    mine: BySection,
}

impl Read {
    const NOTHING: Read = Read {
        lines: [0.0; LineId::ALL.len()],
        domains: [0.0; Domain::ALL.len()],
        mine: [0.0; Section::ALL.len()],
    };

    /// Reads some sections of a household anew.
    fn again(
        &mut self,
        home: &Household,
        sections: Sections,
        reading: &mut impl Reading,
        factors: &Factors,
    ) {
        for (id, line) in LineId::ALL.iter().zip(&mut self.lines) {
            if sections.has(id.section()) {
                *line = 0.0;
            }
        }
        for section in sections.iter() {
            if let Some(mine) = self.mine.get_mut(section as usize) {
                *mine = 0.0;
            }
        }
        reading.read(home, factors, sections, &mut |id: LineId, kg, share| {
            if let Some(line) = self.lines.get_mut(id as usize) {
                *line += kg;
            }
            if id.domain() != Domain::PublicServices
                && let Some(mine) = self.mine.get_mut(id.section() as usize)
            {
                *mine += kg * share;
            }
        });
        self.domains = by_domain(&self.lines);
    }
}

/// Two are equal where every draw has the same household with the same footprint.
impl PartialEq for Draws {
    fn eq(&self, other: &Draws) -> bool {
        self.of == other.of
            && self.households().eq(other.households())
            && self.read().eq(other.read())
    }
}

impl Draws {
    /// Makes room for so many draws; none is taken yet, and what the households were stands.
    pub(super) fn begin(&mut self, draws: usize) {
        self.households.resize(draws, Household::default());
        self.footprints.resize(draws, Read::NOTHING);
        self.of.clear();
    }

    /// The household at a place.
    pub(super) fn home(&mut self, at: usize) -> Option<&mut Household> {
        self.households.get_mut(at)
    }

    /// Takes the household at a place for so many draws, with some sections of its footprint computed anew.
    pub(super) fn take(
        &mut self,
        (at, times): (usize, usize),
        sections: Sections,
        reading: &mut impl Reading,
        factors: &Factors,
    ) {
        if let (Some(home), Some(read)) = (self.households.get(at), self.footprints.get_mut(at)) {
            read.again(home, sections, reading, factors);
            self.of.extend(std::iter::repeat_n(at, times));
        }
    }

    /// What was read, of every draw.
    fn read(&self) -> impl Iterator<Item = &Read> {
        let of = self.of.iter();
        of.filter_map(|at| self.footprints.get(*at))
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
            lines: &self.footprints.get(place)?.lines,
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
        self.read().map(|read| consumption(&read.domains)).collect()
    }

    /// kg of household consumption per member of every draw: the result whose band is shown.
    pub fn per_person(&self) -> Vec<f64> {
        self.shared(self.household())
    }

    /// kg of household consumption of every draw, of the households changed by a set of actions: each
    /// computed as a whole.
    pub fn changed_household(&self, set: &Joint, world: &World) -> Vec<f64> {
        let mut changed = Vec::with_capacity(self.count());
        let mut reading = InBaseYear::of(Gas::Co2e);
        while let Some(run) = self.run(changed.len(), world) {
            let home = set.changed(run.home, run.factors);
            let mut read = Read::NOTHING;
            read.again(&home, Sections::ALL, &mut reading, run.factors);
            changed.extend(std::iter::repeat_n(consumption(&read.domains), run.times));
        }
        changed
    }

    /// kg of one domain of every draw.
    pub fn domain(&self, domain: Domain) -> Vec<f64> {
        let of = |read: &Read| read.domains.get(domain as usize).copied();
        self.read().filter_map(of).collect()
    }

    /// kg of one line of every draw.
    pub fn line(&self, line: LineId) -> Vec<f64> {
        let of = |read: &Read| read.lines.get(line as usize).copied();
        self.read().filter_map(of).collect()
    }

    /// What a line is multiplied with in the households that have it, as far as some of them tell, in this province:
    /// for a line that the point estimate has not.
    pub fn factors_of(&self, line: LineId, province: Province, factors: &Factors) -> Vec<RowId> {
        let with = self.households().zip(self.line(line));
        let with = with.filter(|(_, kg)| *kg != 0.0).map(|(home, _)| home);
        let mut rows = Vec::new();
        for home in with.take(ASKED) {
            let home = Household {
                province,
                ..home.clone()
            };
            let lines = footprint(&home, factors).lines;
            let own = lines.iter().filter(|of| of.id == line);
            for part in own.flat_map(|of| &of.parts) {
                if !rows.contains(&part.factor) {
                    rows.push(part.factor);
                }
            }
        }
        rows.sort();
        rows
    }

    /// kg of household consumption that is the answerer's own, of every draw.
    pub fn mine(&self) -> Vec<f64> {
        self.read().map(|read| read.mine.iter().sum()).collect()
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
    /// The median and the band.
    pub fn band(&self) -> Quantiles {
        Quantiles::of(self.kg.clone())
    }

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

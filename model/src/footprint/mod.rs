//! The footprint: one plain function per domain, from a household to its lines.

mod changes;
mod csv;
pub mod energy;
mod food;
mod goods;
mod home;
mod line;
mod lines;
pub(crate) mod person;
mod public_services;
mod section;
mod services;
mod travel;
mod unverified;
mod working;
mod years;

pub use changes::{Change, changes};
pub use csv::{CSV_COLUMNS, csv_row};
pub(crate) use food::serving;
pub(crate) use goods::second_hand;
pub use home::end_uses;
pub(crate) use home::treated;
pub use line::{Amount, Gas, Line, Operand, Operation, Origin, Part, Who};
pub use lines::LineId;
pub use section::{Section, Sections};
pub use unverified::{Unverified, rests_on_unverified};
pub use working::{Parted, Told, Untold, Working};
pub use years::{Scratch, SectionSums, household_sums};

use crate::catalogue::Household;
use crate::factors::Factors;
use crate::question::Domain;

/// The footprint of a household in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Footprint<W: Working = Told> {
    /// Its lines, in the order of the domains; lines that are nothing are left out.
    pub lines: Vec<Line<W>>,
    /// People of the household.
    pub members: f64,
}

/// The footprint of a household, kg CO2e a year, life cycle, at official 2023 grid factors.
pub fn footprint(household: &Household, factors: &Factors) -> Footprint {
    footprint_read(household, factors)
}

/// The same, read with or without its working.
pub fn footprint_read<W: Working>(household: &Household, factors: &Factors) -> Footprint<W> {
    let mut lines: Vec<Line<W>> = Vec::with_capacity(128);
    write_lines(household, factors, &mut lines);
    lines.retain(|line| line.quantity.value != 0.0);
    Footprint {
        lines,
        members: household.members,
    }
}

/// Adds all lines of a household, those that are nothing too.
pub fn write_lines<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    Sections::ALL.write(household, factors, lines);
}

/// Kilograms by line, in the order of [`LineId::ALL`].
pub type ByLine = [f64; LineId::ALL.len()];
/// Kilograms by domain, in the order of [`Domain::ALL`].
pub type ByDomain = [f64; Domain::ALL.len()];

/// Kilograms by domain: the domain's lines in their order, so that whoever computes only some lines
/// anew comes to the same bits.
pub fn by_domain(lines: &ByLine) -> ByDomain {
    let mut domains = ByDomain::default();
    for (id, kg) in LineId::ALL.iter().zip(lines) {
        if let Some(domain) = domains.get_mut(id.domain() as usize) {
            *domain += kg;
        }
    }
    domains
}

/// Kilograms of household consumption: all domains but public services.
pub fn consumption(domains: &ByDomain) -> f64 {
    let consumption = Domain::CONSUMPTION.iter();
    consumption
        .filter_map(|domain| domains.get(*domain as usize))
        .sum()
}

impl<W: Working> Footprint<W> {
    /// kg CO2e of the household's consumption, public services left out.
    pub fn household_kg(&self) -> f64 {
        consumption(&self.by_domain())
    }

    /// kg CO2e of the household's consumption per member, a child counting as one.
    pub fn per_person_kg(&self) -> f64 {
        self.household_kg() / self.members
    }

    /// kg CO2e of household consumption that is the answerer's own.
    pub fn my_kg(&self) -> f64 {
        self.sum(|line| line.domain() != Domain::PublicServices, Line::my_kg)
    }

    /// kg CO2e of public services, an equal share for each member.
    pub fn public_services_kg(&self) -> f64 {
        self.domain_kg(Domain::PublicServices)
    }

    /// kg CO2e of one domain.
    pub fn domain_kg(&self, domain: Domain) -> f64 {
        let domains = self.by_domain();
        domains.get(domain as usize).copied().unwrap_or_default()
    }

    /// kg CO2e of every domain, in the order of [`Domain::ALL`].
    pub fn by_domain(&self) -> ByDomain {
        let mut lines: ByLine = [0.0; LineId::ALL.len()];
        for line in &self.lines {
            if let Some(sum) = lines.get_mut(line.id as usize) {
                *sum += line.kg;
            }
        }
        by_domain(&lines)
    }

    /// kg CO2e by line, each line once: two cars are made in two lines of one id.
    pub fn by_line(&self) -> Vec<(LineId, f64)> {
        let ids = LineId::ALL.iter().copied();
        ids.filter(|id| self.lines.iter().any(|line| line.id == *id))
            .map(|id| (id, self.sum(|line| line.id == id, |line| line.kg)))
            .collect()
    }

    /// kg CO2e per member by line of household consumption, each line once; together they are the
    /// result per person.
    pub fn per_person_by_line(&self) -> Vec<(LineId, f64)> {
        let mut lines = self.by_line();
        lines.retain(|(id, _)| id.domain() != Domain::PublicServices);
        lines.iter_mut().for_each(|(_, kg)| *kg /= self.members);
        lines
    }

    /// kg CO2e of a domain per member, a child counting as one.
    pub fn domain_kg_per_person(&self, domain: Domain) -> f64 {
        self.domain_kg(domain) / self.members
    }

    /// kg CO2e of some lines, and the answerer's part of them.
    pub fn shared(&self, which: impl Fn(LineId) -> bool) -> (f64, f64) {
        (
            self.sum(|line| which(line.id), |line| line.kg),
            self.sum(|line| which(line.id), Line::my_kg),
        )
    }

    /// The line with this id, where it is not nothing.
    pub fn line(&self, id: LineId) -> Option<&Line<W>> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// Sums something over some of the lines, in their order.
    pub fn sum(&self, which: impl Fn(&Line<W>) -> bool, what: impl Fn(&Line<W>) -> f64) -> f64 {
        self.lines.iter().filter(|line| which(line)).map(what).sum()
    }
}

//! A household's own path: what the system does, what it does itself, what remains.

use crate::actions::Joint;
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{Gas, Scratch, SectionSums, Sections};
use crate::plan::Plan;
use crate::rows::{PerPersonLine, Scenario};
use crate::uncertainty::{Draws, Quantiles, World};
use crate::year::{Driver, Sums, YEARS, YearIndex};

/// A household's consumption in a year, kg a year of the household; public services are left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnYear {
    /// The year.
    pub year: u16,
    /// Without the plan: today's household at the year's factors.
    pub kg: f64,
    /// With the plan.
    pub kg_with: f64,
    /// What the system takes away: cleaner power and goods.
    pub system: f64,
    /// What the plan takes away.
    pub mine: f64,
}

impl OwnYear {
    /// The same for each of so many members.
    pub fn per_person(self, members: f64) -> OwnYear {
        OwnYear {
            year: self.year,
            kg: self.kg / members,
            kg_with: self.kg_with / members,
            system: self.system / members,
            mine: self.mine / members,
        }
    }
}

/// The household of a plan, year by year, as sums that know how they move.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnPath {
    /// Of today's household.
    now: Sums,
    /// Of the household from a year on, by year.
    from: Vec<(u16, Sums)>,
}

impl OwnPath {
    /// The path of a household with a plan, for kilograms of a gas.
    pub fn of(home: &Household, plan: &Plan, gas: Gas, factors: &Factors) -> OwnPath {
        OwnPath::with(home, &Begun::of(plan), gas, factors, &mut Scratch::new())
    }

    pub(super) fn with(
        home: &Household,
        begun: &[Begun],
        gas: Gas,
        factors: &Factors,
        scratch: &mut Scratch,
    ) -> OwnPath {
        let now = SectionSums::of(home, gas, factors, scratch);
        OwnPath::against(&now, home, begun, factors, scratch)
    }

    /// The same for a household whose sums are known.
    pub(super) fn against(
        now: &SectionSums,
        home: &Household,
        begun: &[Begun],
        factors: &Factors,
        scratch: &mut Scratch,
    ) -> OwnPath {
        let from = begun.iter().map(|begun| {
            let changed = begun.joint.changed(home, factors);
            let sums = now.changed(begun.reaches, &changed, factors, scratch);
            (begun.year, sums)
        });
        OwnPath {
            from: from.collect(),
            now: now.all(),
        }
    }

    /// The household of the plan in a year.
    fn in_year(&self, year: u16) -> &Sums {
        let begun = self.from.iter().take_while(|(from, _)| *from <= year);
        begun.last().map_or(&self.now, |(_, sums)| sums)
    }

    /// A year of the path.
    pub fn year(&self, index: &YearIndex) -> OwnYear {
        let kg = self.now.in_year(index);
        let kg_with = self.in_year(index.year()).in_year(index);
        OwnYear {
            year: index.year(),
            kg,
            kg_with,
            system: self.now.base() - kg,
            mine: kg - kg_with,
        }
    }

    /// How a year comes about.
    pub fn working(&self, index: &YearIndex) -> OwnWorking {
        let both = [&self.now, self.in_year(index.year())];
        let moved = Driver::ALL.map(|driver| Moved {
            driver,
            by: index.driver(driver),
            kg: both.map(|sums| sums.moved(driver, index)),
        });
        OwnWorking {
            base: both.map(Sums::base),
            moved,
            kg: both.map(|sums| sums.in_year(index)),
        }
    }

    /// Today's footprint, kg in the base year: what the system, the plan and what remains sum to in
    /// every year.
    pub fn today(&self) -> f64 {
        self.now.base()
    }
}

/// How a year of a path comes about, kg a year: `base + sum of what each driver moves`. All amounts are
/// without the plan and with it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnWorking {
    /// At the factors of the base year.
    pub base: [f64; 2],
    /// What each driver moves.
    pub moved: [Moved; Driver::ALL.len()],
    /// At the factors of the year.
    pub kg: [f64; 2],
}

/// What a national number moves in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moved {
    /// The number.
    pub driver: Driver,
    /// How it stands against the base year.
    pub by: f64,
    /// The kilograms that it adds, below 0 where it takes them away.
    pub kg: [f64; 2],
}

impl OwnWorking {
    /// The same for each of so many members.
    pub fn per_person(self, members: f64) -> OwnWorking {
        let each = |kg: [f64; 2]| kg.map(|kg| kg / members);
        OwnWorking {
            base: each(self.base),
            moved: self.moved.map(|moved| Moved {
                kg: each(moved.kg),
                ..moved
            }),
            kg: each(self.kg),
        }
    }
}

/// What a plan comes to from a year on.
pub(super) struct Begun {
    pub(super) year: u16,
    pub(super) joint: Joint,
    pub(super) reaches: Sections,
}

impl Begun {
    /// For each year in which something begins.
    pub(super) fn of(plan: &Plan) -> Vec<Begun> {
        let begun = plan.begun().into_iter().map(|(year, joint)| Begun {
            year,
            reaches: joint.reaches(),
            joint,
        });
        begun.collect()
    }
}

/// A year's medians and bands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnYearBand {
    /// The year.
    pub year: u16,
    /// Without the plan, kg a year of the household.
    pub kg: Quantiles,
    /// With the plan.
    pub kg_with: Quantiles,
    /// What the system takes away, draw by draw.
    pub system: Quantiles,
    /// What the plan takes away, draw by draw.
    pub mine: Quantiles,
}

/// The path on the draws of a household, one household after the other: factors and answers as drawn, the future grid
/// between its low and its high line, the same in all years of a draw.
pub struct OwnBands {
    plan: Vec<Begun>,
    gas: Gas,
    scenario: Scenario,
    scratch: Scratch,
    /// By draw.
    members: Vec<f64>,
    /// By draw: today's footprint.
    today: Vec<f64>,
    /// By year, then draw: without the plan, and with it.
    years: Vec<(u16, Vec<f64>, Vec<f64>)>,
}

impl OwnBands {
    /// Nothing computed yet, for all years.
    pub fn new(plan: &Plan, gas: Gas, scenario: Scenario) -> OwnBands {
        OwnBands::of_years(plan, gas, scenario, YEARS)
    }

    /// Nothing computed yet, for some years.
    pub fn of_years(
        plan: &Plan,
        gas: Gas,
        scenario: Scenario,
        years: impl IntoIterator<Item = u16>,
    ) -> OwnBands {
        let years = years.into_iter();
        OwnBands {
            plan: Begun::of(plan),
            gas,
            scenario,
            scratch: Scratch::new(),
            members: Vec::new(),
            today: Vec::new(),
            years: years.map(|year| (year, Vec::new(), Vec::new())).collect(),
        }
    }

    /// Computes the path of one more household; false when all are computed.
    pub fn step(&mut self, draws: &Draws, world: &World) -> bool {
        let Some(run) = draws.run(self.members.len(), world) else {
            return false;
        };
        let often = |value: f64| std::iter::repeat_n(value, run.times);
        self.members.extend(often(run.home.members));
        let path = OwnPath::with(
            run.home,
            &self.plan,
            self.gas,
            run.factors,
            &mut self.scratch,
        );
        self.today.extend(often(path.today()));
        let grid = world.grid(run.place);
        for (year, without, with) in &mut self.years {
            if let Some(index) = YearIndex::drawn(*year, self.scenario, grid, run.factors) {
                let year = path.year(&index);
                without.extend(often(year.kg));
                with.extend(often(year.kg_with));
            }
        }
        true
    }

    /// The bands of one year.
    pub fn year(&self, year: u16) -> Option<OwnYearBand> {
        self.year_by(year, |kg, _| kg)
    }

    /// The bands of one year, each draw for each of its members.
    pub fn year_per_person(&self, year: u16) -> Option<OwnYearBand> {
        self.year_by(year, |kg, members| kg / members)
    }

    /// The part of the draws in which a member's share is not above a published line, with the plan.
    pub fn reaches(&self, line: &PerPersonLine) -> Option<f64> {
        let (_, _, with) = self.years.iter().find(|(known, ..)| *known == line.year)?;
        let each = with.iter().zip(&self.members);
        let within = each.filter(|(kg, members)| **kg <= line.high_kg() * **members);
        Some(within.count() as f64 / with.len() as f64)
    }

    fn year_by(&self, year: u16, share: fn(f64, f64) -> f64) -> Option<OwnYearBand> {
        let (_, without, with) = self.years.iter().find(|(known, ..)| *known == year)?;
        let shared = |kg: &[f64]| -> Vec<f64> {
            let kg = kg.iter().zip(&self.members);
            kg.map(|(kg, members)| share(*kg, *members)).collect()
        };
        let (today, without, with) = (shared(&self.today), shared(without), shared(with));
        let away = |before: &[f64], after: &[f64]| {
            let each = before.iter().zip(after).map(|(kg, left)| kg - left);
            Quantiles::of(each.collect())
        };
        Some(OwnYearBand {
            year,
            system: away(&today, &without),
            mine: away(&without, &with),
            kg: Quantiles::of(without),
            kg_with: Quantiles::of(with),
        })
    }
}

//! What sets of actions save, draw by draw: the same draws with and without.
//!
//! Of each draw only the sections of the footprint that a set reaches are computed anew; the sums are
//! taken as the full calculation takes them, so that both come to the same bits.

use super::cost::per_tonne;
use super::meters::Meters;
use super::money::{Money, Trial};
use super::set::metered_less;
use super::{ActionId, Joint};
use crate::catalogue::{Household, QuestionId};
use crate::factors::Factors;
use crate::footprint::{
    ByDomain, ByLine, Line, LineId, Section, Sections, Untold, by_domain, consumption, write_lines,
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
    sets: Vec<Tried>,
    /// What any of them reaches.
    reached: Sections,
    scratch: Vec<Line<Untold>>,
    applied: Vec<ActionId>,
    /// Room for the household of a draw once it is changed, and for what it was one action before.
    changed: [Household; 2],
    /// How many draws are tried.
    done: usize,
}

/// A set, and what it saves in the draws so far.
struct Tried {
    trial: Trial,
    reached: Reached,
    /// What is computed anew of the household that the set is held against.
    over: Option<Reached>,
    savings: Savings,
}

impl Effects {
    /// Nothing tried yet.
    pub fn new(sets: impl IntoIterator<Item = Trial>) -> Effects {
        let tried = |trial: Trial| Tried {
            reached: Reached::of(trial.set.reaches()),
            over: trial.over.as_ref().map(|set| Reached::of(set.reaches())),
            savings: Savings::default(),
            trial,
        };
        let sets: Vec<Tried> = sets.into_iter().map(tried).collect();
        let mut reached = Sections::default();
        for tried in &sets {
            reached.join(tried.reached.sections);
        }
        Effects {
            sets,
            reached,
            scratch: Vec::with_capacity(LineId::ALL.len()),
            applied: Vec::new(),
            changed: Default::default(),
            done: 0,
        }
    }

    /// Tries all sets on one more household; false when all are tried. Yuan are told where there is money.
    #[inline(never)]
    pub fn step(&mut self, draws: &Draws, world: &World, money: Option<&Money>) -> bool {
        let Some(run) = draws.run(self.done, world) else {
            return false;
        };
        self.done += run.times;
        let before = Before::of(run.lines);
        let money = money.map(|money| (money, money.today(self.reached, &run, &mut self.scratch)));
        let meters = self.reached.has(Section::Energy);
        let meters = meters.then(|| Meters::read(run.home, run.factors));
        let [changed, last] = &mut self.changed;
        for tried in &mut self.sets {
            let Tried { trial, savings, .. } = tried;
            let applied = &mut self.applied;
            let mut kg_of = |set: &Joint, reached| {
                changed.clone_from(run.home);
                set.doing(changed, meters.as_ref(), run.factors, last, applied);
                before.after(reached, changed, run.factors, &mut self.scratch)
            };
            let without = match (&trial.over, &tried.over) {
                (Some(set), Some(reached)) => kg_of(set, reached),
                _ => before.kg,
            };
            let kg = without - kg_of(&trial.set, &tried.reached);
            savings.kg.extend(std::iter::repeat_n(kg, run.times));
            if let (Some((money, bill)), Some(costs)) = (&money, &trial.costs) {
                if kg == 0.0 {
                    // nothing that it could change
                    self.applied.clear();
                }
                if tried.reached.sections.has(Section::Energy) {
                    let kwh = metered_less(run.home, changed);
                    savings.kwh.extend(std::iter::repeat_n(kwh, run.times));
                }
                let anew = &tried.reached.anew;
                let less = bill.less(anew, changed, &self.scratch, run.factors);
                let spent = money.spent(costs, &self.applied, bill.interest, &run, changed);
                savings.add_yuan(kg, less, spent, run.times);
            }
        }
        true
    }

    /// What was found of the next set; none when all was told.
    pub fn tell(&mut self) -> Option<(Trial, Savings)> {
        let tried = self.sets.pop()?;
        Some((tried.trial, tried.savings))
    }

    /// What was found, set by set.
    pub fn finish(self) -> Vec<Savings> {
        let sets = self.sets.into_iter();
        sets.map(|tried| tried.savings).collect()
    }
}

/// What is computed anew: some sections, their lines, and the domains that have some of them with all their lines.
struct Reached {
    sections: Sections,
    anew: Vec<LineId>,
    domains: [bool; Domain::ALL.len()],
    /// Every line of these domains, with its domain.
    summed: Vec<(LineId, Domain)>,
}

impl Reached {
    fn of(sections: Sections) -> Reached {
        let lines = LineId::ALL.iter().copied();
        let anew: Vec<LineId> = lines.filter(|line| sections.has(line.section())).collect();
        let mut domains = [false; Domain::ALL.len()];
        for line in &anew {
            if let Some(domain) = domains.get_mut(line.domain() as usize) {
                *domain = true;
            }
        }
        let with_domain = LineId::ALL.iter().map(|id| (*id, id.domain()));
        let of_reached = |(_, domain): &(LineId, Domain)| {
            let reached = domains.get(*domain as usize);
            reached.copied().unwrap_or_default()
        };
        Reached {
            sections,
            anew,
            domains,
            summed: with_domain.filter(of_reached).collect(),
        }
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
        scratch.clear();
        reached.sections.write(changed, factors, scratch);
        let mut lines = self.lines;
        for line in &reached.anew {
            if let Some(kg) = lines.get_mut(*line as usize) {
                *kg = 0.0;
            }
        }
        add_up(scratch, &mut lines);
        let mut domains = self.domains;
        for (sum, _) in domains.iter_mut().zip(reached.domains).filter(|of| of.1) {
            *sum = 0.0;
        }
        for &(line, domain) in &reached.summed {
            let kg = lines.get(line as usize).copied().unwrap_or_default();
            if let Some(sum) = domains.get_mut(domain as usize) {
                *sum += kg;
            }
        }
        consumption(&domains)
    }
}

/// What a set of actions saves in every draw.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Savings {
    /// kg CO2e a year of household consumption.
    kg: Vec<f64>,
    /// Yuan a year, running costs taken off.
    yuan: Vec<f64>,
    /// Yuan at once.
    upfront: Vec<f64>,
    /// kWh a year less of the home's electricity meter; empty where it is not reached.
    kwh: Vec<f64>,
    /// Yuan for each tonne, of the draws that save something.
    per_tonne: Vec<f64>,
}

impl Savings {
    /// kg by draw, in the order of the draws.
    pub fn by_draw(&self) -> &[f64] {
        &self.kg
    }

    /// Yuan a year by draw, in the order of the draws.
    pub fn yuan(&self) -> &[f64] {
        &self.yuan
    }

    fn add_yuan(&mut self, kg: f64, less: f64, spent: [f64; 3], times: usize) {
        let [yearly, once, all] = spent;
        self.yuan.extend(std::iter::repeat_n(less - yearly, times));
        self.upfront.extend(std::iter::repeat_n(once, times));
        if kg > 0.0 {
            let yuan = per_tonne(all - less, kg);
            self.per_tonne.extend(std::iter::repeat_n(yuan, times));
        }
    }

    /// Medians and bands.
    #[inline(never)]
    pub fn told(self) -> Outcome {
        let saving = self.kg.iter().filter(|kg| **kg > 0.0).count();
        let draws = self.kg.len().max(1) as f64;
        let kg = Quantiles::of(self.kg);
        Outcome {
            sure: saving as f64 / draws,
            kg,
            yuan: Quantiles::of(self.yuan),
            upfront: Quantiles::of(self.upfront),
            kwh: Quantiles::of(self.kwh),
            per_tonne: (kg.p50 > 0.0).then(|| Quantiles::of(self.per_tonne)),
        }
    }
}

/// What a set of actions saves and costs: medians and bands over the draws.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Outcome {
    /// kg CO2e a year of household consumption.
    pub kg: Quantiles,
    /// The share of the draws in which it saves kilograms at all, 0 to 1.
    pub sure: f64,
    /// Yuan that are saved a year, running costs taken off.
    pub yuan: Quantiles,
    /// Yuan at once.
    pub upfront: Quantiles,
    /// kWh a year that it takes less of the home's electricity meter; below zero it takes more.
    pub kwh: Quantiles,
    /// Yuan for each tonne in the draws that save something; none where half of them save nothing.
    pub per_tonne: Option<Quantiles>,
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

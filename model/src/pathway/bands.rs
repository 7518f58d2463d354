//! How well what a campaign takes off the nation's CO2 is known.
//!
//! Drawn are what is not known of the household and of the factors (the draws of its band, one in four), the
//! future grid, and of each action's adoption its ceiling, rate, middle, life, rebound, the part of all
//! households that can do it and how much of it the scenario assumes. Not drawn are what is chosen (who
//! joins, from when on, how fast) and the scenario: scenarios are lines, no distribution.
//!
//! Per draw the joint change of actions that are linked is exact; what groups of them take away adds up. Within a
//! group it is divided among the actions as on central values, and what the draw adds or takes goes to each in
//! proportion to the size of its part.

use super::campaign::Campaign;
use super::coal::coal_kg;
use super::course::{ByYear, Course, DRAWN, begun};
use super::nation::{AHEAD, MT_PER_GT, NationalLine, Peak};
use super::own::{Begun, OwnPath};
use super::scale::{KG_PER_MT, ScaleUp, Spreading, counting, what_counts};
use crate::actions::{ActionId, Chosen, Part, groups};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{Gas, Scratch, Section, SectionSums};
use crate::plan::Plan;
use crate::rows::Scenario;
use crate::uncertainty::{Chance, Draws, Quantiles, SEED, World};
use crate::year::YearIndex;

/// One in so many draws of the household is looked at: 512 of 2,048.
pub(super) const THINNED: usize = 4;
/// Apart from the seeds of the household's draws.
const OWN_SEED: u64 = SEED ^ 8;

/// What a draw says.
struct Drawn {
    /// What each group of the plan takes away in this household beyond its central value, by year.
    beyond: Vec<Vec<Kilograms>>,
    /// How each action of the plan spreads.
    courses: Vec<Course>,
}

/// Actions of a plan that have nothing to do with its others.
struct Group {
    actions: Vec<ActionId>,
    /// The plan of them alone.
    plan: Vec<Begun>,
}

impl Group {
    fn of(plan: &Plan, group: &[Chosen]) -> Group {
        let actions: Vec<ActionId> = group.iter().map(|chosen| chosen.action).collect();
        let mut alone = Plan::none();
        for step in &plan.steps {
            if actions.contains(&step.chosen.action) {
                alone.choose(*step);
            }
        }
        let plan = Begun::of(&alone);
        Group { actions, plan }
    }

    /// kg of coal burnt at home that they take away, by the year from which on; of a household that burns so many.
    fn coal(
        &self,
        home: &Household,
        burnt: f64,
        factors: &Factors,
        scratch: &mut Scratch,
    ) -> Vec<(u16, f64)> {
        let reach = |begun: &&Begun| burnt > 0.0 && begun.reaches.has(Section::Energy);
        let begun = self.plan.iter().filter(reach);
        let saved = begun.map(|begun| {
            let changed = begun.joint.changed(home, factors);
            (begun.year, burnt - coal_kg(&changed, factors, scratch))
        });
        saved.collect()
    }
}

/// Kilograms of territorial CO2 of a household.
#[derive(Clone, Copy, Default)]
struct Kilograms {
    /// All of them.
    all: f64,
    /// Those that are coal burnt at home.
    coal: f64,
}

/// An action's part of what its group takes away in a year.
#[derive(Clone, Copy)]
struct InGroup {
    /// Which group.
    group: usize,
    /// What the action takes away on central values.
    kg: Kilograms,
    /// Its share of the sizes of all parts of the group.
    share: f64,
    /// Its share of the coal of its group.
    coal_share: f64,
}

impl InGroup {
    /// What it takes away in a draw, in which the groups take away so much beyond their central values.
    fn drawn(self, beyond: &[Kilograms]) -> Kilograms {
        let beyond = beyond.get(self.group).copied().unwrap_or_default();
        Kilograms {
            all: self.kg.all + beyond.all * self.share,
            coal: self.kg.coal + beyond.coal * self.coal_share,
        }
    }
}

/// What of an action is the same in all draws of a campaign, by year.
struct Shares {
    /// How many of those who join have begun.
    begun: ByYear,
    /// Its part of what its group takes away.
    parts: Vec<InGroup>,
    /// In which part of those who join coal is burnt.
    burning: ByYear,
}

/// The draws of a plan's spreading, computed one after the other; any campaign can then be held against them.
pub struct ScaleBands {
    scale: ScaleUp,
    groups: Vec<Group>,
    /// What each group takes away on central values, by year.
    own: Vec<Vec<Kilograms>>,
    scenario: Scenario,
    /// By action, then by parameter, then by draw.
    scores: Vec<Vec<Vec<f64>>>,
    scratch: Scratch,
    drawn: Vec<Drawn>,
}

impl ScaleBands {
    /// Nothing computed yet, for a plan whose scale-up on central values is known.
    pub fn new(scale: ScaleUp, plan: &Plan, scenario: Scenario, draws: &Draws) -> ScaleBands {
        let plan = &what_counts(plan);
        let count = draws.count().div_ceil(THINNED);
        let apart = groups(plan.whole().chosen());
        let apart: Vec<Group> = apart.iter().map(|group| Group::of(plan, group)).collect();
        let mut chance = Chance::new(OWN_SEED, count as u32);
        let mut columns = || (0..DRAWN).map(|_| chance.scores()).collect();
        let own = AHEAD.map(|year| own(&scale, &apart, year)).collect();
        ScaleBands {
            scores: scale.spreading.iter().map(|_| columns()).collect(),
            scratch: Scratch::new(),
            drawn: Vec::with_capacity(count),
            scale,
            own,
            groups: apart,
            scenario,
        }
    }

    /// Computes one more draw; false when all are computed.
    pub fn step(&mut self, draws: &Draws, world: &World) -> bool {
        let at = self.drawn.len();
        let Some(run) = draws.run(at * THINNED, world) else {
            return false;
        };
        let (gas, scratch) = (Gas::Co2Territorial, &mut self.scratch);
        let now = SectionSums::of(run.home, gas, run.factors, scratch);
        let grid = world.grid(run.place);
        let years: Vec<Option<YearIndex>> = AHEAD
            .map(|year| YearIndex::drawn(year, self.scenario, grid, run.factors))
            .collect();
        let burnt = coal_kg(run.home, run.factors, scratch);
        let mut beyond: Vec<Vec<Kilograms>> = years.iter().map(|_| Vec::new()).collect();
        for (at, group) in self.groups.iter().enumerate() {
            let path = OwnPath::against(&now, run.home, &group.plan, run.factors, scratch);
            let coal = group.coal(run.home, burnt, run.factors, scratch);
            for ((beyond, index), own) in beyond.iter_mut().zip(&years).zip(&self.own) {
                let own = own.get(at).copied().unwrap_or_default();
                let drawn = index.as_ref().map(|index| {
                    let begun = coal.iter().take_while(|(from, _)| *from <= index.year());
                    Kilograms {
                        all: path.year(index).mine,
                        coal: begun.last().map_or(0.0, |(_, kg)| *kg),
                    }
                });
                let drawn = drawn.unwrap_or_default();
                beyond.push(Kilograms {
                    all: drawn.all - own.all,
                    coal: drawn.coal - own.coal,
                });
            }
        }
        let courses = self.scale.spreading.iter().zip(&self.scores);
        let course = |scores: &Vec<Vec<f64>>| {
            let mut of_draw = [0.0; DRAWN];
            for (score, column) in of_draw.iter_mut().zip(scores) {
                *score = column.get(at).copied().unwrap_or_default();
            }
            of_draw
        };
        self.drawn.push(Drawn {
            beyond,
            courses: courses
                .map(|(spreading, scores)| Course::drawn(spreading.row, course(scores)))
                .collect(),
        });
        true
    }

    /// What a campaign takes off a line, over the draws that are computed.
    pub fn under(&self, campaign: &Campaign, line: &NationalLine) -> WedgeBands {
        let shares = self.shares(campaign);
        let of_draw = self
            .drawn
            .iter()
            .map(|drawn| self.saving(campaign, drawn, &shares));
        let savings: Vec<ByYear> = of_draw.collect();
        let in_year = |(at, year): (usize, u16)| {
            let mt = savings.iter().filter_map(|saving| saving.get(at).copied());
            (year, Quantiles::of(mt.collect()))
        };
        let sums = savings
            .iter()
            .map(|saving| saving.iter().sum::<f64>() / MT_PER_GT);
        let peaks: Vec<Peak> = savings
            .iter()
            .filter_map(|saving| {
                let years = line.years().zip(saving);
                let years = years.map(|((year, mt), saved)| (year, mt - saved));
                NationalLine::of(years.collect()).peak()
            })
            .collect();
        WedgeBands {
            years: AHEAD.enumerate().map(in_year).collect(),
            cumulative_gt: Quantiles::of(sums.collect()),
            peak_mt: Quantiles::of(peaks.iter().map(|peak| peak.mt).collect()),
            peak_year: Quantiles::of(peaks.iter().map(|peak| f64::from(peak.year)).collect()),
        }
    }

    /// What this one household takes off the nation's CO2 in a year, kg, over the draws that are computed.
    pub fn off_the_nation(&self, year: u16) -> Quantiles {
        let at = usize::from(year.saturating_sub(*AHEAD.start()));
        let actions = self.scale.spreading.iter();
        let parts: Vec<InGroup> = actions.map(|of| self.part(of, year)).collect();
        let of_draw = |drawn: &Drawn| {
            let beyond = drawn.beyond.get(at)?;
            let parts = parts.iter().zip(&drawn.courses);
            let kept = parts.map(|(part, of)| part.drawn(beyond).all * (1.0 - of.rebound));
            Some(kept.sum())
        };
        Quantiles::of(self.drawn.iter().filter_map(of_draw).collect())
    }

    /// What an action takes away in this household in a year, and its share of the sizes of all parts of its group.
    fn part(&self, spreading: &Spreading, year: u16) -> InGroup {
        let mut groups = self.groups.iter();
        let group = groups.position(|group| group.actions.contains(&spreading.action));
        let group = group.unwrap_or_default();
        let linked = |part: &&Part| {
            let group = self.groups.get(group);
            group.is_some_and(|group| group.actions.contains(&part.action))
        };
        let parts = self.scale.parts(year);
        let all: f64 = parts.iter().filter(linked).map(|part| part.kg.abs()).sum();
        let coal = |action| self.scale.coal(action, year);
        let linked = parts.iter().filter(linked);
        let all_coal: f64 = linked.map(|part| coal(part.action).abs()).sum();
        let mut own = parts.iter().filter(|part| part.action == spreading.action);
        let kg = Kilograms {
            all: own.next().map_or(0.0, |part| part.kg),
            coal: coal(spreading.action),
        };
        let share = if all > 0.0 { kg.all.abs() / all } else { 0.0 };
        let coal_share = if all_coal > 0.0 {
            kg.coal.abs() / all_coal
        } else {
            share
        };
        InGroup {
            group,
            kg,
            share,
            coal_share,
        }
    }

    /// What is the same in all draws of a campaign, by action.
    fn shares(&self, campaign: &Campaign) -> Vec<Shares> {
        let of_action = |spreading: &Spreading| {
            let parts = AHEAD.map(|year| self.part(spreading, year));
            Shares {
                begun: begun(campaign, spreading.course.life),
                parts: parts.collect(),
                burning: (self.scale.coal_homes).burning(spreading.action, campaign.reach),
            }
        };
        self.scale.spreading.iter().map(of_action).collect()
    }

    /// Mt by year of one draw.
    fn saving(&self, campaign: &Campaign, drawn: &Drawn, shares: &[Shares]) -> ByYear {
        let asked = self.scale.households(campaign.reach);
        let mut saving: ByYear = AHEAD.map(|_| 0.0).collect();
        let actions = self.scale.spreading.iter().zip(&drawn.courses).zip(shares);
        for ((spreading, course), shares) in actions {
            let able = asked * spreading.able(campaign.reach, course.eligible);
            let each = able / KG_PER_MT;
            let joined = course.joined(campaign.joining, &shares.begun);
            let more = joined.zip(course.assumed());
            let kg = shares.parts.iter().zip(&drawn.beyond);
            let kg = kg.zip(&shares.burning);
            let kg = kg.map(|((part, beyond), burning)| {
                let kg = part.drawn(beyond);
                counting(kg.all, kg.coal, *burning)
            });
            let years = saving.iter_mut().zip(more).zip(kg.zip(course.kept()));
            for ((mt, (joined, assumed)), (kg, kept)) in years {
                *mt += each * kept * (joined - assumed) * kg;
            }
        }
        saving
    }
}

/// What each group takes away in a year on central values.
fn own(scale: &ScaleUp, groups: &[Group], year: u16) -> Vec<Kilograms> {
    let parts = scale.parts(year);
    let of_group = |group: &Group| {
        let own = parts
            .iter()
            .filter(|part| group.actions.contains(&part.action));
        own.fold(Kilograms::default(), |sum, part| Kilograms {
            all: sum.all + part.kg,
            coal: sum.coal + scale.coal(part.action, year),
        })
    };
    groups.iter().map(of_group).collect()
}

/// Medians and bands of what a campaign takes off a line.
#[derive(Debug, Clone, PartialEq)]
pub struct WedgeBands {
    /// Mt, by year of [`AHEAD`].
    pub years: Vec<(u16, Quantiles)>,
    /// Gt from 2025 to 2060, both years in.
    pub cumulative_gt: Quantiles,
    /// The height of the peak with the campaign, Mt.
    pub peak_mt: Quantiles,
    /// Its year.
    pub peak_year: Quantiles,
}

impl WedgeBands {
    /// The band of a year.
    pub fn year(&self, year: u16) -> Option<Quantiles> {
        let found = self.years.iter().find(|(known, _)| *known == year);
        found.map(|(_, band)| *band)
    }
}

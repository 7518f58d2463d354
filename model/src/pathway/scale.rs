//! What becomes of the nation's CO2 if many households do what one plans: at first order.
//!
//! `E_with(t) = E_s(t) - sum over actions of N x e x (a_user(t) - a_ref(t)) x D(t) x kept(t)`
//!
//! with the households that are asked `N`, the part `e` of them that can do the action, the shares of
//! these that do it with the campaign and in the scenario, what neither comes back nor fades (all three: [`Course`]), and the action's fair (Shapley)
//! part `D(t)` of the joint change of territorial CO2 of this household's plan at the year's factors. The
//! parts sum to the joint change to the last bit. What of `D` is coal burnt at home counts in the part of the homes
//! alone that burn it in that year ([`super::coal`]). It is as if every household that joins were like this
//! one: an illustration of the order of magnitude, not a forecast. The scenario itself does not react.

use std::cell::RefCell;

use super::campaign::{Campaign, Reach};
use super::coal::{CoalHomes, coal_kg};
use super::course::{Course, begun};
use super::nation::{AHEAD, NationalLine};
use super::own::OwnPath;
use crate::actions::{ActionId, Aside, Chosen, Joint, Part, Worth, fair_parts, settle};
use crate::catalogue::Household;
use crate::choice::Choice;
use crate::factors::Factors;
use crate::few::Few;
use crate::footprint::{Gas, Scratch, SectionSums};
use crate::order::order_by_key;
use crate::plan::Plan;
use crate::rows::{ActionFacts, Adoption, Scenario};
use crate::year::{Sums, YearIndex};

/// Kilograms in a megatonne.
pub(super) const KG_PER_MT: f64 = 1e9;

/// The row of adoption of an action.
pub fn adoption(action: ActionId) -> Option<&'static Adoption> {
    ActionFacts::of(action.id()).and_then(|facts| Adoption::of(facts.adoption))
}

/// Whether nothing of an action counts for the nation: in all of its range all that it saves comes back elsewhere.
fn counts_for_nothing(action: ActionId) -> bool {
    adoption(action).is_some_and(|row| row.rebound.low >= 1.0)
}

/// What of a plan counts for the nation: what does not changes nothing in the parts of the rest, such as that of
/// a heat pump, whose power the nation makes as it does.
pub(super) fn what_counts(plan: &Plan) -> Plan {
    let mut counted = plan.clone();
    counted
        .steps
        .retain(|step| !counts_for_nothing(step.chosen.action));
    counted
}

/// What a set of actions takes away: all of it, and the kilograms that are coal burnt at home.
#[derive(Clone, Copy, Default)]
struct Away {
    all: Sums,
    coal: f64,
}

impl Worth for Away {
    fn add(&mut self, part: f64, more: &Away, less: &Away) {
        self.all.add_part(part, &more.all, &less.all);
        self.coal += part * (more.coal - less.coal);
    }
}

/// Fair parts of what the plan takes away in a year.
#[derive(Debug, Clone, PartialEq)]
struct YearParts {
    year: u16,
    parts: Vec<Part>,
    /// kg of each that are coal burnt at home.
    coal: Vec<f64>,
}

/// What of an action's kilograms counts in every home, where coal is burnt in a part of them.
pub(super) fn counting(kg: f64, coal: f64, burning: f64) -> f64 {
    kg - coal * (1.0 - burning)
}

/// An action of the plan, and how it spreads.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spreading {
    pub(super) action: ActionId,
    pub(super) row: &'static Adoption,
    pub(super) course: Course,
    /// By [`Reach`]: how many times the nation's share of those who can is the share there.
    times: Vec<f64>,
}

impl Spreading {
    /// Households that can do it, of those that are asked, where such a share of all the nation's can.
    pub(super) fn able(&self, reach: Reach, eligible: f64) -> f64 {
        let times = self.times.get(reach as usize).copied().unwrap_or(1.0);
        (eligible * times).min(1.0)
    }
}

/// What a household's plan saves, year by year, and how many could do the same.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleUp {
    /// By [`Reach`].
    households: Vec<f64>,
    /// Every action that is done in some year.
    pub(super) spreading: Vec<Spreading>,
    /// kg of territorial CO2 that each action takes away, by year.
    years: Vec<YearParts>,
    /// The homes that burn coal.
    pub(super) coal_homes: CoalHomes,
    /// What of the plan changes nothing in the household once all is done.
    aside: Vec<Aside>,
}

impl ScaleUp {
    /// The plan of a household under a scenario.
    pub fn of(home: &Household, plan: &Plan, scenario: Scenario, factors: &Factors) -> ScaleUp {
        let counted = what_counts(plan);
        let mut years = parts_by_year(home, &counted, scenario, factors);
        if counted != *plan {
            add_uncounted(&mut years, home, plan, scenario, factors);
        }
        let mut actions: Vec<ActionId> = Vec::new();
        for part in years.iter().flat_map(|of| &of.parts) {
            if !actions.contains(&part.action) {
                actions.push(part.action);
            }
        }
        // what counts for nothing comes last, so that the draws of the others stay theirs
        order_by_key(&mut actions, |action| {
            (counts_for_nothing(*action), *action)
        });
        let spreading = actions.into_iter().filter_map(|action| {
            let row = adoption(action)?;
            Some(Spreading {
                action,
                row,
                course: Course::of(row),
                times: Reach::ALL
                    .iter()
                    .map(|reach| reach.times(home, row))
                    .collect(),
            })
        });
        let asked = Reach::ALL.iter();
        ScaleUp {
            households: asked.map(|reach| reach.households(home, factors)).collect(),
            spreading: spreading.collect(),
            years,
            coal_homes: CoalHomes::of(home, factors),
            aside: plan.set_aside(home, factors),
        }
    }

    /// How many households are asked, whether they can do the actions or not.
    pub fn households(&self, reach: Reach) -> f64 {
        self.households
            .get(reach as usize)
            .copied()
            .unwrap_or_default()
    }

    /// What of the plan changes nothing in the household once all is done, and why.
    pub fn aside(&self) -> &[Aside] {
        &self.aside
    }

    /// kg of territorial CO2 that each action takes away in a year, of this one household; they sum to
    /// what the plan takes away. What counts for the nation shares what it takes away without the rest.
    pub fn parts(&self, year: u16) -> &[Part] {
        let found = self.years.iter().find(|of| of.year == year);
        found.map_or(&[], |of| &of.parts)
    }

    /// kg of an action's part in a year that are coal burnt at home, and count where it is burnt alone.
    pub(super) fn coal(&self, action: ActionId, year: u16) -> f64 {
        let found = self.years.iter().find(|of| of.year == year);
        found.map_or(0.0, |of| {
            let mut parts = of.parts.iter().zip(&of.coal);
            let own = parts.find(|(part, _)| part.action == action);
            own.map_or(0.0, |(_, coal)| *coal)
        })
    }

    /// When the first and the last action of the plan begin among those who join in from a year on: each in
    /// the year of the plan, none before that year. None without an action.
    pub fn begins(&self, from: u16) -> Option<(u16, u16)> {
        let first_of = |action: ActionId| {
            let mut years = self.years.iter();
            let done = |part: &Part| part.action == action;
            let first = years.find(|of| of.parts.iter().any(done));
            first.map(|of| from.max(of.year))
        };
        let of = self.spreading.iter();
        let years = of.filter_map(|spreading| first_of(spreading.action));
        years.fold(None, |found, year| match found {
            None => Some((year, year)),
            Some((first, last)) => Some((first.min(year), last.max(year))),
        })
    }

    /// kg of territorial CO2 that the plan takes away in a year, of this one household.
    pub fn own(&self, year: u16) -> f64 {
        self.parts(year).iter().map(|part| part.kg).sum()
    }

    /// kg of territorial CO2 that this one household takes off the nation's in a year: [`ScaleUp::own`] less
    /// what comes back elsewhere. Green power that is only bought moves emissions into other books.
    pub fn off_the_nation(&self, year: u16) -> f64 {
        let kept = |part: &Part| {
            let mut all = self.spreading.iter();
            let of = all.find(|spreading| spreading.action == part.action);
            of.map_or(0.0, |of| part.kg * (1.0 - of.course.rebound))
        };
        self.parts(year).iter().map(kept).sum()
    }

    /// What a campaign takes off the nation's CO2.
    pub fn under(&self, campaign: &Campaign) -> Wedges {
        let joined: Vec<Joined> = self
            .spreading
            .iter()
            .map(|spreading| {
                let course = &spreading.course;
                let able = spreading.able(campaign.reach, course.eligible);
                let begun = begun(campaign, course.life);
                let joined = course.joined(campaign.joining, &begun);
                Joined {
                    action: spreading.action,
                    households: self.households(campaign.reach) * able,
                    today: course.start,
                    kept: course.kept().collect(),
                    burning: self.coal_homes.burning(spreading.action, campaign.reach),
                    shares: course.assumed().iter().copied().zip(joined).collect(),
                }
            })
            .collect();
        let wedge = |at: usize, part: &Part, coal: f64| {
            let joined = joined.iter().find(|joined| joined.action == part.action)?;
            let burning = joined.burning.get(at).copied().unwrap_or_default();
            joined.wedge(at, counting(part.kg, coal, burning))
        };
        let years = self.years.iter().enumerate();
        let years = years.map(|(at, of)| {
            let parts = of.parts.iter().zip(&of.coal);
            let wedges = parts.filter_map(|(part, coal)| wedge(at, part, *coal));
            (of.year, wedges.collect())
        });
        Wedges {
            joining: campaign.joining,
            years: years.collect(),
        }
    }
}

/// How many do an action in a campaign.
struct Joined {
    action: ActionId,
    /// Households that are asked and can do it.
    households: f64,
    /// Their share that does it today.
    today: f64,
    /// The part of a saving that counts, by year.
    kept: Vec<f64>,
    /// In which part of them coal is burnt, by year.
    burning: Vec<f64>,
    /// Their share that does it in the scenario, and with the campaign, by year.
    shares: Vec<(f64, f64)>,
}

impl Joined {
    fn wedge(&self, at: usize, kg: f64) -> Option<Wedge> {
        let (assumed, joined) = *self.shares.get(at)?;
        let kept = *self.kept.get(at)?;
        let more = self.households * (joined - assumed);
        Some(Wedge {
            action: self.action,
            mt: more * kept * kg / KG_PER_MT,
            households: self.households,
            today: self.today,
            assumed,
            joined,
            kept,
            kg,
        })
    }
}

/// Gives what counts for nothing its part: what it takes away beyond the rest of the plan.
fn add_uncounted(
    years: &mut [YearParts],
    home: &Household,
    plan: &Plan,
    scenario: Scenario,
    factors: &Factors,
) {
    let path = OwnPath::of(home, plan, Gas::Co2Territorial, factors);
    let begun = plan.begun().into_iter().map(|(from, joint)| {
        let (_, effective) = joint.done(home, factors);
        let done = effective.chosen().iter().map(|chosen| chosen.action);
        let added: Vec<ActionId> = done.filter(|action| counts_for_nothing(*action)).collect();
        (from, added)
    });
    let begun: Vec<(u16, Vec<ActionId>)> = begun.collect();
    for of in years {
        let index = YearIndex::new(of.year, scenario, factors);
        let before = begun.iter().take_while(|(from, _)| *from <= of.year);
        let (Some(index), Some((_, added))) = (index, before.last()) else {
            continue;
        };
        let counted: f64 = of.parts.iter().map(|part| part.kg).sum();
        let kg = (path.year(&index).mine - counted) / added.len() as f64;
        for &action in added {
            let at = of.parts.partition_point(|part| part.action < action);
            of.parts.insert(at, Part { action, kg });
            of.coal.insert(at, 0.0);
        }
    }
}

/// Fair parts of what the plan takes away by year. A fair part is linear in what it divides, and so are the
/// years in the sums: the parts of the sums are found once for each set that the plan comes to.
fn parts_by_year(
    home: &Household,
    plan: &Plan,
    scenario: Scenario,
    factors: &Factors,
) -> Vec<YearParts> {
    let scratch = RefCell::new(Scratch::new());
    let sections = {
        let mut scratch = scratch.borrow_mut();
        SectionSums::of(home, Gas::Co2Territorial, factors, &mut scratch)
    };
    let now = sections.all();
    let burnt = coal_kg(home, factors, &mut scratch.borrow_mut());
    // the same few sets come back in many orders
    let known: RefCell<Few<Vec<(ActionId, u64)>, Away>> = RefCell::default();
    let saved_by = |subset: &[Chosen]| {
        let key = subset.iter();
        let key = key.map(|chosen| (chosen.action, chosen.strength.to_bits()));
        let mut key: Vec<(ActionId, u64)> = key.collect();
        order_by_key(&mut key, |key| *key);
        let found = known.borrow().get::<Vec<_>>(&key).copied();
        found.unwrap_or_else(|| {
            let set = Joint::of(subset.iter().copied());
            let changed = set.changed(home, factors);
            let scratch = &mut scratch.borrow_mut();
            let left = sections.changed(set.reaches(), &changed, factors, scratch);
            let saved = Away {
                all: now.less(&left),
                coal: burnt - coal_kg(&changed, factors, scratch),
            };
            known.borrow_mut().insert(key, saved);
            saved
        })
    };
    let begun: Vec<(u16, Vec<Chosen>, Vec<Away>)> = plan
        .begun()
        .into_iter()
        .map(|(from, joint)| {
            let (_, effective) = joint.done(home, factors);
            let players = effective.chosen().to_vec();
            let parts = fair_parts(&players, saved_by);
            (from, players, parts)
        })
        .collect();
    let path = OwnPath::of(home, plan, Gas::Co2Territorial, factors);
    let in_year = |year: u16| {
        let index = YearIndex::new(year, scenario, factors)?;
        let done = begun.iter().take_while(|(from, ..)| *from <= year).last();
        let mut of = YearParts {
            year,
            parts: Vec::new(),
            coal: Vec::new(),
        };
        if let Some((_, players, parts)) = done {
            let kg = parts.iter().map(|part| part.all.in_year(&index));
            let mut kg: Vec<f64> = kg.collect();
            settle(&mut kg, path.year(&index).mine);
            for ((chosen, part), kg) in players.iter().zip(parts).zip(kg) {
                let action = chosen.action;
                of.parts.push(Part { action, kg });
                of.coal.push(part.coal);
            }
        }
        Some(of)
    };
    AHEAD.filter_map(in_year).collect()
}

/// What an action takes off the nation's CO2 in a year:
/// `households x (joined - assumed) x kept x kg`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wedge {
    /// The action.
    pub action: ActionId,
    /// Mt of territorial CO2, beyond what the scenario assumes; below 0 where the action raises them.
    pub mt: f64,
    /// Households that are asked and can do it.
    pub households: f64,
    /// The share of those who can that does it today.
    pub today: f64,
    /// The share that does it in the scenario: that of today, or more.
    pub assumed: f64,
    /// The share that does it with the campaign.
    pub joined: f64,
    /// The part of a saving that counts: what neither comes back nor fades.
    pub kept: f64,
    /// kg of territorial CO2 that it takes away in one household: its fair part of the plan, coal burnt at home
    /// by the share of homes that burn it in the year.
    pub kg: f64,
}

/// What a campaign takes off the nation's CO2, by action and year.
#[derive(Debug, Clone, PartialEq)]
pub struct Wedges {
    /// The share of those who can that joins.
    joining: f64,
    years: Vec<(u16, Vec<Wedge>)>,
}

impl Wedges {
    /// The wedges of a year; they sum to what the campaign takes away.
    pub fn year(&self, year: u16) -> &[Wedge] {
        let found = self.years.iter().find(|(known, _)| *known == year);
        found.map_or(&[], |(_, wedges)| wedges)
    }

    /// What the campaign takes away, Mt by year.
    pub fn saving(&self) -> NationalLine {
        let years = self.years.iter().map(|(year, wedges)| {
            let mt = wedges.iter().map(|wedge| wedge.mt);
            (*year, mt.fold(0.0, |sum, mt| sum + mt))
        });
        NationalLine::of(years.collect())
    }

    /// A line with the campaign; without anybody joining, the line itself to the last bit.
    pub fn off(&self, line: &NationalLine) -> NationalLine {
        let years = line.years().map(|(year, mt)| {
            let wedges = self.year(year).iter();
            (year, wedges.fold(mt, |mt, wedge| mt - wedge.mt))
        });
        NationalLine::of(years.collect())
    }

    /// Actions that the campaign adds nothing to in any year: at least the share that joins does them by
    /// itself, today or in the scenario.
    pub fn idle(&self) -> Vec<ActionId> {
        self.which(&|wedges| self.done_anyway(wedges))
    }

    /// Actions that more join in than do them by themselves, but no faster than the scenario assumes: the
    /// campaign adds nothing to them in any year.
    pub fn outpaced(&self) -> Vec<ActionId> {
        self.which(&|wedges| {
            let mut all = wedges.iter();
            all.all(|wedge| wedge.joined <= wedge.assumed) && !self.done_anyway(wedges)
        })
    }

    fn done_anyway(&self, wedges: &[&Wedge]) -> bool {
        let mut all = wedges.iter();
        all.all(|wedge| self.joining <= wedge.assumed)
    }

    /// Actions to which the campaign adds something that counts, and of which the scenario itself assumes more than today.
    pub fn assumed(&self) -> Vec<ActionId> {
        self.which(&|wedges| {
            let mut wedges = wedges.iter();
            let adds = |wedge: &&Wedge| wedge.kept > 0.0 && wedge.joined > wedge.assumed;
            wedges.clone().any(adds) && wedges.any(|wedge| wedge.assumed > wedge.today)
        })
    }

    /// Actions of which nothing counts for the nation, whoever joins: all that they save comes back elsewhere.
    pub fn uncounted(&self) -> Vec<ActionId> {
        self.which(&|wedges| wedges.iter().all(|wedge| wedge.kept == 0.0))
    }

    /// The actions whose wedges of all years are such.
    fn which(&self, are: &dyn Fn(&[&Wedge]) -> bool) -> Vec<ActionId> {
        let all = || self.years.iter().flat_map(|(_, wedges)| wedges);
        let mut actions: Vec<ActionId> = all().map(|wedge| wedge.action).collect();
        order_by_key(&mut actions, |action| *action);
        actions.dedup();
        actions.retain(|action| {
            let of_action = all().filter(|wedge| wedge.action == *action);
            are(&of_action.collect::<Vec<&Wedge>>())
        });
        actions
    }
}

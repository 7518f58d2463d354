//! Sets of actions: one changed household.

use super::meters::Meters;
use super::{ActionId, Today, WhyNot, groups};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{Sections, Untold, footprint_read};
use crate::plan::Plan;
use crate::unit::MONTHS_PER_YEAR;

/// An action that is chosen, and how strongly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chosen {
    /// Which.
    pub action: ActionId,
    /// In the unit of the action's strength; without meaning where it is all or nothing.
    pub strength: f64,
}

impl Chosen {
    /// An action at its usual strength.
    pub fn usual(action: ActionId) -> Chosen {
        let strength = action.usual();
        Chosen { action, strength }
    }
}

/// Actions that are chosen together: each once, in the order of application.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Joint {
    chosen: Vec<Chosen>,
}

/// What hears of every action of a set whether it applied, and what the household is then.
type Told<'a> = dyn FnMut(Chosen, Result<(), WhyNot>, &Household) + 'a;

impl Joint {
    /// No action.
    pub fn none() -> Joint {
        Joint::default()
    }

    /// These actions, in whatever order; of an action that stands twice the last counts.
    pub fn of(chosen: impl IntoIterator<Item = Chosen>) -> Joint {
        let mut joint = Joint::none();
        for chosen in chosen {
            joint.choose(chosen);
        }
        joint
    }

    /// Adds an action, or changes its strength.
    pub fn choose(&mut self, chosen: Chosen) {
        let at = self
            .chosen
            .partition_point(|other| other.action < chosen.action);
        match self.chosen.get_mut(at) {
            Some(same) if same.action == chosen.action => *same = chosen,
            _ => self.chosen.insert(at, chosen),
        }
    }

    /// Takes an action out.
    pub fn drop(&mut self, action: ActionId) {
        self.chosen.retain(|other| other.action != action);
    }

    /// The actions, in the order of application.
    pub fn chosen(&self) -> &[Chosen] {
        &self.chosen
    }

    /// Whether an action is chosen.
    pub fn has(&self, action: ActionId) -> bool {
        self.chosen.iter().any(|chosen| chosen.action == action)
    }

    /// Changes a household by one action after the other. Those that do not apply, or that the earlier
    /// ones leave nothing to do, change nothing. `each` hears of every action whether it applied, and what
    /// the household is then.
    fn walk(&self, home: &mut Household, factors: &Factors, each: &mut Told<'_>) {
        self.walk_from(home, None, factors, each);
    }

    /// The same, of a household whose meters may have been read.
    // one copy for all who ask: the page would load several
    #[inline(never)]
    fn walk_from(
        &self,
        home: &mut Household,
        mut meters: Option<Meters>,
        factors: &Factors,
        each: &mut Told<'_>,
    ) {
        for &chosen in &self.chosen {
            let Chosen { action, strength } = chosen;
            let strength = action.bounded(strength);
            let done = action.action().apply(home, strength, &mut meters, factors);
            each(chosen, done, home);
        }
    }

    /// The household that does all of them.
    #[inline(never)]
    pub fn changed(&self, home: &Household, factors: &Factors) -> Household {
        let mut changed = home.clone();
        self.walk(&mut changed, factors, &mut |_, _, _| {});
        changed
    }

    /// Changes a household by all of them; those after which it is another one are put into `applied`, and a
    /// single one where it applies. `meters` are the household's if they are read, `last` is room for a household.
    #[inline(never)]
    pub(super) fn doing(
        &self,
        changed: &mut Household,
        meters: Option<&Meters>,
        factors: &Factors,
        last: &mut Household,
        applied: &mut Vec<ActionId>,
    ) {
        applied.clear();
        let several = self.chosen.len() > 1;
        if several {
            last.clone_from(changed);
        }
        self.walk_from(
            changed,
            meters.cloned(),
            factors,
            &mut |chosen, done, now| {
                if done.is_ok() && !(several && equal(last, now)) {
                    applied.push(chosen.action);
                    if several {
                        last.clone_from(now);
                    }
                }
            },
        );
    }

    /// Those of the set that apply, one after the other.
    pub fn applied(&self, home: &Household, factors: &Factors) -> Joint {
        let mut changed = home.clone();
        let mut applied = Joint::none();
        self.walk(&mut changed, factors, &mut |chosen, done, _| {
            if done.is_ok() {
                applied.chosen.push(chosen);
            }
        });
        applied
    }

    /// The household that does all of them, and those of the set that count: that apply, one after the other,
    /// and without which the household would be another one. Of two that come to the same the later counts.
    pub fn done(&self, home: &Household, factors: &Factors) -> (Household, Joint) {
        self.done_as_far(None, home, factors)
    }

    /// The same; of those that come after one of them it is not asked whether they count.
    #[inline(never)]
    fn done_as_far(
        &self,
        last: Option<ActionId>,
        home: &Household,
        factors: &Factors,
    ) -> (Household, Joint) {
        let mut changed = home.clone();
        let mut effective = Joint::none();
        self.walk(&mut changed, factors, &mut |chosen, done, _| {
            if done.is_ok() {
                effective.chosen.push(chosen);
            }
        });
        for chosen in effective.chosen.clone() {
            if last.is_some_and(|last| chosen.action > last) {
                break;
            }
            let mut without = effective.clone();
            without.drop(chosen.action);
            if alike(&without.changed(home, factors), &changed, factors) {
                effective = without;
            }
        }
        (changed, effective)
    }

    /// The actions of the set that change nothing in this household, and why: because they do not
    /// apply at all, or because the others leave or make nothing of them.
    pub fn set_aside(&self, home: &Household, factors: &Factors) -> Vec<(ActionId, WhyNot)> {
        let (_, effective) = self.done(home, factors);
        let idle = self.chosen.iter().filter(|it| !effective.has(it.action));
        let why = |chosen: &Chosen| {
            let alone = chosen.action.applies(home, factors);
            (chosen.action, alone.err().unwrap_or(WhyNot::SetAside))
        };
        idle.map(why).collect()
    }

    /// The actions of the set without which one that is set aside would count: each of them alone, or, where several
    /// are each enough to set it aside, these together. None where it would not count alone either.
    #[inline(never)]
    pub fn in_place_of(
        &self,
        action: ActionId,
        home: &Household,
        factors: &Factors,
    ) -> Vec<ActionId> {
        // what has nothing to do with it changes nothing of it
        let groups = groups(&self.chosen).into_iter();
        let mut groups = groups.map(|chosen| Joint { chosen });
        let group = groups.find(|group| group.has(action)).unwrap_or_default();
        let counts = |rest: &Joint| {
            let (_, effective) = rest.done_as_far(Some(action), home, factors);
            effective.has(action)
        };
        let mut named = Vec::new();
        for other in group.chosen.iter().filter(|other| other.action != action) {
            let mut rest = group.clone();
            rest.drop(other.action);
            if counts(&rest) {
                named.push(other.action);
            }
        }
        let mut rest = group.clone();
        rest.chosen.retain(|chosen| chosen.action == action);
        if !named.is_empty() || !counts(&rest) {
            return named;
        }
        // back with all that leaves it counting
        for other in group.chosen.iter().filter(|other| other.action != action) {
            let mut more = rest.clone();
            more.choose(*other);
            if counts(&more) {
                rest = more;
            } else {
                named.push(other.action);
            }
        }
        named
    }

    /// What it takes less of the home's electricity meter, kWh a year; below zero it takes more.
    pub fn metered_less(&self, home: &Household, factors: &Factors) -> f64 {
        metered_less(home, &self.changed(home, factors))
    }

    /// The sections of the footprint that it may change.
    pub fn reaches(&self) -> Sections {
        let mut reached = Sections::default();
        for chosen in &self.chosen {
            reached.join(Sections::of(chosen.action.action().reaches));
        }
        reached
    }
}

/// What the home's electricity meter shows less after a change, kWh a year.
pub(super) fn metered_less(home: &Household, changed: &Household) -> f64 {
    (home.electricity - changed.electricity) * MONTHS_PER_YEAR
}

/// Whether two households are equal: one copy of the comparison for all who ask.
#[inline(never)]
pub(super) fn equal(one: &Household, other: &Household) -> bool {
    one == other
}

/// Whether two households come to the same: they are equal, or differ in no more than what other adults would do
/// of whom nothing is counted, and in the rounding of a car's kilometres.
fn alike(one: &Household, other: &Household, factors: &Factors) -> bool {
    if equal(one, other) {
        return true;
    }
    let mut others = Household {
        other_adult: other.other_adult.clone(),
        ..one.clone()
    };
    for (car, like) in others.cars.iter_mut().zip(&other.cars) {
        if same(car.km, like.km) {
            car.km = like.km;
        }
    }
    let lines = |home| footprint_read::<Untold>(home, factors).by_line();
    let all_same = || {
        let (one, other) = (lines(one), lines(other));
        let mut pairs = one.iter().zip(&other);
        one.len() == other.len()
            && pairs.all(|((line, one), (like, other))| line == like && same(*one, *other))
    };
    equal(&others, other) && all_same()
}

/// Whether two amounts differ by rounding at most.
fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}

/// The actions among these that a household can do, alone or after another of them: with a meter the heat can be
/// turned down.
pub fn within_reach(
    actions: impl IntoIterator<Item = ActionId>,
    home: &Household,
    factors: &Factors,
) -> Vec<ActionId> {
    let today = Today::of(home.clone(), factors);
    let all: Vec<ActionId> = actions.into_iter().collect();
    let alone = |action: &ActionId| action.applies_to(&today, factors).is_ok();
    let open: Vec<ActionId> = all.iter().copied().filter(alone).collect();
    let after_one = |action: &ActionId| {
        open.iter().any(|first| {
            let both = Joint::of([*first, *action].map(Chosen::usual));
            both.done(home, factors).1.has(*action)
        })
    };
    let within = all.iter().copied();
    within
        .filter(|action| open.contains(action) || after_one(action))
        .collect()
}

/// An action of a plan that changes nothing once all of the plan is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aside {
    /// The action.
    pub action: ActionId,
    /// Why.
    pub why: WhyNot,
    /// The year from which on another action leaves it nothing to do, where it does something before; none
    /// where it never does.
    pub from: Option<u16>,
}

impl Plan {
    /// The actions that change nothing in a household once all is done.
    #[inline(never)]
    pub fn set_aside(&self, home: &Household, factors: &Factors) -> Vec<Aside> {
        let aside = self.whole().set_aside(home, factors);
        if aside.is_empty() {
            return Vec::new();
        }
        let mut years = self.begun();
        years.reverse();
        let idle: Vec<(u16, Vec<ActionId>)> = years
            .iter()
            .map(|(year, joint)| {
                let idle = joint.set_aside(home, factors).into_iter();
                (*year, idle.map(|(action, _)| action).collect())
            })
            .collect();
        let with_year = |(action, why)| {
            let since = idle.iter().take_while(|(_, idle)| idle.contains(&action));
            let since = since.last().map(|(year, _)| *year);
            let begins = self.step(action).map(|step| step.from);
            Aside {
                action,
                why,
                from: since.filter(|since| Some(*since) > begins),
            }
        };
        aside.into_iter().map(with_year).collect()
    }
}

impl ActionId {
    /// Whether a household could do it, whatever would come of it.
    ///
    /// # Errors
    /// The reason why not.
    pub fn possible(self, home: &Household, factors: &Factors) -> Result<(), WhyNot> {
        (self.action().possible)(home, factors)
    }

    /// Whether a household could do it, at its usual strength, and its footprint would change by it.
    ///
    /// # Errors
    /// The reason why not.
    pub fn applies(self, home: &Household, factors: &Factors) -> Result<(), WhyNot> {
        self.applies_to(&Today::of(home.clone(), factors), factors)
    }

    /// The same, for a household whose footprint is known.
    ///
    /// # Errors
    /// The reason why not.
    pub fn applies_to(self, today: &Today, factors: &Factors) -> Result<(), WhyNot> {
        self.possible(today.home(), factors)?;
        let alone = Joint::of([Chosen::usual(self)]);
        if today.saving(&alone, factors) == 0.0 {
            return Err(WhyNot::NothingToChange);
        }
        Ok(())
    }
}

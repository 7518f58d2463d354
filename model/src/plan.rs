//! A household's plan: what it wants to do from when on, what it does already, what it cannot do.
//!
//! Plain data, which an answers file holds; what it means is in [`crate::actions`] and
//! [`crate::pathway`].

use std::ops::RangeInclusive;

use crate::actions::{ActionId, Chosen, Joint};
use crate::catalogue::QuestionId;

/// The years from which on something may be planned.
pub const PLANNED: RangeInclusive<u16> = 2024..=2060;

/// The largest sum that is accepted as a household's own cost, in yuan.
pub const MOST_YUAN: f64 = 10_000_000.0;

macro_rules! obstacles {
    ($($(#[$meta:meta])* $name:ident $id:literal;)*) => {
        /// Why a household cannot do something, as it says itself.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Obstacle { $($(#[$meta])* $name,)* }

        impl Obstacle {
            /// Every obstacle, in the order in which they are offered.
            pub const ALL: &'static [Obstacle] = &[$(Obstacle::$name,)*];
            /// The ids of `ALL`, in the same order.
            pub const IDS: &'static [&'static str] = &[$($id,)*];

            /// The obstacle's id in files and messages.
            pub const fn id(self) -> &'static str {
                match self { $(Obstacle::$name => $id,)* }
            }

            /// The obstacle with this id, if there is one.
            pub fn from_id(id: &str) -> Option<Obstacle> {
                Self::ALL.iter().copied().find(|obstacle| obstacle.id() == id)
            }
        }
    };
}

obstacles! {
    /// The home is rented.
    Rented "rented";
    /// The landlord, or the others in the building, would have to agree.
    Landlord "landlord";
    /// There is no lift, or no charger.
    NoLiftOrCharger "no_lift_or_charger";
    /// District heat has no meter.
    NoHeatMeter "no_heat_meter";
    /// There is no such service nearby.
    NoServiceNearby "no_service_nearby";
    /// Health.
    Health "health";
    /// It costs too much.
    Cost "cost";
    /// Something else.
    Other "other";
}

/// What an action costs this household, as it says itself, in yuan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnCost {
    /// Once.
    pub upfront: f64,
    /// A year, besides what the model prices.
    pub running: f64,
}

/// A planned action.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The action and its strength.
    pub chosen: Chosen,
    /// The year from which on it is done.
    pub from: u16,
}

/// A household's plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// What is wanted, in the order of application; each action once.
    pub steps: Vec<Step>,
    /// What is done already.
    pub already: Vec<ActionId>,
    /// The questions that were open until one of these was said to be done already, which answered them.
    pub wrote: Vec<(QuestionId, ActionId)>,
    /// What cannot be done, and why.
    pub cannot: Vec<(ActionId, Obstacle)>,
    /// What actions cost this household, where it knows better than the table.
    pub costs: Vec<(ActionId, OwnCost)>,
}

impl Plan {
    /// No plan.
    pub const fn none() -> Plan {
        Plan {
            steps: Vec::new(),
            already: Vec::new(),
            wrote: Vec::new(),
            cannot: Vec::new(),
            costs: Vec::new(),
        }
    }

    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        *self == Plan::none()
    }

    /// Plans an action, or changes its strength or year.
    pub fn choose(&mut self, step: Step) {
        let action = step.chosen.action;
        let at = self
            .steps
            .partition_point(|other| other.chosen.action < action);
        match self.steps.get_mut(at) {
            Some(same) if same.chosen.action == action => *same = step,
            _ => self.steps.insert(at, step),
        }
    }

    /// Changes the strength of an action, if it is planned.
    pub fn strengthen(&mut self, chosen: Chosen) {
        let mut steps = self.steps.iter_mut();
        if let Some(step) = steps.find(|step| step.chosen.action == chosen.action) {
            step.chosen = chosen;
        }
    }

    /// Takes an action out of the plan.
    pub fn drop(&mut self, action: ActionId) {
        self.steps.retain(|step| step.chosen.action != action);
    }

    /// The household itself has answered a question: the answer is no longer one of a mark.
    pub fn answered(&mut self, question: QuestionId) {
        self.wrote.retain(|(known, _)| *known != question);
    }

    /// The step of an action, if it is planned.
    pub fn step(&self, action: ActionId) -> Option<&Step> {
        self.steps.iter().find(|step| step.chosen.action == action)
    }

    /// Why an action cannot be done, if the household says so.
    pub fn cannot(&self, action: ActionId) -> Option<Obstacle> {
        let mut known = self.cannot.iter();
        known
            .find(|(known, _)| *known == action)
            .map(|known| known.1)
    }

    /// What an action costs this household, if it says so itself.
    pub fn cost(&self, action: ActionId) -> Option<OwnCost> {
        let mut known = self.costs.iter();
        known
            .find(|(known, _)| *known == action)
            .map(|known| known.1)
    }

    /// What is done in a year.
    pub fn in_year(&self, year: u16) -> Joint {
        let begun = self.steps.iter().filter(|step| step.from <= year);
        Joint::of(begun.map(|step| step.chosen))
    }

    /// The years in which something begins, in order, each with all that is done from then on.
    pub fn begun(&self) -> Vec<(u16, Joint)> {
        let mut years: Vec<u16> = self.steps.iter().map(|step| step.from).collect();
        years.sort_unstable();
        years.dedup();
        let years = years.into_iter();
        years.map(|year| (year, self.in_year(year))).collect()
    }

    /// All of it.
    pub fn whole(&self) -> Joint {
        Joint::of(self.steps.iter().map(|step| step.chosen))
    }
}

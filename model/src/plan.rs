//! A household's plan: what it wants to do from when on, what it does already, what it cannot do.
//!
//! Plain data, which an answers file holds; what it means is in [`crate::actions`] and
//! [`crate::pathway`].

use std::ops::RangeInclusive;

use crate::actions::{ActionId, Chosen, Joint};
use crate::catalogue::QuestionId;
use crate::order::order_by_key;
use crate::question::Kind;
use crate::rows::Band;

/// The years that a plan may name: files could from the first.
pub const PLANNED: RangeInclusive<u16> = 2024..=2060;

/// The years that are offered, and for which a plan may be sought: from this one on.
pub const OFFERED: RangeInclusive<u16> = NEXT_YEAR - 1..=2060;

/// The year from which on something is planned where nobody says: that after the year of the model's version. The model
/// has no clock.
pub const NEXT_YEAR: u16 = 2027;

/// The largest sum that is accepted as a household's own cost, in yuan.
pub const MOST_YUAN: f64 = 10_000_000.0;

/// The longest life that is accepted for what a household buys, in years.
pub const MOST_YEARS: f64 = 100.0;

/// The highest price that is accepted as a household's own, in yuan for each unit.
pub const MOST_PRICE: f64 = 1_000.0;

macro_rules! named {
    ($(#[$of:meta])* $kind:ident: $($(#[$meta:meta])* $name:ident $id:literal;)*) => {
        $(#[$of])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $kind { $($(#[$meta])* $name,)* }

        impl $kind {
            /// Every one, in the order in which they are offered.
            pub const ALL: &'static [$kind] = &[$($kind::$name,)*];
            /// The ids of `ALL`, in the same order.
            pub const IDS: &'static [&'static str] = &[$($id,)*];

            /// The id in files and messages.
            pub const fn id(self) -> &'static str {
                match self { $($kind::$name => $id,)* }
            }

            /// The one with this id, if there is one.
            pub fn from_id(id: &str) -> Option<$kind> {
                Self::ALL.iter().copied().find(|one| one.id() == id)
            }
        }
    };
}

named! {
    /// Why a household cannot do something, as it says itself.
    Obstacle:
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

named! {
    /// A price that a household may know better than the tables: of energy, heat and water at its place.
    Tariff:
    /// A kilowatt-hour at home.
    Electricity "electricity";
    /// A cubic metre of natural gas.
    Gas "gas";
    /// A cylinder of LPG.
    Lpg "lpg";
    /// A kilogram of coal.
    Coal "coal";
    /// A kilogram of firewood or straw.
    Biomass "biomass";
    /// A square metre of heat from a network, a season.
    HeatByArea "heat_by_area";
    /// A square metre of metered heat from a network, a season, whatever is used.
    HeatBase "heat_base";
    /// A kilowatt-hour of metered heat from a network.
    HeatMetered "heat_metered";
    /// A cubic metre of tap water.
    Water "water";
    /// A litre of petrol.
    Petrol "petrol";
    /// A litre of diesel.
    Diesel "diesel";
    /// A kilowatt-hour at a public charger.
    Charging "charging";
    /// A kilowatt-hour of solar power that is sold.
    SolarExport "solar_export";
}

/// An amount as a household expects it, from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// The least.
    pub low: f64,
    /// The most.
    pub high: f64,
}

impl Expected {
    /// An amount that is known.
    pub const fn exactly(amount: f64) -> Expected {
        let (low, high) = (amount, amount);
        Expected { low, high }
    }

    /// The amount with its range: the middle, and both ends.
    pub fn band(self) -> Band {
        let Expected { low, high } = self;
        let value = f64::midpoint(low, high);
        Band { value, low, high }
    }
}

/// What an action costs this household, as it says itself; what it does not say is as the table has it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct OwnCost {
    /// Once, in yuan.
    pub upfront: Option<Expected>,
    /// A year, besides what the model prices, in yuan.
    pub running: Option<Expected>,
    /// How many years what is bought lasts.
    pub life: Option<Expected>,
}

/// Where an answer stands: a question, or a field of an item of its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The question.
    pub question: QuestionId,
    /// The place in its list and the field's key; none where it is the whole answer.
    pub field: Option<(usize, &'static str)>,
}

impl Place {
    /// The whole answer of a question.
    pub const fn whole(question: QuestionId) -> Place {
        let field = None;
        Place { question, field }
    }

    /// The place with this key of a file, such as `lamps` or `cars[0].fuel_use`, if there is one.
    pub fn from_key(key: &str) -> Option<Place> {
        let Some((list, rest)) = key.split_once('[') else {
            return QuestionId::from_id(key).map(Place::whole);
        };
        let question = QuestionId::from_id(list)?;
        let Kind::List { fields, most } = question.kind() else {
            return None;
        };
        let (at, field) = rest.split_once(']')?;
        let at = at.parse().ok().filter(|at| *at < most)?;
        let field = field.strip_prefix('.')?;
        let field = fields.iter().find(|known| known.id == field)?;
        let field = Some((at, field.id));
        Some(Place { question, field })
    }

    /// Its key in a file.
    pub fn key(self) -> String {
        match self.field {
            Some((at, field)) => format!("{}[{at}].{field}", self.question.id()),
            None => self.question.id().to_owned(),
        }
    }
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
    /// What was open until one of these was said to be done already, which answered it.
    pub wrote: Vec<(Place, ActionId)>,
    /// What cannot be done, and why.
    pub cannot: Vec<(ActionId, Obstacle)>,
    /// What actions cost this household, where it knows better than the table.
    pub costs: Vec<(ActionId, OwnCost)>,
    /// Prices at this household's place, where it knows better than the tables, in yuan.
    pub prices: Vec<(Tariff, Expected)>,
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
            prices: Vec::new(),
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
        self.wrote.retain(|(known, _)| known.question != question);
    }

    /// The step of an action, if it is planned.
    pub fn step(&self, action: ActionId) -> Option<&Step> {
        self.steps.iter().find(|step| step.chosen.action == action)
    }

    /// An action as strongly as it is planned, or as usual.
    pub fn strength_of(&self, action: ActionId) -> Chosen {
        let planned = self.step(action);
        planned.map_or(Chosen::usual(action), |step| step.chosen)
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

    /// The household's own price, if it knows one.
    pub fn price(&self, tariff: Tariff) -> Option<Expected> {
        let mut known = self.prices.iter();
        known
            .find(|(known, _)| *known == tariff)
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
        order_by_key(&mut years, |year| *year);
        years.dedup();
        let years = years.into_iter();
        years.map(|year| (year, self.in_year(year))).collect()
    }

    /// All of it.
    pub fn whole(&self) -> Joint {
        Joint::of(self.steps.iter().map(|step| step.chosen))
    }
}

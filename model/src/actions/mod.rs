//! Actions: changed households, run through the same model.
//!
//! An action says what changes in a household, never what it saves: the saving is the footprint of
//! the household that does it against the one that does not, on the same draws. A set of actions is
//! one changed household. Actions apply in the order of [`ActionId::ALL`]: first what avoids, then
//! what shifts, what improves, what replaces; so the order of choosing never matters. An action that
//! earlier ones of the set leave nothing to do is set aside.
//!
//! Where an action changes what the home's energy is used for, the meters follow: see `meters`.

mod already;
mod catalogue;
pub mod cost;
mod decided;
mod effect;
mod everyone;
mod find;
mod food;
mod goods;
mod heating;
mod home;
mod judge;
mod meters;
mod money;
mod obstacle;
mod relation;
mod rests;
pub mod search;
mod set;
mod shapley;
mod travel;
mod unlock;

pub use already::{contradicts, mark, unmark, untold};
pub use catalogue::ActionId;
pub use decided::{decided_by, not_said};
pub use effect::{Counted, Effects, Moved, Outcome, Savings, Today, point};
pub use find::{Answer, Finding};
pub use judge::{By, OnDraws, Target, effort, levels_in_full};
pub use money::{Money, Trial};
pub use obstacle::reasons;
pub use relation::{Relation, relation};
pub use rests::{RestsOn, rests_on, rests_on_in};
pub use set::{Aside, Chosen, Joint, within_reach};
pub use shapley::{Part, groups, parts};
pub(crate) use shapley::{Worth, fair_parts, settle};
pub use unlock::{Unlock, unlocks};

use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::Section;
use crate::question::Domain;

/// The order in which actions apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Do less of it, or do without.
    Avoid,
    /// Do it another way.
    Shift,
    /// Do the same with less.
    Improve,
    /// Change the thing or the energy itself.
    Replace,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: &'static [Stage] = &[Stage::Avoid, Stage::Shift, Stage::Improve, Stage::Replace];

    /// The stage's id in files, messages and CSS.
    pub const fn id(self) -> &'static str {
        match self {
            Stage::Avoid => "avoid",
            Stage::Shift => "shift",
            Stage::Improve => "improve",
            Stage::Replace => "replace",
        }
    }
}

/// Unit of an action's strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StrengthUnit {
    /// Degrees Celsius.
    Celsius,
    /// Per cent of what there is.
    Percent,
    /// Days a week.
    DaysAWeek,
    /// Years.
    Years,
    /// Kilowatts.
    Kilowatt,
    /// People.
    People,
}

impl StrengthUnit {
    /// Every unit.
    pub const ALL: &'static [StrengthUnit] = &[
        StrengthUnit::Celsius,
        StrengthUnit::Percent,
        StrengthUnit::DaysAWeek,
        StrengthUnit::Years,
        StrengthUnit::Kilowatt,
        StrengthUnit::People,
    ];

    /// The unit's id in files and messages.
    pub const fn id(self) -> &'static str {
        match self {
            StrengthUnit::Celsius => "degC",
            StrengthUnit::Percent => "percent",
            StrengthUnit::DaysAWeek => "days_week",
            StrengthUnit::Years => "years",
            StrengthUnit::Kilowatt => "kw",
            StrengthUnit::People => "people",
        }
    }
}

/// How strongly one may act, where it is not all or nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    /// The weakest that makes sense.
    pub low: f64,
    /// The strongest that makes sense.
    pub high: f64,
    /// What is taken where nobody says.
    pub usual: f64,
    /// Steps between.
    pub step: f64,
    /// Its unit.
    pub unit: StrengthUnit,
}

/// Why an action does not apply to a household.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// It is done already, by the answers.
    Already,
    /// There is nothing that it could change.
    NothingToChange,
    /// There is no car, or none of the kind that it changes.
    NoCar,
    /// There is one car at most.
    OneCar,
    /// The home is not heated.
    NotHeated,
    /// The household cannot turn its heat down: it comes from a network without meter and valves.
    HeatNotControllable,
    /// The heat does not come from a network.
    NotDistrict,
    /// The home is heated in another way.
    OtherHeating,
    /// There is no roof of one's own.
    NoOwnRoof,
    /// The home is a house of its own: there is no building to share it with.
    OwnHouse,
    /// Nobody flies.
    NoFlights,
    /// No flight is within the reach of rail.
    FlightsTooFar,
    /// Other chosen actions leave it nothing to do.
    SetAside,
}

impl WhyNot {
    /// Every reason.
    pub const ALL: &'static [WhyNot] = &[
        WhyNot::Already,
        WhyNot::NothingToChange,
        WhyNot::NoCar,
        WhyNot::OneCar,
        WhyNot::NotHeated,
        WhyNot::HeatNotControllable,
        WhyNot::NotDistrict,
        WhyNot::OtherHeating,
        WhyNot::NoOwnRoof,
        WhyNot::OwnHouse,
        WhyNot::NoFlights,
        WhyNot::FlightsTooFar,
        WhyNot::SetAside,
    ];

    /// The reason's id in files and messages.
    pub const fn id(self) -> &'static str {
        match self {
            WhyNot::Already => "already",
            WhyNot::NothingToChange => "nothing_to_change",
            WhyNot::NoCar => "no_car",
            WhyNot::OneCar => "one_car",
            WhyNot::NotHeated => "not_heated",
            WhyNot::HeatNotControllable => "heat_not_controllable",
            WhyNot::NotDistrict => "not_district",
            WhyNot::OtherHeating => "other_heating",
            WhyNot::NoOwnRoof => "no_own_roof",
            WhyNot::OwnHouse => "own_house",
            WhyNot::NoFlights => "no_flights",
            WhyNot::FlightsTooFar => "flights_too_far",
            WhyNot::SetAside => "set_aside",
        }
    }
}

/// What comes back of a saving of heat, because warmth has become cheaper or easier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rebound {
    /// None that is known.
    No,
    /// A part of what a tighter home saves is taken as comfort.
    TighterHome,
    /// More heat is wanted than a stove gave.
    EasierHeat,
}

/// A way in which a household may change.
pub struct Action {
    /// Its place in the order of application.
    pub stage: Stage,
    /// The part of life that it belongs to.
    pub domain: Domain,
    /// The sections of the footprint that it may change; all others stay to the bit.
    pub reaches: &'static [Section],
    /// Whether a household could do it.
    pub(crate) possible: fn(&Household, &Factors) -> Result<(), WhyNot>,
    /// Does it, at a strength in the strength's unit. Personal habits change for all members.
    pub(crate) change: fn(&mut Household, f64, &Factors),
    /// What comes back of the heat that it saves.
    pub(crate) rebound: Rebound,
}

impl Action {
    /// Changes a household, its meters too. `meters` are those of the household before the first of
    /// the actions that change it together.
    ///
    /// # Errors
    /// The reason why it does not apply; then nothing has changed.
    pub(crate) fn apply(
        &self,
        home: &mut Household,
        strength: f64,
        meters: &mut Option<meters::Meters>,
        factors: &Factors,
    ) -> Result<(), WhyNot> {
        (self.possible)(home, factors)?;
        if self.reaches.contains(&Section::Energy) {
            let meters = meters.get_or_insert_with(|| meters::Meters::read(home, factors));
            (self.change)(home, strength, factors);
            meters.follow(home, self.rebound, factors);
        } else {
            (self.change)(home, strength, factors);
        }
        Ok(())
    }
}

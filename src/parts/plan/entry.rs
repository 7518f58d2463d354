//! An action as the screen shows it for this household.
use leptos::prelude::*;
use tanlu_model::actions::cost::{Bills, Cost, INTEREST, Prices};
use tanlu_model::actions::{ActionId, Aside, Chosen, Joint, Outcome, Today, Trial, WhyNot};
use tanlu_model::plan::{Expected, Obstacle, OwnCost, Tariff};
use tanlu_model::rows::ActionFacts;
use tanlu_model::{Factors, Household};

use crate::state::State;

/// The household as it is, against which all changes are held.
#[derive(Clone)]
pub struct Base {
    /// Its footprint.
    pub today: Today,
    /// What it pays.
    pub bills: Bills,
}

impl Base {
    /// A household as it is, with its own prices; the others are those of before, if there was one.
    pub fn of(
        home: &Household,
        own: &[(Tariff, Expected)],
        before: Option<&Base>,
        factors: &Factors,
    ) -> Base {
        let prices = match before {
            Some(base) => base.bills.prices().clone().with(own),
            None => Prices::of(own),
        };
        Base {
            bills: Bills::of(prices, home, factors),
            today: Today::of(home.clone(), factors),
        }
    }

    /// What a set saves a year, in yuan, before its running costs, on central values.
    pub fn saved(&self, set: &Joint, factors: &Factors) -> f64 {
        let changed = set.changed(self.today.home(), factors);
        self.bills.less(&changed, factors)
    }
}

/// What an action saves and costs alone, whatever else is planned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alone {
    /// Why it does not apply at its usual strength.
    why_not: Option<WhyNot>,
    /// What it saves on central values, kg CO2e a year of the household.
    pub kg: f64,
    /// What it saves a year, in yuan, before its running costs, on central values.
    pub saved: f64,
    /// What it costs.
    pub cost: Cost,
    /// What it takes less of the home's electricity meter, kWh a year.
    pub kwh: f64,
    /// The interest at which what is bought once is spread over its life.
    interest: f64,
}

impl Alone {
    /// An action for a household that may know its own cost; none where the table has no such action.
    pub fn of(
        chosen: Chosen,
        own: Option<OwnCost>,
        base: &Base,
        factors: &Factors,
    ) -> Option<Alone> {
        let set = Joint::of([chosen]);
        let kg = base.today.saving(&set, factors);
        let saved = base.saved(&set, factors);
        let cost = Cost::of(chosen, own, base.today.home(), factors)?;
        Some(Alone {
            why_not: chosen.action.applies_to(&base.today, factors).err(),
            kg,
            saved,
            kwh: set.metered_less(base.today.home(), factors),
            interest: factors.value(INTEREST),
            cost,
        })
    }

    /// Yuan for each tonne that it saves, its cost spread over its life: the median, else on central values; none where
    /// it saves nothing.
    pub fn per_tonne(&self, known: Option<Outcome>) -> Option<f64> {
        match known {
            Some(outcome) => outcome.per_tonne.map(|yuan| yuan.p50),
            None => self.cost.per_tonne(self.interest, self.saved, self.kg),
        }
    }

    /// What it saves a year, in yuan, after its running costs, on central values.
    pub fn yuan(&self) -> f64 {
        self.saved - self.cost.running.value
    }
}

/// An action at the strength of the plan, or the usual one.
fn strength(state: State, action: ActionId) -> Memo<Chosen> {
    Memo::new(move |_| {
        state
            .homes
            .with(|homes| homes.home().plan.strength_of(action))
    })
}

/// What every action saves and costs alone, each computed anew only where its own strength or cost, or the
/// household, has changed.
pub fn alone(state: State, base: Memo<Base>) -> Vec<Memo<Option<Alone>>> {
    let of_action = |&action: &ActionId| {
        let chosen = strength(state, action);
        let own = Memo::new(move |_| state.homes.with(|homes| homes.home().plan.cost(action)));
        Memo::new(move |_| {
            let (chosen, own) = (chosen.get(), own.get());
            base.with(|base| state.with_factors(|factors| Alone::of(chosen, own, base, factors)))
        })
    };
    ActionId::ALL.iter().map(of_action).collect()
}

/// An action for this household.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The action, at the strength of the plan or the usual one.
    pub chosen: Chosen,
    /// What is tried of it alone.
    pub trial: Trial,
    /// The year from which on it is planned.
    pub from: Option<u16>,
    /// What the table says of it.
    pub facts: &'static ActionFacts,
    /// Why it does not apply, by the model.
    pub why_not: Option<WhyNot>,
    /// Why it cannot be done, by the household.
    pub obstacle: Option<Obstacle>,
    /// What it saves and costs alone.
    pub alone: Alone,
}

impl Entry {
    /// Whether it can be chosen.
    pub fn open(&self) -> bool {
        self.why_not.is_none() && self.obstacle.is_none()
    }

    /// The action.
    pub fn action(&self) -> ActionId {
        self.chosen.action
    }
}

/// Every action for the household that is shown. One that does not apply alone is open where the plan
/// makes it possible.
pub fn entries(
    state: State,
    base: Memo<Base>,
    aside: Memo<Vec<Aside>>,
    alone: &[Memo<Option<Alone>>],
) -> Vec<Entry> {
    let plan = state.homes.with(|homes| homes.home().plan.clone());
    let whole = plan.whole();
    base.with(|base| {
        state.with_factors(|factors| {
            let aside = aside.get();
            let saved = base.today.saving(&whole, factors);
            let planned_home = whole.changed(base.today.home(), factors);
            let entry = |(&action, alone): (&ActionId, &Memo<Option<Alone>>)| {
                let alone = alone.get()?;
                let planned = plan.step(action);
                let chosen = plan.strength_of(action);
                let why_not = if plan.already.contains(&action) {
                    Some(WhyNot::Already)
                } else if planned.is_some() {
                    let why = aside.iter().find(|aside| aside.action == action);
                    why.map(|aside| aside.why)
                        .filter(|why| *why != WhyNot::SetAside)
                } else {
                    alone.why_not.filter(|_| {
                        let mut with = whole.clone();
                        with.choose(chosen);
                        action.possible(&planned_home, factors).is_err()
                            || base.today.saving(&with, factors) == saved
                    })
                };
                Some(Entry {
                    trial: Trial::alone(chosen, &plan),
                    chosen,
                    from: planned.map(|step| step.from),
                    facts: ActionFacts::of(action.id())?,
                    why_not,
                    obstacle: plan.cannot(action),
                    alone,
                })
            };
            ActionId::ALL.iter().zip(alone).filter_map(entry).collect()
        })
    })
}

//! An action as the screen shows it for this household.
use leptos::prelude::*;
use tanlu_model::actions::cost::{Cost, INTEREST, Prices, Taken};
use tanlu_model::actions::{ActionId, Chosen, Joint, Today, WhyNot};
use tanlu_model::plan::{Obstacle, OwnCost};
use tanlu_model::rows::{ActionFacts, Band};
use tanlu_model::{Factors, Household};

use crate::state::State;

/// The household as it is, against which all changes are held.
#[derive(Clone)]
pub struct Base {
    /// Its footprint.
    pub today: Today,
    prices: Prices,
    taken: Taken,
}

impl Base {
    /// A household as it is; the prices are those of before, if there was one.
    pub fn of(home: &Household, before: Option<&Base>, factors: &Factors) -> Base {
        let prices = before.map_or_else(Prices::new, |base| base.prices.clone());
        Base {
            taken: prices.taken(home, factors),
            today: Today::of(home.clone(), factors),
            prices,
        }
    }

    /// What a set saves a year, in yuan, before its running costs.
    pub fn saved(&self, set: &Joint, factors: &Factors) -> Band {
        let changed = set.changed(self.today.home(), factors);
        let taken = self.prices.taken(&changed, factors);
        self.prices.saved(&self.taken, &taken, factors)
    }
}

/// What an action saves and costs alone, whatever else is planned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alone {
    /// Why it does not apply at its usual strength.
    why_not: Option<WhyNot>,
    /// What it saves on central values, kg CO2e a year of the household.
    pub kg: f64,
    /// What it saves a year, in yuan, before its running costs.
    pub saved: Band,
    /// What it costs.
    pub cost: Cost,
    /// Yuan for each tonne that it saves, its cost spread over its life; none where it saves nothing.
    pub per_tonne: Option<f64>,
}

/// Kilograms in a tonne.
const TONNE: f64 = 1000.0;

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
        let net = cost.per_year(factors.value(INTEREST)) - saved.value;
        Some(Alone {
            why_not: chosen.action.applies_to(&base.today, factors).err(),
            kg,
            saved,
            cost,
            per_tonne: (kg > 0.0).then(|| net / kg * TONNE),
        })
    }

    /// What it saves a year, in yuan, after its running costs.
    pub fn yuan(&self) -> f64 {
        self.saved.value - self.cost.running.value
    }
}

/// What every action saves and costs alone, each computed anew only where its own strength or cost, or the
/// household, has changed.
pub fn alone(state: State, base: Memo<Base>) -> Vec<Memo<Option<Alone>>> {
    let of_action = |&action: &ActionId| {
        let mine = Memo::new(move |_| {
            state.homes.with(|homes| {
                let plan = &homes.home().plan;
                let planned = plan.step(action).map(|step| step.chosen);
                (planned.unwrap_or(Chosen::usual(action)), plan.cost(action))
            })
        });
        Memo::new(move |_| {
            let (chosen, own) = mine.get();
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
    aside: Memo<Vec<(ActionId, WhyNot)>>,
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
                let chosen = planned.map_or(Chosen::usual(action), |step| step.chosen);
                let why_not = if plan.already.contains(&action) {
                    Some(WhyNot::Already)
                } else if planned.is_some() {
                    let why = aside.iter().find(|(known, _)| *known == action);
                    why.map(|(_, why)| *why)
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

//! An action as the screen shows it for this household.
use leptos::prelude::*;
use tanlu_model::actions::cost::{Cost, INTEREST, Prices};
use tanlu_model::actions::{ActionId, Chosen, Joint, WhyNot, point};
use tanlu_model::plan::{Obstacle, Step};
use tanlu_model::rows::{ActionFacts, Band};

use crate::state::State;

/// An action for this household.
#[derive(Clone, Debug)]
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
    /// What it saves alone on central values, kg CO2e a year of the household.
    pub kg: f64,
    /// What it saves a year, in yuan, before its running costs.
    pub saved: Band,
    /// What it costs.
    pub cost: Cost,
    /// Yuan for each tonne that it saves, its cost spread over its life; none where it saves nothing.
    pub per_tonne: Option<f64>,
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

    /// What it saves a year, in yuan, after its running costs.
    pub fn yuan(&self) -> f64 {
        self.saved.value - self.cost.running.value
    }
}

/// Kilograms in a tonne.
const TONNE: f64 = 1000.0;

/// Every action for the household that is shown. One that does not apply alone is open where the plan
/// makes it possible.
pub fn entries(state: State) -> Vec<Entry> {
    let plan = state.homes.with(|homes| homes.home().plan.clone());
    let prices = Prices::new();
    let whole = plan.whole();
    state.household.with(|home| {
        state.with_factors(|factors| {
            let interest = factors.value(INTEREST);
            let aside = whole.set_aside(home, factors);
            let entry = |&action: &ActionId| {
                let planned = plan.step(action).copied();
                let chosen = planned.map_or(Chosen::usual(action), |step: Step| step.chosen);
                let set = Joint::of([chosen]);
                let why_not = if plan.already.contains(&action) {
                    Some(WhyNot::Already)
                } else if planned.is_some() {
                    let why = aside.iter().find(|(known, _)| *known == action);
                    why.map(|(_, why)| *why)
                        .filter(|why| *why != WhyNot::SetAside)
                } else {
                    let mut with = whole.clone();
                    with.choose(chosen);
                    let alone = action.applies(home, factors).err();
                    alone.filter(|_| {
                        let aside = with.set_aside(home, factors);
                        whole.chosen().is_empty() || aside.iter().any(|(known, _)| *known == action)
                    })
                };
                let applies = why_not.is_none();
                let kg = if applies {
                    point(home, &set, factors)
                } else {
                    0.0
                };
                let saved = if applies {
                    prices.saved(home, &set.changed(home, factors), factors)
                } else {
                    Band::default()
                };
                let cost = Cost::of(chosen, &plan, home, factors)?;
                let net = cost.per_year(interest) - saved.value;
                Some(Entry {
                    chosen,
                    from: planned.map(|step| step.from),
                    facts: ActionFacts::of(action.id())?,
                    why_not,
                    obstacle: plan.cannot(action),
                    kg,
                    saved,
                    cost,
                    per_tonne: (kg > 0.0).then(|| net / kg * TONNE),
                })
            };
            ActionId::ALL.iter().filter_map(entry).collect()
        })
    })
}

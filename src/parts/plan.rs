//! The screen of what could change: actions, the household's plan, what they save together. It is
//! loaded when it is first opened.
pub mod choose;
mod closed;
mod details;
mod entry;
pub mod find;
mod guess;
mod paper;
mod seek;
mod tariffs;
mod together;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use tanlu_model::actions::{Aside, Chosen, Outcome, Target, Trial, unlocks};
use tanlu_model::uncertainty::Quantiles;

use crate::lang::Lang;
use crate::lazy::{Draw, Drawn, Fetched, Module};
use crate::parts::plan::entry::{Base, Entry, alone, entries};
use crate::state::State;
use crate::trying::{Trying, Wish};

/// Where the module of this screen begins.
#[wasm_split(change, wasm_split_path = leptos::wasm_split, fallible)]
pub fn fetch() -> Fetched {
    Ok(Module::from(screen as Draw))
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub struct Context {
    /// The page.
    pub state: State,
    /// Its language.
    pub lang: Lang,
    /// The household as it is.
    pub base: Memo<Base>,
    /// What of the plan changes nothing once all of it is done, and why.
    pub aside: Memo<Vec<Aside>>,
    /// Every action, for this household and its plan.
    pub entries: Memo<Vec<Entry>>,
    /// The target that was sought, until the household changes.
    pub sought: RwSignal<Option<Target>>,
    /// What the search has found, once it is over, to be tried as a plan.
    pub found: RwSignal<Option<Trial>>,
    /// The two of the guess, tried together and against each other.
    pub pair: RwSignal<Vec<Trial>>,
    /// Whether it is asked what actions save until the last year.
    pub until_last: RwSignal<bool>,
    /// The band of the household, once the draws are of its answers: by it they are told from others.
    pub drawn: Memo<Option<Quantiles>>,
    /// What actions save on the draws.
    pub trying: Trying,
}

impl Context {
    /// What an action comes to alone, at the strength of the plan or the usual one, if it is known.
    pub fn outcome(self, chosen: Chosen) -> Option<Outcome> {
        let trial = self.entries.with_untracked(|entries| {
            let entry = entries.iter().find(|entry| entry.chosen == chosen)?;
            Some(entry.trial.clone())
        });
        self.trying.of(&trial?)
    }
}

fn screen(state: State, lang: Lang) -> Drawn {
    // a changed plan leaves the household as it is
    let answers = Memo::new(move |_| {
        state.homes.with(|homes| {
            let home = homes.home();
            (home.answers.clone(), home.plan.prices.clone())
        })
    });
    let of = move |before: Option<&Base>| {
        let own = answers.with(|(_, prices)| prices.clone());
        let home = state.household.get_untracked();
        state.with_factors(|factors| Base::of(&home, &own, before, factors))
    };
    let base = Memo::new_with_compare(of, |_, _| true);
    let alone = alone(state, base);
    let aside = Memo::new(move |_| {
        let plan = state.homes.with(|homes| homes.home().plan.clone());
        base.with(|base| state.with_factors(|factors| plan.set_aside(base.today.home(), factors)))
    });
    let context = Context {
        state,
        lang,
        base,
        aside,
        entries: Memo::new(move |_| entries(state, base, aside, &alone)),
        sought: RwSignal::new(None),
        found: RwSignal::new(None),
        pair: RwSignal::new(Vec::new()),
        until_last: RwSignal::new(false),
        drawn: state.drawing.present(),
        trying: Trying::new(state.drawing),
    };
    Effect::new(move || {
        let plan = state.homes.with(|homes| homes.home().plan.clone());
        let until_last = context.until_last.get();
        let mut each = context.pair.get();
        context.entries.with(|entries| {
            for entry in entries.iter().filter(|entry| entry.open()) {
                each.push(entry.trial.clone());
                if until_last {
                    each.push(Trial::over_years(entry.chosen));
                }
            }
        });
        each.extend(unlocks(&plan).into_iter().map(|it| it.trial));
        each.extend(context.found.get());
        let Some(of) = context.drawn.get() else {
            return;
        };
        let wish = base.with(|base| Wish {
            together: aside.with(|aside| Trial::of_plan(&plan, aside)),
            each,
            prices: base.bills.prices().clone(),
            of,
        });
        context.trying.begin(wish);
    });
    vec![
        together::together(context),
        find::find(context),
        choose::choose(context),
        guess::guess(context),
    ]
}

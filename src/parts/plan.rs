//! The screen of what could change: actions, the household's plan, what they save together. It is
//! loaded when it is first opened.
mod chart;
mod choose;
mod details;
mod entry;
mod find;
mod guess;
mod paper;
mod path;
mod seek;
mod together;
mod years;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use tanlu_model::actions::Chosen;

use crate::lang::Lang;
use crate::lazy::{Drawn, Fetched};
use crate::parts::plan::entry::{Entry, entries};
use crate::state::State;
use crate::trying::Trying;

/// Where the module of this screen begins.
#[wasm_split(change, wasm_split_path = leptos::wasm_split, fallible)]
pub fn fetch() -> Fetched {
    Ok(screen)
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub struct Context {
    /// The page.
    pub state: State,
    /// Its language.
    pub lang: Lang,
    /// Every action, for this household and its plan.
    pub entries: Memo<Vec<Entry>>,
    /// What actions save on the draws.
    pub trying: Trying,
}

fn screen(state: State, lang: Lang) -> Drawn {
    let all = move |_: Option<&Vec<Entry>>| entries(state);
    let context = Context {
        state,
        lang,
        // always taken as changed, as the household is
        entries: Memo::new_with_compare(all, |_, _| true),
        trying: Trying::new(state.drawing),
    };
    Effect::new(move || {
        let (stale, band) = state
            .drawing
            .bands
            .with(|bands| (bands.stale || !bands.settled, bands.household));
        let plan = state.homes.with(|homes| homes.home().plan.whole());
        let wanted: Vec<Chosen> = context.entries.with(|entries| {
            let wanted = entries.iter().filter(|entry| entry.open());
            wanted.map(|entry| entry.chosen).collect()
        });
        if !stale {
            context.trying.begin(plan, wanted, band);
        }
    });
    vec![
        together::together(context),
        years::years(context),
        find::find(context),
        choose::choose(context),
        guess::guess(context),
    ]
}

//! The screen of the path: the household's own to 2060, then the nation's, and what policy can do. It is
//! loaded when it is first opened.
mod blocks;
mod chart;
mod kept;
mod levers;
mod mass;
mod nation;
mod national;
mod own;
mod pathing;
mod plot;
mod said;
mod sliced;
mod working;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use tanlu_model::pathway::NationalPath;
use tanlu_model::plan::Plan;
use tanlu_model::rows::Scenario;
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::year::DEFAULT_SCENARIO;

use crate::lang::Lang;
use crate::lazy::{Draw, Drawn, Fetched, Module};
use crate::state::State;

/// The year of the policy levers as long as none is chosen.
pub const LEVERS_YEAR: u16 = 2035;

/// Where the module of this screen begins.
#[wasm_split(path, wasm_split_path = leptos::wasm_split, fallible)]
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
    /// The plan of the household that is shown.
    pub plan: Memo<Plan>,
    /// The line that the nation takes.
    pub line: Memo<NationalPath>,
    /// The scenario that the household's factors follow along it.
    pub scenario: Memo<Scenario>,
    /// The band of the household, once the draws are of its answers: by it they are told from others.
    pub drawn: Memo<Option<Quantiles>>,
}

/// Every line that the nation may take; their order is that of the state.
fn lines() -> Vec<NationalPath> {
    NationalPath::lines().collect()
}

fn screen(state: State, lang: Lang) -> Drawn {
    kept::take_over(state);
    let line = Memo::new(move |_| {
        let chosen = lines().get(state.line.get()).copied();
        chosen.unwrap_or(NationalPath::Model(DEFAULT_SCENARIO))
    });
    let context = Context {
        state,
        lang,
        line,
        scenario: Memo::new(move |_| line.get().of_households()),
        plan: Memo::new(move |_| state.homes.with(|homes| homes.home().plan.clone())),
        drawn: state.drawing.present(),
    };
    vec![
        own::own(context),
        nation::nation(context),
        levers::levers(context),
    ]
}

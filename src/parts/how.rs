//! Numbers of the running result that open to how they come about, where they stand. What tells it comes
//! with the module of the result, which the first of them that is opened fetches.
use leptos::prelude::*;
use tanlu_model::Domain;
use tanlu_model::footprint::Origin;

use crate::averages;
use crate::lang::Lang;
use crate::parts::el::{El, classed, dynamic, el, nothing};
use crate::parts::opens::{opens_plain, sentence};
use crate::parts::show;
use crate::screen::Screen;
use crate::state::State;
use crate::words::{Msg, text};

/// A number of the running result.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum How {
    /// Household consumption per person.
    PerPerson,
    /// Household consumption.
    Household,
    /// The answerer's own part.
    Mine,
    /// A part of life.
    Domain(Domain),
    /// How sure the result is.
    Sure,
    /// How sure it is before anything is answered.
    SureAtFirst,
    /// What the last answer did to it.
    Moved,
    /// Public services.
    PublicServices,
    /// What is assumed of a question, or of the field of an item, that is open.
    Assumed(Origin),
    /// The average household of the nation.
    Nation,
}

/// How a number comes about, as long as it is open, in an element around it.
pub fn explained(
    state: State,
    lang: Lang,
    open: RwSignal<bool>,
    how: How,
    around: fn(El) -> El,
) -> AnyView {
    let explain = move || state.lazy.here(Screen::Result)?.explain;
    Effect::new(move || {
        if open.get() {
            state.lazy.open(Screen::Result);
        }
    });
    dynamic(move || {
        if !open.get() {
            return nothing();
        }
        let inside = match explain() {
            Some(explain) => explain(state, lang, how),
            None if state.lazy.is_missing(Screen::Result) => classed("p", "notice")
                .attr("role", "alert")
                .words(text(lang, Msg::WorkingFailed)),
            None => classed("p", "wait")
                .attr("role", "status")
                .words(text(lang, Msg::Fetching)),
        };
        around(inside).done()
    })
}

/// The sentence at the start: what the average household comes to, and how.
pub fn nation_in_short(state: State, lang: Lang) -> El {
    let open = RwSignal::new(false);
    let average = averages::nation();
    let figure =
        |what: Msg, kg: f64| opens_plain(lang, text(lang, what), show::kg(lang, kg).into(), open);
    el("div")
        .child(sentence(
            lang,
            Msg::AverageStart,
            vec![
                ("person", figure(Msg::PerPerson, average.per_person_kg())),
                ("household", figure(Msg::Household, average.household_kg())),
            ],
        ))
        .view(explained(state, lang, open, How::Nation, |inside| inside))
}

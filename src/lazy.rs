//! Screens that are not in the first load: the Wasm module of such a screen is fetched when it is
//! first opened. It shares memory, signals and functions with the module that is there already.
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use std::pin::Pin;

use crate::browser::document::focus_soon;
use crate::lang::Lang;
use crate::parts::el::{El, button, classed, dynamic, el, live, mark, nothing};
use crate::parts::how::How;
use crate::parts::keep;
use crate::parts::lines;
use crate::parts::path;
use crate::parts::plan;
use crate::parts::shell::heading;
use crate::screen::Screen;
use crate::state::State;
use crate::words::{Msg, text};

/// The cards of a screen.
pub type Drawn = Vec<El>;
/// What draws a screen. Its code is in the screen's module.
pub type Draw = fn(State, Lang) -> Drawn;
/// What draws how a number comes about. Its code is in the module of the result.
pub type Explain = fn(State, Lang, How) -> El;
/// What a module brings.
#[derive(Clone, Copy)]
pub struct Module {
    /// What draws its screen.
    pub draw: Draw,
    /// What tells how numbers of the running result come about, if it comes with it.
    pub explain: Option<Explain>,
}

impl From<Draw> for Module {
    fn from(draw: Draw) -> Module {
        Module {
            draw,
            explain: None,
        }
    }
}

/// What a screen's split point gives once its module is here.
pub type Fetched = Result<Module, SplitLoaderError>;

/// The split point of a screen that is loaded later.
fn fetch(screen: Screen) -> Option<Pin<Box<dyn Future<Output = Fetched>>>> {
    match screen {
        Screen::Change => Some(Box::pin(plan::fetch())),
        Screen::Path => Some(Box::pin(path::fetch())),
        Screen::Keep => Some(Box::pin(keep::fetch())),
        Screen::Result => Some(Box::pin(lines::fetch())),
        Screen::Answer => None,
    }
}

/// How far a screen is.
#[derive(Clone, Copy)]
enum Stage {
    /// Nobody has opened it.
    Away,
    /// Its module is being fetched.
    Coming,
    /// Its module is here.
    Here(Module),
    /// Its module could not be fetched.
    Missing,
}

/// How far each screen is. Made once, at the root.
#[derive(Clone, Copy)]
pub struct Lazy([RwSignal<Stage>; Screen::ALL.len()]);

impl Lazy {
    /// No screen is here.
    pub fn new() -> Lazy {
        Lazy(Screen::ALL.map(|_| RwSignal::new(Stage::Away)))
    }

    fn stage(self, screen: Screen) -> Option<RwSignal<Stage>> {
        self.0.get(screen as usize).copied()
    }

    /// What the module of a screen that comes later brings, once it is here.
    pub fn here(self, screen: Screen) -> Option<Module> {
        match self.stage(screen)?.get() {
            Stage::Here(module) => Some(module),
            Stage::Away | Stage::Coming | Stage::Missing => None,
        }
    }

    /// Whether the module of a screen could not be fetched.
    pub fn is_missing(self, screen: Screen) -> bool {
        let stage = self.stage(screen);
        stage.is_some_and(|stage| matches!(stage.get(), Stage::Missing))
    }

    /// Fetches a screen's module, if it has one of its own that is neither here nor on its way.
    pub fn open(self, screen: Screen) {
        let Some(stage) = self.stage(screen) else {
            return;
        };
        if !matches!(stage.get_untracked(), Stage::Away | Stage::Missing) {
            return;
        }
        if let Some(module) = fetch(screen) {
            stage.set(Stage::Coming);
            spawn_local(async move {
                stage.set(match module.await {
                    Ok(module) => Stage::Here(module),
                    Err(_) => Stage::Missing,
                });
            });
        }
    }
}

/// The cards of a screen, or that it is on its way, or that it did not come.
pub fn screen(state: State, lang: Lang, screen: Screen) -> El {
    let Some(stage) = state.lazy.stage(screen) else {
        return el("div");
    };
    let coming = move || matches!(stage.get(), Stage::Coming);
    let missing = move || matches!(stage.get(), Stage::Missing);
    let said = move |when: bool, msg| if when { text(lang, msg) } else { "" }.to_owned();
    let again = dynamic(move || {
        if !missing() {
            return nothing();
        }
        let again = move || {
            // this button goes
            focus_soon(heading(screen));
            state.lazy.open(screen);
        };
        button("", text(lang, Msg::FetchAgain), again).done()
    });
    let cards = dynamic(move || match stage.get() {
        Stage::Here(module) => {
            let cards = (module.draw)(state, lang);
            classed("div", "cards").children(cards).done()
        }
        _ => nothing(),
    });
    classed("div", "fetched")
        .child(
            classed("p", "wait")
                .attr("role", "status")
                .words(live(move || said(coming(), Msg::Fetching))),
        )
        .child(
            classed("p", "notice")
                .attr("role", "alert")
                .words(live(move || said(missing(), Msg::FetchFailed))),
        )
        .view(again)
        .child(el("div").attr("aria-busy", mark(coming)).view(cards))
}

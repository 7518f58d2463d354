//! What stands around the questions: header, start, notices, footer.
use leptos::prelude::*;

use crate::bands::Presence;
use crate::browser::address::on_hash;
use crate::browser::document::{describe, focus_at_top, focus_soon};
use crate::browser::storage::on_other_tab;
use crate::lang::Lang;
use crate::lazy;
use crate::parts::el::{El, button, classed, dynamic, el, live, mark, nothing};
use crate::parts::how::nation_in_short;
use crate::parts::questions::{anchor, parts_list, questions};
use crate::parts::result::{result, sheet, strip};
use crate::parts::show;
use crate::screen::Screen;
use crate::state::{Keeping, State, step};
use crate::words::{Msg, text};

/// The id of the button that changes the language.
const LANGUAGE: &str = "language";

/// The whole page.
pub fn shell(state: State) -> AnyView {
    Effect::new(move || {
        let lang = state.lang.get();
        let screen = text(lang, called(state.screen.get()));
        let title = [screen, text(lang, Msg::TitleJoin), text(lang, Msg::Title)].concat();
        describe(lang.tag(), &title);
    });
    Effect::new(move || {
        let (shown, all) = state.homes.with(|homes| {
            let all = homes.list().iter().map(|home| home.answers.clone());
            (homes.home().answers.clone(), all.collect())
        });
        state.drawing.begin(shown, all);
    });
    Effect::new(move || state.lazy.open(state.screen.get()));
    on_other_tab(move || state.reload());
    on_hash(move |hash| {
        if let Some(screen) = Screen::of_hash(&hash) {
            state.screen.set(screen);
            match state.led.get_untracked() {
                Some(question) => {
                    state.led.set(None);
                    focus_soon(anchor(question));
                }
                None => focus_at_top(heading(screen)),
            }
        }
    });
    build_on(state);
    // all is made anew in the other language; what was entered is in the state
    dynamic(move || page(state, state.lang.get()).done())
}

/// Builds the next steps of the page one after the other, each in a turn of its own.
fn build_on(state: State) {
    if state.built.get_untracked() < step::ALL {
        let next = move || {
            state.built.update(|built| *built += 1);
            build_on(state);
        };
        set_timeout(next, std::time::Duration::ZERO);
    }
}

/// A part that is built in a later step.
fn later(state: State, step: usize, part: impl Fn() -> El + Send + 'static) -> AnyView {
    let built = Memo::new(move |_| state.built.get() >= step);
    dynamic(move || {
        if built.get() {
            part().done()
        } else {
            nothing()
        }
    })
}

/// What a screen is called.
fn called(screen: Screen) -> Msg {
    match screen {
        Screen::Answer => Msg::ScreenAnswer,
        Screen::Result => Msg::ScreenResult,
        Screen::Change => Msg::ScreenChange,
        Screen::Path => Msg::ScreenPath,
        Screen::Keep => Msg::ScreenKeep,
    }
}

/// The id of a screen's heading.
pub fn heading(screen: Screen) -> String {
    ["title-", screen.id()].concat()
}

fn title(lang: Lang, screen: Screen, words: Msg) -> El {
    el("h1")
        .attr("id", heading(screen))
        .attr("tabindex", "-1")
        .words(text(lang, words))
}

/// A screen that is loaded when it is first opened.
fn fetched(state: State, lang: Lang, screen: Screen, lead: Msg) -> El {
    classed("div", &["on-", screen.id()].concat())
        .child(title(lang, screen, lead))
        .child(lazy::screen(state, lang, screen))
}

fn page(state: State, lang: Lang) -> El {
    let other = lang.other();
    let switch = button("quiet", text(lang, Msg::OtherLanguage), move || {
        state.speak(other);
        // this button is made anew too
        focus_soon(LANGUAGE.to_owned());
    })
    .attr("id", LANGUAGE);
    classed("div", "page")
        .attr(
            "data-screen",
            live(move || state.screen.get().id().to_owned()),
        )
        .attr(
            "data-begun",
            mark(move || state.homes.with(|homes| !homes.home().answers.is_empty())),
        )
        .attr(
            // for tests: all that is shown is of the present answers
            "data-settled",
            mark(move || state.drawing.presence.get() == Presence::Settled),
        )
        .child(
            classed("a", "skip")
                .attr("href", "#main")
                .words(text(lang, Msg::Skip)),
        )
        .child(
            classed("header", "top")
                .child(classed("p", "brand").words(text(lang, Msg::Name)))
                .child(screens(state, lang))
                .child(switch.attr("lang", other.tag()))
                .child(sheet(state, lang)),
        )
        .child(main(state, lang))
        .child(
            classed("footer", "bottom")
                .child(static_pages(lang))
                .child(el("p").words(text(lang, Msg::FooterData)))
                .child(el("p").words(text(lang, Msg::FooterPrivacy))),
        )
}

/// The pages of `site/` beside the app.
const STATIC_PAGES: [(&str, Msg); 7] = [
    ("learn", Msg::PageLearn),
    ("glossary", Msg::PageGlossary),
    ("methods", Msg::PageMethods),
    ("nation", Msg::PageNation),
    ("benchmarks", Msg::PageBenchmarks),
    ("privacy", Msg::PagePrivacy),
    ("accessibility", Msg::PageAccessibility),
];

fn static_pages(lang: Lang) -> El {
    let links = STATIC_PAGES
        .map(|(page, msg)| el("li").child(show::page_link(lang, page, "", text(lang, msg))));
    classed("ul", "row").children(links)
}

/// The way between the screens.
fn screens(state: State, lang: Lang) -> El {
    let links = Screen::ALL.map(|screen| {
        let current = live(move || {
            let here = state.screen.get() == screen;
            if here { "page" } else { "false" }.to_owned()
        });
        let link = el("a")
            .attr("href", ["#", screen.id()].concat())
            .attr("aria-current", current);
        el("li").child(link.words(text(lang, called(screen))))
    });
    classed("nav", "screens")
        .attr("aria-label", text(lang, Msg::Screens))
        .child(el("ul").children(links))
}

fn main(state: State, lang: Lang) -> El {
    let say = |msg| el("p").words(text(lang, msg));
    let side = classed("div", "side")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-labelledby", "estimate");
    el("main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(
            classed("div", "intro on-answer")
                .child(title(lang, Screen::Answer, Msg::Lead))
                .child(say(Msg::Intro))
                .child(nation_in_short(state, lang))
                .child(say(Msg::Private).attr("class", "private"))
                .child(say(Msg::How)),
        )
        .child(notice(state, lang))
        .view(newer_model(state, lang))
        .child(strip(state, lang))
        .child(
            classed("div", "work")
                .child(parts_list(state, lang))
                .child(questions(state, lang))
                .child(fetched(state, lang, Screen::Result, Msg::LeadResult))
                .child(fetched(state, lang, Screen::Change, Msg::LeadChange))
                .child(fetched(state, lang, Screen::Path, Msg::LeadPath))
                .child(fetched(state, lang, Screen::Keep, Msg::LeadKeep))
                .child(side.view(later(state, step::RESULT, move || result(state, lang)))),
        )
}

/// What there is to say about keeping the answers.
fn notice(state: State, lang: Lang) -> El {
    let words = live(move || {
        match state.keeping.get() {
            Keeping::Works => "",
            Keeping::Refused => text(lang, Msg::NotSaved),
            Keeping::Unreadable => text(lang, Msg::NotRead),
        }
        .to_owned()
    });
    classed("p", "notice").attr("role", "status").words(words)
}

/// That a newer model computed the result anew, on the way to what it changed.
fn newer_model(state: State, lang: Lang) -> AnyView {
    let newer = Memo::new(move |_| state.homes.with(|homes| homes.home().older.is_some()));
    dynamic(move || {
        if !newer.get() {
            return nothing();
        }
        let link = el("a")
            .attr("href", "#result")
            .words(text(lang, Msg::NewerSee));
        classed("p", "notice on-answer").child(link).done()
    })
}

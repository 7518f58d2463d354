//! The questions of one part of life, and the way between the parts. All of a part are shown where
//! there is room; on a phone one at a time (`style/questions.css` hides the others).
use leptos::prelude::*;
use tanlu_model::{Domain, Household, QuestionId};

use crate::browser::document::focus_soon;
use crate::lang::Lang;
use crate::parts::el::{El, button, classed, dynamic, each, el, live, mark, nothing, when};
use crate::parts::question::question;
use crate::parts::show;
use crate::screen::Screen;
use crate::state::{State, step};
use crate::words::{Msg, fill, name, text};

const HEADING: &str = "part";
/// So many questions are built first: as many as the first sight shows.
const FIRST: usize = 4;

/// The questions of a part of life that can change anything for this household.
fn asked(domain: Domain, household: &Household) -> Vec<QuestionId> {
    let all = QuestionId::ALL.iter().copied();
    all.filter(|question| question.domain() == domain && question.applies(household))
        .collect()
}

/// The parts of life that have questions.
fn parts() -> Vec<Domain> {
    let has_questions = |domain: &Domain| {
        QuestionId::ALL
            .iter()
            .any(|question| question.domain() == *domain)
    };
    Domain::ALL.iter().copied().filter(has_questions).collect()
}

/// The part of life before (`-1`) or after (`1`) the present one.
fn near(state: State, by: isize) -> Option<Domain> {
    let parts = parts();
    let here = parts.iter().position(|part| *part == state.domain.get())?;
    parts.get(here.checked_add_signed(by)?).copied()
}

fn go(state: State, domain: Domain) {
    state.domain.set(domain);
    state.here.set(None);
    show_tab(domain);
    focus_soon(HEADING.to_owned());
}

/// The id of a part's button.
fn tab(domain: Domain) -> String {
    ["to-", domain.id()].concat()
}

/// Brings a part's button into sight: the focus does, on its way to where it stays.
fn show_tab(domain: Domain) {
    focus_soon(tab(domain));
}

/// The list of the parts of life.
pub fn parts_list(state: State, lang: Lang) -> El {
    let items = parts().into_iter().map(|domain| {
        let progress = live(move || {
            let asked = state.household.with(|home| asked(domain, home));
            let done = state.homes.with(|homes| {
                let answers = &homes.home().answers;
                asked
                    .iter()
                    .filter(|question| answers.get(**question).is_some())
                    .count()
            });
            let counts = [
                ("done", &*show::count(lang, done)),
                ("all", &show::count(lang, asked.len())),
            ];
            fill(lang, Msg::Answered, &counts)
        });
        let button = el("button")
            .attr("type", "button")
            .attr("id", tab(domain))
            .attr("aria-current", mark(move || state.domain.get() == domain))
            .on("click", move |_| go(state, domain))
            .child(classed("span", "name").words(name(lang, &["domain", domain.id()])))
            .words(" ")
            .child(classed("span", "progress").words(progress));
        el("li").child(button)
    });
    classed("nav", "parts on-answer")
        .attr("aria-label", text(lang, Msg::Domains))
        .child(el("ul").children(items))
}

/// The questions of the chosen part of life.
pub fn questions(state: State, lang: Lang) -> El {
    let listed = Memo::new(move |_| {
        let domain = state.domain.get();
        state.household.with(|home| asked(domain, home))
    });
    // the position of the question that a phone shows
    let here = Memo::new(move |_| {
        let question = state.here.get();
        listed.with(|listed| {
            listed
                .iter()
                .position(|other| Some(*other) == question)
                .unwrap_or(0)
        })
    });
    let keys = move || {
        let most = if state.built.get() < step::QUESTIONS {
            FIRST
        } else {
            usize::MAX
        };
        listed.with(|listed| {
            let shown = listed.iter().take(most);
            shown.map(|question| *question as usize).collect()
        })
    };
    let asking = move |key: usize| {
        let Some(asked) = QuestionId::ALL.get(key).copied() else {
            return nothing();
        };
        classed("div", "ask")
            .attr("id", anchor(asked))
            .attr("tabindex", "-1")
            .attr(
                "data-here",
                mark(move || listed.with(|listed| listed.get(here.get()) == Some(&asked))),
            )
            .child(question(state, lang, asked))
            .done()
    };
    let title = live(move || name(lang, &["domain", state.domain.get().id()]).to_owned());
    let place = live(move || {
        let all = listed.with(Vec::len);
        let counts = [
            ("number", &*show::count(lang, here.get() + 1)),
            ("all", &show::count(lang, all)),
        ];
        fill(lang, Msg::QuestionOf, &counts)
    });
    classed("section", "questions on-answer")
        .attr("id", "questions")
        .attr("aria-labelledby", HEADING)
        .child(
            el("h2")
                .attr("id", HEADING)
                .attr("tabindex", "-1")
                .words(title),
        )
        .view(each(keys, asking))
        .child(
            classed("div", "row steps single")
                .view(single_step(state, lang, listed, here, -1))
                .view(single_step(state, lang, listed, here, 1))
                .child(classed("span", "note").words(place)),
        )
        .child(
            classed("div", "row steps whole")
                .view(step(state, lang, -1, Msg::Previous))
                .view(step(state, lang, 1, Msg::Next)),
        )
}

fn anchor(question: QuestionId) -> String {
    ["ask-", question.id()].concat()
}

/// To the part before or after; after the last one to the result.
fn step(state: State, lang: Lang, by: isize, msg: Msg) -> AnyView {
    dynamic(move || match near(state, by) {
        Some(domain) => {
            let words = fill(
                lang,
                msg,
                &[("domain", name(lang, &["domain", domain.id()]))],
            );
            button("", words, move || go(state, domain)).done()
        }
        None if by > 0 => to_result(lang).done(),
        None => nothing(),
    })
}

/// The way to the result.
fn to_result(lang: Lang) -> El {
    classed("a", "button")
        .attr("href", ["#", Screen::Result.id()].concat())
        .words(text(lang, Msg::ToResult))
}

/// To the question before or after, also across the parts.
fn single_step(
    state: State,
    lang: Lang,
    listed: Memo<Vec<QuestionId>>,
    here: Memo<usize>,
    by: isize,
) -> AnyView {
    let target = move || -> Option<(Domain, QuestionId)> {
        let at = here.get().checked_add_signed(by);
        let inside = at.and_then(|at| listed.with(|listed| listed.get(at).copied()));
        if let Some(question) = inside {
            return Some((state.domain.get(), question));
        }
        let domain = near(state, by)?;
        let there = state.household.with(|home| asked(domain, home));
        let question = if by < 0 { there.last() } else { there.first() };
        question.map(|question| (domain, *question))
    };
    let act = move || {
        if let Some((domain, question)) = untrack(target) {
            state.domain.set(domain);
            state.here.set(Some(question));
            show_tab(domain);
            focus_soon(anchor(question));
        }
    };
    let (words, class) = if by < 0 {
        (Msg::PreviousQuestion, "quiet")
    } else {
        (Msg::NextQuestion, "")
    };
    let there = Memo::new(move |_| target().is_some());
    dynamic(move || {
        if by > 0 && !there.get() {
            return to_result(lang).done();
        }
        let off = when(move || !there.get());
        button(class, text(lang, words), act)
            .switch("disabled", off)
            .done()
    })
}

//! The questions, asked in turn by how much they tell, or those of one part of life; and the way
//! between the parts. All are shown where there is room; on a phone one at a time
//! (`style/questions.css` hides the others).
use leptos::prelude::*;
use tanlu_model::{Domain, Household, QuestionId};

use crate::bands::{Bands, Presence};
use crate::browser::address;
use crate::browser::document::focus_soon;
use crate::lang::Lang;
use crate::parts::el::{El, button, classed, dynamic, each, el, live, mark, note, nothing, when};
use crate::parts::question::question;
use crate::parts::show;
use crate::screen::Screen;
use crate::state::{State, step};
use crate::words::{Msg, fill, name, text};

const HEADING: &str = "part";
/// So many questions are built first: as many as the first sight shows.
const FIRST: usize = 4;
/// What takes away less of the variance than this is not asked in turn.
const LEAST_SHARE: f64 = 0.002;

/// The questions of a part of life that can change anything for this household.
fn asked(domain: Domain, household: &Household) -> Vec<QuestionId> {
    let all = QuestionId::ALL.iter().copied();
    all.filter(|question| question.domain() == domain && question.applies(household))
        .collect()
}

/// What is shown: the questions of a part of life, or the most telling ones in turn.
type Part = Option<Domain>;

/// The questions in turn, then the parts of life that have questions.
fn parts() -> Vec<Part> {
    let has_questions = |domain: &Domain| {
        QuestionId::ALL
            .iter()
            .any(|question| question.domain() == *domain)
    };
    let domains = Domain::ALL.iter().copied().filter(has_questions);
    [None].into_iter().chain(domains.map(Some)).collect()
}

/// The part before (`-1`) or after (`1`) the present one.
fn near(state: State, by: isize) -> Option<Part> {
    let parts = parts();
    let here = parts.iter().position(|part| *part == state.domain.get())?;
    parts.get(here.checked_add_signed(by)?).copied()
}

fn go(state: State, part: Part) {
    state.domain.set(part);
    state.here.set(None);
    ask(state);
    show_tab(part);
    focus_soon(HEADING.to_owned());
}

/// Leads to a question, from another screen.
pub fn lead(state: State, question: QuestionId) {
    state.domain.set(Some(question.domain()));
    state.here.set(Some(question));
    state.led.set(Some(question));
    address::go(Screen::Answer.id());
}

/// What a part is called.
fn title(lang: Lang, part: Part) -> &'static str {
    match part {
        Some(domain) => name(lang, &["domain", domain.id()]),
        None => text(lang, Msg::InTurn),
    }
}

/// The id of a part's button.
fn tab(part: Part) -> String {
    ["to-", part.map_or("turn", Domain::id)].concat()
}

/// Brings a part's button into sight: the focus does, on its way to where it stays.
fn show_tab(part: Part) {
    focus_soon(tab(part));
}

/// Asks the most telling question next, if none that was asked in turn is still open. What was asked
/// keeps its place, so that nothing moves under the visitor's hands.
fn ask(state: State) {
    if state.drawing.presence.get_untracked() != Presence::Settled {
        return;
    }
    let telling = state.drawing.next.with_untracked(|next| {
        let best = next.first().filter(|best| best.share >= LEAST_SHARE);
        best.map(|best| best.question)
    });
    let Some(best) = telling else { return };
    let open = |question: &QuestionId| {
        state
            .homes
            .with_untracked(|homes| homes.home().answers.get(*question).is_none())
    };
    let here = state.domain.get_untracked().is_none();
    state.turn.update(|turn| {
        // what was left open while another part was answered may tell less now
        if !here {
            turn.retain(|question| !open(question));
        }
        if !turn.iter().any(open) {
            turn.retain(|question| *question != best);
            turn.push(best);
            if here && state.here.get_untracked().is_none() {
                state.here.set(Some(best));
            }
        }
    });
}

/// How sure the result is, in few words.
fn sure(state: State, lang: Lang) -> String {
    let share = state.drawing.bands.with(Bands::give_or_take);
    let percent = show::percent(lang, share);
    fill(lang, Msg::GiveOrTake, &[("percent", &percent)])
}

/// Where a part of the result lies, and whether its questions have all been answered; of all parts how sure
/// they are.
fn progress(state: State, lang: Lang, part: Part) -> String {
    let Some(domain) = part else {
        return sure(state, lang);
    };
    let band = state.drawing.bands.with(|bands| bands.domain(domain));
    let asked = state.household.with(|home| asked(domain, home));
    let open = state.homes.with(|homes| {
        let answers = &homes.home().answers;
        asked
            .iter()
            .any(|question| answers.get(*question).is_none())
    });
    let known = band.p95 > 0.0;
    let band = fill(lang, Msg::BandKg, &[("band", &show::band(lang, band))]);
    let parts = [
        known.then_some(&*band),
        (!open).then_some(text(lang, Msg::AllAnswered)),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(text(lang, Msg::ListComma))
}

/// The list of the parts of life.
pub fn parts_list(state: State, lang: Lang) -> El {
    let items = parts().into_iter().map(|part| {
        let progress = live(move || progress(state, lang, part));
        let button = el("button")
            .attr("type", "button")
            .attr("id", tab(part))
            .attr("aria-current", mark(move || state.domain.get() == part))
            .on("click", move |_| go(state, part))
            .child(classed("span", "name").words(title(lang, part)))
            .words(" ")
            .child(classed("span", "progress").words(progress));
        el("li").child(button)
    });
    classed("nav", "parts on-answer")
        .attr("aria-label", text(lang, Msg::Domains))
        .child(el("ul").children(items))
}

/// The questions of a part.
fn listed(state: State, part: Part) -> Vec<QuestionId> {
    state.household.with(|home| match part {
        Some(domain) => asked(domain, home),
        None => state.turn.with(|turn| {
            let turn = turn.iter().copied();
            turn.filter(|question| question.applies(home)).collect()
        }),
    })
}

/// What there is to say about the questions in turn.
fn turn_help(state: State) -> Msg {
    let open = state.turn.with(|turn| {
        let open = |question: &QuestionId| state.given(*question).is_none();
        turn.iter().any(open)
    });
    let settled = state.drawing.presence.get() == Presence::Settled;
    if open || !settled {
        Msg::InTurnHelp
    } else {
        Msg::InTurnDone
    }
}

/// The questions of the chosen part.
pub fn questions(state: State, lang: Lang) -> El {
    Effect::new(move || {
        if state.drawing.presence.get() == Presence::Settled {
            ask(state);
        }
    });
    let listed = Memo::new(move |_| listed(state, state.domain.get()));
    // the position of the question that a phone shows
    let here = Memo::new(move |_| {
        let question = state.here.get();
        listed.with(|listed| {
            let place = listed.iter().position(|other| Some(*other) == question);
            place.unwrap_or(match state.domain.get() {
                Some(_) => 0,
                None => listed.len().saturating_sub(1),
            })
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
    let heading = live(move || title(lang, state.domain.get()).to_owned());
    let lead = live(move || match state.domain.get() {
        Some(_) => String::new(),
        None => text(lang, turn_help(state)).to_owned(),
    });
    let place = live(move || {
        if state.domain.get().is_none() {
            return sure(state, lang);
        }
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
                .words(heading),
        )
        .child(note(lead))
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

/// The id of what is around a question.
pub fn anchor(question: QuestionId) -> String {
    ["ask-", question.id()].concat()
}

/// To the part before or after; after the last one to the result.
fn step(state: State, lang: Lang, by: isize, msg: Msg) -> AnyView {
    dynamic(move || match near(state, by) {
        Some(part) => {
            let words = fill(lang, msg, &[("domain", title(lang, part))]);
            button("", words, move || go(state, part)).done()
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
    let target = move || -> Option<(Part, QuestionId)> {
        let at = here.get().checked_add_signed(by);
        let inside = at.and_then(|at| listed.with(|listed| listed.get(at).copied()));
        if let Some(question) = inside {
            return Some((state.domain.get(), question));
        }
        // the questions in turn end with the result
        state.domain.get()?;
        let part = near(state, by).filter(Option::is_some)?;
        let there = self::listed(state, part);
        let question = if by < 0 { there.last() } else { there.first() };
        question.map(|question| (part, *question))
    };
    let act = move || {
        if let Some((part, question)) = untrack(target) {
            state.domain.set(part);
            state.here.set(Some(question));
            show_tab(part);
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

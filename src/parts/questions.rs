//! The questions of one part of life, and the way between the parts.
use leptos::prelude::*;
use tanlu_model::{Answers, Domain, Household, QuestionId};

use crate::browser::document::focus;
use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::question::Question;
use crate::state::State;
use crate::words::{Msg, fill, name, text};

const HEADING: &str = "part";

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

fn answered(questions: &[QuestionId], answers: &Answers) -> usize {
    questions
        .iter()
        .filter(|question| answers.knows(**question))
        .count()
}

fn go(state: State, domain: Domain) {
    state.domain.set(domain);
    request_animation_frame(|| focus(HEADING));
}

/// The list of the parts of life.
#[component]
pub fn Parts(state: State, lang: Lang) -> impl IntoView {
    let items: Vec<_> = parts()
        .into_iter()
        .map(|domain| view! { <Part state lang domain/> })
        .collect();
    view! {
        <nav class="parts" aria-label=text(lang, Msg::Domains)>
            <ul>{items}</ul>
        </nav>
    }
}

#[component]
fn Part(state: State, lang: Lang, domain: Domain) -> impl IntoView {
    let progress = Memo::new(move |_| {
        let asked = state.household.with(|home| asked(domain, home));
        (
            state.answers.with(|answers| answered(&asked, answers)),
            asked.len(),
        )
    });
    let shown = move || {
        let (done, all) = progress.get();
        let count = |value| {
            number(
                lang,
                Digits::Whole,
                u32::try_from(value).map_or(0.0, f64::from),
            )
        };
        fill(
            lang,
            Msg::Answered,
            &[("done", &count(done)), ("all", &count(all))],
        )
    };
    view! {
        <li>
            <button
                type="button"
                aria-current=move || (state.domain.get() == domain).then_some("true")
                on:click=move |_| go(state, domain)
            >
                <span class="name">{name(lang, &["domain", domain.id()])}</span>
                " "
                <span class="progress">{shown}</span>
            </button>
        </li>
    }
}

/// The questions of the chosen part of life.
#[component]
pub fn Questions(state: State, lang: Lang) -> impl IntoView {
    let listed = Memo::new(move |_| {
        let domain = state.domain.get();
        state.household.with(|home| asked(domain, home))
    });
    let title = move || name(lang, &["domain", state.domain.get().id()]);
    view! {
        <section class="questions" id="questions" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{title}</h2>
            <For
                each=move || listed.get()
                key=|question| *question
                children=move |question| view! { <Question state lang question/> }
            />
            <Steps state lang/>
        </section>
    }
}

/// To the part before and the part after.
#[component]
fn Steps(state: State, lang: Lang) -> impl IntoView {
    let near = move |by: isize| {
        let parts = parts();
        let here = parts.iter().position(|part| *part == state.domain.get())?;
        parts.get(here.checked_add_signed(by)?).copied()
    };
    let step =
        move |by: isize, msg: Msg| {
            move || {
                near(by).map(|domain| {
                let label = fill(lang, msg, &[("domain", name(lang, &["domain", domain.id()]))]);
                view! { <button type="button" on:click=move |_| go(state, domain)>{label}</button> }
            })
            }
        };
    view! { <div class="row steps">{step(-1, Msg::Previous)} {step(1, Msg::Next)}</div> }
}

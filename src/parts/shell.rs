//! What stands around the questions: header, start, notices, footer.
use leptos::prelude::*;

use crate::browser::document::describe;
use crate::lang::Lang;
use crate::parts::questions::{Parts, Questions};
use crate::parts::result::{Result, Strip};
use crate::state::{Keeping, State};
use crate::words::{Msg, text};

/// The whole page.
#[component]
pub fn Shell(state: State) -> impl IntoView {
    let say = move |msg: Msg| move || text(state.lang.get(), msg);
    Effect::new(move || {
        let lang = state.lang.get();
        describe(lang.tag(), text(lang, Msg::Title));
    });
    // all parts are made anew in the other language; what was entered is in the state
    let body = move || {
        let lang = state.lang.get();
        view! { <Body state lang/> }.into_any()
    };
    view! {
        <a class="skip" href="#questions">{say(Msg::Skip)}</a>
        <header class="top">
            <p class="brand">{say(Msg::Name)}</p>
            <button
                type="button"
                class="quiet"
                lang=move || state.lang.get().other().tag()
                on:click=move |_| state.speak(state.lang.get_untracked().other())
            >
                {say(Msg::OtherLanguage)}
            </button>
        </header>
        <main>{body}</main>
        <footer class="bottom">
            <p>{say(Msg::FooterData)}</p>
            <p>{say(Msg::FooterPrivacy)}</p>
        </footer>
    }
}

#[component]
fn Body(state: State, lang: Lang) -> impl IntoView {
    view! {
        <div class="intro">
            <h1>{text(lang, Msg::Lead)}</h1>
            <p>{text(lang, Msg::Intro)}</p>
            <p class="private">{text(lang, Msg::Private)}</p>
            <p>{text(lang, Msg::How)}</p>
        </div>
        <Notice state lang/>
        <Strip state lang/>
        <div class="work">
            <Parts state lang/>
            <Questions state lang/>
            <div class="side" tabindex="0">
                <Result state lang/>
                <Clearing state lang/>
            </div>
        </div>
    }
}

/// What there is to say about keeping the answers.
#[component]
fn Notice(state: State, lang: Lang) -> impl IntoView {
    let words = move || match state.keeping.get() {
        Keeping::Works => None,
        Keeping::Refused => Some(text(lang, Msg::NotSaved)),
        Keeping::Unreadable => Some(text(lang, Msg::NotRead)),
    };
    view! { <div class="notice" role="status">{move || words().map(|words| view! { <p>{words}</p> })}</div> }
}

/// Clears all answers, and brings them back.
#[component]
fn Clearing(state: State, lang: Lang) -> impl IntoView {
    let empty = Memo::new(move |_| state.answers.with(|answers| answers.is_empty()));
    let cleared = Memo::new(move |_| state.cleared.with(Option::is_some));
    view! {
        <div class="row">
            <button type="button" class="quiet" disabled=move || empty.get() on:click=move |_| state.clear()>
                {text(lang, Msg::ClearAll)}
            </button>
            <span role="status">{move || cleared.get().then(|| text(lang, Msg::Cleared))}</span>
            {move || {
                cleared.get().then(|| {
                    view! {
                        <button type="button" on:click=move |_| state.undo()>{text(lang, Msg::Undo)}</button>
                    }
                })
            }}
        </div>
    }
}

//! One question, shown by its kind.
use leptos::prelude::*;
use tanlu_model::{Answer, Kind, QuestionId};

use crate::lang::Lang;
use crate::parts::choice::{Radios, Select};
use crate::parts::list::List;
use crate::parts::number::Number;
use crate::parts::show;
use crate::state::State;
use crate::words::{Msg, fill, text, word};

/// More options than this are a select.
const RADIOS: usize = 10;

/// What a field shows and where its answer goes: a question's, or a field's of a list item.
#[derive(Clone)]
pub struct Prompt {
    /// The element's id.
    pub id: String,
    /// The question in words.
    pub label: String,
    /// What helps to answer it.
    pub help: Option<&'static str>,
    /// The answer so far.
    pub read: Memo<Option<Answer>>,
    /// Where an answer goes.
    pub write: Callback<Answer>,
    /// What is assumed as long as there is no answer.
    pub assumed: Signal<Option<String>>,
}

/// A question with its field.
#[component]
pub fn Question(state: State, lang: Lang, question: QuestionId) -> impl IntoView {
    let read = Memo::new(move |_| state.answers.with(|answers| answers.get(question).cloned()));
    let value = Memo::new(move |_| state.household.with(|home| home.value(question)));
    let assumed = Signal::derive(move || {
        let known = read.with(|answer| !matches!(answer, None | Some(Answer::Unknown)));
        (!known).then(
            || match value.with(|value| show::value(lang, question, value)) {
                Some(value) => fill(lang, Msg::Assumed, &[("value", &value)]),
                None => text(lang, Msg::AssumedNone).to_owned(),
            },
        )
    });
    let prompt = Prompt {
        id: format!("q-{}", question.id()),
        label: show::label(lang, question).to_owned(),
        help: word(lang, &["question", question.id(), "help"]),
        read,
        write: Callback::new(move |answer| state.answer(question, answer)),
        assumed,
    };
    match question.kind() {
        Kind::Choice(ids) => {
            let options: Vec<_> = ids
                .iter()
                .map(|id| (*id, show::option(lang, question, id)))
                .collect();
            if options.len() > RADIOS {
                view! { <Select lang prompt options/> }.into_any()
            } else {
                view! { <Radios lang prompt options/> }.into_any()
            }
        }
        Kind::Number(kind) => view! { <Number state lang prompt kind/> }.into_any(),
        Kind::List { fields, most } => {
            view! { <List state lang question prompt fields most/> }.into_any()
        }
    }
}

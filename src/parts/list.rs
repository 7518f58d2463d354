//! A list: items that are added and removed, each with a few fields.
use leptos::prelude::*;
use tanlu_model::question::{Field, FieldKind};
use tanlu_model::{Answer, Item, QuestionId};

use crate::browser::document::focus;
use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::choice::Select;
use crate::parts::number::Number;
use crate::parts::question::Prompt;
use crate::state::State;
use crate::words::{Msg, fill, name, text};

fn items(answer: Option<Answer>) -> Vec<Item> {
    match answer {
        Some(Answer::List(items)) => items,
        _ => Vec::new(),
    }
}

fn count(lang: Lang, number_of: usize) -> String {
    number(
        lang,
        Digits::Whole,
        u32::try_from(number_of).map_or(0.0, f64::from),
    )
}

/// A list of items.
#[component]
pub fn List(
    state: State,
    lang: Lang,
    question: QuestionId,
    prompt: Prompt,
    fields: &'static [Field],
    most: usize,
) -> impl IntoView {
    let Prompt {
        id,
        label,
        help,
        read,
        write,
        assumed,
    } = prompt;
    let length = Memo::new(move |_| items(read.get()).len());
    let none =
        move || read.with(|answer| matches!(answer, Some(Answer::List(items)) if items.is_empty()));
    let adding = format!("{id}-add");
    let add = {
        let id = id.clone();
        move |_| {
            let mut list = items(read.get_untracked());
            let first = fields.first().map(|field| field.id).unwrap_or_default();
            let target = format!("{id}-{}-{first}", list.len());
            list.push(Item::default());
            write.run(Answer::List(list));
            request_animation_frame(move || focus(&target));
        }
    };
    let remove = {
        let adding = adding.clone();
        Callback::new(move |index: usize| {
            let mut list = items(read.get_untracked());
            if index < list.len() {
                list.remove(index);
            }
            write.run(Answer::List(list));
            let target = adding.clone();
            request_animation_frame(move || focus(&target));
        })
    };
    let base = id.clone();
    let item = move |index: usize| {
        let base = format!("{base}-{index}");
        view! { <Entry state lang question base index fields read write remove/> }
    };
    view! {
        <fieldset class="question" id=id.clone() aria-describedby=format!("{id}-note")>
            <legend>{label.clone()}</legend>
            {help.map(|help| view! { <p class="help">{help}</p> })}
            <For each=move || 0..length.get() key=|index| *index children=item/>
            <div class="row">
                <button type="button" id=adding disabled=move || { length.get() >= most } on:click=add>
                    {fill(lang, Msg::AddItem, &[("question", name(lang, &["item", question.id()]))])}
                </button>
                <button
                    type="button"
                    class="quiet"
                    aria-pressed=move || if none() { "true" } else { "false" }
                    on:click=move |_| write.run(Answer::List(Vec::new()))
                >
                    {text(lang, Msg::NoneHere)}
                </button>
                <button
                    type="button"
                    class="quiet"
                    aria-label=format!("{} {label}", text(lang, Msg::Unknown))
                    aria-pressed=move || if read.get() == Some(Answer::Unknown) { "true" } else { "false" }
                    on:click=move |_| write.run(Answer::Unknown)
                >
                    {text(lang, Msg::Unknown)}
                </button>
            </div>
            <p class="note">
                {move || (length.get() >= most).then(|| fill(lang, Msg::MostItems, &[("number", &count(lang, most))]))}
            </p>
            <p class="note" id=format!("{id}-note")>{assumed}</p>
        </fieldset>
    }
}

/// One item with its fields.
#[component]
fn Entry(
    state: State,
    lang: Lang,
    question: QuestionId,
    base: String,
    index: usize,
    fields: &'static [Field],
    read: Memo<Option<Answer>>,
    write: Callback<Answer>,
    remove: Callback<usize>,
) -> impl IntoView {
    let shown: Vec<_> = fields
        .iter()
        .map(|field| {
            let key = field.id;
            let prompt = Prompt {
                id: format!("{base}-{key}"),
                label: name(lang, &["field", question.id(), key]).to_owned(),
                help: None,
                read: Memo::new(move |_| items(read.get()).get(index)?.fields.get(key).cloned()),
                write: Callback::new(move |answer| {
                    let mut list = items(read.get_untracked());
                    if let Some(item) = list.get_mut(index) {
                        item.fields.insert(key, answer);
                        write.run(Answer::List(list));
                    }
                }),
                assumed: Signal::stored(None),
            };
            match field.kind {
                FieldKind::Choice(ids) => {
                    let options = ids
                        .iter()
                        .map(|id| (*id, name(lang, &["choice", question.id(), key, id])))
                        .collect();
                    view! { <Select lang prompt options/> }.into_any()
                }
                FieldKind::Number(kind) => view! { <Number state lang prompt kind/> }.into_any(),
            }
        })
        .collect();
    let number = count(lang, index + 1);
    view! {
        <fieldset class="entry">
            <legend>{fill(lang, Msg::Item, &[("number", &number)])}</legend>
            <div class="fields">{shown}</div>
            <button type="button" class="quiet" on:click=move |_| remove.run(index)>
                {fill(lang, Msg::RemoveItem, &[("number", &number)])}
            </button>
        </fieldset>
    }
}

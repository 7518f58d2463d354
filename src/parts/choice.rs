//! A choice: radio buttons for a few options, a select for many.
use leptos::prelude::*;
use tanlu_model::Answer;

use crate::lang::Lang;
use crate::parts::question::Prompt;
use crate::words::{Msg, text};

/// An option's id and name.
pub type Named = (&'static str, &'static str);

fn chosen(read: Memo<Option<Answer>>) -> Option<&'static str> {
    match read.get() {
        Some(Answer::Choice(id)) => Some(id),
        _ => None,
    }
}

fn given(options: &[Named], id: &str) -> Answer {
    let option = options.iter().find(|(known, _)| *known == id);
    option.map_or(Answer::Unknown, |(id, _)| Answer::Choice(id))
}

/// Options as radio buttons; the last one is "I don't know".
#[component]
pub fn Radios(lang: Lang, prompt: Prompt, options: Vec<Named>) -> impl IntoView {
    let Prompt {
        id,
        label,
        help,
        read,
        write,
        assumed,
    } = prompt;
    let group = id.clone();
    let radio = move |option: Option<Named>| {
        let (value, label) = option.unwrap_or(("", text(lang, Msg::Unknown)));
        let checked = move || match option {
            Some((id, _)) => chosen(read) == Some(id),
            None => read.get() == Some(Answer::Unknown),
        };
        let answer = option.map_or(Answer::Unknown, |(id, _)| Answer::Choice(id));
        view! {
            <label class="option">
                <input
                    type="radio"
                    name=group.clone()
                    value=value
                    prop:checked=checked
                    on:change=move |_| write.run(answer.clone())
                />
                <span>{label}</span>
            </label>
        }
    };
    let offered: Vec<_> = options
        .into_iter()
        .map(Some)
        .chain([None])
        .map(radio)
        .collect();
    view! {
        <fieldset class="question" id=id.clone() aria-describedby=format!("{id}-note")>
            <legend>{label}</legend>
            {help.map(|help| view! { <p class="help">{help}</p> })}
            <div class="options">{offered}</div>
            <p class="note" id=format!("{id}-note")>{assumed}</p>
        </fieldset>
    }
}

/// Options as a select; the first one is "I don't know".
#[component]
pub fn Select(lang: Lang, prompt: Prompt, options: Vec<Named>) -> impl IntoView {
    let Prompt {
        id,
        label,
        help,
        read,
        write,
        assumed,
    } = prompt;
    let listed: Vec<_> = options
        .iter()
        .map(|&(id, name)| view! { <option value=id selected=move || chosen(read) == Some(id)>{name}</option> })
        .collect();
    let change = move |event| write.run(given(&options, &event_target_value(&event)));
    view! {
        <div class="question">
            <label class="label" for=id.clone()>{label}</label>
            {help.map(|help| view! { <p class="help">{help}</p> })}
            <select
                id=id.clone()
                aria-describedby=format!("{id}-note")
                prop:value=move || chosen(read).unwrap_or_default()
                on:change=change
            >
                <option value="">{text(lang, Msg::Unknown)}</option>
                {listed}
            </select>
            <p class="note" id=format!("{id}-note")>{assumed}</p>
        </div>
    }
}

//! A choice: radio buttons for a few options, a select for many.
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use tanlu_model::Answer;

use crate::lang::Lang;
use crate::parts::el::{El, classed, el, when};
use crate::parts::question::{Prompt, frame};
use crate::words::{Msg, text};

/// Who chooses by arrow keys and stops for so long has arrived.
const PAUSE: Duration = Duration::from_millis(900);

/// An option's id and name.
pub type Named = (&'static str, &'static str);

/// Stands for "I don't know" among the options.
const UNKNOWN: &str = "?";

/// The id of the chosen option; empty as long as the question is open.
fn chosen(read: Memo<Option<Answer>>) -> &'static str {
    match read.get() {
        Some(Answer::Choice(id)) => id,
        Some(_) => UNKNOWN,
        None => "",
    }
}

fn given(options: &[Named], id: &str) -> Answer {
    let option = options.iter().find(|(known, _)| *known == id);
    option.map_or(Answer::Unknown, |(id, _)| Answer::Choice(id))
}

/// Options as radio buttons; the last one is "I don't know".
pub fn radios(lang: Lang, prompt: &Prompt, options: Vec<Named>) -> El {
    let unknown = (UNKNOWN, text(lang, Msg::Unknown));
    let read = prompt.read;
    let offered = options.iter().copied().chain([unknown]).map(|(id, label)| {
        let (options, answering) = (options.clone(), prompt.clone());
        let input = el("input")
            .attr("type", "radio")
            .attr("name", prompt.id.clone())
            .attr("value", id)
            .switch("checked", when(move || chosen(read) == id))
            .on("change", move |_| answering.answer(given(&options, id)));
        classed("label", "option")
            .child(input)
            .child(el("span").words(label))
    });
    frame(
        lang,
        prompt,
        true,
        classed("div", "options").children(offered),
    )
}

/// Options as a select, "I don't know" first. As long as it is open, it says what to do.
pub fn select(lang: Lang, prompt: &Prompt, options: Vec<Named>) -> El {
    let unknown = (UNKNOWN, text(lang, Msg::Unknown));
    let read = prompt.read;
    let selected = move |id: &'static str| when(move || chosen(read) == id);
    let open = option("", text(lang, Msg::Choose), selected("")).attr("disabled", "");
    let listed = [unknown].into_iter().chain(options.iter().copied());
    let listed = listed.map(|(id, name)| option(id, name, selected(id)));
    let listed = [open].into_iter().chain(listed);
    let field = el("select")
        .attr("id", prompt.id.clone())
        .attr("aria-describedby", prompt.described())
        .children(listed);
    // each press of an arrow key changes a closed select: what it comes to is the answer, not the way
    // there
    let keyed = Rc::new(Cell::new(false));
    let waiting = Rc::new(Cell::new(None::<Answer>));
    let (answering, held) = (prompt.clone(), waiting.clone());
    let settle: Rc<dyn Fn()> = Rc::new(move || {
        if let Some(answer) = held.take() {
            answering.answer(answer);
        }
    });
    let (left, key, pointer) = (settle.clone(), keyed.clone(), keyed.clone());
    let turn = Rc::new(Cell::new(0_u32));
    let field = field
        .on("keydown", move |_| key.set(true))
        .on("pointerdown", move |_| pointer.set(false))
        .on("blur", move |_| left())
        .on("change", move |event| {
            waiting.set(Some(given(&options, &event_target_value(&event))));
            if !keyed.get() {
                return settle();
            }
            let now = turn.get().wrapping_add(1);
            turn.set(now);
            let (turn, settle) = (turn.clone(), settle.clone());
            set_timeout(
                move || {
                    if turn.get() == now {
                        settle();
                    }
                },
                PAUSE,
            );
        });
    frame(lang, prompt, false, field)
}

/// An option of a select.
pub fn option(value: &str, name: &str, selected: Signal<bool>) -> El {
    el("option")
        .attr("value", value)
        .switch("selected", selected)
        .words(name)
}

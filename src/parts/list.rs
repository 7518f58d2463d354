//! A list: items that are added and removed, each with a few fields.
use leptos::prelude::*;
use tanlu_model::applies::field_applies;
use tanlu_model::file::Refusal;
use tanlu_model::footprint::Origin;
use tanlu_model::household::Value;
use tanlu_model::question::{Field, FieldKind};
use tanlu_model::{Answer, Item, QuestionId};

use crate::browser::document::focus_soon;
use crate::lang::Lang;
use crate::parts::choice::select;
use crate::parts::el::{El, button, classed, each, el, live, mark, note, nothing, when};
use crate::parts::number::number;
use crate::parts::question::{Prompt, frame, whence};
use crate::parts::show;
use crate::state::State;
use crate::words::{Msg, fill, name, text};

fn items(answer: Option<Answer>) -> Vec<Item> {
    match answer {
        Some(Answer::List(items)) => items,
        _ => Vec::new(),
    }
}

/// The id of what belongs to an item.
fn part_of(index: usize, part: &str) -> String {
    [&index.to_string(), "-", part].concat()
}

/// A list of items.
pub fn list(
    state: State,
    lang: Lang,
    question: QuestionId,
    prompt: &Prompt,
    fields: &'static [Field],
    most: usize,
) -> El {
    let read = prompt.read;
    let length = Memo::new(move |_| items(read.get()).len());
    let entries = {
        let prompt = prompt.clone();
        each(
            move || (0..length.get()).collect(),
            move |index| entry(state, lang, question, &prompt, index, fields).done(),
        )
    };
    let add = {
        let prompt = prompt.clone();
        move || {
            let mut list = items(read.get_untracked());
            let first = fields.first().map_or("", |field| field.id);
            let target = prompt.part(&part_of(list.len(), first));
            list.push(Item::default());
            prompt.answer(Answer::List(list));
            focus_soon(target);
        }
    };
    let answering = |words: Msg, answer: Answer| {
        let (prompt, given) = (prompt.clone(), answer.clone());
        let pressed = mark(move || read.get() == Some(answer.clone()));
        let act = move || prompt.answer(given.clone());
        button("quiet", text(lang, words), act).attr("aria-pressed", pressed)
    };
    let named = [text(lang, Msg::Unknown), " ", &prompt.label].concat();
    let adding = fill(
        lang,
        Msg::AddItem,
        &[("question", name(lang, &["item", question.id()]))],
    );
    let row = classed("div", "row")
        .child(
            button("", adding, add)
                .attr("id", prompt.part("add"))
                .switch("disabled", when(move || length.get() >= most)),
        )
        .child(answering(Msg::NoneHere, Answer::List(Vec::new())))
        .child(answering(Msg::Unknown, Answer::Unknown).attr("aria-label", named));
    let full = live(move || {
        if length.get() < most {
            String::new()
        } else {
            fill(
                lang,
                Msg::MostItems,
                &[("number", &show::count(lang, most))],
            )
        }
    });
    let inside = el("div").view(entries).child(row).child(note(full));
    frame(lang, prompt, true, inside)
}

/// What a field that is not answered is taken as; empty where it is answered.
fn assumed(
    state: State,
    lang: Lang,
    question: QuestionId,
    index: usize,
    field: &'static Field,
) -> String {
    let answered = items(state.given(question))
        .get(index)
        .and_then(|item| item.fields.get(field.id).cloned());
    if !matches!(answered, None | Some(Answer::Unknown)) {
        return String::new();
    }
    let value = state
        .household
        .with(|home| home.value(question).of_item(index, field.id));
    let shown = match (value, field.kind) {
        (Some(Value::Choice(id)), _) => {
            name(lang, &["choice", question.id(), field.id, id]).to_owned()
        }
        (Some(Value::Number(amount)), FieldKind::Number(kind)) => {
            show::amount(lang, amount, kind.unit())
        }
        _ => return String::new(),
    };
    fill(lang, Msg::Assumed, &[("value", &shown)])
}

/// One item with its fields.
fn entry(
    state: State,
    lang: Lang,
    question: QuestionId,
    prompt: &Prompt,
    index: usize,
    fields: &'static [Field],
) -> El {
    let (read, write) = (prompt.read, prompt.write);
    let asked = move || -> Vec<usize> {
        let list = items(read.get());
        let applies = |field: &Field| {
            let item = list.get(index);
            item.is_some_and(|item| field_applies(question, field.id, item))
        };
        let all = fields.iter().enumerate();
        all.filter(|(_, field)| applies(field))
            .map(|(at, _)| at)
            .collect()
    };
    let asking = prompt.clone();
    let shown = move |at: usize| {
        let Some(field) = fields.get(at) else {
            return nothing();
        };
        let prompt = &asking;
        let key = field.id;
        let put = move |answer| -> Result<(), Refusal> {
            let mut list = items(read.get_untracked());
            if let Some(item) = list.get_mut(index) {
                item.fields.insert(key, answer);
            }
            write.run(Answer::List(list))
        };
        let prompt = Prompt {
            id: prompt.part(&part_of(index, key)),
            key: [&prompt.key, "[", &index.to_string(), "].", key].concat(),
            label: name(lang, &["field", question.id(), key]).to_owned(),
            help: None,
            read: Memo::new(move |_| items(read.get()).get(index)?.fields.get(key).cloned()),
            write: Callback::new(put),
            fault: RwSignal::new(None),
            assumed: Signal::derive(move || assumed(state, lang, question, index, field)),
        };
        let asked = match field.kind {
            FieldKind::Choice(ids) => {
                let options = ids
                    .iter()
                    .map(|id| (*id, name(lang, &["choice", question.id(), key, id])))
                    .collect();
                select(lang, &prompt, options)
            }
            FieldKind::Number(kind) => number(lang, &prompt, kind),
        };
        let of = Origin::Item(question, key);
        asked.view(whence(state, lang, of, &prompt)).done()
    };
    let fields = classed("div", "fields").view(each(asked, shown));
    let prompt = prompt.clone();
    let remove = move || {
        let mut list = items(read.get_untracked());
        if index < list.len() {
            list.remove(index);
        }
        prompt.answer(Answer::List(list));
        focus_soon(prompt.part("add"));
    };
    let number = show::count(lang, index + 1);
    let numbered = |msg| fill(lang, msg, &[("number", &number)]);
    classed("fieldset", "entry")
        .child(el("legend").words(numbered(Msg::Item)))
        .child(fields)
        .child(button("quiet", numbered(Msg::RemoveItem), remove))
}

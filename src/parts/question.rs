//! One question, shown by its kind, in the frame that all kinds share.
use leptos::prelude::*;
use tanlu_model::choice::Scope;
use tanlu_model::file::Refusal;
use tanlu_model::footprint::Origin;
use tanlu_model::household::Value;
use tanlu_model::priors::{Draw, prior};
use tanlu_model::question::Asks;
use tanlu_model::{Answer, Kind, QuestionId};

use crate::lang::Lang;
use crate::parts::choice::{radios, select};
use crate::parts::el::{El, Words, classed, dynamic, el, live, mark, note, nothing, when};
use crate::parts::how::{How, explained};
use crate::parts::list::list;
use crate::parts::number::number;
use crate::parts::opens::toggle;
use crate::parts::{refusal, show};
use crate::state::State;
use crate::words::{Msg, fill, text, word};

/// More options than this are a select.
const RADIOS: usize = 10;

/// Why what was entered is not accepted.
#[derive(Clone, PartialEq, Debug)]
pub enum Why {
    /// It is no number.
    Words,
    /// It is no valid answer.
    Refused(Refusal),
}

/// A refused entry. It is past as soon as another answer than then stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Fault {
    why: Why,
    at: Option<Answer>,
}

/// What a field shows and where its answer goes: a question's, or a field's of a list item.
#[derive(Clone)]
pub struct Prompt {
    /// The element's id.
    pub id: String,
    /// The key of the answer in a file, with the item and field of a list.
    pub key: String,
    /// The question in words.
    pub label: String,
    /// What helps to answer it.
    pub help: Option<&'static str>,
    /// The answer so far.
    pub read: Memo<Option<Answer>>,
    /// Where an answer goes.
    pub write: Callback<Answer, Result<(), Refusal>>,
    /// The last entry, if it was refused.
    pub fault: RwSignal<Option<Fault>>,
    /// What is assumed as long as there is no answer; then empty.
    pub assumed: Signal<String>,
}

impl Prompt {
    /// Answers, and keeps the reason where the answer is refused.
    pub fn answer(&self, answer: Answer) {
        match self.write.run(answer) {
            Ok(()) => self.fault.set(None),
            Err(refusal) => self.refuse(Why::Refused(refusal)),
        }
    }

    /// Keeps why an entry is not accepted.
    pub fn refuse(&self, why: Why) {
        let at = self.read.get_untracked();
        self.fault.set(Some(Fault { why, at }));
    }

    /// Why the last entry is not accepted, as long as it concerns the answer that stands.
    fn why(&self) -> Option<Why> {
        let read = self.read.get();
        let of_now = self.fault.get().filter(|fault| fault.at == read);
        of_now.map(|fault| fault.why)
    }

    /// The ids of what describes the field: its fault, if there is one, and what is assumed.
    pub fn described(&self) -> Words {
        let (note, prompt) = (self.part("note"), self.clone());
        live(move || {
            if prompt.why().is_some() {
                [&prompt.id, "-error ", &note].concat()
            } else {
                note.clone()
            }
        })
    }

    /// Whether the last entry was refused.
    pub fn invalid(&self) -> Words {
        let prompt = self.clone();
        mark(move || prompt.why().is_some())
    }

    /// The id of something that belongs to the field.
    pub fn part(&self, part: &str) -> String {
        [&self.id, "-", part].concat()
    }
}

/// Help, field, fault and what is assumed, under the question's words: a group's legend where the
/// field is a group, else the field's label.
pub fn frame(lang: Lang, prompt: &Prompt, group: bool, field: El) -> El {
    let Prompt {
        id,
        label,
        help,
        assumed,
        ..
    } = prompt.clone();
    let asking = prompt.clone();
    let why = live(move || match asking.why() {
        None => String::new(),
        Some(Why::Words) => {
            let values = [
                ("example", &*show::typed(lang, 1.5)),
                ("thousands", &show::typed(lang, 12_000.0)),
            ];
            fill(lang, Msg::ErrorNumber, &values)
        }
        Some(Why::Refused(why)) => refusal::beside(lang, &asking.key, &why),
    });
    let (outer, title) = if group {
        let outer = classed("fieldset", "question").attr("id", id);
        (
            outer.attr("aria-describedby", prompt.described()),
            el("legend"),
        )
    } else {
        (
            classed("div", "question"),
            classed("label", "label").attr("for", id),
        )
    };
    let error = classed("p", "error")
        .attr("id", prompt.part("error"))
        .attr("role", "alert");
    outer
        .child(title.words(label))
        .children(help.map(|help| classed("p", "help").words(help)))
        .child(field)
        .child(error.words(why))
        .child(note(Words::Live(assumed)).attr("id", prompt.part("note")))
}

/// A question with its field.
pub fn question(state: State, lang: Lang, question: QuestionId) -> El {
    let read = Memo::new(move |_| state.given(question));
    let assumed = Signal::derive(move || {
        let known = read.with(is_known);
        let too_many = question == QuestionId::Children
            && state
                .household
                .with(|home| home.children > home.children_living_here());
        if known && !too_many {
            return String::new();
        }
        let value = state.household.with(|home| {
            if too_many {
                Value::Number(home.children_living_here())
            } else {
                home.value(question)
            }
        });
        let people = question.asks() == Asks::You
            && state
                .household
                .with(|home| home.scope(question) != Scope::HouseholdTotal);
        let fraction = show::fraction_of_things(lang, question, &value, people);
        // where one lives is not typical of anything: every place counts
        let said = match question {
            QuestionId::Province | QuestionId::Settlement => Msg::AssumedPlace,
            _ => Msg::Assumed,
        };
        let whole = || match show::value(lang, question, &value) {
            Some(value) => fill(lang, said, &[("value", &value)]),
            None => text(lang, Msg::AssumedNone).to_owned(),
        };
        fraction.unwrap_or_else(whole)
    });
    let prompt = Prompt {
        id: ["q-", question.id()].concat(),
        key: question.id().to_owned(),
        label: show::label(lang, question).to_owned(),
        help: word(lang, &["question", question.id(), "help"]),
        read,
        write: Callback::new(move |answer| state.answer(question, answer)),
        fault: RwSignal::new(None),
        assumed,
    };
    let asked = match question.kind() {
        Kind::Choice(ids) => {
            let options: Vec<_> = ids
                .iter()
                .map(|id| (*id, show::option(lang, question, id)))
                .collect();
            if options.len() > RADIOS {
                select(lang, &prompt, options)
            } else {
                radios(lang, &prompt, options)
            }
        }
        Kind::Number(kind) => number(lang, &prompt, kind),
        Kind::List { fields, most } => list(state, lang, question, &prompt, fields, most),
    };
    match (question.kind(), prior(question).draw) {
        // whom answers cover is not drawn
        (Kind::Choice(_), Draw::Settled) => asked,
        _ => asked.view(whence(state, lang, Origin::Answer(question), &prompt)),
    }
}

/// Whether a question is answered with what is known.
fn is_known(answer: &Option<Answer>) -> bool {
    !matches!(answer, None | Some(Answer::Unknown))
}

/// Where what is assumed comes from, as long as the question or field is open and something is.
pub fn whence(state: State, lang: Lang, of: Origin, prompt: &Prompt) -> AnyView {
    let open = RwSignal::new(false);
    let (read, assumed) = (prompt.read, prompt.assumed);
    let there = when(move || !read.with(is_known) && assumed.with(|said| !said.is_empty()));
    let asked = prompt.label.clone();
    dynamic(move || {
        if !there.get() {
            return nothing();
        }
        let words = text(lang, Msg::AssumedHow);
        let label = [words, " ", &asked].concat();
        classed("div", "whence")
            .child(toggle("line", words.into(), open).attr("aria-label", label))
            .view(explained(state, lang, open, How::Assumed(of), |inside| {
                inside
            }))
            .done()
    })
}

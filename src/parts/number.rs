//! A number with its unit, read when the field is left: writing back while someone types would
//! break Chinese input methods.
use leptos::prelude::*;
use tanlu_model::question::NumberKind;
use tanlu_model::{Answer, AnswerUnit};

use crate::browser::document::{enter, entered};
use crate::lang::Lang;
use crate::parts::choice::option;
use crate::parts::el::{El, button, classed, el, mark, when};
use crate::parts::question::{Prompt, Why, frame};
use crate::parts::show;
use crate::typed;
use crate::words::{Msg, fill, text};

/// A number field with its unit, or a choice of units.
pub fn number(lang: Lang, prompt: &Prompt, kind: NumberKind) -> El {
    let read = prompt.read;
    let unit = RwSignal::new(kind.unit());
    // an answer that comes from elsewhere brings its unit: a file, undo, another household
    Effect::new(move || {
        if let Some(Answer::Number { unit: now, .. }) = read.get() {
            unit.set(now);
        }
    });
    let shown = Signal::derive(move || match read.get() {
        Some(Answer::Number { value, .. }) => show::typed(lang, value),
        _ => String::new(),
    });
    // reads what stands in the field, also when it was refused before
    let commit = {
        let prompt = prompt.clone();
        move || match typed::number(&entered(&prompt.id)) {
            Ok(Some(value)) => {
                let unit = unit.get_untracked();
                prompt.answer(Answer::Number { value, unit });
            }
            Ok(None) => prompt.answer(Answer::Unknown),
            Err(typed::NotANumber) => prompt.refuse(Why::Words),
        }
    };
    let forget = {
        let prompt = prompt.clone();
        move || {
            enter(&prompt.id, "");
            prompt.answer(Answer::Unknown);
        }
    };
    let changed = commit.clone();
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("id", prompt.id.clone())
        .attr("aria-describedby", prompt.described())
        .attr("aria-invalid", prompt.invalid())
        .value(shown)
        .on("change", move |_| changed());
    let id = prompt.id.clone();
    let change_unit = move |symbol: &str| {
        if let Some(now) = AnswerUnit::from_symbol(symbol) {
            unit.set(now);
            if !entered(&id).is_empty() {
                commit();
            }
        }
    };
    let unknown = text(lang, Msg::Unknown);
    let inside = classed("div", "number")
        .child(input)
        .child(units(lang, prompt, kind, unit, change_unit))
        .child(
            button("quiet", unknown, forget)
                .attr(
                    "aria-pressed",
                    mark(move || read.get() == Some(Answer::Unknown)),
                )
                .attr("aria-label", [unknown, " ", &prompt.label].concat()),
        );
    frame(lang, prompt, false, inside)
}

/// The unit of a number, as text where there is only one.
fn units(
    lang: Lang,
    prompt: &Prompt,
    kind: NumberKind,
    unit: RwSignal<AnswerUnit>,
    change: impl Fn(&str) + 'static,
) -> El {
    if kind.units.len() < 2 {
        let unit = kind.unit();
        let words = if show::counts_things(unit) {
            ""
        } else {
            show::unit(lang, unit)
        };
        return classed("span", "unit").words(words);
    }
    let options = kind.units.iter().map(|choice| {
        let this = choice.unit;
        option(
            this.symbol(),
            show::unit(lang, this),
            when(move || unit.get() == this),
        )
    });
    let name = fill(lang, Msg::UnitOf, &[("question", &prompt.label)]);
    classed("select", "unit")
        .attr("id", prompt.part("unit"))
        .attr("aria-label", name)
        .on("change", move |event| change(&event_target_value(&event)))
        .children(options)
}

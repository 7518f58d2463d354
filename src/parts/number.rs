//! A number with its unit, read when the field is left: writing back while someone types would
//! break Chinese input methods.
use leptos::prelude::*;
use tanlu_model::question::NumberKind;
use tanlu_model::{Answer, AnswerUnit};

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::question::Prompt;
use crate::parts::show;
use crate::state::State;
use crate::typed;
use crate::words::{Msg, fill, text};

/// Why a number is not accepted.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Refusal {
    /// Not a number at all.
    Words,
    /// Not whole where only whole numbers make sense.
    Fraction,
    /// Outside the bounds, which are given in the chosen unit.
    Range(f64, f64),
}

/// A number in the chosen unit against the bounds in the default unit.
fn check(kind: &NumberKind, per_unit: f64, value: f64) -> Result<(), Refusal> {
    let amount = value * per_unit;
    if kind.whole && value.fract() != 0.0 {
        return Err(Refusal::Fraction);
    }
    if amount < kind.low || amount > kind.high {
        let (low, high) = (kind.low / per_unit, kind.high / per_unit);
        return Err(Refusal::Range(low, high));
    }
    Ok(())
}

fn explain(lang: Lang, refusal: Refusal, unit: AnswerUnit) -> String {
    let shown = |value| number(lang, Digits::One, value);
    match refusal {
        Refusal::Words => fill(lang, Msg::ErrorNumber, &[("example", &shown(12.0))]),
        Refusal::Fraction => text(lang, Msg::ErrorWhole).to_owned(),
        Refusal::Range(low, high) => {
            let values = [
                ("low", &*shown(low)),
                ("high", &*shown(high)),
                ("unit", show::unit(lang, unit)),
            ];
            fill(lang, Msg::ErrorRange, &values)
        }
    }
}

/// A number field with its unit, or a choice of units.
#[component]
pub fn Number(state: State, lang: Lang, prompt: Prompt, kind: NumberKind) -> impl IntoView {
    let Prompt {
        id,
        label,
        help,
        read,
        write,
        assumed,
    } = prompt;
    let unit = RwSignal::new(match read.get_untracked() {
        Some(Answer::Number { unit, .. }) => unit,
        _ => kind.unit(),
    });
    let refusal = RwSignal::new(None::<Refusal>);
    let typed = RwSignal::new(String::new());
    let shown = move || match read.get() {
        Some(Answer::Number { value, .. }) => number(lang, Digits::Typed, value),
        _ => String::new(),
    };
    let commit = move |text: &str| {
        let unit = unit.get_untracked();
        let per_unit = kind
            .choice(unit)
            .map_or(1.0, |choice| untrack(|| state.per_unit(choice.conversion)));
        let checked = typed::number(text)
            .map_err(|_| Refusal::Words)
            .and_then(|value| {
                value
                    .map_or(Ok(()), |value| check(&kind, per_unit, value))
                    .map(|()| value)
            });
        refusal.set(checked.err());
        match checked {
            Ok(Some(value)) => write.run(Answer::Number { value, unit }),
            Ok(None) => write.run(Answer::Unknown),
            Err(_) => {}
        }
    };
    // what stands in the field, also when it was refused
    let change = move |event| {
        let text = event_target_value(&event);
        commit(&text);
        typed.set(text);
    };
    let change_unit = move |event| {
        let chosen = event_target_value(&event);
        if let Some(chosen) = AnswerUnit::from_symbol(&chosen) {
            unit.set(chosen);
            let text = if refusal.get_untracked().is_some() {
                typed.get_untracked()
            } else {
                untrack(shown)
            };
            if !text.is_empty() {
                commit(&text);
            }
        }
    };
    let field = NodeRef::<leptos::html::Input>::new();
    let forget = move |_| {
        refusal.set(None);
        if let Some(field) = field.get_untracked() {
            field.set_value("");
        }
        write.run(Answer::Unknown);
    };
    let units = view! { <Units lang unit id=id.clone() label=label.clone() kind change=Callback::new(change_unit)/> };
    let (note, fault) = (format!("{id}-note"), format!("{id}-error"));
    let described = {
        let (note, fault) = (note.clone(), fault.clone());
        move || {
            if refusal.get().is_some() {
                format!("{fault} {note}")
            } else {
                note.clone()
            }
        }
    };
    view! {
        <div class="question">
            <label class="label" for=id.clone()>{label.clone()}</label>
            {help.map(|help| view! { <p class="help">{help}</p> })}
            <div class="number">
                <input
                    node_ref=field
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    id=id.clone()
                    aria-describedby=described
                    aria-invalid=move || refusal.get().is_some().then_some("true")
                    prop:value=shown
                    on:change=change
                />
                {units}
                <button
                    type="button"
                    class="quiet"
                    aria-pressed=move || if read.get() == Some(Answer::Unknown) { "true" } else { "false" }
                    aria-label=format!("{} {label}", text(lang, Msg::Unknown))
                    on:click=forget
                >
                    {text(lang, Msg::Unknown)}
                </button>
            </div>
            <p class="error" id=fault role="alert">
                {move || refusal.get().map(|refusal| explain(lang, refusal, unit.get()))}
            </p>
            <p class="note" id=note>{assumed}</p>
        </div>
    }
}

/// The unit of a number, as text where there is only one.
#[component]
fn Units(
    lang: Lang,
    unit: RwSignal<AnswerUnit>,
    id: String,
    label: String,
    kind: NumberKind,
    change: Callback<leptos::ev::Event>,
) -> impl IntoView {
    if kind.units.len() < 2 {
        return view! { <span class="unit">{show::unit(lang, kind.unit())}</span> }.into_any();
    }
    let options: Vec<_> = kind
        .units
        .iter()
        .map(|choice| {
            let (symbol, this) = (choice.unit.symbol(), choice.unit);
            view! { <option value=symbol selected=move || unit.get() == this>{show::unit(lang, this)}</option> }
        })
        .collect();
    let name = fill(lang, Msg::UnitOf, &[("question", &label)]);
    view! {
        <select
            class="unit"
            id=format!("{id}-unit")
            aria-label=name
            prop:value=move || unit.get().symbol()
            on:change=move |event| change.run(event)
        >
            {options}
        </select>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use tanlu_model::{Kind, QuestionId};

    #[test]
    fn a_number_is_checked_in_the_unit_it_is_given_in() {
        let Kind::Number(area) = QuestionId::FloorArea.kind() else {
            unreachable!()
        };
        assert_eq!(check(&area, 1.0, 90.0), Ok(()));
        assert_eq!(check(&area, 1.0, 1.0), Err(Refusal::Range(5.0, 2000.0)));
        // half a square metre per unit: the bounds double
        assert_eq!(check(&area, 0.5, 9.0), Err(Refusal::Range(10.0, 4000.0)));
        let Kind::Number(members) = QuestionId::Members.kind() else {
            unreachable!()
        };
        assert_eq!(check(&members, 1.0, 2.5), Err(Refusal::Fraction));
    }
}

//! The running result: per person, household and my share, what the last step changed, and the
//! parts of life.
use leptos::prelude::*;
use tanlu_model::{Domain, Footprint, MODEL_VERSION};

use crate::browser::intl::today;
use crate::lang::Lang;
use crate::parts::el::{
    El, Words, button, card, classed, dynamic, el, live, note, nothing, table, when,
};
use crate::parts::homes::called;
use crate::parts::show;
use crate::state::{Last, State};
use crate::words::{Msg, fill, name, text};

/// Less than this many kg is no change worth a word.
const NOTHING: f64 = 0.5;

/// Kilograms of CO2 equivalent, of what `kg` picks; `id` names it for tests.
fn amount(state: State, lang: Lang, id: &'static str, kg: fn(&Footprint) -> f64) -> [El; 2] {
    let shown = live(move || show::kg(lang, state.footprint.with(kg)));
    [
        classed("span", "kg").attr("data-kg", id).words(shown),
        classed("span", "unit").words([" ", text(lang, Msg::UnitKg)].concat()),
    ]
}

fn per_person(state: State, lang: Lang) -> [El; 2] {
    amount(state, lang, "per_person", Footprint::per_person_kg)
}

/// By how much the result changed, in words.
fn change(lang: Lang, by: f64) -> String {
    let msg = if by < 0.0 { Msg::Less } else { Msg::More };
    fill(lang, msg, &[("value", &show::kg(lang, by.abs()))])
}

/// What the last step did.
fn changed(state: State, lang: Lang) -> String {
    let plain = |msg| text(lang, msg).to_owned();
    match state.last.get() {
        Last::Nothing => plain(Msg::NoChange),
        Last::Cleared => plain(Msg::Cleared),
        Last::Imported => plain(Msg::Imported),
        Last::Removed => plain(Msg::HomeRemoved),
        Last::OtherTab => plain(Msg::OtherTab),
        Last::Undone => {
            let home = state
                .homes
                .with(|homes| called(lang, homes.home(), homes.chosen()));
            fill(lang, Msg::Undone, &[("home", &home)])
        }
        Last::Answered { question, before } => {
            let question = ("question", show::label(lang, question));
            let by = state.footprint.with(Footprint::per_person_kg) - before;
            if by.abs() < NOTHING {
                return fill(lang, Msg::Unchanged, &[question]);
            }
            fill(
                lang,
                Msg::Changed,
                &[("change", &change(lang, by)), question],
            )
        }
    }
}

/// The same in few words, where there is little room.
fn changed_shortly(state: State, lang: Lang) -> String {
    match state.last.get() {
        Last::Nothing => String::new(),
        Last::Answered { before, .. } => {
            let by = state.footprint.with(Footprint::per_person_kg) - before;
            fill(lang, Msg::ChangedShort, &[("change", &change(lang, by))])
        }
        _ => changed(state, lang),
    }
}

/// The result in one line, always in sight where the whole does not fit beside the questions.
pub fn strip(state: State, lang: Lang) -> El {
    let what = classed("span", "what").words([text(lang, Msg::PerPerson), " "].concat());
    classed("div", "strip")
        .child(el("p").child(what).children(per_person(state, lang)))
        .child(
            classed("p", "change")
                .attr("role", "status")
                .words(live(move || changed_shortly(state, lang))),
        )
        .child(undo(state, lang))
}

/// Takes the last step back.
fn undo(state: State, lang: Lang) -> El {
    button("quiet undo", text(lang, Msg::Undo), move || state.undo())
        .switch("disabled", when(move || !state.can_undo()))
}

/// What a printed sheet says of itself: whose result, when, by which model.
pub fn sheet(state: State, lang: Lang) -> El {
    classed("p", "sheet").words(live(move || {
        let home = state
            .homes
            .with(|homes| called(lang, homes.home(), homes.chosen()));
        let values = [
            ("home", &*home),
            ("date", &today(lang)),
            ("model", MODEL_VERSION),
        ];
        fill(lang, Msg::Sheet, &values)
    }))
}

/// The result.
pub fn result(state: State, lang: Lang) -> El {
    let total = move |label: Msg, class: &'static str, amount: [El; 2]| {
        el("div")
            .child(el("dt").words(text(lang, label)))
            .child(classed("dd", class).children(amount))
    };
    // beside per person only where it differs
    let mine = dynamic(move || {
        let differs = state
            .footprint
            .with(|footprint| footprint.my_kg() - footprint.per_person_kg());
        if differs.abs() < NOTHING {
            return nothing();
        }
        let mine = amount(state, lang, "mine", Footprint::my_kg);
        total(Msg::MyShare, "", mine).done()
    });
    let household = amount(state, lang, "household", Footprint::household_kg);
    let public = live(move || {
        let kg = state.footprint.with(Footprint::public_services_kg);
        fill(lang, Msg::PublicApart, &[("value", &show::kg(lang, kg))])
    });
    let change = el("p")
        .attr("role", "status")
        .words(live(move || changed(state, lang)));
    let [bar, table] = domains(state, lang);
    card("estimate", text(lang, Msg::Result))
        .child(
            classed("dl", "totals")
                .child(total(Msg::PerPerson, "large", per_person(state, lang)))
                .child(total(Msg::Household, "", household))
                .view(mine),
        )
        .child(
            classed("div", "change")
                .child(change)
                .child(undo(state, lang)),
        )
        .child(bar)
        .child(table)
        .child(note(public))
        .child(note(text(lang, Msg::EstimateNote)))
}

/// A share between 0 and 1 in thousandths, for drawing.
fn thousandths(share: f64) -> String {
    ((1000.0 * share.clamp(0.0, 1.0)).round() as u32).to_string()
}

/// A drawing of bars, 1000 wide. It repeats what a table says in numbers.
fn drawing(class: &'static str, bars: Vec<El>) -> El {
    el("svg")
        .attr("class", class)
        .attr("viewBox", "0 0 1000 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .children(bars)
}

fn rect(class: &'static str, x: Words, width: Words) -> El {
    el("rect")
        .attr("class", class)
        .attr("x", x)
        .attr("width", width)
        .attr("height", "10")
}

/// A bar of a share between 0 and 1.
pub fn bar(share: impl Fn() -> f64 + Send + Sync + 'static) -> El {
    let width = live(move || thousandths(share()));
    let all = rect("all", "0".into(), "1000".into());
    drawing("bar", vec![all, rect("part", "0".into(), width)])
}

/// Household consumption by part of life: one bar of all parts, and the same as a table.
fn domains(state: State, lang: Lang) -> [El; 2] {
    // the share of the first so many parts
    let share = move |parts: &[Domain]| {
        state.footprint.with(|footprint| {
            let kg = |domain: &Domain| footprint.domain_kg(*domain).max(0.0);
            let all: f64 = Domain::CONSUMPTION.iter().map(kg).sum();
            let some: f64 = parts.iter().map(kg).sum();
            if all > 0.0 { some / all } else { 0.0 }
        })
    };
    let (mut drawn, mut listed) = (Vec::new(), Vec::new());
    for (at, domain) in Domain::CONSUMPTION.iter().copied().enumerate() {
        let kg = move || {
            state
                .footprint
                .with(|footprint| footprint.domain_kg(domain))
        };
        let before = move || share(Domain::CONSUMPTION.get(..at).unwrap_or_default());
        let own = move || share(&[domain]);
        drawn.push(rect(
            domain.id(),
            live(move || thousandths(before())),
            live(move || thousandths(own())),
        ));
        let swatch = classed("span", &["swatch ", domain.id()].concat());
        listed.push(
            el("tr")
                .child(
                    el("th")
                        .attr("scope", "row")
                        .child(swatch)
                        .words(name(lang, &["domain", domain.id()])),
                )
                .child(
                    el("td")
                        .attr("data-kg", domain.id())
                        .words(live(move || show::kg(lang, kg()))),
                )
                .child(el("td").words(live(move || show::percent(lang, own())))),
        );
    }
    let heads = [Msg::Part, Msg::Amount, Msg::Share].map(|msg| text(lang, msg));
    [
        drawing("stack", drawn),
        table(text(lang, Msg::ByDomain), &heads, listed),
    ]
}

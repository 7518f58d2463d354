//! The running result: per person and household, by part of life and by line.
use leptos::prelude::*;
use tanlu_model::{Domain, Footprint, LineId};

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::show;
use crate::state::State;
use crate::words::{Msg, fill, name, text};

/// How many of the largest lines are shown.
const LARGEST: usize = 10;

/// Less than this many kg is no change worth a word.
const NOTHING: f64 = 0.5;

fn whole(lang: Lang, kg: f64) -> String {
    number(lang, Digits::Whole, kg)
}

/// The lines of household consumption, those with the same name added up, the largest first.
fn largest(footprint: &Footprint) -> Vec<(LineId, f64)> {
    let mut lines: Vec<(LineId, f64)> = Vec::new();
    for line in footprint
        .lines
        .iter()
        .filter(|line| line.domain() != Domain::PublicServices)
    {
        match lines.iter_mut().find(|(id, _)| *id == line.id) {
            Some((_, kg)) => *kg += line.kg,
            None => lines.push((line.id, line.kg)),
        }
    }
    lines.sort_unstable_by(|a, b| b.1.total_cmp(&a.1));
    lines.truncate(LARGEST);
    lines
}

/// The parts of life of household consumption with their kg.
fn by_domain(footprint: &Footprint) -> Vec<(Domain, f64)> {
    let consumption = Domain::ALL
        .iter()
        .filter(|domain| **domain != Domain::PublicServices);
    consumption
        .map(|domain| (*domain, footprint.domain_kg(*domain)))
        .collect()
}

/// Kilograms of CO2 equivalent per person.
#[component]
fn PerPerson(state: State, lang: Lang) -> impl IntoView {
    let kg = Memo::new(move |_| state.footprint.with(Footprint::per_person_kg));
    view! {
        <span class="kg" data-kg="per_person">{move || whole(lang, kg.get())}</span>
        " "
        <span class="unit">{text(lang, Msg::UnitKg)}</span>
    }
}

fn changed(state: State, lang: Lang) -> impl Fn() -> String + Copy + Send + 'static {
    move || {
        let Some(change) = state.change.get() else {
            return text(lang, Msg::NoChange).to_owned();
        };
        let question = show::label(lang, change.question);
        let by = state.footprint.with(Footprint::per_person_kg) - change.before;
        if by.abs() < NOTHING {
            return fill(lang, Msg::Unchanged, &[("question", question)]);
        }
        let value = number(lang, Digits::Signed, by);
        fill(
            lang,
            Msg::Changed,
            &[("value", &value), ("question", question)],
        )
    }
}

/// The last answer's effect in few words; nothing before the first answer.
fn changed_shortly(
    state: State,
    lang: Lang,
) -> impl Fn() -> Option<String> + Copy + Send + 'static {
    move || {
        let change = state.change.get()?;
        let by = state.footprint.with(Footprint::per_person_kg) - change.before;
        let value = number(lang, Digits::Signed, by);
        Some(fill(lang, Msg::ChangedShort, &[("value", &value)]))
    }
}

/// The result in one line, always in sight where the whole does not fit beside the questions.
#[component]
pub fn Strip(state: State, lang: Lang) -> impl IntoView {
    view! {
        <div class="strip">
            <p><span class="what">{text(lang, Msg::PerPerson)}</span> " " <PerPerson state lang/></p>
            <p class="change" role="status">{changed_shortly(state, lang)}</p>
        </div>
    }
}

/// The whole result.
#[component]
pub fn Result(state: State, lang: Lang) -> impl IntoView {
    let household = Memo::new(move |_| state.footprint.with(Footprint::household_kg));
    let public = move || state.footprint.with(Footprint::public_services_kg);
    view! {
        <section class="result" aria-labelledby="result">
            <h2 id="result">{text(lang, Msg::Result)}</h2>
            <dl class="totals">
                <div>
                    <dt>{text(lang, Msg::PerPerson)}</dt>
                    <dd class="large"><PerPerson state lang/></dd>
                </div>
                <div>
                    <dt>{text(lang, Msg::Household)}</dt>
                    <dd>
                        <span data-kg="household">{move || whole(lang, household.get())}</span>
                        " "
                        {text(lang, Msg::UnitKg)}
                    </dd>
                </div>
            </dl>
            <p class="change" role="status">{changed(state, lang)}</p>
            <Domains state lang/>
            <p class="note">{move || fill(lang, Msg::PublicApart, &[("value", &whole(lang, public()))])}</p>
            <Lines state lang/>
            <p class="note">{text(lang, Msg::EstimateNote)}</p>
        </section>
    }
}

/// A bar of so many percent.
#[component]
fn Bar(percent: Signal<f64>) -> impl IntoView {
    view! {
        <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="all" width="1000" height="10"></rect>
            <rect class="part" width=move || (10.0 * percent.get().clamp(0.0, 100.0)) as u32 height="10"></rect>
        </svg>
    }
}

/// The parts of life as bars in a table, so that the chart is its own table.
#[component]
fn Domains(state: State, lang: Lang) -> impl IntoView {
    let rows = Memo::new(move |_| state.footprint.with(by_domain));
    let kg_of = move |domain: Domain| {
        rows.with(|rows| {
            rows.iter()
                .find(|(other, _)| *other == domain)
                .map_or(0.0, |(_, kg)| *kg)
        })
    };
    let share = move |domain: Domain| {
        let all: f64 = rows.with(|rows| rows.iter().map(|(_, kg)| kg.max(0.0)).sum());
        if all > 0.0 {
            100.0 * kg_of(domain).max(0.0) / all
        } else {
            0.0
        }
    };
    let listed: Vec<_> = Domain::ALL
        .iter()
        .copied()
        .filter(|domain| *domain != Domain::PublicServices)
        .map(|domain| {
            view! {
                <tr>
                    <th scope="row">
                        {name(lang, &["domain", domain.id()])}
                        <Bar percent=Signal::derive(move || share(domain))/>
                    </th>
                    <td data-kg=domain.id()>{move || whole(lang, kg_of(domain))}</td>
                    <td>{move || format!("{}%", whole(lang, share(domain)))}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table>
            <caption>{text(lang, Msg::ByDomain)}</caption>
            <thead>
                <tr>
                    <th scope="col">{text(lang, Msg::Part)}</th>
                    <th scope="col">{text(lang, Msg::Amount)}</th>
                    <th scope="col">{text(lang, Msg::Share)}</th>
                </tr>
            </thead>
            <tbody>{listed}</tbody>
        </table>
    }
}

/// The largest lines.
#[component]
fn Lines(state: State, lang: Lang) -> impl IntoView {
    let rows = Memo::new(move |_| state.footprint.with(largest));
    let row = move |(id, kg): (LineId, f64)| {
        view! {
            <tr>
                <th scope="row">{name(lang, &["line", id.id()])}</th>
                <td>{whole(lang, kg)}</td>
            </tr>
        }
    };
    view! {
        <table>
            <caption>{text(lang, Msg::ByLine)}</caption>
            <thead>
                <tr>
                    <th scope="col">{text(lang, Msg::Line)}</th>
                    <th scope="col">{text(lang, Msg::Amount)}</th>
                </tr>
            </thead>
            <tbody>{move || rows.get().into_iter().map(row).collect::<Vec<_>>()}</tbody>
        </table>
    }
}

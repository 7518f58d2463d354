//! The running result: per person, household and my share with their bands, and the parts of life.
use leptos::prelude::*;
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::{Domain, Footprint, MODEL_VERSION};

use crate::bands::Bands;
use crate::browser::intl::today;
use crate::browser::number::shortest;
use crate::lang::Lang;
use crate::parts::change::{NOTHING, changed, changed_shortly};
use crate::parts::draw::{bar, drawing, range, rect, thousandths};
use crate::parts::el::{
    El, Words, button, card, classed, dynamic, el, live, note, nothing, when, wide_table,
};
use crate::parts::homes::called;
use crate::parts::show;
use crate::state::State;
use crate::words::{Msg, fill, name, text};

/// The median of what `pick` picks, with its unit; `id` names it for tests, which read all its digits.
fn amount(state: State, lang: Lang, id: &'static str, pick: fn(&Bands) -> Quantiles) -> [El; 2] {
    let picked = move || state.drawing.bands.with(pick);
    let figure = classed("span", "kg").attr("data-kg", id);
    [
        exactly(figure, picked).words(live(move || show::median(lang, picked()))),
        classed("span", "unit").words([" ", text(lang, Msg::UnitKg)].concat()),
    ]
}

/// Notes a figure's exact band beside what is shown of it.
fn exactly(figure: El, band: impl Fn() -> Quantiles + Send + Sync + 'static) -> El {
    let exact = live(move || {
        let Quantiles { p05, p50, p95 } = band();
        [p05, p50, p95].map(shortest).join(" ")
    });
    figure.attr("data-value", exact)
}

/// The band of what `pick` picks, in words.
fn likely(state: State, lang: Lang, pick: fn(&Bands) -> Quantiles) -> El {
    let words = live(move || {
        let band = state.drawing.bands.with(pick);
        fill(lang, Msg::Likely, &[("band", &show::band(lang, band))])
    });
    classed("dd", "likely").words(words)
}

fn per_person(state: State, lang: Lang) -> [El; 2] {
    amount(state, lang, "per_person", |bands| bands.per_person)
}

/// The result in one line, always in sight where the whole does not fit beside the questions.
pub fn strip(state: State, lang: Lang) -> El {
    let what = classed("span", "what").words([text(lang, Msg::PerPerson), " "].concat());
    let band = live(move || {
        let band = state.drawing.bands.with(|bands| bands.per_person);
        fill(
            lang,
            Msg::WithBand,
            &[("value", ""), ("band", &show::band(lang, band))],
        )
    });
    classed("div", "strip")
        .child(
            el("p")
                .child(what)
                .children(per_person(state, lang))
                .child(classed("span", "likely").words(band)),
        )
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
    let total =
        move |label: Msg, class: &'static str, id: &'static str, pick: fn(&Bands) -> Quantiles| {
            el("div")
                .child(el("dt").words(text(lang, label)))
                .child(classed("dd", class).children(amount(state, lang, id, pick)))
                .child(likely(state, lang, pick))
        };
    // beside per person only where it differs
    let mine = dynamic(move || {
        let differs = state
            .footprint
            .with(|footprint| footprint.my_kg() - footprint.per_person_kg());
        if differs.abs() < NOTHING {
            return nothing();
        }
        total(Msg::MyShare, "", "mine", |bands| bands.mine).done()
    });
    let household = total(Msg::Household, "", "household", |bands| bands.household);
    let public = live(move || {
        let band = state
            .drawing
            .bands
            .with(|bands| bands.domain(Domain::PublicServices));
        let values = [
            ("value", &*show::median(lang, band)),
            ("band", &show::band(lang, band)),
        ];
        fill(lang, Msg::PublicApart, &values)
    });
    let change = el("p")
        .attr("role", "status")
        .words(live(move || changed(state, lang)));
    let [bar, table] = domains(state, lang);
    card("estimate", text(lang, Msg::Result))
        .child(
            classed("dl", "totals")
                .child(total(Msg::PerPerson, "large", "per_person", |bands| {
                    bands.per_person
                }))
                .child(range(state))
                .child(household)
                .view(mine),
        )
        .child(sure(state, lang))
        .child(
            classed("div", "change")
                .child(change)
                .child(undo(state, lang)),
        )
        .child(bar)
        .child(table)
        .child(note(public))
        .child(
            note([text(lang, Msg::EstimateNote), " "].concat()).child(show::page_link(
                lang,
                "methods",
                "",
                text(lang, Msg::PageMethods),
            )),
        )
        .child(note(point(state, lang)))
}

/// The point estimate, labelled as what it is.
fn point(state: State, lang: Lang) -> Words {
    live(move || {
        let kg = state.footprint.with(Footprint::per_person_kg);
        fill(lang, Msg::PointNote, &[("value", &show::kg(lang, kg))])
    })
}

/// How sure the result is: in words, and as a bar that fills as answers narrow the band.
fn sure(state: State, lang: Lang) -> El {
    let words = live(move || {
        let percent = |share| show::percent(lang, share);
        let now = state.drawing.bands.with(Bands::give_or_take);
        let values = [
            ("percent", &*percent(now)),
            ("first", &percent(Bands::first().give_or_take())),
        ];
        fill(lang, Msg::Sure, &values)
    });
    classed("div", "sure")
        .child(el("p").words(words))
        .child(bar(move || state.drawing.bands.with(Bands::narrowed)))
}

/// Household consumption by part of life: one bar of all medians, and a table with the bands.
fn domains(state: State, lang: Lang) -> [El; 2] {
    // the share of the first so many parts
    let share = move |parts: &[Domain]| {
        state.drawing.bands.with(|bands| {
            let kg = |domain: &Domain| bands.domain(*domain).p50.max(0.0);
            let all: f64 = Domain::CONSUMPTION.iter().map(kg).sum();
            let some: f64 = parts.iter().map(kg).sum();
            if all > 0.0 { some / all } else { 0.0 }
        })
    };
    let (mut drawn, mut listed) = (Vec::new(), Vec::new());
    for (at, domain) in Domain::CONSUMPTION.iter().copied().enumerate() {
        let band = move || state.drawing.bands.with(|bands| bands.domain(domain));
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
                    exactly(el("td").attr("data-kg", domain.id()), band)
                        .words(live(move || show::median(lang, band()))),
                )
                .child(el("td").words(live(move || show::band(lang, band())))),
        );
    }
    let heads = [Msg::Part, Msg::Median, Msg::LikelyHead].map(|msg| text(lang, msg));
    [
        drawing("stack", drawn),
        wide_table(text(lang, Msg::ByDomain), &heads, listed),
    ]
}

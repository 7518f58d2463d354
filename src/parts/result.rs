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
    El, across, button, card, classed, dynamic, el, live, note, nothing, when, wide_table,
};
use crate::parts::homes::called;
use crate::parts::how::{How, explained};
use crate::parts::opens::{opens, opens_plain, sentence, toggle};
use crate::parts::show;
use crate::screen::Screen;
use crate::state::{Last, State};
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
    // there is no room for the working here: it opens beside the result
    let number = classed("a", "opens")
        .attr("href", ["#", Screen::Result.id()].concat())
        .children(per_person(state, lang))
        .on("click", move |_| state.open.set(true));
    classed("div", "strip")
        .child(
            el("p")
                .child(what)
                .child(number)
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
    let total = move |label: Msg,
                      class: &'static str,
                      id: &'static str,
                      pick: fn(&Bands) -> Quantiles,
                      open: RwSignal<bool>,
                      how: How| {
        let said = live(move || {
            let median = show::median(lang, state.drawing.bands.with(pick));
            [&*median, " ", text(lang, Msg::UnitKg)].concat()
        });
        let label = text(lang, label);
        let figure = amount(state, lang, id, pick).into();
        let figure = opens(lang, label, figure, said, open);
        el("div")
            .child(el("dt").words(label))
            .child(classed("dd", class).child(figure))
            .child(likely(state, lang, pick))
            .view(explained(state, lang, open, how, |inside| {
                el("dd").child(inside)
            }))
    };
    let shut = || RwSignal::new(false);
    // beside per person only where it differs
    let mine = dynamic(move || {
        let differs = state
            .footprint
            .with(|footprint| footprint.my_kg() - footprint.per_person_kg());
        if differs.abs() < NOTHING {
            return nothing();
        }
        let pick = |bands: &Bands| bands.mine;
        total(Msg::MyShare, "", "mine", pick, shut(), How::Mine).done()
    });
    let household = total(
        Msg::Household,
        "",
        "household",
        |bands| bands.household,
        shut(),
        How::Household,
    );
    let change = el("p")
        .attr("role", "status")
        .words(live(move || changed(state, lang)));
    let [bar, table] = domains(state, lang);
    card("estimate", text(lang, Msg::YourResult))
        .child(
            classed("dl", "totals")
                .child(total(
                    Msg::PerPerson,
                    "large",
                    "per_person",
                    |bands| bands.per_person,
                    state.open,
                    How::PerPerson,
                ))
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
        .view(moved(state, lang))
        .child(bar)
        .child(table)
        .child(public(state, lang))
        .child(
            note([text(lang, Msg::EstimateNote), " "].concat())
                .child(show::page_link(
                    lang,
                    "methods",
                    "",
                    text(lang, Msg::PageMethods),
                ))
                .words(text(lang, Msg::TitleJoin))
                .child(show::page_link(
                    lang,
                    "glossary",
                    "#median",
                    text(lang, Msg::PageGlossary),
                )),
        )
        .child(point(state, lang))
}

/// How the last answer moved the result, as long as it was the last step.
fn moved(state: State, lang: Lang) -> AnyView {
    let open = RwSignal::new(false);
    let answered = when(move || matches!(state.last.get(), Last::Answered { .. }));
    dynamic(move || {
        if !answered.get() {
            return nothing();
        }
        classed("div", "moved")
            .child(toggle("line", text(lang, Msg::MovedHow).into(), open))
            .view(explained(state, lang, open, How::Moved, |inside| inside))
            .done()
    })
}

/// Public services, apart from all else.
fn public(state: State, lang: Lang) -> El {
    let open = RwSignal::new(false);
    let band = move || {
        let of = |bands: &Bands| bands.domain(Domain::PublicServices);
        state.drawing.bands.with(of)
    };
    let what = name(lang, &["domain", Domain::PublicServices.id()]);
    let value = opens_plain(lang, what, live(move || show::median(lang, band())), open);
    let ends = el("span").words(live(move || show::band(lang, band())));
    classed("div", "note")
        .child(sentence(
            lang,
            Msg::PublicApart,
            vec![("value", value), ("band", ends)],
        ))
        .view(explained(
            state,
            lang,
            open,
            How::PublicServices,
            |inside| inside,
        ))
}

/// The point estimate, labelled as what it is.
fn point(state: State, lang: Lang) -> El {
    let open = RwSignal::new(false);
    let kg = live(move || show::kg(lang, state.footprint.with(Footprint::per_person_kg)));
    let value = opens_plain(lang, text(lang, Msg::PerPerson), kg, open);
    classed("div", "note")
        .child(sentence(lang, Msg::PointNote, vec![("value", value)]))
        .view(explained(state, lang, open, How::PerPerson, |inside| {
            inside
        }))
}

/// How sure the result is: in words, and as a bar that fills as answers narrow the band.
fn sure(state: State, lang: Lang) -> El {
    let open = RwSignal::new(false);
    // one word, so that no line breaks after its sign
    let percent = move |share| {
        let percent = show::percent(lang, share);
        fill(lang, Msg::PlusMinus, &[("percent", &percent)])
    };
    let now = live(move || percent(state.drawing.bands.with(Bands::give_or_take)));
    let value = opens_plain(lang, text(lang, Msg::Uncertainty), now, open);
    let at_first = RwSignal::new(false);
    let first = percent(Bands::first().give_or_take()).into();
    let first = opens_plain(lang, text(lang, Msg::Uncertainty), first, at_first);
    let said = sentence(lang, Msg::Sure, vec![("percent", value), ("first", first)]);
    classed("div", "sure")
        .child(said)
        .view(explained(state, lang, open, How::Sure, |inside| inside))
        .view(explained(
            state,
            lang,
            at_first,
            How::SureAtFirst,
            |inside| inside,
        ))
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
        let title = name(lang, &["domain", domain.id()]);
        let open = RwSignal::new(false);
        let said = live(move || show::median(lang, band()));
        let figure = classed("span", "kg").attr("data-kg", domain.id());
        let figure = vec![exactly(figure, band).words(said.clone())];
        let row = el("tr")
            .child(el("th").attr("scope", "row").child(swatch).words(title))
            .child(el("td").child(opens(lang, title, figure, said, open)))
            .child(el("td").words(live(move || show::band(lang, band()))));
        let below = explained(state, lang, open, How::Domain(domain), |inside| {
            across(3, inside)
        });
        listed.extend([row.done(), below]);
    }
    let heads = [Msg::Part, Msg::Median, Msg::LikelyHead].map(|msg| text(lang, msg));
    [
        drawing("stack", drawn),
        wide_table(text(lang, Msg::ByDomain), &heads, listed),
    ]
}

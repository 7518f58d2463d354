//! The running result: per person, household and my share, what the last step changed, and the
//! parts of life.
use leptos::prelude::*;
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::{Domain, Footprint, MODEL_VERSION, QuestionId};

use crate::bands::Bands;
use crate::browser::intl::today;
use crate::browser::number::shortest;
use crate::lang::Lang;
use crate::parts::el::{
    El, Words, button, card, classed, dynamic, el, live, note, nothing, when, wide_table,
};
use crate::parts::homes::called;
use crate::parts::show;
use crate::state::{Last, State};
use crate::words::{Msg, fill, name, text};

/// Less than this many kg is no change worth a word.
const NOTHING: f64 = 0.5;
/// A smaller part of the band's width is no change worth a word.
const NO_CHANGE_OF_WIDTH: f64 = 0.01;

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

/// By how much the result changed, in words.
fn change(lang: Lang, by: f64) -> String {
    let msg = if by < 0.0 { Msg::Less } else { Msg::More };
    fill(lang, msg, &[("value", &show::kg(lang, by.abs()))])
}

/// The same with its band: of what a household did otherwise, not of what became known.
fn change_band(lang: Lang, by: Quantiles) -> String {
    let ends = [by.p05.abs(), by.p95.abs()].map(|kg| show::kg(lang, kg));
    let between = by.p05 * by.p95 > 0.0;
    let [low, high] = if by.p50 < 0.0 { [1, 0] } else { [0, 1] }.map(|end| ends.get(end));
    match (low, high) {
        (Some(low), Some(high)) if between => {
            let values = [
                ("change", &*change(lang, by.p50)),
                ("low", low),
                ("high", high),
            ];
            fill(lang, Msg::ChangeBand, &values)
        }
        _ => change(lang, by.p50),
    }
}

/// By how much the band is narrower or wider, as a sentence.
fn width_change(lang: Lang, bands: &Bands) -> String {
    let by = bands.per_person.width() / bands.before.width() - 1.0;
    let msg = if by < 0.0 { Msg::Narrower } else { Msg::Wider };
    if by.abs() < NO_CHANGE_OF_WIDTH || !by.is_finite() {
        return String::new();
    }
    let percent = show::percent(lang, by.abs());
    fill(lang, msg, &[("percent", &percent)])
}

/// What an answer did.
fn answered(state: State, lang: Lang, question: QuestionId, anew: bool) -> String {
    let question = ("question", show::label(lang, question));
    state.drawing.bands.with(|bands| {
        let by = bands.per_person.p50 - bands.before.p50;
        if bands.stale {
            return String::new();
        }
        let what = if anew {
            change_band(lang, bands.change)
        } else {
            change(lang, by)
        };
        let said = if by.abs() < NOTHING && bands.change.p50.abs() < NOTHING {
            fill(lang, Msg::Unchanged, &[question])
        } else {
            fill(lang, Msg::Changed, &[("change", &what), question])
        };
        [said, width_change(lang, bands)].concat()
    })
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
        Last::Answered { question, anew } => answered(state, lang, question, anew),
    }
}

/// The same in few words, where there is little room.
fn changed_shortly(state: State, lang: Lang) -> String {
    match state.last.get() {
        Last::Nothing => String::new(),
        Last::Answered { .. } => state.drawing.bands.with(|bands| {
            if bands.stale {
                return String::new();
            }
            let by = bands.per_person.p50 - bands.before.p50;
            fill(lang, Msg::ChangedShort, &[("change", &change(lang, by))])
        }),
        _ => changed(state, lang),
    }
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

/// The band per person on a scale from 0: the first one behind it, the median as a mark.
fn range(state: State) -> El {
    let first = Bands::first().per_person;
    let part = move |pick: fn(Quantiles) -> f64| {
        live(move || {
            let band = state.drawing.bands.with(|bands| bands.per_person);
            thousandths(pick(band) / first.p95.max(band.p95))
        })
    };
    let behind = move |pick: fn(Quantiles) -> f64| {
        live(move || {
            let most = state.drawing.bands.with(|bands| bands.per_person.p95);
            thousandths(pick(first) / first.p95.max(most))
        })
    };
    let mark = rect("middle", part(|band| band.p50), "6".into());
    drawing(
        "range",
        vec![
            rect("all", "0".into(), "1000".into()),
            rect(
                "first",
                behind(|band| band.p05),
                behind(|band| band.width()),
            ),
            rect("part", part(|band| band.p05), part(|band| band.width())),
            mark,
        ],
    )
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

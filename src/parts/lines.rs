//! The screen of the result: the lines of the footprint, the largest first, each opening to how it came
//! about, and what they compare with. It is loaded when it is first opened.
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::{Domain, LineId, footprint};

use crate::bands::Lines;
use crate::lang::Lang;
use crate::lazy::{Drawn, Fetched, Module};
use crate::parts::compare::{compare, provinces};
use crate::parts::draw::bar;
use crate::parts::el::{El, Words, button, card, classed, each, el, live, note, nothing};
use crate::parts::newer::newer;
use crate::parts::opens::{entry, sum_of, working};
use crate::parts::show;
use crate::parts::steps::told;
use crate::parts::workings::{explain, steady};
use crate::state::State;
use crate::words::{ResultMsg, fill, name, text};

/// How many lines are shown before the visitor asks for all.
const LARGEST: usize = 12;

/// The lines of some parts of life, the largest median first; those that are nothing in most draws by
/// how large they may be.
fn largest(lines: &Lines, of: impl Fn(Domain) -> bool) -> Vec<LineId> {
    let mut sorted: Vec<(LineId, Quantiles)> = Vec::new();
    for (id, band) in lines.iter() {
        if of(id.domain()) {
            let larger =
                |(_, other): &(LineId, Quantiles)| (other.p50, other.p95) >= (band.p50, band.p95);
            let at = sorted.partition_point(larger);
            sorted.insert(at, (id, band));
        }
    }
    sorted.into_iter().map(|(id, _)| id).collect()
}

/// A line with its figure; its name opens to its working.
fn line(state: State, lang: Lang, id: LineId, figure: Words, below: Option<El>) -> AnyView {
    let title = name(lang, &["line", id.id()]);
    let how = Box::new(move || working_of(state, lang, id));
    entry(id.domain().id(), title, figure, below, how).done()
}

/// Where the module of the screen of the result begins.
#[wasm_split(result, wasm_split_path = leptos::wasm_split, fallible)]
pub fn fetch() -> Fetched {
    Ok(Module {
        draw: screen,
        explain: Some(explain),
    })
}

fn screen(state: State, lang: Lang) -> Drawn {
    vec![
        el("div").attr("class", "whole").view(newer(state, lang)),
        steady(state, lines(state, lang)),
        steady(state, compare(state, lang)),
        provinces(state, lang),
    ]
}

/// The lines.
fn lines(state: State, lang: Lang) -> El {
    let consumption = |domain| domain != Domain::PublicServices;
    let all = Memo::new(move |_| {
        state
            .drawing
            .lines
            .with(|lines| largest(lines, consumption))
    });
    let whole = RwSignal::new(false);
    let band_of = move |id| state.drawing.lines.with(|lines| lines.of(id));
    let most = move || {
        let first = all.with(|all| all.first().copied());
        first.map_or(0.0, |id| band_of(id).p50)
    };
    let keys = move || {
        let shown = if whole.get() { usize::MAX } else { LARGEST };
        all.with(|all| all.iter().take(shown).map(|id| *id as usize).collect())
    };
    let one = move |key: usize| {
        let Some(id) = LineId::ALL.get(key).copied() else {
            return nothing();
        };
        let figure = live(move || show::median_with_band(lang, band_of(id)));
        let below = bar(move || band_of(id).p50 / most());
        line(state, lang, id, figure, Some(below))
    };
    let more = live(move || {
        let msg = if whole.get() {
            ResultMsg::FewerLines
        } else {
            ResultMsg::AllLines
        };
        fill(
            lang,
            msg,
            &[("number", &show::count(lang, all.with(Vec::len)))],
        )
    });
    card("lines", text(lang, ResultMsg::ByLine))
        .child(note(text(lang, ResultMsg::LineHelp)))
        .child(classed("ul", "lines").view(each(keys, one)))
        .child(button("quiet", more, move || {
            whole.update(|whole| *whole = !*whole)
        }))
}

/// The lines of a part of life, which add up to it: point value and median, or how much of each is the
/// answerer's own.
pub fn lines_of(state: State, lang: Lang, domain: Domain, mine: bool) -> El {
    let keys = move || {
        let ids = state
            .drawing
            .lines
            .with(|lines| largest(lines, |of| of == domain));
        ids.into_iter().map(|id| id as usize).collect()
    };
    let one = move |key: usize| {
        let Some(id) = LineId::ALL.get(key).copied() else {
            return nothing();
        };
        let figure = live(move || {
            let (kg, own) = state
                .footprint
                .with(|footprint| footprint.shared(|line| line == id));
            if mine {
                let share = if kg > 0.0 { own / kg } else { 0.0 };
                [
                    &*show::kg(lang, kg),
                    " × ",
                    &show::percent(lang, share),
                    " = ",
                    &show::kg(lang, own),
                ]
                .concat()
            } else {
                let band = state.drawing.lines.with(|lines| lines.of(id));
                show::point_and_median(lang, kg, band)
            }
        });
        line(state, lang, id, figure, None)
    };
    let sum = live(move || {
        let (kg, own) = state
            .footprint
            .with(|footprint| footprint.shared(|line| line.domain() == domain));
        let band = state.drawing.bands.with(|bands| bands.domain(domain));
        show::part(lang, (kg, own), mine, band)
    });
    working()
        .attr("data-of", domain.id())
        .child(classed("ul", "lines").view(each(keys, one)))
        .child(classed("ul", "lines").child(sum_of(lang, sum)))
}

/// The working of a line.
pub fn working_of(state: State, lang: Lang, id: LineId) -> El {
    let footprint = state
        .household
        .with(|home| state.with_factors(|factors| footprint(home, factors)));
    told(state, lang, &footprint, id)
}

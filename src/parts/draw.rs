//! Drawings of bars. Each repeats what words or a table say in numbers.
use leptos::prelude::*;
use tanlu_model::uncertainty::Quantiles;

use crate::bands::Bands;
use crate::parts::el::{El, Words, el, live};
use crate::state::State;

/// A share between 0 and 1 in thousandths, for drawing.
pub fn thousandths(share: f64) -> String {
    ((1000.0 * share.clamp(0.0, 1.0)).round() as u32).to_string()
}

/// A drawing of bars, 1000 wide. It repeats what a table says in numbers.
pub fn drawing(class: &'static str, bars: Vec<El>) -> El {
    el("svg")
        .attr("class", class)
        .attr("viewBox", "0 0 1000 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .children(bars)
}

pub fn rect(class: &'static str, x: Words, width: Words) -> El {
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

/// The band per person on a scale from 0: the first one behind it, the median as a mark.
pub fn range(state: State) -> El {
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

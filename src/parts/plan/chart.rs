//! The household's path as areas over the years. It repeats what the table beside it says.
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::svg;
use tanlu_model::pathway::OwnYear;
use tanlu_model::rows::{PER_PERSON_LINES, PerPersonLine};

use crate::parts::el::{El, el};
use crate::parts::plan::Context;
use crate::parts::show;
use crate::words::{ChangeMsg, text};

/// The drawing's size, in whole units, and the edges of its field.
const SIZE: &str = "0 0 3600 2400";
const LEFT: f64 = 440.0;
const RIGHT: f64 = 3460.0;
const TOP: f64 = 100.0;
const BOTTOM: f64 = 2160.0;

/// The years that are written below it.
const MARKED: [u16; 5] = [2023, 2030, 2040, 2050, 2060];

/// Where a label stands, in years, and how high its area must be there.
const LABEL: u16 = 2045;
const ROOM: f64 = 150.0;

/// Where a year and an amount stand.
struct Scale {
    first: f64,
    last: f64,
    most: f64,
}

impl Scale {
    fn x(&self, year: u16) -> f64 {
        let share = (f64::from(year) - self.first) / (self.last - self.first).max(1.0);
        LEFT + share * (RIGHT - LEFT)
    }

    fn y(&self, kg: f64) -> f64 {
        BOTTOM - kg / self.most * (BOTTOM - TOP)
    }
}

/// A step between two marks so that there are at most five of them: 1, 2 or 5 times a power of ten.
fn step(most: f64) -> f64 {
    let mut step = 1.0;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle().take(24) {
        if most / step <= 5.0 {
            break;
        }
        step *= factor;
    }
    step
}

fn at(value: f64) -> String {
    (value.round() as i32).to_string()
}

fn attribute(name: &'static str, value: String) -> AnyAttribute {
    custom_attribute(name, value).into_any_attr()
}

fn shape(class: &'static str, way: String) -> AnyView {
    let attributes = vec![attribute("class", class.to_owned()), attribute("d", way)];
    svg::path().add_any_attr(attributes).into_any()
}

fn label(class: &'static str, x: f64, y: f64, words: String) -> AnyView {
    let attributes = vec![
        attribute("class", class.to_owned()),
        attribute("x", at(x)),
        attribute("y", at(y)),
    ];
    svg::text().add_any_attr(attributes).child(words).into_any()
}

/// A line through points, from left to right or back.
fn way<'a>(points: impl Iterator<Item = &'a (f64, f64)>) -> String {
    let points: Vec<String> = points.map(|(x, y)| [at(*x), at(*y)].join(" ")).collect();
    points.join("L")
}

/// The areas between the lines, the published lines, their labels.
pub fn chart(context: Context, years: &[OwnYear], today: f64) -> El {
    let lang = context.lang;
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return el("div");
    };
    let tallest = years.iter().map(|year| year.kg.max(year.kg_with));
    let tallest = tallest.chain(PER_PERSON_LINES.iter().map(PerPersonLine::high_kg));
    let scale = Scale {
        first: f64::from(first.year),
        last: f64::from(last.year),
        most: tallest.fold(today, f64::max).max(1.0) * 1.04,
    };
    let points = |kg: &dyn Fn(&OwnYear) -> f64| -> Vec<(f64, f64)> {
        let points = years.iter();
        points
            .map(|year| (scale.x(year.year), scale.y(kg(year))))
            .collect()
    };
    let lines = [
        points(&|_| today),
        points(&|year| year.kg),
        points(&|year| year.kg_with),
        points(&|_| 0.0),
    ];
    let areas = [
        ("of-system", ChangeMsg::ColSystem),
        ("of-plan", ChangeMsg::ColPlan),
        ("rest", ChangeMsg::ColRest),
    ];
    let middle = years.iter().position(|year| year.year == LABEL);
    let mut parts = Vec::new();
    let mut labels = Vec::new();
    for (pair, (class, words)) in lines.windows(2).zip(areas) {
        let [upper, lower] = pair else { continue };
        let around = ["M", &way(upper.iter()), "L", &way(lower.iter().rev()), "Z"].concat();
        parts.push(shape(class, around));
        let ends = middle.and_then(|at| Some((upper.get(at)?, lower.get(at)?)));
        if let Some(((x, high), (_, low))) = ends.filter(|((_, high), (_, low))| low - high > ROOM)
        {
            let words = text(lang, words).to_owned();
            labels.push(label(class, *x, (high + low) / 2.0 + 40.0, words));
        }
    }
    let [_, _, with, _] = &lines;
    parts.push(shape("edge", ["M", &way(with.iter())].concat()));
    let each = step(scale.most);
    let marks = (0..6_u8).map(|mark| f64::from(mark) * each);
    for kg in marks.filter(|kg| *kg < scale.most) {
        let y = scale.y(kg);
        let line = ["M", &at(LEFT), " ", &at(y), "H", &at(RIGHT)].concat();
        parts.push(shape("grid", line));
        labels.push(label("tick end", LEFT - 40.0, y + 40.0, show::kg(lang, kg)));
    }
    for year in MARKED {
        labels.push(label(
            "tick",
            scale.x(year),
            BOTTOM + 160.0,
            year.to_string(),
        ));
    }
    for line in &PER_PERSON_LINES {
        let (x, high, low) = (
            scale.x(line.year),
            scale.y(line.high_kg()),
            scale.y(line.low_kg()),
        );
        // a range as a bar, one number as a dash
        let (high, low) = (high - 15.0, low + 15.0);
        let around = [
            "M",
            &at(x - 40.0),
            " ",
            &at(high),
            "H",
            &at(x + 40.0),
            "V",
            &at(low),
            "H",
            &at(x - 40.0),
            "Z",
        ];
        parts.push(shape("line", around.concat()));
    }
    let drawn = el("svg")
        .attr("class", "path")
        .attr("viewBox", SIZE)
        .attr("aria-hidden", "true")
        .attr("focusable", "false");
    parts.into_iter().chain(labels).fold(drawn, El::view)
}

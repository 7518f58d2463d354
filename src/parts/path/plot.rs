//! Charts over the years: where a year and an amount stand, lines, areas, labels.
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::svg;

use crate::parts::el::{El, el};

/// The edges of the field, in whole units of the drawing.
const LEFT: f64 = 440.0;
const RIGHT: f64 = 3460.0;
const TOP: f64 = 100.0;
/// What stands below the field.
const BELOW: f64 = 240.0;

/// Two points after the other of a line.
pub type Points = Vec<(f64, f64)>;

/// Where years and amounts stand.
#[derive(Clone, Copy)]
pub struct Field {
    years: (f64, f64),
    least: f64,
    most: f64,
    bottom: f64,
}

impl Field {
    /// Where a year stands.
    pub fn x(&self, year: u16) -> f64 {
        let (first, last) = self.years;
        let share = (f64::from(year) - first) / (last - first).max(1.0);
        LEFT + share * (RIGHT - LEFT)
    }

    /// Where an amount stands.
    pub fn y(&self, amount: f64) -> f64 {
        let share = (amount - self.least) / self.span();
        self.bottom - share * (self.bottom - TOP)
    }

    /// From the least to the most; never nothing.
    fn span(&self) -> f64 {
        (self.most - self.least).max(f64::MIN_POSITIVE)
    }

    /// The points of amounts by year.
    pub fn points(&self, amounts: impl Iterator<Item = (u16, f64)>) -> Points {
        amounts
            .map(|(year, amount)| (self.x(year), self.y(amount)))
            .collect()
    }
}

/// The way around the area between two lines.
pub fn around(upper: &Points, lower: &Points) -> String {
    if upper.is_empty() || lower.is_empty() {
        return String::new();
    }
    let around = ["M", &way(upper.iter()), "L", &way(lower.iter().rev()), "Z"];
    around.concat()
}

/// A chart that is being drawn. It repeats what a table beside it says.
pub struct Plot {
    /// Where years and amounts stand.
    pub field: Field,
    shapes: Vec<AnyView>,
    labels: Vec<AnyView>,
}

impl Plot {
    /// An empty chart from the first to the last year, from the least to the most, so many units high.
    pub fn new((first, last): (u16, u16), (least, most): (f64, f64), height: f64) -> Plot {
        Plot {
            field: Field {
                years: (f64::from(first), f64::from(last)),
                least,
                most,
                bottom: height - BELOW,
            },
            shapes: Vec::new(),
            labels: Vec::new(),
        }
    }

    /// Where a year stands.
    pub fn x(&self, year: u16) -> f64 {
        self.field.x(year)
    }

    /// Where an amount stands.
    pub fn y(&self, amount: f64) -> f64 {
        self.field.y(amount)
    }

    /// The points of amounts by year.
    pub fn points(&self, amounts: impl Iterator<Item = (u16, f64)>) -> Points {
        self.field.points(amounts)
    }

    /// A shape around a way that changes.
    pub fn moving(&mut self, class: &'static str, way: Signal<String>) {
        self.along(class, custom_attribute("d", way).into_any_attr());
    }

    /// A shape around a way.
    pub fn shape(&mut self, class: &'static str, way: String) {
        self.along(class, attribute("d", way));
    }

    fn along(&mut self, class: &'static str, way: AnyAttribute) {
        let attributes = vec![attribute("class", class.to_owned()), way];
        let shape = svg::path().add_any_attr(attributes);
        self.shapes.push(shape.into_any());
    }

    /// A line.
    pub fn line(&mut self, class: &'static str, points: &Points) {
        if points.is_empty() {
            return;
        }
        self.shape(class, ["M", &way(points.iter())].concat());
    }

    /// The area between two lines.
    pub fn area(&mut self, class: &'static str, upper: &Points, lower: &Points) {
        let way = around(upper, lower);
        if !way.is_empty() {
            self.shape(class, way);
        }
    }

    /// A bar around an amount of a year, from its low to its high end.
    pub fn bar(&mut self, class: &'static str, year: u16, (low, high): (f64, f64)) {
        let x = self.x(year);
        let (top, bottom) = (self.y(high) - 15.0, self.y(low) + 15.0);
        let (left, right) = (at(x - 40.0), at(x + 40.0));
        let (top, bottom) = (at(top), at(bottom));
        let around = [
            "M", &left, " ", &top, "H", &right, "V", &bottom, "H", &left, "Z",
        ];
        self.shape(class, around.concat());
    }

    /// A rule at a year, from a height down to the bottom.
    pub fn rule(&mut self, class: &'static str, year: u16, from: f64) {
        let way = [
            "M",
            &at(self.x(year)),
            " ",
            &at(from),
            "V",
            &at(self.field.bottom),
        ];
        self.shape(class, way.concat());
    }

    /// Words at a place.
    pub fn label(&mut self, class: &'static str, x: f64, y: f64, words: String) {
        let attributes = vec![
            attribute("class", class.to_owned()),
            attribute("x", at(x)),
            attribute("y", at(y)),
        ];
        let label = svg::text().add_any_attr(attributes).child(words);
        self.labels.push(label.into_any());
    }

    /// Lines across at round amounts with their labels, and years below.
    pub fn axes(&mut self, years: &[u16], said: impl Fn(f64) -> String) {
        let each = step(self.field.span());
        let marks = (-6..6_i8).map(|mark| f64::from(mark) * each);
        let shown = self.field.least..self.field.least + self.field.span();
        for amount in marks.filter(|amount| shown.contains(amount)) {
            let y = self.y(amount);
            let line = ["M", &at(LEFT), " ", &at(y), "H", &at(RIGHT)].concat();
            self.shape("grid", line);
            self.label("tick end", LEFT - 40.0, y + 40.0, said(amount));
        }
        for year in years {
            let (x, y) = (self.x(*year), self.field.bottom + 160.0);
            self.label("tick", x, y, year.to_string());
        }
    }

    /// The chart.
    pub fn done(self, class: &'static str) -> El {
        let size = ["0 0 3600 ", &at(self.field.bottom + BELOW)].concat();
        let drawn = el("svg")
            .attr("class", class)
            .attr("viewBox", size)
            .attr("aria-hidden", "true")
            .attr("focusable", "false");
        self.shapes
            .into_iter()
            .chain(self.labels)
            .fold(drawn, El::view)
    }
}

/// A step between two marks so that there are at most five of them: 1, 2 or 5 times a power of ten.
fn step(most: f64) -> f64 {
    let mut step = 1.0;
    while step > 1e-9 && most / step < 1.0 {
        step /= 10.0;
    }
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

/// A line through points, from left to right or back.
fn way<'a>(points: impl Iterator<Item = &'a (f64, f64)>) -> String {
    let points: Vec<String> = points.map(|(x, y)| [at(*x), at(*y)].join(" ")).collect();
    points.join("L")
}

//! The household's path as areas over the years.
use tanlu_model::pathway::OwnYear;
use tanlu_model::rows::{PER_PERSON_LINES, PerPersonLine};

use crate::lang::Lang;
use crate::parts::el::{El, el};
use crate::parts::path::own::adds;
use crate::parts::path::plot::{Plot, Points};
use crate::parts::show;
use crate::words::{PathMsg, text};

/// The years that are written below it.
const MARKED: [u16; 5] = [2023, 2030, 2040, 2050, 2060];
/// How high it is.
const HEIGHT: f64 = 2400.0;
/// Where a label stands, in years, and how high its area must be there.
const LABEL: u16 = 2045;
const ROOM: f64 = 150.0;

/// The areas between the lines, the published lines, their labels.
pub fn chart(lang: Lang, years: &[OwnYear], today: f64) -> El {
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return el("div");
    };
    let tallest = years.iter().map(|year| year.kg.max(year.kg_with));
    let tallest = tallest.chain(PER_PERSON_LINES.iter().map(PerPersonLine::high_kg));
    let most = tallest.fold(today, f64::max).max(1.0) * 1.04;
    let mut plot = Plot::new((first.year, last.year), (0.0, most), HEIGHT);
    let points = |plot: &Plot, kg: &dyn Fn(&OwnYear) -> f64| -> Points {
        plot.points(years.iter().map(|year| (year.year, kg(year))))
    };
    let today = points(&plot, &|_| today);
    let without = points(&plot, &|year| year.kg);
    let with = points(&plot, &|year| year.kg_with);
    let least = points(&plot, &|year| year.kg.min(year.kg_with));
    let highest = points(&plot, &|year| year.kg.max(year.kg_with));
    let bottom = points(&plot, &|_| 0.0);
    let mut areas = vec![
        ("of-system", PathMsg::ColSystem, &today, &highest),
        ("of-plan", PathMsg::ColPlan, &without, &least),
        ("rest", PathMsg::ColRest, &least, &bottom),
    ];
    // what the plan adds stands above what would be left without it
    if years.iter().any(adds) {
        areas.push(("of-plan-added", PathMsg::ColPlan, &with, &least));
    }
    let middle = years.iter().position(|year| year.year == LABEL);
    for (class, words, upper, lower) in areas {
        plot.area(class, upper, lower);
        let ends = middle.and_then(|at| Some((upper.get(at)?, lower.get(at)?)));
        if let Some(((x, high), (_, low))) = ends.filter(|((_, high), (_, low))| low - high > ROOM)
        {
            let words = text(lang, words).to_owned();
            plot.label(class, *x, (high + low) / 2.0 + 40.0, words);
        }
    }
    plot.line("edge", &with);
    plot.axes(&MARKED, |kg| show::kg(lang, kg));
    for line in &PER_PERSON_LINES {
        // a range as a bar, one number as a dash
        plot.bar("line", line.year, (line.low_kg(), line.high_kg()));
    }
    plot.done("path")
}

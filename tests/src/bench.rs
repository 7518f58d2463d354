//! Measures the page in Chromium: its start, and the time from an answer or a moved slider to the last change.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::driver::Driver;
use crate::model;
use crate::options::Options;
use crate::page::Page;
use crate::visit::Visit;

/// How many answers are measured.
const ANSWERS: usize = 200;
/// How many starts are measured.
const STARTS: usize = 11;

/// How often a slider is moved.
const MOVES: usize = 4;

const ANSWER: &str = include_str!("../js/answers.js");
const SLIDER: &str = include_str!("../js/sliders.js");

/// Runs before the page.
const BEFORE: &str = include_str!("../js/bench.js");

/// Prints the figures, a `name: figure` on each line.
///
/// # Errors
/// When the page does not start or has no questions.
pub fn run(options: &Options) -> Result<()> {
    let driver = Driver::start(Browser::Chromium, options)?;
    let visit = Visit {
        before: BEFORE,
        ..Visit::default()
    };
    let mut page = Page::open(Browser::Chromium, &driver, options, visit)?;
    page.cdp("Network.enable", &json!({}))?;
    page.cdp(
        "Network.setCacheDisabled",
        &json!({ "cacheDisabled": true }),
    )?;
    let (mut starts, mut bands) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        page.reload()?;
        page.settled()?;
        starts.push(page.eval("window.started")?.as_f64().context("no start")?);
        bands.push(page.eval("window.banded")?.as_f64().context("no band")?);
    }
    print("page start to the first heading, median", &starts, 0.5);
    print(
        "page start to the band and the questions, median",
        &bands,
        0.5,
    );
    if let Err(why) = answers(&page) {
        println!("not measured: answers, {why:#}");
    }
    if let Err(why) = sliders(&mut page) {
        println!("not measured: sliders, {why:#}");
    }
    Ok(())
}

/// The sliders that are measured: where, which, and what shows the band.
const SLIDERS: [(&str, &str, &str, &str); 2] = [
    (
        "strength of an action",
        "change",
        "input[id^=strength-]",
        "[aria-labelledby=together] [role=status]",
    ),
    (
        "share that joins",
        "path",
        "#join",
        "[aria-labelledby=nation]",
    ),
];

/// A household that can do much, and what it plans.
const HOUSEHOLD: &str = include_str!("../../model/personas/shanghai_two_cars.json");
const PLANNED: [&str; 14] = [
    "drive_less",
    "less_beef_mutton",
    "clothes_longer",
    "ev",
    "green_power",
    "heat_fewer_rooms",
    "food_waste_less",
    "fewer_flights",
    "cooling_less",
    "share_rides",
    "plant_days",
    "efficient_appliances",
    "fewer_parcels",
    "new_windows",
];

/// Prints how long a moved slider takes, for plans of some lengths.
fn sliders(page: &mut Page<'_>) -> Result<()> {
    for count in [3, 8, PLANNED.len()] {
        let plan = PLANNED.get(..count).unwrap_or_default();
        let kept = ["\n", &model::planned(HOUSEHOLD, plan, 2027)?].concat();
        let kept = serde_json::to_string(&kept)?;
        for (name, screen, slider, shown) in SLIDERS {
            page.eval(&format!(
                "void localStorage.setItem('tanlu.home.1', {kept})"
            ))?;
            page.goto(&format!("#{screen}"))?;
            page.reload()?;
            page.first(slider)?;
            page.settled()?;
            page.command("POST", "/timeouts", &json!({ "script": 60_000 }))?;
            let call = json!({ "script": SLIDER, "args": [slider, shown, MOVES] });
            let times = page.command("POST", "/execute/async", &call)?;
            for (step, words) in [("frame", "frame"), ("band", "band")] {
                let times = numbers(times.get(step));
                ensure!(!times.is_empty(), "{name}: no {words}");
                for (which, share) in [("median", 0.5), ("longest", 1.0)] {
                    print(
                        &format!("{name}, plan of {count}, to the {words}, {which}"),
                        &times,
                        share,
                    );
                }
            }
        }
    }
    Ok(())
}

fn print(what: &str, times: &[f64], share: f64) {
    println!("{what}: {:.1} ms", quantile(times, share));
}

/// Prints the times of the answers, and of the slices that they took.
fn answers(page: &Page<'_>) -> Result<()> {
    // a part of life, so that there are many questions at once
    page.first("#to-home")?.click()?;
    page.first("#ask-members")?;
    page.eval("void (window.slices = [], window.turns = [], window.longTasks = [])")?;
    page.command("POST", "/timeouts", &json!({ "script": 60_000 }))?;
    let call = json!({ "script": ANSWER, "args": [ANSWERS] });
    let times = page.command("POST", "/execute/async", &call)?;
    let steps = [
        ("change", "last change before the band"),
        ("band", "band"),
        ("settled", "lines and next questions"),
    ];
    for (step, name) in steps {
        let times = numbers(times.get(step));
        let count = times.len();
        ensure!(count == ANSWERS, "only {count} answers moved the band");
        for (which, share) in [("median", 0.5), ("p95", 0.95), ("longest", 1.0)] {
            let what = format!("answer to {name}, {which} of {ANSWERS}");
            print(&what, &times, share);
        }
    }
    let slices = numbers(Some(&page.eval("window.slices")?));
    print("slice of work, p95", &slices, 0.95);
    print("slice of work, longest", &slices, 1.0);
    let turns = numbers(Some(&page.eval("window.turns")?));
    print(
        "slice with what it changes on the page, longest",
        &turns,
        1.0,
    );
    let long = numbers(Some(&page.eval("window.longTasks")?)).len();
    println!("tasks that Chromium calls long (50 ms): {long}");
    Ok(())
}

fn numbers(list: Option<&Value>) -> Vec<f64> {
    let list = list.and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect()
}

/// The value below which this share of the values lies (nearest rank).
fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let index = (1..=sorted.len()).find(|rank| *rank as f64 >= share * sorted.len() as f64);
    sorted
        .get(index.unwrap_or(1) - 1)
        .copied()
        .unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn quantiles_are_nearest_ranks() {
        let values: Vec<f64> = (1..=200).rev().map(f64::from).collect();
        assert_eq!(quantile(&values, 0.5), 100.0);
        assert_eq!(quantile(&values, 0.95), 190.0);
        assert_eq!(quantile(&values, 1.0), 200.0);
    }
}

//! Measures the page in Chromium: its start, and the time from an answer to the last change.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::driver::Driver;
use crate::options::Options;
use crate::page::Page;
use crate::visit::Visit;

/// How many answers are measured.
const ANSWERS: usize = 200;
/// How many starts are measured.
const STARTS: usize = 11;

const ANSWER: &str = include_str!("../js/answers.js");

/// Notes when the heading appears.
const NOTE_START: &str = "new MutationObserver(function (_, observer) {
    if (document.querySelector('h1')) {
      window.started = performance.now();
      observer.disconnect();
    }
  }).observe(document, { subtree: true, childList: true });";

/// Prints the figures, a `name: figure` on each line.
///
/// # Errors
/// When the page does not start or has no questions.
pub fn run(options: &Options) -> Result<()> {
    let driver = Driver::start(Browser::Chromium, options)?;
    let visit = Visit {
        before: NOTE_START,
        ..Visit::default()
    };
    let mut page = Page::open(Browser::Chromium, &driver, options, visit)?;
    page.cdp("Network.enable", &json!({}))?;
    page.cdp(
        "Network.setCacheDisabled",
        &json!({ "cacheDisabled": true }),
    )?;
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        page.reload()?;
        starts.push(page.eval("window.started")?.as_f64().context("no start")?);
    }
    let print = |what: &str, times: &[f64], share: f64| {
        println!("{what}: {:.1} ms", quantile(times, share));
    };
    print("page start to the first heading, median", &starts, 0.5);
    match answers(&page) {
        Err(why) => println!("not measured: answers, {why:#}"),
        Ok(times) => {
            for (name, share) in [("median", 0.5), ("p95", 0.95), ("longest", 1.0)] {
                print(
                    &format!("answer to last change, {name} of {ANSWERS}"),
                    &times,
                    share,
                );
            }
        }
    }
    Ok(())
}

/// The times of the answers, in milliseconds.
fn answers(page: &Page<'_>) -> Result<Vec<f64>> {
    if !page.shows("main input, main select")? {
        // a start screen comes before the questions
        page.first("main button, main a")
            .context("no questions on the page")?
            .click()?;
        page.first("main input, main select")
            .context("no questions on the page")?;
    }
    page.command("POST", "/timeouts", &json!({ "script": 60_000 }))?;
    let call = json!({ "script": ANSWER, "args": [ANSWERS] });
    let times = page.command("POST", "/execute/async", &call)?;
    let times: Vec<f64> = times
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect();
    ensure!(
        times.len() == ANSWERS,
        "only {} answers changed the page",
        times.len()
    );
    Ok(times)
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

//! Files that come in and go out.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tanlu_model::plan::PLANNED;

use super::{CHROMIUM, Journey};
use crate::csv;
use crate::family::{CHENGDU, HARBIN};
use crate::figures::{Band, computed};
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let english = || Visit::default().in_english();
    let visit = Visit::default;
    vec![
        Journey::new(
            "an exported file brings the same to a fresh page",
            CHROMIUM,
            visit(),
            there_and_back,
        ),
        Journey::new("refuses files, in Chinese", CHROMIUM, visit(), refuses),
        Journey::new("refuses files, in English", CHROMIUM, english(), refuses),
        Journey::new("the table adds up, in Chinese", CHROMIUM, visit(), table),
        Journey::new("the table adds up, in English", CHROMIUM, english(), table),
    ]
}

fn there_and_back(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let file = page.file("family.json", CHENGDU.text)?;
    page.import(words, &file)?;
    page.agrees_with(&file, words)?;
    let before = page.snapshot()?;
    ensure!(
        before.answers == CHENGDU.answers()?,
        "the import changed answers: {:?}",
        before.answers
    );
    let (exported, _) = page.export(words)?;
    page.afresh()?;
    ensure!(
        page.figures()? != before.figures,
        "the page is not fresh: {before:?}"
    );
    page.import(words, &exported)
        .context("the page's own file")?;
    page.is_again("the exported file", &before)
}

/// A file that the page must refuse, and what it says.
struct Wrong {
    name: &'static str,
    text: String,
    why: String,
}

fn wrong_files(words: &Words) -> Result<Vec<Wrong>> {
    let people = words.at(&["unit", "person"])?;
    let allowed = [("low", "1"), ("high", "20"), ("unit", people)];
    let range = words.fill("error_range", &allowed)?;
    let members = words.at(&["question", "members", "label"])?;
    let value = [("key", members), ("found", "99"), ("allowed", &*range)];
    let year = r#"{"format": 2, "answers": {}, "plan": {"actions": {"ev": {"from": 1990}}}}"#;
    let year = year.to_owned();
    let (first, last) = (PLANNED.start().to_string(), PLANNED.end().to_string());
    // plain: a year is no amount
    let years = words.fill("error_year", &[("first", &first), ("last", &last)])?;
    let key = ("key", "plan.actions.ev.from");
    let late = [key, ("found", "1990"), ("allowed", &years)];
    let half = HARBIN.text.len() / 2;
    let wrong = |name, text: String, why: String| Wrong { name, text, why };
    Ok(vec![
        wrong(
            "damaged.json",
            HARBIN.text.get(..half).unwrap_or_default().to_owned(),
            words.beginning("file_not_json")?.to_owned(),
        ),
        wrong(
            "foreign.json",
            r#"{"type": "FeatureCollection", "features": []}"#.to_owned(),
            words.fill("file_missing_key", &[("key", "format")])?,
        ),
        wrong(
            "list.json",
            "[1, 2]".to_owned(),
            words.ui("file_foreign")?.to_owned(),
        ),
        wrong(
            "newer.json",
            HARBIN.text.replacen("\"format\": 1", "\"format\": 3", 1),
            words.fill("file_newer", &[("format", "3")])?,
        ),
        wrong(
            "bounds.json",
            HARBIN.text.replacen("\"members\": 2", "\"members\": 99", 1),
            words.fill("file_value", &value)?,
        ),
        wrong("year.json", year, words.fill("file_value", &late)?),
        wrong(
            "large.json",
            format!("{}{}", HARBIN.text, " ".repeat(1_000_000)),
            words.ui("file_too_large")?.to_owned(),
        ),
    ])
}

fn refuses(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let right = page.file("right.json", CHENGDU.text)?;
    page.import(words, &right)?;
    let before = page.snapshot()?;
    for Wrong { name, text, why } in wrong_files(words)? {
        let file = page.file(name, &text)?;
        page.open_file(words, &file)?;
        page.wait_text("#open-error", &why).context(name)?;
        page.wait_text("#open-error", words.beginning("file_refused")?)?;
        page.is_again(name, &before)?;
    }
    page.axe()?;
    page.screenshot(&format!("file-refused-{}", page.visit.language))?;
    page.import(words, &right)?;
    ensure!(
        !page.shows("#open-error")?,
        "the message stays after a file that is accepted"
    );
    page.is_again("the right file", &before)
}

/// Of a family, and of a household of which nothing is known: it has lines in some draws only.
fn table(page: &mut Page<'_>) -> Result<()> {
    const NOTHING: &str = r#"{ "format": 1, "answers": { "members": null } }"#;
    const TWO_CARS: &str = include_str!("../../../model/personas/shanghai_two_cars.json");
    for (name, text) in [
        ("family.json", CHENGDU.text),
        ("nothing.json", NOTHING),
        ("cars.json", TWO_CARS),
    ] {
        adds_up(page, name, text).context(name)?;
    }
    Ok(())
}

fn adds_up(page: &Page<'_>, name: &str, text: &str) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let file = page.file(name, text)?;
    page.import(words, &file)?;
    page.settled()?;
    page.push(words, "csv")?;
    let (_, text) = page.downloaded(".csv")?;
    let estimate = page.estimate(&file)?;
    let bands = line_bands(&estimate)?;
    let mut lacking: BTreeSet<&String> = bands.keys().collect();
    let mut sums: BTreeMap<String, f64> = BTreeMap::new();
    for row in csv::rows(&text)? {
        let cell = |column: &str| row.get(column).with_context(|| format!("no {column}"));
        let (id, name) = (cell("id")?, cell("name")?);
        ensure!(
            name == words.at(&["line", id])?,
            "{id} is called {name} in the table"
        );
        let number = |column: &str| -> Result<f64> {
            let text = cell(column)?;
            text.parse().with_context(|| format!("{id}: {text:?}"))
        };
        let kg = number("kg")?;
        let band = [number("p05")?, number("p50")?, number("p95")?];
        // all cars in one row, as their band is of all of them
        ensure!(lacking.remove(id), "{id} stands twice in the table");
        let computed = bands.get(id);
        ensure!(
            computed == Some(&band),
            "{id}: {band:?} in the table, {computed:?} computed"
        );
        *sums.entry(cell("domain")?.clone()).or_default() += kg;
    }
    ensure!(lacking.is_empty(), "not in the table: {lacking:?}");
    let domains = estimate.get("domains").and_then(|all| all.as_object());
    for (domain, wanted) in domains.context("no domains")? {
        let wanted = wanted.get("kg").and_then(|kg| kg.as_f64());
        let wanted = wanted.with_context(|| domain.clone())?;
        let sum = sums.remove(domain).unwrap_or_default();
        ensure!(
            (sum - wanted).abs() < 1e-6 * wanted.max(1.0),
            "{domain}: {sum} kg in the table, {wanted} kg computed"
        );
    }
    ensure!(sums.is_empty(), "more in the table: {sums:?}");
    Ok(())
}

/// The bands of the lines that the command line computes.
fn line_bands(estimate: &Value) -> Result<BTreeMap<String, Band>> {
    let lines = estimate.get("lines").and_then(Value::as_array);
    let lines = lines.context("no lines")?.iter();
    let band = |line: &Value| {
        let id = line.get("id").and_then(Value::as_str).context("no id")?;
        Ok((id.to_owned(), computed(line, "")?))
    };
    lines.map(band).collect()
}

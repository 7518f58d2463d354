//! `bench`: sizes and speed as a table. It reports and judges nothing.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;

use crate::page;
use crate::process::{Tool, on_path};
use crate::server::{Options, Site};
use crate::steps::slowly;
use crate::{journeys, paths, sizes, tools};

/// A row: what was measured, and the figure.
type Row = (String, String);
/// A part of the table and what measures it.
type Part = (&'static str, fn() -> Result<Vec<Row>>);

/// Builds the page and prints the table.
///
/// # Errors
/// When the page cannot be built; after the table, when a row could not be measured.
pub fn run() -> Result<()> {
    let sizes = page::build()?;
    let parts: [Part; 3] = [
        ("the model, native", native),
        ("page in Chromium", browser),
        ("Lighthouse, phone", lighthouse),
    ];
    let mut rows = Vec::new();
    let mut missing = Vec::new();
    for (what, measure) in parts {
        match slowly(what, "a minute", measure) {
            Ok(more) => {
                let failed = |row: &&Row| row.0 == "not measured";
                missing.extend(more.iter().filter(failed).map(|(_, why)| why.clone()));
                rows.extend(more);
            }
            Err(why) => missing.push(format!("{what}: {why:#}")),
        }
    }
    println!();
    sizes::print("first load", &sizes);
    println!("\n{:<52} {:>20}", "what", "figure");
    for (what, figure) in rows {
        println!("{what:<52} {figure:>20}");
    }
    if !missing.is_empty() {
        bail!("not measured:\n  {}", missing.join("\n  "));
    }
    Ok(())
}

/// What the model's own bench prints, a `name: figure` on each line.
fn native() -> Result<Vec<Row>> {
    let lines = Tool::new("cargo")
        .args([
            "run",
            "--quiet",
            "--release",
            "-p",
            "tanlu-model",
            "--example",
            "bench",
        ])
        .dir(&paths::root()?)
        .output()?;
    rows(&lines)
}

/// Reads a `name: figure` on each line.
fn rows(lines: &str) -> Result<Vec<Row>> {
    let row = |line: &str| {
        let (what, figure) = line.split_once(": ")?;
        Some((what.to_owned(), figure.trim().to_owned()))
    };
    lines
        .lines()
        .map(|line| row(line).with_context(|| line.to_owned()))
        .collect()
}

/// Start and answers in Chromium, as the journeys' `--bench` measures them.
fn browser() -> Result<Vec<Row>> {
    rows(&journeys::tool(&["--browser", "chromium", "--bench"])?.output()?)
}

/// Lighthouse's four scores with its phone profile.
fn lighthouse() -> Result<Vec<Row>> {
    if !on_path("chromium") {
        bail!("Chromium is missing");
    }
    let site = Site::start(&paths::dist()?, &Options::default())?;
    let profile = paths::target()?.join("lighthouse");
    fs::create_dir_all(&profile)?;
    let report = profile.join("report.json");
    let flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync";
    tools::LIGHTHOUSE
        .program("lighthouse")?
        .arg(site.url())
        .args(["--quiet", "--output=json", "--no-enable-error-reporting"])
        .arg(format!("--output-path={}", report.display()))
        .arg("--only-categories=performance,accessibility,best-practices,seo")
        .arg(format!("--chrome-flags={flags}"))
        .env("CHROME_PATH", "/usr/bin/chromium")
        .env("CI", "1")
        .output()?;
    let report: Value = serde_json::from_str(&fs::read_to_string(&report)?)?;
    let mut rows = Vec::new();
    let categories = report.get("categories").and_then(Value::as_object);
    for (id, category) in categories.context("no scores")? {
        let score = category
            .get("score")
            .and_then(Value::as_f64)
            .context("no score")?;
        rows.push((
            format!("Lighthouse, phone: {id}"),
            format!("{:.0}", score * 100.0),
        ));
        let audits = category.get("auditRefs").and_then(Value::as_array);
        let low = audits
            .into_iter()
            .flatten()
            .filter_map(|audit| low(&report, audit));
        rows.extend(low.filter(|_| score < 1.0));
    }
    Ok(rows)
}

/// A row for an audit that costs points.
fn low(report: &Value, audit: &Value) -> Option<Row> {
    let id = audit.get("id")?.as_str()?;
    let found = report.pointer(&format!("/audits/{id}"))?;
    let text = |name| {
        found
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let score = found.get("score")?.as_f64()?;
    (score < 0.9).then(|| (format!("    {}", text("title")), text("displayValue")))
}

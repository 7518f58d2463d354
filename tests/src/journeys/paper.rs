//! Large text, and the printed sheet.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use std::fs;

use super::{Journey, chromium};
use crate::family::{CHENGDU, Family, HARBIN};
use crate::faults::Faults;
use crate::model;
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let desktop = Visit::default;
    let english = || Visit::default().in_english();
    let twice = |visit| Visit { text: 200, ..visit };
    vec![
        chromium("text at 200 %, in Chinese", twice(desktop()), large),
        chromium("text at 200 %, in English", twice(english()), large),
        chromium(
            "text at 200 % on a phone, in Chinese",
            twice(Visit::phone()),
            large,
        ),
        chromium(
            "text at 200 % on a phone, in English",
            twice(Visit::phone().in_english()),
            large,
        ),
        chromium("one sheet, in Chinese", desktop(), sheets),
        chromium("one sheet, in English", english(), sheets),
    ]
}

const CUT: &str = include_str!("../../js/cut.js");

/// Nothing may be cut off or make the page scroll sideways.
fn nothing_cut(page: &Page<'_>, state: &str, look: &str) -> Result<()> {
    let script = format!(
        "const done = arguments[arguments.length - 1];\n{CUT}\nPromise.resolve({look}).then(done);"
    );
    let call = json!({ "script": script, "args": [] });
    let found = page.command("POST", "/execute/async", &call)?;
    let found: Vec<&str> = found
        .as_array()
        .context("no answer")?
        .iter()
        .filter_map(Value::as_str)
        .collect();
    page.screenshot(&format!(
        "large-{state}-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    let first: Vec<&str> = found.iter().take(8).copied().collect();
    ensure!(
        found.is_empty(),
        "{state}: {} things, such as\n    {}",
        found.len(),
        first.join("\n    ")
    );
    Ok(())
}

fn large(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let mut faults = Faults::default();
    page.wait_for("getComputedStyle(document.documentElement).fontSize === '32px'")?;
    page.settled()?;
    faults.note(nothing_cut(page, "start", "cut()"));
    let file = page.file("family.json", CHENGDU.text)?;
    page.import(words, &file)?;
    page.in_turn(words)?;
    page.settled()?;
    faults.note(nothing_cut(page, "in-turn", "cut()"));
    page.open_part(words, "home")?;
    faults.note(nothing_cut(page, "questions", "cutOnTheWay()"));
    page.open_part(words, "home")?;
    page.reach(words, "members")?;
    page.by_label(words.label("members")?)?.fill("99")?;
    page.first("#q-members-error")?;
    faults.note(nothing_cut(page, "error", "cut()"));
    page.screen(words, "result")?;
    page.settled()?;
    page.first("button.line")?.click()?;
    page.first(".working")?;
    faults.note(nothing_cut(page, "result", "cut()"));
    // with a plan there are those who join in
    let planned = model::planned(CHENGDU.text, &["plant_days", "drive_less"], 2027)?;
    let file = page.file("planned.json", &planned)?;
    page.import(words, &file)?;
    page.screen(words, "path")?;
    page.settled()?;
    page.first("[data-said=sum]")?;
    page.first("section[aria-labelledby=nation] table")?;
    faults.note(nothing_cut(page, "path", "cut()"));
    page.screen(words, "keep")?;
    page.push(words, "home_add")?;
    page.first("section[aria-labelledby=homes] table")?;
    faults.note(nothing_cut(page, "keep", "cut()"));
    faults.end()
}

fn sheets(page: &mut Page<'_>) -> Result<()> {
    let mut faults = Faults::default();
    for family in [CHENGDU, HARBIN] {
        faults.note(one_sheet(page, family).context(family.name));
    }
    faults.end()
}

fn one_sheet(page: &Page<'_>, family: Family) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let file = page.file("family.json", family.text)?;
    page.import(words, &file)?;
    page.settled()?;
    let name = format!("sheet-{}-{}", family.name, page.visit.language);
    let pages = pages_printed(page, &name)?;
    ensure!(pages == 1, "{pages} pages of paper");
    Ok(())
}

/// How many sheets of A4 the page takes when it is printed.
pub(super) fn pages_printed(page: &Page<'_>, name: &str) -> Result<usize> {
    // A4 in inches, the browser's usual margins
    let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": true });
    let printed = page.cdp("Page.printToPDF", &paper)?;
    let data = printed.get("data").and_then(Value::as_str);
    let pdf = BASE64.decode(data.context("nothing printed")?)?;
    if let Some(folder) = &page.options.screenshots {
        fs::create_dir_all(folder)?;
        fs::write(folder.join(format!("{name}.pdf")), &pdf)?;
    }
    let text = String::from_utf8_lossy(&pdf);
    Ok(text.matches("/Type /Page").count() - text.matches("/Type /Pages").count())
}

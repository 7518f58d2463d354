//! The page is usable by everyone: axe in every part and state, in all colours.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{Journey, chromium};
use crate::family::{CHENGDU, HARBIN};
use crate::faults::Faults;
use crate::page::Page;
use crate::visit::Visit;
use crate::way::PARTS;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let desktop = Visit::default;
    let english = || Visit::default().in_english();
    vec![
        chromium("every part, in Chinese", desktop(), every_part),
        chromium("every part, in English", english(), every_part),
        chromium(
            "every part on a phone, in Chinese",
            Visit::phone(),
            every_part,
        ),
        chromium(
            "every part on a phone, in English",
            Visit::phone().in_english(),
            every_part,
        ),
        chromium("every state, in Chinese", desktop(), every_state),
        chromium(
            "every state on a phone, in English",
            Visit::phone().in_english(),
            every_state,
        ),
        chromium("forced colours and no motion", desktop(), media),
    ]
}

const COLOURS: [&str; 2] = ["light", "dark"];

fn every_part(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let parts = page.all(".parts button")?.len();
    ensure!(parts == PARTS.len() + 1, "{parts} in the list of parts");
    let mut faults = Faults::default();
    faults.note(in_turn(page, words));
    for part in PARTS {
        page.open_part(words, part)?;
        for colours in COLOURS {
            page.emulate(&[("prefers-color-scheme", colours)])?;
            faults.note(page.axe().with_context(|| format!("{part}, {colours}")));
            page.screenshot(&format!(
                "part-{part}-{colours}-{}-{}",
                page.visit.language, page.visit.width
            ))?;
        }
    }
    faults.end()
}

/// The questions in turn: at the start, and with some that are answered above the open one.
fn in_turn(page: &Page<'_>, words: &Words) -> Result<()> {
    let mut faults = Faults::default();
    page.settled()?;
    faults.note(both_colours(page, "in-turn"));
    for answer in [json!(2500), json!("CN-GD"), Value::Null] {
        let open = page.open_in_turn()?.context("nothing is asked")?;
        page.come_to(words, &open)?;
        page.answer(words, &open, &answer).context(open)?;
    }
    page.settled()?;
    faults.note(both_colours(page, "in-turn-answered"));
    faults.end()
}

/// Axe in both colours.
fn both_colours(page: &Page<'_>, state: &str) -> Result<()> {
    page.screenshot(&format!(
        "{state}-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    for colours in COLOURS {
        page.emulate(&[("prefers-color-scheme", colours)])?;
        page.axe().with_context(|| format!("{state}, {colours}"))?;
    }
    Ok(())
}

fn every_state(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let mut faults = Faults::default();
    let file = page.file("family.json", CHENGDU.text)?;
    page.import(words, &file)?;
    page.screen(words, "result")?;
    faults.note(both_colours(page, "answered"));
    open_line(page)?;
    faults.note(both_colours(page, "line-opened"));
    let lines = page.all(".lines > li")?.len();
    page.first("section[aria-labelledby=lines] > button")?
        .click()?;
    page.wait("more lines", || {
        Ok((page.all(".lines > li")?.len() > lines).then_some(()))
    })?;
    faults.note(both_colours(page, "all-lines"));
    page.push(words, "fewer_lines")?;
    page.screen(words, "keep")?;
    page.push(words, "home_add")?;
    let file = page.file("other.json", HARBIN.text)?;
    page.import(words, &file)?;
    page.first("section[aria-labelledby=homes] table")?;
    faults.note(both_colours(page, "households"));
    let wrong = page.file("wrong.json", "[]")?;
    page.open_file(words, &wrong)?;
    page.first("#open-error")?;
    faults.note(both_colours(page, "file-refused"));
    page.open_part(words, "home")?;
    page.reach(words, "members")?;
    page.by_label(words.label("members")?)?.fill("99")?;
    page.first("#q-members-error")?;
    faults.note(both_colours(page, "error"));
    page.open_part(words, "travel")?;
    page.reach(words, "cars")?;
    page.first("#q-cars-add")?.click()?;
    page.first("#q-cars-0-kind")?;
    faults.note(both_colours(page, "list"));
    faults.end()
}

/// Opens the largest line.
fn open_line(page: &Page<'_>) -> Result<()> {
    page.settled()?;
    let line = page.first("button.line")?;
    line.click()?;
    page.first(".working")?;
    ensure!(
        line.attribute("aria-expanded")?.as_deref() == Some("true"),
        "the line does not say that it is open"
    );
    Ok(())
}

fn media(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    for screen in ["answer", "result", "change", "path", "keep"] {
        page.screen(words, screen)?;
        if screen == "result" {
            open_line(page)?;
        }
        for colours in COLOURS {
            let features = [
                ("forced-colors", "active"),
                ("prefers-color-scheme", colours),
            ];
            page.emulate(&features)?;
            page.wait_for("matchMedia('(forced-colors: active)').matches")?;
            page.screenshot(&format!("forced-{screen}-{colours}"))?;
            // the browser takes the system's colours for text, axe still sees the page's
            page.axe_without(&["color-contrast"])
                .with_context(|| format!("forced, {screen}, {colours}"))?;
        }
    }
    page.emulate(&[("prefers-reduced-motion", "reduce")])?;
    page.wait_for("matchMedia('(prefers-reduced-motion: reduce)').matches")?;
    page.axe().context("reduced motion")?;
    let moving = page.eval(
        "document.getAnimations().length
           + [...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).scrollBehavior === 'smooth').length",
    )?;
    ensure!(moving == 0, "{moving} things move");
    Ok(())
}

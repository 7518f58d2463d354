//! Several households side by side.

use anyhow::{Context, Result, ensure};

use super::{CHROMIUM, Journey};
use crate::family::{CHENGDU, HARBIN};
use crate::figures::Band;
use crate::page::Page;
use crate::visit::Visit;
use crate::words::{Words, rough};

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    vec![Journey::new(
        "several households side by side",
        CHROMIUM,
        Visit::default().in_english(),
        side_by_side,
    )]
}

/// The table of all households, as rows of texts.
fn table(page: &Page<'_>) -> Result<Vec<Vec<String>>> {
    let rows = page.eval(
        "[...document.querySelectorAll('section[aria-labelledby=homes] table tr')]
           .map((row) => [...row.cells].map((cell) => cell.textContent.trim()))",
    )?;
    serde_json::from_value(rows).context("the table of households")
}

/// A column of the table: the household's name, and its figures without the name of the row.
fn column(page: &Page<'_>, at: usize) -> Result<Vec<String>> {
    let cells = table(page)?.into_iter().map(|row| row.into_iter().nth(at));
    cells.collect::<Option<_>>().context("no such column")
}

/// A median with its band, as the table writes it.
fn with_band(words: &Words, band: Band) -> Result<String> {
    let [_, median, _] = band;
    let values = [("value", &*rough(median, 3)), ("band", &words.band(band)?)];
    words.fill("with_band", &values)
}

fn rename(page: &Page<'_>, words: &Words, name: &str) -> Result<()> {
    page.by_label(words.ui("home_name")?)?.fill(name)?;
    page.by_role("button", name)
        .map(drop)
        .context("no button of that name")
}

fn side_by_side(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let file = page.file("family.json", HARBIN.text)?;
    page.import(words, &file)?;
    rename(page, words, "Mum, Dad")?;
    let harbin = page.figures()?;
    page.push(words, "home_add")?;
    page.by_role("button", &words.fill("home_number", &[("number", "2")])?)?;
    ensure!(
        page.figures()? == harbin,
        "a new household starts otherwise"
    );
    let file = page.file("ours.json", CHENGDU.text)?;
    page.import(words, &file)?;
    rename(page, words, "家")?;
    let chengdu = page.figures()?;
    page.wait("both in the table", || {
        Ok((table(page)?.first().map(Vec::len) == Some(3)).then_some(()))
    })?;
    let both = table(page)?;
    for (at, name, figures) in [(1, "Mum, Dad", &harbin), (2, "家", &chengdu)] {
        let column = column(page, at)?;
        ensure!(column.first().is_some_and(|head| head == name), "{both:?}");
        for (row, figure) in [(1, "per_person"), (2, "household"), (3, "home")] {
            let wanted = with_band(words, *figures.get(figure).context(figure)?)?;
            ensure!(
                column.get(row) == Some(&wanted),
                "{name}: {figure} is {wanted} on the page: {both:?}"
            );
        }
    }
    ensure!(
        both.last().and_then(|row| row.first()).map(String::as_str)
            == Some(words.ui("above_first")?),
        "no differences: {both:?}"
    );
    page.screenshot("households")?;
    removed_and_back(page, words, &both)?;
    page.reload()?;
    page.wait("both after the reload", || {
        Ok((table(page)? == both).then_some(()))
    })?;
    ensure!(page.figures()? == chengdu, "another household is shown");
    page.by_role("button", "Mum, Dad")?.click()?;
    page.wait("the first household", || {
        Ok((page.figures()? == harbin).then_some(()))
    })?;
    no_more_than_four(page, words)
}

/// Removes the household that is shown, takes that back, and does so across a reload.
fn removed_and_back(page: &mut Page<'_>, words: &Words, both: &[Vec<String>]) -> Result<()> {
    page.push(words, "home_remove")?;
    page.says(words, "home_removed")?;
    ensure!(table(page)?.is_empty(), "a table of one household");
    ensure!(
        page.by_role("button", words.ui("home_remove")?)?
            .disabled()?,
        "the last household can be removed"
    );
    page.push(words, "undo")?;
    page.says(words, "undone")?;
    page.wait("both again", || Ok((table(page)? == both).then_some(())))
}

fn no_more_than_four(page: &Page<'_>, words: &Words) -> Result<()> {
    for _ in 0..2 {
        page.push(words, "home_add")?;
    }
    let add = page.by_role("button", words.ui("home_add")?)?;
    page.wait("room for four", || Ok(add.disabled()?.then_some(())))
}

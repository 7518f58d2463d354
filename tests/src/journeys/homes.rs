//! Several households side by side.

use anyhow::{Context, Result, ensure};

use super::{CHROMIUM, Journey};
use crate::family::{CHENGDU, HARBIN};
use crate::figures::number;
use crate::page::Page;
use crate::visit::Visit;
use crate::words::{Words, grouped};

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
    let central = [page.estimate(&file)?];
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
    let central = [central, [page.estimate(&file)?]].concat();
    page.wait("both in the table", || {
        Ok((table(page)?.first().map(Vec::len) == Some(3)).then_some(()))
    })?;
    let both = table(page)?;
    for (at, (name, estimate)) in ["Mum, Dad", "家"].into_iter().zip(&central).enumerate() {
        let column = column(page, at + 1)?;
        ensure!(column.first().is_some_and(|head| head == name), "{both:?}");
        // the table is of central values
        for (row, figure) in [(1, "per_person"), (2, "household"), (3, "domains/home")] {
            let kg = grouped(number(estimate, &format!("{figure}/kg"))?.round());
            ensure!(
                column.get(row) == Some(&kg),
                "{name}: {figure} is {kg} on the command line: {both:?}"
            );
        }
    }
    page.screenshot("households")?;
    removed_and_back(page, words, &both)?;
    page.reload()?;
    ensure!(
        table(page)? == both,
        "lost in the reload: {:?}",
        table(page)?
    );
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

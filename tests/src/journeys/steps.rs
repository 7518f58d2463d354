//! Steps back, what is said about steps, and a browser that has no room to keep them.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{Journey, chromium};
use crate::family::{CHENGDU, HARBIN};
use crate::faults::Faults;
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let visit = Visit::default;
    vec![
        chromium("takes steps back", visit(), steps_back),
        chromium(
            "a refused entry goes when other answers come",
            visit(),
            refused_entry,
        ),
        chromium(
            "a phone says what happened",
            Visit::phone(),
            says_on_a_phone,
        ),
        chromium("goes on where storage is full", visit(), full),
    ]
}

fn steps_back(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let undo = |wanted| -> Result<()> {
        page.push(words, "undo")?;
        page.says(words, "undone")?;
        page.is_again("undone", wanted)
    };
    let start = page.snapshot()?;
    ensure!(
        page.by_role("button", words.ui("undo")?)?.disabled()?,
        "a step back before the first step"
    );
    page.open_part(words, "home")?;
    page.answer(words, "members", &json!(4))?;
    let four = page.snapshot()?;
    let electricity = json!({ "value": 300, "unit": "CNY/month" });
    page.answer(words, "electricity", &electricity)?;
    undo(&four)?;
    let field = page.first("#q-electricity")?.value()?;
    ensure!(field.is_empty(), "the field still says {field}");
    undo(&start)?;
    let file = page.file("family.json", HARBIN.text)?;
    page.import(words, &file)?;
    let family = page.snapshot()?;
    page.push(words, "clear_all")?;
    page.says(words, "cleared")?;
    page.is_again("cleared", &start)?;
    ensure!(
        page.by_role("button", words.ui("clear_all")?)?.disabled()?,
        "what is empty can be cleared"
    );
    undo(&family)?;
    undo(&start)?;
    ensure!(
        page.by_role("button", words.ui("undo")?)?.disabled()?,
        "there are steps left to take back"
    );
    Ok(())
}

fn refused_entry(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let error = "#q-members-error";
    page.open_part(words, "home")?;
    page.answer(words, "members", &json!(4))?;
    page.first("#q-members")?.fill("99")?;
    page.first(error)?;
    page.push(words, "undo")?;
    page.says(words, "undone")?;
    let mut faults = Faults::default();
    faults.note(fresh_field(page, "").context("taken back"));
    page.first("#q-members")?.fill("98")?;
    page.first(error)?;
    let file = page.file("family.json", CHENGDU.text)?;
    page.import(words, &file)?;
    page.screen(words, "answer")?;
    faults.note(fresh_field(page, "3").context("imported"));
    faults.end()
}

/// The field of the members must say this, without an error.
fn fresh_field(page: &Page<'_>, wanted: &str) -> Result<()> {
    let value = page.first("#q-members")?.value()?;
    ensure!(value == wanted, "the field says {value:?}");
    ensure!(
        !page.shows("#q-members-error")?,
        "the error stays: {}",
        page.text_of("#q-members-error")?
    );
    Ok(())
}

/// Where a phone shows it, what the last step did must be said.
fn says_on_a_phone(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let mut faults = Faults::default();
    let said = |key: &str| -> Result<()> {
        page.says(words, key)?;
        let said = page.all("[role=status]")?;
        let texts = said.iter().map(|one| one.text());
        let texts = texts.collect::<Result<Vec<_>>>()?;
        let wanted = words.beginning(key)?;
        ensure!(
            texts.iter().any(|text| text.contains(wanted)),
            "nothing that shows says {wanted:?}, but {texts:?}"
        );
        Ok(())
    };
    let file = page.file("family.json", HARBIN.text)?;
    page.import(words, &file)?;
    faults.note(said("imported"));
    page.push(words, "clear_all")?;
    faults.note(said("cleared"));
    page.push(words, "undo")?;
    faults.note(said("undone"));
    faults.end()
}

fn full(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    page.open_part(words, "home")?;
    page.answer(words, "members", &json!(4))?;
    let kept = page.snapshot()?;
    ensure!(!page.shows(".notice:not(:empty)")?, "a notice without need");
    page.script(
        "window.setItem = Storage.prototype.setItem;
         Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        &[],
    )?;
    let radio = page.by_label(words.option("heating", "gas_boiler")?)?;
    radio.click()?;
    page.wait_text(".notice", words.ui("not_saved")?)?;
    page.wait("another result", || {
        Ok((page.figures()? != kept.figures).then_some(()))
    })?;
    ensure!(radio.checked()?, "the answer is not shown");
    page.axe()?;
    page.screenshot("storage-full")?;
    let (_, text) = page.export(words)?;
    let file: Value = serde_json::from_str(&text)?;
    ensure!(
        file.pointer("/answers/heating") == Some(&json!("gas_boiler")),
        "the file lacks the answer: {text}"
    );
    // as soon as there is room again, all is kept
    page.script("Storage.prototype.setItem = window.setItem;", &[])?;
    page.screen(words, "answer")?;
    page.answer(words, "settlement", &json!("town"))?;
    page.wait_for("document.querySelector('.notice').textContent === ''")?;
    let answers = page.kept_answers()?;
    ensure!(answers.contains_key("heating"), "kept only {answers:?}");
    Ok(())
}

//! Languages, and the addresses of screens.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{CHROMIUM, Journey};
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let visit = Visit::default;
    vec![
        Journey::new("another language", CHROMIUM, visit(), another_language),
        Journey::new("each screen has an address", CHROMIUM, visit(), addresses),
    ]
}

/// The page must be in this language, also to the browser.
fn speaks(page: &Page<'_>, tag: &str) -> Result<()> {
    let words = Words::of(tag)?;
    page.wait_text(".page h1", words.ui("lead")?)
        .with_context(|| format!("not in {tag}"))?;
    let said = page.eval("[document.documentElement.lang, document.title]")?;
    ensure!(
        said == json!([tag, words.window_title("answer")?]),
        "language and title are {said}, not {tag}"
    );
    Ok(())
}

fn another_language(page: &mut Page<'_>) -> Result<()> {
    let chinese = &Words::of("zh-CN")?;
    speaks(page, "zh-CN")?;
    page.goto("?lang=en")?;
    speaks(page, "en").context("the address before the browser")?;
    page.goto("")?;
    speaks(page, "zh-CN").context("the address is for one visit")?;
    page.open_part(chinese, "home")?;
    page.answer(chinese, "members", &json!(4))?;
    page.answer(chinese, "heating", &json!("gas_boiler"))?;
    let before = page.snapshot()?;
    page.push(chinese, "other_language")?;
    speaks(page, "en").context("switched")?;
    page.is_again("switched", &before)?;
    let english = &Words::of("en")?;
    let members = page.by_label(english.label("members")?)?.value()?;
    ensure!(members == "4", "the field says {members:?}");
    let heating = page.by_label(english.option("heating", "gas_boiler")?)?;
    ensure!(heating.checked()?, "the heating is not chosen any more");
    page.reload()?;
    speaks(page, "en").context("the choice stays")?;
    page.is_again("reloaded", &before)?;
    page.goto("?lang=zh")?;
    speaks(page, "zh-CN").context("the address before the choice")?;
    page.goto("?lang=xx")?;
    speaks(page, "en").context("a language that the page does not speak")?;
    // a keyboard user stays where they were
    page.push(english, "other_language")?;
    speaks(page, "zh-CN")?;
    page.wait_for("document.activeElement.matches('.top button')")
        .context("the focus after the switch")
}

fn addresses(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    page.goto("?lang=zh#result")?;
    page.first(".page[data-screen=result]")?;
    page.screen(words, "keep")?;
    page.reload()?;
    page.first(".page[data-screen=keep]")?;
    page.screen(words, "answer")?;
    for screen in ["keep", "result"] {
        page.command("POST", "/back", &json!({}))?;
        page.on_screen(words, screen).context("the way back")?;
    }
    // a heading named as the address once drew the browser to it, and the result lost its top
    let taken =
        page.eval("['answer', 'result', 'keep'].filter((id) => document.getElementById(id))")?;
    ensure!(taken == json!([]), "elements named as screens: {taken}");
    Ok(())
}

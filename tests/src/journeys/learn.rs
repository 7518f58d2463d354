//! The pages to learn from: the quiz by keyboard, without JavaScript, on paper.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{CHROMIUM, Journey, NOT_WEBKIT};
use crate::page::Page;
use crate::visit::Visit;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let chinese = || Visit {
        query: "learn.zh.html",
        ..Visit::default()
    };
    let english = |visit: Visit| Visit {
        language: "en",
        query: "learn.en.html",
        ..visit
    };
    vec![
        Journey::new(
            "the quiz by keyboard, in Chinese",
            CHROMIUM,
            chinese(),
            play,
        ),
        Journey::new(
            "the quiz by keyboard on a phone, in English",
            CHROMIUM,
            english(Visit::phone()),
            play,
        ),
        Journey::new(
            "the quiz without JavaScript",
            NOT_WEBKIT,
            Visit {
                javascript: false,
                ..chinese()
            },
            without_javascript,
        ),
        Journey::new(
            "the quiz on paper",
            CHROMIUM,
            english(Visit::default()),
            paper,
        ),
        Journey::new("from a card to the calculator", CHROMIUM, chinese(), try_it),
    ]
}

/// How the quiz says that an answer is right, that it is wrong, and that there is none.
fn verdicts(page: &Page<'_>) -> [&'static str; 3] {
    if page.visit.language == "en" {
        ["Right.", "No,", "Choose"]
    } else {
        ["答对了", "不对", "请先选"]
    }
}

/// How many questions there are.
fn count(page: &Page<'_>) -> Result<usize> {
    let count = page.eval("document.querySelectorAll('.quiz fieldset').length")?;
    let count = count.as_u64().context("no count")?;
    Ok(usize::try_from(count)?)
}

/// The place of a question's right option among its options, and how many there are.
fn answer(page: &Page<'_>, at: usize) -> Result<(usize, usize)> {
    let found = page.script(
        "const question = document.querySelectorAll('.quiz fieldset')[arguments[0]];
         return [Number(question.dataset.answer), question.querySelectorAll('input').length];",
        &[json!(at)],
    )?;
    Ok(serde_json::from_value(found)?)
}

fn verdict(page: &Page<'_>, at: usize) -> Result<String> {
    let said = page.script(
        "return document.querySelectorAll('.quiz .verdict')[arguments[0]].textContent;",
        &[json!(at)],
    )?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

/// Puts the focus on a question's first option, as someone who tabs along would.
fn reach(page: &Page<'_>, at: usize) -> Result<()> {
    page.script(
        "document.querySelectorAll('.quiz fieldset')[arguments[0]].querySelector('input').focus();",
        &[json!(at)],
    )?;
    Ok(())
}

/// Chooses an option from the first one with the keys, and checks it.
fn choose(page: &Page<'_>, place: usize) -> Result<()> {
    let mut keys = vec!["Space"];
    keys.extend(vec!["ArrowDown"; place]);
    keys.extend(["Tab", "Enter"]);
    page.press(&keys)
}

fn play(page: &mut Page<'_>) -> Result<()> {
    let all = count(page)?;
    ensure!(all >= 20, "{all} questions");
    let [right, wrong, none] = verdicts(page);
    // checked before anything is chosen: first radio, then the button
    reach(page, 0)?;
    page.press(&["Tab", "Enter"])?;
    ensure!(verdict(page, 0)?.starts_with(none), "{}", verdict(page, 0)?);
    // moving along the options is no answer yet
    page.press(&["Shift+Tab", "Space", "ArrowDown"])?;
    ensure!(verdict(page, 0)?.starts_with(none), "an arrow key answered");
    let (of_first, options) = answer(page, 0)?;
    reach(page, 0)?;
    choose(page, (of_first + 1) % options)?;
    ensure!(
        verdict(page, 0)?.starts_with(wrong),
        "{}",
        verdict(page, 0)?
    );
    ensure!(
        page.eval("document.querySelector('.quiz details').open")? == true,
        "why is not told"
    );
    page.screenshot(&format!("quiz-{}", page.visit.language))?;
    // a second try is told, and does not count
    reach(page, 0)?;
    choose(page, of_first)?;
    ensure!(
        verdict(page, 0)?.starts_with(right),
        "{}",
        verdict(page, 0)?
    );
    for at in 1..all {
        reach(page, at)?;
        choose(page, answer(page, at)?.0)?;
        ensure!(
            verdict(page, at)?.starts_with(right),
            "{at}: {}",
            verdict(page, at)?
        );
    }
    let score = page.text_of(".quiz .score")?;
    let [all_of, counted] = [all, all - 1].map(|number| number.to_string());
    ensure!(
        score.contains(&all_of) && score.contains(&counted),
        "it says {score:?}"
    );
    page.axe()?;
    page.emulate(&[("prefers-color-scheme", "dark")])?;
    page.axe()?;
    page.screenshot(&format!("quiz-done-{}", page.visit.language))?;
    again(page)
}

/// Everything is as it was at first, and the focus is at the heading.
fn again(page: &Page<'_>) -> Result<()> {
    page.script("document.querySelector('.quiz .again').focus();", &[])?;
    page.press(&["Enter"])?;
    let left = page.eval(
        "[...document.querySelectorAll('.quiz .verdict, .quiz .score')].map((one) => one.textContent).join('')
           + document.querySelectorAll('.quiz :checked, .quiz details[open], .quiz .right').length",
    )?;
    ensure!(left == "0", "{left} is left");
    ensure!(
        page.eval("document.activeElement.id")? == "quiz",
        "the focus is elsewhere"
    );
    ensure!(
        page.eval("localStorage.length + sessionStorage.length")? == 0,
        "something is kept"
    );
    Ok(())
}

fn without_javascript(page: &mut Page<'_>) -> Result<()> {
    ensure!(
        !page.shows(".quiz .check")?,
        "a button that does nothing shows"
    );
    let summary = page.first(".quiz summary")?;
    summary.click()?;
    let told = page.text_of(".quiz details[open]")?;
    ensure!(told.chars().count() > 40, "it tells {told:?}");
    ensure!(!page.shows(".key")?, "the answers of the paper show");
    Ok(())
}

fn paper(page: &mut Page<'_>) -> Result<()> {
    let sheets = super::paper::pages_printed(page, "quiz")?;
    ensure!((4..=16).contains(&sheets), "{sheets} sheets");
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    page.first(".key li").map(drop)?;
    for hidden in [".quiz details", ".quiz .check", ".top nav"] {
        ensure!(!page.shows(hidden)?, "{hidden} is on paper");
    }
    let order = page.eval(
        "document.querySelector('.quiz').compareDocumentPosition(document.querySelector('.key')) & Node.DOCUMENT_POSITION_FOLLOWING",
    )?;
    ensure!(order != 0, "the answers do not come last");
    Ok(())
}

fn try_it(page: &mut Page<'_>) -> Result<()> {
    for screen in ["answer", "result", "change"] {
        page.goto("learn.zh.html")?;
        let link = page.first(&format!(".try a[href$='#{screen}']"))?;
        let address = link.attribute("href")?.context("no address")?;
        page.goto(address.trim_start_matches("./"))?;
        page.wait_for(&format!(
            "document.querySelector('.page').dataset.screen === '{screen}'"
        ))?;
    }
    Ok(())
}

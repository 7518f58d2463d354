//! Screens that are loaded when they are first opened.

use anyhow::{Context, Result, ensure};
use std::fs;

use super::{EVERYWHERE, Journey};
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let below = |visit| Visit {
        prefix: "/gov/tools/tanlu/",
        ..visit
    };
    vec![
        Journey::new(
            "a screen is fetched once, when it is opened",
            EVERYWHERE,
            below(Visit::default()),
            once,
        ),
        Journey::new(
            "a screen whose address is opened comes at once",
            EVERYWHERE,
            Visit {
                query: "?lang=en#keep",
                language: "en",
                ..Visit::default()
            },
            at_once,
        ),
        Journey::new(
            "a screen that cannot be fetched says so and comes on another try",
            EVERYWHERE,
            Visit::default(),
            again,
        ),
        Journey::new(
            "a screen that cannot be fetched, on a phone in English",
            EVERYWHERE,
            Visit::phone().in_english(),
            again,
        ),
        Journey {
            fails: Some("requests after the load: /tanlu-keep-"),
            ..Journey::new(
                "notices the module of a screen that nobody opened",
                EVERYWHERE,
                Visit::default(),
                unasked,
            )
        },
    ]
}

/// A button of the screen.
const BUTTON: &str = ".on-keep .cards button";
/// Where it stands that the screen is coming.
const WAIT: &str = ".on-keep .wait";
/// Where it stands that the screen did not come.
const FAULT: &str = ".on-keep .notice";

/// The name of the screen's module in the finished page.
fn module(page: &Page<'_>) -> Result<String> {
    let mut names = fs::read_dir(&page.options.dist)?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    names
        .find(|name| name.starts_with("tanlu-keep-") && name.ends_with(".wasm"))
        .context("the screen has no module")
}

/// The screen is there, and nothing is said any more about its coming.
fn comes(page: &Page<'_>) -> Result<()> {
    page.first(BUTTON)?;
    page.wait_for("document.querySelector('.on-keep [aria-busy=false]') !== null")?;
    for said in [WAIT, FAULT] {
        page.wait_for(&format!(
            "document.querySelector('{said}').textContent === ''"
        ))?;
    }
    Ok(())
}

/// The modules that were fetched: the screen's own, and what it shares with other screens, each once.
fn fetched_once(page: &Page<'_>, module: &str) -> Result<Vec<String>> {
    let fetched = page.fetched();
    let shared = module.replace("tanlu-keep-", "tanlu-shared-");
    let (folder, _) = shared.split_once("tanlu-shared-").unwrap_or_default();
    let folder = [folder, "tanlu-shared-"].concat();
    let own = fetched.iter().filter(|url| *url == module).count();
    let others = fetched.iter().filter(|url| *url != module);
    ensure!(
        own == 1 && others.clone().all(|url| url.starts_with(&folder)),
        "{fetched:?}"
    );
    let mut each: Vec<&String> = fetched.iter().collect();
    each.sort_unstable();
    each.dedup();
    ensure!(each.len() == fetched.len(), "{fetched:?}");
    Ok(fetched)
}

fn once(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let module = [page.visit.prefix, &module(page)?].concat();
    page.settled()?;
    ensure!(
        !page.requests().contains(&module),
        "{module} is in the first load"
    );
    page.screen(words, "keep")?;
    comes(page)?;
    let fetched = fetched_once(page, &module)?;
    page.axe()?;
    page.screen(words, "answer")?;
    page.screen(words, "keep")?;
    comes(page)?;
    page.first("#language")?.click()?;
    let english = Words::of("en")?;
    page.wait_text(&format!("{BUTTON}[disabled]"), english.ui("home_remove")?)?;
    page.push(&english, "home_add")?;
    page.first("section[aria-labelledby=homes] table")?;
    let again = fetched_once(page, &module)?;
    ensure!(again == fetched, "{again:?} after {fetched:?}");
    Ok(())
}

fn at_once(page: &mut Page<'_>) -> Result<()> {
    comes(page)?;
    ensure!(page.fetched().is_empty(), "{:?}", page.fetched());
    page.reload()?;
    comes(page)
}

fn again(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    page.settled()?;
    page.cut(Some("tanlu-keep-"));
    page.screen(words, "keep")?;
    page.wait_text(FAULT, words.ui("fetch_failed")?)?;
    ensure!(!page.shows(BUTTON)?, "the screen is there all the same");
    page.axe()?;
    page.screenshot(&format!(
        "fetch-failed-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    page.push(words, "fetch_again")?;
    page.wait_for("document.activeElement.id === 'title-keep'")?;
    page.wait_text(FAULT, words.ui("fetch_failed")?)?;
    page.provoked(2)?;
    // opening it again is another try
    page.screen(words, "answer")?;
    page.screen(words, "keep")?;
    page.wait_text(FAULT, words.ui("fetch_failed")?)?;
    page.provoked(1)?;
    page.cut(None);
    page.push(words, "fetch_again")?;
    comes(page)?;
    let module = ["/", &module(page)?].concat();
    fetched_once(page, &module)?;
    page.axe()
}

fn unasked(page: &mut Page<'_>) -> Result<()> {
    let module = module(page)?;
    page.eval(&format!("void fetch('./{module}')")).map(drop)
}

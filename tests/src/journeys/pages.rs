//! The static pages: for everyone, on any screen, without JavaScript; the ledger's search.

use anyhow::{Context, Result, ensure};

use super::{CHROMIUM, EVERYWHERE, Journey, NOT_WEBKIT};
use crate::faults::Faults;
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let at = |query, visit: Visit| Visit { query, ..visit };
    let english = || Visit {
        language: "en",
        ..Visit::default()
    };
    vec![
        Journey::new(
            "static pages, in Chinese",
            CHROMIUM,
            Visit::default(),
            every_page,
        ),
        Journey::new(
            "static pages on a phone, in English",
            CHROMIUM,
            Visit::phone().in_english(),
            every_page,
        ),
        Journey::new(
            "static pages with text at 200 % on a phone",
            CHROMIUM,
            Visit {
                text: 200,
                ..Visit::phone()
            },
            large,
        ),
        Journey::new(
            "the ledger's search by keyboard, in Chinese",
            CHROMIUM,
            at("methods.zh.html", Visit::default()),
            search,
        ),
        Journey::new(
            "the ledger's search by keyboard, in English",
            CHROMIUM,
            at("methods.en.html", english()),
            search,
        ),
        Journey::new(
            "the ledger below a sub-path",
            EVERYWHERE,
            Visit {
                prefix: "/gov/tools/tanlu/",
                ..at("methods.zh.html#row-ng_direct", Visit::default())
            },
            below,
        ),
        Journey::new(
            "the methods without JavaScript",
            NOT_WEBKIT,
            Visit {
                javascript: false,
                ..at("methods.zh.html", Visit::default())
            },
            without_javascript,
        ),
        Journey::new(
            "the way from the app and back",
            CHROMIUM,
            Visit::default(),
            from_the_app,
        ),
    ]
}

const PAGES: [&str; 7] = [
    "learn",
    "glossary",
    "methods",
    "nation",
    "benchmarks",
    "privacy",
    "accessibility",
];

/// A page's file in the language of the visit.
fn file(page: &Page<'_>, name: &str) -> String {
    let language = if page.visit.language == "en" {
        "en"
    } else {
        "zh"
    };
    format!("{name}.{language}.html")
}

fn every_page(page: &mut Page<'_>) -> Result<()> {
    let mut faults = Faults::default();
    for name in PAGES {
        let file = file(page, name);
        page.goto(&file)?;
        faults.note(in_order(page).context(file));
    }
    faults.end()
}

fn large(page: &mut Page<'_>) -> Result<()> {
    let mut faults = Faults::default();
    for name in PAGES {
        let file = file(page, name);
        page.goto(&file)?;
        page.wait_for("getComputedStyle(document.documentElement).fontSize === '32px'")?;
        faults.note(fits(page).context(file));
    }
    faults.end()
}

/// Nothing is wider than the screen but what scrolls in its place.
fn fits(page: &Page<'_>) -> Result<()> {
    let wide = page.eval("document.documentElement.scrollWidth - innerWidth")?;
    ensure!(
        wide.as_i64() <= Some(0),
        "the page is {wide} pixels too wide"
    );
    Ok(())
}

/// No fault that axe finds, nothing wider than the screen, nothing from elsewhere.
fn in_order(page: &Page<'_>) -> Result<()> {
    fits(page)?;
    let foreign = page.eval(
        "performance.getEntriesByType('resource').map((one) => one.name)
           .filter((name) => !name.startsWith(location.origin))",
    )?;
    ensure!(
        foreign == serde_json::json!([]),
        "loaded from elsewhere: {foreign}"
    );
    for colours in ["light", "dark"] {
        page.emulate(&[("prefers-color-scheme", colours)])?;
        page.axe().context(colours)?;
    }
    page.emulate(&[("forced-colors", "active")])?;
    // the browser takes the system's colours for text, axe still sees the page's
    page.axe_without(&["color-contrast"])
        .context("forced colours")
}

/// How many rows of the ledger are shown.
fn shown(page: &Page<'_>) -> Result<u64> {
    let rows = page.eval("[...document.querySelectorAll('tr[data-status]')].filter((row) => row.getClientRects().length > 0).length")?;
    rows.as_u64().context("no count")
}

fn search(page: &mut Page<'_>) -> Result<()> {
    let all = shown(page)?;
    ensure!(all > 500, "{all} rows");
    page.eval("document.getElementById('search-text').focus()")?;
    let letters: Vec<String> = "rec_beef".chars().map(String::from).collect();
    page.press(&letters.iter().map(String::as_str).collect::<Vec<&str>>())?;
    page.wait("one row", || Ok((shown(page)? == 1).then_some(())))?;
    ensure!(
        page.shows("#row-rec_beef")?,
        "the row that was looked for is hidden"
    );
    let found = page.text_of("#found")?;
    ensure!(
        found.contains('1') && found.contains(&all.to_string()),
        "it says {found:?}"
    );
    page.press(&["Control+a", "Delete", "Tab", "ArrowDown"])?;
    page.wait(
        "one part of life",
        || Ok((shown(page)? < all).then_some(())),
    )?;
    let of_home = shown(page)?;
    page.press(&["Tab", "End"])?;
    page.wait("what is not verified", || {
        Ok((shown(page)? < of_home).then_some(()))
    })?;
    ensure!(
        page.eval("[...document.querySelectorAll('tr[data-status]')].every((row) => row.hidden || row.dataset.status === 'unverified')")? == true,
        "a row of another status shows"
    );
    page.axe()?;
    page.screenshot(&format!("ledger-{}", page.visit.language))?;
    // a link to a hidden row shows it
    page.eval("void (location.hash = 'row-rec_beef')")?;
    page.wait("all rows again", || Ok((shown(page)? == all).then_some(())))
}

fn below(page: &mut Page<'_>) -> Result<()> {
    page.first("#row-ng_direct").map(drop)?;
    ensure!(shown(page)? > 500, "the ledger is not whole");
    page.wait_for("document.querySelector('#row-ng_direct').matches(':target')")
}

fn without_javascript(page: &mut Page<'_>) -> Result<()> {
    let ledger = page.text_of("#row-ng_direct")?;
    ensure!(ledger.contains("ng_direct"), "no row: {ledger}");
    ensure!(!page.shows("#search")?, "a search that cannot work shows");
    Ok(())
}

/// The app's first load holds none of the pages, and its footer leads to all of them.
fn from_the_app(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let loaded = page.requests();
    let is_page =
        |url: &&String| PAGES.iter().any(|name| url.contains(name)) || url.contains("pages.");
    ensure!(
        !loaded.iter().any(|url| is_page(&url)),
        "the app loads {loaded:?}"
    );
    for name in PAGES {
        let address = file(page, name);
        let link = page.first(&format!(".bottom a[href='{address}']"))?;
        let called = words.ui(&format!("page_{name}"))?;
        ensure!(link.name()? == called, "the link to {name} is not {called}");
        page.goto(&address)?;
        let back = page.by_role("link", words.ui("name")?)?;
        let back = back.attribute("href")?.context("no way back")?;
        page.goto(back.trim_start_matches("./"))?;
        page.first("#questions .ask")?;
    }
    Ok(())
}

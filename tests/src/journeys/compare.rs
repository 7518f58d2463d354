//! The household beside the averages of its place, and its province beside the others: the figures are
//! those of the command line.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use xtask::process::Tool;

use super::{CHROMIUM, Journey};
use crate::figures::number;
use crate::page::Page;
use crate::visit::Visit;
use crate::words::{Words, grouped};

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let desktop = Visit::default;
    let phone = Visit::phone;
    let chromium = |name, visit| Journey::new(name, CHROMIUM, visit, compares);
    vec![
        chromium("provinces are compared, in Chinese", desktop()),
        chromium("provinces are compared, in English", desktop().in_english()),
        chromium("provinces are compared on a phone, in Chinese", phone()),
        chromium(
            "provinces are compared on a phone, in English",
            phone().in_english(),
        ),
    ]
}

/// Where the visitor lives.
const OWN: &str = "CN-HL";
const PROVINCES: &str = "section[aria-labelledby=provinces]";
const COMPARE: &str = "section[aria-labelledby=compare]";

/// The places of the list with the figures as they stand, from the top.
const LIST: &str = "return [...document.querySelectorAll('[data-place]')]
  .map((row) => [row.dataset.place, row.querySelector('td .kg').textContent]);";

/// What the command line says of averages.
fn averages(page: &Page<'_>, words: &[&str]) -> Result<Value> {
    let tool = Tool::new(&page.options.tanlu).args(["average", "--json"]);
    let text = tool.args(words.iter().copied()).output()?;
    serde_json::from_str(&text).context("what the command line prints")
}

/// Whole kilograms as the page shows them.
fn kg(of: &Value, path: &str) -> Result<String> {
    Ok(grouped(number(of, path)?.round()))
}

fn compares(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    page.screen(words, "result")?;
    page.wait_text(PROVINCES, words.ui("no_province")?)?;
    ensure!(
        page.shows("[data-place=CN]")? && !page.shows(".ranking .mark")?,
        "nobody's province is marked"
    );
    page.axe()?;
    let all = averages(page, &["--provinces"])?;
    let places = all.get("places").and_then(Value::as_array);
    let places = places.context("no places")?;
    to_the_question(page, words)?;
    is_marked(page, words, places)?;
    is_in_order(page, words, places)?;
    beside_its_place(page, words)?;
    for scheme in ["light", "dark"] {
        page.emulate(&[("prefers-color-scheme", scheme)])?;
        page.axe()?;
        page.screenshot(&format!(
            "compare-{}-{}-{scheme}",
            page.visit.language, page.visit.width
        ))?;
    }
    page.wait_for("document.documentElement.scrollWidth <= innerWidth")
}

/// The card leads to the question; once it is answered it asks no more.
fn to_the_question(page: &Page<'_>, words: &Words) -> Result<()> {
    page.by_role("link", words.ui("answer_province")?)?
        .click()?;
    page.on_screen(words, "answer")?;
    page.answer(words, "province", &json!(OWN))?;
    page.reach(words, "settlement")?;
    page.answer(words, "settlement", &json!("village"))?;
    page.screen(words, "result")?;
    page.settled()
}

/// The province is marked in words, and what is said of it are the command line's figures.
fn is_marked(page: &Page<'_>, words: &Words, places: &[Value]) -> Result<()> {
    let row = format!("[data-place='{OWN}']");
    page.wait_text(&row, words.ui("own_province")?)?;
    ensure!(page.all(".ranking .mark")?.len() == 1, "one is marked");
    let [nation, provinces @ ..] = places else {
        return Ok(());
    };
    let own = provinces.iter().find(|place| place["province"] == OWN);
    let own = own.context(OWN)?;
    let of = |place: &Value| number(place, "per_person").unwrap_or_default();
    let before = provinces.iter().filter(|place| of(place) > of(own));
    let rank = (1 + before.count()).to_string();
    let parts = nation["per_person_by_domain"].as_object();
    let mut apart: Vec<(&str, f64)> = Vec::new();
    for part in parts.context("no parts")?.keys() {
        let path = format!("per_person_by_domain/{part}");
        apart.push((part, number(own, &path)? - number(nation, &path)?));
    }
    apart.sort_by(|(_, one), (_, next)| next.abs().total_cmp(&one.abs()));
    for (part, above) in apart.iter().take(2) {
        let (key, kg) = if *above < 0.0 {
            ("less_than", -above)
        } else {
            ("more_than", *above)
        };
        page.wait_text(PROVINCES, words.domain(part)?)?;
        page.wait_text(
            PROVINCES,
            &words.fill(key, &[("kg", &grouped(kg.round()))])?,
        )?;
    }
    let said = page.text_of(&format!("{PROVINCES} .said"))?;
    ensure!(said.contains(&rank), "{said:?} does not say {rank}");
    page.push(words, "province_why")?;
    page.wait_text(PROVINCES, words.ui("setting_cold")?)
}

/// All provinces and the nation stand in the order of the part that is asked for, with their figures.
fn is_in_order(page: &Page<'_>, words: &Words, places: &[Value]) -> Result<()> {
    let shown = |page: &Page<'_>| -> Result<Vec<Value>> {
        let list = page.script(LIST, &[])?;
        Ok(list.as_array().cloned().unwrap_or_default())
    };
    ensure!(
        shown(page)?.len() < places.len(),
        "the list is short at first"
    );
    page.by_role("button", &words.fill("all_provinces", &[("number", "31")])?)?
        .click()?;
    for part in ["food", "home"] {
        let name = words.domain(part)?;
        order_by(page, name)?;
        let caption = words.fill("ranking_table", &[("part", name)])?;
        page.wait_text(".ranking caption", &caption)?;
        let list = shown(page)?;
        ensure!(list.len() == places.len(), "{} places", list.len());
        let mut last = f64::INFINITY;
        for row in &list {
            let (place, figure) = (&row[0], row[1].as_str().unwrap_or_default());
            let known = places.iter().find(|of| match of["province"].as_str() {
                Some(code) => place == code,
                None => place == "CN",
            });
            let path = format!("per_person_by_domain/{part}");
            let exact = number(known.context("an unknown place")?, &path)?.round();
            ensure!(
                figure == grouped(exact) && exact <= last,
                "{part}: {place} has {figure}, not {exact}, after {last}"
            );
            last = exact;
        }
    }
    Ok(())
}

/// Presses the button of this name above the list; it stays pressed.
fn order_by(page: &Page<'_>, name: &str) -> Result<()> {
    for button in page.all(".orders button")? {
        if button.text()? == name {
            button.click()?;
            return page.wait_text(".orders [aria-pressed=true]", name);
        }
    }
    bail!("nothing orders by {name}")
}

/// The village's, the province's and the nation's averages stand beside the household; those of the nation's
/// cities and towns come when they are asked for.
fn beside_its_place(page: &Page<'_>, words: &Words) -> Result<()> {
    let village = ["--province", OWN, "--settlement", "village"];
    for place in [&village[..], &["--province", OWN], &[]] {
        page.wait_text(COMPARE, &kg(&averages(page, place)?, "per_person")?)?;
    }
    let urban = averages(page, &["--settlement", "urban"])?;
    let figures = [
        kg(&urban, "per_person")?,
        kg(&urban, "per_person_by_domain/home")?,
    ];
    ensure!(
        !page.text_of(COMPARE)?.contains(words.ui("living_table")?),
        "what is folded is open"
    );
    page.push(words, "living")?;
    page.wait_text(COMPARE, words.ui("living_table")?)?;
    for figure in figures {
        page.wait_text(COMPARE, &figure)?;
    }
    Ok(())
}

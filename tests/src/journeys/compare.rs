//! The household beside the averages of its place, and its province beside the others: the figures are
//! those of the command line.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use tanlu_model::Answers;
use tanlu_model::choice::Choice;
use tanlu_model::population::national;
use tanlu_model::rows::PER_PERSON_LINES;
use xtask::process::Tool;

use super::nation::{shows, texts};
use super::{CHROMIUM, Journey};
use crate::figures::number;
use crate::model::{self, Drawn};
use crate::page::Page;
use crate::visit::Visit;
use crate::words::{Words, grouped, rough};

const HARBIN: &str = include_str!("../../../model/personas/harbin_retired_couple.json");
const SHANGHAI: &str = include_str!("../../../model/personas/shanghai_two_cars.json");
const CHENGDU: &str = include_str!("../../../model/personas/chengdu_family.json");

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
    page.wait_for("document.documentElement.scrollWidth <= innerWidth")?;
    for text in [HARBIN, SHANGHAI, CHENGDU] {
        let file = page.file("household.json", text)?;
        page.import(words, &file)?;
        page.screen(words, "result")?;
        page.settled()?;
        let answers = model::read(text)?;
        is_said(
            page,
            words,
            places,
            model::resolve(&answers).province.code(),
        )?;
        stands_beside(page, words, &answers)?;
    }
    Ok(())
}

/// What is said of a province is the command line's, word by word.
fn is_said(page: &Page<'_>, words: &Words, places: &[Value], code: &str) -> Result<()> {
    let [nation, provinces @ ..] = places else {
        bail!("no places")
    };
    let own = provinces.iter().find(|place| place["province"] == code);
    let own = own.with_context(|| code.to_owned())?;
    let of = |place: &Value| number(place, "per_person").unwrap_or_default();
    let before = provinces.iter().filter(|place| of(place) > of(own)).count();
    let parts = nation["per_person_by_domain"].as_object();
    // as they are told, in whole kg
    let told = |own: f64, nation: f64| own.round() - nation.round();
    let mut apart: Vec<(&str, f64, f64)> = Vec::new();
    for part in parts.context("no parts")?.keys() {
        let path = format!("per_person_by_domain/{part}");
        let (own, nation) = (number(own, &path)?, number(nation, &path)?);
        apart.push((part, own - nation, told(own, nation)));
    }
    apart.sort_by(|(_, one, _), (_, next, _)| next.abs().total_cmp(&one.abs()));
    let compared = |above: f64| {
        let key = if above < 0.0 {
            "less_than"
        } else {
            "more_than"
        };
        words.fill(key, &[("kg", &grouped(above.abs()))])
    };
    let [(first, _, first_kg), (second, _, second_kg), ..] = *apart else {
        bail!("too few parts of life")
    };
    let values = [
        ("place", words.option("province", code)?),
        ("kg", &*kg(own, "per_person")?),
        ("nation", &kg(nation, "per_person")?),
        ("change", &compared(told(of(own), of(nation)))?),
        ("rank", &(before + 1).to_string()),
        ("all", &provinces.len().to_string()),
        ("first", words.domain(first)?),
        ("first_change", &compared(first_kg)?),
        ("second", words.domain(second)?),
        ("second_change", &compared(second_kg)?),
    ];
    let wanted = [words.fill("province_said", &values)?];
    let said = [PROVINCES, " .said"].concat();
    shows(page, code, &wanted, || texts(page, &said, "e.textContent"))
}

/// The household's bar with its band, those of its place, its province and the nation, and the published
/// line.
fn stands_beside(page: &Page<'_>, words: &Words, answers: &Answers) -> Result<()> {
    let home = model::resolve(answers);
    let (code, settlement) = (home.province.code(), home.settlement.id());
    let province = words.option("province", code)?;
    let of_place = |place: &str| words.fill("average_of", &[("place", place)]);
    let values = [
        ("place", province),
        ("settlement", words.option("settlement", settlement)?),
    ];
    let averages = |args: &[&str]| kg(&averages(page, args)?, "per_person");
    let line = PER_PERSON_LINES.iter().find(|line| line.year == 2030);
    let line = line.context("no line")?;
    let own = Drawn::of(answers).per_person();
    let band = words.band(model::noted(own))?;
    let own = [("value", &*rough(own.p50, 3)), ("band", &band)];
    let year = [("year", "2030")];
    let (low, high) = (grouped(line.low_kg()), grouped(line.high_kg()));
    let in_village = ["--province", code, "--settlement", settlement];
    let wanted = [
        words.ui("yours")?.to_owned() + &words.fill("with_band", &own)?,
        words.fill("average_of_settlement", &values)? + &averages(&in_village)?,
        of_place(province)? + &averages(&["--province", code])?,
        of_place(words.at(&["ui", "result", "nation"])?)? + &averages(&[])?,
        words.fill("line_low", &year)? + &low,
        words.fill("line_high", &year)? + &high,
    ];
    let bars = [COMPARE, " > div:first-of-type > ul.lines > li > .head"].concat();
    shows(page, "the bars", &wanted, || {
        texts(page, &bars, "e.textContent")
    })?;
    let values = [("year", "2030"), ("low", &*low), ("high", &high)];
    let note = words.at(&["ui", "result", "line_note"])?.to_owned();
    let note = values.iter().fold(note, |note, (name, value)| {
        note.replace(&["{", name, "}"].concat(), value)
    });
    page.wait_text(COMPARE, &note)?;
    let lacking = national(home.province);
    let lacking = lacking.iter().map(|of| words.at(&["national", of.id()]));
    let lacking: Result<Vec<&str>> = lacking.collect();
    let lacking = lacking?.join(words.ui("list_comma")?);
    if lacking.is_empty() {
        return Ok(());
    }
    page.wait_text(
        COMPARE,
        &words.fill("average_national", &[("list", &lacking)])?,
    )
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
    is_said(page, words, places, OWN)?;
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

//! Every number opens to how it came about, and what stands inside adds up to it.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{Journey, chromium};
use crate::family::{CHENGDU, HARBIN};
use crate::figures::number;
use crate::page::Page;
use crate::visit::Visit;
use crate::words::{Words, grouped};

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let english = || Visit::default().in_english();
    vec![
        chromium("numbers open, in Chinese", Visit::default(), all_open),
        chromium("numbers open, in English", english(), all_open),
        chromium("numbers open on a phone", Visit::phone(), all_open),
        chromium("a converted answer is told", english(), converted),
        chromium("a difference opens to its lines", english(), difference),
        chromium(
            "a newer model's changes stay",
            Visit::default(),
            newer_stays,
        ),
        chromium("the last answer opens", english(), last_answer),
        chromium(
            "the last answer opens, in Chinese",
            Visit::default(),
            last_answer,
        ),
        chromium("what is assumed opens", english(), assumed),
        chromium("arrow keys are one answer", Visit::default(), arrow_keys),
    ]
}

/// Opens all that is closed in `arguments[0]`, and all inside that, but for the workings of more lines
/// than a few; gives what is wrong with the buttons.
const OPEN_ALL: &str = "const [root, done] = arguments, wrong = [];
  const within = document.querySelector(root);
  const words = (text) => text.replace(/\\s+/g, ' ').trim();
  const step = (left) => {
    const shut = [...within.querySelectorAll('button[aria-expanded=false]')]
      .filter((b) => b.checkVisibility());
    const lines = shut.filter((b) => b.closest('[data-of]'));
    // two numbers of a sentence may open the same
    const first = (b) => !b.closest('.said') || b === b.closest('.said').querySelector('button');
    const others = shut.filter((b) => !b.closest('[data-of]') && first(b));
    const next = others.length ? others : left ? lines.slice(0, left) : [];
    if (!next.length) return done(wrong);
    for (const button of next) {
      const name = button.getAttribute('aria-label') || button.textContent;
      if (!words(name).includes(words(button.textContent))) wrong.push('named ' + name);
      const box = button.getBoundingClientRect();
      if (box.height < 23.5 && !button.closest('.said')) wrong.push('small: ' + name);
      button.click();
    }
    setTimeout(() => {
      for (const button of next) {
        if (button.isConnected && button.getAttribute('aria-expanded') !== 'true')
          wrong.push('does not open: ' + button.textContent);
      }
      step(others.length ? left : 0);
    }, 50);
  };
  step(4);";

/// The sums in `arguments[0]`: what is said to be the sum, and the sum of what stands above it.
const SUMS: &str = "const last = (text) => Number(text.replaceAll(',', '').split('=').pop()
    .replaceAll('−', '-').match(/-?\\d+(\\.\\d+)?/)[0]);
  const figure = (li) => last(li.querySelector(':scope > .head > .kg').textContent);
  return [...document.querySelectorAll(arguments[0] + ' .working .lines > .mine')].map((sum) => {
    const here = [...sum.parentElement.children].filter((li) => li !== sum);
    const before = sum.parentElement.previousElementSibling;
    const above = here.length ? here : [...before.children];
    return [figure(sum), above.map(figure).reduce((a, b) => a + b, 0), above.length];
  });";

/// All that opens in a part of the page does, has a name and room for a finger, and its sums are sums.
fn opens(page: &Page<'_>, part: &str, sums: usize) -> Result<()> {
    let call = json!({ "script": OPEN_ALL, "args": [part] });
    // some hundred workings within each other
    page.command("POST", "/timeouts", &json!({ "script": 120_000 }))?;
    let wrong = page.command("POST", "/execute/async", &call)?;
    ensure!(wrong == json!([]), "{part}: {wrong}");
    // the first that is opened may have to wait for the module that tells it
    let found = page.wait("the sums", || {
        let found = page.script(SUMS, &[json!(part)])?;
        let found = found.as_array().context("no sums")?.clone();
        ensure!(found.len() >= sums, "{part}: {} sums", found.len());
        Ok(Some(found))
    })?;
    for sum in &found {
        let at = |at: usize| sum.get(at).and_then(Value::as_f64).context("no number");
        let (said, added, parts) = (at(0)?, at(1)?, at(2)?);
        // each of them is rounded to a kilogram
        ensure!(
            parts > 0.0 && (said - added).abs() <= 0.5 * parts + 0.5,
            "{part}: {said} stands below {parts} figures that come to {added}"
        );
    }
    Ok(())
}

fn all_open(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    opens(page, ".intro", 1).context("the averages at the start")?;
    // where they stand, without leaving
    page.wait_for(
        "document.querySelector('[data-screen]').dataset.screen === 'answer'
           && document.querySelector('.intro .working').checkVisibility()",
    )?;
    let file = page.file("family.json", CHENGDU.text)?;
    page.import(words, &file)?;
    let estimate = page.estimate(&file)?;
    page.screen(words, "result")?;
    page.settled()?;
    let result = "section[aria-labelledby=estimate]";
    page.wait_for(
        "[...document.querySelectorAll('[data-kg]')].every((figure) => figure.closest('.opens'))",
    )?;
    // the household, the answerer's part, each part of life in both, and those of the table
    opens(page, result, 20)?;
    let kg = |path: &str| -> Result<String> { Ok(grouped(number(&estimate, path)?.round())) };
    let people = [
        ("value", &*["3 ", words.at(&["unit", "person"])?].concat()),
        ("band", words.ui("your_answer")?),
    ];
    let values = [
        ("household", &*kg("household/kg")?),
        ("members", &words.fill("with_band", &people)?),
        ("value", &kg("per_person/kg")?),
    ];
    page.wait_text(result, &words.fill("per_person_how", &values)?)?;
    // the large number is a median, and no sum
    let values = [
        ("median", &*kg("per_person/p50")?),
        ("draws", &kg("draws")?),
        ("value", &kg("per_person/kg")?),
    ];
    page.wait_text(result, &words.fill("median_how", &values)?)?;
    page.wait_text(result, &kg("public_services/kg")?)?;
    page.screenshot(&format!(
        "opened-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    opens(page, "section[aria-labelledby=compare]", 4)?;
    opens(page, "section[aria-labelledby=provinces]", 8)?;
    page.axe()?;
    page.emulate(&[("prefers-color-scheme", "dark")])?;
    page.axe()?;
    // all of it closes again
    page.eval(
        "void document.querySelectorAll('button[aria-expanded=true]')
           .forEach((button) => button.isConnected && button.click())",
    )?;
    page.wait(
        "all closed",
        || Ok((!page.shows(".working")?).then_some(())),
    )
}

/// Electricity in yuan: what was entered, the price with its row, where and when it holds.
fn converted(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let mut answers = CHENGDU.answers()?;
    let yuan = json!({ "value": 120, "unit": "CNY/month" });
    answers.insert("electricity".to_owned(), yuan);
    let file = json!({ "format": 1, "answers": answers });
    let file = page.file("yuan.json", &file.to_string())?;
    page.import(words, &file)?;
    page.screen(words, "result")?;
    page.first("section[aria-labelledby=lines] > button")?
        .click()?;
    page.by_role("button", words.at(&["line", "electricity_appliances"])?)?
        .click()?;
    for part in [
        &*["= 120 ", words.at(&["unit", "CNY/month"])?].concat(),
        words.ui("entered")?,
        "yuan/kWh Sichuan residential electricity price, first tier",
        "kg CO₂e/kWh Sichuan life-cycle electricity factor (derived, not official)",
        "el_lc_2023_CN-SC, ",
        words.at(&["choice", "province", "CN-SC"])?,
        "life cycle: fuel supply, plant, generation, transmission",
    ] {
        page.wait_text(".lines .working", part)?;
    }
    Ok(())
}

/// The differences of the lines come to the difference of the households.
fn difference(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let first = page.file("first.json", CHENGDU.text)?;
    page.import(words, &first)?;
    page.push(words, "home_add")?;
    let other = page.file("other.json", HARBIN.text)?;
    page.import(words, &other)?;
    page.first("section[aria-labelledby=homes] .above .opens")?
        .click()?;
    let kg = |file| -> Result<f64> { number(&page.estimate(file)?, "per_person/kg") };
    let [first, other] = [kg(&first)?, kg(&other)?];
    let table = "section[aria-labelledby=homes] .working table";
    let last = format!("{table} tbody tr:last-child");
    for value in [first, other, other - first] {
        page.wait_text(&last, &grouped(value.round()))?;
    }
    let sum = page.eval(&format!(
        "[...document.querySelectorAll('{table} tbody tr:not(:last-child)')].reduce((sum, row) =>
           sum + Number(row.cells[3].textContent.replaceAll(',', '').replaceAll('−', '-')), 0)"
    ))?;
    let sum = sum.as_f64().context("no sum")?;
    ensure!(
        (sum - (other - first)).abs() < 8.0,
        "the lines differ by {sum}, the households by {}",
        other - first
    );
    // the figures of both households open too
    opens(page, "section[aria-labelledby=homes]", 16)?;
    page.axe()
}

/// What a newer model changed is told until the visitor puts it aside.
fn newer_stays(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let file = json!({
        "format": 1, "model": "2026.11", "answers": CHENGDU.answers()?,
        "before": { "rice": 10, "beef": 300, "retired_line": 50 },
    });
    let file = page.file("older.json", &file.to_string())?;
    page.import(words, &file)?;
    page.screen(words, "answer")?;
    page.wait_text(".notice a", words.ui("newer_see")?.trim())?;
    page.screen(words, "result")?;
    let card = "section[aria-labelledby=newer]";
    page.wait_text(card, "2026.11")?;
    // what the model has no longer counts in what there was
    page.wait_text(card, words.ui("newer_gone")?)?;
    // what is told together opens to its lines, which come to it
    page.push(words, "newer_rest")?;
    let rest = page.eval(&format!(
        "(() => {{ const inner = document.querySelector('{card} .working table');
           const kg = (row) => Number(row.cells[3].textContent.replaceAll(',', '')
             .replaceAll('−', '-'));
           const rows = [...inner.tBodies[0].rows];
           return rows.length && kg(inner.closest('tr').previousElementSibling)
             - rows.reduce((sum, row) => sum + kg(row), 0); }})()"
    ))?;
    let rest = rest.as_f64().context("no lines of the rest")?;
    ensure!(rest.abs() < 40.0, "the lines of the rest miss {rest} kg");
    // and each of them, like those above, to how it comes about now
    page.eval(&format!(
        "void document.querySelectorAll('{card} tbody th > .line[aria-expanded=false]')
           .forEach((button) => button.click())"
    ))?;
    page.wait_for(&format!(
        "(() => {{ const all = (of) => document.querySelectorAll('{card} ' + of).length;
           return all('tbody td > .working .what') > 0
             && all('tbody th > .line') === all('tbody td > .working'); }})()"
    ))?;
    page.reload()?;
    page.wait_text(card, "2026.11")?;
    page.goto("?lang=en#result")?;
    page.wait_text(card, "2026.11")?;
    let words = &Words::of("en")?;
    page.push(words, "newer_seen")?;
    page.wait("put aside", || Ok((!page.shows(card)?).then_some(())))?;
    page.wait_for("document.activeElement.id === 'title-result'")?;
    page.reload()?;
    page.settled()?;
    ensure!(!page.shows(card)?, "it is told again");
    Ok(())
}

/// What the last answer did opens: what became known has no band, a changed answer has one.
fn last_answer(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    page.open_part(words, "home")?;
    let next = |page: &Page<'_>| -> Result<()> {
        page.first("#q-province")?.focus()?;
        page.press(&["ArrowDown", "ArrowDown", "Tab"])?;
        page.settled()
    };
    next(page)?;
    page.opens("result");
    page.push(words, "moved_how")?;
    let working = ".moved .working";
    page.wait_text(working, words.beginning("moved_before")?)?;
    page.wait_text(working, words.end("moved_known")?)?;
    page.wait_text(working, words.beginning("moved_width")?)?;
    next(page)?;
    page.wait_text(working, words.end("moved_drawn")?)?;
    // an answer that is taken back makes no other household
    page.first("#q-province")?.focus()?;
    page.press(&["ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "Tab"])?;
    page.settled()?;
    page.wait_text(working, words.end("moved_known")?)?;
    ensure!(
        page.eval("document.querySelector('[data-screen]').dataset.screen")? == json!("answer"),
        "it leads to another screen"
    );
    page.axe()
}

/// What is assumed of an open question opens to the values that it comes from, until it is answered.
fn assumed(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    page.open_part(words, "home")?;
    page.opens("result");
    page.first("#ask-floor_area .whence button")?.click()?;
    let working = "#ask-floor_area .whence .working";
    page.wait_text(working, words.beginning("computed")?)?;
    page.wait_text(working, words.ui("ledger")?)?;
    page.wait_for(&format!(
        "document.querySelector('{working} li a[href^=http]') !== null"
    ))?;
    // a choice opens to the shares that it is drawn by, and those to their table
    page.first("#ask-heating .whence button")?.click()?;
    let shares = "#ask-heating .whence .working";
    page.wait_text(shares, words.ui("drawn_shares")?)?;
    for option in ["air_conditioner", "none"] {
        let option = words.at(&["choice", "heating", option])?;
        page.wait_text(shares, &words.fill("share_line", &[("option", option)])?)?;
    }
    page.wait_for(&format!(
        "document.querySelector('{shares} a[href*=\"#share-heating-\"]') !== null"
    ))?;
    page.axe()?;
    // where one lives is said, too: what the single value takes, and by which shares places count
    let province = words.at(&["choice", "province", "CN-HN"])?;
    let said = words.fill("assumed_place", &[("value", province)])?;
    page.wait_text("#q-province-note", &said)?;
    page.first("#ask-province .whence button")?.click()?;
    let places = "#ask-province .whence .working";
    page.wait_text(places, words.ui("place_drawn")?)?;
    let listed = format!(
        "document.querySelectorAll('{places} a[href*=\"#row-prov_households_\"]').length === 31"
    );
    page.wait_for(&listed)?;
    page.first("#ask-settlement .whence button")?.click()?;
    let places = "#ask-settlement .whence .working";
    page.wait_text(places, words.ui("settlement_drawn")?)?;
    page.wait_for(&format!(
        "document.querySelector('{places} a[href*=\"#row-prov_urban_share_\"]') !== null"
    ))?;
    // nobody has a tenth of a thing
    page.open_part(words, "goods")?;
    page.wait_text(
        "#q-laptops-note",
        &words.fill("assumed_people", &[("some", "1"), ("all", "10")])?,
    )
}

/// A select that is gone through by arrow keys is answered once.
fn arrow_keys(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    page.open_part(words, "home")?;
    page.first("#q-province")?.focus()?;
    page.press(&["ArrowDown"; 5])?;
    ensure!(
        page.kept_answers()
            .is_ok_and(|kept| !kept.contains_key("province"))
            || page.eval("localStorage.getItem('tanlu.home.1')")? == Value::Null,
        "an arrow key was an answer"
    );
    page.press(&["Tab"])?;
    page.wait("the answer", || {
        let kept = page.kept_answers()?;
        Ok((kept.get("province") == Some(&json!("CN-SX"))).then_some(()))
    })?;
    page.push(words, "undo")?;
    page.says(words, "undone")?;
    ensure!(
        !page.kept_answers()?.contains_key("province"),
        "there was more than one step"
    );
    Ok(())
}

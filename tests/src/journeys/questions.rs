//! Answers a few questions and reads the result.

use anyhow::{Result, ensure};

use super::{CHROMIUM, EVERYWHERE, Journey};
use crate::page::Page;
use crate::visit::Visit;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let chinese = Visit::default();
    let dark = |visit| Visit {
        dark: true,
        ..visit
    };
    vec![
        Journey::new(
            "answers in Chinese",
            EVERYWHERE,
            chinese.clone(),
            in_chinese,
        ),
        Journey::new(
            "answers in English on a phone",
            EVERYWHERE,
            Visit::phone().in_english(),
            in_english,
        ),
        Journey::new(
            "every part in the dark",
            CHROMIUM,
            dark(chinese),
            every_part,
        ),
        Journey::new(
            "every part in the dark, in English on a phone",
            CHROMIUM,
            dark(Visit::phone().in_english()),
            every_part,
        ),
        Journey::new(
            "goes on where storage is refused",
            CHROMIUM,
            Visit {
                before: "Object.defineProperty(window, 'localStorage', {\n\
                    get: function () { throw new DOMException('no', 'SecurityError'); } });",
                ..Visit::default()
            },
            refused,
        ),
    ]
}

/// The words that a journey looks for in a language.
struct Words {
    members: &'static str,
    electricity: &'static str,
    electricity_unit: &'static str,
    yuan: &'static str,
    heating: &'static str,
    travel: &'static str,
    flights: &'static str,
    add_flight: &'static str,
    not_allowed: &'static str,
}

const CHINESE: Words = Words {
    members: "您家常住几口人？",
    electricity: "您家用多少电？",
    electricity_unit: "单位：您家用多少电？",
    yuan: "元/月",
    heating: "燃气壁挂炉",
    travel: "出行",
    flights: "次数",
    add_flight: "添加：一种航班",
    not_allowed: "1 到 20",
};

const ENGLISH: Words = Words {
    members: "How many people live in your household?",
    electricity: "How much electricity does your household use?",
    electricity_unit: "Unit: How much electricity does your household use?",
    yuan: "yuan a month",
    heating: "Gas boiler",
    travel: "Travel",
    flights: "Times",
    add_flight: "Add: a kind of flight",
    not_allowed: "from 1 to 20",
};

fn in_chinese(page: &mut Page<'_>) -> Result<()> {
    answers(page, &CHINESE)
}

fn in_english(page: &mut Page<'_>) -> Result<()> {
    answers(page, &ENGLISH)
}

/// kg per person as the result says it, whichever of the two places shows.
fn per_person(page: &Page<'_>) -> Result<String> {
    page.text_of("[data-kg=per_person]")
}

/// Waits until the result is another one.
fn changed(page: &Page<'_>, before: &str) -> Result<String> {
    page.wait("another result", || {
        let now = per_person(page)?;
        Ok((now != before).then_some(now))
    })
}

fn enter(page: &Page<'_>, label: &str, text: &str) -> Result<()> {
    page.by_label(label)?.fill(text)
}

fn answers(page: &mut Page<'_>, words: &Words) -> Result<()> {
    let mut kg = per_person(page)?;
    ensure!(
        !kg.is_empty() && kg != "0",
        "a result stands from the start, not {kg:?}"
    );
    // full-width digits, as a Chinese input method writes them
    enter(page, words.members, "５")?;
    kg = changed(page, &kg)?;
    enter(page, words.members, "99")?;
    page.wait_text("#q-members-error", words.not_allowed)?;
    ensure!(
        per_person(page)? == kg,
        "a refused number changed the result"
    );
    page.screenshot(&format!(
        "refused-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    page.axe()?;
    enter(page, words.members, "3")?;
    kg = changed(page, &kg)?;
    page.by_label(words.heating)?.click()?;
    kg = changed(page, &kg)?;
    page.by_label(words.electricity_unit)?.select(words.yuan)?;
    enter(page, words.electricity, "1,200")?;
    kg = changed(page, &kg)?;
    // as a person does, who scrolls up to choose the next part
    page.eval("window.scrollTo(0, 0)")?;
    page.first(".parts li:nth-child(2) button")?.click()?;
    page.wait_text("#part", words.travel)?;
    page.by_role("button", words.add_flight)?.click()?;
    enter(page, words.flights, "4")?;
    kg = changed(page, &kg)?;
    page.screenshot(&format!(
        "answered-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    page.axe()?;
    page.reload()?;
    ensure!(per_person(page)? == kg, "the reload lost answers");
    Ok(())
}

fn every_part(page: &mut Page<'_>) -> Result<()> {
    let parts = page.all(".parts button")?.len();
    ensure!(parts >= 5, "only {parts} parts of life");
    for part in 1..=parts {
        page.first(&format!(".parts li:nth-child({part}) button"))?
            .click()?;
        page.wait_for(&format!(
            "document.querySelector('.parts li:nth-child({part}) button').matches('[aria-current]')"
        ))?;
        page.axe()?;
        page.screenshot(&format!(
            "part-{part}-dark-{}-{}",
            page.visit.language, page.visit.width
        ))?;
    }
    Ok(())
}

fn refused(page: &mut Page<'_>) -> Result<()> {
    page.wait_text(".notice", "不允许保存")?;
    let kg = per_person(page)?;
    enter(page, CHINESE.members, "6")?;
    changed(page, &kg)?;
    page.axe()
}

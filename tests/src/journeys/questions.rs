//! Answers a few questions and reads the result.

use anyhow::{Result, ensure};
use tanlu_model::Answers;

use super::{CHROMIUM, EVERYWHERE, Journey};
use crate::figures::Band;
use crate::model::{self, Drawn};
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("answers in Chinese", EVERYWHERE, Visit::default(), answers),
        Journey::new(
            "answers in English on a phone",
            EVERYWHERE,
            Visit::phone().in_english(),
            answers,
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

/// The result must be another one once it has come.
fn changed(page: &Page<'_>, before: Band) -> Result<Band> {
    let now = page.per_person()?;
    ensure!(now != before, "the answer changed nothing: {now:?}");
    Ok(now)
}

fn enter(page: &Page<'_>, words: &Words, question: &str, text: &str) -> Result<()> {
    page.reach(words, question)?;
    page.by_label(words.label(question)?)?.fill(text)
}

fn answers(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let mut kg = page.per_person()?;
    let first = model::noted(Drawn::of(&Answers::new()).per_person());
    ensure!(kg == first, "starts with {kg:?}, not {first:?}");
    page.open_part(words, "home")?;
    // full-width digits, as a Chinese input method writes them
    enter(page, words, "members", "５")?;
    kg = changed(page, kg)?;
    enter(page, words, "members", "99")?;
    let people = words.at(&["unit", "person"])?;
    let allowed = [("low", "1"), ("high", "20"), ("unit", people)];
    page.wait_text("#q-members-error", &words.fill("error_range", &allowed)?)?;
    // half a person, and a decimal comma, were once taken and lost all answers at the next visit
    enter(page, words, "members", "3.5")?;
    page.wait_text("#q-members-error", words.ui("error_whole")?)?;
    enter(page, words, "members", "1,5")?;
    page.wait_text("#q-members-error", words.beginning("error_number")?)?;
    ensure!(
        page.per_person()? == kg,
        "a refused number changed the result"
    );
    page.screenshot(&format!(
        "refused-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    page.axe()?;
    enter(page, words, "members", "3")?;
    kg = changed(page, kg)?;
    page.reach(words, "heating")?;
    page.by_label(words.option("heating", "gas_boiler")?)?
        .click()?;
    kg = changed(page, kg)?;
    page.reach(words, "electricity")?;
    let unit = words.fill("unit_of", &[("question", words.label("electricity")?)])?;
    page.by_label(&unit)?
        .select(words.at(&["unit", "CNY/month"])?)?;
    enter(page, words, "electricity", "1,200")?;
    kg = changed(page, kg)?;
    page.open_part(words, "travel")?;
    page.reach(words, "flights")?;
    let flight = words.at(&["item", "flights"])?;
    let add = words.fill("add_item", &[("question", flight)])?;
    page.by_role("button", &add)?.click()?;
    page.by_label(words.at(&["field", "flights", "trips"])?)?
        .fill("4")?;
    kg = changed(page, kg)?;
    page.screenshot(&format!(
        "answered-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    page.axe()?;
    page.reload()?;
    ensure!(page.per_person()? == kg, "the reload lost answers");
    Ok(())
}

fn refused(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    page.wait_text(".notice", words.ui("not_saved")?)?;
    let kg = page.per_person()?;
    page.open_part(words, "home")?;
    enter(page, words, "members", "6")?;
    changed(page, kg)?;
    page.axe()
}

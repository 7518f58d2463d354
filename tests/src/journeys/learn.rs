//! The pages of learning: the quiz played, everything for everyone.

use anyhow::{Context, Result, ensure};

use super::{CHROMIUM, Journey};
use crate::faults::Faults;
use crate::page::Page;
use crate::visit::Visit;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let at = |query, visit: Visit| Visit { query, ..visit };
    vec![
        Journey::new(
            "learning, in Chinese",
            CHROMIUM,
            at("learn.zh.html", Visit::default()),
            learning,
        ),
        Journey::new(
            "learning, on a phone in English",
            CHROMIUM,
            at("learn.en.html", Visit::phone().in_english()),
            learning,
        ),
    ]
}

/// Axe in both colours, pictures, nothing that makes the page scroll sideways.
fn sound(page: &Page<'_>, name: &str) -> Result<()> {
    for colours in ["light", "dark"] {
        page.emulate(&[("prefers-color-scheme", colours)])?;
        let (language, width) = (page.visit.language, page.visit.width);
        page.screenshot(&format!("{name}-{language}-{width}-{colours}"))?;
        page.axe().with_context(|| format!("{name}, {colours}"))?;
    }
    let wide = page.eval("document.documentElement.scrollWidth - innerWidth")?;
    ensure!(
        wide.as_f64().is_some_and(|wide| wide <= 0.0),
        "{name}: {wide} too wide"
    );
    Ok(())
}

fn learning(page: &mut Page<'_>) -> Result<()> {
    let mut faults = Faults::default();
    // by keyboard: the first option of the first question is wrong, the next one right
    page.first("#quiz-goals input")?.focus()?;
    page.press(&["Space"])?;
    let verdict = |page: &Page<'_>| page.first("#quiz-goals .verdict")?.text();
    let wrong = page.first(".quiz")?.attribute("data-wrong")?;
    ensure!(Some(verdict(page)?) == wrong, "{}", verdict(page)?);
    page.press(&["ArrowDown"])?;
    let right = page.first(".quiz")?.attribute("data-right")?;
    ensure!(Some(verdict(page)?) == right, "{}", verdict(page)?);
    let open = page.eval("document.querySelector('#quiz-goals details').open")?;
    ensure!(open == true, "the reason stays shut");
    let score = page.first("#score")?.text()?;
    ensure!(score.contains('1') && score.contains("24"), "{score}");
    // all right ones: the score says so
    page.eval(
        "document.querySelectorAll('.quiz fieldset').forEach((f) => \
         f.querySelector(`input[value='${f.dataset.answer}']`).click())",
    )?;
    let score = page.first("#score")?.text()?;
    ensure!(score.matches("24").count() == 3, "{score}");
    page.first("#again")?.click()?;
    page.wait_for(
        "document.getElementById('score').hidden && !document.querySelector('.quiz input:checked')",
    )?;
    faults.note(sound(page, "quiz"));
    faults.end()
}

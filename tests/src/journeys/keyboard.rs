//! The keyboard alone is enough.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::{CHROMIUM, Journey};
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    vec![
        Journey::new(
            "by keyboard, in Chinese",
            CHROMIUM,
            Visit::default(),
            by_keyboard,
        ),
        Journey::new(
            "by keyboard, in English",
            CHROMIUM,
            Visit::default().in_english(),
            by_keyboard,
        ),
    ]
}

/// More stops than a part of life has.
const STOPS: usize = 250;

/// Where the focus is: whether at `arguments[0]`, whether one can see it there, and what it is.
const FOCUS: &str =
    "const e = document.activeElement, box = e.getClientRects()[0] || new DOMRect();
  const clamp = (value, most) => Math.min(Math.max(value, 1), most - 2);
  const seen = [[box.left + 4, box.top + 4], [box.right - 4, box.bottom - 4],
    [(box.left + box.right) / 2, (box.top + box.bottom) / 2]].some(([x, y]) => {
      const at = document.elementFromPoint(clamp(x, innerWidth), clamp(y, innerHeight));
      return at && (e.contains(at) || at.contains(e) && at.closest('label'));
    });
  const styled = getComputedStyle(e).outlineStyle !== 'none';
  return [e.matches(arguments[0]), seen, styled, e.outerHTML.slice(0, 120)];";

/// Presses a key until the focus is on the selector. At each stop one must see where one is.
pub(super) fn go_to(page: &Page<'_>, key: &str, selector: &str) -> Result<()> {
    for _ in 0..STOPS {
        page.press(&[key])?;
        let stop = page.script(FOCUS, &[json!(selector)])?;
        let is = |at: usize| stop.get(at) == Some(&Value::Bool(true));
        ensure!(
            is(1) && is(2),
            "one does not see the focus (in view: {}, marked: {}): {}",
            is(1),
            is(2),
            stop.get(3).unwrap_or(&Value::Null)
        );
        ensure!(!page.focused()?.is_empty(), "a stop without a name: {stop}");
        if is(0) {
            return Ok(());
        }
    }
    bail!("{key} does not come to {selector}");
}

/// Waits until the page keeps an answer.
fn kept(page: &Page<'_>, question: &str, answer: &Value) -> Result<()> {
    page.wait(question, || {
        Ok((page.kept_answers()?.get(question) == Some(answer)).then_some(()))
    })
}

fn by_keyboard(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let start = page.figures()?;
    page.press(&["Tab"])?;
    let first = page.focused()?;
    ensure!(
        first == format!("link {}", words.ui("skip")?),
        "the first stop is {first:?}"
    );
    page.press(&["Enter"])?;
    in_turn(page)?;
    go_to(page, "Shift+Tab", "#to-home").context("the parts of life")?;
    page.press(&["Enter"])?;
    page.wait_text("#part", words.domain("home")?)?;
    page.wait_for("document.activeElement.id === 'part'")?;
    go_to(page, "Tab", "#q-province").context("the questions")?;
    // past "I don't know"
    page.press(&["ArrowDown", "ArrowDown"])?;
    kept(page, "province", &json!("CN-BJ"))?;
    go_to(page, "Tab", "#q-settlement input")?;
    page.press(&["Space"])?;
    kept(page, "settlement", &json!("city"))?;
    page.press(&["ArrowDown"])?;
    kept(page, "settlement", &json!("town"))?;
    go_to(page, "Tab", "#q-members")?;
    page.press(&["4", "Tab"])?;
    kept(page, "members", &json!(4))?;
    ensure!(page.figures()? != start, "the answers changed nothing");
    go_to(page, "Tab", ".steps.whole > :nth-child(2)")?;
    page.press(&["Enter"])?;
    page.wait_text("#part", words.domain("travel")?)?;
    page.wait_for("document.activeElement.id === 'part'")?;
    go_to(page, "Shift+Tab", ".screens a[href='#result']")?;
    page.press(&["Enter"])?;
    page.on_screen(words, "result")?;
    // what is open is written anew with its bands
    page.settled()?;
    line_and_back(page)?;
    number_and_back(page)?;
    go_to(page, "Shift+Tab", ".screens a[href='#answer']")?;
    page.press(&["Enter"])?;
    page.on_screen(words, "answer")?;
    go_to(page, "Tab", "#to-home")?;
    page.press(&["Space"])?;
    page.wait_text("#part", words.domain("home")?)?;
    page.wait_for("document.activeElement.id === 'part'")
}

/// Answers what is asked first; the next question comes below it.
fn in_turn(page: &Page<'_>) -> Result<()> {
    let first = page.open_in_turn()?.context("nothing is asked")?;
    go_to(page, "Tab", &format!("#q-{first}")).context("the questions in turn")?;
    page.press(&["2", "0", "0", "0", "Tab"])?;
    kept(page, &first, &json!(2000))?;
    let second = page.open_in_turn()?.context("nothing more is asked")?;
    go_to(page, "Tab", &format!("#ask-{second} *"))
}

/// Opens a number, goes to what it is made of, and closes it again.
fn number_and_back(page: &Page<'_>) -> Result<()> {
    go_to(page, "Tab", ".totals .opens")?;
    page.press(&["Enter"])?;
    page.first(".totals .working")?;
    go_to(page, "Tab", ".totals .working .line")?;
    page.press(&["Space"])?;
    page.first(".totals .working .working")?;
    go_to(page, "Shift+Tab", ".totals .opens")?;
    page.press(&["Space"])?;
    page.wait("closed", || {
        Ok((!page.shows(".totals .working")?).then_some(()))
    })
}

/// Opens a line, goes through its working, and closes it again.
fn line_and_back(page: &Page<'_>) -> Result<()> {
    go_to(page, "Tab", "button.line")?;
    page.press(&["Enter"])?;
    page.first(".working")?;
    page.wait_for("document.activeElement.getAttribute('aria-expanded') === 'true'")?;
    go_to(page, "Tab", ".working a").context("the sources")?;
    go_to(page, "Shift+Tab", "button.line[aria-expanded=true]")?;
    page.press(&["Space"])?;
    page.wait("closed", || Ok((!page.shows(".working")?).then_some(())))?;
    page.wait_for("document.activeElement.matches('button.line[aria-expanded=false]')")
}

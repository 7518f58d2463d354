//! The formula of a default can be computed by hand from what the page shows; and a working that is made anew
//! while somebody is in it keeps the focus.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{Journey, chromium};
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let english = || Visit::default().in_english();
    vec![
        chromium("defaults are computed by hand", english(), computed),
        chromium(
            "defaults are computed by hand, in Chinese",
            Visit::default(),
            computed,
        ),
        chromium("a working keeps the focus", english(), focus_stays),
    ]
}

/// Computes every formula of the page from the values that it shows, step by step; gives how many there are and
/// what does not lead to the value that stands above it. Values are shown with four digits.
const COMPUTE: &str = "const [rounded, exp, ln] = arguments, wrong = [];
  const number = (li) => Number(li.querySelector(':scope > b').textContent
    .replaceAll(',', '').replaceAll('\\u2212', '-'));
  const sum = (list) => {
    let done = 0, product = 0;
    for (const li of [...list.children].filter((li) => li.querySelector(':scope > b'))) {
      const sign = li.firstChild.nodeType === 3 ? li.firstChild.data.trim() : '';
      const value = number(li);
      if (sign === '\\u00d7') product *= value;
      else if (sign === '\\u00f7') product /= value;
      else { done += product; product = sign === '\\u2212' ? -value : value; }
    }
    return done + product;
  };
  const lists = [...document.querySelectorAll('li > ul.formula')]
    .filter((list) => [...list.children].some((li) => li.querySelector(':scope > b')));
  for (const list of lists) {
    const li = list.parentElement, shown = number(li);
    const words = li.querySelector(':scope > .note').textContent;
    let value = sum(list);
    if (words.endsWith(rounded)) value = Math.round(value);
    if (words.endsWith(exp)) value = Math.exp(value);
    if (words.endsWith(ln)) value = Math.log(value);
    // what is nearly taken off from what is nearly the same keeps fewer digits
    const near = Math.abs(value - shown) <= 0.004 * Math.abs(shown) + 0.002;
    const half = words.endsWith(rounded) && Math.abs(value - shown) <= 1;
    if (!near && !half) wrong.push(`${li.textContent.slice(0, 300)}: ${value}`);
  }
  return [lists.length, wrong];";

fn computed(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    page.open_part(words, "home")?;
    page.opens("result");
    // where the household lives and what it spends moves most of what follows
    page.first("#q-province")?.focus()?;
    page.press(&["ArrowDown", "ArrowDown", "ArrowDown", "Tab"])?;
    page.settled()?;
    page.screen(words, "result")?;
    page.settled()?;
    page.wait_for("document.querySelector('[aria-labelledby=lines] button.quiet') !== null")?;
    page.eval("void document.querySelector('[aria-labelledby=lines] button.quiet').click()")?;
    page.wait_for("document.querySelectorAll('[aria-labelledby=lines] button.line').length > 60")?;
    page.eval(
        "void document.querySelectorAll('[aria-labelledby=lines] button.line')
           .forEach((button) => button.click())",
    )?;
    page.wait_for("document.querySelectorAll('ul.formula').length > 300")?;
    let functions = ["rounded", "power_of_e", "natural_log"];
    let said: Result<Vec<&str>> = functions.iter().map(|key| words.ui(key)).collect();
    let args: Vec<serde_json::Value> = said?.into_iter().map(|said| json!(said)).collect();
    let found = page.script(COMPUTE, &args)?;
    let (count, wrong) = (
        found.get(0).and_then(serde_json::Value::as_u64),
        found.get(1).context("no list")?,
    );
    ensure!(count > Some(300), "{found}");
    ensure!(*wrong == json!([]), "{wrong}");
    Ok(())
}

/// The lines of a working change places when the bands come: the focus stays where it was.
fn focus_stays(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    page.open_part(words, "home")?;
    page.opens("result");
    let home = words.domain("home")?;
    page.eval(&format!(
        "void [...document.querySelectorAll('button.opens')]
           .find((button) => button.getAttribute('aria-label').startsWith('{home}')).click()"
    ))?;
    let lines = "[...document.querySelectorAll('[data-of=home] > .lines > li > .head > .line')]";
    page.wait_for(&format!("{lines}.length > 8"))?;
    let answer = |kwh: u16| -> Result<()> {
        page.eval(&format!(
            "void (() => {{ const field = document.querySelector('#q-electricity');
               field.value = '{kwh}';
               for (const name of ['input', 'change'])
                 field.dispatchEvent(new Event(name, {{ bubbles: true }})); }})()"
        ))?;
        page.settled()
    };
    let order = format!("{lines}.map((line) => line.textContent).join()");
    // each line in turn, as whichever changes its place loses the focus
    for (at, kwh) in (0_u8..6).zip([900, 30, 1500, 20, 1200, 40]) {
        let before = page.eval(&order)?;
        page.eval(&format!("void ((window.held = {lines}[{at}]).focus())"))?;
        answer(kwh)?;
        page.wait_for(&format!("{order} !== {before}"))?;
        page.wait_for("document.activeElement === window.held")?;
    }
    Ok(())
}

//! The screen of the path besides its sentences about the nation: the household's own path, tables and
//! charts. The nation's numbers are the command line's own.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::path::Path;
use tanlu_model::actions::ActionId;
use tanlu_model::pathway::Campaign;
use tanlu_model::year::DEFAULT_SCENARIO;
use xtask::process::Tool;

use super::{Journey, chromium, own, workings};
use crate::figures::number;
use crate::model;
use crate::page::Page;
use crate::visit::Visit;
use crate::words::{Words, grouped};

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let desktop = Visit::default;
    let english = || Visit::default().in_english();
    vec![
        chromium("the nation's numbers, in Chinese", desktop(), |page| {
            numbers(
                page,
                HARBIN,
                &["hot_water_less", "clothes_longer", "led_lamps"],
            )
        }),
        chromium("the nation's numbers, in English", english(), |page| {
            numbers(page, SHANGHAI, &["fewer_flights", "ev", "food_waste_less"])
        }),
        chromium(
            "the path without a plan, in Chinese",
            desktop(),
            without_a_plan,
        ),
        chromium(
            "the path without a plan, in English",
            english(),
            without_a_plan,
        ),
        chromium("the path on paper, in Chinese", desktop(), on_paper),
        chromium("the charts of the path, in English", english(), lettered),
        chromium(
            "the charts of the path on a phone",
            Visit::phone(),
            lettered,
        ),
        chromium(
            "the charts of the path on a phone, in English",
            Visit::phone().in_english(),
            lettered,
        ),
    ]
}

const HARBIN: &str = include_str!("../../../model/personas/harbin_retired_couple.json");
const SHANGHAI: &str = include_str!("../../../model/personas/shanghai_two_cars.json");
/// From when on all is planned.
const FROM: u16 = 2027;
/// What stands between the cells of a row.
const CELL: &str = " | ";
/// The nation's card.
const NATION: &str = "section[aria-labelledby=nation]";

/// The screen with a household that plans this: its file.
fn open(page: &Page<'_>, words: &Words, text: &str, actions: &[&str]) -> Result<String> {
    let text = model::planned(text, actions, FROM)?;
    let file = page.file("household.json", &text)?;
    page.import(words, &file)?;
    page.screen(words, "path")?;
    page.settled()?;
    Ok(text)
}

/// Waits until the page shows exactly this.
pub fn shows(
    page: &Page<'_>,
    what: &str,
    wanted: &[String],
    shown: impl Fn() -> Result<Vec<String>>,
) -> Result<()> {
    let waited = page.wait(what, || Ok((shown()? == wanted).then_some(())));
    let Err(why) = waited else { return Ok(()) };
    let shown = shown()?;
    let mut pairs = wanted.iter().zip(&shown);
    let wrong = pairs.find(|(wanted, shown)| wanted != shown);
    bail!("{why}: {} of {}, {wrong:#?}", shown.len(), wanted.len())
}

/// Something of each element of a selector.
pub fn texts(page: &Page<'_>, selector: &str, of: &str) -> Result<Vec<String>> {
    let found = page.eval(&format!(
        "[...document.querySelectorAll(\"{selector}\")].map((e) => {of})"
    ))?;
    serde_json::from_value(found).context(selector.to_owned())
}

/// What `tanlu path` prints of a file, and of the line alone.
struct Printed {
    all: Value,
    alone: Value,
}

impl Printed {
    /// Of the default line, with so many who join in the nation.
    fn of(page: &Page<'_>, file: &Path, joining: f64) -> Result<Self> {
        let print = |args: &[&str]| -> Result<Value> {
            let tool = Tool::new(&page.options.tanlu).args(["path", "--json"]);
            let text = tool
                .args(["--scenario", DEFAULT_SCENARIO.details().id])
                .args(args)
                .output()?;
            serde_json::from_str(&text).context("what the command line prints")
        };
        Ok(Self {
            all: print(&[
                &file.display().to_string(),
                "--adoption",
                &joining.to_string(),
            ])?,
            alone: print(&["--national"])?,
        })
    }

    /// A number of a year; none where the command line has none.
    fn year(&self, list: &str, year: u16, key: &str) -> Option<f64> {
        let mut both = [&self.all, &self.alone].into_iter();
        let rows = both.find_map(|all| all.pointer(list)?.as_array())?;
        let row = rows
            .iter()
            .find(|row| row.get("year") == Some(&year.into()))?;
        row.get(key)?.as_f64()
    }

    /// A row of the nation's table.
    fn row(&self, words: &Words, year: u16) -> Result<String> {
        let whole = |key| self.year("/national", year, key).map(|mt| words.total(mt));
        let saved = |key| {
            let mt = self.year("/saved/years", year, key);
            mt.map(|mt| words.saved(mt))
        };
        let range = |ends: (Option<String>, Option<String>)| match ends {
            (Some(low), Some(high)) if low == high => Ok(low),
            (Some(low), Some(high)) => words.fill("line_range", &[("low", &low), ("high", &high)]),
            _ => Ok(String::new()),
        };
        let history = |key| {
            self.year("/history/years", year, key)
                .map(|mt| words.total(mt))
        };
        let person = self.year("/national", year, "t_per_person");
        let person = person.map(|tonnes| format!("{tonnes:.1}"));
        let cells = [
            year.to_string(),
            range((history("low"), history("high")))?,
            whole("mt").unwrap_or_default(),
            whole("mt_with").unwrap_or_default(),
            saved("mt").unwrap_or_default(),
            range((saved("p05"), saved("p95")))?,
            whole("mt_net").unwrap_or_default(),
            person.unwrap_or_default(),
        ];
        Ok(cells.join(CELL))
    }

    /// What each action takes away in 2030, the most first.
    fn by_action(&self, words: &Words) -> Result<Vec<String>> {
        let years = self.all.pointer("/saved/years").and_then(Value::as_array);
        let mut years = years.into_iter().flatten();
        let year = years.find(|row| row.get("year") == Some(&2030.into()));
        let actions = year.and_then(|year| year.get("actions")?.as_object());
        let mut actions: Vec<_> = actions.context("no actions")?.iter().collect();
        let of = |of: &Value, key: &str| number(of, key).unwrap_or_default();
        actions.sort_by(|one, other| of(other.1, "mt").total_cmp(&of(one.1, "mt")));
        let largest = actions.iter().map(|(_, found)| of(found, "mt").abs());
        let unit = words.mass_unit(largest.fold(0.0, f64::max));
        let said = actions.into_iter().map(|(id, found)| {
            let mt = of(found, "mt");
            let key = if mt < 0.0 { "mass_more" } else { "mass_less" };
            let mt = match mt.abs() < 1e-6 {
                true => words.at(&["ui", "path", "no_change"])?.to_owned(),
                false => words.fill(key, &[("mt", &words.mass_in(unit, mt.abs())?)])?,
            };
            let action = ActionId::from_id(id).with_context(|| id.clone())?;
            let percent = |key| format!("{:.0}%", 100.0 * of(found, key));
            let values = [
                ("action", words.action(action)?),
                ("mt", &mt),
                ("joined", &percent("joined")),
                ("assumed", &percent("assumed")),
            ];
            let more = of(found, "assumed") > of(found, "today");
            words.fill(if more { "wedge_line" } else { "wedge_today" }, &values)
        });
        said.collect()
    }
}

/// The nation's table, its chart and what each action does are what the command line prints; the own path
/// is the model's, here and in short beside the plan.
fn numbers(page: &mut Page<'_>, text: &str, actions: &[&str]) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let text = open(page, words, text, actions)?;
    own::says(page, words, &text)?;
    let file = page.folder()?.join("household.json");
    national(page, words, &Printed::of(page, &file, 0.5)?)?;
    page.first("#join")?.focus()?;
    page.press(&["End"])?;
    national(page, words, &Printed::of(page, &file, 1.0)?)?;
    opened(page)?;
    let all = Campaign {
        joining: 1.0,
        ..Campaign::default()
    };
    workings::say(page, words, &text, &all)?;
    page.screen(words, "change")?;
    in_short(page, words, &text)
}

/// Opens every figure of the path's tables; gives what of what stands inside does not come to the figure.
const OPENED: &str = "const done = arguments[0];
  const buttons = [...document.querySelectorAll('.on-path .by-year tr[data-year] button.opens')];
  buttons.forEach((b) => b.click());
  const numbers = (text) => (text.replaceAll(',', '').replaceAll('−', '-').match(/-?\\d+(\\.\\d+)?/g) || []).map(Number);
  const near = (one, other, room) => Math.abs(one - other) <= room;
  setTimeout(() => {
    const wrong = buttons.filter((b) => b.getAttribute('aria-expanded') !== 'true')
      .map((b) => 'shut: ' + b.getAttribute('aria-label'));
    const own = [...document.querySelectorAll('[aria-labelledby=years] .working table')];
    own.forEach((table) => {
      const rows = [...table.querySelectorAll(':scope > tbody > tr')].map((tr) =>
        [...tr.querySelectorAll('td')].slice(1).map((td) => numbers(td.textContent)[0]));
      const last = rows.pop(), sum = [0, 1].map((at) => rows.reduce((all, row) => all + row[at], 0));
      // each row is a whole number
      if (![0, 1].every((at) => near(sum[at], last[at], rows.length)))
        wrong.push(table.caption.textContent + ': ' + sum + ' is not ' + last);
    });
    if (own.length !== 7) wrong.push(own.length + ' own years open');
    const inside = document.querySelectorAll('[aria-labelledby=nation] .by-year .working li').length;
    if (inside < 50) wrong.push(inside + ' lines of the nation open');
    done(wrong);
  }, 300);";

/// The figures of the tables open, and what stands inside comes to them.
fn opened(page: &Page<'_>) -> Result<()> {
    let call = json!({ "script": OPENED, "args": [] });
    let wrong = page.command("POST", "/execute/async", &call)?;
    ensure!(wrong == json!([]), "{wrong}");
    page.axe()
}

fn national(page: &Page<'_>, words: &Words, printed: &Printed) -> Result<()> {
    let rows = [NATION, " tr[data-year]"].concat();
    let years: Vec<String> = texts(page, &rows, "e.dataset.year")?;
    for year in [
        "1990", "2020", "2025", "2030", "2035", "2040", "2050", "2060",
    ] {
        ensure!(
            years.iter().any(|known| known == year),
            "{year} is not in the table"
        );
    }
    let years = years.iter().map(|year| printed.row(words, year.parse()?));
    let wanted: Result<Vec<String>> = years.collect();
    let cells = format!("[...e.children].map((cell) => cell.textContent).join('{CELL}')");
    shows(page, "the table", &wanted?, || texts(page, &rows, &cells))?;
    shows(page, "the actions", &printed.by_action(words)?, || {
        texts(page, &[NATION, " [data-wedge]"].concat(), "e.textContent")
    })?;
    drawn(page, printed)
}

/// The line of the chart is as high in each year as the number is large.
fn drawn(page: &Page<'_>, printed: &Printed) -> Result<()> {
    let ways: Vec<String> = texts(page, "svg.national path.edge", "e.getAttribute(\"d\")")?;
    let way = ways.first().context("no line")?;
    let heights = way.trim_start_matches('M').split('L');
    let heights = heights.filter_map(|point| point.split_once(' ')?.1.parse().ok());
    let heights: Vec<f64> = heights.collect();
    let line = (2025..=2060).filter_map(|year| printed.year("/national", year, "mt"));
    let line: Vec<f64> = line.collect();
    ensure!(heights.len() == 36 && line.len() == 36, "{way}");
    let most = |of: &[f64]| of.iter().copied().fold(f64::MIN, f64::max);
    let least = |of: &[f64]| of.iter().copied().fold(f64::MAX, f64::min);
    let per_mt = (most(&heights) - least(&heights)) / (most(&line) - least(&line));
    for (height, mt) in heights.iter().zip(&line) {
        let wanted = least(&heights) + (most(&line) - mt) * per_mt;
        ensure!(
            (height - wanted).abs() < 1.5,
            "{mt}: {height}, not {wanted}"
        );
    }
    Ok(())
}

/// The sentence beside the plan, and the way from there.
fn in_short(page: &Page<'_>, words: &Words, text: &str) -> Result<()> {
    let path = model::own_path(text)?;
    let (early, late) = (path.year(2030)?, path.year(2060)?);
    let values = [
        ("system", &*grouped(-early.system)),
        ("mine", &grouped(-early.mine)),
        ("rest", &grouped(early.kg_with)),
        ("system_late", &grouped(-late.system)),
        ("mine_late", &grouped(-late.mine)),
        ("rest_late", &grouped(late.kg_with)),
    ];
    let plan = "section[aria-labelledby=together]";
    page.wait_text(plan, &words.fill("path_short", &values)?)?;
    page.first(&[plan, " a[href='#path']"].concat())?.click()?;
    page.on_screen(words, "path")
}

/// The nation's own line is there all the same, and the way to a plan.
fn without_a_plan(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let text = open(page, words, HARBIN, &[])?;
    own::says(page, words, &text)?;
    page.wait_text("[data-said=none]", words.ui("said_none")?)?;
    let file = page.folder()?.join("household.json");
    drawn(page, &Printed::of(page, &file, 0.5)?)?;
    ensure!(!page.shows("#join")?, "there is nothing to join in");
    ensure!(
        drawings(page)? == ["path", "path national", "path others"],
        "{:?}",
        drawings(page)?
    );
    page.axe()?;
    page.first(&[NATION, " a[href='#change']"].concat())?
        .click()?;
    page.opens("change");
    page.on_screen(words, "change")
}

/// The charts that show.
fn drawings(page: &Page<'_>) -> Result<Vec<String>> {
    let shown = "e.checkVisibility() ? e.getAttribute('class') : 'hidden'";
    texts(page, ".on-path svg", shown)
}

/// Charts, sentences and tables, nothing to press.
fn on_paper(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, SHANGHAI, &["ev", "fewer_flights"])?;
    page.first("[data-said=sum]")?;
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    let drawings = drawings(page)?;
    ensure!(
        drawings == ["path", "path national", "path saved", "path others"],
        "{drawings:?}"
    );
    for there in ["tr[data-year]", "[data-said=joined]"] {
        ensure!(page.shows(there)?, "{there} is not on paper");
    }
    for away in [
        "#join",
        "button",
        ".side",
        ".on-result",
        ".on-answer",
        ".on-change",
    ] {
        ensure!(!page.shows(away)?, "{away} is on paper");
    }
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "" }))
        .map(drop)
}

/// What is wrong with the letters of the charts.
const LETTERS: &str = "[...document.querySelectorAll('.on-path svg.path')].flatMap((svg) => {
  const edge = svg.getBoundingClientRect(), wrong = [];
  const boxes = [...svg.querySelectorAll('text')].map((e) => [e.textContent, e.getBoundingClientRect()]);
  boxes.forEach(([words, box], at) => {
    if (box.left < 0 || box.right > Math.min(innerWidth, edge.right + 8)) wrong.push('outside: ' + words);
    if (box.height < 11) wrong.push('small, ' + box.height + ': ' + words);
    for (const [other, of] of boxes.slice(at + 1)) {
      // a line of text is higher than its letters
      const room = box.height / 3;
      const apart = box.right <= of.left || of.right <= box.left
        || box.bottom <= of.top + room || of.bottom <= box.top + room;
      if (!apart) wrong.push('on one another: ' + words + ', ' + other);
    }
  });
  return wrong;
})";

/// The letters of the charts are large enough, within the drawing, and not on one another.
fn lettered(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(
        page,
        words,
        SHANGHAI,
        &["ev", "fewer_flights", "plant_days"],
    )?;
    page.first("[data-said=sum]")?;
    let name = format!("path-letters-{}-{}", page.visit.language, page.visit.width);
    page.screenshot(&name)?;
    let wrong = page.eval(LETTERS)?;
    ensure!(wrong == json!([]), "{wrong:#}");
    // with the highest saving too
    page.first("#join")?.focus()?;
    page.press(&["End"])?;
    let wrong = page.eval(LETTERS)?;
    ensure!(wrong == json!([]), "{wrong:#}");
    Ok(())
}

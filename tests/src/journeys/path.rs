//! The path of the household and of the nation: each sentence and each number of the nation is the command
//! line's own, for three households.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::path::PathBuf;
use tanlu_model::QuestionId;
use tanlu_model::choice::Choice;
use tanlu_model::pathway::{Campaign, NationalPath, Pace, Reach};
use tanlu_model::rows::PER_PERSON_LINES;
use tanlu_model::year::DEFAULT_SCENARIO;

use super::paper::pages_printed;
use super::{CHROMIUM, Journey};
use crate::faults::Faults;
use crate::model;
use crate::page::Page;
use crate::said::{PATH, Printed, Said};
use crate::visit::Visit;
use crate::words::{Words, grouped};

/// A household and what it plans.
struct Planned {
    text: &'static str,
    actions: &'static [&'static str],
}

const HARBIN: Planned = Planned {
    text: include_str!("../../../model/personas/harbin_retired_couple.json"),
    actions: &["hot_water_less", "clothes_longer", "led_lamps"],
};
const SHANGHAI: Planned = Planned {
    text: include_str!("../../../model/personas/shanghai_two_cars.json"),
    actions: &["fewer_flights", "ev", "food_waste_less"],
};
const CHENGDU: Planned = Planned {
    text: include_str!("../../../model/personas/chengdu_family.json"),
    actions: &["plant_days", "standby_off", "drive_less"],
};
/// From when on all is planned.
const PLANNED_FROM: u16 = 2027;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let desktop = Visit::default;
    let english = || Visit::default().in_english();
    let chromium = |name, visit, go| Journey::new(name, CHROMIUM, visit, go);
    vec![
        chromium(
            "the path of a couple in Harbin, in Chinese",
            desktop(),
            |page| agrees(page, &HARBIN),
        ),
        chromium(
            "the path of a family in Shanghai, in English",
            english(),
            |page| agrees(page, &SHANGHAI),
        ),
        chromium(
            "the path of a family in Chengdu, in Chinese",
            desktop(),
            |page| agrees(page, &CHENGDU),
        ),
        chromium(
            "the path of a couple in Harbin, in English",
            english(),
            |page| agrees(page, &HARBIN),
        ),
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
        chromium("the path on paper, in English", english(), on_paper),
        chromium(
            "the path is for everyone, in Chinese",
            desktop(),
            for_everyone,
        ),
        chromium(
            "the path is for everyone, on a phone in Chinese",
            Visit::phone(),
            for_everyone,
        ),
        chromium(
            "the path is for everyone, on a phone in English",
            Visit::phone().in_english(),
            for_everyone,
        ),
    ]
}

const NATION: &str = "section[aria-labelledby=nation]";

/// The screen, with this household and its plan.
fn open(page: &Page<'_>, words: &Words, planned: &Planned) -> Result<PathBuf> {
    let text = model::planned(planned.text, planned.actions, PLANNED_FROM)?;
    let file = page.file("household.json", &text)?;
    page.import(words, &file)?;
    page.screen(words, PATH)?;
    page.settled()?;
    Ok(file)
}

/// The marked sentences that show, with what they are about.
fn marked(page: &Page<'_>, mark: &str) -> Result<Vec<Said>> {
    let found = page.eval(&format!(
        "[...document.querySelectorAll('{NATION} [data-{mark}]')].filter((e) => e.checkVisibility())
           .map((e) => [e.dataset.{mark}, e.textContent])"
    ))?;
    serde_json::from_value(found).context("what is said")
}

/// The rows of the nation's table, cell by cell.
fn rows(page: &Page<'_>) -> Result<Vec<Vec<String>>> {
    let found = page.eval(&format!(
        "[...document.querySelectorAll('{NATION} tr[data-year]')]
           .map((row) => [...row.children].map((cell) => cell.textContent))"
    ))?;
    serde_json::from_value(found).context("the table")
}

/// Waits until the page says exactly this.
fn says<T: PartialEq + std::fmt::Debug>(
    what: &str,
    page: &Page<'_>,
    wanted: &[T],
    shown: impl Fn() -> Result<Vec<T>>,
) -> Result<()> {
    let waited = page.wait(what, || Ok((shown()? == wanted).then_some(())));
    waited.or_else(|_| {
        let shown = shown()?;
        let wrong = wanted
            .iter()
            .zip(&shown)
            .find(|(wanted, shown)| wanted != shown);
        let (many, few) = (wanted.len(), shown.len());
        anyhow::bail!("{what}: {few} of {many}, and of wanted and shown {wrong:#?}")
    })
}

/// Moves the slider to so many percent: from the left end in steps of ten and of one.
fn join(page: &Page<'_>, percent: u16) -> Result<()> {
    page.first("#join")?.focus()?;
    page.press(&["Home"])?;
    for _ in 0..percent / 10 {
        page.press(&["PageUp"])?;
    }
    for _ in 0..percent % 10 {
        page.press(&["ArrowRight"])?;
    }
    let wanted = percent.to_string();
    page.wait("the slider", || {
        Ok((page.first("#join")?.value()? == wanted).then_some(()))
    })
}

/// Chooses who joins, as a visitor does.
fn campaign(page: &Page<'_>, words: &Words, campaign: Campaign, kind: &str) -> Result<()> {
    let path = |key: &str| words.at(&["ui", PATH, key]);
    join(page, (campaign.joining * 100.0).round() as u16)?;
    let reach = match campaign.reach {
        Reach::LikeMine => words.fill_at(PATH, "reach_like_mine", &[("kind", kind)])?,
        Reach::Province => path("reach_province")?.to_owned(),
        Reach::Nation => path("reach_nation")?.to_owned(),
    };
    let pace = match campaign.pace {
        Pace::Slow => path("pace_slow")?,
        Pace::Middle => path("pace_middle")?,
        Pace::Fast => path("pace_fast")?,
    };
    page.by_label(path("reach_label")?)?.select(&reach)?;
    page.by_label(path("from_label")?)?
        .select(&campaign.from.to_string())?;
    page.by_label(path("pace_label")?)?.select(pace)
}

/// Chooses the line that the nation takes.
fn choose_line(page: &Page<'_>, words: &Words, line: NationalPath) -> Result<()> {
    let name = if words.chinese() {
        line.name_zh()
    } else {
        line.name_en()
    };
    let label = words.at(&["ui", PATH, "line_label"])?;
    page.by_label(label)?.select(name)
}

/// All that the nation's card says is what the command line prints.
fn nation_agrees(page: &Page<'_>, words: &Words, printed: &Printed, kind: &str) -> Result<()> {
    let mut wanted = printed.joined(words, kind)?;
    wanted.extend(printed.of_the_nation(words)?);
    says("the sentences", page, &wanted, || marked(page, "said"))?;
    says("the actions", page, &printed.by_action(words)?, || {
        marked(page, "wedge")
    })?;
    table_agrees(page, words, printed)?;
    chart_agrees(page, printed)
}

fn table_agrees(page: &Page<'_>, words: &Words, printed: &Printed) -> Result<()> {
    let years: Vec<u16> = rows(page)?
        .iter()
        .filter_map(|row| row.first()?.parse().ok())
        .collect();
    for year in [1990, 2005, 2020, 2025, 2030, 2035, 2040, 2050, 2060] {
        ensure!(years.contains(&year), "{year} is not in the table");
    }
    let wanted: Result<Vec<_>> = years.iter().map(|year| printed.row(words, *year)).collect();
    says("the table", page, &wanted?, || rows(page))
}

/// The line of the chart goes through the numbers of the table: as high as they are large.
fn chart_agrees(page: &Page<'_>, printed: &Printed) -> Result<()> {
    let way = page.eval("document.querySelector('svg.national path.edge').getAttribute('d')")?;
    let points = way
        .as_str()
        .unwrap_or_default()
        .trim_start_matches('M')
        .split('L');
    let heights: Vec<f64> = points
        .filter_map(|point| point.split(' ').nth(1)?.parse().ok())
        .collect();
    let line = printed.line()?;
    ensure!(
        heights.len() == line.len(),
        "{} points: {way}",
        heights.len()
    );
    let all = || heights.iter().zip(&line);
    let (Some((top, (_, most))), Some((bottom, (_, least)))) = (
        all().min_by(|one, other| one.0.total_cmp(other.0)),
        all().max_by(|one, other| one.0.total_cmp(other.0)),
    ) else {
        anyhow::bail!("no line");
    };
    let per_mt = (bottom - top) / (most - least);
    for (height, (year, mt)) in all() {
        let wanted = bottom - (mt - least) * per_mt;
        ensure!(
            (height - wanted).abs() < 1.5,
            "{year}: {height}, not {wanted}"
        );
    }
    Ok(())
}

/// Whole kilograms that go away.
fn less(kg: f64) -> String {
    grouped(0.0 - kg.round())
}

/// The sentences of the household's own path.
fn own(words: &Words, text: &str) -> Result<Vec<String>> {
    let path = model::own_path(text)?;
    let with_plan = !model::read_plan(text)?.steps.is_empty();
    let key = if with_plan {
        "years_part"
    } else {
        "years_part_system"
    };
    let mut said = vec![words.fill_at(
        PATH,
        "years_sentence",
        &[("today", &grouped(path.today.round()))],
    )?];
    for year in [2030, 2060] {
        let of = path.year(year)?;
        let values = [
            ("year", &*year.to_string()),
            ("system", &less(of.system)),
            ("mine", &less(of.mine)),
            ("rest", &grouped(of.kg_with.round())),
        ];
        said.push(words.fill_at(PATH, key, &values)?);
    }
    for year in [2030, 2050] {
        let lines = PER_PERSON_LINES.iter().filter(|line| line.year == year);
        let mut highest = 0.0_f64;
        let mut published = Vec::new();
        for line in lines {
            let (low, high) = (line.low_kg(), line.high_kg());
            highest = highest.max(high);
            let values = [
                ("low", &*grouped(low.round())),
                ("high", &grouped(high.round())),
            ];
            published.push(if low == high {
                grouped(low.round())
            } else {
                words.fill_at(PATH, "line_range", &values)?
            });
        }
        let over = path.year(year)?.kg_with - highest;
        let key = if over > 0.0 {
            "years_against"
        } else {
            "years_below"
        };
        let values = [
            ("year", &*year.to_string()),
            ("line", &published.join(words.ui("and")?)),
            ("over", &grouped(over.round())),
        ];
        said.push(words.fill_at(PATH, key, &values)?);
    }
    Ok(said)
}

fn own_agrees(page: &Page<'_>, words: &Words, text: &str) -> Result<()> {
    let shown = || -> Result<Vec<String>> {
        let found = page.eval(
            "[...document.querySelectorAll('[aria-labelledby=years] .walk > div:first-child :is(p, li)')]
               .map((e) => e.textContent)",
        )?;
        serde_json::from_value(found).context("the own path")
    };
    says("the own path", page, &own(words, text)?, shown)
}

/// Every sentence and number, for some who join and some lines.
fn agrees(page: &mut Page<'_>, planned: &Planned) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let file = open(page, words, planned)?;
    let text = std::fs::read_to_string(&file)?;
    own_agrees(page, words, &text)?;
    let home = model::resolve(&model::read(&text)?);
    let kind = words.option(QuestionId::Settlement.id(), home.settlement.id())?;
    let usual = NationalPath::Model(DEFAULT_SCENARIO);
    let check = |line, campaign| -> Result<()> {
        let printed = Printed::of(page, &file, line, campaign)?;
        nation_agrees(page, words, &printed, kind).with_context(|| format!("{campaign:?}"))
    };
    check(usual, Campaign::default())?;
    page.screenshot(&format!(
        "path-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    let some = [
        (Reach::Nation, 1.0, 2030, Pace::Fast),
        (Reach::Province, 0.13, 2028, Pace::Slow),
        (Reach::LikeMine, 0.9, 2026, Pace::Middle),
    ];
    for (reach, joining, from, pace) in some {
        let chosen = Campaign {
            reach,
            joining,
            from,
            pace,
        };
        campaign(page, words, chosen, kind)?;
        check(usual, chosen)?;
    }
    // nobody joins: the line itself
    join(page, 0)?;
    says("nobody", page, &[true], || {
        let rows = rows(page)?;
        let same = |row: &Vec<String>| row.get(2) == row.get(3);
        Ok(vec![rows.iter().all(same)])
    })?;
    // who joins stays through other screens, and so does the line
    let chosen = Campaign {
        joining: 0.4,
        reach: Reach::Nation,
        ..Campaign::default()
    };
    campaign(page, words, chosen, kind)?;
    let other = NationalPath::lines().find(|line| *line != usual);
    let other = other.context("no other line")?;
    choose_line(page, words, other)?;
    page.screen(words, "result")?;
    page.screen(words, PATH)?;
    check(other, chosen)?;
    // a published line says nothing of households, the command line refuses it beside one
    let published = NationalPath::lines().find(|line| matches!(line, NationalPath::Published(_)));
    choose_line(page, words, published.context("no published line")?)?;
    page.wait_text(NATION, words.at(&["ui", PATH, "line_own"])?)?;
    page.axe()
}

fn without_a_plan(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let none = Planned {
        actions: &[],
        ..HARBIN
    };
    let file = open(page, words, &none)?;
    let text = std::fs::read_to_string(&file)?;
    own_agrees(page, words, &text)?;
    let usual = NationalPath::Model(DEFAULT_SCENARIO);
    let printed = Printed::of(page, &file, usual, Campaign::default())?;
    let none = words.at(&["ui", PATH, "said_none"])?;
    let mut wanted = vec![("none".to_owned(), none.to_owned())];
    wanted.extend(printed.of_the_nation(words)?);
    says("the sentences", page, &wanted, || marked(page, "said"))?;
    chart_agrees(page, &printed)?;
    ensure!(
        !page.shows("#join")?,
        "nobody can join, and there is a slider"
    );
    page.axe()?;
    page.screenshot(&format!(
        "path-empty-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    page.first(&format!("{NATION} a[href='#change']"))?
        .click()?;
    page.opens("change");
    page.on_screen(words, "change")
}

/// Charts, sentences and tables, nothing to press.
fn on_paper(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, &SHANGHAI)?;
    page.first(&format!("{NATION} [data-said=share]"))?;
    let sheets = pages_printed(page, &format!("path-{}", page.visit.language))?;
    ensure!(sheets <= SHEETS, "{sheets} sheets of paper");
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    for there in [
        "svg.path",
        "svg.national",
        "tr[data-year]",
        "[data-said=joined]",
    ] {
        ensure!(page.shows(there)?, "{there} is not on paper");
    }
    for away in ["#join", ".side", ".on-result", ".on-answer", ".on-change"] {
        ensure!(!page.shows(away)?, "{away} is on paper");
    }
    let buttons = page.all("button")?.len();
    ensure!(buttons == 0, "{buttons} buttons on paper");
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "" }))
        .map(drop)
}

/// The own path, the nation and the levers: a sheet each.
const SHEETS: usize = 3;

/// Axe in both colours and in the system's, nothing that makes the page scroll sideways, all by keyboard.
fn for_everyone(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let mut faults = Faults::default();
    open(page, words, &SHANGHAI)?;
    page.first(&format!("{NATION} [data-said=share]"))?;
    let marks = words.at(&["ui", PATH, "marks_title"])?;
    page.by_role("button", marks)?.click()?;
    for colours in ["light", "dark"] {
        page.emulate(&[("prefers-color-scheme", colours)])?;
        faults.note(page.axe().with_context(|| colours.to_owned()));
        let (language, width) = (page.visit.language, page.visit.width);
        page.screenshot(&format!("path-everyone-{colours}-{language}-{width}"))?;
    }
    let wide = page.eval("document.documentElement.scrollWidth - innerWidth")?;
    let wide = wide.as_f64().unwrap_or(f64::MAX);
    faults.note(if wide > 0.0 {
        Err(anyhow::anyhow!("{wide} too wide"))
    } else {
        Ok(())
    });
    page.emulate(&[("forced-colors", "active")])?;
    page.screenshot(&format!("path-forced-{}", page.visit.width))?;
    // the browser takes the system's colours for text, axe still sees the page's
    faults.note(
        page.axe_without(&["color-contrast"])
            .context("forced colours"),
    );
    faults.note(sized(page));
    faults.end()
}

/// On the screen the letters of the charts are as large as small print at least, and none goes beyond its
/// drawing or over another.
fn sized(page: &Page<'_>) -> Result<()> {
    let found = page.eval(
        "[...document.querySelectorAll('.on-path svg.path')].flatMap((svg) => {
           const edge = svg.getBoundingClientRect();
           const boxes = [...svg.querySelectorAll('text')].map((t) => [t.textContent, t.getBoundingClientRect()]);
           const wrong = boxes.filter(([, b]) => b.left < edge.left - 1 || b.right > edge.right + 1)
             .map(([words]) => 'outside: ' + words);
           boxes.forEach(([one, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
             const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 2 || b.bottom <= a.top + 2;
             if (!apart) wrong.push('over one another: ' + one + ', ' + other);
           }));
           boxes.filter(([, b]) => b.height < 12).forEach(([words]) => wrong.push('small: ' + words));
           return wrong;
         })",
    )?;
    ensure!(found == Value::Array(Vec::new()), "{found}");
    Ok(())
}

//! What the nation's figures open to, the points that others published and the two accounts, from the model.

use anyhow::{Context, Result};
use tanlu_model::pathway::nation::{default_sink, history, measured};
use tanlu_model::pathway::{Campaign, NationalPath, ScaleUp};
use tanlu_model::rows::{DataSet, FACTS_TOLD, Fact, Metric, PublishedPoint, Status, people};
use tanlu_model::year::DEFAULT_SCENARIO;
use tanlu_model::{Factors, file};

use super::nation::{shows, texts};
use crate::model;
use crate::page::Page;
use crate::words::{Words, grouped, significant};

/// The year whose figures are read, and one that has been.
const YEAR: u16 = 2030;
const PAST: u16 = 2020;

/// The figures of the nation's table are open: what stands inside is the model's.
pub fn say(page: &Page<'_>, words: &Words, text: &str, campaign: &Campaign) -> Result<()> {
    let inside = |year: u16| -> Result<Vec<String>> {
        let rows = format!("[aria-labelledby=nation] .by-year tr[data-year='{year}']");
        let next = "const found = []; let row = e.nextElementSibling; \
            while (row && !row.dataset.year) { \
              found.push(...[...row.querySelectorAll('li')].map((e) => e.textContent)); \
              row = row.nextElementSibling; } return found.join('|');";
        let all = texts(page, &rows, &format!("(() => {{ {next} }})()"))?;
        Ok(all.concat().split('|').map(str::to_owned).collect())
    };
    let wanted = year(words, text, campaign)?;
    shows(page, "the workings", &wanted, || inside(YEAR))?;
    let sets = [
        (DataSet::Gcb, "set_gcb"),
        (DataSet::Edgar, "set_edgar"),
        (DataSet::Official, "set_official"),
    ];
    history()
        .find(|known| known.year == PAST)
        .context("no past")?;
    let sets = sets.into_iter().filter_map(|(set, key)| {
        let mt = words.total_said(measured(set, PAST)?);
        Some(mt.and_then(|mt| words.fill(key, &[("mt", &mt)])))
    });
    let wanted: Result<Vec<String>> = sets.collect();
    shows(page, "the data sets", &wanted?, || inside(PAST))?;
    let books = two_books(words)?;
    page.wait_text("[aria-labelledby=nation]", &books)?;
    page.push(words, "marks_title")?;
    let wanted: Result<Vec<String>> = NationalPath::marks()
        .enumerate()
        .map(|(at, path)| {
            let name = if words.chinese() {
                path.name_zh
            } else {
                path.name_en
            };
            let points = path.points.iter().map(|point| mark(words, point));
            let points: Result<Vec<String>> = points.collect();
            let points = points?.join(words.ui("list_comma")?);
            let letter = ('a'..='z').nth(at).context("too many")?;
            let counts = match path.metric {
                Metric::Co2 => "",
                Metric::Co2Energy => words.ui("mark_energy")?,
                Metric::Co2NetEnergy => words.ui("mark_net_energy")?,
            };
            let values = [("name", name), ("counts", counts), ("points", &points)];
            let said = words.fill("mark_line", &values)?;
            Ok([&*letter.to_string(), " ", &said].concat())
        })
        .collect();
    shows(page, "the points", &wanted?, || {
        texts(
            page,
            "button.line[aria-expanded=true] + ul.plain > li",
            "e.textContent",
        )
    })
}

/// The line in the year, with those who join, less sinks, by person; then each action's part.
fn year(words: &Words, text: &str, campaign: &Campaign) -> Result<Vec<String>> {
    let read = file::read(text).map_err(|why| anyhow::anyhow!("{why}"))?;
    let home = model::resolve(&read.answers);
    let factors = Factors::central();
    let scale = ScaleUp::of(&home, &read.plan, DEFAULT_SCENARIO, &factors);
    let wedges = scale.under(campaign);
    let line = NationalPath::Model(DEFAULT_SCENARIO).line();
    let of_year = |mt: Option<f64>| mt.context("no year");
    let emitted = of_year(line.mt(YEAR))?;
    let (mt, said) = (words.total(emitted), words.total_said(emitted)?);
    let with = of_year(wedges.off(&line).mt(YEAR))?;
    let sink = default_sink();
    let people = people(YEAR).context("no people")?;
    let each = significant(of_year(line.per_person(YEAR))?, 3);
    let status = DEFAULT_SCENARIO.details().status.name();
    let saved = of_year(wedges.saving().mt(YEAR))?;
    let with_them = if saved < 0.0 {
        "line_with_more"
    } else {
        "line_with"
    };
    let saved = words.of_total(saved.abs());
    let mut wanted = vec![
        words.fill(
            "line_given",
            &[("mt", &said), ("status", words.at(&["status", status])?)],
        )?,
        words.fill(
            with_them,
            &[
                ("mt", &mt),
                ("saved", &saved),
                ("with", &words.total_said(with)?),
            ],
        )?,
        words.fill(
            "line_net",
            &[
                ("mt", &mt),
                ("sink", &words.total(sink)),
                ("net", &words.total_said(emitted - sink)?),
            ],
        )?,
        words.fill(
            "line_person",
            &[
                ("mt", &said),
                ("people", &words.many(people)?),
                ("each", &each),
            ],
        )?,
    ];
    for wedge in wedges.year(YEAR) {
        let percent = |share: f64| format!("{:.0}%", 100.0 * share);
        let values = [
            ("action", words.action(wedge.action)?),
            ("households", &*words.many(wedge.households)?),
            ("joined", &percent(wedge.joined)),
            ("assumed", &percent(wedge.assumed)),
            ("kg", &significant(wedge.kg, 3)),
            ("kept", &percent(wedge.kept)),
            ("mt", &words.mass(wedge.mt)?),
        ];
        wanted.push(words.fill("wedge_how", &values)?);
    }
    Ok(wanted)
}

fn mark(words: &Words, point: &PublishedPoint) -> Result<String> {
    let mt = |mt: f64| words.fill("mass_large", &[("value", &words.of_total_with(mt, 4))]);
    let year = point.year.to_string();
    let said = match (point.value, point.range) {
        (Some(value), _) => words.fill("mark_point", &[("year", &year), ("mt", &mt(value)?)])?,
        (None, Some((low, high))) => words.fill(
            "mark_range",
            &[("year", &year), ("low", &mt(low)?), ("high", &mt(high)?)],
        )?,
        (None, None) => String::new(),
    };
    let unverified = match point.status {
        Status::Unverified => words.at(&["ui", "path", "unverified"])?,
        _ => "",
    };
    Ok([&*said, unverified].concat())
}

/// What was emitted in China and what its consumption caused, and the part of households.
fn two_books(words: &Words) -> Result<String> {
    let fact = |id: &str| -> Result<&Fact> {
        let mut told = FACTS_TOLD.iter();
        told.find(|fact| fact.id == id)
            .copied()
            .with_context(|| id.to_owned())
    };
    let (consumed, share) = (
        fact("consumption_co2_2022")?,
        fact("household_share_consumption")?,
    );
    let emitted = measured(DataSet::Gcb, consumed.year).context("no year")?;
    let percent = |share: f64| [&*grouped(100.0 * share), "%"].concat();
    let values = [
        ("year", &*consumed.year.to_string()),
        ("emitted", &words.mass(emitted)?),
        ("consumed", &words.mass(consumed.band.value)?),
        ("percent", &percent(share.band.value)),
        ("low", &percent(share.band.low)),
        ("high", &percent(share.band.high)),
    ];
    words.fill("two_books_numbers", &values)
}

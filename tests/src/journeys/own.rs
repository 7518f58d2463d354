//! What the card of the household's own path says, from the model.

use anyhow::{Context, Result};
use tanlu_model::actions::{ActionId, Chosen, not_said};
use tanlu_model::pathway::{EachBands, EachYears, Trend};
use tanlu_model::rows::{PER_PERSON_LINES, PerPersonLine};
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::year::{DEFAULT_SCENARIO, YEARS, YearIndex, province_grid};
use tanlu_model::{Answers, BASE_YEAR, Factors, Household};

use super::nation::{shows, texts};
use crate::model::{self, Drawn, Own};
use crate::page::Page;
use crate::words::{Words, grouped, rough};

/// A grid that gets dirtier by a smaller part than this is not spoken of.
const RISES: f64 = 0.02;

/// Every sentence of the card is the model's.
pub fn says(page: &Page<'_>, words: &Words, text: &str) -> Result<()> {
    let answers = model::read(text)?;
    let home = model::resolve(&answers);
    let wanted = path(words, text, &home)?;
    let said = "[aria-labelledby=years] .walk > div:first-child :is(p, li)";
    shows(page, "the own path", &wanted, || {
        texts(page, said, "e.textContent")
    })?;
    let wanted = each(words, text, &answers, &home)?;
    let said = "[aria-labelledby=years] .each li";
    shows(page, "each change", &wanted, || {
        texts(page, said, "e.textContent")
    })?;
    let name = scenario_name(words);
    page.wait_text(
        "[aria-labelledby=years] .note",
        &words.fill("years_help", &[("scenario", name)])?,
    )
}

fn scenario_name(words: &Words) -> &'static str {
    let details = DEFAULT_SCENARIO.details();
    if words.chinese() {
        details.name_zh
    } else {
        details.name_en
    }
}

fn ends(band: Quantiles) -> [f64; 2] {
    [band.p05, band.p95]
}

fn path(words: &Words, text: &str, home: &Household) -> Result<Vec<String>> {
    let path = model::own_path(text)?;
    let planned = !model::read_plan(text)?.steps.is_empty();
    let less = |kg: f64, band: Quantiles| words.ranged(0.0 - kg.round(), [-band.p95, -band.p05]);
    let today = words.fill("kilograms", &[("kg", &grouped(path.today))])?;
    let median = median(words, path.band(BASE_YEAR)?.kg)?;
    let values = [("median", &*median), ("today", &today)];
    let mut wanted = vec![words.fill("years_median", &values)?];
    for year in [2030, 2060] {
        let (found, band) = (path.year(year)?, path.band(year)?);
        let values = [
            ("year", &*year.to_string()),
            ("system", &less(found.system, band.system)?),
            ("mine", &less(found.mine, band.mine)?),
            ("rest", &words.ranged(found.kg_with, ends(band.kg_with))?),
        ];
        let key = match planned {
            false => "years_part_system",
            true if found.mine <= -0.5 => "years_part_adds",
            true => "years_part",
        };
        wanted.push(words.fill(key, &values)?);
    }
    let mut lines: Vec<&PerPersonLine> = PER_PERSON_LINES.iter().collect();
    lines.sort_by_key(|line| line.year);
    for line in lines {
        wanted.push(held(words, line, &path)?);
    }
    wanted.extend(rising(words, home)?);
    Ok(wanted)
}

/// A median with its band.
fn median(words: &Words, band: Quantiles) -> Result<String> {
    let said = words.fill("kilograms", &[("kg", &rough(band.p50, 3))])?;
    if band.p05 >= band.p95 {
        return Ok(said);
    }
    let [low, high] = ends(band).map(|kg| rough(kg, 2));
    Ok(said + &words.fill("in_brackets", &[("low", &low), ("high", &high)])?)
}

/// What is left in a line's year beside it, by the median, and how likely it is not above.
fn held(words: &Words, line: &PerPersonLine, path: &Own) -> Result<String> {
    let (left, reached) = (path.band(line.year)?.kg_with, path.reaches(line)?);
    let (low, high) = (grouped(line.low_kg()), grouped(line.high_kg()));
    let published = if low == high {
        low
    } else {
        words.fill("line_range", &[("low", &low), ("high", &high)])?
    };
    let odds = match 100.0 * reached {
        percent if percent < 1.0 => words.ui("odds_least")?.to_owned(),
        percent if percent > 99.0 => words.ui("odds_most")?.to_owned(),
        percent => words.fill("odds", &[("percent", &format!("{percent:.0}%"))])?,
    };
    let over = rough(left.p50 - line.high_kg(), 2);
    let values = [
        ("year", &*line.year.to_string()),
        ("study", line.study),
        ("line", &published),
        ("over", &words.fill("kilograms", &[("kg", &over)])?),
        ("rest", &median(words, left)?),
        ("odds", &odds),
    ];
    let key = if left.p50 > line.high_kg() {
        "years_against"
    } else if line.low_kg() <= left.p50 {
        "years_within"
    } else {
        "years_below"
    };
    words.fill(key, &values)
}

/// Where the grid of a clean province first gets dirtier, when and by how much.
fn rising(words: &Words, home: &Household) -> Result<Option<String>> {
    let factors = Factors::central();
    let grids = YEARS.filter_map(|year| {
        let index = YearIndex::new(year, DEFAULT_SCENARIO, &factors)?;
        Some((year, province_grid(home.province, &index, &factors)))
    });
    let most = grids.max_by(|one, other| one.1.total_cmp(&other.1));
    let (year, grid) = most.context("no years")?;
    if grid <= 1.0 + RISES {
        return Ok(None);
    }
    let values = [
        ("province", words.option("province", home.province.code())?),
        ("year", &year.to_string()),
        ("percent", &format!("{:.0}%", 100.0 * (grid - 1.0))),
    ];
    words.fill("grid_rises", &values).map(Some)
}

/// What each change of the plan is worth in different years, and why.
fn each(words: &Words, text: &str, answers: &Answers, home: &Household) -> Result<Vec<String>> {
    let whole = model::read_plan(text)?.whole();
    let factors = Factors::central();
    let years = [2025, 2035, 2050];
    let actions: Vec<ActionId> = whole.chosen().iter().map(|it| it.action).collect();
    let assumed = not_said(&actions, answers, &factors);
    let draws = Drawn::of(answers).draws;
    let mut bands = EachBands::new(&whole, home, DEFAULT_SCENARIO, &years, &factors);
    while bands.step(&draws, model::world()) {}
    let line = |chosen: &Chosen| {
        let each = EachYears::of(*chosen, &whole, home, DEFAULT_SCENARIO, &years, &factors);
        let action = words.action(chosen.action)?;
        let why_not = chosen.action.applies(home, &factors).err();
        let known = bands.of(chosen.action);
        let mut because = None;
        if let Some(why) = why_not.filter(|_| each.is_nothing()) {
            let note = match assumed.contains(&chosen.action) {
                true => words.ui("not_said")?,
                false => "",
            };
            let values = [
                ("action", action),
                ("why", words.why_not(why)?),
                ("assumed", note),
            ];
            let flat = |band: &Quantiles| ends(*band).iter().all(|kg| kg.abs() < 0.5);
            if note.is_empty() || known.iter().all(flat) {
                return words.fill("each_not", &values);
            }
            because = Some([words.why_not(why)?, note].concat());
        }
        let of_year = years.iter().zip(&known).map(|(year, band)| {
            let more = band.p50 <= -0.5;
            let Quantiles { p05, p50, p95 } = *band;
            let (p05, p95) = if more { (-p95, -p05) } else { (p05, p95) };
            let p50 = p50.abs();
            let kg = median(words, Quantiles { p05, p50, p95 })?;
            let key = if more { "each_year_more" } else { "each_year" };
            words.fill(key, &[("year", &year.to_string()), ("kg", &kg)])
        });
        let of_years: Result<Vec<String>> = of_year.collect();
        let why = words.ui(match each.trend {
            Trend::Same => "same",
            Trend::LessByGrid => "less_by_grid",
            Trend::LessBySupply => "less_by_supply",
            Trend::MoreByGrid => "more_by_grid",
            Trend::MoreBySupply => "more_by_supply",
            Trend::AddsSame => "adds_same",
            Trend::AddsLessByGrid => "adds_less_by_grid",
            Trend::AddsLessBySupply => "adds_less_by_supply",
            Trend::AddsMoreByGrid => "adds_more_by_grid",
            Trend::AddsMoreBySupply => "adds_more_by_supply",
        })?;
        let values = [
            ("action", action),
            ("years", &*of_years?.join(words.ui("comma")?)),
            ("why", because.as_deref().unwrap_or(why)),
        ];
        words.fill("each_line", &values)
    };
    whole.chosen().iter().map(line).collect()
}

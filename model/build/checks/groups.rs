//! Shares that sum to one, years that follow one another.

use std::collections::BTreeSet;

use crate::build::tables::{Scenario, Share, Tables};
use crate::build::{Place, Problem};

/// By how much the shares of a group may miss one.
const SHARE_TOLERANCE: f64 = 5e-4;

/// Runs the checks of this file.
pub fn run(tables: &Tables, problems: &mut Vec<Problem>) {
    shares(tables, problems);
    grid(tables, problems);
    national_co2(tables, problems);
}

fn shares(tables: &Tables, problems: &mut Vec<Problem>) {
    for group in share_groups(&tables.shares) {
        let Some(first) = group.first() else {
            continue;
        };
        let name = format!("{} in {}", first.question, first.region);
        let sum: f64 = group.iter().map(|share| share.range.value).sum();
        if (sum - 1.0).abs() > SHARE_TOLERANCE {
            let reason = format!("the shares of {name} sum to {sum:.4}, not to 1");
            problems.push(first.origin.place.problem("value", reason));
        }
        let mut options = BTreeSet::new();
        for share in &group {
            if !options.insert(share.option.as_str()) {
                let reason = format!("{:?} stands twice in {name}", share.option);
                problems.push(share.origin.place.problem("option", reason));
            }
            if share.year != first.year {
                let reason = format!("{name} is of the year {}", first.year);
                problems.push(share.origin.place.problem("year", reason));
            }
        }
    }
}

/// The shares of one question in one region, in the order of the file.
pub fn share_groups(shares: &[Share]) -> Vec<Vec<&Share>> {
    let mut groups: Vec<Vec<&Share>> = Vec::new();
    for share in shares {
        let same = |group: &&mut Vec<&Share>| {
            group.first().is_some_and(|first| {
                first.question == share.question && first.region == share.region
            })
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(share),
            None => groups.push(vec![share]),
        }
    }
    groups
}

/// Reports years that do not follow one another from the base year to 2060.
fn every_year<'a>(
    years: impl Iterator<Item = (u16, &'a Place)>,
    whole: &str,
    problems: &mut Vec<Problem>,
) {
    let mut expected = 2023;
    let mut last = None;
    for (year, place) in years {
        if year != expected {
            let reason =
                format!("expected {expected}: every year from 2023 to 2060 of {whole}, in order");
            problems.push(place.problem("year", reason));
        }
        expected = year.max(2023) + 1;
        last = Some((year, place));
    }
    if let Some((year, place)) = last
        && year != 2060
    {
        problems.push(place.problem("year", format!("{whole} ends before 2060")));
    }
}

fn grid(tables: &Tables, problems: &mut Vec<Problem>) {
    let years = tables.grid.iter();
    every_year(
        years.map(|year| (year.year, &year.origin.place)),
        "the table",
        problems,
    );
    let base = tables.rows.iter().find(|row| row.id == "el_co2_2023_CN");
    if let (Some(base), Some(first)) = (base, tables.grid.first())
        && base.range.value != first.range.value
    {
        let reason = format!(
            "the base year differs from row el_co2_2023_CN, {}",
            base.range.value
        );
        problems.push(first.origin.place.problem("value", reason));
    }
}

/// What stands in the column `scenario` for the years that have been.
pub const HISTORY: &str = "HISTORY";

/// History and each scenario together have every year.
fn national_co2(tables: &Tables, problems: &mut Vec<Problem>) {
    for scenario in &tables.scenarios {
        let years = tables.national_co2.iter();
        let years = years.filter(|year| [HISTORY, &scenario.id].contains(&year.scenario.as_str()));
        every_year(
            years.map(|year| (year.year, &year.origin.place)),
            &scenario.id,
            problems,
        );
    }
    for year in &tables.national_co2 {
        let known = |scenario: &Scenario| scenario.id == year.scenario;
        if year.scenario != HISTORY && !tables.scenarios.iter().any(known) {
            let reason = format!("unknown scenario {:?}", year.scenario);
            problems.push(year.origin.place.problem("scenario", reason));
        }
    }
}

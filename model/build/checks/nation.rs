//! The nation: years without a gap, points in order, no value twice.

use super::groups::HISTORY;
use crate::build::tables::{ASSUMED, Tables};
use crate::build::{Place, Problem};

/// The year in which every scenario begins.
const FIRST: u16 = 2025;

/// Runs the checks of this file.
pub fn run(tables: &Tables, problems: &mut Vec<Problem>) {
    history(tables, problems);
    points(tables, problems);
    people(tables, problems);
    one_beginning(tables, problems);
    for budget in &tables.budgets {
        if budget.from != FIRST {
            let reason = format!("budgets count from {FIRST}, where scenarios begin");
            problems.push(budget.origin.place.problem("from", reason));
        }
    }
    let ids = tables.assumed.iter().map(|row| row.id.as_str());
    if !ids.eq(ASSUMED.map(|(id, _)| id)) {
        let place = Place {
            file: "national_assumptions.csv".to_owned(),
            line: 1,
        };
        let ids = ASSUMED.map(|(id, _)| id).join(", ");
        problems.push(place.problem("id", format!("expected, in this order: {ids}")));
    }
}

/// Reports years that do not follow one another from `first` to `last`.
fn every_year<'a>(
    years: impl Iterator<Item = (u16, &'a Place)>,
    (first, last): (u16, u16),
    whole: &str,
    problems: &mut Vec<Problem>,
) {
    let mut expected = first;
    let mut end = None;
    for (year, place) in years {
        if year != expected {
            let reason =
                format!("expected {expected}: every year from {first} to {last} of {whole}, once");
            problems.push(place.problem("year", reason));
        }
        expected = year.max(first) + 1;
        end = Some((year, place));
    }
    if let Some((year, place)) = end
        && year != last
    {
        problems.push(place.problem("year", format!("{whole} ends before {last}")));
    }
}

/// Each data set is whole. The Global Carbon Budget's years of `national_co2.csv` stand there alone.
fn history(tables: &Tables, problems: &mut Vec<Problem>) {
    let of = |data_set: &'static str| {
        let years = tables.history.iter();
        let years = years.filter(move |year| year.data_set == data_set);
        years.map(|year| (year.year, &year.origin.place))
    };
    let there = tables.national_co2.iter();
    let there = there.filter(|year| year.scenario == HISTORY);
    let there = there.map(|year| (year.year, &year.origin.place));
    let mut gcb: Vec<(u16, &Place)> = of("GCB").chain(there).collect();
    gcb.sort_by_key(|(year, _)| *year);
    let whole = "GCB with HISTORY of national_co2.csv";
    every_year(gcb.into_iter(), (1990, FIRST), whole, problems);
    every_year(of("EDGAR"), (1990, 2023), "EDGAR", problems);
    ascending(of("OFFICIAL"), "OFFICIAL", problems);
}

/// Reports years that do not rise.
fn ascending<'a>(
    years: impl Iterator<Item = (u16, &'a Place)>,
    whole: &str,
    problems: &mut Vec<Problem>,
) {
    let mut before = 0;
    for (year, place) in years {
        if year <= before {
            let reason = format!("{year} after {before}: the years of {whole} rise, each once");
            problems.push(place.problem("year", reason));
        }
        before = year;
    }
}

fn points(tables: &Tables, problems: &mut Vec<Problem>) {
    for path in &tables.paths {
        let of_path = tables.points.iter().filter(|point| point.path == path.id);
        let years = of_path.map(|point| (point.year, &point.origin.place));
        if years.clone().next().is_none() {
            let reason = "no point of it stands in published_points.csv";
            problems.push(path.origin.place.problem("id", reason));
        }
        ascending(years, &path.id, problems);
        if tables
            .scenarios
            .iter()
            .any(|scenario| scenario.id == path.id)
        {
            let reason = format!("{:?} is a scenario of scenarios.csv", path.id);
            problems.push(path.origin.place.problem("id", reason));
        }
    }
    for point in &tables.points {
        if !tables.paths.iter().any(|path| path.id == point.path) {
            let reason = format!("unknown path {:?}", point.path);
            problems.push(point.origin.place.problem("path", reason));
        }
    }
}

fn people(tables: &Tables, problems: &mut Vec<Problem>) {
    let of = |region: &'static str| {
        let years = tables.people.iter();
        let years = years.filter(move |year| year.region == region);
        years.map(|year| (year.year, &year.origin.place))
    };
    every_year(of("CN"), (1990, 2060), "CN", problems);
    every_year(of("WORLD"), (FIRST, FIRST), "WORLD", problems);
}

/// The published points are scaled to one level, that of the first year of every scenario.
fn one_beginning(tables: &Tables, problems: &mut Vec<Problem>) {
    let first = |scenario: &str| {
        let mut years = tables.national_co2.iter();
        years.find(|year| year.year == FIRST && year.scenario == scenario)
    };
    let mut level = None;
    for year in tables
        .scenarios
        .iter()
        .filter_map(|scenario| first(&scenario.id))
    {
        if *level.get_or_insert(year.value) != year.value {
            let reason = format!("every scenario begins at one level in {FIRST}");
            problems.push(year.origin.place.problem("value", reason));
        }
    }
}

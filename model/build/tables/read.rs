//! Collects the records of every file.

use super::columns::{ROW_FILES, columns};
use super::{Tables, actions, adoption, nation, records};
use crate::build::csv;
use crate::build::fields::{Fields, has_columns};
use crate::build::{Files, Place, Problem};

/// Reads every table; what is missing or unknown among the files is a problem too.
pub fn read(files: &Files, problems: &mut Vec<Problem>) -> Tables {
    for name in files.keys() {
        if columns(name).is_none() {
            problems.push(whole_file(name, "no such table is known"));
        }
    }
    let mut rows = Vec::new();
    for file in ROW_FILES {
        rows.extend(collect(files, file, problems, records::row));
    }
    Tables {
        rows,
        sources: collect(files, "sources.csv", problems, records::source),
        gas_classes: collect(files, "gas_classes.csv", problems, records::gas_class),
        regions: collect(files, "regions.csv", problems, records::region),
        families: collect(files, "families.csv", problems, records::family),
        provinces: collect(files, "provinces.csv", problems, records::province_value),
        shares: collect(files, "shares.csv", problems, records::share),
        totals: collect(
            files,
            "published_totals.csv",
            problems,
            records::published_total,
        ),
        lines: collect(
            files,
            "percapita_lines.csv",
            problems,
            records::per_person_line,
        ),
        grid: collect(
            files,
            "grid_intensity_future.csv",
            problems,
            records::grid_year,
        ),
        scenarios: collect(files, "scenarios.csv", problems, records::scenario),
        national_co2: collect(files, "national_co2.csv", problems, records::national_co2),
        history: collect(
            files,
            "national_history.csv",
            problems,
            nation::history_year,
        ),
        paths: collect(
            files,
            "published_paths.csv",
            problems,
            nation::published_path,
        ),
        points: collect(
            files,
            "published_points.csv",
            problems,
            nation::published_point,
        ),
        budgets: collect(files, "carbon_budgets.csv", problems, nation::carbon_budget),
        people: collect(files, "population.csv", problems, nation::population),
        assumed: collect(
            files,
            "national_assumptions.csv",
            problems,
            nation::assumption,
        ),
        facts: collect(files, "facts.csv", problems, nation::fact),
        adoption: collect(files, "adoption.csv", problems, adoption::adoption),
        actions: collect(files, "actions.csv", problems, actions::action),
        effort: collect(files, "effort.csv", problems, actions::effort_level),
    }
}

fn whole_file(name: &str, reason: &str) -> Problem {
    let place = Place {
        file: name.to_owned(),
        line: 1,
    };
    place.problem("file", reason)
}

/// The records of one file, each read by `read`.
fn collect<T>(
    files: &Files,
    name: &str,
    problems: &mut Vec<Problem>,
    read: impl Fn(&mut Fields<'_>) -> T,
) -> Vec<T> {
    let Some(text) = files.get(name) else {
        problems.push(whole_file(name, "the file is missing"));
        return Vec::new();
    };
    let table = csv::read(name, text, problems);
    if !has_columns(&table, &columns(name).unwrap_or_default(), problems) {
        return Vec::new();
    }
    if table.records.is_empty() {
        problems.push(whole_file(name, "the table is empty"));
    }
    let records = table.records.iter();
    records
        .map(|record| read(&mut Fields::new(&table, record, problems)))
        .collect()
}

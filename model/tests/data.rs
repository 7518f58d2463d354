//! The checks of the build script, on copies of the tables that are broken on purpose.
//!
//! Each test changes one thing and expects the problem at its file, line and column, with a reason.

#[path = "../build/mod.rs"]
mod build;

use build::{Files, Problem, csv};

type Outcome = Result<(), String>;

/// The tables of this repository.
fn real() -> Result<Files, String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    build::read_folder(&folder).map_err(|error| error.to_string())
}

fn problems(files: &Files) -> Vec<Problem> {
    build::load(files).err().unwrap_or_default()
}

fn listed(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    lines.join("\n")
}

/// Changes the text of one table.
fn edit(files: &mut Files, file: &str, change: impl Fn(&str) -> String) -> Outcome {
    let text = files.get_mut(file).ok_or(format!("no table {file}"))?;
    let changed = change(text);
    if changed == *text {
        return Err(format!("nothing changed in {file}"));
    }
    *text = changed;
    Ok(())
}

/// Sets one field of the record whose first field is `key`, and gives its line.
fn set(
    files: &mut Files,
    file: &str,
    key: &str,
    column: &str,
    value: &str,
) -> Result<usize, String> {
    let text = files.get(file).ok_or(format!("no table {file}"))?;
    let mut table = csv::read(file, text, &mut Vec::new());
    let index = table.header.iter().position(|name| name == column);
    let index = index.ok_or(format!("no column {column}"))?;
    let record = table
        .records
        .iter_mut()
        .find(|record| record.fields.first().is_some_and(|field| field == key));
    let record = record.ok_or(format!("no record {key}"))?;
    let line = record.line;
    let field = record.fields.get_mut(index).ok_or("no such field")?;
    *field = value.to_owned();
    let lines = std::iter::once(&table.header).chain(table.records.iter().map(|r| &r.fields));
    let text: Vec<String> = lines.map(|fields| joined(fields)).collect();
    files.insert(file.to_owned(), text.join("\n") + "\n");
    Ok(line)
}

fn joined(fields: &[String]) -> String {
    let quoted = fields
        .iter()
        .map(|field| format!("\"{}\"", field.replace('"', "\"\"")));
    quoted.collect::<Vec<_>>().join(",")
}

/// One field broken, one problem found there.
fn refuses(file: &str, key: &str, column: &str, value: &str, reason: &str) -> Outcome {
    let mut files = real()?;
    let line = set(&mut files, file, key, column, value)?;
    let found = problems(&files);
    let here = |problem: &&Problem| {
        problem.file == file
            && problem.line == line
            && problem.column == column
            && problem.reason.contains(reason)
    };
    if found.len() == 1 && found.iter().find(here).is_some() {
        return Ok(());
    }
    Err(format!(
        "{column} = {value:?} of {key}: expected {file}:{line}: {column}: … {reason} …, got\n{}",
        listed(&found)
    ))
}

/// As `refuses`, where one wrong field has further consequences.
fn refuses_among_others(file: &str, key: &str, column: &str, value: &str, at: Expected) -> Outcome {
    let mut files = real()?;
    set(&mut files, file, key, column, value)?;
    expect(&problems(&files), at)
}

/// File, column and part of the reason of a problem.
type Expected<'a> = (&'a str, &'a str, &'a str);

fn expect(found: &[Problem], (file, column, reason): Expected) -> Outcome {
    let here = |problem: &Problem| {
        problem.file == file && problem.column == column && problem.reason.contains(reason)
    };
    if found.iter().any(here) {
        return Ok(());
    }
    Err(format!(
        "expected {file}: {column}: … {reason} …, got\n{}",
        listed(found)
    ))
}

#[test]
fn the_tables_are_sound() -> Outcome {
    let found = problems(&real()?);
    assert!(found.is_empty(), "{}", listed(&found));
    Ok(())
}

#[test]
fn the_generated_code_does_not_depend_on_the_run() -> Outcome {
    let write = || -> Result<String, String> {
        let tables = build::load(&real()?).map_err(|found| listed(&found))?;
        Ok(build::code::write(tables))
    };
    assert_eq!(write()?, write()?);
    Ok(())
}

#[test]
fn a_problem_names_file_line_column_and_reason() -> Outcome {
    let mut files = real()?;
    let line = set(&mut files, "fuels.csv", "ng_direct", "unit", "kgCO2/cow")?;
    let text = listed(&problems(&files));
    assert_eq!(
        text,
        format!("fuels.csv:{line}: unit: unknown unit \"kgCO2/cow\"")
    );
    Ok(())
}

#[test]
fn every_bad_value_is_named_at_once() -> Outcome {
    let mut files = real()?;
    set(&mut files, "fuels.csv", "ng_direct", "status", "guessed")?;
    set(&mut files, "food.csv", "rec_pork", "low", "much")?;
    set(&mut files, "cars.csv", "mfg_bev_suv", "year", "1887")?;
    assert_eq!(problems(&files).len(), 3);
    Ok(())
}

#[test]
fn fields_of_rows() -> Outcome {
    let row = |column, value, reason| refuses("fuels.csv", "ng_direct", column, value, reason);
    row("value", "two", "\"two\" is not a number")?;
    row("value", "", "missing")?;
    row("value", "NaN", "not a number")?;
    row("value", "inf", "not a number")?;
    row("value", "1_000", "not a number")?;
    row("low", "2.17", "2.17 is above value 2.1622")?;
    row("high", "2.1", "2.1 is below value 2.1622")?;
    row("unit", "", "missing")?;
    row("year", "1887", "implausible year")?;
    row("year", "2093", "implausible year")?;
    row("year", "2025.5", "implausible year")?;
    row("region", "CN-ZZ", "unknown region")?;
    row("region", "China", "unknown region")?;
    row("region", "CN-HSCW-suburb", "unknown region")?;
    row("source_id", "", "missing")?;
    row(
        "source_id",
        "S_PROV2025;S_NOBODY",
        "unknown source \"S_NOBODY\"",
    )?;
    row("status", "guessed", "unknown status")?;
    row("confidence", "very", "unknown confidence")?;
    row("range_basis", "gut", "unknown range_basis")?;
    row("name_zh", "", "missing")?;
    row("name_en", "", "missing")?;
    row("name_en", " natural gas", "blanks")?;
    row("boundary", "", "missing")?;
    row("review_by", "", "missing")?;
    row("review_by", "soon", "not a date")?;
    row("review_by", "2027-02-29", "not a date")?;
    row("review_by", "2026-12-31", "not within")?;
    row("review_by", "2099-01-01", "not within")?;
    row("gas", "", "needs a gas class")?;
    row("gas", "phlogiston", "unknown gas class")?;
    row("gas", "nonco2", "is CO2 alone")?;
    refuses("fuels.csv", "ng_ncv", "gas", "co2", "is no emission")?;
    refuses("fuels.csv", "ng_direct", "id", "ng direct", "is no id")?;
    refuses(
        "electricity.csv",
        "el_fp_2023_pv",
        "stand_in",
        "yes",
        "unknown stand_in",
    )
}

#[test]
fn what_a_status_asks_for() -> Outcome {
    refuses(
        "fuels.csv",
        "lpg_bottle",
        "status",
        "published",
        "is unverified",
    )?;
    refuses(
        "fuels.csv",
        "diesel_direct_l",
        "note",
        "",
        "says in its note",
    )?;
    let row = |column, value, reason| refuses("assumptions.csv", "pv_yield", column, value, reason);
    row("source_id", "S_CPCD", "cites S_JUDGE")?;
    row("status", "published", "derived or unverified")?;
    let at = ("assumptions.csv", "note", "says why");
    refuses_among_others("assumptions.csv", "pv_yield", "note", "", at)
}

#[test]
fn duplicate_ids() -> Outcome {
    let at = ("fuels.csv", "id", "is already used at fuels.csv:2");
    refuses_among_others("fuels.csv", "ng_nonco2", "id", "ng_direct", at)?;
    let at = ("food.csv", "id", "is already used at fuels.csv:2");
    refuses_among_others("food.csv", "rec_rice", "id", "ng_direct", at)?;
    // both would be the constant NG_DIRECT
    let at = ("food.csv", "id", "is already used at fuels.csv:2");
    refuses_among_others("food.csv", "rec_rice", "id", "NG-direct", at)?;
    let at = ("regions.csv", "code", "is already used");
    refuses_among_others("regions.csv", "CN-TJ", "code", "CN-BJ", at)?;
    let at = ("sources.csv", "source_id", "is already used");
    refuses_among_others("sources.csv", "S_FP2023", "source_id", "S_MEE2023", at)?;
    let at = ("gas_classes.csv", "id", "is already used");
    refuses_among_others("gas_classes.csv", "food", "id", "co2", at)
}

#[test]
fn columns_and_records() -> Outcome {
    let broken = |file: &str, from: &str, to: &str, at: Expected| -> Outcome {
        let mut files = real()?;
        edit(&mut files, file, |text| text.replacen(from, to, 1))?;
        expect(&problems(&files), at)
    };
    let fuels = "fuels.csv";
    broken(
        fuels,
        ",unit,",
        ",units,",
        (fuels, "unit", "missing column"),
    )?;
    broken(
        fuels,
        ",unit,",
        ",units,",
        (fuels, "units", "unknown column"),
    )?;
    broken(fuels, ",low,", ",value,", (fuels, "value", "stands twice"))?;
    broken(
        fuels,
        "ng_direct,",
        "ng_direct,,",
        (fuels, "record", "18 fields where the header has 17"),
    )?;
    broken(
        fuels,
        "\"natural gas",
        "natural \"gas",
        (fuels, "record", "quote inside a bare field"),
    )?;
    broken(
        fuels,
        "combustion\"",
        "combustion\"s",
        (fuels, "record", "text after a closing quote"),
    )?;
    let mut files = real()?;
    edit(&mut files, fuels, |text| format!("{text}\"never closed"))?;
    expect(&problems(&files), (fuels, "record", "never closed"))?;
    files.insert(fuels.to_owned(), String::new());
    expect(&problems(&files), (fuels, "header", "no header"))?;
    let header = real()?
        .get(fuels)
        .and_then(|text| text.lines().next().map(str::to_owned));
    files.insert(fuels.to_owned(), header.unwrap_or_default());
    expect(&problems(&files), (fuels, "file", "the table is empty"))?;
    files.remove(fuels);
    expect(&problems(&files), (fuels, "file", "the file is missing"))?;
    files.insert("guesses.csv".to_owned(), String::new());
    expect(&problems(&files), ("guesses.csv", "file", "no such table"))
}

#[test]
fn lines_are_those_of_the_file_even_after_a_field_of_two_lines() {
    let mut problems = Vec::new();
    let text = "\u{feff}a,b\r\n1,\"two\r\nlines, \"\"quoted\"\"\"\r\n\r\n3,4\r\n5\r\n";
    let table = csv::read("t.csv", text, &mut problems);
    let lines: Vec<usize> = table.records.iter().map(|record| record.line).collect();
    assert_eq!(lines, [2, 5]);
    let fields: Vec<&[String]> = table
        .records
        .iter()
        .map(|record| &record.fields[..])
        .collect();
    assert_eq!(fields, [["1", "two\nlines, \"quoted\""], ["3", "4"]]);
    assert_eq!(
        listed(&problems),
        "t.csv:6: record: 1 fields where the header has 2"
    );
}

#[test]
fn sources() -> Outcome {
    refuses(
        "sources.csv",
        "S_CPCD",
        "url",
        "a public repository",
        "not one web address",
    )?;
    refuses("sources.csv", "S_CPCD", "licence", "", "missing")?;
    let mut files = real()?;
    edit(&mut files, "sources.csv", |text| {
        format!("{text}S_IDLE,无,Idle,nobody,2024,,,facts only\n")
    })?;
    expect(
        &problems(&files),
        ("sources.csv", "source_id", "no row cites this source"),
    )
}

#[test]
fn gas_classes() -> Outcome {
    let class = |column, value, reason| refuses("gas_classes.csv", "food", column, value, reason);
    let at = ("gas_classes.csv", "co2_share", "1.35 is no share");
    refuses_among_others("gas_classes.csv", "food", "co2_share", "1.35", at)?;
    class("co2_high", "1.35", "is no share")?;
    class("domestic_low", "0.99", "is above domestic_share")?;
    class("time_class", "never", "unknown time_class")?;
    class("electricity_part", "some", "is not a number")
}

#[test]
fn families_of_rows() -> Outcome {
    let at = ("families.csv", "stem", "nothing for CN-SC");
    refuses_among_others(
        "averages.csv",
        "price_elec_CN-SC",
        "id",
        "price_elec_Sichuan",
        at,
    )?;
    let at = (
        "averages.csv",
        "region",
        "the id says CN-SC, the region CN-YN",
    );
    refuses_among_others("averages.csv", "price_elec_CN-SC", "region", "CN-YN", at)?;
    let at = ("averages.csv", "id", "\"price_el\" is not in families.csv");
    refuses_among_others(
        "averages.csv",
        "price_elec_CN-SC",
        "id",
        "price_el_CN-SC",
        at,
    )?;
    refuses(
        "families.csv",
        "season",
        "fallback",
        "season_of_mist",
        "no row has the id",
    )?;
    let at = (
        "families.csv",
        "stem",
        "without a fallback: nothing for CN-SH",
    );
    refuses_among_others("families.csv", "season", "fallback", "", at)?;
    let at = (
        "averages.csv",
        "unit",
        "the family price_elec is in CNY/kWh",
    );
    refuses_among_others("averages.csv", "price_elec_CN-SC", "unit", "CNY/L", at)?;
    let at = ("families.csv", "stem", "nothing belongs to this family");
    refuses_among_others("families.csv", "season", "stem", "seasons", at)
}

#[test]
fn life_cycle_electricity_is_not_below_its_co2() -> Outcome {
    let mut files = real()?;
    let id = "el_lc_2023_CN-SC";
    set(&mut files, "electricity.csv", id, "low", "0.1")?;
    set(&mut files, "electricity.csv", id, "value", "0.12")?;
    expect(
        &problems(&files),
        ("electricity.csv", "value", "below the CO2 alone"),
    )
}

#[test]
fn provinces() -> Outcome {
    let id = "prov_population_CN-SC";
    let at = ("families.csv", "stem", "nothing for CN-SC");
    refuses_among_others("provinces.csv", id, "region", "CN-YN", at)?;
    let at = ("provinces.csv", "id", "expected \"prov_population_CN-YN\"");
    refuses_among_others("provinces.csv", id, "region", "CN-YN", at)?;
    let at = ("provinces.csv", "region", "unknown province");
    refuses_among_others("provinces.csv", id, "region", "CN-ZZ", at)?;
    let at = (
        "provinces.csv",
        "quantity",
        "\"people\" is not in families.csv",
    );
    refuses_among_others("provinces.csv", id, "quantity", "people", at)?;
    refuses(
        "provinces.csv",
        id,
        "unit",
        "CNY/L",
        "the family population is in 10^4 person",
    )?;
    refuses("provinces.csv", id, "low", "99999", "is above value")?;
    refuses(
        "regions.csv",
        "CN-SC",
        "zone",
        "Mild",
        "climate zone 3 belongs to HSCW",
    )?;
    let at = ("regions.csv", "grid", "expected a grid like");
    refuses_among_others("regions.csv", "CN-SC", "grid", "southwest", at)?;
    let at = ("regions.csv", "code", "expected a code like");
    refuses_among_others("regions.csv", "CN-SC", "code", "Sichuan", at)
}

#[test]
fn shares_sum_to_one() -> Outcome {
    let id = "sh_cars_0_CN_2024";
    refuses(
        "shares.csv",
        id,
        "value",
        "0.5",
        "cars in CN sum to 0.9600, not to 1",
    )?;
    let at = ("shares.csv", "high", "1.2 is no share");
    refuses_among_others("shares.csv", id, "high", "1.2", at)?;
    let at = ("shares.csv", "option", "\"1\" stands twice");
    refuses_among_others("shares.csv", id, "option", "1", at)?;
    let at = ("shares.csv", "year", "is of the year");
    refuses_among_others("shares.csv", id, "year", "2020", at)?;
    let at = ("shares.csv", "region", "unknown region");
    refuses_among_others("shares.csv", id, "region", "CN-XX", at)
}

#[test]
fn every_car_has_every_quantity() -> Outcome {
    let id = "l100_hev_mid";
    let at = ("cars.csv", "id", "incomplete: no row \"l100_hev_mid\"");
    refuses_among_others("cars.csv", id, "id", "l100_hev_medium", at)?;
    let at = ("cars.csv", "id", "is no quantity of a hev suv car");
    refuses_among_others("cars.csv", id, "car_size", "suv", at)?;
    let at = ("cars.csv", "car_kind", "unknown car_kind \"steam\"");
    refuses_among_others("cars.csv", id, "car_kind", "steam", at)
}

#[test]
fn the_future_grid_has_every_year() -> Outcome {
    let grid = "grid_intensity_future.csv";
    let at = (grid, "year", "expected 2030");
    refuses_among_others(grid, "2030", "year", "2031", at)?;
    let at = (grid, "year", "no year of 2023 to 2060");
    refuses_among_others(grid, "2030", "year", "1930", at)?;
    let at = (grid, "value", "differs from row el_co2_2023_CN");
    refuses_among_others(grid, "2023", "value", "0.5", at)?;
    let mut files = real()?;
    edit(&mut files, grid, |text| {
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with("2060"))
            .collect();
        lines.join("\n")
    })?;
    expect(&problems(&files), (grid, "year", "ends before 2060"))
}

#[test]
fn the_nations_co2_has_every_year_of_every_scenario() -> Outcome {
    let co2 = "national_co2.csv";
    let refused = |from: &str, to: &str, at: Expected| {
        let mut files = real()?;
        edit(&mut files, co2, |text| text.replacen(from, to, 1))?;
        expect(&problems(&files), at)
    };
    let expected = "expected 2040: every year from 2023 to 2060 of MODEL_FAST";
    refused(
        "MODEL_FAST,2040,",
        "MODEL_FAST,2041,",
        (co2, "year", expected),
    )?;
    let at = (co2, "year", "MODEL_SLOW ends before 2060");
    refused("MODEL_SLOW,2060,", "MODEL_FAST,2060,", at)?;
    let at = (
        co2,
        "year",
        "expected 2024: every year from 2023 to 2060 of MODEL_OFFICIAL",
    );
    refused("HISTORY,2024,", "HISTORY,2023,", at)?;
    // a whole row twice, and one that says nothing of where it is from
    let row = "MODEL_FAST,2040,5589,MtCO2,S_JUDGE,derived,see scenarios.csv,2028-12-31\n";
    let twice = "expected 2041: every year from 2023 to 2060 of MODEL_FAST";
    refused(row, &[row, row].concat(), (co2, "year", twice))?;
    let (cited, bare) = (
        "MODEL_FAST,2040,5589,MtCO2,S_JUDGE,",
        "MODEL_FAST,2040,5589,MtCO2,,",
    );
    refused(cited, bare, (co2, "source_id", "missing"))?;
    let at = (co2, "scenario", "unknown scenario \"MODEL_BEST\"");
    refused("MODEL_FAST,2025,", "MODEL_BEST,2025,", at)?;
    let at = (co2, "unit", "known: MtCO2");
    refused(",MtCO2,", ",GtCO2,", at)?;
    let at = (co2, "value", "above 0");
    refused("MODEL_OFFICIAL,2060,900,", "MODEL_OFFICIAL,2060,-900,", at)
}

/// Changes one piece of text in a table, and expects a problem.
fn replaced(file: &str, from: &str, to: &str, column: &str, reason: &str) -> Outcome {
    let mut files = real()?;
    edit(&mut files, file, |text| text.replacen(from, to, 1))?;
    expect(&problems(&files), (file, column, reason))
}

#[test]
fn history_is_whole_and_no_year_stands_twice() -> Outcome {
    let history = "national_history.csv";
    let broken = |from, to, column, reason| replaced(history, from, to, column, reason);
    let gap = "expected 2001: every year from 1990 to 2025 of GCB";
    broken("GCB,2001,", "GCB,2002,", "year", gap)?;
    broken("EDGAR,2005,", "EDGAR,2004,", "year", "expected 2005")?;
    broken("EDGAR,2023,", "OFFICIAL,2020,", "year", "ends before 2023")?;
    broken("OFFICIAL,2021,", "OFFICIAL,1812,", "year", "implausible")?;
    let mut files = real()?;
    edit(&mut files, history, |text| {
        text.replacen("OFFICIAL,2021,", "GCB,2024,", 1)
    })?;
    let twice = "expected 2025: every year from 1990 to 2025 of GCB";
    expect(&problems(&files), ("national_co2.csv", "year", twice))?;
    broken("GCB,2000,", "GUESS,2000,", "data_set", "unknown data_set")?;
    broken(",MtCO2,", ",GtCO2,", "unit", "expected MtCO2")?;
    broken(",MtCO2,", ",MtCow,", "unit", "unknown unit")?;
    broken(",S_GCB2024,", ",,", "source_id", "missing")?;
    broken(",2484.8,", ",-2484.8,", "value", "not above 0")?;
    broken(
        ",S_GCB2024,published,",
        ",S_GCB2024,heard,",
        "status",
        "unknown status",
    )
}

#[test]
fn published_points_are_in_order_and_within_their_range() -> Outcome {
    let points = "published_points.csv";
    let broken = |from, to, column, reason| replaced(points, from, to, column, reason);
    broken("CMA,2029,", "CMA,2028,", "year", "rise, each once")?;
    broken("CMA,2029,", "CMA,2129,", "year", "no year of 1990 to 2060")?;
    broken("TSINGHUA_CMA,2029,", "NOBODY,2029,", "path", "unknown path")?;
    broken(",11650,11300,", ",11650,11700,", "low", "is above value")?;
    broken(",12000,MtCO2", ",11600,MtCO2", "high", "is below value")?;
    broken(",,300,3100,", ",,3100,300,", "high", "is below low")?;
    broken(",,300,3100,", ",,,,", "value", "missing")?;
    broken(",MtCO2,", ",GtCO2,", "unit", "expected MtCO2")?;
    broken("MtCO2,S_ZHANG2023,", "MtCO2,,", "source_id", "missing")?;
    broken("S_CA1P5", "S_NOBODY", "source_id", "unknown source")?;
    let paths = "published_paths.csv";
    let broken = |from, to, column, reason| replaced(paths, from, to, column, reason);
    broken("CA_15C,", "CA_2C,", "id", "no point of it")?;
    broken("CA_15C,", "MODEL_FAST,", "id", "is a scenario of")?;
    broken("CA_15C,", "CAEP_CP11,", "id", "is already used")?;
    broken(",co2,", ",ghg,", "metric", "unknown metric")
}

#[test]
fn budgets_people_and_the_sink() -> Outcome {
    let budgets = "carbon_budgets.csv";
    refuses(budgets, "budget_1p5c_50", "unit", "MtCO2", "expected GtCO2")?;
    refuses(budgets, "budget_1p5c_50", "probability", "100", "below 100")?;
    refuses(budgets, "budget_1p5c_50", "from", "2020", "count from 2025")?;
    let at = (budgets, "id", "is already used");
    refuses_among_others(budgets, "budget_1p5c_67", "id", "budget_1p5c_50", at)?;
    let people = "population.csv";
    let gap = "expected 2040: every year from 1990 to 2060 of CN";
    replaced(people, "CN,2040,", "CN,2041,", "year", gap)?;
    replaced(
        people,
        "WORLD,2025,",
        "WORLD,2026,",
        "year",
        "expected 2025",
    )?;
    replaced(
        people,
        ",person,",
        ",10^4 person,",
        "unit",
        "expected person",
    )?;
    refuses(
        "national_assumptions.csv",
        "sink_constant",
        "low",
        "1900",
        "is above value",
    )?;
    refuses(
        "national_assumptions.csv",
        "sink_constant",
        "note",
        "",
        "says in its note",
    )?;
    let level = "begins at one level in 2025";
    let from = "MODEL_FAST,2025,11890,";
    replaced(
        "national_co2.csv",
        from,
        "MODEL_FAST,2025,11900,",
        "value",
        level,
    )
}

#[test]
fn adoption_is_an_assumption_for_every_action() -> Outcome {
    let adoption = "adoption.csv";
    let row = |column, value, reason| refuses(adoption, "setpoint", column, value, reason);
    row("k_low", "0.1", "is below a0 0.2")?;
    row("k_high", "1.2", "is no share")?;
    row("r_low", "0", "above 0")?;
    row("a0_year", "2026", "not after 2025")?;
    row("in_scenario", "mostly", "unknown in_scenario")?;
    row("source_id", "S_MPS2025", "cites S_JUDGE")?;
    row("status", "published", "derived or unverified")?;
    row("eligible_high", "1.1", "is no share")?;
    row("share_of", "", "missing")?;
    let at = ("actions.csv", "adoption", "no row of adoption.csv");
    refuses_among_others(adoption, "setpoint", "id", "set_point", at)?;
    let at = (adoption, "id", "no action belongs to this row");
    refuses_among_others(adoption, "setpoint", "id", "set_point", at)?;
    let at = (adoption, "id", "the row campaign is missing");
    refuses_among_others(adoption, "campaign", "id", "campaigns", at)?;
    let at = (adoption, "id", "is already used");
    refuses_among_others(adoption, "setpoint", "id", "standby", at)
}

#[test]
fn lines_per_person_are_of_household_consumption() -> Outcome {
    let id = "iges2019_15c_2030";
    let lines = "percapita_lines.csv";
    refuses(lines, id, "scope", "all national CO2", "unknown scope")?;
    refuses(lines, id, "high", "2", "is below value")
}

#[test]
fn published_totals_say_how_far_the_model_may_be_from_them() -> Outcome {
    let (totals, id) = ("published_totals.csv", "total_lpg_homes");
    refuses(totals, id, "ratio_high", "0.5", "is below ratio_low 0.55")?;
    refuses(totals, id, "ratio_low", "0", "a ratio is above 0")?;
    refuses(totals, id, "value", "-1", "a published total is above 0")?;
    refuses(totals, id, "why_zh", "", "missing")?;
    refuses(totals, id, "circular", "maybe", "known: 0, 1")?;
    refuses(totals, id, "unit", "10^7 t", "unknown unit")?;
    let at = (totals, "source_id", "unknown source");
    refuses_among_others(totals, id, "source_id", "S_NOBODY", at)?;
    let region = "\"CN-North\" is neither CN nor a province";
    refuses(totals, id, "region", "CN-North", region)?;
    let at = (totals, "id", "\"total_water\" is already used");
    refuses_among_others(totals, id, "id", "total_water", at)
}

#[test]
fn what_actions_cost_is_whole_and_in_known_words() -> Outcome {
    let (actions, id) = ("actions.csv", "heat_pump_hot_water");
    let row = |column, value, reason| refuses(actions, id, column, value, reason);
    row("upfront_low", "5000", "5000 is above upfront 4000")?;
    row("upfront_high", "3000", "3000 is below upfront 4000")?;
    row("upfront", "dear", "is not a number")?;
    row("life_low", "0", "a life is above 0")?;
    row("running_low", "60", "60 is above running 50")?;
    row("per", "roof", "unknown per \"roof\"")?;
    row("per", "kWh", "only running costs are per kWh")?;
    row("running_per", "", "missing")?;
    row("effort", "6", "unknown effort \"6\"; known: 1, 2, 3, 4, 5")?;
    row("when", "someday", "unknown when \"someday\"")?;
    let at = ("actions.csv", "adoption", "no row of adoption.csv");
    refuses_among_others("actions.csv", "ev", "adoption", "none", at)?;
    let at = ("actions.csv", "adoption", "missing");
    refuses_among_others("actions.csv", "ev", "adoption", "", at)?;
    row("benefits", "money;fame", "unknown \"fame\"; known: health")?;
    row("benefits", "money;money", "\"money\" stands twice")?;

    row("status", "guessed", "unknown status")?;
    row(
        "note",
        "a tank; nothing comes back",
        "may come back: \"rebound: …\"",
    )?;
    row("review_by", "", "missing")?;
    let at = (actions, "source_id", "unknown source \"S_NOBODY\"");
    refuses_among_others(actions, id, "source_id", "S_NOBODY", at)?;
    let at = (actions, "note", "says what its costs hold");
    refuses_among_others(actions, id, "note", "", at)?;
    let at = (actions, "id", "\"ev\" is already used");
    refuses_among_others(actions, id, "id", "ev", at)
}

#[test]
fn effort_follows_its_written_criteria() -> Outcome {
    let (actions, effort) = ("actions.csv", "effort.csv");
    let above = "level 2 goes up to 3000 yuan, this takes about 4000";
    refuses(actions, "heat_pump_hot_water", "effort", "2", above)?;
    // 220 yuan/m2 of a common home of 100 m2
    let above = "level 3 goes up to 15000 yuan, this takes about 22000";
    refuses(actions, "new_windows", "effort", "3", above)?;
    let alone = "level 3 needs one_other at most, this needs several others";
    refuses(actions, "canteen", "effort", "3", alone)?;
    let at = (effort, "upfront_up_to", "above 0");
    refuses_among_others(effort, "1", "upfront_up_to", "0", at)?;
    refuses(effort, "2", "time", "", "missing")?;
    refuses(effort, "2", "consent", "the mayor", "unknown consent")?;
    let at = (effort, "upfront_up_to", "less than the level before");
    refuses_among_others(effort, "4", "upfront_up_to", "10000", at)?;
    let at = (effort, "consent", "less than the level before");
    refuses_among_others(effort, "5", "consent", "none", at)?;
    let at = (effort, "effort", "expected the levels 1 to 5, in order");
    refuses_among_others(effort, "2", "effort", "3", at)
}

#[test]
fn facts_have_a_range_a_year_and_a_source() -> Outcome {
    let broken =
        |column, value, reason| refuses("facts.csv", "coal_share_2020", column, value, reason);
    broken("low", "0.7", "is above value")?;
    broken("year", "2070", "no year of 1990 to 2060")?;
    broken("unit", "percent", "unknown unit")?;
    broken("source_id", "S_NOBODY", "unknown source")?;
    broken("review_by", "2026-01-01", "is not within")?;
    let at = ("facts.csv", "id", "is already used");
    refuses_among_others("facts.csv", "coal_share_2020", "id", "coal_share_2005", at)
}

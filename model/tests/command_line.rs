//! The command line: what it prints, and what it refuses.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod personas;

use std::process::{Command, Output};

use serde_json::Value as Json;
use tanlu_model::actions::{ActionId, contradicts, mark};
use tanlu_model::pathway::NationalPath;
use tanlu_model::plan::{NEXT_YEAR, Plan};
use tanlu_model::rows::PER_PERSON_LINES;
use tanlu_model::year::DEFAULT_SCENARIO;
use tanlu_model::{Factors, Household, MODEL_VERSION, file};

const FAMILY: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/personas/shanghai_two_cars.json"
);

fn tanlu(words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tanlu"));
    command.args(words).output().unwrap()
}

fn estimate(words: &[&str]) -> Json {
    let output = tanlu(&[&["estimate", FAMILY, "--json"], words].concat());
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_base_year_is_the_default() {
    let default = estimate(&[]);
    assert_eq!(default, estimate(&["--year", "2023"]));
    assert_eq!(default["year"], 2023);
    assert!(default["scenario"].is_null());
}

#[test]
fn a_later_year_has_the_same_quantities_and_its_own_factors() {
    let (base, later) = (estimate(&[]), estimate(&["--year", "2050"]));
    assert_eq!(later["year"], 2050);
    assert_eq!(later["scenario"], "MODEL_OFFICIAL");
    for key in ["model", "gas", "seed", "members"] {
        assert_eq!(later[key], base[key], "{key}");
    }
    assert!(later["household"]["kg"].as_f64() < base["household"]["kg"].as_f64());
    // lines that only other draws have come without quantity and factors
    let lines = |estimate: &Json| -> Vec<Json> {
        let all = estimate["lines"].as_array().unwrap().iter();
        let own = all.filter(|line| line["quantity"] != 0.0);
        own.cloned().collect()
    };
    for (was, is) in lines(&base).iter().zip(lines(&later)) {
        for key in ["id", "quantity", "formula"] {
            assert_eq!(is[key], was[key], "{}", was["id"]);
        }
        let factor = is["factors"][0]["value"].as_f64().unwrap();
        assert!(factor <= was["factors"][0]["value"].as_f64().unwrap());
    }
}

/// Cars of several sizes share a line: the table has it once, with the kilograms of all.
#[test]
fn a_table_has_every_line_once() {
    let output = tanlu(&["estimate", FAMILY]);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("  "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let once: std::collections::BTreeSet<&str> = lines.iter().copied().collect();
    assert_eq!(once.len(), lines.len());
    let json = estimate(&[]);
    let cars = json["lines"].as_array().unwrap().iter();
    let cars = cars.filter(|line| line["id"] == "car_manufacture");
    let kg: Vec<f64> = cars.filter_map(|line| line["kg"].as_f64()).collect();
    assert!(kg.len() > 1);
    let row = text
        .lines()
        .find(|line| line.contains(" car_manufacture "))
        .unwrap();
    let shown = format!("{:.1}", kg.iter().sum::<f64>());
    assert_eq!(row.split_whitespace().nth(1), Some(shown.as_str()));
}

/// A household has fewer children than members; that another number is counted is said.
#[test]
fn children_that_do_not_fit_are_told() {
    let folder = std::env::temp_dir();
    let at = folder.join(format!("tanlu-children-{}.json", std::process::id()));
    std::fs::write(
        &at,
        r#"{"format": 2, "answers": {"members": 2, "children": 2}}"#,
    )
    .unwrap();
    let output = tanlu(&["estimate", at.to_str().unwrap(), "--draws", "64"]);
    std::fs::remove_file(&at).unwrap();
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("children: 2 do not fit into a household of 2; counted: 1"),
        "{said}"
    );
}

#[test]
fn every_quantity_has_its_band() {
    let estimate = estimate(&["--draws", "512"]);
    assert_eq!(estimate["draws"], 512);
    assert_eq!(estimate["seed"], 2060);
    let number = |of: &Json, key: &str| of[key].as_f64().unwrap();
    let mut quantities = vec![&estimate["household"], &estimate["per_person"]];
    quantities.extend(estimate["domains"].as_object().unwrap().values());
    quantities.extend(estimate["lines"].as_array().unwrap());
    for quantity in quantities {
        let [low, median, high] = ["p05", "p50", "p95"].map(|key| number(quantity, key));
        assert!(low <= median && median <= high, "{quantity}");
        assert!(number(quantity, "kg") >= 0.0 || low < 0.0, "{quantity}");
    }
    let next = estimate["next"].as_array().unwrap();
    let shares: Vec<f64> = next.iter().map(|next| number(next, "share")).collect();
    assert!(shares.windows(2).all(|pair| pair[0] >= pair[1]));
    assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)));
    let asked: Vec<&str> = next
        .iter()
        .filter_map(|next| next["question"].as_str())
        .collect();
    assert!(!asked.contains(&"province"), "it is answered");
    assert!(asked.contains(&"spending"));
}

#[test]
fn the_same_seed_gives_the_same_bits_and_another_does_not() {
    let words = ["--draws", "256", "--seed", "7"];
    assert_eq!(estimate(&words), estimate(&words));
    let other = estimate(&["--draws", "256", "--seed", "8"]);
    assert_ne!(estimate(&words)["household"], other["household"]);
    assert_eq!(
        estimate(&words)["household"]["kg"],
        other["household"]["kg"]
    );
}

#[test]
fn draws_and_seeds_that_make_no_sense_are_refused() {
    for (words, allowed) in [
        (["--draws", "0"], "allowed: 64 to 65536"),
        (["--draws", "many"], "allowed: 64 to 65536"),
        (["--draws", "99999999"], "allowed: 64 to 65536"),
        (["--seed", "-1"], "allowed: a whole number"),
    ] {
        let refused = tanlu(&[&["estimate", FAMILY, "--json"], &words[..]].concat());
        assert_eq!(refused.status.code(), Some(2), "{words:?}");
        assert!(refused.stdout.is_empty(), "{words:?}");
        let reason = String::from_utf8(refused.stderr).unwrap();
        assert!(reason.contains(allowed), "{reason}");
    }
}

#[test]
fn a_year_outside_the_tables_is_refused() {
    for year in ["2022", "2061", "soon", "", "-1", "20300000"] {
        let refused = tanlu(&["estimate", FAMILY, "--json", "--year", year]);
        assert_eq!(refused.status.code(), Some(2), "{year}");
        assert!(refused.stdout.is_empty(), "{year}");
        let reason = String::from_utf8(refused.stderr).unwrap();
        assert!(reason.contains("allowed: 2023 to 2060"), "{reason}");
    }
    let refused = tanlu(&["factors", "--year", "2030"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty());
}

/// The list of values has what is no row too: shares, numbers and zones of provinces, later years.
#[test]
fn every_value_is_listed() {
    let output = tanlu(&["factors", "--json"]);
    let json: Json = serde_json::from_slice(&output.stdout).unwrap();
    let values = json["values"].as_array().unwrap();
    let of = |id: &str| values.iter().find(|value| value["id"] == id).unwrap();
    let cold = of("prov_hdd18_CN-BJ");
    assert_eq!(
        (&cold["unit"], &cold["region"]),
        (&"degC.day".into(), &"CN-BJ".into())
    );
    let share = of("sh_heating_district_CN-North-urban_2024");
    assert!(share["low"].as_f64() < share["value"].as_f64());
    assert!(of("regions_CN-BJ")["value"].is_null());
    assert_eq!(of("grid_intensity_future_2030")["year"], 2030);
    for value in values {
        assert!(!value["source"].as_array().unwrap().is_empty(), "{value}");
        assert!(value["status"].is_string(), "{value}");
    }
    let output = tanlu(&["factors"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let all = json["factors"].as_array().unwrap().len() + values.len();
    assert_eq!(text.lines().count(), 1 + all);
}

/// The percentages of a household's line: each measure looks at more than the one before.
#[test]
fn the_check_of_factors_says_how_much_of_a_household_is_unverified() {
    for (files, households) in [(&[][..], 12), (&[FAMILY], 1)] {
        let output = tanlu(&[&["factors", "--check"], files].concat());
        assert!(output.status.success());
        let text = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<&str> = text.lines().filter(|line| line.contains('%')).collect();
        assert_eq!(lines.len(), households);
        for line in lines {
            let words: Vec<&str> = line.split_whitespace().collect();
            let percents: Vec<f64> = words.iter().filter_map(|word| word.parse().ok()).collect();
            let [kg, factor, formula, default, province] = percents[..] else {
                panic!("{line}");
            };
            assert!(kg > 0.0 && factor <= formula && formula <= default);
            assert!(default <= province && province <= 100.0);
        }
    }
    let missing = tanlu(&["factors", "--check", "no_such_file.json"]);
    assert_eq!(missing.status.code(), Some(2));
}

/// The table of the README, line by line.
#[test]
fn the_readme_says_what_the_check_of_factors_prints() {
    let output = tanlu(&["factors", "--check"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let printed: Vec<String> = text
        .lines()
        .filter(|line| line.contains('%'))
        .map(|line| {
            line.replace('%', "")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    assert_eq!(printed.len(), 12);
    let readme = include_str!("../../README.md");
    let table = readme
        .lines()
        .skip_while(|line| !line.starts_with("| household | kg a year |"));
    let told: Vec<String> = table
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let bare = line.replace(['|', '%', ','], "");
            bare.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect();
    assert_eq!(told, printed);
}

#[test]
fn a_command_refuses_what_it_does_not_know() {
    for (words, reason) in [
        (&["average", "--province", "CN-ZZ"][..], "CN-SC"),
        (
            &["average", "--settlement", "farm"],
            "urban, city, town, village",
        ),
        (
            &["average", "--provinces", "--province", "CN-SC"],
            "one already",
        ),
        (&["average", "--gas", "co2"], "--province"),
        (&["estimate", "--province", "CN-SC", FAMILY], "--year"),
        (&["factors", FAMILY], "--check"),
        (&["estimate", FAMILY, "--gas"], "a value must follow"),
        (&["guess"], "unknown command"),
        (&[], "usage"),
    ] {
        let refused = tanlu(words);
        assert_eq!(refused.status.code(), Some(2), "{words:?}");
        assert!(refused.stdout.is_empty(), "{words:?}");
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(said.contains(reason), "{words:?}: {said}");
    }
}

#[test]
fn the_average_household_of_a_place_is_printed() {
    let printed = tanlu(&[
        "average",
        "--province",
        "CN-SC",
        "--settlement",
        "city",
        "--json",
    ]);
    let average: Json = serde_json::from_slice(&printed.stdout).unwrap();
    assert_eq!(average["province"], "CN-SC");
    assert_eq!(average["year"], 2023);
    let number = |key: &str| average[key].as_f64().unwrap();
    let household = number("per_person") * number("members");
    assert!((household - number("household")).abs() < 1e-6 * household);
    let domains = average["per_person_by_domain"].as_object().unwrap();
    let consumption = domains
        .iter()
        .filter(|(domain, _)| *domain != "public_services");
    let sum: f64 = consumption.map(|(_, kg)| kg.as_f64().unwrap()).sum();
    assert!((sum - number("per_person")).abs() < 1e-6 * sum);
}

/// The list of provinces is what each is alone, in JSON and CSV, and its people weigh to the nation's.
#[test]
fn every_province_is_printed_at_once() {
    let printed = |words: &[&str]| {
        let output = tanlu(&[&["average"], words].concat());
        assert!(output.status.success(), "{words:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let json = |words: &[&str]| -> Json { serde_json::from_str(&printed(words)).unwrap() };
    let urban = ["--settlement", "urban"];
    let all = json(&[&["--provinces", "--json"], &urban[..]].concat());
    let places = all["places"].as_array().unwrap();
    assert_eq!(places.len(), 32);
    let [nation, provinces @ ..] = &places[..] else {
        panic!("no places");
    };
    let number = |of: &Json, key: &str| of[key].as_f64().unwrap();
    let people: f64 = provinces.iter().map(|of| number(of, "people")).sum();
    let kg = provinces
        .iter()
        .map(|of| number(of, "people") * number(of, "per_person"));
    assert!((people / number(nation, "people") - 1.0).abs() < 1e-9);
    assert!((kg.sum::<f64>() / people / number(nation, "per_person") - 1.0).abs() < 1e-9);
    let alone = json(&[&["--province", "CN-SC", "--json"], &urban[..]].concat());
    let listed = places.iter().find(|of| of["province"] == "CN-SC").unwrap();
    for (key, value) in listed.as_object().unwrap() {
        assert_eq!(alone[key], *value, "{key}");
    }
    let csv = printed(&[&["--provinces", "--csv"], &urban[..]].concat());
    let rows: Vec<Vec<&str>> = csv.lines().map(|row| row.split(',').collect()).collect();
    let at = |name| rows[0].iter().position(|column| *column == name).unwrap();
    for (row, place) in rows[1..].iter().zip(places) {
        let region = place["province"].as_str().unwrap_or("CN");
        assert_eq!(
            (row[at("region")], row[at("settlement")]),
            (region, "urban")
        );
        for (column, value) in [
            ("home_kg", &place["per_person_by_domain"]["home"]),
            ("per_person_kg", &place["per_person"]),
        ] {
            let written: f64 = row[at(column)].parse().unwrap();
            // the reader of JSON may miss the last bit
            assert!((written / value.as_f64().unwrap() - 1.0).abs() < 1e-14);
        }
    }
    assert_eq!(rows.len(), 33);
    let table = printed(&["--provinces"]);
    assert_eq!(
        table.lines().filter(|line| line.starts_with("CN")).count(),
        32
    );
}

#[test]
fn the_reconciliation_says_what_is_allowed_and_why() {
    let output = tanlu(&["reconcile", "--json"]);
    assert!(output.status.success());
    let written: Json = serde_json::from_slice(&output.stdout).unwrap();
    let totals = written["totals"].as_array().unwrap();
    assert!(totals.len() > 50);
    for total in totals {
        let number = |key: &str| total[key].as_f64().unwrap();
        let ratio = number("model") / number("published");
        assert!((ratio - number("ratio")).abs() < 1e-9);
        assert_eq!(total["within"], true, "{}", total["id"]);
        assert!(total["why_zh"].as_str().is_some_and(|why| !why.is_empty()));
    }
    let table = tanlu(&["reconcile"]);
    let table = String::from_utf8(table.stdout).unwrap();
    assert!(table.contains("lpg_homes") && !table.contains("OUTSIDE"));
}

fn actions(words: &[&str]) -> Json {
    let output = tanlu(&[&["actions", FAMILY, "--json", "--draws", "256"], words].concat());
    let why = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{why}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn actions_tell_what_they_save_and_why_they_do_not_apply() {
    let all = actions(&[]);
    for key in ["model", "year", "gas", "seed", "draws", "members"] {
        assert!(!all[key].is_null(), "{key}");
    }
    let listed = all["actions"].as_array().unwrap();
    assert!(listed.len() >= 45);
    let (open, closed): (Vec<&Json>, Vec<&Json>) =
        listed.iter().partition(|action| action["applies"] == true);
    assert!(open.len() > 20 && !closed.is_empty());
    for action in open {
        for key in [
            "kg",
            "p05",
            "p50",
            "p95",
            "sure",
            "yuan_per_year",
            "upfront_yuan",
            "effort",
        ] {
            assert!(action[key].is_f64(), "{} {key}", action["id"]);
        }
        for key in ["yuan", "upfront"] {
            let [low, middle, high] =
                ["p05", "p50", "p95"].map(|end| action[key][end].as_f64().unwrap());
            assert!(low <= middle && middle <= high, "{} {key}", action["id"]);
        }
        let often = action["p50"].as_f64().unwrap() > 0.0;
        assert_eq!(action["per_tonne"].is_object(), often, "{}", action["id"]);
        assert!(action["why_not"].is_null());
    }
    for action in closed {
        assert!(
            action["kg"].is_null() && action["why_not"].is_string(),
            "{action}"
        );
    }
    assert_eq!(all["joint"]["kg"], 0.0);
}

/// What decides an effect is named with its range, its status and where it comes from.
#[test]
fn actions_name_what_their_effect_rests_on() {
    let all = actions(&[]);
    let rests = |id: &str| {
        let mut listed = all["actions"].as_array().unwrap().iter();
        let action = listed.find(|action| action["id"] == id);
        action.unwrap()["rests_on"].as_array().unwrap().clone()
    };
    for (id, row) in [
        ("ev", "rebound_car"),
        ("plant_days", "meat_to_tofu"),
        ("remote_work", "rebound_remote"),
        ("eco_driving", "eco_driving_saving"),
    ] {
        let rests = rests(id);
        let found = rests.iter().find(|rests| rests["id"] == row);
        let found = found.unwrap_or_else(|| panic!("{id} does not rest on {row}"));
        let number = |key: &str| found[key].as_f64().unwrap();
        assert!(number("low") <= number("value") && number("value") <= number("high"));
        assert!(found["status"].is_string() && found["name"].is_string());
        assert!(!found["sources"].as_array().unwrap().is_empty());
        let [low, high] = [0, 1].map(|end| found["kg"][end].as_f64().unwrap());
        assert!(low != high, "{id} {row}");
    }
    for action in all["actions"].as_array().unwrap() {
        let rests = action["rests_on"].as_array().unwrap();
        assert!(!rests.is_empty(), "{}", action["id"]);
        for rests in rests {
            let sources = rests["sources"].as_array().unwrap();
            assert!(!sources.is_empty(), "{} {}", action["id"], rests["id"]);
            // told of this household alone
            assert!(rests["part"].is_f64() || action["kg"].is_null(), "{rests}");
        }
    }
    // what only prices it does not decide what it changes
    assert!(
        rests("ev")
            .iter()
            .all(|rests| rests["id"] != "price_car_charging_elsewhere")
    );
}

/// A file of the family in Shanghai with this plan; `each` gives every file its own name.
fn with_plan(each: &str, plan: &str) -> std::path::PathBuf {
    let text = personas::written("shanghai_two_cars");
    let mut file: Json = serde_json::from_str(text).unwrap();
    file["plan"] = serde_json::from_str(plan).unwrap();
    let path = std::env::temp_dir().join(format!("tanlu-plan-{each}.json"));
    std::fs::write(&path, file.to_string()).unwrap();
    path
}

#[test]
fn what_is_done_already_by_the_plan_and_not_by_the_answers_is_named_and_counts_as_open() {
    let path = with_plan("denied", r#"{"already": ["standby_off", "no_car"]}"#);
    let words = ["actions", path.to_str().unwrap(), "--draws", "64"];
    let output = tanlu(&[&words[..], &["--json"]].concat());
    let all: Json = serde_json::from_slice(&output.stdout).unwrap();
    let denied = serde_json::json!([{"action": "no_car", "answer": "cars"}]);
    assert_eq!(all["denied"], denied);
    let action = |id| {
        all["actions"]
            .as_array()
            .unwrap()
            .iter()
            .find(move |it| it["id"] == id)
    };
    assert_eq!(action("no_car").unwrap()["applies"], true);
    assert_eq!(action("standby_off").unwrap()["why_not"], "already");
    let text = String::from_utf8(tanlu(&words).stdout).unwrap();
    let wanted = "no_car: done already by the plan, but not by the answer to cars";
    assert!(text.contains(wanted), "{text}");
    let path_of = tanlu(&["path", path.to_str().unwrap(), "--draws", "64"]);
    assert_eq!(path_of.status.code(), Some(0));
    std::fs::remove_file(&path).unwrap();
}

/// What stands in the way is told with what would be saved without it, beyond the plan; what does not apply with the
/// questions that decide it; strengths and how sure a saving is in the table too.
#[test]
fn actions_tell_what_would_be_unlocked_and_how_sure_they_are() {
    let plan = r#"{"actions": {"drive_less": {"from": 2027, "strength": 50}},
        "cannot": {"ev": "no_lift_or_charger", "led_lamps": "rented", "green_power": "rented"}}"#;
    let path = with_plan("unlock", plan);
    let words = ["actions", path.to_str().unwrap(), "--draws", "256"];
    let output = tanlu(&[&words[..], &["--json"]].concat());
    let all: Json = serde_json::from_slice(&output.stdout).unwrap();
    let unlocks = all["unlocks"].as_array().unwrap();
    let obstacles: Vec<&Json> = unlocks.iter().map(|unlock| &unlock["obstacle"]).collect();
    assert_eq!(obstacles, ["rented", "no_lift_or_charger"]);
    assert_eq!(
        unlocks[0]["actions"],
        serde_json::json!(["led_lamps", "green_power"])
    );
    // half the kilometres are gone by the plan
    let alone = tanlu(&["actions", FAMILY, "--json", "--draws", "256"]);
    let alone: Json = serde_json::from_slice(&alone.stdout).unwrap();
    let mut listed = alone["actions"].as_array().unwrap().iter();
    let ev = listed.find(|action| action["id"] == "ev").unwrap();
    let (left, whole) = (&unlocks[1]["kg"]["p50"], &ev["p50"]);
    let (left, whole) = (left.as_f64().unwrap(), whole.as_f64().unwrap());
    assert!(0.0 < left && left < 0.8 * whole, "{left} {whole}");
    let table = tanlu(&words);
    let table = String::from_utf8(table.stdout).unwrap();
    std::fs::remove_file(&path).unwrap();
    let row = |start: &str| table.lines().find(|line| line.starts_with(start)).unwrap();
    assert!(row("drive_less ").contains(" 50 percent "));
    assert!(row("drive_less ").contains(" 100 % "));
    assert!(row("heat_meter ").contains("not_district (heating)"));
    assert!(row("ev ").contains("cannot_no_lift_or_charger"));
    assert!(row("without no_lift_or_charger: ev: saves ").contains(".."));
}

/// The search takes actions as strong as the plan has them, all others as usual.
#[test]
fn a_plan_is_sought_with_the_strengths_of_the_plan() {
    let plan = r#"{"actions": {"plant_days": {"from": 2027, "strength": 7},
        "drive_less": {"from": 2027, "strength": 50}}}"#;
    let path = with_plan("strengths", plan);
    let words = ["--json", "--draws", "64", "--target", "1", "--year", "2030"];
    let found = |file: &str| -> Json {
        let output = tanlu(&[&["actions", file][..], &words].concat());
        let all: Json = serde_json::from_slice(&output.stdout).unwrap();
        all["found"].clone()
    };
    let (own, usual) = (found(path.to_str().unwrap()), found(FAMILY));
    std::fs::remove_file(&path).unwrap();
    let strength = |found: &Json, id: &str| found["strengths"][id].as_f64();
    assert_eq!(strength(&own, "plant_days").or(Some(7.0)), Some(7.0));
    assert_eq!(strength(&usual, "plant_days").or(Some(2.0)), Some(2.0));
    let level = |found: &Json| found["per_person"].as_f64().unwrap();
    assert!(level(&own) < level(&usual), "{own} {usual}");
    // the joint effect is of these strengths
    let ids: Vec<String> = own["actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| {
            let id = id.as_str().unwrap();
            match strength(&own, id) {
                Some(strength) => format!("{id}:{strength}"),
                None => id.to_owned(),
            }
        })
        .collect();
    let with = ids.join(",");
    let joint = &actions(&["--with", &with])["joint"];
    assert_eq!(joint["kg"], own["joint"]["kg"]);
}

/// Whatever a household says it does already is counted as done from its file on, for every persona.
#[test]
fn what_is_marked_as_done_is_done_in_the_file_too() {
    let factors = Factors::central();
    for (name, text) in personas::PERSONAS {
        let mut answers = file::read(text).unwrap().answers;
        let mut plan = Plan::none();
        let mut open = Vec::new();
        for &action in ActionId::ALL {
            // a mark may leave another nothing to do, as on the page
            let home = Household::resolve(&answers, &factors);
            let applies = action.applies(&home, &factors).is_ok();
            if applies && contradicts(action, &answers, &factors).is_none() {
                mark(action, &mut answers, &mut plan, &factors);
                open.push(action);
            }
        }
        assert!(open.len() > 30, "{name}");
        let path = std::env::temp_dir().join(format!("tanlu-marked-{name}.json"));
        let text = file::write(&answers, &plan, &[], &|number| number.to_string());
        std::fs::write(&path, text).unwrap();
        let output = tanlu(&["actions", path.to_str().unwrap(), "--json", "--draws", "64"]);
        std::fs::remove_file(&path).unwrap();
        let all: Json = serde_json::from_slice(&output.stdout).unwrap();
        for action in open {
            let listed = all["actions"].as_array().unwrap().iter();
            let mut listed = listed.filter(|listed| listed["id"] == action.id());
            assert_eq!(
                listed.next().unwrap()["why_not"],
                "already",
                "{name} {action:?}"
            );
        }
    }
}

#[test]
fn chosen_actions_save_together_what_their_parts_sum_to() {
    let joint = &actions(&["--with", "ev,plant_days:3,drive_less:40"])["joint"];
    let parts = joint["parts"].as_object().unwrap();
    let ids: Vec<&str> = parts.keys().map(String::as_str).collect();
    assert_eq!(ids, ["drive_less", "ev", "plant_days"]);
    let sum: f64 = ["drive_less", "plant_days", "ev"]
        .iter()
        .map(|id| parts[*id].as_f64().unwrap())
        .sum();
    assert!((sum - joint["kg"].as_f64().unwrap()).abs() < 1e-9);
    // in whatever order they are named
    let other = &actions(&["--with", "drive_less:40,ev,plant_days:3"])["joint"];
    assert_eq!(joint, other);
}

#[test]
fn a_plan_is_sought_that_reaches_a_target() {
    let found = &actions(&["--target", "5000", "--year", "2030", "--by", "effort"])["found"];
    assert_eq!(found["reached"], true);
    assert!(found["per_person"].as_f64().unwrap() <= 5000.0);
    assert!(found["probability"].as_f64().unwrap() >= 0.5);
    assert_eq!(found["gap"], 0.0);
    let deepest = &actions(&["--target", "1", "--year", "2030"])["found"];
    assert_eq!(deepest["reached"], false);
    let (level, gap) = (&deepest["per_person"], &deepest["gap"]);
    let left = level.as_f64().unwrap() - gap.as_f64().unwrap();
    assert!((left - 1.0).abs() < 1e-9, "{deepest}");
}

#[test]
fn what_actions_refuse_names_the_word_and_what_is_allowed() {
    for (words, expected) in [
        (
            &["--with", "rooftop_solar"][..],
            "rooftop_solar: does not apply: no_own_roof",
        ),
        (
            &["--with", "fly_less"],
            "--with fly_less: allowed: smaller_home",
        ),
        (
            &["--with", "drive_less:90"],
            "--with drive_less:90: allowed: 5 to 50 percent",
        ),
        (&["--with", "ev:2"], "--with ev:2: has no strength"),
        (
            &["--with", "ev,led_lamps,ev"],
            "--with ev,led_lamps,ev: ev: stands twice; allowed: once",
        ),
        (
            &["--with", "ev,"],
            "--with ev,: allowed: ids with one comma",
        ),
        (
            &["--seed", "1", "--seed", "2"],
            "--seed: stands twice; allowed: once",
        ),
        (
            &["--target", "-1", "--year", "2030"],
            "--target -1: allowed",
        ),
        (&["--target", "2500"], "--target: --year must name the year"),
        (
            &["--target", "2500", "--year", "2025"],
            "--year 2025: allowed with --target: 2026 to 2060",
        ),
        (&["--by", "cost"], "--by: --target must name a target"),
        (&["--year", "2030"], "--year: --target must name what"),
        (
            &["--target", "2500", "--year", "2030", "--by", "luck"],
            "--by luck: allowed: effort, cost",
        ),
    ] {
        let output = tanlu(&[&["actions", FAMILY, "--json"], words].concat());
        let why = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(output.stdout.is_empty(), "{words:?}");
        assert!(why.contains(expected), "{words:?}: {why}");
    }
}

/// The page plans from the year after that of the model's version, and so does the command line.
#[test]
fn what_is_named_on_the_command_line_is_done_from_next_year_on() {
    let year: u16 = MODEL_VERSION.split('.').next().unwrap().parse().unwrap();
    assert_eq!(NEXT_YEAR, year + 1);
    let path = path(&[FAMILY, "--with", "plant_days", "--draws", "64"]);
    for row in path["household"].as_array().unwrap() {
        let year = row["year"].as_u64().unwrap();
        let mine = row["mine"].as_f64().unwrap();
        assert_eq!(mine > 0.0, year >= u64::from(NEXT_YEAR), "{row}");
    }
}

/// How many of the draws come down to a published line, and what does nothing in a plan, is told as on the page.
#[test]
fn a_path_tells_the_odds_of_published_lines_and_what_does_nothing() {
    let with = ["--with", "hybrid_car,ev", "--draws", "64"];
    let all = path(&[&[FAMILY][..], &with].concat());
    let lines = all["lines"].as_array().unwrap();
    assert_eq!(lines.len(), PER_PERSON_LINES.len());
    let reached = |line: &Json| line["reached"].as_f64().unwrap();
    for line in lines {
        assert!(line["low"].as_f64() <= line["high"].as_f64());
        // a higher line of the same year is reached in more draws
        for other in lines.iter().filter(|other| other["year"] == line["year"]) {
            let higher = other["high"].as_f64() > line["high"].as_f64();
            assert!(!higher || reached(other) >= reached(line), "{other}");
        }
    }
    let yunnan = FAMILY.replace("shanghai_two_cars", "plant_eaters_yunnan");
    let yunnan = path(&[&yunnan, "--draws", "64"]);
    let some = yunnan["lines"].as_array().unwrap().iter();
    assert!(some.map(reached).any(|share| 0.0 < share && share < 1.0));
    let moot = serde_json::json!([{"id": "hybrid_car", "why": "set_aside"}]);
    assert_eq!(all["moot"], moot);
    let table = tanlu(&[&["path", FAMILY][..], &with].concat());
    let table = String::from_utf8(table.stdout).unwrap();
    assert!(table.contains("does nothing in this plan: hybrid_car (set_aside)"));
    for line in lines {
        let said = format!("{:.0} of 100 draws", 100.0 * reached(line));
        assert!(table.contains(&said), "{said}");
    }
    let other = path(&[&[FAMILY, "--gas", "co2"][..], &with].concat());
    assert_eq!(other["lines"], serde_json::json!([]));
}

fn path(words: &[&str]) -> Json {
    let output = tanlu(&[&["path", "--json"], words].concat());
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{error}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_path_has_every_year_of_the_household_and_the_nation() {
    let path = path(&[FAMILY, "--with", "ev,plant_days", "--adoption", "0.5"]);
    assert_eq!(path["scenario"], "MODEL_OFFICIAL");
    let gases = (path["gas"].as_str(), path["gas_of_the_nation"].as_str());
    assert_eq!(gases, (Some("co2e"), Some("co2-territorial")));
    assert!(path["model"].is_string());
    for (part, keys) in [
        ("household", ["kg", "kg_with", "system", "mine"].as_slice()),
        ("national", ["mt", "mt_with"].as_slice()),
    ] {
        let rows = path[part].as_array().unwrap();
        let years: Vec<u64> = rows.iter().filter_map(|row| row["year"].as_u64()).collect();
        assert_eq!(years, (2025..=2060).collect::<Vec<u64>>());
        for row in rows {
            assert!(keys.iter().all(|key| row[key].is_f64()), "{row}");
        }
    }
    let sum = |key: &str| -> f64 {
        let rows = path["national"].as_array().unwrap().iter();
        rows.map(|row| row[key].as_f64().unwrap()).sum::<f64>() / 1000.0
    };
    assert_eq!(path["cumulative_gt"], sum("mt"));
    assert_eq!(path["cumulative_gt_with"], sum("mt_with"));
    assert!(sum("mt_with") < sum("mt"));
    assert_eq!(path["peak"]["year"], 2029);
    assert!(path["peak_with"]["mt"].as_f64() <= path["peak"]["mt"].as_f64());
    for row in path["saved"]["years"].as_array().unwrap() {
        let of = |row: &Json, key: &str| row[key].as_f64().unwrap();
        assert!(of(row, "p05") <= of(row, "p50") && of(row, "p50") <= of(row, "p95"));
        let actions = row["actions"].as_object().unwrap().values();
        let sum: f64 = actions.map(|action| of(action, "mt")).sum();
        assert_eq!(of(row, "mt"), sum);
    }
}

#[test]
fn the_household_of_a_path_is_that_of_the_estimate_in_every_gas() {
    for gas in ["co2e", "co2", "co2-territorial"] {
        let all = path(&[FAMILY, "--with", "plant_days", "--gas", gas]);
        let gases = (all["gas"].as_str(), all["gas_of_the_nation"].as_str());
        assert_eq!(gases, (Some(gas), Some("co2-territorial")));
        let years = all["household"].as_array().unwrap();
        let row = years.iter().find(|row| row["year"] == 2035).unwrap();
        let estimate = tanlu(&["estimate", FAMILY, "--json", "--year", "2035", "--gas", gas]);
        let estimate: Json = serde_json::from_slice(&estimate.stdout).unwrap();
        let (own, same) = (row["kg"].as_f64(), estimate["household"]["kg"].as_f64());
        let (own, same) = (own.unwrap(), same.unwrap());
        assert!((own - same).abs() < 1e-9 * same, "{gas}: {own} {same}");
        let of = |key: &str| {
            let band = &row["bands"][key];
            ["p05", "p50", "p95"].map(|end| band[end].as_f64().unwrap())
        };
        let [low, median, high] = of("kg");
        assert!(low < median && median < high, "{gas}");
        let rest = of("kg_with");
        assert!(rest[0] < low && rest[1] < median && rest[2] < high, "{gas}");
        assert!(
            of("mine")[0] > 0.0 && of("system")[0] < of("system")[2],
            "{gas}"
        );
        let saved = all["saved"]["years"].as_array().unwrap();
        let alone = &saved.iter().find(|row| row["year"] == 2035).unwrap()["alone"];
        let [low, high] = ["p05", "p95"].map(|end| alone[end].as_f64().unwrap());
        assert!(0.0 < low && low < high && alone["kg"].is_f64(), "{alone}");
    }
}

#[test]
fn a_campaign_may_reach_few_begin_late_and_be_slow() {
    let saved = |words: &[&str]| {
        let all = [
            &[FAMILY, "--with", "plant_days", "--adoption", "0.9"],
            words,
        ]
        .concat();
        let path = path(&all);
        let gt = path["saved"]["cumulative"]["gt"].as_f64().unwrap();
        (gt, path["households"].as_f64().unwrap())
    };
    let (all, nation) = saved(&[]);
    let (some, province) = saved(&["--reach", "province"]);
    let (few, like_mine) = saved(&["--reach", "like-mine"]);
    assert!(0.0 < few && few < some && some < all);
    assert!(like_mine < province && province < nation);
    assert!(saved(&["--from", "2040"]).0 < all);
    assert!(saved(&["--pace", "slow"]).0 < all && all < saved(&["--pace", "fast"]).0);
}

#[test]
fn a_campaign_asks_no_province_that_is_assumed() {
    let nothing = concat!(env!("CARGO_MANIFEST_DIR"), "/personas/nothing_known.json");
    for reach in ["province", "like-mine"] {
        let output = tanlu(&["path", nothing, "--adoption", "0.5", "--reach", reach]);
        assert_eq!(output.status.code(), Some(2));
        let error = String::from_utf8(output.stderr).unwrap();
        let reason = format!("--reach {reach}: the answers file does not answer province");
        assert!(
            output.stdout.is_empty() && error.contains(&reason),
            "{error}"
        );
    }
}

#[test]
fn nobody_else_joins_in_unless_told_so() {
    let path = path(&[FAMILY, "--with", "ev", "--draws", "64"]);
    for row in path["national"].as_array().unwrap() {
        assert_eq!(row["mt"], row["mt_with"]);
    }
}

#[test]
fn the_nation_alone_has_history_line_and_marks() {
    let path = path(&["--national", "--scenario", "TSINGHUA_CMA"]);
    assert_eq!(path["scenario"], "TSINGHUA_CMA");
    assert_eq!(path["gas"], "co2-territorial");
    assert_eq!(path["household"], serde_json::json!([]));
    assert_eq!(path["national"][35]["mt"], 900.0);
    assert_eq!(path["peak"], path["peak_with"]);
    assert_eq!(path["history"]["highest"]["confirmed"], false);
    assert_eq!(path["history"]["years"].as_array().unwrap().len(), 36);
    assert!(path["marks"].as_array().unwrap().len() > 5);
    assert_eq!(path["budgets"].as_array().unwrap().len(), 3);
    assert_eq!(path["sink"]["assumption"], true);
}

#[test]
fn a_household_has_a_path_along_every_line() {
    let lines = NationalPath::lines().collect::<Vec<_>>();
    assert!(lines.len() > 4);
    let along = |line: &str| {
        let words = ["--scenario", line, "--with", "ev", "--adoption", "0.5"];
        path(&[&[FAMILY, "--draws", "64"], &words[..]].concat())
    };
    let default = along(DEFAULT_SCENARIO.details().id);
    for line in lines {
        let path = along(line.id());
        assert_eq!(path["scenario"], line.id());
        let own = path["household_scenario"].as_str();
        match line {
            NationalPath::Model(scenario) => assert_eq!(own, Some(scenario.details().id)),
            // published points say nothing of households: theirs is the default path beside another line
            NationalPath::Published(_) => {
                assert_eq!(own, Some(DEFAULT_SCENARIO.details().id));
                assert_eq!(path["household"], default["household"]);
                assert_ne!(path["national"], default["national"]);
            }
        }
    }
}

#[test]
fn levers_are_those_of_the_model_and_refuse_other_years() {
    let output = tanlu(&["levers", FAMILY, "--json", "--year", "2035"]);
    let all: Json = serde_json::from_slice(&output.stdout).unwrap();
    let levers = all["levers"].as_array().unwrap();
    assert_eq!((levers.len(), all["year"].as_u64()), (7, Some(2035)));
    for lever in levers {
        let kg = lever["kg"]["value"].as_f64().unwrap();
        assert!(lever["mt"]["value"].is_f64(), "{lever}");
        assert_eq!(lever["why_not"].is_null(), kg != 0.0, "{lever}");
        let applies = lever["why_not"].is_null();
        for of in ["kg", "yuan_per_year"] {
            let band = ["p05", "p50", "p95"].map(|end| lever[of][end].as_f64());
            let known = applies && !lever[of].is_null();
            assert_eq!(band.iter().all(Option::is_some), known, "{lever}");
            assert!(band[0] <= band[1] && band[1] <= band[2], "{lever}");
        }
        let supposed = &lever["supposed"];
        assert_ne!(supposed["scenario"], supposed["lever"], "{lever}");
        assert_eq!(supposed["assumption"], true);
    }
    let table = tanlu(&["levers", FAMILY, "--year", "2035"]);
    let table = String::from_utf8(table.stdout).unwrap();
    assert!(table.contains("faster_grid") && table.contains("MODEL_OFFICIAL"));
    for lever in levers {
        let id = lever["id"].as_str().unwrap();
        let mut told = table.lines().skip_while(|line| !line.starts_with(id));
        let (row, supposed) = (told.next().unwrap(), told.next().unwrap());
        let middle = lever["kg"]["p50"].as_f64();
        let kg = format!(" {:.0} ", middle.unwrap_or_default());
        assert!(row.contains(&kg), "{kg}: {row}");
        let has = lever["supposed"]["lever"].as_f64().unwrap();
        let wanted = format!("supposed: {has:.3} ");
        assert!(supposed.trim().starts_with(&wanted), "{supposed}");
    }
    for (words, reason) in [
        (
            &["levers", FAMILY][..],
            "levers: --year: name a year, 2025 to 2060",
        ),
        (&["levers"], "levers: name one answers file"),
        (
            &["levers", FAMILY, "--year", "2061"],
            "--year 2061: allowed: 2025 to 2060",
        ),
        (
            &["levers", FAMILY, "--year", "2024"],
            "--year 2024: allowed: 2025 to 2060",
        ),
    ] {
        let output = tanlu(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(
            output.stdout.is_empty() && error.contains(reason),
            "{words:?}: {error}"
        );
    }
}

#[test]
fn a_path_in_a_table_names_model_scenario_and_gas() {
    for words in [&["path", FAMILY][..], &["path", "--national"][..]] {
        let output = tanlu(words);
        assert!(output.status.success());
        let text = String::from_utf8(output.stdout).unwrap();
        for word in [
            "model 2",
            "MODEL_OFFICIAL",
            "co2-territorial",
            "no forecast",
        ] {
            assert!(text.contains(word), "{word}");
        }
        assert!(!text.contains(" confirmed") || text.contains("not confirmed"));
    }
}

#[test]
fn a_path_refuses_with_the_word_and_what_is_allowed() {
    for (words, reason) in [
        (
            &["--national", "--scenario", "BEST"][..],
            "--scenario BEST: allowed: MODEL_OFFICIAL",
        ),
        (
            &["--national", "--scenario", "CAEP_CP11"],
            "allowed: MODEL_OFFICIAL",
        ),
        (
            &[FAMILY, "--scenario", "CAEP_CP11"],
            "--scenario CAEP_CP11: allowed: MODEL_OFFICIAL, MODEL_PLATEAU_NDC, MODEL_FAST, MODEL_SLOW, TSINGHUA_CMA",
        ),
        (
            &[FAMILY, "--adoption", "1.5"],
            "--adoption 1.5: allowed: 0 to 1",
        ),
        (
            &[FAMILY, "--adoption", "NaN"],
            "--adoption NaN: allowed: 0 to 1",
        ),
        (
            &[FAMILY, "--reach", "world"],
            "--reach world: allowed: like-mine, province, nation",
        ),
        (
            &[FAMILY, "--pace", "9"],
            "--pace 9: allowed: slow, middle, fast",
        ),
        (
            &[FAMILY, "--from", "2025"],
            "--from 2025: allowed: 2026 to 2050",
        ),
        (&[FAMILY, "--with", "fly"], "--with fly: allowed: "),
        (&[FAMILY, "--year", "2030"], "--year: allowed: "),
        (
            &["--national", "--adoption", "0.5"],
            "--adoption, --reach, --from, --pace: not with --national",
        ),
        (
            &["--national", "--with", "ev"],
            "--with: not with --national",
        ),
        (
            &["--national", "--gas", "co2e"],
            "--gas: not with --national",
        ),
        (&["--national", FAMILY], "name one answers file"),
        (&[], "name one answers file"),
        (&["no_such_file.json"], "no_such_file.json"),
    ] {
        let output = tanlu(&[&["path", "--json"], words].concat());
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(output.stdout.is_empty(), "{words:?}");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(reason), "{words:?}: {error}");
    }
}

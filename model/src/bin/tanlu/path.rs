//! `tanlu path`: a household's path, in the gases that are asked for, and the nation's in territorial CO2, year by
//! year.

use std::fmt::Write;

use serde_json::{Map, Value as Json, json};
use tanlu_model::actions::ActionId;
use tanlu_model::choice::Choice;
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::nation::{
    AHEAD, budgets, default_sink, equal_share_gt, history, measured, peak_of_history,
};
use tanlu_model::pathway::{
    NationalLine, NationalPath, OwnBands, OwnPath, OwnYear, OwnYearBand, Reach, ScaleBands,
    ScaleUp, WedgeBands, Wedges,
};
use tanlu_model::plan::{NEXT_YEAR, Step};
use tanlu_model::rows::{DataSet, PER_PERSON_LINES, constant_sink};
use tanlu_model::uncertainty::{InBaseYear, World, draws};
use tanlu_model::year::YearIndex;
use tanlu_model::{Answers, BASE_YEAR, Factors, Household, MODEL_VERSION};

use crate::actions::only_what_applies;
use crate::args::{Format, Options, nobody};
use crate::estimate::read_file;
use crate::print::quantiles;

/// National goals are territorial CO2, and so is all that is printed of the nation.
const OF_THE_NATION: Gas = Gas::Co2Territorial;

/// The path of one file and of the nation with it, or of the nation alone.
pub fn path(options: &Options) -> Result<String, String> {
    let all = match options.files.as_slice() {
        [] if options.national => nation_alone(options)?,
        [path] if !options.national => with_household(path, options)?,
        _ => {
            return Err("path: name one answers file, or --national and no file".to_owned());
        }
    };
    Ok(match options.format {
        Format::Json => format!("{all:#}\n"),
        Format::Table | Format::Csv => in_a_table(&all),
    })
}

fn nation_alone(options: &Options) -> Result<Json, String> {
    for (given, word) in [
        (!options.with.is_empty(), "--with"),
        (
            options.campaign != nobody(),
            "--adoption, --reach, --from, --pace",
        ),
        (options.names_gas, "--gas"),
    ] {
        if given {
            return Err(format!("{word}: not with --national: name an answers file"));
        }
    }
    let line = options.scenario.line();
    let mut all = written(options.scenario, &line, &line);
    set(&mut all, "household", json!([]));
    set(&mut all, "history", past());
    set(&mut all, "marks", marks());
    Ok(all)
}

fn with_household(file: &str, options: &Options) -> Result<Json, String> {
    let scenario = options.scenario.of_households();
    let read = read_file(file)?;
    told_by(options.campaign.reach, &read.answers)?;
    let factors = Factors::central();
    let home = Household::resolve(&read.answers, &factors);
    let mut plan = read.plan;
    if !options.with.is_empty() {
        plan.steps.clear();
        for chosen in &options.with {
            plan.choose(Step {
                chosen: *chosen,
                from: NEXT_YEAR,
            });
        }
        only_what_applies(&plan.whole(), &home, &factors)?;
    }
    let campaign = &options.campaign;
    let scale = ScaleUp::of(&home, &plan, scenario, &factors);
    let wedges = scale.under(campaign);
    let line = options.scenario.line();
    let mut all = written(options.scenario, &line, &wedges.off(&line));
    let world = World::whole(options.seed, options.draws);
    let drawn = draws(&read.answers, &world, InBaseYear::of(Gas::Co2e));
    let mut own_bands = OwnBands::of_years(&plan, options.gas, scenario, AHEAD);
    while own_bands.step(&drawn, &world) {}
    let path = OwnPath::of(&home, &plan, options.gas, &factors);
    let own = AHEAD
        .filter_map(|year| YearIndex::new(year, scenario, &factors))
        .map(|index| own(path.year(&index), own_bands.year(index.year())));
    set(&mut all, "household", own.collect());
    set(&mut all, "lines", lines(options.gas, &own_bands));
    set(&mut all, "gas", json!(options.gas.id()));
    set(&mut all, "household_scenario", json!(scenario.details().id));
    set(&mut all, "adoption", json!(campaign.joining));
    set(&mut all, "reach", json!(campaign.reach.id()));
    set(&mut all, "from", json!(campaign.from));
    set(&mut all, "pace", json!(campaign.pace.id()));
    set(
        &mut all,
        "households",
        json!(scale.households(campaign.reach)),
    );
    set(&mut all, "seed", json!(options.seed));
    let mut bands = ScaleBands::new(scale.clone(), &plan, scenario, &drawn);
    while bands.step(&drawn, &world) {}
    let alone = |year| {
        let mut alone = quantiles(bands.off_the_nation(year));
        set(&mut alone, "kg", json!(scale.off_the_nation(year)));
        alone
    };
    let saved = saved(&wedges, &bands.under(campaign, &line), &alone);
    set(&mut all, "saved", saved);
    let moot = scale.aside().iter();
    let moot = moot.map(|aside| json!({"id": aside.action.id(), "why": aside.why.id()}));
    set(&mut all, "moot", moot.collect());
    for (key, list) in [("idle", wedges.idle()), ("outpaced", wedges.outpaced())] {
        let ids = list.into_iter().map(ActionId::id);
        set(&mut all, key, ids.collect());
    }
    Ok(all)
}

/// Refuses a reach by what the answers do not say: whose province would be asked is assumed then.
fn told_by(reach: Reach, answers: &Answers) -> Result<(), String> {
    let lacking = reach.told_by().iter().find(|it| !answers.knows(**it));
    lacking.map_or(Ok(()), |question| {
        let (reach, question) = (reach.id(), question.id());
        Err(format!(
            "path: --reach {reach}: the answers file does not answer {question}"
        ))
    })
}

/// What the campaign takes away: on central values, by action, and as bands; beside it the household alone.
fn saved(wedges: &Wedges, bands: &WedgeBands, alone: &dyn Fn(u16) -> Json) -> Json {
    let saving = wedges.saving();
    let years = saving.years().map(|(year, mt)| {
        let of_year = wedges.year(year).iter();
        let actions: Map<String, Json> = of_year
            .map(|wedge| {
                let of = json!({
                    "mt": wedge.mt, "today": wedge.today, "assumed": wedge.assumed,
                    "joined": wedge.joined,
                });
                (wedge.action.id().to_owned(), of)
            })
            .collect();
        let mut row = bands.year(year).map_or(json!({}), quantiles);
        set(&mut row, "year", json!(year));
        set(&mut row, "mt", json!(mt));
        set(&mut row, "actions", Json::Object(actions));
        set(&mut row, "alone", alone(year));
        row
    });
    let mut cumulative = quantiles(bands.cumulative_gt);
    set(&mut cumulative, "gt", json!(saving.cumulative_gt()));
    json!({
        "years": years.collect::<Vec<Json>>(), "cumulative": cumulative,
        "peak_mt": quantiles(bands.peak_mt), "peak_year": quantiles(bands.peak_year),
    })
}

/// A year of the household's consumption, kg: on central values, and as bands.
fn own(year: OwnYear, band: Option<OwnYearBand>) -> Json {
    let bands = band.map(|band| {
        json!({
            "kg": quantiles(band.kg), "kg_with": quantiles(band.kg_with),
            "system": quantiles(band.system), "mine": quantiles(band.mine),
        })
    });
    json!({
        "year": year.year, "kg": year.kg, "kg_with": year.kg_with, "system": year.system,
        "mine": year.mine, "bands": bands,
    })
}

/// Published lines per person, kg CO2e a year, each with the part of the draws that is not above it with the plan; none
/// where other gases are asked for.
fn lines(gas: Gas, bands: &OwnBands) -> Json {
    let lines = PER_PERSON_LINES.iter().filter(|_| gas == Gas::Co2e);
    let lines = lines.map(|line| {
        json!({
            "year": line.year, "study": line.study, "low": line.low_kg(), "high": line.high_kg(),
            "reached": bands.reaches(line),
        })
    });
    lines.collect()
}

fn set(all: &mut Json, key: &str, value: Json) {
    if let Some(object) = all.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn peak(line: &NationalLine) -> Json {
    let peak = line.peak();
    peak.map_or(Json::Null, |peak| json!({"year": peak.year, "mt": peak.mt}))
}

/// The national part: a line, and the line with a campaign.
fn written(path: NationalPath, line: &NationalLine, with: &NationalLine) -> Json {
    let sink = default_sink();
    let years = line.years().zip(with.years());
    let years = years.map(|((year, mt), (_, mt_with))| {
        json!({
            "year": year, "mt": mt, "mt_with": mt_with, "mt_net": mt - sink,
            "t_per_person": line.per_person(year),
        })
    });
    let held = budgets().map(|budget| {
        json!({
            "id": budget.id, "warming": budget.warming, "probability": budget.probability,
            "world_gt": budget.value, "equal_share_gt": equal_share_gt(budget),
            "overshoot_gt": line.overshoot_gt(budget),
            "overshoot_gt_with": with.overshoot_gt(budget), "used_up": line.used_up(budget),
        })
    });
    let of_sink = constant_sink();
    json!({
        "model": MODEL_VERSION, "scenario": path.id(), "gas": OF_THE_NATION.id(),
        "gas_of_the_nation": OF_THE_NATION.id(), "year": BASE_YEAR,
        "seed": null, "name_zh": path.name_zh(), "name_en": path.name_en(),
        "national": years.collect::<Vec<Json>>(),
        "peak": peak(line), "peak_with": peak(with),
        "cumulative_gt": line.cumulative_gt(), "cumulative_gt_with": with.cumulative_gt(),
        "sink": {"mt": of_sink.value, "low": of_sink.low, "high": of_sink.high, "assumption": true},
        "net_zero": line.net_zero(sink), "net_zero_with": with.net_zero(sink),
        "budgets": held.collect::<Vec<Json>>(),
    })
}

/// What has been: each data set, and their spread.
fn past() -> Json {
    let years = history().map(|year| {
        let mut written = json!({"year": year.year, "low": year.low, "high": year.high});
        for data_set in DataSet::ALL {
            set(
                &mut written,
                data_set.id(),
                json!(measured(data_set, year.year)),
            );
        }
        written
    });
    let known = history().filter_map(|year| {
        let mt = measured(DataSet::Gcb, year.year)?;
        Some((year.year, mt))
    });
    let peak = peak_of_history(&known.collect::<Vec<_>>());
    let peak = peak.map(|(peak, confirmed)| {
        json!({
            "data_set": DataSet::Gcb.id(), "year": peak.year, "mt": peak.mt, "confirmed": confirmed,
        })
    });
    json!({"years": years.collect::<Vec<Json>>(), "highest": peak})
}

/// Published paths of too few points for a line.
fn marks() -> Json {
    let marks = NationalPath::marks().map(|path| {
        let points = path.points.iter().map(|point| {
            json!({
                "year": point.year, "mt": point.value, "low": point.range.map(|range| range.0),
                "high": point.range.map(|range| range.1), "status": point.status.name(),
            })
        });
        json!({
            "id": path.id, "name_zh": path.name_zh, "name_en": path.name_en,
            "points": points.collect::<Vec<Json>>(),
        })
    });
    marks.collect()
}

/// Who joins, and what they take away.
fn joined(text: &mut String, all: &Json) {
    let number = |json: &Json| json.as_f64().unwrap_or_default();
    let word = |json: &Json| json.as_str().unwrap_or_default().to_owned();
    let _ = writeln!(
        text,
        "\n{} of those who can join in from {} on, pace {}, as if each were like this household: {} ({:.1} million households)",
        all["adoption"],
        all["from"],
        word(&all["pace"]),
        word(&all["reach"]),
        number(&all["households"]) / 1e6
    );
    let saved = &all["saved"];
    let _ = writeln!(
        text,
        "{:<6}{:>12}{:>12}{:>12}{:>12}",
        "Mt", "saved", "p05", "p50", "p95"
    );
    for row in saved["years"].as_array().into_iter().flatten() {
        let _ = write!(text, "{:<6}", row["year"]);
        for key in ["mt", "p05", "p50", "p95"] {
            let _ = write!(text, "{:>12.2}", number(&row[key]));
        }
        text.push('\n');
    }
    let gt = &saved["cumulative"];
    let _ = writeln!(
        text,
        "2025 to 2060: {:.2} Gt ({:.2} to {:.2})",
        number(&gt["gt"]),
        number(&gt["p05"]),
        number(&gt["p95"])
    );
    let moot = all["moot"].as_array().into_iter().flatten();
    for aside in moot {
        let (id, why) = (word(&aside["id"]), word(&aside["why"]));
        let _ = writeln!(text, "does nothing in this plan: {id} ({why})");
    }
    for (key, why) in [
        ("idle", "no effect, as many do it today or in the scenario"),
        ("outpaced", "no effect, no faster than the scenario assumes"),
    ] {
        let list = all[key].as_array().into_iter().flatten().map(word);
        let list: Vec<String> = list.collect();
        if !list.is_empty() {
            let _ = writeln!(text, "{why}: {}", list.join(", "));
        }
    }
}

fn in_a_table(all: &Json) -> String {
    let mut text = String::new();
    let word = |json: &Json| json.as_str().unwrap_or_default().to_owned();
    let number = |json: &Json| json.as_f64().unwrap_or_default();
    let year = |json: &Json| {
        json.as_u64()
            .map_or("none by 2060".to_owned(), |year| year.to_string())
    };
    let _ = writeln!(
        text,
        "model {}, scenario {}, gas of the nation {}: a labelled line, no forecast\n{}",
        word(&all["model"]),
        word(&all["scenario"]),
        word(&all["gas_of_the_nation"]),
        word(&all["name_en"])
    );
    let own = all["household"].as_array().filter(|own| !own.is_empty());
    if let Some(own) = own {
        let _ = writeln!(
            text,
            "\nthe household, kg {} a year, follows {}; with what is left with the plan from 5 to 95 %\n{:<6}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}",
            word(&all["gas"]),
            word(&all["household_scenario"]),
            "kg",
            "household",
            "system",
            "mine",
            "with plan",
            "p05",
            "p50",
            "p95"
        );
        for row in own {
            let _ = write!(text, "{:<6}", row["year"]);
            for key in ["kg", "system", "mine", "kg_with"] {
                let _ = write!(text, "{:>12.1}", number(&row[key]));
            }
            let band = row.get("bands").and_then(|bands| bands.get("kg_with"));
            for key in ["p05", "p50", "p95"] {
                let end = band.and_then(|band| band.get(key)).map_or(f64::NAN, number);
                let _ = write!(text, "{end:>12.1}");
            }
            text.push('\n');
        }
        for line in all["lines"].as_array().into_iter().flatten() {
            let _ = writeln!(
                text,
                "published line of {} ({}): {:.0} kg per person at most; below it or on it with the plan: {:.0} of 100 draws",
                line["year"],
                word(&line["study"]),
                number(&line["high"]),
                100.0 * number(&line["reached"])
            );
        }
        joined(&mut text, all);
    }
    let _ = writeln!(
        text,
        "\n{:<6}{:>12}{:>12}{:>12}{:>12}",
        "Mt", "nation", "with", "net of sink", "t/person"
    );
    for row in all["national"].as_array().into_iter().flatten() {
        let _ = write!(text, "{:<6}", row["year"]);
        for key in ["mt", "mt_with", "mt_net"] {
            let _ = write!(text, "{:>12.1}", number(&row[key]));
        }
        let _ = writeln!(text, "{:>12.2}", number(&row["t_per_person"]));
    }
    for (name, with) in [("", ""), (" with", "_with")] {
        let peak = &all[format!("peak{with}").as_str()];
        let _ = writeln!(
            text,
            "highest{name}: {:.0} Mt in {}; 2025 to 2060{name}: {:.1} Gt; net zero{name}: {}",
            number(&peak["mt"]),
            peak["year"],
            number(&all[format!("cumulative_gt{with}").as_str()]),
            year(&all[format!("net_zero{with}").as_str()]),
        );
    }
    let sink = &all["sink"];
    let _ = writeln!(
        text,
        "assumption: a constant sink of {} Mt a year ({} to {})",
        sink["mt"], sink["low"], sink["high"]
    );
    for budget in all["budgets"].as_array().into_iter().flatten() {
        let _ = writeln!(
            text,
            "budget for {:.1} °C at {} %: equal share {:.0} Gt, exceeded by {:.0} Gt, used up in {}",
            number(&budget["warming"]),
            budget["probability"],
            number(&budget["equal_share_gt"]),
            number(&budget["overshoot_gt"]),
            year(&budget["used_up"]),
        );
    }
    let past = &all["history"];
    let highest = &past["highest"];
    if highest.is_object() {
        let _ = writeln!(
            text,
            "history: highest {:.0} Mt in {} ({}), {}",
            number(&highest["mt"]),
            highest["year"],
            word(&highest["data_set"]),
            if highest["confirmed"] == true {
                "confirmed"
            } else {
                "not confirmed"
            }
        );
    }
    for path in all["marks"].as_array().into_iter().flatten() {
        let points = path["points"].as_array().into_iter().flatten();
        let points = points.map(|point| match point["mt"].as_f64() {
            Some(mt) => format!("{mt:.0} in {}", point["year"]),
            None => format!("{} to {} in {}", point["low"], point["high"], point["year"]),
        });
        let points: Vec<String> = points.collect();
        let _ = writeln!(text, "mark {}: {}", word(&path["id"]), points.join(", "));
    }
    text
}

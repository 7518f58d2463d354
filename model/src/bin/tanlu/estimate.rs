//! `tanlu estimate`: the footprint of answers files.

use std::fmt::Write;

use serde_json::{Value as Json, json};
use tanlu_model::footprint::{CSV_COLUMNS, Line, Part, csv_row};
use tanlu_model::{
    BASE_YEAR, Domain, Factors, Footprint, Household, MODEL_VERSION, file, footprint,
};

use crate::args::{Format, Gas, Options};

/// Reads every file before anything is printed.
pub fn estimate(options: &Options) -> Result<String, String> {
    if options.files.is_empty() {
        return Err("estimate: name at least one answers file".to_owned());
    }
    let factors = Factors::central();
    let mut results = Vec::new();
    for path in &options.files {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        let read = file::read(&text).map_err(|refusal| format!("{path}: {refusal}"))?;
        let household = Household::resolve(&read.answers, &factors);
        results.push((path, footprint(&household, &factors)));
    }
    Ok(match options.format {
        Format::Json => in_json(&results, options),
        Format::Csv => in_csv(&results, options),
        Format::Table => in_a_table(&results, options),
    })
}

fn kg(line: &Line, gas: Gas) -> f64 {
    match gas {
        Gas::Co2e => line.kg,
        Gas::Co2 => line.kg_co2,
        Gas::Co2Territorial => line.kg_co2_territorial,
    }
}

fn total(result: &Footprint, gas: Gas, which: impl Fn(Domain) -> bool) -> f64 {
    result.sum(|line| which(line.domain()), |line| kg(line, gas))
}

fn consumption(domain: Domain) -> bool {
    domain != Domain::PublicServices
}

/// A quantity with its band, which a point estimate does not have.
fn quantity(kg: f64) -> Json {
    json!({"kg": kg, "p05": null, "p50": null, "p95": null})
}

fn in_json(results: &[(&String, Footprint)], options: &Options) -> String {
    let written: Vec<Json> = results
        .iter()
        .map(|(_, result)| one_in_json(result, options))
        .collect();
    let all = match written.as_slice() {
        [one] => one.clone(),
        many => json!(many),
    };
    format!("{all:#}\n")
}

fn one_in_json(result: &Footprint, options: &Options) -> Json {
    let gas = options.gas;
    let household = total(result, gas, consumption);
    let domains: serde_json::Map<String, Json> = Domain::ALL
        .iter()
        .map(|domain| {
            (
                domain.id().to_owned(),
                quantity(total(result, gas, |other| other == *domain)),
            )
        })
        .collect();
    let lines: Vec<Json> = result
        .lines
        .iter()
        .map(|line| line_in_json(line, gas))
        .collect();
    json!({
        "model": MODEL_VERSION, "year": BASE_YEAR, "gas": gas.id(), "seed": options.seed,
        "members": result.members,
        "household": quantity(household),
        "per_person": quantity(household / result.members),
        "public_services": quantity(total(result, gas, |domain| !consumption(domain))),
        "domains": domains, "lines": lines, "next": null,
    })
}

fn part_in_json(part: &Part, gas: Gas) -> Json {
    let row = part.factor.row();
    let kg = match gas {
        Gas::Co2e => part.kg,
        Gas::Co2 => part.kg_co2,
        Gas::Co2Territorial => part.kg_co2_territorial,
    };
    json!({"id": row.id, "value": part.value, "unit": row.unit.symbol(), "kg": kg, "kg_co2": part.kg_co2})
}

fn line_in_json(line: &Line, gas: Gas) -> Json {
    let formula: Vec<Json> = line
        .quantity
        .formula
        .iter()
        .map(|step| {
            json!({"operation": step.operation.symbol(), "kind": step.origin.kind(),
                   "id": step.origin.id(), "value": step.value})
        })
        .collect();
    let factors: Vec<Json> = line
        .parts
        .iter()
        .map(|part| part_in_json(part, gas))
        .collect();
    json!({
        "id": line.id.id(), "domain": line.domain().id(), "who": line.id.who().id(),
        "quantity": line.quantity.value, "unit": line.id.unit(), "factors": factors,
        "kg": kg(line, gas), "kg_co2": line.kg_co2, "kg_co2_territorial": line.kg_co2_territorial,
        "p05": null, "p50": null, "p95": null, "formula": formula,
    })
}

fn in_csv(results: &[(&String, Footprint)], options: &Options) -> String {
    let mut text = format!("file,model,year,gas,seed,{CSV_COLUMNS}\n");
    for (path, result) in results {
        let path = format!("\"{}\"", path.replace('"', "\"\""));
        for line in &result.lines {
            let row = csv_row(line, kg(line, options.gas), &|number| number.to_string());
            let (gas, seed) = (options.gas.id(), options.seed);
            let _ = writeln!(
                text,
                "{path},{MODEL_VERSION},{BASE_YEAR},{gas},{seed},{row}"
            );
        }
    }
    text
}

fn in_a_table(results: &[(&String, Footprint)], options: &Options) -> String {
    let mut text = String::new();
    for (path, result) in results {
        let gas = options.gas;
        let household = total(result, gas, consumption);
        let _ = writeln!(
            text,
            "{path}\nmodel {MODEL_VERSION}, year {BASE_YEAR}, gas {}, seed {}",
            gas.id(),
            options.seed
        );
        let _ = writeln!(
            text,
            "{:<32}{:>12.0} kg a year, {} people",
            "household consumption", household, result.members
        );
        let _ = writeln!(
            text,
            "{:<32}{:>12.0} kg a year",
            "per person",
            household / result.members
        );
        for domain in Domain::ALL {
            let of_domain = total(result, gas, |other| other == *domain);
            let _ = writeln!(text, "\n{:<32}{of_domain:>12.0} kg", domain.id());
            let mut lines: Vec<&Line> = result
                .lines
                .iter()
                .filter(|line| line.domain() == *domain)
                .collect();
            lines.sort_by(|one, other| kg(other, gas).total_cmp(&kg(one, gas)));
            for line in lines {
                let _ = writeln!(
                    text,
                    "  {:<30}{:>12.1} kg  = {:.4} {}",
                    line.id.id(),
                    kg(line, gas),
                    line.quantity.value,
                    line.id.unit()
                );
            }
        }
        text.push('\n');
    }
    text
}

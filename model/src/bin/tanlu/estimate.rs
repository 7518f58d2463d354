//! `tanlu estimate`: the footprint of answers files.

use std::fmt::Write;

use serde_json::{Value as Json, json};
use tanlu_model::footprint::{CSV_COLUMNS, Gas, Line, Part, csv_row};
use tanlu_model::year::{DEFAULT_SCENARIO, YearIndex};
use tanlu_model::{
    BASE_YEAR, Domain, Factors, Footprint, Household, MODEL_VERSION, file, footprint,
};

use crate::args::{Format, Options};

/// The footprint of one file, at the factors of a year.
struct Estimate<'a> {
    path: &'a str,
    /// At base-year factors.
    base: Footprint,
    /// The lines at the year's factors.
    lines: Vec<Line>,
    factors: &'a Factors,
    index: &'a YearIndex,
}

impl Estimate<'_> {
    /// Kilograms of the domains that `which` picks.
    fn total(&self, gas: Gas, which: impl Fn(Domain) -> bool) -> f64 {
        let sums = self
            .base
            .sums(gas, |line| which(line.domain()), self.factors);
        sums.in_year(self.index)
    }
}

/// Reads every file before anything is printed.
pub fn estimate(options: &Options) -> Result<String, String> {
    if options.files.is_empty() {
        return Err("estimate: name at least one answers file".to_owned());
    }
    let factors = Factors::central();
    let index = YearIndex::new(options.year, DEFAULT_SCENARIO, &factors)
        .ok_or_else(|| format!("--year {}: no such year", options.year))?;
    let mut results = Vec::new();
    for path in &options.files {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        let read = file::read(&text).map_err(|refusal| format!("{path}: {refusal}"))?;
        let base = footprint(&Household::resolve(&read.answers, &factors), &factors);
        results.push(Estimate {
            path,
            lines: base.lines_in_year(&index, &factors),
            base,
            factors: &factors,
            index: &index,
        });
    }
    Ok(match options.format {
        Format::Json => in_json(&results, options),
        Format::Csv => in_csv(&results, options),
        Format::Table => in_a_table(&results, options),
    })
}

/// The scenario that a year follows; the base year follows none.
fn scenario(index: &YearIndex) -> Option<&'static str> {
    (index.year() != BASE_YEAR).then(|| index.scenario().details().id)
}

fn consumption(domain: Domain) -> bool {
    domain != Domain::PublicServices
}

/// A quantity with its band, which a point estimate does not have.
fn quantity(kg: f64) -> Json {
    json!({"kg": kg, "p05": null, "p50": null, "p95": null})
}

fn in_json(results: &[Estimate<'_>], options: &Options) -> String {
    let written: Vec<Json> = results
        .iter()
        .map(|result| one_in_json(result, options))
        .collect();
    let all = match written.as_slice() {
        [one] => one.clone(),
        many => json!(many),
    };
    format!("{all:#}\n")
}

fn one_in_json(result: &Estimate<'_>, options: &Options) -> Json {
    let gas = options.gas;
    let household = result.total(gas, consumption);
    let members = result.base.members;
    let domains: serde_json::Map<String, Json> = Domain::ALL
        .iter()
        .map(|domain| {
            (
                domain.id().to_owned(),
                quantity(result.total(gas, |other| other == *domain)),
            )
        })
        .collect();
    let lines: Vec<Json> = result
        .lines
        .iter()
        .map(|line| line_in_json(line, gas))
        .collect();
    json!({
        "model": MODEL_VERSION, "year": options.year, "scenario": scenario(result.index),
        "gas": gas.id(), "seed": options.seed,
        "members": members,
        "household": quantity(household),
        "per_person": quantity(household / members),
        "public_services": quantity(result.total(gas, |domain| !consumption(domain))),
        "domains": domains, "lines": lines, "next": null,
    })
}

fn part_in_json(part: &Part, gas: Gas) -> Json {
    let row = part.factor.row();
    json!({"id": row.id, "value": part.value, "unit": row.unit.symbol(), "kg": part.kg_of(gas), "kg_co2": part.kg_co2})
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
        "kg": line.kg_of(gas), "kg_co2": line.kg_co2, "kg_co2_territorial": line.kg_co2_territorial,
        "p05": null, "p50": null, "p95": null, "formula": formula,
    })
}

fn in_csv(results: &[Estimate<'_>], options: &Options) -> String {
    let mut text = format!("file,model,year,gas,seed,{CSV_COLUMNS}\n");
    for result in results {
        let path = format!("\"{}\"", result.path.replace('"', "\"\""));
        for line in &result.lines {
            let row = csv_row(line, line.kg_of(options.gas), &|number| number.to_string());
            let (gas, seed) = (options.gas.id(), options.seed);
            let _ = writeln!(
                text,
                "{path},{MODEL_VERSION},{},{gas},{seed},{row}",
                options.year
            );
        }
    }
    text
}

fn in_a_table(results: &[Estimate<'_>], options: &Options) -> String {
    let mut text = String::new();
    for result in results {
        let gas = options.gas;
        let members = result.base.members;
        let household = result.total(gas, consumption);
        let _ = writeln!(
            text,
            "{}\nmodel {MODEL_VERSION}, year {}{}, gas {}, seed {}",
            result.path,
            options.year,
            scenario(result.index).map_or(String::new(), |id| format!(" of {id}")),
            gas.id(),
            options.seed
        );
        let _ = writeln!(
            text,
            "{:<32}{:>12.0} kg a year, {} people",
            "household consumption", household, members
        );
        let _ = writeln!(
            text,
            "{:<32}{:>12.0} kg a year",
            "per person",
            household / members
        );
        for domain in Domain::ALL {
            let of_domain = result.total(gas, |other| other == *domain);
            let _ = writeln!(text, "\n{:<32}{of_domain:>12.0} kg", domain.id());
            let mut lines: Vec<&Line> = result
                .lines
                .iter()
                .filter(|line| line.domain() == *domain)
                .collect();
            lines.sort_by(|one, other| other.kg_of(gas).total_cmp(&one.kg_of(gas)));
            for line in lines {
                let _ = writeln!(
                    text,
                    "  {:<30}{:>12.1} kg  = {:.4} {}",
                    line.id.id(),
                    line.kg_of(gas),
                    line.quantity.value,
                    line.id.unit()
                );
            }
        }
        text.push('\n');
    }
    text
}

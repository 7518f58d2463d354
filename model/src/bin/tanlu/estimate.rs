//! `tanlu estimate`: the footprint of answers files.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value as Json, json};
use tanlu_model::file::AnswersFile;
use tanlu_model::footprint::{Amount, CSV_COLUMNS, Gas, Line, LineId, Operand, Part, csv_row};
use tanlu_model::uncertainty::{
    self, Draws, InBaseYear, InYear, Next, Quantiles, World, next_questions,
};
use tanlu_model::year::{DEFAULT_SCENARIO, YearIndex};
use tanlu_model::{
    Answers, BASE_YEAR, Domain, Factors, Footprint, Household, MODEL_VERSION, file, footprint,
};

use crate::args::{Format, Options};

/// How many of the next questions a table shows.
const NEXT_SHOWN: usize = 5;

/// The footprint of one file, at the factors of a year.
struct Estimate<'a> {
    path: &'a str,
    household: Household,
    /// What may be, of the gas and year asked for.
    draws: Draws,
    /// The open questions, the most telling one first.
    next: Vec<Next>,
    /// At base-year factors.
    base: Footprint,
    /// The lines at the year's factors.
    lines: Vec<Line>,
    factors: &'a Factors,
    index: &'a YearIndex,
}

impl Estimate<'_> {
    /// The band of a line.
    fn band(&self, line: LineId) -> Quantiles {
        Quantiles::of(self.draws.line(line))
    }

    /// The lines that the point estimate has, and those that only other draws have.
    fn lines(&self) -> Vec<Line> {
        let mut lines = self.lines.clone();
        for &id in LineId::ALL {
            if lines.iter().all(|line| line.id != id) && self.band(id).p95 > 0.0 {
                lines.push(Line::new(id, Amount::zero(), 0.0));
            }
        }
        lines.sort_by_key(|line| line.id);
        lines
    }

    /// Kilograms of the domains that `which` picks.
    fn total(&self, gas: Gas, which: impl Fn(Domain) -> bool) -> f64 {
        let sums = self
            .base
            .sums(gas, |line| which(line.domain()), self.factors);
        sums.in_year(self.index)
    }
}

/// Reads an answers file.
pub fn read_file(path: &str) -> Result<AnswersFile, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let read = file::read(&text).map_err(|refusal| format!("{path}: {refusal}"))?;
    let home = Household::resolve(&read.answers, &Factors::central());
    let living = home.children_living_here();
    if home.children > living {
        eprintln!(
            "{path}: children: {} do not fit into a household of {}; counted: {living}",
            home.children, home.members
        );
    }
    Ok(read)
}

/// Reads every file before anything is printed.
pub fn estimate(options: &Options) -> Result<String, String> {
    if options.files.is_empty() {
        return Err("estimate: name at least one answers file".to_owned());
    }
    let factors = Factors::central();
    let index = YearIndex::new(options.year, DEFAULT_SCENARIO, &factors)
        .ok_or_else(|| format!("--year {}: no such year", options.year))?;
    let world = World::whole(options.seed, options.draws);
    let mut results = Vec::new();
    for path in &options.files {
        let read = read_file(path)?;
        let household = Household::resolve(&read.answers, &factors);
        let base = footprint(&household, &factors);
        let draws = draw(&read.answers, &world, options.gas, &index);
        results.push(Estimate {
            path,
            next: next_questions(&read.answers, &household, &draws),
            draws,
            household,
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

/// The draws of a household, of the gas and at the factors of the year.
fn draw(answers: &Answers, world: &World, gas: Gas, index: &YearIndex) -> Draws {
    if index.year() == BASE_YEAR {
        uncertainty::draws(answers, world, InBaseYear::of(gas))
    } else {
        let index = *index;
        uncertainty::draws(answers, world, InYear { gas, index })
    }
}

/// The scenario that a year follows; the base year follows none.
fn scenario(index: &YearIndex) -> Option<&'static str> {
    (index.year() != BASE_YEAR).then(|| index.scenario().details().id)
}

fn consumption(domain: Domain) -> bool {
    domain != Domain::PublicServices
}

/// A quantity: its kilograms on central values, and its band over the draws.
fn quantity(kg: f64, draws: Vec<f64>) -> Json {
    let band = Quantiles::of(draws);
    json!({"kg": kg, "p05": band.p05, "p50": band.p50, "p95": band.p95})
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
                quantity(
                    result.total(gas, |other| other == *domain),
                    result.draws.domain(*domain),
                ),
            )
        })
        .collect();
    let lines = result.lines();
    let lines: Vec<Json> = lines
        .iter()
        .map(|line| line_in_json(line, &result.household, gas, result.band(line.id)))
        .collect();
    let next = result.next.iter();
    let next: Vec<Json> = next
        .map(|next| json!({"question": next.question.id(), "share": next.share}))
        .collect();
    let draws = &result.draws;
    json!({
        "model": MODEL_VERSION, "year": options.year, "scenario": scenario(result.index),
        "gas": gas.id(), "seed": options.seed,
        "members": members,
        "draws": options.draws,
        "household": quantity(household, draws.household()),
        "per_person": quantity(household / members, draws.per_person()),
        "public_services": quantity(
            result.total(gas, |domain| !consumption(domain)),
            draws.domain(Domain::PublicServices),
        ),
        "domains": domains, "lines": lines, "next": next,
    })
}

fn part_in_json(part: &Part, gas: Gas) -> Json {
    let row = part.factor.row();
    json!({"id": row.id, "value": part.value, "unit": row.unit.symbol(), "kg": part.kg_of(gas), "kg_co2": part.kg_co2})
}

fn line_in_json(line: &Line, household: &Household, gas: Gas, band: Quantiles) -> Json {
    // an operand that is not the answer or default that it names, but follows from it
    let derived =
        |step: &Operand| step.origin.is_answer() && !household.is_own(step.origin, step.value);
    let formula: Vec<Json> = line
        .quantity
        .formula
        .iter()
        .map(|step| {
            json!({"operation": step.operation.symbol(), "kind": step.origin.kind(),
                   "id": step.origin.id(), "value": step.value, "derived": derived(step)})
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
        "p05": band.p05, "p50": band.p50, "p95": band.p95, "formula": formula,
    })
}

fn in_csv(results: &[Estimate<'_>], options: &Options) -> String {
    let mut text = format!("file,model,year,gas,seed,{CSV_COLUMNS}\n");
    for result in results {
        let path = format!("\"{}\"", result.path.replace('"', "\"\""));
        let lines = result.lines();
        let has = |id: &&LineId| lines.iter().any(|line| line.id == **id);
        for &id in LineId::ALL.iter().filter(has) {
            let band = result.band(id);
            let row = csv_row(id, &lines, options.gas, band, &|number| number.to_string());
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
            "{}\nmodel {MODEL_VERSION}, year {}{}, gas {}, seed {}, {} draws",
            result.path,
            options.year,
            scenario(result.index).map_or(String::new(), |id| format!(" of {id}")),
            gas.id(),
            options.seed,
            options.draws
        );
        let _ = writeln!(
            text,
            "{:<32}{:>12}{:>12}{:>12}{:>12}",
            "kg a year", "point", "5 %", "median", "95 %"
        );
        let draws = &result.draws;
        let mut row = |name: &str, kg: f64, band: Quantiles| {
            let Quantiles { p05, p50, p95 } = band;
            let _ = writeln!(
                text,
                "{name:<32}{kg:>12.1}{p05:>12.1}{p50:>12.1}{p95:>12.1}"
            );
        };
        row(
            "household consumption",
            household,
            Quantiles::of(draws.household()),
        );
        let per_person = Quantiles::of(draws.per_person());
        row(
            &format!("per person, of {members}"),
            household / members,
            per_person,
        );
        for domain in Domain::ALL {
            let of_domain = result.total(gas, |other| other == *domain);
            row(domain.id(), of_domain, Quantiles::of(draws.domain(*domain)));
            // cars of several sizes share a line
            let mut lines: BTreeMap<LineId, f64> = BTreeMap::new();
            let of_domain = result.lines().into_iter();
            for line in of_domain.filter(|line| line.domain() == *domain) {
                *lines.entry(line.id).or_default() += line.kg_of(gas);
            }
            let mut lines: Vec<(LineId, f64)> = lines.into_iter().collect();
            lines.sort_by(|(_, one), (_, other)| other.total_cmp(one));
            for (line, kg) in lines {
                row(&format!("  {}", line.id()), kg, result.band(line));
            }
        }
        let next = result.next.iter().take(NEXT_SHOWN);
        let next = next.map(|next| format!("{} ({:.0} %)", next.question.id(), 100.0 * next.share));
        let _ = writeln!(
            text,
            "to ask next: {}\n",
            next.collect::<Vec<_>>().join(", ")
        );
    }
    text
}

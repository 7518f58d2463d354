//! `tanlu average`: the average household of a place.

use std::fmt::Write;

use serde_json::json;
use tanlu_model::choice::Choice;
use tanlu_model::population::{Averages, SEED, national};
use tanlu_model::{BASE_YEAR, Domain, Factors, MODEL_VERSION, QuestionId};

use crate::args::{Format, Options};

/// The average household of the nation, or of the province and settlement asked for.
pub fn average(options: &Options) -> String {
    let average = Averages::compute(&Factors::central()).of(options.province, options.settlement);
    let from_nation: Vec<&str> = options
        .province
        .map(national)
        .unwrap_or_default()
        .into_iter()
        .map(QuestionId::id)
        .collect();
    let province = options.province.map(Choice::id);
    let settlement = options.settlement.map(Choice::id);
    if options.format == Format::Json {
        let domains: serde_json::Map<String, serde_json::Value> = Domain::ALL
            .iter()
            .map(|domain| (domain.id().to_owned(), json!(average.domain_kg(*domain))))
            .collect();
        let written = json!({
            "model": MODEL_VERSION, "year": BASE_YEAR, "gas": "co2e", "seed": SEED,
            "province": province, "settlement": settlement, "people": average.people * 1e4,
            "members": average.members, "household": average.household_kg(),
            "per_person": average.per_person_kg(), "per_person_by_domain": domains,
            "national": from_nation,
        });
        return format!("{written:#}\n");
    }
    let mut text = format!(
        "model {MODEL_VERSION}, year {BASE_YEAR}, gas co2e, seed {SEED}\n{}, {}, {:.2} people a household\n\n",
        province.unwrap_or("CN"),
        settlement.unwrap_or("all settlements"),
        average.members,
    );
    let mut row = |name: &str, kg: f64| {
        let _ = writeln!(text, "{name:<32}{kg:>12.0} kg a year");
    };
    row("household consumption", average.household_kg());
    row("per person", average.per_person_kg());
    for domain in Domain::ALL {
        row(&format!("  {}", domain.id()), average.domain_kg(*domain));
    }
    if !from_nation.is_empty() {
        let _ = writeln!(
            text,
            "\nno row of its own, so from national tables: {}",
            from_nation.join(", ")
        );
    }
    text
}

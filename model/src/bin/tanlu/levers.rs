//! `tanlu levers`: what policy does to a household's bill and footprint and to the nation's CO2.

use std::fmt::Write;

use serde_json::{Value as Json, json};
use tanlu_model::choice::Choice;
use tanlu_model::pathway::levers::{Effect, Lever, Means, effect};
use tanlu_model::pathway::nation::AHEAD;
use tanlu_model::rows::Band;
use tanlu_model::year::DEFAULT_SCENARIO;
use tanlu_model::{Factors, Household, MODEL_VERSION};

use crate::args::{Format, Options};
use crate::estimate::read_file;

/// Every lever for one file, in a year.
pub fn levers(options: &Options) -> Result<String, String> {
    let [file] = options.files.as_slice() else {
        return Err("levers: name one answers file".to_owned());
    };
    let refused = |word: &str| {
        let (first, last) = (AHEAD.start(), AHEAD.end());
        format!("levers: --year{word}: name a year, {first} to {last}")
    };
    if !options.names_year {
        return Err(refused(""));
    }
    let read = read_file(file)?;
    let factors = Factors::central();
    let home = Household::resolve(&read.answers, &factors);
    let means = Means::compute(&factors);
    let of = |lever: &Lever| {
        let effect = effect(
            *lever,
            &home,
            options.year,
            DEFAULT_SCENARIO,
            &means,
            &factors,
        );
        effect.map(|effect| (*lever, effect))
    };
    let effects: Option<Vec<(Lever, Effect)>> = Lever::ALL.iter().map(of).collect();
    let effects = effects.ok_or_else(|| refused(&format!(" {}", options.year)))?;
    Ok(match options.format {
        Format::Json => {
            let effects: Vec<Json> = effects.iter().map(written).collect();
            let all = json!({
                "model": MODEL_VERSION, "year": options.year, "seed": null, "gas": "co2e",
                "gas_of_the_nation": "co2-territorial",
                "scenario": DEFAULT_SCENARIO.details().id, "levers": effects,
            });
            format!("{all:#}\n")
        }
        Format::Table | Format::Csv => in_a_table(options.year, &effects),
    })
}

fn written((lever, effect): &(Lever, Effect)) -> Json {
    let band = |band: Band| json!({"value": band.value, "low": band.low, "high": band.high});
    json!({
        "id": lever.id(), "action": lever.action().map(|action| action.id()),
        "yuan_per_year": effect.yuan.map(band), "kg": effect.kg, "mt": band(effect.mt),
        "why_not": effect.why_not.map(|why| why.id()),
    })
}

fn in_a_table(year: u16, effects: &[(Lever, Effect)]) -> String {
    let mut text = format!(
        "model {MODEL_VERSION}, year {year}, scenario {}: assumptions, no forecast\n\
         less a year: yuan of the household at today's prices, kg CO2e of the household, Mt CO2 of the nation\n\n\
         {:<20}{:>10}{:>10}{:>10}{:>22}\n",
        DEFAULT_SCENARIO.details().id,
        "lever",
        "yuan",
        "kg",
        "Mt",
        "from, to"
    );
    for (lever, effect) in effects {
        let yuan = effect
            .yuan
            .map_or("unknown".to_owned(), |yuan| format!("{:.0}", yuan.value));
        let mt = effect.mt;
        let range = format!("{:.1} to {:.1}", mt.low, mt.high);
        let why = effect.why_not.map_or("", |why| why.id());
        let _ = writeln!(
            text,
            "{:<20}{yuan:>10}{:>10.0}{:>10.1}{range:>22}  {why}",
            lever.id(),
            effect.kg,
            mt.value
        );
    }
    text
}

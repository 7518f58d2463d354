//! `tanlu levers`: what policy does to a household's bill and footprint and to the nation's CO2.

use std::fmt::Write;

use serde_json::{Value as Json, json};
use tanlu_model::actions::not_said;
use tanlu_model::choice::Choice;
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::levers::{Effect, Lever, LeverBands, Means, OwnBand, effects, supposed};
use tanlu_model::pathway::nation::AHEAD;
use tanlu_model::rows::Band;
use tanlu_model::uncertainty::{InBaseYear, Quantiles, World, draws};
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
    let (year, own_prices) = (options.year, &read.plan.prices);
    let effects = effects(&home, own_prices, year, DEFAULT_SCENARIO, &means, &factors);
    let effects = effects.ok_or_else(|| refused(&format!(" {year}")))?;
    let world = World::whole(options.seed, options.draws);
    let drawn = draws(&read.answers, &world, InBaseYear::of(Gas::Co2e));
    let mut bands = LeverBands::new(own_prices, year, DEFAULT_SCENARIO, &drawn);
    while bands.step(&drawn, &world) {}
    let actions = Lever::ALL.iter().filter_map(|lever| lever.action());
    let assumed = not_said(&actions.collect::<Vec<_>>(), &read.answers, &factors);
    let effects = effects.into_iter().map(|(lever, effect)| {
        // what does not apply changes nothing, unless no answer says so
        let is_assumed = lever.action().is_some_and(|it| assumed.contains(&it));
        let band = (effect.why_not.is_none() || is_assumed).then(|| bands.of(lever));
        (lever, effect, band)
    });
    let effects: Vec<Told> = effects.collect();
    Ok(match options.format {
        Format::Json => {
            let effects: Vec<Json> = effects.iter().map(|told| written(told, year)).collect();
            let all = json!({
                "model": MODEL_VERSION, "year": year, "seed": options.seed, "gas": "co2e",
                "gas_of_the_nation": "co2-territorial",
                "scenario": DEFAULT_SCENARIO.details().id, "levers": effects,
            });
            format!("{all:#}\n")
        }
        Format::Table | Format::Csv => in_a_table(year, &effects),
    })
}

/// A lever, what it does, and the band of what it does to the household if it may apply there.
type Told = (Lever, Effect, Option<OwnBand>);

/// In what [`supposed`] counts.
fn unit(lever: Lever) -> &'static str {
    match lever {
        Lever::FasterGrid | Lever::SlowerGrid => "kgCO2/kWh",
        Lever::PowerCarbonPrice => "CNY/tCO2",
        _ => "share of those who can",
    }
}

fn written((lever, effect, band): &Told, year: u16) -> Json {
    let drawn = |value: f64, band: Option<Quantiles>| {
        json!({
            "value": value, "p05": band.map(|band| band.p05), "p50": band.map(|band| band.p50),
            "p95": band.map(|band| band.p95),
        })
    };
    let Band { value, low, high } = effect.mt;
    let yuan = |yuan| drawn(yuan, band.and_then(|band| band.yuan));
    json!({
        "id": lever.id(), "action": lever.action().map(|action| action.id()),
        "supposed": supposed(*lever, year).map(|[scenario, lever_has]| json!({
            "scenario": scenario, "lever": lever_has, "unit": unit(*lever), "assumption": true,
        })),
        "yuan_per_year": effect.own.yuan.map(yuan),
        "kg": drawn(effect.own.kg, band.map(|band| band.kg)),
        "mt": {"value": value, "low": low, "high": high},
        "heat": effect.heat.map(|heat| json!({
            "yuan_per_m2": heat.by_area, "yuan_per_m2_metered": heat.metered(), "base": heat.base,
            "yuan_per_kwh": heat.per_kwh, "kwh_per_m2": heat.kwh,
        })),
        "why_not": effect.why_not.map(|why| why.id()),
    })
}

fn in_a_table(year: u16, effects: &[Told]) -> String {
    let mut text = format!(
        "model {MODEL_VERSION}, year {year}, scenario {}: assumptions, no forecast\n\
         less a year: yuan of the household at today's prices and kg CO2e of the household, median and range from 5 to 95 %\n\
         of the draws; Mt CO2 of the nation, with the range of how many can take part or of the carbon price. A grid has no range\n\
         for the nation: it is itself an end of the grid's range, and what homes use is counted.\n\n\
         {:<20}{:>8}{:>20}{:>8}{:>20}{:>8}{:>20}\n",
        DEFAULT_SCENARIO.details().id,
        "lever",
        "yuan",
        "from, to",
        "kg",
        "from, to",
        "Mt",
        "from, to"
    );
    for (lever, effect, band) in effects {
        let of_yuan = band.and_then(|band| band.yuan);
        let known = of_yuan.map(|band| band.p50).or(effect.own.yuan);
        let yuan = known.map_or("unknown".to_owned(), |yuan| format!("{yuan:.0}"));
        let kg = band.map_or(effect.own.kg, |band| band.kg.p50);
        let ends = |band: Option<Quantiles>| {
            band.map_or(String::new(), |band| {
                format!("{:.0} to {:.0}", band.p05, band.p95)
            })
        };
        let of_yuan = ends(of_yuan);
        let of_kg = ends(band.map(|band| band.kg));
        let mt = effect.mt;
        let range = if mt.low == mt.high {
            String::new()
        } else {
            format!("{:.1} to {:.1}", mt.low, mt.high)
        };
        let why = effect.why_not.map_or("", |why| why.id());
        let _ = writeln!(
            text,
            "{:<20}{yuan:>8}{of_yuan:>20}{:>8.0}{of_kg:>20}{:>8.1}{range:>20}  {why}",
            lever.id(),
            kg,
            mt.value
        );
        if let Some([scenario, then]) = supposed(*lever, year) {
            let unit = unit(*lever);
            let _ = writeln!(
                text,
                "    supposed: {then:.3} {unit}; the scenario has {scenario:.3}"
            );
        }
        if let Some(heat) = effect.heat {
            let _ = writeln!(
                text,
                "    central, a m2 and year: {:.2} yuan by area; by the meter {:.2} + {:.2} x {:.1} kWh = {:.2} yuan",
                heat.by_area,
                heat.base,
                heat.per_kwh,
                heat.kwh,
                heat.metered()
            );
        }
    }
    text
}

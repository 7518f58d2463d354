//! `tanlu average`: the average household of a place, or those of the nation and every province.

use std::fmt::Write;

use serde_json::{Map, Value as Json, json};
use tanlu_model::choice::{Choice, Settlements};
use tanlu_model::population::{Average, Averages, SEED, national};
use tanlu_model::rows::Province;
use tanlu_model::{BASE_YEAR, Domain, Factors, MODEL_VERSION, QuestionId};

use crate::args::{Format, Options};

/// A place with its average household.
struct Place {
    province: Option<Province>,
    settlements: Settlements,
    average: Average,
}

impl Place {
    /// The code of the province, or the nation's.
    fn region(&self) -> &'static str {
        self.province.map_or("CN", Choice::id)
    }

    /// What it takes from national tables because it has no row of its own.
    fn national(&self) -> Vec<&'static str> {
        let questions = self.province.map(national).unwrap_or_default();
        questions.into_iter().map(QuestionId::id).collect()
    }

    fn in_json(&self) -> Map<String, Json> {
        let average = &self.average;
        let domains: Map<String, Json> = Domain::ALL
            .iter()
            .map(|domain| (domain.id().to_owned(), json!(average.domain_kg(*domain))))
            .collect();
        let values = [
            ("province", json!(self.province.map(Choice::id))),
            ("settlement", json!(self.settlements.id())),
            ("people", json!(people(average))),
            ("members", json!(average.members)),
            ("household", json!(average.household_kg())),
            ("per_person", json!(average.per_person_kg())),
            ("per_person_by_domain", domains.into()),
            ("national", json!(self.national())),
        ];
        let values = values.into_iter();
        values.map(|(key, value)| (key.to_owned(), value)).collect()
    }
}

/// People of the place.
fn people(average: &Average) -> f64 {
    average.people * 1e4
}

/// The average household of the nation or of the province asked for; with `--provinces` of the nation
/// and then of each province.
pub fn average(options: &Options) -> Result<String, String> {
    if options.provinces && options.province.is_some() {
        return Err("--provinces: --province names one already".to_owned());
    }
    let averages = Averages::compute(&Factors::central());
    let settlements = options.settlements;
    let of = |province| Place {
        province,
        settlements,
        average: averages.of(province, settlements),
    };
    let others = Province::all().filter(|_| options.provinces).map(Some);
    let places: Vec<Place> = [options.province]
        .into_iter()
        .chain(others)
        .map(of)
        .collect();
    Ok(match (options.format, &*places) {
        (Format::Json, places) => in_json(places, options.provinces),
        (Format::Csv, places) => in_csv(places),
        (Format::Table, [place]) => one(place),
        (Format::Table, places) => side_by_side(places),
    })
}

/// One place as an object, several as an array of them beside what they have in common.
fn in_json(places: &[Place], several: bool) -> String {
    let mut written = Map::new();
    if several {
        let places = places.iter().map(Place::in_json);
        written.insert("places".to_owned(), places.collect());
    } else {
        written.extend(places.iter().flat_map(Place::in_json));
    }
    for (key, value) in [
        ("model", json!(MODEL_VERSION)),
        ("year", json!(BASE_YEAR)),
        ("gas", json!("co2e")),
        ("seed", json!(SEED)),
    ] {
        written.insert(key.to_owned(), value);
    }
    format!("{:#}\n", Json::Object(written))
}

/// A row for each place.
fn in_csv(places: &[Place]) -> String {
    let mut text = "model,year,gas,seed,region,settlement,people,members,per_person_kg".to_owned();
    for domain in Domain::ALL {
        let _ = write!(text, ",{}_kg", domain.id());
    }
    text.push('\n');
    for place in places {
        let average = &place.average;
        let (region, settlements) = (place.region(), place.settlements.id());
        let _ = write!(
            text,
            "{MODEL_VERSION},{BASE_YEAR},co2e,{SEED},{region},{settlements},{},{},{}",
            people(average),
            average.members,
            average.per_person_kg(),
        );
        for domain in Domain::ALL {
            let _ = write!(text, ",{}", average.domain_kg(*domain));
        }
        text.push('\n');
    }
    text
}

/// What a table says of itself.
fn heading(settlements: Settlements) -> String {
    format!(
        "model {MODEL_VERSION}, year {BASE_YEAR}, gas co2e, seed {SEED}; settlements: {}\n",
        settlements.id()
    )
}

/// One place in full.
fn one(place: &Place) -> String {
    let average = &place.average;
    let mut text = heading(place.settlements);
    let (region, members) = (place.region(), average.members);
    let _ = writeln!(text, "{region}, {members:.2} people a household\n");
    let mut row = |name: &str, kg: f64| {
        let _ = writeln!(text, "{name:<32}{kg:>12.0} kg a year");
    };
    row("household consumption", average.household_kg());
    row("per person", average.per_person_kg());
    for domain in Domain::ALL {
        row(&format!("  {}", domain.id()), average.domain_kg(*domain));
    }
    let from_nation = place.national().join(", ");
    if !from_nation.is_empty() {
        let _ = writeln!(
            text,
            "\nno row of its own, so from national tables: {from_nation}"
        );
    }
    text
}

/// A line for each place, kg CO2e a year per person.
fn side_by_side(places: &[Place]) -> String {
    let mut text = places
        .first()
        .map_or_else(String::new, |place| heading(place.settlements));
    let _ = write!(text, "\n{:<8}{:>12}", "region", "per person");
    for domain in Domain::ALL {
        let _ = write!(text, "{:>16}", domain.id());
    }
    text.push('\n');
    for place in places {
        let (region, kg) = (place.region(), place.average.per_person_kg());
        let _ = write!(text, "{region:<8}{kg:>12.0}");
        for domain in Domain::ALL {
            let _ = write!(text, "{:>16.0}", place.average.domain_kg(*domain));
        }
        text.push('\n');
    }
    text
}

//! The average households of the nation and its provinces.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic)]

use std::fmt::Write;
use std::sync::OnceLock;

use tanlu_model::choice::{Choice, Settlement};
use tanlu_model::population::{Average, Averages, national};
use tanlu_model::rows::{Province, ProvinceQuantity, id};
use tanlu_model::{Domain, Factors, QuestionId};

fn averages() -> &'static Averages {
    static COMPUTED: OnceLock<Averages> = OnceLock::new();
    COMPUTED.get_or_init(|| Averages::compute(&Factors::central()))
}

/// Every place, kg CO2e a year per person by domain.
fn table() -> String {
    let mut text = "region,settlement,members,per_person_kg".to_owned();
    for domain in Domain::ALL {
        let _ = write!(text, ",{}_kg", domain.id());
    }
    text.push('\n');
    let mut row = |region: &str, settlement: &str, average: Average| {
        let (members, kg) = (average.members, average.per_person_kg());
        let _ = write!(text, "{region},{settlement},{members:.2},{kg:.0}");
        for domain in Domain::ALL {
            let _ = write!(text, ",{:.0}", average.domain_kg(*domain));
        }
        text.push('\n');
    };
    row("CN", "all", averages().of(None, None));
    for settlement in Settlement::ALL {
        row(
            "CN",
            settlement.id(),
            averages().of(None, Some(*settlement)),
        );
    }
    for province in Province::all() {
        row(province.code(), "all", averages().of(Some(province), None));
    }
    text
}

/// A change that moves the averages shows as a reviewed difference;
/// `TANLU_UPDATE=1 cargo test -p tanlu-model --test population` writes them anew.
#[test]
fn the_averages_are_the_reviewed_ones() {
    let table = table();
    if std::env::var_os("TANLU_UPDATE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/averages.csv");
        std::fs::write(path, table).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    assert_eq!(table, include_str!("averages.csv"));
}

#[test]
fn a_place_is_the_mean_of_its_people() {
    let weighted = |parts: Vec<Average>| {
        let people: f64 = parts.iter().map(|part| part.people).sum();
        let kg: f64 = parts
            .iter()
            .map(|part| part.people * part.per_person_kg())
            .sum();
        (people, kg / people)
    };
    let provinces: Vec<Average> = Province::all()
        .map(|province| averages().of(Some(province), None))
        .collect();
    let settlements: Vec<Average> = Settlement::ALL
        .iter()
        .map(|settlement| averages().of(None, Some(*settlement)))
        .collect();
    let nation = averages().of(None, None);
    for parts in [provinces, settlements] {
        let (people, kg) = weighted(parts);
        assert!((people - nation.people).abs() < 1e-6 * people);
        assert!((kg - nation.per_person_kg()).abs() < 1e-6 * kg);
    }
}

/// The published mean household has 2.62 members; the provinces' sizes are recalled.
#[test]
fn the_mean_household_has_the_published_size() {
    let members = averages().of(None, None).members;
    assert!((members - id::HH_SIZE.value()).abs() < 0.02, "{members}");
}

/// A household of one region is no household of another: the north heats, the south-west has
/// water power, and what is known nationally only follows what people of the place spend.
#[test]
fn provinces_differ_where_their_rows_do() {
    let kg = |province, domain| averages().of(Some(province), None).domain_kg(domain);
    let home = |province| kg(province, Domain::Home);
    assert!(home(Province::Heilongjiang) > 2.0 * home(Province::Jiangsu));
    assert!(home(Province::Sichuan) < 0.6 * home(Province::Jiangsu));
    // two and a half times the spending: some more food, and more still of services
    let (rich, poor) = (Province::Shanghai, Province::Gansu);
    let ratio = |domain| kg(rich, domain) / kg(poor, domain);
    assert!((1.1..1.6).contains(&ratio(Domain::Food)));
    assert!(ratio(Domain::Services) > ratio(Domain::Food));
}

#[test]
fn what_is_national_is_named() {
    assert_eq!(
        national(Province::Hunan),
        [
            QuestionId::AirConditioners,
            QuestionId::Metro,
            QuestionId::DistrictHeat
        ]
    );
    assert_eq!(national(Province::Qinghai), []);
    for province in Province::all() {
        let named = national(province).contains(&QuestionId::Metro);
        let factors = Factors::central();
        let own = tanlu_model::rows::province_value(province, ProvinceQuantity::MetroTripsPc);
        assert_eq!(named, own.is_none());
        assert!(factors.of_province(province, ProvinceQuantity::Population) > 0.0);
    }
}

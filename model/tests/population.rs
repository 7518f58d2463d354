//! The average households of the nation and its provinces.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic)]

use std::fmt::Write;
use std::sync::OnceLock;

use tanlu_model::choice::{Choice, Settlements};
use tanlu_model::population::{Average, Averages, Setting, national};
use tanlu_model::rows::{Province, ProvinceQuantity, id};
use tanlu_model::{Domain, Factors, QuestionId};

fn averages() -> &'static Averages {
    static COMPUTED: OnceLock<Averages> = OnceLock::new();
    COMPUTED.get_or_init(|| Averages::compute(&Factors::central()))
}

/// Of all settlements of a province or of the nation.
fn whole(province: Option<Province>) -> Average {
    averages().of(province, Settlements::All)
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
    for kind in Settlements::ALL {
        row("CN", kind.id(), averages().of(None, *kind));
    }
    for province in Province::all() {
        row(
            province.code(),
            Settlements::All.id(),
            whole(Some(province)),
        );
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

/// The mean of some places, weighted by their people: how many they are, and kg per person in a part of
/// life or in all.
fn weighted(places: &[Average], part: Option<Domain>) -> (f64, f64) {
    let people: f64 = places.iter().map(|place| place.people).sum();
    let all = places
        .iter()
        .map(|place| place.people * place.part_kg(part));
    (people, all.sum::<f64>() / people)
}

/// The places come to the whole, in people, in each part of life and in all.
fn come_to(whole: Average, places: &[Average]) {
    let parts = Domain::ALL.iter().copied().map(Some);
    for part in parts.chain([None]) {
        let (people, kg) = weighted(places, part);
        assert!((people - whole.people).abs() < 1e-6 * people);
        assert!((kg - whole.part_kg(part)).abs() < 1e-6 * kg, "{part:?}");
    }
}

#[test]
fn a_place_is_the_mean_of_its_people() {
    let provinces: Vec<Average> = Province::all()
        .map(|province| whole(Some(province)))
        .collect();
    come_to(whole(None), &provinces);
    let places = [None].into_iter().chain(Province::all().map(Some));
    for place in places {
        let of = |kinds: &[Settlements]| -> Vec<Average> {
            let kinds = kinds.iter();
            kinds.map(|kind| averages().of(place, *kind)).collect()
        };
        let (city, town, village) = (Settlements::City, Settlements::Town, Settlements::Village);
        come_to(whole(place), &of(&[city, town, village]));
        come_to(whole(place), &of(&[Settlements::Urban, village]));
        let urban = averages().of(place, Settlements::Urban);
        come_to(urban, &of(&[city, town]));
    }
}

/// The differences are all of the difference, the largest first.
#[test]
fn differences_by_part_come_to_the_whole() {
    let nation = whole(None);
    for province in Province::all() {
        let here = whole(Some(province));
        let above = here.above(&nation);
        let sum: f64 = above.iter().map(|(_, kg)| kg).sum();
        let all = here.per_person_kg() - nation.per_person_kg();
        assert!((sum - all).abs() < 1e-6, "{province:?}");
        let falls = |pair: &[(Domain, f64)]| match pair {
            [(_, one), (_, next)] => one.abs() >= next.abs(),
            _ => false,
        };
        assert!(above.windows(2).all(falls), "{above:?}");
        assert_eq!(above.len(), Domain::CONSUMPTION.len());
    }
}

/// The nation's setting lies among its provinces', and a province's is its row.
#[test]
fn provinces_are_set_apart_by_winter_grid_and_means() {
    let factors = Factors::central();
    let of = |province| Setting::of(province, &factors);
    let nation = of(None);
    for pick in [
        (|set| set.cold) as fn(Setting) -> f64,
        |set| set.grid,
        |set| set.spending,
    ] {
        let each = || Province::all().map(|province| pick(of(Some(province))));
        let (least, most) = (
            each().fold(f64::INFINITY, f64::min),
            each().fold(0.0, f64::max),
        );
        assert!(0.0 <= least && least < pick(nation) && pick(nation) < most);
    }
    let (cold, mild) = (
        of(Some(Province::Heilongjiang)),
        of(Some(Province::Guangdong)),
    );
    assert!(cold.cold > 10.0 * mild.cold && cold.grid > mild.grid);
    assert!(cold.spending < mild.spending);
    let published = of(Some(Province::Sichuan)).spending;
    let row =
        tanlu_model::rows::province_number(Province::Sichuan, ProvinceQuantity::ConsumptionPc);
    assert_eq!(row, Some(published));
}

/// The published mean household has 2.62 members; the provinces' sizes are recalled.
#[test]
fn the_mean_household_has_the_published_size() {
    let members = whole(None).members;
    assert!((members - id::HH_SIZE.value()).abs() < 0.02, "{members}");
}

/// A household of one region is no household of another: the north heats, the south-west has
/// water power, and what is known nationally only follows what people of the place spend.
#[test]
fn provinces_differ_where_their_rows_do() {
    let kg = |province, domain| whole(Some(province)).domain_kg(domain);
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

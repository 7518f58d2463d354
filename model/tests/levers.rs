//! Policy levers: closed forms, the household's own change by the model, bands in order.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod personas;

use std::sync::OnceLock;

use tanlu_model::actions::Chosen;
use tanlu_model::choice::Choice;
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::OwnPath;
use tanlu_model::pathway::levers::{Effect, Lever, Means, effect};
use tanlu_model::plan::{Plan, Step};
use tanlu_model::rows::{
    Province, ProvinceQuantity, family, grid_year, id, power_carbon_price, power_price_response,
};
use tanlu_model::year::{DEFAULT_SCENARIO, YearIndex};
use tanlu_model::{Factors, Household, file};

fn means() -> &'static Means {
    static MEANS: OnceLock<Means> = OnceLock::new();
    MEANS.get_or_init(|| Means::compute(&Factors::central()))
}

fn effect_of(lever: Lever, home: &Household, year: u16) -> Effect {
    let factors = Factors::central();
    effect(lever, home, year, DEFAULT_SCENARIO, means(), &factors).unwrap()
}

fn homes() -> impl Iterator<Item = (&'static str, Household)> {
    personas::PERSONAS.iter().map(|(name, answers)| {
        let answers = file::read(answers).unwrap().answers;
        (*name, Household::resolve(&answers, &Factors::central()))
    })
}

#[test]
fn a_faster_grid_never_adds_and_a_slower_one_never_takes_away() {
    for (name, home) in homes() {
        for year in [2026, 2035, 2050] {
            let faster = effect_of(Lever::FasterGrid, &home, year);
            let slower = effect_of(Lever::SlowerGrid, &home, year);
            assert!(faster.kg > 0.0 && slower.kg < 0.0, "{name} {year}");
            assert!(faster.mt.value > 0.0 && slower.mt.value < 0.0);
            assert_eq!((faster.yuan, faster.why_not), (None, None));
        }
    }
}

/// kWh a year of all homes of a province.
fn kwh(province: Province) -> f64 {
    let number = |quantity| tanlu_model::rows::province_number(province, quantity).unwrap();
    number(ProvinceQuantity::ElecResPc) * number(ProvinceQuantity::Population) * 1e4
}

#[test]
fn the_nations_power_on_a_faster_grid_by_hand() {
    let factors = Factors::central();
    let (year, base) = (grid_year(2035).unwrap(), grid_year(2023).unwrap());
    let nation = factors.value(id::EL_CO2_2023_CN);
    let mt = |ratio: f64| -> f64 {
        let of = |province: Province| {
            let own = factors.value(family::EL_CO2_2023.row(province));
            let kg = nation * ratio + (own - nation) * ratio * ratio;
            kwh(province) * kg / 1e9
        };
        Province::all().map(of).sum()
    };
    let expected = mt(year.value / base.value) - mt(year.low / base.low);
    let home = homes().next().unwrap().1;
    let found = effect_of(Lever::FasterGrid, &home, 2035).mt.value;
    assert!(
        (found - expected).abs() < 1e-6 * expected,
        "{found} {expected}"
    );
    // about as much as homes use: 1.2 to 1.6 PWh a year
    let all: f64 = Province::all().map(kwh).sum();
    assert!((1.2e12..1.6e12).contains(&all), "{all}");
}

#[test]
fn an_action_that_a_lever_brings_is_that_of_the_households_own_path() {
    let factors = Factors::central();
    let mut applied = 0;
    for (name, home) in homes() {
        for lever in Lever::ALL.iter().copied() {
            let Some(action) = lever.action() else {
                continue;
            };
            let found = effect_of(lever, &home, 2040);
            let mut plan = Plan::none();
            let chosen = Chosen::usual(action);
            plan.choose(Step { chosen, from: 2026 });
            let path = OwnPath::of(&home, &plan, Gas::Co2e, &factors);
            let index = YearIndex::new(2040, DEFAULT_SCENARIO, &factors).unwrap();
            let mine = path.year(&index).mine;
            assert!(
                (found.kg - mine).abs() < 1e-9 * home.members.max(mine.abs()),
                "{name}"
            );
            match found.why_not {
                Some(_) => assert_eq!((found.kg, found.yuan.unwrap().value), (0.0, 0.0), "{name}"),
                None => applied += 1,
            }
        }
    }
    assert!(applied > 12, "{applied}");
}

#[test]
fn a_carbon_price_by_hand() {
    let (carbon, response) = (power_carbon_price(), power_price_response());
    let factors = Factors::central();
    for (name, home) in homes() {
        let found = effect_of(Lever::PowerCarbonPrice, &home, 2025);
        let (grid, base) = (
            grid_year(2025).unwrap().value,
            grid_year(2023).unwrap().value,
        );
        let nation = factors.value(id::EL_CO2_2023_CN);
        let own = factors.value(family::EL_CO2_2023.row(home.province));
        let ratio = grid / base;
        let per_kwh = nation * ratio + (own - nation) * ratio * ratio;
        let price = factors.value(family::PRICE_ELEC.row(home.province));
        let (kwh, dearer) = (home.electricity * 12.0, per_kwh / 1000.0 * carbon.value);
        let fewer = kwh * (1.0 + response.value * dearer / price);
        let bill = kwh * price - fewer * (price + dearer);
        let yuan = found.yuan.unwrap();
        assert!(
            (yuan.value - bill).abs() < 1e-6 * bill.abs().max(1.0),
            "{name} {yuan:?} {bill}"
        );
        assert!(
            yuan.low <= yuan.value && yuan.value <= yuan.high && yuan.high <= 0.0,
            "{name}"
        );
        assert!(found.kg >= 0.0 && found.mt.low > 0.0);
    }
}

#[test]
fn bands_are_in_order_and_what_is_written_down_is_read_back() {
    let home = homes().next().unwrap().1;
    for lever in Lever::ALL.iter().copied() {
        for year in [2025, 2035, 2060] {
            let mt = effect_of(lever, &home, year).mt;
            assert!(
                mt.low <= mt.value && mt.value <= mt.high,
                "{lever:?} {mt:?}"
            );
            // far below all that the nation emits
            assert!(mt.value.abs() < 500.0, "{lever:?} {mt:?}");
        }
    }
    assert_eq!(Means::of_numbers(&means().to_numbers()), *means());
    let none = effect(
        Lever::Retrofit,
        &home,
        2024,
        DEFAULT_SCENARIO,
        means(),
        &Factors::central(),
    );
    assert_eq!(none, None, "adoption begins in 2025");
}

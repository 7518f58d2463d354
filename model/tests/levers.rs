//! Policy levers: closed forms, the household's own change by the model, bands in order.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod personas;

use std::sync::OnceLock;

use tanlu_model::actions::Chosen;
use tanlu_model::choice::Choice;
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::levers::{
    Effect, Lever, LeverBands, Means, Own, OwnBand, effects, supposed,
};
use tanlu_model::pathway::{OwnBands, OwnPath};
use tanlu_model::plan::{Expected, Plan, Step, Tariff};
use tanlu_model::rows::{
    Province, ProvinceQuantity, family, grid_year, id, power_carbon_price, power_price_response,
};
use tanlu_model::uncertainty::{DRAWS, InBaseYear, SEED, World, draws};
use tanlu_model::year::{DEFAULT_SCENARIO, YearIndex};
use tanlu_model::{Factors, Household, file};

fn means() -> &'static Means {
    static MEANS: OnceLock<Means> = OnceLock::new();
    MEANS.get_or_init(|| Means::compute(&Factors::central()))
}

fn effect_at(
    lever: Lever,
    home: &Household,
    year: u16,
    own_prices: &[(Tariff, Expected)],
) -> Option<Effect> {
    let factors = Factors::central();
    let all = effects(home, own_prices, year, DEFAULT_SCENARIO, means(), &factors)?;
    let found = all.into_iter().find(|(known, _)| *known == lever);
    found.map(|(_, effect)| effect)
}

fn effect_of(lever: Lever, home: &Household, year: u16) -> Effect {
    effect_at(lever, home, year, &[]).unwrap()
}

/// The bands of every lever for a persona that may know prices of its own.
fn bands_of(answers: &str, own_prices: &[(Tariff, Expected)], year: u16) -> Vec<OwnBand> {
    static WORLD: OnceLock<World> = OnceLock::new();
    let world = WORLD.get_or_init(|| World::whole(SEED, DRAWS));
    let answers = file::read(answers).unwrap().answers;
    let drawn = draws(&answers, world, InBaseYear::of(Gas::Co2e));
    let mut bands = LeverBands::new(own_prices, year, DEFAULT_SCENARIO, &drawn);
    while bands.step(&drawn, world) {}
    Lever::ALL.iter().map(|lever| bands.of(*lever)).collect()
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
            assert!(faster.own.kg > 0.0 && slower.own.kg < 0.0, "{name} {year}");
            assert!(faster.mt.value > 0.0 && slower.mt.value < 0.0);
            assert_eq!((faster.own.yuan, faster.why_not), (None, None));
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
                (found.own.kg - mine).abs() < 1e-9 * home.members.max(mine.abs()),
                "{name}"
            );
            match found.why_not {
                Some(_) => assert_eq!((found.own.kg, found.own.yuan), (0.0, Some(0.0)), "{name}"),
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
        let yuan = found.own.yuan.unwrap();
        assert!(
            (yuan - bill).abs() < 1e-6 * bill.abs().max(1.0),
            "{name} {yuan} {bill}"
        );
        assert!(yuan <= 0.0 && found.own.kg >= 0.0 && found.mt.low > 0.0);
    }
}

#[test]
fn a_households_own_price_is_the_one_that_it_pays() {
    let dear = [(Tariff::Electricity, Expected::exactly(1.5))];
    let carbon = power_carbon_price().value;
    let mut charged = 0;
    for ((name, home), (_, answers)) in homes().zip(personas::PERSONAS) {
        let lever = Lever::PowerCarbonPrice;
        let found = effect_at(lever, &home, 2025, &dear).unwrap().own;
        let table = effect_of(lever, &home, 2025).own;
        let table_price = Factors::central().value(family::PRICE_ELEC.row(home.province));
        // a rise by as much is a smaller part of a higher price
        let expected = table.kg * table_price / 1.5;
        assert!((found.kg - expected).abs() < 1e-9 * expected, "{name}");
        let (kwh, paid) = (home.electricity * 12.0, -found.yuan.unwrap());
        assert!(
            paid > 0.0 && paid < kwh * 1.2 / 1000.0 * carbon,
            "{name} {paid}"
        );
        let car = effect_at(Lever::ElectricCars, &home, 2025, &dear).unwrap();
        let usual = effect_of(Lever::ElectricCars, &home, 2025);
        if car.why_not.is_none() {
            charged += 1;
            assert!(car.own.yuan < usual.own.yuan, "{name}");
            assert_eq!(car.own.kg, usual.own.kg);
            let band = |prices| bands_of(answers, prices, 2025)[Lever::ElectricCars as usize];
            assert!(
                band(&dear).yuan.unwrap().p50 < band(&[]).yuan.unwrap().p50,
                "{name}"
            );
        }
    }
    assert!(charged > 2, "{charged}");
}

#[test]
fn what_a_lever_does_at_home_has_a_band_about_what_it_does_on_central_values() {
    for ((name, home), (_, answers)) in homes().zip(personas::PERSONAS) {
        for (lever, band) in Lever::ALL.iter().zip(bands_of(answers, &[], 2035)) {
            let found = effect_of(*lever, &home, 2035);
            if found.why_not.is_some() {
                continue;
            }
            let kg = found.own.kg;
            assert!(band.kg.p05 < band.kg.p95, "{name} {lever:?} {band:?}");
            assert!(
                band.kg.p05 <= kg && kg <= band.kg.p95,
                "{name} {lever:?} {kg} {band:?}"
            );
            assert_eq!(band.yuan.is_some(), found.own.yuan.is_some());
            if let (Some(band), Some(yuan)) = (band.yuan, found.own.yuan) {
                assert!(
                    band.p05 <= yuan && yuan <= band.p95,
                    "{name} {lever:?} {yuan} {band:?}"
                );
            }
        }
    }
}

/// What a lever brings is the plan of its action, in all draws: the household's own path has the same median and band.
#[test]
fn the_band_of_an_action_that_a_lever_brings_is_that_of_the_households_own_path() {
    let world = World::whole(SEED, DRAWS);
    let mut found = 0;
    for (name, text) in personas::PERSONAS {
        let answers = file::read(text).unwrap().answers;
        let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
        let bands = bands_of(text, &[], 2035);
        for (lever, band) in Lever::ALL.iter().zip(bands) {
            let Some(action) = lever.action() else {
                continue;
            };
            let mut plan = Plan::none();
            plan.choose(Step {
                chosen: Chosen::usual(action),
                from: 2026,
            });
            let mut path = OwnBands::of_years(&plan, Gas::Co2e, DEFAULT_SCENARIO, [2035]);
            while path.step(&drawn, &world) {}
            let mine = path.year(2035).unwrap().mine;
            for (one, other) in [
                (band.kg.p05, mine.p05),
                (band.kg.p50, mine.p50),
                (band.kg.p95, mine.p95),
            ] {
                assert!((one - other).abs() < 1e-6, "{name} {lever:?} {one} {other}");
            }
            found += usize::from(mine.p50 != 0.0);
        }
    }
    assert!(found > 12, "{found}");
}

/// A square metre on district heat: by its floor, and by the meter.
#[test]
fn the_bill_of_a_heat_meter_is_told_by_its_prices() {
    let factors = Factors::central();
    let mut found = 0;
    for (name, home) in homes() {
        let effect = effect_of(Lever::HeatMetering, &home, 2035);
        assert_eq!(effect.heat.is_some(), effect.why_not.is_none(), "{name}");
        assert_eq!(effect_of(Lever::Retrofit, &home, 2035).heat, None);
        let Some(heat) = effect.heat else {
            continue;
        };
        found += 1;
        assert_eq!(heat.by_area, factors.value(id::PRICE_DISTRICT_HEAT));
        let less = home.floor_area * (heat.by_area - heat.metered());
        let yuan = effect.own.yuan.unwrap();
        assert!((less - yuan).abs() < 1e-6, "{name} {less} {yuan}");
        let own = [(Tariff::HeatMetered, Expected::exactly(0.0))];
        let free = effect_at(Lever::HeatMetering, &home, 2035, &own);
        let free = free.unwrap().heat.unwrap();
        assert_eq!((free.metered(), free.kwh), (heat.base, heat.kwh), "{name}");
    }
    assert!(found > 1, "{found}");
}

#[test]
fn what_a_lever_supposes_is_further_than_the_scenario() {
    for year in 2026..=2059 {
        for lever in Lever::ALL.iter().copied() {
            let [scenario, then] = supposed(lever, year).unwrap();
            assert_eq!(
                then < scenario,
                lever == Lever::FasterGrid,
                "{lever:?} {year}"
            );
            if lever.action().is_some() {
                assert!(0.0 < scenario && then < 1.0 + 1e-12, "{lever:?} {year}");
            }
        }
    }
    assert_eq!(supposed(Lever::FasterGrid, 2024), None);
    assert_eq!(supposed(Lever::FasterGrid, 2061), None);
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
    let none = effect_at(Lever::Retrofit, &home, 2024, &[]);
    assert_eq!(none, None, "adoption begins in 2025");
}

/// Whoever pays nothing for power pays nothing for its CO2; and at a price next to nothing no more than all use ends.
#[test]
fn a_carbon_price_on_power_that_is_free_changes_nothing() {
    let (_, home) = homes().find(|(name, _)| *name == "chengdu_family").unwrap();
    for (price, free) in [(0.0, true), (0.001, false)] {
        let own = [(Tariff::Electricity, Expected::exactly(price))];
        let Own { yuan, kg } = effect_at(Lever::PowerCarbonPrice, &home, 2030, &own)
            .unwrap()
            .own;
        let yuan = yuan.unwrap();
        assert!(yuan.is_finite() && kg.is_finite(), "{price}");
        assert_eq!(free, kg == 0.0 && yuan == 0.0, "{price}: {kg} {yuan}");
        assert!(yuan <= home.electricity * 12.0 * price, "{price}: {yuan}");
    }
}

//! Other years: by hand, by class of emissions, and equal to the base year where they are it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod personas;

use tanlu_model::actions::{ActionId, Chosen, Joint, Today};
use tanlu_model::footprint::{Gas, Scratch, SectionSums, household_sums};
use tanlu_model::pathway::{EachBands, EachYears, OverYears, OwnBands, OwnPath, Trend};
use tanlu_model::plan::{Plan, Step};
use tanlu_model::rows::{PER_PERSON_LINES, PerPersonLine, Province, SCENARIOS};
use tanlu_model::uncertainty::{InBaseYear, Quantiles, SEED, World, draws};
use tanlu_model::year::{DEFAULT_SCENARIO, YEARS, YearIndex, province_grid};
use tanlu_model::{BASE_YEAR, Factors, Footprint, Household, Line, LineId, file, footprint};

fn base(answers: &str) -> Footprint {
    let factors = Factors::central();
    let text = format!("{{\"format\": 1, \"answers\": {answers}}}");
    let answers = file::read(&text).unwrap().answers;
    footprint(&Household::resolve(&answers, &factors), &factors)
}

fn personas() -> impl Iterator<Item = (&'static str, Footprint)> {
    let factors = Factors::central();
    personas::PERSONAS.iter().map(move |(name, answers)| {
        let answers = file::read(answers).unwrap().answers;
        let household = Household::resolve(&answers, &factors);
        (*name, footprint(&household, &factors))
    })
}

fn index(year: u16) -> YearIndex {
    YearIndex::new(year, DEFAULT_SCENARIO, &Factors::central()).unwrap()
}

fn in_year(footprint: &Footprint, year: u16) -> Vec<Line> {
    footprint.lines_in_year(&index(year), &Factors::central())
}

fn total(footprint: &Footprint, gas: Gas, index: &YearIndex) -> f64 {
    let sums = footprint.sums(gas, |_| true, &Factors::central());
    sums.in_year(index)
}

fn find(lines: &[Line], id: LineId) -> &Line {
    lines.iter().find(|line| line.id == id).unwrap()
}

fn kg(lines: &[Line], id: LineId, gas: Gas) -> f64 {
    find(lines, id).kg_of(gas)
}

fn assert_near(value: f64, expected: f64) {
    assert!(
        (value - expected).abs() <= 1e-9 * expected.abs(),
        "{value} {expected}"
    );
}

#[test]
fn only_the_years_of_the_tables_have_an_index() {
    let factors = Factors::central();
    for scenario in SCENARIOS.iter().map(|known| known.scenario) {
        for year in YEARS {
            assert!(YearIndex::new(year, scenario, &factors).is_some(), "{year}");
        }
        assert_eq!(YearIndex::new(BASE_YEAR - 1, scenario, &factors), None);
        assert_eq!(YearIndex::new(2061, scenario, &factors), None);
    }
}

#[test]
fn the_base_year_is_the_base_year_to_the_last_bit() {
    let factors = Factors::central();
    for (name, base) in personas() {
        for scenario in SCENARIOS.iter().map(|known| known.scenario) {
            let index = YearIndex::new(BASE_YEAR, scenario, &factors).unwrap();
            assert_eq!(base.lines_in_year(&index, &factors), base.lines, "{name}");
            for gas in Gas::ALL {
                let sum = base.sum(|_| true, |line| line.kg_of(*gas));
                assert_eq!(
                    total(&base, *gas, &index).to_bits(),
                    sum.to_bits(),
                    "{name}"
                );
            }
        }
    }
}

/// Shandong, 2030: `g = 0.389`, in 2023 `0.5306`; the province's 0.6191 becomes
/// `0.389 x (1 + (0.6191 / 0.5306 - 1) x 0.389 / 0.5306) = 0.4365673`, its life cycle
/// `1.147 x 0.4365673 + 0.012 = 0.5127427` where 2023 has `1.147 x 0.6191 + 0.012 = 0.7221077`
/// and the tables, rounded, 0.7221. The meter shows 3000 kWh.
#[test]
fn electricity_of_a_province_by_hand() {
    let base = base(r#"{"province": "CN-SD", "electricity": 250, "cars": []}"#);
    let later = in_year(&base, 2030);
    let metered = |lines: &[Line], gas: Gas| -> f64 {
        let of_the_meter =
            |id: LineId| id.id().starts_with("electricity_") || id == LineId::EbikeCharging;
        let metered = lines.iter().filter(|line| of_the_meter(line.id));
        metered.map(|line| line.kg_of(gas)).sum()
    };
    assert_near(metered(&base.lines, Gas::Co2e), 3000.0 * 0.7221);
    assert_near(metered(&base.lines, Gas::Co2), 3000.0 * 0.6191);
    let grid = 0.389 * (1.0 + (0.6191 / 0.5306 - 1.0) * 0.389 / 0.5306);
    assert!((grid - 0.4365673_f64).abs() < 1e-7, "{grid}");
    assert_near(metered(&later, Gas::Co2), 3000.0 * grid);
    assert_near(metered(&later, Gas::Co2Territorial), 3000.0 * grid);
    let life_cycle = (1.147 * grid + 0.012) * 0.7221 / (1.147 * 0.6191 + 0.012);
    assert!((life_cycle - 0.51274_f64).abs() < 1e-5, "{life_cycle}");
    assert_near(metered(&later, Gas::Co2e), 3000.0 * life_cycle);
    let factor = find(&later, LineId::ElectricityAppliances).parts[0].value;
    assert_near(factor, life_cycle);
}

/// A T-shirt of 4.78 kg, 0.85 of it CO2, 0.35 of that electricity, in 2035:
/// `4.78 x (0.15 + 0.85 x (0.35 x 0.281 / 0.5306 + 0.65 x 10970 / 11902.5))`.
/// A yuan of schooling besides is divided by `1.045^12`.
#[test]
fn goods_and_yuan_by_hand() {
    let base = base(r#"{"members": 1, "tshirts": 1, "education": 1000}"#);
    let later = in_year(&base, 2035);
    let index =
        |electricity: f64| electricity * 0.281 / 0.5306 + (1.0 - electricity) * 10970.0 / 11902.5;
    let shirt = kg(&base.lines, LineId::Tshirts, Gas::Co2e);
    assert_near(shirt, 4.78);
    assert_near(
        kg(&later, LineId::Tshirts, Gas::Co2e),
        shirt * (0.15 + 0.85 * index(0.35)),
    );
    let school = kg(&base.lines, LineId::Education, Gas::Co2e);
    let per_yuan = (0..12).fold(index(0.45), |index, _| index / 1.045);
    assert_near(
        kg(&later, LineId::Education, Gas::Co2e),
        school * (0.15 + 0.85 * per_yuan),
    );
    assert_near(
        kg(&later, LineId::Education, Gas::Co2Territorial),
        school * 0.85 * 0.93 * per_yuan,
    );
}

#[test]
fn fuel_burnt_stays_what_it_is() {
    let base = base(
        r#"{"heating": "gas_boiler", "cooking": "lpg", "members": 3,
            "cars": [{"kind": "petrol"}, {"kind": "diesel"}], "flights": [{"trips": 2}]}"#,
    );
    let fuels = [
        LineId::GasHeating,
        LineId::LpgCooking,
        LineId::CarPetrol,
        LineId::CarDiesel,
        LineId::FlightsDomestic,
        LineId::FlightsNonCo2,
    ];
    for year in YEARS {
        let later = in_year(&base, year);
        for line in fuels {
            assert_eq!(
                find(&later, line),
                find(&base.lines, line),
                "{year}: {}",
                line.id()
            );
        }
    }
}

#[test]
fn an_electric_car_and_things_bought_fall() {
    let base =
        base(r#"{"province": "CN-SD", "members": 1, "cars": [{"kind": "bev", "km": 10000}]}"#);
    let lines = [
        LineId::CarChargingHome,
        LineId::CarChargingElsewhere,
        LineId::CarManufacture,
        LineId::Coats,
        LineId::PublicServices,
        LineId::DwellingConstruction,
    ];
    for line in lines {
        let by_year: Vec<f64> = [2023, 2030, 2040, 2050, 2060]
            .iter()
            .map(|year| kg(&in_year(&base, *year), line, Gas::Co2))
            .collect();
        let at_first = matches!(line, LineId::CarChargingHome | LineId::CarChargingElsewhere);
        let from = usize::from(!at_first);
        let falls = by_year[from..].windows(2).all(|pair| pair[1] < pair[0]);
        assert!(
            falls && by_year[4] < 0.2 * by_year[0],
            "{}: {by_year:?}",
            line.id()
        );
    }
}

/// What is not CO2 of a supply chain is its methane and nitrous oxide.
#[test]
fn methane_and_nitrous_oxide_stay() {
    for (name, base) in personas() {
        let later = in_year(&base, 2060);
        for (was, is) in base.lines.iter().zip(&later) {
            if was.id.id().starts_with("electricity_") || was.id.id().contains("charging") {
                continue;
            }
            let (before, after) = (was.kg - was.kg_co2, is.kg - is.kg_co2);
            assert!(
                (before - after).abs() < 1e-9 * was.kg,
                "{name}: {}",
                was.id.id()
            );
            assert!(is.kg_co2 <= was.kg_co2, "{name}: {}", was.id.id());
        }
    }
}

/// From 2033 the nation's CO2 and every province's grid fall each year. Before, the grid of a
/// clean province nears the nation's, and the nation's CO2 still rises.
#[test]
fn every_household_falls_each_year_once_the_tables_fall() {
    for (name, base) in personas() {
        for gas in Gas::ALL {
            for year in 2033..=2060 {
                let before = total(&base, *gas, &index(year - 1));
                let after = total(&base, *gas, &index(year));
                assert!(0.0 < after && after < before, "{name} {year}");
            }
        }
    }
}

#[test]
fn the_lines_of_a_year_sum_to_its_total_and_its_parts_to_their_line() {
    for (name, base) in personas() {
        for year in [2024, 2030, 2060] {
            let later = in_year(&base, year);
            for gas in Gas::ALL {
                let lines: f64 = later.iter().map(|line| line.kg_of(*gas)).sum();
                let total = total(&base, *gas, &index(year));
                assert!((lines - total).abs() < 1e-9 * total, "{name} {year}");
            }
            for line in &later {
                let parts: f64 = line.parts.iter().map(|part| part.kg).sum();
                assert!(
                    (parts - line.kg).abs() <= 1e-9 * line.kg,
                    "{name} {}",
                    line.id.id()
                );
            }
        }
    }
}

fn each_year(answers: &str, action: ActionId) -> EachYears {
    let factors = Factors::central();
    let home = Household::resolve(&file::read(answers).unwrap().answers, &factors);
    let chosen = Chosen::usual(action);
    let set = Joint::of([chosen]);
    EachYears::of(
        chosen,
        &set,
        &home,
        DEFAULT_SCENARIO,
        &[2025, 2050],
        &factors,
    )
}

#[test]
fn what_an_action_saves_follows_the_grid_where_there_is_power_in_it() {
    let shanghai = personas::written("shanghai_two_cars");
    for (action, trend) in [
        (ActionId::StandbyOff, Trend::LessByGrid),
        (ActionId::ElectricCar, Trend::MoreByGrid),
        (ActionId::ClothesLonger, Trend::LessBySupply),
    ] {
        let each = each_year(shanghai, action);
        assert_eq!(each.trend, trend, "{}: {:?}", action.id(), each.kg);
    }
    let stove = personas::written("rural_coal_stove");
    let heat = each_year(stove, ActionId::HeatFewerRooms);
    assert_eq!(heat.trend, Trend::Same, "{:?}", heat.kg);
}

/// On draws an action alone saves what a plan of it takes away; one that others make possible, what it adds to them.
#[test]
fn what_each_action_saves_has_the_band_of_a_plan_of_it() {
    let factors = Factors::central();
    let text = personas::written("harbin_retired_couple");
    let answers = file::read(text).unwrap().answers;
    let home = Household::resolve(&answers, &factors);
    let world = World::whole(SEED, 128);
    let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
    let actions = [
        ActionId::HeatMeter,
        ActionId::HeatLower,
        ActionId::StandbyOff,
    ];
    let years = [2030, 2050];
    let set = Joint::of(actions.map(Chosen::usual));
    let mut bands = EachBands::new(&set, &home, DEFAULT_SCENARIO, &years, &factors);
    while bands.step(&drawn, &world) {}
    assert_eq!(bands.of(ActionId::FewerFlights), []);
    let left = |actions: &[ActionId]| {
        let mut plan = Plan::none();
        for action in actions {
            plan.choose(Step {
                chosen: Chosen::usual(*action),
                from: 2026,
            });
        }
        let mut bands = OwnBands::of_years(&plan, Gas::Co2e, DEFAULT_SCENARIO, years);
        while bands.step(&drawn, &world) {}
        years.map(|year| bands.year(year).unwrap())
    };
    for action in actions {
        assert_eq!(bands.of(action).len(), years.len());
        for (band, alone) in bands.of(action).iter().zip(left(&[action])) {
            assert!(band.p05 < band.p95, "{action:?} {band:?}");
            let wanted = alone.mine;
            let near = |one: f64, other: f64| (one - other).abs() < 1e-6;
            let same = near(band.p05, wanted.p05) && near(band.p50, wanted.p50);
            // heat can be turned down where a meter is
            assert_eq!(same, action != ActionId::HeatLower, "{band:?} {wanted:?}");
        }
    }
}

/// Of what adds early and late it is said whether it adds more or less, never that it is worth more.
#[test]
fn what_adds_is_told_as_adding() {
    let mut found = 0;
    for (name, persona) in personas::PERSONAS {
        for action in ActionId::ALL {
            let each = each_year(persona, *action);
            let kg = |end: Option<&(u16, f64)>| end.unwrap().1;
            let (early, late) = (kg(each.kg.first()), kg(each.kg.last()));
            let wanted: &[Trend] = match (early < -0.5 && late < -0.5, late > early) {
                (true, true) => &[
                    Trend::AddsSame,
                    Trend::AddsLessByGrid,
                    Trend::AddsLessBySupply,
                ],
                (true, false) => &[
                    Trend::AddsSame,
                    Trend::AddsMoreByGrid,
                    Trend::AddsMoreBySupply,
                ],
                (false, true) => &[Trend::Same, Trend::MoreByGrid, Trend::MoreBySupply],
                (false, false) => &[Trend::Same, Trend::LessByGrid, Trend::LessBySupply],
            };
            let case = format!("{name} {}: {:?}", action.id(), each.kg);
            assert!(wanted.contains(&each.trend), "{case}: {:?}", each.trend);
            found += usize::from(early < -0.5 && late < -0.5);
        }
    }
    assert!(found > 0);
}

#[test]
fn a_saving_over_the_years_is_the_plan_s_part_of_the_path() {
    let factors = Factors::central();
    for (name, answers) in personas::PERSONAS {
        let home = Household::resolve(&file::read(answers).unwrap().answers, &factors);
        for action in [ActionId::BuyLess, ActionId::StandbyOff, ActionId::DriveLess] {
            if action.applies(&home, &factors).is_err() {
                continue;
            }
            let mut plan = Plan::none();
            plan.choose(Step {
                chosen: Chosen::usual(action),
                from: 2024,
            });
            let path = OwnPath::of(&home, &plan, Gas::Co2e, &factors);
            for (year, kg) in each_year(answers, action).kg {
                let mine = path.year(&index(year)).mine;
                assert!(
                    (mine - kg).abs() < 1e-9 * path.today(),
                    "{name}: {mine} {kg}"
                );
            }
        }
    }
}

/// What actions take away over some years, on some of the draws of a persona.
fn over_years(
    persona: &str,
    actions: &[ActionId],
    years: std::ops::RangeInclusive<u16>,
    every: usize,
) -> Vec<Quantiles> {
    let world = World::whole(SEED, 256);
    let answers = personas::persona(persona);
    let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
    let chosen = actions.iter().copied().map(Chosen::usual);
    let mut over = OverYears::new(chosen, years, Gas::Co2e, DEFAULT_SCENARIO, every);
    while over.step(&drawn, &world) {}
    let all = over.finish().into_iter();
    all.map(|(_, band)| band).collect()
}

/// Of one year it is what the path of a plan with the action alone says, draw by draw.
#[test]
fn what_an_action_takes_away_over_the_years_is_that_of_the_path_of_a_plan_with_it_alone() {
    let world = World::whole(SEED, 256);
    let actions = [
        ActionId::ElectricCar,
        ActionId::PlantDays,
        ActionId::LedLamps,
    ];
    for persona in ["shanghai_two_cars", "harbin_retired_couple"] {
        let drawn = draws(
            &personas::persona(persona),
            &world,
            InBaseYear::of(Gas::Co2e),
        );
        for (action, band) in actions
            .iter()
            .zip(over_years(persona, &actions, 2040..=2040, 1))
        {
            let mut plan = Plan::none();
            let chosen = Chosen::usual(*action);
            plan.choose(Step { chosen, from: 2027 });
            let mut path = OwnBands::of_years(&plan, Gas::Co2e, DEFAULT_SCENARIO, [2040]);
            while path.step(&drawn, &world) {}
            let mine = path.year(2040).unwrap().mine;
            for (one, other) in [
                (band.p05, mine.p05),
                (band.p50, mine.p50),
                (band.p95, mine.p95),
            ] {
                assert!(
                    (one - other).abs() < 1e-6,
                    "{persona} {action:?} {band:?} {mine:?}"
                );
            }
        }
    }
}

/// Fewer draws come near all of them.
#[test]
fn some_of_the_draws_tell_what_all_tell_over_the_years() {
    let actions = [ActionId::ElectricCar, ActionId::PlantDays];
    let of = |every| over_years("shanghai_two_cars", &actions, 2027..=2060, every);
    for (some, all) in of(8).iter().zip(of(1)) {
        assert!(
            (some.p50 - all.p50).abs() < 0.5 * all.width(),
            "{some:?} {all:?}"
        );
        assert!(some.p05 > 0.5 * all.p05 && some.p95 < 1.5 * all.p95);
    }
}

#[test]
fn over_the_years_saved_power_counts_for_less_and_an_electric_car_for_more_than_today() {
    let factors = Factors::central();
    let home = Household::resolve(&personas::persona("shanghai_two_cars"), &factors);
    let today = Today::of(home, &factors);
    let years = 2027..=2060;
    let count = years.clone().count() as f64;
    let actions = [ActionId::StandbyOff, ActionId::ElectricCar];
    let over = over_years("shanghai_two_cars", &actions, years, 1);
    let by_today = |at: usize| {
        let chosen = Chosen::usual(actions[at]);
        over[at].p50 / (count * today.saving(&Joint::of([chosen]), &factors))
    };
    assert!(by_today(0) < 0.5);
    assert!(by_today(1) > 1.0);
}

#[test]
fn bands_of_some_years_are_those_of_all_and_of_each_member() {
    let answers = file::read(personas::PERSONAS[0].1).unwrap().answers;
    let world = World::whole(SEED, 64);
    let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
    let mut all = OwnBands::new(&Plan::none(), Gas::Co2e, DEFAULT_SCENARIO);
    let mut some = OwnBands::of_years(&Plan::none(), Gas::Co2e, DEFAULT_SCENARIO, [2023, 2050]);
    while all.step(&drawn, &world) {}
    while some.step(&drawn, &world) {}
    assert_eq!(all.year(2050), some.year(2050));
    assert_eq!(some.year(2030), None);
    let today = some.year_per_person(2023).unwrap().kg.p50;
    assert_near(today, Quantiles::of(drawn.per_person()).p50);
}

/// How likely a published line is reached is the place of the line among the draws: more likely for a higher one, and
/// none where the path does not come.
#[test]
fn a_published_line_is_reached_in_some_of_the_draws() {
    let answers = file::read(personas::PERSONAS[0].1).unwrap().answers;
    let world = World::whole(SEED, 64);
    let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
    let mut bands = OwnBands::of_years(&Plan::none(), Gas::Co2e, DEFAULT_SCENARIO, [2050]);
    while bands.step(&drawn, &world) {}
    let of = |tonnes: f64| PerPersonLine {
        year: 2050,
        high: tonnes,
        ..PER_PERSON_LINES[0]
    };
    let Quantiles { p05, p50, p95 } = bands.year_per_person(2050).unwrap().kg_with;
    let reached = [0.0, p05, p50, p95, 1e6].map(|kg| bands.reaches(&of(kg / 1e3)).unwrap());
    for (found, expected) in reached.into_iter().zip([0.0, 0.05, 0.5, 0.95, 1.0]) {
        // between two of the 64 draws
        assert!((found - expected).abs() <= 1.0 / 32.0, "{reached:?}");
    }
    let early = PerPersonLine {
        year: 2030,
        ..of(1.0)
    };
    assert_eq!(bands.reaches(&early), None);
}

/// The system's part alone, the plan's alone: where there is no plan it has no band, and in the base year
/// the system has none.
#[test]
fn bands_of_a_path_keep_the_system_and_the_plan_apart() {
    let answers = file::read(personas::PERSONAS[0].1).unwrap().answers;
    let world = World::whole(SEED, 64);
    let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
    let of_plan = |plan: &Plan| {
        let mut bands = OwnBands::of_years(plan, Gas::Co2e, DEFAULT_SCENARIO, [2023, 2050]);
        while bands.step(&drawn, &world) {}
        [2023, 2050].map(|year| bands.year(year).unwrap())
    };
    let none = Quantiles::default();
    let [today, late] = of_plan(&Plan::none());
    assert_eq!((today.system, today.mine, late.mine), (none, none, none));
    assert!(0.0 < late.system.p05 && late.system.p05 < late.system.p95);
    let mut plan = Plan::none();
    plan.choose(Step {
        chosen: Chosen::usual(ActionId::BuyLess),
        from: 2030,
    });
    let [_, with] = of_plan(&plan);
    assert_eq!(with.system, late.system);
    assert!(0.0 < with.mine.p05 && with.kg_with.p50 < late.kg_with.p50);
}

#[test]
fn sums_of_which_some_sections_are_anew_are_those_of_the_whole_to_the_last_bit() {
    let factors = Factors::central();
    let mut scratch = Scratch::new();
    for (name, answers) in personas::PERSONAS {
        let answers = file::read(answers).unwrap().answers;
        let home = Household::resolve(&answers, &factors);
        for gas in Gas::ALL.iter().copied() {
            let now = SectionSums::of(&home, gas, &factors, &mut scratch);
            assert_eq!(
                now.all(),
                household_sums(&home, gas, &factors, &mut scratch)
            );
            for action in ActionId::ALL {
                let set = Joint::of([Chosen::usual(*action)]);
                let changed = set.changed(&home, &factors);
                let some = now.changed(set.reaches(), &changed, &factors, &mut scratch);
                let all = household_sums(&changed, gas, &factors, &mut scratch);
                assert_eq!(some, all, "{name} {action:?}");
            }
        }
    }
}

/// The working of a year says what the path says: the base and what each number moves come to the year.
#[test]
fn a_working_comes_to_the_year() {
    let factors = Factors::central();
    for (name, text) in personas::PERSONAS {
        let answers = file::read(text).unwrap().answers;
        let home = Household::resolve(&answers, &factors);
        let mut plan = Plan::none();
        for (action, from) in [(ActionId::ElectricCar, 2028), (ActionId::PlantDays, 2035)] {
            let chosen = Chosen::usual(action);
            plan.choose(Step { chosen, from });
        }
        let path = OwnPath::of(&home, &plan, Gas::Co2e, &factors);
        for year in [2023, 2030, 2060] {
            let index = YearIndex::new(year, DEFAULT_SCENARIO, &factors).unwrap();
            let (working, told) = (path.working(&index), path.year(&index));
            assert_eq!(working.kg, [told.kg, told.kg_with], "{name}, {year}");
            for at in [0, 1] {
                let moved: f64 = working.moved.iter().map(|moved| moved.kg[at]).sum();
                let sum = working.base[at] + moved;
                assert!((sum - working.kg[at]).abs() < 1e-6, "{name}, {year}");
            }
            assert_eq!(
                year == 2023,
                working.moved.iter().all(|moved| moved.by == 1.0)
            );
        }
    }
}

/// `g_r(t) = g(t) x (1 + (g_r/g - 1) x g(t)/g)`: of a province far below the mean it rises before it falls.
#[test]
fn the_grid_of_a_clean_province_first_rises() {
    let factors = Factors::central();
    let most = |province| {
        let of_year = |year| {
            let index = YearIndex::new(year, DEFAULT_SCENARIO, &factors)?;
            Some((province_grid(province, &index, &factors), year))
        };
        let years: Vec<(f64, u16)> = YEARS.filter_map(of_year).collect();
        assert_eq!(years[0], (1.0, 2023));
        assert!(years.last().unwrap().0 < 1.0);
        years
            .into_iter()
            .max_by(|one, other| one.0.total_cmp(&other.0))
            .unwrap()
    };
    let (most_in_yunnan, year) = most(Province::Yunnan);
    assert!(
        most_in_yunnan > 1.2 && (2025..2045).contains(&year),
        "{most_in_yunnan} {year}"
    );
    assert_eq!(most(Province::Hebei), (1.0, 2023));
}

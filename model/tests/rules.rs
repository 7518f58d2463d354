//! The accounting rules: nothing twice, nothing lost.
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used)]

mod personas;

use tanlu_model::actions::{ActionId, Chosen};
use tanlu_model::choice::*;
use tanlu_model::household::{Car, Flight};
use tanlu_model::plan::{Expected, Obstacle, OwnCost, Place, Plan, Step, Tariff};
use tanlu_model::rows::{Province, RowId, ShareGroup, id, share, shares};
use tanlu_model::{
    Answer, AnswerUnit, Answers, Domain, Factors, Footprint, Household, Line, LineId,
    MODEL_VERSION, QuestionId, file, footprint,
};

fn household(answers: &str) -> Household {
    let text = format!("{{\"format\": 1, \"answers\": {answers}}}");
    Household::resolve(&file::read(&text).unwrap().answers, &Factors::central())
}

fn result(household: &Household) -> Footprint {
    footprint(household, &Factors::central())
}

/// kg of everything that the home's meter counts.
fn metered(result: &Footprint) -> f64 {
    let at_home = |id: LineId| {
        id.id().starts_with("electricity_")
            || matches!(id, LineId::CarChargingHome | LineId::EbikeCharging)
    };
    result.sum(|line| at_home(line.id), |line| line.kg)
}

const METERED: &str = r#"{"province": "CN-JS", "members": 3, "electricity": 250, "cars": [], "cooking": "piped_gas", "heating": "none", "gas": 10}"#;

fn assert_moves_within_the_meter(changed: &Household, grown: LineId) {
    let before = result(&household(METERED));
    let after = result(changed);
    let (was, is) = (metered(&before), metered(&after));
    assert!((was - is).abs() < 1e-9 * was, "{was} {is}");
    let kg = |result: &Footprint| result.line(grown).map_or(0.0, |line| line.kg);
    assert!(kg(&after) > kg(&before));
}

#[test]
fn a_car_charged_at_home_moves_kilograms_and_adds_none() {
    let mut changed = household(METERED);
    let mut car = Car::typical(CarKind::Electric, CarSize::Compact, &Factors::central());
    car.home_charging = 100.0;
    changed.cars = vec![car];
    assert_moves_within_the_meter(&changed, LineId::CarChargingHome);
}

#[test]
fn an_electric_heater_moves_kilograms_and_adds_none() {
    let mut changed = household(METERED);
    changed.heating = Heating::DirectElectric;
    changed.heating_habit = HeatingHabit::OneRoomEvenings;
    assert_moves_within_the_meter(&changed, LineId::ElectricityHeating);
}

#[test]
fn an_induction_hob_moves_kilograms_and_adds_none() {
    let mut changed = household(METERED);
    changed.cooking = CookingFuel::Electric;
    assert_moves_within_the_meter(&changed, LineId::ElectricityCooking);
}

#[test]
fn estimates_beyond_the_meter_are_scaled_to_it() {
    let mut small = household(METERED);
    small.electricity = 10.0;
    small.heating = Heating::DirectElectric;
    let kwh: f64 = result(&small)
        .lines
        .iter()
        .filter(|line| line.id.id().starts_with("electricity_") || line.id == LineId::EbikeCharging)
        .map(|line| line.quantity.value)
        .sum();
    assert!((kwh - 120.0).abs() < 1e-9, "{kwh}");
}

fn kwh(result: &Footprint, which: impl Fn(LineId) -> bool) -> f64 {
    let lines = result.lines.iter().filter(|line| which(line.id));
    lines.map(|line| line.quantity.value).sum()
}

#[test]
fn green_power_is_a_part_of_the_meter() {
    let mut home = household(METERED);
    let before = result(&home);
    home.green_power = 40.0;
    let after = result(&home);
    let of_meter = |id: LineId| id.id().starts_with("electricity_") || id == LineId::EbikeCharging;
    let whole = kwh(&before, of_meter);
    assert!((whole - 3000.0).abs() < 1e-9, "{whole}");
    let (left, green) = (
        kwh(&after, of_meter),
        kwh(&after, |id| id == LineId::GreenPower),
    );
    assert!((left - 1800.0).abs() < 1e-9 && (green - 1200.0).abs() < 1e-9);
    let kg = after.line(LineId::GreenPower).map_or(0.0, |line| line.kg);
    assert!((kg - 1200.0 * id::EL_FP_2023_GREEN.value()).abs() < 1e-9);
    assert!((metered(&after) - 0.6 * metered(&before)).abs() < 1e-9);
}

/// With LED alone three people take 0.04 of 350 + 3 x 120 kWh less.
#[test]
fn lamps_move_a_meter_that_nobody_read() {
    let year = |answers: &str| household(answers).electricity * 12.0;
    let (mixed, led) = (r#"{"members": 3"#, r#"{"members": 3, "lamps": "led""#);
    let read = r#", "electricity": 250}"#;
    assert_eq!(year(&[mixed, read].concat()), year(&[led, read].concat()));
    let effect = household(&[mixed, "}"].concat()).affluence;
    let effect = effect.effect(Some(tanlu_model::affluence::Need::Energy));
    let less = year(&[mixed, "}"].concat()) - year(&[led, "}"].concat());
    assert!((less - 0.04 * 710.0 * effect).abs() < 1e-9, "{less}");
}

#[test]
fn what_is_kept_longer_or_bought_used_counts_less() {
    let kg = |answers: &str, line: LineId| {
        let result = result(&household(answers));
        result.line(line).map_or(0.0, |line| line.kg)
    };
    let ratio = |answers: &str, line| kg(answers, line) / kg("{}", line);
    let long = r#"{"device_care": "kept_long"}"#;
    for line in [LineId::Laptops, LineId::Fridges, LineId::Televisions] {
        assert!((ratio(long, line) * 1.4 - 1.0).abs() < 1e-9);
    }
    assert_eq!(ratio(long, LineId::Phones), 1.0);
    // all second-hand: 0.4, against the mean's 1 - 0.04 x 0.6
    let used = ratio(r#"{"second_hand": 100}"#, LineId::Coats);
    assert!((used - 0.4 / 0.976).abs() < 1e-9, "{used}");
    let in_season = r#"{"vegetable_season": "mostly_seasonal"}"#;
    let seasonal = ratio(in_season, LineId::Vegetables);
    assert!((seasonal - 0.39 / 0.45).abs() < 1e-9, "{seasonal}");
    assert_eq!(ratio(in_season, LineId::Tuber), 1.0);
}

/// The questions of what can be changed leave the mean of all homes where the tables have it.
#[test]
fn the_shares_of_answers_keep_the_mean() {
    let mean = |groups: &'static [ShareGroup], rows: &[(&str, RowId)], of: fn(f64) -> f64| -> f64 {
        let shares = shares(groups, "CN").iter();
        shares
            .map(|share| {
                let row = rows.iter().find(|(option, _)| *option == share.option);
                share.value * row.map_or(0.0, |(_, row)| of(row.value()))
            })
            .sum()
    };
    let itself = |value| value;
    let multipliers = [
        (
            share::WINDOWS,
            [
                ("single", id::HEAT_WINDOWS_SINGLE),
                ("double", id::HEAT_WINDOWS_DOUBLE),
                ("good", id::HEAT_WINDOWS_GOOD),
            ],
        ),
        (
            share::APPLIANCE_GRADE,
            [
                ("efficient", id::GRADE_EFFICIENT),
                ("average", id::GRADE_AVERAGE),
                ("old", id::GRADE_OLD),
            ],
        ),
        (
            share::LAMPS,
            [
                ("led", id::LAMPS_LED),
                ("mixed", id::LAMPS_MIXED),
                ("old", id::LAMPS_OLD),
            ],
        ),
        (
            share::STANDBY,
            [
                ("off", id::STANDBY_OFF),
                ("sometimes", id::STANDBY_SOMETIMES),
                ("on", id::STANDBY_ON),
            ],
        ),
    ];
    for (groups, rows) in multipliers {
        let mean = mean(groups, &rows, itself);
        assert!((mean - 1.0).abs() < 0.005, "{rows:?}: {mean}");
    }
    let lives = [
        ("replaced_early", id::DEVICE_LIFE_EARLY),
        ("average", id::DEVICE_LIFE_AVERAGE),
        ("kept_long", id::DEVICE_LIFE_LONG),
    ];
    let used_up = mean(share::DEVICE_CARE, &lives, |life| 1.0 / life);
    assert!((used_up - 1.0).abs() < 0.005, "{used_up}");
    for (less, more) in [
        (id::VEG_IN_SEASON_LESS, id::VEG_HEATED_MORE),
        (id::FRUIT_IN_SEASON_LESS, id::FRUIT_FLOWN_MORE),
    ] {
        let season = share::VEGETABLE_SEASON;
        let less = mean(season, &[("mostly_seasonal", less)], itself);
        let more = mean(season, &[("often_heated_or_flown", more)], itself);
        assert!((more - less).abs() < 0.001, "{more} {less}");
    }
}

/// 1,000 km at 0.0829 + 0.0203 kg/km, and 0.69 of the 82.9 kg of CO2 for the rest.
#[test]
fn one_persons_flight_is_one_flight() {
    let mut flown =
        household(r#"{"members": 4, "travel_scope": "household_total", "flights": []}"#);
    let grounded = result(&flown).household_kg();
    flown.you.flights = vec![Flight {
        kind: FlightKind::Domestic,
        class: CabinClass::Economy,
        distance: 1000.0,
        trips: 1.0,
    }];
    let added = result(&flown).household_kg() - grounded;
    assert!(
        (added - (82.9 + 20.3 + 82.9 * 0.69)).abs() < 1e-9,
        "{added}"
    );
}

#[test]
fn others_stay_average_until_the_user_says_otherwise() {
    let alone = household(r#"{"members": 3, "children": 0, "beef": 0}"#);
    let beef = |household: &Household| {
        result(household)
            .line(LineId::Beef)
            .map_or(0.0, |line| line.quantity.value)
    };
    let average = household(r#"{"members": 3, "children": 0}"#);
    assert!((beef(&alone) / beef(&average) - 2.0 / 3.0).abs() < 1e-9);
    let same =
        household(r#"{"members": 3, "children": 0, "beef": 0, "food_scope": "others_like_me"}"#);
    assert_eq!(beef(&same), 0.0);
}

/// "The household's total" is the household's average as long as nothing else is answered.
#[test]
fn an_unanswered_total_is_that_of_the_average_household() {
    let kg = |scopes: &str| {
        let answers = format!(r#"{{"members": 4, "children": 1{scopes}}}"#);
        result(&household(&answers)).household_kg()
    };
    let average = kg("");
    for scope in ["travel_scope", "food_scope", "goods_scope", "leisure_scope"] {
        let total = kg(&format!(r#", "{scope}": "household_total""#));
        assert!(
            (total - average).abs() < 1e-6 * average,
            "{scope}: {total}, {average}"
        );
    }
}

#[test]
fn lines_sum_to_the_total_and_parts_to_their_line() {
    for (name, answers) in personas::PERSONAS {
        let read = file::read(answers).unwrap();
        let result = result(&Household::resolve(&read.answers, &Factors::central()));
        let domains: f64 = Domain::ALL
            .iter()
            .map(|domain| result.domain_kg(*domain))
            .sum();
        let total = result.household_kg() + result.public_services_kg();
        assert!((domains - total).abs() < 1e-9 * total, "{name}");
        for line in &result.lines {
            assert!(
                line.kg.is_finite() && line.kg >= 0.0,
                "{name}: {}",
                line.id.id()
            );
            assert!(
                line.kg_co2_territorial <= line.kg_co2 + 1e-9,
                "{name}: {}",
                line.id.id()
            );
            assert!(
                (0.0..=1.0 + 1e-12).contains(&line.mine),
                "{name}: {}",
                line.id.id()
            );
            assert!(!line.parts.is_empty(), "{name}: {}", line.id.id());
        }
    }
}

/// The formula of a line is what was computed: read from left to right it gives the quantity.
#[test]
fn a_formula_gives_its_quantity() {
    use tanlu_model::footprint::Operation;
    for (name, answers) in personas::PERSONAS {
        let read = file::read(answers).unwrap();
        for line in &result(&Household::resolve(&read.answers, &Factors::central())).lines {
            let (mut sum, mut product) = (0.0, 0.0);
            for step in &line.quantity.formula {
                match step.operation {
                    Operation::Plus => {
                        sum += product;
                        product = step.value;
                    }
                    Operation::Times => product *= step.value,
                    Operation::Over => product /= step.value,
                }
            }
            let quantity = line.quantity.value;
            assert!(
                (sum + product - quantity).abs() <= 1e-9 * quantity.abs(),
                "{name}: {}",
                line.id.id()
            );
        }
    }
}

/// An operand told as an answer is the number that the household would give, in the question's own unit; what only
/// follows from one is marked.
#[test]
fn an_operand_is_the_answer_that_it_names_or_is_marked() {
    use tanlu_model::Answer;
    use tanlu_model::footprint::Origin;
    let factors = Factors::central();
    let mut followed = std::collections::BTreeSet::new();
    for (name, answers) in personas::PERSONAS {
        let read = file::read(answers).unwrap();
        let home = Household::resolve(&read.answers, &factors);
        let numbers = |origin: Origin| -> Vec<f64> {
            let number = |answer: &Answer| match answer {
                Answer::Number { value, .. } => Some(*value),
                _ => None,
            };
            match origin {
                Origin::Answer(question) => number(&home.answer(question)).into_iter().collect(),
                Origin::Item(question, field) => match home.answer(question) {
                    Answer::List(items) => {
                        let fields = items.iter().filter_map(|item| item.fields.get(field));
                        fields.filter_map(number).collect()
                    }
                    _ => Vec::new(),
                },
                Origin::OtherAdult(question) => vec![home.other_adult.number(question)],
                _ => Vec::new(),
            }
        };
        for line in &result(&home).lines {
            for step in &line.quantity.formula {
                let (origin, value) = (step.origin, step.value);
                let same = numbers(origin).contains(&value);
                let told = home.is_own(origin, value);
                assert_eq!(told, same, "{name}: {}: {origin:?} {value}", line.id.id());
                if origin.is_answer() && !told {
                    followed.insert((line.id, origin.id()));
                }
            }
        }
    }
    for part in [
        (LineId::CarPetrol, "occupancy"),
        (LineId::CarChargingElsewhere, "home_charging"),
    ] {
        assert!(followed.contains(&part), "{part:?}");
    }
    for (line, field) in [(LineId::CarPetrol, "km"), (LineId::CarPetrol, "fuel_use")] {
        assert!(!followed.contains(&(line, field)), "{field}");
    }
}

/// Where the estimates do not meet what the meter says, each line that it covers says what it reads.
#[test]
fn what_a_meter_reads_stands_in_the_formulas_of_its_lines() {
    use tanlu_model::footprint::Origin;
    let answers = personas::persona("shanghai_two_cars");
    let result = result(&Household::resolve(&answers, &Factors::central()));
    for (line, question, reading) in [
        (
            LineId::ElectricityAppliances,
            QuestionId::Electricity,
            420.0,
        ),
        (LineId::ElectricityCooling, QuestionId::Electricity, 420.0),
        (LineId::GasHotWater, QuestionId::Gas, 25.0),
        (LineId::GasCooking, QuestionId::Gas, 25.0),
    ] {
        let formula = &result.line(line).unwrap().quantity.formula;
        let read = formula
            .iter()
            .filter(|step| step.origin == Origin::Answer(question));
        assert!(read.clone().count() > 0, "{line:?}");
        assert!(read.clone().all(|step| step.value == reading), "{line:?}");
    }
}

/// Who else flies is told by adults and children, and what a child counts for.
#[test]
fn others_on_flights_are_adults_and_children() {
    use tanlu_model::footprint::Origin;
    let answers = r#"{"members": 4, "children": 1, "travel_scope": "others_like_me",
        "flights": [{"kind": "domestic", "distance": 1000, "trips": 2}]}"#;
    let result = result(&household(answers));
    let line = result.line(LineId::FlightsDomestic).unwrap();
    let child = id::CHILD_TRAVEL_SHARE.value();
    assert!((line.quantity.value - 2000.0 * (3.0 + child)).abs() < 1e-9);
    let origins: Vec<Origin> = line
        .quantity
        .formula
        .iter()
        .map(|step| step.origin)
        .collect();
    for origin in [
        Origin::OtherAdults,
        Origin::Children,
        Origin::Row(id::CHILD_TRAVEL_SHARE),
    ] {
        assert!(origins.contains(&origin), "{origin:?}");
    }
}

/// 15 kg on each of Heilongjiang's 183 heating days; 2,400 yuan at 1.2 yuan a kilogram.
#[test]
fn coal_may_be_answered_by_the_day_or_in_yuan() {
    let coal = |amount: &str| {
        let answers =
            format!(r#"{{"province": "CN-HL", "heating": "coal_stove", "coal": {amount}}}"#);
        household(&answers).coal
    };
    let by_day = coal(r#"{"value": 15, "unit": "kg/season.day"}"#);
    assert!((by_day - 15.0 * 183.0).abs() < 1e-9, "{by_day}");
    let in_yuan = coal(r#"{"value": 2400, "unit": "CNY/year"}"#);
    assert!((in_yuan - 2000.0).abs() < 1e-9, "{in_yuan}");
}

/// A waster of four adds what the answer says beyond the average to the home's waste, a year:
/// 365 x (0.22 - 0.1) kg, or four times as much if the others are alike.
#[test]
fn a_cars_distance_may_be_answered_by_its_fuel() {
    let km = |car: &str| {
        let home = household(&format!(r#"{{"members": 2, "cars": [{car}]}}"#));
        home.cars.first().map_or(0.0, |car| car.km)
    };
    // 50 L a month are 600 L a year; at 8 L per 100 km 7500 km
    let litres = km(r#"{"kind": "petrol", "fuel_use": 8, "km": {"value": 50, "unit": "L/month"}}"#);
    assert!((litres - 7500.0).abs() < 1e-6, "{litres}");
    // 375 yuan a month at 7.5 yuan a litre are the same
    let yuan =
        km(r#"{"kind": "petrol", "fuel_use": 8, "km": {"value": 375, "unit": "CNY/month"}}"#);
    assert!((yuan - 7500.0).abs() < 1e-6, "{yuan}");
    // a plug-in hybrid drives further on the same fuel; an electric car burns none
    let hybrid = km(r#"{"kind": "phev", "fuel_use": 8, "km": {"value": 50, "unit": "L/month"}}"#);
    assert!(hybrid > litres);
    let electric = km(r#"{"kind": "bev", "km": {"value": 50, "unit": "L/month"}}"#);
    assert_eq!(electric, id::CAR_KM.value());
}

#[test]
fn wasted_food_is_waste_to_be_treated() {
    let kg = |answers: &str| -> f64 {
        let waste = |line: &&Line| line.id.id().starts_with("waste_");
        let result = result(&household(answers));
        result
            .lines
            .iter()
            .filter(waste)
            .map(|line| line.quantity.value)
            .sum()
    };
    let average = kg(r#"{"members": 4}"#);
    let one = kg(r#"{"members": 4, "food_waste": "much"}"#);
    let all = kg(r#"{"members": 4, "food_waste": "much", "food_scope": "others_like_me"}"#);
    assert!(
        (one - average - 365.0 * 0.12).abs() < 1e-9,
        "{average} {one}"
    );
    assert!(
        (all - average - 4.0 * 365.0 * 0.12).abs() < 1e-9,
        "{average} {all}"
    );
}

#[test]
fn every_province_has_a_result_at_once() {
    for province in Province::all() {
        let mut answers = Answers::default();
        answers.set(QuestionId::Province, Answer::Choice(province.code()));
        let kg = result(&Household::resolve(&answers, &Factors::central())).per_person_kg();
        assert!(
            (1500.0..10_000.0).contains(&kg),
            "{}: {kg}",
            province.code()
        );
    }
}

#[test]
fn what_is_written_reads_back() {
    let mut answers = Answers::default();
    answers.set(QuestionId::Province, Answer::Choice("CN-SC"));
    answers.set(QuestionId::FloorArea, Answer::Unknown);
    answers.set(
        QuestionId::Electricity,
        Answer::Number {
            value: 120.0,
            unit: AnswerUnit::CnyMonth,
        },
    );
    let read = file::read(&file::write(
        &answers,
        &Plan::none(),
        &[(LineId::Beef, 12.5)],
        &|number| number.to_string(),
    ))
    .unwrap();
    assert_eq!(read.answers, answers);
    assert_eq!(read.before, vec![(LineId::Beef, 12.5)]);
}

/// What an older model had in lines that are gone keeps counting in its total, and is kept.
#[test]
fn lines_that_are_gone_keep_their_kilograms() {
    let text = r#"{"format": 1, "model": "2026.11", "answers": {},
        "before": {"beef": 12.5, "retired_line": 4, "another": 3.5}}"#;
    let first = file::read(text).unwrap();
    assert_eq!(first.before, vec![(LineId::Beef, 12.5)]);
    assert_eq!(first.gone, 7.5);
    let lines = (&*first.before, first.gone);
    let plan = Plan::none();
    let shown = |number: f64| number.to_string();
    let text = file::write_of("2026.11", &first.answers, &plan, lines, &shown);
    assert_eq!(file::read(&text).unwrap(), first);
}

#[test]
fn a_plan_reads_back_in_every_format() {
    let mut plan = Plan::none();
    for (id, strength, from) in [("ev", 1.0, 2030), ("drive_less", 35.0, 2026)] {
        let action = ActionId::from_id(id).unwrap();
        let chosen = Chosen { action, strength };
        plan.choose(Step { chosen, from });
    }
    plan.already.push(ActionId::LedLamps);
    let lamps = Place::whole(QuestionId::Lamps);
    let fuel = Place {
        question: QuestionId::Cars,
        field: Some((1, "fuel_use")),
    };
    plan.wrote.push((lamps, ActionId::LedLamps));
    plan.wrote.push((fuel, ActionId::EcoDriving));
    plan.cannot.push((ActionId::RooftopSolar, Obstacle::Rented));
    let (low, high) = (18_000.0, 25_000.5);
    let offer = OwnCost {
        upfront: Some(Expected { low, high }),
        life: Some(Expected::exactly(12.0)),
        running: None,
    };
    let cost = OwnCost {
        upfront: Some(Expected::exactly(-12_000.5)),
        running: Some(Expected::exactly(300.0)),
        life: None,
    };
    plan.costs.push((ActionId::NewWindows, offer));
    plan.costs.push((ActionId::ElectricCar, cost));
    plan.prices.push((
        Tariff::Gas,
        Expected {
            low: 2.5,
            high: 3.1,
        },
    ));
    plan.prices
        .push((Tariff::Electricity, Expected::exactly(0.62)));
    let text = file::write(&Answers::new(), &plan, &[], &|number| number.to_string());
    assert_eq!(file::read(&text).unwrap().plan, plan);
    let older = text.replace("\"format\": 2", "\"format\": 1");
    assert_eq!(file::read(&older).unwrap().plan, plan);
    let none = file::write(&Answers::new(), &Plan::none(), &[], &|number| {
        number.to_string()
    });
    assert!(!none.contains("plan"));
}

#[test]
fn a_bad_plan_is_refused_with_the_key_and_what_is_allowed() {
    let refused = |plan: &str| {
        let text = format!("{{\"format\": 2, \"answers\": {{}}, \"plan\": {plan}}}");
        file::read(&text).expect_err(plan).to_string()
    };
    for (plan, expected) in [
        (
            r#"{"acts": {}}"#,
            "plan.acts: unknown key; allowed: actions, already",
        ),
        (
            r#"{"actions": []}"#,
            "plan.actions: found array; allowed: object",
        ),
        (
            r#"{"actions": {"fly": {"from": 2030}}}"#,
            "plan.actions.fly: found \"fly\"; allowed: an action: smaller_home",
        ),
        (
            r#"{"actions": {"ev": 1}}"#,
            "plan.actions.ev: found number; allowed: object",
        ),
        (
            r#"{"actions": {"ev": {}}}"#,
            "plan.actions.ev.from: missing",
        ),
        (
            r#"{"actions": {"ev": {"from": 2030.5}}}"#,
            "plan.actions.ev.from: found 2030.5; allowed: a year from 2024 to 2060",
        ),
        (
            r#"{"actions": {"ev": {"from": 2099}}}"#,
            "plan.actions.ev.from: found 2099; allowed: a year from 2024 to 2060",
        ),
        (
            r#"{"actions": {"ev": {"from": 2023}}}"#,
            "plan.actions.ev.from: found 2023; allowed: a year from 2024 to 2060",
        ),
        (
            r#"{"actions": {"ev": {"from": 2030, "strength": 1}}}"#,
            "plan.actions.ev.strength: unknown key; allowed: from",
        ),
        (
            r#"{"actions": {"drive_less": {"from": 2030, "strength": 99}}}"#,
            "plan.actions.drive_less.strength: found 99; allowed: 5 to 50",
        ),
        (
            r#"{"already": {"ev": 1}}"#,
            "plan.already: found object; allowed: array",
        ),
        (r#"{"already": ["fly"]}"#, "plan.already: found \"fly\""),
        (
            r#"{"wrote": {"light": "led_lamps"}}"#,
            "plan.wrote.light: unknown key; `tanlu questions --json`",
        ),
        (
            r#"{"wrote": {"lamps": "fly"}}"#,
            "plan.wrote.lamps: found \"fly\"",
        ),
        (
            r#"{"wrote": {"lamps": 1}}"#,
            "plan.wrote.lamps: found number; allowed: string",
        ),
        (
            r#"{"cannot": {"ev": "bored"}}"#,
            "plan.cannot.ev: found \"bored\"; allowed: rented",
        ),
        (
            r#"{"already": ["ev"], "actions": {"ev": {"from": 2030}}}"#,
            "plan.already.ev: stands beside plan.actions.ev; allowed: an action in one of",
        ),
        (
            r#"{"actions": {"ev": {"from": 2030}}, "cannot": {"ev": "cost"}}"#,
            "plan.cannot.ev: stands beside plan.actions.ev",
        ),
        (
            r#"{"cannot": {"ev": "cost"}, "already": ["ev"]}"#,
            "plan.cannot.ev: stands beside plan.already.ev",
        ),
        (
            r#"{"costs": {"ev": {"upfront": 1e12}}}"#,
            "plan.costs.ev.upfront: found 1000000000000; allowed: -10000000 to 10000000",
        ),
        (
            r#"{"costs": {"ev": {"yearly": 1}}}"#,
            "plan.costs.ev.yearly: unknown key; allowed: upfront, running, life",
        ),
        (
            r#"{"costs": {"ev": {"life": 0}}}"#,
            "plan.costs.ev.life: found 0; allowed: 1 to 100",
        ),
        (
            r#"{"costs": {"ev": {"upfront": {"low": 5, "high": 4}}}}"#,
            "plan.costs.ev.upfront.high: found 4; allowed: 5 to 10000000",
        ),
        (
            r#"{"costs": {"ev": {"upfront": {"low": 5}}}}"#,
            "plan.costs.ev.upfront.high: missing",
        ),
        (
            r#"{"prices": {"steam": 1}}"#,
            "plan.prices.steam: unknown key; allowed: electricity, gas",
        ),
        (
            r#"{"prices": {"gas": -1}}"#,
            "plan.prices.gas: found -1; allowed: 0 to 1000",
        ),
        (
            r#"{"wrote": {"cars[99].km": "ev"}}"#,
            "plan.wrote.cars[99].km: unknown key",
        ),
    ] {
        let found = refused(plan);
        assert!(found.starts_with(expected), "{found}");
    }
}

/// Answers come in any order: fewer members than children are no fault, but an adult answers.
#[test]
fn there_are_fewer_children_than_members_whatever_is_answered() {
    let home = household(r#"{"members": 2, "children": 2}"#);
    assert_eq!(home.children_living_here(), 1.0);
    assert_eq!(home.other_adults(), 0.0);
}

#[test]
fn a_version_that_is_empty_is_none() {
    let read = |model: &str| {
        let text = format!("{{\"format\": 2, \"model\": \"{model}\", \"answers\": {{}}}}");
        file::read(&text).unwrap().model
    };
    assert_eq!(read(""), None);
    assert_eq!(read("2026.11"), Some("2026.11".to_owned()));
}

#[test]
fn bad_files_are_refused_with_the_key_and_what_is_allowed() {
    let refused = |text: &str| file::read(text).expect_err(text).to_string();
    let answers = |inside: &str| refused(&format!("{{\"format\": 1, \"answers\": {{{inside}}}}}"));
    assert!(refused("{").contains("not a readable"));
    assert!(refused("[]").contains("object"));
    assert!(refused(r#"{"answers": {}}"#).contains("format"));
    for kg in ["-1", "1e300", "null", "\"12\""] {
        let before =
            format!("{{\"format\": 2, \"answers\": {{}}, \"before\": {{\"beef\": {kg}}}}}");
        assert!(refused(&before).starts_with("before.beef: "), "{kg}");
    }
    assert!(refused(r#"{"format": 3, "answers": {}}"#).contains("allowed: 1"));
    assert!(refused(r#"{"format": 1}"#).contains("answers"));
    assert!(refused(r#"{"format": 1, "answers": {}, "extra": 1}"#).contains("extra"));
    assert!(answers(r#""floor": 1"#).contains("floor: unknown key"));
    assert!(answers(r#""members": 2, "members": 3"#).contains("members: stands twice"));
    for (inside, key) in [
        (
            r#""electricity": {"value": 1, "value": 2}"#,
            "electricity.value",
        ),
        (
            r#""cars": [{"size": "small"}, {"km": {"unit": "km", "unit": "km"}}]"#,
            "cars[1].km.unit",
        ),
    ] {
        assert_eq!(
            answers(inside),
            format!("{key}: stands twice; allowed: once")
        );
    }
    let plan = r#"{"format": 2, "answers": {}, "plan": {"actions": {}, "actions": {}}}"#;
    assert!(refused(plan).starts_with("plan.actions: stands twice"));
    let plan = r#"{"format": 1, "answers": {}, "plan": {"with": ["ev"]}}"#;
    assert!(refused(plan).starts_with("plan.with: unknown key"));
    // a line that this model never had is refused, unless another version may have had it
    let before = |model: &str| {
        format!(r#"{{"format": 2, {model} "answers": {{}}, "before": {{"nonsense": 1}}}}"#)
    };
    assert!(refused(&before("")).starts_with("before.nonsense: unknown key"));
    let own = format!("\"model\": {MODEL_VERSION:?},");
    assert!(refused(&before(&own)).starts_with("before.nonsense: unknown key"));
    assert!(file::read(&before(r#""model": "2026.1","#)).is_ok());
    let again = r#"{"format": 2, "answers": {}, "answers": {}}"#;
    assert!(refused(again).starts_with("answers: stands twice"));
    for format in ["0", "1.5", "-1", "\"1\"", "null"] {
        let text = format!("{{\"format\": {format}, \"answers\": {{}}}}");
        assert!(refused(&text).ends_with("allowed: 1 or 2"), "{format}");
    }
    assert!(answers(r#""heating": "sun""#).contains("district"));
    assert!(answers(r#""floor_area": "big""#).contains("a number"));
    assert!(answers(r#""floor_area": 1e9"#).contains("5 to 2000 m2"));
    assert!(answers(r#""members": 2.5"#).contains("whole"));
    assert!(answers(r#""electricity": {"value": 1, "unit": "L"}"#).contains("CNY/month"));
    assert!(answers(r#""cars": [{"kind": "rocket"}]"#).contains("cars[0].kind"));
    assert!(
        answers(r#""cars": [{"wings": 2}]"#)
            .contains("cars[0].wings: unknown key; allowed: kind, size")
    );
    assert!(refused(&"[".repeat(100_000)).contains("not a readable"));
}

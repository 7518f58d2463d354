//! Actions: what they change, how they go together, and what they save, on every persona.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod personas;

use std::cell::RefCell;
use std::collections::BTreeSet;

use tanlu_model::actions::cost::{Cost, Prices};
use tanlu_model::actions::search::{Found, Judge, Search};
use tanlu_model::actions::{
    ActionId, Aside, By, Chosen, Counted, Effects, Finding, Joint, Money, OnDraws, Outcome,
    Relation, Stage, Target, Today, Trial, WhyNot, contradicts, decided_by, groups, levels_in_full,
    mark, not_said, parts, point, reasons, relation, rests_on, rests_on_in, unmark, untold,
    within_reach,
};
use tanlu_model::choice::{CarKind, HeatBilling, Heating};
use tanlu_model::footprint::Gas;
use tanlu_model::plan::{Expected, Obstacle, OwnCost, Plan, Step, Tariff};
use tanlu_model::rows::{ACTION_FACTS, ActionFacts, Band, RowId};
use tanlu_model::uncertainty::{Draws, InBaseYear, Quantiles, SEED, World, draws};
use tanlu_model::year::DEFAULT_SCENARIO;
use tanlu_model::{
    Answer, Answers, Domain, Factors, Household, LineId, QuestionId, file, footprint,
};

/// Households that no persona is, so that every action applies to some: with a gas boiler, electric
/// heaters, a meter for district heat, flights that rail can replace.
const OTHERS: [(&str, &str); 4] = [
    (
        "gas_boiler",
        r#"{"province": "CN-BJ", "settlement": "village", "members": 3, "dwelling": "house",
            "building_age": "before_1990", "heating": "gas_boiler", "indoor_temperature": 21,
            "water_heating": "electric", "lamps": "old", "standby": "on", "windows": "single"}"#,
    ),
    (
        "electric_heaters",
        r#"{"province": "CN-HE", "settlement": "town", "members": 2, "heating": "direct_electric",
            "heating_habit": "all_rooms_all_day", "cooking": "coal", "green_power": 20}"#,
    ),
    (
        "metered_heat",
        r#"{"province": "CN-TJ", "settlement": "city", "members": 3, "heating": "district",
            "heat_billing": "by_meter", "indoor_temperature": 23, "food_waste": "much"}"#,
    ),
    (
        "short_flights",
        r#"{"province": "CN-HB", "settlement": "city", "members": 2,
            "flights": [{"kind": "domestic", "distance": 700, "trips": 10}],
            "cars": [{"kind": "diesel", "size": "suv_large", "km": 20000}]}"#,
    ),
];

fn answers() -> Vec<(String, Answers)> {
    let others = OTHERS.iter().map(|(name, answers)| {
        let text = format!("{{\"format\": 1, \"answers\": {answers}}}");
        ((*name).to_owned(), file::read(&text).unwrap().answers)
    });
    let known = personas::PERSONAS.iter();
    let known = known.map(|(name, text)| ((*name).to_owned(), file::read(text).unwrap().answers));
    known.chain(others).collect()
}

fn homes() -> Vec<(String, Household)> {
    let factors = Factors::central();
    let homes = answers().into_iter();
    homes
        .map(|(name, answers)| (name, Household::resolve(&answers, &factors)))
        .collect()
}

fn applicable(home: &Household) -> Vec<ActionId> {
    let factors = Factors::central();
    let all = ActionId::ALL.iter().copied();
    all.filter(|action| action.applies(home, &factors).is_ok())
        .collect()
}

fn usual(actions: &[ActionId]) -> Joint {
    Joint::of(actions.iter().copied().map(Chosen::usual))
}

fn alone(home: &Household, action: ActionId) -> f64 {
    point(home, &usual(&[action]), &Factors::central())
}

/// Actions that may raise the footprint of some household: they say so in their words.
const MAY_RAISE: [ActionId; 6] = [
    ActionId::DietGuideline,
    ActionId::RemoteWork,
    ActionId::InductionCooking,
    ActionId::BiomassToHeatPump,
    ActionId::GasToHeatPump,
    ActionId::CommunityHeating,
];

#[test]
fn there_are_enough_actions_in_the_order_of_their_stages_each_with_a_row_of_costs() {
    assert!(ActionId::ALL.len() >= 45);
    let stages: Vec<Stage> = ActionId::ALL.iter().map(|id| id.action().stage).collect();
    assert!(stages.is_sorted());
    let mut ids: Vec<&str> = ActionId::ALL.iter().map(|action| action.id()).collect();
    ids.sort_unstable();
    let mut rows: Vec<&str> = ACTION_FACTS.iter().map(|facts| facts.id).collect();
    rows.sort_unstable();
    assert_eq!(ids, rows);
    for facts in &ACTION_FACTS {
        assert!(!facts.sources.is_empty(), "{}", facts.id);
    }
}

#[test]
fn every_action_applies_to_some_household() {
    let homes = homes();
    for action in ActionId::ALL {
        let some = homes
            .iter()
            .any(|(_, home)| applicable(home).contains(action));
        assert!(some, "{}", action.id());
    }
}

#[test]
fn no_action_raises_the_footprint_unless_it_says_so() {
    for (name, home) in homes() {
        for action in applicable(&home) {
            let kg = alone(&home, action);
            let says_so = MAY_RAISE.contains(&action);
            assert!(kg > 0.0 || says_so, "{name} {}: {kg}", action.id());
        }
    }
}

#[test]
fn stronger_saves_more() {
    let factors = Factors::central();
    for (name, home) in homes() {
        for action in applicable(&home) {
            let Some(strength) = action.strength() else {
                continue;
            };
            if alone(&home, action) <= 0.0 {
                continue;
            }
            let mut before = 0.0;
            let mut now = strength.low;
            while now <= strength.high {
                let chosen = Chosen {
                    action,
                    strength: now,
                };
                let kg = point(&home, &Joint::of([chosen]), &factors);
                assert!(kg >= before, "{name} {} {now}: {kg} {before}", action.id());
                before = kg;
                now += strength.step;
            }
        }
    }
}

#[test]
fn a_strength_out_of_bounds_is_taken_as_the_nearest_and_no_number_as_the_usual() {
    for action in ActionId::ALL {
        if let Some(strength) = action.strength() {
            assert_eq!(action.bounded(-1e9), strength.low);
            assert_eq!(action.bounded(1e9), strength.high);
            assert!((strength.low..=strength.high).contains(&strength.usual));
        }
        assert_eq!(action.bounded(f64::NAN), action.usual());
    }
}

#[test]
fn the_order_of_choosing_does_not_matter() {
    let factors = Factors::central();
    for (name, home) in homes() {
        let mut actions = applicable(&home);
        let expected = usual(&actions).changed(&home, &factors);
        for turn in 0..actions.len() {
            actions.rotate_left(1);
            actions.swap(0, turn);
            assert_eq!(usual(&actions).changed(&home, &factors), expected, "{name}");
        }
    }
}

#[test]
fn what_an_action_does_not_reach_stays_to_the_bit() {
    let factors = Factors::central();
    for (name, home) in homes() {
        let before = footprint(&home, &factors);
        for action in applicable(&home) {
            let after = footprint(&usual(&[action]).changed(&home, &factors), &factors);
            let reaches = action.action().reaches;
            for (line, kg) in before.by_line() {
                if !reaches.contains(&line.section()) {
                    let now = after.line(line).map(|_| {
                        let by_line = after.by_line();
                        by_line.iter().find(|(id, _)| *id == line).unwrap().1
                    });
                    assert_eq!(now, Some(kg), "{name} {} {}", action.id(), line.id());
                }
            }
        }
    }
}

#[test]
fn what_is_told_of_a_change_sums_to_the_saving() {
    let factors = Factors::central();
    for (name, home) in homes() {
        let today = Today::of(home.clone(), &factors);
        for action in applicable(&home) {
            let set = usual(&[action]);
            let told = today.moved(&set, &factors);
            let sum: f64 = told.iter().map(|moved| -moved.more()).sum();
            let saved = today.saving(&set, &factors);
            let named = format!("{name} {}: {sum} of {saved}", action.id());
            assert!((sum - saved).abs() < 1e-6, "{named}");
            let after = set.changed(&home, &factors);
            let changed = footprint(&after, &factors);
            for moved in told {
                let of = |line: LineId| match moved.what {
                    Counted::Line(id) => line == id,
                    Counted::Meter(meter) => line.meter() == Some(meter),
                };
                let [_, kg] = moved.kg;
                let all = changed.sum(|line| of(line.id), |line| line.kg);
                assert!((kg - all).abs() < 1e-9, "{named} {:?}", moved.what);
                if moved.what == Counted::Meter(QuestionId::Electricity) {
                    let [was, is] = moved.quantity.unwrap();
                    let less = set.metered_less(&home, &factors);
                    assert!((was - is - less).abs() < 1e-6, "{named} {was} {is} {less}");
                }
            }
        }
    }
}

/// An action that is set aside says which of the others takes its place, and what is named there does.
#[test]
fn what_takes_the_place_of_an_action_is_named() {
    let factors = Factors::central();
    let home = Household::resolve(&personas::persona("chengdu_family"), &factors);
    let by = |actions: &[ActionId], aside| usual(actions).in_place_of(aside, &home, &factors);
    let (car, hybrid, none) = (ActionId::ElectricCar, ActionId::HybridCar, ActionId::NoCar);
    assert_eq!(by(&[hybrid, car, ActionId::PlantDays], hybrid), [car]);
    assert_eq!(by(&[none, car], car), [none]);
    assert_eq!(by(&[none, hybrid, car], hybrid), [none, car]);
}

/// Of everything that applies, what is named in the place of an action is exactly that without which it would count:
/// each alone, or, where no one alone is, all of it together and none of it less.
#[test]
fn what_sets_an_action_aside_is_exactly_what_is_named() {
    let factors = Factors::central();
    let (mut alone, mut together) = (0, 0);
    for name in [
        "shanghai_two_cars",
        "harbin_retired_couple",
        "rural_coal_stove",
    ] {
        let home = Household::resolve(&personas::persona(name), &factors);
        let all = applicable(&home);
        let set = usual(&all);
        let counts_without = |gone: &[ActionId], action| {
            let rest: Vec<ActionId> = all
                .iter()
                .copied()
                .filter(|it| !gone.contains(it))
                .collect();
            usual(&rest).done(&home, &factors).1.has(action)
        };
        for (action, why) in set.set_aside(&home, &factors) {
            assert_eq!(why, WhyNot::SetAside, "{name} {action:?}");
            let named = set.in_place_of(action, &home, &factors);
            assert!(!named.is_empty(), "{name} {action:?}");
            let others = all.iter().copied().filter(|it| *it != action);
            let each: Vec<ActionId> = others.filter(|it| counts_without(&[*it], action)).collect();
            if each.is_empty() {
                assert!(
                    counts_without(&named, action),
                    "{name} {action:?}: {named:?}"
                );
                for kept in &named {
                    let fewer: Vec<ActionId> =
                        named.iter().copied().filter(|it| it != kept).collect();
                    assert!(
                        !counts_without(&fewer, action),
                        "{name} {action:?}: {kept:?}"
                    );
                }
                together += 1;
            } else {
                assert_eq!(named, each, "{name} {action:?}");
                alone += 1;
            }
        }
    }
    assert!(alone > 5 && together > 1, "{alone} {together}");
    // what would not count alone is set aside by nothing
    let home = Household::resolve(&personas::persona("chengdu_family"), &factors);
    let set = usual(&[ActionId::HeatLower, ActionId::PlantDays]);
    assert_eq!(set.in_place_of(ActionId::HeatLower, &home, &factors), []);
}

/// Savings on draws, computed from the reached sections alone, against whole footprints of changed
/// households.
#[test]
fn savings_on_draws_are_the_full_recomputation_to_the_bit() {
    let world = World::whole(SEED, 64);
    for (name, answers) in answers() {
        let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
        let home = Household::resolve(&answers, &Factors::central());
        let actions = applicable(&home);
        let mut sets: Vec<Joint> = actions.iter().map(|action| usual(&[*action])).collect();
        sets.push(usual(&actions));
        let mut effects = Effects::new(sets.iter().cloned().map(Trial::from));
        while effects.step(&drawn, &world, None) {}
        let before = drawn.household();
        for (set, savings) in sets.iter().zip(effects.finish()) {
            let after = drawn.changed_household(set, &world);
            let full: Vec<f64> = before.iter().zip(after).map(|(was, is)| was - is).collect();
            assert_eq!(savings.by_draw(), full, "{name} {set:?}");
        }
    }
}

/// What two actions save together, against what each saves alone: declared as it is, in every household where both
/// can be done, alone or one after the other.
#[test]
fn a_pair_behaves_as_declared() {
    let factors = Factors::central();
    let mut seen = [0; 3];
    for (name, home) in homes() {
        let actions = within_reach(ActionId::ALL.iter().copied(), &home, &factors);
        let open = applicable(&home);
        for (at, &one) in actions.iter().enumerate() {
            for &other in &actions[at + 1..] {
                let both = usual(&[one, other]);
                let can = |action: &ActionId| open.contains(action);
                // one may become possible only by another one than this
                if !(can(&one) && can(&other)) && both.done(&home, &factors).1 != both {
                    continue;
                }
                let sum = alone(&home, one) + alone(&home, other);
                let more = point(&home, &both, &factors) - sum;
                let is = if more.abs() <= 1e-6 {
                    Relation::Independent
                } else if more < 0.0 {
                    Relation::Overlapping
                } else {
                    Relation::Reinforcing
                };
                let declared = relation(one, other, &home, &factors);
                let pair = format!("{name} {} {}: {more} of {sum}", one.id(), other.id());
                assert_eq!(declared, is, "{pair}");
                assert_eq!(declared, relation(other, one, &home, &factors), "{pair}");
                seen[is as usize] += 1;
            }
        }
    }
    assert!(seen.iter().all(|pairs| *pairs > 20), "{seen:?}");
}

#[test]
fn fair_parts_sum_to_the_joint_saving() {
    let factors = Factors::central();
    for (name, home) in homes() {
        let actions = applicable(&home);
        for count in [1, 2, 5, 8, 9, actions.len()] {
            let set = usual(&actions[..count.min(actions.len())]);
            let sum: f64 = parts(&Today::of(home.clone(), &factors), &set, &factors)
                .iter()
                .map(|part| part.kg)
                .sum();
            assert_eq!(sum, point(&home, &set, &factors), "{name} {count}");
        }
    }
}

/// Parts are shared out within groups of linked actions: what the groups save adds up, however strong each
/// action is. Every action is held against all others that it is not linked with.
#[test]
fn what_is_not_linked_adds_up() {
    let factors = Factors::central();
    for (name, home) in homes() {
        let today = Today::of(home.clone(), &factors);
        let actions = applicable(&home);
        for stronger in [false, true] {
            let chosen = |action: ActionId| match action.strength() {
                Some(strength) if stronger => Chosen {
                    action,
                    strength: strength.high,
                },
                _ => Chosen::usual(action),
            };
            let all = Joint::of(actions.iter().map(|action| chosen(*action)));
            let whole = today.saving(&all, &factors);
            let (_, done) = all.done(&home, &factors);
            for group in groups(done.chosen()) {
                let others = done.chosen().iter().filter(|other| !group.contains(other));
                let ids: Vec<&str> = group.iter().map(|it| it.action.id()).collect();
                let inside = today.saving(&Joint::of(group.iter().copied()), &factors);
                let sum = inside + today.saving(&Joint::of(others.copied()), &factors);
                assert!(
                    (sum - whole).abs() < 1e-6,
                    "{name} {ids:?}: {sum} of {whole}"
                );
            }
        }
    }
}

#[test]
fn fair_parts_of_independent_actions_are_what_each_saves_alone() {
    let factors = Factors::central();
    let home = &homes()[0].1;
    let set = [
        ActionId::TapWater,
        ActionId::PhoneLonger,
        ActionId::StreamLess,
    ];
    for part in parts(&Today::of(home.clone(), &factors), &usual(&set), &factors) {
        let kg = alone(home, part.action);
        assert!((part.kg - kg).abs() < 1e-9, "{}", part.action.id());
    }
}

#[test]
fn an_action_that_does_not_apply_says_why() {
    let factors = Factors::central();
    let homes = homes();
    let why = |name: &str, action: ActionId| {
        let (_, home) = homes.iter().find(|(known, _)| known == name).unwrap();
        action.applies(home, &factors).err()
    };
    assert_eq!(
        why("harbin_retired_couple", ActionId::ElectricCar),
        Some(WhyNot::NoCar)
    );
    assert_eq!(
        why("harbin_retired_couple", ActionId::HeatLower),
        Some(WhyNot::HeatNotControllable)
    );
    assert_eq!(
        why("shanghai_two_cars", ActionId::RooftopSolar),
        Some(WhyNot::NoOwnRoof)
    );
    // a house is not a building that many share; its own insulation is another action
    assert_eq!(
        why("rural_coal_stove", ActionId::BuildingRetrofit),
        Some(WhyNot::OwnHouse)
    );
    assert_eq!(why("rural_coal_stove", ActionId::InsulateHome), None);
    assert_eq!(
        why("chengdu_family", ActionId::NoSecondCar),
        Some(WhyNot::OneCar)
    );
    assert_eq!(
        why("zhejiang_solar_house", ActionId::RooftopSolar),
        Some(WhyNot::Already)
    );
    assert_eq!(why("metered_heat", ActionId::HeatLower), None);
}

/// Without a car there is none to replace; with a meter the heat can be turned down.
#[test]
fn conflicts_are_resolved_by_the_order_of_application() {
    let factors = Factors::central();
    let homes = homes();
    let find = |name: &str| &homes.iter().find(|(known, _)| known == name).unwrap().1;
    let chengdu = find("chengdu_family");
    let both = usual(&[ActionId::ElectricCar, ActionId::NoCar]);
    assert_eq!(
        both.set_aside(chengdu, &factors),
        [(ActionId::ElectricCar, WhyNot::SetAside)]
    );
    let moot = parts(&Today::of(chengdu.clone(), &factors), &both, &factors);
    assert_eq!(moot.len(), 1);
    assert_eq!(moot[0].action, ActionId::NoCar);
    // what a later action takes over, the earlier one need not be done for
    let both = usual(&[ActionId::HybridCar, ActionId::ElectricCar]);
    assert_eq!(
        both.set_aside(chengdu, &factors),
        [(ActionId::HybridCar, WhyNot::SetAside)]
    );
    let diets = usual(&[
        ActionId::LessBeefMutton,
        ActionId::LessDairy,
        ActionId::DietGuideline,
    ]);
    let aside = diets.set_aside(find("zhejiang_solar_house"), &factors);
    let aside: Vec<ActionId> = aside.into_iter().map(|(action, _)| action).collect();
    assert_eq!(aside, [ActionId::LessBeefMutton, ActionId::LessDairy]);
    let harbin = find("harbin_retired_couple");
    let both = usual(&[ActionId::HeatLower, ActionId::HeatMeter]);
    assert!(both.set_aside(harbin, &factors).is_empty());
    let meter = usual(&[ActionId::HeatMeter]);
    assert!(point(harbin, &both, &factors) > point(harbin, &meter, &factors));
}

#[test]
fn a_plan_says_from_which_year_on_an_action_is_set_aside_by_a_later_one() {
    let factors = Factors::central();
    let homes = homes();
    let find = |name: &str| &homes.iter().find(|(known, _)| known == name).unwrap().1;
    let chengdu = find("chengdu_family");
    let plan = |steps: &[(ActionId, u16)]| {
        let mut plan = Plan::none();
        for (action, from) in steps {
            let chosen = Chosen::usual(*action);
            plan.choose(Step {
                chosen,
                from: *from,
            });
        }
        plan
    };
    let aside = |steps: &[(ActionId, u16)]| plan(steps).set_aside(chengdu, &factors);
    let hybrid = |from| Aside {
        action: ActionId::HybridCar,
        why: WhyNot::SetAside,
        from,
    };
    let car = ActionId::ElectricCar;
    let later = [(ActionId::HybridCar, 2027), (car, 2035)];
    assert_eq!(aside(&later), [hybrid(Some(2035))]);
    let at_once = [(ActionId::HybridCar, 2027), (car, 2027)];
    assert_eq!(aside(&at_once), [hybrid(None)]);
    let too_late = [(ActionId::HybridCar, 2035), (car, 2027)];
    assert_eq!(aside(&too_late), [hybrid(None)]);
    let with_others = [later[0], later[1], (ActionId::PlantDays, 2030)];
    assert_eq!(aside(&with_others), [hybrid(Some(2035))]);
    assert_eq!(aside(&[(car, 2035)]), []);
    assert_eq!(
        aside(&[(ActionId::NoSecondCar, 2027)]),
        [Aside {
            action: ActionId::NoSecondCar,
            why: WhyNot::OneCar,
            from: None,
        }]
    );
}

#[test]
fn what_a_mark_answered_is_open_again_when_it_is_taken_back() {
    let factors = Factors::central();
    for (name, given) in answers() {
        let home = Household::resolve(&given, &factors);
        for action in applicable(&home) {
            let (mut answers, mut plan) = (given.clone(), Plan::none());
            mark(action, &mut answers, &mut plan, &factors);
            assert_eq!(plan.already, [action]);
            let told = |question: &QuestionId| !given.knows(*question) && answers.knows(*question);
            let wrote = QuestionId::ALL.iter().copied().filter(told);
            let whole = plan.wrote.iter().filter(|(place, _)| place.field.is_none());
            let whole: Vec<QuestionId> = whole.map(|(place, _)| place.question).collect();
            assert_eq!(whole, wrote.collect::<Vec<_>>(), "{name} {action:?}");
            assert!(plan.wrote.iter().all(|(_, by)| *by == action));
            let own = QuestionId::ALL.iter().filter(|it| given.knows(**it));
            let overwritten: Vec<QuestionId> = own
                .copied()
                .filter(|it| given.get(*it) != answers.get(*it))
                .collect();
            unmark(action, &mut answers, &mut plan);
            assert!(plan.is_empty());
            for question in QuestionId::ALL {
                let (was, is) = (given.known(*question), answers.get(*question));
                assert!(
                    was == is || overwritten.contains(question),
                    "{name} {action:?}"
                );
            }
            // where the household had chosen otherwise, it is led to what it now says
            let told = deciding(action, &answers);
            let still = Household::resolve(&answers, &factors);
            if action.possible(&still, &factors) == Err(WhyNot::Already) {
                assert!(
                    overwritten.iter().any(|question| told.contains(question)),
                    "{name} {action:?}: {overwritten:?} {told:?}"
                );
            }
        }
    }
}

/// Where the list is answered, what is open in its items is filled in, and opened again.
#[test]
fn a_mark_fills_in_what_is_open_in_an_item_of_a_list() {
    let factors = Factors::central();
    let given = r#"{"format": 1, "answers": {"province": "CN-SC", "members": 3,
        "cars": [{"kind": "petrol", "km": 12000}, {"kind": "bev"}]}}"#;
    let given = file::read(given).unwrap().answers;
    let kg = |answers: &Answers| {
        footprint(&Household::resolve(answers, &factors), &factors).household_kg()
    };
    let (mut answers, mut plan) = (given.clone(), Plan::none());
    mark(ActionId::EcoDriving, &mut answers, &mut plan, &factors);
    let keys: Vec<String> = plan.wrote.iter().map(|(place, _)| place.key()).collect();
    assert_eq!(keys, ["cars[0].fuel_use", "cars[1].charge_use"]);
    assert!(kg(&answers) < 0.999 * kg(&given));
    let text = file::write(&answers, &plan, &[], &|number| number.to_string());
    assert_eq!(file::read(&text).unwrap().plan, plan);
    unmark(ActionId::EcoDriving, &mut answers, &mut plan);
    assert_eq!(answers, given);
    // what the household changes since is its own
    mark(ActionId::EcoDriving, &mut answers, &mut plan, &factors);
    plan.answered(QuestionId::Cars);
    let own = answers.clone();
    unmark(ActionId::EcoDriving, &mut answers, &mut plan);
    assert_eq!(answers, own);
}

#[test]
fn what_the_household_answers_itself_stays_when_a_mark_is_taken_back() {
    let factors = Factors::central();
    let (mut answers, mut plan) = (Answers::new(), Plan::none());
    mark(ActionId::StandbyOff, &mut answers, &mut plan, &factors);
    assert!(answers.knows(QuestionId::Standby));
    plan.answered(QuestionId::Standby);
    let before = answers.clone();
    unmark(ActionId::StandbyOff, &mut answers, &mut plan);
    assert_eq!(answers, before);
    assert_eq!(
        deciding(ActionId::StandbyOff, &answers),
        [QuestionId::Standby]
    );
}

/// "We do this already" never makes more of what the action makes less of.
#[test]
fn a_mark_never_raises_what_its_action_lowers() {
    let factors = Factors::central();
    let kg = |answers: &Answers| {
        footprint(&Household::resolve(answers, &factors), &factors).household_kg()
    };
    for (name, given) in answers() {
        let home = Household::resolve(&given, &factors);
        let before = kg(&given);
        for action in applicable(&home) {
            if alone(&home, action) <= 0.0 {
                continue;
            }
            let (mut answers, mut plan) = (given.clone(), Plan::none());
            mark(action, &mut answers, &mut plan, &factors);
            // amounts are written as a person would say them
            let after = kg(&answers);
            assert!(
                after <= before * 1.001,
                "{name} {action:?}: {before} {after}"
            );
        }
    }
}

/// What another action makes possible is among the choices: with a meter the heat can be turned down.
#[test]
fn what_another_action_makes_possible_is_within_reach() {
    let factors = Factors::central();
    for (name, home) in homes() {
        let open = within_reach(ActionId::ALL.iter().copied(), &home, &factors);
        for action in ActionId::ALL.iter().copied() {
            let alone = action.applies(&home, &factors).is_ok();
            assert!(!alone || open.contains(&action), "{name} {action:?}");
        }
        if name.starts_with("harbin") {
            assert!(ActionId::HeatLower.applies(&home, &factors).is_err());
            assert!(open.contains(&ActionId::HeatLower));
            let without = ActionId::ALL
                .iter()
                .copied()
                .filter(|it| *it != ActionId::HeatMeter);
            assert!(!within_reach(without, &home, &factors).contains(&ActionId::HeatLower));
        }
    }
}

/// What changes nobody whose habits count has no part: of who eats no meat, plant days take nothing.
#[test]
fn what_changes_no_footprint_is_set_aside() {
    let factors = Factors::central();
    let (_, home) = homes()
        .into_iter()
        .find(|(name, _)| name.starts_with("plant"))
        .unwrap();
    for action in [
        ActionId::PlantDays,
        ActionId::LessBeefMutton,
        ActionId::Canteen,
    ] {
        let set = Joint::of([Chosen::usual(action)]);
        assert_eq!(
            set.set_aside(&home, &factors),
            [(action, WhyNot::NothingToChange)]
        );
    }
}

/// The questions that decide that a household cannot do an action.
fn deciding(action: ActionId, answers: &Answers) -> Vec<QuestionId> {
    let decided = decided_by(&[action], answers, &Factors::central());
    decided
        .into_iter()
        .flat_map(|(_, questions)| questions)
        .collect()
}

/// What no answer closes is told as assumed; once the question is answered, it is no longer.
#[test]
fn what_is_closed_by_defaults_alone_is_not_said() {
    let factors = Factors::central();
    let closed = [
        ActionId::NoCar,
        ActionId::HeatMeter,
        ActionId::LessBeefMutton,
    ];
    let mut answers = Answers::new();
    let assumed = not_said(&closed, &answers, &factors);
    assert_eq!(assumed, [ActionId::NoCar, ActionId::HeatMeter]);
    answers.set(QuestionId::Cars, Answer::List(Vec::new()));
    let assumed = not_said(&closed, &answers, &factors);
    assert_eq!(assumed, [ActionId::HeatMeter]);
}

/// Whoever cannot do an action learns which answer says so, or which question is open.
#[test]
fn what_does_not_apply_leads_to_the_question_that_decides() {
    let nothing = Answers::new();
    assert!(deciding(ActionId::NoCar, &nothing).contains(&QuestionId::Cars));
    assert!(deciding(ActionId::HeatMeter, &nothing).contains(&QuestionId::Province));
    assert!(deciding(ActionId::EconomyClass, &nothing).contains(&QuestionId::Flights));
    let warm = deciding(ActionId::HeatLower, &nothing);
    assert_eq!(warm.last(), Some(&QuestionId::IndoorTemperature));
    // what can be done needs no question
    assert_eq!(deciding(ActionId::LessBeefMutton, &nothing), []);
    let (_, harbin) = &answers()
        .into_iter()
        .find(|(name, _)| name.starts_with("harbin"))
        .unwrap();
    // who has said where the home is has said it
    assert!(harbin.knows(QuestionId::Province));
    for action in ActionId::ALL {
        let decided = deciding(*action, harbin);
        assert!(!decided.contains(&QuestionId::Province), "{action:?}");
        for question in decided {
            let home = Household::resolve(harbin, &Factors::central());
            assert!(question.applies(&home), "{action:?} {question:?}");
        }
    }
    assert_eq!(
        deciding(ActionId::FlightsToRail, harbin),
        [QuestionId::Flights]
    );
    assert_eq!(deciding(ActionId::NoSecondCar, harbin), [QuestionId::Cars]);
}

/// What a household could say of an action: every action has a reason, and none that cannot hold.
#[test]
fn reasons_are_those_that_can_hold() {
    let factors = Factors::central();
    let prices = Prices::of(&[]);
    let mut offered: Vec<(ActionId, Obstacle)> = Vec::new();
    let mut costs: Vec<ActionId> = Vec::new();
    for (name, home) in homes() {
        let by_area = home.heating == Heating::District && home.heat_billing == HeatBilling::ByArea;
        let plugs = |home: &Household| {
            let cars = home.cars.iter();
            let electric = cars.filter(|car| car.kind == CarKind::Electric).count();
            home.ebikes + electric as f64
        };
        for action in ActionId::ALL.iter().copied() {
            let reasons = reasons(action, &home);
            assert!(reasons.contains(&Obstacle::Other), "{name} {action:?}");
            let has = |obstacle| reasons.contains(&obstacle);
            assert!(!has(Obstacle::NoHeatMeter) || by_area, "{name} {action:?}");
            if action.applies(&home, &factors).is_err() {
                continue;
            }
            let chosen = Chosen::usual(action);
            let changed = Joint::of([chosen]).changed(&home, &factors);
            let charged = plugs(&changed) > plugs(&home);
            assert!(!charged || has(Obstacle::NoLiftOrCharger), "{action:?}");
            let cost = Cost::of(chosen, None, &home, &factors).unwrap();
            let saved = saved(&prices, &home, &changed, &factors);
            if cost.upfront.high > 0.0 || cost.running.high > 0.0 || saved.low < 0.0 {
                costs.push(action);
            }
            if cost.upfront.value >= 1000.0 {
                assert!(has(Obstacle::Cost), "{action:?}");
            }
            offered.extend(reasons.into_iter().map(|obstacle| (action, obstacle)));
        }
    }
    let mut wrong = Vec::new();
    for (action, obstacle) in offered {
        let about = action.action();
        let holds = match obstacle {
            Obstacle::Rented | Obstacle::Landlord | Obstacle::NoHeatMeter => {
                about.domain == Domain::Home
            }
            Obstacle::NoLiftOrCharger => {
                [ActionId::ElectricCar, ActionId::CarToEbike].contains(&action)
            }
            Obstacle::Cost => costs.contains(&action),
            Obstacle::Health => about.domain != Domain::Goods || action == ActionId::QuitSmoking,
            Obstacle::NoServiceNearby | Obstacle::Other => true,
        };
        if !holds && !wrong.contains(&(action, obstacle)) {
            wrong.push((action, obstacle));
        }
    }
    assert_eq!(wrong, []);
}

/// The meter of a home stays the sum of what is known of its uses: a heat pump takes the place of the
/// coal that is really burnt, not of what is estimated.
#[test]
fn a_meter_follows_in_proportion() {
    let factors = Factors::central();
    let answers = |coal: &str| {
        let text = format!(
            r#"{{"format": 1, "answers": {{"province": "CN-HE", "settlement": "village", "members": 3,
            "heating": "coal_stove", "cooking": "electric", "coal": {coal}}}}}"#
        );
        Household::resolve(&file::read(&text).unwrap().answers, &factors)
    };
    let (much, little) = (answers("4000"), answers("2000"));
    let heat_pump = usual(&[ActionId::CoalToHeatPump]);
    let more = |home: &Household| {
        let changed = heat_pump.changed(home, &factors);
        assert_eq!(changed.coal, 0.0);
        changed.electricity - home.electricity
    };
    let ratio = more(&much) / more(&little);
    assert!((ratio - 2.0).abs() < 1e-9, "{ratio}");
}

/// What a new car is charged with is no part of what the meter counted: it is added in full, also to a car that is
/// charged already, of which the meter counts less than estimated. Kilometres that are driven less follow the meter.
#[test]
fn what_is_charged_anew_is_added_in_full() {
    let factors = Factors::central();
    let cars = |owned: &str, kwh: &str| {
        let text = format!(
            r#"{{"format": 1, "answers": {{"province": "CN-HB", "settlement": "city", "members": 3,
            "cars": [{owned}{{"kind": "petrol", "km": 15000}}], "electricity": {kwh}}}}}"#
        );
        Household::resolve(&file::read(&text).unwrap().answers, &factors)
    };
    let more =
        |actions: &[ActionId], home: &Household| -usual(actions).metered_less(home, &factors);
    let near = |one: f64, other: f64| {
        assert!((one - other).abs() < 1e-9 * other.abs(), "{one} {other}");
    };
    let ev = [ActionId::ElectricCar];
    let known = |home: &Household| {
        let changed = usual(&ev).changed(home, &factors);
        let car = changed
            .cars
            .iter()
            .max_by(|one, other| one.km.total_cmp(&other.km));
        let car = car.unwrap();
        assert_eq!(car.kind, CarKind::Electric);
        car.km * car.charge_use / 100.0 * car.home_charging / 100.0
    };
    let owned = r#"{"kind": "bev", "km": 8000}, "#;
    for owned in ["", owned] {
        let (much, little) = (cars(owned, "600"), cars(owned, "40"));
        near(more(&ev, &little), known(&little));
        near(more(&ev, &much), known(&much));
        near(more(&ev, &little), more(&ev, &much));
    }
    let only = |kwh: &str| {
        let mut home = cars(owned, kwh);
        home.cars.truncate(1);
        -more(&[ActionId::DriveLess], &home)
    };
    let (much, little) = (only("600"), only("40"));
    assert!(0.0 < little && little < 0.5 * much, "{little} {much}");
}

fn target(home: &Household, share: f64) -> Target {
    let kg = footprint(home, &Factors::central()).per_person_kg();
    Target {
        kg: kg * share,
        year: 2030,
        scenario: DEFAULT_SCENARIO,
    }
}

fn searched(choices: &[Chosen], kg: f64, judge: &mut impl Judge) -> Found {
    let mut search = Search::new(choices.to_vec(), kg);
    while search.step(judge) {}
    search.best().unwrap().clone()
}

#[test]
fn among_twelve_actions_the_search_finds_what_brute_force_finds() {
    let world = World::whole(SEED, 64);
    for (name, answers) in answers() {
        let home = Household::resolve(&answers, &Factors::central());
        let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
        let mut actions = applicable(&home);
        // the deepest ones, and a few others
        actions.sort_by(|one, other| alone(&home, *other).total_cmp(&alone(&home, *one)));
        let twelve: Vec<Chosen> = (actions.iter().take(9))
            .chain(actions.iter().rev().take(3))
            .copied()
            .map(Chosen::usual)
            .collect();
        for (by, share) in [(By::Effort, 0.8), (By::Cost, 0.7), (By::Effort, 0.05)] {
            let target = target(&home, share);
            let mut judge = OnDraws::some(by, target, &home, &Plan::none(), &drawn, &world);
            let found = searched(&twelve, target.kg, &mut judge);
            let mut best: Option<(bool, f64, f64)> = None;
            for number in 0_usize..1 << twelve.len() {
                let bits = twelve.iter().enumerate();
                let set = Joint::of(bits.filter(|(at, _)| number >> at & 1 == 1).map(|it| *it.1));
                let (price, level) = (judge.price(&set), judge.level(&set, f64::INFINITY).unwrap());
                let reaches = level <= target.kg;
                let better = best.is_none_or(|(best_reaches, best_price, best_level)| {
                    if reaches != best_reaches {
                        reaches
                    } else if reaches {
                        (price, level) < (best_price, best_level)
                    } else {
                        level < best_level
                    }
                });
                if better {
                    best = Some((reaches, price, level));
                }
            }
            let (reaches, price, level) = best.unwrap();
            assert_eq!(found.level <= target.kg, reaches, "{name} {by:?}");
            if reaches {
                assert_eq!(found.price, price, "{name} {by:?}");
            }
            assert_eq!(found.level, level, "{name} {by:?}");
        }
    }
}

/// All that a household can do, alone or after another action.
fn choices(home: &Household) -> Vec<Chosen> {
    let all = ActionId::ALL.iter().copied();
    let open = within_reach(all, home, &Factors::central());
    open.into_iter().map(Chosen::usual).collect()
}

/// The sets with one action added, dropped, or swapped for another.
fn single_steps(set: &Joint, choices: &[Chosen]) -> Vec<Joint> {
    let mut steps = Vec::new();
    for one in choices {
        let mut toggled = set.clone();
        if set.has(one.action) {
            toggled.drop(one.action);
            for other in choices.iter().filter(|other| !set.has(other.action)) {
                let mut swapped = toggled.clone();
                swapped.choose(*other);
                steps.push(swapped);
            }
        } else {
            toggled.choose(*one);
        }
        steps.push(toggled);
    }
    steps
}

#[test]
fn over_all_actions_no_single_step_improves_what_is_found() {
    let world = World::whole(SEED, 64);
    for (name, answers) in answers() {
        let home = Household::resolve(&answers, &Factors::central());
        let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
        let choices = choices(&home);
        for (by, share) in [(By::Effort, 0.7), (By::Cost, 0.6), (By::Effort, 0.01)] {
            let target = target(&home, share);
            let mut judge = OnDraws::some(by, target, &home, &Plan::none(), &drawn, &world);
            let search = Search::new(choices.clone(), target.kg);
            let found = searched(&choices, target.kg, &mut judge);
            let check = |set: Joint| {
                let (price, level) = (judge.price(&set), judge.level(&set, f64::INFINITY).unwrap());
                let other = Found { set, price, level };
                assert!(!search.better(&other, &found), "{name} {by:?} {other:?}");
            };
            single_steps(&found.set, &choices)
                .into_iter()
                .for_each(check);
        }
    }
}

/// Where no set reaches the target, the deepest is the same whatever was to be saved on the way.
#[test]
fn the_deepest_set_does_not_depend_on_what_is_counted() {
    let world = World::whole(SEED, 64);
    for (name, answers) in answers() {
        let home = Household::resolve(&answers, &Factors::central());
        let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
        let choices = choices(&home);
        let target = target(&home, 0.01);
        let [effort, cost] = [By::Effort, By::Cost].map(|by| {
            let mut judge = OnDraws::some(by, target, &home, &Plan::none(), &drawn, &world);
            searched(&choices, target.kg, &mut judge)
        });
        assert!(effort.level > target.kg);
        assert_eq!(effort.set, cost.set, "{name}");
        assert_eq!(effort.level, cost.level, "{name}");
    }
}

/// The median over all draws, each household computed in full.
fn level(set: &Joint, target: Target, drawn: &Draws, world: &World) -> f64 {
    Quantiles::of(levels_in_full(set, target, drawn, world)).p50
}

/// What a search from the first to the last step finds.
fn answered(
    home: &Household,
    choices: &[Chosen],
    by: By,
    target: Target,
    drawn: &Draws,
    world: &World,
) -> Found {
    let mut finding = Finding::new(choices.to_vec(), by, target, Plan::none());
    let mut judge = finding.judge(home, drawn, world);
    while finding.step(&mut judge) {}
    finding.answer().unwrap().found.clone()
}

/// The search looks at some of the draws first; what it answers is what looking at all of them for every set
/// would have found.
#[test]
fn the_answer_is_that_of_brute_force_on_all_draws() {
    let world = World::whole(SEED, 512);
    for (name, answers) in answers().into_iter().step_by(3) {
        let home = Household::resolve(&answers, &Factors::central());
        let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
        let mut actions = applicable(&home);
        actions.sort_by(|one, other| alone(&home, *other).total_cmp(&alone(&home, *one)));
        let some: Vec<Chosen> = (actions.iter().take(5))
            .chain(actions.iter().skip(9).step_by(6).take(3))
            .copied()
            .map(Chosen::usual)
            .collect();
        let sets = (0_usize..1 << some.len()).map(|number| {
            let bits = some.iter().enumerate();
            Joint::of(bits.filter(|(at, _)| number >> at & 1 == 1).map(|it| *it.1))
        });
        let base = target(&home, 1.0);
        let sets: Vec<(Joint, f64)> = sets
            .map(|set| {
                let level = level(&set, base, &drawn, &world);
                (set, level)
            })
            .collect();
        let deepest = sets
            .iter()
            .map(|(_, level)| *level)
            .fold(f64::INFINITY, f64::min);
        let none = sets[0].1;
        for (by, part) in [
            (By::Effort, 0.3),
            (By::Effort, 0.8),
            (By::Cost, 0.6),
            (By::Cost, 1.2),
        ] {
            let target = Target {
                kg: none - part * (none - deepest),
                ..base
            };
            let found = answered(&home, &some, by, target, &drawn, &world);
            let mut judge = OnDraws::some(by, target, &home, &Plan::none(), &drawn, &world);
            let reaching = sets.iter().filter(|(_, level)| *level <= target.kg);
            let best = reaching
                .map(|(set, level)| (judge.price(set), *level))
                .min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
            let told = (found.price, found.level);
            match best {
                Some(best) => assert_eq!(told, best, "{name} {by:?} {part}"),
                None => assert_eq!(found.level, deepest, "{name} {by:?} {part}"),
            }
        }
    }
}

/// Over all actions no action added, dropped or swapped improves the answer, by all draws.
#[test]
fn no_single_step_improves_the_answer_on_all_draws() {
    let world = World::whole(SEED, 512);
    for (name, answers) in answers().into_iter().step_by(4) {
        let home = Household::resolve(&answers, &Factors::central());
        let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
        let choices = choices(&home);
        let target = target(&home, 0.75);
        let by = By::Effort;
        let found = answered(&home, &choices, by, target, &drawn, &world);
        let search = Search::new(choices.clone(), target.kg);
        let mut judge = OnDraws::some(by, target, &home, &Plan::none(), &drawn, &world);
        let check = |set: Joint| {
            let price = judge.price(&set);
            // dearer sets improve nothing once the target is reached
            if found.level <= target.kg && price > found.price {
                return;
            }
            let level = level(&set, target, &drawn, &world);
            let other = Found { set, price, level };
            assert!(!search.better(&other, &found), "{name} {other:?} {found:?}");
        };
        single_steps(&found.set, &choices)
            .into_iter()
            .for_each(check);
    }
}

#[test]
fn the_target_is_met_by_the_median() {
    let world = World::whole(SEED, 256);
    let (_, answers) = &answers()[0];
    let home = Household::resolve(answers, &Factors::central());
    let drawn = draws(answers, &world, InBaseYear::of(Gas::Co2e));
    let target = target(&home, 0.7);
    let choices = choices(&home);
    let mut finding = Finding::new(choices, By::Effort, target, Plan::none());
    let mut judge = finding.judge(&home, &drawn, &world);
    while finding.step(&mut judge) {}
    let found = &finding.answer().unwrap().found;
    let levels = levels_in_full(&found.set, target, &drawn, &world);
    let reached = levels.iter().filter(|kg| **kg <= target.kg).count();
    assert!(Quantiles::of(levels.clone()).p50 <= target.kg);
    assert!(2 * reached >= levels.len());
}

#[test]
fn effort_and_costs_are_those_of_the_table() {
    let home = &homes()[0].1;
    let factors = Factors::central();
    let lamps = Chosen::usual(ActionId::LedLamps);
    let cost = tanlu_model::actions::cost::Cost::of(lamps, None, home, &factors).unwrap();
    let facts = ActionFacts::of("led_lamps").unwrap();
    assert_eq!(cost.upfront, facts.upfront);
    // an annuity over the life, at the stated interest
    let years = facts.life.value;
    let interest: f64 = 0.03;
    let annuity = interest / (1.0 - (1.0 + interest).powf(-years));
    let expected = facts.upfront.value * annuity + facts.running.value;
    assert!((cost.per_year(interest) - expected).abs() < 1e-9);
}

/// Where a draw has what the household lacks, what does not apply to the household changes nothing: in some draws
/// heat is paid by a meter and could be turned down.
#[test]
fn the_search_counts_only_what_applies_to_the_household() {
    let world = World::whole(SEED, 64);
    let answers = personas::persona("harbin_retired_couple");
    let home = Household::resolve(&answers, &Factors::central());
    let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
    let target = target(&home, 0.7);
    let mut judge = OnDraws::some(By::Cost, target, &home, &Plan::none(), &drawn, &world);
    let mut level = |actions: &[ActionId]| judge.level(&usual(actions), f64::INFINITY).unwrap();
    let (meter, lower) = (ActionId::HeatMeter, ActionId::HeatLower);
    assert_eq!(
        level(&[lower, ActionId::PlantDays]),
        level(&[ActionId::PlantDays])
    );
    assert!(level(&[meter, lower]) < level(&[meter]));
}

/// A mark is not offered where the household's own list says otherwise, and writes no amount that nobody told.
#[test]
fn a_mark_does_not_contradict_what_is_listed_and_makes_up_no_amount() {
    let factors = Factors::central();
    let shanghai = personas::persona("shanghai_two_cars");
    for action in [
        ActionId::ElectricCar,
        ActionId::SmallerCar,
        ActionId::NoCar,
        ActionId::NoSecondCar,
    ] {
        assert_eq!(
            contradicts(action, &shanghai, &factors),
            Some(QuestionId::Cars)
        );
    }
    assert_eq!(contradicts(ActionId::EcoDriving, &shanghai, &factors), None);
    assert_eq!(
        contradicts(ActionId::NoCar, &Answers::new(), &factors),
        None
    );
    for (name, given) in answers() {
        let home = Household::resolve(&given, &factors);
        for action in applicable(&home) {
            let (mut answers, mut plan) = (given.clone(), Plan::none());
            mark(action, &mut answers, &mut plan, &factors);
            for (place, _) in &plan.wrote {
                let whole = answers.get(place.question);
                let made_up = place.field.is_none() && !matches!(whole, Some(Answer::Choice(_)));
                assert!(!made_up, "{name} {action:?} {place:?}");
            }
            // what is left to be told is open
            let open = untold(action, &answers, &factors);
            assert!(open.iter().all(|question| !answers.knows(*question)));
        }
    }
}

/// What a changed household pays less a year: at central prices, and when each price lies at the end of its range that
/// makes the saving small or large.
fn saved(prices: &Prices, home: &Household, changed: &Household, factors: &Factors) -> Band {
    let less = |pick: &dyn Fn(RowId) -> f64| {
        prices.paid_at(home, factors, pick) - prices.paid_at(changed, factors, pick)
    };
    let asked = RefCell::new(BTreeSet::new());
    let unpriced = less(&|row| {
        asked.borrow_mut().insert(row);
        0.0
    });
    let mut saved = Band {
        value: unpriced,
        low: unpriced,
        high: unpriced,
    };
    for row in asked.into_inner() {
        let alone = |price: f64| less(&|other| if other == row { price } else { 0.0 }) - unpriced;
        let (low, high) = row.range();
        let (one, other) = (alone(low), alone(high));
        saved.value += alone(factors.value(row));
        saved.low += one.min(other);
        saved.high += one.max(other);
    }
    saved
}

/// The central yuan a year lie within their range.
#[test]
fn what_bills_save_lies_within_its_range() {
    let factors = Factors::central();
    let prices = Prices::of(&[]);
    for (name, home) in homes() {
        for action in applicable(&home) {
            let changed = usual(&[action]).changed(&home, &factors);
            let saved = saved(&prices, &home, &changed, &factors);
            let within = saved.low - 1e-6 <= saved.value && saved.value <= saved.high + 1e-6;
            assert!(within, "{name} {action:?} {saved:?}");
        }
    }
}

/// What trials come to on the draws of a household, with money.
fn told(answers: &Answers, plan: &Plan, trials: Vec<Trial>, world: &World) -> Vec<Outcome> {
    let drawn = draws(answers, world, InBaseYear::of(Gas::Co2e));
    let money = Money::of(Prices::of(&plan.prices), world);
    let mut effects = Effects::new(trials);
    while effects.step(&drawn, world, Some(&money)) {}
    let savings = effects.finish().into_iter();
    savings.map(|savings| savings.told()).collect()
}

/// Yuan on draws are those of the full bills of the same households: of each, all of what it takes, before and after,
/// at the same prices.
#[test]
fn yuan_on_draws_are_those_of_full_bills() {
    let world = World::whole(SEED, 64).with_central_factors();
    let factors = Factors::central();
    // every price known, so that it is the same in all draws
    let own: Vec<(Tariff, Expected)> = Tariff::ALL
        .iter()
        .map(|tariff| (*tariff, Expected::exactly(2.0)))
        .collect();
    let only_tariffs = [
        ActionId::HeatLower,
        ActionId::LedLamps,
        ActionId::WaterLess,
        ActionId::ElectricCar,
        ActionId::GasToHeatPump,
        ActionId::CoalToHeatPump,
        ActionId::RooftopSolar,
    ];
    for (name, answers) in answers() {
        let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
        let prices = Prices::of(&own);
        let money = Money::of(prices.clone(), &world);
        for action in only_tariffs {
            let free = OwnCost {
                upfront: Some(Expected::exactly(0.0)),
                running: Some(Expected::exactly(0.0)),
                life: None,
            };
            let mut plan = Plan::none();
            plan.costs.push((action, free));
            let chosen = Chosen::usual(action);
            let mut effects = Effects::new([Trial::alone(chosen, &plan)]);
            while effects.step(&drawn, &world, Some(&money)) {}
            let savings = effects.finish().pop().unwrap();
            let set = Joint::of([chosen]);
            for (home, yuan) in drawn.households().zip(savings.yuan()) {
                let changed = set.changed(home, &factors);
                let full = prices.paid(home, &factors) - prices.paid(&changed, &factors);
                let off = (full - yuan).abs();
                assert!(off < 1e-6, "{name} {action:?} {full} {yuan}");
            }
        }
    }
}

/// A habit that nobody has told saves as many yuan as kilograms: none by the median where most do not have it.
#[test]
fn a_habit_that_most_do_not_have_saves_neither_kilograms_nor_yuan_by_the_median() {
    let world = World::whole(SEED, 512);
    let plan = Plan::none();
    let quit = || Trial::alone(Chosen::usual(ActionId::QuitSmoking), &plan);
    let open = told(&Answers::new(), &plan, vec![quit()], &world)[0];
    assert_eq!((open.kg.p50, open.yuan.p50), (0.0, 0.0));
    assert!(open.yuan.p95 > 1000.0 && open.sure < 0.5 && open.per_tonne.is_none());
    let smokes = r#"{"format": 1, "answers": {"cigarettes": 10}}"#;
    let smokes = file::read(smokes).unwrap().answers;
    let told = told(&smokes, &plan, vec![quit()], &world)[0];
    assert!(told.kg.p50 > 0.0 && told.yuan.p05 > 0.0 && told.sure == 1.0);
}

/// Costs lie within the ranges of the table or the household's own, never beyond, and the sum of a plan within the sums
/// of the ends.
#[test]
fn costs_on_draws_keep_their_ranges() {
    let world = World::whole(SEED, 512);
    let factors = Factors::central();
    for name in ["shanghai_two_cars", "harbin_retired_couple"] {
        let answers = personas::persona(name);
        let home = Household::resolve(&answers, &factors);
        let mut plan = Plan::none();
        let mut ends = (0.0, 0.0);
        for action in [
            ActionId::LedLamps,
            ActionId::StandbyOff,
            ActionId::NewWindows,
        ] {
            let from = 2027;
            let chosen = Chosen::usual(action);
            plan.choose(Step { chosen, from });
            let own = Expected {
                low: 100.0,
                high: 500.0,
            };
            let own = OwnCost {
                upfront: Some(own),
                ..OwnCost::default()
            };
            plan.costs.push((action, own));
            if action.applies(&home, &factors).is_ok() {
                ends = (ends.0 + 100.0, ends.1 + 500.0);
            }
        }
        let all = told(
            &answers,
            &plan,
            vec![Trial::of_plan(&plan, &plan.set_aside(&home, &factors))],
            &world,
        );
        let upfront = all[0].upfront;
        assert!(upfront.p05 < upfront.p50 && upfront.p50 < upfront.p95);
        assert!(upfront.p95 <= ends.1, "{name} {upfront:?} {ends:?}");
        // apart from each other: all at one end at once is rarer than one in twenty
        let narrower = upfront.p95 - upfront.p05 < ends.1 - ends.0;
        assert!(ends.1 == 500.0 || narrower, "{name} {upfront:?} {ends:?}");
    }
}

/// What one set saves beyond another is the difference of their savings, draw by draw.
#[test]
fn a_set_over_another_saves_the_difference() {
    let world = World::whole(SEED, 64);
    let answers = personas::persona("shanghai_two_cars");
    let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
    let (one, other) = (
        usual(&[ActionId::ElectricCar, ActionId::PlantDays]),
        usual(&[ActionId::DriveLess]),
    );
    let mut effects = Effects::new([
        Trial::over(one.clone(), other.clone()),
        one.into(),
        other.into(),
    ]);
    while effects.step(&drawn, &world, None) {}
    let [over, one, other] = effects.finish().try_into().unwrap();
    let pairs = one.by_draw().iter().zip(other.by_draw());
    for (over, (one, other)) in over.by_draw().iter().zip(pairs) {
        assert!((over - (one - other)).abs() < 1e-6);
    }
}

/// Every action names values that its effect rests on: each moves what it saves, comes from a source, and lies in
/// the ledger; what is named first has a range.
#[test]
fn every_action_rests_on_values_with_sources() {
    let factors = Factors::central();
    let known = personas::PERSONAS.iter();
    let known = known.map(|(_, text)| file::read(text).unwrap().answers);
    let homes: Vec<Household> = known.map(|it| Household::resolve(&it, &factors)).collect();
    for &action in ActionId::ALL {
        let found = rests_on_in(Chosen::usual(action), &homes, &factors);
        assert!(!found.is_empty(), "{}", action.id());
        let first = found[0];
        let (low, high) = first.range();
        assert!(low < high, "{}: {}", action.id(), first.id());
        let able = |home: &&Household| action.applies(home, &factors).is_ok();
        let moves = |home: &Household, row: RowId| {
            let (low, _) = row.range();
            let end = if low < row.value() {
                low
            } else {
                1.1 * row.value()
            };
            let moved = factors.clone().with(row, end);
            point(home, &usual(&[action]), &moved) != alone(home, action)
        };
        for row in found.iter().take(10) {
            assert!(!row.row().sources.is_empty(), "{}", row.id());
            let mut all = homes.iter().filter(able);
            let any = homes.iter().any(|home| able(&home));
            assert!(
                !any || all.any(|home| moves(home, *row)),
                "{} {}",
                action.id(),
                row.id()
            );
        }
    }
}

/// A change whose size is the household's own rests on the factors of what it lowers, and on nothing else.
#[test]
fn a_choice_of_amount_rests_on_the_factors_of_what_it_lowers() {
    let factors = Factors::central();
    let home = Household::resolve(&Answers::default(), &factors);
    let rests = |action| -> Vec<&str> {
        let found = rests_on(Chosen::usual(action), &home, &factors);
        found.iter().map(|rests| rests.row.id()).collect()
    };
    assert_eq!(rests(ActionId::FewerParcels), ["parcel"]);
    assert_eq!(rests(ActionId::QuitSmoking), ["cigarette"]);
    let clothes = rests(ActionId::ClothesLonger);
    assert!(clothes.contains(&"cloth_trousers_ademe"), "{clothes:?}");
}

/// What the meter shows less is told of the very draws of the kilograms.
#[test]
fn what_the_meter_shows_less_is_a_median_over_the_draws() {
    let world = World::whole(SEED, 128).with_central_factors();
    let factors = Factors::central();
    let answers = personas::persona("chengdu_family");
    let drawn = draws(&answers, &world, InBaseYear::of(Gas::Co2e));
    for action in [
        ActionId::StandbyOff,
        ActionId::ElectricCar,
        ActionId::PlantDays,
    ] {
        let trial = Trial::alone(Chosen::usual(action), &Plan::none());
        let outcome = told(&answers, &Plan::none(), vec![trial], &world)[0];
        let less = |home| usual(&[action]).metered_less(home, &factors);
        let kwh = Quantiles::of(drawn.households().map(less).collect());
        assert_eq!(outcome.kwh, kwh, "{action:?}");
        let (low, high) = (outcome.kwh.p05, outcome.kwh.p95);
        match action {
            ActionId::StandbyOff => assert!(low >= 0.0 && high > 10.0),
            ActionId::ElectricCar => assert!(low < -10.0),
            _ => assert_eq!((low, high), (0.0, 0.0)),
        }
    }
}

fn answers_of(text: &str) -> Answers {
    let text = format!("{{\"format\": 1, \"answers\": {text}}}");
    file::read(&text).unwrap().answers
}

/// What is said to be done already is held against the answers: what none that does it would answer is a contradiction.
#[test]
fn what_is_done_already_may_not_be_denied_by_an_answer() {
    let factors = Factors::central();
    for (text, action, denied) in [
        (
            r#"{"cars": [{}, {}]}"#,
            ActionId::NoCar,
            Some(QuestionId::Cars),
        ),
        (r#"{"cars": []}"#, ActionId::NoCar, None),
        (r#"{}"#, ActionId::NoCar, None),
        (
            r#"{"cars": []}"#,
            ActionId::DriveLess,
            Some(QuestionId::Cars),
        ),
        (r#"{"cars": [{}]}"#, ActionId::NoSecondCar, None),
        (
            r#"{"cars": [{}, {}]}"#,
            ActionId::NoSecondCar,
            Some(QuestionId::Cars),
        ),
        (
            r#"{"cars": [{"kind": "bev"}]}"#,
            ActionId::ElectricCar,
            None,
        ),
        (
            r#"{"heating": "gas_boiler"}"#,
            ActionId::HeatMeter,
            Some(QuestionId::Heating),
        ),
        (
            r#"{"heating": "heat_pump"}"#,
            ActionId::CoalToHeatPump,
            None,
        ),
        (
            r#"{"heating": "gas_boiler"}"#,
            ActionId::CoalToHeatPump,
            Some(QuestionId::Heating),
        ),
        (r#"{"heating": "none"}"#, ActionId::NewWindows, None),
        (r#"{"flights": []}"#, ActionId::FlightsToRail, None),
        (
            r#"{"dwelling": "apartment_lift"}"#,
            ActionId::RooftopSolar,
            Some(QuestionId::Dwelling),
        ),
    ] {
        let found = contradicts(action, &answers_of(text), &factors);
        assert_eq!(found, denied, "{text} {action:?}");
    }
}

/// No household that does an action is told that it does not: the answers of the changed household deny nothing.
#[test]
fn a_household_that_does_an_action_never_denies_it() {
    let factors = Factors::central();
    for (name, answers) in answers() {
        let home = Household::resolve(&answers, &factors);
        for action in applicable(&home) {
            let changed = usual(&[action]).changed(&home, &factors);
            let mut done = answers.clone();
            let moved = QuestionId::ALL.iter().copied();
            let moved = moved.filter(|it| home.answer(*it) != changed.answer(*it));
            moved.for_each(|question| done.set(question, changed.answer(question)));
            // a second car may be left, of which it could be said that it is not done
            let left = action.applies(&Household::resolve(&done, &factors), &factors);
            if left.is_err() {
                let denied = contradicts(action, &done, &factors);
                assert_eq!(denied, None, "{name} {action:?}");
            }
        }
    }
}

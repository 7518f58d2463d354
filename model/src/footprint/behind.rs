//! The rows behind a value that no row is itself: of a default, and of what follows from an answer.

use super::energy::usual_temperature;
use super::line::Origin;
use crate::answers::Answers;
use crate::catalogue::{Household, Person, QuestionId as Q};
use crate::choice::WasteSorting;
use crate::defaults::nation;
use crate::factors::Factors;
use crate::household::{CarGuess, Value};
use crate::rows::{ProvinceQuantity, RowId, id};
use crate::unit::MONTHS_PER_YEAR;

/// What a default rests on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Behind {
    /// Rows of the tables.
    pub rows: Vec<RowId>,
    /// Statistics of the household's province.
    pub province: Vec<ProvinceQuantity>,
}

/// What the default behind a value of a formula rests on, found by trying: another value of each row and of each
/// statistic of the province, and whether the default then is another. Nothing where the value was answered.
pub fn behind_default(
    origin: Origin,
    household: &Household,
    answers: &Answers,
    factors: &Factors,
) -> Behind {
    match origin {
        Origin::Answer(question) if !answers.knows(question) => {
            let mut other = household.clone();
            moved(factors, |factors| {
                other.set_default(question, 1.0, factors);
                other.value(question)
            })
        }
        Origin::OtherAdult(question) => moved(factors, |factors| {
            Person::average(household, factors).number(question)
        }),
        Origin::Item(question, field) => match answers.known(question) {
            // what the items do not say
            Some(answer) => moved(factors, |factors| {
                let guess = |_| CarGuess::default();
                let list = household.value_of(question, answer, &guess, factors);
                of_items(list.as_ref(), field)
            }),
            None => {
                let mut other = household.clone();
                moved(factors, |factors| {
                    other.set_default(question, 1.0, factors);
                    of_items(Some(&other.value(question)), field)
                })
            }
        },
        _ => Behind::default(),
    }
}

/// A field of all items of a list.
fn of_items(list: Option<&Value>, field: &str) -> Vec<Value> {
    let list = list.into_iter();
    list.flat_map(|list| (0..).map_while(|at| list.of_item(at, field)))
        .collect()
}

/// What of another value makes another result.
fn moved<T: PartialEq>(factors: &Factors, mut result: impl FnMut(&Factors) -> T) -> Behind {
    let central = result(factors);
    let mut other = factors.clone();
    let moves = |row: &RowId| {
        let value = factors.value(*row);
        other.set(*row, 3.0 * value + 1.0);
        let moves = result(&other) != central;
        other.set(*row, value);
        moves
    };
    let rows = RowId::all().filter(moves).collect();
    let quantities = ProvinceQuantity::ALL.iter().copied();
    let province = quantities
        .filter(|quantity| result(&factors.clone().with_statistic(*quantity, 3.0)) != central)
        .collect();
    Behind { rows, province }
}

/// The rows by which what a household can spend moves the defaults of a question.
pub fn rows_of_afforded(question: Q) -> Vec<RowId> {
    let need = question.need().map(|need| need.elasticity());
    need.map_or(Vec::new(), |elasticity| {
        vec![elasticity, id::SPENDING_LOG_SD]
    })
}

/// What a person of the nation spends a month on average, yuan: what a household's spending is held against.
pub fn spent_in_nation() -> f64 {
    nation().spending / MONTHS_PER_YEAR
}

/// The rows by which a value follows from the answer to a question that is not the value itself.
pub fn rows_of_effect(question: Q, household: &Household) -> Vec<RowId> {
    match question {
        Q::IndoorTemperature => vec![id::HEATING_PER_DEGC, usual_temperature(household.heating)],
        Q::CoolingSetpoint => vec![id::COOLING_PER_DEGC, id::COOLING_SETPOINT],
        Q::SecondHand => vec![id::SECOND_HAND_REST, id::SECOND_HAND_SHARE],
        Q::WasteSorting => {
            let captured = match household.waste_sorting {
                WasteSorting::Always => Some(id::SORT_CAPTURE_ALWAYS),
                WasteSorting::Sometimes => Some(id::SORT_CAPTURE_SOMETIMES),
                WasteSorting::Never => None,
            };
            let shares = [id::WASTE_FOOD_SHARE, id::WASTE_SHARE_INCIN];
            captured.into_iter().chain(shares).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::file;
    use crate::footprint::{Footprint, footprint};
    use std::collections::BTreeSet;

    const HOMES: [&str; 3] = [
        r#"{"format": 1, "answers": {}}"#,
        r#"{"format": 1, "answers": {"province": "CN-BJ", "settlement": "city", "members": 3,
            "heating": "gas_boiler", "indoor_temperature": 22, "waste_sorting": "always",
            "cars": [{"kind": "hev", "size": "suv_large"}], "cooling_setpoint": 24}}"#,
        r#"{"format": 1, "answers": {"province": "CN-HB", "settlement": "village", "members": 4,
            "heating": "air_conditioner", "second_hand": 20, "waste_sorting": "sometimes"}}"#,
    ];

    fn rows(origin: Origin, answers: &Answers) -> Vec<&'static str> {
        let factors = Factors::central();
        let home = Household::resolve(answers, &factors);
        let behind = behind_default(origin, &home, answers, &factors);
        behind.rows.into_iter().map(RowId::id).collect()
    }

    #[test]
    fn a_default_names_its_rows_and_an_answer_none() {
        let [nothing, beijing, _] = HOMES.map(|home| file::read(home).unwrap().answers);
        let pork = rows(Origin::Answer(Q::Pork), &nothing);
        assert!(pork.contains(&"diet_pork"), "{pork:?}");
        assert!(rows(Origin::Answer(Q::IndoorTemperature), &beijing).is_empty());
        assert!(rows(Origin::Answer(Q::Province), &nothing).is_empty());
        let used = rows(Origin::Item(Q::Cars, "fuel_use"), &beijing);
        assert_eq!(used, ["l100_hev_suv_large"]);
        let other = rows(Origin::OtherAdult(Q::Pork), &nothing);
        assert!(other.contains(&"diet_pork"), "{other:?}");
    }

    #[test]
    fn a_default_that_follows_the_province_names_its_statistic() {
        let factors = Factors::central();
        let shanghai = r#"{"format": 1, "answers": {"province": "CN-SH", "settlement": "city"}}"#;
        let answers = file::read(shanghai).unwrap().answers;
        let home = Household::resolve(&answers, &factors);
        let behind = |question| {
            let origin = Origin::Answer(question);
            behind_default(origin, &home, &answers, &factors).province
        };
        for (question, quantity) in [
            (Q::Electricity, ProvinceQuantity::ElecResPc),
            (Q::Metro, ProvinceQuantity::MetroTripsPc),
            (Q::AirConditioners, ProvinceQuantity::AcPer100hh),
            (Q::Spending, ProvinceQuantity::ConsumptionPc),
        ] {
            let found = behind(question);
            assert!(found.contains(&quantity), "{question:?}: {found:?}");
        }
        assert_eq!(behind(Q::Pork), []);
        // what was answered rests on nothing
        assert_eq!(behind(Q::Settlement), []);
    }

    /// What moves the operand of an effect is named, and nothing is named that never does.
    #[test]
    fn an_effect_names_the_rows_that_move_it() {
        let factors = Factors::central();
        let operands = |footprint: &Footprint, question: Q| -> Vec<f64> {
            let steps = footprint
                .lines
                .iter()
                .flat_map(|line| &line.quantity.formula);
            let of_it = steps.filter(|step| step.origin == Origin::Answer(question));
            of_it.map(|step| step.value).collect()
        };
        for question in [
            Q::IndoorTemperature,
            Q::CoolingSetpoint,
            Q::SecondHand,
            Q::WasteSorting,
        ] {
            let (mut named, mut moving) = (BTreeSet::new(), BTreeSet::new());
            for text in HOMES {
                let answers = file::read(text).unwrap().answers;
                let home = Household::resolve(&answers, &factors);
                let before = operands(&footprint(&home, &factors), question);
                if before.is_empty() {
                    continue;
                }
                named.extend(rows_of_effect(question, &home));
                moving.extend(RowId::all().filter(|row| {
                    // a little, so that no effect falls below nothing
                    let other = factors.clone().with(*row, 1.01 * row.value() + 1e-4);
                    operands(&footprint(&home, &other), question) != before
                }));
            }
            assert_eq!(named, moving, "{question:?}");
        }
    }
}

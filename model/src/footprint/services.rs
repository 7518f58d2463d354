//! Services and leisure, and pets.

use super::LineId;
use super::line::{Amount, Line};
use super::person::personal;
use super::working::Working;
use crate::applies::{has_pets, owns_car};
use crate::catalogue::{Household, QuestionId as Q};
use crate::factors::Factors;
use crate::rows::{RowId, id};
use crate::unit::DAYS_PER_YEAR;

/// Spending of one person a year on services, whose producer price is the price paid.
const PERSONAL_SPENDING: &[(Q, LineId, RowId)] = &[
    (Q::Education, LineId::Education, id::CEDA_611B00),
    (Q::Culture, LineId::Culture, id::CEDA_712000),
    (Q::HealthServices, LineId::HealthServices, id::CEDA_622000),
    (Q::PersonalCare, LineId::PersonalCare, id::CEDA_812100),
];

/// The lines of services and leisure.
pub fn lines<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let mine = |question, line, each: &dyn Fn(Amount<W>) -> Amount<W>, row| {
        let you = household.you.number(question);
        let average = household.other_adult.number(question);
        let whole = personal(household, question, you, average, factors, each);
        Line::new(line, whole.amount, whole.my_share).factor(row, factors)
    };
    lines.push(mine(
        Q::HotelNights,
        LineId::HotelNights,
        &|amount| amount,
        id::HOTEL_NIGHT,
    ));
    // the screen's electricity is in the home's meter: only network and data centre count here
    let streamed = |amount: Amount<W>| {
        amount
            .times_unit(DAYS_PER_YEAR)
            .times_row(id::STREAMING_NETWORK_SHARE, factors)
    };
    lines.push(mine(
        Q::Streaming,
        LineId::Streaming,
        &streamed,
        id::STREAMING,
    ));
    for (question, line, row) in PERSONAL_SPENDING {
        lines.push(mine(*question, *line, &|amount| amount, *row));
    }
    let shared = 1.0 / household.members;
    let h = household;
    for (question, spent, line, row) in [
        (
            Q::HomeServices,
            h.home_services,
            LineId::HomeServices,
            id::CEDA_561700,
        ),
        (
            Q::CarRepair,
            if owns_car(h) { h.car_repair } else { 0.0 },
            LineId::CarRepair,
            id::CEDA_811100,
        ),
        (
            Q::Vet,
            if has_pets(h) { h.vet } else { 0.0 },
            LineId::Vet,
            id::CEDA_541940,
        ),
    ] {
        lines.push(Line::new(line, Amount::answer(question, spent), shared).factor(row, factors));
    }
    for (question, animals, line, eaten, row) in [
        (
            Q::Dogs,
            h.dogs,
            LineId::DogFood,
            id::DOG_FOOD_KG,
            id::DOG_FOOD,
        ),
        (
            Q::Cats,
            h.cats,
            LineId::CatFood,
            id::CAT_FOOD_KG,
            id::CAT_FOOD,
        ),
    ] {
        let food = Amount::answer(question, animals).times_row(eaten, factors);
        lines.push(Line::new(line, food, shared).factor(row, factors));
    }
}

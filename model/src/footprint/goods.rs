//! Goods: clothing, devices, appliances, furniture, parcels, spending, and vehicles' manufacture.
//!
//! What is owned is spread over its life; the use phase of devices is in the home's meter.

use super::LineId;
use super::line::{Amount, Line, Origin};
use super::person::personal;
use super::working::Working;
use crate::catalogue::{Household, QuestionId as Q};
use crate::choice::DeviceCare;
use crate::derived::{Number, answer, row, unit};
use crate::factors::Factors;
use crate::rows::{RowId, id};
use crate::unit::{DAYS_PER_YEAR, KG_PER_TONNE, MONTHS_PER_YEAR, WEEKS_PER_YEAR};

/// Clothing: bought in a year, by one person.
const CLOTHES: &[(Q, LineId, RowId)] = &[
    (Q::Tshirts, LineId::Tshirts, id::CLOTH_TSHIRT_ADEME),
    (Q::Shirts, LineId::Shirts, id::CLOTH_SHIRT_ADEME),
    (Q::Trousers, LineId::Trousers, id::CLOTH_TROUSERS_ADEME),
    (Q::Pullovers, LineId::Pullovers, id::CLOTH_PULLOVER_ADEME),
    (Q::Coats, LineId::Coats, id::CLOTH_COAT_ADEME),
    (Q::Dresses, LineId::Dresses, id::CLOTH_DRESS_ADEME),
    (Q::Shoes, LineId::Shoes, id::CLOTH_SHOES_ADEME),
    (Q::Underwear, LineId::Underwear, id::UNDERWEAR),
];

/// Devices of one person: question, line, years of use, part without use at home, factor.
const DEVICES: &[(Q, LineId, RowId, Option<RowId>, RowId)] = &[
    (
        Q::Laptops,
        LineId::Laptops,
        id::LIFE_LAPTOP,
        Some(id::EMBODIED_SHARE_LAPTOP),
        id::LAPTOP,
    ),
    (
        Q::Desktops,
        LineId::Desktops,
        id::LIFE_DESKTOP,
        Some(id::EMBODIED_SHARE_DESKTOP),
        id::DESKTOP,
    ),
    (
        Q::Tablets,
        LineId::Tablets,
        id::LIFE_TABLET,
        Some(id::EMBODIED_SHARE_TABLET),
        id::TABLET,
    ),
    (
        Q::Monitors,
        LineId::Monitors,
        id::LIFE_MONITOR,
        None,
        id::MONITOR,
    ),
];

/// Spending of one person a month, at shop prices: question, line, factor at producer prices.
const SPENDING: &[(Q, LineId, RowId)] = &[
    (Q::Cleaning, LineId::Cleaning, id::CEDA_325610),
    (Q::Cosmetics, LineId::Cosmetics, id::CEDA_325620),
    (Q::ToysSport, LineId::ToysSport, id::CEDA_339930),
    (Q::Medicines, LineId::Medicines, id::CEDA_325412),
    (Q::OtherGoods, LineId::OtherGoods, id::NBS_OTHER),
];

/// A line of what one person has or buys.
fn mine<W: Working>(
    household: &Household,
    factors: &Factors,
    (question, line, row): (Q, LineId, RowId),
    each: impl Fn(Amount<W>) -> Amount<W>,
) -> Line<W> {
    let you = household.you.number(question);
    let average = household.other_adult.number(question);
    let whole = personal(household, question, you, average, factors, each);
    Line::new(line, whole.amount, whole.my_share).factor(row, factors)
}

/// Clothing.
pub fn clothes<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let counted = second_hand(household, factors);
    for what in CLOTHES {
        let each = |amount: Amount<W>| amount.times(Origin::Answer(Q::SecondHand), counted);
        lines.push(mine(household, factors, *what, each));
    }
}

/// Phones and computers.
pub fn devices<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    lines.push(phones(household, factors));
    for (question, line, life, embodied, row) in DEVICES {
        let each = |amount: Amount<W>| {
            let yearly = used_up(amount, *life, household, factors);
            match embodied {
                Some(share) => yearly.times_row(*share, factors),
                None => yearly,
            }
        };
        lines.push(mine(household, factors, (*question, *line, *row), each));
    }
}

/// Parcels, other goods by spending, cigarettes.
pub fn other<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let shared = 1.0 / household.members;
    let parcels = Amount::answer(Q::Parcels, household.parcels).times_unit(WEEKS_PER_YEAR);
    lines.push(Line::new(LineId::Parcels, parcels, shared).factor(id::PARCEL, factors));
    for what in SPENDING {
        lines.push(mine(household, factors, *what, |amount| {
            amount
                .times_unit(MONTHS_PER_YEAR)
                .times_row(id::SHOP_PRICE_SHARE, factors)
        }));
    }
    let renovation = Amount::answer(Q::Renovation, household.renovation);
    lines.push(Line::new(LineId::Renovation, renovation, shared).factor(id::CEDA_230302, factors));
    lines.push(cigarettes(household, factors));
}

/// Children do not smoke, whatever the adults do.
fn cigarettes<W: Working>(household: &Household, factors: &Factors) -> Line<W> {
    let (you, average) = (household.you.cigarettes, household.other_adult.cigarettes);
    let each = |amount: Amount<W>| amount.times_unit(DAYS_PER_YEAR);
    let whole = personal(household, Q::Cigarettes, you, average, factors, each);
    Line::new(LineId::Cigarettes, whole.amount, whole.my_share).factor(id::CIGARETTE, factors)
}

/// What clothes count against the mean, whose second-hand part the tables' amounts hold:
/// `(1 - share x (1 - rest)) / (1 - mean share x (1 - rest))`.
pub(crate) fn second_hand<N: Number>(household: &Household, factors: &Factors) -> N {
    let one = || N::plain(1.0);
    let saved = || one() - row(id::SECOND_HAND_REST, factors);
    let share = answer::<N>(Q::SecondHand, household.second_hand) / unit(100.0);
    let mean: N = row(id::SECOND_HAND_SHARE, factors);
    (one() - share.at_most(1.0) * saved()) / (one() - mean * saved())
}

/// What of devices is used up in a year: they last their mean life, or longer, or less.
fn used_up<W: Working>(
    devices: Amount<W>,
    life: RowId,
    household: &Household,
    factors: &Factors,
) -> Amount<W> {
    let care = match household.device_care {
        DeviceCare::Early => id::DEVICE_LIFE_EARLY,
        DeviceCare::Average => id::DEVICE_LIFE_AVERAGE,
        DeviceCare::Long => id::DEVICE_LIFE_LONG,
    };
    devices.over_row(life, factors).over_row(care, factors)
}

/// One phone per person, replaced after the years that it is kept.
fn phones<W: Working>(household: &Household, factors: &Factors) -> Line<W> {
    let yearly = |years: f64| if years > 0.0 { 1.0 / years } else { 0.0 };
    let you = yearly(household.you.phone_life);
    let average = yearly(household.other_adult.phone_life);
    let each = |amount: Amount<W>| amount.times_row(id::EMBODIED_SHARE_PHONE, factors);
    let whole = personal(household, Q::PhoneLife, you, average, factors, each);
    Line::new(LineId::Phones, whole.amount, whole.my_share).factor(id::PHONE, factors)
}

/// Appliances of the home, each spread over its life.
pub fn appliances<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let shared = 1.0 / household.members;
    let h = household;
    let appliances = [
        (
            Q::Televisions,
            h.televisions,
            LineId::Televisions,
            id::LIFE_TV,
            id::TV_LCD,
        ),
        (
            Q::Fridges,
            h.fridges,
            LineId::Fridges,
            id::LIFE_FRIDGE,
            id::APP_FRIDGE_ADEME,
        ),
        (
            Q::Freezers,
            h.freezers,
            LineId::Freezers,
            id::LIFE_FREEZER,
            id::APP_FREEZER_ADEME,
        ),
        (
            Q::WashingMachines,
            h.washing_machines,
            LineId::WashingMachines,
            id::LIFE_WASHER,
            id::APP_WASHER_ADEME,
        ),
        (
            Q::Dryers,
            h.dryers,
            LineId::Dryers,
            id::LIFE_DRYER,
            id::APP_DRYER_ADEME,
        ),
        (
            Q::Dishwashers,
            h.dishwashers,
            LineId::Dishwashers,
            id::LIFE_DISHWASHER,
            id::APP_DISHWASHER_ADEME,
        ),
        (
            Q::Ovens,
            h.ovens,
            LineId::Ovens,
            id::LIFE_OVEN,
            id::APP_OVEN_ADEME,
        ),
        (
            Q::Microwaves,
            h.microwaves,
            LineId::Microwaves,
            id::LIFE_MICROWAVE,
            id::APP_MICROWAVE_ADEME,
        ),
        (
            Q::CookerHoods,
            h.cooker_hoods,
            LineId::CookerHoods,
            id::LIFE_HOOD,
            id::APP_HOOD_ADEME,
        ),
        (
            Q::Hobs,
            h.hobs,
            LineId::Hobs,
            id::LIFE_HOB,
            id::APP_HOB_ADEME,
        ),
        (
            Q::AirConditioners,
            h.air_conditioners,
            LineId::AirConditioners,
            id::LIFE_AC,
            id::AC_MFG,
        ),
    ];
    for (question, count, line, life, row) in appliances {
        let yearly = used_up(Amount::answer(question, count), life, household, factors);
        lines.push(Line::new(line, yearly, shared).factor(row, factors));
    }
}

/// Furniture bought in a year.
pub fn furniture<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let shared = 1.0 / household.members;
    let h = household;
    let bought = [
        (Q::Sofas, h.sofas, LineId::Sofas, id::REC_FURN_SOFA),
        (
            Q::Mattresses,
            h.mattresses,
            LineId::Mattresses,
            id::REC_FURN_MATTRESS,
        ),
        (Q::Beds, h.beds, LineId::Beds, id::REC_FURN_BED),
        (Q::Tables, h.tables, LineId::Tables, id::REC_FURN_TABLE),
        (Q::Chairs, h.chairs, LineId::Chairs, id::REC_FURN_CHAIR),
        (
            Q::Wardrobes,
            h.wardrobes,
            LineId::Wardrobes,
            id::REC_FURN_WARDROBE,
        ),
    ];
    for (question, count, line, row) in bought {
        lines.push(Line::new(line, Amount::answer(question, count), shared).factor(row, factors));
    }
}

/// Vehicles' manufacture: cars over their kilometres, the others over their years.
pub fn vehicles<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let shared = 1.0 / household.members;
    for car in &household.cars {
        let Some(row) = car.manufacture() else {
            continue;
        };
        let used_up =
            Amount::of(Origin::Item(Q::Cars, "km"), car.km).over_row(id::LIFE_CAR_KM, factors);
        let line = Line::new(LineId::CarManufacture, used_up, shared);
        lines.push(line.scaled_factor(row, KG_PER_TONNE, factors));
    }
    let others = [
        (
            Q::Ebikes,
            household.ebikes,
            LineId::EbikesMade,
            id::LIFE_EBIKE,
            id::MFG_EBIKE,
        ),
        (
            Q::Motorcycles,
            household.motorcycles,
            LineId::MotorcyclesMade,
            id::LIFE_MOTORCYCLE,
            id::MFG_MOTORCYCLE,
        ),
        (
            Q::Bicycles,
            household.bicycles,
            LineId::BicyclesMade,
            id::LIFE_BIKE,
            id::MFG_BIKE,
        ),
    ];
    for (question, count, line, life, row) in others {
        let yearly = Amount::of(Origin::Answer(question), count).over_row(life, factors);
        lines.push(Line::new(line, yearly, shared).factor(row, factors));
    }
}

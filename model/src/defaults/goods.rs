//! Defaults of things bought and owned.

use super::{counts_from_rows, from_rows};
use crate::catalogue::Household;
use crate::choice::DeviceCare;
use crate::derived::{Number, members, row, unit};
use crate::factors::Factors;
use crate::rows::id;
use crate::unit::{DAYS_PER_YEAR, MONTHS_PER_YEAR, WEEKS_PER_YEAR};

counts_from_rows! {
    televisions = OWN_TV_HH;
    fridges = OWN_FRIDGE_HH;
    freezers = OWN_FREEZER_HH;
    washing_machines = OWN_WASHER_HH;
    dryers = OWN_DRYER_HH;
    dishwashers = OWN_DISHWASHER_HH;
    ovens = OWN_OVEN_HH;
    microwaves = OWN_MICROWAVE_HH;
    cooker_hoods = OWN_HOOD_HH;
    hobs = OWN_HOB_HH;
    bicycles = OWN_BIKE_HH;
}

from_rows! {
    sofas = BUY_SOFA;
    mattresses = BUY_MATTRESS;
    beds = BUY_BED;
    tables = BUY_TABLE;
    chairs = BUY_CHAIR;
    wardrobes = BUY_WARDROBE;
    tshirts = BUY_TSHIRT;
    shirts = BUY_SHIRT;
    trousers = BUY_TROUSERS;
    pullovers = BUY_PULLOVER;
    coats = BUY_COAT;
    dresses = BUY_DRESS;
    shoes = BUY_SHOES;
    underwear = BUY_UNDERWEAR;
    phone_life = LIFE_PHONE;
    laptops = OWN_LAPTOP_PC;
    desktops = OWN_DESKTOP_PC;
    tablets = OWN_TABLET_PC;
    monitors = OWN_MONITOR_PC;
    second_hand = SECOND_HAND_SHARE * 100.0;
    renovation = SPEND_RENOVATION;
    cleaning = SPEND_CLEANING / MONTHS_PER_YEAR;
    cosmetics = SPEND_COSMETICS / MONTHS_PER_YEAR;
    toys_sport = SPEND_TOYS_SPORT / MONTHS_PER_YEAR;
    medicines = SPEND_MEDICINES / MONTHS_PER_YEAR;
    other_goods = SPEND_OTHER_GOODS / MONTHS_PER_YEAR;
}

/// The mean number of e-bikes per household, rounded.
pub fn ebikes<N: Number>(_: &Household, factors: &Factors) -> N {
    (row::<N>(id::OWN_EBIKE, factors) / unit(100.0)).rounded()
}

/// None.
pub fn motorcycles<N: Number>(_: &Household, _: &Factors) -> N {
    N::plain(0.0)
}

/// The middle answer.
pub fn device_care(_: &Household, _: &Factors) -> DeviceCare {
    DeviceCare::Average
}

/// The mean person's parcels, for every member.
pub fn parcels<N: Number>(household: &Household, factors: &Factors) -> N {
    row::<N>(id::PARCELS_PC, factors) * members(household) / unit(WEEKS_PER_YEAR)
}

/// The mean person's cigarettes a day, non-smokers included.
pub fn cigarettes<N: Number>(_: &Household, factors: &Factors) -> N {
    let each = row(id::CIGARETTES_SMOKER, factors);
    row::<N>(id::SMOKER_SHARE, factors) * each / unit(DAYS_PER_YEAR)
}

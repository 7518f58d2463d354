//! Actions on goods, services and leisure.

use super::everyone::{everyone, less, scale};
use super::{Action, Rebound, Stage, WhyNot};
use crate::catalogue::QuestionId as Q;
use crate::choice::DeviceCare;
use crate::footprint::Section;
use crate::question::Domain;

const CLOTHES: &[Q] = &[
    Q::Tshirts,
    Q::Shirts,
    Q::Trousers,
    Q::Pullovers,
    Q::Coats,
    Q::Dresses,
    Q::Shoes,
    Q::Underwear,
];

const FURNITURE: &[Q] = &[
    Q::Sofas,
    Q::Mattresses,
    Q::Beds,
    Q::Tables,
    Q::Chairs,
    Q::Wardrobes,
];

const GOODS: Action = Action {
    stage: Stage::Avoid,
    domain: Domain::Goods,
    reaches: &[Section::OtherGoods],
    possible: |_, _| Ok(()),
    change: |_, _, _| {},
    rebound: Rebound::No,
};

/// Fewer clothes bought, since each is worn longer.
pub(super) const CLOTHES_LONGER: Action = Action {
    reaches: &[Section::Clothes],
    change: |home, percent, _| scale(home, CLOTHES, less(percent)),
    ..GOODS
};

/// A phone kept for more years.
pub(super) const PHONE_LONGER: Action = Action {
    reaches: &[Section::Devices],
    change: |home, years, _| {
        everyone(home, |person| person.add(Q::PhoneLife, years));
    },
    ..GOODS
};

/// Computers and appliances repaired and kept longer.
pub(super) const DEVICES_LONGER: Action = Action {
    reaches: &[Section::Devices, Section::Appliances],
    possible: |home, _| match home.device_care {
        DeviceCare::Long => Err(WhyNot::Already),
        DeviceCare::Average | DeviceCare::Early => Ok(()),
    },
    change: |home, _, _| home.device_care = DeviceCare::Long,
    ..GOODS
};

/// Less furniture bought, since it is kept longer or bought used.
pub(super) const FURNITURE_LONGER: Action = Action {
    reaches: &[Section::Furniture],
    change: |home, percent, _| {
        for &piece in FURNITURE {
            home.scale(piece, less(percent));
        }
    },
    ..GOODS
};

/// Fewer parcels.
pub(super) const FEWER_PARCELS: Action = Action {
    change: |home, percent, _| home.parcels *= less(percent),
    ..GOODS
};

/// No cigarettes.
pub(super) const QUIT_SMOKING: Action = Action {
    change: |home, _, _| scale(home, &[Q::Cigarettes], 0.0),
    ..GOODS
};

/// Less of other goods bought: borrowed, shared, or left in the shop.
pub(super) const BUY_LESS: Action = Action {
    change: |home, percent, _| {
        let bought = [Q::OtherGoods, Q::ToysSport, Q::Cosmetics];
        scale(home, &bought, less(percent));
    },
    ..GOODS
};

/// A share of the clothes bought second-hand.
pub(super) const SECOND_HAND: Action = Action {
    stage: Stage::Shift,
    reaches: &[Section::Clothes],
    possible: |home, _| {
        if home.second_hand >= 80.0 {
            Err(WhyNot::Already)
        } else {
            Ok(())
        }
    },
    change: |home, percent, _| home.second_hand = home.second_hand.max(percent),
    ..GOODS
};

const SERVICES: Action = Action {
    domain: Domain::Services,
    reaches: &[Section::Services],
    ..GOODS
};

/// Fewer nights in hotels, since holidays are nearer home.
pub(super) const HOLIDAY_NEARER: Action = Action {
    change: |home, percent, _| scale(home, &[Q::HotelNights], less(percent)),
    ..SERVICES
};

/// Fewer hours of video.
pub(super) const STREAM_LESS: Action = Action {
    change: |home, percent, _| scale(home, &[Q::Streaming], less(percent)),
    ..SERVICES
};

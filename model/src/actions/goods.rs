//! Actions on goods, services and leisure.

use super::everyone::{everyone, less, scale};
use super::{Action, Rebound, Stage, Strength, StrengthUnit, WhyNot};
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
    id: "",
    stage: Stage::Avoid,
    domain: Domain::Goods,
    reaches: &[Section::OtherGoods],
    strength: None,
    possible: |_, _| Ok(()),
    change: |_, _, _| {},
    rebound: Rebound::No,
};

const fn percent(high: f64, usual: f64) -> Option<Strength> {
    Some(Strength {
        low: 10.0,
        high,
        usual,
        step: 10.0,
        unit: StrengthUnit::Percent,
    })
}

/// Fewer clothes bought, since each is worn longer.
pub(super) const CLOTHES_LONGER: Action = Action {
    id: "clothes_longer",
    reaches: &[Section::Clothes],
    strength: percent(70.0, 30.0),
    change: |home, percent, _| scale(home, CLOTHES, less(percent)),
    ..GOODS
};

/// A phone kept for more years.
pub(super) const PHONE_LONGER: Action = Action {
    id: "phone_longer",
    reaches: &[Section::Devices],
    strength: Some(Strength {
        low: 1.0,
        high: 5.0,
        usual: 2.0,
        step: 1.0,
        unit: StrengthUnit::Years,
    }),
    change: |home, years, _| {
        everyone(home, |person| person.add(Q::PhoneLife, years));
    },
    ..GOODS
};

/// Computers and appliances repaired and kept longer.
pub(super) const DEVICES_LONGER: Action = Action {
    id: "devices_longer",
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
    id: "furniture_longer",
    reaches: &[Section::Furniture],
    strength: percent(80.0, 30.0),
    change: |home, percent, _| {
        for &piece in FURNITURE {
            home.scale(piece, less(percent));
        }
    },
    ..GOODS
};

/// Fewer parcels.
pub(super) const FEWER_PARCELS: Action = Action {
    id: "fewer_parcels",
    strength: percent(80.0, 30.0),
    change: |home, percent, _| home.parcels *= less(percent),
    ..GOODS
};

/// No cigarettes.
pub(super) const QUIT_SMOKING: Action = Action {
    id: "quit_smoking",
    change: |home, _, _| scale(home, &[Q::Cigarettes], 0.0),
    ..GOODS
};

/// Less of other goods bought: borrowed, shared, or left in the shop.
pub(super) const BUY_LESS: Action = Action {
    id: "buy_less",
    strength: percent(50.0, 20.0),
    change: |home, percent, _| {
        let bought = [Q::OtherGoods, Q::ToysSport, Q::Cosmetics];
        scale(home, &bought, less(percent));
    },
    ..GOODS
};

/// A share of the clothes bought second-hand.
pub(super) const SECOND_HAND: Action = Action {
    id: "second_hand_clothes",
    stage: Stage::Shift,
    reaches: &[Section::Clothes],
    strength: percent(80.0, 30.0),
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
    id: "holiday_nearer",
    strength: percent(80.0, 30.0),
    change: |home, percent, _| scale(home, &[Q::HotelNights], less(percent)),
    ..SERVICES
};

/// Fewer hours of video.
pub(super) const STREAM_LESS: Action = Action {
    id: "stream_less",
    strength: percent(80.0, 50.0),
    change: |home, percent, _| scale(home, &[Q::Streaming], less(percent)),
    ..SERVICES
};

//! The prior of every question: what is likely among households as long as nobody answers.
//!
//! A prior is the question's default, which follows from what is known before it, times the spread
//! between households like this one; its mean stays the default's. What people may not have at all
//! is a share of those who have any, times an amount among them. Choices and counts have the shares
//! of `shares.csv`. Where a spread or a share comes from stands in the rows named here: the `spread`
//! rows of `averages.csv` and `assumptions.csv`, and `priors.csv`.

use crate::affluence::Need;
use crate::catalogue::QuestionId as Q;
use crate::rows::{RowId, ShareGroup, id, share};

/// What differs between households and no question asks: drawn with the factors. The other rows that
/// hold a spread are drawn with the question whose default they give.
pub const UNASKED: &[RowId] = &[
    id::HOT_WATER_HEAT_PC,
    id::COOKING_HEAT_HH,
    id::COOLING_KWH_ITEM_CDD,
    id::PV_SELF_USE,
    id::CHARGING_HOME_SHARE,
    id::WASTE_PC,
    id::WASTE_PC_RURAL,
    id::DOG_FOOD_KG,
    id::CAT_FOOD_KG,
    id::AIR_TRIP_DOM_KM,
    id::AIR_TRIP_INT_KM,
    id::METRO_TRIP_KM,
    id::PRICE_GAS,
    id::PRICE_LPG,
    id::PRICE_COAL,
    id::PRICE_WATER,
];

/// Who has any of a thing.
#[derive(Debug, Clone, Copy)]
pub enum Users {
    /// Everybody.
    All,
    /// The share of a row.
    Row(RowId),
    /// The share of an option in a region of the shares.
    Share(&'static [ShareGroup], &'static str, &'static str),
}

/// How an open question is drawn.
#[derive(Debug, Clone, Copy)]
pub enum Draw {
    /// Not at all: the default stands.
    Settled,
    /// Where the household lives.
    Place,
    /// An option, by the shares of the place; of heating the row of how many district heat may reach.
    Options(Option<RowId>),
    /// A count, by the shares of the place; some follow what the household can afford, by a
    /// correlation.
    Count(Option<RowId>),
    /// A whole number next to the mean of a row.
    Whole(RowId),
    /// An amount: its default times a lognormal spread whose range the row gives.
    Amount {
        /// The row whose 5 % and 95 % quantiles give the spread, in whatever unit.
        spread: RowId,
        /// Who has any.
        users: Users,
    },
    /// Cars: their number as a count, their kind and size by shares, their kilometres as an amount.
    Cars,
}

/// The prior of a question.
#[derive(Debug, Clone, Copy)]
pub struct Prior {
    /// How it is drawn.
    pub draw: Draw,
    /// The need through which spending moves it, if it does.
    pub need: Option<Need>,
}

const fn settled() -> Prior {
    Prior {
        draw: Draw::Settled,
        need: None,
    }
}

const fn plain(draw: Draw) -> Prior {
    Prior { draw, need: None }
}

/// An amount that everybody has some of.
const fn amount(spread: RowId, need: Option<Need>) -> Prior {
    Prior {
        draw: Draw::Amount {
            spread,
            users: Users::All,
        },
        need,
    }
}

/// An amount that some have.
const fn some(users: Users, need: Need) -> Prior {
    Prior {
        draw: Draw::Amount {
            spread: id::SPREAD_AMONG_USERS,
            users,
        },
        need: Some(need),
    }
}

/// The prior of a question.
pub const fn prior(question: Q) -> Prior {
    match question {
        Q::Province | Q::Settlement => plain(Draw::Place),
        // whom answers cover is told, not guessed; solar roofs and green power are rare: see their rows
        Q::TravelScope
        | Q::FoodScope
        | Q::GoodsScope
        | Q::LeisureScope
        | Q::SolarPower
        | Q::GreenPower => settled(),
        Q::Members | Q::Children | Q::Ebikes | Q::Motorcycles => plain(Draw::Count(None)),
        Q::AirConditioners => plain(Draw::Count(Some(id::AC_BY_SPENDING))),
        Q::Cars => plain(Draw::Cars),
        Q::Heating => plain(Draw::Options(Some(id::DISTRICT_HEAT_MOST))),
        Q::Dwelling
        | Q::BuildingAge
        | Q::HeatBilling
        | Q::HeatPumpKind
        | Q::CoalKind
        | Q::BiomassKind
        | Q::HeatingHabit
        | Q::Cooking
        | Q::WaterHeating
        | Q::HotWaterUse
        | Q::Windows
        | Q::ApplianceGrade
        | Q::Lamps
        | Q::Standby
        | Q::DeviceCare
        | Q::VegetableSeason
        | Q::CoolingHabit
        | Q::WasteSorting
        | Q::FoodWaste => plain(Draw::Options(None)),
        _ => owned(question),
    }
}

/// Priors of what is owned or bought by the piece: a household has no half of it.
const fn owned(question: Q) -> Prior {
    plain(Draw::Whole(match question {
        Q::Bicycles => id::OWN_BIKE_HH,
        Q::Televisions => id::OWN_TV_HH,
        Q::Fridges => id::OWN_FRIDGE_HH,
        Q::Freezers => id::OWN_FREEZER_HH,
        Q::WashingMachines => id::OWN_WASHER_HH,
        Q::Dryers => id::OWN_DRYER_HH,
        Q::Dishwashers => id::OWN_DISHWASHER_HH,
        Q::Ovens => id::OWN_OVEN_HH,
        Q::Microwaves => id::OWN_MICROWAVE_HH,
        Q::CookerHoods => id::OWN_HOOD_HH,
        Q::Hobs => id::OWN_HOB_HH,
        Q::Dogs => id::OWN_DOG_HH,
        Q::Cats => id::OWN_CAT_HH,
        Q::Laptops => id::OWN_LAPTOP_PC,
        Q::Desktops => id::OWN_DESKTOP_PC,
        Q::Tablets => id::OWN_TABLET_PC,
        Q::Monitors => id::OWN_MONITOR_PC,
        Q::Sofas => id::BUY_SOFA,
        Q::Mattresses => id::BUY_MATTRESS,
        Q::Beds => id::BUY_BED,
        Q::Tables => id::BUY_TABLE,
        Q::Chairs => id::BUY_CHAIR,
        Q::Wardrobes => id::BUY_WARDROBE,
        _ => return measured(question),
    }))
}

/// Priors of amounts.
const fn measured(question: Q) -> Prior {
    use Need::*;
    let row = Users::Row;
    match question {
        Q::Spending => amount(id::SPREAD_SPENDING, None),
        Q::FloorArea => amount(id::FLOOR_HH_CITY, Some(Dwelling)),
        Q::IndoorTemperature => amount(id::INDOOR_DISTRICT, None),
        Q::DistrictHeat => amount(id::SPREAD_HEAT, None),
        Q::CoolingSetpoint => amount(id::COOLING_SETPOINT, None),
        Q::Gas | Q::Lpg | Q::Coal | Q::Biomass => amount(id::SPREAD_FUEL, None),
        Q::Water => amount(id::WATER_HOME_PC, None),
        Q::Electricity => amount(id::SPREAD_ELECTRICITY, Some(Energy)),
        Q::Parcels => amount(id::PARCELS_PC, Some(Goods)),
        Q::Renovation => some(row(id::USERS_RENOVATION), Services),
        Q::HomeServices => some(row(id::USERS_HOME_SERVICES), Services),
        Q::CarRepair => amount(id::SPEND_CAR_REPAIR, None),
        Q::Vet => some(row(id::USERS_VET), Services),
        Q::Bus => amount(id::BUS_PC, None),
        // the boardings of a province are those of its people, whatever they spend
        Q::Metro => plain(Draw::Amount {
            spread: id::SPREAD_AMONG_USERS,
            users: Users::Share(share::METRO_USE, "CN-metro-city", "weekly_or_more"),
        }),
        Q::Taxi => amount(id::TAXI_PC, Some(Travel)),
        Q::Ebike => amount(id::SPREAD_AMONG_USERS, None),
        Q::Motorcycle => amount(id::MOTORCYCLE_KM, None),
        Q::Coach => some(row(id::USERS_COACH), Travel),
        Q::Rail => amount(id::RAIL_PC, Some(Travel)),
        Q::HighSpeedRail => amount(id::HSR_PC, Some(LongTravel)),
        Q::Flights => some(Users::Share(share::FLEW_IN_YEAR, "CN", "yes"), LongTravel),
        Q::HotelNights => some(row(id::USERS_HOTEL_NIGHTS), LongTravel),
        Q::Streaming => amount(id::STREAMING_H, None),
        Q::Education => some(row(id::USERS_EDUCATION), Education),
        Q::Culture => amount(id::SPEND_CULTURE, Some(Services)),
        Q::HealthServices => amount(id::SPEND_HEALTH_SERVICES, Some(Health)),
        Q::PersonalCare => amount(id::SPEND_PERSONAL_CARE, Some(Services)),
        Q::Tshirts => amount(id::BUY_TSHIRT, Some(Clothing)),
        Q::Shirts => some(row(id::USERS_SHIRTS), Clothing),
        Q::Trousers => amount(id::BUY_TROUSERS, Some(Clothing)),
        Q::Pullovers => some(row(id::USERS_PULLOVERS), Clothing),
        Q::Coats => amount(id::BUY_COAT, Some(Clothing)),
        Q::Dresses => some(row(id::USERS_DRESSES), Clothing),
        Q::Shoes => amount(id::BUY_SHOES, Some(Clothing)),
        Q::Underwear => amount(id::BUY_UNDERWEAR, Some(Clothing)),
        Q::SecondHand => plain(Draw::Amount {
            spread: id::SPREAD_AMONG_USERS,
            users: row(id::USERS_SECOND_HAND),
        }),
        Q::PhoneLife => amount(id::LIFE_PHONE, None),
        Q::Cleaning => amount(id::SPEND_CLEANING, Some(Goods)),
        Q::Cosmetics => amount(id::SPEND_COSMETICS, Some(Services)),
        Q::ToysSport => amount(id::SPEND_TOYS_SPORT, Some(Services)),
        Q::Medicines => amount(id::SPEND_MEDICINES, Some(Health)),
        Q::OtherGoods => amount(id::SPEND_OTHER_GOODS, Some(Services)),
        Q::Cigarettes => Prior {
            draw: Draw::Amount {
                spread: id::CIGARETTES_SMOKER,
                users: row(id::SMOKER_SHARE),
            },
            need: None,
        },
        _ => eaten(question),
    }
}

/// Priors of food and drink.
const fn eaten(question: Q) -> Prior {
    use Need::*;
    let row = Users::Row;
    match question {
        Q::Rice => amount(id::SPREAD_STAPLES, Some(Staples)),
        Q::Wheat => amount(id::SPREAD_STAPLES, Some(Staples)),
        Q::CoarseGrain => amount(id::SPREAD_VARIED, Some(Staples)),
        Q::Tuber => amount(id::SPREAD_FOOD, Some(Staples)),
        Q::Bread => amount(id::SPREAD_VARIED, Some(Food)),
        Q::Tofu => amount(id::SPREAD_FOOD, Some(Staples)),
        Q::Soymilk => some(row(id::USERS_SOYMILK), Food),
        Q::Vegetables => amount(id::SPREAD_STAPLES, Some(Staples)),
        Q::Fruit => amount(id::SPREAD_FOOD, Some(Food)),
        Q::Nuts => amount(id::SPREAD_VARIED, Some(Food)),
        Q::Pork => amount(id::SPREAD_FOOD, Some(Food)),
        Q::Beef => amount(id::SPREAD_VARIED, Some(Food)),
        Q::Mutton => amount(id::SPREAD_VARIED, Some(Food)),
        Q::Poultry => amount(id::SPREAD_FOOD, Some(Food)),
        Q::Eggs => amount(id::SPREAD_FOOD, Some(Staples)),
        Q::Fish => amount(id::SPREAD_VARIED, Some(Food)),
        Q::Shrimp => amount(id::SPREAD_DRINKS, Some(Food)),
        Q::Milk => amount(id::SPREAD_VARIED, Some(Food)),
        Q::Yogurt => some(row(id::USERS_YOGURT), Food),
        Q::Cheese => some(row(id::USERS_CHEESE), Food),
        Q::Oil => amount(id::SPREAD_STAPLES, Some(Staples)),
        Q::Sugar => amount(id::SPREAD_DRINKS, Some(Drinks)),
        Q::InstantNoodles => some(row(id::USERS_INSTANT_NOODLES), Staples),
        Q::Tea => amount(id::SPREAD_DRINKS, Some(Drinks)),
        Q::Coffee => some(row(id::USERS_COFFEE), Drinks),
        Q::Beer => amount(id::SPREAD_DRINKS, Some(Drinks)),
        Q::Wine => some(row(id::USERS_WINE), Drinks),
        Q::Baijiu => amount(id::SPREAD_DRINKS, Some(Drinks)),
        Q::SoftDrinks => amount(id::SPREAD_DRINKS, Some(Drinks)),
        Q::Juice => some(row(id::USERS_JUICE), Drinks),
        Q::BottledWater => amount(id::SPREAD_DRINKS, Some(Drinks)),
        Q::MealsOut => some(row(id::USERS_MEALS_OUT), EatingOut),
        Q::Takeaway => some(Users::Share(share::TAKEAWAY_USER, "CN", "yes"), EatingOut),
        _ => settled(),
    }
}

impl Prior {
    /// The rows that give its spread and its share, but for those of its default.
    pub fn rows(&self) -> Vec<RowId> {
        match self.draw {
            Draw::Count(Some(row)) | Draw::Options(Some(row)) | Draw::Whole(row) => vec![row],
            Draw::Cars => vec![id::CARS_BY_SPENDING, id::CAR_KM],
            Draw::Amount { spread, users } => match users {
                Users::Row(share) => vec![spread, share],
                Users::All | Users::Share(..) => vec![spread],
            },
            Draw::Settled | Draw::Place | Draw::Options(None) | Draw::Count(None) => Vec::new(),
        }
    }
}

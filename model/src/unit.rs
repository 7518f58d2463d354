//! Units that a person may answer in, and how an amount becomes the question's default unit.

use crate::catalogue::Household;
use crate::choice::{CarKind, CarSize};
use crate::factors::Factors;
use crate::footprint::{Amount, Origin, Untold, Working};
use crate::household::Car;
use crate::rows::{Family, RowId, family, id};

/// Mean weeks in a year, 365 / 7.
pub const WEEKS_PER_YEAR: f64 = 365.0 / 7.0;
/// Days in a week.
pub const DAYS_PER_WEEK: f64 = 7.0;
/// Months in a year.
pub const MONTHS_PER_YEAR: f64 = 12.0;
/// Days in a year.
pub const DAYS_PER_YEAR: f64 = 365.0;
/// Megajoules in a kilowatt-hour.
pub const MJ_PER_KWH: f64 = 3.6;
/// Kilowatt-hours in a gigajoule.
pub const KWH_PER_GJ: f64 = 1000.0 / MJ_PER_KWH;
/// Kilograms in a tonne.
pub const KG_PER_TONNE: f64 = 1000.0;

macro_rules! answer_units {
    ($($(#[$meta:meta])* $variant:ident $symbol:literal),* $(,)?) => {
        /// A unit in which a question may be answered.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum AnswerUnit { $(#[doc = $symbol] $variant),* }

        impl AnswerUnit {
            /// Every unit, in a fixed order.
            pub const ALL: &'static [AnswerUnit] = &[$(AnswerUnit::$variant),*];

            /// The unit as written in the answers file, such as `kWh/month`.
            pub const fn symbol(self) -> &'static str {
                match self { $(AnswerUnit::$variant => $symbol),* }
            }

            /// The unit written so, if there is one.
            pub fn from_symbol(symbol: &str) -> Option<AnswerUnit> {
                Self::ALL.iter().copied().find(|unit| unit.symbol() == symbol)
            }
        }
    };
}

answer_units! {
    Person "person", SquareMetre "m2", Celsius "degC", Percent "%", Kilowatt "kW", Year "year",
    CnyPersonMonth "CNY/person.month", KwhMonth "kWh/month", KwhYear "kWh/year", CnyMonth "CNY/month", CnyYear "CNY/year",
    CubicMetreMonth "m3/month", CubicMetreYear "m3/year", KgYear "kg/year", KgMonth "kg/month",
    CylinderYear "cylinder/year", GigajouleSeason "GJ/season", TonneSeason "t/season",
    KgSeasonDay "kg/season.day",
    KmWeek "km/week", KmYear "km/year", LitrePer100Km "L/100km", KwhPer100Km "kWh/100km",
    ServingWeek "serving/week", GramDay "g/day", GramWeek "g/week", LitreWeek "L/week",
    LitreMonth "L/month", CupWeek "cup/week", BottleWeek "bottle/week", MealWeek "meal/week",
    OrderWeek "order/week", OrderMonth "order/month", ParcelWeek "parcel/week",
    ParcelMonth "parcel/month", Item "item", ItemYear "item/year", NightYear "night/year",
    TripYear "trip/year", HourDay "h/day", HourWeek "h/week", CigaretteDay "cigarette/day",
    PackWeek "pack/week", Km "km",
}

/// How an amount in another unit becomes an amount in the question's default unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Conversion {
    /// Multiply by a constant that follows from the definition of the units.
    Times(f64),
    /// Divide by a researched value: yuan by a price, kilograms by the content of a cylinder.
    Over(RowId),
    /// Divide yuan by the price of the household's province.
    AtProvincialPrice(Family),
    /// Multiply an amount of the household by a constant and divide it by its members.
    PerMember(f64),
    /// Multiply an amount a day by the days of the province's heating season.
    DaysOfSeason(Family),
    /// Litres of fuel a month, or yuan spent on it at a price a litre, to the kilometres a year of a
    /// compact petrol car. A car of its own use scales them: see `Car`.
    FuelOfCompactCar(Option<RowId>),
    /// Kilograms bought a month to servings a week: grams of a serving, edible part of what is bought.
    KgMonthToServings(RowId, Option<RowId>),
}

impl Conversion {
    /// The amount in the default unit for one unit of the other.
    pub fn per_unit(self, household: &Household, factors: &Factors) -> f64 {
        let one: Amount<Untold> = Amount::of(Origin::Unit, 1.0);
        self.convert(one, household, factors).value
    }

    /// An amount in the other unit as one in the default unit.
    pub fn convert<W: Working>(
        self,
        amount: Amount<W>,
        household: &Household,
        factors: &Factors,
    ) -> Amount<W> {
        match self {
            Conversion::Times(by) => amount.times_unit(by),
            Conversion::Over(row) => amount.over_row(row, factors),
            Conversion::AtProvincialPrice(of) => {
                amount.over_row(of.row(household.province), factors)
            }
            Conversion::PerMember(by) => amount
                .times_unit(by)
                .over(Origin::Members, household.members),
            Conversion::DaysOfSeason(days) => {
                amount.times_row(days.row(household.province), factors)
            }
            Conversion::FuelOfCompactCar(price) => {
                let litres = match price {
                    Some(price) => amount.over_row(price, factors),
                    None => amount,
                };
                let yearly = litres.times_unit(MONTHS_PER_YEAR).times_unit(100.0);
                match Car::fuel_row(CarKind::Petrol, CarSize::Compact) {
                    Some(use_of_it) => yearly.over_row(use_of_it, factors),
                    None => yearly,
                }
            }
            Conversion::KgMonthToServings(serving, edible) => {
                let bought = amount.times_unit(MONTHS_PER_YEAR).times_unit(1000.0);
                let eaten = match edible {
                    Some(edible) => bought.times_row(edible, factors),
                    None => bought,
                };
                eaten
                    .over(Origin::Unit, WEEKS_PER_YEAR)
                    .over_row(serving, factors)
            }
        }
    }
}

/// One unit that a number question accepts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitChoice {
    /// The unit.
    pub unit: AnswerUnit,
    /// How it becomes the default unit; the default unit itself is `Times(1.0)`.
    pub conversion: Conversion,
}

const fn one(unit: AnswerUnit, conversion: Conversion) -> UnitChoice {
    UnitChoice { unit, conversion }
}

const fn base(unit: AnswerUnit) -> UnitChoice {
    one(unit, Conversion::Times(1.0))
}

/// Sets of units that questions share, the default unit first.
pub mod sets {
    use super::*;
    use AnswerUnit::*;

    macro_rules! set {
        ($($(#[$meta:meta])* $name:ident = [$base:ident $(, $unit:ident by $conversion:expr)*];)*) => {
            $($(#[$meta])* pub const $name: &[UnitChoice] = &[base($base) $(, one($unit, $conversion))*];)*
        };
    }

    set! {
        /// People.
        PEOPLE = [Person];
        /// Floor area.
        AREA = [SquareMetre];
        /// Temperature.
        TEMPERATURE = [Celsius];
        /// A share in percent.
        SHARE = [Percent];
        /// Rated power of a solar roof.
        SOLAR_POWER = [Kilowatt];
        /// Electricity, by the meter or by the bill.
        ELECTRICITY = [KwhMonth,
            CnyMonth by Conversion::AtProvincialPrice(family::PRICE_ELEC),
            KwhYear by Conversion::Times(1.0 / MONTHS_PER_YEAR)];
        /// Piped gas, by the meter or by the bill.
        GAS = [CubicMetreMonth,
            CnyMonth by Conversion::Over(id::PRICE_GAS),
            CubicMetreYear by Conversion::Times(1.0 / MONTHS_PER_YEAR)];
        /// Bottled gas, by the cylinder or by weight.
        BOTTLED_GAS = [CylinderYear, KgYear by Conversion::Over(id::LPG_BOTTLE),
            CnyYear by Conversion::Over(id::PRICE_LPG)];
        /// Coal.
        COAL = [KgYear, TonneSeason by Conversion::Times(KG_PER_TONNE),
            KgSeasonDay by Conversion::DaysOfSeason(family::SEASON),
            CnyYear by Conversion::Over(id::PRICE_COAL)];
        /// Firewood or straw.
        BIOMASS = [KgYear, KgMonth by Conversion::Times(MONTHS_PER_YEAR),
            KgSeasonDay by Conversion::DaysOfSeason(family::SEASON)];
        /// Heat by the meter.
        HEAT = [GigajouleSeason, KwhYear by Conversion::Times(1.0 / KWH_PER_GJ)];
        /// Tap water, by the meter or by the bill.
        WATER = [CubicMetreMonth, CnyMonth by Conversion::Over(id::PRICE_WATER),
            CubicMetreYear by Conversion::Times(1.0 / MONTHS_PER_YEAR)];
        /// Everyday distance.
        DISTANCE = [KmWeek, KmYear by Conversion::Times(1.0 / WEEKS_PER_YEAR)];
        /// Distance of journeys over a year.
        YEARLY_DISTANCE = [KmYear, KmWeek by Conversion::Times(WEEKS_PER_YEAR)];
        /// How far a car is driven, by the odometer or by the fuel.
        DRIVEN = [KmYear, KmWeek by Conversion::Times(WEEKS_PER_YEAR),
            LitreMonth by Conversion::FuelOfCompactCar(None),
            CnyMonth by Conversion::FuelOfCompactCar(Some(id::PRICE_PETROL92))];
        /// Distance of one flight.
        FLIGHT_DISTANCE = [Km];
        /// Flights taken, each way counted.
        TRIPS = [TripYear];
        /// Fuel use of a car.
        FUEL_USE = [LitrePer100Km];
        /// Electricity use of a car.
        CHARGE_USE = [KwhPer100Km];
        /// Meals out.
        MEALS = [MealWeek];
        /// Delivered meals.
        ORDERS = [OrderWeek, OrderMonth by Conversion::Times(MONTHS_PER_YEAR / WEEKS_PER_YEAR)];
        /// Oil, sugar.
        GRAMS = [GramDay, KgMonth by Conversion::Times(1000.0 * MONTHS_PER_YEAR / DAYS_PER_YEAR)];
        /// Drinks by volume.
        LITRES = [LitreWeek, LitreMonth by Conversion::Times(MONTHS_PER_YEAR / WEEKS_PER_YEAR)];
        /// Coffee.
        CUPS = [CupWeek];
        /// Bottled water.
        BOTTLES = [BottleWeek];
        /// Instant noodles.
        PACKS = [PackWeek];
        /// Tea leaves.
        TEA = [GramWeek];
        /// Cigarettes.
        CIGARETTES = [CigaretteDay];
        /// Things bought in a year.
        BOUGHT = [ItemYear];
        /// Things owned.
        OWNED = [Item];
        /// How long a thing is kept.
        KEPT = [Year];
        /// Parcels received.
        PARCELS = [ParcelWeek, ParcelMonth by Conversion::Times(MONTHS_PER_YEAR / WEEKS_PER_YEAR)];
        /// Spending.
        SPENDING = [CnyMonth, CnyYear by Conversion::Times(1.0 / MONTHS_PER_YEAR)];
        /// Spending that comes a few times a year.
        YEARLY_SPENDING = [CnyYear, CnyMonth by Conversion::Times(MONTHS_PER_YEAR)];
        /// What a household spends, by person or together.
        SPENDING_PER_PERSON = [CnyPersonMonth, CnyMonth by Conversion::PerMember(1.0),
            CnyYear by Conversion::PerMember(1.0 / MONTHS_PER_YEAR)];
        /// Nights away.
        NIGHTS = [NightYear];
        /// Time on a screen.
        HOURS = [HourDay, HourWeek by Conversion::Times(1.0 / 7.0)];
    }
}

/// Units of one food: servings a week, or kilograms a month.
pub const fn food_units(serving: RowId, edible: Option<RowId>) -> [UnitChoice; 2] {
    [
        base(AnswerUnit::ServingWeek),
        one(
            AnswerUnit::KgMonth,
            Conversion::KgMonthToServings(serving, edible),
        ),
    ]
}

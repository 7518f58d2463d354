//! Every action, in the order in which they apply: one entry is one action: its name, id and strength (lowest, highest, usual, step), and what it is.
//!
//! Names, ids and strengths are all that files and the first screen of the page need: what an action is
//! stands apart. A new action is an entry here, a constant in the file of its part of life, a row in
//! `data/actions.csv` and its words in both files under `locales/actions/`.

use super::StrengthUnit::{Celsius, DaysAWeek, Kilowatt, People, Percent, Years};
use super::{Action, Strength, StrengthUnit, food, goods, heating, home, travel};

const fn all_or_nothing() -> Option<Strength> {
    None
}

const fn strength(
    unit: StrengthUnit,
    low: f64,
    high: f64,
    usual: f64,
    step: f64,
) -> Option<Strength> {
    Some(Strength {
        low,
        high,
        usual,
        step,
        unit,
    })
}

const fn percent(low: f64, high: f64, usual: f64, step: f64) -> Option<Strength> {
    strength(Percent, low, high, usual, step)
}

macro_rules! actions {
    ($($name:ident $id:literal $strength:expr => $action:path;)*) => {
        /// Names an action.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ActionId { $(#[doc = concat!("[`", stringify!($action), "`]")] $name,)* }

        impl ActionId {
            /// Every action, in the order in which they apply.
            pub const ALL: &'static [ActionId] = &[$(ActionId::$name,)*];

            /// The action's id in files, tables and messages.
            pub const fn id(self) -> &'static str {
                match self { $(ActionId::$name => $id,)* }
            }

            /// How strongly one may act; none where it is all or nothing.
            pub const fn strength(self) -> Option<Strength> {
                match self { $(ActionId::$name => $strength,)* }
            }

            /// What it is.
            pub const fn action(self) -> &'static Action {
                match self { $(ActionId::$name => { const ACTION: Action = $action; &ACTION })* }
            }
        }
    };
}

actions! {
    // avoid
    SmallerHome "smaller_home" percent(5.0, 50.0, 20.0, 5.0) => heating::SMALLER_HOME;
    HeatMeter "heat_meter" all_or_nothing() => heating::METER;
    HeatLower "heat_lower" strength(Celsius, 1.0, 4.0, 2.0, 1.0) => heating::LOWER;
    HeatFewerRooms "heat_fewer_rooms" all_or_nothing() => heating::FEWER_ROOMS;
    HotWaterLess "hot_water_less" all_or_nothing() => home::HOT_WATER_LESS;
    CoolingWarmer "cooling_warmer" strength(Celsius, 1.0, 4.0, 2.0, 1.0) => home::COOLING_WARMER;
    CoolingLess "cooling_less" all_or_nothing() => home::COOLING_LESS;
    StandbyOff "standby_off" all_or_nothing() => home::STANDBY_OFF;
    WaterLess "water_less" percent(10.0, 50.0, 20.0, 10.0) => home::WATER_LESS;
    NoCar "no_car" all_or_nothing() => travel::NO_CAR;
    NoSecondCar "no_second_car" all_or_nothing() => travel::NO_SECOND_CAR;
    RemoteWork "remote_work" strength(DaysAWeek, 1.0, 5.0, 1.0, 1.0) => travel::REMOTE_WORK;
    DriveLess "drive_less" percent(5.0, 50.0, 20.0, 5.0) => travel::DRIVE_LESS;
    FewerFlights "fewer_flights" percent(10.0, 100.0, 50.0, 10.0) => travel::FEWER_FLIGHTS;
    FoodWasteLess "food_waste_less" all_or_nothing() => food::WASTE_LESS;
    TakeawayLess "takeaway_less" percent(10.0, 100.0, 50.0, 10.0) => food::TAKEAWAY_LESS;
    TapWater "tap_water" all_or_nothing() => food::TAP_WATER;
    LessAlcohol "less_alcohol" percent(10.0, 100.0, 50.0, 10.0) => food::LESS_ALCOHOL;
    FewerSweetDrinks "fewer_sweet_drinks" percent(10.0, 100.0, 50.0, 10.0) => food::FEWER_SWEET_DRINKS;
    ClothesLonger "clothes_longer" percent(10.0, 70.0, 30.0, 10.0) => goods::CLOTHES_LONGER;
    PhoneLonger "phone_longer" strength(Years, 1.0, 5.0, 2.0, 1.0) => goods::PHONE_LONGER;
    DevicesLonger "devices_longer" all_or_nothing() => goods::DEVICES_LONGER;
    FurnitureLonger "furniture_longer" percent(10.0, 80.0, 30.0, 10.0) => goods::FURNITURE_LONGER;
    FewerParcels "fewer_parcels" percent(10.0, 80.0, 30.0, 10.0) => goods::FEWER_PARCELS;
    QuitSmoking "quit_smoking" all_or_nothing() => goods::QUIT_SMOKING;
    BuyLess "buy_less" percent(10.0, 50.0, 20.0, 10.0) => goods::BUY_LESS;
    HolidayNearer "holiday_nearer" percent(10.0, 80.0, 30.0, 10.0) => goods::HOLIDAY_NEARER;
    StreamLess "stream_less" percent(10.0, 80.0, 50.0, 10.0) => goods::STREAM_LESS;
    // shift
    CarToTransit "car_to_transit" percent(5.0, 80.0, 30.0, 5.0) => travel::TO_TRANSIT;
    CarToEbike "car_to_ebike" percent(5.0, 40.0, 10.0, 5.0) => travel::TO_EBIKE;
    WalkAndCycle "walk_and_cycle" percent(2.0, 20.0, 6.0, 2.0) => travel::WALK;
    ShareRides "share_rides" strength(People, 1.0, 3.0, 1.0, 1.0) => travel::SHARE_RIDES;
    TaxiToTransit "taxi_to_transit" percent(10.0, 100.0, 50.0, 10.0) => travel::TAXI_TO_TRANSIT;
    CompanyBus "company_bus" percent(5.0, 60.0, 30.0, 5.0) => travel::COMPANY_BUS;
    FlightsToRail "flights_to_rail" percent(10.0, 100.0, 100.0, 10.0) => travel::TO_RAIL;
    EconomyClass "economy_class" all_or_nothing() => travel::ECONOMY;
    LessBeefMutton "less_beef_mutton" percent(10.0, 100.0, 50.0, 10.0) => food::LESS_BEEF_MUTTON;
    PorkToPoultry "pork_to_poultry" percent(10.0, 100.0, 50.0, 10.0) => food::PORK_TO_POULTRY;
    PlantDays "plant_days" strength(DaysAWeek, 1.0, 7.0, 2.0, 1.0) => food::PLANT_DAYS;
    Canteen "canteen" strength(DaysAWeek, 1.0, 5.0, 1.0, 1.0) => food::CANTEEN;
    LessDairy "less_dairy" percent(10.0, 100.0, 50.0, 10.0) => food::LESS_DAIRY;
    LessRice "less_rice" percent(10.0, 100.0, 30.0, 10.0) => food::LESS_RICE;
    SeasonalVegetables "seasonal_vegetables" all_or_nothing() => food::SEASONAL;
    DietGuideline "diet_guideline" all_or_nothing() => food::GUIDELINE_DIET;
    SecondHandClothes "second_hand_clothes" percent(10.0, 80.0, 30.0, 10.0) => goods::SECOND_HAND;
    SortWaste "sort_waste" all_or_nothing() => home::SORT_WASTE;
    // improve
    BuildingRetrofit "building_retrofit" all_or_nothing() => heating::RETROFIT;
    InsulateHome "insulate_home" all_or_nothing() => heating::INSULATE;
    NewWindows "new_windows" all_or_nothing() => heating::WINDOWS;
    LedLamps "led_lamps" all_or_nothing() => home::LED_LAMPS;
    EfficientAppliances "efficient_appliances" all_or_nothing() => home::EFFICIENT_APPLIANCES;
    EcoDriving "eco_driving" all_or_nothing() => travel::ECO_DRIVING;
    SmallerCar "smaller_car" all_or_nothing() => travel::SMALLER_CAR;
    HybridCar "hybrid_car" all_or_nothing() => travel::HYBRID;
    // replace
    CommunityHeating "community_heating" all_or_nothing() => heating::NETWORK;
    CoalToHeatPump "coal_to_heat_pump" all_or_nothing() => heating::COAL;
    BiomassToHeatPump "biomass_to_heat_pump" all_or_nothing() => heating::BIOMASS;
    GasToHeatPump "gas_to_heat_pump" all_or_nothing() => heating::GAS;
    ElectricToHeatPump "electric_to_heat_pump" all_or_nothing() => heating::ELECTRIC;
    InductionCooking "induction_cooking" all_or_nothing() => home::INDUCTION;
    SolarHotWater "solar_hot_water" all_or_nothing() => home::SOLAR_HOT_WATER;
    HeatPumpHotWater "heat_pump_hot_water" all_or_nothing() => home::HEAT_PUMP_HOT_WATER;
    ElectricCar "ev" all_or_nothing() => travel::ELECTRIC;
    RooftopSolar "rooftop_solar" strength(Kilowatt, 1.0, 10.0, 3.0, 1.0) => home::ROOFTOP_SOLAR;
    GreenPower "green_power" percent(10.0, 100.0, 100.0, 10.0) => home::GREEN_POWER;
}

impl ActionId {
    /// The action with this id, if there is one.
    pub fn from_id(id: &str) -> Option<ActionId> {
        Self::ALL.iter().copied().find(|action| action.id() == id)
    }

    /// The strength that is taken where nobody says; 1 where it is all or nothing.
    pub fn usual(self) -> f64 {
        self.strength().map_or(1.0, |strength| strength.usual)
    }

    /// A strength within its bounds.
    pub fn bounded(self, strength: f64) -> f64 {
        match self.strength() {
            Some(Strength { low, high, .. }) if strength.is_finite() => strength.max(low).min(high),
            _ => self.usual(),
        }
    }
}

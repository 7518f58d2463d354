//! Every action, in the order in which they apply: one entry is one action.
//!
//! A new action is an entry here, a constant in the file of its part of life, a row in
//! `data/actions.csv` and its words in both files under `locales/actions/`.

use super::{Action, food, goods, heating, home, travel};

macro_rules! actions {
    ($($name:ident = $action:path;)*) => {
        /// Names an action.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ActionId { $(#[doc = concat!("[`", stringify!($action), "`]")] $name,)* }

        impl ActionId {
            /// Every action, in the order in which they apply.
            pub const ALL: &'static [ActionId] = &[$(ActionId::$name,)*];

            /// What it is.
            pub const fn action(self) -> &'static Action {
                match self { $(ActionId::$name => { const ACTION: Action = $action; &ACTION })* }
            }
        }
    };
}

actions! {
    // avoid
    SmallerHome = heating::SMALLER_HOME;
    HeatMeter = heating::METER;
    HeatLower = heating::LOWER;
    HeatFewerRooms = heating::FEWER_ROOMS;
    HotWaterLess = home::HOT_WATER_LESS;
    CoolingWarmer = home::COOLING_WARMER;
    CoolingLess = home::COOLING_LESS;
    StandbyOff = home::STANDBY_OFF;
    WaterLess = home::WATER_LESS;
    NoCar = travel::NO_CAR;
    NoSecondCar = travel::NO_SECOND_CAR;
    RemoteWork = travel::REMOTE_WORK;
    DriveLess = travel::DRIVE_LESS;
    FewerFlights = travel::FEWER_FLIGHTS;
    FoodWasteLess = food::WASTE_LESS;
    TakeawayLess = food::TAKEAWAY_LESS;
    TapWater = food::TAP_WATER;
    LessAlcohol = food::LESS_ALCOHOL;
    FewerSweetDrinks = food::FEWER_SWEET_DRINKS;
    ClothesLonger = goods::CLOTHES_LONGER;
    PhoneLonger = goods::PHONE_LONGER;
    DevicesLonger = goods::DEVICES_LONGER;
    FurnitureLonger = goods::FURNITURE_LONGER;
    FewerParcels = goods::FEWER_PARCELS;
    QuitSmoking = goods::QUIT_SMOKING;
    BuyLess = goods::BUY_LESS;
    HolidayNearer = goods::HOLIDAY_NEARER;
    StreamLess = goods::STREAM_LESS;
    // shift
    CarToTransit = travel::TO_TRANSIT;
    CarToEbike = travel::TO_EBIKE;
    WalkAndCycle = travel::WALK;
    ShareRides = travel::SHARE_RIDES;
    TaxiToTransit = travel::TAXI_TO_TRANSIT;
    CompanyBus = travel::COMPANY_BUS;
    FlightsToRail = travel::TO_RAIL;
    EconomyClass = travel::ECONOMY;
    LessBeefMutton = food::LESS_BEEF_MUTTON;
    PorkToPoultry = food::PORK_TO_POULTRY;
    PlantDays = food::PLANT_DAYS;
    Canteen = food::CANTEEN;
    LessDairy = food::LESS_DAIRY;
    LessRice = food::LESS_RICE;
    SeasonalVegetables = food::SEASONAL;
    DietGuideline = food::GUIDELINE_DIET;
    SecondHandClothes = goods::SECOND_HAND;
    SortWaste = home::SORT_WASTE;
    // improve
    BuildingRetrofit = heating::RETROFIT;
    InsulateHome = heating::INSULATE;
    NewWindows = heating::WINDOWS;
    LedLamps = home::LED_LAMPS;
    EfficientAppliances = home::EFFICIENT_APPLIANCES;
    EcoDriving = travel::ECO_DRIVING;
    SmallerCar = travel::SMALLER_CAR;
    HybridCar = travel::HYBRID;
    // replace
    CommunityHeating = heating::NETWORK;
    CoalToHeatPump = heating::COAL;
    BiomassToHeatPump = heating::BIOMASS;
    GasToHeatPump = heating::GAS;
    ElectricToHeatPump = heating::ELECTRIC;
    InductionCooking = home::INDUCTION;
    SolarHotWater = home::SOLAR_HOT_WATER;
    HeatPumpHotWater = home::HEAT_PUMP_HOT_WATER;
    ElectricCar = travel::ELECTRIC;
    RooftopSolar = home::ROOFTOP_SOLAR;
    GreenPower = home::GREEN_POWER;
}

impl ActionId {
    /// The action's id in files, tables and messages.
    pub const fn id(self) -> &'static str {
        self.action().id
    }

    /// The action with this id, if there is one.
    pub fn from_id(id: &str) -> Option<ActionId> {
        Self::ALL.iter().copied().find(|action| action.id() == id)
    }
}

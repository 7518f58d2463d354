//! The options of each choice question, and of other choices with ids.

use crate::rows::{PROVINCE_CODES, PROVINCES, Province};

/// An option of a choice, such as that of a question: an enum whose options have stable ids.
pub trait Choice: Copy + PartialEq + Sized + 'static {
    /// Every option, in the order in which it is offered.
    const ALL: &'static [Self];
    /// The ids of `ALL`, in the same order.
    const IDS: &'static [&'static str];
    /// The option's id in files, messages and CSS.
    fn id(self) -> &'static str;
    /// The option with this id, if there is one.
    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|option| option.id() == id)
    }
}

macro_rules! choices {
    ($($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident $id:literal),+ $(,)? })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub enum $name { $($(#[$vmeta])* #[doc = concat!("`", $id, "`")] $variant),+ }

        impl Choice for $name {
            const ALL: &'static [Self] = &[$($name::$variant),+];
            const IDS: &'static [&'static str] = &[$($id),+];
            fn id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }
        }
    )*};
}
pub(crate) use choices;

choices! {
    /// Where the home stands.
    Settlement { #[default] City "city", Town "town", Village "village" }
    /// The kinds of settlement that an average is taken over. Cities and towns together are urban.
    Settlements { #[default] All "all", Urban "urban", City "city", Town "town", Village "village" }
    /// Building the home is in.
    Dwelling { #[default] ApartmentLift "apartment_lift", ApartmentNoLift "apartment_no_lift", House "house" }
    /// When the building was built; newer ones must lose less heat.
    BuildingAge { Before1990 "before_1990", #[default] From1990To2009 "1990_2009", Since2010 "since_2010" }
    /// Main space heating.
    Heating {
        #[default] District "district", GasBoiler "gas_boiler", HeatPump "heat_pump",
        AirConditioner "air_conditioner", DirectElectric "direct_electric", CoalStove "coal_stove",
        BiomassKang "biomass_kang", NoHeating "none",
    }
    /// How district heat is billed.
    HeatBilling { #[default] ByArea "by_area", ByMeter "by_meter" }
    /// Which rooms are heated, and when.
    HeatingHabit {
        #[default] AllRoomsAllDay "all_rooms_all_day", AllRoomsEvenings "all_rooms_evenings",
        OneRoomAllDay "one_room_all_day", OneRoomEvenings "one_room_evenings",
    }
    /// Kind of heat pump.
    HeatPumpKind { #[default] AirSource "air_source", GroundSource "ground_source" }
    /// Kind of coal.
    CoalKind { #[default] Raw "raw", Anthracite "anthracite", Briquette "briquette" }
    /// Kind of biomass.
    BiomassKind { #[default] Firewood "firewood", Straw "straw", Pellet "pellet" }
    /// Main cooking fuel.
    CookingFuel {
        #[default] PipedGas "piped_gas", Lpg "lpg", Electric "electric", Coal "coal", Biomass "biomass",
    }
    /// Main water heater.
    WaterHeating {
        #[default] Electric "electric", PipedGas "piped_gas", Lpg "lpg", Solar "solar",
        HeatPump "heat_pump", NoHeater "none",
    }
    /// Glass of most windows.
    Windows { Single "single", #[default] Double "double", Good "good" }
    /// Kind of most lamps.
    Lamps { Led "led", #[default] Mixed "mixed", Old "old" }
    /// Whether devices stay on standby.
    Standby { Off "off", #[default] Sometimes "sometimes", On "on" }
    /// How efficient fridge, washing machine and air conditioners are.
    ApplianceGrade { Efficient "efficient", #[default] Average "average", Old "old" }
    /// How long devices are kept.
    DeviceCare { Early "replaced_early", #[default] Average "average", Long "kept_long" }
    /// Whether vegetables and fruit are in season.
    VegetableSeason { Mostly "mostly_seasonal", #[default] Average "average", Seldom "often_heated_or_flown" }
    /// How much hot water is used.
    HotWaterUse { Little "little", #[default] Average "average", Much "much" }
    /// How the air-conditioning is used in summer.
    CoolingHabit { Seldom "seldom", #[default] HotNights "hot_nights", AllDay "all_day" }
    /// Whether waste is sorted.
    WasteSorting { Always "always", #[default] Sometimes "sometimes", Never "no" }
    /// How much food is thrown away.
    FoodWaste { Little "little", #[default] Average "average", Much "much" }
    /// Whom the answers to a domain's personal questions cover.
    Scope {
        /// The answers are yours; the others are average.
        #[default] OthersAverage "others_average",
        /// The others live as you do.
        OthersLikeMe "others_like_me",
        /// The answers are already the household's total.
        HouseholdTotal "household_total",
    }
    /// Drive of a car.
    CarKind { #[default] Petrol "petrol", Diesel "diesel", Hybrid "hev", PlugIn "phev", Electric "bev" }
    /// Size of a car.
    CarSize {
        Small "small", #[default] Compact "compact", Mid "mid", Suv "suv", LargeSuv "suv_large",
    }
    /// Where a flight goes.
    FlightKind { #[default] Domestic "domestic", International "international" }
    /// Cabin class of a flight.
    CabinClass { #[default] Economy "economy", Business "business", First "first" }
}

impl Choice for Province {
    const ALL: &'static [Self] = &PROVINCES;
    const IDS: &'static [&'static str] = &PROVINCE_CODES;
    fn id(self) -> &'static str {
        self.code()
    }
}

/// Hunan, as long as nobody says: its grid factor and its income are near the nation's means.
impl Default for Province {
    fn default() -> Province {
        Province::Hunan
    }
}

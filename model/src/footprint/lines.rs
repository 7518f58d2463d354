//! Every line that a footprint may have.

use crate::catalogue::QuestionId;
use crate::question::Domain;

use super::{Section, Who};

macro_rules! lines {
    ($($variant:ident $id:literal $domain:ident $section:ident $unit:literal;)*) => {
        /// Names a line of the footprint.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum LineId { $(#[doc = concat!("`", $id, "`, in ", $unit, " a year")] $variant,)* }

        impl LineId {
            /// Every line, in the order in which they are computed.
            pub const ALL: &'static [LineId] = &[$(LineId::$variant,)*];

            /// The line's id in files, messages and CSS.
            pub const fn id(self) -> &'static str {
                match self { $(LineId::$variant => $id,)* }
            }

            /// The part of life that it belongs to.
            pub const fn domain(self) -> Domain {
                match self { $(LineId::$variant => Domain::$domain,)* }
            }

            /// The section that computes it.
            pub const fn section(self) -> Section {
                match self { $(LineId::$variant => Section::$section,)* }
            }

            /// The question about the meter or stock of which this is an estimated share, if it is one.
            pub const fn meter(self) -> Option<QuestionId> {
                match self {
                    LineId::ElectricityHeating
                    | LineId::ElectricityHotWater
                    | LineId::ElectricityCooking
                    | LineId::ElectricityCooling
                    | LineId::ElectricityAppliances
                    | LineId::GreenPower
                    | LineId::CarChargingHome
                    | LineId::EbikeCharging => Some(QuestionId::Electricity),
                    LineId::GasHeating | LineId::GasHotWater | LineId::GasCooking => Some(QuestionId::Gas),
                    LineId::LpgHotWater | LineId::LpgCooking => Some(QuestionId::Lpg),
                    LineId::CoalHeating | LineId::CoalCooking => Some(QuestionId::Coal),
                    LineId::BiomassHeating | LineId::BiomassCooking => Some(QuestionId::Biomass),
                    _ => None,
                }
            }

            /// The unit of its quantity, a year.
            pub const fn unit(self) -> &'static str {
                match self { $(LineId::$variant => $unit,)* }
            }

            /// Who decides its quantity.
            pub const fn who(self) -> Who {
                match self.domain() {
                    Domain::PublicServices => Who::System,
                    _ => Who::You,
                }
            }
        }
    };
}

lines! {
    ElectricityHeating "electricity_heating" Home Energy "kWh";
    ElectricityHotWater "electricity_hot_water" Home Energy "kWh";
    ElectricityCooking "electricity_cooking" Home Energy "kWh";
    ElectricityCooling "electricity_cooling" Home Energy "kWh";
    CarChargingHome "car_charging_home" Travel Energy "kWh";
    EbikeCharging "ebike_charging" Travel Energy "kWh";
    ElectricityAppliances "electricity_appliances" Home Energy "kWh";
    GasHeating "gas_heating" Home Energy "m3";
    GasHotWater "gas_hot_water" Home Energy "m3";
    GasCooking "gas_cooking" Home Energy "m3";
    LpgHotWater "lpg_hot_water" Home Energy "kg";
    LpgCooking "lpg_cooking" Home Energy "kg";
    CoalHeating "coal_heating" Home Energy "kg";
    CoalCooking "coal_cooking" Home Energy "kg";
    BiomassHeating "biomass_heating" Home Energy "kg";
    BiomassCooking "biomass_cooking" Home Energy "kg";
    DistrictHeat "district_heat" Home Energy "m2";
    SolarSelfUse "solar_self_use" Home Energy "kWh";
    GreenPower "green_power" Home Energy "kWh";
    Water "water" Home Water "m3";
    WasteIncinerated "waste_incinerated" Home Waste "kg";
    WasteLandfilled "waste_landfilled" Home Waste "kg";
    WasteComposted "waste_composted" Home Waste "kg";
    CarPetrol "car_petrol" Travel Cars "L";
    CarDiesel "car_diesel" Travel Cars "L";
    CarChargingElsewhere "car_charging_elsewhere" Travel Cars "kWh";
    Bus "bus" Travel Rides "km";
    Metro "metro" Travel Rides "km";
    Taxi "taxi" Travel Rides "km";
    Motorcycle "motorcycle" Travel Rides "km";
    Coach "coach" Travel Rides "km";
    Rail "rail" Travel Rides "km";
    HighSpeedRail "high_speed_rail" Travel Rides "km";
    FlightsDomestic "flights_domestic" Travel Flights "km";
    FlightsInternationalEconomy "flights_international_economy" Travel Flights "km";
    FlightsInternationalBusiness "flights_international_business" Travel Flights "km";
    FlightsInternationalFirst "flights_international_first" Travel Flights "km";
    FlightsNonCo2 "flights_non_co2" Travel Flights "kgCO2";
    Rice "rice" Food Food "kg";
    Wheat "wheat" Food Food "kg";
    CoarseGrain "coarse_grain" Food Food "kg";
    Tuber "tuber" Food Food "kg";
    Bread "bread" Food Food "kg";
    Tofu "tofu" Food Food "kg";
    Soymilk "soymilk" Food Food "kg";
    Vegetables "vegetables" Food Food "kg";
    Fruit "fruit" Food Food "kg";
    Nuts "nuts" Food Food "kg";
    Pork "pork" Food Food "kg";
    Beef "beef" Food Food "kg";
    Mutton "mutton" Food Food "kg";
    Poultry "poultry" Food Food "kg";
    Eggs "eggs" Food Food "kg";
    Fish "fish" Food Food "kg";
    Shrimp "shrimp" Food Food "kg";
    Milk "milk" Food Food "kg";
    Yogurt "yogurt" Food Food "kg";
    Cheese "cheese" Food Food "kg";
    Oil "oil" Food Food "kg";
    Sugar "sugar" Food Food "kg";
    InstantNoodles "instant_noodles" Food Food "pack";
    Coffee "coffee" Food Food "kg";
    Beer "beer" Food Food "L";
    Wine "wine" Food Food "L";
    Baijiu "baijiu" Food Food "L";
    SoftDrinks "soft_drinks" Food Food "L";
    Juice "juice" Food Food "L";
    BottledWater "bottled_water" Food Food "bottle";
    MealsOut "meals_out" Food Food "meal";
    Takeaway "takeaway" Food Food "order";
    Tea "tea" Food Food "kg";
    Tshirts "tshirts" Goods Clothes "item";
    Shirts "shirts" Goods Clothes "item";
    Trousers "trousers" Goods Clothes "item";
    Pullovers "pullovers" Goods Clothes "item";
    Coats "coats" Goods Clothes "item";
    Dresses "dresses" Goods Clothes "item";
    Shoes "shoes" Goods Clothes "item";
    Underwear "underwear" Goods Clothes "item";
    Phones "phones" Goods Devices "item";
    Laptops "laptops" Goods Devices "item";
    Desktops "desktops" Goods Devices "item";
    Tablets "tablets" Goods Devices "item";
    Monitors "monitors" Goods Devices "item";
    Televisions "televisions" Goods Appliances "item";
    Fridges "fridges" Goods Appliances "item";
    Freezers "freezers" Goods Appliances "item";
    WashingMachines "washing_machines" Goods Appliances "item";
    Dryers "dryers" Goods Appliances "item";
    Dishwashers "dishwashers" Goods Appliances "item";
    Ovens "ovens" Goods Appliances "item";
    Microwaves "microwaves" Goods Appliances "item";
    CookerHoods "cooker_hoods" Goods Appliances "item";
    Hobs "hobs" Goods Appliances "item";
    AirConditioners "air_conditioners" Goods Appliances "item";
    Sofas "sofas" Goods Furniture "item";
    Mattresses "mattresses" Goods Furniture "item";
    Beds "beds" Goods Furniture "item";
    Tables "tables" Goods Furniture "item";
    Chairs "chairs" Goods Furniture "item";
    Wardrobes "wardrobes" Goods Furniture "item";
    CarManufacture "car_manufacture" Goods Vehicles "vehicle";
    EbikesMade "ebikes_made" Goods Vehicles "item";
    MotorcyclesMade "motorcycles_made" Goods Vehicles "item";
    BicyclesMade "bicycles_made" Goods Vehicles "item";
    Parcels "parcels" Goods OtherGoods "parcel";
    Cleaning "cleaning" Goods OtherGoods "CNY";
    Cosmetics "cosmetics" Goods OtherGoods "CNY";
    ToysSport "toys_sport" Goods OtherGoods "CNY";
    Medicines "medicines" Goods OtherGoods "CNY";
    OtherGoods "other_goods" Goods OtherGoods "CNY";
    Renovation "renovation" Goods OtherGoods "CNY";
    Cigarettes "cigarettes" Goods OtherGoods "item";
    HotelNights "hotel_nights" Services Services "night";
    Streaming "streaming" Services Services "h";
    Education "education" Services Services "CNY";
    Culture "culture" Services Services "CNY";
    HealthServices "health_services" Services Services "CNY";
    PersonalCare "personal_care" Services Services "CNY";
    HomeServices "home_services" Services Services "CNY";
    CarRepair "car_repair" Services Services "CNY";
    Vet "vet" Services Services "CNY";
    DogFood "dog_food" Services Services "kg";
    CatFood "cat_food" Services Services "kg";
    DwellingConstruction "dwelling_construction" Dwelling Dwelling "m2";
    PublicServices "public_services" PublicServices PublicServices "person";
}

//! Every line that a footprint may have.

use crate::question::Domain;

use super::Who;

macro_rules! lines {
    ($($variant:ident $id:literal $domain:ident $unit:literal;)*) => {
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
    ElectricityHeating "electricity_heating" Home "kWh";
    ElectricityHotWater "electricity_hot_water" Home "kWh";
    ElectricityCooking "electricity_cooking" Home "kWh";
    ElectricityCooling "electricity_cooling" Home "kWh";
    ElectricityAppliances "electricity_appliances" Home "kWh";
    SolarSelfUse "solar_self_use" Home "kWh";
    GreenPower "green_power" Home "kWh";
    GasHeating "gas_heating" Home "m3";
    GasHotWater "gas_hot_water" Home "m3";
    GasCooking "gas_cooking" Home "m3";
    LpgHotWater "lpg_hot_water" Home "kg";
    LpgCooking "lpg_cooking" Home "kg";
    CoalHeating "coal_heating" Home "kg";
    CoalCooking "coal_cooking" Home "kg";
    BiomassHeating "biomass_heating" Home "kg";
    BiomassCooking "biomass_cooking" Home "kg";
    DistrictHeat "district_heat" Home "m2";
    Water "water" Home "m3";
    WasteIncinerated "waste_incinerated" Home "kg";
    WasteLandfilled "waste_landfilled" Home "kg";
    WasteComposted "waste_composted" Home "kg";
    CarPetrol "car_petrol" Travel "L";
    CarDiesel "car_diesel" Travel "L";
    CarChargingHome "car_charging_home" Travel "kWh";
    CarChargingElsewhere "car_charging_elsewhere" Travel "kWh";
    EbikeCharging "ebike_charging" Travel "kWh";
    Motorcycle "motorcycle" Travel "km";
    Bus "bus" Travel "km";
    Metro "metro" Travel "km";
    Taxi "taxi" Travel "km";
    Coach "coach" Travel "km";
    Rail "rail" Travel "km";
    HighSpeedRail "high_speed_rail" Travel "km";
    FlightsDomestic "flights_domestic" Travel "km";
    FlightsInternationalEconomy "flights_international_economy" Travel "km";
    FlightsInternationalBusiness "flights_international_business" Travel "km";
    FlightsInternationalFirst "flights_international_first" Travel "km";
    FlightsNonCo2 "flights_non_co2" Travel "kgCO2";
    Rice "rice" Food "kg";
    Wheat "wheat" Food "kg";
    CoarseGrain "coarse_grain" Food "kg";
    Tuber "tuber" Food "kg";
    Bread "bread" Food "kg";
    Tofu "tofu" Food "kg";
    Soymilk "soymilk" Food "kg";
    Vegetables "vegetables" Food "kg";
    Fruit "fruit" Food "kg";
    Nuts "nuts" Food "kg";
    Pork "pork" Food "kg";
    Beef "beef" Food "kg";
    Mutton "mutton" Food "kg";
    Poultry "poultry" Food "kg";
    Eggs "eggs" Food "kg";
    Fish "fish" Food "kg";
    Shrimp "shrimp" Food "kg";
    Milk "milk" Food "kg";
    Yogurt "yogurt" Food "kg";
    Cheese "cheese" Food "kg";
    Oil "oil" Food "kg";
    Sugar "sugar" Food "kg";
    InstantNoodles "instant_noodles" Food "pack";
    Tea "tea" Food "kg";
    Coffee "coffee" Food "kg";
    Beer "beer" Food "L";
    Wine "wine" Food "L";
    Baijiu "baijiu" Food "L";
    SoftDrinks "soft_drinks" Food "L";
    Juice "juice" Food "L";
    BottledWater "bottled_water" Food "bottle";
    MealsOut "meals_out" Food "meal";
    Takeaway "takeaway" Food "order";
    Tshirts "tshirts" Goods "item";
    Shirts "shirts" Goods "item";
    Trousers "trousers" Goods "item";
    Pullovers "pullovers" Goods "item";
    Coats "coats" Goods "item";
    Dresses "dresses" Goods "item";
    Shoes "shoes" Goods "item";
    Underwear "underwear" Goods "item";
    Phones "phones" Goods "item";
    Laptops "laptops" Goods "item";
    Desktops "desktops" Goods "item";
    Tablets "tablets" Goods "item";
    Monitors "monitors" Goods "item";
    Televisions "televisions" Goods "item";
    Fridges "fridges" Goods "item";
    Freezers "freezers" Goods "item";
    WashingMachines "washing_machines" Goods "item";
    Dryers "dryers" Goods "item";
    Dishwashers "dishwashers" Goods "item";
    Ovens "ovens" Goods "item";
    Microwaves "microwaves" Goods "item";
    CookerHoods "cooker_hoods" Goods "item";
    Hobs "hobs" Goods "item";
    AirConditioners "air_conditioners" Goods "item";
    Sofas "sofas" Goods "item";
    Mattresses "mattresses" Goods "item";
    Beds "beds" Goods "item";
    Tables "tables" Goods "item";
    Chairs "chairs" Goods "item";
    Wardrobes "wardrobes" Goods "item";
    CarManufacture "car_manufacture" Goods "vehicle";
    EbikesMade "ebikes_made" Goods "item";
    MotorcyclesMade "motorcycles_made" Goods "item";
    BicyclesMade "bicycles_made" Goods "item";
    Parcels "parcels" Goods "parcel";
    Cleaning "cleaning" Goods "CNY";
    Cosmetics "cosmetics" Goods "CNY";
    ToysSport "toys_sport" Goods "CNY";
    Medicines "medicines" Goods "CNY";
    OtherGoods "other_goods" Goods "CNY";
    Renovation "renovation" Goods "CNY";
    Cigarettes "cigarettes" Goods "item";
    HotelNights "hotel_nights" Services "night";
    Streaming "streaming" Services "h";
    Education "education" Services "CNY";
    Culture "culture" Services "CNY";
    HealthServices "health_services" Services "CNY";
    PersonalCare "personal_care" Services "CNY";
    HomeServices "home_services" Services "CNY";
    CarRepair "car_repair" Services "CNY";
    Vet "vet" Services "CNY";
    DogFood "dog_food" Services "kg";
    CatFood "cat_food" Services "kg";
    DwellingConstruction "dwelling_construction" Dwelling "m2";
    PublicServices "public_services" PublicServices "person";
}

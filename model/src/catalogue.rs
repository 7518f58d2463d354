//! Every question, in the order in which it is asked by default: one entry is one question.
//!
//! An entry names the field that holds the answer, its type, the domain, the kind of answer with
//! its bounds, when it applies, and its default. Questions under `household` ask about the whole
//! household; those under `you` ask about the person who answers.
//!
//! A new question is an entry here, its use in the domain's file under `footprint`, and its words
//! in the two locale files.

use crate::affluence::{Affluence, Need};
use crate::applies::*;
use crate::choice::*;
use crate::defaults as default;
use crate::derived::{Derived, Number};
use crate::factors::Factors;
use crate::footprint::person::{adult_level, child_below_mean};
use crate::household::{Car, Flight, FromValue, Value};
use crate::priors::prior;
use crate::question::{Asks, Domain, Field, FieldKind, Kind, amount, count, number};
use crate::rows::{Province, RowId, id};
use crate::unit::{food_units, sets};

macro_rules! questions {
    (
        household { $( $hfield:ident $hvariant:ident: $htype:ty = $hdomain:ident, $hkind:expr, $hwhen:path, $hdefault:path; )+ }
        you { $( $yfield:ident $yvariant:ident: $ytype:ty = $ydomain:ident, $ykind:expr, $ywhen:path, $ydefault:path; )+ }
    ) => {
        /// Names a question; its id is also its key in the answers file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum QuestionId {
            $(#[doc = concat!("`", stringify!($hfield), "`")] $hvariant,)+
            $(#[doc = concat!("`", stringify!($yfield), "`")] $yvariant,)+
        }

        impl QuestionId {
            /// Every question, in the order in which it is asked by default.
            pub const ALL: &'static [QuestionId] = &[$(QuestionId::$hvariant,)+ $(QuestionId::$yvariant,)+];

            /// The question's id: its key in files, messages and CSS.
            pub const fn id(self) -> &'static str {
                match self {
                    $(QuestionId::$hvariant => stringify!($hfield),)+
                    $(QuestionId::$yvariant => stringify!($yfield),)+
                }
            }

            /// The question with this id, if there is one.
            pub fn from_id(id: &str) -> Option<QuestionId> {
                Self::ALL.iter().copied().find(|question| question.id() == id)
            }

            /// The part of life that it belongs to.
            pub const fn domain(self) -> Domain {
                match self {
                    $(QuestionId::$hvariant => Domain::$hdomain,)+
                    $(QuestionId::$yvariant => Domain::$ydomain,)+
                }
            }

            /// Whom it asks about.
            pub const fn asks(self) -> Asks {
                match self {
                    $(QuestionId::$hvariant => Asks::Household,)+
                    $(QuestionId::$yvariant => Asks::You,)+
                }
            }

            /// What kind of answer it takes.
            pub const fn kind(self) -> Kind {
                match self {
                    $(QuestionId::$hvariant => $hkind,)+
                    $(QuestionId::$yvariant => $ykind,)+
                }
            }

            /// The need through which spending moves its default, if it does.
            pub(crate) fn need(self) -> Option<Need> {
                /// By question.
                const NEEDS: &[Option<Need>] = &[
                    $(prior(QuestionId::$hvariant).need,)+
                    $(prior(QuestionId::$yvariant).need,)+
                ];
                NEEDS.get(self as usize).copied().flatten()
            }

            /// What an adult takes of it against the mean person; see [`adult_level`].
            pub(crate) fn adult_level<N: Number>(self, factors: &Factors) -> Option<N> {
                /// By question.
                const BELOW: &[Option<RowId>] = &[
                    $(child_below_mean(QuestionId::$hvariant),)+
                    $(child_below_mean(QuestionId::$yvariant),)+
                ];
                let child = BELOW.get(self as usize).copied().flatten();
                child.map(|child| adult_level(child, factors))
            }

            /// Whether it can change anything for this household.
            pub fn applies(self, household: &Household) -> bool {
                match self {
                    $(QuestionId::$hvariant => $hwhen(household),)+
                    $(QuestionId::$yvariant => $ywhen(household),)+
                }
            }
        }

        /// A household with a value for every question: answered, or the default that follows
        /// from what is known. Amounts are in each question's default unit.
        #[derive(Debug, PartialEq, Default)]
        pub struct Household {
            $(#[doc = concat!("Answer to `", stringify!($hfield), "`.")] pub $hfield: $htype,)+
            /// The person who answers.
            pub you: Person,
            /// What another adult is taken to do as long as nobody says: the average adult.
            pub other_adult: Person,
            /// What follows from its spending.
            pub affluence: Affluence,
        }

        /// One person's habits.
        #[derive(Debug, PartialEq, Default)]
        pub struct Person {
            $(#[doc = concat!("Answer to `", stringify!($yfield), "`.")] pub $yfield: $ytype,)+
        }

        // `clone_from`, unlike a derived one, keeps the room of the lists: a household is changed on
        // thousands of draws, one after the other
        impl Clone for Household {
            fn clone(&self) -> Household {
                Household {
                    $($hfield: self.$hfield.clone(),)+
                    you: self.you.clone(),
                    other_adult: self.other_adult.clone(),
                    affluence: self.affluence.clone(),
                }
            }

            fn clone_from(&mut self, other: &Household) {
                $(self.$hfield.clone_from(&other.$hfield);)+
                self.you.clone_from(&other.you);
                self.other_adult.clone_from(&other.other_adult);
                self.affluence.clone_from(&other.affluence);
            }
        }

        impl Clone for Person {
            fn clone(&self) -> Person {
                Person {
                    $($yfield: self.$yfield.clone(),)+
                }
            }

            fn clone_from(&mut self, other: &Person) {
                $(self.$yfield.clone_from(&other.$yfield);)+
            }
        }

        impl Household {
            /// The household's value of a question.
            pub fn value(&self, question: QuestionId) -> Value {
                match question {
                    $(QuestionId::$hvariant => Value::from(&self.$hfield),)+
                    $(QuestionId::$yvariant => Value::from(&self.you.$yfield),)+
                }
            }

            /// The amount of a question; 0 of one that is no number.
            pub fn number(&self, question: QuestionId) -> f64 {
                match question {
                    $(QuestionId::$hvariant => self.$hfield.amount(),)+
                    _ => self.you.number(question),
                }
            }

            /// Sets the value of a question; a value of another type changes nothing.
            pub fn set(&mut self, question: QuestionId, value: &Value) {
                match question {
                    $(QuestionId::$hvariant => if let Some(value) = FromValue::from_value(value) { self.$hfield = value },)+
                    $(QuestionId::$yvariant => if let Some(value) = FromValue::from_value(value) { self.you.$yfield = value },)+
                }
            }

            /// Fills in the default of a question, which follows from the questions before it, an amount
            /// times this: the household's total, where the answers of its domain are.
            pub(crate) fn set_default(&mut self, question: QuestionId, times: f64, factors: &Factors) {
                let by = [
                    self.affluence.effect(question.need()) * question.adult_level(factors).unwrap_or(1.0),
                    self.people(question, factors),
                    times,
                ];
                match question {
                    $(QuestionId::$hvariant => self.$hfield = scaled($hdefault(self, factors), by),)+
                    $(QuestionId::$yvariant => self.you.$yfield = scaled($ydefault(self, factors), by),)+
                }
            }

            /// The default of a number question as it follows from place, size and what is owned, with its
            /// steps; see [`crate::derived`].
            pub(crate) fn default_told(&self, question: QuestionId, factors: &Factors) -> Option<Derived> {
                match question {
                    $(QuestionId::$hvariant => {
                        let told: <$htype as FromValue>::Told = $hdefault(self, factors);
                        <$htype as FromValue>::told(told)
                    })+
                    $(QuestionId::$yvariant => {
                        let told: <$ytype as FromValue>::Told = $ydefault(self, factors);
                        <$ytype as FromValue>::told(told)
                    })+
                }
            }

            /// Multiplies the amount of a question; what is no amount stays.
            pub(crate) fn scale(&mut self, question: QuestionId, by: f64) {
                match question {
                    $(QuestionId::$hvariant => self.$hfield.scale(by),)+
                    _ => self.you.scale(question, by),
                }
            }
        }

        impl Person {
            /// A number of this person, by question; 0 for a question that is not a number.
            pub fn number(&self, question: QuestionId) -> f64 {
                match question {
                    $(QuestionId::$yvariant => self.$yfield.amount(),)+
                    _ => 0.0,
                }
            }

            /// Multiplies the amount of a question; what is no amount stays.
            pub(crate) fn scale(&mut self, question: QuestionId, by: f64) {
                match question {
                    $(QuestionId::$yvariant => self.$yfield.scale(by),)*
                    _ => {}
                }
            }

            /// Adds to the amount of a question, never below nothing; what is no amount stays.
            pub(crate) fn add(&mut self, question: QuestionId, amount: f64) {
                self.put(question, (self.number(question) + amount).max(0.0));
            }

            /// Sets the amount of a question; what is no amount stays.
            pub(crate) fn put(&mut self, question: QuestionId, amount: f64) {
                match question {
                    $(QuestionId::$yvariant => self.$yfield.put(amount),)*
                    _ => {}
                }
            }

            /// The average adult of such a household.
            pub(crate) fn average(household: &Household, factors: &Factors) -> Person {
                let mut person = Person { $($yfield: $ydefault(household, factors),)+ };
                $({
                    let question = QuestionId::$yvariant;
                    let effect = household.affluence.effect(question.need());
                    person.$yfield.scale(effect * question.adult_level(factors).unwrap_or(1.0));
                })+
                person
            }
        }
    };
}

/// A value with its amount, where it has one, times all of these.
fn scaled<T: FromValue>(mut value: T, by: [f64; 3]) -> T {
    by.into_iter().for_each(|by| value.scale(by));
    value
}

const fn choice<T: Choice>() -> Kind {
    Kind::Choice(T::IDS)
}

/// Fields of a car.
const CAR_FIELDS: &[Field] = &[
    Field {
        id: "kind",
        kind: FieldKind::Choice(CarKind::IDS),
    },
    Field {
        id: "size",
        kind: FieldKind::Choice(CarSize::IDS),
    },
    Field {
        id: "km",
        kind: FieldKind::Number(amount(sets::DRIVEN, 0.0, 300_000.0)),
    },
    Field {
        id: "occupancy",
        kind: FieldKind::Number(amount(sets::PEOPLE, 1.0, 9.0)),
    },
    Field {
        id: "fuel_use",
        kind: FieldKind::Number(amount(sets::FUEL_USE, 0.0, 40.0)),
    },
    Field {
        id: "charge_use",
        kind: FieldKind::Number(amount(sets::CHARGE_USE, 0.0, 60.0)),
    },
    Field {
        id: "home_charging",
        kind: FieldKind::Number(amount(sets::SHARE, 0.0, 100.0)),
    },
];

/// Fields of a kind of flight taken so many times a year.
const FLIGHT_FIELDS: &[Field] = &[
    Field {
        id: "kind",
        kind: FieldKind::Choice(FlightKind::IDS),
    },
    Field {
        id: "class",
        kind: FieldKind::Choice(CabinClass::IDS),
    },
    Field {
        id: "distance",
        kind: FieldKind::Number(amount(sets::FLIGHT_DISTANCE, 50.0, 18_000.0)),
    },
    Field {
        id: "trips",
        kind: FieldKind::Number(amount(sets::TRIPS, 0.0, 500.0)),
    },
];

questions! {
    household {
        province Province: Province = Home, choice::<Province>(), always, default::household::province;
        settlement Settlement: Settlement = Home, choice::<Settlement>(), always, default::household::settlement;
        members Members: f64 = Home, count(sets::PEOPLE, 1.0, 20.0), always, default::household::members;
        children Children: f64 = Home, count(sets::PEOPLE, 0.0, 19.0), several_members, default::household::children;
        spending Spending: f64 = Home, number(sets::SPENDING_PER_PERSON, 0.0, 1_000_000.0), always, default::household::spending;
        dwelling Dwelling: Dwelling = Home, choice::<Dwelling>(), always, default::home::dwelling;
        building_age BuildingAge: BuildingAge = Home, choice::<BuildingAge>(), heated, default::home::building_age;
        floor_area FloorArea: f64 = Home, number(sets::AREA, 5.0, 2000.0), always, default::home::floor_area;
        heating Heating: Heating = Home, choice::<Heating>(), always, default::home::heating;
        heat_billing HeatBilling: HeatBilling = Home, choice::<HeatBilling>(), district_heated, default::home::heat_billing;
        heat_pump_kind HeatPumpKind: HeatPumpKind = Home, choice::<HeatPumpKind>(), heat_pump_heated, default::home::heat_pump_kind;
        coal_kind CoalKind: CoalKind = Home, choice::<CoalKind>(), burns_coal, default::home::coal_kind;
        biomass_kind BiomassKind: BiomassKind = Home, choice::<BiomassKind>(), burns_biomass, default::home::biomass_kind;
        heating_habit HeatingHabit: HeatingHabit = Home, choice::<HeatingHabit>(), own_heating, default::home::heating_habit;
        indoor_temperature IndoorTemperature: f64 = Home, number(sets::TEMPERATURE, 8.0, 30.0), heated, default::home::indoor_temperature;
        windows Windows: Windows = Home, choice::<Windows>(), heated, default::home::windows;
        district_heat DistrictHeat: f64 = Home, number(sets::HEAT, 0.0, 500.0), heat_metered, default::home::district_heat;
        cooking Cooking: CookingFuel = Home, choice::<CookingFuel>(), always, default::home::cooking;
        water_heating WaterHeating: WaterHeating = Home, choice::<WaterHeating>(), always, default::home::water_heating;
        hot_water_use HotWaterUse: HotWaterUse = Home, choice::<HotWaterUse>(), heats_water, default::home::hot_water_use;
        air_conditioners AirConditioners: f64 = Home, count(sets::OWNED, 0.0, 20.0), always, default::home::air_conditioners;
        cooling_habit CoolingHabit: CoolingHabit = Home, choice::<CoolingHabit>(), cooled, default::home::cooling_habit;
        cooling_setpoint CoolingSetpoint: f64 = Home, number(sets::TEMPERATURE, 16.0, 32.0), cooled, default::home::cooling_setpoint;
        appliance_grade ApplianceGrade: ApplianceGrade = Home, choice::<ApplianceGrade>(), always, default::home::appliance_grade;
        lamps Lamps: Lamps = Home, choice::<Lamps>(), always, default::home::lamps;
        standby Standby: Standby = Home, choice::<Standby>(), always, default::home::standby;
        solar_power SolarPower: f64 = Home, number(sets::SOLAR_POWER, 0.0, 100.0), always, default::home::solar_power;
        gas Gas: f64 = Home, number(sets::GAS, 0.0, 2000.0), burns_gas, default::home::gas;
        lpg Lpg: f64 = Home, number(sets::BOTTLED_GAS, 0.0, 200.0), burns_lpg, default::home::lpg;
        coal Coal: f64 = Home, number(sets::COAL, 0.0, 30000.0), burns_coal, default::home::coal;
        biomass Biomass: f64 = Home, number(sets::BIOMASS, 0.0, 30000.0), burns_biomass, default::home::biomass;
        water Water: f64 = Home, number(sets::WATER, 0.0, 500.0), always, default::home::water;
        waste_sorting WasteSorting: WasteSorting = Home, choice::<WasteSorting>(), always, default::home::waste_sorting;
        cars Cars: Vec<Car> = Travel, Kind::List { fields: CAR_FIELDS, most: 6 }, always, default::travel::cars;
        electricity Electricity: f64 = Home, number(sets::ELECTRICITY, 0.0, 20000.0), always, default::home::electricity;
        green_power GreenPower: f64 = Home, number(sets::SHARE, 0.0, 100.0), always, default::home::green_power;
        ebikes Ebikes: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::ebikes;
        motorcycles Motorcycles: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::motorcycles;
        bicycles Bicycles: f64 = Goods, count(sets::OWNED, 0.0, 30.0), always, default::goods::bicycles;
        televisions Televisions: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::televisions;
        fridges Fridges: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::fridges;
        freezers Freezers: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::freezers;
        washing_machines WashingMachines: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::washing_machines;
        dryers Dryers: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::dryers;
        dishwashers Dishwashers: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::dishwashers;
        ovens Ovens: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::ovens;
        microwaves Microwaves: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::microwaves;
        cooker_hoods CookerHoods: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::cooker_hoods;
        hobs Hobs: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::hobs;
        device_care DeviceCare: DeviceCare = Goods, choice::<DeviceCare>(), always, default::goods::device_care;
        second_hand SecondHand: f64 = Goods, number(sets::SHARE, 0.0, 100.0), always, default::goods::second_hand;
        sofas Sofas: f64 = Goods, number(sets::BOUGHT, 0.0, 100.0), always, default::goods::sofas;
        mattresses Mattresses: f64 = Goods, number(sets::BOUGHT, 0.0, 100.0), always, default::goods::mattresses;
        beds Beds: f64 = Goods, number(sets::BOUGHT, 0.0, 100.0), always, default::goods::beds;
        tables Tables: f64 = Goods, number(sets::BOUGHT, 0.0, 100.0), always, default::goods::tables;
        chairs Chairs: f64 = Goods, number(sets::BOUGHT, 0.0, 100.0), always, default::goods::chairs;
        wardrobes Wardrobes: f64 = Goods, number(sets::BOUGHT, 0.0, 100.0), always, default::goods::wardrobes;
        parcels Parcels: f64 = Goods, number(sets::PARCELS, 0.0, 300.0), always, default::goods::parcels;
        renovation Renovation: f64 = Goods, number(sets::YEARLY_SPENDING, 0.0, 2000000.0), always, default::goods::renovation;
        vegetable_season VegetableSeason: VegetableSeason = Food, choice::<VegetableSeason>(), always, default::food::vegetable_season;
        home_services HomeServices: f64 = Services, number(sets::YEARLY_SPENDING, 0.0, 1000000.0), always, default::services::home_services;
        car_repair CarRepair: f64 = Services, number(sets::YEARLY_SPENDING, 0.0, 500000.0), owns_car, default::services::car_repair;
        dogs Dogs: f64 = Services, count(sets::OWNED, 0.0, 30.0), always, default::services::dogs;
        cats Cats: f64 = Services, count(sets::OWNED, 0.0, 30.0), always, default::services::cats;
        vet Vet: f64 = Services, number(sets::YEARLY_SPENDING, 0.0, 200000.0), has_pets, default::services::vet;
    }
    you {
        travel_scope TravelScope: Scope = Travel, choice::<Scope>(), several_members, default::household::scope;
        bus Bus: f64 = Travel, number(sets::DISTANCE, 0.0, 5000.0), always, default::travel::bus;
        metro Metro: f64 = Travel, number(sets::DISTANCE, 0.0, 5000.0), always, default::travel::metro;
        taxi Taxi: f64 = Travel, number(sets::DISTANCE, 0.0, 5000.0), always, default::travel::taxi;
        ebike Ebike: f64 = Travel, number(sets::DISTANCE, 0.0, 5000.0), always, default::travel::ebike;
        motorcycle Motorcycle: f64 = Travel, number(sets::DISTANCE, 0.0, 5000.0), always, default::travel::motorcycle;
        coach Coach: f64 = Travel, number(sets::YEARLY_DISTANCE, 0.0, 200000.0), always, default::travel::coach;
        rail Rail: f64 = Travel, number(sets::YEARLY_DISTANCE, 0.0, 200000.0), always, default::travel::rail;
        high_speed_rail HighSpeedRail: f64 = Travel, number(sets::YEARLY_DISTANCE, 0.0, 200000.0), always, default::travel::high_speed_rail;
        flights Flights: Vec<Flight> = Travel, Kind::List { fields: FLIGHT_FIELDS, most: 12 }, always, default::travel::flights;
        food_scope FoodScope: Scope = Food, choice::<Scope>(), several_members, default::household::scope;
        rice Rice: f64 = Food, number(const { &food_units(id::SERVING_RICE, None) }, 0.0, 300.0), always, default::food::rice;
        wheat Wheat: f64 = Food, number(const { &food_units(id::SERVING_FLOUR, None) }, 0.0, 300.0), always, default::food::wheat;
        coarse_grain CoarseGrain: f64 = Food, number(const { &food_units(id::SERVING_COARSE, None) }, 0.0, 300.0), always, default::food::coarse_grain;
        tuber Tuber: f64 = Food, number(const { &food_units(id::SERVING_TUBER, Some(id::EDIBLE_TUBER)) }, 0.0, 300.0), always, default::food::tuber;
        bread Bread: f64 = Food, number(const { &food_units(id::SERVING_BREAD, None) }, 0.0, 300.0), always, default::food::bread;
        tofu Tofu: f64 = Food, number(const { &food_units(id::SERVING_TOFU, None) }, 0.0, 300.0), always, default::food::tofu;
        soymilk Soymilk: f64 = Food, number(const { &food_units(id::SERVING_SOYMILK, None) }, 0.0, 300.0), always, default::food::soymilk;
        vegetables Vegetables: f64 = Food, number(const { &food_units(id::SERVING_VEG, Some(id::EDIBLE_VEG)) }, 0.0, 300.0), always, default::food::vegetables;
        fruit Fruit: f64 = Food, number(const { &food_units(id::SERVING_FRUIT, Some(id::EDIBLE_FRUIT)) }, 0.0, 300.0), always, default::food::fruit;
        nuts Nuts: f64 = Food, number(const { &food_units(id::SERVING_NUT, None) }, 0.0, 300.0), always, default::food::nuts;
        pork Pork: f64 = Food, number(const { &food_units(id::SERVING_PORK, Some(id::EDIBLE_PORK)) }, 0.0, 300.0), always, default::food::pork;
        beef Beef: f64 = Food, number(const { &food_units(id::SERVING_BEEF, None) }, 0.0, 300.0), always, default::food::beef;
        mutton Mutton: f64 = Food, number(const { &food_units(id::SERVING_MUTTON, Some(id::EDIBLE_MUTTON)) }, 0.0, 300.0), always, default::food::mutton;
        poultry Poultry: f64 = Food, number(const { &food_units(id::SERVING_POULTRY, Some(id::EDIBLE_POULTRY)) }, 0.0, 300.0), always, default::food::poultry;
        eggs Eggs: f64 = Food, number(const { &food_units(id::SERVING_EGG, Some(id::EDIBLE_EGG)) }, 0.0, 300.0), always, default::food::eggs;
        fish Fish: f64 = Food, number(const { &food_units(id::SERVING_FISH, Some(id::EDIBLE_FISH)) }, 0.0, 300.0), always, default::food::fish;
        shrimp Shrimp: f64 = Food, number(const { &food_units(id::SERVING_SHRIMP, Some(id::EDIBLE_SHRIMP)) }, 0.0, 300.0), always, default::food::shrimp;
        milk Milk: f64 = Food, number(const { &food_units(id::SERVING_MILK, None) }, 0.0, 300.0), always, default::food::milk;
        yogurt Yogurt: f64 = Food, number(const { &food_units(id::SERVING_YOGURT, None) }, 0.0, 300.0), always, default::food::yogurt;
        cheese Cheese: f64 = Food, number(const { &food_units(id::SERVING_CHEESE, None) }, 0.0, 300.0), always, default::food::cheese;
        oil Oil: f64 = Food, number(sets::GRAMS, 0.0, 500.0), always, default::food::oil;
        sugar Sugar: f64 = Food, number(sets::GRAMS, 0.0, 1000.0), always, default::food::sugar;
        instant_noodles InstantNoodles: f64 = Food, number(sets::PACKS, 0.0, 70.0), always, default::food::instant_noodles;
        tea Tea: f64 = Food, number(sets::TEA, 0.0, 1000.0), always, default::food::tea;
        coffee Coffee: f64 = Food, number(sets::CUPS, 0.0, 140.0), always, default::food::coffee;
        beer Beer: f64 = Food, number(sets::LITRES, 0.0, 100.0), always, default::food::beer;
        wine Wine: f64 = Food, number(sets::LITRES, 0.0, 50.0), always, default::food::wine;
        baijiu Baijiu: f64 = Food, number(sets::LITRES, 0.0, 20.0), always, default::food::baijiu;
        soft_drinks SoftDrinks: f64 = Food, number(sets::LITRES, 0.0, 100.0), always, default::food::soft_drinks;
        juice Juice: f64 = Food, number(sets::LITRES, 0.0, 100.0), always, default::food::juice;
        bottled_water BottledWater: f64 = Food, number(sets::BOTTLES, 0.0, 200.0), always, default::food::bottled_water;
        meals_out MealsOut: f64 = Food, number(sets::MEALS, 0.0, 30.0), always, default::food::meals_out;
        takeaway Takeaway: f64 = Food, number(sets::ORDERS, 0.0, 50.0), always, default::food::takeaway;
        food_waste FoodWaste: FoodWaste = Food, choice::<FoodWaste>(), always, default::food::food_waste;
        goods_scope GoodsScope: Scope = Goods, choice::<Scope>(), several_members, default::household::scope;
        tshirts Tshirts: f64 = Goods, number(sets::BOUGHT, 0.0, 300.0), always, default::goods::tshirts;
        shirts Shirts: f64 = Goods, number(sets::BOUGHT, 0.0, 300.0), always, default::goods::shirts;
        trousers Trousers: f64 = Goods, number(sets::BOUGHT, 0.0, 300.0), always, default::goods::trousers;
        pullovers Pullovers: f64 = Goods, number(sets::BOUGHT, 0.0, 300.0), always, default::goods::pullovers;
        coats Coats: f64 = Goods, number(sets::BOUGHT, 0.0, 300.0), always, default::goods::coats;
        dresses Dresses: f64 = Goods, number(sets::BOUGHT, 0.0, 300.0), always, default::goods::dresses;
        shoes Shoes: f64 = Goods, number(sets::BOUGHT, 0.0, 300.0), always, default::goods::shoes;
        underwear Underwear: f64 = Goods, number(sets::BOUGHT, 0.0, 300.0), always, default::goods::underwear;
        phone_life PhoneLife: f64 = Goods, number(sets::KEPT, 0.25, 20.0), always, default::goods::phone_life;
        laptops Laptops: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::laptops;
        desktops Desktops: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::desktops;
        tablets Tablets: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::tablets;
        monitors Monitors: f64 = Goods, count(sets::OWNED, 0.0, 20.0), always, default::goods::monitors;
        cleaning Cleaning: f64 = Goods, number(sets::SPENDING, 0.0, 100000.0), always, default::goods::cleaning;
        cosmetics Cosmetics: f64 = Goods, number(sets::SPENDING, 0.0, 100000.0), always, default::goods::cosmetics;
        toys_sport ToysSport: f64 = Goods, number(sets::SPENDING, 0.0, 100000.0), always, default::goods::toys_sport;
        medicines Medicines: f64 = Goods, number(sets::SPENDING, 0.0, 100000.0), always, default::goods::medicines;
        other_goods OtherGoods: f64 = Goods, number(sets::SPENDING, 0.0, 100000.0), always, default::goods::other_goods;
        cigarettes Cigarettes: f64 = Goods, number(sets::CIGARETTES, 0.0, 100.0), always, default::goods::cigarettes;
        leisure_scope LeisureScope: Scope = Services, choice::<Scope>(), several_members, default::household::scope;
        hotel_nights HotelNights: f64 = Services, number(sets::NIGHTS, 0.0, 365.0), always, default::services::hotel_nights;
        streaming Streaming: f64 = Services, number(sets::HOURS, 0.0, 24.0), always, default::services::streaming;
        education Education: f64 = Services, number(sets::YEARLY_SPENDING, 0.0, 1000000.0), always, default::services::education;
        culture Culture: f64 = Services, number(sets::YEARLY_SPENDING, 0.0, 1000000.0), always, default::services::culture;
        health_services HealthServices: f64 = Services, number(sets::YEARLY_SPENDING, 0.0, 2000000.0), always, default::services::health_services;
        personal_care PersonalCare: f64 = Services, number(sets::YEARLY_SPENDING, 0.0, 500000.0), always, default::services::personal_care;
    }
}

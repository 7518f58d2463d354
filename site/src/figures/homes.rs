//! Figures of households: what actions save in the benchmark households, and the average households.
//! All of them are the model's own results.

use tanlu_model::actions::{ActionId, Chosen, Joint, point};
use tanlu_model::choice::{CabinClass, FlightKind, Settlements};
use tanlu_model::footprint::Gas;
use tanlu_model::household::Flight;
use tanlu_model::pathway::{Campaign, OwnPath, Reach, ScaleUp, households};
use tanlu_model::plan::{Plan, Step};
use tanlu_model::population::{Average, Averages};
use tanlu_model::rows::{Province, Scenario, national_co2};
use tanlu_model::year::{DEFAULT_SCENARIO, YearIndex};
use tanlu_model::{BASE_YEAR, Domain, Factors, Household, LineId, footprint};

use super::{Figure, Ground, Shown};
use crate::personas::Persona;

/// Kilograms in a tonne, and tonnes in a megatonne.
const KG_PER_TONNE: f64 = 1000.0;
const T_PER_MT: f64 = 1e6;
/// The first year of plans here.
const FROM: u16 = 2026;
/// The year in which many households together are looked at.
const TOGETHER: u16 = 2035;
/// The year with a much cleaner grid.
const LATER: u16 = 2040;

/// What an action saves in a household, kg CO2e a year, at its usual strength.
const SAVINGS: [(&str, &str, ActionId); 19] = [
    ("chengdu_ev", "chengdu_family", ActionId::ElectricCar),
    ("chengdu_plants", "chengdu_family", ActionId::PlantDays),
    ("chengdu_lamps", "chengdu_family", ActionId::LedLamps),
    ("chengdu_sorting", "chengdu_family", ActionId::SortWaste),
    (
        "guangdong_cooling",
        "guangdong_cooling",
        ActionId::CoolingLess,
    ),
    (
        "guangdong_warmer",
        "guangdong_cooling",
        ActionId::CoolingWarmer,
    ),
    ("guangdong_lamps", "guangdong_cooling", ActionId::LedLamps),
    (
        "guangdong_standby",
        "guangdong_cooling",
        ActionId::StandbyOff,
    ),
    (
        "harbin_retrofit",
        "harbin_retired_couple",
        ActionId::BuildingRetrofit,
    ),
    ("harbin_meter", "harbin_retired_couple", ActionId::HeatMeter),
    (
        "harbin_windows",
        "harbin_retired_couple",
        ActionId::NewWindows,
    ),
    ("harbin_lamps", "harbin_retired_couple", ActionId::LedLamps),
    ("shanxi_pump", "rural_coal_stove", ActionId::CoalToHeatPump),
    ("shanxi_sun", "rural_coal_stove", ActionId::RooftopSolar),
    ("shanxi_plants", "rural_coal_stove", ActionId::PlantDays),
    ("shanxi_lamps", "rural_coal_stove", ActionId::LedLamps),
    ("flyer_economy", "frequent_flyer", ActionId::EconomyClass),
    (
        "chengdu_guideline",
        "chengdu_family",
        ActionId::DietGuideline,
    ),
    (
        "yunnan_guideline",
        "plant_eaters_yunnan",
        ActionId::DietGuideline,
    ),
];

/// Those that can be computed.
pub(super) fn figures(personas: &[Persona]) -> Vec<Figure> {
    let factors = &Factors::central();
    let homes = Homes { personas, factors };
    let savings = SAVINGS.map(|(name, persona, action)| homes.saving(name, persona, action));
    let parts = [
        savings.to_vec(),
        homes.others(),
        homes.over_years(),
        homes.flights(),
        homes.together(),
        averages(&Averages::compute(factors)),
    ];
    parts.into_iter().flatten().flatten().collect()
}

/// The benchmark households.
struct Homes<'a> {
    personas: &'a [Persona],
    factors: &'a Factors,
}

impl Homes<'_> {
    fn home(&self, id: &str) -> Option<Household> {
        let found = self.personas.iter().find(|persona| persona.id == id)?;
        Some(Household::resolve(&found.answers, self.factors))
    }

    fn saving(
        &self,
        name: &'static str,
        persona: &'static str,
        action: ActionId,
    ) -> Option<Figure> {
        let set = Joint::of([Chosen::usual(action)]);
        let kg = point(&self.home(persona)?, &set, self.factors);
        Some(of_persona(name, kg, Shown::Rough, persona))
    }

    /// District heat in Harbin, as a share of the household; how much more the guideline is in Yunnan.
    fn others(&self) -> Vec<Option<Figure>> {
        let (harbin, yunnan) = ("harbin_retired_couple", "plant_eaters_yunnan");
        let share = || {
            let result = footprint(&self.home(harbin)?, self.factors);
            let kg = result.line(LineId::DistrictHeat)?.kg;
            let share = kg / result.household_kg();
            Some(of_persona(
                "harbin_heat_share",
                share,
                Shown::Percent,
                harbin,
            ))
        };
        let more = || {
            let name = "yunnan_guideline_more";
            let less = self.saving(name, yunnan, ActionId::DietGuideline)?;
            Some(of_persona(name, -less.value, Shown::Rough, yunnan))
        };
        vec![share(), more()]
    }

    /// What an action saves in a year when the grid is that year's, kg CO2e.
    fn in_year(&self, persona: &str, action: ActionId, year: u16) -> Option<f64> {
        let plan = planned(&[action]);
        let path = OwnPath::of(&self.home(persona)?, &plan, Gas::Co2e, self.factors);
        let index = YearIndex::new(year, DEFAULT_SCENARIO, self.factors)?;
        Some(path.year(&index).mine)
    }

    fn over_years(&self) -> Vec<Option<Figure>> {
        let of = |name, persona, action, year| {
            let kg = self.in_year(persona, action, year)?;
            Some(of_persona(name, kg, Shown::Rough, persona))
        };
        let guangdong = "guangdong_cooling";
        vec![
            of(
                "ev_now",
                "northern_flat_district_heat",
                ActionId::ElectricCar,
                FROM,
            ),
            of(
                "ev_later",
                "northern_flat_district_heat",
                ActionId::ElectricCar,
                LATER,
            ),
            of("cooling_now", guangdong, ActionId::CoolingLess, FROM),
            of("cooling_later", guangdong, ActionId::CoolingLess, LATER),
        ]
    }

    /// kg CO2e per kilometre in the air and on rails: flights with what they do besides CO2.
    fn flights(&self) -> Vec<Option<Figure>> {
        let persona = "frequent_flyer";
        let flown = |kind, class| {
            let mut home = self.home(persona)?;
            let flight = Flight {
                kind,
                class,
                distance: Flight::usual_distance(kind, self.factors),
                trips: 1.0,
            };
            home.you.flights = vec![flight];
            let result = footprint(&home, self.factors);
            let flights = |id: LineId| id.id().starts_with("flights_");
            let kg = result.sum(|line| flights(line.id), |line| line.kg);
            Some(kg / flight.km())
        };
        let rail = || {
            let home = self.home("chengdu_student")?;
            let result = footprint(&home, self.factors);
            let line = result.line(LineId::HighSpeedRail)?;
            Some(line.kg / line.quantity.value)
        };
        let plane = flown(FlightKind::Domestic, CabinClass::Economy);
        let times = || Some(plane? / rail()?);
        let business = || {
            let abroad = |class| flown(FlightKind::International, class);
            Some(abroad(CabinClass::Business)? / abroad(CabinClass::Economy)?)
        };
        let figure = |name, value: Option<f64>, shown| {
            value.map(|value| of_persona(name, value, shown, persona))
        };
        vec![
            figure("plane_per_km", plane, Shown::Rough),
            figure("rail_per_km", rail(), Shown::Rough),
            figure("plane_times_rail", times(), Shown::Whole),
            figure("business_times_economy", business(), Shown::Tenths),
        ]
    }

    /// One household, its province, and what the scenario assumes already.
    fn together(&self) -> Vec<Option<Figure>> {
        let persona = "chengdu_family";
        let Some(home) = self.home(persona) else {
            return Vec::new();
        };
        let scenario = DEFAULT_SCENARIO;
        let plan = planned(&[
            ActionId::PlantDays,
            ActionId::FoodWasteLess,
            ActionId::CarToTransit,
        ]);
        let own = ScaleUp::of(&home, &plan, scenario, self.factors);
        let saved = |reach| own.under(&half(reach)).saving().mt(TOGETHER);
        let figure = |name, value: Option<f64>, shown| {
            value.map(|value| of_persona(name, value, shown, persona))
        };
        let kg = own.own(TOGETHER);
        let mut all = vec![
            figure("own_saving", Some(kg), Shown::Rough),
            figure("province_saving", saved(Reach::Province), Shown::Megatonnes),
            figure("nation_saving", saved(Reach::Nation), Shown::Megatonnes),
            figure(
                "nation_saving_part",
                part(saved(Reach::Nation), scenario),
                Shown::FinePercent,
            ),
            figure(
                "province_households",
                Some(own.households(Reach::Province)),
                Shown::Many,
            ),
            figure("one_in", one_in(scenario), Shown::Many),
            figure("nation_households", Some(households(None)), Shown::Many),
        ];
        all.extend(self.assumed(&home, persona));
        all
    }

    /// Electric cars, green power and plant days of half of those who can, beyond the scenario.
    fn assumed(&self, home: &Household, persona: &'static str) -> Vec<Option<Figure>> {
        let plan = planned(&[
            ActionId::ElectricCar,
            ActionId::PlantDays,
            ActionId::GreenPower,
        ]);
        let wedges =
            ScaleUp::of(home, &plan, DEFAULT_SCENARIO, self.factors).under(&half(Reach::Nation));
        let of = |action| {
            let mut wedges = wedges.year(TOGETHER).iter();
            wedges.find(|wedge| wedge.action == action).copied()
        };
        let (car, plants) = (of(ActionId::ElectricCar), of(ActionId::PlantDays));
        let green = of(ActionId::GreenPower);
        let figure = |name, value: Option<f64>, shown| {
            value.map(|value| of_persona(name, value, shown, persona))
        };
        vec![
            figure("ev_assumed", car.map(|wedge| wedge.assumed), Shown::Percent),
            figure("ev_beyond", car.map(|wedge| wedge.mt), Shown::Megatonnes),
            figure(
                "green_beyond",
                green.map(|wedge| wedge.mt),
                Shown::Megatonnes,
            ),
            figure(
                "plants_beyond",
                plants.map(|wedge| wedge.mt),
                Shown::Megatonnes,
            ),
        ]
    }
}

fn of_persona(name: &'static str, value: f64, shown: Shown, persona: &'static str) -> Figure {
    Figure::computed(name, value, shown, [Ground::Persona(persona)])
}

/// A plan that does these from its first year on.
fn planned(actions: &[ActionId]) -> Plan {
    let mut plan = Plan::none();
    for action in actions {
        plan.choose(Step {
            chosen: Chosen::usual(*action),
            from: FROM,
        });
    }
    plan
}

/// A campaign that half of those who can join.
fn half(reach: Reach) -> Campaign {
    Campaign {
        reach,
        joining: 0.5,
        ..Campaign::default()
    }
}

/// Megatonnes as a part of the nation's CO2 in that year.
fn part(mt: Option<f64>, scenario: Scenario) -> Option<f64> {
    Some(mt? / national_co2(scenario, TOGETHER)?.value)
}

/// Of how many tonnes of the nation one tonne is one.
fn one_in(scenario: Scenario) -> Option<f64> {
    Some(national_co2(scenario, BASE_YEAR)?.value * T_PER_MT)
}

/// The average households, t or kg CO2e a year per person.
fn averages(averages: &Averages) -> Vec<Option<Figure>> {
    let nation = averages.of(None, Settlements::All);
    let settled = |settlement| averages.of(None, settlement).per_person_kg();
    let homes = |province| {
        averages
            .of(Some(province), Settlements::All)
            .domain_kg(Domain::Home)
    };
    let share = |domain| nation.domain_kg(domain) / nation.per_person_kg();
    let tonnes = |kg: f64| kg / KG_PER_TONNE;
    let figure =
        |name, value, shown| Some(Figure::computed(name, value, shown, [Ground::Averages]));
    vec![
        figure(
            "average_person",
            tonnes(nation.per_person_kg()),
            Shown::Tenths,
        ),
        figure(
            "average_city",
            tonnes(settled(Settlements::City)),
            Shown::Tenths,
        ),
        figure(
            "average_village",
            tonnes(settled(Settlements::Village)),
            Shown::Tenths,
        ),
        figure("average_food", share(Domain::Food), Shown::Percent),
        figure("average_travel", share(Domain::Travel), Shown::Percent),
        figure(
            "home_heilongjiang",
            homes(Province::Heilongjiang),
            Shown::Rough,
        ),
        figure("home_guangdong", homes(Province::Guangdong), Shown::Rough),
        figure("home_north_times", times(averages), Shown::Tenths),
    ]
}

/// How many times the home in Heilongjiang is that in Guangdong, per person.
fn times(averages: &Averages) -> f64 {
    let home = |average: Average| average.domain_kg(Domain::Home);
    home(averages.of(Some(Province::Heilongjiang), Settlements::All))
        / home(averages.of(Some(Province::Guangdong), Settlements::All))
}

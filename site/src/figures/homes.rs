//! Figures of households: what actions save in the benchmark households, and the average households.
//! All of them are the model's own results. What actions save is the median over the draws with its band, as the
//! screens of the app tell it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use tanlu_model::actions::{ActionId, Chosen, Joint};
use tanlu_model::choice::{CabinClass, FlightKind, Settlements};
use tanlu_model::footprint::Gas;
use tanlu_model::household::Flight;
use tanlu_model::pathway::nation::NationalPath;
use tanlu_model::pathway::{
    Campaign, OwnBands, Reach, ScaleBands, ScaleUp, WedgeBands, households,
};
use tanlu_model::plan::{Plan, Step};
use tanlu_model::population::{Average, Averages};
use tanlu_model::rows::{Province, Scenario, national_co2};
use tanlu_model::uncertainty::{self, Draws, InBaseYear, Quantiles, World};
use tanlu_model::year::DEFAULT_SCENARIO;
use tanlu_model::{BASE_YEAR, Domain, Factors, Household, LineId, footprint};

use super::{Figure, Ground, Shown};
use crate::personas::{Persona, world};

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
    let homes = Homes {
        personas,
        factors,
        world: world(),
        drawn: RefCell::default(),
    };
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
    world: World,
    /// The draws of those that were asked for.
    drawn: RefCell<BTreeMap<&'static str, Rc<Draws>>>,
}

impl Homes<'_> {
    fn persona(&self, id: &str) -> Option<&Persona> {
        self.personas.iter().find(|persona| persona.id == id)
    }

    fn home(&self, id: &str) -> Option<Household> {
        let found = self.persona(id)?;
        Some(Household::resolve(&found.answers, self.factors))
    }

    fn draws(&self, id: &'static str) -> Option<Rc<Draws>> {
        if let Some(known) = self.drawn.borrow().get(id) {
            return Some(Rc::clone(known));
        }
        let answers = &self.persona(id)?.answers;
        let reading = InBaseYear::of(Gas::Co2e);
        let draws = Rc::new(uncertainty::draws(answers, &self.world, reading));
        self.drawn.borrow_mut().insert(id, Rc::clone(&draws));
        Some(draws)
    }

    /// What an action saves, kg CO2e a year of the household.
    fn saved(&self, persona: &'static str, action: ActionId) -> Option<Quantiles> {
        let draws = self.draws(persona)?;
        let set = Joint::of([Chosen::usual(action)]);
        let changed = draws.changed_household(&set, &self.world);
        let before = draws.household().into_iter();
        let less = before.zip(changed).map(|(before, after)| before - after);
        Some(Quantiles::of(less.collect()))
    }

    fn saving(
        &self,
        name: &'static str,
        persona: &'static str,
        action: ActionId,
    ) -> Option<Figure> {
        let saved = self.saved(persona, action)?;
        Some(drawn(name, saved, Shown::Rough, persona))
    }

    /// District heat in Harbin, as a share of the household; how much more the guideline is in Yunnan.
    fn others(&self) -> Vec<Option<Figure>> {
        let (harbin, yunnan) = ("harbin_retired_couple", "plant_eaters_yunnan");
        let share = || {
            let draws = self.draws(harbin)?;
            let heat = draws.line(LineId::DistrictHeat).into_iter();
            let share = heat.zip(draws.household()).map(|(heat, all)| heat / all);
            let share = Quantiles::of(share.collect());
            Some(drawn("harbin_heat_share", share, Shown::Percent, harbin))
        };
        let more = || {
            let less = self.saved(yunnan, ActionId::DietGuideline)?;
            let more = less.times(-1.0);
            Some(drawn("yunnan_guideline_more", more, Shown::Rough, yunnan))
        };
        vec![share(), more()]
    }

    /// What a plan saves in a year when the grid is that year's, kg of a gas.
    fn in_year(
        &self,
        persona: &'static str,
        plan: &Plan,
        gas: Gas,
        year: u16,
    ) -> Option<Quantiles> {
        let draws = self.draws(persona)?;
        let mut bands = OwnBands::of_years(plan, gas, DEFAULT_SCENARIO, [year]);
        while bands.step(&draws, &self.world) {}
        bands.year(year).map(|band| band.mine)
    }

    fn over_years(&self) -> Vec<Option<Figure>> {
        let of = |name, persona, action, year| {
            let plan = planned(&[action]);
            let saved = self.in_year(persona, &plan, Gas::Co2e, year)?;
            Some(drawn(name, saved, Shown::Rough, persona))
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

    /// What a campaign of half of those who can takes away in a plan.
    fn campaign(&self, persona: &'static str, plan: &Plan, reach: Reach) -> Option<WedgeBands> {
        let (home, draws) = (self.home(persona)?, self.draws(persona)?);
        let scenario = DEFAULT_SCENARIO;
        let scale = ScaleUp::of(&home, plan, scenario, self.factors);
        let mut bands = ScaleBands::new(scale, plan, scenario, &draws);
        while bands.step(&draws, &self.world) {}
        Some(bands.under(&half(reach), &NationalPath::Model(scenario).line()))
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
        let saved = |reach| self.campaign(persona, &plan, reach)?.year(TOGETHER);
        let figure =
            |name, of: Option<Quantiles>, shown| of.map(|of| drawn(name, of, shown, persona));
        let fixed = |name, value: f64| Some(of_persona(name, value, Shown::Many, persona));
        let own = self.in_year(persona, &plan, Gas::Co2Territorial, TOGETHER);
        let nation = saved(Reach::Nation);
        let part = nation.and_then(|mt| {
            let all = national_co2(scenario, TOGETHER)?.value;
            Some(mt.times(1.0 / all))
        });
        // the screen of the path draws its line on central values
        let scale = ScaleUp::of(&home, &plan, scenario, self.factors);
        let central = scale.under(&half(Reach::Nation)).saving().mt(TOGETHER);
        let central =
            central.map(|mt| of_persona("nation_central", mt, Shown::Megatonnes, persona));
        let asked = Reach::Province.households(&home, self.factors);
        let mut all = vec![
            figure("own_saving", own, Shown::Rough),
            figure("province_saving", saved(Reach::Province), Shown::Megatonnes),
            figure("nation_saving", nation, Shown::Megatonnes),
            figure("nation_saving_part", part, Shown::FinePercent),
            central,
            fixed("province_households", asked),
            one_in(scenario).and_then(|tonnes| fixed("one_in", tonnes)),
            fixed("nation_households", households(None)),
        ];
        all.extend(self.assumed(&home, persona));
        all
    }

    /// Electric cars, green power and plant days of half of those who can, each alone, beyond the scenario.
    fn assumed(&self, home: &Household, persona: &'static str) -> Vec<Option<Figure>> {
        let beyond = |name, action| {
            let bands = self.campaign(persona, &planned(&[action]), Reach::Nation)?;
            let mt = bands.year(TOGETHER)?;
            Some(drawn(name, mt, Shown::Megatonnes, persona))
        };
        let car = ActionId::ElectricCar;
        let assumed = || {
            let scale = ScaleUp::of(home, &planned(&[car]), DEFAULT_SCENARIO, self.factors);
            let wedges = scale.under(&half(Reach::Nation));
            let wedge = wedges.year(TOGETHER).first()?;
            Some(of_persona(
                "ev_assumed",
                wedge.assumed,
                Shown::Percent,
                persona,
            ))
        };
        vec![
            assumed(),
            beyond("ev_beyond", car),
            beyond("green_beyond", ActionId::GreenPower),
            beyond("plants_beyond", ActionId::PlantDays),
        ]
    }
}

fn drawn(name: &'static str, of: Quantiles, shown: Shown, persona: &'static str) -> Figure {
    Figure::drawn(name, of, shown, [Ground::Persona(persona)])
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

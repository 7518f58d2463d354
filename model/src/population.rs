//! The average household of a place: the mean of the model over a seeded synthetic population.
//!
//! Households are drawn for the cities, towns and villages of each province from the tables'
//! means and shares, computed by the same functions as any household, and weighted by people. The
//! electricity of a province meets the published total of its people.

use crate::answers::{Answer, Answers};
use crate::catalogue::{Household, QuestionId};
use crate::choice::{Choice, Settlement, Settlements};
use crate::derived::{Number, Source, row};
use crate::factors::Factors;
use crate::footprint::footprint;
use crate::question::Domain;
use crate::reach::Questions;
use crate::rows::{Province, ProvinceQuantity, family, id, province_number};
use crate::uncertainty::{Amounts, Chance, Chances, Lot, NO_EVIDENCE, Places, Sampler};
use crate::unit::MONTHS_PER_YEAR;

/// The seed of the population.
pub const SEED: u64 = 2060;
/// Households drawn for each settlement of each province.
pub const HOUSEHOLDS: u32 = 256;

/// The average household of a place, kg CO2e a year.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Average {
    /// People of the place, in 10^4.
    pub people: f64,
    /// People of the average household.
    pub members: f64,
    /// kg CO2e a year per person, by domain in the order of [`Domain::ALL`].
    pub per_person: [f64; Domain::ALL.len()],
}

impl Average {
    /// kg CO2e a year per person in one domain.
    pub fn domain_kg(&self, domain: Domain) -> f64 {
        self.per_person
            .get(domain as usize)
            .copied()
            .unwrap_or_default()
    }

    /// kg CO2e a year per person of household consumption, public services left out.
    pub fn per_person_kg(&self) -> f64 {
        let domains = Domain::CONSUMPTION.iter();
        domains.map(|domain| self.domain_kg(*domain)).sum()
    }

    /// kg CO2e a year of the household's consumption, public services left out.
    pub fn household_kg(&self) -> f64 {
        self.per_person_kg() * self.members
    }

    /// kg CO2e a year per person in one part of life, or of all household consumption.
    pub fn part_kg(&self, part: Option<Domain>) -> f64 {
        part.map_or_else(|| self.per_person_kg(), |domain| self.domain_kg(domain))
    }

    /// What this average has more than another in each part of life, kg CO2e a year per person; the
    /// largest difference first.
    pub fn above(&self, other: &Average) -> Vec<(Domain, f64)> {
        let parts = Domain::CONSUMPTION.iter().copied();
        let mut above: Vec<(Domain, f64)> = parts
            .map(|domain| (domain, self.domain_kg(domain) - other.domain_kg(domain)))
            .collect();
        above.sort_by(|(_, one), (_, next)| next.abs().total_cmp(&one.abs()));
        above
    }

    /// The average of some households, each counting once, for a place with so many people.
    fn of(homes: &[Household], people: f64, factors: &Factors) -> Average {
        let mut average = Average {
            people,
            ..Average::default()
        };
        let members: f64 = homes.iter().map(|home| home.members).sum();
        average.members = members / homes.len() as f64;
        for home in homes {
            let domains = footprint(home, factors).by_domain();
            for (sum, kg) in average.per_person.iter_mut().zip(domains) {
                *sum += kg / members;
            }
        }
        average
    }

    /// The average of places together, weighted by their people.
    fn together<'a>(places: impl Iterator<Item = &'a Average>) -> Average {
        let mut all = Average::default();
        let mut households = 0.0;
        for place in places {
            all.people += place.people;
            households += place.people / place.members;
            for (sum, kg) in all.per_person.iter_mut().zip(place.per_person) {
                *sum += kg * place.people;
            }
        }
        for sum in &mut all.per_person {
            *sum /= all.people;
        }
        all.members = all.people / households;
        all
    }
}

/// The averages of all places.
#[derive(Debug, Clone, PartialEq)]
pub struct Averages {
    /// By province and settlement.
    places: Vec<(Province, Settlement, Average)>,
}

impl Averages {
    /// Draws the population of the nation and computes its footprints: a second or so.
    pub fn compute(factors: &Factors) -> Averages {
        let places = Province::all().flat_map(|province| of_province(province, factors));
        Averages {
            places: places.collect(),
        }
    }

    /// The average of a province or of the nation, over some kinds of settlement.
    pub fn of(&self, province: Option<Province>, settlements: Settlements) -> Average {
        let wanted = |(of, kind, _): &&(Province, Settlement, Average)| {
            province.is_none_or(|province| province == *of) && settlements.hold(*kind)
        };
        let places = self.places.iter().filter(wanted);
        Average::together(places.map(|(_, _, average)| average))
    }
}

impl Settlements {
    /// Whether a kind of settlement is among these.
    pub fn hold(self, settlement: Settlement) -> bool {
        match self {
            Settlements::All => true,
            Settlements::Urban => settlement != Settlement::Village,
            one => one == Settlements::from(settlement),
        }
    }
}

impl From<Settlement> for Settlements {
    fn from(settlement: Settlement) -> Settlements {
        match settlement {
            Settlement::City => Settlements::City,
            Settlement::Town => Settlements::Town,
            Settlement::Village => Settlements::Village,
        }
    }
}

/// What sets provinces apart before anyone's habits: winter, grid, means. Of the nation the mean over
/// its people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// Heating degree days below 18 degC in a year, degC.day.
    pub cold: f64,
    /// Life-cycle emissions of electricity, kg CO2e/kWh.
    pub grid: f64,
    /// Consumption expenditure of a person, yuan a year.
    pub spending: f64,
}

impl Setting {
    /// Of a province, or of the nation.
    pub fn of(province: Option<Province>, factors: &Factors) -> Setting {
        let mean = |of: &dyn Fn(Province) -> f64| {
            let people = |province| factors.of_province(province, ProvinceQuantity::Population);
            let all = || Province::all().filter(|one| province.is_none_or(|of| of == *one));
            let sum: f64 = all().map(|one| people(one) * of(one)).sum();
            sum / all().map(people).sum::<f64>()
        };
        let statistic = |quantity| mean(&|province| factors.of_province(province, quantity));
        Setting {
            cold: statistic(ProvinceQuantity::Hdd18),
            grid: mean(&|province| factors.value(family::EL_LC_2023.row(province))),
            spending: statistic(ProvinceQuantity::ConsumptionPc),
        }
    }
}

/// The part of a province's people who live in such settlements.
pub fn settlement_share<N: Number>(
    province: Province,
    settlement: Settlement,
    factors: &Factors,
) -> N {
    let quantity = ProvinceQuantity::UrbanShare;
    let urban = N::of(
        Source::Statistic(quantity),
        factors.of_province(province, quantity),
    );
    let cities = row(id::CITY_SHARE_URBAN, factors);
    let rest = |of: N| N::plain(1.0) - of;
    match settlement {
        Settlement::City => urban * cities,
        Settlement::Town => urban * rest(cities),
        Settlement::Village => rest(urban),
    }
}

/// The parts of a province's people who live in cities, towns and villages.
pub fn settlement_shares(province: Province, factors: &Factors) -> [(Settlement, f64); 3] {
    [Settlement::City, Settlement::Town, Settlement::Village]
        .map(|settlement| (settlement, settlement_share(province, settlement, factors)))
}

/// How many households each province has, in 10^4.
pub fn households_by_province(factors: &Factors) -> Vec<(Province, f64)> {
    let households = |province| factors.of_province(province, ProvinceQuantity::Households);
    Province::all()
        .map(|province| (province, households(province)))
        .collect()
}

/// The households of one kind of settlement in a province, each standing for as many people.
pub(crate) struct Place {
    /// The kind of settlement.
    pub settlement: Settlement,
    /// People of the place, in 10^4.
    pub people: f64,
    /// Its households, each counting once.
    pub homes: Vec<Household>,
}

fn of_province(province: Province, factors: &Factors) -> Vec<(Province, Settlement, Average)> {
    places(province, factors)
        .into_iter()
        .map(|place| {
            let average = Average::of(&place.homes, place.people, factors);
            (province, place.settlement, average)
        })
        .collect()
}

/// The population of a province: its cities, towns and villages.
pub(crate) fn places(province: Province, factors: &Factors) -> Vec<Place> {
    // a stream of its own, so that one province's rows move no other province
    let chances = Chances::new(
        Chance::new(SEED + province as u64, HOUSEHOLDS),
        Amounts::Mean,
    )
    .all();
    let people = factors.of_province(province, ProvinceQuantity::Population);
    let mut places: Vec<Place> = Settlement::ALL
        .iter()
        .map(|settlement| Place {
            settlement: *settlement,
            people: people * settlement_share::<f64>(province, *settlement, factors),
            homes: households(province, *settlement, &chances, factors),
        })
        .collect();
    meet_electricity(province, &mut places, factors);
    places
}

/// Households of one kind of settlement in a province, in any order.
///
/// What a household has or has not, what it chose and what it can afford is drawn: it has no half a
/// car. An amount that enters its lines in proportion stays at its mean.
fn households(
    province: Province,
    settlement: Settlement,
    chances: &Chances,
    factors: &Factors,
) -> Vec<Household> {
    let mut answers = Answers::new();
    answers.set(QuestionId::Province, Answer::Choice(province.id()));
    answers.set(QuestionId::Settlement, Answer::Choice(settlement.id()));
    let mut sampler = Sampler::new(&answers, &Questions::ALL, chances, Places::new());
    let lot = |at| Lot {
        at,
        chances,
        factors,
    };
    let mut homes = vec![Household::default(); chances.draws()];
    for (at, home) in homes.iter_mut().enumerate() {
        sampler.fill(home, &mut NO_EVIDENCE.clone(), lot(at));
    }
    homes
}

/// Scales the homes' electricity so that all together use what the province's people do.
fn meet_electricity(province: Province, places: &mut [Place], factors: &Factors) {
    let published = factors.of_province(province, ProvinceQuantity::ElecResPc);
    let (mut used, mut people) = (0.0, 0.0);
    for place in places.iter() {
        let members: f64 = place.homes.iter().map(|home| home.members).sum();
        let kwh: f64 = place.homes.iter().map(|home| home.electricity).sum();
        used += place.people * kwh * MONTHS_PER_YEAR / members;
        people += place.people;
    }
    let by = published * people / used;
    for place in places {
        for home in &mut place.homes {
            home.electricity *= by;
        }
    }
}

/// Questions whose averages have rows for some provinces only.
pub const OF_PROVINCES: [QuestionId; 3] = [
    QuestionId::AirConditioners,
    QuestionId::Metro,
    QuestionId::DistrictHeat,
];

/// Of these, what a province takes from national tables because it has no row of its own.
pub fn national(province: Province) -> Vec<QuestionId> {
    let has = |quantity| province_number(province, quantity).is_some();
    let own = |question: &QuestionId| match question {
        QuestionId::AirConditioners => has(ProvinceQuantity::AcPer100hh),
        QuestionId::Metro => has(ProvinceQuantity::MetroTripsPc),
        _ => family::HEAT_SOURCE.own(province),
    };
    let some = OF_PROVINCES.into_iter();
    some.filter(|question| !own(question)).collect()
}

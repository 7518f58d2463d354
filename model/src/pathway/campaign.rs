//! A campaign: who is asked, how many join, from when on, and how fast.

use std::ops::RangeInclusive;

use crate::catalogue::{Household, QuestionId};
use crate::choice::{Choice, choices};
use crate::factors::Factors;
use crate::population::settlement_share;
use crate::rows::{Adoption, Follows, Province, ProvinceQuantity, Zone, province_number};

/// The years in which a campaign may begin.
pub const CAMPAIGNS: RangeInclusive<u16> = 2026..=2050;

/// Households in the unit of the table.
const TEN_THOUSAND: f64 = 1e4;

choices! {
    /// Whose households are asked to join: those of the household's province and kind of settlement, all of
    /// its province, all of the nation.
    Reach { LikeMine "like-mine", Province "province", #[default] Nation "nation" }
    /// How fast those who join do what they joined for: the slow end of the assumption's range, the
    /// assumption, the fast end.
    Pace { Slow "slow", #[default] Middle "middle", Fast "fast" }
}

impl Pace {
    /// Rate and middle of the logistic, 1/year and the year.
    pub(super) fn of(self, row: &Adoption) -> (f64, f64) {
        match self {
            Pace::Slow => (row.rate.low, row.middle.high),
            Pace::Middle => (row.rate.value, row.middle.value),
            Pace::Fast => (row.rate.high, row.middle.low),
        }
    }
}

/// So many of the households of a place who can do it join in a plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Campaign {
    /// Who is asked.
    pub reach: Reach,
    /// The share of those who can that joins, 0 to 1; whoever does it already is among them.
    pub joining: f64,
    /// The first year, of [`CAMPAIGNS`].
    pub from: u16,
    /// How fast they begin.
    pub pace: Pace,
}

impl Default for Campaign {
    fn default() -> Campaign {
        Campaign {
            reach: Reach::default(),
            joining: 0.5,
            from: *CAMPAIGNS.start(),
            pace: Pace::default(),
        }
    }
}

/// Households of a province, or of the nation where none is named.
pub fn households(province: Option<Province>) -> f64 {
    let of = |province| province_number(province, ProvinceQuantity::Households);
    let number: f64 = match province {
        Some(province) => of(province).unwrap_or_default(),
        None => Province::all().filter_map(of).sum(),
    };
    number * TEN_THOUSAND
}

impl Reach {
    /// The questions whose answers tell whose households are asked.
    pub const fn told_by(self) -> &'static [QuestionId] {
        match self {
            Reach::Nation => &[],
            Reach::Province => &[QuestionId::Province],
            Reach::LikeMine => &[QuestionId::Province, QuestionId::Settlement],
        }
    }

    /// How many households are asked: in their settlements as many as people live there.
    pub fn households(self, home: &Household, factors: &Factors) -> f64 {
        match self {
            Reach::Nation => households(None),
            Reach::Province => households(Some(home.province)),
            Reach::LikeMine => {
                let share: f64 = settlement_share(home.province, home.settlement, factors);
                households(Some(home.province)) * share
            }
        }
    }

    /// How many times the nation's share of those who can is the share here.
    pub(super) fn times(self, home: &Household, row: &Adoption) -> f64 {
        match self {
            Reach::Nation => 1.0,
            Reach::Province | Reach::LikeMine => row.follows.times(home.province),
        }
    }
}

impl Follows {
    /// The number of a province; none where it is not known.
    fn number(self, province: Province) -> Option<f64> {
        let number = |quantity| province_number(province, quantity);
        let villages = || Some(1.0 - number(ProvinceQuantity::UrbanShare)?);
        let zone = province.region().zone;
        match self {
            Follows::Nothing => Some(1.0),
            Follows::Cars => number(ProvinceQuantity::CarsPer100hh),
            Follows::AirConditioners => number(ProvinceQuantity::AcPer100hh),
            Follows::Cities => number(ProvinceQuantity::UrbanShare),
            Follows::Villages => villages(),
            Follows::NorthernVillages if zone == Zone::North => villages(),
            Follows::DistrictHeat => {
                let urban = number(ProvinceQuantity::UrbanShare)?;
                Some(urban * number(ProvinceQuantity::DhAreaPerUrban)?)
            }
            Follows::Winter if matches!(zone, Zone::North | Zone::Hscw) => Some(1.0),
            Follows::NorthernVillages | Follows::Winter => Some(0.0),
            Follows::Spending => number(ProvinceQuantity::ConsumptionPc),
        }
    }

    /// A province's number over the mean of the nation's households; 1 where it is not known.
    pub fn times(self, province: Province) -> f64 {
        let Some(own) = self.number(province) else {
            return 1.0;
        };
        let known = Province::all().filter_map(|province| {
            let weight = households(Some(province));
            Some((weight, weight * self.number(province)?))
        });
        let (weights, sum) = known.fold((0.0, 0.0), |(weights, sum), (weight, number)| {
            (weights + weight, sum + number)
        });
        own * weights / sum
    }
}

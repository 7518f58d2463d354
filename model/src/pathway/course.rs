//! How many households do something in a year: by themselves, and with a campaign.
//!
//! The logistic with a known start, `a(t) = a0 + (K - a0) x (L(t) - L(t0)) / (1 - L(t0))` with
//! `L(t) = 1 / (1 + exp(-r (t - m)))`; before its start it is `a0`.
//!
//! What is bought and lasts turns over: the logistic is that of new sales, and `L` above is its mean over
//! the cohorts of the stock, `sum over ages of S(age) x L(t - age) / sum of S(age)`, of which the share
//! `S(age) = exp(-(age / (life / 0.893))^3)` is still in use (a Weibull law, whose mean is the life). As many
//! are sold every year. A life of 0 leaves the newest cohort alone, which is the logistic itself.
//! Bass curves on a stock run ahead of its turnover (47 % electric cars in 2030) and are not used.

use super::campaign::Campaign;
use super::nation::AHEAD;
use crate::rows::{Adoption, Band, InScenario};
use crate::uncertainty::Shape;

/// Something for each year of [`AHEAD`].
pub(super) type ByYear = Vec<f64>;

/// The part of the curve that a scenario holds where it holds it partly, from none to all of it.
const PARTLY: Band = Band {
    value: 0.5,
    low: 0.0,
    high: 1.0,
};
/// The mean of a Weibull law of shape 3, for a scale of 1.
const MEAN_OF_SURVIVAL: f64 = 0.893;
/// So many lives after its sale nothing is left: `S` is below 1e-4.
const LIVES: f64 = 2.5;

/// Parameters of a row that are drawn, each by a score of its own.
pub(super) const DRAWN: usize = 7;

/// How something spreads, by one choice of parameters out of a row's ranges.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The part of all households that can do it.
    pub eligible: f64,
    /// The part of what it saves that comes back.
    pub rebound: f64,
    /// The life of what is bought, years; 0 of what is not.
    pub life: f64,
    /// The share of those who can that does it already.
    pub start: f64,
    start_year: u16,
    /// The share that the curve tends to.
    ceiling: f64,
    rate: f64,
    middle: f64,
    /// The share that the national scenarios assume already, by year.
    assumed: ByYear,
    /// What is left in the scenarios of what it saves, by year: all in the year of the start.
    left: ByYear,
}

impl Course {
    /// With the central values of a row.
    pub fn of(row: &Adoption) -> Course {
        Course::picked(row, |band| band.value)
    }

    /// At the fast end of every range: the highest ceiling, the highest rate, the earliest middle, the
    /// shortest life.
    pub fn fast(row: &Adoption) -> Course {
        let certain = |value| Band {
            value,
            low: value,
            high: value,
        };
        Course::of(&Adoption {
            ceiling: certain(row.ceiling.high),
            rate: certain(row.rate.high),
            middle: certain(row.middle.low),
            life: certain(row.life.low),
            ..*row
        })
    }

    /// With values drawn from triangles between the low and the high ones, by standard normal scores.
    pub(super) fn drawn(row: &Adoption, scores: [f64; DRAWN]) -> Course {
        let mut scores = scores.into_iter();
        Course::picked(row, |band| {
            Shape::between(band).at(scores.next().unwrap_or_default())
        })
    }

    fn picked(row: &Adoption, mut pick: impl FnMut(Band) -> f64) -> Course {
        let mut course = Course {
            ceiling: pick(row.ceiling),
            rate: pick(row.rate),
            middle: pick(row.middle),
            life: pick(row.life),
            eligible: pick(row.eligible),
            rebound: pick(row.rebound),
            start: row.start,
            start_year: row.start_year,
            assumed: ByYear::new(),
            left: faded(row),
        };
        let start = row.start;
        course.assumed = match row.in_scenario {
            InScenario::Yes => course.curve(),
            InScenario::Partly => {
                let part = pick(PARTLY);
                let curve = course.curve().into_iter();
                curve.map(|share| start + part * (share - start)).collect()
            }
            InScenario::No => AHEAD.map(|_| start).collect(),
        };
        course
    }

    /// The share of those who can that does it by itself, for each year of [`AHEAD`].
    pub fn curve(&self) -> Vec<f64> {
        let gone = gone(self.start_year, self.rate, self.middle, self.life);
        let way = self.ceiling - self.start;
        gone.iter().map(|gone| self.start + way * gone).collect()
    }

    /// The share that the national scenarios assume, for each year of [`AHEAD`]: the curve, the start, or
    /// in between.
    pub fn assumed(&self) -> &[f64] {
        &self.assumed
    }

    /// The part of a saving that counts, for each year of [`AHEAD`]: what neither comes back nor is gone in
    /// the scenarios, `(1 - rebound) x (1 - a_ref of what it fades with) / (1 - that at its start)`.
    pub fn kept(&self) -> impl Iterator<Item = f64> + '_ {
        self.left.iter().map(|left| left * (1.0 - self.rebound))
    }

    /// The share that does it when a share `x` of those who can join a campaign, for each year of [`AHEAD`]:
    /// `max(assumed, a0 + max(0, x - a0) x S(t))`. `begun` is `S`, how many of those who join have begun.
    pub(super) fn joined<'a>(
        &'a self,
        joining: f64,
        begun: &'a [f64],
    ) -> impl Iterator<Item = f64> + 'a {
        let more = (joining - self.start).max(0.0);
        let years = self.assumed.iter().zip(begun);
        years.map(move |(assumed, begun)| assumed.max(self.start + more * begun))
    }
}

/// What is left of what a row saves as the row spreads with which it fades, by year of [`AHEAD`].
fn faded(row: &Adoption) -> ByYear {
    let other = row.fades_with.and_then(Adoption::of);
    other.map_or_else(|| AHEAD.map(|_| 1.0).collect(), left)
}

/// How many of those that do not do something at its start do not do it in the scenarios, by year of [`AHEAD`].
pub(super) fn left(row: &Adoption) -> ByYear {
    let course = Course::of(row);
    let assumed = course.assumed.iter();
    assumed
        .map(|assumed| (1.0 - assumed) / (1.0 - course.start))
        .collect()
}

/// How many of those who join a campaign have begun, 0 to 1 by year of [`AHEAD`], with something of such a
/// life: who joins buys when the old one is worn out.
pub(super) fn begun(campaign: &Campaign, life: f64) -> ByYear {
    let Some(row) = Adoption::campaign() else {
        return AHEAD.map(|_| 0.0).collect();
    };
    let (rate, middle) = campaign.pace.of(row);
    let start = campaign.from.saturating_sub(1);
    let later = f64::from(start) - f64::from(row.start_year);
    gone(start, rate, middle + later, life)
}

/// `(L(t) - L(t0)) / (1 - L(t0))` by year of [`AHEAD`], 0 before the start.
fn gone(start: u16, rate: f64, middle: f64, life: f64) -> ByYear {
    let kept = survival(life);
    let all: f64 = kept.iter().sum();
    let first = start.min(*AHEAD.start());
    let sold: Vec<f64> = {
        let oldest = f64::from(first) - (kept.len() - 1) as f64;
        let years = 0..kept.len() + usize::from(AHEAD.end() - first);
        years
            .map(|year| 1.0 / (1.0 + libm::exp(-rate * (oldest + year as f64 - middle))))
            .collect()
    };
    // the newest cohort of a year stands behind all older ones
    let in_use = |year: u16| {
        let cohorts = sold.iter().skip(usize::from(year - first));
        let aged = cohorts.zip(kept.iter().rev());
        aged.map(|(share, kept)| share * kept).sum::<f64>() / all
    };
    let before = in_use(start);
    AHEAD
        .map(|year| ((in_use(year) - before) / (1.0 - before)).max(0.0))
        .collect()
}

/// The share of a cohort that is still in use, by age in years.
fn survival(life: f64) -> Vec<f64> {
    if life <= 0.0 {
        return vec![1.0];
    }
    let scale = life / MEAN_OF_SURVIVAL;
    let ages = 0..=(LIVES * life) as u16;
    ages.map(|age| {
        let gone = f64::from(age) / scale;
        libm::exp(-gone * gone * gone)
    })
    .collect()
}

//! How many households do something in a year: by themselves, and with a campaign.
//!
//! The logistic with a known start, `a(t) = a0 + (K - a0) x (L(t) - L(t0)) / (1 - L(t0))` with
//! `L(t) = 1 / (1 + exp(-r (t - m)))`; before its start it is `a0`.

use crate::rows::{Adoption, InScenario};

/// The part of the curve that a scenario holds where it holds it partly.
const PARTLY: f64 = 0.5;

impl Adoption {
    /// The share that does it in a year if its curve comes true; of those who can, 0 to 1.
    pub fn curve(&self, year: u16) -> f64 {
        let logistic = |year: u16| {
            1.0 / (1.0 + libm::exp(-self.rate.value * (f64::from(year) - self.middle.value)))
        };
        let start = logistic(self.start_year);
        let gone = (logistic(year) - start) / (1.0 - start);
        self.start + (self.ceiling.value - self.start) * gone.max(0.0)
    }

    /// The share that the national scenarios assume already: the curve, the start, or half way.
    pub fn reference(&self, year: u16) -> f64 {
        match self.in_scenario {
            InScenario::Yes => self.curve(year),
            InScenario::Partly => self.start + PARTLY * (self.curve(year) - self.start),
            InScenario::No => self.start,
        }
    }

    /// The share that does it beyond what the scenarios assume, when a share `joining` of those who can
    /// join a campaign: `max(a_ref, a0 + max(0, x - a0) x S(t)) - a_ref`, never below 0. `S` rises from
    /// 0 in 2025 to 1. Whoever is counted in the reference already is no addition.
    pub fn additional(&self, joining: f64, year: u16) -> f64 {
        let begun = Adoption::campaign().map_or(0.0, |campaign| campaign.curve(year));
        let reference = self.reference(year);
        let with = self.start + (joining - self.start).max(0.0) * begun;
        with.max(reference) - reference
    }
}

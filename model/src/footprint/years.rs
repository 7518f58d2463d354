//! A base-year footprint in other years: sums that know what moves them, and the year's lines.

use super::{Footprint, Gas, Line, Part, Parted, write_lines};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::question::Domain;
use crate::rows::{GasClassId, TimeClass};
use crate::year::{Sums, YearIndex};

impl Part {
    /// This part's kilograms of a gas, for any year.
    ///
    /// Of a supply chain only the CO2 changes; of electricity all that it causes.
    fn sums(&self, gas: Gas, factors: &Factors) -> Sums {
        let class = self.factor.gas().map(GasClassId::class);
        let whole = class.is_some_and(|class| class.time_class == TimeClass::Electricity);
        let base = self.kg_of(gas);
        let changing = if gas == Gas::Co2e && !whole {
            self.kg_co2
        } else {
            base
        };
        Sums::of_factor(base, changing, self.factor, factors)
    }

    /// The part in a year, its factor being the year's.
    fn in_year(&self, index: &YearIndex, factors: &Factors) -> Part {
        let kg = |gas| self.sums(gas, factors).in_year(index);
        let mut part = Part {
            kg: kg(Gas::Co2e),
            kg_co2: kg(Gas::Co2),
            kg_co2_territorial: kg(Gas::Co2Territorial),
            ..*self
        };
        let (was, is) = if self.kg == 0.0 {
            (self.kg_co2, part.kg_co2)
        } else {
            (self.kg, part.kg)
        };
        if was != 0.0 {
            part.value *= is / was;
        }
        part
    }
}

/// Household consumption in kilograms of a gas, for any year; public services are left out.
///
/// The same arithmetic as [`Footprint::sums`], on lines that are read without their working.
fn consumption_sums(lines: &[Line<Parted>], gas: Gas, factors: &Factors) -> Sums {
    let consumed = || {
        let lines = lines.iter();
        lines.filter(|line| line.domain() != Domain::PublicServices)
    };
    let mut sums = Sums::unmoved(consumed().map(|line| line.kg_of(gas)).sum());
    for line in consumed() {
        let mut of_line = Sums::unmoved(line.kg_of(gas));
        for part in line.parts.iter() {
            of_line.add_moved(&part.sums(gas, factors));
        }
        sums.add_moved(&of_line);
    }
    sums
}

/// A household's consumption in kilograms of a gas, for any year; its lines go through `lines`.
// one copy for all who ask: the page would load several
#[inline(never)]
pub fn household_sums(
    home: &Household,
    gas: Gas,
    factors: &Factors,
    lines: &mut Vec<Line<Parted>>,
) -> Sums {
    lines.clear();
    write_lines(home, factors, lines);
    consumption_sums(lines, gas, factors)
}

impl Line {
    /// This line's kilograms of a gas, for any year.
    fn sums(&self, gas: Gas, factors: &Factors) -> Sums {
        let mut sums = Sums::unmoved(self.kg_of(gas));
        for part in &self.parts {
            sums.add_moved(&part.sums(gas, factors));
        }
        sums
    }

    fn in_year(&self, index: &YearIndex, factors: &Factors) -> Line {
        let kg = |gas| self.sums(gas, factors).in_year(index);
        let parts = self.parts.iter();
        Line {
            parts: parts.map(|part| part.in_year(index, factors)).collect(),
            kg: kg(Gas::Co2e),
            kg_co2: kg(Gas::Co2),
            kg_co2_territorial: kg(Gas::Co2Territorial),
            ..self.clone()
        }
    }
}

impl Footprint {
    /// Kilograms of a gas over some of the lines, for any year.
    pub fn sums(&self, gas: Gas, which: impl Fn(&Line) -> bool, factors: &Factors) -> Sums {
        let mut sums = Sums::unmoved(self.sum(&which, |line| line.kg_of(gas)));
        for line in self.lines.iter().filter(|line| which(line)) {
            sums.add_moved(&line.sums(gas, factors));
        }
        sums
    }

    /// The lines in a year: the same quantities, the year's factors.
    ///
    /// They are no footprint, whose totals are the base year's: see [`Footprint::sums`].
    pub fn lines_in_year(&self, index: &YearIndex, factors: &Factors) -> Vec<Line> {
        let lines = self.lines.iter();
        lines.map(|line| line.in_year(index, factors)).collect()
    }
}

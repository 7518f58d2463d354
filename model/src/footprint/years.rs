//! A base-year footprint in other years: sums that know what moves them, and the year's lines.

use super::{Footprint, Gas, Line, LineId, Part, Parted, Section, Sections};
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

/// Room for lines that are read without their working, to be used again.
pub type Scratch = Vec<Line<Parted>>;

/// The sums of a household's consumption, section by section: what changes only some answers needs only the
/// sections that these answers reach. Public services are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionSums {
    gas: Gas,
    /// Those of every line, in the order of the sections.
    lines: Vec<Sums>,
    /// Where the lines of each section end.
    ends: [usize; Section::ALL.len()],
}

impl SectionSums {
    /// Those of a household, for kilograms of a gas.
    pub fn of(home: &Household, gas: Gas, factors: &Factors, scratch: &mut Scratch) -> SectionSums {
        let mut sums = SectionSums {
            gas,
            lines: Vec::with_capacity(LineId::ALL.len()),
            ends: [0; Section::ALL.len()],
        };
        for (section, end) in Section::ALL.iter().zip(&mut sums.ends) {
            let lines = &mut sums.lines;
            section_sums(*section, home, gas, factors, scratch, |line| {
                lines.push(line)
            });
            *end = sums.lines.len();
        }
        sums
    }

    /// The sums of all of it, added line by line in their order.
    pub fn all(&self) -> Sums {
        let mut all = Sums::unmoved(0.0);
        for line in &self.lines {
            all.add(line);
        }
        all
    }

    /// The sums of all of it after a change that reaches some sections: those anew, the others as they are,
    /// added in the same order, to the same bits as if all were new.
    pub fn changed(
        &self,
        reaches: Sections,
        changed: &Household,
        factors: &Factors,
        scratch: &mut Scratch,
    ) -> Sums {
        let mut all = Sums::unmoved(0.0);
        let mut begin = 0;
        for (section, end) in Section::ALL.iter().zip(self.ends) {
            if reaches.has(*section) {
                section_sums(*section, changed, self.gas, factors, scratch, |line| {
                    all.add(&line)
                });
            } else {
                let same = self.lines.iter().take(end).skip(begin);
                same.for_each(|line| all.add(line));
            }
            begin = end;
        }
        all
    }
}

/// The sums of each line of a section of a household's consumption.
// one copy for all who ask: the page would load several
#[inline(never)]
fn section_sums(
    section: Section,
    home: &Household,
    gas: Gas,
    factors: &Factors,
    scratch: &mut Scratch,
    mut each: impl FnMut(Sums),
) {
    scratch.clear();
    section.write(home, factors, scratch);
    for line in &*scratch {
        if line.domain() != Domain::PublicServices {
            let mut sums = Sums::unmoved(line.kg_of(gas));
            for part in line.parts.iter() {
                sums.add_moved(&part.sums(gas, factors));
            }
            each(sums);
        }
    }
}

/// A household's consumption in kilograms of a gas, for any year; public services are left out.
pub fn household_sums(
    home: &Household,
    gas: Gas,
    factors: &Factors,
    scratch: &mut Scratch,
) -> Sums {
    let mut all = Sums::unmoved(0.0);
    for section in Section::ALL {
        section_sums(*section, home, gas, factors, scratch, |line| all.add(&line));
    }
    all
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

//! What is read off each draw: kilograms of one gas, in the base year or at another year's factors.

use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{Gas, Line, LineId, Sections, Untold, footprint};
use crate::year::YearIndex;

/// What is read off each draw.
pub trait Reading {
    /// Gives every line of some sections of a household's footprint, with its kilograms and the answerer's
    /// share.
    fn read(
        &mut self,
        home: &Household,
        factors: &Factors,
        sections: Sections,
        each: &mut dyn FnMut(LineId, f64, f64),
    );
}

/// Kilograms of a gas in the base year.
pub struct InBaseYear {
    gas: Gas,
    lines: Vec<Line<Untold>>,
}

impl InBaseYear {
    /// Of this gas.
    pub fn of(gas: Gas) -> InBaseYear {
        InBaseYear {
            gas,
            lines: Vec::with_capacity(LineId::ALL.len()),
        }
    }
}

impl Reading for InBaseYear {
    fn read(
        &mut self,
        home: &Household,
        factors: &Factors,
        sections: Sections,
        each: &mut dyn FnMut(LineId, f64, f64),
    ) {
        self.lines.clear();
        sections.write(home, factors, &mut self.lines);
        for line in &self.lines {
            each(line.id, line.kg_of(self.gas), line.mine);
        }
    }
}

/// Kilograms of a gas at the factors of a year. A type of its own: the page, which has no other years
/// yet, need not hold what they take.
pub struct InYear {
    /// The gas.
    pub gas: Gas,
    /// The year.
    pub index: YearIndex,
}

impl Reading for InYear {
    fn read(
        &mut self,
        home: &Household,
        factors: &Factors,
        sections: Sections,
        each: &mut dyn FnMut(LineId, f64, f64),
    ) {
        // how a line moves over the years follows from its parts
        let lines = footprint(home, factors).lines_in_year(&self.index, factors);
        for line in lines.iter().filter(|line| sections.has(line.id.section())) {
            each(line.id, line.kg_of(self.gas), line.mine);
        }
    }
}

//! What is read off each draw: kilograms of one gas, in the base year or at another year's factors.

use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{Gas, Line, LineId, Untold, footprint, write_lines};
use crate::year::YearIndex;

/// What is read off each draw.
pub struct Reading {
    gas: Gas,
    year: Option<YearIndex>,
    lines: Vec<Line<Untold>>,
}

impl Reading {
    /// Kilograms of a gas in the base year.
    pub fn of(gas: Gas) -> Reading {
        Reading {
            gas,
            year: None,
            lines: Vec::with_capacity(LineId::ALL.len()),
        }
    }

    /// Kilograms of a gas at the factors of a year.
    pub fn in_year(gas: Gas, index: YearIndex) -> Reading {
        Reading {
            year: Some(index),
            ..Reading::of(gas)
        }
    }

    /// Gives every line of a household with its kilograms and the answerer's share.
    pub(super) fn read(
        &mut self,
        home: &Household,
        factors: &Factors,
        mut each: impl FnMut(LineId, f64, f64),
    ) {
        match &self.year {
            None => {
                self.lines.clear();
                write_lines(home, factors, &mut self.lines);
                for line in &self.lines {
                    each(line.id, line.kg_of(self.gas), line.mine);
                }
            }
            // how a line moves over the years follows from its parts
            Some(index) => {
                for line in footprint(home, factors).lines_in_year(index, factors) {
                    each(line.id, line.kg_of(self.gas), line.mine);
                }
            }
        }
    }
}

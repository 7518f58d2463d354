//! Public services: schools, hospitals, administration; an equal share for each resident.

use super::LineId;
use super::line::{Amount, Line, Origin};
use super::working::Working;
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::rows::id;

/// The line of public services, which the system decides.
pub fn lines<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let members = Amount::of(Origin::Members, household.members);
    let line = Line::new(LineId::PublicServices, members, 1.0 / household.members);
    lines.push(line.factor(id::PUBLIC_SERVICES, factors));
}

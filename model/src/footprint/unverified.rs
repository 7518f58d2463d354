//! How much of a footprint rests on values that nobody has checked against a publication yet.

use std::collections::BTreeSet;

use super::{Footprint, Line, LineId, Operand, Origin, footprint};
use crate::answers::Answers;
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::question::Domain;
use crate::rows::{RowId, Status};

/// Of the kg CO2e a year of household consumption, those that rest on `unverified` rows: ever more
/// of what a line rests on is looked at, so `by_factor <= by_line <= by_default <= total`.
///
/// Numbers of provinces and shares of households are no rows and are not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Unverified {
    /// All kg of household consumption, public services left out.
    pub total: f64,
    /// kg of the parts of lines whose factor is unverified.
    pub by_factor: f64,
    /// kg of the lines of which a factor or a row in the quantity's formula is unverified.
    pub by_line: f64,
    /// kg of the lines that another value of an unverified row would move, be it only through the
    /// default of a question that nobody answered.
    pub by_default: f64,
}

fn unverified(row: RowId) -> bool {
    row.facts().status == Status::Unverified
}

fn operand_is(operand: &Operand) -> bool {
    matches!(operand.origin, Origin::Row(row) if unverified(row))
}

fn line_is(line: &Line) -> bool {
    line.parts.iter().any(|part| unverified(part.factor))
        || line.quantity.formula.iter().any(operand_is)
}

/// The lines that another value of an unverified row moves.
fn moved(base: &[(LineId, f64)], answers: &Answers, factors: &Factors) -> BTreeSet<LineId> {
    let rows = RowId::all().filter(|row| unverified(*row));
    rows.flat_map(|row| {
        let other = factors.clone().with(row, 3.0 * row.value() + 1.0);
        let changed = footprint(&Household::resolve(answers, &other), &other).by_line();
        let moved = base.iter().filter(move |line| !changed.contains(line));
        moved.map(|line| line.0)
    })
    .collect()
}

/// How much of the footprint of these answers rests on unverified rows.
pub fn rests_on_unverified(answers: &Answers, factors: &Factors) -> Unverified {
    let result = footprint(&Household::resolve(answers, factors), factors);
    let moved = moved(&result.by_line(), answers, factors);
    Unverified {
        by_default: result.consumption_kg_where(|line| line_is(line) || moved.contains(&line.id)),
        ..result.unverified()
    }
}

impl Footprint {
    fn consumption_kg_where(&self, which: impl Fn(&Line) -> bool) -> f64 {
        let consumed = |line: &Line| line.domain() != Domain::PublicServices;
        self.sum(|line| consumed(line) && which(line), |line| line.kg)
    }

    /// How much of it rests on the unverified rows that its lines name.
    fn unverified(&self) -> Unverified {
        let consumed = |line: &Line| line.domain() != Domain::PublicServices;
        let of_factor = |line: &Line| {
            let parts = line.parts.iter().filter(|part| unverified(part.factor));
            parts.map(|part| part.kg).sum()
        };
        let by_line = self.consumption_kg_where(line_is);
        Unverified {
            total: self.household_kg(),
            by_factor: self.sum(consumed, of_factor),
            by_line,
            by_default: by_line,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file;
    use crate::footprint::Amount;
    use crate::rows::{GasClassId, id};

    fn one(line: Line) -> Unverified {
        let (lines, members) = (vec![line], 1.0);
        Footprint { lines, members }.unverified()
    }

    /// An emission factor of this status; none is without kg CO2e.
    fn status(wanted: Status) -> RowId {
        let mut rows = RowId::all().filter(|row| {
            let counts = row
                .gas()
                .is_some_and(|class| class != GasClassId::ElectricityCo2);
            row.facts().status == wanted && counts && row.value() > 0.0
        });
        rows.next().unwrap_or(id::NG_DIRECT)
    }

    #[test]
    fn a_line_counts_where_a_factor_or_a_row_of_its_formula_is_unverified() {
        let factors = Factors::central();
        let (known, unknown) = (status(Status::Published), status(Status::Unverified));
        let line = |quantity| Line::new(LineId::Rice, quantity, 1.0);
        let of = |row| Amount::of(Origin::Row(row), 1.0);

        let verified = one(line(of(known)).factor(known, &factors));
        assert!(verified.total > 0.0);
        assert_eq!((verified.by_factor, verified.by_line), (0.0, 0.0));

        let quantity = one(line(of(unknown)).factor(known, &factors));
        assert_eq!(
            (quantity.by_factor, quantity.by_line),
            (0.0, quantity.total)
        );

        let factor = one(line(of(known)).factor(unknown, &factors));
        assert_eq!(
            (factor.by_factor, factor.by_line),
            (factor.total, factor.total)
        );

        let services =
            Line::new(LineId::PublicServices, of(unknown), 1.0).factor(unknown, &factors);
        assert_eq!(one(services), Unverified::default());
    }

    #[test]
    fn defaults_add_to_what_is_unverified() {
        let factors = Factors::central();
        for answers in [
            r#"{"format": 1, "answers": {}}"#,
            r#"{"format": 1, "answers": {"cars": [{}]}}"#,
        ] {
            let read = file::read(answers)
                .map(|read| read.answers)
                .unwrap_or_default();
            let found = rests_on_unverified(&read, &factors);
            assert!(found.by_factor <= found.by_line, "{answers}: {found:?}");
            assert!(found.by_line <= found.by_default, "{answers}: {found:?}");
            assert!(found.by_default <= found.total, "{answers}: {found:?}");
        }
    }
}

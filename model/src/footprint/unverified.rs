//! How much of a footprint rests on values that nobody has checked against a publication yet.

use std::collections::BTreeSet;

use super::energy::ZONE_REFERENCE;
use super::{Footprint, Line, LineId, Operand, Origin, footprint};
use crate::answers::Answers;
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::question::Domain;
use crate::rows::{Province, ProvinceQuantity, RowId, Status, province_value};

/// Of the kg CO2e a year of household consumption, those that rest on `unverified` values: rows, and numbers of
/// the household's province. Ever more of what a line rests on is looked at, so
/// `by_factor <= by_line <= by_default <= by_province <= total`.
///
/// Zones of provinces and shares of households decide which case is taken, not how much of it: no kg are theirs,
/// and they are not looked at. Classes of gases and what later years need change no kg CO2e of the base year.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Unverified {
    /// All kg of household consumption, public services left out.
    pub total: f64,
    /// kg of the parts of lines whose factor is unverified.
    pub by_factor: f64,
    /// kg of the lines of which a factor or a value in the quantity's formula is unverified.
    pub by_line: f64,
    /// kg of the lines that another value of an unverified row would move, be it only through the default of a
    /// question that nobody answered.
    pub by_default: f64,
    /// kg of the lines that another value of an unverified number of the province would move too, however little:
    /// what people spend there moves most defaults.
    pub by_province: f64,
}

fn unverified(row: RowId) -> bool {
    row.facts().status == Status::Unverified
}

/// Whether the tables' number of a province is unverified.
fn statistic_is(province: Province, quantity: ProvinceQuantity) -> bool {
    let known = province_value(province, quantity);
    known.is_some_and(|known| known.status == Status::Unverified)
}

fn operand_is(operand: &Operand, province: Province) -> bool {
    match operand.origin {
        Origin::Row(row) => unverified(row),
        Origin::Reference => statistic_is(ZONE_REFERENCE, ProvinceQuantity::Hdd18),
        other => other
            .of_province()
            .is_some_and(|quantity| statistic_is(province, quantity)),
    }
}

fn line_is(line: &Line, province: Province) -> bool {
    let mut formula = line.quantity.formula.iter();
    line.parts.iter().any(|part| unverified(part.factor))
        || formula.any(|operand| operand_is(operand, province))
}

/// The lines that other factors move, each by itself.
fn moved(
    base: &[(LineId, f64)],
    answers: &Answers,
    others: impl Iterator<Item = Factors>,
) -> BTreeSet<LineId> {
    others
        .flat_map(|other| {
            let changed = footprint(&Household::resolve(answers, &other), &other).by_line();
            let moved = base.iter().filter(move |line| !changed.contains(line));
            moved.map(|line| line.0)
        })
        .collect()
}

/// The factors with another value of each unverified number of the province.
fn other_statistics(province: Province, factors: &Factors) -> impl Iterator<Item = Factors> {
    let quantities = ProvinceQuantity::ALL.iter().copied();
    let quantities = quantities.filter(move |quantity| statistic_is(province, *quantity));
    quantities.map(|quantity| factors.clone().with_statistic(quantity, 3.0))
}

/// How much of the footprint of these answers rests on unverified values.
pub fn rests_on_unverified(answers: &Answers, factors: &Factors) -> Unverified {
    let household = Household::resolve(answers, factors);
    let (province, result) = (household.province, footprint(&household, factors));
    let base = result.by_line();
    let rows = RowId::all().filter(|row| unverified(*row));
    let rows = rows.map(|row| factors.clone().with(row, 3.0 * row.value() + 1.0));
    let by_rows = moved(&base, answers, rows);
    let by_numbers = moved(&base, answers, other_statistics(province, factors));
    let by_default = |line: &Line| line_is(line, province) || by_rows.contains(&line.id);
    let by_province = |line: &Line| by_default(line) || by_numbers.contains(&line.id);
    Unverified {
        by_default: result.consumption_kg_where(by_default),
        by_province: result.consumption_kg_where(by_province),
        ..result.unverified(province)
    }
}

impl Footprint {
    fn consumption_kg_where(&self, which: impl Fn(&Line) -> bool) -> f64 {
        let consumed = |line: &Line| line.domain() != Domain::PublicServices;
        self.sum(|line| consumed(line) && which(line), |line| line.kg)
    }

    /// How much of it rests on the unverified values that its lines name, in this province.
    fn unverified(&self, province: Province) -> Unverified {
        let consumed = |line: &Line| line.domain() != Domain::PublicServices;
        let of_factor = |line: &Line| {
            let parts = line.parts.iter().filter(|part| unverified(part.factor));
            parts.map(|part| part.kg).sum()
        };
        let by_line = self.consumption_kg_where(|line| line_is(line, province));
        Unverified {
            total: self.household_kg(),
            by_factor: self.sum(consumed, of_factor),
            by_line,
            by_default: by_line,
            by_province: by_line,
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
        Footprint { lines, members }.unverified(Province::Hunan)
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
    fn numbers_of_the_province_count_in_formulas_and_behind_defaults() {
        let factors = Factors::central();
        let cold = |province| {
            let degree_days = Amount::of(Origin::HeatingDegreeDays, 1.0);
            let line = Line::new(LineId::Rice, degree_days, 1.0);
            let lines = vec![line.factor(status(Status::Published), &factors)];
            let (members, of) = (1.0, province);
            Footprint { lines, members }.unverified(of).by_line
        };
        let known = |province: &Province| !statistic_is(*province, ProvinceQuantity::Hdd18);
        let [checked, others]: [Vec<Province>; 2] = [true, false]
            .map(|wanted| Province::all().filter(|one| known(one) == wanted).collect());
        assert!(checked.iter().all(|province| cold(*province) == 0.0));
        assert!(others.iter().all(|province| cold(*province) > 0.0));

        // the electricity of a home that nobody read follows that of its province
        let nothing = Answers::new();
        let home = Household::resolve(&nothing, &factors);
        assert!(statistic_is(home.province, ProvinceQuantity::ElecResPc));
        let base = footprint(&home, &factors).by_line();
        let moved = moved(&base, &nothing, other_statistics(home.province, &factors));
        assert!(moved.contains(&LineId::ElectricityAppliances), "{moved:?}");
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
            assert!(
                found.by_default <= found.by_province,
                "{answers}: {found:?}"
            );
            assert!(found.by_province <= found.total, "{answers}: {found:?}");
        }
    }
}

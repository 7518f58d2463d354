//! A footprint as a table in CSV.

use super::{Gas, Line, LineId, Working};
use crate::uncertainty::Quantiles;

/// The columns that [`csv_row`] writes.
pub const CSV_COLUMNS: &str =
    "id,domain,who,quantity,unit,kg,p05,p50,p95,kg_co2,kg_co2_territorial";

/// What a footprint has of one id, as one row without line end: its ids, its quantity a year with the
/// unit, its kilograms of a gas on central values, its band, and its CO2 parts. Two cars are made in
/// two lines of one id; their row is their sum, as their band is. `shown` writes a number in its
/// shortest form.
pub fn csv_row<W: Working>(
    id: LineId,
    lines: &[Line<W>],
    gas: Gas,
    band: Quantiles,
    shown: &dyn Fn(f64) -> String,
) -> String {
    let sum = |what: &dyn Fn(&Line<W>) -> f64| {
        let own = lines.iter().filter(|line| line.id == id);
        shown(own.fold(0.0, |sum, line| sum + what(line)))
    };
    [
        id.id(),
        id.domain().id(),
        id.who().id(),
        &sum(&|line| line.quantity.value),
        id.unit(),
        &sum(&|line| line.kg_of(gas)),
        &shown(band.p05),
        &shown(band.p50),
        &shown(band.p95),
        &sum(&|line| line.kg_co2),
        &sum(&|line| line.kg_co2_territorial),
    ]
    .join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file;
    use crate::{Factors, Household, footprint};

    #[test]
    fn two_cars_are_made_in_one_row() {
        let file = include_str!("../../personas/shanghai_two_cars.json");
        let answers = file::read(file).map(|file| file.answers);
        let factors = Factors::central();
        let home = Household::resolve(&answers.unwrap_or_default(), &factors);
        let lines = footprint(&home, &factors).lines;
        let id = LineId::CarManufacture;
        let made: Vec<&Line> = lines.iter().filter(|line| line.id == id).collect();
        assert_eq!(made.len(), 2);
        let band = Quantiles::default();
        let row = csv_row(id, &lines, Gas::Co2e, band, &|number| number.to_string());
        let cells: Vec<&str> = row.split(',').collect();
        let kg: f64 = made.iter().map(|line| line.kg).sum();
        assert_eq!(cells.get(5), Some(&&*kg.to_string()));
        assert_eq!(cells.len(), CSV_COLUMNS.split(',').count());
    }
}

//! A footprint as a table in CSV.

use super::Line;
use crate::uncertainty::Quantiles;

/// The columns that [`csv_row`] writes.
pub const CSV_COLUMNS: &str =
    "id,domain,who,quantity,unit,kg,p05,p50,p95,kg_co2,kg_co2_territorial";

/// A line as one row, without line end: its ids, its quantity a year with the unit, `kg` of the gas
/// asked for on central values, its band, and its CO2 parts. `shown` writes a number in its
/// shortest form.
pub fn csv_row(line: &Line, kg: f64, band: Quantiles, shown: &dyn Fn(f64) -> String) -> String {
    [
        line.id.id(),
        line.domain().id(),
        line.id.who().id(),
        &shown(line.quantity.value),
        line.id.unit(),
        &shown(kg),
        &shown(band.p05),
        &shown(band.p50),
        &shown(band.p95),
        &shown(line.kg_co2),
        &shown(line.kg_co2_territorial),
    ]
    .join(",")
}

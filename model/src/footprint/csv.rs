//! A footprint as a table in CSV.

use super::Line;

/// The columns that [`csv_row`] writes.
pub const CSV_COLUMNS: &str = "id,domain,who,quantity,unit,kg,kg_co2,kg_co2_territorial";

/// A line as one row, without line end: its ids, its quantity a year with the unit, `kg` of the gas
/// asked for, and its CO2 parts. `shown` writes a number in its shortest form.
pub fn csv_row(line: &Line, kg: f64, shown: &dyn Fn(f64) -> String) -> String {
    [
        line.id.id(),
        line.domain().id(),
        line.id.who().id(),
        &shown(line.quantity.value),
        line.id.unit(),
        &shown(kg),
        &shown(line.kg_co2),
        &shown(line.kg_co2_territorial),
    ]
    .join(",")
}

//! Writes the checked tables as Rust: constants with documentation, no maps, no parsing later.

mod classes;
mod provinces;
mod rows;
mod series;
mod shapes;

use super::tables::Tables;

/// The generated file.
pub fn write(tables: &Tables) -> String {
    let parts = [
        classes::unit_enum(tables),
        classes::source_table(tables),
        classes::gas_class_table(tables),
        provinces::province_enum(tables),
        provinces::province_values(tables),
        rows::row_table(tables),
        rows::row_ids(tables),
        rows::row_families(tables),
        rows::car_tables(tables),
        series::share_tables(tables),
        series::per_person_lines(tables),
        series::grid_intensity(tables),
        series::scenarios(tables),
        series::national_co2(tables),
    ];
    parts.join("\n")
}

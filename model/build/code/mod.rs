//! Writes the checked tables as Rust: constants with documentation, no maps, no parsing later.

mod actions;
mod adoption;
mod classes;
mod listed;
mod nation;
mod provinces;
mod published;
mod rows;
mod series;
mod shapes;

use super::tables::Tables;

/// The generated file.
pub fn write(mut tables: Tables) -> String {
    let shown = classes::shown_sources(&tables);
    let mut opened = classes::opened_sources(&tables);
    opened.retain(|id| !shown.contains(id));
    // those first, so that the others need no place among what a page holds
    tables
        .sources
        .sort_by_key(|source| (!shown.contains(&source.id), !opened.contains(&source.id)));
    let tables = &tables;
    let parts = [
        classes::unit_enum(tables),
        classes::source_table(tables, shown.len(), opened.len()),
        classes::gas_class_table(tables),
        provinces::province_enum(tables),
        provinces::province_values(tables),
        rows::row_table(tables),
        rows::row_ids(tables),
        rows::row_families(tables),
        rows::car_tables(tables),
        rows::price_rows(tables),
        series::share_tables(tables),
        published::totals(tables),
        series::per_person_lines(tables),
        series::grid_intensity(tables),
        series::scenarios(tables),
        series::national_co2(tables),
        listed::listed(tables),
        nation::write(tables),
        adoption::write(tables),
        actions::words(),
        actions::effort_levels(tables),
        actions::facts(tables),
    ];
    parts.join("\n")
}

//! What one record alone cannot show: duplicates, references, families, groups that sum to one.

mod actions;
pub mod families;
pub mod groups;
mod nation;
mod references;

use std::collections::BTreeMap;

use super::tables::Tables;
use super::{Place, Problem};

/// Runs every check between records.
pub fn run(tables: &Tables, problems: &mut Vec<Problem>) {
    ids(tables, problems);
    references::run(tables, problems);
    families::run(tables, problems);
    groups::run(tables, problems);
    nation::run(tables, problems);
    actions::run(tables, problems);
}

/// The name of the constant of an id.
pub fn constant(id: &str) -> String {
    id.replace('-', "_").to_uppercase()
}

/// What an id is told apart by: two ids must not be the same constant.
fn distinct(id: &str) -> String {
    constant(id).to_lowercase()
}

fn ids(tables: &Tables, problems: &mut Vec<Problem>) {
    fn unique<'a>(
        column: &str,
        ids: impl Iterator<Item = (String, &'a Place)>,
        problems: &mut Vec<Problem>,
    ) {
        let mut seen: BTreeMap<String, &Place> = BTreeMap::new();
        for (id, place) in ids {
            if let Some(first) = seen.get(&id) {
                let reason = format!("{id:?} is already used at {}:{}", first.file, first.line);
                problems.push(place.problem(column, reason));
            } else {
                seen.insert(id, place);
            }
        }
    }
    let rows = tables.rows.iter();
    unique(
        "id",
        rows.map(|row| (distinct(&row.id), &row.origin.place)),
        problems,
    );
    let sources = tables.sources.iter();
    unique(
        "source_id",
        sources.map(|source| (source.id.clone(), &source.place)),
        problems,
    );
    let classes = tables.gas_classes.iter();
    unique(
        "id",
        classes.map(|class| (class.id.clone(), &class.origin.place)),
        problems,
    );
    let regions = tables.regions.iter();
    unique(
        "code",
        regions.map(|region| (region.code.clone(), &region.origin.place)),
        problems,
    );
    let families = tables.families.iter();
    unique(
        "stem",
        families.map(|family| (family.stem.clone(), &family.place)),
        problems,
    );
    let provinces = tables.provinces.iter();
    unique(
        "id",
        provinces.map(|value| (value.id.clone(), &value.origin.place)),
        problems,
    );
    let shares = tables.shares.iter();
    unique(
        "id",
        shares.map(|share| (share.id.clone(), &share.origin.place)),
        problems,
    );
    let scenarios = tables.scenarios.iter();
    unique(
        "id",
        scenarios.map(|scenario| (distinct(&scenario.id), &scenario.origin.place)),
        problems,
    );
    let totals = tables.totals.iter();
    unique(
        "id",
        totals.map(|total| (total.id.clone(), &total.origin.place)),
        problems,
    );
    let lines = tables.lines.iter();
    unique(
        "id",
        lines.map(|line| (line.id.clone(), &line.origin.place)),
        problems,
    );
    let paths = tables.paths.iter();
    unique(
        "id",
        paths.map(|path| (path.id.clone(), &path.origin.place)),
        problems,
    );
    let budgets = tables.budgets.iter();
    unique(
        "id",
        budgets.map(|budget| (budget.id.clone(), &budget.origin.place)),
        problems,
    );
    let facts = tables.facts.iter();
    unique(
        "id",
        facts.map(|fact| (distinct(&fact.id), &fact.origin.place)),
        problems,
    );
    let adoption = tables.adoption.iter();
    unique(
        "id",
        adoption.map(|row| (row.id.clone(), &row.origin.place)),
        problems,
    );
    let actions = tables.actions.iter();
    unique(
        "id",
        actions.map(|action| (distinct(&action.id), &action.origin.place)),
        problems,
    );
}

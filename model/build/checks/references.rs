//! Sources, regions and gas classes that records refer to.

use std::collections::BTreeSet;

use super::families::province_row;
use crate::build::tables::{Origin, Tables, ZONES};
use crate::build::{Place, Problem, units};

/// Countries besides China from which a row may come.
const COUNTRIES: &[&str] = &["WORLD", "FR", "GB", "DE", "US", "JP"];

/// Runs the checks of this file.
pub fn run(tables: &Tables, problems: &mut Vec<Problem>) {
    sources(tables, problems);
    regions(tables, problems);
    gases(tables, problems);
    assumptions(tables, problems);
}

fn origins(tables: &Tables) -> impl Iterator<Item = &Origin> {
    let rows = tables.rows.iter().map(|row| &row.origin);
    let classes = tables.gas_classes.iter().map(|class| &class.origin);
    let regions = tables.regions.iter().map(|region| &region.origin);
    let provinces = tables.provinces.iter().map(|value| &value.origin);
    let shares = tables.shares.iter().map(|share| &share.origin);
    let totals = tables.totals.iter().map(|total| &total.origin);
    let lines = tables.lines.iter().map(|line| &line.origin);
    let grid = tables.grid.iter().map(|year| &year.origin);
    let scenarios = tables.scenarios.iter().map(|scenario| &scenario.origin);
    let national_co2 = tables.national_co2.iter().map(|year| &year.origin);
    let history = tables.history.iter().map(|year| &year.origin);
    let paths = tables.paths.iter().map(|path| &path.origin);
    let points = tables.points.iter().map(|point| &point.origin);
    let budgets = tables.budgets.iter().map(|budget| &budget.origin);
    let people = tables.people.iter().map(|year| &year.origin);
    let assumed = tables.assumed.iter().map(|row| &row.origin);
    let facts = tables.facts.iter().map(|fact| &fact.origin);
    let adoption = tables.adoption.iter().map(|row| &row.origin);
    let actions = tables.actions.iter().map(|action| &action.origin);
    let effort = tables.effort.iter().map(|level| &level.origin);
    rows.chain(classes)
        .chain(regions)
        .chain(provinces)
        .chain(totals)
        .chain(shares)
        .chain(lines)
        .chain(grid)
        .chain(scenarios)
        .chain(national_co2)
        .chain(history)
        .chain(paths)
        .chain(points)
        .chain(budgets)
        .chain(people)
        .chain(assumed)
        .chain(facts)
        .chain(adoption)
        .chain(actions)
        .chain(effort)
}

fn sources(tables: &Tables, problems: &mut Vec<Problem>) {
    let known: BTreeSet<&str> = tables
        .sources
        .iter()
        .map(|source| source.id.as_str())
        .collect();
    let mut cited = BTreeSet::new();
    for origin in origins(tables) {
        for id in &origin.sources {
            cited.insert(id.as_str());
            if !known.contains(id.as_str()) {
                let reason = format!("unknown source {id:?}: no such row in sources.csv");
                problems.push(origin.place.problem("source_id", reason));
            }
        }
        let rests = origin.sources.iter().any(|id| id == "S_UNVERIFIED");
        if rests && origin.status != "unverified" {
            let reason = "a value that rests on S_UNVERIFIED is unverified";
            problems.push(origin.place.problem("status", reason));
        }
        if origin.status == "derived" && origin.note.is_empty() {
            let reason = "a derived value says in its note how it was derived";
            problems.push(origin.place.problem("note", reason));
        }
    }
    for source in &tables.sources {
        if !cited.contains(source.id.as_str()) {
            problems.push(
                source
                    .place
                    .problem("source_id", "no row cites this source"),
            );
        }
    }
}

/// Whether a region code is known: the nation, a zone, urban or rural, a province, a grid.
fn is_region(code: &str, provinces: &BTreeSet<&str>, grids: &BTreeSet<&str>) -> bool {
    if code == "CN" || COUNTRIES.contains(&code) || provinces.contains(code) || grids.contains(code)
    {
        return true;
    }
    let Some(rest) = code.strip_prefix("CN-") else {
        return false;
    };
    let place = rest
        .strip_suffix("-urban")
        .or_else(|| rest.strip_suffix("-rural"))
        .unwrap_or(rest);
    ["urban", "rural", "metro-city"].contains(&rest) || ZONES.contains(&place)
}

fn regions(tables: &Tables, problems: &mut Vec<Problem>) {
    let provinces: BTreeSet<&str> = tables
        .regions
        .iter()
        .map(|region| region.code.as_str())
        .collect();
    let grids: BTreeSet<&str> = tables
        .regions
        .iter()
        .map(|region| region.grid.as_str())
        .collect();
    let mut check = |code: &str, place: &Place| {
        if !code.is_empty() && !is_region(code, &provinces, &grids) {
            problems.push(place.problem("region", format!("unknown region {code:?}")));
        }
    };
    for row in &tables.rows {
        check(&row.region, &row.origin.place);
    }
    for share in &tables.shares {
        check(&share.region, &share.origin.place);
    }
    for row in &tables.rows {
        if let Some((_, code)) = province_row(row)
            && code != row.region
        {
            let reason = format!("the id says {code}, the region {}", row.region);
            problems.push(row.origin.place.problem("region", reason));
        }
    }
    for value in &tables.provinces {
        let expected = format!("prov_{}_{}", value.quantity, value.region);
        if !provinces.contains(value.region.as_str()) {
            let reason = format!("unknown province {:?}", value.region);
            problems.push(value.origin.place.problem("region", reason));
        } else if value.id != expected {
            problems.push(
                value
                    .origin
                    .place
                    .problem("id", format!("expected {expected:?}")),
            );
        }
    }
    for total in &tables.totals {
        if total.region != "CN" && !provinces.contains(total.region.as_str()) {
            let reason = format!("{:?} is neither CN nor a province", total.region);
            problems.push(total.origin.place.problem("region", reason));
        }
    }
    for region in &tables.regions {
        let form = region
            .code
            .strip_prefix("CN-")
            .is_some_and(|code| code.len() == 2);
        if !form {
            problems.push(
                region
                    .origin
                    .place
                    .problem("code", "expected a code like CN-BJ"),
            );
        }
        if !region.grid.starts_with("CN-grid-") {
            problems.push(
                region
                    .origin
                    .place
                    .problem("grid", "expected a grid like CN-grid-N"),
            );
        }
    }
}

fn gases(tables: &Tables, problems: &mut Vec<Problem>) {
    for row in &tables.rows {
        let place = &row.origin.place;
        if units::variant(&row.unit).is_none() {
            continue;
        }
        let class = tables.gas_classes.iter().find(|class| class.id == row.gas);
        match (units::is_emission(&row.unit), row.gas.as_str(), class) {
            (true, "", _) => {
                problems.push(place.problem("gas", "an emission factor needs a gas class"));
            }
            (false, gas, _) if !gas.is_empty() => {
                let reason = format!("{} is no emission: leave the gas class empty", row.unit);
                problems.push(place.problem("gas", reason));
            }
            (true, gas, None) => {
                problems.push(place.problem("gas", format!("unknown gas class {gas:?}")));
            }
            (true, gas, Some(class)) if units::is_co2_only(&row.unit) && class.co2.value != 1.0 => {
                let reason = format!("{} is CO2 alone, class {gas} is not", row.unit);
                problems.push(place.problem("gas", reason));
            }
            _ => {}
        }
    }
}

/// Our own judgements say so.
fn assumptions(tables: &Tables, problems: &mut Vec<Problem>) {
    for row in &tables.rows {
        let place = &row.origin.place;
        if !["assumptions.csv", "priors.csv"].contains(&place.file.as_str()) {
            continue;
        }
        if !row.origin.sources.iter().any(|source| source == "S_JUDGE") {
            problems.push(place.problem("source_id", "an assumption cites S_JUDGE"));
        }
        if row.origin.status == "published" {
            problems.push(place.problem("status", "an assumption is derived or unverified"));
        }
        if row.origin.note.is_empty() {
            problems.push(place.problem("note", "an assumption says why"));
        }
    }
}

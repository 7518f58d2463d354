//! What one record alone cannot show: duplicates, references, families, groups that sum to one.

use std::collections::{BTreeMap, BTreeSet};

use super::tables::{CAR_QUANTITIES, CAR_SIZES, Origin, Row, Share, Tables, ZONES};
use super::{Place, Problem, units};

/// Countries besides China from which a row may come.
const COUNTRIES: &[&str] = &["WORLD", "FR", "GB", "DE", "US", "JP"];
/// By how much the shares of a group may miss one.
const SHARE_TOLERANCE: f64 = 5e-4;

/// Runs every check between records.
pub fn run(tables: &Tables, problems: &mut Vec<Problem>) {
    ids(tables, problems);
    sources(tables, problems);
    regions(tables, problems);
    gases(tables, problems);
    assumptions(tables, problems);
    row_families(tables, problems);
    electricity(tables, problems);
    province_families(tables, problems);
    cars(tables, problems);
    shares(tables, problems);
    grid(tables, problems);
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
    let lines = tables.lines.iter();
    unique(
        "id",
        lines.map(|line| (line.id.clone(), &line.origin.place)),
        problems,
    );
}

fn origins(tables: &Tables) -> impl Iterator<Item = &Origin> {
    let rows = tables.rows.iter().map(|row| &row.origin);
    let classes = tables.gas_classes.iter().map(|class| &class.origin);
    let regions = tables.regions.iter().map(|region| &region.origin);
    let provinces = tables.provinces.iter().map(|value| &value.origin);
    let shares = tables.shares.iter().map(|share| &share.origin);
    let lines = tables.lines.iter().map(|line| &line.origin);
    let grid = tables.grid.iter().map(|year| &year.origin);
    rows.chain(classes)
        .chain(regions)
        .chain(provinces)
        .chain(shares)
        .chain(lines)
        .chain(grid)
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
        if origin.status == "published" && origin.sources == ["S_UNVERIFIED"] {
            let reason = "a value whose only source is S_UNVERIFIED is not published";
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
        if place.file != "assumptions.csv" {
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

/// Stem and province of a row that belongs to a province.
pub fn province_row(row: &Row) -> Option<(&str, &str)> {
    let at = row.id.rfind("_CN-")?;
    Some((row.id.get(..at)?, row.id.get(at + 1..)?))
}

fn row_families(tables: &Tables, problems: &mut Vec<Problem>) {
    for row in &tables.rows {
        let Some((stem, _)) = province_row(row) else {
            continue;
        };
        let declared =
            |family: &super::tables::Family| family.kind == "rows" && family.stem == stem;
        if !tables.families.iter().any(declared) {
            let reason = format!("the family {stem:?} is not in families.csv");
            problems.push(row.origin.place.problem("id", reason));
        }
    }
    for family in tables
        .families
        .iter()
        .filter(|family| family.kind == "rows")
    {
        let members: Vec<&Row> = tables
            .rows
            .iter()
            .filter(|row| province_row(row).is_some_and(|(stem, _)| stem == family.stem))
            .collect();
        if members.is_empty() {
            problems.push(
                family
                    .place
                    .problem("stem", "no row belongs to this family"),
            );
        }
        let missing: Vec<&str> = tables
            .regions
            .iter()
            .map(|region| region.code.as_str())
            .filter(|code| !members.iter().any(|row| row.region == *code))
            .collect();
        let fallback = tables.rows.iter().find(|row| row.id == family.fallback);
        if family.fallback.is_empty() && !missing.is_empty() && !members.is_empty() {
            let reason = format!(
                "incomplete, and without a fallback: no row for {}",
                missing.join(", ")
            );
            problems.push(family.place.problem("stem", reason));
        }
        if !family.fallback.is_empty() && fallback.is_none() {
            let reason = format!("no row has the id {:?}", family.fallback);
            problems.push(family.place.problem("fallback", reason));
        }
        let first_unit = members.first().map(|row| row.unit.as_str());
        for row in members.iter().copied().chain(fallback) {
            if Some(row.unit.as_str()) != first_unit {
                let reason = format!(
                    "the family {} is in {}",
                    family.stem,
                    first_unit.unwrap_or("?")
                );
                problems.push(row.origin.place.problem("unit", reason));
            }
        }
    }
}

/// Life-cycle emissions of a province's electricity are not below its CO2.
fn electricity(tables: &Tables, problems: &mut Vec<Problem>) {
    for region in &tables.regions {
        let find = |stem: &str| {
            let id = format!("{stem}_{}", region.code);
            tables.rows.iter().find(|row| row.id == id)
        };
        if let (Some(life_cycle), Some(co2)) = (find("el_lc_2023"), find("el_co2_2023"))
            && life_cycle.range.value < co2.range.value
        {
            let reason = format!("below the CO2 alone, {}", co2.range.value);
            problems.push(life_cycle.origin.place.problem("value", reason));
        }
    }
}

fn province_families(tables: &Tables, problems: &mut Vec<Problem>) {
    for value in &tables.provinces {
        let declared = tables
            .families
            .iter()
            .any(|family| family.kind != "rows" && family.stem == value.quantity);
        if !declared {
            let reason = format!("the quantity {:?} is not in families.csv", value.quantity);
            problems.push(value.origin.place.problem("quantity", reason));
        }
    }
    for family in tables
        .families
        .iter()
        .filter(|family| family.kind != "rows")
    {
        let members: Vec<_> = tables
            .provinces
            .iter()
            .filter(|value| value.quantity == family.stem)
            .collect();
        let missing: Vec<&str> = tables
            .regions
            .iter()
            .map(|region| region.code.as_str())
            .filter(|code| !members.iter().any(|value| value.region == *code))
            .collect();
        if members.is_empty() {
            problems.push(
                family
                    .place
                    .problem("stem", "no value belongs to this family"),
            );
        } else if family.kind == "complete" && !missing.is_empty() {
            let reason = format!("incomplete: no value for {}", missing.join(", "));
            problems.push(family.place.problem("stem", reason));
        }
        let first_unit = members.first().map(|value| value.unit.as_str());
        for value in &members {
            if Some(value.unit.as_str()) != first_unit {
                let reason = format!("the family is in {}", first_unit.unwrap_or("?"));
                problems.push(value.origin.place.problem("unit", reason));
            }
        }
    }
}

fn cars(tables: &Tables, problems: &mut Vec<Problem>) {
    let cars: Vec<_> = tables
        .rows
        .iter()
        .filter_map(|row| row.car.as_ref().map(|car| (row, car)))
        .collect();
    for (row, (kind, size)) in &cars {
        let fits = CAR_QUANTITIES.iter().any(|(quantity, kinds)| {
            row.id == format!("{quantity}_{kind}_{size}") && kinds.contains(&kind.as_str())
        });
        if !fits {
            let reason = format!("{:?} is no quantity of a {kind} {size} car", row.id);
            problems.push(row.origin.place.problem("id", reason));
        }
    }
    if cars.is_empty() {
        return;
    }
    for (quantity, kinds) in CAR_QUANTITIES {
        for (kind, size) in kinds
            .iter()
            .flat_map(|kind| CAR_SIZES.iter().map(move |size| (kind, size)))
        {
            let id = format!("{quantity}_{kind}_{size}");
            if !cars.iter().any(|(row, _)| row.id == id) {
                let place = Place {
                    file: "cars.csv".to_owned(),
                    line: 1,
                };
                problems.push(place.problem("id", format!("incomplete: no row {id:?}")));
            }
        }
    }
}

fn shares(tables: &Tables, problems: &mut Vec<Problem>) {
    for group in share_groups(&tables.shares) {
        let Some(first) = group.first() else {
            continue;
        };
        let name = format!("{} in {}", first.question, first.region);
        let sum: f64 = group.iter().map(|share| share.range.value).sum();
        if (sum - 1.0).abs() > SHARE_TOLERANCE {
            let reason = format!("the shares of {name} sum to {sum:.4}, not to 1");
            problems.push(first.origin.place.problem("value", reason));
        }
        let mut options = BTreeSet::new();
        for share in &group {
            if !options.insert(share.option.as_str()) {
                let reason = format!("{:?} stands twice in {name}", share.option);
                problems.push(share.origin.place.problem("option", reason));
            }
            if share.year != first.year {
                let reason = format!("{name} is of the year {}", first.year);
                problems.push(share.origin.place.problem("year", reason));
            }
        }
    }
}

/// The shares of one question in one region, in the order of the file.
pub fn share_groups(shares: &[Share]) -> Vec<Vec<&Share>> {
    let mut groups: Vec<Vec<&Share>> = Vec::new();
    for share in shares {
        let same = |group: &&mut Vec<&Share>| {
            group.first().is_some_and(|first| {
                first.question == share.question && first.region == share.region
            })
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(share),
            None => groups.push(vec![share]),
        }
    }
    groups
}

fn grid(tables: &Tables, problems: &mut Vec<Problem>) {
    let mut expected = 2023;
    for year in &tables.grid {
        if year.year != expected {
            let reason = format!("expected {expected}: every year from 2023 to 2060, in order");
            problems.push(year.origin.place.problem("year", reason));
        }
        expected = year.year.max(2023) + 1;
    }
    if let Some(last) = tables.grid.last()
        && last.year != 2060
    {
        problems.push(
            last.origin
                .place
                .problem("year", "the table ends before 2060"),
        );
    }
    let base = tables.rows.iter().find(|row| row.id == "el_co2_2023_CN");
    if let (Some(base), Some(first)) = (base, tables.grid.first())
        && base.range.value != first.range.value
    {
        let reason = format!(
            "the base year differs from row el_co2_2023_CN, {}",
            base.range.value
        );
        problems.push(first.origin.place.problem("value", reason));
    }
}

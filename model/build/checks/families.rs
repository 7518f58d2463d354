//! Records that belong together: a row for each province, a value for each car.

use crate::build::tables::{CAR_QUANTITIES, CAR_SIZES, Family, Row, Tables};
use crate::build::{Place, Problem};

/// Runs the checks of this file.
pub fn run(tables: &Tables, problems: &mut Vec<Problem>) {
    row_families(tables, problems);
    electricity(tables, problems);
    province_families(tables, problems);
    cars(tables, problems);
}

/// Stem and province of a row that belongs to a province.
pub fn province_row(row: &Row) -> Option<(&str, &str)> {
    let at = row.id.rfind("_CN-")?;
    Some((row.id.get(..at)?, row.id.get(at + 1..)?))
}

/// What the checks of a family need to know of each member.
struct Member<'a> {
    region: &'a str,
    unit: &'a str,
    place: &'a Place,
}

fn row_families(tables: &Tables, problems: &mut Vec<Problem>) {
    let families = || {
        tables
            .families
            .iter()
            .filter(|family| family.kind == "rows")
    };
    for row in &tables.rows {
        if let Some((stem, _)) = province_row(row)
            && !families().any(|family| family.stem == stem)
        {
            let reason = format!("the family {stem:?} is not in families.csv");
            problems.push(row.origin.place.problem("id", reason));
        }
    }
    for family in families() {
        let rows = tables.rows.iter();
        let mut members: Vec<Member> = rows
            .filter(|row| province_row(row).is_some_and(|(stem, _)| stem == family.stem))
            .map(member)
            .collect();
        let fallback = tables.rows.iter().find(|row| row.id == family.fallback);
        if !family.fallback.is_empty() && fallback.is_none() {
            let reason = format!("no row has the id {:?}", family.fallback);
            problems.push(family.place.problem("fallback", reason));
        }
        let complete = family.fallback.is_empty();
        members_of_one_family(tables, family, &members, complete, problems);
        members.extend(fallback.map(member));
        one_unit(family, &members, problems);
    }
}

fn member(row: &Row) -> Member<'_> {
    Member {
        region: &row.region,
        unit: &row.unit,
        place: &row.origin.place,
    }
}

fn province_families(tables: &Tables, problems: &mut Vec<Problem>) {
    let families = || {
        tables
            .families
            .iter()
            .filter(|family| family.kind != "rows")
    };
    for value in &tables.provinces {
        if !families().any(|family| family.stem == value.quantity) {
            let reason = format!("the quantity {:?} is not in families.csv", value.quantity);
            problems.push(value.origin.place.problem("quantity", reason));
        }
    }
    for family in families() {
        let values = tables.provinces.iter();
        let members: Vec<Member> = values
            .filter(|value| value.quantity == family.stem)
            .map(|value| Member {
                region: &value.region,
                unit: &value.unit,
                place: &value.origin.place,
            })
            .collect();
        let complete = family.kind == "complete";
        members_of_one_family(tables, family, &members, complete, problems);
        one_unit(family, &members, problems);
    }
}

/// A family has members, and if it must be complete, one for every province.
fn members_of_one_family(
    tables: &Tables,
    family: &Family,
    members: &[Member],
    complete: bool,
    problems: &mut Vec<Problem>,
) {
    let codes = tables.regions.iter().map(|region| region.code.as_str());
    let missing: Vec<&str> = codes
        .filter(|code| !members.iter().any(|member| member.region == *code))
        .collect();
    let reason = if members.is_empty() {
        "nothing belongs to this family".to_owned()
    } else if complete && !missing.is_empty() {
        format!(
            "incomplete, and without a fallback: nothing for {}",
            missing.join(", ")
        )
    } else {
        return;
    };
    problems.push(family.place.problem("stem", reason));
}

fn one_unit(family: &Family, members: &[Member], problems: &mut Vec<Problem>) {
    let Some(first) = members.first() else {
        return;
    };
    for member in members.iter().filter(|member| member.unit != first.unit) {
        let reason = format!("the family {} is in {}", family.stem, first.unit);
        problems.push(member.place.problem("unit", reason));
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

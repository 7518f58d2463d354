//! `tanlu questions` and `tanlu factors`: the catalogue and the tables.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::{Value as Json, json};
use tanlu_model::footprint::rests_on_unverified;
use tanlu_model::question::{FieldKind, NumberKind};
use tanlu_model::rows::{Confidence, Listed, RowId, SourceId, Status, Unit};
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::{BASE_YEAR, Factors, Kind, MODEL_VERSION, QuestionId, file};

use crate::args::{Format, Options};

fn number(kind: &NumberKind) -> Json {
    let units: Vec<&str> = kind
        .units
        .iter()
        .map(|choice| choice.unit.symbol())
        .collect();
    json!({"kind": "number", "units": units, "low": kind.low, "high": kind.high, "whole": kind.whole})
}

fn question(id: QuestionId) -> Json {
    let mut written = match id.kind() {
        Kind::Choice(options) => json!({"choices": options}),
        Kind::Number(kind) => number(&kind),
        Kind::List { fields, most } => {
            let items: Vec<Json> = fields
                .iter()
                .map(|field| {
                    let mut written = match field.kind {
                        FieldKind::Choice(options) => json!({"kind": "choice", "choices": options}),
                        FieldKind::Number(kind) => number(&kind),
                    };
                    if let Some(object) = written.as_object_mut() {
                        object.insert("id".to_owned(), json!(field.id));
                    }
                    written
                })
                .collect();
            json!({"items": items, "most": most})
        }
    };
    if let Some(object) = written.as_object_mut() {
        object.insert("id".to_owned(), json!(id.id()));
        object.insert("domain".to_owned(), json!(id.domain().id()));
        object.insert("asks".to_owned(), json!(id.asks().id()));
        object.insert("kind".to_owned(), json!(id.kind().id()));
    }
    written
}

/// A median and its band.
pub fn quantiles(Quantiles { p05, p50, p95 }: Quantiles) -> Json {
    json!({ "p05": p05, "p50": p50, "p95": p95 })
}

/// Every question.
pub fn questions(options: &Options) -> String {
    if options.format == Format::Json {
        let all: Vec<Json> = QuestionId::ALL.iter().map(|id| question(*id)).collect();
        return format!(
            "{:#}\n",
            json!({"model": MODEL_VERSION, "year": BASE_YEAR, "seed": options.seed,
            "gas": options.gas.id(), "questions": all})
        );
    }
    let mut text = format!("model {MODEL_VERSION}\n");
    for id in QuestionId::ALL {
        let _ = writeln!(
            text,
            "{:<22}{:<10}{:<11}{}",
            id.id(),
            id.domain().id(),
            id.asks().id(),
            id.kind().id()
        );
    }
    text
}

fn factor(id: RowId) -> Json {
    let row = id.row();
    json!({"id": row.id, "name_zh": row.name_zh, "name_en": row.name_en, "value": row.value,
           "unit": row.unit.symbol(), "low": row.low, "high": row.high, "year": row.year,
           "region": row.region, "source": ids(row.sources), "status": row.status.name(),
           "confidence": row.confidence.name(), "boundary": row.boundary, "review_by": row.review_by,
           "stand_in": row.stand_in, "note": id.note()})
}

fn ids(sources: &[SourceId]) -> Vec<&'static str> {
    sources.iter().map(|source| source.facts().id).collect()
}

/// A value that is no row: null stands for what its table does not say, and for zones, which are no number.
fn listed(listed: &Listed) -> Json {
    json!({"id": listed.id, "table": listed.table, "value": listed.value,
           "unit": listed.unit.symbol(), "low": listed.range.map(|(low, _)| low),
           "high": listed.range.map(|(_, high)| high),
           "year": listed.year, "region": listed.region, "source": ids(listed.sources),
           "status": listed.status.name(), "confidence": listed.confidence.map(Confidence::name),
           "review_by": listed.review_by, "note": listed.note})
}

/// Every researched value, or a summary of how well they are known.
pub fn factors(options: &Options) -> Result<String, String> {
    if options.check {
        return check(&options.files);
    }
    if let Some(file) = options.files.first() {
        return Err(format!("factors: {file}: files are for --check only"));
    }
    if options.format == Format::Json {
        let all: Vec<Json> = RowId::all().map(factor).collect();
        let others: Vec<Json> = Listed::all().map(listed).collect();
        return Ok(format!(
            "{:#}\n",
            json!({"model": MODEL_VERSION, "year": BASE_YEAR, "seed": options.seed,
            "gas": options.gas.id(), "factors": all, "values": others})
        ));
    }
    let mut text = format!("model {MODEL_VERSION}\n");
    let mut line = |id: &str, value: Option<f64>, unit: Unit, status: Status, year: Option<u16>| {
        let value = value.map_or(String::new(), |value| value.to_string());
        let year = year.map_or(String::new(), |year| year.to_string());
        let said = format!(
            "{id:<34}{value:>12} {:<22}{:<11}{year}",
            unit.symbol(),
            status.name()
        );
        let _ = writeln!(text, "{}", said.trim_end());
    };
    for row in RowId::all().map(RowId::row) {
        line(
            row.id,
            Some(row.value),
            row.unit,
            row.status,
            Some(row.year),
        );
    }
    for known in Listed::all() {
        line(known.id, known.value, known.unit, known.status, known.year);
    }
    Ok(text)
}

/// The households that are looked at where no file is named: those of the tests.
const PERSONAS: &[(&str, &str)] = &[
    (
        "chengdu_family",
        include_str!("../../../personas/chengdu_family.json"),
    ),
    (
        "chengdu_student",
        include_str!("../../../personas/chengdu_student.json"),
    ),
    (
        "frequent_flyer",
        include_str!("../../../personas/frequent_flyer.json"),
    ),
    (
        "guangdong_cooling",
        include_str!("../../../personas/guangdong_cooling.json"),
    ),
    (
        "harbin_retired_couple",
        include_str!("../../../personas/harbin_retired_couple.json"),
    ),
    (
        "northern_flat_district_heat",
        include_str!("../../../personas/northern_flat_district_heat.json"),
    ),
    (
        "nothing_known",
        include_str!("../../../personas/nothing_known.json"),
    ),
    (
        "plant_eaters_yunnan",
        include_str!("../../../personas/plant_eaters_yunnan.json"),
    ),
    (
        "rural_coal_stove",
        include_str!("../../../personas/rural_coal_stove.json"),
    ),
    (
        "shanghai_two_cars",
        include_str!("../../../personas/shanghai_two_cars.json"),
    ),
    (
        "tibetan_herders",
        include_str!("../../../personas/tibetan_herders.json"),
    ),
    (
        "zhejiang_solar_house",
        include_str!("../../../personas/zhejiang_solar_house.json"),
    ),
];

fn check(files: &[String]) -> Result<String, String> {
    let mut text = format!("model {MODEL_VERSION}\n");
    for status in [Status::Published, Status::Derived, Status::Unverified] {
        let rows = RowId::all().map(|row| row.row().status);
        let all = rows.chain(Listed::all().map(|listed| listed.status));
        let count = all.filter(|known| *known == status).count();
        let _ = writeln!(text, "{:<12}{count}", status.name());
    }
    let rows = RowId::all().map(|row| row.row().review_by);
    let listed = Listed::all().map(|listed| listed.review_by);
    let due: BTreeSet<&str> = rows.chain(listed).collect();
    if let Some(first) = due.first() {
        let _ = writeln!(text, "the first review is due by {first}");
    }
    let mut households = Vec::new();
    for path in files {
        let answers = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        households.push((path.as_str(), answers));
    }
    if households.is_empty() {
        let personas = PERSONAS.iter();
        households.extend(personas.map(|(name, answers)| (*name, (*answers).to_owned())));
    }
    let _ = writeln!(
        text,
        "\nkg of household consumption that rest on unverified values: by the factor, by the factor or a value of\n\
         the quantity's formula, by these or a row behind a default that nobody answered, by these or a number of\n\
         the province behind one; zones and shares of households decide which case is taken, not how much, and\n\
         are not counted\n\n\
         {:<32}{:>10}{:>8}{:>9}{:>9}{:>10}",
        "household", "kg a year", "factor", "formula", "default", "province"
    );
    let factors = Factors::central();
    for (path, answers) in households {
        let read = file::read(&answers).map_err(|refusal| format!("{path}: {refusal}"))?;
        let found = rests_on_unverified(&read.answers, &factors);
        let percent = |kg: f64| format!("{:.0} %", 100.0 * kg / found.total);
        let _ = writeln!(
            text,
            "{path:<32}{:>10.0}{:>8}{:>9}{:>9}{:>10}",
            found.total,
            percent(found.by_factor),
            percent(found.by_line),
            percent(found.by_default),
            percent(found.by_province)
        );
    }
    Ok(text)
}

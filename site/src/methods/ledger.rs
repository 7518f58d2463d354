//! The ledger: every value of the tables that results rest on, with all that is known of it.

use maud::{Markup, html};
use tanlu_model::rows::{
    ACTION_FACTS, ActionFacts, CARBON_BUDGETS, Confidence, GasClassId, Listed, PUBLISHED_PATHS,
    Province, RangeBasis, RowId, SourceId, Status, Subject, Unit,
};
use tanlu_model::{Domain, QuestionId};

use super::Model;
use super::places::{choice, question_name, zones};
use crate::frame::Page;
use crate::show::{exact, head, region, row_anchor, row_name, sources, status, table, told, unit};
use crate::uses::Use;
use crate::words::Words;

/// The file with all values.
pub const CSV: &str = "factors.csv";

/// In place of a domain where a value serves later years only.
const LATER_YEARS: &str = "later_years";

/// In place of a domain where a value serves what is told of the nation.
const NATION: &str = "nation";

/// The table whose records are no numbers.
const REGIONS: &str = "regions";

/// A value as the ledger tells it.
struct Value<'a> {
    table: &'static str,
    id: &'static str,
    of: Of,
    value: Option<f64>,
    range: Option<(f64, f64)>,
    basis: Option<RangeBasis>,
    unit: Unit,
    year: Option<u16>,
    region: &'static str,
    boundary: &'static str,
    gas: Option<GasClassId>,
    status: Status,
    confidence: Option<Confidence>,
    stand_in: bool,
    sources: &'static [SourceId],
    review_by: &'static str,
    note: &'static str,
    uses: &'a Use,
}

/// What a value is of: a row, which has a name, or something else.
enum Of {
    Row(RowId),
    Listed(&'static Listed),
}

/// Every value, table after table: first the rows.
fn values(model: &Model) -> Vec<Value<'_>> {
    let rows = RowId::all().zip(&model.uses);
    let rows = rows.map(|(id, uses)| of_row(id, uses));
    let listed = Listed::all().zip(&model.listed_uses);
    let listed = listed.map(|(listed, uses)| of_listed(listed, uses));
    rows.chain(listed).collect()
}

fn of_row(id: RowId, uses: &Use) -> Value<'_> {
    let row = id.row();
    Value {
        table: row.table,
        id: row.id,
        of: Of::Row(id),
        value: Some(row.value),
        range: Some((row.low, row.high)),
        basis: Some(row.range_basis),
        unit: row.unit,
        year: Some(row.year),
        region: row.region,
        boundary: row.boundary,
        gas: row.gas,
        status: row.status,
        confidence: Some(row.confidence),
        stand_in: row.stand_in,
        sources: row.sources,
        review_by: row.review_by,
        note: id.note(),
        uses,
    }
}

fn of_listed<'a>(listed: &'static Listed, uses: &'a Use) -> Value<'a> {
    Value {
        table: listed.table,
        id: listed.id,
        of: Of::Listed(listed),
        value: listed.value,
        range: listed.range,
        basis: None,
        unit: listed.unit,
        year: listed.year,
        region: listed.region,
        boundary: "activity",
        gas: None,
        status: listed.status,
        confidence: listed.confidence,
        stand_in: false,
        sources: listed.sources,
        review_by: listed.review_by,
        note: listed.note,
        uses,
    }
}

/// What a value is called.
fn name(words: &Words, value: &Value<'_>) -> String {
    let listed = match value.of {
        Of::Row(id) => return row_name(words.lang, id.row()).to_owned(),
        Of::Listed(listed) => listed,
    };
    let colon = words.text("ledger.colon");
    match listed.subject {
        Subject::Province(quantity) => words.name(&["quantity", quantity.name()]).to_owned(),
        Subject::Region => words.of("table", listed.table).to_owned(),
        Subject::Share(question, option) => {
            let asked = QuestionId::from_id(question);
            let option = choice(words, asked, option);
            let of = words.of("table", listed.table);
            [of, colon, question_name(words, question), " – ", &option].concat()
        }
        Subject::Gas(class, part) => {
            let class = class.facts();
            let class = words.lang.pick(class.name_zh, class.name_en);
            [class, colon, words.of("gas", part)].concat()
        }
        Subject::Grid | Subject::PerPerson => words.of("table", listed.table).to_owned(),
        Subject::NationalCo2(scenario) => {
            let line = scenario.map(|scenario| scenario.details());
            let line = line.map(|line| words.lang.pick(line.name_zh, line.name_en));
            let line = line.unwrap_or_else(|| words.text("ledger.history"));
            [words.of("table", listed.table), colon, line].concat()
        }
        Subject::History(_)
        | Subject::Point(_)
        | Subject::Budget
        | Subject::Adoption(..)
        | Subject::Action(..)
        | Subject::Effort => [
            words.of("table", listed.table),
            colon,
            &detail(words, listed),
        ]
        .concat(),
        Subject::People => words.of("table", listed.table).to_owned(),
        Subject::Named(zh, en) => words.lang.pick(zh, en).to_owned(),
    }
}

/// What a value of the nation's tables or of actions is of, beside the name of its table.
fn detail(words: &Words, listed: &Listed) -> String {
    match listed.subject {
        Subject::History(set) => words.of("data_set", set.id()).to_owned(),
        Subject::Point(path) => {
            let found = PUBLISHED_PATHS.iter().find(|known| known.id == path);
            let name = found.map(|path| words.lang.pick(path.name_zh, path.name_en));
            name.unwrap_or(path).to_owned()
        }
        Subject::Budget => {
            let budgets = CARBON_BUDGETS.iter();
            let found = budgets.filter(|budget| budget.id == listed.id);
            let said = found.map(|budget| {
                let (warming, chance) = (exact(budget.warming), exact(budget.probability));
                format!("{warming} °C, {chance} %")
            });
            said.collect()
        }
        Subject::Adoption(row, part) => {
            let behind = ACTION_FACTS.iter().filter(|facts| facts.adoption == row);
            let names: Vec<&str> = behind
                .map(|facts| words.name(&["action", facts.id]))
                .collect();
            let names = match names.is_empty() {
                true => row.to_owned(),
                false => names.join(words.name(&["ui", "list_comma"])),
            };
            [&names, " – ", words.of("adoption", part)].concat()
        }
        Subject::Action(action, part) => {
            let facts = ActionFacts::of(action);
            let per = facts.and_then(|facts| match part {
                "upfront" => Some(facts.per),
                "running" => Some(facts.running_per),
                _ => None,
            });
            let per = per.map(|per| [" ", words.of("cost_per", per.id())].concat());
            let (name, part) = (words.name(&["action", action]), words.of("act", part));
            [name, " – ", part, &per.unwrap_or_default()].concat()
        }
        _ => listed.id.to_owned(),
    }
}

/// The names of the tables, in their order.
fn tables(values: &[Value<'_>]) -> Vec<&'static str> {
    let mut tables: Vec<&str> = values.iter().map(|value| value.table).collect();
    tables.dedup();
    tables
}

/// The search and the tables.
pub fn ledger(words: &Words, model: &Model) -> Markup {
    let columns = ["row", "value", "place", "boundary", "known", "source"];
    let columns = columns.map(|column| words.of("ledger", column));
    let values = values(model);
    html! {
        p { a href=(CSV) download { (words.text("ledger.csv")) } }
        (search(words))
        @for name in tables(&values) {
            @let named = words.of("table", name);
            @let of_table: Vec<&Value<'_>> = values.iter().filter(|value| value.table == name).collect();
            @let caption = words.fill("ledger.caption", &[("table", html! { (named) }), ("rows", html! { (of_table.len()) })]);
            div class="table" {
                h3 { (named) }
                (table(&format!("ledger-{name}"), caption, &html! {
                    (head(&columns))
                    tbody { @for value in of_table { (entry(words, value)) } }
                }))
            }
        }
    }
}

/// The search, hidden until the script that does it is there.
fn search(words: &Words) -> Markup {
    let all = words.text("ledger.all");
    html! {
        div class="search" id="search" role="search" aria-label=(words.text("ledger.search")) hidden {
            p {
                label for="search-text" { (words.text("ledger.text")) }
                input id="search-text" type="search" autocomplete="off";
            }
            p {
                label for="search-domain" { (words.text("ledger.domain")) }
                select id="search-domain" {
                    option value="" { (all) }
                    @for domain in Domain::ALL {
                        option value=(domain.id()) { (words.name(&["domain", domain.id()])) }
                    }
                    option value=(LATER_YEARS) { (words.text("ledger.later_years")) }
                    option value=(NATION) { (words.text("ledger.nation")) }
                }
            }
            p {
                label for="search-status" { (words.text("ledger.status")) }
                select id="search-status" {
                    option value="" { (all) }
                    @for status in Status::ALL {
                        option value=(status.name()) { (words.name(&["status", status.name()])) }
                    }
                }
            }
            p class="found" id="found" role="status" data-words=(words.text("ledger.found")) {}
        }
    }
}

/// The parts of life that a value serves, by their ids.
fn served(uses: &Use) -> Vec<&'static str> {
    let mut served: Vec<&str> = uses.domains.iter().map(|domain| domain.id()).collect();
    if uses.later_years {
        served.push(LATER_YEARS);
    }
    if uses.only_nation {
        served.push(NATION);
    }
    served
}

/// What else finds a value: as the file writes it, and its name in the other language.
fn also(words: &Words, value: &Value<'_>) -> String {
    let other = match value.of {
        Of::Row(id) => row_name(words.lang.other(), id.row()),
        Of::Listed(Listed {
            subject: Subject::Named(zh, en),
            ..
        }) => words.lang.other().pick(zh, en),
        Of::Listed(_) => "",
    };
    let written = [
        value.table,
        value.unit.symbol(),
        value.region,
        value.status.name(),
        other,
    ];
    let sources = value.sources.iter().map(|source| source.facts().id);
    let all: Vec<&str> = written.into_iter().chain(sources).collect();
    all.join(" ")
}

fn entry(words: &Words, value: &Value<'_>) -> Markup {
    let uses = value.uses;
    let domains: Vec<&str> = uses
        .domains
        .iter()
        .map(|domain| words.name(&["domain", domain.id()]))
        .collect();
    html! {
        tr id=(row_anchor(value.id)) data-domains=(served(uses).join(" ")) data-status=(value.status.name()) data-also=(also(words, value)) {
            th scope="row" {
                (name(words, value)) " " code { (value.id) }
                p class="note" {
                    (domains.join(words.name(&["ui", "list_comma"])))
                    @if uses.later_years { (words.text("ledger.later_note")) }
                    @if uses.only_bands { (words.text("ledger.bands_note")) }
                    @if uses.only_actions { (words.text("ledger.actions_note")) }
                    @if uses.only_averages { (words.text("ledger.averages_note")) }
                    @if uses.only_compared { (words.text("ledger.compared_note")) }
                    @if uses.only_nation {
                        a href=(Page::Nation.file(words.lang)) { (words.text("ledger.nation_note")) }
                    }
                }
            }
            td class="number" { (amount(words, value)) }
            td { (region(words, value.region)) @if let Some(year) = value.year { p class="note" { (year) } } }
            td {
                (words.of("boundary", value.boundary))
                @if let Some(gas) = value.gas {
                    @let facts = gas.facts();
                    p class="note" { a href={ "#gas-" (facts.id) } { (words.lang.pick(facts.name_zh, facts.name_en)) } }
                }
            }
            td {
                (status(words, value.status))
                @if value.stand_in { " " (words.name(&["ui", "result", "stand_in"])) }
                p class="note" {
                    @if let Some(confidence) = value.confidence { (words.of("confidence", confidence.name())) br; }
                    (words.fill("ledger.review_by", &[("day", html! { span class="day" { (value.review_by) } })]))
                }
            }
            td {
                (sources(words.lang, value.sources))
                @if !value.note.is_empty() { p class="note" lang="en" { (value.note) } }
            }
        }
    }
}

/// The value and its range; of a province's zones what they are.
fn amount(words: &Words, value: &Value<'_>) -> Markup {
    if value.table == REGIONS {
        let province = Province::from_code(value.region);
        return html! { @if let Some(province) = province { (zones(words, province)) } };
    }
    let written = |number| match value.unit {
        // a year of the calendar has no separator
        Unit::Year => format!("{number}"),
        _ => exact(told(words.lang, number, value.unit)),
    };
    let range = value
        .range
        .filter(|(low, high)| low < high || value.basis.is_some());
    html! {
        @if let Some(number) = value.value { b { (written(number)) } } @else if range.is_none() { "–" }
        @if value.unit != Unit::One || matches!(value.of, Of::Row(_)) { " " (unit(words, value.unit)) }
        @if let Some((low, high)) = range {
            p class="note" {
                (written(low)) "–" (written(high))
                @if let Some(basis) = value.basis { " " (words.of("range_basis", basis.name())) }
            }
        }
    }
}

/// The columns of the file.
const COLUMNS: &str = "id,table,name_zh,name_en,value,unit,low,high,range_basis,year,region,boundary,gas,status,confidence,stand_in,serves,sources,licences,review_by,note";

/// Every value as a file for spreadsheets, which take it for UTF-8 by the mark at its beginning. `words` are those
/// of both languages, Chinese first.
pub fn csv(words: &[Words; 2], model: &Model) -> String {
    let mut text = format!("\u{feff}{COLUMNS}\n");
    for value in values(model) {
        text += &record(words, &value);
        text.push('\n');
    }
    text
}

fn record(words: &[Words; 2], value: &Value<'_>) -> String {
    let list = |of: fn(&SourceId) -> &'static str| -> String {
        let all: Vec<&str> = value.sources.iter().map(of).collect();
        all.join("; ")
    };
    let [zh, en] = words.each_ref().map(|words| name(words, value));
    let number = |of: Option<f64>| of.map(|number| number.to_string()).unwrap_or_default();
    let zones = (value.table == REGIONS).then(|| zone(value.region));
    let fields = [
        value.id.to_owned(),
        value.table.to_owned(),
        zh,
        en,
        zones.unwrap_or_else(|| number(value.value)),
        value.unit.symbol().to_owned(),
        number(value.range.map(|(low, _)| low)),
        number(value.range.map(|(_, high)| high)),
        value
            .basis
            .map(RangeBasis::name)
            .unwrap_or_default()
            .to_owned(),
        value.year.map(|year| year.to_string()).unwrap_or_default(),
        value.region.to_owned(),
        value.boundary.to_owned(),
        value
            .gas
            .map(|gas| gas.facts().id)
            .unwrap_or_default()
            .to_owned(),
        value.status.name().to_owned(),
        value
            .confidence
            .map(Confidence::name)
            .unwrap_or_default()
            .to_owned(),
        u8::from(value.stand_in).to_string(),
        served(value.uses).join(" "),
        list(|source| source.facts().id),
        list(|source| source.facts().licence),
        value.review_by.to_owned(),
        value.note.to_owned(),
    ];
    fields.map(|field| quoted(&field)).join(",")
}

/// A province's heating zone, climate zone and grid, as the tables write them.
fn zone(region: &str) -> String {
    let province = Province::from_code(region).map(Province::region);
    province.map_or(String::new(), |known| {
        format!("{} {} {}", known.zone.key(), known.climate_zone, known.grid)
    })
}

/// A field as CSV has it. A note that begins like a formula must not become one in a spreadsheet.
fn quoted(field: &str) -> String {
    let formula = field.starts_with(['=', '+', '-', '@']) && field.parse::<f64>().is_err();
    let field = if formula {
        format!("'{field}")
    } else {
        field.to_owned()
    };
    if field.contains([',', '"', '\n']) {
        return format!("\"{}\"", field.replace('"', "\"\""));
    }
    field
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        assert_eq!(quoted("a b"), "a b");
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(quoted("-1.5"), "-1.5");
        assert_eq!(quoted("= 2 x 3"), "'= 2 x 3");
    }
}

//! The ledger: every row of the tables, with all that is known of it.

use maud::{Markup, html};
use tanlu_model::Domain;
use tanlu_model::rows::{RowId, SourceId, Status};

use super::Model;
use crate::show::{anchor, exact, head, range, region, row_name, sources, status, table, unit};
use crate::uses::Use;
use crate::words::Words;

/// The file with all rows.
pub const CSV: &str = "factors.csv";

/// In place of a domain where a row serves later years only.
const LATER_YEARS: &str = "later_years";

/// The names of the tables, in their order.
fn tables() -> Vec<&'static str> {
    let mut tables: Vec<&str> = RowId::all().map(|row| row.row().table).collect();
    tables.dedup();
    tables
}

/// The search and the tables.
pub fn ledger(words: &Words, model: &Model) -> Markup {
    let columns = ["row", "value", "place", "boundary", "known", "source"];
    let columns = columns.map(|column| words.of("ledger", column));
    html! {
        p { a href=(CSV) download { (words.text("ledger.csv")) } }
        (search(words))
        @for name in tables() {
            @let named = words.of("table", name);
            @let rows = RowId::all().filter(|row| row.row().table == name).count();
            @let caption = words.fill("ledger.caption", &[("table", html! { (named) }), ("rows", html! { (rows) })]);
            div class="table" {
                h3 { (named) }
                (table(&format!("table-{name}"), caption, &html! {
                    (head(&columns))
                    tbody {
                        @for (row, uses) in RowId::all().zip(&model.uses) {
                            @if row.row().table == name { (entry(words, row, uses)) }
                        }
                    }
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

/// The parts of life that a row serves, by their ids.
fn served(uses: &Use) -> Vec<&'static str> {
    let mut served: Vec<&str> = uses.domains.iter().map(|domain| domain.id()).collect();
    if uses.later_years {
        served.push(LATER_YEARS);
    }
    served
}

fn entry(words: &Words, id: RowId, uses: &Use) -> Markup {
    let row = id.row();
    let domains: Vec<&str> = uses
        .domains
        .iter()
        .map(|domain| words.name(&["domain", domain.id()]))
        .collect();
    html! {
        tr id=(anchor(id)) data-domains=(served(uses).join(" ")) data-status=(row.status.name()) {
            th scope="row" {
                (row_name(words.lang, row)) " " code { (row.id) }
                p class="note" {
                    (domains.join(words.name(&["ui", "list_comma"])))
                    @if uses.later_years { (words.text("ledger.later_note")) }
                    @if uses.only_bands { (words.text("ledger.bands_note")) }
                    @if uses.only_actions { (words.text("ledger.actions_note")) }
                }
            }
            td class="number" {
                b { (exact(row.value)) } " " (unit(words, row.unit))
                p class="note" { (range(row.band())) " " (words.of("range_basis", row.range_basis.name())) }
            }
            td { (region(words, row.region)) p class="note" { (row.year) } }
            td {
                (words.of("boundary", row.boundary))
                @if let Some(gas) = row.gas {
                    @let facts = gas.facts();
                    p class="note" { a href={ "#gas-" (facts.id) } { (words.lang.pick(facts.name_zh, facts.name_en)) } }
                }
            }
            td {
                (status(words, row.status))
                @if row.stand_in { " " (words.name(&["ui", "result", "stand_in"])) }
                p class="note" {
                    (words.of("confidence", row.confidence.name())) br;
                    (words.fill("ledger.review_by", &[("day", html! { span class="day" { (row.review_by) } })]))
                }
            }
            td {
                (sources(words.lang, row.sources))
                @if !id.note().is_empty() { p class="note" lang="en" { (id.note()) } }
            }
        }
    }
}

/// The columns of the file.
const COLUMNS: &str = "id,table,name_zh,name_en,value,unit,low,high,range_basis,year,region,boundary,gas,status,confidence,stand_in,serves,sources,licences,review_by,note";

/// Every row as a file for spreadsheets, which take it for UTF-8 by the mark at its beginning.
pub fn csv(model: &Model) -> String {
    let mut text = format!("\u{feff}{COLUMNS}\n");
    for (id, uses) in RowId::all().zip(&model.uses) {
        text += &record(id, uses);
        text.push('\n');
    }
    text
}

fn record(id: RowId, uses: &Use) -> String {
    let row = id.row();
    let list = |of: fn(&SourceId) -> &'static str| -> String {
        let all: Vec<&str> = row.sources.iter().map(of).collect();
        all.join("; ")
    };
    let fields = [
        row.id.to_owned(),
        row.table.to_owned(),
        row.name_zh.to_owned(),
        row.name_en.to_owned(),
        row.value.to_string(),
        row.unit.symbol().to_owned(),
        row.low.to_string(),
        row.high.to_string(),
        row.range_basis.name().to_owned(),
        row.year.to_string(),
        row.region.to_owned(),
        row.boundary.to_owned(),
        row.gas
            .map(|gas| gas.facts().id)
            .unwrap_or_default()
            .to_owned(),
        row.status.name().to_owned(),
        row.confidence.name().to_owned(),
        u8::from(row.stand_in).to_string(),
        served(uses).join(" "),
        list(|source| source.facts().id),
        list(|source| source.facts().licence),
        row.review_by.to_owned(),
        id.note().to_owned(),
    ];
    fields.map(|field| quoted(&field)).join(",")
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

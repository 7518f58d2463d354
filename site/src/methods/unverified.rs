//! What nobody has checked against a publication yet.

use maud::{Markup, html};
use tanlu_model::rows::{Listed, RowId, SCENARIOS, Status};

use crate::show::{head, row_link, table};
use crate::words::Words;

/// How many values have each status, by table, and the rows that are not verified.
pub fn unverified(words: &Words) -> Markup {
    let rows = RowId::all().filter(|row| row.row().status == Status::Unverified);
    html! {
        (counts(words))
        h3 { (words.text("unverified.rows")) }
        ul class="columns" { @for row in rows { li { (row_link(words.lang, row)) } } }
    }
}

/// The tables with the status of each value.
fn tables() -> Vec<(&'static str, Vec<Status>)> {
    let mut tables: Vec<(&str, Vec<Status>)> = Vec::new();
    let rows = RowId::all().map(|row| (row.row().table, row.row().status));
    let listed = Listed::all().map(|listed| (listed.table, listed.status));
    for (table, status) in rows.chain(listed) {
        match tables.iter_mut().find(|(known, _)| *known == table) {
            Some((_, statuses)) => statuses.push(status),
            None => tables.push((table, vec![status])),
        }
    }
    tables.push((
        "scenarios",
        SCENARIOS.iter().map(|scenario| scenario.status).collect(),
    ));
    tables
}

fn counts(words: &Words) -> Markup {
    let statuses = Status::ALL.map(|status| words.name(&["status", status.name()]));
    let columns: Vec<&str> = [words.text("unverified.table")]
        .into_iter()
        .chain(statuses)
        .collect();
    table(
        "table-status",
        words.text("unverified.caption"),
        &html! {
            (head(&columns))
            tbody {
                @for (name, values) in tables() {
                    tr {
                        th scope="row" { (words.of("table", name)) }
                        @for status in Status::ALL {
                            td class="number" { (values.iter().filter(|value| **value == status).count()) }
                        }
                    }
                }
            }
        },
    )
}

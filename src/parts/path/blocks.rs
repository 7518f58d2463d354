//! Tables whose rows are told side by side where there is room, and each as a block of its own on a phone:
//! there, every figure has the head of its column above it. The roles are said because some browsers
//! forget what a table is when it is not laid out as one.
use leptos::prelude::*;

use crate::parts::el::{El, classed, el};

/// A table with its heads.
pub struct Blocks {
    caption: String,
    heads: Vec<String>,
    rows: Vec<AnyView>,
}

impl Blocks {
    /// No row yet.
    pub fn new(caption: &str, heads: Vec<String>) -> Blocks {
        Blocks {
            caption: caption.to_owned(),
            heads,
            rows: Vec::new(),
        }
    }

    /// A row: what tells it from others, its head, then a cell for each further column.
    pub fn row(&mut self, (key, value): (&'static str, String), head: &str, cells: Vec<El>) {
        let row = el("tr").attr("role", "row").attr(key, value);
        let head = cell("th", "rowheader").attr("scope", "row").words(head);
        let named = self.heads.iter().skip(1).cloned();
        let cells = cells.into_iter().zip(named);
        let cells = cells.map(|(cell, head)| cell.attr("role", "cell").attr("data-head", head));
        self.rows.push(row.child(head).children(cells).done());
    }

    /// Something across all columns.
    pub fn across(&mut self, inside: El) {
        let across = across(self.heads.len(), inside);
        self.rows.push(across.done());
    }

    /// What comes and goes between rows.
    pub fn view(&mut self, between: AnyView) {
        self.rows.push(between);
    }

    /// The table.
    pub fn done(self) -> El {
        let heads = self.heads.iter();
        let heads = heads.map(|words| {
            let head = cell("th", "columnheader").attr("scope", "col");
            head.words(words.clone())
        });
        let group = |tag| el(tag).attr("role", "rowgroup");
        let heads = el("tr").attr("role", "row").children(heads);
        let table = el("table")
            .attr("role", "table")
            .child(el("caption").words(self.caption))
            .child(group("thead").child(heads))
            .child(self.rows.into_iter().fold(group("tbody"), El::view));
        classed("div", "blocks").child(table)
    }
}

fn cell(tag: &'static str, role: &'static str) -> El {
    el(tag).attr("role", role)
}

/// A row with something across its columns.
pub fn across(columns: usize, inside: El) -> El {
    let cell = cell("td", "cell").attr("colspan", columns.to_string());
    el("tr").attr("role", "row").child(cell.child(inside))
}

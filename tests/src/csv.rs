//! Reads tables as a spreadsheet does.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;

/// A row: its cells by the names of their columns.
pub type Row = BTreeMap<String, String>;

/// The rows of a table with a line of column names.
///
/// # Errors
/// When a row has more or fewer cells than there are columns.
pub fn rows(text: &str) -> Result<Vec<Row>> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let columns = cells(lines.next().context("an empty table")?);
    let row = |line: &str| {
        let cells = cells(line);
        ensure!(
            cells.len() == columns.len(),
            "{} cells for {} columns: {line}",
            cells.len(),
            columns.len()
        );
        Ok(columns.iter().cloned().zip(cells).collect())
    };
    lines.map(row).collect()
}

/// The cells of a line. Quotes hold commas together; two of them stand for one.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                cell.push('"');
                characters.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    cells.push(cell);
    cells
}

#[cfg(test)]
mod tests {
    use super::{cells, rows};

    #[test]
    fn quotes_hold_commas_and_quotes() {
        assert_eq!(cells(r#""a, ""b""",,3"#), ["a, \"b\"", "", "3"]);
    }

    #[test]
    fn a_row_has_a_cell_for_each_column() -> anyhow::Result<()> {
        let table = rows("\u{feff}id,kg\nrice,2\n")?;
        assert_eq!(table.len(), 1);
        assert!(rows("id,kg\nrice\n").is_err());
        Ok(())
    }
}

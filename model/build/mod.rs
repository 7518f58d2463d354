//! Reads, checks and compiles the tables of `data/`.
//!
//! `build.rs` turns them into constants; `tests/data.rs` breaks copies of them on purpose.
//! A bad value is named as `file:line: column: reason`, and all bad values are named at once.

pub mod checks;
pub mod code;
pub mod csv;
pub mod fields;
pub mod tables;
pub mod units;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// The tables as text, by file name.
pub type Files = BTreeMap<String, String>;

/// One thing that is wrong with the tables.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    pub line: usize,
    pub column: String,
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}:{}: {}: {}",
            self.file, self.line, self.column, self.reason
        )
    }
}

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    pub line: usize,
}

impl Place {
    /// A problem of this record.
    pub fn problem(&self, column: &str, reason: impl Into<String>) -> Problem {
        Problem {
            file: self.file.clone(),
            line: self.line,
            column: column.to_owned(),
            reason: reason.into(),
        }
    }
}

/// Reads every file of a folder of tables.
pub fn read_folder(folder: &Path) -> std::io::Result<Files> {
    let mut files = Files::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".csv") {
            files.insert(name, std::fs::read_to_string(entry.path())?);
        }
    }
    Ok(files)
}

/// Checks the tables; all problems, sorted by place, if there are any.
pub fn load(files: &Files) -> Result<tables::Tables, Vec<Problem>> {
    let mut problems = Vec::new();
    let tables = tables::read(files, &mut problems);
    checks::run(&tables, &mut problems);
    if problems.is_empty() {
        return Ok(tables);
    }
    problems.sort();
    problems.dedup();
    Err(problems)
}

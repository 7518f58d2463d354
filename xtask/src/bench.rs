//! `bench`: sizes and speed as a table.

use anyhow::Result;

use crate::page;

/// Prints the table.
///
/// # Errors
/// When the page cannot be built.
pub fn run() -> Result<()> {
    page::build().map(drop)
}

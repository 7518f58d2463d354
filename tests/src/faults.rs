//! Faults of several checks, gathered, so that one run tells all of them.

use anyhow::{Result, ensure};

/// What does not hold.
#[derive(Debug, Default)]
pub struct Faults(Vec<String>);

impl Faults {
    /// Notes the fault of a check, if there is one.
    pub fn note(&mut self, check: Result<()>) {
        self.0.extend(check.err().map(|fault| format!("{fault:#}")));
    }

    /// Whether every check held.
    #[must_use]
    pub fn none(&self) -> bool {
        self.0.is_empty()
    }

    /// The end of all checks.
    ///
    /// # Errors
    /// Lists all faults.
    pub fn end(self) -> Result<()> {
        ensure!(self.0.is_empty(), "{}", self.0.join("\n  "));
        Ok(())
    }
}

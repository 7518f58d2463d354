//! The families of `tests/families`: an answers file that answers all that is asked of them.

use anyhow::{Context, Result};
use serde_json::{Map, Value};

/// A family of three in Chengdu.
pub const CHENGDU: Family = Family {
    name: "chengdu",
    text: include_str!("../families/chengdu.json"),
};

/// A couple in Harbin.
pub const HARBIN: Family = Family {
    name: "harbin",
    text: include_str!("../families/harbin.json"),
};

/// A family.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// Its name in file names.
    pub name: &'static str,
    /// Its answers file.
    pub text: &'static str,
}

impl Family {
    /// Its answers by question.
    ///
    /// # Errors
    /// When its file is no answers file.
    pub fn answers(self) -> Result<Map<String, Value>> {
        answers(self.text).context(self.name)
    }
}

/// The answers of an answers file, by question.
///
/// # Errors
/// When it is none.
pub fn answers(text: &str) -> Result<Map<String, Value>> {
    let file: Value = serde_json::from_str(text).with_context(|| text.to_owned())?;
    let answers = file.get("answers").and_then(Value::as_object);
    Ok(answers.context("no answers")?.clone())
}

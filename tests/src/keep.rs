//! Files and steps back: what a visitor does with the answers.

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::figures::Band;
use crate::page::Page;
use crate::words::Words;

/// What is said about the last step.
const STATUS: &str = "document.querySelector('.card .change [role=status]').textContent.trim()";

/// The answers that are kept and the figures that show.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The answers that the browser keeps.
    pub answers: Map<String, Value>,
    /// The bands on the page.
    pub figures: BTreeMap<String, Band>,
}

impl Page<'_> {
    /// The answers and the result as they are now.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn snapshot(&self) -> Result<Snapshot> {
        Ok(Snapshot {
            answers: self.kept_answers()?,
            figures: self.figures()?,
        })
    }

    /// The answers file of the first household, as the browser keeps it: behind its name, and before that of an older
    /// model, which a blank line parts from it.
    ///
    /// # Errors
    /// When it keeps none.
    pub fn kept_file(&self) -> Result<String> {
        let kept = self.eval("localStorage.getItem('tanlu.home.1')")?;
        let kept = kept.as_str().and_then(|kept| kept.split_once('\n'));
        let (_, files) = kept.context("nothing is kept")?;
        let (file, _) = files.split_once("\n\n{").unwrap_or((files, ""));
        Ok(file.to_owned())
    }

    /// Answers and result must be these again.
    ///
    /// # Errors
    /// When they do not become so.
    pub fn is_again(&self, what: &str, wanted: &Snapshot) -> Result<()> {
        let mut last = None;
        let waited = self.wait(what, || {
            let now = self.snapshot()?;
            let same = now == *wanted;
            last = Some(now);
            Ok(same.then_some(()))
        });
        waited.with_context(|| {
            let figures = last.map(|last| last.figures);
            format!("{what}: {figures:?} in place of {:?}", wanted.figures)
        })
    }

    /// Presses the button with these words of the page.
    ///
    /// # Errors
    /// When there is none.
    pub fn push(&self, words: &Words, key: &str) -> Result<()> {
        self.by_role("button", words.ui(key)?)?.click()
    }

    /// Waits until the page says this about the last step. On a phone it says so on the result's
    /// screen only.
    ///
    /// # Errors
    /// Says what it says instead.
    pub fn says(&self, words: &Words, key: &str) -> Result<()> {
        let (wanted, mut last) = (words.beginning(key)?, Value::Null);
        let waited = self.wait(wanted, || {
            last = self.eval(STATUS)?;
            let said = last.as_str().unwrap_or_default();
            Ok(said.starts_with(wanted).then_some(()))
        });
        waited.with_context(|| format!("the page should say {wanted} and says {last}"))
    }

    /// Chooses a file to import.
    ///
    /// # Errors
    /// When the page has no field for it.
    pub fn open_file(&self, words: &Words, file: &Path) -> Result<()> {
        self.screen(words, "keep")?;
        self.by_label(words.ui("import")?)?.upload(file)
    }

    /// Imports an answers file.
    ///
    /// # Errors
    /// Says why the page refuses it.
    pub fn import(&self, words: &Words, file: &Path) -> Result<()> {
        self.open_file(words, file)?;
        self.says(words, "imported").with_context(|| {
            let why = self.eval("document.getElementById('open-error').textContent");
            format!("{}: {:?}", file.display(), why.ok())
        })
    }

    /// Exports the answers: the file and its text.
    ///
    /// # Errors
    /// When no file comes.
    pub fn export(&self, words: &Words) -> Result<(PathBuf, String)> {
        self.screen(words, "keep")?;
        self.push(words, "export")?;
        self.downloaded(".json")
    }

    /// Forgets all that the browser keeps and loads the page anew, as for a first visit.
    ///
    /// # Errors
    /// When the page does not appear.
    pub fn afresh(&mut self) -> Result<()> {
        self.eval("localStorage.clear()")?;
        self.reload()?;
        ensure!(
            self.kept_answers()?.is_empty(),
            "answers of before are left"
        );
        Ok(())
    }
}

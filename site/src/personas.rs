//! The personas: answers files with what the model makes of them.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use tanlu_model::{Answers, Factors, Footprint, Household, file, footprint};

/// A household that is described in an answers file.
#[derive(Clone, Debug)]
pub struct Persona {
    /// The file's name without its ending.
    pub id: String,
    /// The file's text.
    pub text: String,
    /// Its answers.
    pub answers: Answers,
    /// Its result.
    pub footprint: Footprint,
}

impl Persona {
    /// The file's name beside the pages.
    pub fn file(&self) -> String {
        format!("persona-{}.json", self.id)
    }
}

/// All personas in the order of their names.
///
/// # Errors
/// When a file cannot be read or the model refuses it.
pub fn read(root: &Path, factors: &Factors) -> Result<Vec<Persona>> {
    let folder = root.join("model").join("personas");
    let mut personas = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let at = || path.display().to_string();
        let text = fs::read_to_string(&path).with_context(at)?;
        let answers = file::read(&text).with_context(at)?.answers;
        let id = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let footprint = footprint(&Household::resolve(&answers, factors), factors);
        personas.push(Persona {
            id,
            text,
            answers,
            footprint,
        });
    }
    personas.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(personas)
}

//! The static pages beside the app: cards and quiz, glossary, methods, benchmarks, privacy, accessibility.

use anyhow::Result;
use std::fs;
use std::path::Path;
use tanlu_site::frame::{SCRIPTS, STYLE};

use crate::{finish, paths};

/// Writes the pages into the folder of the finished page. Returns the names of their files.
///
/// # Errors
/// When a word or a file is missing.
pub fn write(folder: &Path) -> Result<Vec<String>> {
    tanlu_site::write(&paths::root()?, folder)
}

/// As [`write`], with the style sheet and the scripts shortened.
///
/// # Errors
/// As [`write`], or when esbuild fails.
pub fn write_short(folder: &Path) -> Result<Vec<String>> {
    let names = write(folder)?;
    let style = folder.join(STYLE);
    fs::write(&style, finish::esbuild(&style, finish::TARGETS)?)?;
    for script in SCRIPTS {
        let script = folder.join(script);
        fs::write(&script, finish::esbuild(&script, finish::ES5)?)?;
    }
    Ok(names)
}

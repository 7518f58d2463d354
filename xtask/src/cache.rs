//! The cache of tools: one folder for each tool and version, whole or absent.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

use crate::paths;
use crate::steps::slowly;

/// The folder of a tool. If it is not there, `install` makes it under another name first,
/// so that an interrupted run leaves nothing that looks finished.
///
/// # Errors
/// Those of `install` and of the file system.
pub fn folder(
    name: &str,
    version: &str,
    about: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let cache = paths::cache()?;
    let folder = cache.join(format!("{name}-{version}"));
    if folder.is_dir() {
        return Ok(folder);
    }
    let partial = cache.join(format!(".{name}-{version}.{}", std::process::id()));
    fs::create_dir_all(&partial).with_context(|| partial.display().to_string())?;
    let installed = slowly(&format!("installing {name} {version}"), about, || {
        install(&partial)
    });
    if let Err(error) = installed {
        fs::remove_dir_all(&partial).ok();
        return Err(error);
    }
    match fs::rename(&partial, &folder) {
        // another run was faster
        Err(_) if folder.is_dir() => fs::remove_dir_all(&partial).ok().unwrap_or_default(),
        other => other.with_context(|| folder.display().to_string())?,
    }
    Ok(folder)
}

//! Where things are.

use anyhow::{Context, Result};
use std::env;
use std::path::PathBuf;

/// The top folder of the repository. Cargo names the folder of the running package.
///
/// # Errors
/// When Cargo did not start this program and the current folder is unknown.
pub fn root() -> Result<PathBuf> {
    match env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from) {
        Some(package) => Ok(package
            .parent()
            .context("the package lies in no folder")?
            .to_path_buf()),
        None => env::current_dir().context("the current folder"),
    }
}

/// Cargo's target folder.
///
/// # Errors
/// As [`root`].
pub fn target() -> Result<PathBuf> {
    let root = root()?;
    Ok(env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir)))
}

/// Cargo's own folder: `$CARGO_HOME`, else `~/.cargo`.
///
/// # Errors
/// When neither `CARGO_HOME` nor `HOME` is set.
pub fn cargo_home() -> Result<PathBuf> {
    if let Some(dir) = env::var_os("CARGO_HOME") {
        return Ok(dir.into());
    }
    let home = env::var_os("HOME").context("set CARGO_HOME: there is no HOME")?;
    Ok(PathBuf::from(home).join(".cargo"))
}

/// The finished page.
///
/// # Errors
/// As [`root`].
pub fn dist() -> Result<PathBuf> {
    Ok(root()?.join("dist"))
}

/// The cache for tools: `$TANLU_CACHE`, else `~/.cache/tanlu`.
///
/// # Errors
/// When neither `TANLU_CACHE` nor `HOME` is set.
pub fn cache() -> Result<PathBuf> {
    if let Some(dir) = env::var_os("TANLU_CACHE").filter(|dir| !dir.is_empty()) {
        return Ok(root()?.join(dir));
    }
    let home = env::var_os("HOME").context("set TANLU_CACHE: there is no HOME to keep tools in")?;
    Ok(PathBuf::from(home).join(".cache").join("tanlu"))
}

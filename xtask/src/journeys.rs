//! Starts the browser journeys (the package of that name in `tests/`) with their tools.

use anyhow::Result;

use crate::process::Tool;
use crate::steps::Tally;
use crate::{debian, paths, tools};

/// Runs the journeys on the page in `dist`; `options` are theirs, such as `--browser firefox`.
///
/// # Errors
/// When a tool is missing or the journeys cannot start.
pub fn run(options: &[&str]) -> Result<Tally> {
    tool(options)?.tally()
}

/// The command that runs the journeys.
///
/// # Errors
/// When a tool is missing.
pub fn tool(options: &[&str]) -> Result<Tool> {
    debian::browsers()?;
    Tool::new("cargo")
        .args(["build", "--quiet", "-p", "tanlu-model", "--bin", "tanlu"])
        .dir(&paths::root()?)
        .run()?;
    Ok(Tool::new("cargo")
        .args(["run", "--quiet", "-p", "journeys", "--", "--dist"])
        .arg(paths::dist()?)
        .arg("--axe")
        .arg(tools::AXE.modules()?.join("axe-core").join("axe.min.js"))
        .arg("--geckodriver")
        .arg(tools::geckodriver()?)
        .arg("--tanlu")
        .arg(paths::target()?.join("debug").join("tanlu"))
        .args(options)
        .dir(&paths::root()?))
}

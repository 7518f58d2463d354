//! The oldest browsers that the page must run in: Chrome 109, Firefox 115, Safari 16.4.
//! Wasm and CSS features newer than those are refused here.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tanlu_site::frame::SCRIPTS;
use wasmparser::{Validator, WasmFeatures};

use crate::process::Tool;
use crate::steps::Tally;
use crate::{paths, tools};

/// Wasm 2.0 is what all three have: bulk memory, reference types, sign extension,
/// saturating conversions, several results, mutable globals, 128-bit vectors.
const WASM: WasmFeatures = WasmFeatures::WASM2;

/// Refuses a module that the oldest supported browsers could not compile.
///
/// # Errors
/// Names the feature or the fault and its place in the module.
pub fn check_wasm(module: &[u8]) -> Result<()> {
    Validator::new_with_features(WASM)
        .validate_all(module)
        .map(drop)
        .context("the module needs more than Chrome 109, Firefox 115 and Safari 16.4 have")
}

/// ESLint with our rules on these files.
fn eslint(files: &[PathBuf], format: &str) -> Result<Tool> {
    let rules = paths::root()?.join("xtask").join("floor");
    // ESLint finds its plugin beside its configuration, so that goes to a folder beside both
    let work = paths::target()?.join("floor");
    fs::create_dir_all(&work)?;
    fs::copy(
        rules.join("eslint.config.mjs"),
        work.join("eslint.config.mjs"),
    )?;
    let link = work.join("node_modules");
    if fs::symlink_metadata(&link).is_ok() {
        fs::remove_file(&link)?;
    }
    std::os::unix::fs::symlink(tools::ESLINT.modules()?, &link)?;
    let copies = work.join("files");
    fs::remove_dir_all(&copies).ok();
    fs::create_dir_all(&copies)?;
    for file in files {
        let name = file.file_name().context("a file without a name")?;
        fs::copy(file, copies.join(name)).with_context(|| file.display().to_string())?;
    }
    Ok(tools::ESLINT
        .program("eslint")?
        .args(["--format", format, "files"])
        .dir(&work))
}

/// Refuses style sheets with features that the oldest supported browsers lack,
/// and a start script or a script of the static pages with more than ECMAScript 5.
///
/// # Errors
/// Lists file, line and feature.
pub fn check_sources() -> Result<()> {
    let root = paths::root()?;
    let mut files = style_sheets(&root.join("style"))?;
    files.extend(style_sheets(&root.join("style").join("pages"))?);
    let scripts = ["start.js"].into_iter().chain(SCRIPTS);
    files.extend(scripts.map(|script| root.join("web").join(script)));
    let checked = files.len();
    eslint(&files, "stylish")?
        .output()
        .context("newer than the oldest supported browsers")?;
    println!("{checked} files need nothing newer than the oldest supported browsers");
    Ok(())
}

/// All style sheets of a folder, in the order of their names.
///
/// # Errors
/// When the folder cannot be read.
pub fn style_sheets(folder: &Path) -> Result<Vec<PathBuf>> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Proves that the checks refuse what they should: every rule of the bad sample's style sheet,
/// the start script that is not ECMAScript 5, and a module with a feature of 2023.
///
/// # Errors
/// Names what was let through.
pub fn check_samples() -> Result<Tally> {
    let samples = paths::root()?.join("xtask").join("floor");
    let css = samples.join("bad.css");
    let js = samples.join("bad-start.js");
    let report = eslint(&[css.clone(), js], "json")?.report()?;
    let report: serde_json::Value =
        serde_json::from_str(&report).with_context(|| format!("ESLint printed {report:?}"))?;
    let refused = |name: &str| -> BTreeSet<u64> {
        let files = report.as_array().into_iter().flatten();
        files
            .filter(|file| {
                file["filePath"]
                    .as_str()
                    .is_some_and(|path| path.ends_with(name))
            })
            .flat_map(|file| file["messages"].as_array().into_iter().flatten())
            .filter_map(|message| message["line"].as_u64())
            .collect()
    };
    let mut tally = Tally::default();
    let lines = refused("bad.css");
    for (number, line) in (1..).zip(fs::read_to_string(&css)?.lines()) {
        let good = line.starts_with("/*") || line.trim().is_empty();
        if lines.contains(&number) == good {
            println!(
                "bad.css:{number}: {}: {line}",
                if good { "refused" } else { "let through" }
            );
            tally.failed += 1;
        } else {
            tally.passed += 1;
        }
    }
    if refused("bad-start.js").is_empty() || check_wasm(TAIL_CALL).is_ok() {
        bail!("a bad script or module was let through");
    }
    Ok(tally
        + Tally {
            passed: 2,
            failed: 0,
        })
}

/// A module with a tail call, which Safari 16.4 lacks: `(module (func return_call 0))`.
const TAIL_CALL: &[u8] = &[
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 6, 1, 4, 0, 0x12, 0, 11,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tail_call_is_refused_and_only_for_its_age() {
        assert!(check_wasm(TAIL_CALL).is_err());
        let newer = WASM | WasmFeatures::TAIL_CALL;
        assert!(
            Validator::new_with_features(newer)
                .validate_all(TAIL_CALL)
                .is_ok()
        );
    }
}

//! The files of a folder, as a server sends them.

use anyhow::{Context, Result};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// A file as it is sent.
pub struct Asset {
    /// Its content type.
    pub kind: &'static str,
    /// Its bytes.
    pub plain: Vec<u8>,
    /// Its bytes packed with brotli, if they lie beside it.
    pub brotli: Option<Vec<u8>>,
    /// A browser may keep it for ever.
    pub forever: bool,
}

/// Reads every file of a folder; `name.br` is `name` packed with brotli.
///
/// # Errors
/// When the folder cannot be read.
pub fn collect(folder: &Path, prefix: &str, assets: &mut HashMap<String, Asset>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    for entry in entries {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), assets)?;
        } else if !name.ends_with(".br") {
            let packed = path.with_file_name(format!("{name}.br"));
            let asset = Asset {
                kind: kind(&name),
                plain: fs::read(&path)?,
                brotli: fs::read(packed).ok(),
                forever: is_hashed(&name),
            };
            assets.insert(format!("{prefix}{name}"), asset);
        }
    }
    Ok(())
}

/// The content type by the file's ending.
#[must_use]
pub fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Names such as `tanlu-0123456789abcdef.js` never change their content.
fn is_hashed(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end_matches("_bg");
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() >= 15 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::{is_hashed, kind};

    #[test]
    fn only_hashed_names_are_kept_for_ever() {
        assert!(is_hashed("tanlu-0123456789abcdef.js"));
        assert!(is_hashed("tanlu-0123456789abcdef_bg.wasm"));
        assert!(!is_hashed("index.html"));
        assert!(!is_hashed("boot.js"));
        assert_eq!(kind("a.wasm"), "application/wasm");
    }
}

//! From what Trunk left to what is served: one optimised Wasm module, one script, one style sheet.

use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};

use crate::{floor, paths, tools};

/// What rustc emits and all supported browsers have. Never `--all-features`: that switches on
/// encodings which no browser reads yet.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Flattening first lets the two rounds that follow find more; together 1 kB less to load.
const PASSES: [&str; 6] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-producers",
    "--strip-debug",
];

/// The browsers of the floor, in esbuild's words.
pub const TARGETS: &str = "--target=chrome109,firefox115,safari16.4";
/// Any browser: for scripts that stay ECMAScript 5.
pub const ES5: &str = "--target=es5";

/// Makes the finished page in `to` from Trunk's output in `from`.
///
/// # Errors
/// When a tool fails or Trunk's page is not as expected.
pub fn finish(from: &Path, to: &Path) -> Result<()> {
    fs::remove_dir_all(to).ok();
    fs::create_dir_all(to)?;
    let page = fs::read_to_string(from.join("index.html")).context("Trunk's index.html")?;
    let page = without_comments(&page);
    let module = tag(&page, "<script type=\"module\"", "</script>").context("no module script")?;
    let glue = attribute(module, "data-js").context("no data-js")?;
    let wasm = attribute(module, "data-wasm").context("no data-wasm")?;

    let optimised = optimise(&from.join(wasm))?;
    floor::check_wasm(&optimised)?;
    check_paths(&optimised)?;
    let wasm_name = format!("tanlu-{}.wasm", hash(&optimised));
    fs::write(to.join(&wasm_name), &optimised)?;

    let script = bundle(from, glue, &wasm_name)?;
    let script_name = format!("tanlu-{}.js", hash(&script));
    fs::write(to.join(&script_name), script)?;

    let script_tag = format!("<script type=\"module\" src=\"./{script_name}\"></script>");
    let mut finished = page.replace(module, &script_tag).replace(wasm, &wasm_name);
    finished = finished.replace(" data-integrity=\"none\"", "");
    finished = join_styles(&finished, from, to)?;
    let used = [glue, wasm, "boot.js", "index.html"];
    copy_rest(from, to, &used, &finished)?;
    fs::write(to.join("index.html"), finished)?;
    Ok(())
}

/// Runs wasm-opt; an unchanged module is not optimised twice.
fn optimise(module: &Path) -> Result<Vec<u8>> {
    let bytes = fs::read(module).with_context(|| module.display().to_string())?;
    let tool = tools::BINARYEN.folder()?;
    let version = tool
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let folder = paths::target()?.join("wasm-opt");
    fs::create_dir_all(&folder)?;
    let done = folder.join(format!("{version}-{}.wasm", hash(&bytes)));
    if !done.is_file() {
        println!("wasm-opt (seconds) ...");
        let part = folder.join("part.wasm");
        tools::BINARYEN
            .program("wasm-opt")?
            .args(WASM_FEATURES)
            .args(PASSES)
            .arg(module)
            .arg("-o")
            .arg(&part)
            .run()?;
        fs::rename(&part, &done)?;
    }
    Ok(fs::read(done)?)
}

/// The page must not tell in whose folders it was built.
fn check_paths(module: &[u8]) -> Result<()> {
    for folder in [paths::root()?, paths::cargo_home()?] {
        let name = folder.to_string_lossy().into_owned();
        let found = module
            .windows(name.len())
            .any(|part| part == name.as_bytes());
        ensure!(!found, "the page holds the path {name} of this machine");
    }
    Ok(())
}

/// Joins wasm-bindgen's glue and the call that starts it into one short module.
fn bundle(from: &Path, glue: &str, wasm: &str) -> Result<Vec<u8>> {
    let entry = from.join("entry.js");
    // as web/boot.js does
    let start = format!(
        "import init from './{glue}';\n\
         if (window.tanluSupported)\n\
         init({{ module_or_path: new URL('{wasm}', import.meta.url) }})\n\
         .catch((error) => {{ window.tanluFailed(); throw error; }});\n"
    );
    fs::write(&entry, start)?;
    // the glue's classes for streams are never made: without these two they would count as used
    let options = [
        "--bundle",
        "--format=esm",
        "--define:Symbol.dispose=undefined",
        "--pure:FinalizationRegistry",
    ];
    let script = shorten(&entry, TARGETS, &options)?;
    fs::remove_file(entry)?;
    Ok(script)
}

/// Shortens a script or a style sheet for the browsers that the target names.
///
/// # Errors
/// When esbuild does not take it.
pub fn esbuild(file: &Path, target: &str) -> Result<Vec<u8>> {
    shorten(file, target, &[])
}

fn shorten(file: &Path, target: &str, options: &[&str]) -> Result<Vec<u8>> {
    let text = tools::ESBUILD
        .program("esbuild")?
        .arg(file)
        .args([
            "--minify",
            "--charset=utf8",
            "--log-level=warning",
            "--legal-comments=none",
            target,
        ])
        .args(options)
        .output()?;
    Ok(text.into_bytes())
}

/// Joins all style sheets of the page, in their order, into one.
fn join_styles(page: &str, from: &Path, to: &Path) -> Result<String> {
    let mut page = page.to_owned();
    let mut joined = String::new();
    let mut listed = Vec::new();
    while let Some(link) = tag(&page, "<link rel=\"stylesheet\"", ">").map(str::to_owned) {
        let href = attribute(&link, "href").context("a style sheet without href")?;
        let file = href.trim_start_matches("./");
        joined += &fs::read_to_string(from.join(file)).with_context(|| file.to_owned())?;
        joined.push('\n');
        listed.push(file.to_owned());
        page = page.replacen(&link, "", 1);
    }
    for sheet in floor::style_sheets(&paths::root()?.join("style"))? {
        let stem = sheet
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        // Trunk names a copy after its source: `tokens-0123456789abcdef.css`
        if !listed.iter().any(|name| without_hash(name) == stem) {
            bail!("style/{stem}.css is not listed in index.html");
        }
    }
    if listed.is_empty() {
        return Ok(page);
    }
    let whole = from.join("joined.css");
    fs::write(&whole, joined)?;
    let short = esbuild(&whole, TARGETS)?;
    fs::remove_file(whole)?;
    let name = format!("tanlu-{}.css", hash(&short));
    fs::write(to.join(&name), short)?;
    let link = format!("<link rel=\"stylesheet\" href=\"./{name}\">\n</head>");
    Ok(page.replacen("</head>", &link, 1))
}

/// The file's name without Trunk's hash and the ending.
fn without_hash(name: &str) -> &str {
    let stem = name.strip_suffix(".css").unwrap_or(name);
    stem.rsplit_once('-').map_or(stem, |(stem, _)| stem)
}

/// Copies what the page uses as it is: the start script (shortened), icons, copied files.
fn copy_rest(from: &Path, to: &Path, used: &[&str], page: &str) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let style = name.ends_with(".css");
        if style || used.contains(&name.as_str()) || !path.is_file() {
            continue;
        }
        if name.ends_with(".js") && page.contains(&name) {
            fs::write(to.join(&name), esbuild(&path, ES5)?)?;
        } else {
            fs::copy(&path, to.join(&name))?;
        }
    }
    Ok(())
}

/// The first element that starts with `open`, up to and with `close`.
fn tag<'a>(page: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let rest = page.get(page.find(open)?..)?;
    rest.get(..rest.find(close)? + close.len())
}

/// The value of an attribute in double quotes.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// The page without comments and without empty lines.
fn without_comments(page: &str) -> String {
    let mut rest = page.to_owned();
    while let Some(comment) = tag(&rest, "<!--", "-->").map(str::to_owned) {
        rest = rest.replacen(&comment, "", 1);
    }
    let lines = rest.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// FNV-1a, 64 bits: a name for content, the same on every machine.
fn hash(bytes: &[u8]) -> String {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// Where Trunk leaves its work.
///
/// # Errors
/// As [`paths::root`].
pub fn trunk_output() -> Result<PathBuf> {
    Ok(paths::target()?.join("trunk"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags_and_attributes() {
        let page = "<a><script type=\"module\" data-js=\"x.js\"></script><!-- c -->";
        let found = tag(page, "<script type=\"module\"", "</script>").unwrap_or_default();
        assert_eq!(attribute(found, "data-js"), Some("x.js"));
        assert!(!without_comments(page).contains("c --"));
        assert_eq!(without_hash("tokens-0123456789abcdef.css"), "tokens");
        assert_eq!(hash(b""), "cbf29ce484222325");
    }
}

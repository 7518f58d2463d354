//! From the compiled page to what is served: Wasm modules as small as they get, one script, one
//! style sheet, and names that come from the content.

use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::compile::{Compiled, FIRST, GLUE, LOADER};
use crate::{before, floor, paths, tools};

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

/// The modules that each screen of its own brings along, by the screen's name.
pub type Screens = BTreeMap<String, Vec<String>>;

/// Makes the finished page in `to`.
///
/// # Errors
/// When a tool fails or index.html is not as expected.
pub fn finish(page: &Compiled, to: &Path) -> Result<Screens> {
    fs::remove_dir_all(to).ok();
    fs::create_dir_all(to)?;
    let from = page.folder.as_path();
    let mut names = BTreeMap::from([(FIRST.to_owned(), module(&from.join(FIRST), "", to)?)]);
    let mut screens = Screens::new();
    for (screen, files) in &page.screens {
        for file in files {
            if !names.contains_key(file) {
                // what several screens share is in a module of its own
                let of = if files.last() == Some(file) {
                    screen
                } else {
                    "shared"
                };
                names.insert(file.clone(), module(&from.join(file), of, to)?);
            }
        }
        let served = files.iter().filter_map(|file| names.get(file)).cloned();
        screens.insert(screen.clone(), served.collect());
    }

    check_words(&fs::read(from.join(FIRST))?, &screens)?;

    let index = fs::read_to_string(from.join("index.html")).context("index.html")?;
    let index = before::put(&without_comments(&index))?;
    let index = join_styles(&index, from, to)?;
    let script = keep(&bundle(from, &names)?, "tanlu", "js", to)?;
    let start = keep(
        &esbuild(&from.join("web/start.js"), ES5)?,
        "start",
        "js",
        to,
    )?;
    let icon = keep(&fs::read(from.join("web/icon.svg"))?, "icon", "svg", to)?;
    let mut index = index;
    for (file, name) in [
        (FIRST, names.get(FIRST).map_or("", String::as_str)),
        ("web/boot.js", &script),
        ("web/start.js", &start),
        ("web/icon.svg", &icon),
    ] {
        let quoted = format!("\"{file}\"");
        ensure!(index.contains(&quoted), "index.html does not name {file}");
        index = index.replace(&quoted, &format!("\"./{name}\""));
    }
    fs::write(to.join("index.html"), index)?;
    Ok(screens)
}

/// Writes a file under a name that comes from its content; gives the name.
fn keep(bytes: &[u8], stem: &str, ending: &str, to: &Path) -> Result<String> {
    let name = format!("{stem}-{}.{ending}", hash(bytes));
    fs::write(to.join(&name), bytes)?;
    Ok(name)
}

/// Makes a module as small as it gets, if the browsers of the floor can run it; gives its name.
fn module(file: &Path, screen: &str, to: &Path) -> Result<String> {
    let optimised = optimise(file)?;
    floor::check_wasm(&optimised).with_context(|| file.display().to_string())?;
    check_paths(&optimised)?;
    let stem = ["tanlu", screen].join(if screen.is_empty() { "" } else { "-" });
    keep(&optimised, &stem, "wasm", to)
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
        ensure!(
            !holds(module, &name),
            "the page holds the path {name} of this machine"
        );
    }
    Ok(())
}

/// The words of a screen that is loaded later (`[ui.keep]` in `locales/`) come with its module. One
/// use of them from elsewhere would bring them all into the first one.
fn check_words(first: &[u8], screens: &Screens) -> Result<()> {
    let file = paths::root()?.join("locales").join("en.toml");
    let words: toml::Table = fs::read_to_string(&file)?.parse()?;
    let ui = words.get("ui").and_then(toml::Value::as_table);
    for (screen, texts) in ui.into_iter().flatten() {
        let Some(texts) = texts.as_table() else {
            continue;
        };
        ensure!(
            screens.contains_key(screen),
            "no screen {screen} is loaded later, but has words"
        );
        let texts = texts.values().filter_map(toml::Value::as_str);
        let longest = texts.max_by_key(|text| text.len()).unwrap_or_default();
        ensure!(
            longest.is_empty() || !holds(first, longest),
            "words of the screen {screen} are used outside it: the first load holds {longest:?}"
        );
    }
    Ok(())
}

fn holds(module: &[u8], text: &str) -> bool {
    module
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

/// Joins the call that starts the page, wasm-bindgen's glue and the loader of the other modules
/// into one short script.
fn bundle(from: &Path, names: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let work = paths::target()?.join("page").join("scripts");
    fs::create_dir_all(work.join("web"))?;
    for file in [GLUE, LOADER, "web/boot.js"] {
        let mut text = fs::read_to_string(from.join(file)).with_context(|| file.to_owned())?;
        for (module, name) in names {
            text = text.replace(module, name);
        }
        fs::write(work.join(file), text)?;
    }
    // the glue's classes for streams are never made: without these two they would count as used
    let options = [
        "--bundle",
        "--format=esm",
        "--define:Symbol.dispose=undefined",
        "--pure:FinalizationRegistry",
    ];
    shorten(&work.join("web").join("boot.js"), TARGETS, &options)
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
    while let Some(link) = tag(&page, "<link rel=\"stylesheet\"", ">\n").map(str::to_owned) {
        let file = attribute(&link, "href").context("a style sheet without href")?;
        joined += &fs::read_to_string(from.join(file)).with_context(|| file.to_owned())?;
        joined.push('\n');
        listed.push(from.join(file));
        page = page.replacen(&link, "", 1);
    }
    for sheet in floor::style_sheets(&from.join("style"))? {
        if !listed.contains(&sheet) {
            bail!("{} is not listed in index.html", sheet.display());
        }
    }
    let whole = paths::target()?.join("page").join("joined.css");
    fs::write(&whole, joined)?;
    let name = keep(&esbuild(&whole, TARGETS)?, "tanlu", "css", to)?;
    let link = format!("<link rel=\"stylesheet\" href=\"./{name}\">\n</head>");
    Ok(page.replacen("</head>", &link, 1))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags_and_attributes() {
        let page = "<a><link rel=\"stylesheet\" href=\"x.css\">\n<!-- c -->";
        let found = tag(page, "<link rel=\"stylesheet\"", ">\n").unwrap_or_default();
        assert_eq!(attribute(found, "href"), Some("x.css"));
        assert!(!without_comments(page).contains("c --"));
        assert_eq!(hash(b""), "cbf29ce484222325");
    }
}

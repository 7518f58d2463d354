//! From the sources to a page that runs: Cargo, the split into modules, wasm-bindgen.

use anyhow::{Context, Result, anyhow, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support as split;

use crate::process::Tool;
use crate::steps::slowly;
use crate::{floor, paths, tools};

/// The target of the page.
pub const WASM: &str = "wasm32-unknown-unknown";
/// The program of the page, as Cargo.toml names it.
const PROGRAM: &str = "tanlu-page";

/// wasm-bindgen's script, which `web/boot.js` imports.
pub const GLUE: &str = "page.js";
/// The module that is loaded first, as wasm-bindgen leaves it.
pub const FIRST: &str = "page_bg.wasm";
/// How the loader compiles a module; this refuses one that a server sends without Wasm's content
/// type.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// The same for every content type, as wasm-bindgen's glue does it for the first module.
const FROM_BYTES: &str = "src.then((answer) => {
        if (!answer.ok) throw new TypeError(answer.status + \" \" + answer.url);
        return answer.arrayBuffer();
    }).then((bytes) => WebAssembly.instantiate(bytes, imports))";

/// The script that fetches the other modules.
pub const LOADER: &str = "__wasm_split.js";

/// The compiled page: a folder that a web server can serve as it is.
pub struct Compiled {
    /// The folder.
    pub folder: PathBuf,
    /// The modules that come when a screen is opened, by the name that the screen's split point
    /// gives; one may serve several.
    pub screens: BTreeMap<String, Vec<String>>,
}

/// Compiles the page and puts everything it consists of into one folder, nothing shortened.
///
/// # Errors
/// When a tool fails or a file is missing.
pub fn compile() -> Result<Compiled> {
    let folder = paths::target()?.join("page").join("compiled");
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder)?;
    let screens = split(&cargo()?, &folder)?;
    copy_sources(&folder)?;
    Ok(Compiled { folder, screens })
}

/// Cargo's module, with all that the split needs to know of its functions and data.
fn cargo() -> Result<PathBuf> {
    tools::rust(&[])?;
    slowly(
        "compiling the page",
        "about 2 minutes the first time, on 2 cores",
        || {
            Tool::new("cargo")
                .args(["build", "--quiet", "--release", "--bin", PROGRAM])
                .args(["--target", WASM])
                .dir(&paths::root()?)
                .env("CARGO_ENCODED_RUSTFLAGS", rustflags()?)
                .run()
        },
    )?;
    let file = format!("{PROGRAM}.wasm");
    Ok(paths::target()?.join(WASM).join("release").join(file))
}

/// The flags of `.cargo/config.toml`, which these would replace; the linker keeps what the split
/// needs; and names for the folders of crates: without them the page would hold this machine's
/// paths and differ from the next one's.
fn rustflags() -> Result<String> {
    let mut flags = vec![
        "--cfg=erase_components".to_owned(),
        "-Clink-arg=--emit-relocs".to_owned(),
    ];
    let sources = paths::cargo_home()?.join("registry").join("src");
    for registry in fs::read_dir(&sources).into_iter().flatten().flatten() {
        let folder = registry.path().join("");
        flags.push(format!("--remap-path-prefix={}=", folder.display()));
    }
    Ok(flags.join("\u{1f}"))
}

/// Takes the screens that are loaded later out of the module, and lets wasm-bindgen write the
/// glue of what is left.
fn split(module: &Path, to: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let bytes = fs::read(module).with_context(|| module.display().to_string())?;
    let first = to.join("page.wasm");
    let mut options = split::Options::new(&bytes);
    options.output_dir = to;
    options.main_out_path = &first;
    let (glue, loader) = (format!("./{GLUE}"), format!("./{LOADER}"));
    options.main_module = &glue;
    options.link_name = &loader;
    let done = split::transform(options).map_err(|why| anyhow!("splitting the module: {why:#}"))?;
    let loader = to.join(LOADER);
    let script = fs::read_to_string(&loader)?;
    ensure!(
        done.split_modules.is_empty() || script.contains(STREAMING),
        "the loader is not as expected"
    );
    fs::write(&loader, script.replace(STREAMING, FROM_BYTES))?;
    tools::wasm_bindgen()?
        .arg(&first)
        .args(["--target", "web", "--no-typescript", "--out-name", "page"])
        // the modules that come later use its memory and its table of functions
        .arg("--keep-lld-exports")
        .arg("--out-dir")
        .arg(to)
        .run()?;
    fs::remove_file(first)?;
    let named = |(screen, modules): (String, Vec<String>)| {
        let files = modules.into_iter().map(|module| format!("{module}.wasm"));
        (screen, files.collect())
    };
    Ok(done.prefetch_map.into_iter().map(named).collect())
}

/// The page, its scripts and its style sheets, as they are in the repository.
fn copy_sources(to: &Path) -> Result<()> {
    let root = paths::root()?;
    fs::copy(root.join("index.html"), to.join("index.html")).context("index.html")?;
    for folder in ["web", "style"] {
        fs::create_dir_all(to.join(folder))?;
    }
    for file in ["boot.js", "start.js", "icon.svg"] {
        let file = Path::new("web").join(file);
        fs::copy(root.join(&file), to.join(&file)).with_context(|| file.display().to_string())?;
    }
    for sheet in floor::style_sheets(&root.join("style"))? {
        let name = sheet.file_name().context("a style sheet without a name")?;
        fs::copy(&sheet, to.join("style").join(name))?;
    }
    Ok(())
}

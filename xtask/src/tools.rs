//! The tools that the commands need, each of a fixed version.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{Tool, on_path};
use crate::{cache, paths};

const GECKODRIVER: &str = "0.36.0";

/// What Node.js must at least be: ESLint asks for it.
const NODE: (u32, u32) = (20, 19);

/// A package of npm that we run, with its version.
pub struct Package {
    name: &'static str,
    version: &'static str,
    with: &'static [&'static str],
}

/// wasm-opt.
pub const BINARYEN: Package = Package {
    name: "binaryen",
    version: "132.0.0",
    with: &[],
};
/// Joins and shortens JavaScript and CSS.
pub const ESBUILD: Package = Package {
    name: "esbuild",
    version: "0.28.2",
    with: &[],
};
/// Checks CSS against what browsers can do.
pub const ESLINT: Package = Package {
    name: "eslint",
    version: "10.15.0",
    with: &["@eslint/css@2.0.0"],
};
/// Accessibility checks inside the journeys.
pub const AXE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    with: &[],
};
/// The phone scores of `bench`.
pub const LIGHTHOUSE: Package = Package {
    name: "lighthouse",
    version: "12.8.2",
    with: &[],
};

impl Package {
    /// The package's folder in the cache, installed if it was not there.
    ///
    /// # Errors
    /// When Node.js is missing or npm fails.
    pub fn folder(&self) -> Result<PathBuf> {
        need_node()?;
        cache::folder(self.name, self.version, "npm, seconds", |dir| {
            Tool::new("npm")
                .args([
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--no-package-lock",
                    "--loglevel=error",
                ])
                .args(["--ignore-scripts", "--prefix"])
                .arg(dir)
                .arg(format!("{}@{}", self.name, self.version))
                .args(self.with)
                .dir(dir)
                // no package may fetch a browser of its own
                .env("PUPPETEER_SKIP_DOWNLOAD", "1")
                .output()
                .map(drop)
        })
    }

    /// The package's modules.
    ///
    /// # Errors
    /// As [`Package::folder`].
    pub fn modules(&self) -> Result<PathBuf> {
        Ok(self.folder()?.join("node_modules"))
    }

    /// A program of the package.
    ///
    /// # Errors
    /// As [`Package::folder`].
    pub fn program(&self, name: &str) -> Result<Tool> {
        Ok(Tool::new(self.modules()?.join(".bin").join(name)))
    }
}

/// Node.js and npm are here and new enough, or why not.
///
/// # Errors
/// When they are missing or too old.
pub fn need_node() -> Result<()> {
    let (major, minor) = NODE;
    let need = format!("install Node.js {major}.{minor} or newer with npm");
    if !on_path("node") || !on_path("npm") {
        bail!("Node.js is missing: {need}");
    }
    let version = Tool::new("node").arg("--version").output()?;
    let mut parts = version.trim().trim_start_matches('v').split('.');
    let mut part = || {
        parts
            .next()
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    if (part(), part()) < NODE {
        bail!("Node.js is {}: {need}", version.trim());
    }
    Ok(())
}

/// Adds what rustup lacks: the Wasm target, clippy, rustfmt.
///
/// # Errors
/// When something is missing and rustup cannot add it.
pub fn rust(components: &[&str]) -> Result<()> {
    let lib = Tool::new("rustc")
        .args([
            "--target",
            "wasm32-unknown-unknown",
            "--print",
            "target-libdir",
        ])
        .output()?;
    if !Path::new(lib.trim()).is_dir() {
        println!("adding the Wasm target with rustup (seconds) ...");
        Tool::new("rustup")
            .args(["target", "add", "wasm32-unknown-unknown"])
            .dir(&paths::root()?)
            .run()
            .context("the Wasm target is missing: rustup target add wasm32-unknown-unknown")?;
    }
    for component in components {
        let program = if *component == "clippy" {
            "cargo-clippy"
        } else {
            *component
        };
        if Tool::new(program).arg("--version").output().is_err() {
            println!("adding {component} with rustup (seconds) ...");
            Tool::new("rustup")
                .args(["component", "add", component])
                .run()?;
        }
    }
    Ok(())
}

/// A program that Cargo builds from the registry into the cache.
fn crate_folder(name: &str, version: &str, locked: bool, about: &str) -> Result<PathBuf> {
    cache::folder(name, version, about, |dir| {
        // a debug build: these are build tools, the release build takes longer than it saves
        Tool::new("cargo")
            .args([
                "install",
                name,
                "--version",
                version,
                "--debug",
                "--quiet",
                "--root",
            ])
            .arg(dir)
            .args(locked.then_some("--locked"))
            .arg("--target-dir")
            .arg(dir.join("target"))
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .run()?;
        fs::remove_dir_all(dir.join("target")).ok();
        Ok(())
    })
}

/// wasm-bindgen.
///
/// # Errors
/// As [`wasm_bindgen_folder`].
pub fn wasm_bindgen() -> Result<Tool> {
    Ok(Tool::new(wasm_bindgen_folder()?.join("wasm-bindgen")))
}

/// The folder with wasm-bindgen and its test runner, of exactly the version in Cargo.lock.
///
/// # Errors
/// When Cargo.lock names none or it cannot be built.
pub fn wasm_bindgen_folder() -> Result<PathBuf> {
    let lock = fs::read_to_string(paths::root()?.join("Cargo.lock")).context("Cargo.lock")?;
    let version =
        locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    let about = "Cargo builds it, once, about 2 minutes on 2 cores";
    // its own lock file has named packages that did not exist yet
    Ok(crate_folder("wasm-bindgen-cli", version, false, about)?.join("bin"))
}

/// Firefox's WebDriver.
///
/// # Errors
/// When it cannot be built.
pub fn geckodriver() -> Result<PathBuf> {
    let about = "Cargo builds it, once, about 1 minute on 2 cores";
    let folder = crate_folder("geckodriver", GECKODRIVER, true, about)?;
    Ok(folder.join("bin").join("geckodriver"))
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let after = lock.lines().skip_while(|line| *line != name).nth(1)?;
    after.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn finds_the_exact_package() {
        let lock = "name = \"wasm-bindgen-futures\"\nversion = \"0.4.5\"\n\n[[package]]\n\
                    name = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }
}

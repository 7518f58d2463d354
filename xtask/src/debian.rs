//! Packages of Debian that the browser journeys need.

use anyhow::{Result, bail};

use crate::process::{Tool, on_path};
use crate::steps::slowly;

/// Three browsers with their drivers, a screen for the one that needs one, Chinese glyphs.
const BROWSERS: [&str; 7] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "fonts-noto-cjk",
];

/// Installs the missing packages as root; otherwise says which command does it.
///
/// # Errors
/// When they are missing and cannot be installed here.
pub fn browsers() -> Result<()> {
    if !on_path("dpkg-query") {
        bail!(
            "the browser journeys need Debian's packages: {}",
            BROWSERS.join(" ")
        );
    }
    let missing: Vec<&str> = BROWSERS
        .into_iter()
        .filter(|name| !installed(name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let install = format!(
        "apt-get install -y --no-install-recommends {}",
        missing.join(" ")
    );
    let root = Tool::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|id| id.trim() == "0");
    if !root || !on_path("apt-get") {
        bail!("packages are missing; run: sudo apt-get update && sudo {install}");
    }
    slowly(
        "installing Debian's packages",
        "a few minutes, once",
        || {
            println!("{install}");
            apt().arg("update").output()?;
            apt()
                .args(["install", "-y", "--no-install-recommends"])
                .args(&missing)
                .output()
                .map(drop)
        },
    )
}

fn apt() -> Tool {
    Tool::new("apt-get")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .arg("-q")
}

fn installed(package: &str) -> bool {
    Tool::new("dpkg-query")
        .args(["-W", "-f=${Status}", package])
        .output()
        .is_ok_and(|status| status.ends_with("ok installed"))
}

//! The command line of the journeys.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;

use crate::browser::Browser;

/// What `--help` prints.
pub const USAGE: &str = "\
Browser journeys on the built page.
  --browser NAME      chromium, firefox or webkit; may be repeated (default: all three)
  --only TEXT         only journeys whose name contains TEXT
  --screenshots DIR   take the journeys' screenshots into DIR
  --bench             measure the page's start and answers in Chromium
  --list              print the names of the journeys
  --dist DIR, --axe FILE, --geckodriver FILE, --tanlu FILE   set by cargo xtask";

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The built page.
    pub dist: PathBuf,
    /// axe-core's script.
    pub axe: PathBuf,
    /// Firefox's driver.
    pub geckodriver: String,
    /// The command line that the page must agree with.
    pub tanlu: PathBuf,
    /// Only these browsers.
    pub browsers: Vec<Browser>,
    /// Only journeys with this in their name.
    pub only: Option<String>,
    /// Where screenshots go.
    pub screenshots: Option<PathBuf>,
    /// Measure instead of test.
    pub bench: bool,
    /// Only print names.
    pub list: bool,
    /// Only print the usage.
    pub help: bool,
}

impl Options {
    /// Reads the arguments.
    ///
    /// # Errors
    /// Names what it does not know.
    pub fn read(mut args: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self::default();
        while let Some(arg) = args.next() {
            let mut value = || args.next().with_context(|| format!("{arg} needs a value"));
            match arg.as_str() {
                "--dist" => options.dist = value()?.into(),
                "--axe" => options.axe = value()?.into(),
                "--geckodriver" => options.geckodriver = value()?,
                "--tanlu" => options.tanlu = value()?.into(),
                "--only" => options.only = Some(value()?),
                "--screenshots" => options.screenshots = Some(value()?.into()),
                "--browser" => {
                    let name = value()?;
                    let known = Browser::ALL
                        .into_iter()
                        .find(|browser| browser.name() == name);
                    options
                        .browsers
                        .push(known.with_context(|| format!("no browser {name}"))?);
                }
                "--bench" => options.bench = true,
                "--list" => options.list = true,
                "--help" => options.help = true,
                _ => bail!("unknown option {arg}\n{USAGE}"),
            }
        }
        if options.browsers.is_empty() {
            options.browsers = Browser::ALL.to_vec();
        }
        Ok(options)
    }
}

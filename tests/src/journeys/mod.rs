//! The journeys. A new one is a function here or in a file of its own, and a line in [`all`].

use anyhow::Result;

use crate::browser::Browser;
use crate::page::Page;
use crate::visit::Visit;

mod access;
mod by_hand;
mod change;
mod compare;
mod families;
mod files;
mod homes;
mod keyboard;
mod language;
mod lazy;
mod learn;
mod narrow;
mod nation;
mod opens;
mod own;
mod pages;
mod paper;
mod path;
mod plan;
mod proof;
mod questions;
mod start;
mod steps;
mod workings;

/// A way through the page, in a fresh browser.
pub struct Journey {
    /// Its name in reports.
    pub name: &'static str,
    /// The browsers that it runs in.
    pub browsers: &'static [Browser],
    /// How it visits the page.
    pub visit: Visit,
    /// What it does and expects.
    pub go: fn(&mut Page<'_>) -> Result<()>,
    /// What the failure must contain, for the journeys that prove that a fault is noticed.
    pub fails: Option<&'static str>,
}

impl Journey {
    /// A journey that must succeed.
    #[must_use]
    pub fn new(
        name: &'static str,
        browsers: &'static [Browser],
        visit: Visit,
        go: fn(&mut Page<'_>) -> Result<()>,
    ) -> Self {
        Self {
            name,
            browsers,
            visit,
            go,
            fails: None,
        }
    }
}

/// A journey that must succeed, in Chromium.
fn chromium(name: &'static str, visit: Visit, go: fn(&mut Page<'_>) -> Result<()>) -> Journey {
    Journey::new(name, CHROMIUM, visit, go)
}

/// Runs in all browsers.
pub const EVERYWHERE: &[Browser] = &Browser::ALL;
/// Runs in Chromium.
pub const CHROMIUM: &[Browser] = &[Browser::Chromium];
/// Runs where WebDriver can take JavaScript and WebAssembly away.
pub const NOT_WEBKIT: &[Browser] = &[Browser::Chromium, Browser::Firefox];

/// All journeys.
#[must_use]
pub fn all() -> Vec<Journey> {
    let files = [
        access::journeys(),
        change::journeys(),
        compare::journeys(),
        families::journeys(),
        files::journeys(),
        homes::journeys(),
        keyboard::journeys(),
        language::journeys(),
        lazy::journeys(),
        learn::journeys(),
        narrow::journeys(),
        nation::journeys(),
        opens::journeys(),
        by_hand::journeys(),
        pages::journeys(),
        paper::journeys(),
        path::journeys(),
        plan::journeys(),
        proof::journeys(),
        questions::journeys(),
        start::journeys(),
        steps::journeys(),
    ];
    files.into_iter().flatten().collect()
}

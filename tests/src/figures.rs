//! The figures on the page against those of the command line.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use xtask::process::Tool;

use crate::page::Page;
use crate::words::{Words, grouped};

const FIGURES: &str = "return [...document.querySelectorAll('[data-kg]')]
  .filter((e) => e.checkVisibility())
  .map((e) => [e.dataset.kg, e.textContent.trim()]);";

impl Page<'_> {
    /// The figures that show, by the name of what they are: `per_person`, `household`, a domain.
    ///
    /// # Errors
    /// When one stands twice and differs.
    pub fn figures(&self) -> Result<BTreeMap<String, String>> {
        let mut figures = BTreeMap::new();
        let found = self.script(FIGURES, &[])?;
        for pair in found.as_array().into_iter().flatten() {
            let text = |at: usize| pair.get(at).and_then(Value::as_str).unwrap_or_default();
            let (name, figure) = (text(0).to_owned(), text(1).to_owned());
            let other = figures.insert(name.clone(), figure.clone());
            ensure!(
                other.as_ref().is_none_or(|other| *other == figure),
                "{name} is {figure} and {other:?}"
            );
        }
        ensure!(!figures.is_empty(), "no figures on the page");
        Ok(figures)
    }

    /// What the command line computes from an answers file.
    ///
    /// # Errors
    /// Its own words.
    pub fn estimate(&self, file: &Path) -> Result<Value> {
        let text = Tool::new(&self.options.tanlu)
            .args(["estimate", "--json"])
            .arg(file)
            .output()?;
        serde_json::from_str(&text).context("what the command line prints")
    }

    /// The page must show the command line's figures of this answers file, in whole kilograms.
    ///
    /// # Errors
    /// Names each figure that differs.
    pub fn agrees_with(&self, file: &Path, words: &Words) -> Result<()> {
        let estimate = self.estimate(file)?;
        let kg = |path: &str| whole(&estimate, path);
        let mut wanted = BTreeMap::new();
        for name in ["per_person", "household"] {
            wanted.insert(name.to_owned(), kg(&format!("/{name}"))?);
        }
        let domains = estimate.get("domains").and_then(Value::as_object);
        for (name, _) in domains.context("no domains")? {
            if name != "public_services" {
                wanted.insert(name.clone(), kg(&format!("/domains/{name}"))?);
            }
        }
        self.screen(words, "result")?;
        let mut shown = self.figures()?;
        // the command line does not say what the one who answers is taken to cause
        shown.remove("mine");
        if shown != wanted {
            bail!("the page shows {shown:?}, the command line computes {wanted:?}");
        }
        let public = words.fill("public_apart", &[("value", &kg("/public_services")?)])?;
        self.wait_text("section[aria-labelledby=estimate]", &public)
    }
}

/// The kilograms at a place of an estimate, as the page writes them.
fn whole(estimate: &Value, path: &str) -> Result<String> {
    let kg = estimate
        .pointer(&format!("{path}/kg"))
        .and_then(Value::as_f64);
    Ok(grouped(kg.with_context(|| path.to_owned())?.round()))
}

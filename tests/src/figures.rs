//! The figures on the page against those of the command line.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use tanlu_model::uncertainty::Quantiles;
use xtask::process::Tool;

use crate::model::{self, Drawn};
use crate::page::Page;
use crate::words::{Words, rough};

const FIGURES: &str = "return [...document.querySelectorAll('[data-kg]')]
  .filter((e) => e.checkVisibility())
  .map((e) => [e.dataset.kg, e.dataset.value, e.textContent.trim()]);";

/// 5 %, median and 95 %, kg.
pub type Band = [f64; 3];

impl Page<'_> {
    /// Waits until all that the page shows is of the present answers.
    ///
    /// # Errors
    /// When the bands do not come.
    pub fn settled(&self) -> Result<()> {
        self.wait_for("document.querySelector('.page').dataset.settled === 'true'")
    }

    /// The bands that show, by the name of what they are: `per_person`, `household`, a domain.
    /// Waits until they are of the present answers.
    ///
    /// # Errors
    /// When one stands twice and differs, or shows another median than its own.
    pub fn figures(&self) -> Result<BTreeMap<String, Band>> {
        self.settled()?;
        let mut figures = BTreeMap::new();
        let found = self.script(FIGURES, &[])?;
        for figure in found.as_array().into_iter().flatten() {
            let text = |at: usize| figure.get(at).and_then(Value::as_str).unwrap_or_default();
            let (name, exact, shown) = (text(0), text(1), text(2));
            let band = band(exact).with_context(|| format!("{name}: {exact:?}"))?;
            let [_, median, _] = band;
            ensure!(
                shown == rough(median, 3),
                "{name} shows {shown} for {median}"
            );
            let other = figures.insert(name.to_owned(), band);
            ensure!(
                other.is_none_or(|other| other == band),
                "{name} is {band:?} and {other:?}"
            );
        }
        ensure!(!figures.is_empty(), "no figures on the page");
        Ok(figures)
    }

    /// The band per person that shows.
    ///
    /// # Errors
    /// As [`Page::figures`].
    pub fn per_person(&self) -> Result<Band> {
        let figures = self.figures()?;
        figures.get("per_person").copied().context("no per person")
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

    /// The page must show the command line's bands of this answers file, to the last digit.
    ///
    /// # Errors
    /// Names each figure that differs.
    pub fn agrees_with(&self, file: &Path, words: &Words) -> Result<()> {
        let estimate = self.estimate(file)?;
        let mut wanted = BTreeMap::new();
        for name in ["per_person", "household"] {
            wanted.insert(name.to_owned(), computed(&estimate, name)?);
        }
        let domains = estimate.get("domains").and_then(Value::as_object);
        for (name, _) in domains.context("no domains")? {
            if name != "public_services" {
                let band = computed(&estimate, &format!("domains/{name}"))?;
                wanted.insert(name.clone(), band);
            }
        }
        self.screen(words, "result")?;
        let mut shown = self.figures()?;
        // the command line does not say what the one who answers is taken to cause
        if let Some(mine) = shown.remove("mine") {
            let answers = model::read(&std::fs::read_to_string(file)?)?;
            let drawn = Quantiles::of(Drawn::of(&answers).draws.mine().to_vec());
            ensure!(
                mine == model::noted(drawn),
                "my part is {mine:?}, not {drawn:?}"
            );
        }
        if shown != wanted {
            bail!("the page shows {shown:?}, the command line computes {wanted:?}");
        }
        self.says_in_words(words, &estimate)
    }

    /// What stands beside the medians: the bands in words, public services, the point estimate.
    fn says_in_words(&self, words: &Words, estimate: &Value) -> Result<()> {
        let result = "section[aria-labelledby=estimate]";
        for name in ["per_person", "household"] {
            let band = words.band(computed(estimate, name)?)?;
            self.wait_text(result, &words.fill("likely", &[("band", &band)])?)?;
        }
        let public = computed(estimate, "public_services")?;
        let [_, median, _] = public;
        let values = [
            ("value", &*rough(median, 3)),
            ("band", &words.band(public)?),
        ];
        self.wait_text(result, &words.fill("public_apart", &values)?)?;
        let point = number(estimate, "per_person/kg")?;
        let point = crate::words::grouped(point.round());
        self.wait_text(result, &words.fill("point_note", &[("value", &point)])?)
    }
}

/// A band as the page notes it: three numbers.
fn band(exact: &str) -> Option<Band> {
    let numbers: Option<Vec<f64>> = exact.split(' ').map(|one| one.parse().ok()).collect();
    numbers?.try_into().ok()
}

/// A number at a place of an estimate.
///
/// # Errors
/// When there is none.
pub fn number(estimate: &Value, path: &str) -> Result<f64> {
    let mut keys = path.split('/').filter(|key| !key.is_empty());
    let number = keys.try_fold(estimate, |at, key| at.get(key));
    let number = number.and_then(Value::as_f64);
    number.with_context(|| path.to_owned())
}

/// The band at a place of an estimate.
///
/// # Errors
/// When there is none.
pub fn computed(estimate: &Value, path: &str) -> Result<Band> {
    let at = |name: &str| number(estimate, &format!("{path}/{name}"));
    Ok([at("p05")?, at("p50")?, at("p95")?])
}

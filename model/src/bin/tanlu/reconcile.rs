//! `tanlu reconcile`: the population's totals against published ones.

use std::fmt::Write;

use serde_json::{Value as Json, json};
use tanlu_model::population::SEED;
use tanlu_model::reconciliation::{Comparison, reconcile};
use tanlu_model::rows::SourceId;
use tanlu_model::{BASE_YEAR, Factors, MODEL_VERSION};

use crate::args::{Format, Options};

/// Every published total with the model's own, their ratio, what is allowed, and why.
pub fn totals(options: &Options) -> String {
    let comparisons = reconcile(&Factors::central());
    if options.format == Format::Json {
        let totals: Vec<Json> = comparisons.iter().map(total).collect();
        let written = json!({
            "model": MODEL_VERSION, "year": BASE_YEAR, "seed": SEED, "totals": totals,
        });
        return format!("{written:#}\n");
    }
    let mut text = format!(
        "model {MODEL_VERSION}, seed {SEED}: the average household of each place x its people\n\n\
         {:<28}{:>12}{:>12} {:<14}{:>7}{:>12}\n",
        "total", "model", "published", "unit", "ratio", "allowed"
    );
    for compared in &comparisons {
        let published = compared.published;
        let allowed = format!("{}-{}", published.ratio_low, published.ratio_high);
        let outside = if compared.within() { "" } else { "  OUTSIDE" };
        let _ = writeln!(
            text,
            "{:<28}{:>12.2}{:>12.2} {:<14}{:>7.2}{allowed:>12}{outside}",
            published.id.trim_start_matches("total_"),
            compared.model,
            published.value,
            published.unit.symbol(),
            compared.ratio(),
        );
    }
    text.push('\n');
    let mut explained = "";
    for published in comparisons.iter().map(|compared| compared.published) {
        // the provinces share one explanation
        if published.why_en == explained {
            continue;
        }
        explained = published.why_en;
        let (name, year, status) = (published.name_en, published.year, published.status.name());
        let _ = writeln!(text, "{name} ({year}, {status})\n  {explained}");
    }
    text
}

fn total(compared: &Comparison) -> Json {
    let published = compared.published;
    let id = |source: &SourceId| source.facts().id;
    let sources: Vec<&str> = published.sources.iter().map(id).collect();
    json!({
        "id": published.id, "name_zh": published.name_zh, "name_en": published.name_en,
        "quantity": published.quantity.id(), "region": published.region(),
        "model": compared.model, "published": published.value, "unit": published.unit.symbol(),
        "year": published.year, "ratio": compared.ratio(), "ratio_low": published.ratio_low,
        "ratio_high": published.ratio_high, "within": compared.within(),
        "circular": published.circular, "why_zh": published.why_zh, "why_en": published.why_en,
        "note": published.note, "source": sources, "status": published.status.name(),
        "review_by": published.review_by,
    })
}

//! What each version of the model changed, from `locales/pages`.

use maud::{Markup, html};
use tanlu_model::MODEL_VERSION;

use crate::prose::texts;
use crate::words::Words;

/// The versions that have words, the newest first. Points would divide keys: there they are dashes.
fn versions_of(words: &Words) -> Vec<String> {
    let mut known: Vec<String> = words
        .groups("version")
        .map(|key| key.replace('_', "."))
        .collect();
    known.push(MODEL_VERSION.to_owned());
    let parts = |version: &str| -> Vec<u32> {
        version
            .split('.')
            .filter_map(|part| part.parse().ok())
            .collect()
    };
    known.sort_by_key(|version| std::cmp::Reverse(parts(version)));
    known.dedup();
    known
}

/// What each version changed.
pub fn versions(words: &Words) -> Markup {
    html! {
        @for version in versions_of(words) {
            h3 id={ "version-" (version) } { (version) }
            (texts(words, &format!("version.{}", version.replace('.', "_"))))
        }
    }
}

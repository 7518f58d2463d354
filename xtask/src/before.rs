//! What a new visitor reads until the program is there: name, screens and first words of the page, in every
//! language, of which `web/start.js` lets the visitor's be shown. The program takes it away when it begins.

use anyhow::{Context, Result, ensure};
use std::fs;

use crate::paths;

/// Where it stands in index.html.
const PLACE: &str = "<div id=\"before\"></div>";

/// The languages, as `web/start.js` and `locales/` name them.
const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// The screens, as the page's addresses name them.
const SCREENS: [&str; 5] = ["answer", "result", "change", "path", "keep"];

/// The screen of which these are the first words.
const HERE: &str = "answer";

/// index.html with the words in their place.
///
/// # Errors
/// When index.html has no place for them, or a language lacks a word.
pub fn put(index: &str) -> Result<String> {
    ensure!(index.contains(PLACE), "index.html has no {PLACE}");
    let all: Result<Vec<String>> = LANGUAGES.iter().map(|language| words(language)).collect();
    let before = format!("<div id=\"before\">{}</div>", all?.concat());
    Ok(index.replacen(PLACE, &before, 1))
}

/// The words of a language.
fn words(language: &str) -> Result<String> {
    let file = paths::root()?
        .join("locales")
        .join(format!("{language}.toml"));
    let words: toml::Table = fs::read_to_string(&file)?.parse()?;
    let word = |key: &str| -> Result<String> {
        let word = words.get("ui").and_then(|ui| ui.get(key)?.as_str());
        let word = word.with_context(|| format!("{}: no ui.{key}", file.display()))?;
        Ok(escaped(word))
    };
    let mut screens = String::new();
    for screen in SCREENS {
        let name = word(&format!("screen_{screen}"))?;
        let here = if screen == HERE {
            " aria-current=\"page\""
        } else {
            ""
        };
        screens += &format!("<li><a href=\"#{screen}\"{here}>{name}</a></li>");
    }
    let [name, lead, intro, private, how] = ["name", "lead", "intro", "private", "how"].map(word);
    Ok(format!(
        "<div lang=\"{language}\"><header class=\"top\"><p class=\"brand\">{}</p>\
         <nav class=\"screens\"><ul>{screens}</ul></nav></header>\
         <main><div class=\"intro\"><h1>{}</h1><p>{}</p><p class=\"private\">{}</p><p>{}</p></div></main></div>\n",
        name?, lead?, intro?, private?, how?
    ))
}

/// A text as HTML writes it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_words() -> Result<()> {
        let page = put(&format!("<body>{PLACE}</body>"))?;
        for language in LANGUAGES {
            assert!(page.contains(&format!("<div lang=\"{language}\">")));
        }
        assert_eq!(page.matches("<h1>").count(), LANGUAGES.len());
        assert!(put("<body></body>").is_err());
        assert_eq!(escaped("a < b & c"), "a &lt; b &amp; c");
        Ok(())
    }
}

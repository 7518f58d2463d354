//! The words of the page. They live in `locales/`; the build checks them and writes the tables
//! that are included here.
use std::sync::OnceLock;

use crate::lang::Lang;

#[cfg(test)]
mod actions;
#[cfg(test)]
mod check;
mod hash;
#[cfg(test)]
mod keys;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Texts in every language: those of messages, then those of ids. A screen that is loaded later has
/// a book of its own, which comes with it.
pub struct Book {
    texts: [&'static str; LANGUAGES],
    /// The texts apart, once one has been looked for.
    split: [OnceLock<Vec<&'static str>>; LANGUAGES],
    /// How many messages there are.
    messages: usize,
    /// What the ids are found by.
    seed: u32,
    hashes: &'static [u16],
}

impl Book {
    /// The text at this place; empty where an optional one is missing.
    fn text(&self, lang: Lang, at: usize) -> &'static str {
        let ([zh, en], [zh_split, en_split]) = (&self.texts, &self.split);
        let (whole, split) = match lang {
            Lang::Zh => (zh, zh_split),
            Lang::En => (en, en_split),
        };
        let texts = split.get_or_init(|| whole.split('\n').collect());
        texts.get(at).copied().unwrap_or_default()
    }

    fn word(&self, lang: Lang, path: &[&str]) -> Option<&'static str> {
        let wanted = hash::hash(self.seed, path);
        let at = self.hashes.iter().position(|hash| *hash == wanted)?;
        let text = self.text(lang, self.messages + at);
        Some(text).filter(|text| !text.is_empty())
    }
}

/// A message of the page, or of a screen that is loaded later.
pub trait Said: Copy {
    /// The book that it is in.
    fn book() -> &'static Book;
    /// Its place there.
    fn at(self) -> usize;
}

/// A message without placeholders.
pub fn text<M: Said>(lang: Lang, msg: M) -> &'static str {
    M::book().text(lang, msg.at())
}

/// A message with its placeholders filled: `{name}` by the value given for `name`.
pub fn fill(lang: Lang, msg: impl Said, values: &[(&str, &str)]) -> String {
    filled(text(lang, msg), values)
}

/// A text with its placeholders filled, as [`fill`] does it.
pub fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut parts = text.split('{');
    filled.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        let value = values.iter().find(|(given, _)| *given == name);
        filled.push_str(value.map_or("", |(_, value)| value));
        filled.push_str(rest);
    }
    filled
}

/// The word of an id, if it has one: `word(lang, &["unit", "kwh_month"])`.
pub fn word(lang: Lang, path: &[&str]) -> Option<&'static str> {
    word_of::<Msg>(lang, path)
}

/// The word of an id in the book of these messages.
pub fn word_of<M: Said>(lang: Lang, path: &[&str]) -> Option<&'static str> {
    M::book().word(lang, path)
}

/// The name of an id; the build makes sure that it has one.
pub fn name(lang: Lang, path: &[&str]) -> &'static str {
    word(lang, path).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_id_in_both_languages() {
        assert_eq!(name(Lang::Zh, &["domain", "home"]), "居家");
        assert_eq!(name(Lang::En, &["domain", "home"]), "Home");
        assert_eq!(
            word(Lang::En, &["question", "members", "label"]),
            Some("How many people live in your household?")
        );
        assert_eq!(word(Lang::En, &["question", "children", "help"]), None);
    }

    #[test]
    fn every_key_finds_a_place_of_its_own() {
        let keys = keys::all();
        let seed = Msg::book().seed;
        let mut hashes: Vec<u16> = keys.iter().map(|key| hash::hash(seed, &[key])).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), keys.len());
        for key in keys::required() {
            let parts: Vec<&str> = key.split('.').collect();
            assert!(word(Lang::Zh, &parts).is_some(), "{key}");
        }
    }

    #[test]
    fn what_shares_are_of_has_a_name() {
        for (own, _) in keys::of_shares() {
            let key = own.strip_prefix("ui.result.").unwrap_or_default();
            for lang in [Lang::Zh, Lang::En] {
                assert!(word_of::<ResultMsg>(lang, &[key]).is_some(), "{own}");
            }
        }
    }

    #[test]
    fn placeholders_are_filled() {
        let said = fill(
            Lang::En,
            Msg::ErrorRange,
            &[("low", "1"), ("high", "20"), ("unit", "people")],
        );
        assert!(
            said.contains('1') && said.contains("20") && !said.contains('{'),
            "{said}"
        );
    }
}

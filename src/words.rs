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

/// A language's texts, split once: messages first, then those of the keys, empty where an optional one is missing.
fn texts(lang: Lang) -> &'static [&'static str] {
    static ZH: OnceLock<Vec<&str>> = OnceLock::new();
    static EN: OnceLock<Vec<&str>> = OnceLock::new();
    let [zh, en] = &TEXTS;
    match lang {
        Lang::Zh => ZH.get_or_init(|| zh.split('\n').collect()),
        Lang::En => EN.get_or_init(|| en.split('\n').collect()),
    }
}

/// A message without placeholders.
pub fn text(lang: Lang, msg: Msg) -> &'static str {
    texts(lang).get(msg as usize).copied().unwrap_or_default()
}

/// A message with its placeholders filled: `{name}` by the value given for `name`.
pub fn fill(lang: Lang, msg: Msg, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut parts = text(lang, msg).split('{');
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
    let wanted = hash::hash(SEED, path);
    let at = HASHES.iter().position(|hash| *hash == wanted)?;
    let text = texts(lang).get(MESSAGES + at).copied();
    text.filter(|text| !text.is_empty())
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
        let mut hashes: Vec<u16> = keys.iter().map(|key| hash::hash(SEED, &[key])).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), keys.len());
        for key in keys::required() {
            let parts: Vec<&str> = key.split('.').collect();
            assert!(word(Lang::Zh, &parts).is_some(), "{key}");
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

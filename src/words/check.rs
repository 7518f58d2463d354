//! What the build asks of the words: the same keys and placeholders in every language, and nothing
//! empty. The static pages (`site/`) ask the same.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A language's words by key, such as `question.floor_area.label`.
pub type Words = BTreeMap<String, String>;

/// The words of a locale file's text.
pub fn parse(text: &str) -> Result<Words, String> {
    let table: toml::Table = text.parse().map_err(|why| format!("{why}"))?;
    let mut words = Words::new();
    flatten("", &table, &mut words)?;
    Ok(words)
}

fn flatten(prefix: &str, table: &toml::Table, words: &mut Words) -> Result<(), String> {
    for (name, value) in table {
        let key = if prefix.is_empty() {
            name.clone()
        } else {
            format!("{prefix}.{name}")
        };
        match value {
            toml::Value::Table(inner) => flatten(&key, inner, words)?,
            toml::Value::String(text) if text.trim().is_empty() => {
                return Err(format!("{key}: the text is empty"));
            }
            toml::Value::String(text) if text.contains('\n') => {
                return Err(format!("{key}: the text has more than one line"));
            }
            toml::Value::String(text) => {
                words.insert(key, text.clone());
            }
            _ => return Err(format!("{key}: not a text")),
        }
    }
    Ok(())
}

/// What differs between two languages, with file and key.
pub fn compare(base_file: &Path, base: &Words, file: &Path, words: &Words) -> Vec<String> {
    let mut faults = Vec::new();
    for (key, text) in base {
        let Some(other) = words.get(key) else {
            faults.push(format!(
                "{}: {key}: missing, but in {}",
                file.display(),
                base_file.display()
            ));
            continue;
        };
        for (what, of) in [
            ("placeholders", placeholders as fn(&str) -> BTreeSet<&str>),
            ("terms", terms),
        ] {
            let (here, there) = (of(other), of(text));
            if here != there {
                faults.push(format!(
                    "{}: {key}: {what} {here:?}, but {there:?} in {}",
                    file.display(),
                    base_file.display()
                ));
            }
        }
    }
    for key in words.keys().filter(|key| !base.contains_key(*key)) {
        faults.push(format!(
            "{}: {key}: missing, but in {}",
            base_file.display(),
            file.display()
        ));
    }
    faults
}

/// The terms that words lead to, by their ids in the glossary: `[sinks](sink)`.
pub fn terms(text: &str) -> BTreeSet<&str> {
    text.split("](")
        .skip(1)
        .filter_map(|part| part.split_once(')'))
        .map(|(id, _)| id)
        .collect()
}

/// The names in braces.
pub fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(base: &str, other: &str) -> Vec<String> {
        let words = |text| parse(text).unwrap_or_default();
        compare(
            Path::new("a.toml"),
            &words(base),
            Path::new("b.toml"),
            &words(other),
        )
    }

    #[test]
    fn a_key_of_one_language_only_is_named_with_the_file_that_lacks_it() {
        assert_eq!(faults("[ui]\nx = 'a'", "[ui]\ny = 'b'").len(), 2);
        assert!(
            faults("[ui]\nx = 'a'", "")
                .iter()
                .all(|fault| fault.starts_with("b.toml: ui.x: missing"))
        );
    }

    #[test]
    fn placeholders_must_be_the_same() {
        assert!(faults("x = '{a} of {b}'", "x = '{b}: {a}'").is_empty());
        assert!(
            faults("x = '{a}'", "x = '{c}'")
                .iter()
                .any(|fault| fault.contains("b.toml: x: placeholders"))
        );
    }

    #[test]
    fn terms_must_be_the_same() {
        assert!(faults("x = '[a](peak) b'", "x = 'b [c](peak)'").is_empty());
        for other in ["x = '[a](sink) b'", "x = 'a b'"] {
            let faults = faults("x = '[a](peak) b'", other);
            assert!(
                faults
                    .iter()
                    .any(|fault| fault.contains("b.toml: x: terms"))
            );
        }
    }

    #[test]
    fn an_empty_text_is_refused() {
        assert!(parse("[ui]\nx = ' '").is_err());
    }
}

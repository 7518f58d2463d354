//! The shapes of code that the tables are written in.

use std::fmt::Write;

use crate::build::fields::Range;
use crate::build::tables::{Origin, Tables};
use crate::build::units;

/// `snake_case`, `kebab-case` or `Some words` as `CamelCase`.
pub(super) fn camel(text: &str) -> String {
    let words = text.split(|character: char| !character.is_ascii_alphanumeric());
    words
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect()
}

pub(super) fn numbers(range: &Range) -> String {
    format!(
        "value: {:?}, low: {:?}, high: {:?}",
        range.value, range.low, range.high
    )
}

pub(super) fn band(range: &Range) -> String {
    format!("Band {{ {} }}", numbers(range))
}

pub(super) fn unit_variant(symbol: &str) -> String {
    format!("Unit::{}", units::variant(symbol).unwrap_or("One"))
}

fn source_id(tables: &Tables, id: &String) -> Option<String> {
    let at = tables.sources.iter().position(|source| source.id == *id)?;
    Some(format!("SourceId({at})"))
}

pub(super) fn source_list(tables: &Tables, ids: &[String]) -> String {
    let ids = ids.iter().filter_map(|id| source_id(tables, id));
    format!("&[{}]", ids.collect::<Vec<String>>().join(", "))
}

pub(super) fn origin(tables: &Tables, origin: &Origin) -> String {
    format!(
        "sources: {}, status: Status::{}, review_by: {:?}",
        source_list(tables, &origin.sources),
        camel(&origin.status),
        origin.review_by
    )
}

/// The source named first.
pub(super) fn main_source(tables: &Tables, origin: &Origin) -> String {
    let first = origin.sources.first();
    first
        .and_then(|id| source_id(tables, id))
        .unwrap_or_default()
}

/// The first source that can be looked up.
pub(super) fn public_source<'a>(tables: &Tables, origin: &'a Origin) -> Option<&'a String> {
    origin.sources.iter().find(|id| {
        let mut sources = tables.sources.iter();
        sources.any(|source| source.id == **id && !source.url.is_empty())
    })
}

/// The same; a judgement of our own only where there is no other.
pub(super) fn shown_source(tables: &Tables, origin: &Origin) -> String {
    let shown = public_source(tables, origin).and_then(|id| source_id(tables, id));
    shown.unwrap_or_else(|| main_source(tables, origin))
}

/// An array of one line per item.
pub(super) fn array(doc: &str, name: &str, kind: &str, items: &[String]) -> String {
    let mut code = String::new();
    let _ = writeln!(code, "/// {doc}");
    let _ = writeln!(code, "pub static {name}: [{kind}; {}] = [", items.len());
    for item in items {
        let _ = writeln!(code, "    {item},");
    }
    code.push_str("];\n");
    code
}

/// An enum with documented variants.
pub(super) fn enumeration(doc: &str, name: &str, variants: &[(String, String)]) -> String {
    let mut code = String::new();
    let _ = writeln!(code, "/// {doc}");
    let _ = writeln!(
        code,
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]"
    );
    let _ = writeln!(code, "pub enum {name} {{");
    for (variant, doc) in variants {
        let _ = writeln!(code, "    /// {doc}\n    {variant},");
    }
    code.push_str("}\n");
    code
}

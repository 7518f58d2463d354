//! Who runs this copy: `site.toml`, which a deployer sets.

use anyhow::{Context, Result, bail};
use maud::{Markup, html};
use std::fs;
use std::path::Path;

use crate::words::Words;

/// Who runs a copy of Tanlu, and how to reach them; what is empty was not given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Chinese name.
    pub operator_zh: String,
    /// English name.
    pub operator_en: String,
    /// An e-mail address, a web address, or other words.
    pub contact: String,
}

impl Contact {
    /// Reads `site.toml`.
    ///
    /// # Errors
    /// When it is no TOML or holds what nobody reads.
    pub fn read(root: &Path) -> Result<Contact> {
        let file = root.join("site.toml");
        let at = || file.display().to_string();
        Contact::parse(&fs::read_to_string(&file).with_context(at)?).with_context(at)
    }

    /// The contact of a file's text.
    ///
    /// # Errors
    /// As [`Contact::read`].
    pub fn parse(text: &str) -> Result<Contact> {
        let table: toml::Table = text.parse()?;
        let mut contact = Contact::default();
        for (key, value) in table {
            let text = value
                .as_str()
                .with_context(|| format!("{key}: not a text"))?;
            let text = text.trim().to_owned();
            match key.as_str() {
                "operator_zh" => contact.operator_zh = text,
                "operator_en" => contact.operator_en = text,
                "contact" => contact.contact = text,
                _ => bail!("{key}: allowed are operator_zh, operator_en, contact"),
            }
        }
        Ok(contact)
    }

    /// The operator and the contact in words; plainly, where there is none.
    pub fn show(&self, words: &Words) -> Markup {
        let operator = match words.lang {
            crate::lang::Lang::Zh => &self.operator_zh,
            crate::lang::Lang::En => &self.operator_en,
        };
        let (operated, reach) = ("contact.operator", "contact.reach");
        // both are asked for, so that neither counts as unused
        let texts = [
            words.text(operated),
            words.text(reach),
            words.text("contact.none"),
        ];
        let [_, _, none] = texts;
        html! {
            @if !operator.is_empty() {
                p { (words.fill(operated, &[("operator", html! { (operator) })])) }
            }
            @if self.contact.is_empty() {
                p { (none) }
            } @else {
                p { (words.fill(reach, &[("contact", self.link())])) }
            }
        }
    }

    fn link(&self) -> Markup {
        let contact = &self.contact;
        let address = if contact.starts_with("https://") {
            contact.clone()
        } else if contact.contains('@') && !contact.contains(char::is_whitespace) {
            format!("mailto:{contact}")
        } else {
            return html! { (contact) };
        };
        html! { a href=(address) rel="noreferrer" { (contact) } }
    }
}

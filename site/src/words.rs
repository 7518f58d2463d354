//! The words of the pages, from `locales/`: those of the app for what the model names, those of
//! `locales/pages` and `locales/learn` for the rest. A word that is missing is noted, and so is one that no page uses.

use anyhow::{Context, Result, bail};
use maud::{Markup, PreEscaped, html};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::lang::Lang;

#[path = "../../src/words/check.rs"]
pub mod check;

/// The folders of the pages' words, below `locales`.
const FOLDERS: [&str; 2] = ["pages", "learn"];

/// The words of a file.
fn read(path: &Path) -> Result<check::Words> {
    let at = || path.display().to_string();
    let text = fs::read_to_string(path).with_context(at)?;
    check::parse(&text)
        .map_err(anyhow::Error::msg)
        .with_context(at)
}

/// The words of one language.
#[derive(Debug)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    app: check::Words,
    pages: check::Words,
    used: RefCell<BTreeSet<String>>,
    missing: RefCell<BTreeSet<String>>,
}

impl Words {
    /// The words of both languages.
    ///
    /// # Errors
    /// When a file cannot be read, or the languages differ in keys or placeholders.
    pub fn both(root: &Path) -> Result<[Words; 2]> {
        let mut both = [Words::app(root, Lang::Zh)?, Words::app(root, Lang::En)?];
        for folder in FOLDERS {
            let folder = root.join("locales").join(folder);
            let [zh, en] = Lang::ALL.map(|lang| folder.join(format!("{}.toml", lang.tag())));
            let words = [read(&zh)?, read(&en)?];
            let [of_zh, of_en] = &words;
            let faults = check::compare(&zh, of_zh, &en, of_en);
            if !faults.is_empty() {
                bail!("{}", faults.join("\n"));
            }
            for (all, own) in both.iter_mut().zip(words) {
                all.add(own)?;
            }
        }
        Ok(both)
    }

    /// Adds the words of a file; none may stand in another one.
    fn add(&mut self, own: check::Words) -> Result<()> {
        for (key, text) in own {
            if self.pages.insert(key.clone(), text).is_some() {
                bail!("{}: {key} stands in two files", self.lang.tag());
            }
        }
        Ok(())
    }

    /// The app's words alone: those of its screens, and those of actions.
    fn app(root: &Path, lang: Lang) -> Result<Words> {
        let file = format!("{}.toml", lang.tag());
        let mut app = read(&root.join("locales").join(&file))?;
        for (key, text) in read(&root.join("locales/actions").join(&file))? {
            if app.insert(key.clone(), text).is_some() {
                bail!("{}: {key} stands in two files", lang.tag());
            }
        }
        Ok(Words {
            lang,
            app,
            pages: check::Words::new(),
            used: RefCell::default(),
            missing: RefCell::default(),
        })
    }

    fn find<'a>(&self, words: &'a check::Words, key: &str) -> &'a str {
        match words.get(key) {
            Some(text) => text,
            None => {
                self.missing.borrow_mut().insert(key.to_owned());
                ""
            }
        }
    }

    /// A text of the pages.
    pub fn text(&self, key: &str) -> &str {
        self.used.borrow_mut().insert(key.to_owned());
        self.find(&self.pages, key)
    }

    /// A text of the pages about one of many things: `of("boundary", "operation")`.
    pub fn of(&self, group: &str, id: &str) -> &str {
        self.text(&format!("{group}.{id}"))
    }

    /// What the app calls something: `name(&["domain", "home"])`.
    pub fn name(&self, path: &[&str]) -> &str {
        self.find(&self.app, &path.join("."))
    }

    /// What the app calls something, if it calls it anything.
    pub fn app_word(&self, path: &[&str]) -> Option<&str> {
        self.app.get(&path.join(".")).map(String::as_str)
    }

    /// A text of the pages with its placeholders filled.
    pub fn fill(&self, key: &str, values: &[(&str, Markup)]) -> Markup {
        self.filled(key, self.text(key), values)
    }

    /// A text of the app with its placeholders filled.
    pub fn fill_name(&self, path: &[&str], values: &[(&str, Markup)]) -> Markup {
        self.filled(&path.join("."), self.name(path), values)
    }

    fn filled(&self, key: &str, text: &str, values: &[(&str, Markup)]) -> Markup {
        let mut parts = text.split('{');
        let mut filled = html! { (parts.next().unwrap_or_default()) };
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            match values.iter().find(|(given, _)| *given == name) {
                Some((_, PreEscaped(value))) => filled.0.push_str(value),
                None => {
                    let fault = format!("{key}: nothing fills {{{name}}}");
                    self.missing.borrow_mut().insert(fault);
                }
            }
            filled.0.push_str(&html! { (rest) }.0);
        }
        filled
    }

    /// The numbered texts of a section in their order, each with its number.
    pub fn section(&self, section: &str) -> Vec<(String, &str)> {
        let prefix = format!("{section}.");
        let numbered = |key: &&String| {
            let number = key.strip_prefix(&prefix);
            number.is_some_and(|number| number.starts_with(|first: char| first.is_ascii_digit()))
        };
        let keys: Vec<String> = self.pages.keys().filter(numbered).cloned().collect();
        if keys.is_empty() {
            self.missing.borrow_mut().insert(format!("{section}.1"));
        }
        keys.into_iter()
            .map(|key| {
                let text = self.text(&key);
                (key, text)
            })
            .collect()
    }

    /// The groups of texts below a group, each once.
    pub fn groups(&self, group: &str) -> impl Iterator<Item = &str> {
        let prefix = format!("{group}.");
        let names = self.pages.keys().filter_map(move |key| {
            let (name, _) = key.strip_prefix(&prefix)?.split_once('.')?;
            Some(name)
        });
        names.collect::<BTreeSet<_>>().into_iter()
    }

    /// What was asked for and is not there, and what is there and was not asked for.
    pub fn faults(&self) -> Vec<String> {
        let missing = self.missing.borrow();
        let missing = missing.iter().map(|key| format!("{key}: missing"));
        let used = self.used.borrow();
        let unused = self.pages.keys().filter(|key| !used.contains(*key));
        let all = missing.chain(unused.map(|key| format!("{key}: unused")));
        all.map(|fault| format!("{}: {fault}", self.lang.tag()))
            .collect()
    }
}

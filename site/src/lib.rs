//! The static pages: cards and a quiz, glossary, methods, benchmarks, privacy, accessibility, in both languages. They are made
//! at build time from the model's own tables, need neither WebAssembly nor JavaScript, and belong
//! to no first load of the app.

pub mod benchmarks;
pub mod contact;
pub mod figures;
pub mod forms;
pub mod frame;
pub mod glossary;
pub mod lang;
pub mod learn;
pub mod methods;
pub mod narrowing;
pub mod nation;
pub mod personas;
pub mod prose;
pub mod quiz;
pub mod show;
pub mod uses;
pub mod words;

use anyhow::{Context, Result, bail};
use maud::{Markup, html};
use std::fs;
use std::path::Path;

use benchmarks::Benchmarks;
use contact::Contact;
use figures::Figures;
use frame::{ICON, Page, SCRIPTS, STYLE, frame};
use methods::Model;
use prose::section;
use words::Words;

/// A file of the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name; all lie in one folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// All files of the pages, for the contact that `site.toml` gives. `root` is the repository.
///
/// # Errors
/// When a file cannot be read, or a word is missing or unused.
pub fn files(root: &Path) -> Result<Vec<File>> {
    files_with(root, &Contact::read(root)?)
}

/// As [`files`], for another contact.
///
/// # Errors
/// As [`files`].
pub fn files_with(root: &Path, contact: &Contact) -> Result<Vec<File>> {
    let model = Model::compute();
    let benchmarks = Benchmarks::compute(root, &model.factors)?;
    let figures = Figures::compute(&benchmarks);
    let known = Known {
        model,
        benchmarks,
        figures,
        contact,
    };
    let words = Words::both(root)?;
    let [zh, en] = &words;
    let mut files = Vec::new();
    for (words, other) in [(zh, en), (en, zh)] {
        for page in Page::ALL {
            let content = content((words, other), page, &known);
            let text = frame(words, page, &content);
            files.push(File {
                name: page.file(words.lang),
                text,
            });
        }
    }
    let faults = words.iter().flat_map(Words::faults);
    let faults: Vec<String> = faults.chain(quiz::faults(&known.figures)).collect();
    if !faults.is_empty() {
        bail!("the pages:\n  {}", faults.join("\n  "));
    }
    files.push(File {
        name: methods::CSV.to_owned(),
        text: methods::csv(&words, &known.model),
    });
    files.extend(methods::FILES.map(|(name, text)| File {
        name: name.to_owned(),
        text: text.to_owned(),
    }));
    files.extend(known.benchmarks.personas.into_iter().map(|persona| File {
        name: persona.file(),
        text: persona.text,
    }));
    files.extend(assets(root)?);
    Ok(files)
}

/// Writes all files into a folder.
///
/// # Errors
/// As [`files`], or when the folder cannot be written.
pub fn write(root: &Path, folder: &Path) -> Result<Vec<String>> {
    fs::create_dir_all(folder)?;
    let mut names = Vec::new();
    for file in files(root)? {
        let path = folder.join(&file.name);
        fs::write(&path, file.text).with_context(|| path.display().to_string())?;
        names.push(file.name);
    }
    Ok(names)
}

/// What the pages say, computed once for both languages.
struct Known<'a> {
    model: Model,
    benchmarks: Benchmarks,
    figures: Figures,
    contact: &'a Contact,
}

/// The content of a page, in the first of these words; the second are those of the other language.
fn content((words, other): (&Words, &Words), page: Page, known: &Known<'_>) -> Markup {
    let statement = |sections: &[&str]| statement(words, page, sections, known.contact);
    match page {
        Page::Learn => learn::page(words, &known.figures),
        Page::Glossary => glossary::page(words, other, &known.figures),
        Page::Methods => methods::page(words, &known.model, &known.benchmarks.personas),
        Page::Nation => nation::page(words),
        Page::Benchmarks => benchmarks::page(words, &known.benchmarks),
        Page::Privacy => statement(&["sent", "kept", "check", "server"]),
        Page::Accessibility => statement(&["state", "tested", "missing", "read"]),
    }
}

/// A page of plain sections, with the contact at its end.
fn statement(words: &Words, page: Page, sections: &[&str], contact: &Contact) -> Markup {
    html! {
        (prose::texts(words, page.id()))
        @for name in sections { (section(words, &format!("{}.{name}", page.id()))) }
        section aria-labelledby="contact" {
            h2 id="contact" { (words.text("contact.title")) }
            (contact.show(words))
        }
    }
}

/// The style sheets of the pages, in the order of the cascade: the app's colours and basics first.
const STYLES: [&str; 4] = [
    "style/tokens.css",
    "style/base.css",
    "style/pages/pages.css",
    "style/pages/learn.css",
];

/// The style sheet, the scripts and the icon.
fn assets(root: &Path) -> Result<Vec<File>> {
    let read = |name: &str| fs::read_to_string(root.join(name)).with_context(|| name.to_owned());
    let styles: Result<Vec<String>> = STYLES.iter().map(|name| read(name)).collect();
    let file = |name: &str, text| File {
        name: name.to_owned(),
        text,
    };
    let mut all = vec![
        file(STYLE, styles?.join("\n")),
        file(ICON, read("web/icon.svg")?),
    ];
    for script in SCRIPTS {
        all.push(file(script, read(&format!("web/{script}"))?));
    }
    Ok(all)
}

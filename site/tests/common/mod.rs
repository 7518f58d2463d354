//! The pages, written once for all tests, and what is read from them.
#![allow(dead_code)] // each test uses a part of it

use std::path::Path;
use std::sync::LazyLock;

use tanlu_site::File;
use tanlu_site::contact::Contact;

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

static FILES: LazyLock<Vec<File>> =
    LazyLock::new(|| tanlu_site::files_with(root(), &Contact::default()).unwrap());

/// All files.
pub fn files() -> &'static [File] {
    &FILES
}

/// A file's text.
pub fn file(name: &str) -> &'static str {
    let found = files().iter().find(|file| file.name == name);
    &found.unwrap_or_else(|| panic!("no file {name}")).text
}

/// The pages by name.
pub fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let pages = files().iter().filter(|file| file.name.ends_with(".html"));
    pages.map(|file| (file.name.as_str(), file.text.as_str()))
}

/// The insides of all opening tags.
pub fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<')
        .skip(1)
        .filter(|tag| !tag.starts_with(['/', '!']))
        .filter_map(|tag| tag.split('>').next())
}

/// The values of an attribute on a page.
pub fn attributes<'a>(page: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let name = format!(" {name}=\"");
    tags(page).filter_map(move |tag| tag.split_once(&name)?.1.split('"').next())
}

/// The names of a tag's attributes.
pub fn names(tag: &str) -> Vec<&str> {
    let outside = tag.split('"').step_by(2);
    outside
        .flat_map(|part| part.split_whitespace())
        .map(|name| name.trim_end_matches('='))
        .skip(1)
        .collect()
}

/// The fields of a line of CSV.
pub fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for sign in line.chars() {
        match sign {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    fields
}

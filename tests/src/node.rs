//! An element of the page.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::Path;

use crate::page::Page;

/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const FIND: &str = include_str!("../js/find.js");

/// An element that was found. After the page draws it anew, find it again.
pub struct Node<'a> {
    page: &'a Page<'a>,
    id: Value,
    what: String,
}

impl<'a> Node<'a> {
    pub(crate) fn new(page: &'a Page<'a>, id: Value, what: String) -> Self {
        Self { page, id, what }
    }

    fn command(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        self.command_on(&self.id, method, path, body)
    }

    fn command_on(&self, id: &Value, method: &str, path: &str, body: &Value) -> Result<Value> {
        let id = id
            .get(ELEMENT)
            .and_then(Value::as_str)
            .context("no element")?;
        self.page
            .command(method, &format!("/element/{id}/{path}"), body)
            .with_context(|| self.what.clone())
    }

    fn call(&self, body: &str, more: &[Value]) -> Result<Value> {
        let args: Vec<Value> = std::iter::once(&self.id).chain(more).cloned().collect();
        self.page
            .script(&format!("{FIND}\n{body}"), &args)
            .with_context(|| self.what.clone())
    }

    /// Scrolls to it and clicks it, or its label if it is a radio button or a checkbox.
    ///
    /// # Errors
    /// When it cannot be clicked, for instance because something lies over it.
    pub fn click(&self) -> Result<()> {
        // WebKit's driver scrolls too little
        let scroll = "const there = target(arguments[0]);
          there.scrollIntoView({ block: 'center', inline: 'nearest' });
          return there;";
        let target = self.call(scroll, &[])?;
        self.command_on(&target, "POST", "click", &json!({}))
            .map(drop)
    }

    /// Replaces a field's text by typing, then leaves the field, as a person does.
    ///
    /// # Errors
    /// When it takes no text.
    pub fn fill(&self, text: &str) -> Result<()> {
        self.type_text(text)?;
        self.call("arguments[0].blur();", &[]).map(drop)
    }

    /// Replaces a field's text by typing and stays in the field.
    ///
    /// # Errors
    /// When it takes no text.
    pub fn type_text(&self, text: &str) -> Result<()> {
        self.call("arguments[0].focus(); arguments[0].select();", &[])?;
        // with all of it selected, the first key replaces it; an empty text is the delete key
        let keys = if text.is_empty() { "\u{E017}" } else { text };
        self.command("POST", "value", &json!({ "text": keys }))
            .map(drop)
    }

    /// Chooses an option by its text or its value.
    ///
    /// # Errors
    /// Lists what there is, if it is not there.
    pub fn select(&self, option: &str) -> Result<()> {
        let wrong = self.call(
            "return choose(arguments[0], arguments[1]);",
            &[json!(option)],
        )?;
        if let Some(wrong) = wrong.as_str() {
            bail!("{}: no option {option}; {wrong}", self.what);
        }
        Ok(())
    }

    /// Gives a file field this file.
    ///
    /// # Errors
    /// When it is no file field.
    pub fn upload(&self, file: &Path) -> Result<()> {
        let text = json!({ "text": file });
        self.command("POST", "value", &text).map(drop)
    }

    /// Its text as shown.
    ///
    /// # Errors
    /// When it is gone.
    pub fn text(&self) -> Result<String> {
        let text = self.call(
            "return arguments[0].innerText ?? arguments[0].textContent;",
            &[],
        )?;
        Ok(text.as_str().unwrap_or_default().trim().to_owned())
    }

    /// The value of a field.
    ///
    /// # Errors
    /// When it is gone.
    pub fn value(&self) -> Result<String> {
        let value = self.call("return arguments[0].value;", &[])?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Is the radio button or checkbox chosen?
    ///
    /// # Errors
    /// When it is gone.
    pub fn checked(&self) -> Result<bool> {
        Ok(self.call("return arguments[0].checked;", &[])? == true)
    }

    /// Is the button or field disabled?
    ///
    /// # Errors
    /// When it is gone.
    pub fn disabled(&self) -> Result<bool> {
        Ok(self.call("return arguments[0].disabled;", &[])? == true)
    }

    /// An attribute, if it is there.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn attribute(&self, name: &str) -> Result<Option<String>> {
        let value = self.call(
            "return arguments[0].getAttribute(arguments[1]);",
            &[json!(name)],
        )?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Its name for a screen reader.
    ///
    /// # Errors
    /// When it is gone.
    pub fn name(&self) -> Result<String> {
        let name = self.call("return name(arguments[0]);", &[])?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// Gives it the focus.
    ///
    /// # Errors
    /// When it is gone.
    pub fn focus(&self) -> Result<()> {
        self.call("arguments[0].focus();", &[]).map(drop)
    }
}

//! What a journey finds on the page, waits for and types.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::keys;
use crate::node::Node;
use crate::page::Page;

/// How long the page may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

const FIND: &str = include_str!("../js/find.js");

impl Page<'_> {
    /// Runs a JavaScript function body; `arguments` holds `args`.
    ///
    /// # Errors
    /// What the script throws.
    pub fn script(&self, body: &str, args: &[Value]) -> Result<Value> {
        self.command(
            "POST",
            "/execute/sync",
            &json!({ "script": body, "args": args }),
        )
    }

    /// The value of a JavaScript expression.
    ///
    /// # Errors
    /// What it throws.
    pub fn eval(&self, expression: &str) -> Result<Value> {
        self.script(&format!("return ({expression});"), &[])
    }

    /// Repeats until it gives something, for as long as the page may take.
    ///
    /// # Errors
    /// The last error, or that nothing came.
    pub fn wait<T>(&self, what: &str, mut poll: impl FnMut() -> Result<Option<T>>) -> Result<T> {
        let end = Instant::now() + PATIENCE;
        loop {
            let last = poll();
            match last {
                Ok(Some(found)) => return Ok(found),
                Ok(None) if Instant::now() > end => bail!("{what}: not in time"),
                Err(error) if Instant::now() > end => return Err(error.context(what.to_owned())),
                _ => sleep(Duration::from_millis(30)),
            }
        }
    }

    /// Waits until a JavaScript expression is true.
    ///
    /// # Errors
    /// When it stays false.
    pub fn wait_for(&self, expression: &str) -> Result<()> {
        self.wait(expression, || {
            Ok((self.eval(expression)? == true).then_some(()))
        })
    }

    /// Visible elements that the finding script's function gives.
    fn find(&self, function: &str, args: &[&str]) -> Result<Vec<Value>> {
        let body = format!("{FIND}\nreturn {function}(...arguments);");
        let args: Vec<Value> = args.iter().map(|arg| json!(arg)).collect();
        Ok(self
            .script(&body, &args)?
            .as_array()
            .cloned()
            .unwrap_or_default())
    }

    fn one(&self, function: &str, args: &[&str], unique: bool) -> Result<Node<'_>> {
        let what = format!("{function} {}", args.join(" "));
        let found = self.wait(&what, || {
            let found = self.find(function, args)?;
            Ok((!found.is_empty()).then_some(found))
        })?;
        if unique && found.len() > 1 {
            bail!("{what}: {} of them", found.len());
        }
        let first = found.into_iter().next().context("nothing found")?;
        Ok(Node::new(self, first, what))
    }

    /// The visible element of a role (`button`, `link`, `heading`, `radio`, …) with this name,
    /// or with a name that contains it.
    ///
    /// # Errors
    /// When there is none in time, or several.
    pub fn by_role(&self, role: &str, name: &str) -> Result<Node<'_>> {
        self.one("byRole", &[role, name], true)
    }

    /// The visible input, select or textarea with this label.
    ///
    /// # Errors
    /// When there is none in time, or several.
    pub fn by_label(&self, label: &str) -> Result<Node<'_>> {
        self.one("byLabel", &[label], true)
    }

    /// The first visible element of a CSS selector.
    ///
    /// # Errors
    /// When there is none in time.
    pub fn first(&self, selector: &str) -> Result<Node<'_>> {
        self.one("bySelector", &[selector], false)
    }

    /// All visible elements of a CSS selector, now.
    ///
    /// # Errors
    /// When the selector is wrong.
    pub fn all(&self, selector: &str) -> Result<Vec<Node<'_>>> {
        let found = self.find("bySelector", &[selector])?;
        Ok(found
            .into_iter()
            .map(|id| Node::new(self, id, selector.to_owned()))
            .collect())
    }

    /// Is a visible element of the selector there now?
    ///
    /// # Errors
    /// When the selector is wrong.
    pub fn shows(&self, selector: &str) -> Result<bool> {
        Ok(!self.find("bySelector", &[selector])?.is_empty())
    }

    /// The text of the first visible element of a CSS selector.
    ///
    /// # Errors
    /// When there is none in time.
    pub fn text_of(&self, selector: &str) -> Result<String> {
        self.first(selector)?.text()
    }

    /// Waits until the element's text contains this.
    ///
    /// # Errors
    /// Says what the text is instead.
    pub fn wait_text(&self, selector: &str, part: &str) -> Result<()> {
        let mut last = String::new();
        let waited = self.wait(selector, || {
            last = self.text_of(selector)?;
            Ok(last.contains(part).then_some(()))
        });
        waited.with_context(|| format!("{selector} should say {part:?} and says {last:?}"))
    }

    /// Presses keys one after the other, such as `Tab`, `Shift+Tab`, `Enter`, `a`.
    ///
    /// # Errors
    /// When a name is unknown.
    pub fn press(&self, keys: &[&str]) -> Result<()> {
        for key in keys {
            self.command("POST", "/actions", &keys::actions(key)?)?;
        }
        Ok(())
    }

    /// Role and name of the element that has the focus, such as `button Next`.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn focused(&self) -> Result<String> {
        let body =
            format!("{FIND}\nconst e = document.activeElement; return role(e) + ' ' + name(e);");
        Ok(self
            .script(&body, &[])?
            .as_str()
            .unwrap_or_default()
            .trim()
            .to_owned())
    }
}

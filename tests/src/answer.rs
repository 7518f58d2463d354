//! Answers a question as a person does, given the answer as it stands in an answers file.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value};

use crate::node::Node;
use crate::page::Page;
use crate::words::Words;

impl Page<'_> {
    /// Answers a question that shows, and waits until the page keeps that answer.
    ///
    /// # Errors
    /// When its words are not the right ones, or what the page keeps instead and what it says.
    pub fn answer(&self, words: &Words, question: &str, answer: &Value) -> Result<()> {
        let id = format!("q-{question}");
        let field = self.first(&format!("#{id}"))?;
        called(&field, words.label(question)?)?;
        match answer {
            Value::Array(items) => self.enter_items(words, question, items)?,
            Value::Null => self.say_unknown(words, &id)?,
            Value::String(option) if self.shows(&format!("select#{id}"))? => {
                field.select(words.option(question, option)?)?;
            }
            Value::String(option) => {
                let radio = self.first(&format!("#{id} input[value='{option}']"))?;
                called(&radio, words.option(question, option)?)?;
                radio.click()?;
            }
            number => self.enter_number(words, &id, number)?,
        }
        self.kept(question, answer)
    }

    /// Waits until the browser keeps this answer.
    fn kept(&self, question: &str, answer: &Value) -> Result<()> {
        let mut last = None;
        let waited = self.wait("the page keeps it", || {
            last = self.kept_answers()?.get(question).cloned();
            Ok((last.as_ref() == Some(answer)).then_some(()))
        });
        if waited.is_ok() {
            return Ok(());
        }
        let said = self.script(
            "return document.getElementById(arguments[0])?.textContent;",
            &[format!("q-{question}-error").into()],
        )?;
        let last = last.map_or("nothing".to_owned(), |last| last.to_string());
        bail!("{question}: entered {answer}, kept {last}; the page says {said}");
    }

    /// The answers that the browser keeps of the first household.
    ///
    /// # Errors
    /// When what it keeps is no answers file.
    pub fn kept_answers(&self) -> Result<Map<String, Value>> {
        let Ok(file) = self.kept_file() else {
            return Ok(Map::new());
        };
        let file: Value = serde_json::from_str(&file).with_context(|| file.clone())?;
        let answers = file.get("answers").and_then(Value::as_object);
        Ok(answers.cloned().unwrap_or_default())
    }

    /// Says "I don't know" where a question or a list item's field has this id.
    fn say_unknown(&self, words: &Words, id: &str) -> Result<()> {
        let unknown = words.ui("unknown")?;
        if self.shows(&format!("#{id} > .options"))? {
            let radio = self.first(&format!("#{id} input[value='?']"))?;
            called(&radio, unknown)?;
            return radio.click();
        }
        if self.shows(&format!("select#{id}"))? {
            return self.first(&format!("select#{id}"))?.select(unknown);
        }
        // beside a number, or below a list
        let buttons = format!(".number:has(> #{id}) > button, #{id} .row > button");
        let buttons = self.all(&buttons)?;
        let button = buttons.last().context("no button for that")?;
        ensure!(
            button.text()? == unknown,
            "{id}: the button for {unknown} says {}",
            button.text()?
        );
        button.click()
    }

    /// Types a number, after choosing its unit where the answer names one.
    fn enter_number(&self, words: &Words, id: &str, answer: &Value) -> Result<()> {
        let unit = answer.get("unit").and_then(Value::as_str);
        if let Some(unit) = unit {
            let unit = words.at(&["unit", unit])?;
            let choice = format!("select#{id}-unit");
            if self.shows(&choice)? {
                self.first(&choice)?.select(unit)?;
            } else {
                let shown = self.text_of(&format!(".number:has(> #{id}) > .unit"))?;
                ensure!(shown == unit, "{id} is in {shown}, not in {unit}");
            }
        }
        let value = answer.get("value").unwrap_or(answer);
        ensure!(value.is_number(), "{id}: {answer} is no answer");
        self.first(&format!("#{id}"))?.fill(&value.to_string())
    }

    /// Adds the items of a list, or says that there are none.
    fn enter_items(&self, words: &Words, question: &str, items: &[Value]) -> Result<()> {
        if items.is_empty() {
            let none = words.ui("none_here")?;
            for button in self.all(&format!("#q-{question} .row > button"))? {
                if button.text()? == none {
                    return button.click();
                }
            }
            bail!("{question}: no button {none}");
        }
        let add = words.fill("add_item", &[("question", words.at(&["item", question])?)])?;
        for (at, item) in items.iter().enumerate() {
            let button = self.first(&format!("#q-{question}-add"))?;
            called(&button, &add)?;
            button.click()?;
            let mut fields: Vec<_> = item.as_object().into_iter().flatten().collect();
            // the kind first: it decides which of the others are asked
            fields.sort_by_key(|(field, _)| *field != "kind");
            for (field, answer) in fields {
                self.enter_field(words, question, at, field, answer)
                    .with_context(|| format!("{question}[{at}].{field}"))?;
            }
        }
        Ok(())
    }

    /// Answers one field of a list item.
    fn enter_field(
        &self,
        words: &Words,
        question: &str,
        at: usize,
        field: &str,
        answer: &Value,
    ) -> Result<()> {
        let id = format!("q-{question}-{at}-{field}");
        let node = self.first(&format!("#{id}"))?;
        called(&node, words.at(&["field", question, field])?)?;
        match answer {
            Value::Null => self.say_unknown(words, &id),
            Value::String(option) => node.select(words.at(&["choice", question, field, option])?),
            number => self.enter_number(words, &id, number),
        }
    }
}

/// The element must have this name.
fn called(node: &Node<'_>, name: &str) -> Result<()> {
    let found = node.name()?;
    ensure!(found == name, "called {found:?} in place of {name:?}");
    Ok(())
}

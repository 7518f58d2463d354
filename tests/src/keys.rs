//! Keys by name, as WebDriver wants them.

use anyhow::{Result, bail};
use serde_json::{Value, json};

/// The action sequence for one key, with modifiers before it: `Shift+Tab`, `Control+z`.
///
/// # Errors
/// When the name is unknown.
pub fn actions(name: &str) -> Result<Value> {
    let mut codes = Vec::new();
    for part in name.split('+') {
        codes.push(code(part)?);
    }
    let down = codes
        .iter()
        .map(|code| json!({ "type": "keyDown", "value": code }));
    let up = codes
        .iter()
        .rev()
        .map(|code| json!({ "type": "keyUp", "value": code }));
    let steps: Vec<Value> = down.chain(up).collect();
    Ok(json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": steps }] }))
}

/// The code point of a key.
fn code(name: &str) -> Result<String> {
    let code = match name {
        "Backspace" => '\u{E003}',
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Control" => '\u{E009}',
        "Alt" => '\u{E00A}',
        "Escape" => '\u{E00C}',
        "Space" => ' ',
        "PageUp" => '\u{E00E}',
        "PageDown" => '\u{E00F}',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        "Delete" => '\u{E017}',
        _ => {
            let mut letters = name.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => bail!("no key is called {name}"),
            }
        }
    };
    Ok(code.to_string())
}

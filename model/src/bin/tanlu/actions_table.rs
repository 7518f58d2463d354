//! `tanlu actions` as a table.

use std::fmt::Write;

use serde_json::Value as Json;

/// All that is told of actions, to be read.
pub fn in_a_table(all: &Json) -> String {
    let mut text = heads(all);
    for action in all["actions"].as_array().into_iter().flatten() {
        listed(&mut text, action);
    }
    for denied in all["denied"].as_array().into_iter().flatten() {
        let [action, answer] = ["action", "answer"].map(|key| text_of(&denied[key]));
        let _ = writeln!(
            text,
            "{action}: done already by the plan, but not by the answer to {answer}"
        );
    }
    for unlock in all["unlocks"].as_array().into_iter().flatten() {
        let (obstacle, ids) = (text_of(&unlock["obstacle"]), names(&unlock["actions"]));
        let kg = band(&unlock["kg"]);
        let _ = writeln!(text, "without {obstacle}: {ids}: saves {kg} more");
    }
    joint(&mut text, &all["joint"]);
    let found = &all["found"];
    if found.is_object() {
        let _ = writeln!(
            text,
            "\nleast {} for {} kg per person in {}: {}, {} kg per person, probability {:.2}",
            text_of(&found["by"]),
            number(&found["target"]),
            found["year"],
            if found["reached"] == true {
                "reached"
            } else {
                "not reached; the deepest"
            },
            number(&found["per_person"]),
            found["probability"].as_f64().unwrap_or_default(),
        );
        if let Some(gap) = found["gap"].as_f64().filter(|gap| *gap > 0.0) {
            let _ = writeln!(text, "{gap:.0} kg per person are missing");
        }
        joint(&mut text, &found["joint"]);
        for (action, strength) in found["strengths"].as_object().into_iter().flatten() {
            let strength = strength.as_f64().unwrap_or_default();
            let _ = writeln!(text, "  {action:<22}    at {strength}");
        }
    }
    text
}

/// What the columns are.
fn heads(all: &Json) -> String {
    let mut text = format!(
        "model {}, official {} factors, all gases; kg CO2e a year of the household (seed {}, {} draws); yuan: median (5 %..95 %); \
         sure: the share of the draws in which it saves; what does not apply: why, and the questions that decide\n",
        text_of(&all["model"]),
        all["year"],
        all["seed"],
        all["draws"]
    );
    let _ = write!(text, "{:<24}{:>14}", "action", "strength");
    for column in ["saves", "p05", "p50", "p95", "sure"] {
        let _ = write!(text, "{column:>9}");
    }
    for column in ["yuan/year", "upfront", "yuan/tonne"] {
        let _ = write!(text, "{column:>26}");
    }
    let _ = writeln!(text, "{:>8}", "effort");
    text
}

/// An action with its figures, or why it has none.
fn listed(text: &mut String, action: &Json) {
    let unit = text_of(&action["strength_unit"]);
    let strength = action["strength"].as_f64();
    let strength = strength.map(|strength| format!("{strength} {unit}"));
    let strength = strength.unwrap_or_default();
    let _ = write!(text, "{:<24}{strength:>14}", text_of(&action["id"]));
    if action["applies"] == true {
        figures(text, action);
        let _ = write!(text, "{:>8}", number(&action["effort"]));
    } else {
        let _ = write!(text, "    {}", text_of(&action["why_not"]));
        let questions = names(&action["decided_by"]);
        if !questions.is_empty() {
            let _ = write!(text, " ({questions})");
        }
    }
    text.push('\n');
}

/// What actions save and cost.
fn figures(text: &mut String, of: &Json) {
    for key in ["kg", "p05", "p50", "p95"] {
        let _ = write!(text, "{:>9}", number(&of[key]));
    }
    let sure = of["sure"].as_f64();
    let sure = sure.map(|sure| format!("{:.0} %", 100.0 * sure));
    let _ = write!(text, "{:>9}", sure.unwrap_or_default());
    for key in ["yuan", "upfront", "per_tonne"] {
        let _ = write!(text, "{:>26}", band(&of[key]));
    }
}

/// A set with the part of each, and what of it is set aside.
fn joint(text: &mut String, joint: &Json) {
    let _ = write!(text, "{:<38}", "together");
    figures(text, joint);
    text.push('\n');
    for (action, kg) in joint["parts"].as_object().into_iter().flatten() {
        let _ = writeln!(text, "  {action:<36}{:>9}", number(kg));
    }
    for (action, why) in joint["set_aside"].as_object().into_iter().flatten() {
        let by = joint["set_aside_by"].get(action).map(names);
        let by = by.filter(|by| !by.is_empty());
        let by = by.map_or(String::new(), |by| format!(" by {by}"));
        let _ = writeln!(text, "  {action:<36}    {}{by}", text_of(why));
    }
}

fn text_of(json: &Json) -> String {
    json.as_str().unwrap_or_default().to_owned()
}

/// The texts of a list, one after the other.
fn names(list: &Json) -> String {
    let texts = list.as_array().into_iter().flatten();
    texts.map(text_of).collect::<Vec<_>>().join(", ")
}

fn number(json: &Json) -> String {
    json.as_f64().map_or(String::new(), |kg| format!("{kg:.0}"))
}

/// A median with its band.
fn band(json: &Json) -> String {
    if !json.is_object() {
        return String::new();
    }
    let [low, middle, high] = ["p05", "p50", "p95"].map(|key| number(&json[key]));
    format!("{middle} ({low}..{high})")
}

//! What actions cost and how hard they are.

use std::fmt::Write;

use super::shapes::{array, band, enumeration, origin};
use crate::build::tables::{Action, BENEFITS, CONSENTS, COST_PER, Meaning, TIMINGS, Tables};

/// The words of the columns, as enums.
pub(super) fn words() -> String {
    [
        ("What one unit of a cost is for.", "CostPer", COST_PER),
        ("When an action can be begun.", "Timing", TIMINGS),
        ("What else an action is good for.", "Benefit", BENEFITS),
        ("Who has to agree.", "Consent", CONSENTS),
    ]
    .map(|(doc, name, meanings)| word_enum(doc, name, meanings))
    .join("\n")
}

fn word_enum(doc: &str, name: &str, meanings: &[Meaning]) -> String {
    let variants: Vec<_> = meanings
        .iter()
        .map(|(word, variant, meaning)| (variant.to_string(), format!("`{word}`: {meaning}")))
        .collect();
    let mut code = enumeration(doc, name, &variants);
    let all: Vec<String> = meanings
        .iter()
        .map(|(_, variant, _)| format!("{name}::{variant}"))
        .collect();
    let _ = writeln!(
        code,
        "impl {name} {{\n    /// All of them, in their order.\n    pub const ALL: [{name}; {}] = [{}];",
        all.len(),
        all.join(", ")
    );
    let _ = writeln!(
        code,
        "    /// The word as written in the tables.\n    pub const fn id(self) -> &'static str {{\n        match self {{"
    );
    for (word, variant, _) in meanings {
        let _ = writeln!(code, "            {name}::{variant} => {word:?},");
    }
    code.push_str("        }\n    }\n}\n");
    code
}

/// A word of a column as the variant of its enum.
fn variant(name: &str, meanings: &[Meaning], word: &str) -> String {
    let found = meanings.iter().find(|(known, ..)| *known == word);
    let variant = found.map(|(_, variant, _)| *variant);
    format!("{name}::{}", variant.unwrap_or_default())
}

pub(super) fn facts(tables: &Tables) -> String {
    let facts = |action: &Action| {
        let benefits = action.benefits.iter();
        let benefits: Vec<String> = benefits
            .map(|word| variant("Benefit", BENEFITS, word))
            .collect();
        format!(
            "ActionFacts {{ id: {:?}, upfront: {}, per: {}, life: {}, running: {}, running_per: {}, \
             effort: {}, when: {}, adoption: {:?}, benefits: &[{}], {} }}",
            action.id,
            band(&action.upfront),
            variant("CostPer", COST_PER, &action.per),
            band(&action.life),
            band(&action.running),
            variant("CostPer", COST_PER, &action.running_per),
            action.effort,
            variant("Timing", TIMINGS, &action.when),
            action.adoption,
            benefits.join(", "),
            origin(tables, &action.origin)
        )
    };
    let note = |action: &Action| format!("{:?}", action.origin.note);
    let actions = || tables.actions.iter();
    array(
        "What every action costs and asks for, in the order of the table.",
        "ACTION_FACTS",
        "ActionFacts",
        &actions().map(facts).collect::<Vec<_>>(),
    ) + &array(
        "What the costs of each action hold, and what may come back, in the same order.",
        "ACTION_NOTES",
        "&str",
        &actions().map(note).collect::<Vec<_>>(),
    )
}

pub(super) fn effort_levels(tables: &Tables) -> String {
    let levels: Vec<String> = tables
        .effort
        .iter()
        .map(|level| {
            format!(
                "EffortLevel {{ effort: {}, upfront_up_to: {:?}, consent: {}, time: {:?}, skill: {:?}, \
                 habit: {:?}, {} }}",
                level.effort,
                level.upfront_up_to,
                variant("Consent", CONSENTS, &level.consent),
                level.time,
                level.skill,
                level.habit,
                origin(tables, &level.origin)
            )
        })
        .collect();
    array(
        "The criteria of the levels of effort, the least first.",
        "EFFORT_LEVELS",
        "EffortLevel",
        &levels,
    )
}

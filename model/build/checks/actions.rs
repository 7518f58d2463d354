//! Effort by the written criteria: five levels, and no action below what its money and its others ask for.

use crate::build::tables::{Action, CONSENTS, EFFORTS, EffortLevel, Tables, words_of};
use crate::build::{Place, Problem};

/// How many units of a cost a common home has: only to hold the money against the level of effort.
const COMMON: &[(&str, f64)] = &[("m2", 100.0), ("kW", 5.0)];

/// Runs the checks of this file.
pub fn run(tables: &Tables, problems: &mut Vec<Problem>) {
    levels(&tables.effort, problems);
    for action in &tables.actions {
        let level = tables
            .effort
            .iter()
            .find(|level| level.effort == action.effort);
        if let Some(level) = level {
            held_against(action, level, problems);
        }
    }
}

/// Every level stands once, and each asks for no less than the one before.
fn levels(effort: &[EffortLevel], problems: &mut Vec<Problem>) {
    if effort.is_empty() {
        return;
    }
    let order: Vec<&str> = effort.iter().map(|level| level.effort.as_str()).collect();
    if order != EFFORTS {
        let place = Place {
            file: "effort.csv".to_owned(),
            line: 1,
        };
        problems.push(place.problem("effort", "expected the levels 1 to 5, in order"));
    }
    let yuan = |level: &EffortLevel| level.upfront_up_to.unwrap_or(f64::INFINITY);
    let consents = words_of(CONSENTS);
    let rank = |level: &EffortLevel| consents.iter().position(|word| *word == level.consent);
    for (before, level) in effort.iter().zip(effort.iter().skip(1)) {
        let place = &level.origin.place;
        if yuan(level) < yuan(before) {
            problems.push(place.problem("upfront_up_to", "less than the level before"));
        }
        if rank(level).is_some_and(|rank_here| Some(rank_here) < rank(before)) {
            problems.push(place.problem("consent", "less than the level before"));
        }
    }
}

fn held_against(action: &Action, level: &EffortLevel, problems: &mut Vec<Problem>) {
    let place = &action.origin.place;
    let common = COMMON.iter().find(|(word, _)| *word == action.per);
    let yuan = action.upfront.value * common.map_or(1.0, |(_, units)| *units);
    if let Some(up_to) = level.upfront_up_to
        && yuan > up_to
    {
        let reason = format!(
            "level {} goes up to {up_to} yuan, this takes about {yuan}",
            level.effort
        );
        problems.push(place.problem("effort", reason));
    }
    if action.when == "together" && level.consent != "several_others" {
        let reason = format!(
            "level {} needs {} at most, this needs several others",
            level.effort, level.consent
        );
        problems.push(place.problem("effort", reason));
    }
}

//! Effort by the written criteria: five levels, and no action below what its money and its others ask for.

use crate::build::tables::{
    Action, Adoption, CAMPAIGN, CONSENTS, EFFORTS, EffortLevel, Tables, words_of,
};
use crate::build::{Place, Problem};

/// How many units of a cost a common home has: only to hold the money against the level of effort.
const COMMON: &[(&str, f64)] = &[("m2", 100.0), ("kW", 5.0)];

/// Runs the checks of this file.
pub fn run(tables: &Tables, problems: &mut Vec<Problem>) {
    adopted(&tables.actions, &tables.adoption, problems);
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

/// Every action has its row of adoption, and every row an action.
fn adopted(actions: &[Action], adoption: &[Adoption], problems: &mut Vec<Problem>) {
    for action in actions {
        let known = adoption.iter().any(|row| row.id == action.adoption);
        if !known && !action.adoption.is_empty() {
            let reason = format!("no row of adoption.csv has the id {:?}", action.adoption);
            problems.push(action.origin.place.problem("adoption", reason));
        }
    }
    for row in adoption.iter().filter(|row| row.id != CAMPAIGN) {
        if !actions.iter().any(|action| action.adoption == row.id) {
            let reason = "no action belongs to this row";
            problems.push(row.origin.place.problem("id", reason));
        }
    }
    if !adoption.iter().any(|row| row.id == CAMPAIGN) {
        let place = Place {
            file: "adoption.csv".to_owned(),
            line: 1,
        };
        let reason = format!("the row {CAMPAIGN} is missing");
        problems.push(place.problem("id", reason));
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

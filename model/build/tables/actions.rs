//! What actions cost and how hard they are.

use super::records::origin;
use super::{BENEFITS, CONSENTS, COST_PER, EFFORTS, Origin, TIMINGS, words_of};
use crate::build::fields::{Fields, Range};

/// What a household can do: its costs, its effort, its time.
pub struct Action {
    pub origin: Origin,
    pub id: String,
    pub upfront: Range,
    pub per: String,
    pub life: Range,
    pub running: Range,
    pub running_per: String,
    pub effort: String,
    pub when: String,
    pub adoption: String,
    pub benefits: Vec<String>,
}

/// The criteria of one level of effort.
pub struct EffortLevel {
    pub origin: Origin,
    pub effort: String,
    pub upfront_up_to: Option<f64>,
    pub consent: String,
    pub time: String,
    pub skill: String,
    pub habit: String,
}

pub(super) fn action(fields: &mut Fields<'_>) -> Action {
    let action = Action {
        origin: origin(fields),
        id: fields.id("id"),
        upfront: fields.range("upfront", "upfront_low", "upfront_high"),
        per: fields.word("per", &words_of(COST_PER)),
        life: fields.range("life", "life_low", "life_high"),
        running: fields.range("running", "running_low", "running_high"),
        running_per: fields.word("running_per", &words_of(COST_PER)),
        effort: fields.word("effort", EFFORTS),
        when: fields.word("when", &words_of(TIMINGS)),
        adoption: fields.id("adoption"),
        benefits: fields.words("benefits", &words_of(BENEFITS)),
    };
    if action.per == "kWh" {
        fields.problem("per", "only running costs are per kWh");
    }
    if action.life.low <= 0.0 {
        fields.problem("life_low", "a life is above 0");
    }
    if action.origin.note.is_empty() {
        fields.problem("note", "an action says what its costs hold");
    } else if !action.origin.note.contains("rebound: ") {
        fields.problem("note", "an action says what may come back: \"rebound: …\"");
    }
    action
}

pub(super) fn effort_level(fields: &mut Fields<'_>) -> EffortLevel {
    let level = EffortLevel {
        origin: origin(fields),
        effort: fields.word("effort", EFFORTS),
        upfront_up_to: (!fields.optional("upfront_up_to").is_empty())
            .then(|| fields.number("upfront_up_to")),
        consent: fields.word("consent", &words_of(CONSENTS)),
        time: fields.text("time"),
        skill: fields.text("skill"),
        habit: fields.text("habit"),
    };
    if level.upfront_up_to.is_some_and(|yuan| yuan <= 0.0) {
        fields.problem("upfront_up_to", "an amount of yuan is above 0");
    }
    level
}

//! What actions cost, how hard they are, and when they can be begun.

use super::{
    ACTION_FACTS, ACTION_NOTES, Band, Benefit, Consent, CostPer, EFFORT_LEVELS, SourceId, Status,
    Timing,
};

/// What an action costs and asks for. What it changes is in the model; the energy, fuel, fares and
/// goods that it saves or takes are counted there and priced by rows, not here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ActionFacts {
    /// The id in the table, `heat_lower`.
    pub id: &'static str,
    /// Yuan that it costs once, more than doing nothing or than what would be bought anyway;
    /// negative where it saves at once.
    pub upfront: Band,
    /// What those yuan are for: one home, square metre, kilowatt, appliance, car or person.
    pub per: CostPer,
    /// Years that what is bought lasts; 1 where nothing is bought.
    pub life: Band,
    /// Yuan a year besides what the model prices; negative where it saves.
    pub running: Band,
    /// What those yuan a year are for.
    pub running_per: CostPer,
    /// Effort from 1 to 5, by the criteria of [`EffortLevel`].
    pub effort: u8,
    /// When it can be begun.
    pub when: Timing,
    /// The row of `adoption.csv` that it belongs to.
    pub adoption: &'static str,
    /// What else it is good for.
    pub benefits: &'static [Benefit],
    /// Where the costs come from, the main source first.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

impl ActionFacts {
    /// The action with this id; none if the table has none.
    pub fn of(id: &str) -> Option<&'static ActionFacts> {
        ACTION_FACTS.iter().find(|facts| facts.id == id)
    }

    /// What the costs hold, and what may come back (the rebound), in English.
    pub fn note(&self) -> &'static str {
        let index = ACTION_FACTS.iter().position(|facts| facts.id == self.id);
        let note = index.and_then(|index| ACTION_NOTES.get(index));
        note.copied().unwrap_or_default()
    }

    /// The criteria of its effort.
    pub fn level(&self) -> Option<&'static EffortLevel> {
        EFFORT_LEVELS
            .iter()
            .find(|level| level.effort == self.effort)
    }
}

/// What a level of effort may ask for. An action has the highest level that any criterion asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffortLevel {
    /// From 1 to 5.
    pub effort: u8,
    /// Yuan at once, for a common home; none without limit.
    pub upfront_up_to: Option<f64>,
    /// Who has to agree.
    pub consent: Consent,
    /// How long it takes.
    pub time: &'static str,
    /// What one has to know or to hire.
    pub skill: &'static str,
    /// How much of daily life changes.
    pub habit: &'static str,
    /// Where the criteria come from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which they should be looked at again.
    pub review_by: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_found_by_its_id() {
        let found = ActionFacts::of("ev");
        assert_eq!(found.map(|facts| facts.when), Some(Timing::Replacement));
        assert!(found.is_some_and(|facts| facts.note().contains("wall box")));
        assert_eq!(ActionFacts::of("no_such_action"), None);
    }

    #[test]
    fn every_action_has_the_criteria_of_its_effort() {
        assert!(ACTION_FACTS.iter().all(|facts| facts.level().is_some()));
        let together = ACTION_FACTS
            .iter()
            .filter(|facts| facts.when == Timing::Together);
        for facts in together {
            let consent = facts.level().map(|level| level.consent);
            assert_eq!(consent, Some(Consent::SeveralOthers), "{}", facts.id);
        }
    }
}

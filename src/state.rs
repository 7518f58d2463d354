//! The state of the page: the answers, and what follows from them.
//!
//! Only handlers write it. Everything else is a memo.
use leptos::prelude::*;
use tanlu_model::unit::Conversion;
use tanlu_model::{Answer, Answers, Domain, Factors, Footprint, Household, QuestionId, footprint};

use crate::browser::{language, storage};
use crate::lang::Lang;
use crate::saved;

const ANSWERS: &str = "tanlu.answers";
const LANGUAGE: &str = "tanlu.lang";

/// What the last answer was, and the result before it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Change {
    /// The question answered last.
    pub question: QuestionId,
    /// kg CO2e per person and year before that.
    pub before: f64,
}

/// What there is to say about the browser's storage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeping {
    /// Answers are kept.
    Works,
    /// The browser refuses to keep anything.
    Refused,
    /// What was kept could not be read.
    Unreadable,
}

/// The state of the page. Made once, at the root.
#[derive(Clone, Copy)]
pub struct State {
    /// The language of the page.
    pub lang: RwSignal<Lang>,
    /// The part of life whose questions are shown.
    pub domain: RwSignal<Domain>,
    /// All answers.
    pub answers: RwSignal<Answers>,
    /// The answers before they were cleared, for undo.
    pub cleared: RwSignal<Option<Answers>>,
    /// The last answer's effect.
    pub change: RwSignal<Option<Change>>,
    /// Whether the browser keeps the answers.
    pub keeping: RwSignal<Keeping>,
    /// The household of these answers.
    pub household: Memo<Household>,
    /// Its footprint.
    pub footprint: Memo<Footprint>,
    factors: StoredValue<Factors>,
}

impl State {
    /// The state at the start of a visit: stored answers and language, if the browser has any.
    pub fn load() -> State {
        let (answers, keeping) = match storage::load(ANSWERS) {
            Err(storage::Refused) => (Answers::default(), Keeping::Refused),
            Ok(None) => (Answers::default(), Keeping::Works),
            Ok(Some(text)) => match saved::read(&text) {
                Ok(answers) => (answers, Keeping::Works),
                Err(saved::Unreadable) => (Answers::default(), Keeping::Unreadable),
            },
        };
        let stored = storage::load(LANGUAGE).ok().flatten();
        let lang = Lang::choose(
            language::query().as_deref(),
            stored.as_deref(),
            &language::preferred(),
        );
        let answers = RwSignal::new(answers);
        let factors = StoredValue::new(Factors::central());
        let household = Memo::new(move |_| {
            answers.with(|answers| factors.with_value(|f| Household::resolve(answers, f)))
        });
        let footprint =
            Memo::new(move |_| household.with(|home| factors.with_value(|f| footprint(home, f))));
        State {
            lang: RwSignal::new(lang),
            domain: RwSignal::new(Domain::Home),
            answers,
            cleared: RwSignal::new(None),
            change: RwSignal::new(None),
            keeping: RwSignal::new(keeping),
            household,
            footprint,
            factors,
        }
    }

    /// Answers a question.
    pub fn answer(self, question: QuestionId, answer: Answer) {
        if self
            .answers
            .with_untracked(|answers| answers.get(question) == Some(&answer))
        {
            return;
        }
        let before = self.footprint.with_untracked(Footprint::per_person_kg);
        self.answers.update(|answers| answers.set(question, answer));
        self.cleared.set(None);
        self.change.set(Some(Change { question, before }));
        self.keep();
    }

    /// Clears all answers; [`State::undo`] brings them back.
    pub fn clear(self) {
        let answers = self.answers.get_untracked();
        self.answers.set(Answers::default());
        self.cleared.set(Some(answers));
        self.change.set(None);
        self.keep();
    }

    /// Brings cleared answers back.
    pub fn undo(self) {
        if let Some(answers) = self.cleared.get_untracked() {
            self.answers.set(answers);
            self.cleared.set(None);
            self.keep();
        }
    }

    /// Changes the language for this and later visits.
    pub fn speak(self, lang: Lang) {
        self.lang.set(lang);
        if storage::save(LANGUAGE, lang.tag()).is_err() {
            self.keeping.set(Keeping::Refused);
        }
    }

    /// What one unit of `unit` is in the question's default unit, for this household.
    pub fn per_unit(self, conversion: Conversion) -> f64 {
        self.household
            .with(|home| self.factors.with_value(|f| conversion.per_unit(home, f)))
    }

    fn keep(self) {
        let text = self.answers.with_untracked(saved::write);
        let keeping = match storage::save(ANSWERS, &text) {
            Ok(()) => Keeping::Works,
            Err(storage::Refused) => Keeping::Refused,
        };
        if self.keeping.get_untracked() != keeping {
            self.keeping.set(keeping);
        }
    }
}

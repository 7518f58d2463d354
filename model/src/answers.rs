//! Answers as a person gave them: open, "I don't know", or an answer.

use crate::catalogue::{Household, QuestionId};
use crate::choice::Choice;
use crate::factors::Factors;
use crate::few::Few;
use crate::question::{FieldKind, Kind};
use crate::unit::AnswerUnit;

/// An answer to one question.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// "I don't know": the default stands, as for an open question.
    Unknown,
    /// The id of an option.
    Choice(&'static str),
    /// An amount in one of the question's units.
    Number {
        /// The amount.
        value: f64,
        /// Its unit.
        unit: AnswerUnit,
    },
    /// The items of a list.
    List(Vec<Item>),
}

/// One item of a list: the fields that are known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// The answered fields by their key.
    pub fields: Few<&'static str, Answer>,
}

impl Item {
    /// Whether a field has no answer.
    pub fn is_open(&self, field: &str) -> bool {
        let given = self.fields.get(field);
        given.is_none_or(|answer| *answer == Answer::Unknown)
    }

    /// The option chosen in a field.
    pub fn choice<T: Choice>(&self, field: &str) -> Option<T> {
        match self.fields.get(field)? {
            Answer::Choice(id) => T::from_id(id),
            _ => None,
        }
    }

    /// The unit in which the amount of a field was given.
    pub fn unit(&self, field: &str) -> Option<AnswerUnit> {
        match self.fields.get(field)? {
            Answer::Number { unit, .. } => Some(*unit),
            _ => None,
        }
    }

    /// The amount in a field, in the field's default unit.
    pub fn number(
        &self,
        question: QuestionId,
        field: &str,
        household: &Household,
        factors: &Factors,
    ) -> Option<f64> {
        let Answer::Number { value, unit } = self.fields.get(field)? else {
            return None;
        };
        let Kind::List { fields, .. } = question.kind() else {
            return None;
        };
        let FieldKind::Number(kind) = fields.iter().find(|known| known.id == field)?.kind else {
            return None;
        };
        Some(value * kind.choice(*unit)?.conversion.per_unit(household, factors))
    }
}

/// The answers so far, by question.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    by_question: Few<QuestionId, Answer>,
}

impl Answers {
    /// No answers yet.
    pub const fn new() -> Answers {
        Answers {
            by_question: Few::new(),
        }
    }

    /// The answer to a question; none as long as it is open.
    pub fn get(&self, question: QuestionId) -> Option<&Answer> {
        self.by_question.get(&question)
    }

    /// Answers a question, in place of an earlier answer.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        self.by_question.insert(question, answer);
    }

    /// Opens a question again.
    pub fn clear(&mut self, question: QuestionId) {
        self.by_question.remove(&question);
    }

    /// The answers in the catalogue's order.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, &Answer)> {
        self.by_question
            .iter()
            .map(|(question, answer)| (*question, answer))
    }

    /// Whether nothing is answered yet.
    pub fn is_empty(&self) -> bool {
        self.by_question.is_empty()
    }

    /// Whether a question has an answer other than "I don't know".
    pub fn knows(&self, question: QuestionId) -> bool {
        self.known(question).is_some()
    }

    /// The answer to a question that says something: one that is not "I don't know".
    pub fn known(&self, question: QuestionId) -> Option<&Answer> {
        self.get(question)
            .filter(|answer| **answer != Answer::Unknown)
    }
}

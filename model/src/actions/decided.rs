//! Which answers decide that an action does not apply.

use super::ActionId;
use crate::answers::{Answer, Answers, Item};
use crate::catalogue::{Household, QuestionId as Q};
use crate::choice::{Choice, Scope};
use crate::factors::Factors;
use crate::question::{FieldKind, Kind};

/// The questions that decide that an action does not apply: with another answer, or one where they are
/// open, the household could do it. For each of the actions, in the order of the catalogue; none where it could do the
/// action as it is, or where no single answer decides.
///
/// Where a household has said where it lives, nobody asks it to live elsewhere; whose habits an answer counts is no
/// habit.
#[inline(never)]
pub fn decided_by(
    actions: &[ActionId],
    answers: &Answers,
    factors: &Factors,
) -> Vec<(ActionId, Vec<Q>)> {
    let home = Household::resolve(answers, factors);
    let closed = |action: &ActionId| action.possible(&home, factors).is_err();
    let mut decided: Vec<(ActionId, Vec<Q>)> = actions
        .iter()
        .filter(|action| closed(action))
        .map(|action| (*action, Vec::new()))
        .collect();
    let place = |question: Q| matches!(question, Q::Province | Q::Settlement);
    let asked = Q::ALL.iter().copied().filter(|question| {
        let whose = question.kind() == Kind::Choice(Scope::IDS);
        let lives = place(*question) && answers.knows(*question);
        question.applies(&home) && !whose && !lives
    });
    let asked: Vec<Q> = asked.collect();
    // numbers, of which there are many, only for what no option decides
    for others in [options, ends] {
        let mut open: Vec<&mut (ActionId, Vec<Q>)> = decided
            .iter_mut()
            .filter(|(_, questions)| questions.is_empty())
            .collect();
        if open.is_empty() {
            break;
        }
        for &question in &asked {
            for other in others(question) {
                let mut answers = answers.clone();
                answers.set(question, other);
                let home = Household::resolve(&answers, factors);
                for (action, questions) in &mut open {
                    let known = questions.last() == Some(&question);
                    if !known && action.possible(&home, factors).is_ok() {
                        questions.push(question);
                    }
                }
            }
        }
    }
    decided
}

/// Those of some actions that no answer closes to a household, but what is assumed of it alone.
pub fn not_said(actions: &[ActionId], answers: &Answers, factors: &Factors) -> Vec<ActionId> {
    let decided = decided_by(actions, answers, factors).into_iter();
    let open = |questions: &[Q]| !questions.iter().any(|it| answers.knows(*it));
    let assumed = decided.filter(|(_, questions)| !questions.is_empty() && open(questions));
    assumed.map(|(action, _)| action).collect()
}

/// The smallest and the largest answer of a number question.
fn ends(question: Q) -> Vec<Answer> {
    match question.kind() {
        Kind::Number(kind) => {
            let unit = kind.unit();
            let ends = [kind.low, kind.high];
            let ends = ends.map(|value| Answer::Number { value, unit });
            ends.to_vec()
        }
        Kind::Choice(_) | Kind::List { .. } => Vec::new(),
    }
}

/// Answers that a question of options or of a list could have: each option; one item and two alike of each kind.
fn options(question: Q) -> Vec<Answer> {
    match question.kind() {
        Kind::Choice(options) => options.iter().map(|id| Answer::Choice(id)).collect(),
        Kind::List { fields, .. } => {
            let mut kinds = vec![Item::default()];
            for field in fields {
                if let FieldKind::Choice(options) = field.kind {
                    let with = |item: &Item, id: &'static str| {
                        let mut item = item.clone();
                        item.fields.insert(field.id, Answer::Choice(id));
                        item
                    };
                    let each = kinds.iter();
                    let each = each.flat_map(|item| options.iter().map(|id| with(item, id)));
                    kinds = each.collect();
                }
            }
            let lists = kinds.into_iter().flat_map(|item| {
                let two = vec![item.clone(), item.clone()];
                [Answer::List(vec![item]), Answer::List(two)]
            });
            lists.collect()
        }
        Kind::Number(..) => Vec::new(),
    }
}

//! The formula of every line, read from footprints of many households: what stands at each step,
//! whatever the household. Nothing here knows a formula; what the model writes down is put together.

mod merge;

use tanlu_model::footprint::{Operand, Operation, Origin};
use tanlu_model::rows::RowId;
use tanlu_model::samples::{paired_answers, varied_answers};
use tanlu_model::{Answers, Factors, Footprint, Household, Line, LineId};

use merge::{add_factors, add_form};

/// How an operand's value relates to what its origin names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// It is the value itself.
    Itself,
    /// It is one minus the value.
    Rest,
    /// It is one over the value.
    Inverse,
    /// It is a number that follows from it.
    Follows,
}

/// What may stand at a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// Where its value comes from.
    pub origin: Origin,
    /// What of it is taken.
    pub reading: Reading,
    /// The value, of a count from the definition of units.
    pub value: f64,
}

/// A step of a formula and the terms that stand there in one household or another.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it does.
    pub operation: Operation,
    /// Whether its values are below nothing, so that the product is taken off.
    pub negative: bool,
    /// The terms.
    pub terms: Vec<Term>,
}

/// A formula: a sum of products.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Its products, each once.
    pub products: Vec<Vec<Step>>,
}

/// A factor of a line and how many of the line's units go into one of the factor's.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorStep {
    /// The rows that stand there in one household or another.
    pub rows: Vec<RowId>,
    /// Kilograms to the factor's unit of mass.
    pub scale: f64,
}

/// All that is computed for a line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineForms {
    /// The line.
    pub line: LineId,
    /// Its quantity: one form, or one for each kind of household.
    pub forms: Vec<Form>,
    /// Its factors.
    pub factors: Vec<FactorStep>,
}

/// A household of the sample and its footprint.
pub type Sample = (Household, Footprint);

/// The households of these answers.
fn run(answers: &[Answers], factors: &Factors) -> Vec<Sample> {
    answers
        .iter()
        .map(|answers| Household::resolve(answers, factors))
        .map(|household| {
            let result = tanlu_model::footprint(&household, factors);
            (household, result)
        })
        .collect()
}

/// Many households that together reach every row.
pub fn samples(factors: &Factors) -> Vec<Sample> {
    run(&varied_answers(), factors)
}

/// The forms of every line, in the order of the lines.
///
/// Options that decide a line together are tried together too.
pub fn forms(samples: &[Sample], factors: &Factors) -> Vec<LineForms> {
    let paired = run(&paired_answers(), factors);
    let samples: Vec<&Sample> = samples.iter().chain(&paired).collect();
    LineId::ALL
        .iter()
        .map(|line| line_forms(*line, &samples, factors))
        .collect()
}

fn line_forms(id: LineId, samples: &[&Sample], factors: &Factors) -> LineForms {
    let mut all = LineForms {
        line: id,
        forms: Vec::new(),
        factors: Vec::new(),
    };
    for (household, footprint) in samples {
        for line in footprint.lines.iter().filter(|line| line.id == id) {
            add_form(&mut all.forms, form(line, household, factors));
            add_factors(&mut all.factors, line);
        }
    }
    let steps = all
        .forms
        .iter_mut()
        .flat_map(|form| form.products.iter_mut().flatten());
    for step in steps {
        step.terms.sort_by_key(|term| row(term).map(RowId::index));
    }
    all.factors.iter_mut().for_each(|step| step.rows.sort());
    let forms = all.forms.clone();
    all.forms.retain(|form| {
        !forms
            .iter()
            .any(|other| other != form && other.contains(form))
    });
    all
}

fn form(line: &Line, household: &Household, factors: &Factors) -> Form {
    let mut form = Form::default();
    let begins = |operand: &Operand| operand.operation == Operation::Plus;
    for product in line.quantity.formula.chunk_by(|_, next| !begins(next)) {
        let steps: Vec<Step> = product
            .iter()
            .map(|operand| Step {
                operation: operand.operation,
                negative: operand.value < 0.0,
                terms: vec![term(operand, household, factors)],
            })
            .collect();
        // the second car is computed as the first
        if !form.products.contains(&steps) {
            form.products.push(steps);
        }
    }
    form
}

fn term(operand: &Operand, household: &Household, factors: &Factors) -> Term {
    let known = match operand.origin {
        Origin::Answer(question) => household.value(question).number(),
        Origin::OtherAdult(question) => Some(household.other_adult.number(question)),
        Origin::Item(..) => household
            .is_own(operand.origin, operand.value)
            .then_some(operand.value),
        Origin::Row(row) => Some(factors.value(row)),
        Origin::Members => Some(household.members),
        Origin::OtherAdults => Some(household.other_adults()),
        Origin::Children => Some(household.children_living_here()),
        Origin::HeatingDegreeDays
        | Origin::CoolingDegreeDays
        | Origin::EndUse
        | Origin::Reference
        | Origin::Unit => Some(operand.value),
    };
    let reading = match known {
        Some(known) if known == operand.value => Reading::Itself,
        Some(known) if 1.0 - known == operand.value => Reading::Rest,
        Some(known) if 1.0 / known == operand.value => Reading::Inverse,
        _ => Reading::Follows,
    };
    let value = match operand.origin {
        Origin::Unit => operand.value,
        _ => 0.0,
    };
    Term {
        origin: operand.origin,
        reading,
        value,
    }
}

/// The row that a term is taken from.
pub fn row(term: &Term) -> Option<RowId> {
    match term.origin {
        Origin::Row(row) => Some(row),
        _ => None,
    }
}

//! Puts the formulas of different households together: steps that are alike become one step with
//! several terms, and a form that another holds whole is left out.

use tanlu_model::Line;
use tanlu_model::footprint::Origin;

use super::{FactorStep, Form, Reading, Step, Term};

/// What two steps must share to be the same step of two households.
fn alike(one: &Step, other: &Step) -> bool {
    let kind = |step: &Step| {
        step.terms.first().map(|term| match term.origin {
            Origin::Answer(_) | Origin::Item(..) | Origin::OtherAdult(_) => "person",
            Origin::Row(_) => "row",
            plain => plain.id(),
        })
    };
    (one.operation, one.negative, kind(one)) == (other.operation, other.negative, kind(other))
}

fn alike_products(one: &[Step], other: &[Step]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
}

impl Form {
    fn alike(&self, other: &Form) -> bool {
        let pairs = self.products.iter().zip(&other.products);
        self.products.len() == other.products.len()
            && pairs
                .into_iter()
                .all(|(one, other)| alike_products(one, other))
    }

    /// Whether each product of the other stands in this too.
    pub(super) fn contains(&self, other: &Form) -> bool {
        self.products.len() > other.products.len()
            && other
                .products
                .iter()
                .all(|product| self.products.iter().any(|own| alike_products(own, product)))
    }
}

/// Adds a form, or its terms to those of a form alike.
pub(super) fn add_form(forms: &mut Vec<Form>, new: Form) {
    let Some(known) = forms.iter_mut().find(|form| form.alike(&new)) else {
        forms.push(new);
        return;
    };
    let known = known.products.iter_mut().flatten();
    for (step, other) in known.zip(new.products.into_iter().flatten()) {
        for term in other.terms {
            merge(&mut step.terms, term);
        }
    }
}

/// A value that is not always the answer itself follows from it.
fn merge(terms: &mut Vec<Term>, new: Term) {
    match terms
        .iter_mut()
        .find(|term| term.origin == new.origin && term.value == new.value)
    {
        Some(known) if known.reading != new.reading => known.reading = Reading::Follows,
        Some(_) => {}
        None => terms.push(new),
    }
}

pub(super) fn add_factors(factors: &mut Vec<FactorStep>, line: &Line) {
    for (at, part) in line.parts.iter().enumerate() {
        let emitted = if part.kg == 0.0 { part.kg_co2 } else { part.kg };
        let scale = (emitted / (line.quantity.value * part.value) * 1000.0).round() / 1000.0;
        match factors.get_mut(at) {
            Some(known) if known.rows.contains(&part.factor) => {}
            Some(known) => known.rows.push(part.factor),
            None => factors.push(FactorStep {
                rows: vec![part.factor],
                scale,
            }),
        }
    }
}

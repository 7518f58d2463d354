//! The shares of options and counts by place, found once and kept.

use crate::catalogue::{Household, QuestionId};
use crate::choice::{Choice, Settlement};
use crate::factors::Factors;
use crate::population::{households_by_province, settlement_shares};
use crate::rows::Province;
use crate::shares::{CountShare, count_shares, option_shares};

/// Household sizes above this have the same shares.
const SIZES: usize = 20;

/// Shares by question and place.
pub struct Places {
    factors: Factors,
    provinces: Vec<(Province, f64)>,
    options: Kept<&'static str>,
    counts: Kept<f64>,
}

/// Shares by question and then by a place's number; empty as long as nobody asked.
struct Kept<T> {
    by_question: Vec<Vec<Vec<(T, f64)>>>,
}

impl<T> Kept<T> {
    fn new() -> Kept<T> {
        let by_question = QuestionId::ALL.iter().map(|_| Vec::new()).collect();
        Kept { by_question }
    }

    fn get(
        &mut self,
        question: QuestionId,
        place: usize,
        find: impl FnOnce() -> Vec<(T, f64)>,
    ) -> &[(T, f64)] {
        let Some(places) = self.by_question.get_mut(question as usize) else {
            return &[];
        };
        if places.len() <= place {
            places.resize_with(place + 1, Vec::new);
        }
        match places.get_mut(place) {
            Some(shares) => {
                if shares.is_empty() {
                    *shares = find();
                }
                shares
            }
            None => &[],
        }
    }
}

fn number(home: &Household) -> usize {
    home.province as usize * Settlement::ALL.len() + home.settlement as usize
}

impl Default for Places {
    fn default() -> Places {
        Places::new()
    }
}

impl Places {
    /// Nothing found yet.
    pub fn new() -> Places {
        let factors = Factors::central();
        Places {
            provinces: households_by_province(&factors),
            factors,
            options: Kept::new(),
            counts: Kept::new(),
        }
    }

    /// How many households each province has.
    pub(super) fn provinces(&self) -> &[(Province, f64)] {
        &self.provinces
    }

    /// The shares of settlements in a province.
    pub(super) fn settlements(&self, province: Province) -> [(Settlement, f64); 3] {
        settlement_shares(province, &self.factors)
    }

    /// The shares of a choice's options among households of the place.
    pub(super) fn options(
        &mut self,
        question: QuestionId,
        home: &Household,
    ) -> &[(&'static str, f64)] {
        self.options
            .get(question, number(home), || option_shares(question, home))
    }

    /// The shares of counts among households of the place and size.
    pub(super) fn counts(&mut self, question: QuestionId, home: &Household) -> &[CountShare] {
        let mut place = number(home) * (SIZES + 1);
        if question != QuestionId::Members {
            place += (home.members as usize).min(SIZES);
        }
        let factors = &self.factors;
        self.counts
            .get(question, place, || count_shares(question, home, factors))
    }
}

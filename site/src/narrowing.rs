//! How fast the band of each persona narrows: the model's reviewed table, which its own test computes
//! anew (`model/tests/narrowing.rs`).

use anyhow::{Context, Result};
use tanlu_model::QuestionId;

const REVIEWED: &str = include_str!("../../model/tests/narrowing.csv");

/// How the band per person of a persona narrows when it is asked in the proposed order.
#[derive(Clone, Debug, PartialEq)]
pub struct Narrowing {
    /// Width with nothing answered, kg.
    pub first: f64,
    /// Questions until it is half as wide; none if it never is.
    pub until_half: Option<usize>,
    /// Width with everything answered, kg: what no question asks about.
    pub floor: f64,
    /// The first questions that it was asked.
    pub asked: Vec<QuestionId>,
}

impl Narrowing {
    /// Of a persona.
    ///
    /// # Errors
    /// When the reviewed table does not have it, or not as expected.
    pub fn of(persona: &str) -> Result<Narrowing> {
        let read = |line: &str| -> Option<Narrowing> {
            let [name, first, until_half, floor, asked] =
                <[&str; 5]>::try_from(line.split(',').collect::<Vec<_>>()).ok()?;
            let questions: Option<Vec<QuestionId>> =
                asked.split(' ').map(QuestionId::from_id).collect();
            (name == persona).then_some(())?;
            Some(Narrowing {
                first: first.parse().ok()?,
                until_half: match until_half {
                    "never" => None,
                    count => Some(count.parse().ok()?),
                },
                floor: floor.parse().ok()?,
                asked: questions?,
            })
        };
        let found = REVIEWED.lines().skip(1).find_map(read);
        found.with_context(|| format!("narrowing.csv: {persona}"))
    }
}

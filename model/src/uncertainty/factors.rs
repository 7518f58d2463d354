//! The factors of every draw: each row within its range, those of one source or one grid together.

use super::chance::Chance;
use super::normal;
use crate::catalogue::QuestionId;
use crate::factors::Factors;
use crate::priors::prior;
use crate::rows::{GasClassId, NO_PUBLICATION, RowId, SourceId, TimeClass, Unit};

/// What rows are drawn together by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Together {
    /// The grid.
    Grid,
    /// A publication.
    Source(SourceId),
}

/// Draws rows one after the other, into the factors of all draws.
pub struct FactorDraws {
    chance: Chance,
    next: usize,
    scores: Vec<(Together, Vec<f64>)>,
    /// Rows that are the spread or the share of a prior: they are no factors.
    priors: Vec<RowId>,
}

impl FactorDraws {
    /// No row drawn yet.
    pub fn new(seed: u64, draws: u32) -> FactorDraws {
        let questions = QuestionId::ALL.iter();
        FactorDraws {
            chance: Chance::new(seed, draws),
            next: 0,
            scores: Vec::new(),
            priors: questions
                .flat_map(|question| prior(*question).rows())
                .collect(),
        }
    }

    /// Draws the next row; false when all are drawn.
    pub fn step(&mut self, factors: &mut [Factors]) -> bool {
        let Some(row) = RowId::all().nth(self.next) else {
            return false;
        };
        self.next += 1;
        let shape = Shape::of(row);
        if shape == Shape::Fixed || self.priors.contains(&row) {
            return true;
        }
        let scores = self.scores(row);
        for (factors, score) in factors.iter_mut().zip(scores) {
            factors.set(row, shape.at(score));
        }
        true
    }

    /// A row's scores: those of its source or grid, or of its own where it is our judgement.
    fn scores(&mut self, row: RowId) -> Vec<f64> {
        let Some(together) = together(row) else {
            return self.chance.scores();
        };
        let known = self.scores.iter().find(|(other, _)| *other == together);
        if let Some((_, scores)) = known {
            return scores.clone();
        }
        let scores = self.chance.scores();
        self.scores.push((together, scores.clone()));
        scores
    }
}

/// What a row is drawn with, if anything. Judgements of ours, and values that nobody has checked,
/// have no error in common.
fn together(row: RowId) -> Option<Together> {
    let class = row.gas().map(GasClassId::class);
    if class.is_some_and(|class| class.time_class == TimeClass::Electricity) {
        return Some(Together::Grid);
    }
    let source = row.facts().source;
    (!NO_PUBLICATION.contains(&source)).then_some(Together::Source(source))
}

/// The distribution of a row between its low and its high value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// It has no range.
    Fixed,
    /// What is positive without bound: lognormal on each side of the value, so that the 5 %, 50 %
    /// and 95 % quantiles are the row's three numbers.
    Lognormal {
        /// The median.
        value: f64,
        /// The logarithmic standard deviation below and above it.
        log_sd: [f64; 2],
    },
    /// A share, or what may be nothing: triangular about the value.
    Triangular {
        /// The least value.
        least: f64,
        /// The most likely value.
        value: f64,
        /// The greatest value.
        most: f64,
    },
}

/// The score of the 95 % quantile.
const SCORE_95: f64 = 1.644_853_626_951_472_2;
/// How far a triangle reaches beyond the 5 % quantile of its side: `1 / (1 - sqrt(0.1))`, exact for equal sides.
const REACH: f64 = 1.462_475_295_574_264_5;

impl Shape {
    /// The distribution of a row.
    pub fn of(row: RowId) -> Shape {
        let (value, (low, high)) = (row.value(), row.range());
        if low >= high {
            return Shape::Fixed;
        }
        let share = row.facts().unit == Unit::One && value <= 1.0 && high <= 1.0;
        if share || low <= 0.0 {
            let most = value + REACH * (high - value);
            return Shape::Triangular {
                least: (value - REACH * (value - low)).max(0.0),
                value,
                most: if share { most.min(1.0) } else { most },
            };
        }
        Shape::Lognormal {
            value,
            log_sd: [
                libm::log(value / low) / SCORE_95,
                libm::log(high / value) / SCORE_95,
            ],
        }
    }

    /// The value at a standard normal score.
    pub fn at(self, score: f64) -> f64 {
        match self {
            Shape::Fixed => 0.0,
            Shape::Lognormal {
                value,
                log_sd: [below, above],
            } => value * libm::exp(score * if score < 0.0 { below } else { above }),
            Shape::Triangular { least, value, most } => {
                let (all, left) = (most - least, value - least);
                let share = normal::below(score);
                if share * all < left {
                    least + (share * all * left).sqrt()
                } else {
                    most - ((1.0 - share) * all * (most - value)).sqrt()
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::id;

    #[test]
    fn a_positive_row_meets_its_three_numbers() {
        let row = id::REC_RICE;
        let shape = Shape::of(row);
        let (low, high) = row.range();
        for (score, value) in [(-SCORE_95, low), (0.0, row.value()), (SCORE_95, high)] {
            assert!((shape.at(score) / value - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_share_stays_a_share() {
        for row in RowId::all().filter(|row| row.facts().unit == Unit::One && row.range().1 <= 1.0) {
            let shape = Shape::of(row);
            if shape != Shape::Fixed {
                let (least, most) = (shape.at(-4.0), shape.at(4.0));
                assert!(0.0 <= least && least <= row.value(), "{}", row.id());
                assert!(row.value() <= most && most <= 1.0, "{}", row.id());
            }
        }
    }
}

//! The factors of every draw: each row within its range, those of one source or one grid together.

use super::chance::Chance;
use super::normal;
use crate::affluence::log_sd;
use crate::factors::Factors;
use crate::priors::UNASKED;
use crate::rows::{Band, GasClassId, NO_PUBLICATION, RowId, SourceId, TimeClass, Unit, id};

/// What rows are drawn together by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Together {
    /// The multipliers of one scale.
    Scale(usize),
    /// The grid.
    Grid,
    /// A publication.
    Source(SourceId),
}

/// Draws rows one after the other, into the factors of all draws.
pub struct FactorDraws {
    chance: Chance,
    next: usize,
    /// A row whose range is taken as many times wider.
    wider: Option<(RowId, f64)>,
    scores: Vec<(Together, Vec<f64>)>,
}

impl FactorDraws {
    /// No row drawn yet.
    pub fn new(chance: Chance, wider: Option<(RowId, f64)>) -> FactorDraws {
        FactorDraws {
            chance,
            next: 0,
            wider,
            scores: Vec::new(),
        }
    }

    /// Draws the next row; false when all are drawn.
    pub fn step(&mut self, factors: &mut [Factors]) -> bool {
        let Some(row) = RowId::all().nth(self.next) else {
            return false;
        };
        self.next += 1;
        let shape = match self.wider {
            Some((wider, by)) if wider == row => Shape::wider(row, by),
            _ => Shape::of(row),
        };
        // the spread between households is drawn with the question that asks about it; a price moves
        // no footprint
        let asked = row.facts().spread && !UNASKED.contains(&row);
        if shape == Shape::Fixed || asked || row.is_price() {
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

/// Multipliers of one scale, an answer each: drawn together, so that in every draw a better window loses
/// less heat than a worse one.
const SCALES: &[&[RowId]] = &[
    &[
        id::HEAT_AGE_BEFORE_1990,
        id::HEAT_AGE_1990_2009,
        id::HEAT_AGE_2010_LATER,
    ],
    &[
        id::HEAT_HABIT_ALL_DAY_ALL_ROOMS,
        id::HEAT_HABIT_EVENINGS_ALL_ROOMS,
        id::HEAT_HABIT_ALL_DAY_ONE_ROOM,
        id::HEAT_HABIT_EVENINGS_ONE_ROOM,
    ],
    &[
        id::HEAT_WINDOWS_SINGLE,
        id::HEAT_WINDOWS_DOUBLE,
        id::HEAT_WINDOWS_GOOD,
    ],
    &[
        id::HOT_WATER_USE_LITTLE,
        id::HOT_WATER_USE_AVERAGE,
        id::HOT_WATER_USE_MUCH,
    ],
    &[
        id::COOLING_HABIT_SELDOM,
        id::COOLING_HABIT_HOT_NIGHTS,
        id::COOLING_HABIT_ALL_DAY,
    ],
    &[id::GRADE_EFFICIENT, id::GRADE_AVERAGE, id::GRADE_OLD],
    &[id::LAMPS_LED, id::LAMPS_MIXED, id::LAMPS_OLD],
    &[id::STANDBY_OFF, id::STANDBY_SOMETIMES, id::STANDBY_ON],
    &[
        id::DEVICE_LIFE_EARLY,
        id::DEVICE_LIFE_AVERAGE,
        id::DEVICE_LIFE_LONG,
    ],
    &[
        id::FOODWASTE_LITTLE,
        id::FOODWASTE_AVERAGE,
        id::FOODWASTE_MUCH,
    ],
];

/// What a row is drawn with, if anything. Judgements of ours, and values that nobody has checked,
/// have no error in common.
fn together(row: RowId) -> Option<Together> {
    let class = row.gas().map(GasClassId::class);
    if class.is_some_and(|class| class.time_class == TimeClass::Electricity) {
        return Some(Together::Grid);
    }
    if let Some(scale) = SCALES.iter().position(|scale| scale.contains(&row)) {
        return Some(Together::Scale(scale));
    }
    let source = row.facts().source;
    (!NO_PUBLICATION.contains(&source)).then_some(Together::Source(source))
}

/// The distribution of a row between its low and its high value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// It has no range.
    Fixed,
    /// What is positive without bound: lognormal, as wide as the row's range.
    Lognormal {
        /// The mean.
        value: f64,
        /// The logarithmic standard deviation.
        log_sd: f64,
    },
    /// A share, or what may be nothing: triangular, its peak where the mean is the row's value, as
    /// far as the range allows.
    Triangular {
        /// The least value.
        least: f64,
        /// The most likely value.
        peak: f64,
        /// The greatest value.
        most: f64,
    },
}

/// How far a triangle reaches beyond the 5 % quantile of its side: `1 / (1 - sqrt(0.1))`, exact for equal sides.
const REACH: f64 = 1.462_475_295_574_264_5;

impl Shape {
    /// The distribution of a row.
    pub fn of(row: RowId) -> Shape {
        Shape::wider(row, 1.0)
    }

    /// The distribution of a row if its range were so many times wider: in proportion where it is
    /// positive, in its unit where it is a share or may be nothing.
    pub fn wider(row: RowId, by: f64) -> Shape {
        let (value, (low, high)) = (row.value(), row.range());
        if low >= high {
            return Shape::Fixed;
        }
        let share = row.facts().unit == Unit::One && value <= 1.0 && high <= 1.0;
        if share || low <= 0.0 {
            let reach = REACH * by;
            let least = (value - reach * (value - low)).max(0.0);
            let most = value + reach * (high - value);
            let most = if share { most.min(1.0) } else { most };
            return Shape::Triangular {
                least,
                // not `clamp`, whose panic would bring the formatting of numbers into the page
                peak: (3.0 * value - least - most).max(least).min(most),
                most,
            };
        }
        let log_sd = by * log_sd((low, high));
        Shape::Lognormal { value, log_sd }
    }

    /// A triangle from the low to the high end of a range, its peak at the value.
    pub fn between(band: Band) -> Shape {
        Shape::Triangular {
            least: band.low,
            peak: band.value,
            most: band.high,
        }
    }

    /// The value at a standard normal score.
    pub fn at(self, score: f64) -> f64 {
        match self {
            Shape::Fixed => 0.0,
            Shape::Lognormal { value, log_sd } => {
                value * libm::exp(log_sd * score - log_sd * log_sd / 2.0)
            }
            Shape::Triangular { least, peak, most } => {
                let (all, left) = (most - least, peak - least);
                let share = normal::below(score);
                if share * all < left {
                    least + (share * all * left).sqrt()
                } else {
                    most - ((1.0 - share) * all * (most - peak)).sqrt()
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_keeps_its_value_as_its_mean() {
        let scores = Chance::new(3, 4096).scores();
        for row in RowId::all() {
            let shape = Shape::of(row);
            let drawn = scores.iter().map(|score| shape.at(*score));
            let mean = drawn.sum::<f64>() / 4096.0;
            let ratio = mean / row.value();
            // a triangle that leans on a bound cannot: a tenth is allowed; the far tail of a
            // lognormal is cut at the last middle
            if shape != Shape::Fixed && !row.facts().spread {
                assert!((0.9..1.1).contains(&ratio), "{}: {ratio}", row.id());
            }
        }
    }

    /// The draws of a row from its least value to its greatest.
    fn order(row: RowId, factors: &[Factors]) -> Vec<usize> {
        let mut draws: Vec<usize> = (0..factors.len()).collect();
        draws.sort_by(|one, two| {
            let of = |at: &usize| factors.get(*at).map_or(0.0, |factors| factors.value(row));
            of(one).total_cmp(&of(two))
        });
        draws
    }

    /// Rows that belong together are low and high in the same draws, whatever their ranges; others
    /// are not.
    #[test]
    fn rows_of_one_grid_scale_or_source_share_a_draw() {
        const DRAWS: usize = 64;
        let mut factors = vec![Factors::central(); DRAWS];
        let mut rows = FactorDraws::new(Chance::new(5, DRAWS as u32), None);
        while rows.step(&mut factors) {}
        let central = Factors::central();
        let moved = |row: &RowId| {
            let mut drawn = factors.iter().map(|factors| factors.value(*row));
            drawn.any(|value| value != central.value(*row))
        };
        let drawn: Vec<RowId> = RowId::all().filter(moved).collect();
        let mut shared = [0; 3];
        for (at, one) in drawn.iter().enumerate() {
            for two in drawn.iter().skip(at + 1) {
                let (with, other) = (together(*one), together(*two));
                let same = order(*one, &factors) == order(*two, &factors);
                let expected = with.is_some() && with == other;
                assert_eq!(same, expected, "{} {}", one.id(), two.id());
                match with.filter(|_| same) {
                    Some(Together::Grid) => shared[0] += 1,
                    Some(Together::Scale(_)) => shared[1] += 1,
                    Some(Together::Source(_)) => shared[2] += 1,
                    None => {}
                }
            }
        }
        assert!(shared.iter().all(|pairs| *pairs > 0), "{shared:?}");
    }

    #[test]
    fn a_share_stays_a_share() {
        for row in RowId::all().filter(|row| row.facts().unit == Unit::One && row.range().1 <= 1.0)
        {
            let shape = Shape::of(row);
            if shape != Shape::Fixed {
                let (least, most) = (shape.at(-4.0), shape.at(4.0));
                assert!(0.0 <= least && least <= row.value(), "{}", row.id());
                assert!(row.value() <= most && most <= 1.0, "{}", row.id());
            }
        }
    }
}

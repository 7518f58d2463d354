//! A monotone cubic through points.
//!
//! Piecewise cubic Hermite interpolation whose slopes keep the shape of the points (Fritsch and
//! Carlson, Monotone piecewise cubic interpolation, 1980; the slope within is the weighted harmonic
//! mean of Fritsch and Butland, 1984, at the ends the three-point formula, limited). It goes through
//! the points exactly and, where they rise or fall, never leaves the span of its two neighbours.

/// The curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Pchip {
    /// Each point with the slope there.
    points: Vec<(f64, f64, f64)>,
}

impl Pchip {
    /// The curve through points `(x, y)`; none for fewer than two, or where x does not rise.
    pub fn through(points: &[(f64, f64)]) -> Option<Pchip> {
        let spans: Vec<(f64, f64)> = points
            .windows(2)
            .filter_map(|pair| match pair {
                [(x, y), (next_x, next_y)] if next_x > x => {
                    Some((next_x - x, (next_y - y) / (next_x - x)))
                }
                _ => None,
            })
            .collect();
        if spans.is_empty() || spans.len() + 1 != points.len() {
            return None;
        }
        let slope = |at: usize| {
            let before = at.checked_sub(1).and_then(|before| spans.get(before));
            match (before, spans.get(at)) {
                (Some(before), Some(after)) => within(*before, *after),
                (None, Some(first)) => at_end(*first, spans.get(1)),
                (Some(last), None) => {
                    let inner = at.checked_sub(2).and_then(|inner| spans.get(inner));
                    at_end(*last, inner)
                }
                (None, None) => 0.0,
            }
        };
        let with_slopes = points.iter().enumerate();
        let points = with_slopes.map(|(at, (x, y))| (*x, *y, slope(at)));
        Some(Pchip {
            points: points.collect(),
        })
    }

    /// The curve at `x`; none outside its points.
    pub fn at(&self, x: f64) -> Option<f64> {
        let mut pairs = self.points.windows(2);
        let pair = pairs.find(|pair| matches!(pair, [from, to] if from.0 <= x && x <= to.0))?;
        let [(from, y, slope), (to, next_y, next_slope)] = pair else {
            return None;
        };
        let width = to - from;
        let t = (x - from) / width;
        let (square, cube) = (t * t, t * t * t);
        Some(
            (2.0 * cube - 3.0 * square + 1.0) * y
                + (cube - 2.0 * square + t) * width * slope
                + (3.0 * square - 2.0 * cube) * next_y
                + (cube - square) * width * next_slope,
        )
    }
}

/// The slope between two spans, each a width and a slope: 0 at a turn, else the weighted harmonic mean.
fn within((width, slope): (f64, f64), (next_width, next_slope): (f64, f64)) -> f64 {
    if slope * next_slope <= 0.0 {
        return 0.0;
    }
    let (one, other) = (2.0 * next_width + width, next_width + 2.0 * width);
    (one + other) / (one / slope + other / next_slope)
}

/// The slope at an end: three points, limited to the shape of the outer span.
fn at_end((width, slope): (f64, f64), inner: Option<&(f64, f64)>) -> f64 {
    let Some((inner_width, inner_slope)) = inner else {
        return slope;
    };
    let end = ((2.0 * width + inner_width) * slope - width * inner_slope) / (width + inner_width);
    if end * slope <= 0.0 {
        0.0
    } else if slope * inner_slope <= 0.0 && end.abs() > 3.0 * slope.abs() {
        3.0 * slope
    } else {
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_through_its_points_and_keeps_their_shape() {
        let points = [(0.0, 1.0), (1.0, 1.0), (4.0, 7.0), (5.0, 3.0)];
        let curve = Pchip::through(&points);
        let at = |x| curve.as_ref().and_then(|curve| curve.at(x));
        for (x, y) in points {
            assert_eq!(at(x), Some(y));
        }
        assert_eq!(at(0.5), Some(1.0), "level between equal points");
        let inner: Vec<f64> = (10..=40).filter_map(|x| at(f64::from(x) / 10.0)).collect();
        assert!(inner.is_sorted());
        assert_eq!((at(-0.1), at(5.1)), (None, None));
    }

    #[test]
    fn a_line_stays_a_line() {
        let curve = Pchip::through(&[(0.0, 0.0), (2.0, 4.0), (3.0, 6.0)]);
        assert_eq!(curve.and_then(|curve| curve.at(1.25)), Some(2.5));
    }

    #[test]
    fn points_that_do_not_follow_one_another_have_no_curve() {
        assert_eq!(Pchip::through(&[(1.0, 2.0)]), None);
        assert_eq!(Pchip::through(&[(1.0, 2.0), (1.0, 3.0)]), None);
    }
}

//! The median and the band of equally likely draws.

/// The quantiles of something uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Quantiles {
    /// 5 % of the draws lie below.
    pub p05: f64,
    /// The median.
    pub p50: f64,
    /// 95 % of the draws lie below.
    pub p95: f64,
}

impl Quantiles {
    /// The quantiles of some draws; all 0 of none.
    pub fn of(mut draws: Vec<f64>) -> Quantiles {
        let mut quantile = |share: f64| {
            let at = share * (draws.len().saturating_sub(1)) as f64;
            nearest(&mut draws, at as usize, at.fract())
        };
        Quantiles {
            p05: quantile(0.05),
            p50: quantile(0.5),
            p95: quantile(0.95),
        }
    }

    /// How wide the band is.
    pub fn width(&self) -> f64 {
        self.p95 - self.p05
    }

    /// Half the width against the median: give or take so much; 0 where there is no median.
    pub fn give_or_take(&self) -> f64 {
        if self.p50 > 0.0 {
            self.width() / 2.0 / self.p50
        } else {
            0.0
        }
    }

    /// The quantiles of a multiple; of a negative one the ends change places.
    pub fn times(self, by: f64) -> Quantiles {
        let (low, high) = if by < 0.0 {
            (self.p95, self.p05)
        } else {
            (self.p05, self.p95)
        };
        Quantiles {
            p05: low * by,
            p50: self.p50 * by,
            p95: high * by,
        }
    }
}

/// The value at a place in the order of the draws, and a part of the way to the next.
fn nearest(draws: &mut [f64], at: usize, part: f64) -> f64 {
    if at >= draws.len() {
        return 0.0;
    }
    let (_, here, above) = draws.select_nth_unstable_by(at, f64::total_cmp);
    let here = *here;
    let next = above.iter().copied().fold(f64::INFINITY, f64::min);
    if part > 0.0 && next.is_finite() {
        here + part * (next - here)
    } else {
        here
    }
}

/// The variance of some draws.
pub fn variance(draws: &[f64]) -> f64 {
    let count = draws.len().max(1) as f64;
    let mean = draws.iter().sum::<f64>() / count;
    draws.iter().map(|draw| (draw - mean).powi(2)).sum::<f64>() / count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_the_draws() {
        let quantiles = Quantiles::of((0..=100).rev().map(f64::from).collect());
        assert_eq!(
            (quantiles.p05, quantiles.p50, quantiles.p95),
            (5.0, 50.0, 95.0)
        );
        let quantiles = Quantiles::of(vec![1.0, 2.0]);
        assert_eq!(quantiles.p50, 1.5);
        assert_eq!(Quantiles::of(Vec::new()), Quantiles::default());
        let turned = Quantiles {
            p05: -10.0,
            p50: 5.0,
            p95: 40.0,
        };
        let Quantiles { p05, p50, p95 } = turned.times(-2.0);
        assert_eq!([p05, p50, p95], [-80.0, -10.0, 20.0]);
    }
}

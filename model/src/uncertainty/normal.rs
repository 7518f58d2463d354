//! The standard normal distribution.

/// The score below which 95 % lie.
pub const P95: f64 = 1.644_853_626_951_472_2;

/// Newton steps that bring a quantile to the last bits.
const STEPS: usize = 40;

/// The share below a score.
pub fn below(score: f64) -> f64 {
    0.5 * libm::erfc(-score * std::f64::consts::FRAC_1_SQRT_2)
}

/// The score below which a share between 0 and 1 lies, by Newton's method from 0; each step is held
/// to one standard deviation, so that it cannot leave the far ends.
pub fn quantile(share: f64) -> f64 {
    let density = |score: f64| {
        libm::exp(-score * score / 2.0)
            * std::f64::consts::FRAC_1_PI.sqrt()
            * std::f64::consts::FRAC_1_SQRT_2
    };
    let mut score = 0.0;
    for _ in 0..STEPS {
        let step = (below(score) - share) / density(score);
        score -= step.clamp(-1.0, 1.0);
        if step.abs() < 1e-14 {
            break;
        }
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Known to ten digits: 5 %, 50 %, 97.5 % and the first of 2,048 middles.
    #[test]
    fn quantiles_are_the_tabled_ones() {
        for (share, score) in [
            (0.05, -1.644_853_626_951),
            (0.5, 0.0),
            (0.975, 1.959_963_984_540),
        ] {
            assert!((quantile(share) - score).abs() < 1e-10, "{share}");
        }
        for share in [0.5 / 2048.0, 1e-6, 0.2, 0.999] {
            assert!((below(quantile(share)) - share).abs() < 1e-13, "{share}");
        }
    }
}

//! From draws that fit the answers more or less to draws that are equally likely.

/// Fewer draws than this part must not carry the result.
const LEAST_SURVIVING: f64 = 1.0 / 8.0;
/// How finely it is found how far the evidence can be believed: in so many halvings.
const HALVINGS: usize = 12;

/// Which draws stand for the household, each as often as it is likely: of every draw the number of
/// times that systematic resampling takes it.
pub fn times_taken(likely: &[f64]) -> Vec<usize> {
    let weights = believed(likely);
    let all: f64 = weights.iter().sum();
    let count = weights.len() as f64;
    let mut reached = 0.0;
    let mut taken = 0.0;
    let mut times = Vec::with_capacity(weights.len());
    for weight in weights {
        reached += weight / all * count;
        let upto = (reached + 0.5 - 1e-9).floor().min(count);
        times.push((upto - taken) as usize);
        taken = upto;
    }
    times
}

/// How much each draw weighs. Where hardly any fits the answers, they are believed as far as enough survive.
fn believed(likely: &[f64]) -> Vec<f64> {
    let most = likely.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let by = |belief: f64| -> Vec<f64> {
        let weight = |likely: &f64| libm::exp((likely - most) * belief);
        likely.iter().map(weight).collect()
    };
    let all = by(1.0);
    if surviving(&all) >= LEAST_SURVIVING {
        return all;
    }
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        if surviving(&by(middle)) < LEAST_SURVIVING {
            high = middle;
        } else {
            low = middle;
        }
    }
    by(low)
}

/// The part of the draws that a result of them is worth.
fn surviving(weights: &[f64]) -> f64 {
    let all: f64 = weights.iter().sum();
    let squares: f64 = weights.iter().map(|weight| weight * weight).sum();
    all * all / squares / weights.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equally_likely_draws_are_all_taken_once() {
        assert_eq!(times_taken(&[-3.0; 100]), vec![1; 100]);
    }

    #[test]
    fn draws_are_taken_as_often_as_they_are_likely() {
        let likelier = |at: usize| at * 619 % 1000 < 500;
        let likely = (0..1000).map(|at| if likelier(at) { libm::log(3.0) } else { 0.0 });
        let times = times_taken(&likely.collect::<Vec<f64>>());
        assert_eq!(times.iter().sum::<usize>(), 1000);
        let taken = times.iter().enumerate().filter(|(at, _)| likelier(*at));
        let taken: usize = taken.map(|(_, times)| times).sum();
        assert!((735..=765).contains(&taken), "{taken}");
    }

    #[test]
    fn one_fitting_draw_does_not_stand_alone() {
        let likely: Vec<f64> = (0..1000).map(|at| -f64::from(at)).collect();
        let times = times_taken(&likely);
        assert_eq!(times.iter().sum::<usize>(), 1000);
        assert!(times.iter().filter(|times| **times > 0).count() > 100);
    }
}

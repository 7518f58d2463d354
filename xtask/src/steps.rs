//! Steps: each says its name, how long it took, and what came of it.

use anyhow::Result;
use std::ops::Add;
use std::time::{Duration, Instant};

/// How many checks passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Checks that passed.
    pub passed: usize,
    /// Checks that failed.
    pub failed: usize,
}

impl Tally {
    /// One check that passed.
    pub const ONE: Self = Self {
        passed: 1,
        failed: 0,
    };

    /// Reads a line as `cargo test`, wasm-bindgen's runner or our journeys print it:
    /// "12 passed; 0 failed" or "12 passed, 0 failed". Any other line counts nothing.
    #[must_use]
    pub fn read(line: &str) -> Self {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number_before = |word: &str| {
            words
                .iter()
                .zip(words.iter().skip(1))
                .find(|(_, next)| next.trim_end_matches([';', ',']) == word)
                .and_then(|(number, _)| number.parse().ok())
        };
        match (number_before("passed"), number_before("failed")) {
            (Some(passed), Some(failed)) => Self { passed, failed },
            _ => Self::default(),
        }
    }
}

impl Add for Tally {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

struct Done {
    name: String,
    took: Duration,
    tally: Tally,
    why: Option<String>,
}

/// The steps of one command, in order. A failed step does not stop the next ones.
#[derive(Default)]
pub struct Steps {
    done: Vec<Done>,
}

impl Steps {
    /// Runs a step and remembers how it went. True if nothing in it failed.
    pub fn step(&mut self, name: &str, body: impl FnOnce() -> Result<Tally>) -> bool {
        println!("\n=== {name}");
        let start = Instant::now();
        let (tally, why) = match body() {
            Ok(tally) if tally == Tally::default() => (
                Tally {
                    passed: 0,
                    failed: 1,
                },
                Some("ran no check".to_owned()),
            ),
            Ok(tally) => (tally, None),
            Err(error) => (
                Tally {
                    passed: 0,
                    failed: 1,
                },
                Some(format!("{error:#}")),
            ),
        };
        let took = start.elapsed();
        if let Some(why) = &why {
            println!("{name}: {why}");
        }
        let word = if tally.failed == 0 { "ok" } else { "FAILED" };
        println!("--- {name}: {word}, {:.1} s", took.as_secs_f64());
        let good = tally.failed == 0;
        self.done.push(Done {
            name: name.to_owned(),
            took,
            tally,
            why,
        });
        good
    }

    /// Prints the table and the last line. True if all passed.
    #[must_use]
    pub fn summary(&self) -> bool {
        println!(
            "\n{:<44} {:>8} {:>7} {:>7}",
            "step", "seconds", "passed", "failed"
        );
        let mut all = Tally::default();
        for Done {
            name,
            took,
            tally,
            why,
        } in &self.done
        {
            let (seconds, Tally { passed, failed }) = (took.as_secs_f64(), tally);
            println!("{name:<44} {seconds:>8.1} {passed:>7} {failed:>7}");
            if let Some(first) = why.as_deref().and_then(|why| why.lines().next()) {
                println!("    {first}");
            }
            all = all + *tally;
        }
        let total: Duration = self.done.iter().map(|done| done.took).sum();
        println!("{:<44} {:>8.1}", "in all", total.as_secs_f64());
        println!("{} passed, {} failed", all.passed, all.failed);
        all.failed == 0
    }
}

/// Does something slow: says what and how long it may take, then how long it took.
///
/// # Errors
/// Those of the work.
pub fn slowly<T>(what: &str, about: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{what} ({about}) ...");
    let start = Instant::now();
    let result = work();
    println!("{what}: {:.1} s", start.elapsed().as_secs_f64());
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_lines_of_every_runner() {
        let cargo = "test result: ok. 12 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(
            Tally::read(cargo),
            Tally {
                passed: 12,
                failed: 1
            }
        );
        assert_eq!(
            Tally::read("9 passed, 0 failed"),
            Tally {
                passed: 9,
                failed: 0
            }
        );
        assert_eq!(Tally::read("test passed ... ok"), Tally::default());
    }

    #[test]
    fn a_step_that_checks_nothing_fails() {
        let mut steps = Steps::default();
        assert!(!steps.step("nothing", || Ok(Tally::default())));
        assert!(steps.step("one", || Ok(Tally::ONE)));
        assert!(!steps.summary());
    }
}

//! Native times of the model, for `cargo xtask bench`: a `name: figure` on each line.

use std::hint::black_box;
use std::time::Instant;

use tanlu_model::footprint::Gas;
use tanlu_model::uncertainty::{self, DRAWS, InBaseYear, SEED, World, next_questions};
use tanlu_model::{Answers, Factors, Household, file, footprint};

const RUNS: u32 = 2_000;
/// How often the slower ones are measured; the median is printed.
const SLOW_RUNS: usize = 11;

fn main() -> Result<(), file::Refusal> {
    let answers = file::read(include_str!("../personas/shanghai_two_cars.json"))?.answers;
    let factors = Factors::central();
    let begun = Instant::now();
    for _ in 0..RUNS {
        let household = Household::resolve(black_box(&answers), black_box(&factors));
        black_box(footprint(&household, &factors));
    }
    let each = begun.elapsed().as_secs_f64() * 1e6 / f64::from(RUNS);
    println!("point estimate, answers to lines: {each:.1} us");
    median(&format!("world of {DRAWS} draws, once a visit"), || {
        World::whole(SEED, DRAWS)
    });
    let world = World::whole(SEED, DRAWS);
    let households = [
        ("nothing known", Answers::new()),
        ("two cars in Shanghai", answers),
    ];
    for (name, answers) in households {
        let draw = || uncertainty::draws(black_box(&answers), &world, InBaseYear::of(Gas::Co2e));
        median(&format!("{DRAWS} draws, {name}"), draw);
        let (draws, home) = (draw(), Household::resolve(&answers, &factors));
        median(&format!("next questions, {name}"), || {
            next_questions(black_box(&answers), &home, &draws)
        });
    }
    Ok(())
}

/// Prints the median time of some work.
fn median<T>(what: &str, work: impl Fn() -> T) {
    let mut times: Vec<f64> = (0..SLOW_RUNS)
        .map(|_| {
            let begun = Instant::now();
            black_box(work());
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let middle = times.get(SLOW_RUNS / 2).copied().unwrap_or_default();
    println!("{what}: {middle:.1} ms");
}

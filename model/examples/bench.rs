//! Native time of the point estimate, for `cargo xtask bench`.

use std::hint::black_box;
use std::time::Instant;

use tanlu_model::{Factors, Household, file, footprint};

const RUNS: u32 = 2_000;

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
    Ok(())
}

//! The honest number: what is not known about a household and about the factors, as draws.
//!
//! A [`World`] holds the numbers of chance and the factors of every draw; it depends on the seed alone.
//! A [`Sampling`] draws households that may give the answers of a file, from the priors of the open
//! questions ([`crate::priors`]), weighs them by how likely the answers are in them, and reads their
//! footprints by the very functions of the point estimate. The [`Draws`] that result are equally
//! likely; their quantiles are the median and the band, and what goes with each open question in them
//! is the next best question.
//!
//! Everything is the same to the last bit on every machine: the numbers come from PCG, and
//! exponentials and logarithms from `libm`.

mod band;
mod chance;
mod chances;
mod draws;
mod factors;
mod moot;
mod next;
pub(crate) mod normal;
mod places;
mod reading;
mod sampler;
mod sampling;
mod weights;
mod world;

pub use band::{Quantiles, variance};
pub use draws::{Draws, Paired};
pub use next::{Asking, Next, next_questions};
pub use reading::{InBaseYear, InYear, Reading};
pub use sampling::{Drawn, Sampling};
pub use world::{DRAWS, DRAWS_ALLOWED, SEED, World};

pub(crate) use chance::{Chance, shuffled};
pub(crate) use chances::{Amounts, Chances};
pub(crate) use draws::Run;
pub(crate) use factors::Shape;
pub(crate) use normal::P95;
pub(crate) use places::Places;
pub(crate) use sampler::{Lot, NO_EVIDENCE, Sampler};

use crate::answers::Answers;

/// The draws of a household in one go.
pub fn draws(answers: &Answers, world: &World, reading: impl Reading) -> Draws {
    let mut sampling = Sampling::new(answers, world, reading, Drawn::default());
    while sampling.step(world) {}
    sampling.finish().into_draws()
}

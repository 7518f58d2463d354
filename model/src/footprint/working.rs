//! Whether a reading writes down how its numbers come about.
//!
//! The formulas stand once, for all: read as [`Told`], every amount keeps its steps and every line
//! its factors; read as [`Parted`], every line keeps its factors, which say how it moves over the years;
//! read as [`Untold`], the very same arithmetic keeps nothing, for thousands of draws.

use std::fmt::Debug;

use super::line::{Operand, Operation, Part};

/// A list that is written, or not.
pub trait Log<T>: Clone + Debug + PartialEq {
    /// An empty list.
    fn nothing() -> Self;
    /// Adds an entry.
    fn put(&mut self, entry: T);
    /// Adds another list's entries.
    fn append(&mut self, other: Self);
}

/// A way of reading the model.
pub trait Working: Copy + Debug + PartialEq + 'static {
    /// The steps of an amount as this reading keeps them.
    type Steps: Log<Operand>;
    /// What each factor contributes to a line, as this reading keeps it.
    type Parts: Log<Part>;

    /// The steps of a sum of products, with one more at the end of each product.
    fn scaled(steps: Self::Steps, step: Operand) -> Self::Steps;
}

/// A reading that writes its working down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Told;

/// A reading that keeps what each factor contributes, but not how the quantity came about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parted;

/// A reading that wants the numbers alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Untold;

impl<T: Copy + Debug + PartialEq> Log<T> for Vec<T> {
    fn nothing() -> Vec<T> {
        Vec::new()
    }

    fn put(&mut self, entry: T) {
        self.push(entry);
    }

    fn append(&mut self, other: Vec<T>) {
        self.extend(other);
    }
}

impl<T> Log<T> for () {
    #[inline]
    fn nothing() {}

    #[inline]
    fn put(&mut self, _: T) {}

    #[inline]
    fn append(&mut self, (): ()) {}
}

impl Working for Told {
    type Steps = Vec<Operand>;
    type Parts = Vec<Part>;

    fn scaled(steps: Vec<Operand>, times: Operand) -> Vec<Operand> {
        let mut scaled = Vec::with_capacity(steps.len() + 2);
        for (at, step) in steps.into_iter().enumerate() {
            if at > 0 && step.operation == Operation::Plus {
                scaled.push(times);
            }
            scaled.push(step);
        }
        if !scaled.is_empty() {
            scaled.push(times);
        }
        scaled
    }
}

impl Working for Untold {
    type Steps = ();
    type Parts = ();

    #[inline]
    fn scaled((): (), _: Operand) {}
}

impl Working for Parted {
    type Steps = ();
    type Parts = FewParts;

    #[inline]
    fn scaled((): (), _: Operand) {}
}

/// Most factors of a line.
const MOST_PARTS: usize = 3;

/// What the few factors of a line contribute, kept in place.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FewParts {
    parts: [Option<Part>; MOST_PARTS],
}

impl FewParts {
    /// The parts in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().flatten()
    }
}

impl Log<Part> for FewParts {
    fn nothing() -> FewParts {
        FewParts::default()
    }

    fn put(&mut self, entry: Part) {
        let free = self.parts.iter_mut().find(|part| part.is_none());
        debug_assert!(free.is_some(), "a line with more than {MOST_PARTS} factors");
        if let Some(free) = free {
            *free = Some(entry);
        }
    }

    fn append(&mut self, other: FewParts) {
        other.iter().for_each(|part| self.put(*part));
    }
}

//! Whether a reading writes down how its numbers come about.
//!
//! The formulas stand once, for both: read as [`Told`], every amount keeps its steps and every line
//! its factors; read as [`Untold`], the very same arithmetic keeps nothing, for thousands of draws.

use std::fmt::Debug;

use super::line::{Operand, Operation};

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
    /// A list of entries as this reading keeps it.
    type Of<T: Copy + Debug + PartialEq>: Log<T>;

    /// The steps of a sum of products, each product multiplied.
    fn scaled(steps: Self::Of<Operand>, times: Operand) -> Self::Of<Operand>;
}

/// A reading that writes its working down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Told;

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
    type Of<T: Copy + Debug + PartialEq> = Vec<T>;

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
    type Of<T: Copy + Debug + PartialEq> = ();

    #[inline]
    fn scaled((): (), _: Operand) {}
}

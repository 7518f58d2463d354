//! What is told of all draws of the household, computed in slices between the frames. The newest wish takes the
//! place of older ones.
use leptos::prelude::*;
use tanlu_model::pathway::ScaleBands;
use tanlu_model::pathway::levers::LeverBands;
use tanlu_model::uncertainty::{Draws, World};

use crate::browser::clock::Slice;
use crate::browser::turn::Turns;
use crate::drawing::Drawing;

/// What looks at one draw after the other.
pub trait OnDraws {
    /// Looks at one more; false when all are looked at.
    fn step(&mut self, draws: &Draws, world: &World) -> bool;
}

impl OnDraws for ScaleBands {
    fn step(&mut self, draws: &Draws, world: &World) -> bool {
        ScaleBands::step(self, draws, world)
    }
}

impl OnDraws for LeverBands {
    fn step(&mut self, draws: &Draws, world: &World) -> bool {
        LeverBands::step(self, draws, world)
    }
}

/// What is being computed, or has been.
pub struct Sliced<W: 'static> {
    /// Whether all draws were looked at.
    known: RwSignal<bool>,
    work: StoredValue<Option<W>, LocalStorage>,
    turns: Turns,
    drawing: Drawing,
}

impl<W> Clone for Sliced<W> {
    fn clone(&self) -> Sliced<W> {
        *self
    }
}

impl<W> Copy for Sliced<W> {}

impl<W: OnDraws> Sliced<W> {
    /// Nothing computed yet.
    pub fn new(drawing: Drawing) -> Sliced<W> {
        Sliced {
            known: RwSignal::new(false),
            work: StoredValue::new_local(None),
            turns: Turns::new(),
            drawing,
        }
    }

    /// Begins something else, in place of what was begun before.
    pub fn begin(self, work: impl FnOnce(&Draws) -> W) {
        let work = self.drawing.with(|draws, _| work(draws));
        self.known.set(false);
        self.work.set_value(work);
        self.turns.wait(move || self.turn());
    }

    /// Whether what was begun last is such, whether or not it is known yet.
    pub fn is(self, such: impl Fn(&W) -> bool) -> bool {
        self.work.with_value(|work| work.as_ref().is_some_and(such))
    }

    /// There is nothing to compute.
    pub fn forget(self) {
        self.known.set(false);
        self.work.set_value(None);
    }

    /// Something of all draws, once they were looked at.
    pub fn of<T>(self, of: impl Fn(&W) -> T) -> Option<T> {
        if !self.known.get() {
            return None;
        }
        self.work.with_value(|work| work.as_ref().map(of))
    }

    /// One slice.
    fn turn(self) {
        let slice = Slice::begin();
        let more = self.work.try_update_value(|work| {
            let work = work.as_mut()?;
            self.drawing
                .with(|draws, world| slice.filled(|| work.step(draws, world)))
        });
        match more.flatten() {
            Some(true) => self.turns.wait(move || self.turn()),
            Some(false) => self.known.set(true),
            // forgotten, or the answers have changed: what is wanted will be begun again
            None => {}
        }
    }
}

//! What is told of all draws of the household, computed in slices between the frames. The newest wish takes the
//! place of older ones.
use std::any::Any;
use std::marker::PhantomData;

use leptos::prelude::*;
use tanlu_model::pathway::levers::LeverBands;
use tanlu_model::pathway::{EachBands, OwnBands, ScaleBands};
use tanlu_model::uncertainty::{Draws, World};

use crate::browser::clock::Slice;
use crate::browser::turn::Turns;
use crate::drawing::Drawing;

/// What looks at one draw after the other.
pub trait OnDraws: Any {
    /// Looks at one more; false when all are looked at.
    fn step(&mut self, draws: &Draws, world: &World) -> bool;
}

macro_rules! on_draws {
    ($($bands:ident)*) => {
        $(impl OnDraws for $bands {
            fn step(&mut self, draws: &Draws, world: &World) -> bool {
                $bands::step(self, draws, world)
            }
        })*
    };
}

on_draws!(OwnBands EachBands ScaleBands LeverBands);

/// What is being computed, or has been.
pub struct Sliced<W: 'static> {
    slices: Slices,
    of: PhantomData<fn() -> W>,
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
            slices: Slices::new(drawing),
            of: PhantomData,
        }
    }

    /// Begins something else, in place of what was begun before.
    pub fn begin(self, work: impl FnOnce(&Draws) -> W) {
        let work = self.slices.drawing.with(|draws, _| work(draws));
        self.slices
            .begin(work.map(|work| Box::new(work) as Box<dyn OnDraws>));
    }

    /// Whether what was begun last is such, whether or not it is known yet.
    pub fn is(self, such: impl Fn(&W) -> bool) -> bool {
        self.slices.look(&mut |work| such(work)) == Some(true)
    }

    /// There is nothing to compute.
    pub fn forget(self) {
        self.slices.begin(None);
    }

    /// Something of all draws, once they were looked at.
    pub fn of<T>(self, of: impl Fn(&W) -> T) -> Option<T> {
        if !self.slices.known.get() {
            return None;
        }
        self.slices.look(&mut |work| of(work))
    }
}

/// The same of whatever looks at draws: one copy for all.
#[derive(Clone, Copy)]
struct Slices {
    /// Whether all draws were looked at.
    known: RwSignal<bool>,
    work: StoredValue<Option<Box<dyn OnDraws>>, LocalStorage>,
    turns: Turns,
    drawing: Drawing,
}

impl Slices {
    fn new(drawing: Drawing) -> Slices {
        Slices {
            known: RwSignal::new(false),
            work: StoredValue::new_local(None),
            turns: Turns::new(),
            drawing,
        }
    }

    #[inline(never)]
    fn begin(self, work: Option<Box<dyn OnDraws>>) {
        self.known.set(false);
        let any = work.is_some();
        self.work.set_value(work);
        if any {
            self.turns.wait(move || self.turn());
        }
    }

    /// Looks at the work, if it is of this kind.
    fn look<W: OnDraws, T>(self, look: &mut dyn FnMut(&W) -> T) -> Option<T> {
        self.work.with_value(|work| {
            let work: &dyn Any = work.as_deref()?;
            work.downcast_ref().map(look)
        })
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

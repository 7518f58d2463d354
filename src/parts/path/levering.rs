//! The draws of what levers do to the household, in slices between the frames. The newest year takes the place of
//! older ones.
use leptos::prelude::*;
use tanlu_model::pathway::levers::{Lever, LeverBands, OwnBand};
use tanlu_model::plan::{Expected, Tariff};
use tanlu_model::year::DEFAULT_SCENARIO;

use crate::browser::clock::Slice;
use crate::browser::turn::Turns;
use crate::drawing::Drawing;

/// What is being drawn, or has been.
#[derive(Clone, Copy)]
pub struct Levering {
    /// Whether all is drawn.
    known: RwSignal<bool>,
    work: StoredValue<Option<LeverBands>, LocalStorage>,
    turns: Turns,
    drawing: Drawing,
}

impl Levering {
    /// Nothing drawn yet.
    pub fn new(drawing: Drawing) -> Levering {
        Levering {
            known: RwSignal::new(false),
            work: StoredValue::new_local(None),
            turns: Turns::new(),
            drawing,
        }
    }

    /// Draws a year for a household with prices of its own, in place of any other, unless it is known.
    // one copy: an effect would hold several
    #[inline(never)]
    pub fn begin(self, own_prices: &[(Tariff, Expected)], year: u16) {
        let is_of = |work: &Option<LeverBands>| {
            let mut work = work.iter();
            work.any(|bands| bands.is_of(own_prices, year))
        };
        if self.work.with_value(is_of) {
            return;
        }
        let bands = self
            .drawing
            .with(|draws, world| LeverBands::new(own_prices, year, DEFAULT_SCENARIO, draws, world));
        self.known.set(false);
        self.work.set_value(bands);
        self.turns.wait(move || self.turn());
    }

    /// The household is another: nothing is known of it.
    pub fn forget(self) {
        self.known.set(false);
        self.work.set_value(None);
    }

    /// What a lever does to the household, once all is drawn.
    pub fn of(self, lever: Lever) -> Option<OwnBand> {
        if !self.known.get() {
            return None;
        }
        self.work
            .with_value(|work| work.as_ref().map(|bands| bands.of(lever)))
    }

    /// One slice.
    fn turn(self) {
        let slice = Slice::begin();
        let more = self.work.try_update_value(|work| {
            let bands = work.as_mut()?;
            self.drawing.with(|draws, world| {
                while !slice.is_over() {
                    if !bands.step(draws, world) {
                        return false;
                    }
                }
                true
            })
        });
        match more.flatten() {
            Some(true) => self.turns.wait(move || self.turn()),
            Some(false) => self.known.set(true),
            // forgotten, or the answers have changed: all will be drawn again
            None => {}
        }
    }
}

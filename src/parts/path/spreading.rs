//! The draws of a plan that spreads, in slices between the frames. The newest plan takes the place of
//! older ones; any campaign is then held against them at once.
use leptos::prelude::*;
use tanlu_model::pathway::{Campaign, NationalLine, ScaleBands, ScaleUp, WedgeBands};
use tanlu_model::plan::Plan;
use tanlu_model::rows::Scenario;
use tanlu_model::uncertainty::Quantiles;

use crate::browser::clock::Slice;
use crate::browser::turn::Turns;
use crate::drawing::Drawing;

/// What is being drawn, or has been.
#[derive(Clone, Copy)]
pub struct Spreading {
    /// Whether all is drawn.
    known: RwSignal<bool>,
    work: StoredValue<Option<ScaleBands>, LocalStorage>,
    turns: Turns,
    drawing: Drawing,
}

impl Spreading {
    /// Nothing drawn yet.
    pub fn new(drawing: Drawing) -> Spreading {
        Spreading {
            known: RwSignal::new(false),
            work: StoredValue::new_local(None),
            turns: Turns::new(),
            drawing,
        }
    }

    /// Draws a plan, in place of any other.
    // one copy: an effect would hold several
    #[inline(never)]
    pub fn begin(self, scale: ScaleUp, plan: &Plan, scenario: Scenario) {
        let bands = self
            .drawing
            .with(|draws, _| ScaleBands::new(scale, plan, scenario, draws));
        self.known.set(false);
        self.work.set_value(bands);
        self.turns.wait(move || self.turn());
    }

    /// No plan, nothing to draw.
    pub fn forget(self) {
        self.known.set(false);
        self.work.set_value(None);
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
            // the answers have changed: the plan will be drawn again
            None => {}
        }
    }

    /// What the household alone takes off the nation's in a year, kg, once all is drawn.
    pub fn alone(self, year: u16) -> Option<Quantiles> {
        self.drawn(|bands| bands.off_the_nation(year))
    }

    /// What a campaign takes off a line, once all is drawn.
    pub fn under(self, campaign: &Campaign, line: &NationalLine) -> Option<WedgeBands> {
        self.drawn(|bands| bands.under(campaign, line))
    }

    /// Something of all draws, once they are there.
    fn drawn<T>(self, of: impl Fn(&ScaleBands) -> T) -> Option<T> {
        if !self.known.get() {
            return None;
        }
        self.work.with_value(|work| work.as_ref().map(of))
    }
}

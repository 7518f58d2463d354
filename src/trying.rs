//! What actions save on the draws of the household that is shown, tried in slices between the frames:
//! first the plan as a whole, then every action alone. The newest wish takes the place of older ones.
use leptos::prelude::*;
use tanlu_model::actions::{Chosen, Effects, Joint};
use tanlu_model::uncertainty::{DRAWS, Quantiles};

use crate::browser::clock::milliseconds;
use crate::browser::turn::Turns;
use crate::drawing::Drawing;

/// A slice may take so long, in milliseconds.
const SLICE: f64 = 5.0;

/// What is being tried.
enum Stage {
    Idle,
    /// The plan as a whole.
    Together(Effects),
    /// Actions alone.
    Alone(Vec<Chosen>, Effects),
}

struct Work {
    together: Joint,
    wanted: Vec<Chosen>,
    /// The band of the household whose draws these are, by which other draws are told.
    of: Quantiles,
    stage: Stage,
}

/// What actions save, kg CO2e a year of the household, median and band.
#[derive(Clone, Copy)]
pub struct Trying {
    /// The plan as a whole; none as long as it is not known.
    pub together: RwSignal<Option<Quantiles>>,
    /// Actions alone, as far as they are known.
    pub alone: RwSignal<Vec<(Chosen, Quantiles)>>,
    work: StoredValue<Work, LocalStorage>,
    turns: Turns,
    drawing: Drawing,
}

impl Trying {
    /// Nothing tried yet.
    pub fn new(drawing: Drawing) -> Trying {
        Trying {
            together: RwSignal::new(None),
            alone: RwSignal::new(Vec::new()),
            work: StoredValue::new_local(Work {
                together: Joint::none(),
                wanted: Vec::new(),
                of: Quantiles::default(),
                stage: Stage::Idle,
            }),
            turns: Turns::new(),
            drawing,
        }
    }

    /// Tries a plan as a whole and actions alone, those that are not known yet. `of` is the band of the
    /// household: where it differs from the last one's, nothing is known.
    pub fn begin(self, together: Joint, wanted: Vec<Chosen>, of: Quantiles) {
        let known = self.work.with_value(|work| work.of == of);
        if !known {
            self.alone.set(Vec::new());
        }
        let begun = self.work.try_update_value(|work| {
            let again =
                known && work.together == together && self.together.with_untracked(Option::is_some);
            work.of = of;
            work.wanted = wanted;
            work.together = together;
            if again {
                // where actions alone are being tried, those that are wanted now follow
                if matches!(work.stage, Stage::Idle) {
                    work.stage = self.alone_next(work);
                }
            } else {
                let sets = vec![work.together.clone()];
                work.stage = Stage::Together(Effects::new(sets, DRAWS));
            }
            again
        });
        if begun == Some(false) && !known {
            self.together.set(None);
        }
        self.wait();
    }

    /// The trial of those that are wanted and not known.
    fn alone_next(self, work: &Work) -> Stage {
        let left: Vec<Chosen> = self.alone.with_untracked(|known| {
            let wanted = work.wanted.iter();
            let unknown = |chosen: &&Chosen| known.iter().all(|(known, _)| known != *chosen);
            wanted.filter(unknown).copied().collect()
        });
        if left.is_empty() {
            return Stage::Idle;
        }
        let sets = left.iter().map(|chosen| Joint::of([*chosen])).collect();
        Stage::Alone(left, Effects::new(sets, DRAWS))
    }

    fn wait(self) {
        self.turns.wait(move || self.turn());
    }

    /// One slice.
    fn turn(self) {
        let end = milliseconds() + SLICE;
        let mut together = None;
        let mut alone = Vec::new();
        let more = self.work.try_update_value(|work| {
            while milliseconds() < end {
                let effects = match &mut work.stage {
                    Stage::Idle => break,
                    Stage::Together(effects) | Stage::Alone(_, effects) => effects,
                };
                match self.drawing.with(|draws, world| effects.step(draws, world)) {
                    Some(true) => continue,
                    Some(false) => {}
                    // the answers have changed: what is wanted will be said again
                    None => return false,
                }
                work.stage = match std::mem::replace(&mut work.stage, Stage::Idle) {
                    Stage::Idle => Stage::Idle,
                    Stage::Together(effects) => {
                        together = effects.finish().pop().map(|savings| savings.band());
                        self.alone_next(work)
                    }
                    Stage::Alone(chosen, effects) => {
                        let bands = effects.finish().into_iter();
                        let bands = bands.map(|savings| savings.band());
                        alone = chosen.into_iter().zip(bands).collect();
                        Stage::Idle
                    }
                };
            }
            !matches!(work.stage, Stage::Idle)
        });
        if together.is_some() {
            self.together.set(together);
        }
        if !alone.is_empty() {
            self.alone.update(|known| known.extend(alone));
        }
        if more == Some(true) {
            self.wait();
        }
    }

    /// What an action saves alone, if it is known.
    pub fn of(self, chosen: Chosen) -> Option<Quantiles> {
        self.alone.with(|known| {
            let known = known.iter().find(|(known, _)| *known == chosen);
            known.map(|(_, band)| *band)
        })
    }
}

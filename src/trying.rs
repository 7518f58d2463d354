//! What actions save on the draws of the household that is shown, tried in slices between the frames:
//! first the plan as a whole, then every action alone, and what else is asked for. The newest wish takes the place of older ones.
use leptos::prelude::*;
use tanlu_model::actions::{Chosen, Effects, Joint};
use tanlu_model::uncertainty::{DRAWS, Quantiles};

use crate::browser::clock::milliseconds;
use crate::browser::turn::Turns;
use crate::drawing::Drawing;

/// A slice begins nothing more after so long, in milliseconds.
const SLICE: f64 = 4.0;

/// What is being tried.
enum Stage {
    Idle,
    /// The plan as a whole.
    Together(Effects),
    /// Sets one by one, most of them an action alone.
    Each(Vec<Joint>, Effects),
}

struct Work {
    together: Joint,
    wanted: Vec<Joint>,
    /// The band of the household whose draws these are, by which other draws are told.
    of: Quantiles,
    stage: Stage,
}

/// What actions save, kg CO2e a year of the household, median and band.
#[derive(Clone, Copy)]
pub struct Trying {
    /// The plan as a whole; none as long as it is not known.
    pub together: RwSignal<Option<Quantiles>>,
    /// Other sets, most of them an action alone, as far as they are known.
    pub each: RwSignal<Vec<(Joint, Quantiles)>>,
    work: StoredValue<Work, LocalStorage>,
    turns: Turns,
    drawing: Drawing,
}

impl Trying {
    /// Nothing tried yet.
    pub fn new(drawing: Drawing) -> Trying {
        Trying {
            together: RwSignal::new(None),
            each: RwSignal::new(Vec::new()),
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

    /// Tries a plan as a whole and other sets, those that are not known yet. `of` is the band of the
    /// household: where it differs from the last one's, nothing is known.
    pub fn begin(self, together: Joint, wanted: Vec<Joint>, of: Quantiles) {
        let known = self.work.with_value(|work| work.of == of);
        if !known {
            self.each.set(Vec::new());
        }
        let begun = self.work.try_update_value(|work| {
            let again =
                known && work.together == together && self.together.with_untracked(Option::is_some);
            work.of = of;
            work.wanted = wanted;
            work.together = together;
            if again {
                // where sets are being tried, those that are wanted now follow
                if matches!(work.stage, Stage::Idle) {
                    work.stage = self.next(work);
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
    fn next(self, work: &Work) -> Stage {
        let left: Vec<Joint> = self.each.with_untracked(|known| {
            let wanted = work.wanted.iter();
            let unknown = |set: &&Joint| known.iter().all(|(known, _)| known != *set);
            wanted.filter(unknown).cloned().collect()
        });
        if left.is_empty() {
            return Stage::Idle;
        }
        Stage::Each(left.clone(), Effects::new(left, DRAWS))
    }

    fn wait(self) {
        self.turns.wait(move || self.turn());
    }

    /// One slice.
    fn turn(self) {
        let end = milliseconds() + SLICE;
        let mut together = None;
        let mut each = Vec::new();
        let more = self.work.try_update_value(|work| {
            while milliseconds() < end {
                let effects = match &mut work.stage {
                    Stage::Idle => break,
                    Stage::Together(effects) | Stage::Each(_, effects) => effects,
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
                        self.next(work)
                    }
                    Stage::Each(sets, effects) => {
                        let bands = effects.finish().into_iter();
                        let bands = bands.map(|savings| savings.band());
                        each = sets.into_iter().zip(bands).collect();
                        Stage::Idle
                    }
                };
            }
            !matches!(work.stage, Stage::Idle)
        });
        if together.is_some() {
            self.together.set(together);
        }
        if !each.is_empty() {
            self.each.update(|known| known.extend(each));
        }
        if more == Some(true) {
            self.wait();
        }
    }

    /// What an action saves alone, if it is known.
    pub fn of(self, chosen: Chosen) -> Option<Quantiles> {
        self.of_set(&Joint::of([chosen]))
    }

    /// What a set saves, if it is known.
    pub fn of_set(self, set: &Joint) -> Option<Quantiles> {
        self.each.with(|known| {
            let known = known.iter().find(|(known, _)| known == set);
            known.map(|(_, band)| *band)
        })
    }
}

//! The search for a plan, in slices between the frames. A changed answer ends it, and so does the next one.
use leptos::prelude::*;
use tanlu_model::actions::search::Found;
use tanlu_model::actions::{Answer, Finding};
use tanlu_model::{Factors, Household};

use crate::browser::clock::Slice;
use crate::browser::turn::Turns;
use crate::drawing::Drawing;

/// How far the search is.
#[derive(Clone, PartialEq)]
pub enum Stand {
    /// Nothing was sought.
    Nothing,
    /// It is under way: the best set so far, and how much of this round is done, 0 to 1.
    Under(Option<Found>, f64),
    /// It was stopped.
    Stopped(Option<Found>),
    /// It is over.
    Over(Answer),
    /// The household has changed.
    Outdated,
}

struct Work {
    finding: Finding,
    home: Household,
}

/// The search, and how far it is.
#[derive(Clone, Copy)]
pub struct Seeking {
    /// How far it is.
    pub stand: RwSignal<Stand>,
    work: StoredValue<Option<Work>, LocalStorage>,
    turns: Turns,
    drawing: Drawing,
}

impl Seeking {
    /// Nothing sought yet.
    pub fn new(drawing: Drawing) -> Seeking {
        Seeking {
            stand: RwSignal::new(Stand::Nothing),
            work: StoredValue::new_local(None),
            turns: Turns::new(),
            drawing,
        }
    }

    /// Begins a search for the household of these central values, in place of any that is under way.
    pub fn begin(self, finding: Finding, home: Household) {
        self.work.set_value(Some(Work { finding, home }));
        self.stand.set(Stand::Under(None, 0.0));
        self.wait();
    }

    /// Ends the search, with this to be said.
    fn end(self, stand: Stand) {
        self.work.set_value(None);
        self.stand.set(stand);
    }

    /// Stops; the best set so far stays, without what its other actions leave nothing to do.
    pub fn stop(self) {
        if let Stand::Under(mut best, _) = self.stand.get_untracked() {
            self.work.with_value(|work| {
                if let (Some(found), Some(work)) = (&mut best, work) {
                    (_, found.set) = found.set.done(&work.home, &Factors::central());
                }
            });
            self.end(Stand::Stopped(best));
        }
    }

    /// The household has changed: what was found is of another one.
    pub fn outdate(self) {
        if self.stand.get_untracked() != Stand::Nothing {
            self.end(Stand::Outdated);
        }
    }

    /// Goes on, where the draws had to be waited for.
    pub fn wait(self) {
        if self.work.with_value(Option::is_some) {
            self.turns.wait(move || self.turn());
        }
    }

    /// One slice.
    fn turn(self) {
        let slice = Slice::begin();
        let next = self.work.try_update_value(|work| {
            let work = work.as_mut()?;
            let Work { finding, home, .. } = work;
            self.drawing.with(|draws, world| {
                let mut judge = finding.judge(home, draws, world);
                while finding.step(&mut judge) && !slice.is_over() {}
                finding.put_back(judge);
                match finding.answer() {
                    Some(answer) => Stand::Over(answer.clone()),
                    None => {
                        let (best, done) = finding.progress(draws);
                        Stand::Under(best.cloned(), done)
                    }
                }
            })
        });
        match next.flatten() {
            Some(Stand::Under(best, done)) => {
                self.stand.set(Stand::Under(best, done));
                self.wait();
            }
            Some(over) => self.end(over),
            None => {}
        }
    }
}

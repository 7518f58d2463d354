//! What actions save and cost on the draws of the household that is shown, tried in slices between the frames:
//! first the plan as a whole, then every action alone, and what else is asked for. The newest wish takes the place of older ones.
use leptos::prelude::*;
use tanlu_model::actions::cost::Prices;
use tanlu_model::actions::{Chosen, Effects, Money, Outcome, Savings, Trial};
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::OverYears;
use tanlu_model::plan::NEXT_YEAR;
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::year::{DEFAULT_SCENARIO, YEARS};

use crate::browser::clock::Slice;
use crate::browser::turn::Turns;
use crate::drawing::Drawing;

/// Of what actions save over the years one in so many draws is looked at.
const EVERY: usize = 8;

/// What is being tried.
enum Stage {
    Idle,
    /// The plan as a whole.
    Together(Effects),
    /// Sets one by one, most of them an action alone, and what is told of them so far.
    Each(Effects, Vec<(Trial, Outcome)>),
    /// Actions alone over the years.
    Years(OverYears),
}

/// What is to be tried.
pub struct Wish {
    /// The plan as a whole.
    pub together: Trial,
    /// Other sets, most of them an action alone.
    pub each: Vec<Trial>,
    /// The household's prices.
    pub prices: Prices,
    /// The band of the household whose draws these are, by which other draws are told.
    pub of: Quantiles,
}

struct Work {
    wish: Option<Wish>,
    money: Option<Money>,
    stage: Stage,
}

/// What actions save and cost: medians and bands.
#[derive(Clone, Copy)]
pub struct Trying {
    /// The plan as a whole; none as long as it is not known.
    pub together: RwSignal<Option<Outcome>>,
    /// Other sets, most of them an action alone, as far as they are known.
    pub each: RwSignal<Vec<(Trial, Outcome)>>,
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
                wish: None,
                money: None,
                stage: Stage::Idle,
            }),
            turns: Turns::new(),
            drawing,
        }
    }

    /// Tries what is wished for and not known yet. Where the household or its prices are others than those of the
    /// last wish, nothing is known.
    pub fn begin(self, wish: Wish) {
        let last = self.work.with_value(|work| {
            let last = work.wish.as_ref();
            last.map(|last| {
                let known = last.of == wish.of && last.prices == wish.prices;
                (known, known && last.together == wish.together)
            })
        });
        let (known, same) = last.unwrap_or_default();
        if !known {
            self.each.set(Vec::new());
            self.together.set(None);
        }
        let again = same && self.together.with_untracked(Option::is_some);
        self.work.update_value(|work| {
            if let Some(money) = &mut work.money {
                money.with(wish.prices.clone());
            }
            let together = wish.together.clone();
            work.wish = Some(wish);
            if !again {
                work.stage = Stage::Together(Effects::new([together]));
            } else if matches!(work.stage, Stage::Idle) {
                // where sets are being tried, those that are wanted now follow
                work.stage = self.next(work);
            }
        });
        self.wait();
    }

    /// The trial of those that are wanted and not known.
    fn next(self, work: &Work) -> Stage {
        let Some(wish) = &work.wish else {
            return Stage::Idle;
        };
        let left: Vec<Trial> = self.each.with_untracked(|known| {
            let unknown = |set: &&Trial| known.iter().all(|(known, _)| known != *set);
            wish.each.iter().filter(unknown).cloned().collect()
        });
        let years: Vec<Chosen> = left.iter().filter_map(Trial::of_years).collect();
        if years.len() < left.len() {
            let left = left.into_iter().filter(|trial| trial.of_years().is_none());
            return Stage::Each(Effects::new(left), Vec::new());
        }
        if years.is_empty() {
            return Stage::Idle;
        }
        let all = NEXT_YEAR..=*YEARS.end();
        let over = OverYears::new(years, all, Gas::Co2e, DEFAULT_SCENARIO, EVERY);
        Stage::Years(over)
    }

    fn wait(self) {
        self.turns.wait(move || self.turn());
    }

    /// One slice.
    fn turn(self) {
        let slice = Slice::begin();
        let mut more = true;
        while more && !slice.is_over() {
            let stepped = self.work.try_update_value(|work| self.step(work));
            more = stepped == Some(true);
        }
        if more {
            self.wait();
        }
    }

    /// One step; false when nothing is left, or when the answers have changed: what is wanted will be said again.
    fn step(self, work: &mut Work) -> bool {
        let Work { money, stage, wish } = work;
        let Some(wish) = wish else { return false };
        let more = self.drawing.with(|draws, world| {
            let money = money.get_or_insert_with(|| Money::of(wish.prices.clone(), world));
            match stage {
                Stage::Idle => false,
                Stage::Together(effects) | Stage::Each(effects, _) => {
                    effects.step(draws, world, Some(money))
                }
                Stage::Years(over) => over.step(draws, world),
            }
        });
        match more {
            Some(true) => return true,
            Some(false) => {}
            None => return false,
        }
        let tell = |(trial, savings): (Trial, Savings)| (trial, savings.told());
        match std::mem::replace(stage, Stage::Idle) {
            Stage::Idle => return false,
            Stage::Together(mut effects) => {
                let told = effects.tell().map(tell);
                self.together.set(told.map(|(_, outcome)| outcome));
            }
            Stage::Each(mut effects, mut told) => match effects.tell().map(tell) {
                Some(one) => {
                    told.push(one);
                    *stage = Stage::Each(effects, told);
                    return true;
                }
                None => self.each.update(|known| known.extend(told)),
            },
            Stage::Years(over) => {
                let told = over.finish().into_iter().map(|(chosen, kg)| {
                    let outcome = Outcome {
                        kg,
                        ..Outcome::default()
                    };
                    (Trial::over_years(chosen), outcome)
                });
                self.each.update(|known| known.extend(told));
            }
        }
        work.stage = self.next(work);
        !matches!(work.stage, Stage::Idle)
    }

    /// What a set comes to, if it is known.
    pub fn of(self, trial: &Trial) -> Option<Outcome> {
        self.each.with(|known| {
            let known = known.iter().find(|(known, _)| known == trial);
            known.map(|(_, outcome)| *outcome)
        })
    }
}

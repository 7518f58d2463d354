//! The bands of the household's path, in slices between the frames. The newest plan takes the place of
//! older ones.
use leptos::prelude::*;
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::{OwnBands, OwnYearBand};
use tanlu_model::plan::Plan;
use tanlu_model::rows::Scenario;
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::year::DEFAULT_SCENARIO;

use crate::browser::clock::milliseconds;
use crate::browser::turn::Turns;
use crate::drawing::Drawing;

/// A slice may take so long, in milliseconds.
const SLICE: f64 = 4.0;

/// The years that the table shows.
pub const SHOWN: [u16; 7] = [2023, 2025, 2030, 2035, 2040, 2050, 2060];

struct Work {
    plan: Plan,
    scenario: Scenario,
    /// The band of the household whose draws these are, by which other draws are told.
    of: Quantiles,
    bands: Option<OwnBands>,
}

/// The bands of the shown years per person, as soon as they are known.
#[derive(Clone, Copy)]
pub struct Pathing {
    /// By year; none as long as they are not known.
    pub bands: RwSignal<Vec<OwnYearBand>>,
    work: StoredValue<Work, LocalStorage>,
    turns: Turns,
    drawing: Drawing,
}

impl Pathing {
    /// Nothing known yet.
    pub fn new(drawing: Drawing) -> Pathing {
        Pathing {
            bands: RwSignal::new(Vec::new()),
            work: StoredValue::new_local(Work {
                plan: Plan::none(),
                scenario: DEFAULT_SCENARIO,
                of: Quantiles::default(),
                bands: None,
            }),
            turns: Turns::new(),
            drawing,
        }
    }

    /// Computes the bands of a plan under a scenario, if they are not known. `of` is the band of the household.
    pub fn begin(self, plan: Plan, scenario: Scenario, of: Quantiles) {
        let anew = self.work.try_update_value(|work| {
            let known = work.bands.is_some() || !self.bands.read_untracked().is_empty();
            let same = work.of == of && work.scenario == scenario;
            if known && same && work.plan.steps == plan.steps {
                return false;
            }
            work.of = of;
            work.scenario = scenario;
            let bands = OwnBands::of_years(&plan, Gas::Co2e, scenario, SHOWN);
            work.bands = Some(bands);
            work.plan = plan;
            true
        });
        if anew == Some(true) {
            self.bands.set(Vec::new());
        }
        self.wait();
    }

    fn wait(self) {
        self.turns.wait(move || self.turn());
    }

    /// One slice.
    fn turn(self) {
        let end = milliseconds() + SLICE;
        let mut known = None;
        let more = self.work.try_update_value(|work| {
            let bands = work.bands.as_mut()?;
            let more = self.drawing.with(|draws, world| {
                while milliseconds() < end {
                    if !bands.step(draws, world) {
                        return false;
                    }
                }
                true
            })?;
            if !more {
                let years = SHOWN.iter();
                known = Some(
                    years
                        .filter_map(|year| bands.year_per_person(*year))
                        .collect(),
                );
                work.bands = None;
            }
            Some(more)
        });
        if let Some(known) = known {
            self.bands.set(known);
        }
        if more == Some(Some(true)) {
            self.wait();
        }
    }
}

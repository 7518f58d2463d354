//! The bands of the household's path and of each change of its plan, computed in slices.
use leptos::prelude::*;
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::{EachBands, OwnBands, OwnYearBand};
use tanlu_model::rows::PER_PERSON_LINES;

use crate::parts::path::Context;
use crate::parts::path::sliced::Sliced;

/// The years that the table shows.
pub const SHOWN: [u16; 7] = [2023, 2025, 2030, 2035, 2040, 2050, 2060];
/// The years in which each action's saving is shown.
pub const EACH: [u16; 3] = [2025, 2035, 2050];

/// What the draws say per person.
#[derive(Clone, Default, PartialEq)]
pub struct Known {
    /// The bands of the shown years; none as long as they are not known.
    pub years: Vec<OwnYearBand>,
    /// By published line: in which part of the draws the household is not above it.
    pub reached: Vec<f64>,
}

impl Known {
    /// The bands of a year.
    pub fn year(&self, year: u16) -> Option<&OwnYearBand> {
        self.years.iter().find(|band| band.year == year)
    }

    fn of(bands: &OwnBands) -> Known {
        let years = SHOWN.iter();
        let lines = PER_PERSON_LINES.iter();
        Known {
            years: years
                .filter_map(|year| bands.year_per_person(*year))
                .collect(),
            reached: lines.filter_map(|line| bands.reaches(line)).collect(),
        }
    }
}

/// The bands, as soon as they are known.
#[derive(Clone, Copy)]
pub struct Pathing {
    /// Of the path.
    pub bands: Memo<Known>,
    /// Of each change of the plan, in the years of [`EACH`]; they follow the path's.
    pub each: Sliced<EachBands>,
}

impl Pathing {
    /// Follows the household, its plan and the scenario.
    pub fn of(context: Context) -> Pathing {
        let Context { state, .. } = context;
        let path = Sliced::<OwnBands>::new(state.drawing);
        let each = Sliced::new(state.drawing);
        // other steps are another path, other prices are none
        let steps = Memo::new(move |_| context.plan.with(|plan| plan.steps.clone()));
        Effect::new(move || {
            steps.track();
            let scenario = context.scenario.get();
            match context.drawn.get() {
                Some(_) => {
                    let plan = context.plan.get_untracked();
                    path.begin(|_| OwnBands::of_years(&plan, Gas::Co2e, scenario, SHOWN));
                }
                None => path.forget(),
            }
        });
        let bands = Memo::new(move |_| path.of(Known::of).unwrap_or_default());
        Effect::new(move || {
            if bands.with(|known| known.years.is_empty()) {
                each.forget();
                return;
            }
            let set = context.plan.with_untracked(|plan| plan.whole());
            let scenario = context.scenario.get_untracked();
            state.household.with_untracked(|home| {
                state.with_factors(|factors| {
                    each.begin(|_| EachBands::new(&set, home, scenario, &EACH, factors));
                });
            });
        });
        Pathing { bands, each }
    }
}

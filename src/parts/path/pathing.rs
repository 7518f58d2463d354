//! The bands of the household's path and of each change of its plan, computed in slices.
use leptos::prelude::*;
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::{EachBands, OwnBands, OwnYearBand};
use tanlu_model::plan::{Plan, Step};
use tanlu_model::rows::{PER_PERSON_LINES, Scenario};
use tanlu_model::uncertainty::Quantiles;

use crate::parts::path::Context;
use crate::parts::path::sliced::Sliced;

/// The years that the table shows.
pub const SHOWN: [u16; 7] = [2023, 2025, 2030, 2035, 2040, 2050, 2060];
/// The years in which each action's saving is shown.
pub const EACH: [u16; 3] = [2025, 2035, 2050];

/// What the draws say per person.
#[derive(Clone, Default)]
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
    pub bands: RwSignal<Known>,
    /// Of each change of the plan, in the years of [`EACH`]; they follow the path's.
    pub each: Sliced<EachBands>,
}

/// Of what the bands are: the steps of the plan, the scenario, the band of the household's draws.
type Of = (Vec<Step>, Scenario, Option<Quantiles>);

impl Pathing {
    /// Follows the household, its plan and the scenario.
    pub fn of(context: Context) -> Pathing {
        let path = Sliced::<OwnBands>::new(context.state.drawing);
        let pathing = Pathing {
            bands: RwSignal::new(Known::default()),
            each: Sliced::new(context.state.drawing),
        };
        // one for all: each effect has a copy of what it takes to run
        Effect::new(move |last: Option<Of>| {
            let scenario = context.scenario.get();
            let steps = context.plan.with(|plan| plan.steps.clone());
            let of = (steps, scenario, context.drawn.get());
            let known = path.of(Known::of);
            if last.as_ref() != Some(&of) {
                pathing.begin(path, context, of.2.is_some());
            } else if let Some(known) = known {
                pathing.follow(known, context);
            }
            of
        });
        pathing
    }

    /// Begins anew.
    fn begin(self, path: Sliced<OwnBands>, context: Context, drawn: bool) {
        self.bands.set(Known::default());
        self.each.forget();
        path.forget();
        if drawn {
            let scenario = context.scenario.get_untracked();
            let plan = context.plan.get_untracked();
            path.begin(|_| OwnBands::of_years(&plan, Gas::Co2e, scenario, SHOWN));
        }
    }

    /// Shows the path's bands, and begins those of each change.
    fn follow(self, known: Known, context: Context) {
        self.bands.set(known);
        let set = context.plan.with_untracked(Plan::whole);
        let scenario = context.scenario.get_untracked();
        context.state.household.with_untracked(|home| {
            context.state.with_factors(|factors| {
                self.each
                    .begin(|_| EachBands::new(&set, home, scenario, &EACH, factors));
            });
        });
    }
}

//! The bands of the household's path, in slices between the frames. The newest plan takes the place of
//! older ones.
use leptos::prelude::*;
use tanlu_model::actions::ActionId;
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::{EachBands, OwnBands, OwnYearBand};
use tanlu_model::plan::Plan;
use tanlu_model::rows::{PER_PERSON_LINES, Scenario};
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::year::DEFAULT_SCENARIO;

use crate::browser::clock::Slice;
use crate::browser::turn::Turns;
use crate::drawing::Drawing;

/// The years that the table shows.
pub const SHOWN: [u16; 7] = [2023, 2025, 2030, 2035, 2040, 2050, 2060];

/// The years in which each action's saving is shown.
pub const EACH: [u16; 3] = [2025, 2035, 2050];

struct Work {
    plan: Plan,
    scenario: Scenario,
    /// The band of the household whose draws these are, by which other draws are told.
    of: Quantiles,
    bands: Option<OwnBands>,
    /// What each action of the plan saves alone, which is told after the path.
    each: Option<EachBands>,
}

/// What the draws say per person.
#[derive(Clone, Default)]
pub struct Known {
    /// The bands of the shown years.
    pub years: Vec<OwnYearBand>,
    /// By published line: in which part of the draws the household is not above it.
    pub reached: Vec<f64>,
    /// By action of the plan: what it saves in the years of [`EACH`], kg of the household.
    pub each: Vec<(ActionId, Vec<Quantiles>)>,
}

impl Known {
    /// The bands of a year.
    pub fn year(&self, year: u16) -> Option<&OwnYearBand> {
        self.years.iter().find(|band| band.year == year)
    }

    /// The bands of an action, one for each year of [`EACH`]; none as long as they are not known.
    pub fn action(&self, action: ActionId) -> &[Quantiles] {
        let mut each = self.each.iter();
        let found = each.find(|(known, _)| *known == action);
        found.map_or(&[], |(_, bands)| bands)
    }
}

/// The bands of the shown years, as soon as they are known.
#[derive(Clone, Copy)]
pub struct Pathing {
    /// Empty as long as they are not known.
    pub bands: RwSignal<Known>,
    work: StoredValue<Work, LocalStorage>,
    turns: Turns,
    drawing: Drawing,
}

impl Pathing {
    /// Nothing known yet.
    pub fn new(drawing: Drawing) -> Pathing {
        Pathing {
            bands: RwSignal::new(Known::default()),
            work: StoredValue::new_local(Work {
                plan: Plan::none(),
                scenario: DEFAULT_SCENARIO,
                of: Quantiles::default(),
                bands: None,
                each: None,
            }),
            turns: Turns::new(),
            drawing,
        }
    }

    /// Computes the bands of a plan under a scenario, if they are not known. `of` is the band of the household.
    // one copy: an effect would hold several
    #[inline(never)]
    pub fn begin(
        self,
        plan: Plan,
        scenario: Scenario,
        of: Quantiles,
        each: impl FnOnce() -> EachBands,
    ) {
        let anew = self.work.try_update_value(|work| {
            let known = work.bands.is_some() || !self.bands.read_untracked().years.is_empty();
            let same = work.of == of && work.scenario == scenario;
            if known && same && work.plan.steps == plan.steps {
                return false;
            }
            work.of = of;
            work.scenario = scenario;
            let bands = OwnBands::of_years(&plan, Gas::Co2e, scenario, SHOWN);
            work.bands = Some(bands);
            work.each = Some(each());
            work.plan = plan;
            true
        });
        if anew == Some(true) {
            self.bands.set(Known::default());
        }
        self.wait();
    }

    fn wait(self) {
        self.turns.wait(move || self.turn());
    }

    /// One slice.
    fn turn(self) {
        let slice = Slice::begin();
        let (mut known, mut alone) = (None, None);
        let more = self.work.try_update_value(|work| {
            let Work { bands, each, .. } = work;
            let more = self.drawing.with(|draws, world| {
                slice.filled(|| match (bands.as_mut(), each.as_mut()) {
                    (Some(bands), _) => bands.step(draws, world),
                    (None, Some(each)) => each.step(draws, world),
                    (None, None) => false,
                })
            })?;
            if more {
                return Some(true);
            }
            match bands.take() {
                Some(bands) => known = Some(of_years(&bands)),
                None => alone = each.take(),
            }
            Some(each.is_some())
        });
        if let Some(known) = known {
            self.bands.set(known);
        }
        if let Some(alone) = alone {
            self.bands.update(|known| known.each = alone.finish());
        }
        if more == Some(Some(true)) {
            self.wait();
        }
    }
}

/// What the bands of a path say of the shown years and the published lines.
fn of_years(bands: &OwnBands) -> Known {
    let years = SHOWN.iter();
    let lines = PER_PERSON_LINES.iter();
    Known {
        years: years
            .filter_map(|year| bands.year_per_person(*year))
            .collect(),
        reached: lines.filter_map(|line| bands.reaches(line)).collect(),
        each: Vec::new(),
    }
}

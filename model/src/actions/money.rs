//! Yuan on draws: what sets of actions save and cost in the very households whose kilograms are compared.
//!
//! In each draw every price lies somewhere between its low and its high end, apart from all others: the
//! middle of its draws is the value, one in twenty lies at each end, none beyond. A price that is drawn with the
//! factors is the same here. So lie the costs of each action, those of one
//! action at the same end: where it is dear to buy it is dear to run, and does not last. In a household that an
//! action does not apply to it saves nothing and costs nothing.

use super::cost::{Cost, INTEREST, PriceList, Prices, Rates, annuity, tariff_row};
use super::{ActionId, Aside, Chosen, Joint};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{ByLine, Line, LineId, Sections, Untold};
use crate::plan::{Plan, Tariff};
use crate::rows::{Band, PRICE_ROWS, RowId};
use crate::uncertainty::{Chance, P95, Run, World};

/// Where numbers lie in each draw between their ends: -1 at the low one, 0 at the value, 1 at the high one.
struct Leanings(Vec<Vec<f32>>);

impl Leanings {
    /// Those of so many numbers, each apart from the others.
    fn of(count: usize, chance: &mut Chance) -> Leanings {
        let column = |_| {
            let scores = chance.scores().into_iter();
            let within = |score: f64| (score / P95).clamp(-1.0, 1.0) as f32;
            scores.map(within).collect()
        };
        Leanings((0..count).map(column).collect())
    }

    /// A number in a draw.
    fn pick(&self, number: usize, draw: usize, band: Band) -> f64 {
        let Band { value, low, high } = band;
        let leaning = self.0.get(number).and_then(|column| column.get(draw));
        let leaning = f64::from(leaning.copied().unwrap_or_default());
        if leaning < 0.0 {
            value + leaning * (value - low)
        } else {
            value + leaning * (high - value)
        }
    }
}

/// So many rows of prices there are.
const ROWS: usize = (PRICE_ROWS.1 - PRICE_ROWS.0) as usize;

/// Prices and costs on the draws of a world.
pub struct Money {
    prices: Prices,
    /// Of the rows of prices, then of the prices that a household may know, then of the actions' costs.
    leanings: Leanings,
}

impl Money {
    /// The money of a household that may know prices of its own.
    pub fn of(prices: Prices, world: &World) -> Money {
        let count = ROWS + Tariff::ALL.len() + ActionId::ALL.len();
        Money {
            prices,
            leanings: Leanings::of(count, &mut world.apart()),
        }
    }

    /// A price that a household may know, in a draw.
    fn tariff(&self, tariff: Tariff, draw: usize, band: Band) -> f64 {
        self.leanings.pick(ROWS + tariff as usize, draw, band)
    }

    /// The same draws for a household with other prices of its own.
    pub fn with(&mut self, prices: Prices) {
        self.prices = prices;
    }

    /// A price in a draw, or the interest.
    pub(crate) fn price(&self, row: RowId, run: &Run<'_>) -> f64 {
        let place = run.home.province;
        if let Some((tariff, own)) = self.prices.own(row, place) {
            return self.tariff(tariff, run.place, own);
        }
        let (low, high) = row.range();
        let value = row.value();
        let band = Band { value, low, high };
        if row.is_price() {
            let number = row.index() - usize::from(PRICE_ROWS.0);
            return self.leanings.pick(number, run.place, band);
        }
        // what differs between households is not drawn with the factors
        let mut tariffs = Tariff::ALL.iter();
        let tariff = tariffs.find(|tariff| tariff_row(**tariff, place) == row);
        match tariff.filter(|_| row.facts().spread) {
            Some(tariff) => self.tariff(*tariff, run.place, band),
            None => run.factors.value(row),
        }
    }

    /// What a household of some draws pays as it is, for some sections of its footprint.
    #[inline(never)]
    pub(super) fn today(
        &self,
        sections: Sections,
        run: &Run<'_>,
        scratch: &mut Vec<Line<Untold>>,
    ) -> Bill {
        let Run { home, factors, .. } = *run;
        let price = |row| self.price(row, run);
        let prices = self.prices.list(sections, home.province, factors, &price);
        scratch.clear();
        sections.write(home, factors, scratch);
        let mut lines: ByLine = [0.0; LineId::ALL.len()];
        let apart = prices.paid(home, scratch, factors, &mut |line, yuan| {
            if let Some(sum) = lines.get_mut(line as usize) {
                *sum += yuan;
            }
        });
        Bill {
            prices,
            lines,
            apart,
            interest: self.price(INTEREST, run),
        }
    }

    /// What actions cost in a draw, each if it applies there: a year, at once, and a year with what is bought
    /// spread over its life.
    #[inline(never)]
    pub(super) fn spent(
        &self,
        costs: &Costs,
        applied: &[ActionId],
        interest: f64,
        run: &Run<'_>,
        changed: &Household,
    ) -> [f64; 3] {
        let mut spent = [0.0; 3];
        for (rates, runs) in &costs.0 {
            if !applied.contains(&rates.action()) {
                continue;
            }
            let Cost {
                upfront,
                running,
                life,
            } = rates.cost(run.home, changed);
            let number = ROWS + Tariff::ALL.len() + rates.action() as usize;
            let pick = |band| self.leanings.pick(number, run.place, band);
            let turned = Band {
                value: -life.value,
                low: -life.high,
                high: -life.low,
            };
            let (upfront, running, life) = (pick(upfront), pick(running), -pick(turned));
            let running = if *runs { running } else { 0.0 };
            let [yearly, once, all] = &mut spent;
            *yearly += running;
            *once += upfront;
            *all += running;
            if upfront != 0.0 {
                *all += upfront * annuity(interest, life);
            }
        }
        spent
    }
}

/// What a household pays in a draw as it is.
pub(super) struct Bill {
    prices: PriceList,
    lines: ByLine,
    /// What goes through no line.
    apart: f64,
    /// The interest in the draw.
    pub(super) interest: f64,
}

impl Bill {
    /// What a changed household pays less a year: `reached` are the lines that are computed anew, `anew` these.
    pub(super) fn less(
        &self,
        reached: &[LineId],
        changed: &Household,
        anew: &[Line<Untold>],
        factors: &Factors,
    ) -> f64 {
        let was = reached.iter();
        let was: f64 = was.filter_map(|line| self.lines.get(*line as usize)).sum();
        let mut is = 0.0;
        let apart = self
            .prices
            .paid(changed, anew, factors, &mut |_, yuan| is += yuan);
        was - is + self.apart - apart
    }
}

/// What the actions of a set cost, and whether they still do once all of it is done.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Costs(Vec<(Rates, bool)>);

/// A set of actions to be tried on draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    pub(super) set: Joint,
    /// What is done without it; none where that is nothing.
    pub(super) over: Option<Joint>,
    /// Its costs, where yuan are asked for.
    pub(super) costs: Option<Costs>,
    /// Whether it is asked what it saves over the years.
    years: bool,
}

impl Trial {
    /// A set, against a household that does another one; nothing is asked about yuan.
    pub fn over(set: Joint, other: Joint) -> Trial {
        Trial {
            set,
            over: Some(other),
            ..Trial::from(Joint::none())
        }
    }

    /// An action alone over the years, which [`OverYears`](crate::pathway::OverYears) answers.
    pub fn over_years(chosen: Chosen) -> Trial {
        Trial {
            years: true,
            ..Trial::from(Joint::of([chosen]))
        }
    }

    /// The action that is asked about over the years, if it is.
    pub fn of_years(&self) -> Option<Chosen> {
        let first = self.set.chosen().first().copied();
        first.filter(|_| self.years)
    }

    /// An action alone, with the household's own costs.
    #[inline(never)]
    pub fn alone(chosen: Chosen, plan: &Plan) -> Trial {
        let rates = Rates::of(chosen, plan.cost(chosen.action));
        let costs = rates.map(|rates| (rates, true)).into_iter();
        Trial {
            costs: Some(Costs(costs.collect())),
            ..Trial::from(Joint::of([chosen]))
        }
    }

    /// A plan once all of it is done, and what of it is set aside then: what its other actions make moot costs nothing;
    /// what a later one takes over was bought before.
    #[inline(never)]
    pub fn of_plan(plan: &Plan, aside: &[Aside]) -> Trial {
        let set = plan.whole();
        let cost = |chosen: &Chosen| {
            let aside = aside.iter().find(|aside| aside.action == chosen.action);
            let counts = aside.is_none_or(|aside| aside.from.is_some());
            let rates = Rates::of(*chosen, plan.cost(chosen.action))?;
            counts.then_some((rates, aside.is_none()))
        };
        Trial {
            costs: Some(Costs(set.chosen().iter().filter_map(cost).collect())),
            ..Trial::from(set)
        }
    }
}

impl Trial {
    /// Yuan that are saved a year, and yuan at once, on central values: of a household whose bills are so much less.
    pub fn point(&self, less: f64, home: &Household, factors: &Factors) -> (f64, f64) {
        let costs = self.costs.iter().flat_map(|costs| &costs.0);
        let mut point = (less, 0.0);
        for (rates, runs) in costs {
            let cost = rates.cost(home, &rates.alone(home, factors));
            point.0 -= if *runs { cost.running.value } else { 0.0 };
            point.1 += cost.upfront.value;
        }
        point
    }
}

impl From<Joint> for Trial {
    /// A set of which nothing is asked about yuan.
    fn from(set: Joint) -> Trial {
        Trial {
            set,
            over: None,
            costs: None,
            years: false,
        }
    }
}

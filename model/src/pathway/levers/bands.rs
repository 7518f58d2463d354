//! What levers do to a household on its draws.

use super::{Before, Case, Lever, Own};
use crate::actions::Money;
use crate::actions::cost::Prices;
use crate::choice::Choice;
use crate::footprint::Scratch;
use crate::plan::{Expected, Tariff};
use crate::rows::{Band, RowId, Scenario, power_carbon_price, power_price_response};
use crate::uncertainty::{Chance, Draws, Quantiles, SEED, Shape, World};
use crate::year::YearIndex;

/// Apart from the seeds of other draws.
const OWN_SEED: u64 = SEED ^ 16;

/// What levers do to a household on its draws, computed one after the other.
pub struct LeverBands {
    year: u16,
    scenario: Scenario,
    prices: Prices,
    /// The same prices on the draws, once there is a first.
    money: Option<Money>,
    /// Yuan for a tonne of CO2, and the response to it, by draw.
    carbon: Vec<[f64; 2]>,
    scratch: Scratch,
    /// By draw, then by lever.
    drawn: Vec<Vec<Own>>,
}

/// Medians and bands of what a lever does to a household.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnBand {
    /// Of [`Own::yuan`].
    pub yuan: Option<Quantiles>,
    /// Of [`Own::kg`].
    pub kg: Quantiles,
}

impl LeverBands {
    /// Nothing computed yet, for a household that may know prices of its own.
    pub fn new(
        own_prices: &[(Tariff, Expected)],
        year: u16,
        scenario: Scenario,
        draws: &Draws,
    ) -> LeverBands {
        let count = draws.count();
        let mut chance = Chance::new(OWN_SEED, count as u32);
        let mut drawn = |band: Band| {
            let scores = chance.scores().into_iter();
            let shape = Shape::between(band);
            scores.map(move |score| shape.at(score))
        };
        let carbon = drawn(power_carbon_price()).zip(drawn(power_price_response()));
        let carbon = carbon
            .map(|(carbon, response)| [carbon, response])
            .collect();
        let prices = Prices::of(own_prices);
        LeverBands {
            year,
            scenario,
            money: None,
            prices,
            carbon,
            scratch: Scratch::new(),
            drawn: Vec::with_capacity(count),
        }
    }

    /// Whether they are those of a year, for a household with these prices of its own.
    pub fn is_of(&self, own_prices: &[(Tariff, Expected)], year: u16) -> bool {
        self.year == year && self.prices.are_of(own_prices)
    }

    /// Computes one more household with all draws that it stands in; false when all are computed.
    pub fn step(&mut self, draws: &Draws, world: &World) -> bool {
        let at = self.drawn.len();
        let Some(run) = draws.run(at, world) else {
            return false;
        };
        let mut carbon = self.carbon.iter().skip(at).take(run.times);
        let Some([first, response]) = carbon.next() else {
            return false;
        };
        let grid = world.grid(run.place);
        let Some(index) = YearIndex::drawn(self.year, self.scenario, grid, run.factors) else {
            return false;
        };
        let money = (self.money).get_or_insert_with(|| Money::of(self.prices.clone(), world));
        let price = |row: RowId| money.price(row, &run);
        let case = Case {
            home: run.home,
            index: &index,
            factors: run.factors,
            prices: &self.prices,
            price: &price,
            carbon: *first,
            response: *response,
        };
        let before = Before::of(&case, &mut self.scratch);
        let own = |lever: &Lever| case.own(*lever, &before, &mut self.scratch);
        let all: Vec<Own> = Lever::ALL.iter().filter_map(own).collect();
        // the same household at other prices of carbon
        for [carbon, response] in carbon {
            let case = Case {
                carbon: *carbon,
                response: *response,
                ..case
            };
            let mut again = all.clone();
            if let Some(own) = again.get_mut(Lever::PowerCarbonPrice as usize) {
                *own = case.of_price(&before, &mut self.scratch);
            }
            self.drawn.push(again);
        }
        self.drawn.push(all);
        true
    }

    /// The bands of a lever over the draws that are computed.
    pub fn of(&self, lever: Lever) -> OwnBand {
        let of_draw = |drawn: &Vec<Own>| drawn.get(lever as usize).copied();
        let all: Vec<Own> = self.drawn.iter().filter_map(of_draw).collect();
        let yuan: Option<Vec<f64>> = all.iter().map(|own| own.yuan).collect();
        OwnBand {
            yuan: yuan.map(Quantiles::of),
            kg: Quantiles::of(all.iter().map(|own| own.kg).collect()),
        }
    }
}

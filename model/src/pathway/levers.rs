//! Policy levers that households feel: what each does to one's bill, one's footprint and the nation's CO2.
//!
//! They are few, and each is one assumption beside a scenario, which itself does not react:
//!
//! | lever | what is assumed | the nation |
//! |---|---|---|
//! | cleaner grid, faster or slower | the grid at the low or the high line of its table | electricity of all homes |
//! | heat metering, electric cars, retrofit, diet guideline | the action in one's own household; for the nation its adoption at the fast end of every range, beyond what the scenario assumes | `N x e x (a_fast - a_ref) x D x (1 - rebound)`, `D` the mean over the homes of the synthetic population to which the action applies |
//! | a carbon price on electricity | passed on in full; homes use `response x rise of the price` less | electricity of all homes |
//!
//! Bills are at today's prices, the household's own where it knows them: nobody knows what a faster grid does
//! to the price of power.
//!
//! What a lever does to the household has a band over all draws of its footprint: answers and
//! factors as drawn, the future grid too where it is no lever itself, every price within its range, the carbon
//! price and the response to it within theirs. What it does to the nation has the range of who can take part. What a
//! grid does to the nation has none: the grid is the one that is supposed, and what homes use is counted.

mod bands;
mod means;

pub use bands::{LeverBands, OwnBand};
pub use means::{MEANS, Means};

use super::campaign::households;
use super::course::Course;
use super::nation::AHEAD;
use super::scale::{KG_PER_MT, adoption};
use crate::actions::cost::{PriceList, Prices, metered_heat};
use crate::actions::{ActionId, Chosen, Joint, WhyNot};
use crate::catalogue::Household;
use crate::choice::{Choice, choices};
use crate::factors::Factors;
use crate::footprint::{Gas, Scratch, SectionSums, Sections, household_sums};
use crate::plan::{Expected, Tariff};
use crate::rows::{
    Band, RowId, Scenario, family, grid_year, id, power_carbon_price, power_price_response,
};
use crate::unit::{KG_PER_TONNE, MONTHS_PER_YEAR};
use crate::year::{GRID_END, Sums, YearIndex, province_grid};

/// People in the unit of the table.
const TEN_THOUSAND: f64 = 1e4;

choices! {
    /// A lever of policy.
    Lever {
        #[default] FasterGrid "faster_grid", SlowerGrid "slower_grid", HeatMetering "heat_metering",
        ElectricCars "electric_cars", Retrofit "retrofit", DietGuideline "diet_guideline",
        PowerCarbonPrice "power_carbon_price",
    }
}

impl Lever {
    /// The action that the lever brings to many, if it is one.
    pub const fn action(self) -> Option<ActionId> {
        match self {
            Lever::HeatMetering => Some(ActionId::HeatMeter),
            Lever::ElectricCars => Some(ActionId::ElectricCar),
            Lever::Retrofit => Some(ActionId::BuildingRetrofit),
            Lever::DietGuideline => Some(ActionId::DietGuideline),
            Lever::FasterGrid | Lever::SlowerGrid | Lever::PowerCarbonPrice => None,
        }
    }
}

/// By which part a home uses less for each yuan that a tonne of CO2 of its power costs. Who pays nothing for power, in a
/// dormitory for one, pays nothing for its CO2.
fn fall_per_yuan(kg_per_kwh: f64, price: f64, response: f64) -> f64 {
    if price > 0.0 {
        -response * kg_per_kwh / KG_PER_TONNE / price
    } else {
        0.0
    }
}

/// What a lever supposes of a year, beside what the scenario has in its place: the national grid's kg of CO2 a
/// kWh, the share of those who can that does its action, yuan for a tonne of CO2.
pub fn supposed(lever: Lever, year: u16) -> Option<[f64; 2]> {
    let at = usize::from(year.checked_sub(*AHEAD.start())?);
    let grid = grid_year(year)?;
    Some(match (lever.action(), lever) {
        (Some(action), _) => {
            let row = adoption(action)?;
            let fast = *Course::fast(row).curve().get(at)?;
            [*Course::of(row).assumed().get(at)?, fast]
        }
        (None, Lever::FasterGrid) => [grid.value, grid.low],
        (None, Lever::SlowerGrid) => [grid.value, grid.high],
        (None, _) => [0.0, power_carbon_price().value],
    })
}

/// What a lever does, on central values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// What it does to the household.
    pub own: Own,
    /// Why nothing changes in this household, if the lever is an action that does not apply to it.
    pub why_not: Option<WhyNot>,
    /// What the nation emits less in the year, Mt of territorial CO2.
    pub mt: Band,
    /// What heat costs without the lever and with it, if it is the meter and applies.
    pub heat: Option<HeatBill>,
}

/// What a square metre on district heat costs a year, yuan at today's prices, by its floor and by a meter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeatBill {
    /// Billed by the floor.
    pub by_area: f64,
    /// The part of a metered bill that goes by the floor.
    pub base: f64,
    /// A metered kilowatt-hour.
    pub per_kwh: f64,
    /// How many of them a square metre takes once they are metered.
    pub kwh: f64,
}

impl HeatBill {
    /// Of a household that is billed by the meter.
    fn of(metered: &Household, price: &dyn Fn(RowId) -> f64) -> HeatBill {
        HeatBill {
            by_area: price(id::PRICE_DISTRICT_HEAT),
            base: price(id::PRICE_DISTRICT_HEAT_BASE),
            per_kwh: price(id::PRICE_DISTRICT_HEAT_METERED),
            kwh: metered_heat(metered) / metered.floor_area,
        }
    }

    /// All that a metered bill comes to.
    pub fn metered(&self) -> f64 {
        self.base + self.per_kwh * self.kwh
    }
}

/// What a lever does to a household.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Own {
    /// What it pays less a year at today's prices, yuan; below 0 it pays more. None where nothing is known of it.
    pub yuan: Option<f64>,
    /// What it emits less in the year, kg CO2e; below 0 it emits more.
    pub kg: f64,
}

/// A household in a year, to which levers do something.
struct Case<'a> {
    home: &'a Household,
    index: &'a YearIndex,
    factors: &'a Factors,
    prices: &'a Prices,
    /// A price by its row.
    price: &'a dyn Fn(RowId) -> f64,
    /// Yuan for a tonne of CO2, and the response of the use of power to its price.
    carbon: f64,
    response: f64,
}

/// A household as it is.
struct Before {
    sections: SectionSums,
    sums: Sums,
    /// The prices, and what it pays at them.
    prices: PriceList,
    paid: f64,
}

impl Before {
    #[inline(never)]
    fn of(case: &Case, scratch: &mut Scratch) -> Before {
        let sections = SectionSums::of(case.home, Gas::Co2e, case.factors, scratch);
        let Case { home, factors, .. } = *case;
        let prices = (case.prices).list(Sections::ALL, home.province, factors, case.price);
        Before {
            sums: sections.all(),
            paid: prices.paid_by(home, factors),
            prices,
            sections,
        }
    }
}

impl Case<'_> {
    /// What a lever does to it; none outside the years.
    // one copy for central values and draws
    #[inline(never)]
    fn own(&self, lever: Lever, before: &Before, scratch: &mut Scratch) -> Option<Own> {
        if let Some(action) = lever.action() {
            return Some(self.of_action(action, before, scratch));
        }
        if lever == Lever::PowerCarbonPrice {
            return Some(self.of_price(before, scratch));
        }
        // the grid is what the lever sets: it is not drawn besides
        let grid = |score| {
            let (year, scenario) = (self.index.year(), self.index.scenario());
            YearIndex::drawn(year, scenario, score, self.factors)
        };
        let kg = before.sums.in_year(&grid(0.0)?) - before.sums.in_year(&grid(end_of_grid(lever))?);
        Some(Own { yuan: None, kg })
    }

    fn of_action(&self, action: ActionId, before: &Before, scratch: &mut Scratch) -> Own {
        let set = Joint::of([Chosen::usual(action)]);
        let changed = set.changed(self.home, self.factors);
        let (mut yuan, mut kg) = (0.0, 0.0);
        if changed != *self.home {
            let after = (before.sections).changed(set.reaches(), &changed, self.factors, scratch);
            kg = before.sums.less(&after).in_year(self.index);
            yuan = before.paid - before.prices.paid_by(&changed, self.factors);
        }
        let yuan = Some(yuan);
        Own { yuan, kg }
    }

    /// A price on the CO2 of electricity that is passed on in full: `kWh x price` rises by the CO2 of the year's
    /// kWh, and the kWh fall by the response to it.
    #[inline(never)]
    fn of_price(&self, before: &Before, scratch: &mut Scratch) -> Own {
        let Case { home, factors, .. } = *self;
        // the price of a kWh rises with its CO2, which gets less
        let part = province_grid(home.province, self.index, factors);
        let of_year = factors.value(family::EL_CO2_2023.row(home.province)) * part;
        let price = (self.price)(family::PRICE_ELEC.row(home.province));
        let less = fall_per_yuan(of_year, price, self.response) * self.carbon;
        // what was nearly free can become many times dearer: no more than all of it is left off
        let less = less.min(1.0);
        let kwh = home.electricity * MONTHS_PER_YEAR;
        let carbon = if price > 0.0 { self.carbon } else { 0.0 };
        let dearer = price + of_year / KG_PER_TONNE * carbon;
        let mut changed = home.clone();
        changed.electricity *= 1.0 - less;
        let after = household_sums(&changed, Gas::Co2e, factors, scratch);
        Own {
            yuan: Some(kwh * price - kwh * (1.0 - less) * dearer),
            kg: before.sums.less(&after).in_year(self.index),
        }
    }
}

/// How far off its central line a lever sets the grid.
fn end_of_grid(lever: Lever) -> f64 {
    if lever == Lever::FasterGrid {
        -GRID_END
    } else {
        GRID_END
    }
}

/// What every lever does to a household, whose own prices these are, and to the nation in a year under a
/// scenario; none outside the years.
pub fn effects(
    home: &Household,
    own_prices: &[(Tariff, Expected)],
    year: u16,
    scenario: Scenario,
    means: &Means,
    factors: &Factors,
) -> Option<Vec<(Lever, Effect)>> {
    let index = YearIndex::new(year, scenario, factors)?;
    let prices = Prices::of(own_prices);
    let case = Case {
        home,
        index: &index,
        factors,
        prices: &prices,
        price: &|row| prices.price(row, home.province, factors),
        carbon: power_carbon_price().value,
        response: power_price_response().value,
    };
    let mut scratch = Scratch::new();
    let before = Before::of(&case, &mut scratch);
    let mut all = Vec::new();
    for &lever in Lever::ALL {
        let action = lever.action();
        let why_not = action.and_then(|action| action.applies(home, factors).err());
        let metered = (lever == Lever::HeatMetering && why_not.is_none())
            .then(|| Joint::of(action.map(Chosen::usual)).changed(home, factors));
        let effect = Effect {
            own: case.own(lever, &before, &mut scratch)?,
            why_not,
            mt: national(lever, &index, means, factors)?,
            heat: metered.map(|metered| HeatBill::of(&metered, case.price)),
        };
        all.push((lever, effect));
    }
    Some(all)
}

/// A number without a range.
fn certain(value: f64) -> Band {
    Band {
        value,
        low: value,
        high: value,
    }
}

/// What the nation emits less, Mt.
fn national(lever: Lever, index: &YearIndex, means: &Means, factors: &Factors) -> Option<Band> {
    let power = means.power.in_year(index);
    if let Some(action) = lever.action() {
        let row = adoption(action)?;
        let [assumed, fast] = supposed(lever, index.year())?;
        let each = means.saved.get(lever as usize)?.in_year(index) * (1.0 - row.rebound.value);
        let more = (fast - assumed).max(0.0);
        let mt = |eligible: f64| households(None) * eligible * more * each / KG_PER_MT;
        let (one, other) = (mt(row.eligible.low), mt(row.eligible.high));
        return Some(Band {
            value: mt(row.eligible.value),
            low: one.min(other),
            high: one.max(other),
        });
    }
    if lever == Lever::PowerCarbonPrice {
        let mt = |yuan: f64| {
            let less = means.less_per_yuan * power / means.power.base() * yuan;
            power * less / KG_PER_MT
        };
        let carbon = power_carbon_price();
        return Some(Band {
            value: mt(carbon.value),
            low: mt(carbon.low),
            high: mt(carbon.high),
        });
    }
    let other = YearIndex::drawn(index.year(), index.scenario(), end_of_grid(lever), factors)?;
    Some(certain((power - means.power.in_year(&other)) / KG_PER_MT))
}

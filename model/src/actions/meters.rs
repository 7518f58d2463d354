//! Meters follow what the energy is used for.
//!
//! A household's meters are its whole use; the estimates of end uses only split them. When an action
//! changes an end use, the meter changes by what the estimate does, in the proportion in which this
//! household's use stood to the estimate before: who heats with less coal than estimated will heat with
//! less electricity than estimated. What no estimate explains stays.
//!
//! What an action adds as a new use is no part of what the meter counted before: the power that a car or an
//! e-bike takes for kilometres that it did not drive on power before is added in full, however little the
//! household uses otherwise. Where it drives less on power, the meter follows in proportion.

use super::Rebound;
use crate::catalogue::Household;
use crate::choice::{HeatBilling, Heating};
use crate::factors::Factors;
use crate::footprint::energy::{self, EndUses, fit};
use crate::footprint::{Amount, Untold};
use crate::rows::id;
use crate::unit::MONTHS_PER_YEAR;

/// Electricity, piped gas, bottled gas, coal, biomass.
const CARRIERS: usize = 5;
const ELECTRICITY: usize = 0;
/// What is charged at home: cars, e-bikes.
const CHARGED: usize = 2;
/// Heating, hot water, cooking: uses that any carrier may serve.
const USES: usize = 3;
const HEATING: usize = 0;

/// What the end uses are estimated to take a year, in each carrier's unit.
#[derive(Clone, PartialEq)]
struct Estimates {
    /// By use, then carrier.
    uses: [[f64; CARRIERS]; USES],
    cooling: f64,
    charging: [f64; CHARGED],
    /// Fridge, lights, washing, electronics.
    appliances: f64,
    /// Own solar power that replaces what the meter would count.
    solar: f64,
    /// Square metres of district heat.
    district: f64,
}

fn three(uses: EndUses<Untold>) -> [f64; USES] {
    [uses.heating.value, uses.hot_water.value, uses.cooking.value]
}

impl Estimates {
    fn of(home: &Household, factors: &Factors) -> Estimates {
        let amount = |of: fn(&Household, &Factors) -> Amount<Untold>| of(home, factors).value;
        let by_carrier = [
            [
                amount(energy::electric_heating_estimate),
                amount(energy::electric_hot_water_estimate),
                amount(energy::electric_cooking_estimate),
            ],
            three(energy::gas_estimate(home, factors)),
            three(energy::lpg_estimate(home, factors)),
            three(energy::coal_estimate(home, factors)),
            three(energy::biomass_estimate(home, factors)),
        ];
        let mut uses = [[0.0; CARRIERS]; USES];
        for (use_, by) in uses.iter_mut().enumerate() {
            for (amount, of) in by.iter_mut().zip(&by_carrier) {
                *amount = of.get(use_).copied().unwrap_or_default();
            }
        }
        Estimates {
            uses,
            cooling: amount(energy::cooling_estimate),
            charging: [
                amount(energy::home_charging_estimate),
                energy::ebike_charging_estimate::<Untold>(home, factors)
                    .amount
                    .value,
            ],
            appliances: amount(energy::appliances_estimate),
            solar: amount(energy::solar_self_use),
            district: if home.heating == Heating::District {
                amount(energy::district_heat_estimate)
            } else {
                0.0
            },
        }
    }

    /// All end uses of a carrier but appliances.
    fn of_carrier(&self, carrier: usize) -> f64 {
        let uses = self.uses.iter().filter_map(|by| by.get(carrier));
        let uses: f64 = uses.sum();
        if carrier == ELECTRICITY {
            uses + self.cooling + self.charging.iter().sum::<f64>()
        } else {
            uses
        }
    }
}

/// How a household's meters stand to the estimates, while actions change what the energy is used for.
#[derive(Clone)]
pub(crate) struct Meters {
    now: Estimates,
    /// By use, what the household takes against the estimate.
    habits: [f64; USES],
    /// The same of cooling.
    cooling: f64,
    /// The same of what is charged.
    charging: [f64; CHARGED],
    /// The same of appliances.
    appliances: f64,
}

impl Meters {
    /// Reads the meters of a household before anything changes.
    pub(super) fn read(home: &Household, factors: &Factors) -> Meters {
        let now = Estimates::of(home, factors);
        let electricity = home.electricity * MONTHS_PER_YEAR;
        let known = now.of_carrier(ELECTRICITY);
        let part = fit(electricity, known + now.appliances);
        let wholes = [
            electricity,
            home.gas * MONTHS_PER_YEAR,
            home.lpg * factors.value(id::LPG_BOTTLE),
            home.coal,
            home.biomass,
        ];
        let against = |carrier: usize| {
            let estimate = now.of_carrier(carrier);
            match wholes.get(carrier) {
                _ if carrier == ELECTRICITY => part,
                Some(whole) if estimate > 0.0 => whole / estimate,
                _ => 1.0,
            }
        };
        let habit =
            |by: &[f64; CARRIERS]| by.iter().position(|kwh| *kwh > 0.0).map_or(1.0, against);
        let rest = if part < 1.0 {
            now.appliances * part
        } else {
            electricity - known
        };
        Meters {
            habits: now.uses.each_ref().map(habit),
            cooling: part,
            charging: [part; CHARGED],
            appliances: if now.appliances > 0.0 {
                rest / now.appliances
            } else {
                1.0
            },
            now,
        }
    }

    /// Lets the meters follow what has changed since the last time.
    pub(super) fn follow(&mut self, home: &mut Household, rebound: Rebound, factors: &Factors) {
        let after = Estimates::of(home, factors);
        let before = std::mem::replace(&mut self.now, after);
        let mut change = [0.0; CARRIERS];
        let uses = before.uses.iter().zip(&self.now.uses).zip(&mut self.habits);
        for (use_, ((was, is), habit)) in uses.enumerate() {
            if was == is {
                continue;
            }
            let old = *habit;
            if use_ == HEATING {
                *habit *= comes_back(rebound, was.iter().sum(), is.iter().sum(), factors);
            }
            for (change, (was, is)) in change.iter_mut().zip(was.iter().zip(is)) {
                *change += *habit * is - old * was;
            }
        }
        let charging = before.charging.iter().zip(&self.now.charging);
        let charging = charging.zip(&mut self.charging);
        let charging: f64 = charging
            .map(|((was, is), habit)| charged(*was, *is, habit))
            .sum();
        let [electricity, gas, lpg, coal, biomass] = change;
        let electricity = electricity
            + self.cooling * (self.now.cooling - before.cooling)
            + charging
            + self.appliances * (self.now.appliances - before.appliances)
            - (self.now.solar - before.solar);
        add(&mut home.electricity, electricity / MONTHS_PER_YEAR);
        add(&mut home.gas, gas / MONTHS_PER_YEAR);
        add(&mut home.lpg, lpg / factors.value(id::LPG_BOTTLE));
        add(&mut home.coal, coal);
        add(&mut home.biomass, biomass);
        let metered =
            home.heating == Heating::District && home.heat_billing == HeatBilling::ByMeter;
        if metered && before.district > 0.0 && self.now.district != before.district {
            let back = comes_back(rebound, before.district, self.now.district, factors);
            home.district_heat *= self.now.district * back / before.district;
        }
    }
}

/// By how much more than estimated is heated, where heat has become cheaper or easier: a tighter home
/// takes back a share of what it saves; instead of a stove a share more heat is wanted.
fn comes_back(rebound: Rebound, was: f64, is: f64, factors: &Factors) -> f64 {
    match rebound {
        Rebound::No => 1.0,
        Rebound::TighterHome if is > 0.0 => {
            1.0 + factors.value(id::REBOUND_HEATING) * (was - is) / is
        }
        Rebound::TighterHome => 1.0,
        Rebound::EasierHeat => 1.0 + factors.value(id::REBOUND_STOVE),
    }
}

/// What the meter counts more: in full where more is charged, in proportion where less is. What the
/// household takes against the estimate is then that of both parts.
fn charged(was: f64, is: f64, habit: &mut f64) -> f64 {
    let more = is - was;
    if more <= 0.0 {
        return *habit * more;
    }
    *habit += (1.0 - *habit) * more / is;
    more
}

/// Adds to a meter, which never runs backwards; to the bit unchanged where nothing is added.
fn add(meter: &mut f64, change: f64) {
    if change != 0.0 {
        *meter = (*meter + change).max(0.0);
        // what is left of a carrier that no use takes any more is rounding
        if *meter < 1e-9 {
            *meter = 0.0;
        }
    }
}

//! Meters follow what the energy is used for.
//!
//! A household's meters are its whole use; the estimates of end uses only split them. When an action
//! changes an end use, the meter changes by what the estimate does, in the proportion in which this
//! household's use stood to the estimate before: who heats with less coal than estimated will heat with
//! less electricity than estimated. What no estimate explains stays.

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
/// Heating, hot water, cooking: uses that any carrier may serve.
const USES: usize = 3;
const HEATING: usize = 0;

/// What the end uses are estimated to take a year, in each carrier's unit.
#[derive(Clone, PartialEq)]
struct Estimates {
    /// By use, then carrier.
    uses: [[f64; CARRIERS]; USES],
    /// Cooling, and charging of cars and e-bikes.
    electric: f64,
    /// Fridge, lights, washing, electronics.
    appliances: f64,
    /// Own solar power that replaces what the meter would count.
    solar: f64,
    /// Square metres of district heat.
    district: f64,
}

fn three(uses: EndUses<Untold>) -> [f64; USES] {
    [
        uses.heating.value,
        uses.hot_water.value,
        uses.cooking.value,
    ]
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
        for (carrier, of) in by_carrier.iter().enumerate() {
            for (by, estimate) in uses.iter_mut().zip(of) {
                by[carrier] = *estimate;
            }
        }
        Estimates {
            uses,
            electric: amount(energy::cooling_estimate)
                + amount(energy::home_charging_estimate)
                + energy::ebike_charging_estimate::<Untold>(home, factors)
                    .amount
                    .value,
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
        let uses: f64 = self.uses.iter().map(|by| by[carrier]).sum();
        if carrier == ELECTRICITY {
            uses + self.electric
        } else {
            uses
        }
    }
}

/// A household's meters before it changes.
pub(super) struct Meters {
    before: Estimates,
    /// Of each carrier, what the meter says against the estimates.
    parts: [f64; CARRIERS],
    /// Electricity of appliances, kWh a year.
    appliances: f64,
    metered_heat: bool,
}

impl Meters {
    /// Reads the meters.
    pub(super) fn read(home: &Household, factors: &Factors) -> Meters {
        let before = Estimates::of(home, factors);
        let electricity = home.electricity * MONTHS_PER_YEAR;
        let known = before.of_carrier(ELECTRICITY);
        let part = fit(electricity, known + before.appliances);
        let wholes = [
            electricity,
            home.gas * MONTHS_PER_YEAR,
            home.lpg * factors.value(id::LPG_BOTTLE),
            home.coal,
            home.biomass,
        ];
        let mut parts = [part; CARRIERS];
        for carrier in ELECTRICITY + 1..CARRIERS {
            let estimate = before.of_carrier(carrier);
            parts[carrier] = if estimate > 0.0 {
                wholes[carrier] / estimate
            } else {
                1.0
            };
        }
        Meters {
            appliances: if part < 1.0 {
                before.appliances * part
            } else {
                electricity - known
            },
            before,
            parts,
            metered_heat: home.heating == Heating::District
                && home.heat_billing == HeatBilling::ByMeter,
        }
    }

    /// This household's use against the estimate: of the carrier that serves it, else as estimated.
    fn habit(&self, by: &[f64; CARRIERS]) -> f64 {
        let serving = by.iter().zip(self.parts).find(|(use_, _)| **use_ > 0.0);
        serving.map_or(1.0, |(_, part)| part)
    }

    /// Lets the meters follow what has changed.
    pub(super) fn follow(&self, home: &mut Household, rebound: Rebound, factors: &Factors) {
        let after = Estimates::of(home, factors);
        let before = &self.before;
        let mut change = [0.0; CARRIERS];
        for (use_, (was, is)) in before.uses.iter().zip(&after.uses).enumerate() {
            if was == is {
                continue;
            }
            let habit = self.habit(was);
            let back = if use_ == HEATING {
                comes_back(rebound, was.iter().sum(), is.iter().sum(), factors)
            } else {
                1.0
            };
            for carrier in 0..CARRIERS {
                change[carrier] += habit * (is[carrier] * back - was[carrier]);
            }
        }
        if after.electric != before.electric {
            change[ELECTRICITY] += self.parts[ELECTRICITY] * (after.electric - before.electric);
        }
        if after.appliances != before.appliances && before.appliances > 0.0 {
            change[ELECTRICITY] += self.appliances * (after.appliances / before.appliances - 1.0);
        }
        change[ELECTRICITY] -= after.solar - before.solar;
        let [electricity, gas, lpg, coal, biomass] = change;
        add(&mut home.electricity, electricity / MONTHS_PER_YEAR);
        add(&mut home.gas, gas / MONTHS_PER_YEAR);
        add(&mut home.lpg, lpg / factors.value(id::LPG_BOTTLE));
        add(&mut home.coal, coal);
        add(&mut home.biomass, biomass);
        if self.metered_heat && before.district > 0.0 && after.district != before.district {
            let back = comes_back(rebound, before.district, after.district, factors);
            home.district_heat *= after.district * back / before.district;
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

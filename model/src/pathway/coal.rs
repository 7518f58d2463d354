//! Coal burnt at home, which the national scenarios replace by themselves.
//!
//! What a household saves of it, others can save only where they burn it too: of all homes a share `c`, which
//! falls with the homes that the scenario turns to clean heat,
//! `c(t) = share of homes that heat with coal x (1 - a_ref(t)) / (1 - a0)` of their row of adoption.

use super::campaign::{Reach, households};
use super::course::{ByYear, left};
use super::scale::adoption;
use crate::actions::ActionId;
use crate::catalogue::{Household, QuestionId};
use crate::choice::{Choice, CookingFuel, Heating, Settlement};
use crate::factors::Factors;
use crate::footprint::{LineId, Scratch, Section};
use crate::population::settlement_shares;
use crate::rows::{Adoption, Province};
use crate::shares::option_shares;

/// kg of territorial CO2 a year of the coal that a household burns.
pub(super) fn coal_kg(home: &Household, factors: &Factors, scratch: &mut Scratch) -> f64 {
    // the usual case needs no lines
    if home.coal <= 0.0 {
        return 0.0;
    }
    scratch.clear();
    Section::Energy.write(home, factors, scratch);
    let burnt = scratch
        .iter()
        .filter(|line| [LineId::CoalHeating, LineId::CoalCooking].contains(&line.id));
    burnt.map(|line| line.kg_co2_territorial).sum()
}

/// The homes that burn coal.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CoalHomes {
    /// Their share of the homes that are asked, by [`Reach`].
    shares: Vec<f64>,
    /// How many of them are left in the scenarios, by year.
    left: ByYear,
}

impl CoalHomes {
    pub(super) fn of(home: &Household, factors: &Factors) -> CoalHomes {
        let share = |reach: &Reach| match reach {
            Reach::LikeMine => in_homes(home, factors, &|of, kind| {
                of == home.province && kind == home.settlement
            }),
            Reach::Province => in_homes(home, factors, &|of, _| of == home.province),
            Reach::Nation => in_homes(home, factors, &|_, _| true),
        };
        CoalHomes {
            shares: Reach::ALL.iter().map(share).collect(),
            left: Adoption::clean_heat().map_or_else(ByYear::new, left),
        }
    }

    /// In which part of those who do an action coal is burnt, by year: in all where its own row of adoption
    /// counts the homes that burn it, else as in all homes that are asked.
    pub(super) fn burning(&self, action: ActionId, reach: Reach) -> ByYear {
        if of_coal_homes(action) {
            return self.left.iter().map(|_| 1.0).collect();
        }
        let share = self.shares.get(reach as usize).copied();
        let share = share.unwrap_or_default();
        self.left.iter().map(|left| share * left).collect()
    }
}

/// Whether an action's row of adoption counts the homes that burn coal itself.
fn of_coal_homes(action: ActionId) -> bool {
    let row = adoption(action).map(|row| row.id);
    row.is_some() && row == Adoption::clean_heat().map(|row| row.id)
}

/// The share of the homes of some places that heat with coal; that cook with it, where this one only does that.
// one copy for all who ask: the page would load three
#[inline(never)]
fn in_homes(
    home: &Household,
    factors: &Factors,
    asked: &dyn Fn(Province, Settlement) -> bool,
) -> f64 {
    let cooks = home.heating != Heating::CoalStove && home.cooking == CookingFuel::Coal;
    let (question, coal) = if cooks {
        (QuestionId::Cooking, CookingFuel::Coal.id())
    } else {
        (QuestionId::Heating, Heating::CoalStove.id())
    };
    let mut place = home.clone();
    let (mut all, mut burning) = (0.0, 0.0);
    for province in Province::all() {
        for (settlement, part) in settlement_shares(province, factors) {
            if !asked(province, settlement) {
                continue;
            }
            (place.province, place.settlement) = (province, settlement);
            let shares = option_shares(question, &place);
            let of_coal = shares.iter().filter(|(option, _)| *option == coal);
            let homes = households(Some(province)) * part;
            all += homes;
            let sum: f64 = shares.iter().map(|(_, share)| share).sum();
            if sum > 0.0 {
                burning += homes * of_coal.map(|(_, share)| share).sum::<f64>() / sum;
            }
        }
    }
    if all > 0.0 { burning / all } else { 0.0 }
}

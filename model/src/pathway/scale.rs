//! What becomes of the nation's CO2 if many households do what one plans: at first order.
//!
//! `E_with(t) = E_s(t) - sum over actions of N x e x (a_user(t) - a_ref(t)) x D(t) x (1 - rebound)`
//!
//! with all households `N`, the part `e` of them that can do the action, the shares of these that do it
//! with the campaign and in the scenario ([`Adoption`]), and the action's fair (Shapley) part `D(t)` of
//! the joint change of territorial CO2 of this household's plan at the year's factors. The parts sum
//! to the joint change to the last bit. It is as if every household that joins were like this one: an
//! illustration of the order of magnitude, not a forecast. The scenario itself does not react.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::nation::{AHEAD, NationalLine};
use crate::actions::{ActionId, Chosen, Joint, Part, parts_of};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{Gas, LineId, household_sums};
use crate::plan::Plan;
use crate::rows::{ActionFacts, Adoption, Province, ProvinceQuantity, Scenario, province_number};
use crate::year::{Sums, YearIndex};

/// Households in the unit of the table.
const TEN_THOUSAND: f64 = 1e4;
/// Kilograms in a megatonne.
const KG_PER_MT: f64 = 1e9;

/// Households of a province, or of the nation where none is named.
pub fn households(province: Option<Province>) -> f64 {
    let of = |province| province_number(province, ProvinceQuantity::Households);
    let number: f64 = match province {
        Some(province) => of(province).unwrap_or_default(),
        None => Province::all().filter_map(of).sum(),
    };
    number * TEN_THOUSAND
}

/// The row of adoption of an action.
pub fn adoption(action: ActionId) -> Option<&'static Adoption> {
    ActionFacts::of(action.id()).and_then(|facts| Adoption::of(facts.adoption))
}

/// What a household's plan saves, year by year, and how many could do the same.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleUp {
    households: f64,
    /// kg of territorial CO2 that each action takes away, by year.
    years: Vec<(u16, Vec<Part>)>,
}

impl ScaleUp {
    /// The plan of a household under a scenario, for so many households.
    pub fn of(
        home: &Household,
        plan: &Plan,
        scenario: Scenario,
        households: f64,
        factors: &Factors,
    ) -> ScaleUp {
        let sums = |home: &Household| {
            let mut lines = Vec::with_capacity(LineId::ALL.len());
            household_sums(home, Gas::Co2Territorial, factors, &mut lines)
        };
        let now = sums(home);
        // the same few subsets in every year: each is computed once
        let known: RefCell<BTreeMap<Vec<(ActionId, u64)>, Sums>> = RefCell::default();
        let of_subset = |subset: &[Chosen]| {
            let key = subset
                .iter()
                .map(|chosen| (chosen.action, chosen.strength.to_bits()));
            let key: Vec<(ActionId, u64)> = key.collect();
            let found = known.borrow().get(&key).copied();
            found.unwrap_or_else(|| {
                let set = Joint::of(subset.iter().copied());
                let sums = sums(&set.changed(home, factors));
                known.borrow_mut().insert(key, sums);
                sums
            })
        };
        let parts = |year: u16| {
            let index = YearIndex::new(year, scenario, factors)?;
            let (_, effective) = plan.in_year(year).done(home, factors);
            let kg = now.in_year(&index);
            let worth = |subset: &[Chosen]| kg - of_subset(subset).in_year(&index);
            Some((year, parts_of(effective.chosen(), worth)))
        };
        ScaleUp {
            households,
            years: AHEAD.filter_map(parts).collect(),
        }
    }

    /// How many households there are, whether they can do the actions or not.
    pub fn households(&self) -> f64 {
        self.households
    }

    /// kg of territorial CO2 that each action takes away in a year, of this one household; they sum to
    /// what the plan takes away.
    pub fn parts(&self, year: u16) -> &[Part] {
        let found = self.years.iter().find(|(known, _)| *known == year);
        found.map_or(&[], |(_, parts)| parts)
    }

    /// What each action takes off the nation's CO2 in a year, Mt, beyond what the scenario assumes, when a
    /// share `joining` of those who can join in.
    pub fn wedges(&self, year: u16, joining: f64) -> Vec<(ActionId, f64)> {
        let parts = self.parts(year).iter();
        let wedges = parts.filter_map(|part| {
            let row = adoption(part.action)?;
            let more = self.households * row.eligible.value * row.additional(joining, year);
            let kg = more * part.kg * (1.0 - row.rebound.value);
            Some((part.action, kg / KG_PER_MT))
        });
        wedges.collect()
    }

    /// The nation's line with the campaign; without anybody joining, the line itself to the last bit.
    pub fn with(&self, line: &NationalLine, joining: f64) -> NationalLine {
        let years = line.years().map(|(year, mt)| {
            let wedges = self.wedges(year, joining).into_iter();
            (year, wedges.fold(mt, |mt, (_, wedge)| mt - wedge))
        });
        NationalLine::of(years.collect())
    }
}

//! Each action's fair part of what a set saves: its Shapley value.
//!
//! The part of an action is what it adds, averaged over all orders in which the set may be put
//! together (Shapley, A value for n-person games, 1953). The parts sum to the joint saving. Orders
//! are those of choosing; whatever is chosen applies in the one fixed order.
//!
//! What actions save that have nothing to do with each other adds up, and so do their parts: each group of
//! actions that are linked is shared out on its own.

use super::relation::linked;
use super::{ActionId, Chosen, Joint, Today};
use crate::factors::Factors;
use crate::order::order_by_key;
use crate::uncertainty::shuffled;

/// Up to so many linked actions every subset is computed: 256 of them.
const EXACT: usize = 8;
/// Beyond that, so many orders are drawn, each with its reverse.
const ORDERS: u64 = 32;

/// An action's part of the joint saving.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The action.
    pub action: ActionId,
    /// kg a year of household consumption, on central values: CO2e, unless said otherwise.
    pub kg: f64,
}

/// What sets of actions are worth: an amount, or several amounts at once, such as those of a footprint that
/// change over the years in different ways.
pub(crate) trait Worth: Copy + Default {
    /// Adds a part of the difference of two worths.
    fn add(&mut self, part: f64, more: &Self, less: &Self);
}

impl Worth for f64 {
    fn add(&mut self, part: f64, more: &f64, less: &f64) {
        *self += part * (more - less);
    }
}

/// The fair parts of a set's saving on central values, in the order of application; they sum to
/// [`Today::saving`] of the set to the last bit. What the others make moot has no part.
pub fn parts(today: &Today, set: &Joint, factors: &Factors) -> Vec<Part> {
    let (_, effective) = set.done(today.home(), factors);
    let players = effective.chosen();
    let worth = |subset: &[Chosen]| today.saving(&Joint::of(subset.iter().copied()), factors);
    let mut kg = fair_parts(players, worth);
    settle(&mut kg, worth(players));
    let parts = players.iter().zip(kg);
    parts
        .map(|(chosen, kg)| Part {
            action: chosen.action,
            kg,
        })
        .collect()
}

/// The fair part of each player in what all are worth together, by what each subset of them is worth; the
/// parts sum to it but for rounding.
pub(crate) fn fair_parts<W: Worth>(players: &[Chosen], worth: impl Fn(&[Chosen]) -> W) -> Vec<W> {
    let mut parts = vec![W::default(); players.len()];
    for group in groups(players) {
        let found = if group.len() <= EXACT {
            exact(&group, &worth)
        } else {
            sampled(&group, &worth)
        };
        for (player, found) in group.iter().zip(found) {
            let at = players.iter().position(|it| it.action == player.action);
            if let Some(part) = at.and_then(|at| parts.get_mut(at)) {
                *part = found;
            }
        }
    }
    parts
}

/// Actions in groups that have nothing to do with each other: within one they are linked, perhaps by way of
/// others. What the groups save adds up. The actions of each stand in their order.
pub fn groups(players: &[Chosen]) -> Vec<Vec<Chosen>> {
    let mut groups: Vec<Vec<Chosen>> = Vec::new();
    for &player in players {
        let is_linked = |group: &Vec<Chosen>| {
            let mut others = group.iter();
            others.any(|other| linked(player.action, other.action))
        };
        let (mine, mut apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(is_linked);
        let mut joined: Vec<Chosen> = mine.into_iter().flatten().collect();
        joined.push(player);
        order_by_key(&mut joined, |chosen| chosen.action);
        apart.push(joined);
        groups = apart;
    }
    groups
}

/// All subsets: `sum over S without i of |S|! (n - |S| - 1)! / n! x (worth(S with i) - worth(S))`.
fn exact<W: Worth>(players: &[Chosen], worth: impl Fn(&[Chosen]) -> W) -> Vec<W> {
    let count = players.len();
    let member = |subset: usize, at: usize| subset >> at & 1 == 1;
    let worths: Vec<W> = (0..1_usize << count)
        .map(|subset| {
            let of = players.iter().enumerate();
            let chosen = of.filter(|(at, _)| member(subset, *at));
            worth(&chosen.map(|(_, chosen)| *chosen).collect::<Vec<_>>())
        })
        .collect();
    let worth_of = |subset: usize| worths.get(subset).copied().unwrap_or_default();
    (0..count)
        .map(|at| {
            let mut part = W::default();
            for without in (0..worths.len()).filter(|subset| !member(*subset, at)) {
                let weight = weight(without.count_ones() as usize, count);
                part.add(weight, &worth_of(without | 1 << at), &worth_of(without));
            }
            part
        })
        .collect()
}

/// `size! (count - size - 1)! / count!`, as `1 / (count x (count - 1 over size))`.
fn weight(size: usize, count: usize) -> f64 {
    let choose = (0..size).fold(1.0, |ways, at| {
        ways * (count - 1 - at) as f64 / (at + 1) as f64
    });
    1.0 / (count as f64 * choose)
}

/// The mean over orders that are drawn, each with its reverse, which takes most of the noise out.
fn sampled<W: Worth>(players: &[Chosen], worth: impl Fn(&[Chosen]) -> W) -> Vec<W> {
    let mut parts = vec![W::default(); players.len()];
    for seed in 0..ORDERS {
        let order = shuffled(seed, players.len());
        let reverse = order.iter().rev().copied().collect();
        for order in [order, reverse] {
            let mut before = W::default();
            let mut chosen = Vec::with_capacity(players.len());
            for at in order {
                chosen.extend(players.get(at).copied());
                let now = worth(&chosen);
                if let Some(part) = parts.get_mut(at) {
                    part.add(1.0 / (2 * ORDERS) as f64, &now, &before);
                }
                before = now;
            }
        }
    }
    parts
}

/// Makes the parts, added in their order, sum to the whole to the last bit: what rounding left goes to
/// the last.
pub(crate) fn settle(parts: &mut [f64], whole: f64) {
    let Some((last, others)) = parts.split_last_mut() else {
        return;
    };
    let others: f64 = others.iter().sum();
    *last = whole - others;
    for _ in 0..4 {
        *last += whole - (others + *last);
    }
}

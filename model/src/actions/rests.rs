//! What an action's effect rests on: the values of the tables that decide what it changes in a household, and
//! the factors of the lines that it lowers or raises.

use super::set::equal;
use super::{Chosen, Joint, point};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::footprint::{Line, Origin, Told, footprint_read};
use crate::order::lowest_first;
use crate::rows::RowId;
use crate::samples::varied_answers;

/// Less than this part of a saving is rounding.
const LEAST: f64 = 1e-9;

/// A value that an action's effect rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestsOn {
    /// The value.
    pub row: RowId,
    /// What the action saves with the value at its low and at its high end, kg CO2e a year of the household; none
    /// of a value without range.
    pub kg: Option<[f64; 2]>,
    /// How far these lie apart, as a part of what it saves (1 is all of it); of a value without range which part of
    /// the saving goes with it.
    pub part: f64,
}

/// The values that an action's effect rests on in this household, first those whose range moves most of what it
/// saves; then those without range, by the part of the saving that goes with them. None where it saves nothing.
pub fn rests_on(chosen: Chosen, home: &Household, factors: &Factors) -> Vec<RestsOn> {
    let set = Joint::of([chosen]);
    let saved = point(home, &set, factors);
    if saved == 0.0 {
        return Vec::new();
    }
    let mut other = factors.clone();
    let mut found = Vec::new();
    for row in candidates(&set, home, factors) {
        let ends = row.ends();
        let kg = ends.map(|end| {
            other.set(row, end);
            point(home, &set, &other)
        });
        other.set(row, factors.value(row));
        let ranged = row.is_ranged();
        let apart = if ranged {
            kg[1] - kg[0]
        } else {
            (kg[1] - saved) / (LARGER - 1.0)
        };
        let part = (apart / saved).abs();
        if part > LEAST {
            let kg = ranged.then_some(kg);
            found.push(RestsOn { row, kg, part });
        }
    }
    ranked(found, |rests| (rests.row, rests.part))
}

/// The values that an action's effect rests on in those of some households that it applies to, by the mean over
/// these; where it applies to none of them, in the first of the samples that it applies to.
pub fn rests_on_in(chosen: Chosen, homes: &[Household], factors: &Factors) -> Vec<RowId> {
    let able = |home: &&Household| chosen.action.applies(home, factors).is_ok();
    let mut homes: Vec<Household> = homes.iter().filter(able).cloned().collect();
    if homes.is_empty() {
        let samples = varied_answers().into_iter();
        let mut samples = samples.map(|answers| Household::resolve(&answers, factors));
        homes.extend(samples.find(|home| able(&home)));
    }
    let mut sums: Vec<(RowId, f64)> = Vec::new();
    for rests in homes
        .iter()
        .flat_map(|home| rests_on(chosen, home, factors))
    {
        match sums.iter_mut().find(|(row, _)| *row == rests.row) {
            Some((_, part)) => *part += rests.part,
            None => sums.push((rests.row, rests.part)),
        }
    }
    let sums = ranked(sums, |known| *known);
    sums.into_iter().map(|(row, _)| row).collect()
}

/// In order: with range first, then the larger part.
fn ranked<T: Copy>(found: Vec<T>, key: impl Fn(&T) -> (RowId, f64)) -> Vec<T> {
    let (ranged, others): (Vec<T>, Vec<T>) =
        found.into_iter().partition(|of| key(of).0.is_ranged());
    let in_order = |list: Vec<T>| {
        let mut order: Vec<(f64, usize)> = list.iter().map(|of| -key(of).1).zip(0..).collect();
        lowest_first(&mut order);
        let places = order.into_iter();
        places
            .filter_map(|(_, at)| list.get(at).copied())
            .collect::<Vec<T>>()
    };
    let all = [in_order(ranged), in_order(others)];
    all.into_iter().flatten().collect()
}

/// What a value without range is multiplied with to see what goes with it.
const LARGER: f64 = 1.1;

impl RowId {
    /// Whether the row's value has a range.
    fn is_ranged(self) -> bool {
        let (low, high) = self.range();
        low < high
    }

    /// The ends between which the row is tried.
    fn ends(self) -> [f64; 2] {
        let (low, high) = self.range();
        if low < high {
            [low, high]
        } else {
            [self.value(), LARGER * self.value()]
        }
    }
}

/// The rows on which what a set saves may rest: those behind the lines that it changes, and those that decide what
/// the household is afterwards.
fn candidates(set: &Joint, home: &Household, factors: &Factors) -> Vec<RowId> {
    let changed = set.changed(home, factors);
    let behind = behind_lines(home, &changed, factors);
    let mut other = factors.clone();
    let mut decides = |row: RowId| {
        let mut ends = row.ends().into_iter();
        let decides = ends.any(|end| {
            other.set(row, end);
            !equal(&set.changed(home, &other), &changed)
        });
        other.set(row, factors.value(row));
        decides
    };
    let rows = RowId::all().filter(|row| !row.is_price());
    rows.filter(|row| behind.contains(row) || decides(*row))
        .collect()
}

/// The rows in the formulas of the lines that are others in another household.
fn behind_lines(home: &Household, changed: &Household, factors: &Factors) -> Vec<RowId> {
    let both = [home, changed].map(|home| footprint_read::<Told>(home, factors));
    let [was, is] = both.each_ref().map(|footprint| footprint.by_line());
    let moved = |line: &&Line| {
        let kg = |lines: &[(_, f64)]| lines.iter().find(|(id, _)| *id == line.id).map(|it| it.1);
        kg(&was) != kg(&is)
    };
    let lines = both.iter().flat_map(|footprint| &footprint.lines);
    let mut rows = Vec::new();
    for line in lines.filter(moved) {
        let steps = line.quantity.formula.iter();
        rows.extend(steps.filter_map(|step| match step.origin {
            Origin::Row(row) => Some(row),
            _ => None,
        }));
        rows.extend(line.parts.iter().map(|part| part.factor));
    }
    rows
}

//! What an action's effect rests on: the values of the tables that decide what it changes in a household.

use super::set::equal;
use super::{Chosen, Joint, point};
use crate::catalogue::Household;
use crate::factors::Factors;
use crate::rows::RowId;

/// A value that decides what an action changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestsOn {
    /// The value.
    pub row: RowId,
    /// What the action saves with the value at its low and at its high end, kg CO2e a year of the household.
    pub kg: [f64; 2],
}

impl RestsOn {
    /// How far the saving lies apart at the two ends.
    fn apart(&self) -> f64 {
        let [low, high] = self.kg;
        (high - low).abs()
    }
}

/// The values that decide what an action changes in this household, first those whose range moves most of what it
/// saves. What changes is held against what changes with the value at the ends of its range; of a value without
/// range, with it a tenth larger.
pub fn rests_on(chosen: Chosen, home: &Household, factors: &Factors) -> Vec<RestsOn> {
    let set = Joint::of([chosen]);
    let changed = set.changed(home, factors);
    let mut other = factors.clone();
    let mut found: Vec<RestsOn> = Vec::new();
    for row in RowId::all().filter(|row| !row.is_price()) {
        let (low, high) = row.range();
        let value = factors.value(row);
        let ends = if low < high {
            [low, high]
        } else {
            [value, 1.1 * value]
        };
        let decides = ends.into_iter().any(|end| {
            other.set(row, end);
            !equal(&set.changed(home, &other), &changed)
        });
        if decides {
            let kg = ends.map(|end| {
                other.set(row, end);
                point(home, &set, &other)
            });
            let rests = RestsOn { row, kg };
            let at = found.partition_point(|known| known.apart() >= rests.apart());
            found.insert(at, rests);
        }
        other.set(row, value);
    }
    found
}

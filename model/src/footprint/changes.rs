//! What changed between two results, line by line: why a newer model says something else.

use super::LineId;

/// Less than so many kg is no change worth a line.
const NOTHING: f64 = 0.5;

/// A line of which two results have different kilograms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Which line.
    pub line: LineId,
    /// kg CO2e a year of the older result; 0 where it had no such line.
    pub before: f64,
    /// kg CO2e a year of the newer one.
    pub now: f64,
}

impl Change {
    /// kg CO2e a year that the newer result has more.
    pub fn by(&self) -> f64 {
        self.now - self.before
    }
}

/// The lines that changed by half a kilogram or more, the largest change first.
pub fn changes(before: &[(LineId, f64)], now: &[(LineId, f64)]) -> Vec<Change> {
    let kg = |lines: &[(LineId, f64)], wanted: LineId| -> f64 {
        let same = lines.iter().filter(|(line, _)| *line == wanted);
        same.fold(0.0, |sum, (_, kg)| sum + kg)
    };
    let mut changed: Vec<Change> = Vec::new();
    for &line in LineId::ALL {
        let change = Change {
            line,
            before: kg(before, line),
            now: kg(now, line),
        };
        if change.by().abs() >= NOTHING {
            let larger = |other: &Change| other.by().abs() >= change.by().abs();
            changed.insert(changed.partition_point(larger), change);
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_come_go_or_change_are_told_the_largest_first() {
        let before = [
            (LineId::Rice, 100.0),
            (LineId::Beef, 50.0),
            (LineId::Tea, 3.0),
        ];
        let now = [
            (LineId::Rice, 100.3),
            (LineId::Beef, 20.0),
            (LineId::Coffee, 7.0),
        ];
        let told: Vec<(LineId, f64)> = changes(&before, &now)
            .iter()
            .map(|change| (change.line, change.by()))
            .collect();
        assert_eq!(
            told,
            [
                (LineId::Beef, -30.0),
                (LineId::Coffee, 7.0),
                (LineId::Tea, -3.0)
            ]
        );
        assert!(changes(&before, &before).is_empty());
    }
}

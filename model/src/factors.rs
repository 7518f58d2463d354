//! The values of all rows for one reading: central now, drawn values later.

use crate::rows::{Family, Province, ProvinceQuantity, RowId, province_number};

/// The values that one reading of the model uses.
#[derive(Debug, Clone, PartialEq)]
pub struct Factors {
    rows: Vec<f64>,
    /// A statistic that is so many times the tables' in every province: to see what rests on it.
    statistic: Option<(ProvinceQuantity, f64)>,
}

impl Factors {
    /// The central value of every row.
    pub fn central() -> Factors {
        Factors {
            rows: RowId::all().map(|row| row.value()).collect(),
            statistic: None,
        }
    }

    /// The same values with another one for a row, in the row's unit.
    pub fn with(mut self, row: RowId, value: f64) -> Factors {
        self.set(row, value);
        self
    }

    /// Sets the value of a row, in the row's unit.
    pub(crate) fn set(&mut self, row: RowId, value: f64) {
        if let Some(known) = self.rows.get_mut(row.index()) {
            *known = value;
        }
    }

    /// The value of a row, in the row's unit.
    pub fn value(&self, row: RowId) -> f64 {
        // there are no others than those of `central`
        self.rows.get(row.index()).copied().unwrap_or_default()
    }

    /// The value of a province's own row, or of the national one where it has none.
    pub fn provincial(&self, family: Family, province: Province) -> f64 {
        self.value(family.row(province))
    }

    /// The same values with a statistic of the provinces that is so many times the tables'.
    pub fn with_statistic(mut self, quantity: ProvinceQuantity, times: f64) -> Factors {
        self.statistic = Some((quantity, times));
        self
    }

    /// A statistic of a province; none where the tables have none.
    pub fn known_of_province(&self, province: Province, quantity: ProvinceQuantity) -> Option<f64> {
        let number = province_number(province, quantity)?;
        Some(match self.statistic {
            Some((of, times)) if of == quantity => times * number,
            _ => number,
        })
    }

    /// A statistic of a province; 0 where the tables have none.
    pub fn of_province(&self, province: Province, quantity: ProvinceQuantity) -> f64 {
        self.known_of_province(province, quantity)
            .unwrap_or_default()
    }
}

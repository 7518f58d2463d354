//! Provinces, their numbers, and the rows that each of them has.

use super::{
    Confidence, PROVINCE_CODES, PROVINCE_NUMBERS, PROVINCE_VALUES, PROVINCE_ZONES, PROVINCES,
    Province, ProvinceQuantity, REGIONS, RowId, SourceId, Status, Unit,
};

/// The heating zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Severe cold and cold: heating by law.
    North,
    /// Hot summer, cold winter.
    Hscw,
    /// Hot summer, warm winter.
    Hsww,
    /// Temperate.
    Mild,
}

impl Zone {
    /// As written in the region keys of tables, `CN-HSCW-urban`.
    pub const fn key(self) -> &'static str {
        match self {
            Zone::North => "North",
            Zone::Hscw => "HSCW",
            Zone::Hsww => "HSWW",
            Zone::Mild => "Mild",
        }
    }
}

/// What is known of a province besides numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// ISO 3166-2, `CN-BJ`.
    pub code: &'static str,
    /// Official Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Short Chinese name.
    pub short_zh: &'static str,
    /// Short English name.
    pub short_en: &'static str,
    /// 1 severe cold, 2 cold, 3 hot summer and cold winter, 4 hot summer and warm winter, 5 temperate.
    pub climate_zone: u8,
    /// The heating zone.
    pub zone: Zone,
    /// The grid region, `CN-grid-N`.
    pub grid: &'static str,
    /// Where this comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

impl Province {
    /// Every province.
    pub fn all() -> impl Iterator<Item = Province> {
        PROVINCES.iter().copied()
    }

    /// The province with this code, `CN-BJ`.
    pub fn from_code(code: &str) -> Option<Province> {
        Province::all().find(|province| province.code() == code)
    }

    /// What is known of it.
    pub fn region(self) -> &'static Region {
        REGIONS.get(self as usize).unwrap_or(&REGIONS[0])
    }

    /// Its code, `CN-BJ`.
    pub fn code(self) -> &'static str {
        PROVINCE_CODES
            .get(self as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Its official Chinese name.
    pub fn name_zh(self) -> &'static str {
        self.region().name_zh
    }

    /// Its English name.
    pub fn name_en(self) -> &'static str {
        self.region().name_en
    }

    /// Its heating zone.
    pub fn zone(self) -> Zone {
        PROVINCE_ZONES
            .get(self as usize)
            .copied()
            .unwrap_or(Zone::North)
    }
}

/// A quantity with a row for each province, or a national row instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    pub(super) stem: &'static str,
    pub(super) rows: &'static [RowId; PROVINCES.len()],
    pub(super) own: u32,
}

impl Family {
    /// What the ids of its rows begin with.
    pub const fn stem(self) -> &'static str {
        self.stem
    }

    /// The row for a province: its own, else the national one.
    pub fn row(self, province: Province) -> RowId {
        let row = self.rows.get(province as usize);
        row.copied().unwrap_or(self.rows[0])
    }

    /// Whether the province has a row of its own.
    pub fn own(self, province: Province) -> bool {
        self.own & (1 << province as u32) != 0
    }
}

/// A number of a province.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProvinceValue {
    /// Central value.
    pub value: f64,
    /// About the 5 % quantile.
    pub low: f64,
    /// About the 95 % quantile.
    pub high: f64,
    /// What it counts.
    pub unit: Unit,
    /// The year of the value.
    pub year: u16,
    /// How much it is trusted.
    pub confidence: Confidence,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

/// A number of a province, if the tables have it.
pub fn province_value(
    province: Province,
    quantity: ProvinceQuantity,
) -> Option<&'static ProvinceValue> {
    PROVINCE_VALUES
        .get(quantity as usize)?
        .get(province as usize)?
        .as_ref()
}

/// The central value of a number of a province, without the words that come with it, if the
/// tables have it.
pub fn province_number(province: Province, quantity: ProvinceQuantity) -> Option<f64> {
    let provinces = PROVINCE_NUMBERS.get(quantity as usize)?;
    let number = provinces.get(province as usize).copied()?;
    (!number.is_nan()).then_some(number)
}

//! One researched value, and its place among all.

use super::{
    ACTION_TABLES, FACTS, GASES, GasClassId, NOTES, OF_PROVINCE, PROVINCES, Province, RANGES,
    ROW_IDS, ROW_NAMES_EN, ROW_NAMES_ZH, ROWS, SourceId, Unit, VALUES,
};

/// A value and its range of about 5 to 95 %.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Band {
    /// Central value.
    pub value: f64,
    /// About the 5 % quantile.
    pub low: f64,
    /// About the 95 % quantile.
    pub high: f64,
}

/// One researched value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The id in the table, `ng_direct`.
    pub id: &'static str,
    /// The table it stands in, `fuels`.
    pub table: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Central value.
    pub value: f64,
    /// What the value counts, per what.
    pub unit: Unit,
    /// About the 5 % quantile.
    pub low: f64,
    /// About the 95 % quantile.
    pub high: f64,
    /// The year of the value.
    pub year: u16,
    /// Where it holds: `CN`, `CN-BJ`, `CN-North`, `FR`, `WORLD` ...
    pub region: &'static str,
    /// Where it comes from, the main source first.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// How much it is trusted.
    pub confidence: Confidence,
    /// What it covers.
    pub boundary: &'static str,
    /// What low and high mean.
    pub range_basis: RangeBasis,
    /// The day by which it should be looked at again, `2027-01-01`.
    pub review_by: &'static str,
    /// Which gases it counts, if it is an emission factor.
    pub gas: Option<GasClassId>,
    /// Whether it stands in for a value that nobody publishes.
    pub stand_in: bool,
}

impl Row {
    /// The main source.
    pub fn source(&self) -> Option<SourceId> {
        self.sources.first().copied()
    }

    /// Whether it only says what actions change, or prices it: no footprint depends on it, and its
    /// source is not among those shown beside results.
    pub fn of_actions(&self) -> bool {
        ACTION_TABLES.contains(&self.table)
    }

    /// Value and range.
    pub const fn band(&self) -> Band {
        Band {
            value: self.value,
            low: self.low,
            high: self.high,
        }
    }
}

/// What is shown of a row beside a result: all but its words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowFacts {
    /// What the value counts, per what.
    pub unit: Unit,
    /// The year of the value.
    pub year: u16,
    /// Where it comes from, mainly.
    pub source: SourceId,
    /// The first of its sources that can be looked up.
    pub shown_source: SourceId,
    /// How many further sources it has.
    pub more_sources: u8,
    /// Published, derived or unverified.
    pub status: Status,
    /// Whether it stands in for a value that nobody publishes.
    pub stand_in: bool,
    /// Whether its range is the spread between households, not the error of the value.
    pub spread: bool,
    /// Where it holds: its place in [`PLACES`](super::PLACES).
    pub place: u8,
    /// What it covers: its place in [`BOUNDARIES`](super::BOUNDARIES).
    pub boundary: u8,
}

/// The place of a row among all rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub(super) u16);

impl RowId {
    /// The row.
    pub fn row(self) -> &'static Row {
        ROWS.get(self.index()).unwrap_or(&ROWS[0])
    }

    /// The row's id, `ng_direct`.
    pub fn id(self) -> &'static str {
        ROW_IDS.lines().nth(self.index()).unwrap_or_default()
    }

    /// The row's Chinese name, without the words that come with the row; empty where no footprint depends on it.
    pub fn name_zh(self) -> &'static str {
        ROW_NAMES_ZH.lines().nth(self.index()).unwrap_or_default()
    }

    /// The row's English name, as [`RowId::name_zh`].
    pub fn name_en(self) -> &'static str {
        ROW_NAMES_EN.lines().nth(self.index()).unwrap_or_default()
    }

    /// What is shown of the row beside a result.
    pub fn facts(self) -> RowFacts {
        FACTS.get(self.index()).copied().unwrap_or(FACTS[0])
    }

    /// Whether the row is a price of what actions change: no footprint depends on it, and it is not
    /// drawn with the factors.
    pub fn is_price(self) -> bool {
        let (first, end) = super::PRICE_ROWS;
        (first..end).contains(&self.0)
    }

    /// The row's central value, without the words that come with it.
    pub fn value(self) -> f64 {
        VALUES.get(self.index()).copied().unwrap_or_default()
    }

    /// The row's range, about its 5 % and 95 % quantiles, without the words that come with it; to
    /// seven digits, which is more than anybody knows of a range.
    pub fn range(self) -> (f64, f64) {
        let (low, high) = RANGES.get(self.index()).copied().unwrap_or_default();
        (f64::from(low), f64::from(high))
    }

    /// The row's gas class, without the words that come with it.
    pub fn gas(self) -> Option<GasClassId> {
        GASES.get(self.index()).copied().flatten()
    }

    /// The province that it is of, without the words that come with the row.
    pub fn province(self) -> Option<Province> {
        let place = OF_PROVINCE.get(self.index()).copied()?;
        let at = usize::from(place).checked_sub(1)?;
        PROVINCES.get(at).copied()
    }

    /// Its position in [`ROWS`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Every row, in the order of the tables.
    pub fn all() -> impl Iterator<Item = RowId> {
        (0..VALUES.len()).map(|index| RowId(index as u16))
    }

    /// The row with this id, `ng_direct`.
    pub fn from_id(id: &str) -> Option<RowId> {
        ROW_IDS
            .lines()
            .position(|known| known == id)
            .map(|index| RowId(index as u16))
    }

    /// How the value was found. Only the command line and the methods page ask.
    pub fn note(self) -> &'static str {
        NOTES.get(self.index()).copied().unwrap_or_default()
    }
}

/// How well a value is known; shown wherever its working is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Read in the source, or in a public copy of it.
    Published,
    /// Computed or judged from other values; the note says how.
    Derived,
    /// Not yet checked against a publication.
    Unverified,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 3] = [Status::Published, Status::Derived, Status::Unverified];

    /// As written in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Status::Published => "published",
            Status::Derived => "derived",
            Status::Unverified => "unverified",
        }
    }
}

/// How much a value is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Well established.
    High,
    /// Plausible, with some spread.
    Medium,
    /// Weak: a judgement, an old or a foreign value.
    Low,
}

impl Confidence {
    /// As written in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
        }
    }
}

/// What the range of a row means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RangeBasis {
    /// The error of the value, as we judge it.
    Judgement,
    /// The spread between households, not the error of the mean.
    Spread,
    /// The range that the source gives.
    Source,
}

impl RangeBasis {
    /// As written in tables.
    pub const fn name(self) -> &'static str {
        match self {
            RangeBasis::Judgement => "judgement",
            RangeBasis::Spread => "spread",
            RangeBasis::Source => "source",
        }
    }
}

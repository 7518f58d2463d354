//! The researched values at run time: rows, families by province, shares, sources.
//!
//! All of it is written by `build.rs` from `data/`, where a value is changed by editing its CSV row.
//! Nothing here can fail: ids are constants, and a lookup by text says so when there is none.

/// A value and its range of about 5 to 95 %.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    /// Value and range.
    pub const fn band(&self) -> Band {
        Band {
            value: self.value,
            low: self.low,
            high: self.high,
        }
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

/// How an emission changes over the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeClass {
    /// With the grid of the province.
    Electricity,
    /// Fuel burnt: not at all.
    Fuel,
    /// With the supply chains of goods.
    Goods,
    /// Methane and nitrous oxide: not at all.
    MethaneNitrousOxide,
    /// With the supply chains of public services.
    PublicServices,
    /// With the supply chains of services.
    Services,
    /// With the supply chains of food.
    Food,
    /// Not at all.
    Constant,
}

/// Which gases a class of emission factors counts, and where they are emitted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GasClass {
    /// The id in the table.
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// The part of its CO2e that is CO2.
    pub co2: Band,
    /// The part of that CO2 that is emitted in China.
    pub domestic: Band,
    /// How it changes over the years.
    pub time_class: TimeClass,
    /// The part of the supply chain's CO2 that is electricity.
    pub electricity_part: Band,
    /// Where the shares come from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

impl GasClassId {
    /// The class itself.
    pub fn class(self) -> &'static GasClass {
        GAS_CLASSES.get(self as usize).unwrap_or(&GAS_CLASSES[0])
    }

    /// Why the class has its shares.
    pub fn note(self) -> &'static str {
        GAS_CLASS_NOTES
            .get(self as usize)
            .copied()
            .unwrap_or_default()
    }
}

/// The place of a row among all rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(u16);

impl RowId {
    /// The row.
    pub fn row(self) -> &'static Row {
        ROWS.get(self.index()).unwrap_or(&ROWS[0])
    }

    /// Its position in [`ROWS`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Every row, in the order of the tables.
    pub fn all() -> impl Iterator<Item = RowId> {
        (0..ROWS.len()).map(|index| RowId(index as u16))
    }

    /// The row with this id, `ng_direct`.
    pub fn from_id(id: &str) -> Option<RowId> {
        RowId::all().find(|row| row.row().id == id)
    }

    /// How the value was found. Only the command line and the methods page ask.
    pub fn note(self) -> &'static str {
        NOTES.get(self.index()).copied().unwrap_or_default()
    }
}

/// One entry of the bibliography.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The id in the table.
    pub id: &'static str,
    /// Chinese title.
    pub title_zh: &'static str,
    /// English title.
    pub title_en: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// When.
    pub year: u16,
    /// Web address, or empty.
    pub url: &'static str,
}

/// The place of a source in the bibliography.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u8);

impl SourceId {
    /// The source.
    pub fn source(self) -> &'static Source {
        SOURCES.get(self.0 as usize).unwrap_or(&SOURCES[0])
    }

    /// Every source.
    pub fn all() -> impl Iterator<Item = SourceId> {
        (0..SOURCES.len()).map(|index| SourceId(index as u8))
    }

    /// Under which terms it is used. Only the command line and the methods page ask.
    pub fn licence(self) -> &'static str {
        SOURCE_TERMS
            .get(self.0 as usize)
            .map_or("", |terms| terms.0)
    }

    /// What else to know of its address. Only the command line and the methods page ask.
    pub fn url_note(self) -> &'static str {
        SOURCE_TERMS
            .get(self.0 as usize)
            .map_or("", |terms| terms.1)
    }
}

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
        self.region().code
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
        self.region().zone
    }
}

/// A quantity with a row for each province, or a national row instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    stem: &'static str,
    rows: &'static [RowId; PROVINCES.len()],
    own: u32,
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

/// The share of one option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The option, `district`.
    pub option: &'static str,
    /// Its share of households, or of people.
    pub value: f64,
    /// About the 5 % quantile.
    pub low: f64,
    /// About the 95 % quantile.
    pub high: f64,
}

/// The shares of one question in one region; they sum to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareGroup {
    /// The question, `heating_kind`.
    pub question: &'static str,
    /// The region, `CN-North-urban`.
    pub region: &'static str,
    /// The year of the shares.
    pub year: u16,
    /// How much they are trusted.
    pub confidence: Confidence,
    /// Where they come from.
    pub sources: &'static [SourceId],
    /// That of the least sure share.
    pub status: Status,
    /// The day by which they should be looked at again.
    pub review_by: &'static str,
    /// The shares, in the order of the table.
    pub shares: &'static [Share],
}

/// The shares of a question for a region key like `CN-HSCW-urban`, from the nearest region that
/// has them: the key itself, the zone (`CN-HSCW`), urban or rural (`CN-urban`), the nation.
/// [`ShareGroup::region`] says which it was.
pub fn share_group(question: &str, region_key: &str) -> Option<&'static ShareGroup> {
    let find = |matches: &dyn Fn(&str) -> bool| {
        SHARE_GROUPS
            .iter()
            .find(|group| group.question == question && matches(group.region))
    };
    let (head, tail) = region_key.rsplit_once('-').unwrap_or((region_key, ""));
    find(&|region| region == region_key)
        .or_else(|| find(&|region| head != "CN" && region == head))
        .or_else(|| find(&|region| !tail.is_empty() && region.strip_prefix("CN-") == Some(tail)))
        .or_else(|| find(&|region| region == "CN"))
}

/// As [`share_group`], the shares alone; none if nobody knows the question.
pub fn shares(question: &str, region_key: &str) -> &'static [Share] {
    share_group(question, region_key).map_or(&[], |group| group.shares)
}

/// A published line: what one person's household consumption may cause in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerPersonLine {
    /// The id in the table.
    pub id: &'static str,
    /// The line it belongs to.
    pub line: &'static str,
    /// The year for which it is meant.
    pub year: u16,
    /// Central value.
    pub value: f64,
    /// Its low end.
    pub low: f64,
    /// Its high end.
    pub high: f64,
    /// Tonnes per person and year.
    pub unit: Unit,
    /// What it covers.
    pub scope: &'static str,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

/// The national grid in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GridYear {
    /// The year.
    pub year: u16,
    /// Central value.
    pub value: f64,
    /// Low path.
    pub low: f64,
    /// High path.
    pub high: f64,
    /// kgCO2/kWh.
    pub unit: Unit,
    /// Whether it is an anchor; the other years are interpolated.
    pub anchor: bool,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

/// What `build.rs` wrote.
mod tables {
    // researched numbers may look like a mathematical constant
    #![allow(clippy::approx_constant)]
    use super::*;
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}
pub use tables::*;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_constant_and_by_text() {
        assert_eq!(id::NG_DIRECT.row().id, "ng_direct");
        assert_eq!(RowId::from_id("ng_direct"), Some(id::NG_DIRECT));
        assert_eq!(RowId::from_id("no_such_row"), None);
    }

    #[test]
    fn a_family_falls_back_to_the_nation_and_says_so() {
        assert!(family::HEAT_SOURCE.own(Province::Heilongjiang));
        assert!(!family::HEAT_SOURCE.own(Province::Guangdong));
        let row = family::HEAT_SOURCE.row(Province::Guangdong);
        assert_eq!(row, id::HEAT_INTENSITY_NAT);
        let own = family::EL_LC_2023.row(Province::Sichuan);
        assert_eq!(own.row().region, "CN-SC");
    }

    #[test]
    fn tibet_shows_that_its_electricity_is_a_stand_in() {
        assert!(family::EL_LC_2023.row(Province::Tibet).row().stand_in);
        assert!(family::EL_CO2_2023.row(Province::Tibet).row().stand_in);
        assert!(!family::EL_LC_2023.row(Province::Qinghai).row().stand_in);
    }

    #[test]
    fn provinces_are_known_by_code() {
        assert_eq!(PROVINCES.len(), 31);
        for province in Province::all() {
            assert_eq!(Province::from_code(province.code()), Some(province));
        }
        assert_eq!(Province::from_code("CN-ZZ"), None);
        assert_eq!(Province::Shanghai.zone(), Zone::Hscw);
    }

    #[test]
    fn shares_come_from_the_nearest_region() {
        let region = |question, key| share_group(question, key).map(|group| group.region);
        assert_eq!(
            region("heating_kind", "CN-HSCW-urban"),
            Some("CN-HSCW-urban")
        );
        assert_eq!(region("heating_kind", "CN-Mild-urban"), Some("CN-Mild"));
        assert_eq!(region("cooking_fuel", "CN-HSCW-rural"), Some("CN-rural"));
        assert_eq!(region("car_kind", "CN-HSCW-rural"), Some("CN"));
        assert_eq!(region("no such question", "CN"), None);
    }

    #[test]
    fn a_province_has_the_numbers_that_the_tables_have() {
        let beijing = province_value(Province::Beijing, ProvinceQuantity::Population);
        assert_eq!(beijing.map(|value| value.value), Some(2183.0));
        let gas = province_value(Province::Tibet, ProvinceQuantity::ResGasPc);
        assert_eq!(gas, None);
    }
}

//! Shares of households, lines per person, the future grid, the nation's CO2.

use super::{
    Band, Confidence, GRID_INTENSITY, NATIONAL_CO2, SCENARIOS, SHARE_FACTS, SHARE_GROUPS, Scenario,
    SourceId, Status, Unit,
};

/// The share of one option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The option, `district`.
    pub option: &'static str,
    /// Its share of households, or of people.
    pub value: f64,
}

/// The shares of one question in one region; they sum to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareGroup {
    /// The question, `heating`.
    pub question: &'static str,
    /// The region, `CN-North-urban`.
    pub region: &'static str,
    /// The shares, in the order of the table.
    pub shares: &'static [Share],
}

/// What is known of a group of shares besides the shares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareFacts {
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
    /// Each share with its range.
    pub bands: &'static [Band],
}

impl ShareGroup {
    /// What is known of the group besides its shares.
    pub fn facts(&self) -> Option<&'static ShareFacts> {
        let mut all = SHARE_GROUPS.iter().flat_map(|groups| groups.iter());
        let at = all.position(|group| group == self)?;
        SHARE_FACTS.get(at)
    }
}

/// Of a question's shares those for a region key like `CN-HSCW-urban`, from the nearest region that
/// has them: the key itself, the zone (`CN-HSCW`), urban or rural (`CN-urban`), the nation.
/// [`ShareGroup::region`] says which it was.
pub fn share_group(groups: &'static [ShareGroup], region_key: &str) -> Option<&'static ShareGroup> {
    let find = |matches: &dyn Fn(&str) -> bool| groups.iter().find(|group| matches(group.region));
    let (head, tail) = region_key.rsplit_once('-').unwrap_or((region_key, ""));
    find(&|region| region == region_key)
        .or_else(|| find(&|region| head != "CN" && region == head))
        .or_else(|| find(&|region| !tail.is_empty() && region.strip_prefix("CN-") == Some(tail)))
        .or_else(|| find(&|region| region == "CN"))
}

/// As [`share_group`], the shares alone; none if no region has them.
pub fn shares(groups: &'static [ShareGroup], region_key: &str) -> &'static [Share] {
    share_group(groups, region_key).map_or(&[], |group| group.shares)
}

/// The shares of the question with this id; none if nobody knows it.
pub fn shares_of(question: &str) -> &'static [ShareGroup] {
    let asks = |group: &ShareGroup| group.question == question;
    let found = SHARE_GROUPS
        .iter()
        .find(|groups| groups.first().is_some_and(asks));
    found.copied().unwrap_or_default()
}

/// A published line: what one person's household consumption may cause in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerPersonLine {
    /// The id in the table.
    pub id: &'static str,
    /// The line it belongs to.
    pub line: &'static str,
    /// What the study is called in short, in every language.
    pub study: &'static str,
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

/// The lines are published in tonnes.
const KG_PER_TONNE: f64 = 1000.0;

impl PerPersonLine {
    /// The central value, kg CO2e per person and year.
    pub fn kg(&self) -> f64 {
        self.value * KG_PER_TONNE
    }

    /// Its low end, kg CO2e per person and year.
    pub fn low_kg(&self) -> f64 {
        self.low * KG_PER_TONNE
    }

    /// Its high end, kg CO2e per person and year.
    pub fn high_kg(&self) -> f64 {
        self.high * KG_PER_TONNE
    }
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

/// The national grid in a year, from the base year to 2060.
pub fn grid_year(year: u16) -> Option<&'static GridYear> {
    GRID_INTENSITY.iter().find(|known| known.year == year)
}

/// What is known of a scenario. A scenario is a labelled line, neither a forecast nor a
/// distribution: it has no range, and scenarios are never averaged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScenarioDetails {
    /// The scenario.
    pub scenario: Scenario,
    /// Its id in tables and on the command line, `MODEL_OFFICIAL`.
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// What it is built from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

impl Scenario {
    /// What is known of it.
    pub fn details(self) -> &'static ScenarioDetails {
        SCENARIOS.get(self as usize).unwrap_or(&SCENARIOS[0])
    }
}

/// The nation's CO2 in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NationalCo2 {
    /// The scenario; none for the years that have been.
    pub scenario: Option<Scenario>,
    /// The year.
    pub year: u16,
    /// Fossil fuels and processes, territorial, before sinks.
    pub value: f64,
    /// MtCO2.
    pub unit: Unit,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Published, derived or unverified.
    pub status: Status,
    /// The day by which it should be looked at again.
    pub review_by: &'static str,
}

/// The nation's CO2 in a year from the base year to 2060: history, then the scenario.
pub fn national_co2(scenario: Scenario, year: u16) -> Option<&'static NationalCo2> {
    NATIONAL_CO2.iter().find(|known| {
        known.year == year && known.scenario.is_none_or(|followed| followed == scenario)
    })
}

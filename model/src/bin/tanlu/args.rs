//! The words after the command.

use std::ops::RangeInclusive;

use tanlu_model::BASE_YEAR;
use tanlu_model::actions::{ActionId, By, Chosen, Strength};
use tanlu_model::choice::{Choice, Settlements};
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::{CAMPAIGNS, Campaign, NationalPath};
use tanlu_model::plan::OFFERED;
use tanlu_model::rows::Province;
use tanlu_model::uncertainty::{DRAWS, DRAWS_ALLOWED, SEED};
use tanlu_model::year::DEFAULT_SCENARIO;

/// Stands for the names of files among the options that a command knows.
pub const FILE: &str = "FILE";

/// How a result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table to read.
    Table,
    /// JSON.
    Json,
    /// CSV.
    Csv,
}

/// The search for a plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Search {
    /// kg CO2e a year per person of household consumption.
    pub target: f64,
    /// The year in which it is to be reached.
    pub year: u16,
    /// What is to be as little as possible.
    pub by: By,
}

/// The options of a command.
#[derive(Debug)]
pub struct Options {
    /// Files to read.
    pub files: Vec<String>,
    /// How to print.
    pub format: Format,
    /// Gases counted.
    pub gas: Gas,
    /// Whether they are named.
    pub names_gas: bool,
    /// The year of the factors; the base year where none is named.
    pub year: u16,
    /// Whether a year is named.
    pub names_year: bool,
    /// Seed of the draws.
    pub seed: u64,
    /// How many draws.
    pub draws: usize,
    /// Whether the tables are checked rather than printed.
    pub check: bool,
    /// The province whose average household is asked for; else the nation's.
    pub province: Option<Province>,
    /// Actions that are done together.
    pub with: Vec<Chosen>,
    /// The nation alone.
    pub national: bool,
    /// The path that the nation's CO2 takes.
    pub scenario: NationalPath,
    /// Who joins in.
    pub campaign: Campaign,
    /// The plan that is sought.
    pub search: Option<Search>,
    /// The average household of every province is asked for.
    pub provinces: bool,
    /// The kinds of settlement whose average household is asked for.
    pub settlements: Settlements,
}

/// The campaign as long as nobody joins.
pub fn nobody() -> Campaign {
    Campaign {
        joining: 0.0,
        ..Campaign::default()
    }
}

impl Options {
    /// Reads the words after a command that knows these options and these years; `FILE` among them stands for
    /// files.
    ///
    /// # Errors
    /// Says which word is not understood and what is allowed.
    pub fn read(
        words: Vec<String>,
        known: &[&str],
        years: &RangeInclusive<u16>,
    ) -> Result<Options, String> {
        let mut options = Options {
            files: Vec::new(),
            format: Format::Table,
            gas: Gas::Co2e,
            names_gas: false,
            year: BASE_YEAR,
            names_year: false,
            seed: SEED,
            draws: DRAWS,
            check: false,
            province: None,
            provinces: false,
            settlements: Settlements::All,
            with: Vec::new(),
            national: false,
            scenario: NationalPath::Model(DEFAULT_SCENARIO),
            campaign: nobody(),
            search: None,
        };
        let (mut target, mut by, mut in_year, mut of_gas) = (None, None, None, None);
        let mut words = words.into_iter();
        let mut given: Vec<String> = Vec::new();
        while let Some(word) = words.next() {
            let name = if word.starts_with('-') { &word } else { FILE };
            if !known.contains(&name) {
                return Err(format!("{word}: allowed: {}", known.join(", ")));
            }
            if name != FILE && given.contains(&word) {
                return Err(format!("{word}: stands twice; allowed: once"));
            }
            given.push(word.clone());
            let mut value = || words.next().ok_or(format!("{word}: a value must follow"));
            match word.as_str() {
                "--json" => options.format = Format::Json,
                "--csv" => options.format = Format::Csv,
                "--check" => options.check = true,
                "--province" => options.province = Some(option("--province", &value()?)?),
                "--provinces" => options.provinces = true,
                "--settlement" => options.settlements = option("--settlement", &value()?)?,
                "--gas" => of_gas = Some(gas(&value()?)?),
                "--seed" => options.seed = whole("--seed", &value()?)?,
                "--draws" => options.draws = draws(&value()?)?,
                "--year" => in_year = Some(year(&value()?, years)?),
                "--with" => options.with = with(&value()?)?,
                "--national" => options.national = true,
                "--scenario" => options.scenario = scenario(&value()?)?,
                "--adoption" => options.campaign.joining = share(&value()?)?,
                "--reach" => options.campaign.reach = option("--reach", &value()?)?,
                "--from" => options.campaign.from = beginning(&value()?)?,
                "--pace" => options.campaign.pace = option("--pace", &value()?)?,
                "--target" => target = Some(kilograms(&value()?)?),
                "--by" => by = Some(least(&value()?)?),
                file => options.files.push(file.to_owned()),
            }
        }
        options.names_year = in_year.is_some();
        options.names_gas = of_gas.is_some();
        options.gas = of_gas.unwrap_or(options.gas);
        match target {
            Some(target) => {
                let year = in_year.ok_or("--target: --year must name the year of the target")?;
                if !OFFERED.contains(&year) {
                    let (first, last) = (OFFERED.start(), OFFERED.end());
                    return Err(format!(
                        "--year {year}: allowed with --target: {first} to {last}"
                    ));
                }
                let by = by.unwrap_or(By::Effort);
                options.search = Some(Search { target, year, by });
            }
            None if by.is_some() => return Err("--by: --target must name a target".to_owned()),
            None => options.year = in_year.unwrap_or(BASE_YEAR),
        }
        Ok(options)
    }
}

fn gas(text: &str) -> Result<Gas, String> {
    let allowed: Vec<&str> = Gas::ALL.iter().map(|gas| gas.id()).collect();
    let found = Gas::ALL.iter().copied().find(|gas| gas.id() == text);
    found.ok_or_else(|| format!("--gas {text}: allowed: {}", allowed.join(", ")))
}

/// An option of a choice question by its id.
fn option<T: Choice>(name: &str, text: &str) -> Result<T, String> {
    T::from_id(text).ok_or_else(|| format!("{name} {text}: allowed: {}", T::IDS.join(", ")))
}

/// Actions by their ids, each with its strength where one is given: `ev,drive_less:30`.
fn with(text: &str) -> Result<Vec<Chosen>, String> {
    let one = |word: &str| -> Result<Chosen, String> {
        let (id, strength) = match word.split_once(':') {
            Some((id, strength)) => (id, Some(strength)),
            None => (word, None),
        };
        let ids = || {
            let ids: Vec<&str> = ActionId::ALL.iter().map(|action| action.id()).collect();
            ids.join(", ")
        };
        let action =
            ActionId::from_id(id).ok_or_else(|| format!("--with {id}: allowed: {}", ids()))?;
        let mut chosen = Chosen::usual(action);
        if let Some(text) = strength {
            let bounds = action.strength();
            let bounds = bounds.ok_or_else(|| format!("--with {word}: has no strength"))?;
            let found = text.parse().ok();
            let found = found.filter(|number| (bounds.low..=bounds.high).contains(number));
            chosen.strength = found.ok_or_else(|| {
                let Strength {
                    low, high, unit, ..
                } = bounds;
                format!("--with {word}: allowed: {low} to {high} {}", unit.id())
            })?;
        }
        Ok(chosen)
    };
    let mut all: Vec<Chosen> = Vec::new();
    for word in text.split(',') {
        if word.is_empty() {
            return Err(format!(
                "--with {text}: allowed: ids with one comma between them"
            ));
        }
        let chosen = one(word)?;
        if all.iter().any(|known| known.action == chosen.action) {
            return Err(format!(
                "--with {text}: {word}: stands twice; allowed: once"
            ));
        }
        all.push(chosen);
    }
    Ok(all)
}

/// A line of the nation's CO2 by its id; marks are none.
fn scenario(text: &str) -> Result<NationalPath, String> {
    NationalPath::from_id(text).ok_or_else(|| {
        let allowed: Vec<&str> = NationalPath::lines().map(NationalPath::id).collect();
        format!("--scenario {text}: allowed: {}", allowed.join(", "))
    })
}

fn share(text: &str) -> Result<f64, String> {
    let found = text.parse().ok();
    let found = found.filter(|share| (0.0..=1.0).contains(share));
    found.ok_or_else(|| format!("--adoption {text}: allowed: 0 to 1"))
}

fn beginning(text: &str) -> Result<u16, String> {
    let found = text.parse().ok().filter(|year| CAMPAIGNS.contains(year));
    found.ok_or_else(|| {
        let (first, last) = (CAMPAIGNS.start(), CAMPAIGNS.end());
        format!("--from {text}: allowed: {first} to {last}")
    })
}

fn kilograms(text: &str) -> Result<f64, String> {
    let found = text.parse().ok();
    let found = found.filter(|kg: &f64| kg.is_finite() && *kg >= 0.0);
    found.ok_or_else(|| format!("--target {text}: allowed: kg a year per person, from 0"))
}

fn least(text: &str) -> Result<By, String> {
    let allowed: Vec<&str> = By::ALL.iter().map(|by| by.id()).collect();
    let found = By::ALL.iter().copied().find(|by| by.id() == text);
    found.ok_or_else(|| format!("--by {text}: allowed: {}", allowed.join(", ")))
}

fn whole(option: &str, text: &str) -> Result<u64, String> {
    text.parse()
        .map_err(|_| format!("{option} {text}: allowed: a whole number from 0"))
}

fn draws(text: &str) -> Result<usize, String> {
    let (least, most) = DRAWS_ALLOWED;
    let found = text
        .parse()
        .ok()
        .filter(|draws| (least..=most).contains(draws));
    found.ok_or_else(|| format!("--draws {text}: allowed: {least} to {most}"))
}

fn year(text: &str, years: &RangeInclusive<u16>) -> Result<u16, String> {
    let found = text.parse().ok().filter(|year| years.contains(year));
    found.ok_or_else(|| {
        let (first, last) = (years.start(), years.end());
        format!("--year {text}: allowed: {first} to {last}")
    })
}

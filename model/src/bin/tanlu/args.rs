//! The words after the command.

use tanlu_model::BASE_YEAR;
use tanlu_model::choice::{Choice, Settlement};
use tanlu_model::footprint::Gas;
use tanlu_model::rows::Province;
use tanlu_model::uncertainty::{DRAWS, DRAWS_ALLOWED, SEED};
use tanlu_model::year::YEARS;

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

/// The options of a command.
#[derive(Debug)]
pub struct Options {
    /// Files to read.
    pub files: Vec<String>,
    /// How to print.
    pub format: Format,
    /// Gases counted.
    pub gas: Gas,
    /// The year of the factors.
    pub year: u16,
    /// Seed of the draws.
    pub seed: u64,
    /// How many draws.
    pub draws: usize,
    /// Whether the tables are checked rather than printed.
    pub check: bool,
    /// The province whose average household is asked for; else the nation's.
    pub province: Option<Province>,
    /// The kind of settlement whose average household is asked for; else all.
    pub settlement: Option<Settlement>,
}

impl Options {
    /// Reads the words after a command that knows these options; `FILE` among them stands for files.
    ///
    /// # Errors
    /// Says which word is not understood and what is allowed.
    pub fn read(words: Vec<String>, known: &[&str]) -> Result<Options, String> {
        let mut options = Options {
            files: Vec::new(),
            format: Format::Table,
            gas: Gas::Co2e,
            year: BASE_YEAR,
            seed: SEED,
            draws: DRAWS,
            check: false,
            province: None,
            settlement: None,
        };
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let name = if word.starts_with('-') { &word } else { FILE };
            if !known.contains(&name) {
                return Err(format!("{word}: allowed: {}", known.join(", ")));
            }
            let mut value = || words.next().ok_or(format!("{word}: a value must follow"));
            match word.as_str() {
                "--json" => options.format = Format::Json,
                "--csv" => options.format = Format::Csv,
                "--check" => options.check = true,
                "--province" => options.province = Some(option("--province", &value()?)?),
                "--settlement" => options.settlement = Some(option("--settlement", &value()?)?),
                "--gas" => options.gas = gas(&value()?)?,
                "--seed" => options.seed = whole("--seed", &value()?)?,
                "--draws" => options.draws = draws(&value()?)?,
                "--year" => options.year = year(&value()?)?,
                file => options.files.push(file.to_owned()),
            }
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

fn year(text: &str) -> Result<u16, String> {
    let found = text.parse().ok().filter(|year| YEARS.contains(year));
    found.ok_or_else(|| {
        format!(
            "--year {text}: allowed: {} to {}",
            YEARS.start(),
            YEARS.end()
        )
    })
}

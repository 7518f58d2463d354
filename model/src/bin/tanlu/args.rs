//! The words after the command.

use tanlu_model::BASE_YEAR;

/// Which gases the kilograms count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gas {
    /// All gases, as CO2 equivalents.
    Co2e,
    /// CO2 alone.
    Co2,
    /// CO2 emitted in China.
    Co2Territorial,
}

impl Gas {
    const ALL: &'static [Gas] = &[Gas::Co2e, Gas::Co2, Gas::Co2Territorial];

    /// The gas as written on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Gas::Co2e => "co2e",
            Gas::Co2 => "co2",
            Gas::Co2Territorial => "co2-territorial",
        }
    }
}

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
    /// Seed of the draws.
    pub seed: u64,
    /// Whether the tables are checked rather than printed.
    pub check: bool,
}

impl Options {
    /// Reads the words.
    ///
    /// # Errors
    /// Says which word is not understood and what is allowed.
    pub fn read(words: Vec<String>) -> Result<Options, String> {
        let mut options = Options {
            files: Vec::new(),
            format: Format::Table,
            gas: Gas::Co2e,
            seed: 1,
            check: false,
        };
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word}: a value must follow"));
            match word.as_str() {
                "--json" => options.format = Format::Json,
                "--csv" => options.format = Format::Csv,
                "--check" => options.check = true,
                "--gas" => options.gas = gas(&value()?)?,
                "--seed" => options.seed = whole("--seed", &value()?)?,
                "--draws" => drop(whole("--draws", &value()?)?),
                "--year" => base_year(&value()?)?,
                option if option.starts_with('-') => {
                    return Err(format!("{option}: unknown option"));
                }
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

fn whole(option: &str, text: &str) -> Result<u64, String> {
    text.parse()
        .map_err(|_| format!("{option} {text}: allowed: a whole number from 0"))
}

/// Other years need the index of the path, which the model does not have yet.
fn base_year(text: &str) -> Result<(), String> {
    if text == BASE_YEAR.to_string() {
        return Ok(());
    }
    Err(format!("--year {text}: allowed: {BASE_YEAR}"))
}

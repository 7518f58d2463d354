//! The command line: the same engine as the page, for analysts and tests.

mod actions;
mod actions_table;
mod args;
mod average;
mod estimate;
mod levers;
mod path;
mod print;
mod reconcile;

use std::io::Write;
use std::process::ExitCode;

use args::{FILE, Options};
use tanlu_model::pathway::nation::AHEAD;
use tanlu_model::year::YEARS;

const USAGE: &str = "usage:
  tanlu questions [--json]
  tanlu estimate FILE... [--json | --csv] [--year Y] [--gas co2e|co2|co2-territorial] [--draws N] [--seed S]
  tanlu actions FILE [--json] [--with ID[:STRENGTH],...] [--target KG --year Y [--by effort|cost]] [--draws N] [--seed S]
  tanlu path FILE [--json] [--with ID[:STRENGTH],...] [--scenario S] [--gas co2e|co2|co2-territorial]
             [--adoption X [--reach like-mine|province|nation] [--from Y] [--pace slow|middle|fast]] [--draws N] [--seed S]
  tanlu path --national [--json] [--scenario S]
  tanlu levers FILE --year Y [--json] [--draws N] [--seed S]
  tanlu average [--province CODE | --provinces] [--settlement urban|city|town|village] [--json | --csv]
  tanlu reconcile [--json]
  tanlu factors [--json | --check [FILE...]]
Y is 2023 (the default, official grid factors) to 2060 (factors of scenario MODEL_OFFICIAL);
of levers it must be named, and is 2025 to 2060.
KG is kg CO2e a year per person of household consumption; ID is an action, as the command lists them.
S of path is a scenario (MODEL_OFFICIAL by default), X the share of those who can that join in, 0 to 1 (0 by default),
from 2026 on unless a later year is named; --reach like-mine or province needs an answers file that answers
what they are told by: the province, and of like-mine the kind of settlement too.
--gas is what a household is told in, co2e by default, as on the page; the nation is always territorial CO2.
N is 64 to 65536 (2048 by default), S a whole number (2060 by default): the same N and S give the same bands.";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(text) => match std::io::stdout().lock().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            // the reader has gone: nobody is left to tell
            Err(_) => ExitCode::FAILURE,
        },
        Err(message) => {
            let _ = writeln!(std::io::stderr().lock(), "tanlu: {message}");
            ExitCode::from(2)
        }
    }
}

/// What a command prints, or why it refuses.
type Print = fn(&Options) -> Result<String, String>;

/// The commands, and the options that each knows.
const COMMANDS: &[(&str, &[&str], Print)] = &[
    ("questions", &["--json"], |options| {
        Ok(print::questions(options))
    }),
    (
        "estimate",
        &[
            FILE, "--json", "--csv", "--year", "--gas", "--draws", "--seed",
        ],
        estimate::estimate,
    ),
    (
        "actions",
        &[
            FILE, "--json", "--with", "--target", "--year", "--by", "--draws", "--seed",
        ],
        actions::actions,
    ),
    (
        "path",
        &[
            FILE,
            "--json",
            "--with",
            "--scenario",
            "--gas",
            "--adoption",
            "--reach",
            "--from",
            "--pace",
            "--draws",
            "--seed",
            "--national",
        ],
        path::path,
    ),
    (
        "levers",
        &[FILE, "--json", "--year", "--draws", "--seed"],
        levers::levers,
    ),
    (
        "average",
        &[
            "--province",
            "--provinces",
            "--settlement",
            "--json",
            "--csv",
        ],
        average::average,
    ),
    ("reconcile", &["--json"], |options| {
        Ok(reconcile::totals(options))
    }),
    ("factors", &[FILE, "--json", "--check"], print::factors),
];

/// What the words ask for, or why they are refused.
fn run(words: Vec<String>) -> Result<String, String> {
    let mut words = words.into_iter();
    let asked = words.next().ok_or(USAGE)?;
    if ["help", "--help", "-h"].contains(&asked.as_str()) {
        return Ok(format!("{USAGE}\n"));
    }
    let known = COMMANDS.iter().find(|(command, ..)| *command == asked);
    let (_, options, print) = known.ok_or_else(|| format!("unknown command {asked}\n{USAGE}"))?;
    let years = if asked == "levers" { AHEAD } else { YEARS };
    let options =
        Options::read(words.collect(), options, &years).map_err(|why| format!("{asked}: {why}"))?;
    print(&options)
}

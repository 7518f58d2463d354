//! The command line: the same engine as the page, for analysts and tests.

mod args;
mod estimate;
mod print;

use std::io::Write;
use std::process::ExitCode;

use tanlu_model::BASE_YEAR;

const USAGE: &str = "usage:
  tanlu questions [--json]
  tanlu estimate FILE... [--json | --csv] [--year Y] [--gas co2e|co2|co2-territorial] [--draws N] [--seed S]
  tanlu factors [--json | --check]
Y is 2023 (the default, official grid factors) to 2060 (factors of scenario MODEL_OFFICIAL).";

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
fn run(words: Vec<String>) -> Result<String, String> {
    let mut words = words.into_iter();
    let command = words.next().ok_or(USAGE)?;
    let options = args::Options::read(words.collect())?;
    if command != "estimate" && options.year != BASE_YEAR {
        return Err(format!(
            "{command}: --year {}: allowed: {BASE_YEAR}",
            options.year
        ));
    }
    match command.as_str() {
        "questions" => Ok(print::questions(&options)),
        "estimate" => estimate::estimate(&options),
        "factors" => Ok(print::factors(&options)),
        "help" | "--help" | "-h" => Ok(format!("{USAGE}\n")),
        other => Err(format!("unknown command {other}\n{USAGE}")),
    }
}

//! The developer commands: `cargo xtask serve | build | test | bench`.

use anyhow::{Context, Result, bail};
use std::process::ExitCode;
use xtask::{bench, journeys, page, suite};

const USAGE: &str = "\
cargo xtask serve [--port N]   build the page and serve it on 127.0.0.1
cargo xtask build              build the page into dist/ and check its size
cargo xtask test               install what the tests need and run all checks
cargo xtask bench              sizes, speed and phone scores, as a table
cargo xtask journeys [OPTION]  only the browser journeys, on the page in dist/ (--help says more)";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// True if the command did what it should and all its checks passed.
fn run(args: &[String]) -> Result<bool> {
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => page::serve(None)?,
        ["serve", "--port", port] => page::serve(Some(port.parse().context("--port")?))?,
        ["build"] => drop(page::build()?),
        ["test"] => return Ok(suite::run()),
        ["bench"] => bench::run()?,
        ["journeys", options @ ..] => return Ok(journeys::run(options)?.failed == 0),
        _ => bail!("which command?\n{USAGE}"),
    }
    Ok(true)
}

//! Runs the browser journeys. `cargo xtask test` and `cargo xtask journeys` start it.

use anyhow::{Context, Result, bail, ensure};
use journeys::bench;
use journeys::browser::Browser;
use journeys::driver::Driver;
use journeys::journeys::{Journey, all};
use journeys::options::{Options, USAGE};
use journeys::page::Page;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    match Options::read(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs what was asked for: how many journeys failed.
fn run(options: &Options) -> Result<usize> {
    if options.help {
        println!("{USAGE}");
        return Ok(0);
    }
    if options.bench {
        return bench::run(options).map(|()| 0);
    }
    let only = options.only.as_deref().unwrap_or_default();
    let chosen: Vec<Journey> = all()
        .into_iter()
        .filter(|one| one.name.contains(only))
        .collect();
    if options.list {
        chosen
            .iter()
            .for_each(|journey| println!("{}", journey.name));
        return Ok(0);
    }
    let (mut passed, mut failed) = (0, 0);
    for browser in &options.browsers {
        let driver = Driver::start(*browser, options).with_context(|| browser.name())?;
        for journey in chosen
            .iter()
            .filter(|journey| journey.browsers.contains(browser))
        {
            let start = Instant::now();
            let result = expected(go(*browser, &driver, options, journey), journey.fails);
            let seconds = start.elapsed().as_secs_f64();
            let (name, browser) = (journey.name, browser.name());
            if let Err(error) = result {
                failed += 1;
                println!("FAILED {browser}: {name} ({seconds:.1} s)\n  {error:#}");
            } else {
                passed += 1;
                println!("ok {browser}: {name} ({seconds:.1} s)");
            }
        }
    }
    ensure!(passed + failed > 0, "no journey of that name");
    println!("{passed} passed, {failed} failed");
    Ok(failed)
}

/// One journey in a fresh browser.
fn go(browser: Browser, driver: &Driver, options: &Options, journey: &Journey) -> Result<()> {
    let mut page = Page::open(browser, driver, options, journey.visit.clone())?;
    (journey.go)(&mut page).inspect_err(|_| {
        // what it looked like, if pictures are wanted
        page.screenshot(&format!("failed-{}", journey.name.replace(' ', "-")))
            .ok();
    })?;
    page.finish()
}

/// The journeys that prove that a fault is noticed must fail for that reason.
fn expected(result: Result<()>, fails: Option<&str>) -> Result<()> {
    match (result, fails) {
        (result, None) => result,
        (Ok(()), Some(reason)) => bail!("not noticed: {reason}"),
        (Err(error), Some(reason)) if format!("{error:#}").contains(reason) => Ok(()),
        (Err(error), Some(reason)) => Err(error.context(format!("fails, but not for {reason}"))),
    }
}

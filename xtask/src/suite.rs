//! `test`: all checks, one step after the other.

use anyhow::{Result, bail};

use crate::compile::WASM;
use crate::process::Tool;
use crate::steps::{Steps, Tally};
use crate::{debian, floor, journeys, page, paths, tools};

/// Runs all checks. True if all passed; the last line says how many did.
#[must_use]
pub fn run() -> bool {
    let mut steps = Steps::default();
    steps.step("tools: Rust, wasm-bindgen", || {
        tools::rust(&["clippy", "rustfmt"])?;
        tools::wasm_bindgen()?;
        Ok(Tally::ONE)
    });
    steps.step("tools: Node.js packages", || {
        for package in [tools::BINARYEN, tools::ESBUILD, tools::ESLINT, tools::AXE] {
            package.folder()?;
        }
        Ok(Tally::ONE)
    });
    steps.step("tools: browsers and drivers", || {
        debian::browsers()?;
        tools::geckodriver()?;
        Ok(Tally::ONE)
    });
    steps.step("format", || one(cargo(&["fmt", "--all", "--", "--check"])?));
    steps.step("clippy, native", || {
        let what = ["clippy", "--quiet", "--workspace", "--all-targets"];
        one(cargo(&what)?.args(["--", "-D", "warnings"]))
    });
    steps.step("clippy, wasm32", || {
        // the model's Wasm tests compile nowhere else
        let packages = ["-p", "tanlu", "-p", "tanlu-model", "--target", WASM];
        let targets = ["--lib", "--bins", "--test", "wasm"];
        let what = cargo(&["clippy", "--quiet"])?.args(packages).args(targets);
        one(what.args(["--", "-D", "warnings"]))
    });
    steps.step("tests, native", || {
        cargo(&["test", "--quiet", "--workspace"])?.tally()
    });
    steps.step("tests, wasm32", wasm_tests);
    steps.step("browser floor: bad samples refused", floor::check_samples);
    let built = steps.step("release build and budget", || {
        page::build().map(|_| Tally::ONE)
    });
    let ready = || {
        if !built {
            bail!("there is no page to test: the release build failed");
        }
        Ok(())
    };
    steps.step("journeys in chromium", || {
        ready()?;
        journeys::run(&["--browser", "chromium"])
    });
    // these two wait more than they work
    steps.step("journeys in firefox and webkit", || {
        ready()?;
        std::thread::scope(|scope| {
            let firefox = scope.spawn(|| journeys::run(&["--browser", "firefox"]));
            let webkit = journeys::run(&["--browser", "webkit"]);
            let Ok(firefox) = firefox.join() else {
                bail!("the journeys in firefox broke off");
            };
            Ok(firefox? + webkit?)
        })
    });
    steps.summary()
}

fn cargo(args: &[&str]) -> Result<Tool> {
    Ok(Tool::new("cargo").args(args).dir(&paths::root()?))
}

/// A command that is one check.
fn one(tool: Tool) -> Result<Tally> {
    tool.run()?;
    Ok(Tally::ONE)
}

/// The model's own tests compiled to Wasm, run in Node.js.
fn wasm_tests() -> Result<Tally> {
    tools::need_node()?;
    let runner = tools::wasm_bindgen_folder()?.join("wasm-bindgen-test-runner");
    if !paths::root()?
        .join("model")
        .join("tests")
        .join("wasm.rs")
        .is_file()
    {
        bail!("model/tests/wasm.rs is missing");
    }
    cargo(&[
        "test",
        "-p",
        "tanlu-model",
        "--target",
        WASM,
        "--test",
        "wasm",
    ])?
    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
    .tally()
}

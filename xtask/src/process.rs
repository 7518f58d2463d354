//! Other programs: started without a terminal, named when they fail.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::steps::Tally;

/// A command of another program.
pub struct Tool {
    command: Command,
    shown: String,
}

impl Tool {
    /// A program, by name or by path. It reads nothing and runs in the current folder.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let shown = Path::new(program)
            .file_name()
            .unwrap_or(program)
            .to_string_lossy()
            .into_owned();
        let mut command = Command::new(program);
        command.stdin(Stdio::null());
        Self { command, shown }
    }

    /// One more argument.
    #[must_use]
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.shown.push(' ');
        self.shown.push_str(&arg.as_ref().to_string_lossy());
        self.command.arg(arg);
        self
    }

    /// Several arguments.
    #[must_use]
    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        for arg in args {
            self = self.arg(arg);
        }
        self
    }

    /// An environment variable.
    #[must_use]
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs in this folder.
    #[must_use]
    pub fn dir(mut self, dir: &Path) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// Runs it; its output goes to the terminal.
    ///
    /// # Errors
    /// When it cannot start or fails.
    pub fn run(mut self) -> Result<()> {
        let status = self
            .command
            .status()
            .with_context(|| format!("cannot start {}", self.shown))?;
        if !status.success() {
            bail!("{} failed: {status}", self.shown);
        }
        Ok(())
    }

    /// Runs it and gives what it prints, whether it succeeds or not.
    ///
    /// # Errors
    /// When it cannot start.
    pub fn report(mut self) -> Result<String> {
        let output = self
            .command
            .output()
            .with_context(|| format!("cannot start {}", self.shown))?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it and keeps what it prints; shown only when it fails.
    ///
    /// # Errors
    /// When it cannot start or fails.
    pub fn output(mut self) -> Result<String> {
        let output = self
            .command
            .output()
            .with_context(|| format!("cannot start {}", self.shown))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if !output.status.success() {
            let errors = String::from_utf8_lossy(&output.stderr);
            bail!("{} failed: {}\n{text}{errors}", self.shown, output.status);
        }
        Ok(text)
    }

    /// Runs it, passes its output on and counts the tests that it reports.
    ///
    /// # Errors
    /// When it cannot start, or fails without reporting a failed test.
    pub fn tally(mut self) -> Result<Tally> {
        let mut child = self
            .command
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", self.shown))?;
        let mut tally = Tally::default();
        if let Some(stdout) = child.stdout.take() {
            for line in BufReader::new(stdout).lines() {
                let line = line?;
                println!("{line}");
                tally = tally + Tally::read(&line);
            }
        }
        let status = child.wait()?;
        if !status.success() && tally.failed == 0 {
            bail!("{} failed: {status}", self.shown);
        }
        Ok(tally)
    }
}

/// Is this program on PATH?
#[must_use]
pub fn on_path(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(program).is_file()))
}

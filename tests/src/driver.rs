//! The WebDriver of a browser: a process that we start and end, and its protocol.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::browser::Browser;
use crate::options::Options;

/// A running driver. Its processes end with it.
pub struct Driver {
    children: Vec<Child>,
    agent: ureq::Agent,
    url: String,
    /// Where WebKit's browser reads into which folder it saves files.
    config: Option<PathBuf>,
}

impl Driver {
    /// Starts the browser's driver on a free port.
    ///
    /// # Errors
    /// When it is not installed or does not answer in time.
    pub fn start(browser: Browser, options: &Options) -> Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut command = Command::new(browser.driver(options));
        command.arg(format!("--port={port}"));
        let mut children = Vec::new();
        let mut config = None;
        if browser == Browser::Webkit {
            let (screen, display) = screen()?;
            children.push(screen);
            let folder = std::env::temp_dir().join(format!("tanlu-{}-config", std::process::id()));
            webkit_environment(&mut command, &display, &folder);
            config = Some(folder);
        }
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", browser.driver(options)))?;
        children.push(child);
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build();
        let url = format!("http://127.0.0.1:{port}");
        let driver = Self {
            children,
            agent: agent.into(),
            url,
            config,
        };
        let patience = Instant::now() + Duration::from_secs(30);
        while driver.call("GET", "/status", &Value::Null).is_err() {
            if Instant::now() > patience {
                bail!("{} does not answer", browser.name());
            }
            sleep(Duration::from_millis(50));
        }
        Ok(driver)
    }

    /// One command of the protocol: its answer's value.
    ///
    /// # Errors
    /// The driver's own words.
    pub fn call(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        let last = path.rsplit('/').next().unwrap_or_default();
        self.send(method, path, body)
            .with_context(|| format!("the driver's {last}"))
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        let url = format!("{}{path}", self.url);
        let mut response = match method {
            "GET" => self.agent.get(&url).call()?,
            "DELETE" => self.agent.delete(&url).call()?,
            _ => self
                .agent
                .post(&url)
                .header("Content-Type", "application/json; charset=utf-8")
                .send(&body.to_string())?,
        };
        let body = response.body_mut();
        let text = body.with_config().limit(200_000_000).read_to_string()?;
        let mut answer: Value = serde_json::from_str(&text).with_context(|| text.clone())?;
        let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
        if let Some(error) = value.get("error").and_then(Value::as_str) {
            let message = value
                .get("message")
                .and_then(Value::as_str)
                .unwrap_or_default();
            bail!("{error}: {message}");
        }
        Ok(value)
    }

    /// A new session with a fresh profile, which saves files into a folder: its id.
    ///
    /// # Errors
    /// When the browser does not start.
    pub fn session(&self, capabilities: &Value, downloads: &Path) -> Result<String> {
        if let Some(config) = &self.config {
            // the other browsers are told in their capabilities
            fs::create_dir_all(config)?;
            let line = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
            fs::write(config.join("user-dirs.dirs"), line)?;
        }
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = self
            .call("POST", "/session", &body)
            .context("starting the browser")?;
        let id = answer.get("sessionId").and_then(Value::as_str);
        Ok(id.context("the driver names no session")?.to_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            child.kill().ok();
            child.wait().ok();
        }
        if let Some(config) = &self.config {
            fs::remove_dir_all(config).ok();
        }
    }
}

/// What WebKit's driver hands on to its browser.
fn webkit_environment(command: &mut Command, display: &str, config: &Path) {
    command
        .env("DISPLAY", display)
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    // no bus of a desktop to wait for
    command
        .env("GSETTINGS_BACKEND", "memory")
        .env("NO_AT_BRIDGE", "1");
    command.env("XDG_CONFIG_HOME", config);
}

/// A screen in memory for the browser that has no headless mode: its process and its name.
fn screen() -> Result<(Child, String)> {
    let mut child = Command::new("Xvfb")
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1600x1400x24",
            "-nolisten",
            "tcp",
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start Xvfb")?;
    let mut number = String::new();
    if let Some(stdout) = child.stdout.take() {
        BufReader::new(stdout).read_line(&mut number)?;
    }
    Ok((child, format!(":{}", number.trim())))
}

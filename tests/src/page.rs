//! The page as a journey sees it.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::Duration;
use xtask::server::{self, Site};

use crate::browser::Browser;
use crate::driver::Driver;
use crate::options::Options;
use crate::visit::Visit;

/// The page has loaded when no request came for so long.
const QUIET: Duration = Duration::from_millis(300);

const WATCH: &str = include_str!("../js/watch.js");

/// A page in a browser of its own, on a server of its own.
pub struct Page<'a> {
    /// The browser it is in.
    pub browser: Browser,
    /// How it is visited.
    pub visit: Visit,
    driver: &'a Driver,
    pub(crate) options: &'a Options,
    session: String,
    site: Site,
    loaded: usize,
    pub(crate) downloads: PathBuf,
}

impl<'a> Page<'a> {
    /// Opens the page and waits until it has loaded.
    ///
    /// # Errors
    /// When the browser does not start or the page does not appear.
    pub fn open(
        browser: Browser,
        driver: &'a Driver,
        options: &'a Options,
        visit: Visit,
    ) -> Result<Self> {
        let serve = server::Options {
            port: 0,
            prefix: visit.prefix.to_owned(),
            watch: Some(format!("{}\n{WATCH}", visit.before)),
        };
        let site = Site::start(&options.dist, &serve)?;
        let downloads = downloads()?;
        let session = driver.session(&browser.capabilities(&visit, &downloads), &downloads)?;
        let mut page = Self {
            browser,
            visit,
            driver,
            options,
            session,
            site,
            loaded: 0,
            downloads,
        };
        page.set_viewport(page.visit.width, page.visit.height)?;
        if page.visit.dark {
            page.emulate(&[("prefers-color-scheme", "dark")])?;
        }
        page.goto(page.visit.query)?;
        Ok(page)
    }

    /// A command of the WebDriver session.
    ///
    /// # Errors
    /// The driver's own words.
    pub fn command(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        self.driver
            .call(method, &format!("/session/{}{path}", self.session), body)
    }

    /// A command of Chromium's own protocol.
    ///
    /// # Errors
    /// In another browser, or Chromium's own words.
    pub fn cdp(&self, name: &str, params: &Value) -> Result<Value> {
        if self.browser != Browser::Chromium {
            bail!("{name} is for Chromium only");
        }
        self.command(
            "POST",
            "/goog/cdp/execute",
            &json!({ "cmd": name, "params": params }),
        )
    }

    /// Goes to the page's address and what follows it (`""`, `?lang=en`, `#x`), and waits until
    /// it has loaded.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn goto(&mut self, query: &str) -> Result<()> {
        self.no_request_followed()?;
        let url = format!("{}{query}", self.site.url());
        self.command("POST", "/url", &json!({ "url": url }))?;
        self.settle()
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn reload(&mut self) -> Result<()> {
        self.no_request_followed()?;
        self.command("POST", "/refresh", &json!({}))?;
        self.settle()
    }

    /// Waits for the page's first content and for the last request of the load.
    fn settle(&mut self) -> Result<()> {
        let ready = self.visit.ready;
        if !ready.is_empty()
            && let Err(why) = self.first(ready)
        {
            let faults = self.site.faults();
            bail!("{ready} does not appear: {why:#}; faults: {faults:?}");
        }
        let mut seen = self.site.requests().len();
        loop {
            sleep(QUIET);
            let now = self.site.requests().len();
            if now == seen {
                break;
            }
            seen = now;
        }
        self.loaded = seen;
        Ok(())
    }

    /// No request came after the page had loaded.
    fn no_request_followed(&self) -> Result<()> {
        let requests = self.site.requests();
        let later: Vec<&str> = requests
            .iter()
            .skip(self.loaded)
            .map(|entry| entry.url.as_str())
            .collect();
        if !later.is_empty() {
            bail!("requests after the load: {}", later.join(" "));
        }
        Ok(())
    }

    /// What must hold at the end of each journey: no request after the load, none refused,
    /// no error, no violation of the policy.
    ///
    /// # Errors
    /// Lists what does not hold.
    pub fn finish(&self) -> Result<()> {
        sleep(QUIET);
        self.no_request_followed()?;
        if let Some(entry) = self
            .site
            .requests()
            .iter()
            .find(|entry| entry.status >= 400)
        {
            bail!("{} answered {}", entry.url, entry.status);
        }
        let mut faults = self.site.faults();
        if self.browser == Browser::Chromium {
            let log = self.command("POST", "/se/log", &json!({ "type": "browser" }))?;
            let entries = log.as_array().into_iter().flatten();
            let severe = entries.filter(|entry| entry["level"] == "SEVERE");
            faults.extend(severe.map(|entry| entry["message"].to_string()));
        }
        if !faults.is_empty() {
            bail!("the page reported:\n  {}", faults.join("\n  "));
        }
        Ok(())
    }

    /// The requests of the page so far.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.site
            .requests()
            .into_iter()
            .map(|entry| entry.url)
            .collect()
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        self.command("DELETE", "", &Value::Null).ok();
        fs::remove_dir_all(&self.downloads).ok();
    }
}

/// A fresh folder for what the page gives to save.
fn downloads() -> Result<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("tanlu-{}-{count}", std::process::id()));
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

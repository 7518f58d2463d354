//! The page as a journey sees it.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeSet;
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
    /// The screens that were opened since the load.
    opened: RefCell<BTreeSet<String>>,
    /// How many faults the journey has provoked.
    provoked: usize,
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
            opened: RefCell::default(),
            provoked: 0,
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
        self.opened.take();
        Ok(())
    }

    /// A screen was opened: its module may be fetched.
    pub(crate) fn opens(&self, screen: &str) {
        self.opened.borrow_mut().insert(screen.to_owned());
    }

    /// The requests for the modules of screens since the page had loaded.
    #[must_use]
    pub fn fetched(&self) -> Vec<String> {
        let requests = self.requests().into_iter().skip(self.loaded);
        requests.filter(|url| url.ends_with(".wasm")).collect()
    }

    /// No request came after the page had loaded, but one for the module of each screen that was
    /// opened.
    fn no_request_followed(&self) -> Result<()> {
        let opened = self.opened.borrow();
        let mut known = BTreeSet::new();
        let requests = self.requests();
        let later: Vec<&str> = requests
            .iter()
            .skip(self.loaded)
            .map(String::as_str)
            .filter(|url| {
                let name = url.strip_prefix(self.visit.prefix).unwrap_or(url);
                !(opened.iter().any(|screen| of_screen(name, screen)) && known.insert(*url))
            })
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
        let mut faults = self.site.faults().split_off(self.provoked);
        faults.extend(self.log()?);
        if !faults.is_empty() {
            bail!("the page reported:\n  {}", faults.join("\n  "));
        }
        Ok(())
    }

    /// What Chromium itself found wrong since it was last asked.
    fn log(&self) -> Result<Vec<String>> {
        if self.browser != Browser::Chromium {
            return Ok(Vec::new());
        }
        let log = self.command("POST", "/se/log", &json!({ "type": "browser" }))?;
        let entries = log.as_array().into_iter().flatten();
        let severe = entries.filter(|entry| entry["level"] == "SEVERE");
        Ok(severe.map(|entry| entry["message"].to_string()).collect())
    }

    /// From now on the server does not answer requests whose path contains this.
    pub fn cut(&self, part: Option<&str>) {
        self.site.cut(part);
    }

    /// The faults since the last call are those that the journey provoked, one for each module that
    /// was cut off: they do not count at the end.
    ///
    /// # Errors
    /// When there are others, or another number of them.
    pub fn provoked(&mut self, modules: usize) -> Result<()> {
        let mut faults = self.site.faults().split_off(self.provoked);
        let own = faults.len();
        self.provoked += own;
        faults.extend(self.log()?);
        faults.retain(|fault| !fault.contains("TypeError") && !fault.contains("tanlu-"));
        if !faults.is_empty() || own != modules {
            bail!("{own} faults in place of {modules}, and: {faults:?}");
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

/// Is this the name of a module of this screen, or of what several screens share?
fn of_screen(name: &str, screen: &str) -> bool {
    let stem = name
        .strip_prefix("tanlu-")
        .and_then(|name| name.strip_suffix(".wasm"));
    stem.and_then(|stem| stem.rsplit_once('-'))
        .is_some_and(|(of, hash)| {
            (of == screen || of == "shared")
                && hash.len() == 16
                && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

/// A fresh folder for what the page gives to save.
fn downloads() -> Result<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("tanlu-{}-{count}", std::process::id()));
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::of_screen;

    #[test]
    fn a_module_belongs_to_its_screen_only() {
        assert!(of_screen("tanlu-keep-0123456789abcdef.wasm", "keep"));
        assert!(of_screen("tanlu-shared-0123456789abcdef.wasm", "keep"));
        assert!(!of_screen("tanlu-keep-0123456789abcdef.wasm", "result"));
        assert!(!of_screen("tanlu-0123456789abcdef.wasm", "keep"));
        assert!(!of_screen(
            "https://elsewhere/tanlu-keep-0123456789abcdef.wasm",
            "keep"
        ));
    }
}

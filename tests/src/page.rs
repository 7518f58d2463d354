//! The page as a journey sees it.

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};
use xtask::server::{self, Site};

use crate::browser::Browser;
use crate::driver::Driver;
use crate::keys;
use crate::node::Node;
use crate::options::Options;
use crate::visit::Visit;

/// How long the page may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// The page has loaded when no request came for so long.
const QUIET: Duration = Duration::from_millis(300);

const WATCH: &str = include_str!("../js/watch.js");
const FIND: &str = include_str!("../js/find.js");

/// A page in a browser of its own, on a server of its own.
pub struct Page<'a> {
    /// The browser it is in.
    pub browser: Browser,
    /// How it is visited.
    pub visit: Visit,
    driver: &'a Driver,
    options: &'a Options,
    session: String,
    site: Site,
    loaded: usize,
    downloads: PathBuf,
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
        let session = driver.session(&browser.capabilities(&visit, &downloads))?;
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

    /// Runs a JavaScript function body; `arguments` holds `args`.
    ///
    /// # Errors
    /// What the script throws.
    pub fn script(&self, body: &str, args: &[Value]) -> Result<Value> {
        self.command(
            "POST",
            "/execute/sync",
            &json!({ "script": body, "args": args }),
        )
    }

    /// The value of a JavaScript expression.
    ///
    /// # Errors
    /// What it throws.
    pub fn eval(&self, expression: &str) -> Result<Value> {
        self.script(&format!("return ({expression});"), &[])
    }

    /// Repeats until it gives something, for as long as the page may take.
    ///
    /// # Errors
    /// The last error, or that nothing came.
    pub fn wait<T>(&self, what: &str, mut poll: impl FnMut() -> Result<Option<T>>) -> Result<T> {
        let end = Instant::now() + PATIENCE;
        loop {
            let last = poll();
            match last {
                Ok(Some(found)) => return Ok(found),
                Ok(None) if Instant::now() > end => bail!("{what}: not in time"),
                Err(error) if Instant::now() > end => return Err(error.context(what.to_owned())),
                _ => sleep(Duration::from_millis(30)),
            }
        }
    }

    /// Waits until a JavaScript expression is true.
    ///
    /// # Errors
    /// When it stays false.
    pub fn wait_for(&self, expression: &str) -> Result<()> {
        self.wait(expression, || {
            Ok((self.eval(expression)? == true).then_some(()))
        })
    }

    /// Visible elements that the finding script's function gives.
    fn find(&self, function: &str, args: &[&str]) -> Result<Vec<Value>> {
        let body = format!("{FIND}\nreturn {function}(...arguments);");
        let args: Vec<Value> = args.iter().map(|arg| json!(arg)).collect();
        Ok(self
            .script(&body, &args)?
            .as_array()
            .cloned()
            .unwrap_or_default())
    }

    fn one(&self, function: &str, args: &[&str], unique: bool) -> Result<Node<'_>> {
        let what = format!("{function} {}", args.join(" "));
        let found = self.wait(&what, || {
            let found = self.find(function, args)?;
            Ok((!found.is_empty()).then_some(found))
        })?;
        if unique && found.len() > 1 {
            bail!("{what}: {} of them", found.len());
        }
        let first = found.into_iter().next().context("nothing found")?;
        Ok(Node::new(self, first, what))
    }

    /// The visible element of a role (`button`, `link`, `heading`, `radio`, …) with this name,
    /// or with a name that contains it.
    ///
    /// # Errors
    /// When there is none in time, or several.
    pub fn by_role(&self, role: &str, name: &str) -> Result<Node<'_>> {
        self.one("byRole", &[role, name], true)
    }

    /// The visible input, select or textarea with this label.
    ///
    /// # Errors
    /// When there is none in time, or several.
    pub fn by_label(&self, label: &str) -> Result<Node<'_>> {
        self.one("byLabel", &[label], true)
    }

    /// The first visible element of a CSS selector.
    ///
    /// # Errors
    /// When there is none in time.
    pub fn first(&self, selector: &str) -> Result<Node<'_>> {
        self.one("bySelector", &[selector], false)
    }

    /// All visible elements of a CSS selector, now.
    ///
    /// # Errors
    /// When the selector is wrong.
    pub fn all(&self, selector: &str) -> Result<Vec<Node<'_>>> {
        let found = self.find("bySelector", &[selector])?;
        Ok(found
            .into_iter()
            .map(|id| Node::new(self, id, selector.to_owned()))
            .collect())
    }

    /// Is a visible element of the selector there now?
    ///
    /// # Errors
    /// When the selector is wrong.
    pub fn shows(&self, selector: &str) -> Result<bool> {
        Ok(!self.find("bySelector", &[selector])?.is_empty())
    }

    /// The text of the first visible element of a CSS selector.
    ///
    /// # Errors
    /// When there is none in time.
    pub fn text_of(&self, selector: &str) -> Result<String> {
        self.first(selector)?.text()
    }

    /// Waits until the element's text contains this.
    ///
    /// # Errors
    /// Says what the text is instead.
    pub fn wait_text(&self, selector: &str, part: &str) -> Result<()> {
        let mut last = String::new();
        let waited = self.wait(selector, || {
            last = self.text_of(selector)?;
            Ok(last.contains(part).then_some(()))
        });
        waited.with_context(|| format!("{selector} should say {part:?} and says {last:?}"))
    }

    /// Presses keys one after the other, such as `Tab`, `Shift+Tab`, `Enter`, `a`.
    ///
    /// # Errors
    /// When a name is unknown.
    pub fn press(&self, keys: &[&str]) -> Result<()> {
        for key in keys {
            self.command("POST", "/actions", &keys::actions(key)?)?;
        }
        Ok(())
    }

    /// Role and name of the element that has the focus, such as `button Next`.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn focused(&self) -> Result<String> {
        let body =
            format!("{FIND}\nconst e = document.activeElement; return role(e) + ' ' + name(e);");
        Ok(self
            .script(&body, &[])?
            .as_str()
            .unwrap_or_default()
            .trim()
            .to_owned())
    }

    /// Makes the window's inside this large.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn set_viewport(&self, width: u32, height: u32) -> Result<()> {
        if self.browser == Browser::Chromium {
            let size = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            return self
                .cdp("Emulation.setDeviceMetricsOverride", &size)
                .map(drop);
        }
        let set = |width: i64, height: i64| {
            let rect = json!({ "width": width, "height": height });
            self.command("POST", "/window/rect", &rect)
        };
        let (width, height) = (i64::from(width), i64::from(height));
        set(width, height)?;
        let inner = self.eval("[innerWidth, innerHeight]")?;
        let edge = |index: usize, wanted: i64| {
            wanted - inner.get(index).and_then(Value::as_i64).unwrap_or(wanted)
        };
        set(width + edge(0, width), height + edge(1, height)).map(drop)
    }

    /// Sets media features, such as `("prefers-color-scheme", "dark")` (Chromium only).
    ///
    /// # Errors
    /// In another browser.
    pub fn emulate(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.cdp(
            "Emulation.setEmulatedMedia",
            &json!({ "features": features }),
        )
        .map(drop)
    }

    /// Fails on any violation that axe-core finds on the page as it is now.
    ///
    /// # Errors
    /// Lists rule, impact and elements.
    pub fn axe(&self) -> Result<()> {
        let axe = fs::read_to_string(&self.options.axe).context("axe-core")?;
        let body = format!(
            "const done = arguments[arguments.length - 1];\n{axe}\n\
             axe.run(document, {{ resultTypes: ['violations'] }}).then(\n\
               (result) => done(result.violations.map((v) => v.id + ' (' + v.impact + '): ' + v.help\n\
                 + v.nodes.map((n) => '\\n    ' + n.html.slice(0, 200) + '\\n      '\n\
                   + (n.any[0] || n.all[0] || n.none[0] || {{}}).message).join(''))),\n\
               (error) => done(['axe: ' + error]));"
        );
        let call = json!({ "script": body, "args": [] });
        let found = self.command("POST", "/execute/async", &call)?;
        let found: Vec<&str> = found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        if !found.is_empty() {
            bail!("accessibility:\n  {}", found.join("\n  "));
        }
        Ok(())
    }

    /// A picture of the whole page, if screenshots are wanted: `name-browser.png`.
    ///
    /// # Errors
    /// When the browser or the file system fails.
    pub fn screenshot(&self, name: &str) -> Result<()> {
        let Some(folder) = &self.options.screenshots else {
            return Ok(());
        };
        let picture = if self.browser == Browser::Chromium {
            let size = self.cdp("Page.getLayoutMetrics", &json!({}))?;
            let size = |name| size.pointer(&format!("/cssContentSize/{name}"));
            let clip = json!({
                "x": 0, "y": 0, "width": size("width"), "height": size("height"), "scale": 1,
            });
            let how = json!({ "captureBeyondViewport": true, "clip": clip });
            let picture = self.cdp("Page.captureScreenshot", &how)?;
            picture.get("data").cloned().unwrap_or_default()
        } else {
            self.command("GET", "/screenshot", &Value::Null)?
        };
        let bytes = BASE64.decode(picture.as_str().context("no picture")?)?;
        fs::create_dir_all(folder)?;
        let file = folder.join(format!("{name}-{}.png", self.browser.name()));
        fs::write(&file, bytes).with_context(|| file.display().to_string())
    }

    /// The text of the file that the page gives the visitor to save, once it is whole.
    ///
    /// # Errors
    /// When none comes in time.
    pub fn downloaded(&self, ending: &str) -> Result<(PathBuf, String)> {
        self.wait("a download", || {
            let entries = fs::read_dir(&self.downloads)?
                .flatten()
                .map(|entry| entry.path());
            let mut whole = entries.filter(|path| path.to_string_lossy().ends_with(ending));
            let Some(path) = whole.next() else {
                return Ok(None);
            };
            let text = fs::read_to_string(&path)?;
            Ok((!text.is_empty()).then_some((path, text)))
        })
    }

    /// A folder of this visit for files, such as one to import.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.downloads
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

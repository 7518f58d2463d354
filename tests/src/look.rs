//! How the page looks: window, media, accessibility, pictures; and what it gives to save.

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

use crate::browser::Browser;
use crate::page::Page;

impl Page<'_> {
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

    /// Fails on any violation that axe-core finds on the page as it is now, on an id that stands twice:
    /// a label would name the wrong field; and on a hyphen in place of the sign of a number below 0.
    ///
    /// # Errors
    /// Lists rule, impact and elements.
    pub fn axe(&self) -> Result<()> {
        self.axe_without(&[])
    }

    /// The same without some of axe-core's rules.
    ///
    /// # Errors
    /// As [`Page::axe`].
    pub fn axe_without(&self, rules: &[&str]) -> Result<()> {
        let axe = fs::read_to_string(&self.options.axe).context("axe-core")?;
        let body = format!(
            "const done = arguments[arguments.length - 1];\n{axe}\n\
             const rules = Object.fromEntries(arguments[0].map((rule) => [rule, {{ enabled: false }}]));\n\
             const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);\n\
             const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => 'twice: ' + id);\n\
             const said = document.querySelector('.page')?.innerText ?? '';\n\
             const signs = (said.match(/(?<![\\w.)-])-\\d\\S*/g) ?? []).map((text) => 'a hyphen: ' + text);\n\
             axe.run(document, {{ resultTypes: ['violations'], rules }}).then(\n\
               (result) => done(twice.concat(signs, result.violations.map((v) => v.id + ' (' + v.impact + '): ' + v.help\n\
                 + v.nodes.map((n) => '\\n    ' + n.html.slice(0, 200) + '\\n      '\n\
                   + (n.any[0] || n.all[0] || n.none[0] || {{}}).message).join('')))),\n\
               (error) => done(['axe: ' + error]));"
        );
        // the ledger has thousands of cells
        self.command("POST", "/timeouts", &json!({ "script": 120_000 }))?;
        let call = json!({ "script": body, "args": [rules] });
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

    /// A picture of the page, in Chromium of all of it, if screenshots are wanted:
    /// `name-browser.png`. None in WebKit, whose driver waits for ever on a screen in memory.
    ///
    /// # Errors
    /// When the browser or the file system fails.
    pub fn screenshot(&self, name: &str) -> Result<()> {
        let Some(folder) = &self.options.screenshots else {
            return Ok(());
        };
        if self.browser == Browser::Webkit {
            return Ok(());
        }
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

    /// The file that the page gives the visitor to save, once it is whole, and its text. It is
    /// moved aside, so that the next one is found too.
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
            if text.is_empty() {
                return Ok(None);
            }
            let aside = self.folder()?.join(path.file_name().context("no name")?);
            fs::rename(&path, &aside)?;
            Ok(Some((aside, text)))
        })
    }

    /// A folder of this visit for files, such as one to import.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn folder(&self) -> Result<PathBuf> {
        let folder = self.downloads.join("files");
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// A file of this visit with this text.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.folder()?.join(name);
        fs::write(&path, text)?;
        Ok(path)
    }
}

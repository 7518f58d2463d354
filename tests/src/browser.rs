//! The three browsers and how each is started.

use serde_json::{Value, json};
use std::path::Path;

use crate::options::Options;
use crate::visit::Visit;

/// A browser that the journeys run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Debian's Chromium.
    Chromium,
    /// Debian's Firefox ESR.
    Firefox,
    /// WebKitGTK's small browser: the engine of Safari.
    Webkit,
}

impl Browser {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// Its name on the command line and in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Its driver's program.
    #[must_use]
    pub fn driver(self, options: &Options) -> String {
        match self {
            Self::Chromium => "chromedriver".to_owned(),
            Self::Firefox => options.geckodriver.clone(),
            Self::Webkit => "WebKitWebDriver".to_owned(),
        }
    }

    /// What to ask the driver for.
    #[must_use]
    pub fn capabilities(self, visit: &Visit, downloads: &Path) -> Value {
        match self {
            Self::Chromium => chromium(visit, downloads),
            Self::Firefox => firefox(visit, downloads),
            Self::Webkit => webkit(),
        }
    }
}

fn chromium(visit: &Visit, downloads: &Path) -> Value {
    let mut args = vec![
        "--headless".to_owned(),
        // the tests may run as root, where Chromium's sandbox does not start
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--hide-scrollbars".to_owned(),
        format!("--lang={}", visit.language),
    ];
    if !visit.webassembly {
        // without a compiler V8 hides WebAssembly
        args.push("--js-flags=--jitless".to_owned());
    }
    let scripts = if visit.javascript { 1 } else { 2 };
    json!({
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "args": args,
            "prefs": {
                "intl.accept_languages": visit.language,
                "download.default_directory": downloads,
                "webkit.webprefs.default_font_size": 16 * visit.text / 100,
                "profile.managed_default_content_settings.javascript": scripts,
            },
        },
    })
}

fn firefox(visit: &Visit, downloads: &Path) -> Value {
    json!({
        "moz:firefoxOptions": {
            "args": ["-headless"],
            "prefs": {
                "intl.accept_languages": visit.language,
                "javascript.enabled": visit.javascript,
                "javascript.options.wasm": visit.webassembly,
                "browser.download.folderList": 2,
                "browser.download.dir": downloads,
                "browser.download.useDownloadDir": true,
                "browser.helperApps.neverAsk.saveToDisk": "application/json,text/csv",
            },
        },
    })
}

fn webkit() -> Value {
    // Debian keeps it below the folder of the processor's kind
    let folders = std::fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten();
    let binary = folders
        .map(|folder| folder.path().join("webkit2gtk-4.1").join("MiniBrowser"))
        .find(|path| path.is_file())
        .unwrap_or_default();
    json!({ "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] } })
}

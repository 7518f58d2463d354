//! How a journey visits the page.

/// The circumstances of a visit. `Visit::default()` is a Chinese desktop.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The browser's language. WebKit has none to set: use `query` there.
    pub language: &'static str,
    /// What follows the page's address, such as `?lang=en`.
    pub query: &'static str,
    /// The folder part of the address, such as `/a/b/`.
    pub prefix: &'static str,
    /// The window's width in CSS pixels.
    pub width: u32,
    /// The window's height in CSS pixels.
    pub height: u32,
    /// The size of text that the browser is set to, in percent (Chromium only).
    pub text: u32,
    /// Dark colours (Chromium only).
    pub dark: bool,
    /// JavaScript is allowed (not in WebKit).
    pub javascript: bool,
    /// WebAssembly is there (not in WebKit).
    pub webassembly: bool,
    /// A script that runs before the page's own, to take something from the browser.
    pub before: &'static str,
    /// The page has loaded when this is visible: a heading, but that of the words before the program.
    pub ready: &'static str,
}

impl Default for Visit {
    fn default() -> Self {
        Self {
            language: "zh-CN",
            query: "",
            prefix: "/",
            width: 1280,
            height: 900,
            text: 100,
            dark: false,
            javascript: true,
            webassembly: true,
            before: "",
            ready: "h1:not(#before h1)",
        }
    }
}

impl Visit {
    /// A phone of 360 pixels.
    #[must_use]
    pub fn phone() -> Self {
        Self {
            width: 360,
            height: 740,
            ..Self::default()
        }
    }

    /// The same visit by someone whose browser is in English.
    #[must_use]
    pub fn in_english(self) -> Self {
        Self {
            language: "en",
            query: "?lang=en",
            ..self
        }
    }
}

//! The languages of the pages.

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Chinese as written in mainland China.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both, the first being the one that the other is compared with.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// As HTML and the names of locale files have it.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// As file names and the app's address have it.
    pub const fn short(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The other one.
    pub const fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }

    /// Of a name in both languages the one in this.
    pub const fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

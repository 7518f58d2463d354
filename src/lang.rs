//! The languages of the page, and which one a visitor gets.

/// A language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lang {
    /// Chinese, simplified.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language's tag, for `lang` attributes and the browser's Intl.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The language of a tag such as `zh-Hant-TW` or `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag.trim().to_ascii_lowercase().split(['-', '_']).next() {
            Some("zh") => Some(Lang::Zh),
            Some("en") => Some(Lang::En),
            _ => None,
        }
    }

    /// The language that the switch offers.
    pub const fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }

    /// The first that is known of: the address (`?lang=`), the stored choice, the browser's
    /// languages in their order; else Chinese.
    pub fn choose(query: Option<&str>, stored: Option<&str>, browser: &[String]) -> Lang {
        query
            .and_then(Lang::from_tag)
            .or_else(|| stored.and_then(Lang::from_tag))
            .or_else(|| browser.iter().find_map(|tag| Lang::from_tag(tag)))
            .unwrap_or(Lang::Zh)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_goes_before_the_stored_choice_and_that_before_the_browser() {
        let browser = ["de-DE".to_owned(), "en-GB".to_owned()];
        assert_eq!(Lang::choose(Some("zh"), Some("en"), &browser), Lang::Zh);
        assert_eq!(Lang::choose(Some("xx"), Some("zh-CN"), &browser), Lang::Zh);
        assert_eq!(Lang::choose(None, None, &browser), Lang::En);
        assert_eq!(Lang::choose(None, None, &[]), Lang::Zh);
    }
}

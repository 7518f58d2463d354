//! Which languages the visitor asks for.

/// The value of `lang` in the page's address.
pub fn query() -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get("lang")
}

/// The browser's languages, the preferred one first.
pub fn preferred() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages
        .iter()
        .flat_map(|languages| languages.iter())
        .filter_map(|tag| tag.as_string())
        .collect()
}

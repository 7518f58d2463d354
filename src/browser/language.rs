//! Which languages the visitor asks for.
use web_sys::UrlSearchParams;

const KEY: &str = "lang";

fn parameters() -> Option<UrlSearchParams> {
    let search = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()
}

/// The value of `lang` in the page's address.
pub fn query() -> Option<String> {
    parameters()?.get(KEY)
}

/// Puts the language in place of the one that the page's address names, if it names one, so that a
/// reload does not go back to it.
pub fn name_in_address(tag: &str) {
    let rename = || {
        let parameters = parameters()?;
        parameters.get(KEY)?;
        parameters.set(KEY, tag);
        let window = web_sys::window()?;
        let hash = window.location().hash().ok()?;
        let address = ["?", &String::from(parameters.to_string()), &hash].concat();
        let nothing = web_sys::wasm_bindgen::JsValue::NULL;
        window
            .history()
            .ok()?
            .replace_state_with_url(&nothing, "", Some(&address))
            .ok()
    };
    // where the address cannot be changed, the stored choice stands for addresses without one
    let _ = rename();
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

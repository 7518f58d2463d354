//! The language that the page's address names.
use web_sys::UrlSearchParams;

const KEY: &str = "lang";

/// Puts the language in place of the one that the page's address names, if it names one, so that a
/// reload does not go back to it.
pub fn name_in_address(tag: &str) {
    let rename = || {
        let window = web_sys::window()?;
        let search = window.location().search().ok()?;
        let parameters = UrlSearchParams::new_with_str(&search).ok()?;
        parameters.get(KEY)?;
        parameters.set(KEY, tag);
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

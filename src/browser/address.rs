//! The page's address: what stands behind `#`.

use super::document::listen;

/// What stands in the address from `#` on; empty where nothing does.
pub fn hash() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// Goes to a place of the page, as a link to it would.
pub fn go(place: &str) {
    if let Some(window) = web_sys::window() {
        // a place of this very page is never refused
        let _ = window.location().set_hash(place);
    }
}

/// Tells what stands behind `#` whenever a link or the way back has changed it, as long as the page lives.
pub fn on_hash(tell: impl Fn(String) + 'static) {
    listen("hashchange", move || tell(hash()));
}

//! The page's address: what stands behind `#`.

/// What stands in the address from `#` on; empty where nothing does.
pub fn hash() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// Tells what stands behind `#` whenever a link or the way back has changed it, as long as the page lives.
pub fn on_hash(tell: impl Fn(String) + 'static) {
    let heard = leptos::prelude::window_event_listener_untyped("hashchange", move |_| tell(hash()));
    // dropping it would leave it in place all the same
    let _ = heard;
}

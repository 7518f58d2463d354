//! What the browser keeps between visits. In a sandboxed frame even asking for it fails.

/// The browser keeps nothing: storage is missing, refused or full.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Refused;

fn storage() -> Result<web_sys::Storage, Refused> {
    let window = web_sys::window().ok_or(Refused)?;
    window.local_storage().ok().flatten().ok_or(Refused)
}

/// Tells whenever another tab of this page has kept something, as long as the page lives.
pub fn on_other_tab(tell: impl Fn() + 'static) {
    super::document::listen("storage", tell);
}

/// What was kept under a key, if anything was.
pub fn load(key: &str) -> Result<Option<String>, Refused> {
    storage()?.get_item(key).map_err(|_| Refused)
}

/// Keeps a text under a key, or forgets what was there.
pub fn save(key: &str, text: Option<&str>) -> Result<(), Refused> {
    let storage = storage()?;
    match text {
        Some(text) => storage.set_item(key, text),
        None => storage.remove_item(key),
    }
    .map_err(|_| Refused)
}

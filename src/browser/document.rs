//! The document around the app.
use web_sys::wasm_bindgen::JsCast;

/// Sets the document's language and title.
pub fn describe(lang: &str, title: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // a refusal would leave the language as it was
        let _ = root.set_attribute("lang", lang);
    }
}

/// The language that the document was found in: `web/start.js` has chosen it.
pub fn language() -> Option<String> {
    let root = web_sys::window()?.document()?.document_element()?;
    root.get_attribute("lang")
}

/// Takes the element with this id out of the document.
pub fn take_away(id: &str) {
    if let Some(element) = by_id(id) {
        element.remove();
    }
}

/// Listens to an event of the window as long as the page lives.
pub fn listen(event: &'static str, act: impl Fn() + 'static) {
    let heard = leptos::prelude::window_event_listener_untyped(event, move |_| act());
    // dropping it would leave it in place all the same
    let _ = heard;
}

/// Moves the focus to the element with this id when the page has been brought up to date, if it is
/// there then.
pub fn focus_soon(id: String) {
    leptos::prelude::request_animation_frame(move || focus(&id));
}

/// Shows the page from its top and then moves the focus to the element with this id.
pub fn focus_at_top(id: String) {
    leptos::prelude::request_animation_frame(move || {
        focus(&id);
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

fn focus(id: &str) {
    let element = by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // an element that cannot take the focus leaves it where it was
        let _ = element.focus();
    }
}

fn by_id(id: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

fn field(id: &str) -> Option<web_sys::HtmlInputElement> {
    by_id(id)?.dyn_into().ok()
}

/// What stands in the field with this id.
pub fn entered(id: &str) -> String {
    field(id).map(|field| field.value()).unwrap_or_default()
}

/// Writes into the field with this id.
pub fn enter(id: &str, text: &str) {
    if let Some(field) = field(id) {
        field.set_value(text);
    }
}

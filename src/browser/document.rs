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

/// Moves the focus to the element with this id, if it is there.
pub fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // an element that cannot take the focus leaves it where it was
        let _ = element.focus();
    }
}

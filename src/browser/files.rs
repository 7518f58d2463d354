//! Files that the visitor saves and opens, and the printed sheet.
use js_sys::{Promise, encode_uri_component};
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// Offers a text as a file to save.
pub fn save(name: &str, media_type: &str, text: &str) {
    let link = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("a").ok())
        .and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(link) = link {
        let text = String::from(encode_uri_component(text));
        let address = ["data:", media_type, ";charset=utf-8,", &text].concat();
        // setting an attribute with a valid name cannot fail
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        link.click();
    }
}

/// Reads the file that was chosen in a file field, and empties the field, so that the same file
/// can be chosen again. `then` gets nothing where the browser cannot read it.
pub fn open(event: &web_sys::Event, then: impl FnOnce(Option<String>) + 'static) {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(field) = field else { return };
    if let Some(file) = field.files().and_then(|files| files.get(0)) {
        // a reason why it cannot be read is no text
        let told = Closure::once(move |text: JsValue| then(text.as_string()));
        // what follows from it holds nothing that anybody waits for
        let _ = file.text().unchecked_ref::<Promise>().then2(&told, &told);
        // the browser calls it once, later
        told.forget();
    }
    field.set_value("");
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // a browser that cannot print shows nothing
        let _ = window.print();
    }
}

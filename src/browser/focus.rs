//! The focus in a part of the page that is put in order or made anew while somebody is in it.
use std::cell::RefCell;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, FocusEvent, HtmlElement};

/// What has the focus.
struct Held {
    part: Element,
    element: HtmlElement,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// Remembers what got the focus in the part that listens: both are elements, as nothing else gets it.
pub fn hold(event: &Event) {
    let held = event.current_target().zip(event.target());
    let held = held.map(|(part, element)| Held {
        part: part.unchecked_into(),
        element: element.unchecked_into(),
    });
    HELD.with_borrow_mut(|known| *known = held);
}

/// Forgets it when the visitor goes elsewhere.
pub fn let_go(event: &Event) {
    let event: &FocusEvent = event.unchecked_ref();
    if event.related_target().is_some() {
        HELD.with_borrow_mut(|known| *known = None);
    }
}

/// Gives the focus back when the page has been brought up to date, if it was lost by that: to the element, or
/// to the link that leads where it led, where that was made anew.
pub fn give_back_soon() {
    leptos::prelude::request_animation_frame(|| {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else {
            return;
        };
        if !lost(&document) {
            return;
        }
        let Some(Held { part, element }) = HELD.with_borrow_mut(Option::take) else {
            return;
        };
        // an element that cannot take the focus leaves it where it was
        let _ = element.focus();
        if lost(&document)
            && let Some(href) = element.get_attribute("href")
        {
            let same = ["a[href=\"", &href, "\"]"].concat();
            if let Ok(Some(link)) = part.query_selector(&same) {
                let link: HtmlElement = link.unchecked_into();
                let _ = link.focus();
            }
        }
    });
}

/// Whether nothing has the focus.
fn lost(document: &Document) -> bool {
    matches!(document.query_selector(":focus"), Ok(None))
}

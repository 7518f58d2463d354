//! The focus in a part of the page that is put in order or made anew while somebody is in it.
use std::cell::RefCell;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement};

/// What has the focus, and where it is found again.
struct Held {
    part: Element,
    element: HtmlElement,
    /// Its place among all that may have the focus in the part.
    at: u32,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

fn focusable(part: &Element) -> Option<web_sys::NodeList> {
    part.query_selector_all("a, button").ok()
}

fn nth(part: &Element, at: u32) -> Option<HtmlElement> {
    focusable(part)?.item(at)?.dyn_into().ok()
}

/// Remembers what got the focus in the part that listens.
pub fn hold(event: &Event) {
    let inside = |event: &Event| {
        let part: Element = event.current_target()?.dyn_into().ok()?;
        let element: HtmlElement = event.target()?.dyn_into().ok()?;
        let all = focusable(&part)?.length();
        let at = (0..all).find(|at| nth(&part, *at).as_ref() == Some(&element))?;
        Some(Held { part, element, at })
    };
    let held = inside(event);
    HELD.with_borrow_mut(|known| *known = held);
}

/// Forgets it when the visitor goes elsewhere.
pub fn let_go(event: &Event) {
    let event: Option<&FocusEvent> = event.dyn_ref();
    if event.is_some_and(|event| event.related_target().is_some()) {
        HELD.with_borrow_mut(|known| *known = None);
    }
}

/// Gives the focus back when the page has been brought up to date, if it was lost by that.
pub fn give_back_soon() {
    leptos::prelude::request_animation_frame(|| {
        // to focus is heard too: nothing may be borrowed then
        let element = HELD.with_borrow(|held| match held {
            Some(held) if nowhere() => held.now(),
            _ => None,
        });
        if let Some(element) = element {
            // an element that cannot take the focus leaves it where it was
            let _ = element.focus();
        }
    });
}

impl Held {
    /// The element; where it was made anew one with the same words, at its place if it is there.
    fn now(&self) -> Option<HtmlElement> {
        if self.element.is_connected() {
            return Some(self.element.clone());
        }
        let all = focusable(&self.part)?.length();
        let words = self.element.text_content();
        let same = |at: &u32| nth(&self.part, *at).is_some_and(|one| one.text_content() == words);
        let at = Some(self.at).filter(same).or_else(|| (0..all).find(same));
        nth(&self.part, at.unwrap_or(self.at.min(all.saturating_sub(1))))
    }
}

/// Whether nothing has the focus.
fn nowhere() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    active.is_none_or(|element| element.tag_name() == "BODY")
}

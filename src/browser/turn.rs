//! Turns of the browser: what waits for one lets the visitor's doings go first.
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::time::Duration;
use web_sys::MessageChannel;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};

type Act = Box<dyn FnOnce()>;

thread_local! {
    static WAITING: RefCell<VecDeque<Act>> = const { RefCell::new(VecDeque::new()) };
    static CHANNEL: Option<MessageChannel> = channel();
}

/// A channel on which every message lets the first of those that wait act.
fn channel() -> Option<MessageChannel> {
    let channel = MessageChannel::new().ok()?;
    let next: Closure<dyn Fn()> = Closure::new(|| {
        let act = WAITING.with_borrow_mut(VecDeque::pop_front);
        if let Some(act) = act {
            act();
        }
    });
    let act = next.into_js_value();
    channel.port1().set_onmessage(Some(act.unchecked_ref()));
    Some(channel)
}

/// Acts in a turn of its own. A message comes at once, where a timer that follows a timer waits 4 ms.
pub fn soon(act: impl FnOnce() + 'static) {
    CHANNEL.with(|channel| match channel {
        Some(channel) => {
            WAITING.with_borrow_mut(|waiting| waiting.push_back(Box::new(act)));
            // a message of nothing can always be sent
            let _ = channel.port2().post_message(&JsValue::NULL);
        }
        None => set_timeout(act, Duration::ZERO),
    });
}

/// Slices of a longer work, of which one at most waits for its turn.
#[derive(Clone, Copy)]
pub struct Turns {
    waiting: StoredValue<bool, LocalStorage>,
}

impl Turns {
    /// None waits.
    pub fn new() -> Turns {
        Turns {
            waiting: StoredValue::new_local(false),
        }
    }

    /// Lets a slice wait for its turn, unless one waits already.
    pub fn wait(self, slice: impl FnOnce() + 'static) {
        if self.waiting.try_get_value() == Some(false) {
            self.waiting.set_value(true);
            soon(move || {
                // a work that is gone has no more turns
                if self.waiting.try_set_value(false).is_none() {
                    slice();
                }
            });
        }
    }
}

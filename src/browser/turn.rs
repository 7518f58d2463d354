//! Turns of the browser: what waits for one lets the visitor's doings go first.
use leptos::prelude::set_timeout;
use std::time::Duration;
use web_sys::MessageChannel;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static CHANNEL: Option<MessageChannel> = MessageChannel::new().ok();
}

/// Acts in a turn of its own, in place of what waits for one by this way. A message comes at once,
/// where a timer that follows a timer waits 4 ms.
pub fn soon(act: impl FnOnce() + 'static) {
    CHANNEL.with(|channel| match channel {
        Some(channel) => {
            let act = Closure::once_into_js(act);
            channel.port1().set_onmessage(Some(act.unchecked_ref()));
            // a message of nothing can always be sent
            let _ = channel.port2().post_message(&JsValue::NULL);
        }
        None => set_timeout(act, Duration::ZERO),
    });
}

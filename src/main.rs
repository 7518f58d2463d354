//! The web page: mounts the app into the document.

mod browser;
mod lang;
mod parts;
mod saved;
mod state;
mod typed;
mod words;

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <parts::shell::Shell state=state::State::load()/> });
}

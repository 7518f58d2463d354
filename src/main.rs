//! The web page: mounts the app into the document.

mod averages;
mod bands;
mod browser;
mod drawing;
mod homes;
mod lang;
mod lazy;
mod parts;
mod screen;
mod state;
mod trying;
mod typed;
mod words;

use leptos::prelude::*;

fn main() {
    browser::document::take_away("before");
    mount_to_body(|| parts::shell::shell(state::State::load()));
}

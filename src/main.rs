//! The web page: mounts the app into the document.
use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <main><h1>"碳路"</h1></main> });
}

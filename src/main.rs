//! The web page: mounts the app into the document.
fn main() {
    leptos::mount::mount_to_body(|| leptos::view! { <main><h1>"碳路"</h1></main> });
}

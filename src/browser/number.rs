//! Numbers as files write them.

/// A number in the browser's shortest form that reads back as the same; the standard library's
/// would add 10 kB to the page.
pub fn shortest(value: f64) -> String {
    js_sys::Number::from(value)
        .to_string_with_radix(10)
        .ok()
        .map(String::from)
        .unwrap_or_default()
}

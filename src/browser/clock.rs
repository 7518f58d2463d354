//! The time, for how long a slice of work may take.

/// Milliseconds since a fixed day.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

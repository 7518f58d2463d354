//! The time, for how long a slice of work may take.

/// Milliseconds since some moment, as finely as the browser tells: its clock of days knows whole ones
/// only.
pub fn milliseconds() -> f64 {
    let fine = web_sys::window().and_then(|window| window.performance());
    fine.map_or_else(js_sys::Date::now, |clock| clock.now())
}

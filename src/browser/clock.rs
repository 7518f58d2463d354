//! The time, for how long a slice of work may take.

/// A slice begins nothing more after so long, in milliseconds: with what it began last it stays below 8.
const SLICE: f64 = 4.0;

/// A slice of work between two frames.
pub struct Slice {
    end: f64,
}

impl Slice {
    /// Begins now.
    pub fn begin() -> Slice {
        Slice {
            end: milliseconds() + SLICE,
        }
    }

    /// Whether it begins nothing more.
    pub fn is_over(&self) -> bool {
        milliseconds() >= self.end
    }

    /// Takes steps until it is over; false when no step is left.
    pub fn filled(&self, mut step: impl FnMut() -> bool) -> bool {
        while !self.is_over() {
            if !step() {
                return false;
            }
        }
        true
    }
}

/// Milliseconds since some moment, as finely as the browser tells: its clock of days knows whole ones
/// only.
fn milliseconds() -> f64 {
    let fine = web_sys::window().and_then(|window| window.performance());
    fine.map_or_else(js_sys::Date::now, |clock| clock.now())
}

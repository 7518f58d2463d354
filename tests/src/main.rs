//! Browser journeys.
fn main() {}

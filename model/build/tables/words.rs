//! The words that columns may hold.

/// How well a value is known.
pub const STATUSES: &[&str] = &["published", "derived", "unverified"];
/// How much it is trusted.
pub const CONFIDENCES: &[&str] = &["high", "medium", "low"];
/// What its range means.
pub const RANGE_BASES: &[&str] = &["judgement", "spread", "source"];
/// The heating zones.
pub const ZONES: &[&str] = &["North", "HSCW", "HSWW", "Mild"];
/// How an emission changes over the years.
pub const TIME_CLASSES: &[&str] = &[
    "electricity",
    "fuel",
    "goods",
    "methane_nitrous_oxide",
    "public_services",
    "services",
    "food",
    "constant",
];
/// The kinds of cars, in the order of the generated tables.
pub const CAR_KINDS: &[&str] = &["petrol", "diesel", "hev", "phev", "bev"];
/// The sizes of cars, in the order of the generated tables.
pub const CAR_SIZES: &[&str] = &["small", "compact", "mid", "suv", "suv_large"];
/// What is tabulated of cars, and for which kinds.
pub const CAR_QUANTITIES: &[(&str, &[&str])] = &[
    ("l100", &["petrol", "diesel", "hev", "phev"]),
    ("kwh100", &["phev", "bev"]),
    ("mfg", CAR_KINDS),
];

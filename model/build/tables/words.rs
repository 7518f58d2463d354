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

/// A word of a column, its variant, and what it means.
pub type Meaning = (&'static str, &'static str, &'static str);

/// What one unit of a cost is for.
pub const COST_PER: &[Meaning] = &[
    ("home", "Home", "The home as a whole."),
    ("m2", "SquareMetre", "A square metre of its floor area."),
    ("kW", "Kilowatt", "A kilowatt of what is put up."),
    (
        "kWh",
        "KilowattHour",
        "A kilowatt-hour that is concerned; of running costs only.",
    ),
    ("item", "Item", "Each appliance that is replaced."),
    ("car", "Car", "Each car that is changed."),
    ("person", "Person", "Each member of the household."),
];
/// When an action can be begun.
pub const TIMINGS: &[Meaning] = &[
    ("week", "Week", "This week: nothing has to be waited for."),
    (
        "replacement",
        "Replacement",
        "When a thing is bought anew anyway.",
    ),
    ("project", "Project", "As works or a move that one plans."),
    (
        "together",
        "Together",
        "Only with others: a building, a village, a workplace.",
    ),
];
/// What else an action is good for, without a number.
pub const BENEFITS: &[Meaning] = &[
    ("health", "Health", "Health."),
    ("air", "Air", "Cleaner air, indoors or in the street."),
    ("quiet", "Quiet", "Less noise."),
    ("comfort", "Comfort", "Comfort."),
    ("time", "Time", "Time."),
    ("money", "Money", "Money in the long run, for most."),
    ("safety", "Safety", "Safety."),
];
/// Who has to agree.
pub const CONSENTS: &[Meaning] = &[
    ("none", "None", "Nobody else."),
    (
        "household",
        "Household",
        "The other members of the household.",
    ),
    (
        "one_other",
        "OneOther",
        "One other party, such as an employer or a landlord.",
    ),
    (
        "several_others",
        "SeveralOthers",
        "Several others, such as neighbours or a supplier.",
    ),
];
/// How much effort an action may ask for.
pub const EFFORTS: &[&str] = &["1", "2", "3", "4", "5"];

/// The words alone.
pub fn words_of(meanings: &[Meaning]) -> Vec<&'static str> {
    meanings.iter().map(|(word, ..)| *word).collect()
}

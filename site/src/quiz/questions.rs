//! The questions, with what their options come to. The words are in `locales/learn`.

use tanlu_model::rows::fact;

use super::{Amount, Choice, Proof, Question};
use crate::frame::Screen;

/// An option that is a statement.
const fn said(id: &'static str) -> Choice {
    Choice {
        id,
        amount: Amount::None,
    }
}

/// An option with its figure.
const fn by(id: &'static str, figure: &'static str) -> Choice {
    Choice {
        id,
        amount: Amount::Figure(figure),
    }
}

/// An option that supposes a wrong amount.
const fn not(id: &'static str, amount: f64) -> Choice {
    Choice {
        id,
        amount: Amount::Supposed(amount),
    }
}

/// What may become of something over the years.
const CHANGES: &[Choice] = &[said("more"), said("same"), said("less")];

/// Every question.
pub const QUESTIONS: &[Question] = &[
    Question {
        id: "peak_of_what",
        screen: Screen::Path,
        options: &[said("energy"), said("coal"), said("co2"), said("gases")],
        right: 2,
        proof: Proof::Says(&[&fact::GOAL_PEAK, &fact::CO2_OF_GASES_2021]),
    },
    Question {
        id: "neutral",
        screen: Screen::Path,
        options: &[
            said("balance"),
            said("nothing"),
            said("power"),
            said("trees"),
        ],
        right: 0,
        proof: Proof::Says(&[&fact::GOAL_NEUTRALITY]),
    },
    Question {
        id: "peaked",
        screen: Screen::Path,
        options: &[said("yes"), said("no"), said("open")],
        right: 2,
        proof: Proof::Says(&[&fact::EXPERTS_PEAKED_2025, &fact::CO2_CHANGE_2025]),
    },
    Question {
        id: "intensity",
        screen: Screen::Path,
        options: &[
            not("halved", -0.48),
            by("grew", "co2_growth_2005_2020"),
            not("same", 0.0),
        ],
        right: 1,
        proof: Proof::Is,
    },
    Question {
        id: "methane",
        screen: Screen::Result,
        options: &[
            not("one", 1.0),
            by("right", "gwp_methane"),
            not("thousand", 1000.0),
        ],
        right: 1,
        proof: Proof::Is,
    },
    Question {
        id: "grid",
        screen: Screen::Answer,
        options: &[
            by("guangdong", "grid_guangdong"),
            by("shanghai", "grid_shanghai"),
            by("hebei", "grid_hebei"),
            by("yunnan", "grid_yunnan"),
        ],
        right: 3,
        proof: Proof::Least,
    },
    Question {
        id: "accounts",
        screen: Screen::Result,
        options: &[
            by("less", "consumption_less"),
            not("half", 0.5),
            not("more", -0.2),
        ],
        right: 0,
        proof: Proof::Is,
    },
    Question {
        id: "share",
        screen: Screen::Result,
        options: &[
            said("tiny"),
            said("third"),
            said("two_thirds"),
            said("depends"),
        ],
        right: 3,
        proof: Proof::Says(&[
            &fact::HOUSEHOLD_SHARE_LOW,
            &fact::HOUSEHOLD_SHARE_HIGH,
            &fact::HOUSEHOLD_SHARE_WORLD,
        ]),
    },
    Question {
        id: "home_power",
        screen: Screen::Answer,
        options: &[
            not("most", 0.7),
            not("half", 0.45),
            by("right", "home_power_share"),
        ],
        right: 2,
        proof: Proof::Is,
    },
    Question {
        id: "meat",
        screen: Screen::Answer,
        options: &[
            by("pork", "pork"),
            by("beef", "beef"),
            by("poultry", "poultry"),
            by("tofu", "tofu"),
        ],
        right: 1,
        proof: Proof::Most,
    },
    Question {
        id: "staple",
        screen: Screen::Change,
        options: &[
            by("flour", "flour"),
            by("tuber", "tuber"),
            by("rice", "rice"),
            by("vegetables", "vegetables"),
        ],
        right: 2,
        proof: Proof::Most,
    },
    Question {
        id: "chengdu",
        screen: Screen::Change,
        options: &[
            by("ev", "chengdu_ev"),
            by("sorting", "chengdu_sorting"),
            by("lamps", "chengdu_lamps"),
            by("plants", "chengdu_plants"),
        ],
        right: 0,
        proof: Proof::Most,
    },
    Question {
        id: "guangdong",
        screen: Screen::Change,
        options: &[
            by("lamps", "guangdong_lamps"),
            by("standby", "guangdong_standby"),
            by("warmer", "guangdong_warmer"),
            by("cooling", "guangdong_cooling"),
        ],
        right: 3,
        proof: Proof::Most,
    },
    Question {
        id: "harbin",
        screen: Screen::Change,
        options: &[
            by("windows", "harbin_windows"),
            by("retrofit", "harbin_retrofit"),
            by("meter", "harbin_meter"),
            by("lamps", "harbin_lamps"),
        ],
        right: 1,
        proof: Proof::Most,
    },
    Question {
        id: "shanxi",
        screen: Screen::Change,
        options: &[
            by("sun", "shanxi_sun"),
            by("plants", "shanxi_plants"),
            by("pump", "shanxi_pump"),
            by("lamps", "shanxi_lamps"),
        ],
        right: 2,
        proof: Proof::Most,
    },
    Question {
        id: "plane",
        screen: Screen::Answer,
        options: &[
            not("twice", 2.0),
            by("right", "plane_times_rail"),
            not("thirty", 30.0),
        ],
        right: 1,
        proof: Proof::Is,
    },
    Question {
        id: "business",
        screen: Screen::Answer,
        options: &[
            by("right", "business_times_economy"),
            not("little", 1.1),
            not("ten", 10.0),
        ],
        right: 0,
        proof: Proof::Is,
    },
    Question {
        id: "ev_later",
        screen: Screen::Change,
        options: CHANGES,
        right: 0,
        proof: Proof::Change("ev_now", "ev_later"),
    },
    Question {
        id: "cooling_later",
        screen: Screen::Change,
        options: CHANGES,
        right: 2,
        proof: Proof::Change("cooling_now", "cooling_later"),
    },
    Question {
        id: "guideline",
        screen: Screen::Change,
        options: &[said("always"), said("never"), said("either")],
        right: 2,
        proof: Proof::Either("chengdu_guideline", "yunnan_guideline"),
    },
    Question {
        id: "phone",
        screen: Screen::Answer,
        options: &[
            by("right", "phone_made"),
            not("half", 0.5),
            not("little", 0.1),
        ],
        right: 0,
        proof: Proof::Is,
    },
    Question {
        id: "parcel",
        screen: Screen::Answer,
        options: &[
            by("parcel", "parcel"),
            by("coat", "coat"),
            by("hour", "streaming_hour"),
        ],
        right: 1,
        proof: Proof::Most,
    },
    Question {
        id: "one_tonne",
        screen: Screen::Path,
        options: &[
            not("thousands", 1e4),
            not("millions", 1e6),
            by("right", "one_in"),
        ],
        right: 2,
        proof: Proof::Is,
    },
    Question {
        id: "many",
        screen: Screen::Path,
        options: &[
            not("little", 0.5),
            by("right", "nation_saving"),
            not("much", 5000.0),
        ],
        right: 1,
        proof: Proof::Is,
    },
    Question {
        id: "assumed",
        screen: Screen::Path,
        options: &[
            by("ev", "ev_beyond"),
            by("green", "green_beyond"),
            by("plants", "plants_beyond"),
        ],
        right: 2,
        proof: Proof::Most,
    },
    Question {
        id: "budget",
        screen: Screen::Path,
        options: &[
            by("right", "share_15_years"),
            not("ten", 10.0),
            not("thirty", 30.0),
        ],
        right: 0,
        proof: Proof::Is,
    },
];

#![allow(dead_code, clippy::panic, clippy::unwrap_used)] // each test uses a part of it
//! The twelve personas and their snapshot: domain totals to the last bit, natively and in Wasm.

use std::fmt::Write;

use tanlu_model::actions::{ActionId, Chosen, Joint, point};
use tanlu_model::footprint::Gas;
use tanlu_model::uncertainty::{
    self, DRAWS, InBaseYear, Next, Quantiles, SEED, World, next_questions,
};
use tanlu_model::year::{DEFAULT_SCENARIO, YearIndex};
use tanlu_model::{Answer, Answers, Domain, Factors, Household, QuestionId, file, footprint};

macro_rules! personas {
    ($($name:literal),* $(,)?) => {
        /// Name and answers file of each persona.
        pub const PERSONAS: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../personas/", $name, ".json")))),*];
    };
}

personas! {
    "chengdu_family", "chengdu_student", "frequent_flyer", "guangdong_cooling", "harbin_retired_couple",
    "northern_flat_district_heat", "nothing_known", "plant_eaters_yunnan", "rural_coal_stove",
    "shanghai_two_cars", "tibetan_herders", "zhejiang_solar_house",
}

/// The answers file of a persona.
pub fn written(name: &str) -> &'static str {
    let (_, text) = PERSONAS.iter().find(|(known, _)| *known == name).unwrap();
    text
}

/// The answers of a persona.
pub fn persona(name: &str) -> Answers {
    file::read(written(name)).unwrap().answers
}

/// What the personas come to; the shortest text that reads back as the same bits.
pub fn totals() -> String {
    let factors = Factors::central();
    let mut text = "persona,household_kg,per_person_kg".to_owned();
    for domain in Domain::ALL {
        let _ = write!(text, ",{}_kg", domain.id());
    }
    text.push('\n');
    for (name, answers) in PERSONAS {
        let read = file::read(answers).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        let result = footprint(&Household::resolve(&read.answers, &factors), &factors);
        let _ = write!(
            text,
            "{name},{:?},{:?}",
            result.household_kg(),
            result.per_person_kg()
        );
        for domain in Domain::ALL {
            let _ = write!(text, ",{:?}", result.domain_kg(*domain));
        }
        text.push('\n');
    }
    text
}

/// What the personas come to, to a tenth of a kilogram, as one number: the totals, those of other years, and
/// the bands. The last bits, and names and shares, count for nothing.
pub fn digest() -> String {
    let texts = [totals(), totals_in_years(), bands()];
    let fields = texts.iter().flat_map(|text| text.split([',', '\n']));
    // FNV-1a, which is the same everywhere and for ever
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for kg in fields.filter_map(|field| field.parse::<f64>().ok()) {
        // a share is no result, and no persona comes to a kilogram or less
        if kg.abs() <= 1.0 {
            continue;
        }
        for byte in format!("{kg:.1},").bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

/// The page `docs/actions.md`: what each action saves each persona, or why it does not apply.
pub fn actions() -> String {
    let factors = Factors::central();
    let homes: Vec<Household> = PERSONAS
        .iter()
        .map(|(name, answers)| {
            let read = file::read(answers).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
            Household::resolve(&read.answers, &factors)
        })
        .collect();
    let mut text = "# What actions save\n\n\
        kg CO2e a year of the household, at the usual strength, each action alone, on central values and official\n\
        2023 factors; below zero it adds. A word says why the action does not apply. Several actions together are one\n\
        changed household, never the sum: `tanlu actions FILE --with ID,ID` computes it, with bands and yuan.\n\n\
        A test writes this table from the model: `TANLU_UPDATE=1 cargo test -p tanlu-model --test snapshot`.\n\n\
        | action |"
        .to_owned();
    for (name, _) in PERSONAS {
        let _ = write!(text, " {} |", name.replace('_', " "));
    }
    text.push_str("\n|---|");
    text.push_str(&"---:|".repeat(PERSONAS.len()));
    text.push('\n');
    for action in ActionId::ALL {
        let _ = write!(text, "| `{}` |", action.id());
        for home in &homes {
            let _ = match action.applies(home, &factors) {
                Ok(()) => {
                    let alone = Joint::of([Chosen::usual(*action)]);
                    write!(text, " {:.0} |", point(home, &alone, &factors))
                }
                Err(why) => write!(text, " {} |", why.id().replace('_', " ")),
            };
        }
        text.push('\n');
    }
    text
}

/// What the personas come to in other years, public services included, by gas.
pub fn totals_in_years() -> String {
    let factors = Factors::central();
    let mut text = "persona,year,kg,kg_co2,kg_co2_territorial\n".to_owned();
    for (name, answers) in PERSONAS {
        let read = file::read(answers).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        let base = footprint(&Household::resolve(&read.answers, &factors), &factors);
        for year in [2025, 2030, 2035, 2045, 2060] {
            let index = YearIndex::new(year, DEFAULT_SCENARIO, &factors).unwrap();
            let _ = write!(text, "{name},{year}");
            for gas in Gas::ALL {
                let kg = base.sums(*gas, |_| true, &factors).in_year(&index);
                let _ = write!(text, ",{kg:?}");
            }
            text.push('\n');
        }
    }
    text
}

/// The household that the point estimate takes, as answers to every question; whoever else lives
/// there lives alike.
pub fn all_answered(answers: &Answers) -> Answers {
    let mut all = answers.clone();
    for &question in QuestionId::ALL {
        if question.id().ends_with("_scope") && !all.knows(question) {
            all.set(question, Answer::Choice("others_like_me"));
        }
        if !all.knows(question) {
            let home = Household::resolve(&all, &Factors::central());
            all.set(question, home.answer(question));
        }
    }
    all
}

/// The band of each persona, per person: the same bits natively and in Wasm.
pub fn bands() -> String {
    let world = World::whole(SEED, DRAWS);
    let mut text = "persona,p05_kg,p50_kg,p95_kg,next,share\n".to_owned();
    for (name, answers) in PERSONAS {
        let read = file::read(answers).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        let draws = uncertainty::draws(&read.answers, &world, InBaseYear::of(Gas::Co2e));
        let Quantiles { p05, p50, p95 } = Quantiles::of(draws.per_person());
        let home = Household::resolve(&read.answers, &Factors::central());
        let next = next_questions(&read.answers, &home, &draws);
        let Next { question, share } = next.first().copied().unwrap();
        let _ = writeln!(
            text,
            "{name},{p05:?},{p50:?},{p95:?},{},{share:?}",
            question.id()
        );
    }
    text
}

/// The reviewed bands.
pub const SNAPSHOT_OF_BANDS: &str = include_str!("bands.csv");
/// The reviewed results.
pub const SNAPSHOT: &str = include_str!("totals.csv");
/// The digest of every version since they are kept.
pub const VERSIONS: &str = include_str!("versions.csv");
/// The reviewed results in other years.
pub const SNAPSHOT_IN_YEARS: &str = include_str!("years.csv");

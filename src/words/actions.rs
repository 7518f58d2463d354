//! The keys of the words of actions, `locales/actions/`: the page loads these words when they are
//! wanted, not at first.
use std::collections::BTreeSet;
use std::path::Path;

use tanlu_model::LineId;
use tanlu_model::actions::{Stage, StrengthUnit, WhyNot};
use tanlu_model::plan::{Obstacle, Tariff};
use tanlu_model::rows::{ACTION_FACTS, Benefit, EFFORT_LEVELS, Timing};

use super::check::{Words, placeholders};
use super::keys::unlike;

/// What has to be there.
pub fn required() -> Vec<String> {
    let mut keys = Vec::new();
    let mut add = |group: &str, id: &str| keys.push(format!("{group}.{id}"));
    for facts in &ACTION_FACTS {
        ["action", "how", "assumes"]
            .iter()
            .for_each(|group| add(group, facts.id));
    }
    for level in &EFFORT_LEVELS {
        add("effort", &level.effort.to_string());
    }
    Timing::ALL.iter().for_each(|when| add("when", when.id()));
    Benefit::ALL
        .iter()
        .for_each(|benefit| add("benefit", benefit.id()));
    Stage::ALL.iter().for_each(|stage| add("stage", stage.id()));
    StrengthUnit::ALL
        .iter()
        .for_each(|unit| add("strength", unit.id()));
    WhyNot::ALL.iter().for_each(|why| add("why_not", why.id()));
    Tariff::ALL
        .iter()
        .for_each(|tariff| add("tariff", tariff.id()));
    let meters = LineId::ALL.iter().filter_map(|line| line.meter());
    let meters: BTreeSet<&str> = meters.map(|meter| meter.id()).collect();
    meters.iter().for_each(|meter| add("meter", meter));
    for obstacle in Obstacle::ALL {
        add("cannot", obstacle.id());
        add("unlock", obstacle.id());
    }
    keys
}

/// Which words are missing, which belong to nothing, and which lack the number that is filled in.
pub fn shape(file: &Path, words: &Words) -> Vec<String> {
    let mut faults = unlike(file, words.keys(), &required(), &[]);
    for (key, text) in words {
        let (here, expected) = (placeholders(text), filled_in(key));
        if here != expected {
            let file = file.display();
            faults.push(format!(
                "{file}: {key}: placeholders {here:?}, expected {expected:?}"
            ));
        }
    }
    faults
}

/// The numbers that a text gets: a strength its value, a level of effort the yuan that it goes up to.
fn filled_in(key: &str) -> BTreeSet<&'static str> {
    let limited = |level: &str| {
        let mut levels = EFFORT_LEVELS.iter();
        levels.any(|known| known.effort.to_string() == level && known.upfront_up_to.is_some())
    };
    let name = match key.split_once('.') {
        Some(("strength", _)) => Some("value"),
        Some(("effort", level)) if limited(level) => Some("yuan"),
        _ => None,
    };
    name.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::check::{compare, parse};
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        shape(Path::new("a.toml"), &parse(text).unwrap_or_default())
    }

    #[test]
    fn every_action_needs_its_words_and_no_word_stands_alone() {
        let faults = faults("[action]\nev = 'Electric'\nrocket = 'Fly'");
        assert!(faults.contains(&"a.toml: how.ev: missing".to_owned()));
        assert!(faults.contains(&"a.toml: action.rocket: unused".to_owned()));
        assert!(!faults.iter().any(|fault| fault.contains("action.ev")));
    }

    #[test]
    fn a_strength_shows_its_value_and_a_limit_its_yuan() {
        let faults = faults("strength.kw = 'kW'\neffort.5 = '{yuan}'\neffort.1 = '{yuan} yuan'");
        let named = |key: &str| {
            faults
                .iter()
                .any(|fault| fault.contains(key) && fault.contains("placeholders"))
        };
        assert!(named("strength.kw"));
        assert!(named("effort.5"));
        assert!(!named("effort.1"));
    }

    #[test]
    fn the_words_of_this_repository_are_sound() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/actions");
        let read = |name: &str| {
            let text = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
            parse(&text).unwrap_or_default()
        };
        let (zh, en) = (read("zh-CN.toml"), read("en.toml"));
        let (zh_file, en_file) = (Path::new("zh-CN.toml"), Path::new("en.toml"));
        assert_eq!(shape(zh_file, &zh), Vec::<String>::new());
        assert_eq!(compare(zh_file, &zh, en_file, &en), Vec::<String>::new());
    }
}

//! Reads the words of every language from `locales/` (those of the tables from `locales/pages/`), refuses differences between them, and
//! writes them as one compact table per language for `src/words.rs`. Computes the average
//! households and the first band with the model, for `src/averages.rs` and `src/bands.rs`.
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs, process};

#[path = "src/words/actions.rs"]
mod actions;
#[path = "src/words/check.rs"]
mod check;
#[path = "src/words/hash.rs"]
mod hash;
#[path = "src/words/keys.rs"]
mod keys;

use tanlu_model::choice::{Choice, Settlements};
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::levers::Means;
use tanlu_model::population::{Average, Averages};
use tanlu_model::rows::{Band, FACTS_TOLD, Province};
use tanlu_model::uncertainty::{DRAWS, InBaseYear, Quantiles, SEED, World, draws};
use tanlu_model::{Answers, Domain, Factors};

use check::{Words, compare, parse};
use keys::shape;

/// The languages, the first being the one that the others are compared with.
const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

fn main() {
    for language in LANGUAGES {
        println!("cargo::rerun-if-changed=locales/{language}.toml");
        println!("cargo::rerun-if-changed=locales/actions/{language}.toml");
        println!("cargo::rerun-if-changed=locales/pages/{language}.toml");
    }
    if let Err(faults) = run() {
        for fault in faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    }
}

fn run() -> Result<(), Vec<String>> {
    let one = |fault: String| vec![fault];
    let mut languages = sound("locales", with_borrowed, shape)?;
    // not in the first load: words of ids in the book of the screen that shows them
    let of_actions = sound("locales/actions", |_, words| Ok(words), actions::shape)?;
    for ((_, words), (_, of_actions)) in languages.iter_mut().zip(of_actions) {
        let of_screen = of_actions.into_iter();
        words.extend(of_screen.map(|(key, text)| (format!("ui.change.{key}"), text)));
    }
    let Some((_, base)) = languages.first() else {
        return Ok(());
    };
    let out = env::var("OUT_DIR").map_err(|why| one(why.to_string()))?;
    let write = |file: &str, code: String| {
        fs::write(Path::new(&out).join(file), code).map_err(|why| one(why.to_string()))
    };
    write("words.rs", code(base, &languages))?;
    write("averages.rs", averages())?;
    write("lever_means.rs", lever_means())?;
    write("accounts.rs", accounts().map_err(one)?)?;
    write("first_band.rs", first_band())
}

/// The words of a language with those that the tables' pages have too.
fn with_borrowed(language: &str, mut words: Words) -> Result<Words, String> {
    let file = PathBuf::from("locales/pages").join(format!("{language}.toml"));
    let others = read(&file)?;
    for (own, theirs) in keys::borrowed() {
        if let Some(text) = others.get(&theirs) {
            words.entry(own).or_insert_with(|| text.clone());
        }
    }
    for (own, theirs) in keys::of_shares() {
        let text = others.get(&theirs);
        let text = text.ok_or_else(|| format!("{}: {theirs}: missing", file.display()))?;
        words.insert(own, text.clone());
    }
    Ok(words)
}

/// The words of every language in a folder, where they are of the right shape and alike.
fn sound(
    folder: &str,
    completed: fn(&str, Words) -> Result<Words, String>,
    shape: fn(&Path, &Words) -> Vec<String>,
) -> Result<Vec<(PathBuf, Words)>, Vec<String>> {
    let mut languages = Vec::new();
    for language in LANGUAGES {
        let file = PathBuf::from(folder).join(format!("{language}.toml"));
        let words = read(&file).and_then(|words| completed(language, words));
        languages.push((file, words.map_err(|fault| vec![fault])?));
    }
    let Some(((base_file, base), others)) = languages.split_first() else {
        return Ok(languages);
    };
    let mut faults = shape(base_file, base);
    for (file, words) in others {
        faults.extend(compare(base_file, base, file, words));
    }
    if faults.is_empty() {
        Ok(languages)
    } else {
        Err(faults)
    }
}

/// The band of a household of which nothing is known, kg CO2e a year per person.
fn first_band() -> String {
    let world = World::whole(SEED, DRAWS);
    let draws = draws(&Answers::new(), &world, InBaseYear::of(Gas::Co2e));
    let Quantiles { p05, p50, p95 } = Quantiles::of(draws.per_person());
    format!("const FIRST_BAND: [f64; 3] = [{p05:?}, {p50:?}, {p95:?}];\n")
}

/// What policy levers rest on beyond one household.
fn lever_means() -> String {
    let numbers = Means::compute(&Factors::central()).to_numbers();
    format!("const LEVER_MEANS: [f64; MEANS] = {numbers:?};\n")
}

/// The year and the amount of the nation's consumption account, Mt, and the part of it that households consume:
/// its low end, its middle, its high end.
fn accounts() -> Result<String, String> {
    let fact = |id: &str| {
        let mut told = FACTS_TOLD.iter();
        let found = told.find(|fact| fact.id == id);
        found.ok_or_else(|| format!("no fact {id}"))
    };
    let consumed = fact("consumption_co2_2022")?;
    let (year, mt) = (consumed.year, consumed.band.value);
    let Band { low, value, high } = fact("household_share_consumption")?.band;
    Ok(format!(
        "const CONSUMED: (u16, f64) = ({year}, {mt:?});\n\
         const OF_HOUSEHOLDS: [f64; 3] = [{low:?}, {value:?}, {high:?}];\n"
    ))
}

/// The average households by place (the nation, then each province) and kinds of settlement; the nation's
/// apart, as the first load has no other.
fn averages() -> String {
    let computed = Averages::compute(&Factors::central());
    let kinds = Settlements::ALL;
    let places: Vec<Option<Province>> = [None]
        .into_iter()
        .chain(Province::all().map(Some))
        .collect();
    let all = places.len() * kinds.len();
    let nation = figures(&computed.of(None, Settlements::All));
    let mut code =
        format!("const NATION: Figures = {nation};\nstatic AVERAGES: [Figures; {all}] = [\n");
    for place in places {
        for kind in kinds {
            code += &format!("    {},\n", figures(&computed.of(place, *kind)));
        }
    }
    code + "];\n"
}

/// People in 10^4, people of a household, kg CO2e a year per person by part of life.
fn figures(average: &Average) -> String {
    let mut code = format!("[{:?}, {:?}", average.people as f32, average.members as f32);
    for domain in Domain::ALL {
        code += &format!(", {:?}", average.domain_kg(*domain) as f32);
    }
    code + "]"
}

fn read(file: &Path) -> Result<Words, String> {
    let at = |why: String| format!("{}: {why}", file.display());
    let text = fs::read_to_string(file).map_err(|why| at(why.to_string()))?;
    parse(&text).map_err(at)
}

/// The messages of the page itself are variants of `Msg`, and words of the model's ids are looked up.
/// A screen that is loaded later has the same of its own: `ui.keep.export` is a variant of `KeepMsg`,
/// and `ui.keep.thing.lamp` would be looked up there as `thing.lamp`.
fn code(base: &Words, languages: &[(PathBuf, Words)]) -> String {
    let (mut messages, mut later) = (Vec::new(), BTreeMap::<&str, Vec<&str>>::new());
    for key in base.keys() {
        if let Some(name) = key.strip_prefix("ui.") {
            match name.split_once('.') {
                None => messages.push(name),
                Some((screen, name)) => later.entry(screen).or_default().push(name),
            }
        }
    }
    let mut code = format!("const LANGUAGES: usize = {};\n", languages.len());
    let ids = keys::all();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    code += &book("Msg", ["ui.", ""], &messages, &ids, languages);
    for (screen, names) in later {
        let (ids, messages): (Vec<&str>, Vec<&str>) =
            names.into_iter().partition(|name| name.contains('.'));
        let prefix = format!("ui.{screen}.");
        let name = camel(screen) + "Msg";
        code += &book(&name, [&prefix, &prefix], &messages, &ids, languages);
    }
    code
}

/// A book: an enum with a variant for each message, and the texts of messages and ids, whose keys
/// follow these prefixes. All are sorted, so that alike texts stand together and pack well.
fn book(
    name: &str,
    [of_messages, of_ids]: [&str; 2],
    messages: &[&str],
    ids: &[&str],
    languages: &[(PathBuf, Words)],
) -> String {
    let keys: Vec<String> = messages
        .iter()
        .map(|name| [of_messages, name].concat())
        .chain(ids.iter().map(|id| [of_ids, id].concat()))
        .collect();
    let texts = languages.iter().map(|(_, words)| {
        let texts = keys.iter().map(|key| words.get(key));
        let texts: Vec<&str> = texts.map(|text| text.map_or("", String::as_str)).collect();
        texts.join("\n")
    });
    let texts: Vec<String> = texts.collect();
    let base = texts.first().map(String::as_str).unwrap_or_default();
    let mut code = format!(
        "/// A message of the page.\n#[derive(Clone, Copy, PartialEq, Eq, Debug)]\n#[deny(dead_code)]\npub enum {name} {{\n"
    );
    for (message, text) in messages.iter().zip(base.split('\n')) {
        code += &format!("    #[doc = {text:?}]\n    {},\n", camel(message));
    }
    let (seed, hashes) = hashed(ids);
    code += &format!(
        "}}\nimpl Said for {name} {{\n    fn book() -> &'static Book {{\n        \
         static BOOK: Book = Book {{\n            texts: {texts:?},\n            \
         split: [const {{ OnceLock::new() }}; LANGUAGES],\n            messages: {},\n            \
         seed: {seed},\n            hashes: &{hashes:?},\n        }};\n        &BOOK\n    }}\n    \
         fn at(self) -> usize {{\n        self as usize\n    }}\n}}\n",
        messages.len()
    );
    code
}

/// The hashes of the keys in their order, and the seed at which no two are the same.
fn hashed(keys: &[&str]) -> (u32, Vec<u16>) {
    let mut seed = 0;
    loop {
        let hashes: Vec<u16> = keys.iter().map(|key| hash::hash(seed, &[key])).collect();
        if BTreeSet::from_iter(&hashes).len() == keys.len() {
            return (seed, hashes);
        }
        seed += 1;
    }
}

/// `not_saved` as the variant `NotSaved`.
fn camel(name: &str) -> String {
    name.split('_')
        .map(|part| {
            let (first, rest) = part.split_at(part.len().min(1));
            first.to_uppercase() + rest
        })
        .collect()
}

//! Reads the words of every language from `locales/` (those of the tables from `locales/pages/`), refuses differences between them, and
//! writes them as one compact table per language for `src/words.rs`. Computes the average
//! households and the first band with the model, for `src/averages.rs` and `src/bands.rs`.
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

#[path = "src/words/check.rs"]
mod check;
#[path = "src/words/hash.rs"]
mod hash;
#[path = "src/words/keys.rs"]
mod keys;

use tanlu_model::choice::{Choice, Settlement};
use tanlu_model::footprint::Gas;
use tanlu_model::population::Averages;
use tanlu_model::rows::Province;
use tanlu_model::uncertainty::{DRAWS, InBaseYear, Quantiles, SEED, World, draws};
use tanlu_model::{Answers, Domain, Factors};

use check::{Words, compare, parse};
use keys::shape;

/// The languages, the first being the one that the others are compared with.
const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

fn main() {
    for language in LANGUAGES {
        println!("cargo::rerun-if-changed=locales/{language}.toml");
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
    let mut languages = Vec::new();
    for language in LANGUAGES {
        let file = PathBuf::from("locales").join(format!("{language}.toml"));
        let pages = PathBuf::from("locales/pages").join(format!("{language}.toml"));
        let mut words = read(&file).map_err(one)?;
        let others = read(&pages).map_err(one)?;
        for (own, theirs) in keys::borrowed() {
            if let Some(text) = others.get(&theirs) {
                words.entry(own).or_insert_with(|| text.clone());
            }
        }
        languages.push((file, words));
    }
    let Some(((base_file, base), others)) = languages.split_first() else {
        return Ok(());
    };
    let mut faults = shape(base_file, base);
    for (file, words) in others {
        faults.extend(compare(base_file, base, file, words));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let out = env::var("OUT_DIR").map_err(|why| one(why.to_string()))?;
    let write = |file: &str, code: String| {
        fs::write(Path::new(&out).join(file), code).map_err(|why| one(why.to_string()))
    };
    write("words.rs", code(base, &languages))?;
    write("averages.rs", averages())?;
    write("first_band.rs", first_band())
}

/// The band of a household of which nothing is known, kg CO2e a year per person.
fn first_band() -> String {
    let world = World::whole(SEED, DRAWS);
    let draws = draws(&Answers::new(), &world, InBaseYear::of(Gas::Co2e));
    let Quantiles { p05, p50, p95 } = Quantiles::of(draws.per_person());
    format!("const FIRST_BAND: [f64; 3] = [{p05:?}, {p50:?}, {p95:?}];\n")
}

/// The average households by place (the nation, then each province) and settlement (all, then each).
fn averages() -> String {
    let computed = Averages::compute(&Factors::central());
    let kinds: Vec<Option<Settlement>> = [None]
        .into_iter()
        .chain(Settlement::ALL.iter().copied().map(Some))
        .collect();
    let places: Vec<Option<Province>> = [None]
        .into_iter()
        .chain(Province::all().map(Some))
        .collect();
    let all = places.len() * kinds.len();
    let mut code = format!("static AVERAGES: [Figures; {all}] = [\n");
    for place in places {
        for kind in &kinds {
            let average = computed.of(place, *kind);
            code += &format!("    [{:.0}", average.members * 100.0);
            for domain in Domain::ALL {
                code += &format!(", {:.0}", average.domain_kg(*domain));
            }
            code += "],\n";
        }
    }
    code + "];\n"
}

fn read(file: &Path) -> Result<Words, String> {
    let at = |why: String| format!("{}: {why}", file.display());
    let text = fs::read_to_string(file).map_err(|why| at(why.to_string()))?;
    parse(&text).map_err(at)
}

/// The messages of the page itself are variants of `Msg`; words of the model's ids are looked up.
fn code(base: &Words, languages: &[(PathBuf, Words)]) -> String {
    let messages: Vec<&str> = base
        .keys()
        .map(String::as_str)
        .filter(|key| key.starts_with("ui."))
        .collect();
    // sorted, so that alike texts stand together and pack well
    let ids = keys::all();
    let (seed, hashes) = hashed(&ids);
    let mut code = String::from(
        "/// A message of the page.\n#[derive(Clone, Copy, PartialEq, Eq, Debug)]\n#[deny(dead_code)]\npub enum Msg {\n",
    );
    for key in &messages {
        let name = key.trim_start_matches("ui.");
        let text = base.get(*key).map(String::as_str).unwrap_or_default();
        code += &format!("    #[doc = {text:?}]\n    {},\n", camel(name));
    }
    code += "}\n";
    code += &format!("const MESSAGES: usize = {};\n", messages.len());
    code += &format!("const SEED: u32 = {seed};\n");
    code += &format!("static HASHES: [u16; {}] = {hashes:?};\n", hashes.len());
    code += "static TEXTS: [&str; LANGUAGES] = [\n";
    for (_, words) in languages {
        let texts: Vec<&str> = messages
            .iter()
            .copied()
            .chain(ids.iter().map(String::as_str))
            .map(|key| words.get(key).map(String::as_str).unwrap_or_default())
            .collect();
        code += &format!("    {:?},\n", texts.join("\n"));
    }
    code += "];\n";
    code += &format!("const LANGUAGES: usize = {};\n", languages.len());
    code
}

/// The hashes of the keys in their order, and the seed at which no two are the same.
fn hashed(keys: &[String]) -> (u32, Vec<u16>) {
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

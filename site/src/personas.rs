//! The personas: answers files with what the model makes of them.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use tanlu_model::footprint::{Gas, Unverified, rests_on_unverified};
use tanlu_model::plan::Plan;
use tanlu_model::uncertainty::{self, DRAWS, InBaseYear, Quantiles, SEED, World};
use tanlu_model::{
    Answer, Answers, Domain, Factors, Footprint, Household, QuestionId, file, footprint,
};

use crate::narrowing::Narrowing;

/// A household that is described in an answers file.
#[derive(Clone, Debug)]
pub struct Persona {
    /// The file's name without its ending.
    pub id: String,
    /// The answers file as this model writes it, with its version and lines.
    pub text: String,
    /// Its answers.
    pub answers: Answers,
    /// The household of these answers.
    pub household: Household,
    /// Its result on central values.
    pub footprint: Footprint,
    /// Its band.
    pub bands: Bands,
    /// How its band narrows.
    pub narrowing: Narrowing,
    /// How much of its result on central values rests on values that are not verified.
    pub unverified: Unverified,
}

/// The median and the band of a result, of kg CO2e a year.
#[derive(Clone, Debug)]
pub struct Bands {
    /// Of the household, public services left out.
    pub household: Quantiles,
    /// The same per person.
    pub per_person: Quantiles,
    /// Of each part of life, in the order of [`Domain::ALL`].
    pub domains: Vec<Quantiles>,
}

impl Bands {
    /// The bands that these answers have, with the seed and the draws of `tanlu estimate`.
    pub fn of(answers: &Answers, world: &World) -> Bands {
        let draws = uncertainty::draws(answers, world, InBaseYear::of(Gas::Co2e));
        let domain = |domain: &Domain| Quantiles::of(draws.domain(*domain));
        Bands {
            household: Quantiles::of(draws.household()),
            per_person: Quantiles::of(draws.per_person()),
            domains: Domain::ALL.iter().map(domain).collect(),
        }
    }
}

/// The draws of every result on the pages.
pub fn world() -> World {
    World::whole(SEED, DRAWS)
}

impl Persona {
    /// The file's name beside the pages.
    pub fn file(&self) -> String {
        format!("persona-{}.json", self.id)
    }

    /// What it answers when it is asked, and whether that is a default, for want of an answer in its file. Nobody
    /// types more than three digits after the point.
    pub fn answered(&self, question: QuestionId) -> (Answer, bool) {
        if let Some(known) = self.answers.known(question) {
            return (known.clone(), false);
        }
        let default = match self.household.answer(question) {
            Answer::Number { value, unit } => Answer::Number {
                value: (value * 1e3).round() / 1e3,
                unit,
            },
            other => other,
        };
        (default, true)
    }
}

/// All personas in the order of their names.
///
/// # Errors
/// When a file cannot be read or the model refuses it.
pub fn read(root: &Path, factors: &Factors) -> Result<Vec<Persona>> {
    let folder = root.join("model").join("personas");
    let world = world();
    let mut personas = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let at = || path.display().to_string();
        let text = fs::read_to_string(&path).with_context(at)?;
        let answers = file::read(&text).with_context(at)?.answers;
        let id = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let household = Household::resolve(&answers, factors);
        let footprint = footprint(&household, factors);
        let shortest = |number: f64| number.to_string();
        let text = file::write(&answers, &Plan::none(), &footprint.by_line(), &shortest);
        personas.push(Persona {
            narrowing: Narrowing::of(&id)?,
            bands: Bands::of(&answers, &world),
            unverified: rests_on_unverified(&answers, factors),
            id,
            text,
            answers,
            household,
            footprint,
        });
    }
    personas.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(personas)
}

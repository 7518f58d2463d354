//! The model itself, natively: what the page must come to.

use anyhow::{Context, Result, anyhow};
use serde_json::{Map, Value};
use std::sync::OnceLock;
use tanlu_model::actions::cost::Prices;
use tanlu_model::actions::{ActionId, Chosen, Effects, Money, Outcome, Trial, point};
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::{OwnBands, OwnPath, OwnYear, OwnYearBand};
use tanlu_model::plan::{Plan, Step};
use tanlu_model::rows::PerPersonLine;
use tanlu_model::uncertainty::{
    self, DRAWS, Draws, InBaseYear, Next, Quantiles, SEED, World, next_questions,
};
use tanlu_model::year::{DEFAULT_SCENARIO, YEARS, YearIndex};
use tanlu_model::{Answer, Answers, Factors, Household, QuestionId, file};

use crate::family;

/// What the draws of some answers say.
pub struct Drawn {
    /// The draws.
    pub draws: Draws,
    /// The open questions, the most telling one first.
    pub next: Vec<Next>,
}

impl Drawn {
    /// Draws a household of these answers.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        let draws = uncertainty::draws(answers, world(), InBaseYear::of(Gas::Co2e));
        let next = next_questions(answers, &resolve(answers), &draws);
        Self { draws, next }
    }

    /// The band per person.
    #[must_use]
    pub fn per_person(&self) -> Quantiles {
        Quantiles::of(self.draws.per_person())
    }
}

/// The world that the page draws from.
pub fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World::whole(SEED, DRAWS))
}

/// The household as it is taken to be.
#[must_use]
pub fn resolve(answers: &Answers) -> Household {
    Household::resolve(answers, &Factors::central())
}

/// What an action comes to alone on the page's draws: median and band.
///
/// # Errors
/// When the file is none.
pub fn outcome(text: &str, action: ActionId, plan: &Plan) -> Result<Outcome> {
    let draws = uncertainty::draws(&read(text)?, world(), InBaseYear::of(Gas::Co2e));
    let money = Money::of(Prices::of(&plan.prices), world());
    let mut effects = Effects::new([Trial::alone(Chosen::usual(action), plan)]);
    while effects.step(&draws, world(), Some(&money)) {}
    let (_, savings) = effects.tell().context("nothing was tried")?;
    Ok(savings.told())
}

/// The answers of an answers file.
///
/// # Errors
/// When it is none.
pub fn read(text: &str) -> Result<Answers> {
    let read = file::read(text).map_err(|why| anyhow!("{why}"))?;
    Ok(read.answers)
}

/// The plan of an answers file.
///
/// # Errors
/// When it is none.
pub fn read_plan(text: &str) -> Result<Plan> {
    let read = file::read(text).map_err(|why| anyhow!("{why}"))?;
    Ok(read.plan)
}

/// The actions that apply to the household of an answers file.
///
/// # Errors
/// When it is none.
pub fn applicable(text: &str) -> Result<Vec<&'static str>> {
    let factors = Factors::central();
    let home = Household::resolve(&read(text)?, &factors);
    let all = ActionId::ALL.iter().copied();
    let apply = all.filter(|action| action.applies(&home, &factors).is_ok());
    Ok(apply.map(ActionId::id).collect())
}

/// An answers file with a plan in it: these actions at their usual strength from a year on.
///
/// # Errors
/// When it is none, or an action is unknown.
pub fn planned(text: &str, actions: &[&str], from: u16) -> Result<String> {
    let steps = actions.iter().map(|id| (*id, from));
    planned_from(text, &steps.collect::<Vec<_>>())
}

/// The same with a year for each action.
///
/// # Errors
/// As [`planned`].
pub fn planned_from(text: &str, steps: &[(&str, u16)]) -> Result<String> {
    let mut plan = Plan::none();
    for &(id, from) in steps {
        let action = ActionId::from_id(id).with_context(|| id.to_owned())?;
        let chosen = Chosen::usual(action);
        plan.choose(Step { chosen, from });
    }
    let answers = read(text)?;
    Ok(file::write(&answers, &plan, &[], &|number| {
        number.to_string()
    }))
}

/// A household's own path per person, on central values and as bands, on the default scenario.
pub struct Own {
    /// kg in the base year.
    pub today: f64,
    years: Vec<OwnYear>,
    bands: OwnBands,
}

impl Own {
    /// A year of it.
    ///
    /// # Errors
    /// When the path does not come there.
    pub fn year(&self, year: u16) -> Result<OwnYear> {
        let found = self.years.iter().find(|known| known.year == year);
        found.copied().with_context(|| year.to_string())
    }

    /// In which part of the draws it is not above a published line.
    ///
    /// # Errors
    /// When the path does not come there.
    pub fn reaches(&self, line: &PerPersonLine) -> Result<f64> {
        self.bands.reaches(line).context(line.id)
    }

    /// The bands of a year.
    ///
    /// # Errors
    /// When the path does not come there.
    pub fn band(&self, year: u16) -> Result<OwnYearBand> {
        let found = self.bands.year_per_person(year);
        found.with_context(|| year.to_string())
    }
}

/// The path of an answers file with its plan.
///
/// # Errors
/// When it is none.
pub fn own_path(text: &str) -> Result<Own> {
    let (answers, plan) = (read(text)?, read_plan(text)?);
    let home = resolve(&answers);
    let mut bands = OwnBands::new(&plan, Gas::Co2e, DEFAULT_SCENARIO);
    let draws = Drawn::of(&answers).draws;
    while bands.step(&draws, world()) {}
    let factors = Factors::central();
    let path = OwnPath::of(&home, &plan, Gas::Co2e, &factors);
    let index = |year| YearIndex::new(year, DEFAULT_SCENARIO, &factors);
    let years = YEARS.filter_map(index);
    Ok(Own {
        bands,
        today: path.today() / home.members,
        years: years
            .map(|index| path.year(&index).per_person(home.members))
            .collect(),
    })
}

/// What the plan of an answers file saves as a whole, on central values.
///
/// # Errors
/// When it is none.
pub fn saved(text: &str) -> Result<f64> {
    let plan = read_plan(text)?;
    let home = resolve(&read(text)?);
    Ok(point(&home, &plan.whole(), &Factors::central()))
}

/// The answers as they stand in a file, by question.
///
/// # Errors
/// When the file cannot be read again.
pub fn written(answers: &Answers) -> Result<Map<String, Value>> {
    family::answers(&file::write(answers, &Plan::none(), &[], &|number| {
        number.to_string()
    }))
}

/// One answer as it stands in a file.
///
/// # Errors
/// As [`written`].
pub fn written_one(question: QuestionId, answer: &Answer) -> Result<Value> {
    let mut answers = Answers::new();
    answers.set(question, answer.clone());
    let file = written(&answers)?;
    let one = file.get(question.id());
    Ok(one.with_context(|| question.id())?.clone())
}

/// A band as the page notes it.
#[must_use]
pub fn noted(band: Quantiles) -> [f64; 3] {
    [band.p05, band.p50, band.p95]
}

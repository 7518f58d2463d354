//! Each persona answers what the page asks in turn, in the page's own order: it is the order that
//! the model proposes, and the band is half as wide after as many questions as the model's own
//! table says.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tanlu_model::{Answer, Answers, Household, Kind, QuestionId};

use super::{CHROMIUM, Journey, chromium};
use crate::csv;
use crate::family::CHENGDU;
use crate::model::{self, Drawn};
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

/// What the model's own test says: how many questions until the band is half as wide.
const REVIEWED: &str = include_str!("../../../model/tests/narrowing.csv");
/// Of one whose band never becomes half as wide, so many questions are asked.
const ENOUGH: usize = 6;

/// A journey for each persona.
macro_rules! narrowing {
    ($($name:literal $visit:expr;)*) => {
        vec![$(Journey::new(
            concat!("narrows as reviewed: ", $name),
            CHROMIUM,
            $visit,
            |page| narrows(page, $name, include_str!(concat!("../../../model/personas/", $name, ".json"))),
        )),*]
    };
}

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let desktop = Visit::default;
    let phone = Visit::phone;
    let mut journeys = narrowing! {
        "chengdu_family" desktop();
        "chengdu_student" phone().in_english();
        "frequent_flyer" phone();
        "guangdong_cooling" desktop().in_english();
        "harbin_retired_couple" desktop();
        "northern_flat_district_heat" phone().in_english();
        "nothing_known" phone();
        "plant_eaters_yunnan" desktop().in_english();
        "rural_coal_stove" desktop();
        "shanghai_two_cars" phone().in_english();
        "tibetan_herders" phone();
        "zhejiang_solar_house" desktop().in_english();
    };
    journeys.extend([
        chromium("\"I don't know\" in turn", desktop(), unknown),
        chromium(
            "\"I don't know\" in turn, on a phone",
            phone().in_english(),
            unknown_list,
        ),
        chromium("a quick second answer", desktop(), quick),
    ]);
    journeys
}

/// After how many questions the band is half as wide, if ever.
fn reviewed(persona: &str) -> Result<Option<usize>> {
    let rows = csv::rows(REVIEWED)?;
    let row = rows
        .iter()
        .find(|row| row.get("persona").is_some_and(|name| name == persona));
    let until = row.and_then(|row| row.get("questions_until_half"));
    let until = until.with_context(|| format!("{persona} is not in the table"))?;
    Ok(until.parse().ok())
}

/// One who answers what the page asks.
struct Asked<'a> {
    page: &'a Page<'a>,
    words: Words,
    /// What was answered so far.
    answers: Answers,
}

impl<'a> Asked<'a> {
    fn new(page: &'a Page<'a>) -> Result<Self> {
        let words = Words::of(page.visit.language)?;
        let answers = Answers::new();
        Ok(Self {
            page,
            words,
            answers,
        })
    }

    /// The width of the band per person, which must be the model's.
    fn width(&self) -> Result<f64> {
        let shown = self.page.per_person()?;
        let drawn = Drawn::of(&self.answers).per_person();
        ensure!(
            shown == model::noted(drawn),
            "the band is {shown:?}, not {drawn:?}"
        );
        Ok(drawn.width())
    }

    /// The question that the page asks, which must be the one that the model proposes.
    fn question(&self) -> Result<QuestionId> {
        let open = self.page.open_in_turn()?.context("nothing is asked")?;
        let next = Drawn::of(&self.answers).next;
        let next = next.first().context("the model proposes nothing")?.question;
        ensure!(
            open == next.id(),
            "{open} is asked, the model proposes {}",
            next.id()
        );
        self.page.come_to(&self.words, &open)?;
        Ok(next)
    }

    /// Answers it on the page.
    fn answer(&mut self, question: QuestionId, answer: Answer) -> Result<()> {
        let written = model::written_one(question, &answer)?;
        self.page.answer(&self.words, question.id(), &written)?;
        self.answers.set(question, answer);
        Ok(())
    }
}

/// What a persona answers: as its file says, else as the household is taken to be.
fn answer_of(persona: &Answers, home: &Household, question: QuestionId) -> Answer {
    let own = persona.get(question).filter(|_| persona.knows(question));
    match own.cloned().unwrap_or_else(|| home.answer(question)) {
        // nobody types more digits than this
        Answer::Number { value, unit } => Answer::Number {
            value: (value * 1e3).round() / 1e3,
            unit,
        },
        other => other,
    }
}

fn narrows(page: &Page<'_>, name: &str, file: &str) -> Result<()> {
    let until = reviewed(name)?;
    let persona = model::read(file)?;
    let home = model::resolve(&persona);
    let mut asked = Asked::new(page)?;
    let first = asked.width().context("before anything is answered")?;
    for at in 1..=until.unwrap_or(ENOUGH) {
        let question = asked.question().with_context(|| format!("question {at}"))?;
        let step = || format!("question {at}, {}", question.id());
        asked
            .answer(question, answer_of(&persona, &home, question))
            .with_context(step)?;
        let share = asked.width().with_context(step)? / first;
        let half = until == Some(at);
        ensure!(
            (share <= 0.5) == half,
            "after question {at} the band has {share:.3} of its first width; the table says {until:?}"
        );
    }
    page.screenshot(&format!("narrowed-{name}"))
}

/// "I don't know" asks for something else and leaves the band as it was.
fn says_unknown(asked: &mut Asked<'_>, times: usize) -> Result<()> {
    let band = asked.page.per_person()?;
    let mut before = Vec::new();
    for at in 1..=times {
        let question = asked.question().with_context(|| format!("question {at}"))?;
        let id = question.id();
        ensure!(!before.contains(&question), "{id} is asked again");
        asked.answer(question, Answer::Unknown).context(id)?;
        let now = asked.page.per_person()?;
        ensure!(now == band, "{id}: the band was {band:?} and is {now:?}");
        before.push(question);
    }
    Ok(())
}

fn unknown(page: &mut Page<'_>) -> Result<()> {
    let mut asked = Asked::new(page)?;
    says_unknown(&mut asked, 3)?;
    asked.width().map(drop)
}

/// Of a list too: answers until one is asked.
fn unknown_list(page: &mut Page<'_>) -> Result<()> {
    let mut asked = Asked::new(page)?;
    let family = model::read(CHENGDU.text)?;
    let mut question = asked.question()?;
    while !matches!(question.kind(), Kind::List { .. }) {
        let answer = family.get(question).context(question.id())?.clone();
        asked.answer(question, answer)?;
        question = asked.question()?;
    }
    says_unknown(&mut asked, 4)?;
    asked.width().map(drop)
}

/// Clicks two answers, so many milliseconds apart, and gives the bands per person that the page
/// shows from the second one on, until all has come.
const TWICE: &str = "const [first, second, pause, done] = arguments;
  const figure = document.querySelector('[data-kg=per_person]');
  const at = (selector) => document.querySelector(selector);
  let seen = [];
  new MutationObserver(() => seen.push(figure.dataset.value))
    .observe(figure, { attributeFilter: ['data-value'] });
  const wait = () => at('.page').dataset.settled === 'true' ? done(seen) : setTimeout(wait, 10);
  const again = () => { seen = []; at(second).click(); setTimeout(wait); };
  at(first).click();
  if (pause) setTimeout(again, pause); else again();";

/// The second of two quick answers cancels the draws of the first: the band is of both.
fn quick(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    page.open_part(words, "home")?;
    page.settled()?;
    let answers = [
        (0, "gas_boiler", "village"),
        (5, "coal_stove", "city"),
        (15, "none", "town"),
        (30, "district", "village"),
        (60, "heat_pump", "city"),
    ];
    for (pause, heating, settlement) in answers {
        let option = |question, id| json!(format!("#q-{question} input[value={id}]"));
        let (first, second) = (option("heating", heating), option("settlement", settlement));
        let call = json!({ "script": TWICE, "args": [first, second, pause] });
        let seen = page.command("POST", "/execute/async", &call)?;
        let kept = page.kept_answers()?;
        let both = json!({ "heating": heating, "settlement": settlement });
        ensure!(json!(kept) == both, "kept {kept:?}");
        let file = json!({ "format": 1, "answers": kept });
        let drawn = model::noted(Drawn::of(&model::read(&file.to_string())?).per_person());
        let now = page.per_person()?;
        ensure!(now == drawn, "after {pause} ms: {now:?}, not {drawn:?}");
        let seen: Vec<&str> = seen
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        ensure!(
            seen.len() == 1,
            "after {pause} ms more bands than one came: {seen:?}"
        );
    }
    Ok(())
}

//! Families answer every question that is asked of them; the command line computes the same from
//! the file that the page gives them to save.

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

use super::{CHROMIUM, EVERYWHERE, Journey};
use crate::family::{self, CHENGDU, Family, HARBIN};
use crate::faults::Faults;
use crate::figures::number;
use crate::page::Page;
use crate::visit::Visit;
use crate::way::PARTS;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let phone = || Visit::phone().in_english();
    vec![
        Journey::new(
            "a family of three in Chengdu, in Chinese",
            EVERYWHERE,
            Visit::default(),
            |page| answers_everything(page, CHENGDU),
        ),
        Journey::new(
            "a couple in Harbin, in English on a phone",
            CHROMIUM,
            phone(),
            |page| answers_everything(page, HARBIN),
        ),
    ]
}

fn answers_everything(page: &mut Page<'_>, family: Family) -> Result<()> {
    let mut walk = Walk {
        page,
        words: Words::of(page.visit.language)?,
        left: family.answers()?,
        asked: BTreeMap::new(),
    };
    if page.one_at_a_time() {
        walk.question_by_question()?;
    } else {
        walk.part_by_part()?;
    }
    let (words, asked) = (walk.words, walk.asked);
    ensure!(
        walk.left.is_empty(),
        "never asked: {:?}",
        walk.left.keys().collect::<Vec<_>>()
    );
    let mut faults = Faults::default();
    faults.note(nothing_is_open(page, &words, &asked));
    page.screenshot(&format!("family-{}-{}", family.name, page.visit.language))?;
    page.by_role("link", words.ui("to_result")?)?.click()?;
    page.on_screen(&words, "result")?;
    page.screenshot(&format!("result-{}-{}", family.name, page.visit.language))?;
    faults.note(compared_with_its_place(page, &words, family));
    let file = page.file("family.json", family.text)?;
    faults.note(page.agrees_with(&file, &words));
    faults.note(exported(page, &words, family).context("the exported file"));
    faults.end()
}

/// The comparison names the average of the family's own province and settlement.
fn compared_with_its_place(page: &Page<'_>, words: &Words, family: Family) -> Result<()> {
    let answers = family.answers()?;
    let choice = |question: &str| {
        let option = answers.get(question).and_then(serde_json::Value::as_str);
        words.at(&["choice", question, option.unwrap_or_default()])
    };
    let values = [
        ("place", choice("province")?),
        ("settlement", choice("settlement")?),
    ];
    let average = words.fill("average_of_settlement", &values)?;
    page.wait_text("section[aria-labelledby=compare]", &average)
}

/// A family on its way through the questions.
struct Walk<'a> {
    page: &'a Page<'a>,
    words: Words,
    /// The answers that were not asked for yet.
    left: Map<String, Value>,
    /// For each part of life, by its heading, how many questions were asked.
    asked: BTreeMap<String, usize>,
}

impl Walk<'_> {
    /// On a desktop: all questions of a part, then the next part.
    fn part_by_part(&mut self) -> Result<()> {
        for (at, part) in PARTS.iter().enumerate() {
            if at == 0 {
                self.page.open_part(&self.words, part)?;
            } else {
                let name = self.words.domain(part)?;
                let next = self.words.fill("next", &[("domain", name)])?;
                self.page.by_role("button", &next)?.click()?;
                self.page.wait_text("#part", name)?;
                self.page.wait_for("document.activeElement.id === 'part'")?;
            }
            let mut done: Vec<String> = Vec::new();
            // an answer may bring further questions or take some away
            while let Some(question) = self
                .page
                .asked()?
                .into_iter()
                .find(|asked| !done.contains(asked))
            {
                self.answer(&question)?;
                done.push(question);
            }
        }
        Ok(())
    }

    /// On a phone: one question after the other, up to the last.
    fn question_by_question(&mut self) -> Result<()> {
        let first = PARTS.first().context("no part")?;
        self.page.open_part(&self.words, first)?;
        let asked = self.page.asked()?;
        ensure!(asked.len() == 1, "{asked:?} show at a time");
        let mut next = asked.into_iter().next();
        while let Some(question) = next {
            self.answer(&question)?;
            next = self.page.next_question(&self.words, &question)?;
        }
        Ok(())
    }

    fn answer(&mut self, question: &str) -> Result<()> {
        let answer = self.left.remove(question);
        let answer = answer.with_context(|| format!("{question} is asked, or asked again"))?;
        self.page
            .answer(&self.words, question, &answer)
            .with_context(|| question.to_owned())?;
        let part = self.page.text_of("#part")?;
        *self.asked.entry(part).or_default() += 1;
        Ok(())
    }
}

/// The list of parts must say that every question is answered, "I don't know" too.
fn nothing_is_open(page: &Page<'_>, words: &Words, asked: &BTreeMap<String, usize>) -> Result<()> {
    for part in PARTS {
        let name = words.domain(part)?;
        ensure!(asked.contains_key(name), "{name}: not asked");
        let shown = page.text_of(&format!("#to-{part}"))?;
        ensure!(
            shown.contains(words.ui("all_answered")?),
            "{part}: {shown:?}"
        );
    }
    Ok(())
}

/// The answers file that the page gives to save must hold the family's answers, the command line
/// must compute the page's figures from it, and its lines must be those that were computed.
fn exported(page: &Page<'_>, words: &Words, family: Family) -> Result<()> {
    let (file, text) = page.export(words)?;
    let (given, wanted) = (family::answers(&text)?, family.answers()?);
    ensure!(given == wanted, "it holds {given:?}");
    page.agrees_with(&file, words)?;
    let written: Value = serde_json::from_str(&text)?;
    let before = written.get("before").and_then(Value::as_object);
    let before = before.context("no lines")?.values();
    let sum: f64 = before.filter_map(Value::as_f64).sum();
    let estimate = page.estimate(&file)?;
    // lines are written with central values, as the command line has them beside the bands
    let kg = |name: &str| number(&estimate, &format!("{name}/kg"));
    let all = kg("household")? + kg("public_services")?;
    ensure!(
        (sum - all).abs() < 1e-6 * all,
        "its lines sum to {sum} kg, not {all}"
    );
    Ok(())
}

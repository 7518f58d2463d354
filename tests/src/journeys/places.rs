//! The averages of places: the household's province among the others, by the model's own population.

use anyhow::{Context, Result, ensure};
use tanlu_model::choice::Choice;
use tanlu_model::population::{Average, Averages};
use tanlu_model::rows::Province;
use tanlu_model::{Domain, Factors};

use super::{CHROMIUM, Journey};
use crate::page::Page;
use crate::visit::Visit;
use crate::words::{Words, grouped};

const CHENGDU: &str = include_str!("../../../model/personas/chengdu_family.json");
const PLACES: &str = "section[aria-labelledby=places]";

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    vec![
        Journey::new(
            "places on average, in Chinese",
            CHROMIUM,
            Visit::default(),
            places,
        ),
        Journey::new(
            "places on average, on a phone in English",
            CHROMIUM,
            Visit::phone().in_english(),
            places,
        ),
    ]
}

/// Each place that is shown, with its words.
fn shown(page: &Page<'_>) -> Result<Vec<(String, String)>> {
    let all = page.eval(&format!(
        "[...document.querySelectorAll('{PLACES} li[data-province]')].map((e) => [e.dataset.province, e.textContent])"
    ))?;
    Ok(serde_json::from_value(all)?)
}

fn places(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let averages = Averages::compute(&Factors::central());
    page.screen(words, "result")?;
    page.settled()?;
    page.wait_text(
        &format!("{PLACES} a[href='#answer']"),
        words.ui("places_answer")?,
    )?;
    let file = page.file("household.json", CHENGDU)?;
    page.import(words, &file)?;
    page.screen(words, "result")?;
    page.settled()?;
    let said = page
        .first(&format!("{PLACES} [data-place=CN-SC]"))?
        .text()?;
    let own = averages.of(Some(Province::Sichuan), None);
    let nation = averages.of(None, None);
    for kg in [own.per_person_kg(), nation.per_person_kg()] {
        // the page adds up parts that are rounded to a kilogram
        let near = (-3..=3).any(|off| said.contains(&grouped(kg.round() + f64::from(off))));
        ensure!(near, "{said}: not {kg}");
    }
    let few = shown(page)?;
    ensure!(few.len() == 5, "{few:?}");
    page.push(words, "all_provinces")?;
    page.wait("all provinces", || {
        Ok((shown(page)?.len() == 35).then_some(()))
    })?;
    page.first("#places-part")?.select("home")?;
    let home = |average: Average| average.domain_kg(Domain::Home);
    let mut expected: Vec<Province> = Province::all().collect();
    expected.sort_by(|one, other| {
        let kg = |province: &Province| home(averages.of(Some(*province), None)).round();
        kg(other).total_cmp(&kg(one))
    });
    let first = expected.first().context("no province")?.id();
    page.wait("the most at home first", || {
        Ok((shown(page)?.get(4).is_some_and(|(id, _)| id == first)).then_some(()))
    })?;
    for (id, text) in shown(page)?.into_iter().skip(4) {
        let province = Province::from_code(&id).context(id.clone())?;
        let kg = grouped(home(averages.of(Some(province), None)));
        ensure!(text.contains(&kg), "{text}: not {kg}");
        let mine = words.fill("place_mine", &[("place", "")])?;
        ensure!(text.contains(mine.trim()) == (id == "CN-SC"), "{text}");
    }
    page.screenshot(&format!("places-{}", page.visit.language))?;
    page.axe()
}

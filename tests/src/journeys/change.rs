//! What could change, in detail: years, rankings, reasons, the way back, what is set aside, a long plan on
//! paper.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tanlu_model::actions::{ActionId, Chosen};
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::OverYears;
use tanlu_model::plan::{Expected, OwnCost, Plan, Tariff};
use tanlu_model::uncertainty::{self, InBaseYear};
use tanlu_model::year::DEFAULT_SCENARIO;
use tanlu_model::{Answers, Factors};

use super::paper::pages_printed;
use super::{Journey, chromium};
use crate::model;
use crate::page::Page;
use crate::visit::Visit;
use crate::words::{Words, grouped, rough};

const SHANGHAI: &str = include_str!("../../../model/personas/shanghai_two_cars.json");

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let desktop = Visit::default;
    let english = || Visit::default().in_english();
    vec![
        chromium("a plan: its years, in Chinese", desktop(), years),
        chromium("a plan: rankings, in Chinese", desktop(), rankings),
        chromium("a plan: rankings, in English", english(), rankings),
        chromium("a plan: reasons, in English", english(), reasons),
        chromium(
            "a plan: done already is taken back, in Chinese",
            desktop(),
            taken_back,
        ),
        chromium(
            "a plan: done already is taken back, in English",
            english(),
            taken_back,
        ),
        chromium(
            "a plan: an own answer is led to, in English",
            english(),
            led,
        ),
        chromium(
            "a plan: what is assumed leads to its question, in Chinese",
            desktop(),
            assumed,
        ),
        chromium(
            "a plan: own costs and prices, in Chinese",
            desktop(),
            own_costs,
        ),
        chromium(
            "a plan: own costs and prices, in English",
            english(),
            own_costs,
        ),
        chromium("a plan alone is cleared, in Chinese", desktop(), cleared),
        chromium(
            "a plan of thirty actions on one sheet, in Chinese",
            desktop(),
            thirty,
        ),
        chromium(
            "a plan of thirty actions on one sheet, in English",
            english(),
            thirty,
        ),
    ]
}

/// The screen, with this household.
fn open(page: &Page<'_>, words: &Words, text: &str) -> Result<()> {
    let file = page.file("household.json", text)?;
    page.import(words, &file)?;
    page.screen(words, "change")?;
    page.settled()?;
    page.first("section[aria-labelledby=choose] > button.quiet")?
        .click()
}

/// The values that a field offers.
fn offered(page: &Page<'_>, field: &str) -> Result<Vec<String>> {
    let list = format!("[...document.querySelectorAll('{field} option')].map(it => it.value)");
    let found = page.eval(&list)?;
    let found = found.as_array().context("no options")?.iter();
    Ok(found.filter_map(Value::as_str).map(str::to_owned).collect())
}

/// The actions in their order.
fn listed(page: &Page<'_>) -> Result<Vec<String>> {
    let list = "[...document.querySelectorAll('.actions > li')].map(it => it.dataset.action)";
    let found = page.eval(list)?;
    let found = found.as_array().context("no actions")?.iter();
    Ok(found.filter_map(Value::as_str).map(str::to_owned).collect())
}

fn years(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let steps = [("led_lamps", 2024), ("hybrid_car", 2027), ("ev", 2035)];
    open(page, words, &model::planned_from(SHANGHAI, &steps)?)?;
    // a year before those that are offered is shown, and can be left
    ensure!(
        page.first("#from-led_lamps")?.value()? == "2024",
        "another year"
    );
    let offers = offered(page, "#from-led_lamps")?;
    ensure!(
        offers.starts_with(&["2024".into(), "2026".into()]),
        "{offers:?}"
    );
    let offers = offered(page, "#from-ev")?;
    ensure!(
        offers.first().is_some_and(|first| first == "2026"),
        "{offers:?}"
    );
    page.first("#from-led_lamps")?.select("2030")?;
    page.wait("the year", || {
        let plan = model::read_plan(&page.kept_file()?)?;
        let step = plan.step(ActionId::LedLamps).map(|step| step.from);
        Ok((step == Some(2030)).then_some(()))
    })?;
    ensure!(
        page.first("#from-led_lamps")?.value()? == "2030",
        "another year"
    );
    // the hybrid counts until the electric car
    let hybrid = words.action(ActionId::HybridCar)?;
    let electric = format!("“{}”", words.action(ActionId::ElectricCar)?);
    let values = [("action", hybrid), ("year", "2035"), ("others", &electric)];
    let said = words.fill("aside_from", &values)?;
    page.wait_text("section[aria-labelledby=together] ul.plain", &said)
}

fn rankings(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, SHANGHAI)?;
    let facts = |action: &str| {
        page.text_of(&format!(
            ".actions > li[data-action={action}] .head > .note"
        ))
    };
    // money that is gained is said the other way round
    let gains = words.beginning("tonne_gains")?;
    ensure!(
        facts("standby_off")?.contains(gains),
        "{}",
        facts("standby_off")?
    );
    let costs = words.ui("tonne_costs")?.split("{yuan}");
    for part in costs {
        ensure!(
            facts("green_power")?.contains(part),
            "{}",
            facts("green_power")?
        );
    }
    let by = words.ui("by_until_last")?;
    page.by_label(words.ui("rank")?)?.select(by)?;
    page.wait_text(
        "section[aria-labelledby=choose]",
        words.beginning("until_help")?,
    )?;
    let answers = model::read(SHANGHAI)?;
    let draws = uncertainty::draws(&answers, model::world(), InBaseYear::of(Gas::Co2e));
    let all = ActionId::ALL.iter().copied().map(Chosen::usual);
    let mut over = OverYears::new(all, 2027..=2060, Gas::Co2e, DEFAULT_SCENARIO, 8);
    while over.step(&draws, model::world()) {}
    let over = over.finish();
    let of = |id: &str| {
        let mut known = over.iter();
        let known = known.find(|(chosen, _)| chosen.action.id() == id);
        known.map(|(_, band)| *band).with_context(|| id.to_owned())
    };
    // the order and the figures follow the draws, once these were looked at
    let first = listed(page)?.first().cloned().context("no action")?;
    page.wait_text(
        &format!(".actions > li[data-action={first}] .head > .note"),
        &rough(of(&first)?.p95, 2),
    )?;
    let mut before = f64::INFINITY;
    for id in listed(page)? {
        let band = of(&id)?;
        ensure!(band.p50 <= before, "{id}: {band:?} after {before}");
        before = band.p50;
        let shown = match band.p50.abs() < 1000.0 {
            true => grouped(band.p50.abs()),
            false => rough(band.p50.abs(), 3),
        };
        ensure!(
            facts(&id)?.contains(&shown),
            "{id}: {shown}: {}",
            facts(&id)?
        );
    }
    page.screenshot(&format!("plan-until-{}", page.visit.language))
}

fn reasons(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, SHANGHAI)?;
    for (action, expected) in [
        ("less_beef_mutton", &["", "health", "other"][..]),
        (
            "ev",
            &[
                "",
                "no_lift_or_charger",
                "no_service_nearby",
                "cost",
                "other",
            ][..],
        ),
        // no district heat
        (
            "new_windows",
            &["", "rented", "landlord", "cost", "other"][..],
        ),
    ] {
        let row = format!(".actions > li[data-action={action}]");
        page.first(&format!("{row} button.line"))?.click()?;
        page.first(&format!("#cannot-{action}"))?;
        let found = offered(page, &format!("#cannot-{action}"))?;
        ensure!(found == expected, "{action}: {found:?}");
    }
    Ok(())
}

/// Says that something is done already, in its details.
fn say_done(page: &Page<'_>, words: &Words, action: &str) -> Result<()> {
    let row = format!(".actions > li[data-action={action}]");
    page.first(&format!("{row} button.line"))?.click()?;
    let button = page.first(&format!("{row} .working .strength > button"))?;
    ensure!(button.name()? == words.ui("already")?, "{}", button.name()?);
    button.click()?;
    page.wait("it is marked", || Ok((!page.shows(&row)?).then_some(())))?;
    list_what_is_closed(page)
}

/// Opens the list of what cannot be chosen, if it is not open.
fn list_what_is_closed(page: &Page<'_>) -> Result<()> {
    let list = page.first("#not-now")?;
    if list.attribute("aria-expanded")?.as_deref() == Some("false") {
        list.click()?;
    }
    Ok(())
}

/// The way back of an action in the list of what cannot be chosen.
fn way_back(action: &str) -> String {
    format!("#not-now ~ ul > li[data-action={action}] > button")
}

fn answers_of(page: &Page<'_>) -> Result<Answers> {
    model::read(&page.kept_file()?)
}

fn taken_back(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, SHANGHAI)?;
    let before = answers_of(page)?;
    say_done(page, words, "standby_off")?;
    ensure!(answers_of(page)? != before, "no answer changed");
    let marked = page.kept_file()?;
    let back = page.first(&way_back("standby_off"))?;
    ensure!(back.name()? == words.ui("not_already")?, "{}", back.name()?);
    back.click()?;
    page.first(".actions > li[data-action=standby_off]")?;
    ensure!(answers_of(page)? == before, "other answers than before");
    page.wait_for("document.activeElement.id === 'not-now'")?;
    page.wait_text("#not-now + [role=status]", words.label("standby")?)?;
    // one step
    page.first(".undo")?.click()?;
    page.wait("it is marked again", || {
        let plan = model::read_plan(&page.kept_file()?)?;
        Ok(plan.already.contains(&ActionId::StandbyOff).then_some(()))
    })?;
    ensure!(page.kept_file()? == marked, "not the step before");
    // nothing is said any more
    ensure!(!page.shows("#not-now + [role=status]")?, "it is still said");
    Ok(())
}

fn led(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, SHANGHAI)?;
    // a list that says otherwise is the household's own to change
    page.first(".actions > li[data-action=ev] button.line")?
        .click()?;
    let cars = [("question", words.label("cars")?)];
    page.by_role("button", &words.fill("already_listed", &cars)?)?;
    say_done(page, words, "induction_cooking")?;
    let label = words.label("cooking")?;
    let said = words.fill("change_answer", &[("question", label)])?;
    let back = page.first(&way_back("induction_cooking"))?;
    ensure!(back.name()? == said, "{}", back.name()?);
    back.click()?;
    page.first(".page[data-screen=answer]")?;
    page.wait_for("document.activeElement.id === 'ask-cooking'")?;
    let plan = model::read_plan(&page.kept_file()?)?;
    ensure!(plan.already.is_empty(), "still marked");
    // the answer is the household's to change
    page.first("#ask-cooking input[value=piped_gas]")?.click()?;
    page.screen(words, "change")?;
    page.first(".actions > li[data-action=induction_cooking]")
        .map(drop)
}

fn assumed(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, r#"{"format": 2, "answers": {}}"#)?;
    list_what_is_closed(page)?;
    let question = [("question", words.label("cars")?)];
    let said = words.fill("give_answer", &question)?;
    page.wait_text("#not-now ~ ul", words.ui("not_said")?)?;
    page.by_role("button", &said)?.click()?;
    page.wait_for("document.activeElement.id === 'ask-cars'")?;
    page.answer(words, "cars", &Value::Array(Vec::new()))?;
    page.screen(words, "change")?;
    let said = words.fill("change_answer", &question)?;
    list_what_is_closed(page)?;
    page.by_role("button", &said).map(drop)
}

/// What an action costs here, and what is paid here: numbers or ranges, kept with the plan, refused with what is
/// allowed, taken back by an empty field.
fn own_costs(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, SHANGHAI)?;
    let row = ".actions > li[data-action=ev]";
    page.first(&format!("{row} button.line"))?.click()?;
    let own = || -> Result<Option<OwnCost>> {
        let plan = model::read_plan(&page.kept_file()?)?;
        Ok(plan.cost(ActionId::ElectricCar))
    };
    let [upfront, life] = ["cost-ev-upfront", "cost-ev-life"];
    let enter = |id: &str, text: &str| page.first(&format!("#{id}"))?.fill(text);
    let table = page.first(&format!("#{upfront}"))?.value()?;
    enter(upfront, "3万～4万")?;
    enter(life, "12")?;
    let (low, high) = (30_000.0, 40_000.0);
    let told = OwnCost {
        upfront: Some(Expected { low, high }),
        running: None,
        life: Some(Expected::exactly(12.0)),
    };
    page.wait("the own cost", || Ok((own()? == Some(told)).then_some(())))?;
    page.wait_text(row, "35,000")?;
    enter(life, "15-12")?;
    let bounds = [("low", "1"), ("high", "100")];
    let said = words.fill("range_wrong", &bounds)?;
    page.wait_text(&format!("#{life}-error"), &said)?;
    ensure!(own()? == Some(told), "the refused life is kept");
    for id in [upfront, life] {
        enter(id, "")?;
    }
    page.wait("the table", || Ok(own()?.is_none().then_some(())))?;
    let again = page.first(&format!("#{upfront}"))?.value()?;
    ensure!(again == table, "{again} in place of {table}");
    // a dearer kilowatt-hour makes saved ones worth more, by the median of the draws and in its band
    let saved = |own: &[(Tariff, Expected)]| -> Result<String> {
        let mut plan = Plan::none();
        plan.prices = own.to_vec();
        let yuan = model::outcome(SHANGHAI, ActionId::StandbyOff, &plan)?.yuan;
        ensure!(0.0 <= yuan.p05 && yuan.p95 < 1000.0, "{yuan:?}");
        let band = [("low", &*rough(yuan.p05, 2)), ("high", &rough(yuan.p95, 2))];
        let band = words.fill("band", &band)?;
        let values = [("value", &*grouped(yuan.p50)), ("band", &band)];
        words.fill("with_band", &values)
    };
    let own = [(
        Tariff::Electricity,
        Expected {
            low: 1.0,
            high: 1.4,
        },
    )];
    let facts = ".actions > li[data-action=standby_off] .head > .note";
    page.wait_text(facts, &saved(&[])?)?;
    page.first("#tariffs")?.click()?;
    enter("tariff-electricity", "1–1.4")?;
    page.wait_text(facts, &saved(&own)?)?;
    let plan = model::read_plan(&page.kept_file()?)?;
    ensure!(plan.prices == own, "{:?}", plan.prices);
    page.screenshot(&format!("plan-own-prices-{}", page.visit.language))?;
    page.by_role("button", words.ui("tariffs_again")?)?
        .click()?;
    page.wait_text(facts, &saved(&[])?)
}

fn cleared(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, r#"{"format": 2, "answers": {}}"#)?;
    page.first("#do-led_lamps")?.click()?;
    page.wait("it is planned", || {
        let plan = model::read_plan(&page.kept_file()?)?;
        Ok((!plan.is_empty()).then_some(()))
    })?;
    page.screen(words, "keep")?;
    page.push(words, "clear_all")?;
    page.says(words, "cleared")?;
    let plan = model::read_plan(&page.kept_file()?)?;
    ensure!(plan.is_empty(), "{plan:?}");
    ensure!(
        page.by_role("button", words.ui("clear_all")?)?.disabled()?,
        "there is still something to clear"
    );
    Ok(())
}

fn thirty(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let home = model::resolve(&model::read(SHANGHAI)?);
    let factors = Factors::central();
    let open_to_it = ActionId::ALL
        .iter()
        .filter(|it| it.applies(&home, &factors).is_ok());
    let steps = open_to_it.zip(0..).map(|(it, at)| (it.id(), 2027 + at % 6));
    let steps: Vec<(&str, u16)> = steps.take(30).collect();
    ensure!(steps.len() == 30, "{} actions", steps.len());
    let file = model::planned_from(SHANGHAI, &steps)?;
    open(page, words, &file)?;
    // with a target
    page.by_label(words.ui("target")?)?
        .select(words.ui("target_own")?)?;
    page.by_label(words.ui("target_kg")?)?.fill("4321")?;
    page.push(words, "start")?;
    page.push(words, "stop")?;
    page.wait("the sheet", || {
        let sheet = page.eval("document.querySelector('.paper').textContent")?;
        let sheet = sheet.as_str().unwrap_or_default();
        Ok((sheet.contains("4,321") && sheet.contains("3%")).then_some(()))
    })?;
    let rows = page.eval("document.querySelectorAll('.paper tbody tr').length")?;
    // today, the end, and a row for all that ever does something
    let aside = model::read_plan(&file)?.set_aside(&home, &factors);
    let never = aside.iter().filter(|aside| aside.from.is_none()).count();
    ensure!(rows == 32 - never, "{rows} rows, {never} never do anything");
    let pages = pages_printed(page, &format!("plan-thirty-{}", page.visit.language))?;
    ensure!(pages == 1, "{pages} pages of paper");
    Ok(())
}

//! What could change: a plan chosen, sized, kept, printed, searched for.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tanlu_model::plan::Plan;

use super::keyboard::go_to;
use super::paper::pages_printed;
use super::{Journey, chromium};
use crate::family::CHENGDU;
use crate::faults::Faults;
use crate::model;
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

const HARBIN: &str = include_str!("../../../model/personas/harbin_retired_couple.json");
const SHANGHAI: &str = include_str!("../../../model/personas/shanghai_two_cars.json");

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let desktop = Visit::default;
    let english = || Visit::default().in_english();
    vec![
        chromium(
            "a plan of a couple in Harbin, in Chinese",
            desktop(),
            harbin,
        ),
        chromium(
            "a plan of a family in Shanghai, in English",
            english(),
            shanghai,
        ),
        chromium(
            "a plan: done already, and cannot, in Chinese",
            desktop(),
            marks,
        ),
        chromium("all that applies on one sheet, in Chinese", desktop(), all),
        chromium("all that applies on one sheet, in English", english(), all),
        chromium("a plan is found, in Chinese", desktop(), found),
        chromium(
            "a plan: a target out of reach, in Chinese",
            desktop(),
            out_of_reach,
        ),
        chromium("a plan by keyboard, in English", english(), by_keyboard),
        chromium(
            "a plan is for everyone, in Chinese",
            desktop(),
            for_everyone,
        ),
        chromium(
            "a plan is for everyone, on a phone in English",
            Visit::phone().in_english(),
            for_everyone,
        ),
    ]
}

const FIND: &str = "section[aria-labelledby=find]";

/// The screen, with this household and all actions in the list.
fn open(page: &Page<'_>, words: &Words, text: &str) -> Result<()> {
    let file = page.file("household.json", text)?;
    page.import(words, &file)?;
    page.screen(words, "change")?;
    page.settled()?;
    show_all(page)
}

fn show_all(page: &Page<'_>) -> Result<()> {
    page.first("section[aria-labelledby=choose] > button.quiet")?
        .click()
}

/// The plan that the browser keeps.
fn kept(page: &Page<'_>) -> Result<Plan> {
    model::read_plan(&page.kept_file()?)
}

/// Ticks an action.
fn choose(page: &Page<'_>, action: &str) -> Result<()> {
    page.first(&format!("#do-{action}"))?.click()?;
    page.wait(action, || {
        let kept = kept(page)?;
        let mut steps = kept.steps.iter();
        Ok(steps
            .any(|step| step.chosen.action.id() == action)
            .then_some(()))
    })
}

/// The saving that the page shows is the model's own for what the page keeps.
fn saves_what_the_model_says(page: &Page<'_>) -> Result<f64> {
    let wanted = model::saved(&page.kept_file()?)?;
    ensure!(wanted != 0.0, "nothing is saved");
    page.wait("the joint saving", || {
        let shown = page.first(".together")?.attribute("data-kg")?;
        let shown: f64 = shown.context("no saving")?.parse()?;
        Ok(((shown - wanted).abs() < 1e-9 * wanted.abs()).then_some(shown))
    })
}

/// Moves a slider by keyboard; the plan follows.
fn slide(page: &Page<'_>, action: &str, key: &str) -> Result<()> {
    let strength = || -> Result<f64> {
        let kept = kept(page)?;
        let mut steps = kept.steps.iter();
        let step = steps.find(|step| step.chosen.action.id() == action);
        Ok(step.context("not planned")?.chosen.strength)
    };
    let before = strength()?;
    page.first(&format!("#strength-{action}"))?.focus()?;
    page.press(&[key])?;
    page.wait("the slider", || Ok((strength()? != before).then_some(())))?;
    let focused = page.eval("document.activeElement.id")?;
    ensure!(
        focused == format!("strength-{action}"),
        "the slider loses the focus to {focused}"
    );
    Ok(())
}

/// On paper: the plan and where it leads, one sheet, nothing to press.
fn on_paper(page: &Page<'_>, name: &str) -> Result<()> {
    let pages = pages_printed(page, &format!("plan-{name}-{}", page.visit.language))?;
    ensure!(pages == 1, "{pages} pages of paper");
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    for there in [".sheet", ".paper .assumes", ".together", "p.leads"] {
        let shows = page.eval(&format!(
            "document.querySelector('{there}').checkVisibility()"
        ))?;
        ensure!(shows == true, "{there} is not on paper");
    }
    for away in [".actions", ".side", FIND, ".on-result", ".on-answer"] {
        ensure!(!page.shows(away)?, "{away} is on paper");
    }
    let buttons = page.all("button")?.len();
    ensure!(buttons == 0, "{buttons} buttons on paper");
    page.cdp("Emulation.setEmulatedMedia", &json!({ "media": "" }))
        .map(drop)
}

/// Chooses, sizes, prints; finds the plan again after a reload, and in a file.
fn planned(
    page: &mut Page<'_>,
    name: &str,
    text: &str,
    actions: &[&str],
    slider: &str,
) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, text)?;
    for action in actions {
        choose(page, action)?;
    }
    let usual = saves_what_the_model_says(page)?;
    // moves of one slider are one step
    for key in ["ArrowRight", "ArrowLeft", "ArrowRight"] {
        slide(page, slider, key)?;
    }
    page.first(".undo")?.click()?;
    ensure!(
        saves_what_the_model_says(page)? == usual,
        "the slider is not taken back at once"
    );
    slide(page, slider, "ArrowRight")?;
    let saved = saves_what_the_model_says(page)?;
    ensure!(saved != usual, "the slider changes nothing");
    let plan = kept(page)?;
    on_paper(page, name)?;
    page.screenshot(&format!("plan-{name}-{}", page.visit.language))?;
    page.reload()?;
    page.opens("change");
    show_all(page)?;
    ensure!(kept(page)? == plan, "another plan after the reload");
    ensure!(saves_what_the_model_says(page)? == saved, "another saving");
    ensure!(
        page.first(&format!("#do-{slider}"))?.checked()?,
        "not ticked"
    );
    let (exported, _) = page.export(words)?;
    page.afresh()?;
    page.import(words, &exported)?;
    page.screen(words, "change")?;
    ensure!(kept(page)? == plan, "another plan in the file");
    ensure!(saves_what_the_model_says(page)? == saved, "another saving");
    Ok(())
}

fn harbin(page: &mut Page<'_>) -> Result<()> {
    let first = serde_json::from_str::<Value>(HARBIN)?;
    ensure!(
        first.get("format") == Some(&1.into()),
        "the file has another format"
    );
    let actions = ["hot_water_less", "clothes_longer", "led_lamps"];
    planned(page, "harbin", HARBIN, &actions, "clothes_longer")
}

fn shanghai(page: &mut Page<'_>) -> Result<()> {
    let actions = ["fewer_flights", "ev", "food_waste_less"];
    planned(page, "shanghai", SHANGHAI, &actions, "fewer_flights")
}

/// The longest plan there is: every action that applies, on one sheet.
fn all(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let mut faults = Faults::default();
    for (name, text) in [
        ("harbin", HARBIN),
        ("shanghai", SHANGHAI),
        ("chengdu", CHENGDU.text),
    ] {
        let actions = model::applicable(text)?;
        ensure!(actions.len() > 35, "{name}: {} actions", actions.len());
        let file = page.file("all.json", &model::planned(text, &actions, 2027)?)?;
        page.import(words, &file)?;
        page.screen(words, "change")?;
        page.settled()?;
        saves_what_the_model_says(page)?;
        faults.note(on_paper(page, &format!("all-{name}")).context(name));
    }
    faults.end()
}

/// An action's row in the list.
fn row(action: &str) -> String {
    format!(".actions > li[data-action={action}]")
}

fn gone(page: &Page<'_>, action: &str) -> Result<()> {
    page.wait("it is hidden", || {
        Ok((!page.shows(&row(action))?).then_some(()))
    })
}

fn marks(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, SHANGHAI)?;
    let before = page.kept_answers()?;
    let (done, cannot) = ("standby_off", "efficient_appliances");
    page.first(&format!("{} button.line", row(done)))?.click()?;
    let button = page.first(&format!("{} .working .strength > button", row(done)))?;
    ensure!(button.name()? == words.ui("already")?, "{}", button.name()?);
    button.click()?;
    gone(page, done)?;
    let marked = kept(page)?.already.iter().any(|action| action.id() == done);
    ensure!(marked, "not marked as done");
    ensure!(page.kept_answers()? != before, "no answer changed");
    page.first(&format!("{} button.line", row(cannot)))?
        .click()?;
    page.first(&format!("#cannot-{cannot}"))?.focus()?;
    page.press(&["ArrowDown"])?;
    gone(page, cannot)?;
    let plan = kept(page)?;
    ensure!(plan.cannot.len() == 1, "{:?}", plan.cannot);
    page.by_role("heading", words.ui("cannot")?)?;
    // what would make it possible, with its kilograms
    let unlock = page.text_of("h3 + ul.plain > li")?;
    ensure!(unlock.chars().any(|c| c.is_ascii_digit()), "{unlock}");
    // and their band, once the draws are there
    let open = words.ui("with_band")?.chars().find(|c| "(（".contains(*c));
    let open = open.context("no bracket")?.to_string();
    page.wait_text("h3 + ul.plain > li", &open)?;
    page.by_role("button", words.beginning("can_again")?)?
        .click()?;
    page.first(&row(cannot)).map(drop)
}

/// Waits for what the search says, for longer than the page may otherwise take.
fn says(page: &Page<'_>, part: &str) -> Result<String> {
    let said = format!("{FIND} > [role=status]");
    let mut last = page.wait_text(&said, part);
    for _ in 0..8 {
        if last.is_ok() {
            break;
        }
        last = page.wait_text(&said, part);
    }
    last?;
    page.text_of(&said)
}

fn own_target(page: &Page<'_>, words: &Words, kg: &str) -> Result<()> {
    page.by_label(words.ui("target")?)?
        .select(words.ui("target_own")?)?;
    page.by_label(words.ui("target_kg")?)?.fill(kg)
}

fn found(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, HARBIN)?;
    own_target(page, words, "5000")?;
    page.by_label(words.ui("target_year")?)?.select("2030")?;
    page.push(words, "start")?;
    let said = says(page, words.beginning("reached")?)?;
    ensure!(said.contains('%'), "no probability: {said}");
    page.push(words, "take")?;
    page.wait("the plan is taken", || {
        Ok((!kept(page)?.steps.is_empty()).then_some(()))
    })?;
    saves_what_the_model_says(page)?;
    page.push(words, "take_back")?;
    page.wait("the plan of before", || {
        Ok(kept(page)?.steps.is_empty().then_some(()))
    })?;
    page.wait_for("document.activeElement.id === 'find-take'")
}

fn out_of_reach(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    open(page, words, HARBIN)?;
    own_target(page, words, "100")?;
    page.push(words, "start")?;
    page.first(&format!("{FIND} progress"))?;
    // the page stays usable
    choose(page, "led_lamps")?;
    page.push(words, "stop")?;
    says(page, words.ui("stopped")?)?;
    ensure!(!page.shows(&format!("{FIND} progress"))?, "it goes on");
    page.push(words, "start")?;
    let said = says(page, words.beginning("not_reached")?)?;
    ensure!(said.contains(words.beginning("gap")?), "no gap: {said}");
    // a changed answer makes it another household
    page.open_part(words, "home")?;
    page.by_label(words.label("members")?)?.fill("3")?;
    page.press(&["Tab"])?;
    page.screen(words, "change")?;
    says(page, words.ui("outdated")?).map(drop)
}

fn by_keyboard(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let file = page.file("household.json", HARBIN)?;
    page.import(words, &file)?;
    page.settled()?;
    go_to(page, "Shift+Tab", ".screens a[href='#change']")?;
    page.press(&["Enter"])?;
    page.on_screen(words, "change")?;
    page.first(".actions > li")?;
    go_to(page, "Tab", "#find-target")?;
    page.press(&["End"])?;
    page.first("#find-kg")?;
    go_to(page, "Tab", "#find-kg")?;
    page.press(&["4", "5", "0", "0"])?;
    go_to(page, "Tab", &format!("{FIND} > .row > button"))?;
    page.press(&["Enter"])?;
    says(page, words.beginning("reached")?)?;
    page.wait_for("document.activeElement.localName === 'button'")?;
    go_to(page, "Tab", "#find-take")?;
    page.press(&["Space"])?;
    page.wait("the plan is taken", || {
        Ok((!kept(page)?.steps.is_empty()).then_some(()))
    })?;
    go_to(page, "Tab", ".actions input[type=checkbox]")?;
    page.press(&["Space"])?;
    go_to(page, "Tab", "section[aria-labelledby=guess] button")?;
    page.press(&["Enter"])?;
    page.first("section[aria-labelledby=guess] .lines")?;
    // how sure it is
    page.wait_text(
        "section[aria-labelledby=guess] [role=status]",
        words.beginning("guess_sure")?.trim(),
    )?;
    go_to(
        page,
        "Tab",
        "section[aria-labelledby=guess] div > .row:last-child > button",
    )?;
    page.press(&["Enter"])?;
    page.wait_for("document.activeElement.id.startsWith('guess-')")
}

/// Axe in both colours, and nothing that makes the page scroll sideways.
fn sound(page: &Page<'_>, state: &str) -> Result<()> {
    page.screenshot(&format!(
        "plan-{state}-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    for colours in ["light", "dark"] {
        page.emulate(&[("prefers-color-scheme", colours)])?;
        page.axe().with_context(|| format!("{state}, {colours}"))?;
    }
    let wide = page.eval("document.documentElement.scrollWidth - innerWidth")?;
    ensure!(
        wide.as_f64().is_some_and(|wide| wide <= 0.0),
        "{state}: {wide} too wide"
    );
    Ok(())
}

fn for_everyone(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let mut faults = Faults::default();
    open(page, words, SHANGHAI)?;
    faults.note(sound(page, "empty"));
    for action in ["ev", "fewer_flights", "drive_less"] {
        choose(page, action)?;
    }
    page.first(&format!("{} button.line", row("ev")))?.click()?;
    page.first(".on-change .working")?;
    own_target(page, words, "x")?;
    page.wait_text("#find-kg-error", words.ui("target_wrong")?)?;
    faults.note(sound(page, "chosen"));
    page.by_label(words.ui("target_kg")?)?.fill("5500")?;
    page.push(words, "start")?;
    says(page, words.beginning("reached")?)?;
    page.first("section[aria-labelledby=guess] button")?
        .click()?;
    page.first("section[aria-labelledby=guess] .lines")?;
    faults.note(sound(page, "found"));
    page.emulate(&[("forced-colors", "active")])?;
    page.screenshot(&format!("plan-forced-{}", page.visit.width))?;
    // the browser takes the system's colours for text, axe still sees the page's
    faults.note(
        page.axe_without(&["color-contrast"])
            .context("forced colours"),
    );
    faults.end()
}

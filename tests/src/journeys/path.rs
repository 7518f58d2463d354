//! The path: the household's own, the nation's, those who join. Every sentence says what the model says.

use anyhow::{Context, Result, ensure};
use tanlu_model::actions::{ActionId, Chosen, not_said};
use tanlu_model::choice::Choice;
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::levers::{Lever, LeverBands, Means, effects, supposed};
use tanlu_model::pathway::nation::{
    BEHIND, budgets, default_sink, equal_share_gt, measured, peak_of_history,
};
use tanlu_model::pathway::{
    Campaign, NationalLine, NationalPath, OwnPath, Reach, ScaleBands, ScaleUp, WedgeBands, Wedges,
};
use tanlu_model::plan::{self, Plan, Step, Tariff};
use tanlu_model::rows::{DataSet, power_price_response};
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::year::{DEFAULT_SCENARIO, YearIndex};
use tanlu_model::{Answers, Factors, file};

use super::paper::pages_printed;
use super::{Journey, chromium, own};
use crate::faults::Faults;
use crate::model::{self, Drawn};
use crate::page::Page;
use crate::visit::Visit;
use crate::words::{Words, grouped, kept, rough, significant};

const HARBIN: &str = include_str!("../../../model/personas/harbin_retired_couple.json");
const SHANGHAI: &str = include_str!("../../../model/personas/shanghai_two_cars.json");
const RURAL: &str = include_str!("../../../model/personas/rural_coal_stove.json");
const YUNNAN: &str = include_str!("../../../model/personas/plant_eaters_yunnan.json");
const NATION: &str = "section[aria-labelledby=nation]";
const CHENGDU: &str = include_str!("../../../model/personas/chengdu_family.json");
/// What a kilowatt-hour costs these households.
const OWN_PRICE: plan::Expected = plan::Expected {
    low: 0.8,
    high: 1.0,
};

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let english = || Visit::default().in_english();
    vec![
        chromium(
            "the path says what the model says, in Chinese",
            Visit::default(),
            says_what_the_model_says,
        ),
        chromium(
            "the path says what the model says, in English",
            english(),
            says_what_the_model_says,
        ),
        chromium(
            "the path is for everyone, in Chinese",
            Visit::default(),
            for_everyone,
        ),
        chromium(
            "the path is for everyone, on a phone in English",
            Visit::phone().in_english(),
            for_everyone,
        ),
    ]
}

/// A household of the file with a plan.
fn with_plan(text: &str, steps: &[(ActionId, u16)]) -> Result<(Answers, Plan, String)> {
    let answers = model::read(text)?;
    let mut plan = Plan::none();
    // power is dear at this place
    plan.prices = vec![(Tariff::Electricity, OWN_PRICE)];
    for (action, from) in steps {
        plan.choose(Step {
            chosen: Chosen::usual(*action),
            from: *from,
        });
    }
    let text = file::write(&answers, &plan, &[], &|number| number.to_string());
    Ok((answers, plan, text))
}

/// What the model says of a plan and a campaign beside a line.
struct Expected {
    line: NationalLine,
    scale: ScaleUp,
    campaign: Campaign,
    wedges: Wedges,
    bands: WedgeBands,
    /// What the household alone takes off the nation's in 2030, kg.
    alone: Quantiles,
}

impl Expected {
    fn of(answers: &Answers, plan: &Plan, campaign: Campaign, path: NationalPath) -> Self {
        let factors = Factors::central();
        let home = model::resolve(answers);
        let scenario = path.of_households();
        let scale = ScaleUp::of(&home, plan, scenario, &factors);
        let line = path.line();
        let draws = Drawn::of(answers).draws;
        let mut bands = ScaleBands::new(scale.clone(), plan, scenario, &draws);
        while bands.step(&draws, model::world()) {}
        Self {
            wedges: scale.under(&campaign),
            alone: bands.off_the_nation(2030),
            bands: bands.under(&campaign, &line),
            line,
            scale,
            campaign,
        }
    }

    /// The sentence about something, as the page must say it.
    fn sentence(&self, words: &Words, about: &str, answers: &Answers) -> Result<String> {
        let saving = self.wedges.saving();
        let mt = |year| saving.mt(year).unwrap_or_default();
        let all = |year| self.line.mt(year).unwrap_or_default();
        let mass = |mt: f64| words.mass(mt);
        let gt = |gt: f64| words.mass(gt * 1e3);
        // with bare numbers in the unit of the amount; what is told as its opposite turns around
        let likely = |said: String, band: [f64; 2], opposite: bool, of: &dyn Fn(f64) -> String| {
            let [low, high] = match (opposite, band) {
                (true, [low, high]) => [-high, -low],
                (false, band) => band,
            };
            let values = [("value", &*said), ("low", &of(low)), ("high", &of(high))];
            words.fill("said_likely", &values)
        };
        let ends = |band: Quantiles| [band.p05, band.p95];
        let listed = |key: &str, actions: Vec<ActionId>| -> Result<String> {
            ensure!(!actions.is_empty(), "{key}: of nothing");
            let names = actions.iter().map(|action| words.action(*action));
            let names: Result<Vec<&str>> = names.collect();
            words.fill(key, &[("list", &names?.join(words.ui("list_comma")?))])
        };
        match about {
            "alone" => {
                let begins = self.scale.begins(0);
                if let Some((first, _)) = begins.filter(|(first, _)| *first > 2030) {
                    let values = [("year", "2030"), ("first", &*first.to_string())];
                    return words.fill("said_alone_later", &values);
                }
                let own = self.scale.off_the_nation(2030);
                let band = ends(self.alone);
                if own.abs() < 0.5 && band.iter().all(|kg| kg.abs() < 0.5) {
                    return words.fill("said_alone_hardly", &[("year", "2030")]);
                }
                let parts = own.abs() / (all(2030) * 1e9) * 1e10;
                let kg = words.fill("kilograms", &[("kg", &grouped(own.abs()))])?;
                let kg = likely(kg, band, own < 0.0, &|kg| rough(kg, 2))?;
                let values = [
                    ("year", "2030"),
                    ("kg", &*kg),
                    ("parts", &significant(parts, 2)),
                ];
                let key = if own < 0.0 {
                    "said_alone_more"
                } else {
                    "said_alone"
                };
                words.fill(key, &values)
            }
            "joined" => {
                let home = model::resolve(answers);
                let kind = words
                    .option("settlement", home.settlement.id())?
                    .to_ascii_lowercase();
                let who = match self.campaign.reach {
                    Reach::LikeMine => words.fill("reach_like_mine", &[("kind", &kind)])?,
                    Reach::Province => words.ui("reach_province")?.to_owned(),
                    Reach::Nation => words.ui("reach_nation")?.to_owned(),
                };
                let asked = self.scale.households(self.campaign.reach);
                let nothing = |mt: f64| mt.abs() < 1e-6;
                let band = |year| self.bands.year(year).context("no band");
                let mut largest = mt(2030).abs().max(mt(2060).abs());
                if nothing(largest) {
                    for year in [2030, 2060] {
                        let band = band(year)?;
                        largest = largest.max(band.p05.abs()).max(band.p95.abs());
                    }
                }
                let unit = words.mass_unit(largest);
                let from = self.campaign.from;
                let (first, last) = self.scale.begins(from).context("no step")?;
                let steps = if last > first {
                    words.fill("steps_later", &[("last", &last.to_string())])?
                } else if first > from {
                    words.ui("steps_begin")?.to_owned()
                } else {
                    String::new()
                };
                let change = |year: u16| {
                    if year < first {
                        return words.ui("not_begun").map(str::to_owned);
                    }
                    let (mt, band) = (mt(year), band(year)?);
                    if [mt, band.p05, band.p95].into_iter().all(nothing) {
                        return words.at(&["ui", "path", "no_change"]).map(str::to_owned);
                    }
                    if nothing(mt) {
                        let hardly = words.ui("hardly")?;
                        let (low, high) = (unit.number(band.p05), words.mass_in(unit, band.p95)?);
                        let values = [("value", hardly), ("low", &low), ("high", &high)];
                        return words.fill("said_likely", &values);
                    }
                    let key = if mt < 0.0 { "mass_more" } else { "mass_less" };
                    let said = words.fill(key, &[("mt", &words.mass_in(unit, mt.abs())?)])?;
                    likely(said, ends(band), mt < 0.0, &|mt| unit.number(mt))
                };
                let told_by = self.campaign.reach.told_by();
                let assumed = match told_by.iter().all(|it| answers.knows(*it)) {
                    true => "",
                    false => words.ui("not_said")?,
                };
                let values = [
                    ("who", &*who),
                    ("assumed", assumed),
                    ("households", &words.many(asked)?),
                    ("percent", &format!("{:.0}%", 100.0 * self.campaign.joining)),
                    ("from", &first.to_string()),
                    ("steps", &steps),
                    ("early", &change(2030)?),
                    ("late", &change(2060)?),
                ];
                words.fill("said_joined", &values)
            }
            "share" => {
                let band = self.bands.year(2030).context("no band")?;
                let percent = |mt: f64| format!("{}%", kept(100.0 * mt / all(2030), 2));
                let (key, low, high) = match mt(2030) < 0.0 {
                    true => ("said_share_more", -band.p95, -band.p05),
                    false => ("said_share", band.p05, band.p95),
                };
                let values = [
                    ("year", "2030"),
                    ("percent", &*percent(mt(2030).abs())),
                    ("low", &percent(low)),
                    ("high", &percent(high)),
                ];
                words.fill(key, &values)
            }
            "sum" => {
                let band = ends(self.bands.cumulative_gt).map(|gt| gt * 1e3);
                let sum = saving.cumulative_gt() * 1e3;
                let all = gt(self.line.cumulative_gt())?;
                if sum.abs() < 1e-6 {
                    return words.fill("said_sum_hardly", &[("all", &all)]);
                }
                let unit = words.mass_unit(sum);
                let more = sum < 0.0;
                let sum = likely(mass(sum.abs())?, band, more, &|mt| unit.number(mt))?;
                let values = [("sum", &*sum), ("all", &all)];
                words.fill(if more { "said_sum_more" } else { "said_sum" }, &values)
            }
            "peak" => {
                let with = self.wedges.off(&self.line);
                let peaks = (self.line.peak(), with.peak());
                let (Some(before), Some(after)) = peaks else {
                    anyhow::bail!("no peak");
                };
                let year = before.year.to_string();
                if before.year == 2025 {
                    return words.fill("said_peak_past", &[("year", &year)]);
                }
                let key = if before.mt < after.mt {
                    "said_peak_rises"
                } else if before.year == after.year
                    || self
                        .line
                        .mt(after.year)
                        .is_some_and(|mt| before.mt - mt < 1.0)
                {
                    "said_peak_same"
                } else {
                    "said_peak_moved"
                };
                let lower = before.mt - after.mt;
                let unit = words.mass_unit(lower);
                let band = self.bands.peak_mt;
                let band = [before.mt - band.p95, before.mt - band.p05];
                let by = words.mass_in(unit, lower.abs())?;
                let by = likely(by, band, lower < 0.0, &|mt| unit.number(mt))?;
                let values = [
                    ("year", &*year),
                    ("then", &after.year.to_string()),
                    ("lower", &by),
                    ("before", &words.height(before.mt)?),
                    ("after", &words.height(after.mt)?),
                ];
                words.fill(key, &values)
            }
            "zero" => {
                let sink = default_sink();
                let with = self.wedges.off(&self.line);
                let (before, after) = (self.line.net_zero(sink), with.net_zero(sink));
                let key = match (before, after) {
                    (None, None) => "said_zero_never",
                    (None, Some(_)) => "said_zero_only_with",
                    (Some(before), Some(after)) if before != after => "said_zero_with",
                    (Some(_), _) => "said_zero",
                };
                let said = |year: Option<u16>| year.map_or(String::new(), |year| year.to_string());
                let values = [
                    ("sink", &*mass(sink)?),
                    ("year", &said(before)),
                    ("then", &said(after)),
                ];
                words.fill(key, &values)
            }
            "budget" => {
                let held = budgets().map(|budget| {
                    let share = equal_share_gt(budget).context("no share")?;
                    let used = self.line.used_up(budget).map(|year| year.to_string());
                    let key = match used {
                        Some(_) => "budget_used",
                        None => "budget_lasts",
                    };
                    let values = [
                        ("warming", &*budget.warming.to_string()),
                        ("share", &gt(share)?),
                        ("used", &used.unwrap_or_default()),
                    ];
                    words.fill(key, &values)
                });
                let held: Result<Vec<String>> = held.collect();
                let values = [
                    ("all", &*gt(self.line.cumulative_gt())?),
                    ("budgets", &held?.join(words.ui("and")?)),
                ];
                words.fill("said_budget", &values)
            }
            "already" => listed("said_already", self.wedges.assumed()),
            "idle" => listed("said_idle", self.wedges.idle()),
            "outpaced" => listed("said_outpaced", self.wedges.outpaced()),
            "uncounted" => listed("said_uncounted", self.wedges.uncounted()),
            "moot" => {
                ensure!(!self.scale.aside().is_empty(), "moot: of nothing");
                let moot = self.scale.aside().iter().map(|aside| {
                    let (action, why) = (words.action(aside.action)?, words.why_not(aside.why)?);
                    words.fill("moot_of", &[("action", action), ("why", why)])
                });
                let moot: Result<Vec<String>> = moot.collect();
                let list = moot?.join(words.ui("list_comma")?);
                words.fill("said_moot", &[("list", &list)])
            }
            "province" => Ok(words.ui("said_province")?.to_owned()),
            "more" => {
                let key = if self.scale.off_the_nation(2030) < 0.0 {
                    "said_more"
                } else {
                    "said_more_together"
                };
                Ok(words.ui(key)?.to_owned())
            }
            "nobody" => Ok(words.ui("said_nobody")?.to_owned()),
            "not_confirmed" => {
                let known = BEHIND.filter_map(|year| Some((year, measured(DataSet::Gcb, year)?)));
                let known: Vec<(u16, f64)> = known.collect();
                let (peak, confirmed) = peak_of_history(&known).context("no history")?;
                ensure!(!confirmed, "the peak is confirmed");
                let values = [
                    ("year", &*peak.year.to_string()),
                    ("mt", &words.total_said(peak.mt)?),
                ];
                words.fill("said_not_confirmed", &values)
            }
            other => anyhow::bail!("a sentence that nobody checks: {other}"),
        }
    }
}

/// Every sentence of the nation's card, by what it is about.
fn sentences(page: &Page<'_>) -> Result<Vec<(String, String)>> {
    let all = page.eval(
        "[...document.querySelectorAll('[data-said]')].map((e) => [e.dataset.said, e.textContent])",
    )?;
    Ok(serde_json::from_value(all)?)
}

/// All sentences are the model's; `some` of them must be there.
fn says(
    page: &Page<'_>,
    words: &Words,
    expected: &Expected,
    answers: &Answers,
    some: &[&str],
) -> Result<()> {
    let mut last = Faults::default();
    let waited = page.wait("the sentences of the model", || {
        last = wrong(&sentences(page)?, words, expected, answers, some);
        Ok(last.none().then_some(()))
    });
    if waited.is_err() {
        return last.end();
    }
    Ok(())
}

/// What of the sentences is not the model's, and what is missing.
fn wrong(
    said: &[(String, String)],
    words: &Words,
    expected: &Expected,
    answers: &Answers,
    some: &[&str],
) -> Faults {
    let mut faults = Faults::default();
    for about in some {
        let there = said.iter().any(|(of, _)| of == about);
        let there = there.then_some(());
        faults.note(there.with_context(|| format!("nothing is said of {about}")));
    }
    for (about, said) in said {
        let same = expected.sentence(words, about, answers).and_then(|wanted| {
            ensure!(*said == wanted, "{said}\n  expected {wanted}");
            Ok(())
        });
        faults.note(same);
    }
    faults
}

/// The first number in each cell of a row of a table, by its caption's card.
fn row(page: &Page<'_>, card: &str, year: u16) -> Result<Vec<String>> {
    let cells = page.eval(&format!(
        "[...document.querySelectorAll('[aria-labelledby={card}] tr[data-year=\"{year}\"] td')].map((e) => e.textContent)"
    ))?;
    Ok(serde_json::from_value(cells)?)
}

/// The tables have the model's numbers.
fn tables(
    page: &Page<'_>,
    words: &Words,
    expected: &Expected,
    answers: &Answers,
    plan: &Plan,
) -> Result<()> {
    let factors = Factors::central();
    let home = model::resolve(answers);
    let own = OwnPath::of(&home, plan, Gas::Co2e, &factors);
    for year in [2030, 2060] {
        let index = YearIndex::new(year, DEFAULT_SCENARIO, &factors).context("no year")?;
        let of_year = own.year(&index).per_person(home.members);
        let cells = row(page, "years", year)?;
        let (kg, left) = (grouped(of_year.kg), grouped(of_year.kg_with));
        ensure!(cells.first() == Some(&kg), "{year}: {cells:?}, not {kg}");
        ensure!(cells.get(3) == Some(&left), "{year}: {cells:?}, not {left}");
        let with = expected.wedges.off(&expected.line);
        let wanted = [&expected.line, &with].map(|line| line.mt(year).map(|mt| words.total(mt)));
        let cells = row(page, "nation", year)?;
        ensure!(
            cells.get(1) == wanted[0].as_ref(),
            "{cells:?}, not {wanted:?}"
        );
        ensure!(
            cells.get(2) == wanted[1].as_ref(),
            "{cells:?}, not {wanted:?}"
        );
    }
    Ok(())
}

/// The levers' table says of each what it does to the bill, to the footprint and to the nation, in what
/// unit, and what is assumed; in every year that is offered.
fn levers(
    page: &Page<'_>,
    words: &Words,
    answers: &Answers,
    own_prices: &[(Tariff, plan::Expected)],
) -> Result<()> {
    let years =
        page.eval("[...document.querySelectorAll('#levers-year option')].map((e) => e.value)")?;
    let years: Vec<String> = serde_json::from_value(years)?;
    ensure!(years.len() >= 3, "{years:?}");
    for year in &years {
        pick(page, "levers-year", year)?;
        levers_of(page, words, (answers, own_prices), year.parse()?)
            .with_context(|| year.clone())?;
    }
    pick(page, "levers-year", "2035")
}

fn levers_of(
    page: &Page<'_>,
    words: &Words,
    (answers, own_prices): (&Answers, &[(Tariff, plan::Expected)]),
    year: u16,
) -> Result<()> {
    let factors = Factors::central();
    let (home, means) = (model::resolve(answers), Means::compute(&factors));
    let effects = effects(&home, own_prices, year, DEFAULT_SCENARIO, &means, &factors);
    let effects = effects.context("no effects")?;
    let draws = Drawn::of(answers).draws;
    let mut bands = LeverBands::new(own_prices, year, DEFAULT_SCENARIO, &draws);
    while bands.step(&draws, model::world()) {}
    let table = "section[aria-labelledby=levers]";
    let unit = words.ui("mass_middle")?.replace("{value}", "");
    for (key, unit) in [
        ("col_bill", ""),
        ("col_own", ""),
        ("col_nation", unit.trim()),
    ] {
        page.wait_text(table, &words.fill(key, &[("unit", unit)])?)?;
    }
    let changed = |less: f64, said: String| {
        let key = if less > 0.0 {
            "lever_less"
        } else {
            "lever_more"
        };
        words.fill(key, &[("value", &said)])
    };
    let actions = Lever::ALL.iter().filter_map(|lever| lever.action());
    let assumed = not_said(&actions.collect::<Vec<_>>(), answers, &factors);
    // what does not apply has no band
    let of = |central: f64, band: Option<Quantiles>, words_of: [&str; 2], name: &str| {
        let less = band.map_or(central, |band| band.p50);
        let all = band.map_or([less; 2], |band| [band.p05, band.p95]);
        if [less, all[0], all[1]].iter().all(|kg| kg.abs() < 0.5) {
            return words.at(&["ui", "path", "no_change"]).map(str::to_owned);
        }
        let [one, other] = words_of;
        // another screen has words of this name
        let pattern = words.at(&["ui", "path", if less <= -0.5 { other } else { one }])?;
        let said = pattern.replace(name, &rough(less.abs(), 3));
        let band = band.context("no band")?;
        let ends = if less <= -0.5 {
            [-band.p95, -band.p05]
        } else {
            [band.p05, band.p95]
        };
        let [low, high] = ends.map(|end| rough(end, 2));
        let range = words.fill("in_brackets", &[("low", &low), ("high", &high)])?;
        Ok(said + &range)
    };
    for (lever, found) in effects {
        let none = || words.at(&["ui", "path", "no_change"]).map(str::to_owned);
        let is_assumed = lever.action().is_some_and(|it| assumed.contains(&it));
        let band = (found.why_not.is_none() || is_assumed).then(|| bands.of(lever));
        let bill = match found.own.yuan {
            None => words.ui("bill_unknown")?.to_owned(),
            Some(yuan) => {
                let band = band.and_then(|band| band.yuan);
                of(yuan, band, ["bill_less", "bill_more"], "{yuan}")?
            }
        };
        let (kg, of_kg) = (found.own.kg, band.map(|band| band.kg));
        let change = of(kg, of_kg, ["lever_less", "lever_more"], "{value}")?;
        let own = match found.why_not {
            Some(why) => {
                let note = if is_assumed {
                    words.ui("not_said")?
                } else {
                    ""
                };
                let why = [words.why_not(why)?, note].concat();
                let key = match band {
                    Some(_) => "lever_assumed",
                    None => "lever_none",
                };
                words.fill(key, &[("change", &change), ("why", &why)])?
            }
            None => change,
        };
        let mt = found.mt;
        let nothing = mt.value.abs() < 0.000_5;
        let nation = match nothing {
            true => none()?,
            false => changed(mt.value, words.saved(mt.value.abs()))?,
        };
        let range = if nothing || mt.low == mt.high {
            String::new()
        } else {
            let mut ends = [mt.low, mt.high].map(f64::abs);
            ends.sort_by(f64::total_cmp);
            let [low, high] = ends.map(|mt| words.saved(mt));
            words.fill("in_brackets", &[("low", &low), ("high", &high)])?
        };
        let [scenario, then] = supposed(lever, year).context("nothing supposed")?;
        let of_lever = |value: f64| match lever.action() {
            Some(_) => format!("{:.0}%", 100.0 * value),
            None => typed(value),
        };
        let values = [
            ("year", &*year.to_string()),
            ("then", &of_lever(then)),
            ("scenario", &of_lever(scenario)),
            ("response", &typed(power_price_response().value)),
        ];
        let mut how = words.fill(&["lever_", lever.id(), "_how"].concat(), &values)?;
        if let Some(heat) = found.heat {
            let three = |value| significant(value, 3);
            let values = [
                ("area", &*three(heat.by_area)),
                ("base", &three(heat.base)),
                ("price", &three(heat.per_kwh)),
                ("kwh", &three(heat.kwh)),
                ("sum", &three(heat.base + heat.per_kwh * heat.kwh)),
            ];
            how = [&*how, " ", &words.fill("lever_heat_bill", &values)?].concat();
        }
        let wanted = [bill, own, nation + &range, how];
        let row = format!("tr[data-lever={}]", lever.id());
        let cells = format!(
            "[...document.querySelectorAll('{row} td, {row} + tr td')].map((e) => e.textContent)"
        );
        let said = || -> Result<Vec<String>> { Ok(serde_json::from_value(page.eval(&cells)?)?) };
        let waited = page.wait(lever.id(), || Ok((said()? == wanted).then_some(())));
        waited.with_context(|| format!("{:?}, not {wanted:?}", said().unwrap_or_default()))?;
    }
    Ok(())
}

/// A number with at most three digits after the point and the sign of the page.
fn typed(value: f64) -> String {
    let text = ((value.abs() * 1e3).round() / 1e3).to_string();
    if value < 0.0 {
        return ["\u{2212}", &text].concat();
    }
    text
}

/// Chooses an option of a list by its value, as a person does.
fn pick(page: &Page<'_>, id: &str, value: &str) -> Result<()> {
    page.first(&format!("#{id}"))?.select(value)
}

/// The same of radio buttons.
fn tick(page: &Page<'_>, name: &str, value: &str) -> Result<()> {
    page.first(&format!("#{name} input[value='{value}']"))?
        .click()
}

fn says_what_the_model_says(page: &mut Page<'_>) -> Result<()> {
    let words = &Words::of(page.visit.language)?;
    let families = [
        (
            HARBIN,
            [
                (ActionId::HeatFewerRooms, 2026),
                (ActionId::FoodWasteLess, 2027),
                (ActionId::StandbyOff, 2027),
                (ActionId::HotWaterLess, 2027),
            ],
        ),
        (
            SHANGHAI,
            [
                (ActionId::ElectricCar, 2030),
                (ActionId::FewerFlights, 2027),
                (ActionId::PlantDays, 2027),
                (ActionId::BuyLess, 2027),
            ],
        ),
        (
            CHENGDU,
            [
                (ActionId::InductionCooking, 2032),
                (ActionId::BuyLess, 2027),
                (ActionId::DriveLess, 2028),
                (ActionId::GreenPower, 2027),
            ],
        ),
    ];
    for (text, steps) in families {
        let (answers, plan, text) = with_plan(text, &steps)?;
        open_for_the_nation(page, words, &text)?;
        let mut all = vec!["alone", "joined", "share", "sum", "peak", "zero", "budget"];
        let path = NationalPath::Model(DEFAULT_SCENARIO);
        let expected = Expected::of(&answers, &plan, campaign(page)?, path);
        let wedges = &expected.wedges;
        let lists = [
            ("already", wedges.assumed()),
            ("idle", wedges.idle()),
            ("outpaced", wedges.outpaced()),
            ("uncounted", wedges.uncounted()),
            (
                "moot",
                expected
                    .scale
                    .aside()
                    .iter()
                    .map(|aside| aside.action)
                    .collect(),
            ),
        ];
        all.extend(
            lists
                .iter()
                .filter(|(_, of)| !of.is_empty())
                .map(|(about, _)| *about),
        );
        says(page, words, &expected, &answers, &all)?;
        own::says(page, words, &text)?;
        tables(page, words, &expected, &answers, &plan)?;
        levers(page, words, &answers, &plan.prices)?;
        // two steps more of those who can; then only the province
        page.first("#join")?.focus()?;
        page.press(&["ArrowRight"])?;
        page.press(&["ArrowRight"])?;
        tick(page, "reach", "province")?;
        pick(page, "pace", "fast")?;
        pick(page, "from", "2029")?;
        let moved = campaign(page)?;
        ensure!(
            moved.joining > expected.campaign.joining,
            "the slider moves nothing"
        );
        let expected = Expected::of(&answers, &plan, moved, path);
        says(page, words, &expected, &answers, &["joined", "province"])?;
        pick(page, "pace", "middle")?;
        pick(page, "from", "2026")?;
    }
    on_every_line(page, words)?;
    // who leaves the screen finds it as it was
    let before = campaign(page)?;
    page.screen(words, "change")?;
    page.screen(words, "path")?;
    ensure!(campaign(page)? == before, "the campaign is forgotten");
    // and so does who comes back another day
    tick(page, "line", "2")?;
    pick(page, "levers-year", "2050")?;
    page.reload()?;
    page.screen(words, "path")?;
    page.settled()?;
    ensure!(campaign(page)? == before, "the campaign is not kept");
    let line = page.eval("document.querySelector('#line input:checked').value")?;
    ensure!(line == "2", "the line is not kept: {line}");
    let year = page.eval("document.querySelector('#levers-year').value")?;
    ensure!(year == "2050", "the year of the levers is not kept: {year}");
    tick(page, "line", "0")?;
    // nobody joining: the line alone
    page.first("#join")?.focus()?;
    page.press(&["Home"])?;
    page.wait("nothing is saved", || {
        let cells = row(page, "nation", 2040)?;
        Ok((cells.get(1) == cells.get(2)).then_some(()))
    })?;
    // another line has other years
    let official = row(page, "nation", 2060)?;
    tick(page, "line", "2")?;
    page.wait("another line", || {
        Ok((row(page, "nation", 2060)? != official).then_some(()))
    })
}

/// The screen with this household, whose plan is one for all households of the nation.
fn open_for_the_nation(page: &Page<'_>, words: &Words, text: &str) -> Result<()> {
    let file = page.file("household.json", text)?;
    page.import(words, &file)?;
    page.screen(words, "path")?;
    page.settled()?;
    tick(page, "reach", "nation")
}

/// A plan that raises emissions, in a province of clean power: on every line, with all who can and with nobody.
fn on_every_line(page: &Page<'_>, words: &Words) -> Result<()> {
    let steps = [(ActionId::DietGuideline, 2026)];
    for (text, joins, some) in [
        (
            RURAL,
            "End",
            ["more", "alone", "joined", "share", "sum"].as_slice(),
        ),
        (YUNNAN, "Home", &["nobody", "alone", "not_confirmed"]),
    ] {
        let (answers, plan, text) = with_plan(text, &steps)?;
        open_for_the_nation(page, words, &text)?;
        page.first("#join")?.focus()?;
        page.press(&[joins])?;
        own::says(page, words, &text)?;
        let default = NationalPath::Model(DEFAULT_SCENARIO);
        let saving = Expected::of(&answers, &plan, campaign(page)?, default)
            .wedges
            .saving();
        for (at, path) in NationalPath::lines().enumerate() {
            tick(page, "line", &at.to_string())?;
            let expected = Expected::of(&answers, &plan, campaign(page)?, path);
            says(page, words, &expected, &answers, some).with_context(|| path.id())?;
            let name = if words.chinese() {
                path.name_zh()
            } else {
                path.name_en()
            };
            page.wait_text(NATION, &words.fill("line_note", &[("name", name)])?)?;
        }
        // what adds is not told under the heads of what is saved
        let adds = saving.cumulative_gt() < 0.0;
        ensure!(adds == (joins == "End"), "the plan adds where all join");
        let unit = words.ui("mass_middle")?.replace("{value}", "");
        let saved = words.fill("col_saved", &[("unit", unit.trim())])?;
        let more = [&*saved, words.ui("or_more")?].concat();
        let (head, other) = if adds { (more, saved) } else { (saved, more) };
        let heads = page.eval(&format!(
            "[...document.querySelectorAll('{NATION} .by-year th')].map((e) => e.textContent)"
        ))?;
        let heads: Vec<String> = serde_json::from_value(heads)?;
        ensure!(
            heads.contains(&head) && !heads.contains(&other),
            "{heads:?}"
        );
        tick(page, "line", "0")?;
    }
    Ok(())
}

/// The campaign as the fields have it.
fn campaign(page: &Page<'_>) -> Result<Campaign> {
    let value = |id: &str| -> Result<String> {
        let value = page.eval(&format!(
            "(document.querySelector('#{id} input:checked') ?? document.getElementById('{id}')).value"
        ))?;
        Ok(value.as_str().context("no value")?.to_owned())
    };
    Ok(Campaign {
        reach: Reach::from_id(&value("reach")?).context("no reach")?,
        joining: value("join")?.parse::<f64>()? / 100.0,
        from: value("from")?.parse()?,
        pace: Choice::from_id(&value("pace")?).context("no pace")?,
    })
}

/// Every table that is wider than its place, and every figure of a row that stands without the head of its
/// column on a narrow page.
const UNREAD: &str = "[...document.querySelectorAll('.on-path .blocks')].flatMap((table) => {
  const heads = [...table.querySelectorAll(':scope > table > thead th')].slice(1).map((e) => e.textContent);
  const rows = [...table.querySelectorAll(':scope > table > tbody > tr')]
    .filter((row) => row.querySelector(':scope > th'));
  const wide = table.scrollWidth > table.clientWidth ? [table.scrollWidth + ' wide'] : [];
  const bare = rows.flatMap((row) => [...row.querySelectorAll(':scope > td')].filter((cell, at) => {
    const shown = getComputedStyle(cell, '::before').content;
    return cell.textContent && (innerWidth < 704 ? shown !== JSON.stringify(heads[at]) : shown !== 'none');
  }));
  const none = rows.length && heads.length ? [] : ['no rows'];
  return wide.concat(none, bare.map((cell) => cell.textContent));
})";

/// Axe in both colours, pictures, nothing that makes the page or a table of it scroll sideways.
fn sound(page: &Page<'_>, state: &str) -> Result<()> {
    for colours in ["light", "dark"] {
        page.emulate(&[("prefers-color-scheme", colours)])?;
        let (language, width) = (page.visit.language, page.visit.width);
        page.screenshot(&format!("path-{state}-{language}-{width}-{colours}"))?;
        page.axe().with_context(|| format!("{state}, {colours}"))?;
    }
    let unread = page.eval(UNREAD)?;
    ensure!(unread == serde_json::json!([]), "{state}: {unread}");
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
    page.screen(words, "path")?;
    page.settled()?;
    page.wait_text("[data-said=none]", words.ui("said_none")?)?;
    faults.note(sound(page, "empty"));
    let steps = [
        (ActionId::ElectricCar, 2030),
        (ActionId::FewerFlights, 2027),
        (ActionId::PlantDays, 2027),
    ];
    let (_, _, text) = with_plan(SHANGHAI, &steps)?;
    let file = page.file("household.json", &text)?;
    page.import(words, &file)?;
    page.screen(words, "path")?;
    page.settled()?;
    page.first("[data-said=sum]")?;
    page.push(words, "marks_title")?;
    faults.note(sound(page, "planned"));
    page.emulate(&[("forced-colors", "active")])?;
    page.screenshot(&format!("path-forced-{}", page.visit.width))?;
    // the browser takes the system's colours for text, axe still sees the page's
    faults.note(
        page.axe_without(&["color-contrast"])
            .context("forced colours"),
    );
    page.emulate(&[])?;
    let pages = pages_printed(page, &format!("path-{}", page.visit.language))?;
    faults.note(
        (pages <= 3)
            .then_some(())
            .with_context(|| format!("{pages} pages of paper")),
    );
    faults.end()
}

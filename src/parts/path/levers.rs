//! What policy can do: to the household's bill and footprint, and to the nation.
use leptos::prelude::*;
use tanlu_model::actions::{ActionId, not_said};
use tanlu_model::choice::Choice;
use tanlu_model::pathway::levers::{
    Effect, HeatBill, Lever, LeverBands, MEANS, Means, effects, supposed,
};
use tanlu_model::plan::Plan;
use tanlu_model::rows::power_price_response;
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::year::DEFAULT_SCENARIO;

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::el::{El, card, classed, dynamic, el, note};
use crate::parts::path::Context;
use crate::parts::path::blocks::Blocks;
use crate::parts::path::kept;
use crate::parts::path::mass::{of_saved, saved};
use crate::parts::path::said;
use crate::parts::path::sliced::Sliced;
use crate::parts::path::working::rests_on;
use crate::parts::plan::choose::{choice, named};
use crate::parts::show;
use crate::words::{ChangeMsg, PathMsg, fill, text};

include!(concat!(env!("OUT_DIR"), "/lever_means.rs"));

/// The years that are offered.
pub const YEARS: [u16; 4] = [2030, 2035, 2050, 2060];
/// A change of the nation's of fewer Mt is none.
const NOTHING_MT: f64 = 0.000_5;

/// A lever's name, and what is assumed.
fn words(lever: Lever) -> (PathMsg, PathMsg) {
    match lever {
        Lever::FasterGrid => (PathMsg::LeverFasterGrid, PathMsg::LeverFasterGridHow),
        Lever::SlowerGrid => (PathMsg::LeverSlowerGrid, PathMsg::LeverSlowerGridHow),
        Lever::HeatMetering => (PathMsg::LeverHeatMetering, PathMsg::LeverHeatMeteringHow),
        Lever::ElectricCars => (PathMsg::LeverElectricCars, PathMsg::LeverElectricCarsHow),
        Lever::Retrofit => (PathMsg::LeverRetrofit, PathMsg::LeverRetrofitHow),
        Lever::DietGuideline => (PathMsg::LeverDietGuideline, PathMsg::LeverDietGuidelineHow),
        Lever::PowerCarbonPrice => (
            PathMsg::LeverPowerCarbonPrice,
            PathMsg::LeverPowerCarbonPriceHow,
        ),
    }
}

/// The card.
pub fn levers(context: Context) -> El {
    let Context { state, lang, .. } = context;
    let year = state.levers_year;
    let years = YEARS.map(|year| (year.to_string(), year.to_string()));
    let years = choice(
        "levers-year",
        text(lang, PathMsg::LeversYear),
        years.to_vec(),
        Signal::derive(move || year.get().to_string()),
        move |chosen| {
            if let Ok(chosen) = chosen.parse() {
                kept::look_at(state, chosen);
            }
        },
    );
    let assumed = assumed(context);
    let means = Means::of_numbers(&LEVER_MEANS);
    let drawing = Sliced::new(state.drawing);
    leptos::prelude::Effect::new(move || {
        let (year, drawn) = (year.get(), context.drawn.get());
        let begin = |plan: &Plan| {
            let prices = &plan.prices;
            if !drawing.is(|bands: &LeverBands| bands.is_of(prices, year)) {
                drawing.begin(|draws| LeverBands::new(prices, year, DEFAULT_SCENARIO, draws));
            }
        };
        match drawn {
            Some(_) => context.plan.with(begin),
            None => drawing.forget(),
        }
    });
    let table = dynamic(move || {
        let year = year.get();
        let effects = state.household.with(|home| {
            state.with_factors(|factors| {
                let (means, scenario) = (&means, DEFAULT_SCENARIO);
                let of = |plan: &Plan| effects(home, &plan.prices, year, scenario, means, factors);
                context.plan.with(of)
            })
        });
        let effects = effects.unwrap_or_default();
        assumed
            .with(|assumed| table(lang, year, &effects, drawing, assumed))
            .done()
    });
    card("levers", text(lang, PathMsg::Levers))
        .child(note(text(lang, PathMsg::LeversHelp)))
        .child(classed("div", "filters screen-only").child(years))
        .view(table)
        .child(rests_on(lang, PathMsg::LeversNote, "nation", "#levers"))
}

/// The levers' actions that no answer closes to the household, but what is assumed of it.
fn assumed(context: Context) -> Memo<Vec<ActionId>> {
    let Context { state, .. } = context;
    Memo::new(move |_| {
        let answers = state.homes.with(|homes| homes.home().answers.clone());
        let actions = Lever::ALL.iter().filter_map(|lever| lever.action());
        let actions: Vec<ActionId> = actions.collect();
        state.with_factors(|factors| not_said(&actions, &answers, factors))
    })
}

/// What is assumed, in words: its value, whose it is, and what the scenario has in its place.
fn how(lang: Lang, lever: Lever, year: u16) -> String {
    let (_, how) = words(lever);
    let of = |value: f64| match lever.action() {
        Some(_) => show::percent(lang, value),
        None => show::typed(lang, value),
    };
    let [scenario, then] = supposed(lever, year).unwrap_or_default().map(of);
    let values = [
        ("year", &*year.to_string()),
        ("then", &then),
        ("scenario", &scenario),
        ("response", &show::typed(lang, power_price_response().value)),
    ];
    fill(lang, how, &values)
}

/// An amount that is less or more than before: its median with its band; as long as that is not known, on central
/// values.
fn changed(
    lang: Lang,
    central: f64,
    band: Option<Quantiles>,
    [one, other]: [(PathMsg, &'static str); 2],
) -> String {
    let (less, number, range) = said::changed(lang, central, band);
    let ends = band.map_or([less; 2], |band| [band.p05, band.p95]);
    if less.abs() < said::CHANGES && ends.iter().all(|end| end.abs() < said::CHANGES) {
        return text(lang, PathMsg::NoChange).to_owned();
    }
    let (words, name) = if less <= -said::CHANGES { other } else { one };
    [fill(lang, words, &[(name, &number)]), range].concat()
}

/// What heat costs, by area and by the meter.
fn heat(lang: Lang, heat: &HeatBill) -> String {
    let three = |value: f64| number(lang, Digits::Three, value);
    let values = [
        ("area", &*three(heat.by_area)),
        ("base", &three(heat.base)),
        ("price", &three(heat.per_kwh)),
        ("kwh", &three(heat.kwh)),
        ("sum", &three(heat.metered())),
    ];
    [" ", &fill(lang, PathMsg::LeverHeatBill, &values)].concat()
}

fn table(
    lang: Lang,
    year: u16,
    effects: &[(Lever, Effect)],
    drawing: Sliced<LeverBands>,
    assumed: &[ActionId],
) -> El {
    let nation = of_saved(lang, PathMsg::ColNation);
    let [lever, bill, own] = [PathMsg::ColLever, PathMsg::ColBill, PathMsg::ColOwn]
        .map(|words| text(lang, words).to_owned());
    let heads = vec![lever, bill, own, nation];
    let mut table = Blocks::new(text(lang, PathMsg::LeversTable), heads);
    for (lever, effect) in effects {
        let (name, _) = words(*lever);
        let is_assumed = lever.action().is_some_and(|it| assumed.contains(&it));
        // what does not apply changes nothing, unless that is assumed
        let band = drawing.of(|bands| bands.of(*lever));
        let band = band.filter(|_| effect.why_not.is_none() || is_assumed);
        let bill = match effect.own.yuan {
            None => text(lang, PathMsg::BillUnknown).to_owned(),
            Some(yuan) => {
                let words = [(PathMsg::BillLess, "yuan"), (PathMsg::BillMore, "yuan")];
                changed(lang, yuan, band.and_then(|band| band.yuan), words)
            }
        };
        let words = [(PathMsg::LeverLess, "value"), (PathMsg::LeverMore, "value")];
        let change = changed(lang, effect.own.kg, band.map(|band| band.kg), words);
        let own = match effect.why_not {
            Some(why) => {
                let note = if is_assumed {
                    text(lang, ChangeMsg::NotSaid)
                } else {
                    ""
                };
                let why = [named(lang, &["why_not", why.id()]), note].concat();
                let words = match band {
                    Some(_) => PathMsg::LeverAssumed,
                    None => PathMsg::LeverNone,
                };
                fill(lang, words, &[("change", &change), ("why", &why)])
            }
            None => change,
        };
        let cells = [bill, own, national(lang, effect)].map(|words| el("td").words(words));
        let key = ("data-lever", lever.id().to_owned());
        table.row(key, text(lang, name), cells.into());
        let bill = effect.heat.as_ref().map(|bill| heat(lang, bill));
        let how = [how(lang, *lever, year), bill.unwrap_or_default()].concat();
        table.across(show::note_with_terms(lang, &how));
    }
    table.done()
}

/// What the nation emits less or more, with its range where there is one.
fn national(lang: Lang, effect: &Effect) -> String {
    let mt = effect.mt;
    if mt.value.abs() < NOTHING_MT {
        return text(lang, PathMsg::NoChange).to_owned();
    }
    let words = if mt.value > 0.0 {
        PathMsg::LeverLess
    } else {
        PathMsg::LeverMore
    };
    let amount = |mt: f64| saved(lang, mt.abs());
    let said = fill(lang, words, &[("value", &amount(mt.value))]);
    if mt.low == mt.high {
        return said;
    }
    // the smaller one first, whatever the sign
    let (low, high) = if mt.value < 0.0 {
        (mt.high, mt.low)
    } else {
        (mt.low, mt.high)
    };
    let values = [("low", &*amount(low)), ("high", &amount(high))];
    let range = fill(lang, PathMsg::InBrackets, &values);
    [said, range].concat()
}

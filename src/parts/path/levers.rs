//! What policy can do: to the household's bill and footprint, and to the nation.
use leptos::prelude::*;
use tanlu_model::actions::{ActionId, not_said};
use tanlu_model::choice::Choice;
use tanlu_model::pathway::levers::{Effect, Lever, MEANS, Means, effect};
use tanlu_model::rows::{power_carbon_price, power_price_response};
use tanlu_model::year::DEFAULT_SCENARIO;

use crate::lang::Lang;
use crate::parts::el::{El, card, classed, dynamic, el, note};
use crate::parts::path::Context;
use crate::parts::path::blocks::Blocks;
use crate::parts::path::mass::{of_saved, saved};
use crate::parts::path::working::rests_on;
use crate::parts::plan::choose::{choice, named, yuan};
use crate::parts::show;
use crate::words::{ChangeMsg, PathMsg, fill, text};

include!(concat!(env!("OUT_DIR"), "/lever_means.rs"));

/// The years that are offered; the second is shown first.
const YEARS: [u16; 4] = [2030, 2035, 2050, 2060];
/// A change of less than half a kilogram or yuan is none.
const NOTHING: f64 = 0.5;
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
    let [_, first, ..] = YEARS;
    let year = RwSignal::new(first);
    let years = YEARS.map(|year| (year.to_string(), year.to_string()));
    let years = choice(
        "levers-year",
        text(lang, PathMsg::LeversYear),
        years.to_vec(),
        Signal::derive(move || year.get().to_string()),
        move |chosen| {
            if let Ok(chosen) = chosen.parse() {
                year.set(chosen);
            }
        },
    );
    let assumed = assumed(context);
    let means = Means::of_numbers(&LEVER_MEANS);
    let table = dynamic(move || {
        let year = year.get();
        let effects: Vec<(Lever, Effect)> = state.household.with(|home| {
            state.with_factors(|factors| {
                let of = |lever: &Lever| {
                    let scenario = DEFAULT_SCENARIO;
                    let effect = effect(*lever, home, year, scenario, &means, factors);
                    effect.map(|effect| (*lever, effect))
                };
                Lever::ALL.iter().filter_map(of).collect()
            })
        });
        assumed
            .with(|assumed| table(lang, &effects, assumed))
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

/// What is assumed, in words.
fn how(lang: Lang, lever: Lever) -> String {
    let (_, how) = words(lever);
    let price = show::typed(lang, power_carbon_price().value);
    let response = show::typed(lang, power_price_response().value);
    fill(lang, how, &[("price", &price), ("response", &response)])
}

/// An amount that is less or more than before.
fn changed(
    less: f64,
    none: PathMsg,
    words: [PathMsg; 2],
    lang: Lang,
    said: impl Fn(f64) -> [(&'static str, String); 1],
) -> String {
    if less.abs() < NOTHING {
        return text(lang, none).to_owned();
    }
    let [one, other] = words;
    let [(name, value)] = said(less.abs());
    fill(
        lang,
        if less > 0.0 { one } else { other },
        &[(name, &value)],
    )
}

fn table(lang: Lang, effects: &[(Lever, Effect)], assumed: &[ActionId]) -> El {
    let nation = of_saved(lang, PathMsg::ColNation);
    let [lever, bill, own] = [PathMsg::ColLever, PathMsg::ColBill, PathMsg::ColOwn]
        .map(|words| text(lang, words).to_owned());
    let heads = vec![lever, bill, own, nation];
    let mut table = Blocks::new(text(lang, PathMsg::LeversTable), heads);
    for (lever, effect) in effects {
        let (name, _) = words(*lever);
        let none = PathMsg::NoChange;
        let bill = match effect.yuan {
            None => text(lang, PathMsg::BillUnknown).to_owned(),
            Some(band) => {
                let words = [PathMsg::BillLess, PathMsg::BillMore];
                changed(band.value, none, words, lang, |less| {
                    [("yuan", yuan(lang, less))]
                })
            }
        };
        let own = match effect.why_not {
            Some(why) => {
                let of_lever = lever.action().filter(|action| assumed.contains(action));
                let note = of_lever.map_or("", |_| text(lang, ChangeMsg::NotSaid));
                let why = [named(lang, &["why_not", why.id()]), note].concat();
                fill(lang, PathMsg::LeverNone, &[("why", &why)])
            }
            None => {
                let words = [PathMsg::LeverLess, PathMsg::LeverMore];
                changed(effect.kg, none, words, lang, |less| {
                    [("value", show::kg(lang, less))]
                })
            }
        };
        let cells = [bill, own, national(lang, effect)].map(|words| el("td").words(words));
        let key = ("data-lever", lever.id().to_owned());
        table.row(key, text(lang, name), cells.into());
        table.across(show::note_with_terms(lang, &how(lang, *lever)));
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

//! The list of actions: ranked, filtered, chosen.
use leptos::prelude::*;
use tanlu_model::Domain;
use tanlu_model::actions::{ActionId, Chosen, Outcome, Trial};
use tanlu_model::order::lowest_first;
use tanlu_model::plan::{NEXT_YEAR, OFFERED, PLANNED, Step};
use tanlu_model::rows::Timing;
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::year::YEARS;

use crate::browser::intl::{Digits, number};
use crate::browser::number::shortest;
use crate::lang::Lang;
use crate::parts::choice::option;
use crate::parts::el::{
    El, button, card, classed, dynamic, each, el, live, mark, note, nothing, when,
};
use crate::parts::plan::Context;
use crate::parts::plan::closed::{cannot, not_now};
use crate::parts::plan::details::details;
use crate::parts::plan::entry::Entry;
use crate::parts::plan::tariffs::tariffs;
use crate::parts::show;
use crate::words::{ChangeMsg, fill, filled, name, text, word_of};

/// What is paid at once is not said below this, yuan.
const LITTLE: f64 = 50.0;
/// What is taken of the electricity meter is not said below this, kWh a year.
const LITTLE_POWER: f64 = 10.0;
/// How many actions are shown until all are asked for.
const SHOWN: usize = 12;

/// What the list is ordered by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    Kg,
    PerTonne,
    Effort,
    UntilLast,
}

impl Rank {
    const ALL: [Rank; 4] = [Rank::Kg, Rank::PerTonne, Rank::Effort, Rank::UntilLast];

    const fn id(self) -> &'static str {
        match self {
            Rank::Kg => "kg",
            Rank::PerTonne => "per_tonne",
            Rank::Effort => "effort",
            Rank::UntilLast => "until_last",
        }
    }

    const fn words(self) -> ChangeMsg {
        match self {
            Rank::Kg => ChangeMsg::ByKg,
            Rank::PerTonne => ChangeMsg::ByPerTonne,
            Rank::Effort => ChangeMsg::ByEffort,
            Rank::UntilLast => ChangeMsg::ByUntilLast,
        }
    }
}

/// The name of an id in the words of this screen.
pub fn named(lang: Lang, path: &[&str]) -> &'static str {
    word_of::<ChangeMsg>(lang, path).unwrap_or_default()
}

/// An action's name.
pub fn action_name(lang: Lang, action: ActionId) -> &'static str {
    named(lang, &["action", action.id()])
}

/// Whole yuan.
pub fn yuan(lang: Lang, yuan: f64) -> String {
    // nothing has no sign
    number(lang, Digits::Whole, yuan.round() + 0.0)
}

/// A strength in words.
pub fn strength(lang: Lang, chosen: Chosen) -> String {
    let Some(known) = chosen.action.strength() else {
        return String::new();
    };
    let pattern = named(lang, &["strength", known.unit.id()]);
    filled(pattern, &[("value", &show::typed(lang, chosen.strength))])
}

/// A choice among a few, with its label.
pub fn choice(
    id: &'static str,
    label: &str,
    options: Vec<(String, String)>,
    now: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> El {
    let options = options.into_iter().map(|(value, words)| {
        let of = value.clone();
        el("option")
            .attr("value", value)
            .switch("selected", when(move || now.with(|now| *now == of)))
            .words(words)
    });
    el("div")
        .child(classed("label", "label").attr("for", id).words(label))
        .child(
            el("select")
                .attr("id", id)
                .on("change", move |event| choose(event_target_value(&event)))
                .children(options),
        )
}

/// Everything that may be chosen, and what cannot.
pub fn choose(context: Context) -> El {
    let Context {
        lang,
        entries,
        trying,
        ..
    } = context;
    let rank = RwSignal::new(Rank::Kg);
    let by_path = context.until_last;
    let timing = RwSignal::new(String::new());
    let domain = RwSignal::new(String::new());
    let all = RwSignal::new(false);
    let open = Memo::new(move |_| {
        let (timing, domain) = (timing.get(), domain.get());
        entries.with(|entries| {
            let wanted = |entry: &&Entry| {
                let action = entry.action().action();
                entry.open()
                    && (timing.is_empty() || entry.facts.when.id() == timing)
                    && (domain.is_empty() || action.domain.id() == domain)
            };
            let wanted = entries.iter().filter(wanted);
            wanted
                .map(|entry| entry.action() as usize)
                .collect::<Vec<usize>>()
        })
    });
    let known = when(move || trying.each.with(|known| !known.is_empty()));
    let over_years = move |known: &(Trial, Outcome)| known.0.of_years().is_some();
    let known_years = when(move || trying.each.with(|known| known.iter().any(over_years)));
    // a moved slider leaves the order as it is: what it belongs to would run away from under the hand
    let found = Memo::new(move |_| {
        context.base.track();
        // a memo that is never read would not notice
        known.get();
        known_years.get();
        let rank = rank.get();
        let mut found: Vec<(f64, usize)> = open.with(|open| {
            let by = |at: &usize| {
                let entry = entries.with_untracked(|entries| entries.get(*at).cloned())?;
                let outcome = untrack(|| trying.of(&entry.trial));
                let kg = outcome.map_or(entry.alone.kg, |outcome| outcome.kg.p50);
                let by = match rank {
                    Rank::Kg => -kg,
                    Rank::PerTonne => entry.alone.per_tonne(outcome).unwrap_or(f64::INFINITY),
                    Rank::UntilLast => {
                        let until = Trial::over_years(entry.chosen);
                        let until = untrack(|| trying.of(&until));
                        -until.map_or(kg, |until| until.kg.p50)
                    }
                    Rank::Effort => f64::from(entry.facts.effort) * 1e6 - kg,
                };
                Some((by, *at))
            };
            open.iter().filter_map(by).collect()
        });
        lowest_first(&mut found);
        found.into_iter().map(|(_, at)| at).collect::<Vec<usize>>()
    });
    let keys = move || {
        let most = if all.get() { usize::MAX } else { SHOWN };
        found.with(|found| found.iter().take(most).copied().collect())
    };
    let pair = |id: &str, words: &str| (id.to_owned(), words.to_owned());
    let any = pair("", text(lang, ChangeMsg::Any));
    let ranks = Rank::ALL.map(|rank| pair(rank.id(), text(lang, rank.words())));
    let timings = Timing::ALL.iter();
    let timings = timings.map(|when| pair(when.id(), named(lang, &["when", when.id()])));
    let domains = Domain::CONSUMPTION.iter();
    let domains = domains.map(|domain| pair(domain.id(), name(lang, &["domain", domain.id()])));
    let set_rank = move |id: String| {
        let chosen = Rank::ALL.into_iter().find(|rank| rank.id() == id);
        let chosen = chosen.unwrap_or(Rank::Kg);
        context.until_last.set(chosen == Rank::UntilLast);
        rank.set(chosen);
    };
    let part = move |at: usize| match ActionId::ALL.get(at) {
        Some(action) => row(context, *action).done(),
        None => nothing(),
    };
    let more = live(move || {
        let msg = if all.get() {
            ChangeMsg::Fewer
        } else {
            ChangeMsg::All
        };
        let count = show::count(lang, found.with(Vec::len));
        fill(lang, msg, &[("number", &count)])
    });
    card("choose", text(lang, ChangeMsg::Choose))
        .child(note(text(lang, ChangeMsg::ChooseHelp)))
        .child(
            classed("div", "filters")
                .child(choice(
                    "rank",
                    text(lang, ChangeMsg::Rank),
                    ranks.to_vec(),
                    Signal::derive(move || rank.get().id().to_owned()),
                    set_rank,
                ))
                .child(choice(
                    "timing",
                    text(lang, ChangeMsg::When),
                    [any.clone()].into_iter().chain(timings).collect(),
                    timing.into(),
                    move |id| timing.set(id),
                ))
                .child(choice(
                    "in-domain",
                    text(lang, ChangeMsg::Part),
                    [any].into_iter().chain(domains).collect(),
                    domain.into(),
                    move |id| domain.set(id),
                )),
        )
        .view(dynamic(move || {
            if by_path.get() {
                until_help(lang).done()
            } else {
                nothing()
            }
        }))
        .child(classed("ul", "actions").view(each(keys, part)))
        .child(button("quiet", more, move || {
            all.update(|all| *all = !*all)
        }))
        .child(tariffs(context))
        .view(cannot(context))
        .child(not_now(context))
}

/// What is summed over the years, and why it orders otherwise than what is saved today.
fn until_help(lang: Lang) -> El {
    let (first, last) = (NEXT_YEAR.to_string(), YEARS.end().to_string());
    let values = [("first", &*first), ("last", &*last)];
    note(fill(lang, ChangeMsg::UntilHelp, &values))
}

/// What an action takes away or adds until the last year, in words.
fn until_last(lang: Lang, band: Quantiles) -> String {
    let (adds, amount) = amount(lang, Some(band), 0.0);
    let msg = if adds {
        ChangeMsg::UntilAdds
    } else {
        ChangeMsg::UntilSaves
    };
    fill(lang, msg, &[("kg", &amount)])
}

/// An amount without its sign, and whether it is below zero by the median, once that is known: then with its band.
pub fn amount(lang: Lang, band: Option<Quantiles>, point: f64) -> (bool, String) {
    let below = band.map_or(point, |band| band.p50) <= -0.5;
    let Some(Quantiles { p05, p50, p95 }) = band else {
        return (below, show::kg(lang, point.abs()));
    };
    let turned = Quantiles {
        p05: -p95,
        p50: -p50,
        p95: -p05,
    };
    let band = if below {
        turned
    } else {
        Quantiles { p05, p50, p95 }
    };
    let words = if p95 - p05 < 0.5 {
        show::median(lang, band)
    } else {
        show::median_with_band(lang, band)
    };
    (below, words)
}

/// What an action saves or adds, in words: its median and band, once they are known; else its central
/// value.
pub fn saving(lang: Lang, band: Option<Quantiles>, point: f64) -> String {
    let adds = band.map_or(point, |band| band.p50) < 0.0;
    match band {
        Some(band) => {
            let (msg, band) = if adds {
                (ChangeMsg::Adds, band.times(-1.0))
            } else {
                (ChangeMsg::Saves, band)
            };
            let values = [
                ("value", &*show::median(lang, band)),
                ("band", &show::band(lang, band)),
            ];
            fill(lang, msg, &values)
        }
        None => {
            let msg = if adds {
                ChangeMsg::AddsAbout
            } else {
                ChangeMsg::SavesAbout
            };
            fill(lang, msg, &[("value", &show::kg(lang, point.abs()))])
        }
    }
}

/// One action.
fn row(context: Context, action: ActionId) -> El {
    let Context {
        state,
        lang,
        entries,
        trying,
        ..
    } = context;
    let of = move |entries: &Vec<Entry>| entries.get(action as usize).cloned();
    let entry = Memo::new(move |_| entries.with(of));
    let planned =
        when(move || entry.with(|entry| entry.as_ref().is_some_and(|it| it.from.is_some())));
    let open = RwSignal::new(false);
    let id = ["do-", action.id()].concat();
    let toggle = move || {
        state.replan(|plan| {
            if plan.step(action).is_some() {
                plan.drop(action);
            } else {
                plan.choose(Step {
                    chosen: Chosen::usual(action),
                    from: NEXT_YEAR,
                });
            }
        });
    };
    let check = el("input")
        .attr("type", "checkbox")
        .attr("id", id.clone())
        .switch("checked", planned)
        .on("change", move |_| toggle());
    let saves = live(move || {
        entry.with(|entry| match entry {
            Some(entry) => {
                let outcome = trying.of(&entry.trial);
                saving(lang, outcome.map(|outcome| outcome.kg), entry.alone.kg)
            }
            None => String::new(),
        })
    });
    let facts = live(move || {
        entry.with(|entry| {
            let short = |entry: &Entry| in_short(lang, entry, trying.of(&entry.trial));
            let facts = entry.as_ref().map(short);
            let until = entry.as_ref().filter(|_| context.until_last.get());
            let until = until.and_then(|entry| trying.of(&Trial::over_years(entry.chosen)));
            let until = until.map(|until| until_last(lang, until.kg));
            let facts = facts.into_iter().chain(until);
            facts.collect::<Vec<_>>().join(text(lang, ChangeMsg::Dot))
        })
    });
    let slider = dynamic(move || {
        if planned.get() {
            slider(context, action)
        } else {
            nothing()
        }
    });
    let inside = dynamic(move || {
        if open.get() {
            details(context, action, entry).done()
        } else {
            nothing()
        }
    });
    let more = button("line", text(lang, ChangeMsg::Details), move || {
        open.update(|open| *open = !*open);
    })
    .attr("aria-expanded", mark(move || open.get()))
    .attr(
        "aria-label",
        fill(
            lang,
            ChangeMsg::DetailsOf,
            &[("action", action_name(lang, action))],
        ),
    );
    let swatch = classed("span", &["swatch ", action.action().domain.id()].concat());
    el("li")
        .attr("data-action", action.id())
        .child(
            classed("div", "head")
                .child(
                    classed("label", "check")
                        .attr("for", id)
                        .child(check)
                        .child(swatch)
                        .child(el("span").words(action_name(lang, action))),
                )
                .child(classed("span", "kg").words(saves)),
        )
        .child(classed("div", "head").child(note(facts)).child(more))
        .view(slider)
        .view(inside)
}

/// Effort and yuan a year in one line.
pub fn effort_and_yuan(lang: Lang, effort: f64, band: Option<Quantiles>, net: f64) -> String {
    let effort = show::typed(lang, effort);
    let effort = fill(lang, ChangeMsg::EffortOf, &[("number", &effort)]);
    [&*effort, &yuan_a_year(lang, band, net)].join(text(lang, ChangeMsg::Dot))
}

/// What is saved or paid a year, in words: the median with its band, once they are known, else on central values.
pub fn yuan_a_year(lang: Lang, band: Option<Quantiles>, net: f64) -> String {
    let (paid, amount) = amount(lang, band, net);
    let msg = if farthest(band, net) < 0.5 {
        ChangeMsg::YuanNone
    } else if paid {
        ChangeMsg::YuanPaid
    } else {
        ChangeMsg::YuanSaved
    };
    fill(lang, msg, &[("yuan", &amount)])
}

/// How far an amount or an end of its band is from nothing, at the most.
pub fn farthest(band: Option<Quantiles>, point: f64) -> f64 {
    let ends = band.map_or([point; 2], |band| [band.p05, band.p95]);
    ends.into_iter().map(f64::abs).fold(0.0, f64::max)
}

/// Effort, yuan, yuan for each tonne, timing in one line.
fn in_short(lang: Lang, entry: &Entry, known: Option<Outcome>) -> String {
    let yearly = known.map(|known| known.yuan);
    let effort = f64::from(entry.facts.effort);
    let facts = effort_and_yuan(lang, effort, yearly, entry.alone.yuan());
    let per_tonne = entry.alone.per_tonne(known);
    let per_tonne = per_tonne.and_then(|point| {
        let band = known.and_then(|known| known.per_tonne);
        tonne(lang, band, point)
    });
    let when = named(lang, &["when", entry.facts.when.id()]).to_owned();
    let upfront = known.map(|known| known.upfront);
    let once = at_once(lang, upfront, entry.alone.cost.upfront.value);
    let parts = [
        Some(facts),
        power(lang, known.map(|known| known.kwh), entry.alone.kwh),
        once,
        per_tonne,
        Some(when),
    ]
    .into_iter()
    .flatten();
    parts.collect::<Vec<_>>().join(text(lang, ChangeMsg::Dot))
}

/// What an action takes less or more of the electricity meter, in words; nothing where it is little.
fn power(lang: Lang, band: Option<Quantiles>, less: f64) -> Option<String> {
    let (more, amount) = amount(lang, band, less);
    let msg = if more {
        ChangeMsg::PowerMore
    } else {
        ChangeMsg::PowerLess
    };
    let words = || fill(lang, msg, &[("kwh", &amount)]);
    (farthest(band, less) >= LITTLE_POWER).then(words)
}

/// What is paid at once, in words; nothing where it is little.
fn at_once(lang: Lang, band: Option<Quantiles>, upfront: f64) -> Option<String> {
    let (saved, amount) = amount(lang, band, upfront);
    let msg = if saved {
        ChangeMsg::AtOnceSaved
    } else {
        ChangeMsg::AtOnce
    };
    let words = || fill(lang, msg, &[("yuan", &amount)]);
    (farthest(band, upfront) >= LITTLE).then(words)
}

/// Yuan for each tonne, or gained with it, in words; nothing where it is neither.
fn tonne(lang: Lang, band: Option<Quantiles>, per_tonne: f64) -> Option<String> {
    let (gained, amount) = amount(lang, band, per_tonne);
    let msg = if gained {
        ChangeMsg::TonneGains
    } else {
        ChangeMsg::TonneCosts
    };
    (farthest(band, per_tonne) >= 0.5).then(|| fill(lang, msg, &[("yuan", &amount)]))
}

/// How strongly, and from when on.
fn slider(context: Context, action: ActionId) -> AnyView {
    let Context { state, lang, .. } = context;
    let step = move || {
        state
            .homes
            .with(|homes| homes.home().plan.step(action).copied())
    };
    let change = move |how: &dyn Fn(&mut Step)| {
        let before = state
            .homes
            .with_untracked(|homes| homes.home().plan.step(action).copied());
        if let Some(mut step) = before {
            how(&mut step);
            state.replan(|plan| plan.choose(step));
        }
    };
    let id = ["strength-", action.id()].concat();
    let strong = action.strength().map(|known| {
        let shown = live(move || {
            step()
                .map(|step| strength(lang, step.chosen))
                .unwrap_or_default()
        });
        let slide = el("input")
            .attr("type", "range")
            .attr("id", id.clone())
            .attr("min", shortest(known.low))
            .attr("max", shortest(known.high))
            .attr("step", shortest(known.step))
            .attr("aria-valuetext", shown.clone())
            .value(Signal::derive(move || {
                step()
                    .map(|step| shortest(step.chosen.strength))
                    .unwrap_or_default()
            }))
            .on("input", move |event| {
                if let Ok(Some(value)) = crate::typed::number(&event_target_value(&event)) {
                    let strength = action.bounded(value);
                    state.slide(Chosen { action, strength });
                }
            });
        el("div")
            .child(
                el("label")
                    .attr("for", id.clone())
                    .words(text(lang, ChangeMsg::HowMuch)),
            )
            .child(slide)
            .child(el("output").attr("for", id).words(shown))
    });
    let years = ["from-", action.id()].concat();
    // a file may know an earlier year
    let listed = move || {
        let own = step().map(|step| step.from);
        let own = own.filter(|year| !OFFERED.contains(year));
        let listed = own.into_iter().chain(OFFERED);
        listed.map(usize::from).collect()
    };
    let year_of = move |year: usize| {
        let chosen = when(move || step().is_some_and(|step| usize::from(step.from) == year));
        let year = year.to_string();
        option(&year, &year, chosen).done()
    };
    let from = el("div")
        .child(
            el("label")
                .attr("for", years.clone())
                .words(text(lang, ChangeMsg::From)),
        )
        .child(
            el("select")
                .attr("id", years)
                .on("change", move |event| {
                    let year = event_target_value(&event).parse::<u16>();
                    if let Ok(year) = year
                        && PLANNED.contains(&year)
                    {
                        change(&move |step: &mut Step| step.from = year);
                    }
                })
                .view(each(listed, year_of)),
        );
    classed("div", "strength")
        .children(strong)
        .child(from)
        .done()
}

//! The list of actions: ranked, filtered, chosen.
use leptos::prelude::*;
use tanlu_model::Domain;
use tanlu_model::actions::{ActionId, Chosen};
use tanlu_model::plan::{Obstacle, PLANNED, Step};
use tanlu_model::rows::Timing;
use tanlu_model::uncertainty::Quantiles;

use crate::browser::intl::{Digits, number};
use crate::browser::number::shortest;
use crate::lang::Lang;
use crate::parts::el::{
    El, button, card, classed, dynamic, each, el, live, mark, note, nothing, when,
};
use crate::parts::plan::Context;
use crate::parts::plan::details::details;
use crate::parts::plan::entry::Entry;
use crate::parts::show;
use crate::words::{ChangeMsg, fill, name, text, word_of};

/// The year from which on something is planned where nobody says.
pub const NEXT_YEAR: u16 = 2027;

/// How many actions are shown until all are asked for.
const SHOWN: usize = 12;

/// What the list is ordered by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    Kg,
    PerTonne,
    Effort,
}

impl Rank {
    const ALL: [Rank; 3] = [Rank::Kg, Rank::PerTonne, Rank::Effort];

    const fn id(self) -> &'static str {
        match self {
            Rank::Kg => "kg",
            Rank::PerTonne => "per_tonne",
            Rank::Effort => "effort",
        }
    }

    const fn words(self) -> ChangeMsg {
        match self {
            Rank::Kg => ChangeMsg::ByKg,
            Rank::PerTonne => ChangeMsg::ByPerTonne,
            Rank::Effort => ChangeMsg::ByEffort,
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
    pattern.replace("{value}", &show::typed(lang, chosen.strength))
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
    let known = when(move || trying.alone.with(|alone| !alone.is_empty()));
    // a moved slider leaves the order as it is: what it belongs to would run away from under the hand
    let found = Memo::new(move |_| {
        context.base.track();
        known.track();
        let rank = rank.get();
        let mut found: Vec<(f64, usize)> = open.with(|open| {
            let by = |at: &usize| {
                let entry = entries.with_untracked(|entries| entries.get(*at).cloned())?;
                let band = untrack(|| trying.of(entry.chosen));
                let kg = band.map_or(entry.alone.kg, |band| band.p50);
                let by = match rank {
                    Rank::Kg => -kg,
                    Rank::PerTonne => entry.alone.per_tonne.unwrap_or(f64::INFINITY),
                    Rank::Effort => f64::from(entry.facts.effort) * 1e6 - kg,
                };
                Some((by, *at))
            };
            open.iter().filter_map(by).collect()
        });
        found.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
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
        rank.set(chosen.unwrap_or(Rank::Kg));
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
        .child(
            classed("ul", "actions").view(each(keys, move |at| match ActionId::ALL.get(at) {
                Some(action) => row(context, *action).done(),
                None => nothing(),
            })),
        )
        .child(button("quiet", more, move || {
            all.update(|all| *all = !*all)
        }))
        .view(cannot(context))
        .child(not_now(context))
}

/// What an action saves or adds, in words: its median and band, once they are known; else its central
/// value.
pub fn saving(lang: Lang, band: Option<Quantiles>, point: f64) -> String {
    let adds = band.map_or(point, |band| band.p50) < 0.0;
    match band {
        Some(Quantiles { p05, p50, p95 }) => {
            let (msg, band) = if adds {
                let added = Quantiles {
                    p05: -p95,
                    p50: -p50,
                    p95: -p05,
                };
                (ChangeMsg::Adds, added)
            } else {
                (ChangeMsg::Saves, Quantiles { p05, p50, p95 })
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
            Some(entry) => saving(lang, trying.of(entry.chosen), entry.alone.kg),
            None => String::new(),
        })
    });
    let facts = live(move || {
        entry.with(|entry| {
            entry
                .as_ref()
                .map(|it| in_short(lang, it))
                .unwrap_or_default()
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
pub fn effort_and_yuan(lang: Lang, effort: f64, net: f64) -> String {
    let effort = show::typed(lang, effort);
    let effort = fill(lang, ChangeMsg::EffortOf, &[("number", &effort)]);
    let msg = if net >= 0.5 {
        ChangeMsg::YuanSaved
    } else if net <= -0.5 {
        ChangeMsg::YuanPaid
    } else {
        ChangeMsg::YuanNone
    };
    let money = fill(lang, msg, &[("yuan", &yuan(lang, net.abs()))]);
    [&*effort, &money].join(text(lang, ChangeMsg::Dot))
}

/// Effort, yuan, timing in one line.
fn in_short(lang: Lang, entry: &Entry) -> String {
    let facts = effort_and_yuan(lang, f64::from(entry.facts.effort), entry.alone.yuan());
    let when = named(lang, &["when", entry.facts.when.id()]);
    [&*facts, when].join(text(lang, ChangeMsg::Dot))
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
    let options = (NEXT_YEAR - 1..=*PLANNED.end()).map(|year| {
        let words = year.to_string();
        el("option")
            .attr("value", words.clone())
            .switch(
                "selected",
                when(move || step().is_some_and(|step| step.from == year)),
            )
            .words(words)
    });
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
                .children(options),
        );
    classed("div", "strength")
        .children(strong)
        .child(from)
        .done()
}

/// What the household says that it cannot do, and what would make it possible.
fn cannot(context: Context) -> AnyView {
    let Context {
        state,
        lang,
        entries,
        ..
    } = context;
    dynamic(move || {
        let hidden: Vec<(Obstacle, ActionId, f64)> = entries.with(|entries| {
            let hidden = entries.iter().filter_map(|entry| {
                let obstacle = entry.obstacle?;
                Some((obstacle, entry.action(), entry.alone.kg.max(0.0)))
            });
            hidden.collect()
        });
        if hidden.is_empty() {
            return nothing();
        }
        let groups = Obstacle::ALL.iter().filter_map(|obstacle| {
            let of = || hidden.iter().filter(|(known, ..)| known == obstacle);
            of().next()?;
            let kg: f64 = of().map(|(_, _, kg)| kg).sum();
            let values = [
                ("unlock", named(lang, &["unlock", obstacle.id()])),
                ("kg", &*show::kg(lang, kg)),
            ];
            let items = of().map(|(_, action, _)| {
                let action = *action;
                let words = fill(
                    lang,
                    ChangeMsg::CanAgain,
                    &[("action", action_name(lang, action))],
                );
                let again = button("quiet", text(lang, ChangeMsg::Again), move || {
                    state.replan(|plan| plan.cannot.retain(|(known, _)| *known != action));
                })
                .attr("aria-label", words);
                el("li")
                    .words([action_name(lang, action), " "].concat())
                    .child(again)
            });
            Some(
                el("li")
                    .words(fill(lang, ChangeMsg::Unlocks, &values))
                    .child(el("ul").children(items)),
            )
        });
        el("div")
            .child(el("h3").words(text(lang, ChangeMsg::Cannot)))
            .child(classed("ul", "plain").children(groups))
            .done()
    })
}

/// What is done already, and what does not apply, with the reasons.
fn not_now(context: Context) -> El {
    let Context {
        state,
        lang,
        entries,
        ..
    } = context;
    let open = RwSignal::new(false);
    let inside = dynamic(move || {
        if !open.get() {
            return nothing();
        }
        let marked = state.homes.with(|homes| homes.home().plan.already.clone());
        let items: Vec<El> = entries.with(|entries| {
            let entries = entries.iter().filter_map(|entry| {
                let why = entry.why_not?;
                let action = entry.action();
                let item = el("li").words(
                    [
                        action_name(lang, action),
                        text(lang, ChangeMsg::Colon),
                        named(lang, &["why_not", why.id()]),
                        " ",
                    ]
                    .concat(),
                );
                Some(if marked.contains(&action) {
                    item.child(button(
                        "quiet",
                        text(lang, ChangeMsg::NotAlready),
                        move || {
                            state.replan(|plan| plan.already.retain(|known| *known != action));
                        },
                    ))
                } else {
                    item
                })
            });
            entries.collect()
        });
        classed("ul", "plain").children(items).done()
    });
    el("div")
        .child(
            button("line", text(lang, ChangeMsg::NotNow), move || {
                open.update(|open| *open = !*open);
            })
            .attr("aria-expanded", mark(move || open.get())),
        )
        .view(inside)
}

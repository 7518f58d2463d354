//! What there is to know of an action: what one does, what the model changes, what it costs, how it goes
//! with the plan; and where the household says that it does it already, or cannot.
use leptos::prelude::*;
use tanlu_model::LineId;
use tanlu_model::actions::cost::INTEREST;
use tanlu_model::actions::{ActionId, Joint, Relation, mark, reasons, relation};
use tanlu_model::plan::{MOST_YUAN, Obstacle, OwnCost};
use tanlu_model::rows::{Band, Benefit, Status};

use crate::parts::choice::option;
use crate::parts::el::{El, button, classed, dynamic, each, el, live, note, nothing, when};
use crate::parts::plan::Context;
use crate::parts::plan::choose::{action_name, named, yuan};
use crate::parts::plan::entry::Entry;
use crate::parts::show;
use crate::typed;
use crate::words::{ChangeMsg, fill, name, text};

/// The details of an action.
pub fn details(context: Context, action: ActionId, entry: Memo<Option<Entry>>) -> El {
    let Context { lang, .. } = context;
    let facts = entry.with_untracked(|entry| entry.as_ref().map(|entry| entry.facts));
    let pays = entry.with_untracked(|entry| entry.as_ref().is_some_and(|it| it.alone.yuan() > 0.0));
    let benefits = facts.map(|facts| {
        // money is none where this household would pay more
        let names = facts.benefits.iter();
        let names = names.filter(|benefit| pays || **benefit != Benefit::Money);
        let names: Vec<&str> = names
            .map(|benefit| named(lang, &["benefit", benefit.id()]))
            .collect();
        names.join(text(lang, ChangeMsg::Comma))
    });
    let benefits = benefits
        .filter(|names| !names.is_empty())
        .map(|names| el("p").words(fill(lang, ChangeMsg::AlsoGood, &[("list", &names)])));
    let effort = facts.map(|facts| {
        let level = facts.effort.to_string();
        let yuan_of = facts.level().and_then(|level| level.upfront_up_to);
        let most = yuan_of.map(|most| yuan(lang, most)).unwrap_or_default();
        let words = named(lang, &["effort", &level]).replace("{yuan}", &most);
        note(fill(
            lang,
            ChangeMsg::EffortMeans,
            &[("number", &level), ("words", &words)],
        ))
    });
    classed("div", "working")
        .child(el("p").words(named(lang, &["how", action.id()])))
        .child(note(named(lang, &["assumes", action.id()])))
        .children(benefits)
        .children(effort)
        .view(changes(context, entry))
        .view(money(context, entry))
        .child(own_cost(context, action, entry))
        .view(goes_with(context, action))
        .child(marks(context, action))
        .children(facts.map(|facts| {
            let status = name(lang, &["status", facts.status.name()]);
            let class = if facts.status == Status::Published {
                ""
            } else {
                "mark"
            };
            let sources = facts.sources.iter();
            let sources = sources.map(|source| el("li").child(show::source(lang, *source)));
            el("div")
                .child(classed("p", "what").words(text(lang, ChangeMsg::CostSources)))
                .child(
                    el("ul")
                        .child(el("li").child(classed("span", class).words(status)))
                        .children(sources),
                )
        }))
}

/// A range of yuan in words.
fn range(context: Context, band: Band) -> String {
    let lang = context.lang;
    let (low, high) = (yuan(lang, band.low), yuan(lang, band.high));
    let values = [
        ("value", &*yuan(lang, band.value)),
        ("low", &low),
        ("high", &high),
    ];
    fill(lang, ChangeMsg::YuanRange, &values)
}

/// The lines of the footprint that the action changes alone, before and after.
fn changes(context: Context, entry: Memo<Option<Entry>>) -> AnyView {
    let Context {
        state, lang, base, ..
    } = context;
    dynamic(move || {
        let Some(entry) = entry.get() else {
            return nothing();
        };
        let set = Joint::of([entry.chosen]);
        let lines =
            base.with(|base| state.with_factors(|factors| base.today.changed_lines(&set, factors)));
        if lines.is_empty() {
            return nothing();
        }
        let line = |&(id, was, is): &(LineId, f64, f64)| {
            let values = [
                ("line", name(lang, &["line", id.id()])),
                ("before", &*show::kg(lang, was)),
                ("after", &show::kg(lang, is)),
            ];
            el("li").words(fill(lang, ChangeMsg::LineChange, &values))
        };
        let total = fill(
            lang,
            ChangeMsg::LinesTotal,
            &[("kg", &show::kg(lang, -entry.alone.kg))],
        );
        el("div")
            .child(classed("p", "what").words(text(lang, ChangeMsg::LinesChange)))
            .child(el("ul").children(lines.iter().map(line)))
            .child(note(total))
            .done()
    })
}

fn money(context: Context, entry: Memo<Option<Entry>>) -> AnyView {
    let Context { state, lang, .. } = context;
    dynamic(move || {
        let Some(entry) = entry.get() else {
            return nothing();
        };
        // below nothing it is said the other way round
        let line = |[more, less]: [ChangeMsg; 2], band: Band| {
            let (msg, band) = if band.value < 0.0 {
                let turned = Band {
                    value: -band.value,
                    low: -band.high,
                    high: -band.low,
                };
                (less, turned)
            } else {
                (more, band)
            };
            let nothing = band.low == 0.0 && band.high == 0.0;
            let words = || el("li").words(fill(lang, msg, &[("range", &range(context, band))]));
            (!nothing).then(words)
        };
        let cost = entry.alone.cost;
        let life = show::typed(lang, cost.life.value);
        let per_tonne = entry.alone.per_tonne.map(|per_tonne| {
            let msg = if per_tonne < 0.0 {
                ChangeMsg::PerTonneGained
            } else {
                ChangeMsg::PerTonne
            };
            let value = yuan(lang, per_tonne.abs());
            let said = fill(lang, msg, &[("yuan", &value)]);
            let bought = cost.upfront.low != 0.0 || cost.upfront.high != 0.0;
            let interest = state.with_factors(|factors| factors.value(INTEREST));
            let values = [
                ("life", &*life),
                ("interest", &show::percent(lang, interest)),
            ];
            let spread = fill(lang, ChangeMsg::SpreadOver, &values);
            el("li").words([&*said, if bought { &*spread } else { "" }].concat())
        });
        let bill = [ChangeMsg::BillSaved, ChangeMsg::BillMore];
        let upfront = [ChangeMsg::Upfront, ChangeMsg::UpfrontSaved];
        let running = [ChangeMsg::Running, ChangeMsg::RunningLess];
        el("ul")
            .children(line(bill, entry.alone.saved))
            .children(line(upfront, cost.upfront))
            .children(line(running, cost.running))
            .children(per_tonne)
            .done()
    })
}

/// Fields for what it costs this household, where it knows better.
fn own_cost(context: Context, action: ActionId, entry: Memo<Option<Entry>>) -> El {
    let Context { state, lang, .. } = context;
    let fault = RwSignal::new(String::new());
    let now = move || {
        entry.with_untracked(|entry| {
            entry.as_ref().map_or(
                OwnCost {
                    upfront: 0.0,
                    running: 0.0,
                },
                |entry| OwnCost {
                    upfront: entry.alone.cost.upfront.value,
                    running: entry.alone.cost.running.value,
                },
            )
        })
    };
    let field = move |part: &'static str, msg: ChangeMsg, pick: fn(&mut OwnCost) -> &mut f64| {
        let id = ["cost-", action.id(), "-", part].concat();
        let shown = Signal::derive(move || {
            entry.with(|_| ());
            let mut cost = now();
            show::typed(lang, pick(&mut cost).round())
        });
        let set = move |event: web_sys::Event| {
            let read = typed::number(&event_target_value(&event));
            let read = read.ok().flatten();
            match read.filter(|yuan| yuan.abs() <= MOST_YUAN) {
                Some(yuan) => {
                    let mut cost = now();
                    *pick(&mut cost) = yuan;
                    fault.set(String::new());
                    state.replan(|plan| {
                        plan.costs.retain(|(known, _)| *known != action);
                        plan.costs.push((action, cost));
                    });
                }
                None => fault.set(text(lang, ChangeMsg::YuanWrong).to_owned()),
            }
        };
        el("div")
            .child(el("label").attr("for", id.clone()).words(text(lang, msg)))
            .child(
                el("input")
                    .attr("type", "text")
                    .attr("inputmode", "decimal")
                    .attr("autocomplete", "off")
                    .attr("id", id)
                    .value(shown)
                    .on("change", set),
            )
    };
    let own = move || {
        state
            .homes
            .with(|homes| homes.home().plan.cost(action).is_some())
    };
    let back = dynamic(move || {
        if own() {
            button("quiet", text(lang, ChangeMsg::TableAgain), move || {
                state.replan(|plan| plan.costs.retain(|(known, _)| *known != action));
            })
            .done()
        } else {
            nothing()
        }
    });
    let error = classed("p", "error").attr("role", "alert");
    classed("div", "strength")
        .child(field("upfront", ChangeMsg::UpfrontField, |cost| {
            &mut cost.upfront
        }))
        .child(field("running", ChangeMsg::RunningField, |cost| {
            &mut cost.running
        }))
        .view(back)
        .child(error.words(live(move || fault.get())))
}

/// How it goes with what is planned.
fn goes_with(context: Context, action: ActionId) -> AnyView {
    let Context { state, lang, .. } = context;
    dynamic(move || {
        let planned = state.homes.with(|homes| homes.home().plan.whole());
        let others = |wanted: Relation| -> String {
            state.household.with(|home| {
                state.with_factors(|factors| {
                    let others = planned.chosen().iter().map(|chosen| chosen.action);
                    let names: Vec<&str> = others
                        .filter(|other| *other != action)
                        .filter(|other| relation(action, *other, home, factors) == wanted)
                        .map(|other| action_name(lang, other))
                        .collect();
                    names.join(text(lang, ChangeMsg::Comma))
                })
            })
        };
        let line = |relation, msg: ChangeMsg| {
            let list = others(relation);
            (!list.is_empty()).then(|| el("p").words(fill(lang, msg, &[("list", &list)])))
        };
        el("div")
            .children(line(Relation::Overlapping, ChangeMsg::Overlaps))
            .children(line(Relation::Reinforcing, ChangeMsg::Reinforces))
            .done()
    })
}

/// "I already do this", and "I can't because …".
fn marks(context: Context, action: ActionId) -> El {
    let Context { state, lang, .. } = context;
    let done = button("quiet", text(lang, ChangeMsg::Already), move || {
        state.replan_with(|answers, plan, factors| mark(action, answers, plan, factors));
    });
    let id = ["cannot-", action.id()].concat();
    let none = option("", text(lang, ChangeMsg::CannotWhy), when(|| true));
    let offered = move || {
        let reasons = state.household.with(|home| reasons(action, home));
        reasons.iter().map(|reason| *reason as usize).collect()
    };
    let reason = move |at: usize| match Obstacle::ALL.get(at) {
        Some(obstacle) => {
            let words = named(lang, &["cannot", obstacle.id()]);
            option(obstacle.id(), words, when(|| false)).done()
        }
        None => nothing(),
    };
    let choose = move |event: web_sys::Event| {
        if let Some(obstacle) = Obstacle::from_id(&event_target_value(&event)) {
            state.replan(|plan| {
                plan.drop(action);
                plan.cannot.retain(|(known, _)| *known != action);
                plan.cannot.push((action, obstacle));
            });
        }
    };
    classed("div", "strength").child(done).child(
        el("div")
            .child(
                el("label")
                    .attr("for", id.clone())
                    .words(text(lang, ChangeMsg::CannotLabel)),
            )
            .child(
                el("select")
                    .attr("id", id)
                    .on("change", choose)
                    .child(none)
                    .view(each(offered, reason)),
            ),
    )
}

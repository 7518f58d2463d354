//! What there is to know of an action: what one does, what the model changes, what it costs, how it goes
//! with the plan; and where the household says that it does it already, or cannot.
use leptos::prelude::*;
use tanlu_model::actions::cost::{Cost, INTEREST};
use tanlu_model::actions::{
    ActionId, Counted, Joint, Moved, Relation, contradicts, mark as mark_done, reasons, relation,
};
use tanlu_model::plan::{Expected, MOST_YEARS, MOST_YUAN, Obstacle, OwnCost};
use tanlu_model::rows::{Band, Benefit, Status};

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::choice::option;
use crate::parts::el::{El, button, classed, dynamic, each, el, live, mark, note, nothing, when};
use crate::parts::plan::Context;
use crate::parts::plan::choose::{action_name, amount, named, yuan, yuan_a_year};
use crate::parts::plan::closed::way_to;
use crate::parts::plan::entry::Entry;
use crate::parts::show;
use crate::typed;
use crate::words::{ChangeMsg, fill, filled, name, text};

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
        let words = filled(named(lang, &["effort", &level]), &[("yuan", &most)]);
        note(fill(
            lang,
            ChangeMsg::EffortMeans,
            &[("number", &level), ("words", &words)],
        ))
    });
    classed("div", "working")
        .child(el("p").words(named(lang, &["how", action.id()])))
        .child(note(named(lang, &["assumes", action.id()])))
        .child(note(fill(
            lang,
            ChangeMsg::StageOf,
            &[("stage", named(lang, &["stage", action.action().stage.id()]))],
        )))
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
                .child(el("p").child(show::page_link(
                    lang,
                    "methods",
                    &["#action-", action.id()].concat(),
                    text(lang, ChangeMsg::CostLedger),
                )))
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
    let msg = if low == high {
        ChangeMsg::YuanExactly
    } else {
        ChangeMsg::YuanRange
    };
    fill(lang, msg, &values)
}

/// What of the footprint the action changes alone, before and after: quantity and emissions.
fn changes(context: Context, entry: Memo<Option<Entry>>) -> AnyView {
    let Context {
        state, lang, base, ..
    } = context;
    dynamic(move || {
        let Some(entry) = entry.get() else {
            return nothing();
        };
        let set = Joint::of([entry.chosen]);
        let moved = base.with(|base| state.with_factors(|factors| base.today.moved(&set, factors)));
        if moved.is_empty() {
            return nothing();
        }
        let line = |moved: &Moved| {
            let what = match moved.what {
                Counted::Line(line) => name(lang, &["line", line.id()]),
                Counted::Meter(meter) => named(lang, &["meter", meter.id()]),
            };
            let amounts = moved.quantity.map(|both| {
                let [from, to] = both.map(|amount| number(lang, Digits::Significant, amount));
                let unit = name(lang, &["line_unit", moved.unit]);
                let values = [("from", &*from), ("to", &to), ("unit", unit)];
                fill(lang, ChangeMsg::LineAmounts, &values)
            });
            let [before, after] = moved.kg.map(|kg| show::kg(lang, kg));
            let values = [("line", what), ("before", &*before), ("after", &after)];
            let said = fill(lang, ChangeMsg::LineChange, &values);
            el("li").words([said, amounts.unwrap_or_default()].concat())
        };
        let total = fill(
            lang,
            ChangeMsg::LinesTotal,
            &[("kg", &show::kg(lang, -entry.alone.kg))],
        );
        el("div")
            .child(classed("p", "what").words(text(lang, ChangeMsg::LinesChange)))
            .child(el("ul").children(moved.iter().map(line)))
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
        let known = context.trying.of(&entry.trial);
        let per_tonne = entry.alone.per_tonne(known).map(|per_tonne| {
            let band = known.and_then(|known| known.per_tonne);
            let (gained, value) = amount(lang, band, per_tonne);
            let msg = if gained {
                ChangeMsg::PerTonneGained
            } else {
                ChangeMsg::PerTonne
            };
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
        let yearly = yuan_a_year(lang, known.map(|known| known.yuan), entry.alone.yuan());
        let upfront = [ChangeMsg::Upfront, ChangeMsg::UpfrontSaved];
        let running = [ChangeMsg::Running, ChangeMsg::RunningLess];
        el("ul")
            .child(el("li").words(yearly))
            .children(line(upfront, cost.upfront))
            .children(line(running, cost.running))
            .children(per_tonne)
            .done()
    })
}

/// Fields for what it costs this household and how long it lasts, where it knows better.
fn own_cost(context: Context, action: ActionId, entry: Memo<Option<Entry>>) -> El {
    let Context { state, lang, .. } = context;
    let field = move |part: &'static str,
                      msg: ChangeMsg,
                      table: fn(&Cost) -> Band,
                      bounds: (f64, f64),
                      pick: fn(&mut OwnCost) -> &mut Option<Expected>| {
        let shown = Signal::derive(move || {
            let known = entry.with(|entry| entry.as_ref().map(|entry| table(&entry.alone.cost)));
            known.map(|known| expected(lang, known)).unwrap_or_default()
        });
        let set = move |own: Option<Expected>| {
            state.replan(|plan| {
                let mut cost = plan.cost(action).unwrap_or_default();
                *pick(&mut cost) = own;
                plan.costs.retain(|(known, _)| *known != action);
                if cost != OwnCost::default() {
                    plan.costs.push((action, cost));
                }
            });
        };
        let id = ["cost-", action.id(), "-", part].concat();
        range_field(lang, id, text(lang, msg), shown, bounds, set)
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
    let yuan = (-MOST_YUAN, MOST_YUAN);
    let [upfront, running, life] = [
        ChangeMsg::UpfrontField,
        ChangeMsg::RunningField,
        ChangeMsg::LifeField,
    ];
    el("div").child(note(text(lang, ChangeMsg::OwnCost))).child(
        classed("div", "strength")
            .child(field(
                "upfront",
                upfront,
                |it| it.upfront,
                yuan,
                |it| &mut it.upfront,
            ))
            .child(field(
                "running",
                running,
                |it| it.running,
                yuan,
                |it| &mut it.running,
            ))
            .child(field(
                "life",
                life,
                |it| it.life,
                (1.0, MOST_YEARS),
                |it| &mut it.life,
            ))
            .view(back),
    )
}

/// A number with its range as it is typed: `18,000–25,000`, or one number.
pub fn expected(lang: Lang, known: Band) -> String {
    let [low, high] = [known.low, known.high].map(|end| show::typed(lang, end));
    if low == high {
        return low;
    }
    // a dash beside a minus sign needs room
    let dash = if known.low < 0.0 { " – " } else { "–" };
    [&*low, dash, &high].concat()
}

/// A field for a number or a range; an empty one takes back what the household said.
pub fn range_field(
    lang: Lang,
    id: String,
    label: &str,
    shown: Signal<String>,
    (least, most): (f64, f64),
    set: impl Fn(Option<Expected>) + 'static,
) -> El {
    let wrong = RwSignal::new(false);
    let error = [&*id, "-error"].concat();
    let read = move |event: web_sys::Event| {
        let within = |end: f64| (least..=most).contains(&end);
        let read = typed::range(&event_target_value(&event)).ok();
        let read = read.filter(|read| read.is_none_or(|(low, high)| within(low) && within(high)));
        wrong.set(read.is_none());
        let Some(read) = read else { return };
        let own = read.map(|(low, high)| Expected { low, high });
        // what stands there already is nobody's own
        if own.is_none_or(|own| expected(lang, own.band()) != shown.get_untracked()) {
            set(own);
        }
        let field = event_target::<web_sys::HtmlInputElement>(&event);
        field.set_value(&shown.get_untracked());
    };
    let allowed = [least, most].map(|end| show::typed(lang, end));
    let said = live(move || {
        let [low, high] = &allowed;
        let values = [("low", &**low), ("high", high)];
        let words = || fill(lang, ChangeMsg::RangeWrong, &values);
        wrong.get().then(words).unwrap_or_default()
    });
    el("div")
        .child(el("label").attr("for", id.clone()).words(label))
        .child(
            el("input")
                .attr("type", "text")
                .attr("autocomplete", "off")
                .attr("id", id)
                .attr("aria-describedby", error.clone())
                .attr("aria-invalid", mark(move || wrong.get()))
                .value(shown)
                .on("change", read),
        )
        .child(
            classed("p", "error")
                .attr("id", error)
                .attr("role", "alert")
                .words(said),
        )
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
    let contradicted = Memo::new(move |_| {
        state.homes.with(|homes| {
            let answers = &homes.home().answers;
            state.with_factors(|factors| contradicts(action, answers, factors))
        })
    });
    let say = move || {
        button("quiet", text(lang, ChangeMsg::Already), move || {
            state.replan_with(|answers, plan, factors| mark_done(action, answers, plan, factors));
        })
    };
    let done = dynamic(move || match contradicted.get() {
        Some(question) => way_to(context, question, ChangeMsg::AlreadyListed).done(),
        None => say().done(),
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
    classed("div", "strength").view(done).child(
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

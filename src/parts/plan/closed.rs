//! What cannot be chosen: what the household says that it cannot do, what it does already, what does not
//! apply; and the way back.
use leptos::prelude::*;
use tanlu_model::Household;
use tanlu_model::actions::{ActionId, WhyNot, told_by, unmark};
use tanlu_model::plan::Obstacle;

use crate::browser::document::focus_soon;
use crate::lang::Lang;
use crate::parts::el::{El, button, classed, dynamic, el, live, mark, note, nothing};
use crate::parts::plan::Context;
use crate::parts::plan::choose::{action_name, named};
use crate::parts::questions::lead;
use crate::parts::show;
use crate::words::{ChangeMsg, fill, text};

/// What the household says that it cannot do, and what would make it possible.
pub fn cannot(context: Context) -> AnyView {
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

/// The button that opens the list of what is done already or does not apply.
const NOT_NOW: &str = "not-now";

/// What is done already, and what does not apply, with the reasons.
pub fn not_now(context: Context) -> El {
    let Context {
        state,
        lang,
        base,
        entries,
        ..
    } = context;
    let open = RwSignal::new(false);
    let marked = Memo::new(move |_| state.homes.with(|homes| homes.home().plan.already.clone()));
    let closed = Memo::new(move |_| {
        entries.with(|entries| {
            let closed = entries.iter();
            let closed = closed.filter_map(|entry| Some((entry.action(), entry.why_not?)));
            closed.collect::<Vec<(ActionId, WhyNot)>>()
        })
    });
    // what was taken back last, in words
    let back = RwSignal::new(None::<(ActionId, String)>);
    let inside = dynamic(move || {
        if !open.get() {
            return nothing();
        }
        base.track();
        let marked = marked.get();
        let item = |(action, why): (ActionId, WhyNot)| {
            let words = [
                action_name(lang, action),
                text(lang, ChangeMsg::Colon),
                named(lang, &["why_not", why.id()]),
                " ",
            ];
            let way = (why == WhyNot::Already)
                .then(|| way_back(context, action, marked.contains(&action), back));
            el("li")
                .attr("data-action", action.id())
                .words(words.concat())
                .children(way.flatten())
        };
        let items = closed.get().into_iter().map(item);
        classed("ul", "plain").children(items).done()
    });
    let said = live(move || {
        let stands =
            |(action, _): &(ActionId, String)| marked.with(|known| !known.contains(action));
        let said = back.get().filter(stands);
        said.map(|(_, words)| words).unwrap_or_default()
    });
    el("div")
        .child(
            button("line", text(lang, ChangeMsg::NotNow), move || {
                open.update(|open| *open = !*open);
            })
            .attr("id", NOT_NOW)
            .attr("aria-expanded", mark(move || open.get())),
        )
        .child(note(said).attr("role", "status"))
        .view(inside)
}

/// The way back for what is done already: its questions are opened again; where the household has answered
/// one of them itself, it is led there.
fn way_back(
    context: Context,
    action: ActionId,
    marked: bool,
    back: RwSignal<Option<(ActionId, String)>>,
) -> Option<El> {
    let Context { state, lang, .. } = context;
    let before = state.homes.with_untracked(|homes| homes.home().clone());
    let (mut answers, mut plan) = (before.answers, before.plan);
    let wrote = plan.wrote.iter().filter(|(_, by)| *by == action);
    let opened: Vec<&str> = wrote
        .map(|(question, _)| show::label(lang, *question))
        .collect();
    if marked {
        unmark(action, &mut answers, &mut plan);
    }
    let told = state.with_factors(|factors| {
        let home = Household::resolve(&answers, factors);
        match action.possible(&home, factors) {
            Err(WhyNot::Already) => told_by(action, &answers, factors),
            _ => Vec::new(),
        }
    });
    let take_back = move || {
        if marked {
            state.replan_with(|answers, plan, _| unmark(action, answers, plan));
        }
    };
    if let Some(question) = told.first().copied() {
        let label = ("question", show::label(lang, question));
        let words = fill(lang, ChangeMsg::ChangeAnswer, &[label]);
        let go = move || {
            take_back();
            lead(state, question);
        };
        return Some(button("quiet", words, go));
    }
    let said = reopened(lang, action, &opened);
    let act = move || {
        take_back();
        back.set(Some((action, said.clone())));
        // this button goes
        focus_soon(NOT_NOW.to_owned());
    };
    let words = text(lang, ChangeMsg::NotAlready);
    marked.then(|| button("quiet", words, act))
}

/// That an action is in the list again, and which questions are open for it.
fn reopened(lang: Lang, action: ActionId, questions: &[&str]) -> String {
    let list = questions.join(text(lang, ChangeMsg::And));
    let msg = if questions.is_empty() {
        ChangeMsg::Back
    } else {
        ChangeMsg::BackOpen
    };
    let values = [("action", action_name(lang, action)), ("list", &*list)];
    fill(lang, msg, &values)
}

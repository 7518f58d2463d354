//! What cannot be chosen: what the household says that it cannot do, what it does already, what does not
//! apply; and the way back.
use leptos::prelude::*;
use tanlu_model::actions::{ActionId, WhyNot, contradicts, decided_by, unlocks, unmark, untold};
use tanlu_model::{Answers, QuestionId};

use crate::browser::document::focus_soon;
use crate::lang::Lang;
use crate::parts::el::{El, button, classed, dynamic, el, live, mark, note, nothing};
use crate::parts::plan::Context;
use crate::parts::plan::choose::{action_name, named, saving};
use crate::parts::questions::lead;
use crate::parts::show;
use crate::words::{ChangeMsg, fill, text};

/// What the household says that it cannot do, and what would make it possible.
pub fn cannot(context: Context) -> AnyView {
    let Context {
        state,
        lang,
        trying,
        ..
    } = context;
    dynamic(move || {
        let plan = state.homes.with(|homes| homes.home().plan.clone());
        let unlocks = unlocks(&plan);
        if unlocks.is_empty() {
            return nothing();
        }
        let groups = unlocks.into_iter().map(|unlock| {
            let known = trying.of(&unlock.trial);
            let saving = known.map(|known| saving(lang, Some(known.kg), 0.0));
            let saving = saving.unwrap_or_else(|| "…".to_owned());
            let values = [
                ("unlock", named(lang, &["unlock", unlock.obstacle.id()])),
                ("saving", &*saving),
            ];
            let items = unlock.chosen.iter().map(|chosen| {
                let action = chosen.action;
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
            el("li")
                .words(fill(lang, ChangeMsg::Unlocks, &values))
                .child(el("ul").children(items))
        });
        el("div")
            .child(el("h3").words(text(lang, ChangeMsg::Cannot)))
            .child(classed("ul", "plain").children(groups))
            .done()
    })
}

/// Why an action does not apply.
#[derive(PartialEq)]
struct Reason {
    why: WhyNot,
    /// The question that decides it.
    question: Option<QuestionId>,
    /// Whether no answer says so, but defaults alone.
    assumed: bool,
}

impl Reason {
    /// Of the questions that decide the last is the closest: whether there is a car is asked after the province.
    fn of(why: WhyNot, questions: &[QuestionId], answers: &Answers) -> Reason {
        let known = questions.iter().rfind(|question| answers.knows(**question));
        Reason {
            why,
            question: known.or(questions.last()).copied(),
            assumed: known.is_none() && !questions.is_empty(),
        }
    }
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
        let closed = closed.get();
        let (done, others): (Vec<_>, Vec<_>) = closed
            .into_iter()
            .partition(|(action, _)| marked.contains(action));
        let actions: Vec<ActionId> = others.iter().map(|(action, _)| *action).collect();
        let answers = state
            .homes
            .with_untracked(|homes| homes.home().answers.clone());
        let decided = state.with_factors(|factors| decided_by(&actions, &answers, factors));
        let mut reasons: Vec<(Reason, Vec<ActionId>)> = Vec::new();
        for (action, why) in others {
            let questions = decided.iter().find(|(of, _)| *of == action);
            let questions = questions.map_or(&[][..], |(_, questions)| questions);
            let reason = Reason::of(why, questions, &answers);
            match reasons.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, actions)) => actions.push(action),
                None => reasons.push((reason, vec![action])),
            }
        }
        let done = done.into_iter().map(|(action, _)| {
            let words = [
                action_name(lang, action),
                text(lang, ChangeMsg::Colon),
                named(lang, &["why_not", WhyNot::Already.id()]),
                " ",
            ];
            // what is done already shows in the result with the amount that only the household knows
            let (against, open) = state.with_factors(|factors| {
                let against = contradicts(action, &answers, factors);
                (against, untold(action, &answers, factors))
            });
            let way = match (against, open.first()) {
                (Some(question), _) => Some((question, ChangeMsg::AlreadyListed)),
                (None, first) => first.map(|question| (*question, ChangeMsg::GiveAnswer)),
            };
            let way = way.map(|(question, msg)| way_to(context, question, msg));
            el("li")
                .attr("data-action", action.id())
                .words(words.concat())
                .child(take_back(context, action, back))
                .children(way)
        });
        let reasons = reasons.iter().map(|(reason, actions)| {
            let names: Vec<&str> = actions.iter().map(|it| action_name(lang, *it)).collect();
            let words = [
                named(lang, &["why_not", reason.why.id()]),
                if reason.assumed {
                    text(lang, ChangeMsg::NotSaid)
                } else {
                    ""
                },
                text(lang, ChangeMsg::Colon),
                &names.join(text(lang, ChangeMsg::And)),
                " ",
            ];
            let msg = if reason.assumed {
                ChangeMsg::GiveAnswer
            } else {
                ChangeMsg::ChangeAnswer
            };
            let way = |question| way_to(context, question, msg);
            el("li")
                .words(words.concat())
                .children(reason.question.map(way))
        });
        classed("ul", "plain").children(done.chain(reasons)).done()
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

/// The way to a question: to answer it, or to change its answer.
pub fn way_to(context: Context, question: QuestionId, msg: ChangeMsg) -> El {
    let Context { state, lang, .. } = context;
    let words = fill(lang, msg, &[("question", show::label(lang, question))]);
    button("quiet", words, move || lead(state, question))
}

/// The way back for what is marked as done already: its questions are opened again; where the household has
/// answered one of them itself, it is led there.
fn take_back(context: Context, action: ActionId, back: RwSignal<Option<(ActionId, String)>>) -> El {
    let Context { state, lang, .. } = context;
    let before = state.homes.with_untracked(|homes| homes.home().clone());
    let (mut answers, mut plan) = (before.answers, before.plan);
    let wrote = plan.wrote.iter().filter(|(_, by)| *by == action);
    let mut opened: Vec<&str> = wrote
        .map(|(place, _)| show::label(lang, place.question))
        .collect();
    opened.dedup();
    unmark(action, &mut answers, &mut plan);
    let decided = state.with_factors(|factors| decided_by(&[action], &answers, factors));
    let mut told = decided.iter().flat_map(|(_, questions)| questions);
    let told = told.find(|question| answers.knows(**question)).copied();
    let take_back = move || {
        state.replan_with(|answers, plan, _| unmark(action, answers, plan));
    };
    if let Some(question) = told {
        let label = ("question", show::label(lang, question));
        let words = fill(lang, ChangeMsg::ChangeAnswer, &[label]);
        let go = move || {
            take_back();
            lead(state, question);
        };
        return button("quiet", words, go);
    }
    let said = reopened(lang, action, &opened);
    button("quiet", text(lang, ChangeMsg::NotAlready), move || {
        take_back();
        back.set(Some((action, said.clone())));
        // this button goes
        focus_soon(NOT_NOW.to_owned());
    })
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

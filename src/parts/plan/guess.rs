//! Guess first: two actions of this household, and which saves more. Nothing is counted or kept.
use leptos::prelude::*;
use tanlu_model::actions::{ActionId, Chosen, Joint, Relation, Trial, relation};
use tanlu_model::rows::Timing;

use crate::browser::document::focus_soon;
use crate::parts::draw::bar;
use crate::parts::el::{El, button, card, classed, dynamic, el, live, note, nothing};
use crate::parts::plan::Context;
use crate::parts::plan::choose::{action_name, named, saving};
use crate::parts::plan::entry::Entry;
use crate::parts::show;
use crate::words::{ChangeMsg, fill, text};

/// One must save so many times what the other does.
const APART: f64 = 1.3;
/// What saves less is too small to guess at, kg.
const LEAST: f64 = 5.0;
/// Pairs that follow each other stand so far apart in the list.
const STRIDES: [usize; 4] = [7, 5, 3, 1];

/// An action of a pair with its saving alone.
type Side = (Chosen, f64);

/// Pairs of open actions, of which one saves clearly more: each action with the next smaller one that
/// is far enough away. In a pair the one that applies first stands first.
fn pairs(entries: &[Entry]) -> Vec<[Side; 2]> {
    let open = entries
        .iter()
        .filter(|entry| entry.open() && entry.alone.kg > LEAST);
    let mut sides: Vec<Side> = Vec::new();
    for entry in open {
        let kg = entry.alone.kg;
        let at = sides.partition_point(|known| known.1 >= kg);
        sides.insert(at, (entry.chosen, kg));
    }
    let next = |(at, side): (usize, &Side)| {
        let mut smaller = sides.iter().skip(at);
        let other = smaller.find(|other| side.1 >= APART * other.1)?;
        Some(match side.0.action < other.0.action {
            true => [*side, *other],
            false => [*other, *side],
        })
    };
    sides.iter().enumerate().filter_map(next).collect()
}

/// The pair of a round; none of which one leaves the other nothing to do, where there is another.
fn pair(context: Context, round: usize) -> Option<[Side; 2]> {
    let all = context.entries.with(|entries| pairs(entries));
    let both = |sides: &&[Side; 2]| {
        let [one, other] = **sides;
        both(context, **sides) > one.1.max(other.1) + one.1.min(other.1) / 2.0
    };
    let told: Vec<[Side; 2]> = all.iter().filter(both).copied().collect();
    let all = if told.is_empty() { all } else { told };
    let count = all.len().max(1);
    let stride = STRIDES.into_iter().find(|stride| count % stride != 0);
    all.get(round * stride.unwrap_or(1) % count).copied()
}

/// Both of a pair.
fn joint(sides: [Side; 2]) -> Joint {
    Joint::of(sides.map(|(chosen, _)| chosen))
}

/// The first of a pair against the other.
fn against(sides: [Side; 2]) -> Trial {
    let [one, other] = sides.map(|(chosen, _)| Joint::of([chosen]));
    Trial::over(one, other)
}

/// What both save together, on central values.
fn both(context: Context, sides: [Side; 2]) -> f64 {
    let both = joint(sides);
    let state = context.state;
    context
        .base
        .with_untracked(|base| state.with_factors(|factors| base.today.saving(&both, factors)))
}

/// The card.
pub fn guess(context: Context) -> El {
    let lang = context.lang;
    let round = RwSignal::new(0_usize);
    let guessed = RwSignal::new(None::<ActionId>);
    let now = Memo::new(move |_| pair(context, round.get()));
    Effect::new(move || {
        let trials = |sides: [Side; 2]| [Trial::from(joint(sides)), against(sides)];
        let trials = now.get().into_iter().flat_map(trials);
        context.pair.set(trials.collect());
    });
    let inside = dynamic(move || {
        let Some(sides) = now.get() else {
            return note(text(lang, ChangeMsg::GuessNone)).done();
        };
        let buttons = sides.map(|(chosen, _)| {
            let action = chosen.action;
            button("quiet", action_name(lang, action), move || {
                guessed.set(Some(action));
            })
            .attr("id", ["guess-", chosen.action.id()].concat())
            .attr(
                "aria-pressed",
                live(move || {
                    if guessed.get() == Some(action) {
                        "true"
                    } else {
                        "false"
                    }
                    .to_owned()
                }),
            )
        });
        let answer = dynamic(move || match guessed.get() {
            Some(action) => answer(context, sides, action).done(),
            None => nothing(),
        });
        let next = dynamic(move || match guessed.get() {
            Some(_) => again(context, guessed, round).done(),
            None => nothing(),
        });
        el("div")
            .child(classed("div", "row").children(buttons))
            .child(el("div").attr("role", "status").view(answer))
            .view(next)
            .done()
    });
    card("guess", text(lang, ChangeMsg::Guess))
        .child(note(text(lang, ChangeMsg::GuessHelp)))
        .view(inside)
}

/// The next round.
fn again(context: Context, guessed: RwSignal<Option<ActionId>>, round: RwSignal<usize>) -> El {
    let next = button(
        "quiet",
        text(context.lang, ChangeMsg::GuessNext),
        move || {
            guessed.set(None);
            round.update(|round| *round += 1);
            let next = untrack(|| pair(context, round.get_untracked()));
            if let Some([(chosen, _), _]) = next {
                // this button goes
                focus_soon(["guess-", chosen.action.id()].concat());
            }
        },
    );
    classed("div", "row").child(next)
}

/// Which one saves more, what both do together, and what only many can do.
fn answer(context: Context, sides: [Side; 2], guessed: ActionId) -> El {
    let Context { lang, trying, .. } = context;
    // by what is shown: the medians, once they are known
    let known = sides.map(|(chosen, kg)| {
        let outcome = context.outcome(chosen);
        (chosen, outcome.map_or(kg, |outcome| outcome.kg.p50))
    });
    let [one, other] = known;
    // household by household, once that is known
    let sure = trying.of(&against(sides)).map(|outcome| outcome.sure);
    let first = sure.map_or(one.1 > other.1, |sure| sure >= 0.5);
    let more = if first { one } else { other };
    let sure = sure.map(|sure| {
        let share = show::percent(lang, if first { sure } else { 1.0 - sure });
        fill(lang, ChangeMsg::GuessSure, &[("percent", &share)])
    });
    let msg = if more.0.action == guessed {
        ChangeMsg::GuessRight
    } else {
        ChangeMsg::GuessOther
    };
    let name = action_name(lang, more.0.action);
    let bars = sides.map(|(chosen, kg)| {
        let band = context.outcome(chosen).map(|outcome| outcome.kg);
        let figure = saving(lang, band, kg);
        let head = classed("div", "head")
            .child(el("span").words(action_name(lang, chosen.action)))
            .child(classed("span", "kg").words(figure));
        let shown = known.iter().find(|(it, _)| *it == chosen);
        let share = shown.map_or(0.0, |(_, kg)| kg / one.1.max(other.1).max(1.0));
        el("li").child(head).child(bar(move || share))
    });
    el("div")
        .child(
            el("p").words([fill(lang, msg, &[("more", name)]), sure.unwrap_or_default()].concat()),
        )
        .child(classed("ul", "lines").children(bars))
        .child(el("p").words(together(context, sides)))
        .child(el("p").words(collective(context, sides)))
}

/// What both save together, and how that goes with what each saves alone.
fn together(context: Context, sides: [Side; 2]) -> String {
    let Context {
        state,
        lang,
        base,
        trying,
        ..
    } = context;
    let [one, other] = sides.map(|(chosen, _)| chosen.action);
    let relation = base.with_untracked(|base| {
        state.with_factors(|factors| relation(one, other, base.today.home(), factors))
    });
    let msg = match relation {
        Relation::Independent => ChangeMsg::GuessBoth,
        Relation::Overlapping => ChangeMsg::GuessLess,
        Relation::Reinforcing => ChangeMsg::GuessMore,
    };
    let known = trying.of(&Trial::from(joint(sides)));
    let band = known.map(|known| known.kg);
    let saving = saving(lang, band, both(context, sides));
    [
        &*fill(lang, msg, &[("saving", &saving)]),
        text(lang, ChangeMsg::FullStop),
    ]
    .concat()
}

/// The largest action that many do together, which is neither of the two.
fn collective(context: Context, sides: [Side; 2]) -> String {
    let Context { lang, entries, .. } = context;
    let found = entries.with_untracked(|entries| {
        let of_pair = |action| sides.iter().any(|(chosen, _)| chosen.action == action);
        let many = entries.iter().filter(|entry| {
            entry.open() && entry.facts.when == Timing::Together && !of_pair(entry.action())
        });
        let largest = many.max_by(|one, other| one.alone.kg.total_cmp(&other.alone.kg));
        largest.map(|entry| (entry.chosen, entry.alone.kg))
    });
    let Some((chosen, kg)) = found.filter(|(_, kg)| *kg >= 1.0) else {
        return text(lang, ChangeMsg::GuessSystem).to_owned();
    };
    let action = chosen.action;
    let band = context.outcome(chosen).map(|outcome| outcome.kg);
    let values = [
        ("action", action_name(lang, action)),
        ("saving", &*saving(lang, band, kg)),
        ("how", named(lang, &["how", action.id()])),
    ];
    fill(lang, ChangeMsg::GuessCollective, &values)
}

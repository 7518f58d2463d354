//! The plan on paper: what the screen shows in several places, on one sheet. Printed only.
use leptos::prelude::*;
use tanlu_model::actions::cost::INTEREST;
use tanlu_model::actions::{Aside, Target};
use tanlu_model::uncertainty::Quantiles;

use crate::lang::Lang;
use crate::parts::el::{El, classed, el, head, note, table};
use crate::parts::plan::Context;
use crate::parts::plan::choose::{action_name, named, strength, yuan};
use crate::parts::plan::entry::Entry;
use crate::parts::plan::together::{Sum, path};
use crate::parts::show;
use crate::words::{ChangeMsg, fill, text};

/// More actions than this are printed smaller.
const MANY: usize = 16;
/// More than this smaller again.
const VERY_MANY: usize = 30;

/// The chosen actions from today to the plan: when, how strongly, what they save and what is left, what
/// they cost; then what they take for granted, and what all of it rests on. What never does anything is named
/// below, with its reason.
pub fn paper(context: Context, now: &Sum, entries: &[Entry]) -> El {
    let lang = context.lang;
    let aside = context.aside.get_untracked();
    let never = |action| {
        let mut aside = aside.iter();
        aside.any(|aside| aside.action == action && aside.from.is_none())
    };
    let chosen = entries.iter();
    let chosen = chosen.filter(|entry| entry.from.is_some() && !never(entry.action()));
    let assumes = chosen.clone().map(|entry| {
        let id = entry.action().id();
        let name = [
            action_name(lang, entry.action()),
            text(lang, ChangeMsg::Colon),
        ];
        el("li")
            .child(el("strong").words(name.concat()))
            .words(named(lang, &["assumes", id]))
    });
    let mut left = now.today;
    let mut rows = vec![end(lang, ChangeMsg::Today, left)];
    for entry in chosen {
        let mut parts = now.parts.iter();
        let part = parts.find(|part| part.action == entry.action());
        let kg = part.map_or(0.0, |part| part.kg);
        left -= kg;
        rows.push(row(context, entry, kg, left, &aside));
    }
    rows.push(end(lang, ChangeMsg::Then, now.today - now.saved));
    let heads = [
        ChangeMsg::Step,
        ChangeMsg::From,
        ChangeMsg::Strong,
        ChangeMsg::SheetSaves,
        ChangeMsg::SheetLeft,
        ChangeMsg::SheetYuan,
        ChangeMsg::SheetUpfront,
        ChangeMsg::SheetTonne,
        ChangeMsg::SheetEffort,
    ];
    let heads = heads.map(|words| text(lang, words));
    let count = now.plan.steps.len();
    let size = if count > VERY_MANY {
        "paper longest"
    } else if count > MANY {
        "paper long"
    } else {
        "paper"
    };
    let rows = rows.into_iter().map(El::done).collect();
    classed("div", size)
        .child(table(text(lang, ChangeMsg::Plan), &heads, rows))
        .child(el("h3").words(text(lang, ChangeMsg::SheetAssumes)))
        .child(classed("ul", "assumes").children(assumes))
        .child(rests_on(context))
        .children(target(context, now))
}

/// The household at either end.
fn end(lang: Lang, words: ChangeMsg, kg: f64) -> El {
    let cells = ["", "", "", &*show::kg(lang, kg), "", "", "", ""];
    el("tr")
        .child(head("row", text(lang, words)))
        .children(cells.map(|words| el("td").words(words)))
}

/// An action, its part of what the plan saves, and what is left after it.
fn row(context: Context, entry: &Entry, kg: f64, left: f64, aside: &[Aside]) -> El {
    let lang = context.lang;
    let action = entry.action();
    let from = entry.from.map(|from| from.to_string()).unwrap_or_default();
    let aside = aside.iter().find(|aside| aside.action == action);
    let years = match aside.and_then(|aside| aside.from) {
        Some(until) => {
            let values = [("from", &*from), ("until", &until.to_string())];
            fill(lang, ChangeMsg::SheetYears, &values)
        }
        None => from,
    };
    let known = context.trying.of(&entry.trial);
    let told = |band: Option<Quantiles>, point: f64| match band {
        Some(band) => show::median_with_band(lang, band),
        None => yuan(lang, point),
    };
    let per_tonne = entry.alone.per_tonne(known);
    let per_tonne = per_tonne.map(|point| told(known.and_then(|known| known.per_tonne), point));
    let done = [
        years,
        strength(lang, entry.chosen),
        show::kg(lang, kg),
        show::kg(lang, left),
    ];
    let costs = [
        told(known.map(|known| known.yuan), entry.alone.yuan()),
        told(
            known.map(|known| known.upfront),
            entry.alone.cost.upfront.value,
        ),
        per_tonne.unwrap_or_default(),
        show::count(lang, usize::from(entry.facts.effort)),
    ];
    let cells = done.into_iter().chain(costs);
    el("tr")
        .child(head("row", action_name(lang, action)))
        .children(cells.map(|words| el("td").words(words)))
}

/// What the numbers of the table are.
fn rests_on(context: Context) -> El {
    let Context { state, lang, .. } = context;
    let interest = state.with_factors(|factors| factors.value(INTEREST));
    let interest = show::percent(lang, interest);
    note(fill(
        lang,
        ChangeMsg::SheetRests,
        &[("interest", &interest)],
    ))
}

/// The target, where one was sought, and where the plan stands in its year.
fn target(context: Context, now: &Sum) -> Option<El> {
    let Context {
        state, lang, base, ..
    } = context;
    let Target { kg, year, .. } = context.sought.get_untracked()?;
    let found = base.with_untracked(|base| {
        state.with_factors(|factors| path(&now.plan, base.today.home(), &[year], factors))
    });
    let there = found.first()?.per_person(now.members).kg_with;
    let values = [
        ("year", &*year.to_string()),
        ("target", &show::kg(lang, kg)),
        ("kg", &show::kg(lang, there)),
    ];
    Some(note(fill(lang, ChangeMsg::SheetTarget, &values)))
}

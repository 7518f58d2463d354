//! The plan on paper: what the screen shows in several places, in one table. Printed only.
use crate::parts::el::{El, classed, el, head, table};
use crate::parts::plan::Context;
use crate::parts::plan::choose::{action_name, named, strength, yuan};
use crate::parts::plan::entry::Entry;
use crate::parts::plan::together::Sum;
use crate::parts::show;
use crate::words::{ChangeMsg, text};

/// The chosen actions: when, how strongly, what they save, cost and take for granted.
pub fn paper(context: Context, now: &Sum, entries: &[Entry]) -> El {
    let lang = context.lang;
    let rows = entries.iter().filter_map(|entry| {
        let from = entry.from?;
        let action = entry.action();
        let part = now.parts.iter().find(|part| part.action == action);
        let kg = part.map_or(0.0, |part| part.kg);
        let effort = show::count(lang, usize::from(entry.facts.effort));
        let cells = [
            from.to_string(),
            strength(lang, entry.chosen),
            show::kg(lang, kg),
            yuan(lang, entry.alone.yuan()),
            yuan(lang, entry.alone.cost.upfront.value),
            effort,
        ];
        let assumes = classed("td", "assumes").words(named(lang, &["assumes", action.id()]));
        Some(
            el("tr")
                .child(head("row", action_name(lang, action)))
                .children(cells.map(|words| el("td").words(words)))
                .child(assumes),
        )
    });
    let heads = [
        ChangeMsg::Step,
        ChangeMsg::From,
        ChangeMsg::Strong,
        ChangeMsg::SheetSaves,
        ChangeMsg::SheetYuan,
        ChangeMsg::SheetUpfront,
        ChangeMsg::SheetEffort,
        ChangeMsg::SheetAssumes,
    ];
    let heads = heads.map(|words| text(lang, words));
    classed("div", "paper").child(table(
        text(lang, ChangeMsg::Plan),
        &heads,
        rows.map(El::done).collect(),
    ))
}

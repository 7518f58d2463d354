//! What a newer model changed in a household that an older one had computed.
use leptos::prelude::*;
use tanlu_model::MODEL_VERSION;
use tanlu_model::footprint::changes;

use crate::homes::Older;
use crate::lang::Lang;
use crate::parts::el::{El, card, dynamic, el, head, note, nothing, wide_table};
use crate::parts::show;
use crate::state::State;
use crate::words::{Msg, fill, name, text};

/// So many lines are told one by one; the rest together.
const TOLD: usize = 12;

/// The changes, where there is an older result to compare with.
pub fn newer(state: State, lang: Lang) -> AnyView {
    dynamic(move || {
        let older = state.homes.with(|homes| homes.home().older.clone());
        older.map_or_else(nothing, |older| told(state, lang, &older).done())
    })
}

fn told(state: State, lang: Lang, older: &Older) -> El {
    let models = [("then", &*older.model), ("now", MODEL_VERSION)];
    let inside = card("newer", text(lang, Msg::Newer));
    let said = note(fill(lang, Msg::NewerNote, &models));
    if older.before.is_empty() {
        return inside
            .child(said)
            .child(note(text(lang, Msg::NewerUnknown)));
    }
    let now = state.footprint.with(|footprint| footprint.by_line());
    let changes = changes(&older.before, &now);
    if changes.is_empty() {
        return inside.child(said).child(note(text(lang, Msg::NewerSame)));
    }
    let row = |label: &str, before: f64, now: f64| {
        let kg = [before, now, now - before];
        let cells = kg.map(|kg| el("td").words(show::kg(lang, kg)));
        el("tr").child(head("row", label)).children(cells)
    };
    let mut rows = Vec::new();
    let (mut before, mut after) = (0.0, 0.0);
    for (at, change) in changes.iter().enumerate() {
        if at < TOLD {
            let label = name(lang, &["line", change.line.id()]);
            rows.push(row(label, change.before, change.now));
        } else {
            before += change.before;
            after += change.now;
        }
    }
    if changes.len() > TOLD {
        rows.push(row(text(lang, Msg::NewerRest), before, after));
    }
    let all: f64 = older.before.iter().map(|(_, kg)| kg).sum();
    let sum: f64 = now.iter().map(|(_, kg)| kg).sum();
    rows.push(row(text(lang, Msg::NewerAll), all, sum));
    let said = said.words([" ", text(lang, Msg::NewerList)].concat());
    let heads = [Msg::NewerLine, Msg::NewerThen, Msg::NewerNow, Msg::NewerBy];
    let heads = heads.map(|msg| text(lang, msg));
    inside
        .child(said)
        .child(wide_table(text(lang, Msg::NewerTable), &heads, rows))
}

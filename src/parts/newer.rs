//! What a newer model changed in a household that an older one had computed.
use leptos::prelude::*;
use tanlu_model::footprint::{Change, changes};
use tanlu_model::{LineId, MODEL_VERSION};

use crate::browser::document::focus_soon;
use crate::homes::Older;
use crate::lang::Lang;
use crate::parts::el::{
    El, across, button, card, classed, dynamic, el, head, note, nothing, table, wide_table,
};
use crate::parts::lines::working_of;
use crate::parts::opens::{inside, toggle, working};
use crate::parts::show;
use crate::screen::Screen;
use crate::state::State;
use crate::words::{Msg, ResultMsg, fill, name, text};

/// So many lines are told one by one; the rest together.
const TOLD: usize = 12;
/// A line, the two results, their difference.
const HEADS: usize = 4;

/// The changes, where there is an older result to compare with.
pub fn newer(state: State, lang: Lang) -> AnyView {
    dynamic(move || {
        let older = state.homes.with(|homes| homes.home().older.clone());
        older.map_or_else(nothing, |older| told(state, lang, &older).done())
    })
}

fn told(state: State, lang: Lang, older: &Older) -> El {
    let models = [("then", &*older.model), ("now", MODEL_VERSION)];
    let seen = button("quiet", text(lang, ResultMsg::NewerSeen), move || {
        state.dismiss();
        focus_soon(["title-", Screen::Result.id()].concat());
    });
    let seen = classed("div", "row").child(seen);
    let inside = card("newer", text(lang, ResultMsg::Newer));
    let said = note(fill(lang, ResultMsg::NewerNote, &models));
    let answers = &older.answers;
    let same = state.homes.with(|homes| homes.home().answers == *answers);
    let said = if same {
        said
    } else {
        said.words([" ", text(lang, ResultMsg::NewerAnswers)].concat())
    };
    if older.is_empty() {
        return inside
            .child(said)
            .child(note(text(lang, ResultMsg::NewerUnknown)))
            .child(seen);
    }
    let now = state.footprint_of(answers).by_line();
    let heads = [
        text(lang, Msg::NewerLine),
        text(lang, ResultMsg::NewerThen),
        text(lang, ResultMsg::NewerNow),
        text(lang, Msg::NewerBy),
    ];
    let caption = text(lang, ResultMsg::NewerTable);
    // of other answers than the present ones no working can be opened
    let how: HowOfLine = same.then_some((state, working_of));
    let gone = (text(lang, ResultMsg::NewerGone), older.gone);
    let results = [&*older.before, &now];
    let Some(table) = line_by_line(
        lang,
        caption,
        heads,
        Msg::NewerAll,
        results,
        Some(gone),
        how,
    ) else {
        return inside
            .child(said)
            .child(note(text(lang, ResultMsg::NewerSame)))
            .child(seen);
    };
    let list = if same {
        ResultMsg::NewerList
    } else {
        ResultMsg::NewerListThen
    };
    let said = said.words([" ", text(lang, list)].concat());
    inside.child(said).child(table).child(seen)
}

/// What tells how a line comes about, where one household has both results.
pub type HowOfLine = Option<(State, fn(State, Lang, LineId) -> El)>;

/// Two results line by line, the largest difference first; none where nothing differs. `gone` is what the older one
/// has in lines that are no more, and what they are called.
pub fn line_by_line(
    lang: Lang,
    caption: &str,
    heads: [&str; HEADS],
    all: Msg,
    results: [&[(LineId, f64)]; 2],
    gone: Option<(&str, f64)>,
    how: HowOfLine,
) -> Option<El> {
    let [older, newer] = results;
    let changes = changes(older, newer);
    let gone = gone.filter(|(_, kg)| *kg > 0.0);
    if changes.is_empty() && gone.is_none() {
        return None;
    }
    let row = move |label: El, [before, now]: [f64; 2]| {
        let kg = [before, now, now - before];
        let cells = kg.map(|kg| el("td").words(show::kg(lang, kg)));
        el("tr").child(label).children(cells).done()
    };
    let line = move |change: &Change| {
        let (id, figures) = (change.line, [change.before, change.now]);
        let label = name(lang, &["line", id.id()]);
        let Some((state, told)) = how else {
            return vec![row(head("row", label), figures)];
        };
        let open = RwSignal::new(false);
        let opener = head("row", "").child(toggle("line", label.into(), open));
        let told = move || across(HEADS, told(state, lang, id));
        vec![row(opener, figures), inside(open, Box::new(told))]
    };
    let (told, rest) = changes.split_at(changes.len().min(TOLD));
    let mut rows: Vec<AnyView> = told.iter().flat_map(line).collect();
    if !rest.is_empty() {
        let open = RwSignal::new(false);
        let label = text(lang, Msg::NewerRest);
        let sum = |of: fn(&Change) -> f64| rest.iter().map(of).sum();
        let sums = [sum(|change| change.before), sum(|change| change.now)];
        let opener = head("row", "").child(toggle("line", label.into(), open));
        rows.push(row(opener, sums));
        let (rest, heads) = (rest.to_vec(), heads.map(str::to_owned));
        let inside_it = move || {
            let heads = heads.each_ref().map(String::as_str);
            let rows = rest.iter().flat_map(line).collect();
            across(HEADS, working().child(table(label, &heads, rows)))
        };
        rows.push(inside(open, Box::new(inside_it)));
    }
    let sum = |lines: &[(LineId, f64)]| lines.iter().fold(0.0, |sum, (_, kg)| sum + kg);
    let [mut before, now] = results.map(sum);
    if let Some((called, kg)) = gone {
        rows.push(row(head("row", called), [kg, 0.0]));
        before += kg;
    }
    rows.push(row(head("row", text(lang, all)), [before, now]));
    Some(wide_table(caption, &heads, rows))
}

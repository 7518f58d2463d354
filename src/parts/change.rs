//! What the last step did to the result, in words.
use leptos::prelude::*;
use tanlu_model::QuestionId;
use tanlu_model::uncertainty::Quantiles;

use crate::bands::{Bands, Presence};
use crate::lang::Lang;
use crate::parts::homes::called;
use crate::parts::show;
use crate::state::{Last, State};
use crate::words::{Msg, fill, text};

/// Less than this many kg is no change worth a word.
pub const NOTHING: f64 = 0.5;
/// A smaller part of the band's width is no change worth a word.
const NO_CHANGE_OF_WIDTH: f64 = 0.01;

/// By how much the result changed, in words.
fn change(lang: Lang, by: f64) -> String {
    let msg = if by < 0.0 { Msg::Less } else { Msg::More };
    fill(lang, msg, &[("value", &show::kg(lang, by.abs()))])
}

/// The same with its band: of what a household did otherwise, not of what became known. A band on both sides of
/// nothing says so.
fn change_band(lang: Lang, by: Quantiles) -> String {
    let [low, high] = [by.p05, by.p95].map(|kg| show::kg(lang, kg.abs()));
    let (msg, [low, high]) = if crosses(by) {
        (Msg::ChangeEither, [low, high])
    } else if by.p50 < 0.0 {
        (Msg::ChangeBand, [high, low])
    } else {
        (Msg::ChangeBand, [low, high])
    };
    let change = change(lang, by.p50);
    fill(
        lang,
        msg,
        &[("change", &*change), ("low", &low), ("high", &high)],
    )
}

/// Whether a change may go either way.
fn crosses(by: Quantiles) -> bool {
    by.p05 <= -NOTHING && by.p95 >= NOTHING
}

/// By how much the band is narrower or wider, as a sentence.
fn width_change(lang: Lang, bands: &Bands) -> String {
    let by = bands.against_before() - 1.0;
    let msg = if by < 0.0 { Msg::Narrower } else { Msg::Wider };
    if by.abs() < NO_CHANGE_OF_WIDTH || !by.is_finite() {
        return String::new();
    }
    let percent = show::percent(lang, by.abs());
    fill(lang, msg, &[("percent", &percent)])
}

/// By how much an answer moved the result per member: the same households before and after where it
/// changed one that was given, else the median. Medians are told in whole kg, and so is their difference.
pub fn moved(bands: &Bands, anew: bool) -> f64 {
    if anew {
        bands.change.p50
    } else {
        bands.per_person.p50.round() - bands.before.p50.round()
    }
}

/// Whether the bands are of the answers before the last.
fn is_stale(state: State) -> bool {
    state.drawing.presence.get() == Presence::Stale
}

/// What an answer did; nothing as long as its band is not there.
fn answered(state: State, lang: Lang, question: QuestionId, anew: bool) -> String {
    let question = ("question", show::label(lang, question));
    if is_stale(state) {
        return String::new();
    }
    state.drawing.bands.with(|bands| {
        let by = moved(bands, anew);
        let what = if anew {
            change_band(lang, bands.change)
        } else {
            change(lang, by)
        };
        let said = if by.abs() < NOTHING && !(anew && crosses(bands.change)) {
            fill(lang, Msg::Unchanged, &[question])
        } else {
            fill(lang, Msg::Changed, &[("change", &what), question])
        };
        [said, width_change(lang, bands)].concat()
    })
}

/// What the last step did.
pub fn changed(state: State, lang: Lang) -> String {
    let plain = |msg| text(lang, msg).to_owned();
    match state.last.get() {
        Last::Nothing => plain(Msg::NoChange),
        Last::Planned | Last::Slid(_) => plain(Msg::Planned),
        Last::Cleared => plain(Msg::Cleared),
        Last::Imported => {
            let newer = state.homes.with(|homes| match &homes.home().older {
                None => "",
                Some(older) if older.is_empty() => text(lang, Msg::NewerNoLines),
                Some(_) => text(lang, Msg::NewerSee),
            });
            [text(lang, Msg::Imported), newer].concat()
        }
        Last::Removed => plain(Msg::HomeRemoved),
        Last::OtherTab => plain(Msg::OtherTab),
        Last::Undone => {
            let home = state
                .homes
                .with(|homes| called(lang, homes.home(), homes.chosen()));
            fill(lang, Msg::Undone, &[("home", &home)])
        }
        Last::Answered { question, anew } => answered(state, lang, question, anew),
    }
}

/// The same in few words, where there is little room.
pub fn changed_shortly(state: State, lang: Lang) -> String {
    match state.last.get() {
        Last::Nothing => String::new(),
        Last::Answered { .. } if is_stale(state) => String::new(),
        Last::Answered { anew, .. } => state.drawing.bands.with(|bands| {
            let by = moved(bands, anew);
            let change = if anew && crosses(bands.change) {
                change_band(lang, bands.change)
            } else if by.abs() < NOTHING {
                return String::new();
            } else {
                change(lang, by)
            };
            fill(lang, Msg::ChangedShort, &[("change", &change)])
        }),
        _ => changed(state, lang),
    }
}

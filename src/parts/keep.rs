//! The screen of the households, saving, opening, printing and clearing. It is loaded when it is
//! first opened.
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use tanlu_model::footprint::{CSV_COLUMNS, Gas, csv_row};
use tanlu_model::uncertainty::SEED;
use tanlu_model::{BASE_YEAR, Footprint, LineId, MODEL_VERSION, file};

use crate::browser::turn::soon;
use crate::browser::{address, files, number};
use crate::lang::Lang;
use crate::lazy::{Draw, Drawn, Fetched, Module};
use crate::parts::el::{El, Words, button, card, classed, el, note, when};
use crate::parts::homes::{called, homes};
use crate::parts::refusal;
use crate::screen::Screen;
use crate::state::State;
use crate::words::{KeepMsg, Msg, fill, name, text};

/// A text as one cell of a CSV table.
fn quoted(text: &str) -> String {
    let mut cell = String::from("\"");
    for sign in text.chars() {
        if sign == '"' {
            cell.push('"');
        }
        cell.push(sign);
    }
    cell.push('"');
    cell
}

/// Where the module of this screen begins.
#[wasm_split(keep, wasm_split_path = leptos::wasm_split, fallible)]
pub fn fetch() -> Fetched {
    Ok(Module::from(screen as Draw))
}

fn screen(state: State, lang: Lang) -> Drawn {
    vec![homes(state, lang), keep(state, lang)]
}

/// Goes to the result and prints it, once all of it is here.
fn print_result(state: State) {
    address::go(Screen::Result.id());
    Effect::new(move |printed: Option<bool>| {
        if printed == Some(true) {
            return true;
        }
        let here = state.lazy.here(Screen::Result).is_some();
        if here {
            // what has just come is drawn first
            soon(files::print);
        }
        here
    });
}

/// What the visitor can do with the answers and the result.
fn keep(state: State, lang: Lang) -> El {
    // why the last file was refused
    let fault = RwSignal::new(String::new());
    let home_name = move || {
        state
            .homes
            .with_untracked(|homes| called(lang, homes.home(), homes.chosen()))
    };
    let file_name = move |ending: &str| [text(lang, Msg::Name), " ", &home_name(), ending].concat();
    let export = move || {
        let home = state.homes.with_untracked(|homes| homes.home().clone());
        let before = state.footprint.with_untracked(Footprint::by_line);
        let written = file::write(&home.answers, &home.plan, &before, &number::shortest);
        files::save(&file_name(".json"), "application/json", &written);
    };
    let csv = move || {
        let mut table = ["household,name,model,year,gas,seed,", CSV_COLUMNS, "\n"].concat();
        let year = number::shortest(f64::from(BASE_YEAR));
        let seed = number::shortest(SEED as f64);
        let home = home_name();
        let lines = state.drawing.lines.get_untracked();
        state.footprint.with_untracked(|footprint| {
            for &id in LineId::ALL {
                let band = lines.of(id);
                // some lines only other draws have
                if footprint.line(id).is_none() && band.p95 <= 0.0 {
                    continue;
                }
                let name = name(lang, &["line", id.id()]);
                let row = csv_row(id, &footprint.lines, Gas::Co2e, band, &number::shortest);
                table += &[
                    &quoted(&home),
                    ",",
                    &quoted(name),
                    ",",
                    MODEL_VERSION,
                    ",",
                    &year,
                    ",",
                    Gas::Co2e.id(),
                    ",",
                    &seed,
                    ",",
                    &row,
                    "\n",
                ]
                .concat();
            }
        });
        // the mark tells spreadsheets that the text is UTF-8
        files::save(
            &file_name(".csv"),
            "text/csv",
            &["\u{feff}", &table].concat(),
        );
    };
    let open = move |event: web_sys::Event| {
        files::open(&event, move |read| {
            let read = read.map(|read| file::read(&read));
            fault.set(match read {
                None => text(lang, KeepMsg::FileUnreadable).to_owned(),
                Some(Err(why)) => {
                    let why = refusal::of_file(lang, &why);
                    fill(lang, KeepMsg::FileRefused, &[("why", &why)])
                }
                Some(Ok(file)) => {
                    state.import(file);
                    String::new()
                }
            });
        });
    };
    let empty = when(move || {
        state.homes.with(|homes| {
            let home = homes.home();
            home.answers.is_empty() && home.plan.is_empty()
        })
    });
    let quiet = |msg: KeepMsg, act: Box<dyn Fn()>| button("quiet", text(lang, msg), act);
    let field = el("input")
        .attr("type", "file")
        .attr("id", "open")
        .attr("accept", ".json,application/json")
        .attr("aria-describedby", "open-error")
        .on("change", open);
    let error = classed("p", "error")
        .attr("id", "open-error")
        .attr("role", "alert");
    card("files", text(lang, KeepMsg::Title))
        .child(note(text(lang, KeepMsg::KeepHelp)))
        .child(
            classed("div", "row")
                .child(quiet(KeepMsg::Export, Box::new(export)))
                .child(quiet(KeepMsg::Csv, Box::new(csv)))
                .child(quiet(KeepMsg::Print, Box::new(move || print_result(state))))
                .child(
                    quiet(KeepMsg::ClearAll, Box::new(move || state.clear()))
                        .switch("disabled", empty),
                ),
        )
        .child(
            classed("label", "label")
                .attr("for", "open")
                .words(text(lang, KeepMsg::Import)),
        )
        .child(field)
        .child(error.words(Words::Live(fault.into())))
}

//! Several households side by side.
use leptos::prelude::*;
use tanlu_model::{Domain, Footprint};

use crate::browser::document::focus_soon;
use crate::homes::{Home, MOST};
use crate::lang::Lang;
use crate::parts::el::{
    El, button, card, classed, dynamic, each, el, head, live, mark, note, nothing, when, wide_table,
};
use crate::parts::show;
use crate::state::State;
use crate::words::{Msg, fill, name, text};

/// What a household is called: its name, else its number.
pub fn called(lang: Lang, home: &Home, at: usize) -> String {
    if home.name.is_empty() {
        fill(
            lang,
            Msg::HomeNumber,
            &[("number", &show::count(lang, at + 1))],
        )
    } else {
        home.name.clone()
    }
}

/// The households: which one is shown, its name, and all of them in one table.
pub fn homes(state: State, lang: Lang) -> El {
    let count = Memo::new(move |_| state.homes.with(|homes| homes.list().len()));
    let choose = move |at: usize| {
        let words = live(move || {
            state.homes.with(|homes| {
                let home = homes.list().get(at);
                home.map(|home| called(lang, home, at)).unwrap_or_default()
            })
        });
        let pressed = mark(move || state.homes.with(|homes| homes.chosen() == at));
        button("quiet", words, move || state.choose(at))
            .attr("aria-pressed", pressed)
            .done()
    };
    let name_now = Signal::derive(move || state.homes.with(|homes| homes.home().name.clone()));
    let name = el("input")
        .attr("type", "text")
        .attr("id", "home-name")
        .attr("maxlength", "40")
        .attr("autocomplete", "off")
        .value(name_now)
        .on("change", move |event| {
            state.rename(event_target_value(&event).trim())
        });
    let add = button("", text(lang, Msg::HomeAdd), move || state.add());
    let remove = button("quiet", text(lang, Msg::HomeRemove), move || {
        state.remove();
        focus_soon("home-name".to_owned());
    });
    let all = dynamic(move || {
        if count.get() > 1 {
            side_by_side(state, lang).done()
        } else {
            nothing()
        }
    });
    card("homes", text(lang, Msg::Homes))
        .child(note(text(lang, Msg::HomesHelp)))
        .child(classed("div", "row").view(each(move || (0..count.get()).collect(), choose)))
        .child(
            classed("div", "row")
                .child(
                    el("label")
                        .attr("for", "home-name")
                        .words(text(lang, Msg::HomeName)),
                )
                .child(name),
        )
        .child(
            classed("div", "row")
                .child(add.switch("disabled", when(move || count.get() >= MOST)))
                .child(remove.switch("disabled", when(move || count.get() < 2))),
        )
        .view(all)
}

/// A column for each household, a row for each total and part of life.
fn side_by_side(state: State, lang: Lang) -> El {
    let (names, all): (Vec<String>, Vec<Footprint>) = state.homes.with(|homes| {
        let homes = homes.list().iter().enumerate();
        homes
            .map(|(at, home)| (called(lang, home, at), state.footprint_of(&home.answers)))
            .unzip()
    });
    let row = |label: &'static str, kg: &dyn Fn(&Footprint) -> f64| {
        let cells = all
            .iter()
            .map(|footprint| el("td").words(show::kg(lang, kg(footprint))));
        el("tr").child(head("row", label)).children(cells)
    };
    let mut rows = vec![
        row(text(lang, Msg::PerPerson), &Footprint::per_person_kg),
        row(text(lang, Msg::Household), &Footprint::household_kg),
    ];
    for domain in Domain::CONSUMPTION {
        let label = name(lang, &["domain", domain.id()]);
        rows.push(row(label, &|footprint| footprint.domain_kg(*domain)));
    }
    let mut heads = vec![text(lang, Msg::Part)];
    heads.extend(names.iter().map(String::as_str));
    wide_table(text(lang, Msg::SideBySide), &heads, rows)
}

//! Several households side by side.
use leptos::prelude::*;
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::{Answers, Domain};

use crate::bands::Bands;
use crate::browser::document::focus_soon;
use crate::homes::{Home, MOST};
use crate::lang::Lang;
use crate::parts::el::{
    El, across, button, card, classed, dynamic, each, el, head, live, mark, note, nothing, when,
    wide_table,
};
use crate::parts::newer::line_by_line;
use crate::parts::opens::{inside, opens_plain, working};
use crate::parts::show;
use crate::state::State;
use crate::words::{KeepMsg, Msg, fill, name, text};

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
    let add = button("", text(lang, KeepMsg::HomeAdd), move || state.add());
    let remove = button("quiet", text(lang, KeepMsg::HomeRemove), move || {
        state.remove();
        focus_soon("home-name".to_owned());
    });
    let all = dynamic(move || {
        if count.get() > 1 {
            el("div")
                .child(side_by_side(state, lang))
                .child(note(text(lang, KeepMsg::SideHow)))
                .done()
        } else {
            nothing()
        }
    });
    card("homes", text(lang, KeepMsg::Homes))
        .child(note(text(lang, KeepMsg::HomesHelp)))
        .child(classed("div", "row").view(each(move || (0..count.get()).collect(), choose)))
        .child(
            classed("div", "row")
                .child(
                    el("label")
                        .attr("for", "home-name")
                        .words(text(lang, KeepMsg::HomeName)),
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

/// A column for each household, a row for each total and part of life; and by how much it is above the
/// first one.
fn side_by_side(state: State, lang: Lang) -> El {
    let names: Vec<String> = state.homes.with(|homes| {
        let homes = homes.list().iter().enumerate();
        homes.map(|(at, home)| called(lang, home, at)).collect()
    });
    let all = state.drawing.beside.get();
    if all.len() != names.len() {
        // still being drawn
        return el("div");
    }
    let cell = |band: Quantiles| el("td").words(show::median_with_band(lang, band));
    let row = |label: &str, pick: &dyn Fn(&Bands) -> Quantiles| {
        let cells = all.iter().map(|totals| cell(pick(&totals.bands)));
        el("tr").child(head("row", label)).children(cells).done()
    };
    let mut rows = vec![
        row(text(lang, Msg::PerPerson), &|bands| bands.per_person),
        row(text(lang, Msg::Household), &|bands| bands.household),
    ];
    for domain in Domain::CONSUMPTION {
        let label = name(lang, &["domain", domain.id()]);
        rows.push(row(label, &|bands| bands.domain(*domain)));
    }
    if let Some((first, others)) = all.split_first() {
        let label = text(lang, KeepMsg::AboveFirst);
        let mut above = el("tr")
            .child(head("row", label))
            .child(el("td").words("–"));
        let mut below = Vec::new();
        for (totals, called) in others.iter().zip(names.iter().skip(1)) {
            let open = RwSignal::new(false);
            let band = totals.above(first);
            let said = show::median_with_band(lang, band).into();
            let what = [called, text(lang, Msg::ListComma), label].concat();
            above = above.child(el("td").child(opens_plain(lang, &what, said, open)));
            let answers = [first.answers.clone(), totals.answers.clone()];
            let called = [names.first().unwrap_or(called).clone(), called.clone()];
            let columns = 1 + names.len();
            let how = move || across(columns, apart(state, lang, &called, &answers));
            below.push(inside(open, Box::new(how)));
        }
        rows.push(above.done());
        rows.extend(below);
    }
    let mut heads = vec![text(lang, Msg::Part)];
    heads.extend(names.iter().map(String::as_str));
    wide_table(text(lang, KeepMsg::SideBySide), &heads, rows)
}

/// What makes two households differ, line by line and per person, on central values.
fn apart(state: State, lang: Lang, called: &[String; 2], answers: &[Answers; 2]) -> El {
    let [first, other] = answers.each_ref().map(|answers| {
        let footprint = state.footprint_of(answers);
        footprint.per_person_by_line()
    });
    let [one, two] = called;
    let (line, by) = (text(lang, Msg::NewerLine), text(lang, Msg::NewerBy));
    let values = [("first", &**one), ("other", two)];
    let caption = fill(lang, KeepMsg::ApartTable, &values);
    let table = line_by_line(
        lang,
        &caption,
        [line, one, two, by],
        Msg::Sum,
        [&first, &other],
    );
    working()
        .children(table)
        .child(note(text(lang, KeepMsg::ApartNote)))
}

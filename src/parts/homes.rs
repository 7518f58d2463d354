//! Several households side by side.
use leptos::prelude::*;
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::{AnswerUnit, Answers, Domain, LineId};

use crate::bands::{Bands, Totals};
use crate::browser::document::focus_soon;
use crate::homes::{Home, MOST};
use crate::lang::Lang;
use crate::parts::el::{
    El, Words, across, button, card, classed, dynamic, each, el, head, live, mark, note, nothing,
    when, wide_table,
};
use crate::parts::newer::line_by_line;
use crate::parts::opens::{entry, inside, item, opens_plain, sum_of, working};
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

/// A row of the households' table.
#[derive(Clone, Copy)]
enum Total {
    PerPerson,
    Household,
    Domain(Domain),
}

impl Total {
    fn called(self, lang: Lang) -> &'static str {
        match self {
            Total::PerPerson => text(lang, Msg::PerPerson),
            Total::Household => text(lang, Msg::Household),
            Total::Domain(domain) => name(lang, &["domain", domain.id()]),
        }
    }

    fn of(self, bands: &Bands) -> Quantiles {
        match self {
            Total::PerPerson => bands.per_person,
            Total::Household => bands.household,
            Total::Domain(domain) => bands.domain(domain),
        }
    }
}

/// What a total of a household is made of, on central values: its parts of life, each opening to its lines;
/// or those lines.
fn made_of(state: State, lang: Lang, total: Total, what: &str, totals: &Totals) -> El {
    let footprint = state.footprint_of(&totals.answers);
    let lines = StoredValue::new(footprint.by_line());
    let figure = |kg: f64, total: Total| -> Words {
        show::point_and_median(lang, kg, total.of(&totals.bands)).into()
    };
    let lines_of = move |domain: Domain| {
        let of = |(line, _): &(LineId, f64)| line.domain() == domain;
        let mut lines = lines.get_value();
        lines.retain(of);
        lines.sort_by(|(_, one), (_, next)| next.total_cmp(one));
        let lines = lines.into_iter().map(|(line, kg)| {
            let title = el("span").words(name(lang, &["line", line.id()]));
            item(None, title, classed("span", "kg").words(show::kg(lang, kg)))
        });
        classed("ul", "lines").children(lines)
    };
    let inside = working().child(classed("p", "what").words(what));
    let inside = match total {
        Total::PerPerson => {
            let [household, value] =
                [footprint.household_kg(), footprint.per_person_kg()].map(|kg| show::kg(lang, kg));
            let members = show::amount(lang, footprint.members, AnswerUnit::Person);
            let values = [
                ("household", &*household),
                ("members", &members),
                ("value", &value),
            ];
            inside.child(el("p").words(fill(lang, KeepMsg::HomePerPerson, &values)))
        }
        Total::Household | Total::Domain(_) => inside,
    };
    let list = match total {
        Total::Domain(domain) => {
            let kg = figure(footprint.domain_kg(domain), total);
            lines_of(domain).child(sum_of(lang, kg))
        }
        Total::PerPerson | Total::Household => {
            let parts = Domain::CONSUMPTION.iter().copied().map(|domain| {
                let kg = figure(footprint.domain_kg(domain), Total::Domain(domain));
                let title = name(lang, &["domain", domain.id()]);
                let how = Box::new(move || working().child(lines_of(domain)));
                entry(domain.id(), title, kg, None, how)
            });
            let sum = figure(footprint.household_kg(), Total::Household);
            classed("ul", "lines")
                .children(parts)
                .child(sum_of(lang, sum))
        }
    };
    inside
        .child(list)
        .child(note(text(lang, KeepMsg::HomePoint)))
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
    let columns = 1 + names.len();
    let mut rows = Vec::new();
    let totals = [Total::PerPerson, Total::Household];
    let domains = Domain::CONSUMPTION.iter().copied().map(Total::Domain);
    for total in totals.into_iter().chain(domains) {
        let label = total.called(lang);
        let mut row = el("tr").child(head("row", label));
        let mut below = Vec::new();
        for (totals, called) in all.iter().zip(&names) {
            let open = RwSignal::new(false);
            let said = show::median_with_band(lang, total.of(&totals.bands)).into();
            let what = [called, text(lang, Msg::ListComma), label].concat();
            row = row.child(el("td").child(opens_plain(lang, &what, said, open)));
            let totals = totals.clone();
            let how = move || across(columns, made_of(state, lang, total, &what, &totals));
            below.push(inside(open, Box::new(how)));
        }
        rows.push(row.done());
        rows.extend(below);
    }
    if let Some((first, others)) = all.split_first() {
        let label = text(lang, KeepMsg::AboveFirst);
        let mut above = classed("tr", "above")
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
        None,
        None,
    );
    working()
        .children(table)
        .child(note(text(lang, KeepMsg::ApartNote)))
}

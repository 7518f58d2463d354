//! The household beside the averages of its place and of the nation, and beside a published line.
use leptos::prelude::*;
use tanlu_model::choice::{Choice, Settlement};
use tanlu_model::population::national;
use tanlu_model::rows::{PER_PERSON_LINES, PerPersonLine, Province};
use tanlu_model::{Domain, QuestionId};

use crate::averages::{self, Average};
use crate::lang::Lang;
use crate::parts::draw::bar;
use crate::parts::el::{El, card, classed, dynamic, el, head, live, note, nothing, wide_table};
use crate::parts::show;
use crate::state::State;
use crate::words::{Msg, fill, name, text};

/// The year of the published line that is shown.
const LINE_YEAR: u16 = 2030;

/// Where the household lives, as far as it is answered.
#[derive(Clone, Copy)]
struct Place {
    province: Option<Province>,
    settlement: Option<Settlement>,
}

impl Place {
    fn of(state: State) -> Place {
        let knows = |question| {
            state
                .homes
                .with(|homes| homes.home().answers.knows(question))
        };
        let (province, settlement) = state
            .household
            .with(|home| (home.province, home.settlement));
        Place {
            province: knows(QuestionId::Province).then_some(province),
            settlement: knows(QuestionId::Settlement).then_some(settlement),
        }
    }

    /// The same number is the same place.
    fn number(self) -> usize {
        averages::number(self.province, self.settlement)
    }

    /// What the average of this place is called.
    fn called(self, lang: Lang) -> String {
        let province = match self.province {
            Some(province) => show::option(lang, QuestionId::Province, province.id()),
            None => text(lang, Msg::Nation),
        };
        match self.settlement {
            None => fill(lang, Msg::AverageOf, &[("place", province)]),
            Some(settlement) => {
                let kind = show::option(lang, QuestionId::Settlement, settlement.id());
                let values = [("place", province), ("settlement", kind)];
                fill(lang, Msg::AverageOfSettlement, &values)
            }
        }
    }

    fn average(self) -> Average {
        Average::of(self.province, self.settlement)
    }
}

const NATION: Place = Place {
    province: None,
    settlement: None,
};

/// The sentence at the start: what the average household comes to.
pub fn nation_in_short(lang: Lang) -> String {
    let average = NATION.average();
    let values = [
        ("person", &*show::kg(lang, average.per_person_kg())),
        ("household", &show::kg(lang, average.household_kg())),
    ];
    fill(lang, Msg::AverageStart, &values)
}

/// The averages that the household is compared with: of its place, if that is known, and the nation's.
fn places(place: Place) -> Vec<Place> {
    if place.number() == NATION.number() {
        vec![NATION]
    } else {
        vec![place, NATION]
    }
}

/// The published line, as far as there is one.
fn line() -> Option<&'static PerPersonLine> {
    PER_PERSON_LINES.iter().find(|line| line.year == LINE_YEAR)
}

/// The household beside others: bars, and the same by part of life as a table.
pub fn compare(state: State, lang: Lang) -> El {
    let number = Memo::new(move |_| Place::of(state).number());
    let shown = dynamic(move || {
        // made anew for another place only; a memo that is never read would not notice
        let _ = number.get();
        let place = untrack(|| Place::of(state));
        el("div")
            .child(bars(state, lang, place))
            .child(by_domain(state, lang, place))
            .child(note(text(lang, Msg::AverageNote)))
            .view(lacking(lang, place))
            .done()
    });
    card("compare", text(lang, Msg::Compare))
        .child(note(text(lang, Msg::CompareNote)))
        .view(shown)
        .children(line().map(|line| cited(lang, line)))
}

/// kg per person as bars of one scale.
fn bars(state: State, lang: Lang, place: Place) -> El {
    let own = move || state.drawing.bands.with(|bands| bands.per_person);
    let others = places(place)
        .into_iter()
        .map(|place| (place.called(lang), place.average().per_person_kg()));
    let year = LINE_YEAR.to_string();
    let limits = line().into_iter().flat_map(|line| {
        let low = fill(lang, Msg::LineLow, &[("year", &year)]);
        let high = fill(lang, Msg::LineHigh, &[("year", &year)]);
        [(low, line.low_kg()), (high, line.high_kg())]
    });
    let fixed: Vec<(String, f64)> = others.chain(limits).collect();
    let most = fixed.iter().map(|(_, kg)| *kg).fold(0.0, f64::max);
    let scale = move || own().p50.max(most);
    let figure = live(move || {
        let values = [
            ("value", &*show::median(lang, own())),
            ("band", &show::band(lang, own())),
        ];
        fill(lang, Msg::WithBand, &values)
    });
    let mine = bar_of(
        text(lang, Msg::Yours),
        el("span").words(figure),
        bar(move || own().p50 / scale()),
    );
    let rest = fixed.into_iter().map(|(label, kg)| {
        let shown = el("span").words(show::kg(lang, kg));
        bar_of(&label, shown, bar(move || kg / scale()))
    });
    classed("ul", "lines")
        .child(mine.attr("class", "mine"))
        .children(rest)
}

fn bar_of(label: &str, kg: El, bar: El) -> El {
    el("li")
        .child(
            classed("div", "head")
                .child(el("span").words(label))
                .child(kg.attr("class", "kg")),
        )
        .child(bar)
}

/// kg per person by part of life, a column for each place.
fn by_domain(state: State, lang: Lang, place: Place) -> El {
    let places = places(place);
    let rows = Domain::CONSUMPTION.iter().map(|domain| {
        let own = live(move || {
            let band = state
                .drawing
                .bands
                .with(|bands| bands.domain_per_person(*domain));
            show::median(lang, band)
        });
        let others = places.iter().map(|place| {
            let kg = place.average().domain_kg(*domain);
            el("td").words(show::kg(lang, kg))
        });
        el("tr")
            .child(head("row", name(lang, &["domain", domain.id()])))
            .child(el("td").words(own))
            .children(others)
    });
    let names: Vec<String> = places.iter().map(|place| place.called(lang)).collect();
    let mut heads = vec![text(lang, Msg::Part), text(lang, Msg::Yours)];
    heads.extend(names.iter().map(String::as_str));
    wide_table(text(lang, Msg::CompareTable), &heads, rows.collect())
}

/// What the average of the province takes from national tables.
fn lacking(lang: Lang, place: Place) -> AnyView {
    let Some(province) = place.province else {
        return nothing();
    };
    let lacking: Vec<&str> = national(province)
        .into_iter()
        .map(|question| name(lang, &["national", question.id()]))
        .collect();
    if lacking.is_empty() {
        return nothing();
    }
    let list = lacking.join(text(lang, Msg::ListComma));
    note(fill(lang, Msg::AverageNational, &[("list", &list)])).done()
}

/// Where the published line comes from.
fn cited(lang: Lang, line: &'static PerPersonLine) -> El {
    let values = [
        ("year", &*line.year.to_string()),
        ("low", &show::kg(lang, line.low_kg())),
        ("high", &show::kg(lang, line.high_kg())),
    ];
    let said = note(fill(lang, Msg::LineNote, &values)).words(" ");
    match line.sources.first() {
        Some(source) => said.child(show::source(lang, *source)),
        None => said,
    }
}

//! The household beside the averages of its place and of the nation, and beside a published line.
use leptos::prelude::*;
use tanlu_model::choice::{Choice, Settlement};
use tanlu_model::population::{HOUSEHOLDS, national};
use tanlu_model::rows::{PER_PERSON_LINES, PerPersonLine, Province};
use tanlu_model::{Domain, QuestionId};

use crate::averages::{self, Average};
use crate::lang::Lang;
use crate::parts::draw::bar;
use crate::parts::el::{
    El, Words, across, card, classed, dynamic, el, head, live, note, nothing, wide_table,
};
use crate::parts::lines::lines_of;
use crate::parts::opens::{inside, item, opens_plain, sum_of, toggle, working};
use crate::parts::show;
use crate::parts::workings::{members, per_person_working};
use crate::state::State;
use crate::words::{Msg, ResultMsg, fill, name, text};

/// Terms that the card uses.
const TERMS: [(&str, ResultMsg); 4] = [
    ("co2e", ResultMsg::TermCo2e),
    ("household_consumption", ResultMsg::TermHouseholdConsumption),
    ("life_cycle", ResultMsg::TermLifeCycle),
    ("band", ResultMsg::TermBand),
];

/// The year of the published line that is shown.
const LINE_YEAR: u16 = 2030;

/// Where the household lives, as far as it is answered.
#[derive(Clone, Copy)]
pub struct Place {
    /// The province; all where there is none.
    pub province: Option<Province>,
    /// The kind of settlement; all where there is none.
    pub settlement: Option<Settlement>,
}

impl Place {
    /// That of the household that is shown.
    pub fn of(state: State) -> Place {
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
    pub fn called(self, lang: Lang) -> String {
        let province = match self.province {
            Some(province) => show::option(lang, QuestionId::Province, province.id()),
            None => text(lang, ResultMsg::Nation),
        };
        match self.settlement {
            None => fill(lang, ResultMsg::AverageOf, &[("place", province)]),
            Some(settlement) => {
                let kind = show::option(lang, QuestionId::Settlement, settlement.id());
                let values = [("place", province), ("settlement", kind)];
                fill(lang, ResultMsg::AverageOfSettlement, &values)
            }
        }
    }

    /// Its average household.
    pub fn average(self) -> Average {
        Average::of(self.province, self.settlement)
    }
}

/// The nation.
pub const NATION: Place = Place {
    province: None,
    settlement: None,
};

/// How the average of the nation comes about.
pub fn nation_averaged(lang: Lang) -> El {
    averaged(lang, NATION)
}

/// How the average of a place comes about: its parts of life, and what it is the mean of.
pub fn averaged(lang: Lang, place: Place) -> El {
    let average = place.average();
    let plain = |label: &str, kg: f64| {
        let kg = classed("span", "kg").words(show::kg(lang, kg));
        item(None, el("span").words(label), kg)
    };
    let domains = Domain::CONSUMPTION.iter().map(|domain| {
        let label = name(lang, &["domain", domain.id()]);
        plain(label, average.domain_kg(*domain))
    });
    let per_person = show::kg(lang, average.per_person_kg());
    let values = [
        ("place", &*place.called(lang)),
        ("homes", &show::typed(lang, f64::from(HOUSEHOLDS))),
        ("person", &per_person),
        ("members", &show::typed(lang, average.members())),
        ("household", &show::kg(lang, average.household_kg())),
    ];
    working()
        .child(el("p").words(fill(lang, ResultMsg::AverageHow, &values)))
        .child(
            classed("ul", "lines")
                .children(domains)
                .child(sum_of(lang, per_person.clone().into())),
        )
        .child(explained(lang))
}

/// The way to what the methods page says of averages.
fn explained(lang: Lang) -> El {
    let link = show::page_link(
        lang,
        "methods",
        "#provinces",
        text(lang, ResultMsg::AverageMore),
    );
    note("").child(link)
}

/// The averages that the household is compared with: of its place, if that is known, of its province or its
/// kind of settlement, and the nation's.
fn places(place: Place) -> Vec<Place> {
    let province = Place {
        settlement: None,
        ..place
    };
    let settlement = Place {
        province: None,
        ..place
    };
    let mut places: Vec<Place> = Vec::new();
    for one in [place, province, settlement, NATION] {
        if places.iter().all(|other| other.number() != one.number()) {
            places.push(one);
        }
    }
    places
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
            .child(note(text(lang, ResultMsg::AverageNote)))
            .view(lacking(lang, place))
            .done()
    });
    card("compare", text(lang, ResultMsg::Compare))
        .child(note(text(lang, ResultMsg::CompareNote)))
        .child(show::terms(lang, ResultMsg::Terms, &TERMS))
        .view(shown)
        .children(line().map(|line| cited(lang, line)))
}

/// kg per person as bars of one scale.
fn bars(state: State, lang: Lang, place: Place) -> El {
    let own = move || state.drawing.bands.with(|bands| bands.per_person);
    let others = places(place).into_iter().map(|place| {
        let kg = place.average().per_person_kg();
        (place.called(lang), kg, Some(place))
    });
    let year = LINE_YEAR.to_string();
    let limits = line().into_iter().flat_map(|line| {
        let low = fill(lang, ResultMsg::LineLow, &[("year", &year)]);
        let high = fill(lang, ResultMsg::LineHigh, &[("year", &year)]);
        [(low, line.low_kg(), None), (high, line.high_kg(), None)]
    });
    let fixed: Vec<(String, f64, Option<Place>)> = others.chain(limits).collect();
    let most = fixed.iter().map(|(_, kg, _)| *kg).fold(0.0, f64::max);
    let scale = move || own().p50.max(most);
    let mine = bar_of(
        lang,
        text(lang, ResultMsg::Yours),
        live(move || show::median_with_band(lang, own())),
        bar(move || own().p50 / scale()),
        Box::new(move || per_person_working(state, lang)),
    );
    let rest = fixed.into_iter().map(|(label, kg, place)| {
        let how = move || match (place, line()) {
            (Some(place), _) => averaged(lang, place),
            (None, Some(line)) => working().child(cited(lang, line)),
            (None, None) => working(),
        };
        let bar = bar(move || kg / scale());
        bar_of(lang, &label, show::kg(lang, kg).into(), bar, Box::new(how))
    });
    classed("ul", "lines")
        .child(mine.attr("class", "mine"))
        .children(rest)
}

/// A bar with its name and its figure, which opens.
pub fn bar_of(
    lang: Lang,
    label: &str,
    said: Words,
    bar: El,
    how: Box<dyn Fn() -> El + Send>,
) -> El {
    let open = RwSignal::new(false);
    let figure = opens_plain(lang, label, said, open);
    item(None, el("span").words(label), figure)
        .child(bar)
        .view(inside(open, how))
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
        let open = RwSignal::new(false);
        let title = name(lang, &["domain", domain.id()]);
        let row = el("tr")
            .child(head("row", "").child(toggle("line", title.into(), open)))
            .child(el("td").words(own))
            .children(others);
        let columns = 2 + places.len();
        let how = move || across(columns, of_domain(state, lang, *domain));
        let below = inside(open, Box::new(how));
        [row.done(), below]
    });
    let names: Vec<String> = places.iter().map(|place| place.called(lang)).collect();
    let mut heads = vec![text(lang, Msg::Part), text(lang, ResultMsg::Yours)];
    heads.extend(names.iter().map(String::as_str));
    wide_table(
        text(lang, ResultMsg::CompareTable),
        &heads,
        rows.flatten().collect(),
    )
}

/// How the figures of a part of life come about: the household's lines over its members; the mean of
/// a place's homes.
fn of_domain(state: State, lang: Lang, domain: Domain) -> El {
    let own = live(move || {
        let [household, person] = state
            .footprint
            .with(|footprint| {
                [
                    footprint.domain_kg(domain),
                    footprint.domain_kg_per_person(domain),
                ]
            })
            .map(|kg| show::kg(lang, kg));
        let values = [
            ("household", &*household),
            ("members", &members(state, lang)),
            ("value", &person),
        ];
        fill(lang, ResultMsg::PerPersonHow, &values)
    });
    working()
        .child(el("p").words(own))
        .child(lines_of(state, lang, domain, false))
        .child(note(text(lang, ResultMsg::AverageOfPart)))
        .child(explained(lang))
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
    note(fill(lang, ResultMsg::AverageNational, &[("list", &list)])).done()
}

/// Where the published line comes from.
fn cited(lang: Lang, line: &'static PerPersonLine) -> El {
    let values = [
        ("year", &*line.year.to_string()),
        ("low", &show::kg(lang, line.low_kg())),
        ("high", &show::kg(lang, line.high_kg())),
    ];
    let said = note(fill(lang, ResultMsg::LineNote, &values)).words(" ");
    match line.sources.first() {
        Some(source) => said.child(show::source(lang, *source)),
        None => said,
    }
}

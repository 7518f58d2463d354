//! The household beside the averages of its place, its province and the nation, and beside a published
//! line.
mod provinces;

use leptos::prelude::*;
use tanlu_model::choice::{Choice, Settlements};
use tanlu_model::population::{Average, HOUSEHOLDS, national};
use tanlu_model::rows::{PER_PERSON_LINES, PerPersonLine, Province};
use tanlu_model::{Domain, QuestionId};

use crate::averages;
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

pub use provinces::provinces;

/// The year of the published line that is shown.
const LINE_YEAR: u16 = 2030;

/// A place that has an average.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Place {
    /// The nation where there is none.
    province: Option<Province>,
    settlements: Settlements,
}

impl Place {
    const fn whole(province: Option<Province>) -> Place {
        Place {
            province,
            settlements: Settlements::All,
        }
    }

    const fn of_nation(settlements: Settlements) -> Place {
        Place {
            province: None,
            settlements,
        }
    }

    /// Where the household lives, as far as it is answered.
    fn of(state: State) -> Place {
        let knows = |question| {
            state
                .homes
                .with(|homes| homes.home().answers.knows(question))
        };
        let (province, settlement) = state
            .household
            .with(|home| (home.province, home.settlement));
        let settlements = if knows(QuestionId::Settlement) {
            settlement.into()
        } else {
            Settlements::All
        };
        Place {
            province: knows(QuestionId::Province).then_some(province),
            settlements,
        }
    }

    /// The same number is the same place.
    fn number(self) -> usize {
        averages::number(self.province, self.settlements)
    }

    /// The province, or the nation.
    fn region(self, lang: Lang) -> &'static str {
        match self.province {
            Some(province) => show::option(lang, QuestionId::Province, province.id()),
            None => text(lang, ResultMsg::Nation),
        }
    }

    /// The kind of settlement; nothing where it is all.
    fn kind(self, lang: Lang) -> &'static str {
        match self.settlements {
            Settlements::All => "",
            Settlements::Urban => text(lang, ResultMsg::CitiesAndTowns),
            one => show::option(lang, QuestionId::Settlement, one.id()),
        }
    }

    /// What the average of this place is called.
    fn called(self, lang: Lang) -> String {
        let region = self.region(lang);
        if self.settlements == Settlements::All {
            return fill(lang, ResultMsg::AverageOf, &[("place", region)]);
        }
        let values = [("place", region), ("settlement", self.kind(lang))];
        fill(lang, ResultMsg::AverageOfSettlement, &values)
    }

    /// The same in a column beside the others, in one short word.
    fn in_short(self, lang: Lang) -> &'static str {
        match self.settlements {
            Settlements::All => self.region(lang),
            _ => self.kind(lang),
        }
    }

    fn average(self) -> Average {
        averages::of(self.province, self.settlements)
    }
}

const NATION: Place = Place::whole(None);

/// The nation by where its people live.
const LIVING: [Place; 4] = [
    Place::of_nation(Settlements::Urban),
    Place::of_nation(Settlements::City),
    Place::of_nation(Settlements::Town),
    Place::of_nation(Settlements::Village),
];

/// How the average of the nation comes about.
pub fn nation_averaged(lang: Lang) -> El {
    averaged(lang, NATION)
}

/// How the average of a place comes about: its parts of life, and what it is the mean of.
fn averaged(lang: Lang, place: Place) -> El {
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
        ("members", &show::typed(lang, average.members)),
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

/// The averages that the household is compared with first: of its place, its province, the nation, each once.
fn near(place: Place) -> Vec<Place> {
    let mut places = vec![place, Place::whole(place.province), NATION];
    places.dedup();
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
        let places = near(place);
        el("div")
            .child(bars(state, lang, &places, line()))
            .child(by_domain(state, lang, ResultMsg::CompareTable, &places))
            .child(note(text(lang, ResultMsg::AverageNote)))
            .view(lacking(lang, place))
            .done()
    });
    card("compare", text(lang, ResultMsg::Compare))
        .child(show::note_with_terms(
            lang,
            text(lang, ResultMsg::CompareNote),
        ))
        .view(shown)
        .children(living(state, lang))
        .children(line().map(|line| cited(lang, line)))
}

/// What opens to the averages of the nation's cities, towns and villages, and what is inside.
fn living(state: State, lang: Lang) -> [El; 2] {
    let open = RwSignal::new(false);
    let part = move || {
        el("div")
            .child(bars(state, lang, &LIVING, None))
            .child(by_domain(state, lang, ResultMsg::LivingTable, &LIVING))
    };
    [
        toggle("line", text(lang, ResultMsg::Living).into(), open),
        el("div").view(inside(open, Box::new(part))),
    ]
}

/// kg per person as bars of one scale: the household's, those of places, the ends of a published line.
fn bars(state: State, lang: Lang, places: &[Place], line: Option<&'static PerPersonLine>) -> El {
    let own = move || state.drawing.bands.with(|bands| bands.per_person);
    let others = places.iter().map(|place| {
        let kg = place.average().per_person_kg();
        (place.called(lang), kg, Some(*place))
    });
    let year = LINE_YEAR.to_string();
    let limits = line.into_iter().flat_map(|line| {
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
        let how = move || match (place, line) {
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
fn bar_of(lang: Lang, label: &str, said: Words, bar: El, how: Box<dyn Fn() -> El + Send>) -> El {
    let open = RwSignal::new(false);
    let figure = opens_plain(lang, label, said, open);
    item(None, el("span").words(label), figure)
        .child(bar)
        .view(inside(open, how))
}

/// kg per person by part of life, a column for each place.
fn by_domain(state: State, lang: Lang, caption: ResultMsg, places: &[Place]) -> El {
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
    let mut heads = vec![text(lang, Msg::Part), text(lang, ResultMsg::Yours)];
    heads.extend(places.iter().map(|place| place.in_short(lang)));
    wide_table(text(lang, caption), &heads, rows.flatten().collect())
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

#[cfg(test)]
mod tests {
    use super::*;

    /// From the nearest place to the nation, none twice.
    #[test]
    fn a_household_is_compared_with_its_place_its_province_and_the_nation() {
        let sichuan = Some(Province::Sichuan);
        let of = |province, settlements| Place {
            province,
            settlements,
        };
        let (city, all) = (Settlements::City, Settlements::All);
        assert_eq!(
            near(of(sichuan, city)),
            [of(sichuan, city), of(sichuan, all), NATION]
        );
        assert_eq!(near(of(sichuan, all)), [of(sichuan, all), NATION]);
        assert_eq!(near(of(None, city)), [of(None, city), NATION]);
        assert_eq!(near(NATION), [NATION]);
    }
}

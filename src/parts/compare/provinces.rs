//! The household's province beside the others: the averages in order, and where the difference lies.
use leptos::prelude::*;
use tanlu_model::population::{Average, Setting};
use tanlu_model::rows::Province;
use tanlu_model::{Domain, QuestionId};

use super::{NATION, Place, averaged, explained};
use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::draw::bar;
use crate::parts::el::{
    El, across, button, card, classed, dynamic, el, head, live, mark, note, wide_table,
};
use crate::parts::opens::{inside, opens_plain, sentence, toggle};
use crate::parts::show;
use crate::screen::Screen;
use crate::state::State;
use crate::words::{Msg, ResultMsg, fill, name, text};

/// So many stand at either end of the list until all are asked for.
const ENDS: usize = 3;

/// A part of life, or all household consumption.
type Part = Option<Domain>;

/// A place of the list: a province or the nation, and its kg a year per person.
type Entry = (Option<Province>, f64);

/// The provinces and the nation from the highest average of a part of life to the lowest.
fn ordered(part: Part) -> Vec<Entry> {
    let places = [None].into_iter().chain(Province::all().map(Some));
    let of = |place| (place, Place::whole(place).average().part_kg(part));
    let mut entries: Vec<Entry> = places.map(of).collect();
    entries.sort_by(|(_, one), (_, next)| next.total_cmp(one));
    entries
}

/// The place of a province among the provinces, from 1; the nation has none.
fn rank(entries: &[Entry], at: usize) -> Option<usize> {
    let (place, _) = entries.get(at)?;
    let before = entries.iter().take(at).filter(|(place, _)| place.is_some());
    place.map(|_| 1 + before.count())
}

/// The entries that are shown at first: the ends, and what is marked with its neighbours.
fn telling(entries: &[Entry], own: Option<Province>) -> Vec<usize> {
    let marked = |at: usize| {
        let entry = entries.get(at);
        entry.is_some_and(|(place, _)| place.is_none() || *place == own)
    };
    let end = |at: usize| at < ENDS || at + ENDS >= entries.len();
    let near = |at: usize| marked(at) || marked(at + 1) || at.checked_sub(1).is_some_and(marked);
    let all = 0..entries.len();
    all.filter(|at| end(*at) || near(*at)).collect()
}

/// What a part of life, or all, is called.
fn called(lang: Lang, part: Part) -> &'static str {
    match part {
        Some(domain) => name(lang, &["domain", domain.id()]),
        None => text(lang, ResultMsg::AllConsumption),
    }
}

/// How much more or less one is than another.
fn compared(lang: Lang, above: f64) -> String {
    let msg = if above < 0.0 {
        ResultMsg::LessThan
    } else {
        ResultMsg::MoreThan
    };
    fill(lang, msg, &[("kg", &show::kg(lang, above.abs()))])
}

/// The difference of two amounts as they are told, in whole kg.
fn told_apart(one: f64, other: f64) -> f64 {
    one.round() - other.round()
}

/// The provinces: the household's own in words, and all in order.
pub fn provinces(state: State, lang: Lang) -> El {
    let own = Memo::new(move |_| Place::of(state).province);
    let part = RwSignal::new(None);
    let whole = RwSignal::new(false);
    let said = dynamic(move || match own.get() {
        Some(province) => own_province(state, lang, province).done(),
        None => unanswered(state, lang).done(),
    });
    let list = dynamic(move || ranking(lang, own.get(), part.get(), whole.get()).done());
    let more = live(move || {
        let msg = if whole.get() {
            ResultMsg::FewerProvinces
        } else {
            ResultMsg::AllProvinces
        };
        let all = show::count(lang, Province::all().count());
        fill(lang, msg, &[("number", &all)])
    });
    card("provinces", text(lang, ResultMsg::Provinces))
        .view(said)
        .child(show::note_with_terms(
            lang,
            text(lang, ResultMsg::ProvincesNote),
        ))
        .child(orders(lang, part))
        .view(list)
        .child(button("quiet", more, move || {
            whole.update(|whole| *whole = !*whole)
        }))
}

/// Leads to the question that is not answered.
fn unanswered(state: State, lang: Lang) -> El {
    let question = QuestionId::Province;
    let way = classed("a", "button")
        .attr("href", ["#", Screen::Answer.id()].concat())
        .words(text(lang, ResultMsg::AnswerProvince))
        .on("click", move |_| {
            state.domain.set(Some(question.domain()));
            state.here.set(Some(question));
        });
    el("div")
        .child(el("p").words(text(lang, ResultMsg::NoProvince)))
        .child(classed("p", "row").child(way))
}

/// What the province's average comes to beside the nation's, and in which parts of life it differs most.
fn own_province(state: State, lang: Lang, province: Province) -> El {
    let place = Place::whole(Some(province));
    let (here, nation) = (place.average(), NATION.average());
    let entries = ordered(None);
    let at = entries.iter().position(|(of, _)| *of == Some(province));
    let rank = at.and_then(|at| rank(&entries, at)).unwrap_or_default();
    let above = here.above(&nation);
    let differs = |at: usize| above.get(at).copied().unwrap_or((Domain::Home, 0.0));
    let ((first, _), (second, _)) = (differs(0), differs(1));
    // as in the table that they open
    let of_part = |part| told_apart(here.domain_kg(part), nation.domain_kg(part));
    let (first_kg, second_kg) = (of_part(first), of_part(second));
    let all = told_apart(here.per_person_kg(), nation.per_person_kg());
    let shut = || RwSignal::new(false);
    let (open, of_here, of_nation) = (shut(), shut(), shut());
    let plain = |words: &str| el("span").words(words);
    let figure = |what: &str, said: String, open| opens_plain(lang, what, said.into(), open);
    let average = |place: Place, average: &Average, open| {
        let kg = show::kg(lang, average.per_person_kg());
        figure(&place.called(lang), kg, open)
    };
    // differences open to the table of all of them
    let differs = |part: Part, kg: f64| figure(called(lang, part), compared(lang, kg), open);
    let gaps = vec![
        ("place", plain(place.region(lang))),
        ("kg", average(place, &here, of_here)),
        ("nation", average(NATION, &nation, of_nation)),
        ("change", differs(None, all)),
        ("rank", plain(&show::count(lang, rank))),
        ("all", plain(&show::count(lang, Province::all().count()))),
        ("first", plain(called(lang, Some(first)))),
        ("first_change", differs(Some(first), first_kg)),
        ("second", plain(called(lang, Some(second)))),
        ("second_change", differs(Some(second), second_kg)),
    ];
    let how = |place: Place| Box::new(move || averaged(lang, place));
    let why = move || {
        el("div")
            .child(apart(lang, place, &here, &nation))
            .child(el("p").words(text(lang, ResultMsg::SettingWhy)))
            .child(setting(state, lang, place))
            .child(note(text(lang, ResultMsg::SettingNote)))
            .child(explained(lang))
    };
    el("div")
        .child(sentence(lang, ResultMsg::ProvinceSaid, gaps))
        .view(inside(of_here, how(place)))
        .view(inside(of_nation, how(NATION)))
        .child(toggle(
            "line",
            text(lang, ResultMsg::ProvinceWhy).into(),
            open,
        ))
        .view(inside(open, Box::new(why)))
}

/// A row of a table: its head, then its cells.
fn row(title: &str, cells: impl IntoIterator<Item = String>) -> AnyView {
    let cells = cells.into_iter().map(|cell| el("td").words(cell));
    el("tr").child(head("row", title)).children(cells).done()
}

/// The averages of a province and of the nation by part of life; the largest difference first.
fn apart(lang: Lang, place: Place, here: &Average, nation: &Average) -> El {
    let signed = |kg: f64| [if kg > 0.0 { "+" } else { "" }, &*show::kg(lang, kg)].concat();
    let cells = |part: Part| {
        let (here, nation) = (here.part_kg(part), nation.part_kg(part));
        let kg = |kg| show::kg(lang, kg);
        [kg(here), kg(nation), signed(told_apart(here, nation))]
    };
    let above = here.above(nation).into_iter();
    let parts = above.map(|(domain, _)| Some(domain)).chain([None]);
    let rows = parts.map(|part| row(called(lang, part), cells(part)));
    let heads = [
        text(lang, Msg::Part),
        place.region(lang),
        NATION.region(lang),
        text(lang, ResultMsg::Difference),
    ];
    wide_table(text(lang, ResultMsg::ApartTable), &heads, rows.collect())
}

/// What sets the province apart from the nation: winter, grid, means.
fn setting(state: State, lang: Lang, place: Place) -> El {
    let of = |place: Place| state.with_factors(|factors| Setting::of(place.province, factors));
    let (here, nation) = (of(place), of(NATION));
    let whole = |value| show::kg(lang, value);
    let fine = |value| number(lang, Digits::Two, value);
    let rows = [
        (ResultMsg::SettingCold, [here.cold, nation.cold].map(whole)),
        (ResultMsg::SettingGrid, [here.grid, nation.grid].map(fine)),
        (
            ResultMsg::SettingSpending,
            [here.spending, nation.spending].map(whole),
        ),
    ];
    let rows = rows.map(|(msg, cells)| row(text(lang, msg), cells));
    let heads = [
        text(lang, ResultMsg::Setting),
        place.region(lang),
        NATION.region(lang),
    ];
    wide_table(text(lang, ResultMsg::SettingTable), &heads, rows.into())
}

/// What the list may be ordered by.
fn orders(lang: Lang, part: RwSignal<Part>) -> El {
    let parts = [None]
        .into_iter()
        .chain(Domain::CONSUMPTION.iter().copied().map(Some));
    let choices = parts.map(|one| {
        let pressed = mark(move || part.get() == one);
        button("quiet", called(lang, one), move || part.set(one)).attr("aria-pressed", pressed)
    });
    classed("div", "row orders")
        .attr("role", "group")
        .attr("aria-label", text(lang, ResultMsg::OrderBy))
        .child(classed("span", "label").words(text(lang, ResultMsg::OrderBy)))
        .children(choices)
}

/// The list: of those in between only how many there are, until all are asked for.
fn ranking(lang: Lang, own: Option<Province>, part: Part, whole: bool) -> El {
    let entries = ordered(part);
    let most = entries.first().map_or(0.0, |(_, kg)| *kg);
    let shown = if whole {
        (0..entries.len()).collect()
    } else {
        telling(&entries, own)
    };
    let mut rows = Vec::new();
    let mut next = 0;
    for at in shown {
        if at > next {
            let number = show::count(lang, at - next);
            let between = fill(lang, ResultMsg::Between, &[("number", &number)]);
            rows.push(across(2, note(between)).attr("class", "between").done());
        }
        next = at + 1;
        if let Some(entry) = entries.get(at) {
            rows.extend(ranked(lang, *entry, rank(&entries, at), own, most));
        }
    }
    let caption = fill(
        lang,
        ResultMsg::RankingTable,
        &[("part", called(lang, part))],
    );
    let heads = [text(lang, ResultMsg::Province), text(lang, Msg::PerPerson)];
    classed("div", "ranking").child(wide_table(&caption, &heads, rows))
}

/// A place of the list with its bar, and how its figure comes about.
fn ranked(
    lang: Lang,
    (province, kg): Entry,
    rank: Option<usize>,
    own: Option<Province>,
    most: f64,
) -> [AnyView; 2] {
    let place = Place::whole(province);
    let title = match rank {
        Some(rank) => [&*show::count(lang, rank), ". ", place.region(lang)].concat(),
        None => place.called(lang),
    };
    let yours = (province.is_some() && province == own).then(|| {
        let tag = text(lang, ResultMsg::OwnProvince);
        el("span")
            .words(" ")
            .child(classed("span", "mark").words(tag))
    });
    let marked = if province.is_none() || yours.is_some() {
        "mine"
    } else {
        ""
    };
    let open = RwSignal::new(false);
    let share = if most > 0.0 { kg / most } else { 0.0 };
    let figure = opens_plain(lang, place.region(lang), show::kg(lang, kg).into(), open);
    let row = classed("tr", marked)
        .attr("data-place", province.map_or("CN", Province::code))
        .child(
            head("row", "")
                .child(el("span").words(title))
                .children(yours)
                .child(bar(move || share)),
        )
        .child(el("td").child(figure));
    let how = move || across(2, averaged(lang, place));
    [row.done(), inside(open, Box::new(how))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_falls_and_has_every_province_and_the_nation_once() {
        let parts = [None]
            .into_iter()
            .chain(Domain::CONSUMPTION.iter().copied().map(Some));
        for part in parts {
            let entries = ordered(part);
            assert_eq!(entries.len(), 1 + Province::all().count());
            assert!(entries.is_sorted_by(|(_, one), (_, next)| one >= next));
            let mut ranks: Vec<usize> = (0..entries.len())
                .filter_map(|at| rank(&entries, at))
                .collect();
            assert!(ranks.is_sorted());
            ranks.dedup();
            assert_eq!(ranks.len(), Province::all().count());
            assert_eq!(ranks.first(), Some(&1));
        }
    }

    /// The north heats: by what homes take, its provinces come first.
    #[test]
    fn another_part_of_life_is_another_order() {
        let first = |part| ordered(part).first().and_then(|(place, _)| *place);
        assert_eq!(first(None), Some(Province::Beijing));
        assert_eq!(first(Some(Domain::Food)), Some(Province::Shanghai));
        let home: Vec<Entry> = ordered(Some(Domain::Home));
        let at = |of| home.iter().position(|(place, _)| *place == Some(of));
        assert!(at(Province::Heilongjiang) < at(Province::Guangdong));
    }

    #[test]
    fn the_short_list_has_the_ends_and_what_is_marked_with_its_neighbours() {
        let entries = ordered(None);
        let at = |of| entries.iter().position(|(place, _)| *place == of);
        for own in Province::all() {
            let shown = telling(&entries, Some(own));
            assert!(shown.is_sorted() && shown.len() <= 2 * ENDS + 6);
            for marked in [at(None), at(Some(own))] {
                assert!(marked.is_some_and(|at| shown.contains(&at)));
            }
            for end in [0, ENDS - 1, entries.len() - ENDS, entries.len() - 1] {
                assert!(shown.contains(&end));
            }
        }
        let nation = at(None).unwrap_or_default();
        assert!(!telling(&entries, None).contains(&(nation + 2)));
    }
}

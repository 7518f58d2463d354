//! The averages of all places beside each other: cities, towns and villages, and the provinces.
use leptos::prelude::*;
use tanlu_model::choice::{Choice, Settlement};
use tanlu_model::rows::Province;
use tanlu_model::{Domain, QuestionId};

use crate::averages::Average;
use crate::lang::Lang;
use crate::parts::compare::{NATION, Place, averaged, bar_of};
use crate::parts::draw::bar;
use crate::parts::el::{El, button, card, classed, dynamic, el, mark, note};
use crate::parts::plan::choose::choice;
use crate::parts::show;
use crate::state::State;
use crate::words::{ResultMsg, fill, name, text};

/// kg per person in a part of life, or in all.
fn kg(average: Average, part: Option<Domain>) -> f64 {
    match part {
        Some(domain) => average.domain_kg(domain),
        None => average.per_person_kg(),
    }
}

fn of_province(province: Province) -> Place {
    Place {
        province: Some(province),
        ..NATION
    }
}

/// The card.
pub fn places(state: State, lang: Lang) -> El {
    let part = RwSignal::new(None::<Domain>);
    let all = RwSignal::new(false);
    // made anew for another province only
    let province = Memo::new(move |_| Place::of(state).province);
    let everything = (String::new(), text(lang, ResultMsg::AllParts).to_owned());
    let parts = Domain::CONSUMPTION.iter().map(|domain| {
        let id = domain.id();
        (id.to_owned(), name(lang, &["domain", id]).to_owned())
    });
    let by = choice(
        "places-part",
        text(lang, ResultMsg::PlacesBy),
        [everything].into_iter().chain(parts).collect(),
        Signal::derive(move || part.get().map_or("", Domain::id).to_owned()),
        move |id| {
            let mut domains = Domain::CONSUMPTION.iter().copied();
            part.set(domains.find(|domain| domain.id() == id));
        },
    );
    let shown = dynamic(move || listed(lang, province.get(), part.get(), all.get()).done());
    let more = button("quiet", text(lang, ResultMsg::AllProvinces), move || {
        all.update(|all| *all = !*all);
    });
    card("places", text(lang, ResultMsg::Places))
        .child(note(text(lang, ResultMsg::PlacesNote)))
        .view(dynamic(move || said(lang, province.get()).done()))
        .child(classed("div", "filters screen-only").child(by))
        .view(shown)
        .child(more.attr("aria-expanded", mark(move || all.get())))
}

/// Of the household's province: how it differs from the nation, and where most.
fn said(lang: Lang, province: Option<Province>) -> El {
    let Some(province) = province else {
        let link = el("a").attr("href", "#answer");
        let link = link.words(text(lang, ResultMsg::PlacesAnswer));
        return el("p")
            .words(text(lang, ResultMsg::PlacesUnknown))
            .child(link);
    };
    let (own, nation) = (of_province(province).average(), NATION.average());
    let by = |kg: f64| {
        let msg = if kg < 0.0 {
            ResultMsg::PlaceLess
        } else {
            ResultMsg::PlaceMore
        };
        fill(lang, msg, &[("kg", &show::kg(lang, kg.abs()))])
    };
    let mut parts: Vec<(Domain, f64)> = Domain::CONSUMPTION
        .iter()
        .map(|domain| (*domain, own.domain_kg(*domain) - nation.domain_kg(*domain)))
        .collect();
    parts.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()));
    let part = |at: usize| {
        parts.get(at).map_or(String::new(), |(domain, kg)| {
            let values = [
                ("part", name(lang, &["domain", domain.id()])),
                ("by", &*by(*kg)),
            ];
            fill(lang, ResultMsg::PlacePart, &values)
        })
    };
    let values = [
        (
            "place",
            show::option(lang, QuestionId::Province, province.id()),
        ),
        ("own", &*show::kg(lang, own.per_person_kg())),
        ("nation", &show::kg(lang, nation.per_person_kg())),
        ("first", &part(0)),
        ("second", &part(1)),
    ];
    el("p")
        .attr("data-place", province.id())
        .words(fill(lang, ResultMsg::PlacesSaid, &values))
}

/// The places as bars: the nation and its kinds of settlement, then provinces, the most first; of these only
/// the household's, unless all are asked for.
fn listed(lang: Lang, own: Option<Province>, part: Option<Domain>, all: bool) -> El {
    let kinds = Settlement::ALL.iter().map(|settlement| Place {
        settlement: Some(*settlement),
        ..NATION
    });
    let mut provinces: Vec<Place> = Province::all()
        .filter(|province| all || own == Some(*province))
        .map(of_province)
        .collect();
    provinces.sort_by(|one, other| kg(other.average(), part).total_cmp(&kg(one.average(), part)));
    let places: Vec<Place> = [NATION].into_iter().chain(kinds).chain(provinces).collect();
    // the same scale whether all are shown or not
    let every = Province::all()
        .map(of_province)
        .chain(places.iter().copied());
    let most = every
        .map(|place| kg(place.average(), part))
        .fold(0.0, f64::max);
    let items = places.into_iter().map(|place| {
        let kg = kg(place.average(), part);
        let mine = own.is_some() && place.province == own;
        let label = if mine {
            fill(
                lang,
                ResultMsg::PlaceMine,
                &[("place", &place.called(lang))],
            )
        } else {
            place.called(lang)
        };
        let bar = bar(move || kg / most);
        let how = move || averaged(lang, place);
        let item = bar_of(lang, &label, show::kg(lang, kg).into(), bar, Box::new(how));
        let id = place.province.map_or("nation", Province::id);
        item.attr("class", if mine { "mine" } else { "" })
            .attr("data-province", id)
    });
    classed("ul", "lines").children(items)
}

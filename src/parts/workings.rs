//! How the numbers of the running result come about. It comes with the screen of the result.
use leptos::prelude::*;
use tanlu_model::derived::{Derived, derived_cars};
use tanlu_model::footprint::Origin;
use tanlu_model::population::{households_by_province, settlement_shares};
use tanlu_model::priors::prior;
use tanlu_model::rows::{Province, ProvinceQuantity, id};
use tanlu_model::shares::{DrawnBy, drawn_by};
use tanlu_model::uncertainty::{DRAWS, Quantiles};
use tanlu_model::{AnswerUnit, Domain, Footprint, Kind, LineId, QuestionId};

use crate::bands::Bands;
use crate::browser::focus;
use crate::lang::Lang;
use crate::parts::change::moved;
use crate::parts::compare::nation_averaged;
use crate::parts::derived::formula;
use crate::parts::el::{El, classed, dynamic, el, live, note};
use crate::parts::how::How;
use crate::parts::lines::{lines_of, working_of};
use crate::parts::opens::{entry, sum_of, working};
use crate::parts::rows::row;
use crate::parts::shares::{field_of_cars, provinces, settlements, shares};
use crate::parts::show;
use crate::parts::steps::{Noted, statistic, value};
use crate::state::{Last, State};
use crate::words::{Msg, ResultMsg, fill, name, text};

/// How a number comes about.
pub fn explain(state: State, lang: Lang, how: How) -> El {
    steady(state, explained(state, lang, how))
}

/// A part of the page that keeps the focus inside when its numbers are put in another order or made anew.
pub fn steady(state: State, part: El) -> El {
    Effect::new(move || {
        state.household.track();
        state.drawing.lines.track();
        focus::give_back_soon();
    });
    part.on("focusin", |event| focus::hold(&event))
        .on("focusout", |event| focus::let_go(&event))
}

fn explained(state: State, lang: Lang, how: How) -> El {
    match how {
        How::PerPerson => per_person_working(state, lang),
        How::Household => household_working(state, lang),
        How::Mine => my_working(state, lang),
        How::Domain(domain) => {
            lines_of(state, lang, domain, false).child(note(text(lang, ResultMsg::SumNote)))
        }
        How::Sure => {
            let said = live(move || state.drawing.bands.with(|bands| sure(lang, bands)));
            working().child(el("p").words(said))
        }
        How::SureAtFirst => working()
            .child(el("p").words(text(lang, ResultMsg::SureAtFirst)))
            .child(el("p").words(sure(lang, &Bands::first()))),
        How::Moved => moved_working(state, lang),
        How::PublicServices => working_of(state, lang, LineId::PublicServices),
        How::Assumed(origin) => assumed_working(state, lang, origin),
        How::Nation => nation_averaged(lang),
    }
}

/// Half the band against the median.
fn sure(lang: Lang, bands: &Bands) -> String {
    let Quantiles { p05, p50, p95 } = bands.per_person;
    let values = [
        ("low", &*show::kg(lang, p05)),
        ("high", &show::kg(lang, p95)),
        ("median", &show::kg(lang, p50)),
        ("percent", &show::percent(lang, bands.give_or_take())),
    ];
    fill(lang, ResultMsg::SureHow, &values)
}

/// What the last answer did: the medians and bands before and after, and how the difference is taken.
fn moved_working(state: State, lang: Lang) -> El {
    let kg = move |kg: f64| show::kg(lang, kg);
    let stood = move |msg: ResultMsg, pick: fn(&Bands) -> Quantiles| {
        let said = live(move || {
            let Quantiles { p05, p50, p95 } = state.drawing.bands.with(pick);
            let values = [("median", &*kg(p50)), ("low", &kg(p05)), ("high", &kg(p95))];
            fill(lang, msg, &values)
        });
        el("li").words(said)
    };
    let difference = live(move || {
        let anew = matches!(state.last.get(), Last::Answered { anew: true, .. });
        state.drawing.bands.with(|bands| {
            let change = kg(moved(bands, anew));
            if anew {
                let values = [
                    ("draws", &*show::count(lang, DRAWS)),
                    ("change", &change),
                    ("low", &kg(bands.change.p05)),
                    ("high", &kg(bands.change.p95)),
                ];
                fill(lang, ResultMsg::MovedDrawn, &values)
            } else {
                let values = [
                    ("before", &*kg(bands.before.p50)),
                    ("after", &kg(bands.per_person.p50)),
                    ("change", &change),
                ];
                fill(lang, ResultMsg::MovedKnown, &values)
            }
        })
    });
    let width = live(move || {
        state.drawing.bands.with(|bands| {
            let values = [
                ("before", &*kg(bands.before.width())),
                ("after", &kg(bands.per_person.width())),
                ("percent", &show::percent(lang, bands.against_before())),
            ];
            fill(lang, ResultMsg::MovedWidth, &values)
        })
    });
    working()
        .child(
            el("ul")
                .child(stood(ResultMsg::MovedBefore, |bands| bands.before))
                .child(stood(ResultMsg::MovedAfter, |bands| bands.per_person)),
        )
        .child(el("p").words(difference))
        .child(el("p").words(width))
}

/// How the default of an open question or field is computed, and by what it is drawn.
fn assumed_working(state: State, lang: Lang, origin: Origin) -> El {
    let list = dynamic(move || {
        let mut noted = Noted::default();
        let drawn = drawn_for(state, origin);
        let (question, mut spread) = match origin {
            Origin::Answer(question) => (Some(question), prior(question).rows()),
            _ => (None, Vec::new()),
        };
        // of a field of several items the first that is open
        let derived = state.derived(origin, f64::NAN);
        let told = match (derived.filter(|told| !told.is_plain()), question) {
            (Some(derived), _) => {
                vec![computed(state, lang, origin, &derived, &mut noted)]
            }
            (None, Some(QuestionId::Cars)) => number_of_cars(state, lang, &mut noted),
            (None, _) => usual(state, lang, question, drawn.is_empty()),
        };
        spread.retain(|id| !noted.has(*id));
        let mut all = el("div")
            .children(told)
            .children(noted.sources(state, lang));
        if !spread.is_empty() {
            let rows = spread.into_iter().map(|id| row(lang, id));
            all = all
                .child(note(text(lang, ResultMsg::DrawnRows)))
                .child(el("ul").children(rows));
        }
        all.children(drawn.iter().flat_map(|by| shares(lang, by)))
            .children(question.and_then(|question| places(state, lang, question)))
            .done()
    });
    working().view(list)
}

/// A default and its formula.
fn computed(state: State, lang: Lang, origin: Origin, told: &Derived, noted: &mut Noted) -> El {
    let source = state.source_of(origin, told.value);
    let unit = source.map(|source| source.unit);
    let unit = unit.filter(|unit| !show::counts_things(*unit));
    let unit = unit.map_or("", |unit| show::unit(lang, unit));
    let figure = [&*value(lang, told.value), " ", unit].concat();
    let head = fill(lang, ResultMsg::Computed, &[("value", figure.trim_end())]);
    with_formula(state, lang, head, told, noted)
}

fn with_formula(state: State, lang: Lang, head: String, told: &Derived, noted: &mut Noted) -> El {
    let steps = formula(state, lang, told, noted);
    el("div").child(note(head)).child(el("ul").children(steps))
}

/// How the number of cars follows from the shares of the tables.
fn number_of_cars(state: State, lang: Lang, noted: &mut Noted) -> Vec<El> {
    let told = state
        .household
        .with(|home| state.with_factors(|factors| derived_cars(home, factors)));
    let heads = [ResultMsg::CarsMean, ResultMsg::CarsAmong];
    let parts = told.iter().zip(heads).map(|(told, head)| {
        let head = fill(lang, head, &[("value", &value(lang, told.value))]);
        with_formula(state, lang, head, told, noted)
    });
    parts.collect()
}

/// The usual case, which no formula gives.
fn usual(state: State, lang: Lang, question: Option<QuestionId>, unshared: bool) -> Vec<El> {
    let said = |msg| note(text(lang, msg));
    match question {
        Some(QuestionId::Province) => {
            let value = show::option(lang, QuestionId::Province, Province::default().code());
            let said = fill(lang, ResultMsg::PlaceUsual, &[("value", value)]);
            vec![note(said)]
        }
        Some(QuestionId::Children) => {
            let from = el("ul").child(row(lang, id::CHILDREN_FROM_MEMBERS));
            vec![said(ResultMsg::ChildrenUsual), from]
        }
        Some(QuestionId::Settlement) => {
            let urban = statistic(state, lang, ProvinceQuantity::UrbanShare);
            vec![said(ResultMsg::SettlementUsual), el("ul").children(urban)]
        }
        _ => {
            let counted = question.is_some_and(|of| !matches!(of.kind(), Kind::Choice(_)));
            vec![said(if unshared || counted {
                ResultMsg::AssumedNoRows
            } else {
                ResultMsg::AssumedUsual
            })]
        }
    }
}

/// The shares by which an open question or field is drawn.
fn drawn_for(state: State, origin: Origin) -> Vec<DrawnBy> {
    let of = |question| {
        state
            .household
            .with(|home| state.with_factors(|factors| drawn_by(question, home, factors)))
    };
    match origin {
        Origin::Answer(question) => of(question),
        Origin::Item(question, field) => {
            let mut all = of(question);
            all.retain(|by| field_of_cars(by.group.question) == Some(field));
            all
        }
        _ => Vec::new(),
    }
}

/// Where households live by which an open question of the place is drawn.
fn places(state: State, lang: Lang, question: QuestionId) -> Option<El> {
    let province = state.household.with(|home| home.province);
    state.with_factors(|factors| match question {
        QuestionId::Province => Some(provinces(lang, &households_by_province(factors))),
        QuestionId::Settlement => Some(settlements(lang, &settlement_shares(province, factors))),
        _ => None,
    })
}

/// The household over its members.
pub fn per_person_working(state: State, lang: Lang) -> El {
    let said = live(move || {
        let [household, per_person] = state
            .footprint
            .with(|footprint| [footprint.household_kg(), footprint.per_person_kg()])
            .map(|kg| show::kg(lang, kg));
        let values = [
            ("household", &*household),
            ("members", &members(state, lang)),
            ("value", &per_person),
        ];
        fill(lang, ResultMsg::PerPersonHow, &values)
    });
    // the number that is shown large is no quotient
    let median = live(move || {
        let point = state.footprint.with(Footprint::per_person_kg);
        let median = state.drawing.bands.with(|bands| bands.per_person.p50);
        let values = [
            ("median", &*show::kg(lang, median)),
            ("draws", &show::count(lang, DRAWS)),
            ("value", &show::kg(lang, point)),
        ];
        fill(lang, ResultMsg::MedianHow, &values)
    });
    let figure = live(move || {
        let kg = state.footprint.with(Footprint::household_kg);
        let band = state.drawing.bands.with(|bands| bands.household);
        show::point_and_median(lang, kg, band)
    });
    let how = Box::new(move || household_working(state, lang));
    let household = entry("all", text(lang, Msg::Household), figure, None, how);
    working()
        .child(el("p").words(median))
        .child(el("p").words(said))
        .child(classed("ul", "lines").child(household))
}

/// How many members the household has, and who says so.
pub fn members(state: State, lang: Lang) -> String {
    let members = state.footprint.with(|footprint| footprint.members);
    let known = state
        .homes
        .with(|homes| homes.home().answers.knows(QuestionId::Members));
    let whence = if known {
        ResultMsg::YourAnswer
    } else {
        ResultMsg::Typical
    };
    let values = [
        ("value", &*show::amount(lang, members, AnswerUnit::Person)),
        ("band", text(lang, whence)),
    ];
    fill(lang, Msg::WithBand, &values)
}

/// The household as the sum of its parts of life.
fn household_working(state: State, lang: Lang) -> El {
    parts(state, lang, false)
}

/// The answerer's part of each line.
fn my_working(state: State, lang: Lang) -> El {
    parts(state, lang, true)
}

/// The parts of life, each opening to its lines, and their sum.
fn parts(state: State, lang: Lang, mine: bool) -> El {
    let figure = move |kg: (f64, f64), pick: &dyn Fn(&Bands) -> Quantiles| {
        show::part(lang, kg, mine, state.drawing.bands.with(pick))
    };
    let one = |domain: &Domain| {
        let domain = *domain;
        let figure = live(move || {
            let kg = state
                .footprint
                .with(|footprint| footprint.shared(|line| line.domain() == domain));
            figure(kg, &|bands| bands.domain(domain))
        });
        let title = name(lang, &["domain", domain.id()]);
        let how = Box::new(move || lines_of(state, lang, domain, mine));
        entry(domain.id(), title, figure, None, how)
    };
    let sum = live(move || {
        let kg = state
            .footprint
            .with(|footprint| (footprint.household_kg(), footprint.my_kg()));
        figure(kg, &|bands| bands.household)
    });
    let told = if mine {
        ResultMsg::MineHow
    } else {
        ResultMsg::SumNote
    };
    working()
        .child(
            classed("ul", "lines")
                .children(Domain::CONSUMPTION.iter().map(one))
                .child(sum_of(lang, sum)),
        )
        .child(note(text(lang, told)))
}

//! How the numbers of the path's tables come about.
use tanlu_model::BASE_YEAR;
use tanlu_model::pathway::nation::{AHEAD, default_sink, measured};
use tanlu_model::pathway::{NationalLine, NationalPath, OwnWorking};
use tanlu_model::rows::{DataSet, people};
use tanlu_model::year::Driver;

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::el::{El, classed, el, head, table};
use crate::parts::opens::working as opened;
use crate::parts::path::mass::{MassUnit, mass, total, total_said};
use crate::parts::path::said::{Now, many};
use crate::parts::plan::choose::action_name;
use crate::parts::show;
use crate::words::{Msg, PathMsg, fill, name, text};

/// Less than this is nothing, kg.
const NOTHING: f64 = 0.05;

/// What a national number moves.
fn driver(driver: Driver) -> PathMsg {
    match driver {
        Driver::Grid => PathMsg::DriverGrid,
        Driver::GridSquared => PathMsg::DriverGridSquared,
        Driver::NationalCo2 => PathMsg::DriverNationalCo2,
        Driver::GridPerYuan => PathMsg::DriverGridPerYuan,
        Driver::NationalCo2PerYuan => PathMsg::DriverNationalCo2PerYuan,
    }
}

/// A year of the own path, per person: at the factors of the base year, then what each national number
/// moves, without and with the plan.
pub fn own_year(lang: Lang, year: u16, working: &OwnWorking) -> El {
    let row = |words: &str, by: String, kilograms: [f64; 2]| {
        let kilograms = kilograms.map(|kg| el("td").words(show::kg(lang, kg)));
        el("tr")
            .child(head("row", words))
            .child(el("td").words(by))
            .children(kilograms)
    };
    let (base, year) = (BASE_YEAR.to_string(), year.to_string());
    let at = |year| fill(lang, PathMsg::AtFactorsOf, &[("year", year)]);
    let first = row(&at(&base), String::new(), working.base);
    let moved = working.moved.iter().filter(|moved| {
        let most = moved.kg.iter().fold(0.0_f64, |most, kg| most.max(kg.abs()));
        most >= NOTHING
    });
    let moved = moved.map(|moved| {
        let by = number(lang, Digits::Three, moved.by);
        row(
            text(lang, driver(moved.driver)),
            ["× ", &by].concat(),
            moved.kg,
        )
    });
    let last = row(&at(&year), String::new(), working.kg).attr("class", "mine");
    let rows = [first].into_iter().chain(moved).chain([last]);
    let against = fill(lang, PathMsg::Against, &[("year", &base)]);
    let [without, with] = [PathMsg::Without, PathMsg::WithPlan].map(|msg| text(lang, msg));
    let caption = fill(lang, PathMsg::OwnHow, &[("year", &year)]);
    let heads = [text(lang, PathMsg::MovedBy), &against, without, with];
    opened()
        .child(table(&caption, &heads, rows.map(El::done).collect()))
        .child(rests_on(
            lang,
            PathMsg::OwnHowNote,
            "methods",
            "#table-years",
        ))
}

/// A note, and the way to the place of a static page that has what the numbers rest on.
pub fn rests_on(lang: Lang, words: PathMsg, page: &str, place: &str) -> El {
    let link = show::page_link(lang, page, place, text(lang, PathMsg::NationalSources));
    show::note_with_terms(lang, text(lang, words))
        .words(" ")
        .child(link)
}

fn listed(lines: impl IntoIterator<Item = String>) -> El {
    let lines = lines.into_iter().map(|words| el("li").words(words));
    opened().child(classed("ul", "plain").children(lines))
}

/// What the data sets say of a year that has been.
pub fn history_year(lang: Lang, _: &Now, year: u16) -> El {
    let said = DataSet::ALL.into_iter().filter_map(|set| {
        let mt = measured(set, year)?;
        let words = match set {
            DataSet::Gcb => PathMsg::SetGcb,
            DataSet::Edgar => PathMsg::SetEdgar,
            DataSet::Official => PathMsg::SetOfficial,
        };
        Some(fill(lang, words, &[("mt", &total_said(lang, mt))]))
    });
    listed(said).child(rests_on(lang, PathMsg::HistoryHow, "nation", "#history"))
}

/// Where a year of a line comes from: the table, or the published points that it goes through.
fn origin(lang: Lang, now: &Now, mt: &str) -> String {
    match now.path {
        NationalPath::Model(scenario) => {
            let status = name(lang, &["status", scenario.details().status.name()]);
            fill(lang, PathMsg::LineGiven, &[("mt", mt), ("status", status)])
        }
        NationalPath::Published(path) => {
            let said = path.points.iter().filter_map(|point| {
                let (year, mt) = (point.year.to_string(), total_said(lang, point.value?));
                Some(fill(
                    lang,
                    PathMsg::MarkPoint,
                    &[("year", &year), ("mt", &mt)],
                ))
            });
            let said: Vec<String> = said.collect();
            let first = now.line.mt(*AHEAD.start()).unwrap_or_default();
            let values = [
                ("points", &*said.join(text(lang, Msg::ListComma))),
                ("first", &AHEAD.start().to_string()),
                ("level", &total_said(lang, first)),
                ("mt", mt),
            ];
            fill(lang, PathMsg::LineThrough, &values)
        }
    }
}

/// The nation's line in a year, with those who join, less sinks, by person.
pub fn line_year(lang: Lang, now: &Now, year: u16) -> El {
    let of_year = |line: &NationalLine| line.mt(year).unwrap_or_default();
    let emitted = of_year(&now.line);
    let (mt, mt_said) = (&*total(lang, emitted), &*total_said(lang, emitted));
    let with = now.plans().then(|| {
        let saved = of_year(&now.wedges.saving());
        let values = [
            ("mt", mt),
            (
                "saved",
                &*MassUnit::of_nation(lang).number(lang, saved.abs()),
            ),
            ("with", &total_said(lang, of_year(&now.with))),
        ];
        let words = if saved < 0.0 {
            PathMsg::LineWithMore
        } else {
            PathMsg::LineWith
        };
        fill(lang, words, &values)
    });
    let sink = default_sink();
    let values = [
        ("mt", mt),
        ("sink", &*total(lang, sink)),
        ("net", &total_said(lang, of_year(&now.line.net(sink)))),
    ];
    let net = fill(lang, PathMsg::LineNet, &values);
    let person = people(year).zip(now.line.per_person(year));
    let person = person.map(|(people, each)| {
        let values = [
            ("mt", mt_said),
            ("people", &*many(lang, people)),
            ("each", &number(lang, Digits::Three, each)),
        ];
        fill(lang, PathMsg::LinePerson, &values)
    });
    let lines = [Some(origin(lang, now, mt_said)), with, Some(net), person];
    listed(lines.into_iter().flatten()).child(rests_on(lang, PathMsg::LineHow, "nation", "#paths"))
}

/// What those who join take away in a year, action by action.
pub fn saved_year(lang: Lang, now: &Now, year: u16) -> El {
    let said = now.wedges.year(year).iter().map(|wedge| {
        let percent = |share| show::percent(lang, share);
        let values = [
            ("action", action_name(lang, wedge.action)),
            ("households", &*many(lang, wedge.households)),
            ("joined", &percent(wedge.joined)),
            ("assumed", &percent(wedge.assumed)),
            ("kg", &number(lang, Digits::Three, wedge.kg + 0.0)),
            ("kept", &percent(wedge.kept)),
            ("mt", &mass(lang, wedge.mt)),
        ];
        fill(lang, PathMsg::WedgeHow, &values)
    });
    listed(said).child(rests_on(lang, PathMsg::WedgeHowNote, "nation", "#adoption"))
}

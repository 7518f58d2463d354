//! The nation's CO2 over the years: what has been, a line, what those who join take off it; as a chart and as
//! a table.
use tanlu_model::pathway::nation::{AHEAD, BEHIND, default_sink, history, measured};
use tanlu_model::pathway::{NationalPath, WedgeBands};
use tanlu_model::rows::{DataSet, PublishedPoint};

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::el::{El, el, head, wide_table};
use crate::parts::path::mass::in_unit_of;
use crate::parts::path::plot::Plot;
use crate::parts::path::said::Now;
use crate::parts::show;
use crate::words::{PathMsg, fill, text};

/// The years that are written below the charts.
const MARKED: [u16; 5] = [1990, 2010, 2030, 2045, 2060];
const MARKED_AHEAD: [u16; 5] = [2025, 2030, 2040, 2050, 2060];
/// How high the charts are.
const HEIGHT: f64 = 2600.0;
const HEIGHT_OF_SAVING: f64 = 1600.0;
/// The years of the two goals.
const PEAK_BEFORE: u16 = 2030;
const NEUTRAL_BEFORE: u16 = 2060;
/// Above the highest amount this part is left free, for the labels.
const ROOM: f64 = 1.12;
/// The years that the table shows.
const SHOWN: [u16; 15] = [
    1990, 1995, 2000, 2005, 2010, 2015, 2020, 2023, 2025, 2028, 2030, 2035, 2040, 2050, 2060,
];

/// A point's value, or the middle of its range.
fn middle(point: &PublishedPoint) -> Option<f64> {
    let of_range = |(low, high): (f64, f64)| (low + high) / 2.0;
    point.value.or(point.range.map(of_range))
}

/// History, line, wedge, goals, marks.
pub fn chart(lang: Lang, now: &Now) -> El {
    let sink = default_sink();
    let behind: Vec<_> = history().collect();
    let tallest = behind.iter().map(|year| year.high);
    let tallest = tallest.chain(now.line.years().map(|(_, mt)| mt));
    let most = tallest.fold(0.0, f64::max) * ROOM;
    let mut plot = Plot::new((*BEHIND.start(), *AHEAD.end()), (0.0, most), HEIGHT);
    plot.axes(&MARKED, |mt| in_unit_of(lang, most, mt));
    let spread = || behind.iter().filter(|year| year.data_sets > 1);
    let high = plot.points(spread().map(|year| (year.year, year.high)));
    let low = plot.points(spread().map(|year| (year.year, year.low)));
    plot.area("history", &high, &low);
    let line = plot.points(now.line.years());
    let with = plot.points(now.with.years());
    plot.area("of-plan", &line, &with);
    let net = now.line.net(sink);
    let net = net.years().filter(|(_, mt)| *mt >= 0.0);
    let net = plot.points(net);
    plot.line("net", &net);
    let gcb = BEHIND.filter_map(|year| Some((year, measured(DataSet::Gcb, year)?)));
    let gcb = plot.points(gcb);
    plot.line("measured", &gcb);
    plot.line("edge", &line);
    for path in NationalPath::marks() {
        for point in path.points {
            if let Some(mt) = middle(point) {
                plot.bar("line", point.year, (mt, mt));
            }
        }
    }
    let goals = [
        (PEAK_BEFORE, "goal end", PathMsg::GoalPeak, -40.0),
        (NEUTRAL_BEFORE, "goal end", PathMsg::GoalNeutral, -40.0),
    ];
    for (at, (year, class, words, beside)) in goals.into_iter().enumerate() {
        plot.rule("goal", year);
        let x = plot.x(year) + beside;
        let y = if at == 0 { 190.0 } else { 420.0 };
        plot.label(class, x, y, text(lang, words).to_owned());
    }
    plot.done("path national")
}

/// From how many to how many Mt the chart of what is saved goes: below 0 where more is emitted.
pub fn ends_of_saving(now: &Now, bands: Option<&WedgeBands>) -> (f64, f64) {
    let drawn = bands.into_iter().flat_map(|bands| bands.years.iter());
    let drawn = drawn.flat_map(|(_, band)| [band.p05, band.p95]);
    let saving = now.wedges.saving();
    let all = saving.years().map(|(_, mt)| mt).chain(drawn);
    let ends = all.fold((0.0_f64, 0.0_f64), |(least, most), mt| {
        (least.min(mt), most.max(mt))
    });
    (ends.0 * ROOM, ends.1 * ROOM)
}

/// What those who join take off, with its band.
pub fn saving(lang: Lang, now: &Now, bands: Option<&WedgeBands>) -> El {
    let saving = now.wedges.saving();
    let drawn = || bands.into_iter().flat_map(|bands| bands.years.iter());
    let (least, most) = ends_of_saving(now, bands);
    let years = (*AHEAD.start(), *AHEAD.end());
    let mut plot = Plot::new(years, (least, most), HEIGHT_OF_SAVING);
    let unit = most.max(-least);
    plot.axes(&MARKED_AHEAD, |mt| in_unit_of(lang, unit, mt));
    let high = plot.points(drawn().map(|(year, band)| (*year, band.p95)));
    let low = plot.points(drawn().map(|(year, band)| (*year, band.p05)));
    plot.area("history", &high, &low);
    let middle = plot.points(saving.years());
    plot.line("edge", &middle);
    plot.done("path saved")
}

/// The same as a table.
pub fn table(lang: Lang, now: &Now, bands: Option<&WedgeBands>) -> El {
    let (saving, net) = (now.wedges.saving(), now.line.net(default_sink()));
    let rows = SHOWN.into_iter().map(|year| {
        let cell =
            |mt: Option<f64>| el("td").words(mt.map_or(String::new(), |mt| show::kg(lang, mt)));
        let mut known = history();
        let known = known.find(|known| known.year == year);
        let measured = known.map_or(String::new(), |known| {
            range(lang, show::kg(lang, known.low), show::kg(lang, known.high))
        });
        let band = bands.and_then(|bands| bands.year(year));
        let band = band.map_or(String::new(), |band| {
            range(lang, mt(lang, band.p05), mt(lang, band.p95))
        });
        let person = now.line.per_person(year);
        let person = person.map_or(String::new(), |tonnes| {
            show::typed(lang, (tonnes * 10.0).round() / 10.0)
        });
        let saved = saving
            .mt(year)
            .map_or(String::new(), |saved| mt(lang, saved));
        el("tr")
            .attr("data-year", year.to_string())
            .child(head("row", &year.to_string()))
            .child(el("td").words(measured))
            .child(cell(now.line.mt(year)))
            .child(cell(now.with.mt(year)))
            .child(el("td").words(saved))
            .child(el("td").words(band))
            .child(cell(net.mt(year)))
            .child(el("td").words(person))
            .done()
    });
    let heads = [
        PathMsg::Year,
        PathMsg::ColHistory,
        PathMsg::ColLine,
        PathMsg::ColWith,
        PathMsg::ColSaved,
        PathMsg::ColSavedBand,
        PathMsg::ColNet,
        PathMsg::ColPerson,
    ];
    let heads = heads.map(|words| text(lang, words));
    wide_table(text(lang, PathMsg::NationalTable), &heads, rows.collect())
}

/// From one end to the other; one number where they are the same.
fn range(lang: Lang, low: String, high: String) -> String {
    if low == high {
        return low;
    }
    fill(lang, PathMsg::LineRange, &[("low", &low), ("high", &high)])
}

/// Mt with three digits that count, which small savings need.
fn mt(lang: Lang, mt: f64) -> String {
    number(lang, Digits::Three, mt + 0.0)
}

//! The nation's CO2 over the years: what has been, a line, what those who join take off it; as a chart and as
//! a table.
use leptos::prelude::*;
use tanlu_model::pathway::nation::{AHEAD, BEHIND, default_sink, history, measured};
use tanlu_model::pathway::{NationalPath, WedgeBands};
use tanlu_model::rows::DataSet;

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::el::{El, Words, dynamic, el, live};
use crate::parts::opens::{inside, opens_plain};
use crate::parts::path::blocks::{Blocks, across};
use crate::parts::path::mass::{MassUnit, of_saved, of_total, saved as in_saved, total};
use crate::parts::path::plot::{Plot, Points, around};
use crate::parts::path::said::Now;
use crate::parts::path::working::{history_year, line_year, saved_year};
use crate::words::{PathMsg, fill, text};

/// The years that are written below the charts.
const MARKED: [u16; 5] = [1990, 2010, 2030, 2045, 2060];
const MARKED_AHEAD: [u16; 5] = [2025, 2030, 2040, 2050, 2060];
const MARKED_BESIDE: [u16; 5] = [2020, 2030, 2040, 2050, 2060];
/// How high the charts are.
const HEIGHT: f64 = 2600.0;
const HEIGHT_OF_OTHERS: f64 = 3200.0;
const HEIGHT_OF_SAVING: f64 = 1600.0;
/// The years of the two goals.
const PEAK_BEFORE: u16 = 2030;
const NEUTRAL_BEFORE: u16 = 2060;
/// Above the highest amount this part is left free; for the labels of the goals it is more.
const ROOM: f64 = 1.12;
const ROOM_FOR_GOALS: f64 = 1.25;
/// The years that the table shows.
const SHOWN: [u16; 15] = [
    1990, 1995, 2000, 2005, 2010, 2015, 2020, 2023, 2025, 2028, 2030, 2035, 2040, 2050, 2060,
];

/// The year in which the first line has its mark, and how many lie between two: where all lines fall, so that
/// no mark stands on another.
const FIRST_MARK: u16 = 2037;
const BETWEEN_MARKS: u16 = 3;
/// How far a mark stands above a line, and beside a point; how much room a letter takes.
const ABOVE: f64 = 70.0;
const BESIDE: f64 = 95.0;
const WIDE: f64 = 130.0;
const TALL: f64 = 130.0;
/// How far the line of a letter lies below its middle.
const BASELINE: f64 = 35.0;
/// Where a letter may stand, to the right of a point and below it: the nearest places first.
const PLACES: [(f64, f64); 16] = [
    (BESIDE, 0.0),
    (-BESIDE, 0.0),
    (0.0, TALL),
    (0.0, -TALL),
    (BESIDE, TALL),
    (-BESIDE, TALL),
    (BESIDE, -TALL),
    (-BESIDE, -TALL),
    (0.0, 2.0 * TALL),
    (BESIDE, 2.0 * TALL),
    (-BESIDE, 2.0 * TALL),
    (BESIDE + WIDE, 0.0),
    (-BESIDE - WIDE, 0.0),
    (BESIDE + WIDE, TALL),
    (-BESIDE - WIDE, TALL),
    (0.0, 3.0 * TALL),
];
/// How many columns the table has.
const COLUMNS: usize = 8;

/// By what a line is told from the others on the chart.
pub fn mark_of_line(at: usize) -> String {
    (at + 1).to_string()
}

/// By what published points are told from others on the chart.
pub fn mark_of_points(at: usize) -> String {
    let letter = ('a'..='z').nth(at).unwrap_or('z');
    letter.to_string()
}

/// All lines, each with its mark where it has room beside those of the others; the chosen one is thick.
fn lines(plot: &mut Plot, chosen: NationalPath) -> Vec<Points> {
    let mut all = Vec::new();
    for (at, path) in super::lines().into_iter().enumerate() {
        let line = path.line();
        let points = plot.points(line.years());
        plot.line(if path == chosen { "edge" } else { "other" }, &points);
        let year = FIRST_MARK + BETWEEN_MARKS * at as u16;
        if let Some(mt) = line.mt(year) {
            let (x, y) = (plot.x(year), plot.y(mt));
            plot.label("mark", x + ABOVE, y - ABOVE, mark_of_line(at));
        }
        all.push(points);
    }
    all
}

/// Whether a letter that stands there touches a line.
fn touches(lines: &[Points], (x, y): (f64, f64)) -> bool {
    let middle = y - BASELINE;
    let mut points = lines.iter().flatten();
    points.any(|(of, at)| (of - x).abs() < WIDE / 2.0 && (at - middle).abs() < TALL / 2.0)
}

/// The points and ranges that others published, each with its letter where there is room for it; a thin line leads to one
/// that stands apart. None touches a line if there is another place.
fn marks(plot: &mut Plot, lines: &[Points]) {
    let mut points = Vec::new();
    let mut bars: Vec<(f64, f64, f64)> = Vec::new();
    for (at, path) in NationalPath::marks().enumerate() {
        for point in path.points {
            // where a range alone is published, it has no middle that stands for it
            let Some((low, high)) = point.value.map(|mt| (mt, mt)).or(point.range) else {
                continue;
            };
            plot.bar("line", point.year, (low, high));
            let (x, top, bottom) = (plot.x(point.year), plot.y(high), plot.y(low));
            points.push((at, x, (top + bottom) / 2.0));
            bars.push((x, top, bottom));
        }
    }
    let bottom = plot.y(0.0) + BASELINE;
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for (at, x, y) in &points {
        let free = |(x, y): &(f64, f64)| {
            let apart = |(other, of): &(f64, f64), wide: f64, tall: f64| {
                (x - other).abs() >= wide || (y - of).abs() >= tall
            };
            let letters = taken.iter().all(|other| apart(other, WIDE, TALL));
            // a letter's middle stands above its line
            let marks = bars.iter().all(|(x, top, bottom)| {
                // a clamp would bring the words of floats along
                let nearest = (y - BASELINE).max(*top).min(*bottom);
                apart(&(*x, nearest + BASELINE), WIDE / 2.0, TALL / 2.0)
            });
            letters && marks && *y <= bottom
        };
        let places = || {
            let places = PLACES.iter();
            places.map(|(right, down)| (x + right, y + BASELINE + down))
        };
        let apart = places().find(|place| free(place) && !touches(lines, *place));
        let place = apart.or_else(|| places().find(free));
        let place = place.unwrap_or((x + BESIDE, y + BASELINE));
        taken.push(place);
        lead(plot, (*x, *y), (place.0, place.1 - BASELINE));
        plot.label("mark", place.0, place.1, mark_of_points(*at));
    }
}

/// The way from a point to the edge of its letter, unless they touch.
fn lead(plot: &mut Plot, (x, y): (f64, f64), (of_letter, line): (f64, f64)) {
    let (right, down) = (of_letter - x, line - y);
    let far = (right * right + down * down).sqrt();
    if far > 1.1 * BESIDE {
        let part = 1.0 - BESIDE / (1.5 * far);
        plot.line("grid", &vec![(x, y), (x + part * right, y + part * down)]);
    }
}

/// The chosen line beside the others and beside the points that were published.
pub fn others(lang: Lang, chosen: NationalPath) -> El {
    let [first, ..] = MARKED_BESIDE;
    let all = super::lines().into_iter().map(NationalPath::line);
    let heights = all.flat_map(|line| line.years().map(|(_, mt)| mt).collect::<Vec<f64>>());
    let most = heights.fold(0.0, f64::max) * ROOM;
    let mut plot = Plot::new((first, *AHEAD.end()), (0.0, most), HEIGHT_OF_OTHERS);
    plot.axes(&MARKED_BESIDE, |mt| {
        MassUnit::of(lang, most).number(lang, mt)
    });
    measured_line(&mut plot, first);
    let lines = lines(&mut plot, chosen);
    marks(&mut plot, &lines);
    plot.done("path others")
}

/// What has been, from a year on.
fn measured_line(plot: &mut Plot, first: u16) {
    let years = (first..=*BEHIND.end()).filter_map(|year| {
        let mt = measured(DataSet::Gcb, year)?;
        Some((year, mt))
    });
    let points = plot.points(years);
    plot.line("measured", &points);
}

/// History, line, wedge, goals. What those who join move is the wedge alone.
pub fn chart(lang: Lang, path: NationalPath, now: Memo<Now>) -> El {
    let ahead = path.line();
    let behind: Vec<_> = history().collect();
    let tallest = behind.iter().map(|year| year.high);
    let tallest = tallest.chain(ahead.years().map(|(_, mt)| mt));
    let most = tallest.fold(0.0, f64::max) * ROOM_FOR_GOALS;
    let mut plot = Plot::new((*BEHIND.start(), *AHEAD.end()), (0.0, most), HEIGHT);
    plot.axes(&MARKED, |mt| MassUnit::of(lang, most).number(lang, mt));
    let spread = || behind.iter().filter(|year| year.data_sets > 1);
    let high = plot.points(spread().map(|year| (year.year, year.high)));
    let low = plot.points(spread().map(|year| (year.year, year.low)));
    plot.area("history", &high, &low);
    let field = plot.field;
    plot.moving(
        "of-plan",
        Signal::derive(move || {
            now.with(|now| {
                let line = field.points(now.line.years());
                around(&line, &field.points(now.with.years()))
            })
        }),
    );
    let line = plot.points(ahead.years());
    let net = ahead.net(default_sink());
    let net = net.years().filter(|(_, mt)| *mt >= 0.0);
    let net = plot.points(net);
    plot.line("net", &net);
    measured_line(&mut plot, *BEHIND.start());
    plot.line("edge", &line);
    // the later one above, so that no rule runs through its words
    let goals = [
        (NEUTRAL_BEFORE, PathMsg::GoalNeutral, 190.0),
        (PEAK_BEFORE, PathMsg::GoalPeak, 420.0),
    ];
    for (year, words, y) in goals {
        plot.rule("goal", year, y - 120.0);
        plot.label(
            "goal end",
            plot.x(year) - 40.0,
            y,
            text(lang, words).to_owned(),
        );
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

/// That below 0 it is more, where that happens.
pub fn or_more(lang: Lang, adds: bool) -> &'static str {
    match adds {
        true => text(lang, PathMsg::OrMore),
        false => "",
    }
}

/// What those who join take off, with its band.
pub fn saving(lang: Lang, now: &Now, bands: Option<&WedgeBands>) -> El {
    let saving = now.wedges.saving();
    let drawn = || bands.into_iter().flat_map(|bands| bands.years.iter());
    let (least, most) = ends_of_saving(now, bands);
    let years = (*AHEAD.start(), *AHEAD.end());
    let mut plot = Plot::new(years, (least, most), HEIGHT_OF_SAVING);
    let unit = MassUnit::of_all(lang, [least, most]);
    plot.axes(&MARKED_AHEAD, |mt| unit.number(lang, mt));
    let high = plot.points(drawn().map(|(year, band)| (*year, band.p95)));
    let low = plot.points(drawn().map(|(year, band)| (*year, band.p05)));
    plot.area("history", &high, &low);
    let middle = plot.points(saving.years());
    plot.line("edge", &middle);
    plot.done("path saved")
}

/// What a year of the table says of the line and of those who join: line, line with them, what they save and
/// its range, less sinks, by person.
type Said = [String; 6];

fn said(lang: Lang, now: &Now, bands: Option<&WedgeBands>) -> [Said; SHOWN.len()] {
    let (saving, net) = (now.wedges.saving(), now.line.net(default_sink()));
    let whole = |mt: Option<f64>| mt.map(|mt| total(lang, mt)).unwrap_or_default();
    SHOWN.map(|year| {
        let band = bands.and_then(|bands| bands.year(year));
        let band = band.map(|band| range(lang, in_saved(lang, band.p05), in_saved(lang, band.p95)));
        let saved = saving.mt(year).map(|mt| in_saved(lang, mt));
        let person = now.line.per_person(year);
        let person = person.map(|tonnes| number(lang, Digits::Tenths, tonnes));
        [
            whole(now.line.mt(year)),
            whole(now.with.mt(year)),
            saved.unwrap_or_default(),
            band.unwrap_or_default(),
            whole(net.mt(year)),
            person.unwrap_or_default(),
        ]
    })
}

/// The same as a table, whose figures open to how they come about; `adds` says that those who join add in some year.
pub fn table(lang: Lang, now: Memo<Now>, bands: Memo<Option<WedgeBands>>, adds: bool) -> El {
    let all = Memo::new(move |_| {
        let bands = bands.get();
        now.with(|now| said(lang, now, bands.as_ref()))
    });
    let saved = [&*of_saved(lang, PathMsg::ColSaved), or_more(lang, adds)].concat();
    let heads: [String; COLUMNS] = [
        text(lang, PathMsg::Year).to_owned(),
        of_total(lang, PathMsg::ColHistory),
        of_total(lang, PathMsg::ColLine),
        of_total(lang, PathMsg::ColWith),
        saved.clone(),
        of_saved(lang, PathMsg::ColSavedBand),
        of_total(lang, PathMsg::ColNet),
        text(lang, PathMsg::ColPerson).to_owned(),
    ];
    let mut table = Blocks::new(text(lang, PathMsg::NationalTable), heads.into());
    for (at, year) in SHOWN.into_iter().enumerate() {
        let cell = move |column: usize| {
            let words = move |all: &[Said; SHOWN.len()]| all.get(at)?.get(column).cloned();
            live(move || all.with(words).unwrap_or_default())
        };
        row(lang, &mut table, now, year, &saved, &cell);
    }
    table.done()
}

/// A year of the table, and what is open of it.
fn row(
    lang: Lang,
    table: &mut Blocks,
    now: Memo<Now>,
    year: u16,
    saved: &str,
    cell: &dyn Fn(usize) -> Words,
) {
    let shut = || RwSignal::new(false);
    let (of_history, of_line, of_saving) = (shut(), shut(), shut());
    let opens = |head: String, words: Words, open| {
        let what = [&*head, " ", &year.to_string()].concat();
        el("td").child(opens_plain(lang, &what, words, open))
    };
    let whole = |mt: f64| total(lang, mt);
    let known = history().find(|known| known.year == year);
    let measured = known.map(|known| range(lang, whole(known.low), whole(known.high)));
    let measured = measured.map(|words| {
        opens(
            of_total(lang, PathMsg::ColHistory),
            words.into(),
            of_history,
        )
    });
    let mut cells = vec![measured.unwrap_or_else(|| el("td"))];
    if AHEAD.contains(&year) {
        cells.extend([
            opens(of_total(lang, PathMsg::ColLine), cell(0), of_line),
            el("td").words(cell(1)),
            opens(saved.to_owned(), cell(2), of_saving),
        ]);
        cells.extend([3, 4, 5].map(|column| el("td").words(cell(column))));
    } else {
        cells.extend([(); 6].map(|()| el("td")));
    }
    table.row(("data-year", year.to_string()), &year.to_string(), cells);
    let part = |open, how: fn(Lang, &Now, u16) -> El| {
        let how = move || dynamic(move || now.with(|now| how(lang, now, year)).done());
        inside(
            open,
            Box::new(move || across(COLUMNS, el("div").view(how()))),
        )
    };
    table.view(part(of_history, history_year));
    table.view(part(of_line, line_year));
    table.view(part(of_saving, saved_year));
}

/// From one end to the other; one number where they are the same.
pub fn range(lang: Lang, low: String, high: String) -> String {
    if low == high {
        return low;
    }
    fill(lang, PathMsg::LineRange, &[("low", &low), ("high", &high)])
}

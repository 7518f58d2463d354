//! The nation: published points exactly, closed forms, sums by hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use tanlu_model::pathway::nation::{
    AHEAD, BEHIND, budgets, curve, default_sink, equal_share_gt, history, measured, peak_of_history,
};
use tanlu_model::pathway::{NationalLine, NationalPath};
use tanlu_model::rows::{DataSet, PUBLISHED_PATHS, constant_sink, national_co2};
use tanlu_model::year::DEFAULT_SCENARIO;

fn line(id: &str) -> NationalLine {
    NationalPath::from_id(id).unwrap().line()
}

fn assert_near(value: f64, expected: f64, by: f64) {
    assert!((value - expected).abs() <= by, "{value} {expected}");
}

#[test]
fn lines_have_four_published_points_and_the_others_are_marks() {
    let lines: Vec<&str> = NationalPath::lines().map(NationalPath::id).collect();
    let expected = [
        "MODEL_OFFICIAL",
        "MODEL_PLATEAU_NDC",
        "MODEL_FAST",
        "MODEL_SLOW",
        "TSINGHUA_CMA",
    ];
    assert_eq!(lines, expected);
    let marks: Vec<&str> = NationalPath::marks().map(|path| path.id).collect();
    assert!(marks.contains(&"CAEP_CP11") && marks.contains(&"LEAP_BNU2022"));
    assert_eq!(lines.len() - 4 + marks.len(), PUBLISHED_PATHS.len());
    for path in NationalPath::marks() {
        assert!(NationalPath::from_id(path.id).is_none(), "{}", path.id);
    }
}

#[test]
fn every_line_has_every_year() {
    for path in NationalPath::lines() {
        let line = path.line();
        let years: Vec<u16> = line.years().map(|(year, _)| year).collect();
        assert_eq!(years, AHEAD.collect::<Vec<u16>>(), "{}", path.id());
    }
}

#[test]
fn published_points_are_reproduced_to_the_last_bit() {
    for path in &PUBLISHED_PATHS {
        let Some(curve) = curve(path) else { continue };
        for point in path.points {
            assert_eq!(curve.at(f64::from(point.year)), point.value, "{}", path.id);
        }
    }
    let led_over = line("TSINGHUA_CMA");
    for (year, mt) in [(2050, 3600.0), (2060, 900.0)] {
        assert_eq!(led_over.mt(year), Some(mt));
    }
}

#[test]
fn a_published_line_is_led_over_from_the_history() {
    let path = PUBLISHED_PATHS
        .iter()
        .find(|path| path.id == "TSINGHUA_CMA");
    let curve = curve(path.unwrap()).unwrap();
    let line = line("TSINGHUA_CMA");
    let level = national_co2(DEFAULT_SCENARIO, 2025).unwrap().value;
    assert_eq!(line.mt(2025), Some(level));
    let at = |year: u16| curve.at(f64::from(year)).unwrap();
    for year in 2045..=2060 {
        assert_eq!(line.mt(year), Some(at(year)), "{year}");
    }
    // half way, half of the correction is left
    let half = at(2035) * (1.0 + (level / at(2025) - 1.0) * 0.5);
    assert_near(line.mt(2035).unwrap(), half, 1e-9);
    // our own series was made from the same points and rounded: the same from 2045 on; before that
    // its slope at the first point must have been another, which is worth up to 1.2 %
    for (year, mt) in line.years() {
        let own = national_co2(DEFAULT_SCENARIO, year).unwrap().value;
        assert_near(
            mt,
            own,
            if year >= 2045 {
                0.5 + 1e-9
            } else {
                0.012 * own
            },
        );
    }
}

#[test]
fn our_own_series_are_taken_as_they_are() {
    for path in NationalPath::lines() {
        let NationalPath::Model(scenario) = path else {
            continue;
        };
        for (year, mt) in path.line().years() {
            assert_eq!(national_co2(scenario, year).unwrap().value, mt);
        }
    }
}

#[test]
fn a_peak_is_the_last_of_tied_years() {
    let flat = |year| if year <= 2030 { 9.0 } else { 8.0 };
    let level = NationalLine::of(AHEAD.map(|year| (year, flat(year))).collect());
    assert_eq!(level.peak().unwrap().year, 2030);
    for path in NationalPath::lines() {
        let line = path.line();
        let peak = line.peak().unwrap();
        assert!(line.years().all(|(_, mt)| mt <= peak.mt));
        assert!(
            line.years()
                .all(|(year, mt)| mt < peak.mt || year <= peak.year)
        );
    }
}

#[test]
fn sums_and_net_zero_in_closed_form() {
    // 35 Mt in 2025, one less each year: 0 in 2060
    let falling = AHEAD.map(|year| (year, f64::from(2060 - year)));
    let falling = NationalLine::of(falling.collect());
    assert_eq!(falling.cumulative_gt(), 35.0 * 36.0 / 2.0 / 1000.0);
    assert_eq!(falling.net_zero(0.0), Some(2060));
    assert_eq!(falling.net_zero(10.0), Some(2050));
    assert_eq!(falling.net_zero(-1.0), None);
    assert_eq!(falling.net(10.0).mt(2025), Some(25.0));
}

#[test]
fn cumulative_emissions_and_budgets_are_those_of_the_research() {
    assert_near(line("MODEL_OFFICIAL").cumulative_gt(), 258.0, 0.5);
    assert_near(line("MODEL_FAST").cumulative_gt(), 191.0, 0.5);
    let shares: Vec<f64> = budgets()
        .map(|budget| equal_share_gt(budget).unwrap())
        .collect();
    for (share, expected) in shares.iter().zip([22.4, 84.3, 180.6]) {
        assert_near(*share, expected, 0.05);
    }
    let tight = budgets().next().unwrap();
    for path in NationalPath::lines() {
        let line = path.line();
        let over = line.overshoot_gt(tight).unwrap();
        assert_near(over, line.cumulative_gt() - shares[0], 1e-9);
        assert!(over > 0.0, "no line fits the equal share of 1.5 °C");
        assert_eq!(line.used_up(tight), Some(2026));
    }
}

#[test]
fn the_sink_is_an_assumption_with_a_range() {
    let sink = constant_sink();
    assert_eq!((sink.low, sink.value, sink.high), (800.0, 1300.0, 1800.0));
    assert!(sink.note.contains("assumption"));
    let official = line("MODEL_OFFICIAL");
    let year = official.net_zero(default_sink()).unwrap();
    assert!(official.net_zero(sink.high).unwrap() <= year);
    assert_eq!(line("MODEL_SLOW").net_zero(sink.high), None);
}

#[test]
fn per_person_is_of_all_that_is_emitted_in_the_nation() {
    let official = line("MODEL_OFFICIAL");
    for (year, tonnes) in [(2025, 8.4), (2030, 8.82), (2060, 0.79)] {
        assert_near(official.per_person(year).unwrap(), tonnes, 0.005);
    }
}

#[test]
fn history_has_its_data_sets_and_their_spread() {
    let years: Vec<u16> = history().map(|year| year.year).collect();
    assert_eq!(years, BEHIND.collect::<Vec<u16>>());
    assert_eq!(measured(DataSet::Gcb, 1990), Some(2484.8));
    assert_eq!(measured(DataSet::Gcb, 2023), Some(11902.5));
    assert_eq!(measured(DataSet::Edgar, 2023), Some(13259.6));
    assert_eq!(measured(DataSet::Edgar, 2024), None);
    let of = |year| history().find(|known| known.year == year).unwrap();
    let (low, high) = (of(2021).low, of(2021).high);
    assert_eq!((low, high, of(2021).data_sets), (11447.9, 12621.6, 3));
    assert_eq!(of(2025).data_sets, 1);
}

#[test]
fn a_peak_is_confirmed_when_five_years_after_it_are_lower() {
    let known = BEHIND.filter_map(|year| Some((year, measured(DataSet::Gcb, year)?)));
    let (peak, confirmed) = peak_of_history(&known.collect::<Vec<_>>()).unwrap();
    assert_eq!((peak.year, confirmed), (2024, false));
    let falling: Vec<(u16, f64)> = (2000..=2005)
        .map(|year| (year, f64::from(9000 - year)))
        .collect();
    assert!(peak_of_history(&falling).unwrap().1);
    assert!(!peak_of_history(&falling[..5]).unwrap().1);
}

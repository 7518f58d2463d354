//! Figures of the nation: its history, the lines that the path screen draws, budgets, the grid.

use tanlu_model::pathway::nation::{
    AHEAD, MT_PER_GT, NationalLine, NationalPath, budgets, default_sink, equal_share_gt, measured,
};
use tanlu_model::rows::{
    CarbonBudget, DataSet, NATIONAL_ASSUMPTIONS, NATIONAL_HISTORY, PER_PERSON_LINES,
    PUBLISHED_TOTALS, Scenario, SourceId, Status, fact, grid_year,
};
use tanlu_model::year::DEFAULT_SCENARIO;
use tanlu_model::{BASE_YEAR, rows::national_co2};

use super::{Figure, Ground, Shown};

/// Those that can be computed; a text that names another fails the build.
pub(super) fn figures() -> Vec<Figure> {
    [history(), accounts(), lines(), left(), power(), others()]
        .into_iter()
        .flatten()
        .flatten()
        .collect()
}

/// The sources of a data set of the history.
fn of_data_set(data_set: DataSet) -> Vec<SourceId> {
    let mut years = NATIONAL_HISTORY.iter();
    let first = years.find(|year| year.data_set == data_set);
    first.map_or(Vec::new(), |year| year.sources.to_vec())
}

fn history() -> Vec<Option<Figure>> {
    let published = |name, data_set, year| {
        let mt = measured(data_set, year)?;
        let sources = of_data_set(data_set);
        let status = Status::Published;
        Some(Figure::of_sources(
            name,
            mt,
            Shown::Gigatonnes,
            &sources,
            status,
        ))
    };
    let times = |name, first, last| {
        let times = measured(DataSet::Gcb, last)? / measured(DataSet::Gcb, first)?;
        Some(compared(name, times, Shown::Tenths, DataSet::Gcb))
    };
    let growth = |name, first, last| {
        let times = measured(DataSet::Gcb, last)? / measured(DataSet::Gcb, first)?;
        Some(compared(name, times - 1.0, Shown::Percent, DataSet::Gcb))
    };
    let per_person = || {
        let line = NationalLine::of(vec![(BASE_YEAR, measured(DataSet::Gcb, BASE_YEAR)?)]);
        let tonnes = line.per_person(BASE_YEAR)?;
        Some(compared(
            "co2_per_person",
            tonnes,
            Shown::Tenths,
            DataSet::Gcb,
        ))
    };
    vec![
        published("co2_gcb", DataSet::Gcb, BASE_YEAR),
        published("co2_edgar", DataSet::Edgar, BASE_YEAR),
        published("co2_official_2021", DataSet::Official, 2021),
        times("co2_times_since_1990", 1990, BASE_YEAR),
        growth("co2_growth_2005_2020", 2005, 2020),
        per_person(),
    ]
}

/// A figure that compares values of one data set.
fn compared(name: &'static str, value: f64, shown: Shown, data_set: DataSet) -> Figure {
    Figure::of_sources(name, value, shown, &of_data_set(data_set), Status::Derived)
}

fn accounts() -> Vec<Option<Figure>> {
    let consumption = &fact::CONSUMPTION_CO2_2022;
    let less = || {
        let territorial = measured(DataSet::Gcb, consumption.year)?;
        let less = 1.0 - consumption.band.value / territorial;
        Some(compared(
            "consumption_less",
            less,
            Shown::Percent,
            DataSet::Gcb,
        ))
    };
    let territorial = || {
        let mt = measured(DataSet::Gcb, consumption.year)?;
        Some(compared(
            "co2_gcb_2022",
            mt,
            Shown::Gigatonnes,
            DataSet::Gcb,
        ))
    };
    vec![less(), territorial()]
}

/// A figure of one of our own lines.
fn of_line(name: &'static str, value: f64, shown: Shown, scenario: Scenario) -> Figure {
    let details = scenario.details();
    Figure::of_sources(name, value, shown, details.sources, details.status)
}

fn lines() -> Vec<Option<Figure>> {
    let of = DEFAULT_SCENARIO;
    let line = NationalPath::Model(of).line();
    let fast = NationalPath::Model(Scenario::ModelFast).line();
    let peak = line.peak();
    vec![
        peak.map(|peak| of_line("line_peak_year", f64::from(peak.year), Shown::Year, of)),
        peak.map(|peak| of_line("line_peak", peak.mt, Shown::Gigatonnes, of)),
        line.mt(2060)
            .map(|mt| of_line("line_2060", mt, Shown::Gigatonnes, of)),
        line.net_zero(default_sink())
            .map(|year| of_line("line_net_zero", f64::from(year), Shown::Year, of)),
        Some(of_line(
            "line_sum",
            line.cumulative_gt() * MT_PER_GT,
            Shown::Gigatonnes,
            of,
        )),
        Some(of_line(
            "fast_sum",
            fast.cumulative_gt() * MT_PER_GT,
            Shown::Gigatonnes,
            Scenario::ModelFast,
        )),
    ]
}

/// The budget with even odds of a warming, °C.
fn budget(warming: f64) -> Option<&'static CarbonBudget> {
    budgets().find(|budget| budget.warming == warming)
}

fn left() -> Vec<Option<Figure>> {
    let world = |name, warming| {
        let budget = budget(warming)?;
        let mt = budget.value * MT_PER_GT;
        Some(Figure::of_sources(
            name,
            mt,
            Shown::Gigatonnes,
            budget.sources,
            budget.status,
        ))
    };
    let share = |name, warming| {
        let budget = budget(warming)?;
        let mt = equal_share_gt(budget)? * MT_PER_GT;
        let grounds = budget.sources.iter().copied().map(Ground::Source);
        Some(Figure::computed(name, mt, Shown::Gigatonnes, grounds))
    };
    // how many years at the level of the first
    let years = |name, warming| {
        let budget = budget(warming)?;
        let mt = national_co2(DEFAULT_SCENARIO, *AHEAD.start())?;
        let years = equal_share_gt(budget)? * MT_PER_GT / mt.value;
        let sources = budget.sources.iter().chain(mt.sources).copied();
        Some(Figure::computed(
            name,
            years,
            Shown::Whole,
            sources.map(Ground::Source),
        ))
    };
    vec![
        world("budget_15", 1.5),
        share("share_15", 1.5),
        share("share_20", 2.0),
        years("share_15_years", 1.5),
        years("share_20_years", 2.0),
    ]
}

fn power() -> Vec<Option<Figure>> {
    let fall = |name, year| {
        let (known, base) = (grid_year(year)?, grid_year(BASE_YEAR)?);
        let fall = 1.0 - known.value / base.value;
        Some(Figure::of_sources(
            name,
            fall,
            Shown::Percent,
            known.sources,
            Status::Derived,
        ))
    };
    let homes = || {
        let mut totals = PUBLISHED_TOTALS.iter();
        let homes = totals.find(|total| total.id == "total_electricity")?;
        let all = &fact::ELECTRICITY_USE_2024;
        let share = homes.value / all.band.value;
        let sources = homes.sources.iter().chain(all.sources).copied();
        let grounds = sources.map(Ground::Source);
        Some(Figure::computed(
            "home_power_share",
            share,
            Shown::Percent,
            grounds,
        ))
    };
    vec![fall("grid_fall_2035", 2035), homes()]
}

fn others() -> Vec<Option<Figure>> {
    let [sink, ..] = &NATIONAL_ASSUMPTIONS;
    let [low, high] = Figure::ends(
        ["sink_low", "sink_high"],
        sink.band,
        Shown::Gigatonnes,
        sink.sources,
        sink.status,
    );
    let value = sink.band.value;
    let central = Figure::of_sources(
        "sink_mt",
        value,
        Shown::Gigatonnes,
        sink.sources,
        sink.status,
    );
    let part = || {
        let part = value / measured(DataSet::Gcb, BASE_YEAR)?;
        let sources = sink.sources;
        Some(Figure::of_sources(
            "sink_part",
            part,
            Shown::Percent,
            sources,
            Status::Derived,
        ))
    };
    let line = |name, year| {
        let mut lines = PER_PERSON_LINES.iter();
        let line = lines.find(|line| line.line == "IGES2019_15C" && line.year == year)?;
        Some(Figure::of_sources(
            name,
            line.value,
            Shown::Exact,
            line.sources,
            line.status,
        ))
    };
    vec![
        Some(central),
        Some(low),
        Some(high),
        part(),
        line("line_person_2030", 2030),
        line("line_person_2040", 2040),
        line("line_person_2050", 2050),
    ]
}

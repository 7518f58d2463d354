//! The figures that cards and questions name: of the tables, or computed by the model.

use std::collections::BTreeMap;

use maud::{Markup, html};
use tanlu_model::actions::{ActionId, Chosen, Joint};
use tanlu_model::choice::Settlements;
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::nation::{BEHIND, budgets, default_sink, equal_share_gt, measured};
use tanlu_model::pathway::{Course, NationalPath, OwnPath, adoption, households};
use tanlu_model::plan::{Plan, Step};
use tanlu_model::population::Averages;
use tanlu_model::rows::{DataSet, PER_PERSON_LINES, Province, RowId, TOLD_FACTS, grid_year};
use tanlu_model::year::{DEFAULT_SCENARIO, YearIndex};
use tanlu_model::{Domain, Factors, Household, file};

use crate::show::{exact, percent, whole};
use crate::words::Words;

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Written {
    /// Whole.
    Whole,
    /// With one digit after the point.
    One,
    /// As it stands in the table.
    Exact,
    /// Per cent of 1.
    Percent,
    /// A year.
    Year,
}

/// Figures by their names.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures(BTreeMap<&'static str, (f64, Written)>);

/// A household that is asked about: two cars in Shanghai.
const TWO_CARS: &str = include_str!("../../../model/personas/shanghai_two_cars.json");

/// kg a year that an action saves in a household if done, in a year.
fn saved(home: &Household, action: ActionId, year: u16, factors: &Factors) -> f64 {
    let mut plan = Plan::none();
    let chosen = Chosen::usual(action);
    plan.choose(Step { chosen, from: 2024 });
    let path = OwnPath::of(home, &plan, Gas::Co2e, factors);
    let index = YearIndex::new(year, DEFAULT_SCENARIO, factors);
    index.map_or(0.0, |index| path.year(&index).mine)
}

impl Figures {
    /// Reads and computes all of them.
    pub fn compute(factors: &Factors) -> Figures {
        use Written::{Exact, One, Percent, Whole, Year};
        let mut all = BTreeMap::new();
        let mut add = |name, value, written| {
            all.insert(name, (value, written));
        };
        for fact in &TOLD_FACTS {
            add(fact.id, fact.value, Exact);
        }
        add("peak_goal", 2030.0, Year);
        add("neutral_goal", 2060.0, Year);
        let known = BEHIND.filter_map(|year| Some((year, measured(DataSet::Gcb, year)?)));
        let highest = known.max_by(|one, other| one.1.total_cmp(&other.1));
        if let Some((year, mt)) = highest {
            add("highest", mt / 1000.0, One);
            add("highest_year", f64::from(year), Year);
        }
        let line = NationalPath::Model(DEFAULT_SCENARIO).line();
        if let Some(peak) = line.peak() {
            add("line_peak", f64::from(peak.year), Year);
        }
        for (name, year) in [
            ("grid_base", 2023),
            ("grid_2035", 2035),
            ("grid_2060", 2060),
        ] {
            add(name, grid_year(year).map_or(0.0, |grid| grid.value), Exact);
        }
        let averages = Averages::compute(factors);
        let nation = averages.of(None, Settlements::All);
        add("nation_person", nation.per_person_kg(), Whole);
        let share = |domain| nation.domain_kg(domain) / nation.per_person_kg();
        add("share_home", share(Domain::Home), Percent);
        add("share_food", share(Domain::Food), Percent);
        add("share_travel", share(Domain::Travel), Percent);
        let kind = |settlement| averages.of(None, settlement).per_person_kg();
        add("city_person", kind(Settlements::City), Whole);
        add("village_person", kind(Settlements::Village), Whole);
        let home_of = |code| {
            let province = Province::from_code(code);
            averages
                .of(province, Settlements::All)
                .domain_kg(Domain::Home)
        };
        add("north_home", home_of("CN-HL"), Whole);
        add("south_home", home_of("CN-GD"), Whole);
        for (name, row) in [
            ("beef", "rec_beef"),
            ("pork", "rec_pork"),
            ("poultry", "rec_poultry"),
            ("rice", "rec_rice"),
            ("tofu", "rec_tofu"),
        ] {
            add(
                name,
                RowId::from_id(row).map_or(0.0, |row| factors.value(row)),
                Exact,
            );
        }
        if let Ok(read) = file::read(TWO_CARS) {
            let home = Household::resolve(&read.answers, factors);
            add(
                "ev_early",
                saved(&home, ActionId::ElectricCar, 2025, factors),
                Whole,
            );
            add(
                "ev_late",
                saved(&home, ActionId::ElectricCar, 2050, factors),
                Whole,
            );
            add(
                "standby_early",
                saved(&home, ActionId::StandbyOff, 2025, factors),
                Whole,
            );
            add(
                "standby_late",
                saved(&home, ActionId::StandbyOff, 2050, factors),
                Whole,
            );
            let point = |action| {
                let set = Joint::of([Chosen::usual(action)]);
                tanlu_model::actions::point(&home, &set, factors)
            };
            add("flights_saved", point(ActionId::FewerFlights), Whole);
            add("led_saved", point(ActionId::LedLamps), Whole);
        }
        if let Some(row) = adoption(ActionId::ElectricCar) {
            let curve = Course::of(row).curve();
            add(
                "ev_share",
                curve.get(5).copied().unwrap_or_default(),
                Percent,
            );
        }
        add("households", households(None) / 1e8, One);
        let per_tonne = line.mt(2030).map_or(0.0, |mt| 1e10 / (mt * 1e6));
        add("one_share", per_tonne, One);
        if let Some(budget) = budgets().next() {
            add("budget_world", budget.value, Whole);
            add(
                "budget_share",
                equal_share_gt(budget).unwrap_or_default(),
                Whole,
            );
            let used = line.used_up(budget).map_or(0.0, f64::from);
            add("budget_used", used, Year);
        }
        add("line_sum", line.cumulative_gt(), Whole);
        add("sink", default_sink() / 1000.0, One);
        let lines = PER_PERSON_LINES.iter().filter(|line| line.year == 2030);
        for line in lines.take(1) {
            add("line_low", line.low_kg() / 1000.0, Exact);
            add("line_high", line.high_kg() / 1000.0, Exact);
        }
        Figures(all)
    }

    /// A figure.
    pub fn value(&self, name: &str) -> Option<f64> {
        self.0.get(name).map(|(value, _)| *value)
    }

    fn written(&self, words: &Words, name: &str) -> String {
        let Some((value, written)) = self.0.get(name) else {
            return String::new();
        };
        match written {
            Written::Whole => whole(*value),
            Written::One => exact((value * 10.0).round() / 10.0),
            Written::Exact => exact(*value),
            Written::Percent => percent(words.lang, *value),
            Written::Year => format!("{value:.0}"),
        }
    }

    /// A figure with its unit, in the words that it has.
    pub fn said(&self, words: &Words, name: &str) -> Markup {
        let value = html! { b { (self.written(words, name)) } };
        words.fill(&format!("figure.{name}"), &[("value", value)])
    }

    /// All figures, for texts that name them in braces.
    pub fn values(&self, words: &Words) -> Vec<(&'static str, Markup)> {
        let all = self.0.keys();
        all.map(|name| (*name, html! { (self.written(words, name)) }))
            .collect()
    }
}

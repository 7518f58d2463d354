//! What actions cost, and what they save in yuan: at local prices, as ranges.
//!
//! What is bought once, and what comes every year besides, stands in `data/actions.csv`. Energy, fares,
//! food and goods follow from the lines of the changed household: `quantity x price`, with the price of
//! the province where there is one. Prices are named after the line that they are of (`price_rice`).
//!
//! On draws yuan follow the very households whose kilograms are compared: see `money`.

use super::{ActionId, Chosen, Joint};
use crate::catalogue::{Household, QuestionId};
use crate::choice::{CarKind, HeatBilling, Heating};
use crate::factors::Factors;
use crate::footprint::{Line, LineId, Section, Sections, Untold, write_lines};
use crate::plan::{Expected, OwnCost, Plan, Tariff};
use crate::question::Domain;
use crate::rows::{ActionFacts, Band, CostPer, Province, RowId, family, id};
use crate::unit::{KG_PER_TONNE, KWH_PER_GJ, MONTHS_PER_YEAR};

/// The interest at which what is bought once is spread over its life.
pub const INTEREST: RowId = id::INTEREST;

/// What each unit of a line costs.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Price {
    /// Nothing that an action changes.
    Free,
    /// The row's yuan for each unit.
    Row(RowId),
    /// The province's price of electricity.
    Electricity,
    /// The price of a cylinder, by its content.
    Cylinder,
    /// The line is in yuan at producer prices.
    Producer,
    /// The line is in yuan as paid.
    Paid,
}

/// The row of a price where the household says nothing.
pub fn tariff_row(tariff: Tariff, province: Province) -> RowId {
    match tariff {
        Tariff::Electricity => family::PRICE_ELEC.row(province),
        Tariff::Gas => id::PRICE_GAS,
        Tariff::Lpg => id::PRICE_LPG,
        Tariff::Coal => id::PRICE_COAL,
        Tariff::Biomass => id::PRICE_BIOMASS,
        Tariff::HeatByArea => id::PRICE_DISTRICT_HEAT,
        Tariff::HeatBase => id::PRICE_DISTRICT_HEAT_BASE,
        Tariff::HeatMetered => id::PRICE_DISTRICT_HEAT_METERED,
        Tariff::Water => id::PRICE_WATER,
        Tariff::Petrol => id::PRICE_PETROL92,
        Tariff::Diesel => id::PRICE_CAR_DIESEL,
        Tariff::Charging => id::PRICE_CAR_CHARGING_ELSEWHERE,
        Tariff::SolarExport => id::PRICE_SOLAR_EXPORT,
    }
}

/// The prices that matter to a household as it is, in the order in which they are offered.
pub fn tariffs_of(home: &Household) -> Vec<Tariff> {
    let fuelled = |kinds: &[CarKind]| home.cars.iter().any(|car| kinds.contains(&car.kind));
    let network = |billing| home.heating == Heating::District && home.heat_billing == billing;
    let matters = |tariff: &Tariff| match tariff {
        Tariff::Electricity | Tariff::Water => true,
        Tariff::Gas => home.gas > 0.0,
        Tariff::Lpg => home.lpg > 0.0,
        Tariff::Coal => home.coal > 0.0,
        Tariff::Biomass => home.biomass > 0.0,
        Tariff::HeatByArea => network(HeatBilling::ByArea),
        Tariff::HeatBase | Tariff::HeatMetered => home.heating == Heating::District,
        Tariff::Petrol => fuelled(&[CarKind::Petrol, CarKind::Hybrid, CarKind::PlugIn]),
        Tariff::Diesel => fuelled(&[CarKind::Diesel]),
        Tariff::Charging => !home.cars.is_empty(),
        Tariff::SolarExport => home.solar_power > 0.0,
    };
    Tariff::ALL.iter().copied().filter(matters).collect()
}

/// The prices of all lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Prices {
    /// The household's own.
    own: Vec<(Tariff, Expected)>,
    by_line: Vec<Price>,
}

/// What is paid for clothes against what their lines count, which is emissions: second-hand ones cost another
/// part of new ones than they emit. `(1 - share x (1 - price)) / (1 - share x (1 - emissions))`.
fn paid_for_clothes(home: &Household, factors: &Factors) -> f64 {
    let share = (home.second_hand / 100.0).min(1.0);
    let with = |part: RowId| 1.0 - share * (1.0 - factors.value(part));
    with(id::PRICE_SECOND_HAND) / with(id::SECOND_HAND_REST)
}

impl Prices {
    /// A household's own prices, and else those that the tables name.
    pub fn of(own: &[(Tariff, Expected)]) -> Prices {
        Prices {
            by_line: LineId::ALL.iter().copied().map(price).collect(),
            own: own.to_vec(),
        }
    }

    /// The same prices, but the household's own.
    #[must_use]
    pub fn with(self, own: &[(Tariff, Expected)]) -> Prices {
        let own = own.to_vec();
        Prices { own, ..self }
    }

    /// Whether a household's own prices are these.
    pub(crate) fn are_of(&self, own: &[(Tariff, Expected)]) -> bool {
        self.own == own
    }

    /// The household's own price in place of a row, if it knows one.
    pub(super) fn own(&self, row: RowId, province: Province) -> Option<(Tariff, Band)> {
        let mut own = self.own.iter();
        let own = own.find(|(tariff, _)| tariff_row(*tariff, province) == row);
        own.map(|(tariff, price)| (*tariff, price.band()))
    }

    /// The prices of some lines in a province; `pick` takes a price from its range.
    // one copy for all who ask: the page would load several
    #[inline(never)]
    pub(crate) fn list(
        &self,
        sections: Sections,
        province: Province,
        factors: &Factors,
        pick: &dyn Fn(RowId) -> f64,
    ) -> PriceList {
        let each = |price: &Price| match price {
            Price::Free => 0.0,
            Price::Row(row) => pick(*row),
            Price::Electricity => pick(family::PRICE_ELEC.row(province)),
            Price::Cylinder => pick(id::PRICE_LPG) / factors.value(id::LPG_BOTTLE),
            Price::Producer => 1.0 / factors.value(id::SHOP_PRICE_SHARE),
            Price::Paid => 1.0,
        };
        let lines = self.by_line.iter().zip(LineId::ALL);
        let lines = lines.map(|(price, line)| match sections.has(line.section()) {
            true => each(price),
            false => 0.0,
        });
        PriceList {
            by_line: lines.collect(),
            metered: [
                pick(id::PRICE_DISTRICT_HEAT),
                pick(id::PRICE_DISTRICT_HEAT_BASE),
                pick(id::PRICE_DISTRICT_HEAT_METERED),
                -pick(id::PRICE_SOLAR_EXPORT),
            ],
        }
    }

    /// What a household pays a year, in yuan, at central prices: only a difference between two households means
    /// something, since what no action changes has no price here.
    pub fn paid(&self, home: &Household, factors: &Factors) -> f64 {
        self.paid_at(home, factors, &|row| {
            self.price(row, home.province, factors)
        })
    }

    /// As [`Prices::paid`], with each price picked by its row.
    pub fn paid_at(&self, home: &Household, factors: &Factors, pick: &dyn Fn(RowId) -> f64) -> f64 {
        let list = self.list(Sections::ALL, home.province, factors, pick);
        list.paid_by(home, factors)
    }

    /// A price on central values.
    pub(crate) fn price(&self, row: RowId, province: Province, factors: &Factors) -> f64 {
        let own = self.own(row, province);
        own.map_or_else(|| factors.value(row), |(_, own)| own.value)
    }
}

/// What a household pays as it is, on central values, to be held against what it pays once it is changed.
#[derive(Debug, Clone)]
pub struct Bills {
    prices: Prices,
    /// Yuan a year, as [`Prices::paid`] counts them.
    paid: f64,
}

impl Bills {
    /// Of a household at these prices.
    pub fn of(prices: Prices, home: &Household, factors: &Factors) -> Bills {
        Bills {
            paid: prices.paid(home, factors),
            prices,
        }
    }

    /// The prices.
    pub fn prices(&self) -> &Prices {
        &self.prices
    }

    /// Yuan a year that the changed household pays less; below 0 it pays more.
    pub fn less(&self, changed: &Household, factors: &Factors) -> f64 {
        self.paid - self.prices.paid(changed, factors)
    }
}

/// Heat of a home that is billed by a meter, kWh a year.
pub(crate) fn metered_heat(home: &Household) -> f64 {
    home.district_heat * KWH_PER_GJ
}

/// Heat from a network, in m2 billed by area, in m2 and kWh billed by the meter; solar power that is sold, kWh.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Metered([f64; 4]);

impl Metered {
    fn of(home: &Household, factors: &Factors) -> Metered {
        let [by_area, base, heat] = match (home.heating, home.heat_billing) {
            (Heating::District, HeatBilling::ByArea) => [home.floor_area, 0.0, 0.0],
            (Heating::District, HeatBilling::ByMeter) => [0.0, home.floor_area, metered_heat(home)],
            _ => [0.0; 3],
        };
        let sold = 1.0 - factors.value(id::PV_SELF_USE);
        let sold = home.solar_power * factors.value(id::PV_YIELD) * sold;
        Metered([by_area, base, heat, sold])
    }
}

/// What is paid for of a line: its quantity; of clothes a part of it.
fn paid_amount(line: &Line<Untold>, clothes: f64) -> f64 {
    let part = match line.id.section() {
        Section::Clothes => clothes,
        _ => 1.0,
    };
    line.quantity.value * part
}

/// Prices picked from their ranges, of all lines and of what goes through none.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PriceList {
    by_line: Vec<f64>,
    /// Heat from a network by area, by the meter its base and its heat; solar power that is sold, below zero.
    metered: [f64; 4],
}

impl PriceList {
    /// What a household pays a year, in yuan.
    pub(crate) fn paid_by(&self, home: &Household, factors: &Factors) -> f64 {
        let mut lines: Vec<Line<Untold>> = Vec::with_capacity(LineId::ALL.len());
        write_lines(home, factors, &mut lines);
        let mut paid = 0.0;
        let apart = self.paid(home, &lines, factors, &mut |_, yuan| paid += yuan);
        paid + apart
    }

    /// What each of some lines costs, and what goes through none, in yuan a year.
    #[inline(never)]
    pub(super) fn paid(
        &self,
        home: &Household,
        lines: &[Line<Untold>],
        factors: &Factors,
        each: &mut dyn FnMut(LineId, f64),
    ) -> f64 {
        let clothes = paid_for_clothes(home, factors);
        for line in lines {
            let price = self.by_line.get(line.id as usize).copied();
            let price = price.unwrap_or_default();
            if price != 0.0 {
                each(line.id, paid_amount(line, clothes) * price);
            }
        }
        let metered = Metered::of(home, factors).0;
        let metered = metered.iter().zip(self.metered);
        metered.map(|(amount, price)| amount * price).sum()
    }
}

/// The price of a line: of what a meter shows or a stock holds that of the carrier.
fn price(line: LineId) -> Price {
    match line.meter() {
        Some(QuestionId::Electricity) => Price::Electricity,
        Some(QuestionId::Gas) => Price::Row(id::PRICE_GAS),
        Some(QuestionId::Lpg) => Price::Cylinder,
        Some(QuestionId::Coal) => Price::Row(id::PRICE_COAL),
        Some(QuestionId::Biomass) => Price::Row(id::PRICE_BIOMASS),
        _ => price_apart(line),
    }
}

/// The price of a line that goes through no meter.
fn price_apart(line: LineId) -> Price {
    match line {
        // billed by area or by the meter, not by what the line counts
        LineId::DistrictHeat => Price::Free,
        LineId::Water => Price::Row(id::PRICE_WATER),
        LineId::CarPetrol => Price::Row(id::PRICE_PETROL92),
        LineId::Renovation => Price::Paid,
        _ if line.unit() == "CNY" && line.domain() == Domain::Goods => Price::Producer,
        _ if line.unit() == "CNY" => Price::Paid,
        _ => {
            let name = ["price_", line.id()].concat();
            RowId::from_id(&name).map_or(Price::Free, Price::Row)
        }
    }
}

/// What an action costs a household, in yuan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// Once, more than what would be bought anyway; negative where it saves at once.
    pub upfront: Band,
    /// A year, besides what the lines' prices count.
    pub running: Band,
    /// Years that what is bought lasts.
    pub life: Band,
}

/// A range multiplied.
fn times(band: Band, by: f64) -> Band {
    Band {
        value: band.value * by,
        low: band.low * by,
        high: band.high * by,
    }
}

/// What an action costs for each thing that it is for: as a household says itself for all of it, else by the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rates {
    chosen: Chosen,
    facts: &'static ActionFacts,
    own: OwnCost,
}

impl Rates {
    /// The rates of an action; none where the table has no such action.
    pub(super) fn of(chosen: Chosen, own: Option<OwnCost>) -> Option<Rates> {
        Some(Rates {
            chosen,
            facts: ActionFacts::of(chosen.action.id())?,
            own: own.unwrap_or_default(),
        })
    }

    /// What a household costs that does the action, and nothing else; `changed` is that household.
    pub(super) fn cost(&self, home: &Household, changed: &Household) -> Cost {
        let Rates { chosen, facts, own } = *self;
        let units = |per: CostPer| match per {
            CostPer::Home => 1.0,
            CostPer::SquareMetre => home.floor_area,
            CostPer::Kilowatt => chosen.action.bounded(chosen.strength),
            CostPer::KilowattHour => {
                let more = changed.green_power - home.green_power;
                changed.electricity * MONTHS_PER_YEAR * more / 100.0
            }
            CostPer::Item => {
                home.fridges
                    + home.freezers
                    + home.washing_machines
                    + home.dryers
                    + home.dishwashers
                    + home.televisions
                    + home.air_conditioners
            }
            CostPer::Car => (home.cars.len() as f64 - changed.cars.len() as f64).max(1.0),
            CostPer::Person => home.members,
        };
        let told = |own: Option<Expected>, table: Band| own.map_or(table, Expected::band);
        Cost {
            upfront: told(own.upfront, times(facts.upfront, units(facts.per))),
            running: told(own.running, times(facts.running, units(facts.running_per))),
            life: told(own.life, facts.life),
        }
    }

    /// Whose they are.
    pub(super) fn action(&self) -> ActionId {
        self.chosen.action
    }

    /// The household that does the action, and nothing else.
    pub(super) fn alone(&self, home: &Household, factors: &Factors) -> Household {
        Joint::of([self.chosen]).changed(home, factors)
    }
}

impl Cost {
    /// The cost of an action for a household: as it says itself, else by the table; none where the table
    /// has no such action.
    pub fn of(
        chosen: Chosen,
        own: Option<OwnCost>,
        home: &Household,
        factors: &Factors,
    ) -> Option<Cost> {
        let rates = Rates::of(chosen, own)?;
        Some(rates.cost(home, &rates.alone(home, factors)))
    }

    /// Yuan a year: what is bought once as an annuity over its life, and the running costs.
    ///
    /// `upfront x i / (1 - (1 + i)^-life) + running`, with the interest `i`.
    pub fn per_year(&self, interest: f64) -> f64 {
        self.upfront.value * annuity(interest, self.life.value) + self.running.value
    }

    /// Yuan for each tonne that is saved: yuan a year less what else is saved by it, in yuan, over kg a year; none
    /// where nothing is saved. Below zero it is gained.
    pub fn per_tonne(&self, interest: f64, saved: f64, kg: f64) -> Option<f64> {
        (kg > 0.0).then(|| per_tonne(self.per_year(interest) - saved, kg))
    }
}

/// Yuan for each tonne: yuan a year over kg a year.
pub(super) fn per_tonne(yuan: f64, kg: f64) -> f64 {
    yuan / kg * KG_PER_TONNE
}

/// The part of a sum that is paid each year to pay it off over its life, with interest.
pub fn annuity(interest: f64, years: f64) -> f64 {
    if years <= 0.0 {
        1.0
    } else if interest == 0.0 {
        1.0 / years
    } else {
        interest / (1.0 - libm::exp(-years * libm::log(1.0 + interest)))
    }
}

/// What sets cost a household more a year than nothing: annuities and running costs less what the
/// changed household saves; negative where it pays.
#[derive(Debug, Clone)]
pub struct NetCosts {
    bills: Bills,
    /// Yuan a year of each action that was looked at.
    known: Vec<(Chosen, f64)>,
    plan: Plan,
}

impl NetCosts {
    /// Of a household, whose plan may know costs of its own.
    pub fn of(home: &Household, plan: &Plan, factors: &Factors) -> NetCosts {
        NetCosts {
            bills: Bills::of(Prices::of(&plan.prices), home, factors),
            known: Vec::new(),
            plan: plan.clone(),
        }
    }

    fn of_action(&mut self, chosen: Chosen, home: &Household, factors: &Factors) -> f64 {
        if let Some((_, known)) = self.known.iter().find(|(known, _)| *known == chosen) {
            return *known;
        }
        let interest = factors.value(INTEREST);
        let cost = Cost::of(chosen, self.plan.cost(chosen.action), home, factors);
        let cost = cost.map_or(0.0, |cost| cost.per_year(interest));
        self.known.push((chosen, cost));
        cost
    }

    /// Yuan a year of a set; what its other actions make moot costs nothing.
    pub fn per_year(&mut self, set: &Joint, home: &Household, factors: &Factors) -> f64 {
        let (changed, effective) = set.done(home, factors);
        let costs = effective.chosen().iter();
        let costs: f64 = costs
            .map(|chosen| self.of_action(*chosen, home, factors))
            .sum();
        costs - self.bills.less(&changed, factors)
    }
}

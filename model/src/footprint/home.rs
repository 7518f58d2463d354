//! The home: electricity, fuels, heat, water and waste; and the building itself.

use super::LineId;
use super::energy::{self, EndUses, fit};
use super::line::{Amount, Line, Origin};
use super::working::{Untold, Working};
use crate::catalogue::{Household, QuestionId as Q};
use crate::choice::{BiomassKind, CoalKind, FoodWaste, HeatBilling, Heating, Scope, WasteSorting};
use crate::derived::{Number, row};
use crate::factors::Factors;
use crate::rows::{RowId, family, id};
use crate::unit::{DAYS_PER_YEAR, MONTHS_PER_YEAR};

/// Electricity, fuels, heat and own solar power.
pub fn energy<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    electricity(household, factors, lines);
    gas(household, factors, lines);
    lpg(household, factors, lines);
    coal(household, factors, lines);
    biomass(household, factors, lines);
    if household.heating == Heating::District {
        lines.push(district_heat(household, factors));
    }
    let solar = energy::solar_self_use(household, factors);
    let shared = 1.0 / household.members;
    lines.push(Line::new(LineId::SolarSelfUse, solar, shared).factor(id::EL_FP_2023_PV, factors));
    let green = Amount::answer(Q::Electricity, household.electricity)
        .times_unit(MONTHS_PER_YEAR)
        .times(Origin::Answer(Q::GreenPower), household.green_power / 100.0);
    lines.push(Line::new(LineId::GreenPower, green, shared).factor(id::EL_FP_2023_GREEN, factors));
}

/// Tap water and its treatment.
pub fn water<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let water = Amount::answer(Q::Water, household.water).times_unit(MONTHS_PER_YEAR);
    let line = Line::new(LineId::Water, water, 1.0 / household.members);
    lines.push(
        line.factor(id::WATER_SUPPLY, factors)
            .factor(id::WASTEWATER, factors),
    );
}

/// A line of grid electricity: life cycle for CO2e, the official factor for CO2 alone.
pub fn on_the_grid<W: Working>(line: Line<W>, household: &Household, factors: &Factors) -> Line<W> {
    let province = household.province;
    line.factor(family::EL_LC_2023.row(province), factors)
        .factor(family::EL_CO2_2023.row(province), factors)
}

/// What of an end use is not bought as green power, which has a line of its own.
fn from_the_grid<W: Working>(kwh: Amount<W>, household: &Household) -> Amount<W> {
    kwh.scale(
        Origin::Answer(Q::GreenPower),
        1.0 - household.green_power / 100.0,
    )
}

/// What the meter of a home is split among but for appliances: each line, its estimate in kWh a year and the
/// answerer's part of it.
fn metered_uses<W: Working>(
    household: &Household,
    factors: &Factors,
) -> [(LineId, Amount<W>, f64); 6] {
    let ebikes = energy::ebike_charging_estimate(household, factors);
    let shared = 1.0 / household.members;
    [
        (
            LineId::ElectricityHeating,
            energy::electric_heating_estimate(household, factors),
            shared,
        ),
        (
            LineId::ElectricityHotWater,
            energy::electric_hot_water_estimate(household, factors),
            shared,
        ),
        (
            LineId::ElectricityCooking,
            energy::electric_cooking_estimate(household, factors),
            shared,
        ),
        (
            LineId::ElectricityCooling,
            energy::cooling_estimate(household, factors),
            shared,
        ),
        (
            LineId::CarChargingHome,
            energy::home_charging_estimate(household, factors),
            shared,
        ),
        (LineId::EbikeCharging, ebikes.amount, ebikes.my_share),
    ]
}

/// Splits the meter among the end uses; what no estimate explains is other appliances.
fn electricity<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let uses = metered_uses(household, factors);
    let shared = 1.0 / household.members;
    let appliances = energy::appliances_estimate(household, factors);
    let whole = household.electricity * MONTHS_PER_YEAR;
    let estimates: f64 = uses.iter().map(|(_, estimate, _)| estimate.value).sum();
    let all = estimates + appliances.value;
    let exceeds = fit(whole, all) < 1.0;
    let meter = [
        (Origin::Answer(Q::Electricity), household.electricity),
        (Origin::Unit, MONTHS_PER_YEAR),
    ];
    // where the estimates come to more than the whole, each has its part of it
    let of_meter = |estimate| match exceeds {
        true => metered(estimate, &meter, all),
        false => estimate,
    };
    for (line, estimate, my_share) in uses {
        let kwh = from_the_grid(of_meter(estimate), household);
        lines.push(on_the_grid(
            Line::new(line, kwh, my_share),
            household,
            factors,
        ));
    }
    // beyond its own estimate all that no other use explains
    let rest = match exceeds {
        true => of_meter(appliances),
        false => Amount::answer(Q::Electricity, household.electricity)
            .times_unit(MONTHS_PER_YEAR)
            .plus(Origin::EndUse, -estimates),
    };
    let rest = from_the_grid(rest, household);
    lines.push(on_the_grid(
        Line::new(LineId::ElectricityAppliances, rest, shared),
        household,
        factors,
    ));
}

/// An end use's part of a meter, which is a product: its estimate, in the proportion in which the meter stands
/// to the estimates of all.
fn metered<W: Working>(estimate: Amount<W>, meter: &[(Origin, f64)], estimates: f64) -> Amount<W> {
    let steps = meter.iter();
    let whole = steps.fold(estimate, |amount, (origin, by)| amount.scale(*origin, *by));
    whole.scale_over(Origin::EndUse, estimates)
}

/// The lines of a fuel: heating, hot water, cooking; none where nothing burns it so.
type FuelLines = [Option<LineId>; 3];
const GAS_LINES: FuelLines = [
    Some(LineId::GasHeating),
    Some(LineId::GasHotWater),
    Some(LineId::GasCooking),
];
const LPG_LINES: FuelLines = [None, Some(LineId::LpgHotWater), Some(LineId::LpgCooking)];
const COAL_LINES: FuelLines = [Some(LineId::CoalHeating), None, Some(LineId::CoalCooking)];
const BIOMASS_LINES: FuelLines = [
    Some(LineId::BiomassHeating),
    None,
    Some(LineId::BiomassCooking),
];

/// A fuel's lines, with the estimates among which it is split.
type Split = (FuelLines, fn(&Household, &Factors) -> EndUses<Untold>);

/// The end uses among which the meter or the fuel of a line is split, each with its estimate, in the line's
/// unit a year; none of a line that is no part of one.
pub fn end_uses(line: LineId, household: &Household, factors: &Factors) -> Vec<(LineId, f64)> {
    let fuels: [Split; 4] = [
        (GAS_LINES, energy::gas_estimate),
        (LPG_LINES, energy::lpg_estimate),
        (COAL_LINES, energy::coal_estimate),
        (BIOMASS_LINES, energy::biomass_estimate),
    ];
    for (lines, estimate) in fuels {
        if lines.contains(&Some(line)) {
            let uses = estimate(household, factors);
            let values = [uses.heating.value, uses.hot_water.value, uses.cooking.value];
            let all = lines.into_iter().zip(values);
            return all
                .filter_map(|(line, value)| Some((line?, value)))
                .filter(|(_, value)| *value > 0.0)
                .collect();
        }
    }
    let metered = metered_uses::<Untold>(household, factors);
    let appliances = energy::appliances_estimate::<Untold>(household, factors).value;
    let rest = (LineId::ElectricityAppliances, appliances);
    let mut all: Vec<(LineId, f64)> = metered
        .map(|(line, use_of_it, _)| (line, use_of_it.value))
        .into();
    all.push(rest);
    if !all.iter().any(|(metered, _)| *metered == line) {
        return Vec::new();
    }
    all.retain(|(_, value)| *value > 0.0);
    all
}

/// A fuel: how much there is of it, which is a product, what it is burnt for, and its factors.
struct Fuel<'a, W: Working> {
    whole: &'a [(Origin, f64)],
    uses: EndUses<W>,
    of: FuelLines,
    rows: &'a [RowId],
}

impl<W: Working> Fuel<'_, W> {
    /// Adds a line for each end use, scaled so that they meet the whole.
    fn burn(self, household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
        let total = self.uses.total();
        let uses = [self.uses.heating, self.uses.hot_water, self.uses.cooking];
        for (line, estimate) in self.of.into_iter().zip(uses) {
            let Some(line) = line else { continue };
            let amount = match total > 0.0 {
                true => metered(estimate, self.whole, total),
                // nothing is used by any estimate
                false => estimate,
            };
            let line = Line::new(line, amount, 1.0 / household.members);
            let rows = self.rows.iter();
            lines.push(rows.fold(line, |line, row| line.factor(*row, factors)));
        }
    }
}

fn gas<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let uses = energy::gas_estimate(household, factors);
    let whole = [
        (Origin::Answer(Q::Gas), household.gas),
        (Origin::Unit, MONTHS_PER_YEAR),
    ];
    let fuel = Fuel {
        whole: &whole,
        uses,
        of: GAS_LINES,
        rows: &[id::NG_DIRECT, id::NG_NONCO2, id::NG_UPSTREAM],
    };
    fuel.burn(household, factors, lines);
}

fn lpg<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let uses = energy::lpg_estimate(household, factors);
    let bottle = factors.value(id::LPG_BOTTLE);
    let whole = [
        (Origin::Answer(Q::Lpg), household.lpg),
        (Origin::Row(id::LPG_BOTTLE), bottle),
    ];
    let fuel = Fuel {
        whole: &whole,
        uses,
        of: LPG_LINES,
        rows: &[id::LPG_DIRECT, id::LPG_UPSTREAM],
    };
    fuel.burn(household, factors, lines);
}

fn coal<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let direct = match household.coal_kind {
        CoalKind::Raw => id::COAL_RAW_DIRECT,
        CoalKind::Anthracite => id::COAL_ANTH_DIRECT,
        CoalKind::Briquette => id::COAL_BRIQUETTE_DIRECT,
    };
    let uses = energy::coal_estimate(household, factors);
    let fuel = Fuel {
        whole: &[(Origin::Answer(Q::Coal), household.coal)],
        uses,
        of: COAL_LINES,
        rows: &[direct, id::COAL_NONCO2, id::COAL_UPSTREAM],
    };
    fuel.burn(household, factors, lines);
}

fn biomass<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let row = match household.biomass_kind {
        BiomassKind::Firewood => id::FIREWOOD_NONCO2,
        BiomassKind::Straw => id::STRAW_NONCO2,
        BiomassKind::Pellet => id::PELLET_HEAT,
    };
    let uses = energy::biomass_estimate(household, factors);
    let fuel = Fuel {
        whole: &[(Origin::Answer(Q::Biomass), household.biomass)],
        uses,
        of: BIOMASS_LINES,
        rows: &[row],
    };
    fuel.burn(household, factors, lines);
}

/// Heat from a network: square metres at the national mean, by floor area or by the meter.
fn district_heat<W: Working>(household: &Household, factors: &Factors) -> Line<W> {
    let area = match household.heat_billing {
        HeatBilling::ByArea => energy::district_heat_estimate(household, factors),
        HeatBilling::ByMeter => Amount::answer(Q::DistrictHeat, household.district_heat)
            .over_row(id::HEAT_INTENSITY_NAT, factors),
    };
    Line::new(LineId::DistrictHeat, area, 1.0 / household.members).factor(id::HEAT_M2_BEST, factors)
}

/// Kilograms of household waste a year: what people in towns or in villages throw away, and for
/// those whose answer says how much food they waste, the difference from the average.
fn waste_thrown_away<W: Working>(household: &Household, factors: &Factors) -> Amount<W> {
    let daily = if household.is_rural() {
        id::WASTE_PC_RURAL
    } else {
        id::WASTE_PC
    };
    let waste = Amount::of(Origin::Members, household.members)
        .times_row(daily, factors)
        .times_unit(DAYS_PER_YEAR);
    let food = match household.you.food_waste {
        FoodWaste::Little => id::FOODWASTE_LITTLE,
        FoodWaste::Average => return waste,
        FoodWaste::Much => id::FOODWASTE_MUCH,
    };
    let people = match household.scope(Q::FoodWaste) {
        Scope::OthersAverage => 1.0,
        Scope::OthersLikeMe | Scope::HouseholdTotal => household.members,
    };
    let answered = Origin::Answer(Q::FoodWaste);
    waste
        .plus(answered, people)
        .times_row(food, factors)
        .times_unit(DAYS_PER_YEAR)
        .plus(answered, -people)
        .times_row(id::FOODWASTE_AVERAGE, factors)
        .times_unit(DAYS_PER_YEAR)
}

/// The parts of household waste that are burnt, buried and composted, by how it is sorted.
pub(crate) fn treated<N: Number>(household: &Household, factors: &Factors) -> [N; 3] {
    let captured: N = match household.waste_sorting {
        WasteSorting::Always => row(id::SORT_CAPTURE_ALWAYS, factors),
        WasteSorting::Sometimes => row(id::SORT_CAPTURE_SOMETIMES, factors),
        WasteSorting::Never => N::plain(0.0),
    };
    let one = || N::plain(1.0);
    let composted = row::<N>(id::WASTE_FOOD_SHARE, factors) * captured;
    let burnt = || row::<N>(id::WASTE_SHARE_INCIN, factors);
    let rest = || one() - composted.clone();
    [rest() * burnt(), rest() * (one() - burnt()), composted]
}

/// Household waste by treatment; recycling earns no credit.
pub fn waste<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    let [burnt, buried, composted] = treated(household, factors);
    let thrown_away = waste_thrown_away(household, factors);
    let waste = |share| {
        thrown_away
            .clone()
            .scale(Origin::Answer(Q::WasteSorting), share)
    };
    for (line, share, row) in [
        (LineId::WasteIncinerated, burnt, id::WASTE_INCIN_2023),
        (LineId::WasteLandfilled, buried, id::WASTE_LANDFILL),
        (LineId::WasteComposted, composted, id::WASTE_FOOD_COMPOST),
    ] {
        lines.push(Line::new(line, waste(share), 1.0 / household.members).factor(row, factors));
    }
}

/// Building the dwelling, spread over its life.
pub fn dwelling_construction<W: Working>(
    household: &Household,
    factors: &Factors,
    lines: &mut Vec<Line<W>>,
) {
    let yearly =
        Amount::answer(Q::FloorArea, household.floor_area).over_row(id::DWELLING_LIFE, factors);
    let line = Line::new(
        LineId::DwellingConstruction,
        yearly,
        1.0 / household.members,
    );
    lines.push(line.factor(id::DWELLING_M2, factors));
}

//! One household after the other, as they may live in a place.
//!
//! What a household has or has not, and what it chose, is drawn: it has no half a car. An amount
//! that enters its lines in proportion stays at its mean, since drawing it would move no mean.

use super::chance::Chance;
use crate::catalogue::{Household, Person, QuestionId as Q};
use crate::choice::{CarKind, CarSize, Choice, Settlement};
use crate::defaults;
use crate::factors::Factors;
use crate::household::{Car, Value};
use crate::question::Kind;
use crate::rows::{Province, RowId, ShareGroup, id, share, shares};
use crate::shares::{CountShare, count_shares, option_shares, pick};

/// Numbers of chance that one question may take.
const COLUMNS: usize = 3;

/// What a household has some of, by the mean of the tables: per household, or per person.
const OWNED: &[(Q, RowId)] = &[
    (Q::Televisions, id::OWN_TV_HH),
    (Q::Fridges, id::OWN_FRIDGE_HH),
    (Q::Freezers, id::OWN_FREEZER_HH),
    (Q::WashingMachines, id::OWN_WASHER_HH),
    (Q::Dryers, id::OWN_DRYER_HH),
    (Q::Dishwashers, id::OWN_DISHWASHER_HH),
    (Q::Ovens, id::OWN_OVEN_HH),
    (Q::Microwaves, id::OWN_MICROWAVE_HH),
    (Q::CookerHoods, id::OWN_HOOD_HH),
    (Q::Hobs, id::OWN_HOB_HH),
    (Q::Bicycles, id::OWN_BIKE_HH),
    (Q::Dogs, id::OWN_DOG_HH),
    (Q::Cats, id::OWN_CAT_HH),
    (Q::Laptops, id::OWN_LAPTOP_PC),
    (Q::Desktops, id::OWN_DESKTOP_PC),
    (Q::Tablets, id::OWN_TABLET_PC),
    (Q::Monitors, id::OWN_MONITOR_PC),
];

/// Households of one kind of settlement in a province, in any order.
pub fn households(
    province: Province,
    settlement: Settlement,
    chance: &mut Chance,
    factors: &Factors,
) -> Vec<Household> {
    let mut homes: Vec<Household> = Vec::new();
    for &question in Q::ALL {
        let mut counts = Counts::default();
        let columns: [Vec<f64>; COLUMNS] = std::array::from_fn(|_| chance.column());
        if homes.is_empty() {
            homes = vec![Household::default(); columns[0].len()];
        }
        let [first, second, third] = columns;
        let numbers = first.into_iter().zip(second).zip(third);
        for (home, ((first, second), third)) in homes.iter_mut().zip(numbers) {
            let drawn = match question {
                Q::Province => Some(Value::from(&province)),
                Q::Settlement => Some(Value::from(&settlement)),
                _ => draw(question, home, [first, second, third], &mut counts, factors),
            };
            match drawn {
                Some(value) => home.set(question, &value),
                None => home.set_default(question, factors),
            }
        }
        if question == Q::FloorArea {
            keep_mean_floor_area(&mut homes, factors);
        }
    }
    for home in &mut homes {
        home.other_adult = Person::average(home, factors);
    }
    homes
}

/// The shares of counts of one question in one place, which differ by household size alone.
#[derive(Default)]
struct Counts {
    by_members: Vec<(f64, Vec<CountShare>)>,
}

impl Counts {
    fn of(&mut self, question: Q, home: &Household, factors: &Factors) -> &[CountShare] {
        let known = self.by_members.iter();
        let at = known
            .take_while(|(members, _)| *members != home.members)
            .count();
        if at == self.by_members.len() {
            let shares = count_shares(question, home, factors);
            self.by_members.push((home.members, shares));
        }
        self.by_members.get(at).map_or(&[], |(_, shares)| shares)
    }
}

/// The mean home of the settlement grows with the square root of the mean household: the root of
/// single households would fall short of it.
fn keep_mean_floor_area(homes: &mut [Household], factors: &Factors) {
    let count = homes.len() as f64;
    let members: f64 = homes.iter().map(|home| home.members).sum();
    let area: f64 = homes.iter().map(|home| home.floor_area).sum();
    let Some(first) = homes.first() else { return };
    let mean = Household {
        members: members / count,
        ..first.clone()
    };
    let by = defaults::home::floor_area(&mean, factors) * count / area;
    for home in homes {
        home.floor_area *= by;
    }
}

/// A question's value as chance has it; none where the default stands.
fn draw(
    question: Q,
    home: &Household,
    at: [f64; COLUMNS],
    counts: &mut Counts,
    factors: &Factors,
) -> Option<Value> {
    let [first, second, third] = at;
    if let Some((_, row)) = OWNED.iter().find(|(owned, _)| *owned == question) {
        return Some(Value::Number(whole(factors.value(*row), first)));
    }
    match question {
        Q::Members | Q::Children | Q::AirConditioners | Q::Motorcycles => {
            pick(counts.of(question, home, factors), first).map(Value::Number)
        }
        Q::Ebikes => {
            let owners = counts.of(question, home, factors);
            let share: f64 = owners
                .iter()
                .filter(|(count, _)| *count > 0.0)
                .map(|(_, share)| share)
                .sum();
            let among_owners = factors.value(id::OWN_EBIKE) / 100.0 / share;
            let has = pick(owners, first)? > 0.0;
            Some(Value::Number(if has {
                whole(among_owners, second)
            } else {
                0.0
            }))
        }
        Q::Cars => {
            let count = pick(counts.of(question, home, factors), first)?;
            let kind = named::<CarKind>(share::CAR_KIND, second)?;
            let size = named::<CarSize>(share::CAR_SIZE, third)?;
            let car = Car::typical(kind, size, factors);
            Some(Value::Cars(vec![car; count as usize]))
        }
        Q::Flights => {
            let share = share_of(share::FLEW_IN_YEAR, "CN", "yes")?;
            let mut flights = defaults::travel::flights(home, factors);
            for flight in &mut flights {
                flight.trips = among(flight.trips, share, first);
            }
            flights.retain(|flight| flight.trips > 0.0);
            Some(Value::Flights(flights))
        }
        Q::Takeaway => {
            let share = share_of(share::TAKEAWAY_USER, "CN", "yes")?;
            let mean = defaults::food::takeaway(home, factors);
            Some(Value::Number(among(mean, share, first)))
        }
        Q::Metro => {
            let share = share_of(share::METRO_USE, "CN-metro-city", "weekly_or_more")?;
            let mean = defaults::travel::metro(home, factors);
            Some(Value::Number(among(mean, share, first)))
        }
        Q::Cigarettes => {
            let share = factors.value(id::SMOKER_SHARE);
            let mean = defaults::goods::cigarettes(home, factors);
            Some(Value::Number(among(mean, share, first)))
        }
        _ if matches!(question.kind(), Kind::Choice(_)) => {
            pick(&option_shares(question, home), first).map(Value::Choice)
        }
        _ => None,
    }
}

/// A whole number next to a mean, each of the two as often as keeps the mean.
fn whole(mean: f64, at: f64) -> f64 {
    let below = mean.floor();
    if at < mean - below {
        below + 1.0
    } else {
        below
    }
}

/// What those have who have any, so that all together keep the mean; nothing for the others.
fn among(mean: f64, share: f64, at: f64) -> f64 {
    if at < share { mean / share } else { 0.0 }
}

/// The share of an option in a region.
fn share_of(groups: &'static [ShareGroup], region: &str, option: &str) -> Option<f64> {
    let mut known = shares(groups, region).iter();
    known
        .find(|share| share.option == option)
        .map(|share| share.value)
}

/// An option by its national shares.
fn named<T: Choice>(groups: &'static [ShareGroup], at: f64) -> Option<T> {
    let known = shares(groups, "CN").iter();
    let options: Vec<(T, f64)> = known
        .filter_map(|share| Some((T::from_id(share.option)?, share.value)))
        .collect();
    pick(&options, at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::ProvinceQuantity;

    const COUNT: u32 = 400;

    fn homes(province: Province, settlement: Settlement) -> Vec<Household> {
        households(
            province,
            settlement,
            &mut Chance::new(1, COUNT),
            &Factors::central(),
        )
    }

    fn mean(homes: &[Household], of: impl Fn(&Household) -> f64) -> f64 {
        homes.iter().map(of).sum::<f64>() / f64::from(COUNT)
    }

    #[test]
    fn a_whole_number_keeps_its_mean() {
        let even = (0..1000).map(|rank| (f64::from(rank) + 0.5) / 1000.0);
        let sum: f64 = even.map(|at| whole(1.37, at)).sum();
        // 370 of 1000 have two, the others one
        assert_eq!(sum, 1370.0);
    }

    #[test]
    fn no_household_has_a_part_of_a_thing() {
        for home in homes(Province::Jiangsu, Settlement::City) {
            for (question, _) in OWNED {
                let count = home.value(*question).number().unwrap_or(0.5);
                assert_eq!(count.fract(), 0.0, "{}", question.id());
            }
            assert_eq!(home.members.fract(), 0.0);
            assert!(home.children < home.members);
        }
    }

    #[test]
    fn counts_meet_the_means_of_the_place() {
        let factors = Factors::central();
        for settlement in [Settlement::City, Settlement::Village] {
            let homes = homes(Province::Guangdong, settlement);
            let size = factors.of_province(Province::Guangdong, ProvinceQuantity::HhSize);
            assert!((mean(&homes, |home| home.members) - size).abs() < 0.01);
            let first = homes.first().cloned().unwrap_or_default();
            let cars = defaults::travel::expected_cars(&first, &factors);
            assert!((mean(&homes, |home| home.cars.len() as f64) - cars).abs() < 0.01);
            let cooled = defaults::home::expected_air_conditioners(&first, &factors);
            assert!((mean(&homes, |home| home.air_conditioners) - cooled).abs() < 0.01);
        }
    }

    #[test]
    fn shares_are_those_of_the_tables() {
        let homes = homes(Province::Zhejiang, Settlement::Village);
        let house = mean(&homes, |home| {
            f64::from(home.dwelling == crate::choice::Dwelling::House)
        });
        assert!((house - 0.9).abs() < 0.005, "{house}");
    }
}

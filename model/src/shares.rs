//! What is likely among the households of a place: shares of options, and of counts that meet the
//! place's mean.

use crate::catalogue::{Household, QuestionId};
use crate::defaults::home::expected_air_conditioners;
use crate::defaults::travel::expected_cars;
use crate::factors::Factors;
use crate::priors::{Draw, Users, prior};
use crate::question::Kind;
use crate::rows::{
    Province, ProvinceQuantity, ShareGroup, Zone, id, province_number, share, share_group, shares,
    shares_of,
};

/// Between these lies the logarithm of a tilt: nobody has one of what is counted, everybody the most.
const TILTS: (f64, f64) = (-36.0, 7.0);
/// A step as small as this, in the logarithm of a tilt, is the last.
const NEAR: f64 = 1e-9;
/// So many steps at the most: halvings alone come as near as this.
const STEPS: usize = 36;

/// A count, such as of cars, and the share of households that have so many.
pub type CountShare = (f64, f64);

/// The key under which the tables keep the shares of such households, `CN-HSCW-urban`.
fn region_key(household: &Household) -> String {
    let settlement = if household.is_rural() {
        "rural"
    } else {
        "urban"
    };
    ["CN-", household.province.zone().key(), "-", settlement].concat()
}

/// The shares of a choice's options among households of the zone, in towns or in villages; empty
/// where nobody knows. Options of the tables that the question does not offer are left out.
pub fn option_shares(question: QuestionId, household: &Household) -> Vec<(&'static str, f64)> {
    match question.kind() {
        Kind::Choice(ids) => option_shares_in(shares_of(question.id()), ids, household),
        _ => Vec::new(),
    }
}

/// As [`option_shares`], of a question whose groups of shares and options are known.
///
/// Of district heat in northern cities the province's own heated area decides:
/// `share = zone's share x area per urban person / the zone's mean area per urban person`.
pub fn option_shares_in(
    groups: &'static [ShareGroup],
    ids: &[&'static str],
    household: &Household,
) -> Vec<(&'static str, f64)> {
    let known = shares(groups, &region_key(household)).iter();
    let mut options: Vec<(&'static str, f64)> = known
        .filter_map(|share| {
            let id = ids.iter().find(|id| **id == share.option)?;
            Some((*id, share.value))
        })
        .collect();
    let northern_city = household.province.zone() == Zone::North && !household.is_rural();
    let heating = groups
        .first()
        .is_some_and(|group| group.question == "heating");
    if heating && northern_city {
        adjust(
            &mut options,
            "district",
            heated_area_ratio(household.province),
        );
    }
    options
}

/// Multiplies one option's share, up to row `district_heat_most`; the others make room in proportion.
fn adjust(options: &mut [(&'static str, f64)], option: &str, by: f64) {
    let before = options.iter().find(|(id, _)| *id == option);
    let Some(before) = before.map(|(_, share)| *share) else {
        return;
    };
    let after = (before * by).min(id::DISTRICT_HEAT_MOST.value());
    for (id, share) in options {
        *share = if *id == option {
            after
        } else {
            *share * (1.0 - after) / (1.0 - before)
        };
    }
}

/// District-heated area per urban person of a northern province against the mean of the zone.
fn heated_area_ratio(province: Province) -> f64 {
    let number = |province, quantity| province_number(province, quantity).unwrap_or_default();
    let area = |province| number(province, ProvinceQuantity::DhAreaPerUrban);
    let (mut heated, mut people) = (0.0, 0.0);
    for other in Province::all().filter(|other| other.zone() == Zone::North) {
        let urban = number(other, ProvinceQuantity::Population)
            * number(other, ProvinceQuantity::UrbanShare);
        heated += urban * area(other);
        people += urban;
    }
    area(province) * people / heated
}

/// The count that an option of the tables stands for, `3+` read as 3.
fn counted(option: &str) -> Option<f64> {
    let count: u8 = option.trim_end_matches('+').parse().ok()?;
    Some(f64::from(count))
}

/// The counts of a question's shares.
fn counts(question: QuestionId, household: &Household) -> Vec<CountShare> {
    shares(shares_of(question.id()), &region_key(household))
        .iter()
        .filter_map(|share| Some((counted(share.option)?, share.value)))
        .collect()
}

/// How many the households of such a place have, in shares; empty where nobody knows.
///
/// Household sizes, air conditioners and cars meet the mean that the tables give for the place;
/// children depend on how many live in the household, and meet the mean of towns or villages.
pub fn count_shares(
    question: QuestionId,
    household: &Household,
    factors: &Factors,
) -> Vec<CountShare> {
    let known = counts(question, household);
    match question {
        QuestionId::Members => {
            let mean = factors.of_province(household.province, ProvinceQuantity::HhSize);
            tilt(&known, mean)
        }
        QuestionId::Children => children(&known, household, factors),
        QuestionId::AirConditioners => tilt(&known, expected_air_conditioners(household, factors)),
        QuestionId::Cars => tilt(&known, expected_cars(household, factors)),
        _ => known,
    }
}

/// The mean of counts, and their variance.
struct Moments {
    mean: f64,
    variance: f64,
}

impl Moments {
    /// Of counts whose shares are in proportion to `share x by^count`.
    fn tilted(counts: impl Iterator<Item = CountShare>, by: f64) -> Moments {
        let (mut all, mut sum, mut squares) = (0.0, 0.0, 0.0);
        for (count, share) in counts {
            let share = share * by.powi(count as i32);
            all += share;
            sum += share * count;
            squares += share * count * count;
        }
        let mean = sum / all;
        Moments {
            mean,
            variance: squares / all - mean * mean,
        }
    }
}

/// Shares in proportion to `share x by^count`.
fn tilted(counts: impl Iterator<Item = CountShare>, by: f64) -> Vec<CountShare> {
    let powers = counts.map(|(count, share)| (count, share * by.powi(count as i32)));
    let mut shares: Vec<CountShare> = powers.collect();
    let all: f64 = shares.iter().map(|(_, share)| share).sum();
    for (_, share) in &mut shares {
        *share /= all;
    }
    shares
}

/// The tilt at which a mean meets a target, as near as it can. By the logarithm of the tilt the mean grows as fast
/// as the variance says, so that Newton's steps lead there; where one leads too far, half the way is gone.
fn tilt_for(target: f64, of: impl Fn(f64) -> Moments) -> f64 {
    let (mut low, mut high) = TILTS;
    let mut at = 0.0;
    for _ in 0..STEPS {
        let Moments { mean, variance } = of(libm::exp(at));
        if mean < target {
            low = at;
        } else {
            high = at;
        }
        let next = at + (target - mean) / variance;
        if (next - at).abs() < NEAR {
            at = next;
            break;
        }
        at = if low < next && next < high {
            next
        } else {
            (low + high) / 2.0
        };
    }
    libm::exp(at)
}

/// The shares nearest to the known ones (in relative entropy) that have this mean.
fn tilt(known: &[CountShare], target: f64) -> Vec<CountShare> {
    let known = || known.iter().copied();
    let by = tilt_for(target, |by| Moments::tilted(known(), by));
    tilted(known(), by)
}

/// Fewer children than members; over all household sizes of the place the mean of the shares.
fn children(known: &[CountShare], household: &Household, factors: &Factors) -> Vec<CountShare> {
    let fitting = |members: f64| {
        let some = known.iter().copied();
        some.filter(move |(count, _)| *count < members)
    };
    let target = Moments::tilted(known.iter().copied(), 1.0).mean;
    let sizes = count_shares(QuestionId::Members, household, factors);
    let by = tilt_for(target, |by| {
        let (mut mean, mut variance) = (0.0, 0.0);
        for (members, share) in &sizes {
            let of_size = Moments::tilted(fitting(*members), by);
            mean += share * of_size.mean;
            variance += share * of_size.variance;
        }
        Moments { mean, variance }
    });
    tilted(fitting(household.members), by)
}

/// The tables of shares by which a question is drawn as long as it is open.
pub fn tables(question: QuestionId) -> Vec<&'static [ShareGroup]> {
    let own = shares_of(question.id());
    match prior(question).draw {
        Draw::Options(_) | Draw::Count(_) => vec![own],
        Draw::Cars => vec![own, share::CAR_KIND, share::CAR_SIZE],
        Draw::Amount {
            users: Users::Share(groups, ..),
            ..
        } => vec![groups],
        _ => Vec::new(),
    }
}

/// Shares by which something open is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnBy {
    /// Those of the tables.
    pub group: &'static ShareGroup,
    /// Each of them as it is used for the household, in their order; none of an option that is not asked.
    pub used: Vec<Option<f64>>,
}

/// The shares by which a question is drawn in such a household as long as it is open.
pub fn drawn_by(question: QuestionId, household: &Household, factors: &Factors) -> Vec<DrawnBy> {
    let place = match prior(question).draw {
        Draw::Amount {
            users: Users::Share(_, place, _),
            ..
        } => place.to_owned(),
        _ => region_key(household),
    };
    let options = option_shares(question, household);
    let counts = count_shares(question, household, factors);
    let drawn = |groups: &'static [ShareGroup]| {
        let group = share_group(groups, &place)?;
        let all = group.shares.iter();
        let table: Vec<(&str, f64)> = all.map(|share| (share.option, share.value)).collect();
        let used = |option: &str| {
            if group.question != question.id() {
                share_of(&table, option)
            } else if counts.is_empty() {
                share_of(&options, option)
            } else {
                share_of(&counts, counted(option)?)
            }
        };
        let used = group.shares.iter().map(|share| used(share.option));
        Some(DrawnBy {
            group,
            used: used.collect(),
        })
    };
    tables(question).into_iter().filter_map(drawn).collect()
}

/// The part that something has of the sum of all.
fn share_of<T: Copy + PartialEq>(shares: &[(T, f64)], of: T) -> Option<f64> {
    let all: f64 = shares.iter().map(|(_, share)| share).sum();
    let (_, share) = shares.iter().find(|(known, _)| *known == of)?;
    Some(share / all)
}

/// The option into which a number between 0 and 1 falls when the shares are laid end to end.
pub fn pick<T: Copy>(shares: &[(T, f64)], at: f64) -> Option<T> {
    let all: f64 = shares.iter().map(|(_, share)| share).sum();
    let mut left = at * all;
    for (option, share) in shares {
        if left < *share {
            return Some(*option);
        }
        left -= share;
    }
    shares.last().map(|(option, _)| *option)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::choice::Settlement;

    fn home(province: Province, settlement: Settlement) -> Household {
        Household {
            province,
            settlement,
            members: 3.0,
            ..Household::default()
        }
    }

    #[test]
    fn tilted_shares_have_the_mean_and_sum_to_one() {
        let shares = [(0.0, 0.5), (1.0, 0.3), (2.0, 0.2)];
        for target in [0.05, 0.7, 1.3, 1.95] {
            let tilted = tilt(&shares, target);
            let sum: f64 = tilted.iter().map(|(_, share)| share).sum();
            assert!((sum - 1.0).abs() < 1e-12, "{sum}");
            let mean = Moments::tilted(tilted.iter().copied(), 1.0).mean;
            assert!((mean - target).abs() < 1e-9, "{tilted:?}");
        }
        // a mean that nobody can have: as near as it can
        let most = tilt(&shares, 5.0);
        assert!(
            most.last().is_some_and(|(_, share)| *share > 0.99),
            "{most:?}"
        );
        let none = tilt(&shares, -1.0);
        assert!(
            none.first().is_some_and(|(_, share)| *share > 0.99),
            "{none:?}"
        );
        // a mean that needs no tilt leaves the shares as they are: 0.3 + 0.4 = 0.7
        let tilted = tilt(&shares, 0.7);
        assert!(
            tilted
                .iter()
                .zip(shares)
                .all(|(one, two)| (one.1 - two.1).abs() < 1e-9)
        );
    }

    #[test]
    fn a_number_picks_the_option_that_it_falls_into() {
        let shares = [("a", 0.2), ("b", 0.3), ("c", 0.5)];
        assert_eq!(pick(&shares, 0.0), Some("a"));
        assert_eq!(pick(&shares, 0.19), Some("a"));
        assert_eq!(pick(&shares, 0.21), Some("b"));
        assert_eq!(pick(&shares, 0.999), Some("c"));
        assert_eq!(pick::<u8>(&[], 0.5), None);
    }

    #[test]
    fn there_are_fewer_children_than_members() {
        let factors = Factors::central();
        let mut home = home(Province::Sichuan, Settlement::City);
        for members in 1..=7_u8 {
            home.members = f64::from(members);
            let shares = count_shares(QuestionId::Children, &home, &factors);
            assert!(!shares.is_empty());
            assert!(shares.iter().all(|(count, _)| *count < home.members));
        }
    }

    #[test]
    fn what_is_drawn_by_shares_says_which() {
        let factors = Factors::central();
        for province in [Province::Henan, Province::Sichuan, Province::Hainan] {
            let home = home(province, Settlement::City);
            for question in QuestionId::ALL {
                let by_shares = match prior(*question).draw {
                    Draw::Options(_) | Draw::Count(_) | Draw::Cars => true,
                    Draw::Amount { users, .. } => matches!(users, Users::Share(..)),
                    _ => false,
                };
                let all = drawn_by(*question, &home, &factors);
                assert_eq!(!all.is_empty(), by_shares, "{question:?}");
                for one in all {
                    assert_eq!(one.used.len(), one.group.shares.len());
                    let sum: f64 = one.used.iter().flatten().sum();
                    assert!((sum - 1.0).abs() < 1e-9, "{question:?}: {sum}");
                }
            }
        }
    }

    #[test]
    fn shares_are_told_as_they_are_used() {
        let henan = home(Province::Henan, Settlement::City);
        let all = drawn_by(QuestionId::Heating, &henan, &Factors::central());
        let district = |share: &crate::rows::Share| share.option == "district";
        let used = all.iter().find_map(|one| {
            let at = one.group.shares.iter().position(district)?;
            one.used.get(at).copied().flatten()
        });
        let options = option_shares(QuestionId::Heating, &henan);
        assert_eq!(used, share_of(&options, "district"));
        assert!(used.is_some_and(|used| used < 0.4), "{used:?}");
    }

    #[test]
    fn the_heated_area_decides_how_many_have_district_heat() {
        let share = |province| {
            let options = option_shares(QuestionId::Heating, &home(province, Settlement::City));
            let sum: f64 = options.iter().map(|(_, share)| share).sum();
            assert!((sum - 1.0).abs() < 1e-9, "{sum}");
            let district = options.iter().find(|(id, _)| *id == "district");
            district.map_or(0.0, |(_, share)| *share)
        };
        // 12 against some 34 m2 per urban person in the zone, of whom 80 % have it
        let henan = share(Province::Henan);
        assert!((0.2..0.4).contains(&henan), "{henan}");
        assert!(share(Province::Tianjin) > 0.9);
        assert!(share(Province::Tibet) < 0.1);
        assert!(share(Province::Hunan) < 0.05);
    }
}

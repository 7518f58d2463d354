//! The average households of the nation and its provinces, which `build.rs` computed with the model.
use tanlu_model::Domain;
use tanlu_model::choice::{Choice, Settlements};
use tanlu_model::population::Average;
use tanlu_model::rows::Province;

include!(concat!(env!("OUT_DIR"), "/averages.rs"));

/// People in 10^4, people of the average household, then kg CO2e a year per person by part of life: as
/// many digits as it takes for sums to round as the model's do.
type Figures = [f32; 2 + Domain::ALL.len()];

/// The place of a place's average in the table: the nation, then each province; of each every choice
/// of settlements.
pub fn number(province: Option<Province>, settlements: Settlements) -> usize {
    let place = province.map_or(0, |province| 1 + province as usize);
    place * Settlements::ALL.len() + settlements as usize
}

/// The average household of a province or the nation, over some kinds of settlement.
pub fn of(province: Option<Province>, settlements: Settlements) -> Average {
    let figures = AVERAGES.get(number(province, settlements));
    figures.copied().map_or_else(Average::default, average)
}

/// The average household of the nation: the first load has no other.
pub fn nation() -> Average {
    average(NATION)
}

fn average([people, members, by_domain @ ..]: Figures) -> Average {
    Average {
        people: f64::from(people),
        members: f64::from(members),
        per_person: by_domain.map(f64::from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tanlu_model::Factors;
    use tanlu_model::population::Averages;

    #[test]
    fn the_page_has_the_averages_of_the_model() {
        let computed = Averages::compute(&Factors::central());
        let places = [None].into_iter().chain(Province::all().map(Some));
        for (province, settlements) in places.flat_map(|place| {
            let kinds = Settlements::ALL.iter();
            kinds.map(move |kind| (place, *kind))
        }) {
            let (here, there) = (
                of(province, settlements),
                computed.of(province, settlements),
            );
            let same = |here: f64, there: f64| (here / there - 1.0).abs() < 1e-6;
            for domain in Domain::ALL {
                let (here, there) = (here.domain_kg(*domain), there.domain_kg(*domain));
                assert!(
                    same(here, there),
                    "{province:?} {domain:?}: {here}, not {there}"
                );
            }
            assert!(same(here.people, there.people) && same(here.members, there.members));
            // what is shown is the command line's, to the last digit
            let shown = |average: Average| average.per_person_kg().round();
            assert!((shown(here) - shown(there)).abs() < f64::EPSILON);
        }
        assert_eq!(nation(), of(None, Settlements::All));
    }
}

//! The average households of the nation and its provinces, which `build.rs` computed with the model.
use tanlu_model::Domain;
use tanlu_model::choice::{Choice, Settlement};
use tanlu_model::rows::Province;

include!(concat!(env!("OUT_DIR"), "/averages.rs"));

/// People of the average household, in hundredths, then kg CO2e a year per person by domain.
type Figures = [u16; 1 + Domain::ALL.len()];

/// The place of a place's average in the table: the nation, then each province; of each all its
/// settlements, then each kind.
pub fn number(province: Option<Province>, settlement: Option<Settlement>) -> usize {
    let place = province.map_or(0, |province| 1 + province as usize);
    let kind = settlement.map_or(0, |settlement| 1 + settlement as usize);
    place * (1 + Settlement::ALL.len()) + kind
}

/// The average household of a place.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Average(Figures);

impl Average {
    /// Of a province or the nation, of one kind of settlement or of all.
    pub fn of(province: Option<Province>, settlement: Option<Settlement>) -> Average {
        let figures = AVERAGES.get(number(province, settlement));
        Average(figures.copied().unwrap_or_default())
    }

    /// kg CO2e a year per person in a part of life.
    pub fn domain_kg(self, domain: Domain) -> f64 {
        let kg = self.0.get(1 + domain as usize);
        kg.copied().map_or(0.0, f64::from)
    }

    /// kg CO2e a year per person, public services left out.
    pub fn per_person_kg(self) -> f64 {
        let domains = Domain::CONSUMPTION.iter();
        domains.map(|domain| self.domain_kg(*domain)).sum()
    }

    /// People of the household.
    pub fn members(self) -> f64 {
        let [hundredths, ..] = self.0;
        f64::from(hundredths) / 100.0
    }

    /// kg CO2e a year of the whole household.
    pub fn household_kg(self) -> f64 {
        self.per_person_kg() * self.members()
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
        for (province, settlement) in [
            (None, None),
            (Some(Province::Sichuan), None),
            (Some(Province::Heilongjiang), Some(Settlement::Village)),
        ] {
            let (here, there) = (
                Average::of(province, settlement),
                computed.of(province, settlement),
            );
            for domain in Domain::ALL {
                let off = here.domain_kg(*domain) - there.domain_kg(*domain);
                assert!(off.abs() <= 0.5, "{domain:?}: {off}");
            }
            let off = here.household_kg() / there.household_kg() - 1.0;
            assert!(off.abs() < 0.003, "{off}");
        }
    }
}

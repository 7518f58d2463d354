//! The researched values at run time: rows, families by province, shares, sources.
//!
//! All of it is written by `build.rs` from `data/`, where a value is changed by editing its CSV row.
//! Nothing here can fail: ids are constants, and a lookup by text says so when there is none.

mod action;
mod adoption;
mod gas;
mod listed;
mod nation;
mod province;
mod published;
mod row;
mod series;
mod source;

pub use action::{ActionFacts, EffortLevel};
pub use adoption::{Adoption, AdoptionFacts, Follows, InScenario};
pub use gas::{GasClass, GasClassFacts, TimeClass};
pub use listed::{Listed, Subject};
pub use nation::{
    CarbonBudget, DataSet, Fact, HistoryYear, Metric, NationalAssumption, PopulationYear,
    PublishedPath, PublishedPoint, constant_sink, people, people_of_the_world, power_carbon_price,
    power_price_response,
};
pub use province::{Family, ProvinceValue, Region, Zone, province_number, province_value};
pub use published::PublishedTotal;
pub use row::{Band, Confidence, RangeBasis, Row, RowFacts, RowId, Status};
pub use series::{
    GridYear, NationalCo2, PerPersonLine, ScenarioDetails, Share, ShareFacts, ShareGroup,
    grid_year, national_co2, share_group, shares, shares_of,
};
pub use source::{Source, SourceFacts, SourceId};

/// What `build.rs` wrote.
mod tables {
    // researched numbers may look like a mathematical constant
    #![allow(clippy::approx_constant)]
    use super::*;
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}
pub use tables::*;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_constant_and_by_text() {
        assert_eq!(id::NG_DIRECT.row().id, "ng_direct");
        assert!(RowId::all().all(|row| row.id() == row.row().id));
        assert_eq!(RowId::from_id("ng_direct"), Some(id::NG_DIRECT));
        assert_eq!(RowId::from_id("no_such_row"), None);
    }

    #[test]
    fn the_main_source_of_every_row_of_results_is_shown() {
        for row in RowId::all().filter(|row| !row.row().of_actions()) {
            let shown = row.facts().source.source();
            let facts = row.facts().source.facts();
            assert_eq!(shown.map(|source| source.title_en), Some(facts.title_en));
            assert_eq!(row.row().source(), Some(row.facts().source));
        }
        let lines = PER_PERSON_LINES.iter();
        assert!(
            lines
                .flat_map(|line| line.sources.first())
                .all(|source| source.source().is_some())
        );
    }

    #[test]
    fn every_row_that_a_result_may_show_has_its_name() {
        for id in RowId::all() {
            let row = id.row();
            let names = match row.of_actions() {
                true => ["", ""],
                false => [row.name_zh, row.name_en],
            };
            assert_eq!([id.name_zh(), id.name_en()], names, "{}", row.id);
            assert!(row.of_actions() || names.iter().all(|name| !name.is_empty()));
        }
    }

    #[test]
    fn a_family_falls_back_to_the_nation_and_says_so() {
        assert!(family::HEAT_SOURCE.own(Province::Heilongjiang));
        assert!(!family::HEAT_SOURCE.own(Province::Guangdong));
        let row = family::HEAT_SOURCE.row(Province::Guangdong);
        assert_eq!(row, id::HEAT_INTENSITY_NAT);
        let own = family::EL_LC_2023.row(Province::Sichuan);
        assert_eq!(own.row().region, "CN-SC");
    }

    #[test]
    fn tibet_shows_that_its_electricity_is_a_stand_in() {
        assert!(family::EL_LC_2023.row(Province::Tibet).row().stand_in);
        assert!(family::EL_CO2_2023.row(Province::Tibet).row().stand_in);
        assert!(!family::EL_LC_2023.row(Province::Qinghai).row().stand_in);
    }

    #[test]
    fn provinces_are_known_by_code() {
        assert_eq!(PROVINCES.len(), 31);
        for province in Province::all() {
            assert_eq!(Province::from_code(province.code()), Some(province));
        }
        assert_eq!(Province::from_code("CN-ZZ"), None);
        assert!(RowId::all().all(|row| row.province() == Province::from_code(row.row().region)));
        assert_eq!(Province::Shanghai.zone(), Zone::Hscw);
    }

    #[test]
    fn shares_come_from_the_nearest_region() {
        let region =
            |question, key| share_group(shares_of(question), key).map(|group| group.region);
        assert_eq!(region("heating", "CN-HSCW-urban"), Some("CN-HSCW-urban"));
        assert_eq!(region("heating", "CN-Mild-urban"), Some("CN-Mild"));
        assert_eq!(region("cooking", "CN-HSCW-rural"), Some("CN-rural"));
        assert_eq!(region("car_kind", "CN-HSCW-rural"), Some("CN"));
        assert_eq!(region("no such question", "CN"), None);
        for group in SHARE_GROUPS.into_iter().flatten() {
            let facts = group.facts();
            assert!(facts.is_some_and(|facts| facts.bands.len() == group.shares.len()));
        }
    }

    #[test]
    fn a_province_has_the_numbers_that_the_tables_have() {
        let beijing = province_value(Province::Beijing, ProvinceQuantity::Population);
        assert_eq!(beijing.map(|value| value.value), Some(2183.0));
        let metro = province_value(Province::Hunan, ProvinceQuantity::MetroTripsPc);
        assert_eq!(metro, None);
    }
}

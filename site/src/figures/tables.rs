//! Figures that stand in the tables as they are.

use tanlu_model::rows::{FACTS_TOLD, Fact, RowId, Unit, fact, id};

use super::{Figure, Shown};

/// Rows that texts name, and how.
const ROWS: [(&str, RowId, Shown); 21] = [
    ("beef", id::REC_BEEF, Shown::Rough),
    ("pork", id::REC_PORK, Shown::Rough),
    ("poultry", id::REC_POULTRY, Shown::Rough),
    ("tofu", id::REC_TOFU, Shown::Rough),
    ("rice", id::REC_RICE, Shown::Rough),
    ("flour", id::REC_FLOUR, Shown::Rough),
    ("tuber", id::REC_TUBER, Shown::Rough),
    ("vegetables", id::REC_VEG, Shown::Rough),
    ("grid_factor_now", id::EL_CO2_2023_CN, Shown::Exact),
    ("grid_yunnan", id::EL_CO2_2023_CN_YN, Shown::Exact),
    ("grid_guangdong", id::EL_CO2_2023_CN_GD, Shown::Exact),
    ("grid_shanghai", id::EL_CO2_2023_CN_SH, Shown::Exact),
    ("grid_hebei", id::EL_CO2_2023_CN_HE, Shown::Exact),
    ("coat", id::CLOTH_COAT_ADEME, Shown::Rough),
    ("parcel", id::PARCEL, Shown::Rough),
    ("streaming_hour", id::STREAMING, Shown::Rough),
    ("phone", id::PHONE, Shown::Rough),
    ("phone_made", id::EMBODIED_SHARE_PHONE, Shown::Percent),
    ("heating_per_degree", id::HEATING_PER_DEGC, Shown::Percent),
    ("heat_pump_heat", id::EFF_ASHP, Shown::Exact),
    ("public_services_kg", id::PUBLIC_SERVICES, Shown::Whole),
];

/// Rows and facts, and the ends of facts' ranges.
pub(super) fn figures() -> Vec<Figure> {
    let rows = ROWS.map(|(name, row, shown)| Figure::of_row(name, row, shown));
    let facts = FACTS_TOLD
        .iter()
        .map(|fact| Figure::of_fact(fact, shown(fact)));
    let ends = [
        (
            &fact::INTENSITY_PROMISE_2020,
            ["promise_low", "promise_high"],
        ),
        (
            &fact::GHG_TARGET_2035,
            ["ghg_target_low", "ghg_target_high"],
        ),
        (
            &fact::CO2_CHANGE_2025,
            ["change_2025_low", "change_2025_high"],
        ),
        (
            &fact::HOUSEHOLD_SHARE_CONSUMPTION,
            ["household_consumption_low", "household_consumption_high"],
        ),
    ];
    let ends = ends.map(|(fact, names)| {
        Figure::ends(names, fact.band, shown(fact), fact.sources, fact.status)
    });
    rows.into_iter()
        .chain(facts)
        .chain(ends.into_iter().flatten())
        .collect()
}

/// How a fact is written, by its unit.
pub(super) fn shown(fact: &Fact) -> Shown {
    match fact.unit {
        Unit::Year => Shown::Year,
        Unit::MegatonneCo2 | Unit::GigatonneCo2 => Shown::Gigatonnes,
        Unit::One if fact.band.value > 1.0 => Shown::Exact,
        // 48.4 % is said with its digit, 25 % without one
        Unit::One => Shown::FinePercent,
        _ => Shown::Exact,
    }
}

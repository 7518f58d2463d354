//! Which files there are, and the columns of each.

/// The files of rows, in the order in which rows are numbered.
pub const ROW_FILES: &[&str] = &[
    "electricity.csv",
    "fuels.csv",
    "heating.csv",
    "transport.csv",
    "cars.csv",
    "food.csv",
    "goods_services.csv",
    "averages.csv",
    "assumptions.csv",
    "priors.csv",
    "measures.csv",
    "prices.csv",
];

/// Those of them whose rows say what actions change, or price it, and change no footprint.
pub const ROW_FILES_OF_ACTIONS: &[&str] = &["measures.csv", "prices.csv"];

/// The columns that every file of rows has.
const ROW: &str = "id name_zh name_en value unit low high year region source_id status confidence \
                   boundary range_basis note review_by gas";

/// Columns that one file of rows has besides.
const EXTRA: &[(&str, &str)] = &[
    ("electricity.csv", "stand_in"),
    ("cars.csv", "car_kind car_size"),
];

/// The columns of the other files.
const OTHER: &[(&str, &str)] = &[
    (
        "sources.csv",
        "source_id title_zh title_en publisher year url url_note licence",
    ),
    (
        "gas_classes.csv",
        "id name_zh name_en co2_share co2_low co2_high domestic_share domestic_low domestic_high \
         time_class electricity_part electricity_low electricity_high source_id status review_by \
         note",
    ),
    (
        "regions.csv",
        "code name_zh name_en short_zh short_en climate_zone zone grid source_id status note \
         review_by",
    ),
    ("families.csv", "stem kind fallback note"),
    (
        "provinces.csv",
        "id region quantity value unit low high year source_id status confidence note review_by",
    ),
    (
        "shares.csv",
        "id question option region value low high year source_id status confidence note review_by",
    ),
    (
        "published_totals.csv",
        "id name_zh name_en quantity region value unit year source_id status circular ratio_low \
         ratio_high why_zh why_en note review_by",
    ),
    (
        "percapita_lines.csv",
        "id line study year value unit low high scope source_id status note review_by",
    ),
    (
        "grid_intensity_future.csv",
        "year value unit low high is_anchor source_id status note review_by",
    ),
    (
        "scenarios.csv",
        "id name_zh name_en source_id status note review_by",
    ),
    (
        "national_co2.csv",
        "scenario year value unit source_id status note review_by",
    ),
    (
        "national_history.csv",
        "data_set year value unit source_id status note review_by",
    ),
    (
        "published_paths.csv",
        "id name_zh name_en metric source_id status note review_by",
    ),
    (
        "published_points.csv",
        "path year value low high unit source_id status note review_by",
    ),
    (
        "carbon_budgets.csv",
        "id warming probability value unit from source_id status note review_by",
    ),
    (
        "population.csv",
        "region year value unit source_id status note review_by",
    ),
    (
        "national_assumptions.csv",
        "id name_zh name_en value low high unit source_id status note review_by",
    ),
    (
        "facts.csv",
        "id name_zh name_en value low high unit year source_id status note review_by",
    ),
    (
        "adoption.csv",
        "id share_of eligible eligible_low eligible_high follows a0 a0_year k k_low k_high r r_low r_high \
         t0 t0_low t0_high life life_low life_high rebound rebound_low rebound_high in_scenario fades_with source_id status note review_by",
    ),
    (
        "actions.csv",
        "id upfront upfront_low upfront_high per life life_low life_high running running_low \
         running_high running_per effort when adoption benefits source_id status note review_by",
    ),
    (
        "effort.csv",
        "effort upfront_up_to consent time skill habit source_id status note review_by",
    ),
];

/// The columns of a file; `None` if there is no such file.
pub fn columns(file: &str) -> Option<Vec<&'static str>> {
    let find = |list: &'static [(&str, &str)]| {
        let entry = list.iter().find(|(name, _)| *name == file);
        entry.map(|(_, columns)| *columns)
    };
    let words = |text: &'static str| text.split_whitespace();
    if ROW_FILES.contains(&file) {
        let extra = find(EXTRA).unwrap_or_default();
        return Some(words(ROW).chain(words(extra)).collect());
    }
    Some(words(find(OTHER)?).collect())
}

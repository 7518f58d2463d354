//! Food and drink: everything eaten, wherever it is eaten.
//!
//! Purchased kilograms include what is thrown away; eating out and delivery add only kitchen,
//! packaging and the ride; waste adds only its treatment, which the home's waste already counts.

use super::LineId;
use super::line::{Amount, Line};
use super::person::personal;
use super::working::Working;
use crate::catalogue::{Household, QuestionId as Q};
use crate::choice::VegetableSeason;
use crate::factors::Factors;
use crate::rows::{RowId, id};
use crate::unit::{DAYS_PER_YEAR, WEEKS_PER_YEAR};

/// A food answered in servings a week.
struct Served {
    question: Q,
    line: LineId,
    serving: RowId,
    edible: Option<RowId>,
    factor: RowId,
}

const fn served(
    question: Q,
    line: LineId,
    serving: RowId,
    edible: Option<RowId>,
    factor: RowId,
) -> Served {
    Served {
        question,
        line,
        serving,
        edible,
        factor,
    }
}

const SERVED: &[Served] = &[
    served(Q::Rice, LineId::Rice, id::SERVING_RICE, None, id::REC_RICE),
    served(
        Q::Wheat,
        LineId::Wheat,
        id::SERVING_FLOUR,
        None,
        id::REC_FLOUR,
    ),
    served(
        Q::CoarseGrain,
        LineId::CoarseGrain,
        id::SERVING_COARSE,
        None,
        id::COARSE_CN_MEAN,
    ),
    served(
        Q::Tuber,
        LineId::Tuber,
        id::SERVING_TUBER,
        Some(id::EDIBLE_TUBER),
        id::REC_TUBER,
    ),
    served(
        Q::Bread,
        LineId::Bread,
        id::SERVING_BREAD,
        None,
        id::REC_BREAD,
    ),
    served(Q::Tofu, LineId::Tofu, id::SERVING_TOFU, None, id::REC_TOFU),
    served(
        Q::Soymilk,
        LineId::Soymilk,
        id::SERVING_SOYMILK,
        None,
        id::REC_SOYMILK,
    ),
    served(
        Q::Vegetables,
        LineId::Vegetables,
        id::SERVING_VEG,
        Some(id::EDIBLE_VEG),
        id::REC_VEG,
    ),
    served(
        Q::Fruit,
        LineId::Fruit,
        id::SERVING_FRUIT,
        Some(id::EDIBLE_FRUIT),
        id::REC_FRUIT,
    ),
    served(Q::Nuts, LineId::Nuts, id::SERVING_NUT, None, id::REC_NUT),
    served(
        Q::Pork,
        LineId::Pork,
        id::SERVING_PORK,
        Some(id::EDIBLE_PORK),
        id::REC_PORK,
    ),
    served(Q::Beef, LineId::Beef, id::SERVING_BEEF, None, id::REC_BEEF),
    served(
        Q::Mutton,
        LineId::Mutton,
        id::SERVING_MUTTON,
        Some(id::EDIBLE_MUTTON),
        id::REC_MUTTON,
    ),
    served(
        Q::Poultry,
        LineId::Poultry,
        id::SERVING_POULTRY,
        Some(id::EDIBLE_POULTRY),
        id::REC_POULTRY,
    ),
    served(
        Q::Eggs,
        LineId::Eggs,
        id::SERVING_EGG,
        Some(id::EDIBLE_EGG),
        id::REC_EGG,
    ),
    served(
        Q::Fish,
        LineId::Fish,
        id::SERVING_FISH,
        Some(id::EDIBLE_FISH),
        id::REC_FISH,
    ),
    served(
        Q::Shrimp,
        LineId::Shrimp,
        id::SERVING_SHRIMP,
        Some(id::EDIBLE_SHRIMP),
        id::REC_SHRIMP,
    ),
    served(Q::Milk, LineId::Milk, id::SERVING_MILK, None, id::REC_MILK),
    served(
        Q::Yogurt,
        LineId::Yogurt,
        id::SERVING_YOGURT,
        None,
        id::REC_YOGURT,
    ),
    served(
        Q::Cheese,
        LineId::Cheese,
        id::SERVING_CHEESE,
        None,
        id::REC_CHEESE,
    ),
    served(
        Q::Coffee,
        LineId::Coffee,
        id::SERVING_COFFEE,
        None,
        id::REC_COFFEE,
    ),
];

/// Edible grams of a serving of a food, and the edible part of what is bought of it where some is not;
/// none of what is not answered in servings.
pub(crate) fn serving(question: Q) -> Option<(RowId, Option<RowId>)> {
    let food = SERVED.iter().find(|food| food.question == question)?;
    Some((food.serving, food.edible))
}

/// Something answered in an amount of its own: how it becomes the line's yearly quantity.
struct Drunk {
    question: Q,
    line: LineId,
    per_year: f64,
    factors: &'static [RowId],
}

const fn drunk(question: Q, line: LineId, per_year: f64, factors: &'static [RowId]) -> Drunk {
    Drunk {
        question,
        line,
        per_year,
        factors,
    }
}

const GRAMS_A_DAY: f64 = DAYS_PER_YEAR / 1000.0;
const GRAMS_A_WEEK: f64 = WEEKS_PER_YEAR / 1000.0;

const DRUNK: &[Drunk] = &[
    drunk(Q::Oil, LineId::Oil, GRAMS_A_DAY, &[id::REC_OIL]),
    drunk(Q::Sugar, LineId::Sugar, GRAMS_A_DAY, &[id::REC_SUGAR]),
    drunk(
        Q::InstantNoodles,
        LineId::InstantNoodles,
        WEEKS_PER_YEAR,
        &[id::INSTANT_NOODLE],
    ),
    drunk(Q::Beer, LineId::Beer, WEEKS_PER_YEAR, &[id::REC_BEER]),
    drunk(Q::Wine, LineId::Wine, WEEKS_PER_YEAR, &[id::REC_WINE]),
    drunk(Q::Baijiu, LineId::Baijiu, WEEKS_PER_YEAR, &[id::BAIJIU]),
    drunk(
        Q::SoftDrinks,
        LineId::SoftDrinks,
        WEEKS_PER_YEAR,
        &[id::REC_SODA],
    ),
    drunk(Q::Juice, LineId::Juice, WEEKS_PER_YEAR, &[id::REC_JUICE]),
    drunk(
        Q::BottledWater,
        LineId::BottledWater,
        WEEKS_PER_YEAR,
        &[id::BOTTLED_WATER],
    ),
    drunk(
        Q::MealsOut,
        LineId::MealsOut,
        WEEKS_PER_YEAR,
        &[id::MEAL_KITCHEN],
    ),
    drunk(
        Q::Takeaway,
        LineId::Takeaway,
        WEEKS_PER_YEAR,
        &[id::PACK_ORDER, id::DELIVERY_ORDER],
    ),
];

/// The lines of food and drink.
pub fn lines<W: Working>(household: &Household, factors: &Factors, lines: &mut Vec<Line<W>>) {
    for food in SERVED {
        lines.push(eaten(
            household,
            factors,
            food.question,
            food.line,
            |amount| {
                let kg = amount
                    .times_unit(WEEKS_PER_YEAR / 1000.0)
                    .times_row(food.serving, factors);
                match food.edible {
                    Some(row) => kg.over_row(row, factors),
                    None => kg,
                }
            },
            &[food.factor],
        ));
    }
    for drink in DRUNK {
        let each = |amount: Amount<W>| amount.times_unit(drink.per_year);
        lines.push(eaten(
            household,
            factors,
            drink.question,
            drink.line,
            each,
            drink.factors,
        ));
    }
    // the leaves' row includes boiling the water, which is in the home's meter
    lines.push(eaten(
        household,
        factors,
        Q::Tea,
        LineId::Tea,
        |amount| {
            amount
                .times_unit(GRAMS_A_WEEK)
                .times_row(id::EMBODIED_SHARE_GREEN_TEA, factors)
        },
        &[id::GREEN_TEA_CN],
    ));
}

fn eaten<W: Working>(
    household: &Household,
    factors: &Factors,
    question: Q,
    line: LineId,
    each: impl Fn(Amount<W>) -> Amount<W>,
    rows: &[RowId],
) -> Line<W> {
    let you = household.you.number(question);
    let average = household.other_adult.number(question);
    let whole = personal(household, question, you, average, factors, each);
    let line = rows.iter().fold(
        Line::new(line, whole.amount, whole.my_share),
        |line, row| line.factor(*row, factors),
    );
    in_season(line, household, factors)
}

/// What vegetables and fruit emit beyond the mean, or below it, by their season.
fn in_season<W: Working>(line: Line<W>, household: &Household, factors: &Factors) -> Line<W> {
    let (less, more) = match line.id {
        LineId::Vegetables => (id::VEG_IN_SEASON_LESS, id::VEG_HEATED_MORE),
        LineId::Fruit => (id::FRUIT_IN_SEASON_LESS, id::FRUIT_FLOWN_MORE),
        _ => return line,
    };
    match household.vegetable_season {
        VegetableSeason::Mostly => line.less(less, factors),
        VegetableSeason::Average => line,
        VegetableSeason::Seldom => line.factor(more, factors),
    }
}

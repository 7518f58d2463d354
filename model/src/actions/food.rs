//! Actions on food and drink. All members join: people who live together eat together.

use super::everyone::{everyone, less, people_answered, scale};
use super::{Action, Rebound, Stage, WhyNot};
use crate::catalogue::{Person, QuestionId as Q};
use crate::choice::{FoodWaste, VegetableSeason};
use crate::factors::Factors;
use crate::footprint::{Section, serving};
use crate::question::Domain;
use crate::rows::{RowId, id};
use crate::unit::DAYS_PER_WEEK;

const MEAT: &[Q] = &[Q::Pork, Q::Beef, Q::Mutton, Q::Poultry];
const RED: &[Q] = &[Q::Beef, Q::Mutton];

/// Foods of which some is thrown away before it is eaten.
const WASTED: &[Q] = &[
    Q::Rice,
    Q::Wheat,
    Q::CoarseGrain,
    Q::Tuber,
    Q::Bread,
    Q::Tofu,
    Q::Soymilk,
    Q::Vegetables,
    Q::Fruit,
    Q::Nuts,
    Q::Pork,
    Q::Beef,
    Q::Mutton,
    Q::Poultry,
    Q::Eggs,
    Q::Fish,
    Q::Shrimp,
    Q::Milk,
    Q::Yogurt,
    Q::Cheese,
];

const FOOD: Action = Action {
    stage: Stage::Shift,
    domain: Domain::Food,
    reaches: &[Section::Food],
    possible: |_, _| Ok(()),
    change: |_, _, _| {},
    rebound: Rebound::No,
};

/// Takes a share of some foods away from a person; gives the edible grams a week that are gone.
fn take(person: &mut Person, foods: &[Q], share: f64, factors: &Factors) -> f64 {
    let mut gone = 0.0;
    for &food in foods {
        gone += person.number(food) * share * grams(food, factors);
        person.scale(food, 1.0 - share);
    }
    gone
}

/// Edible grams of a serving.
fn grams(food: Q, factors: &Factors) -> f64 {
    serving(food).map_or(0.0, |(row, _)| factors.value(row))
}

/// Gives a person so many edible grams more of a food a week.
fn eat(person: &mut Person, food: Q, weekly: f64, factors: &Factors) {
    let serving = grams(food, factors);
    if serving > 0.0 {
        person.add(food, weekly / serving);
    }
}

/// Tofu in place of a share of some meat, as much as has the same protein.
fn tofu_instead(person: &mut Person, meat: &[Q], share: f64, factors: &Factors) {
    let gone = take(person, meat, share, factors);
    eat(
        person,
        Q::Tofu,
        gone * factors.value(id::MEAT_TO_TOFU),
        factors,
    );
}

/// Less bought, since less is thrown away.
pub(super) const WASTE_LESS: Action = Action {
    stage: Stage::Avoid,
    reaches: &[Section::Waste, Section::Food],
    possible: |home, _| match home.you.food_waste {
        FoodWaste::Little => Err(WhyNot::Already),
        FoodWaste::Average | FoodWaste::Much => Ok(()),
    },
    change: |home, _, factors| {
        let eaten = |wasted| 1.0 - factors.value(wasted);
        let bought = eaten(id::FOOD_WASTED_AVERAGE) / eaten(id::FOOD_WASTED_LITTLE);
        scale(home, WASTED, bought);
        everyone(home, |person| person.food_waste = FoodWaste::Little);
    },
    ..FOOD
};

/// Fewer orders delivered.
pub(super) const TAKEAWAY_LESS: Action = Action {
    stage: Stage::Avoid,
    change: |home, percent, _| scale(home, &[Q::Takeaway], less(percent)),
    ..FOOD
};

/// Water from the tap instead of the bottle.
pub(super) const TAP_WATER: Action = Action {
    stage: Stage::Avoid,
    change: |home, _, _| scale(home, &[Q::BottledWater], 0.0),
    ..FOOD
};

/// Less beer, wine and baijiu.
pub(super) const LESS_ALCOHOL: Action = Action {
    stage: Stage::Avoid,
    change: |home, percent, _| {
        scale(home, &[Q::Beer, Q::Wine, Q::Baijiu], less(percent));
    },
    ..FOOD
};

/// Fewer sweet drinks.
pub(super) const FEWER_SWEET_DRINKS: Action = Action {
    stage: Stage::Avoid,
    change: |home, percent, _| {
        scale(home, &[Q::SoftDrinks, Q::Juice], less(percent));
    },
    ..FOOD
};

/// Poultry and tofu, half each, instead of a share of the beef and mutton.
pub(super) const LESS_BEEF_MUTTON: Action = Action {
    change: |home, percent, factors| {
        everyone(home, |person| {
            let gone = take(person, RED, percent / 100.0, factors);
            let half = |row| gone / 2.0 * factors.value(row);
            eat(person, Q::Poultry, half(id::MEAT_TO_POULTRY), factors);
            eat(person, Q::Tofu, half(id::MEAT_TO_TOFU), factors);
        });
    },
    ..FOOD
};

/// Poultry instead of a share of the pork.
pub(super) const PORK_TO_POULTRY: Action = Action {
    change: |home, percent, factors| {
        everyone(home, |person| {
            let gone = take(person, &[Q::Pork], percent / 100.0, factors);
            let poultry = gone * factors.value(id::MEAT_TO_POULTRY);
            eat(person, Q::Poultry, poultry, factors);
        });
    },
    ..FOOD
};

/// Days of the week without meat.
pub(super) const PLANT_DAYS: Action = Action {
    change: |home, days, factors| {
        everyone(home, |person| {
            tofu_instead(person, MEAT, days / DAYS_PER_WEEK, factors);
        });
    },
    ..FOOD
};

/// Soy milk and tofu instead of a share of the milk, yogurt and cheese.
pub(super) const LESS_DAIRY: Action = Action {
    change: |home, percent, factors| {
        everyone(home, |person| {
            let share = percent / 100.0;
            let milk = take(person, &[Q::Milk, Q::Yogurt], share, factors);
            let cheese = take(person, &[Q::Cheese], share, factors);
            let soymilk = milk * factors.value(id::MILK_TO_SOYMILK);
            eat(person, Q::Soymilk, soymilk, factors);
            let tofu = cheese * factors.value(id::CHEESE_TO_TOFU);
            eat(person, Q::Tofu, tofu, factors);
        });
    },
    ..FOOD
};

/// Noodles and steamed bread instead of a share of the rice.
pub(super) const LESS_RICE: Action = Action {
    change: |home, percent, factors| {
        everyone(home, |person| {
            let gone = take(person, &[Q::Rice], percent / 100.0, factors);
            let wheat = gone * factors.value(id::RICE_TO_WHEAT);
            eat(person, Q::Wheat, wheat, factors);
        });
    },
    ..FOOD
};

/// Vegetables and fruit in their season.
pub(super) const SEASONAL: Action = Action {
    possible: |home, _| match home.vegetable_season {
        VegetableSeason::Mostly => Err(WhyNot::Already),
        _ => Ok(()),
    },
    change: |home, _, _| home.vegetable_season = VegetableSeason::Mostly,
    ..FOOD
};

/// What the official dietary guideline recommends, edible grams a person and day.
const GUIDELINE: &[(Q, RowId)] = &[
    (Q::Rice, id::GUIDELINE_RICE),
    (Q::Wheat, id::GUIDELINE_WHEAT),
    (Q::CoarseGrain, id::GUIDELINE_COARSE),
    (Q::Tuber, id::GUIDELINE_TUBER),
    (Q::Vegetables, id::GUIDELINE_VEGETABLES),
    (Q::Fruit, id::GUIDELINE_FRUIT),
    (Q::Pork, id::GUIDELINE_PORK),
    (Q::Beef, id::GUIDELINE_BEEF),
    (Q::Mutton, id::GUIDELINE_MUTTON),
    (Q::Poultry, id::GUIDELINE_POULTRY),
    (Q::Fish, id::GUIDELINE_FISH),
    (Q::Shrimp, id::GUIDELINE_SHRIMP),
    (Q::Eggs, id::GUIDELINE_EGGS),
    (Q::Milk, id::GUIDELINE_MILK),
    (Q::Tofu, id::GUIDELINE_TOFU),
    (Q::Soymilk, id::GUIDELINE_SOYMILK),
    (Q::Nuts, id::GUIDELINE_NUTS),
];

/// Foods that the guideline counts among others: bread as wheat, yogurt and cheese as milk.
const COUNTED_ELSEWHERE: &[Q] = &[Q::Bread, Q::Yogurt, Q::Cheese];

/// Everybody eats as the official dietary guideline recommends, as much being thrown away as on average:
/// for health. It may save nothing, and takes the place of all other changes of what is eaten.
pub(super) const GUIDELINE_DIET: Action = Action {
    change: |home, _, factors| {
        for &(food, row) in GUIDELINE {
            let daily = factors.value(row) / (1.0 - factors.value(id::FOOD_WASTED_AVERAGE));
            let weekly = daily * DAYS_PER_WEEK / grams(food, factors);
            let answered = people_answered(home, food, factors);
            home.you.put(food, weekly * answered);
            home.other_adult.put(food, weekly);
        }
        scale(home, COUNTED_ELSEWHERE, 0.0);
        for (seasoning, row) in [(Q::Oil, id::GUIDELINE_OIL), (Q::Sugar, id::GUIDELINE_SUGAR)] {
            let most = factors.value(row);
            let answered = people_answered(home, seasoning, factors);
            let less = |daily: f64, most: f64| daily.min(most);
            let yours = less(home.you.number(seasoning), most * answered);
            let theirs = less(home.other_adult.number(seasoning), most);
            home.you.put(seasoning, yours);
            home.other_adult.put(seasoning, theirs);
        }
    },
    ..FOOD
};

/// Days without meat in the canteen of the school or the company.
pub(super) const CANTEEN: Action = Action {
    change: |home, days, factors| {
        let share = factors.value(id::CANTEEN_MEAL_SHARE) * days / factors.value(id::WORKING_DAYS);
        everyone(home, |person| tofu_instead(person, MEAT, share, factors));
    },
    ..FOOD
};

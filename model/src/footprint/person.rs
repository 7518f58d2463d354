//! From one person's answer to the household's quantity.

use super::line::{Amount, Origin};
use super::working::Working;
use crate::affluence::Need;
use crate::catalogue::{Household, QuestionId};
use crate::choice::Scope;
use crate::derived::{Number, Source, Term, row};
use crate::factors::Factors;
use crate::priors::{Draw, Prior, prior};
use crate::question::{Asks, Domain};
use crate::rows::{RowId, id};

/// What a child takes relative to an adult, by the domain of a question; none of cigarettes.
pub const fn child_share(question: QuestionId) -> Option<RowId> {
    if matches!(question, QuestionId::Cigarettes) {
        return None;
    }
    Some(match question.domain() {
        Domain::Travel => id::CHILD_TRAVEL_SHARE,
        Domain::Food => id::CHILD_FOOD_SHARE,
        Domain::Goods => id::CHILD_GOODS_SHARE,
        _ => id::CHILD_LEISURE_SHARE,
    })
}

/// What a child takes, of a question whose default is the mean person's, in whom children are counted; none
/// of what the tables count per adult or per thing.
pub const fn child_below_mean(question: QuestionId) -> Option<RowId> {
    let Prior { draw, need } = prior(question);
    let counted_per_adult =
        matches!(need, Some(Need::Clothing)) || matches!(question, QuestionId::PhoneLife);
    let amount = matches!(draw, Draw::Amount { .. }) && matches!(question.asks(), Asks::You);
    if amount && !counted_per_adult {
        child_share(question)
    } else {
        None
    }
}

/// What an adult takes against the mean person, whom the tables know: `1 / (1 - children x (1 - a child's
/// share))`.
pub fn adult_level<N: Number>(child_share: RowId, factors: &Factors) -> N {
    let one = || N::plain(1.0);
    let children: N = row(id::CHILDREN_SHARE, factors);
    (one() / (one() - children * (one() - row(child_share, factors)))).named(Term::AdultLevel)
}

/// How many adults the household amounts to in what a question asks: children in part.
pub fn adults<N: Number>(household: &Household, question: QuestionId, factors: &Factors) -> N {
    let people = |origin, number| N::of(Source::Of(origin), number);
    let adults = N::plain(1.0) + people(Origin::OtherAdults, household.other_adults());
    let all = match child_share(question) {
        Some(part) => {
            let children = people(Origin::Children, household.children_living_here());
            adults + children * row(part, factors)
        }
        None => adults,
    };
    all.named(Term::People)
}

/// A personal quantity of the whole household, and the answerer's share of it.
pub struct Personal<W: Working> {
    /// The household's quantity: you, the other adults, the children.
    pub amount: Amount<W>,
    /// The answerer's share, 0 to 1.
    pub my_share: f64,
}

/// Sums a personal quantity over the household.
///
/// `you + other adults x the average adult + children x a child's share of it`; where the others
/// live as you do, the average is replaced by you; where the answer is the household's total, it
/// stands alone, but for how long a thing is kept, of which there is no total. `each` makes a person's yearly quantity of an origin and a value.
pub fn personal<W: Working>(
    household: &Household,
    question: QuestionId,
    yours: f64,
    average: f64,
    factors: &Factors,
    each: impl Fn(Amount<W>) -> Amount<W>,
) -> Personal<W> {
    let scope = match household.scope(question) {
        Scope::HouseholdTotal if question == QuestionId::PhoneLife => Scope::OthersLikeMe,
        scope => scope,
    };
    let you = each(Amount::of(Origin::Answer(question), yours));
    let own = you.value;
    let (origin, other) = match scope {
        Scope::HouseholdTotal => {
            return Personal {
                amount: you,
                my_share: 1.0 / household.members,
            };
        }
        Scope::OthersLikeMe => (Origin::Answer(question), yours),
        Scope::OthersAverage => (Origin::OtherAdult(question), average),
    };
    let others = || each(Amount::of(origin, other));
    let amount = with_others(you, others, household, question, factors);
    let my_share = if amount.value > 0.0 {
        own / amount.value
    } else {
        0.0
    };
    Personal { amount, my_share }
}

/// An amount of you and of the others, each of whom has one like `each`; of children their part.
pub fn with_others<W: Working>(
    you: Amount<W>,
    each: impl Fn() -> Amount<W>,
    household: &Household,
    question: QuestionId,
    factors: &Factors,
) -> Amount<W> {
    let mut all = you;
    let (adults, children) = (household.other_adults(), household.children_living_here());
    if adults > 0.0 {
        all = all.and(each().scale(Origin::OtherAdults, adults));
    }
    if let Some(part) = child_share(question)
        && children > 0.0
    {
        let child = each().scale(Origin::Children, children);
        all = all.and(child.scale(Origin::Row(part), factors.value(part)));
    }
    all
}

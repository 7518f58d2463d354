//! What every open question is drawn from: a table of the model's priors.

use maud::{Markup, html};
use tanlu_model::priors::{Draw, Prior, Users, prior};
use tanlu_model::rows::{RowId, ShareGroup, Unit, id, shares, shares_of};
use tanlu_model::{Domain, QuestionId};

use super::places::share_anchor;
use crate::show::{exact, head, label, percent, range, region, row_link, table, unit};
use crate::words::Words;

/// The rows of a question's prior: those that it names, and that of its elasticity.
pub fn rows(question: QuestionId) -> Vec<RowId> {
    let prior = prior(question);
    let elasticity = prior.need.map(|need| need.elasticity());
    prior.rows().into_iter().chain(elasticity).collect()
}

/// One table for each part of life.
pub fn priors(words: &Words) -> Markup {
    let of = |domain: Domain| {
        QuestionId::ALL
            .iter()
            .filter(move |of| of.domain() == domain)
    };
    html! {
        h3 { (words.text("prior.title")) }
        @for domain in Domain::ALL {
            @if of(*domain).next().is_some() {
                @let named = words.name(&["domain", domain.id()]);
                (table(&format!("priors-{}", domain.id()), words.fill("prior.caption", &[("domain", html! { (named) })]), &html! {
                    (head(&["question", "draw", "spending", "spread", "users"].map(|column| words.of("prior", column))))
                    tbody { @for question in of(*domain) { (entry(words, *question)) } }
                }))
            }
        }
    }
}

fn entry(words: &Words, question: QuestionId) -> Markup {
    let prior = prior(question);
    html! {
        tr id={ "prior-" (question.id()) } {
            th scope="row" { (label(words, question)) }
            td { (words.of("prior", kind(prior.draw))) }
            td { (spending(words, &prior)) }
            td { (spread(words, question, prior.draw)) }
            td { (users(words, prior.draw)) }
        }
    }
}

/// How a question is drawn, as its words are named.
fn kind(draw: Draw) -> &'static str {
    match draw {
        Draw::Settled => "settled",
        Draw::Place => "place",
        Draw::Options(_) => "options",
        Draw::Count(_) => "count",
        Draw::Whole(_) => "whole",
        Draw::Amount { users, .. } => match users {
            Users::All => "amount",
            Users::Row(_) | Users::Share(..) => "some",
        },
        Draw::Cars => "cars",
    }
}

/// A row's name with its value.
fn value(words: &Words, row: RowId) -> Markup {
    html! { (row_link(words.lang, row)) " " b { (exact(row.value())) } (per(words, row)) }
}

/// A row's name with its range.
fn spread_of(words: &Words, row: RowId) -> Markup {
    html! { (row_link(words.lang, row)) " " b { (range(row.row().band())) } (per(words, row)) }
}

/// A row's unit, if it has one.
fn per(words: &Words, row: RowId) -> Markup {
    let of = row.row().unit;
    html! { @if of != Unit::One { " " (unit(words, of)) } }
}

/// How spending moves it: an elasticity, or a correlation.
fn spending(words: &Words, prior: &Prior) -> Markup {
    let row = match prior.draw {
        Draw::Count(Some(row)) => Some(row),
        Draw::Cars => Some(id::CARS_BY_SPENDING),
        _ => prior.need.map(|need| need.elasticity()),
    };
    html! { @if let Some(row) = row { (value(words, row)) } }
}

/// The spread between households, a mean, or the shares that it is drawn by.
fn spread(words: &Words, question: QuestionId, draw: Draw) -> Markup {
    match draw {
        Draw::Amount { spread, .. } => spread_of(words, spread),
        Draw::Whole(row) => value(words, row),
        Draw::Options(most) => html! {
            (groups(words, shares_of(question.id())))
            @if let Some(most) = most { p { (value(words, most)) } }
        },
        Draw::Count(_) => groups(words, shares_of(question.id())),
        Draw::Cars => html! {
            (groups(words, shares_of(question.id())))
            (spread_of(words, id::CAR_KM))
        },
        Draw::Settled | Draw::Place => html! {},
    }
}

/// Links to the shares of households, by region.
fn groups(words: &Words, groups: &[ShareGroup]) -> Markup {
    html! {
        @if !groups.is_empty() {
            p {
                (words.text("prior.shares"))
                @for (at, group) in groups.iter().enumerate() {
                    @if at > 0 { (words.name(&["ui", "list_comma"])) }
                    a href={ "#" (share_anchor(group)) } { (region(words, group.region)) }
                }
            }
        }
    }
}

/// The part of households, or of people, who have any.
fn users(words: &Words, draw: Draw) -> Markup {
    let Draw::Amount { users, .. } = draw else {
        return html! {};
    };
    match users {
        Users::All => html! {},
        Users::Row(row) => {
            html! { (row_link(words.lang, row)) " " b { (percent(words.lang, row.value())) } }
        }
        Users::Share(groups, place, option) => {
            let group = groups.iter().find(|group| group.region == place);
            let shares = shares(groups, place).iter();
            let share: f64 = shares
                .filter(|share| share.option == option)
                .map(|share| share.value)
                .sum();
            html! {
                @if let Some(group) = group {
                    a href={ "#" (share_anchor(group)) } {
                        (words.of("share_question", group.question)) " (" (region(words, place)) ")"
                    }
                    " " b { (percent(words.lang, share)) }
                }
            }
        }
    }
}

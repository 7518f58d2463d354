//! The formula of a default, step by step, with this household's values.
use leptos::prelude::*;
use tanlu_model::derived::{Derived, Does, Function, How, Mean, Source, Term};
use tanlu_model::rows::province_value;

use crate::lang::Lang;
use crate::parts::el::{El, classed, el};
use crate::parts::rows::row_name;
use crate::parts::show;
use crate::parts::steps::{Noted, operand, step, value};
use crate::state::State;
use crate::words::{ResultMsg, fill, name, text};

/// The steps of a formula, each with what stands behind its value.
pub fn formula(state: State, lang: Lang, told: &Derived, noted: &mut Noted) -> Vec<El> {
    let How::Chain(steps) = &told.how else {
        return vec![one(state, lang, "", told, noted)];
    };
    let mut list = Vec::new();
    for step in steps {
        let sign = match step.does {
            Does::Plus if list.is_empty() => "",
            Does::Plus => "+ ",
            Does::Minus => "− ",
            Does::Times => "× ",
            Does::Over => "÷ ",
        };
        list.push(one(state, lang, sign, &step.with, noted));
    }
    list
}

/// A step behind its sign: a value that is looked up, or a formula in brackets.
fn one(state: State, lang: Lang, sign: &str, told: &Derived, noted: &mut Noted) -> El {
    let figure = value(lang, told.value);
    let (words, inside) = match &told.how {
        How::From(source) => return looked_up(state, lang, sign, *source, told.value, noted),
        How::Plain => return step(sign, &figure, "", ""),
        How::Named(term, inside) => in_short(lang, named(*term), inside),
        How::Of(function, inside) => (made(lang, *function), &**inside),
        How::Chain(_) => (text(lang, ResultMsg::InBrackets).to_owned(), told),
    };
    let shown = step(sign, &figure, "", &words);
    // a part without a name is short
    if matches!(told.how, How::Named(..)) && !noted.tell(told) {
        let above = classed("span", "note").words(text(lang, ResultMsg::AsAbove));
        return shown.child(el("ul").child(el("li").child(above)));
    }
    shown.child(classed("ul", "formula").children(formula(state, lang, inside, noted)))
}

/// The name of a part and what stands inside; where it is made by a function, that in the same breath.
fn in_short(lang: Lang, term: ResultMsg, inside: &Derived) -> (String, &Derived) {
    let term = text(lang, term);
    match &inside.how {
        How::Of(function, deeper) => {
            let values = [("term", term), ("made", &made(lang, *function))];
            (fill(lang, ResultMsg::TermMade, &values), deeper)
        }
        _ => (term.to_owned(), inside),
    }
}

/// A value that is looked up: in the tables, among the statistics, with what is known of the household.
fn looked_up(
    state: State,
    lang: Lang,
    sign: &str,
    source: Source,
    worth: f64,
    noted: &mut Noted,
) -> El {
    let plain = |words: &str| step(sign, &value(lang, worth), "", words);
    match source {
        Source::Of(origin) => operand(state, lang, sign, (origin, worth, worth), noted),
        Source::Statistic(quantity) => {
            noted.statistic(quantity);
            let unit = state.household.with(|home| {
                let known = province_value(home.province, quantity);
                known.map_or(String::new(), |known| show::table_unit(lang, known.unit))
            });
            let what = name(lang, &["quantity", quantity.name()]);
            step(sign, &value(lang, worth), &unit, what)
        }
        Source::Nation(mean) => plain(text(lang, of_nation(mean))),
        Source::Owners(question) => {
            let what = [("question", show::label(lang, question))];
            plain(&fill(lang, ResultMsg::OwnersOf, &what))
        }
        Source::Spread(row) => {
            noted.row(row);
            let what = [("row", row_name(lang, row))];
            plain(&fill(lang, ResultMsg::LogSd, &what))
        }
    }
}

fn of_nation(mean: Mean) -> ResultMsg {
    match mean {
        Mean::Spending => ResultMsg::MeanSpending,
        Mean::UrbanShare => ResultMsg::MeanUrbanShare,
        Mean::CarsCounted => ResultMsg::MeanCarsCounted,
    }
}

fn named(term: Term) -> ResultMsg {
    match term {
        Term::SizeEffect => ResultMsg::TermSizeEffect,
        Term::SpendingLevel => ResultMsg::TermSpendingLevel,
        Term::TownsAndVillages => ResultMsg::TermTownsAndVillages,
        Term::ProvinceEffect => ResultMsg::TermProvinceEffect,
        Term::InCities => ResultMsg::TermInCities,
        Term::Afforded => ResultMsg::Afforded,
        Term::SpendingRatio => ResultMsg::TermSpendingRatio,
        Term::SpendingHere => ResultMsg::TermSpendingHere,
        Term::AdultLevel => ResultMsg::TermAdultLevel,
        Term::People => ResultMsg::TermPeople,
        Term::AppliancesBeyond => ResultMsg::TermAppliancesBeyond,
        Term::CoolingBeyond => ResultMsg::TermCoolingBeyond,
        Term::Heating => ResultMsg::TermHeating,
        Term::Charging => ResultMsg::TermCharging,
        Term::Solar => ResultMsg::TermSolar,
        Term::MeanNumber => ResultMsg::TermMeanNumber,
    }
}

fn made(lang: Lang, function: Function) -> String {
    let bound = |msg, bound: f64| fill(lang, msg, &[("value", &value(lang, bound))]);
    match function {
        Function::Rounded => text(lang, ResultMsg::Rounded).to_owned(),
        Function::AtLeast(least) => bound(ResultMsg::NotBelow, least),
        Function::AtMost(most) => bound(ResultMsg::NotAbove, most),
        Function::Exp => text(lang, ResultMsg::PowerOfE).to_owned(),
        Function::Ln => text(lang, ResultMsg::NaturalLog).to_owned(),
        Function::Below => text(lang, ResultMsg::NormalBelow).to_owned(),
    }
}

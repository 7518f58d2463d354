//! How a line came about, step by step: quantities, factors, and where each value comes from.
use leptos::prelude::*;
use tanlu_model::footprint::energy::ZONE_REFERENCE;
use tanlu_model::footprint::{
    Behind, Operand, Operation, Origin, Part, end_uses, rows_of_afforded, rows_of_effect,
    spent_in_nation,
};
use tanlu_model::question::Kind;
use tanlu_model::rows::{Province, ProvinceQuantity, RowId, SourceId, province_value};
use tanlu_model::{Answer, Footprint, LineId, QuestionId};

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::el::{El, classed, el, note};
use crate::parts::opens::working;
use crate::parts::rows::{row_name, row_without_value, source_and_more};
use crate::parts::show;
use crate::state::State;
use crate::words::{Msg, ResultMsg, fill, name, text};

fn value(lang: Lang, value: f64) -> String {
    number(lang, Digits::Significant, value)
}

/// What a working has told so far.
#[derive(Default)]
struct Noted {
    /// The line that is told.
    line: Option<LineId>,
    /// The rows that are taken, or that stand behind what is.
    rows: Vec<RowId>,
    /// What stands behind the values of questions.
    behind: Vec<(QuestionId, Behind)>,
}

/// How a line came about: its quantity, the factors, and where all of it comes from.
pub fn told(state: State, lang: Lang, footprint: &Footprint, id: LineId) -> El {
    let mut working = working();
    let mut noted = Noted {
        line: Some(id),
        ..Noted::default()
    };
    for line in footprint.lines.iter().filter(|line| line.id == id) {
        let quantity = [
            ("value", &*value(lang, line.quantity.value)),
            ("unit", name(lang, &["line_unit", line.id.unit()])),
        ];
        let formula = line.quantity.formula.iter().enumerate();
        let steps = formula.map(|(at, step)| operand(state, lang, step, at == 0, &mut noted));
        working = working
            .child(classed("p", "what").words(fill(lang, ResultMsg::Quantity, &quantity)))
            .child(el("ul").children(steps))
            .child(classed("p", "what").words(text(lang, ResultMsg::Factors)))
            .child(el("ul").children(line.parts.iter().map(|part| factor(lang, part))));
        noted.rows.extend(line.parts.iter().map(|part| part.factor));
    }
    let mut once: Vec<RowId> = Vec::new();
    for row in noted.rows {
        if !once.contains(&row) {
            once.push(row);
        }
    }
    let who = name(lang, &["who", id.who().id()]);
    if once.is_empty() {
        // only other draws have it
        return working.child(el("p").words(text(lang, ResultMsg::OnlyPossible)));
    }
    let kg = footprint.sum(|line| line.id == id, |line| line.kg);
    let point = fill(lang, ResultMsg::LinePoint, &[("kg", &value(lang, kg))]);
    working
        .child(note(point))
        .child(classed("p", "what").words(text(lang, ResultMsg::Sources)))
        .child(el("ul").children(once.into_iter().map(|row| row_without_value(lang, row))))
        .child(el("p").words(fill(lang, ResultMsg::WhoDecides, &[("who", who)])))
}

/// A step: what it does, its value and unit, where it comes from.
fn step(sign: &str, value: &str, unit: &str, origin: &str) -> El {
    el("li")
        .words(sign)
        .child(el("b").words(value))
        .words([" ", unit, " "].concat())
        .child(classed("span", "note").words(origin))
}

/// A step of a quantity. What it takes, and what stands behind it, is noted.
fn operand(state: State, lang: Lang, operand: &Operand, first: bool, noted: &mut Noted) -> El {
    let origin = operand.origin;
    let source = state.source_of(origin, operand.value);
    let own = source.as_ref().map(|source| source.unit);
    let own = own.filter(|unit| !show::counts_things(*unit));
    let mut unit = own.map_or("", |unit| show::unit(lang, unit)).to_owned();
    let mut behind = Behind::default();
    let words = match origin {
        Origin::Answer(question) => {
            let given = state.given(question).is_some_and(known);
            let what = show::label(lang, question);
            let what = if source.is_some() {
                what.to_owned()
            } else {
                behind.rows = state.household.with(|home| rows_of_effect(question, home));
                follows(state, lang, question, operand.value)
            };
            from(lang, &what, given)
        }
        Origin::Item(question, field) => {
            let given = match state.given(question) {
                Some(Answer::List(items)) => items
                    .iter()
                    .any(|item| item.fields.get(field).cloned().is_some_and(known)),
                _ => false,
            };
            let field = name(lang, &["field", question.id(), field]);
            if source.is_some() {
                from(lang, field, given)
            } else {
                from(lang, &follows_from(lang, field), given)
            }
        }
        Origin::OtherAdult(question) => {
            let question = ("question", show::label(lang, question));
            fill(lang, ResultMsg::OtherAdult, &[question])
        }
        Origin::Row(row) => {
            unit = show::table_unit(lang, row.facts().unit);
            noted.rows.push(row);
            let known = row.value();
            if known != operand.value && 1.0 - known == operand.value {
                fill(lang, ResultMsg::Rest, &[("question", row_name(lang, row))])
            } else {
                row_name(lang, row).to_owned()
            }
        }
        Origin::EndUse if operand.value < 0.0 => text(lang, ResultMsg::OtherUses).to_owned(),
        other => name(lang, &["origin", other.id()]).to_owned(),
    };
    let sign = match operand.operation {
        Operation::Plus if operand.value < 0.0 => "− ",
        Operation::Plus if first => "",
        Operation::Plus => "+ ",
        Operation::Times => "× ",
        Operation::Over => "÷ ",
    };
    let shown = match operand.operation {
        Operation::Plus => operand.value.abs(),
        Operation::Times | Operation::Over => operand.value,
    };
    let shown = step(sign, &value(lang, shown), &unit, &words);
    let entered = source.and_then(|source| source.entered);
    let Some((unit, amount)) = entered else {
        let default = state.behind_default(origin);
        behind.rows.extend(default.rows);
        behind.province = default.province;
        if origin == Origin::EndUse {
            return shown.child(uses(state, lang, operand.value < 0.0, noted));
        }
        let answer = match (origin, own) {
            (Origin::Answer(question), None) => answered(state, lang, question),
            _ => None,
        };
        let list = resting_on(state, lang, origin, behind, noted);
        return shown.children(answer).children(list);
    };
    // what was entered, and how it became this
    let mut steps = amount.formula.iter();
    let entered = steps.next().map(|entered| {
        let entered = value(lang, entered.value);
        step(
            "= ",
            &entered,
            show::unit(lang, unit),
            text(lang, ResultMsg::Entered),
        )
    });
    let steps = steps.map(|step| self::operand(state, lang, step, false, noted));
    shown.child(el("ul").children(entered).children(steps))
}

/// The end uses that a meter or a fuel is split among, each with its estimate, which its own line tells; or, for
/// what is left to appliances, the others.
fn uses(state: State, lang: Lang, others: bool, noted: &Noted) -> El {
    let all = state.household.with(|home| {
        let of = |line| state.with_factors(|factors| end_uses(line, home, factors));
        noted.line.map(of).unwrap_or_default()
    });
    let told = all
        .into_iter()
        .filter(|(line, _)| !others || noted.line != Some(*line));
    let list = told.map(|(line, estimate)| {
        let unit = name(lang, &["line_unit", line.unit()]);
        step(
            "",
            &value(lang, estimate),
            unit,
            name(lang, &["line", line.id()]),
        )
    });
    el("ul").children(list)
}

/// The answer from which a value follows that is not the answer itself, or its default.
fn answered(state: State, lang: Lang, question: QuestionId) -> Option<El> {
    let own = state.household.with(|home| home.value(question));
    let own = show::value(lang, question, &own)?;
    Some(el("ul").child(step("", &own, "", show::label(lang, question))))
}

/// What a value is that is not the answer itself: the part that the answer leaves, or something that follows
/// from it.
fn follows(state: State, lang: Lang, question: QuestionId, operand: f64) -> String {
    let number = state.household.with(|home| home.number(question));
    let label = show::label(lang, question);
    if 1.0 - number / 100.0 == operand {
        fill(lang, ResultMsg::Rest, &[("question", label)])
    } else {
        follows_from(lang, label)
    }
}

fn follows_from(lang: Lang, what: &str) -> String {
    fill(lang, ResultMsg::Follows, &[("question", what)])
}

/// What a value rests on that is no row itself, and what the household can afford, where that moves it. All of it
/// is noted; what was told of the question before is told by a word.
fn resting_on(
    state: State,
    lang: Lang,
    origin: Origin,
    behind: Behind,
    noted: &mut Noted,
) -> Option<El> {
    let province = state.household.with(|home| home.province);
    if let Some(quantity) = origin.of_province() {
        return Some(el("ul").child(of_province(lang, province, quantity)));
    }
    if origin == Origin::Reference {
        let winter = of_province(lang, ZONE_REFERENCE, ProvinceQuantity::Hdd18);
        return Some(el("ul").child(winter));
    }
    let (Origin::Answer(question) | Origin::Item(question, _) | Origin::OtherAdult(question)) =
        origin
    else {
        return None;
    };
    if behind == Behind::default() {
        return None;
    }
    let head = |msg| el("li").child(classed("span", "note").words(text(lang, msg)));
    let known = (question, behind);
    if noted.behind.contains(&known) {
        return Some(el("ul").child(head(ResultMsg::AsAbove)));
    }
    let (_, behind) = &known;
    noted.rows.extend(behind.rows.iter().copied());
    let afforded = match origin {
        Origin::Item(..) => None,
        _ => afforded(state, lang, question, &mut noted.rows),
    };
    let statistics = behind.province.iter();
    let statistics = statistics.filter_map(|quantity| statistic(state, lang, *quantity));
    let list = behind.rows.iter().map(|row| of_table(lang, *row));
    let told = el("ul")
        .child(head(ResultMsg::FromRows))
        .children(list)
        .children(statistics)
        .children(afforded);
    noted.behind.push(known);
    Some(told)
}

/// A row of the tables, in short.
fn of_table(lang: Lang, row: RowId) -> El {
    let unit = show::table_unit(lang, row.facts().unit);
    step("", &value(lang, row.value()), &unit, row_name(lang, row))
}

/// A statistic of the household's province, what it is, and how well it is known.
pub fn statistic(state: State, lang: Lang, quantity: ProvinceQuantity) -> Option<El> {
    let province = state.household.with(|home| home.province);
    let known = province_value(province, quantity)?;
    let what = name(lang, &["quantity", quantity.name()]);
    let unit = show::table_unit(lang, known.unit);
    let shown = step("", &value(lang, known.value), &unit, what);
    Some(shown.child(el("ul").child(of_province(lang, province, quantity))))
}

/// By how much what the household can spend moves a default, and what that rests on; nothing where it moves nothing.
pub fn afforded(
    state: State,
    lang: Lang,
    question: QuestionId,
    rows: &mut Vec<RowId>,
) -> Option<El> {
    let moved = state.household.with(|home| home.afforded(question));
    if moved == 1.0 {
        return None;
    }
    let given = state.given(QuestionId::Spending).is_some_and(known);
    let spending = state.household.with(|home| home.spending);
    let what = show::label(lang, QuestionId::Spending);
    let unit = match QuestionId::Spending.kind() {
        Kind::Number(kind) => show::unit(lang, kind.unit()),
        _ => "",
    };
    let spent = step("", &value(lang, spending), unit, &from(lang, what, given));
    let by = rows_of_afforded(question);
    let list = by.iter().map(|row| of_table(lang, *row));
    let level = statistic(state, lang, ProvinceQuantity::ConsumptionPc);
    let mean = value(lang, spent_in_nation());
    let nation = step("", &mean, unit, text(lang, ResultMsg::SpentInNation));
    let list = el("ul").child(spent).child(nation).children(list);
    let list = list.children(level);
    rows.extend(by);
    let words = text(lang, ResultMsg::Afforded);
    Some(step("× ", &value(lang, moved), "", words).child(list))
}

/// A number of a province: how well it is known, and where it stands.
fn of_province(lang: Lang, province: Province, quantity: ProvinceQuantity) -> El {
    let place = show::option(lang, QuestionId::Province, province.code());
    let Some(known) = province_value(province, quantity) else {
        return el("li").words(place);
    };
    let ends = [
        ("low", &*value(lang, known.low)),
        ("high", &value(lang, known.high)),
    ];
    let range = fill(lang, ResultMsg::RangeOf, &ends);
    let comma = text(lang, Msg::ListComma);
    let year = known.year.to_string();
    let said = [place, comma, &range, comma, &year, comma].concat();
    let source = SourceId::first_public(known.sources);
    let others = known.sources.len().saturating_sub(1) as u8;
    let ledger = text(lang, ResultMsg::Ledger);
    let anchor = ["#row-prov_", quantity.name(), "_", province.code()].concat();
    el("li")
        .child(classed("span", "note").words(said))
        .child(show::status(lang, known.status))
        .children(source_and_more(lang, source, others))
        .words(comma)
        .child(show::page_link(lang, "methods", &anchor, ledger))
}

fn known(answer: Answer) -> bool {
    answer != Answer::Unknown
}

/// What a quantity is, and whether it was answered or is a typical one.
fn from(lang: Lang, what: &str, answered: bool) -> String {
    let whence = if answered {
        ResultMsg::YourAnswer
    } else {
        ResultMsg::Typical
    };
    let values = [("value", what), ("band", text(lang, whence))];
    fill(lang, Msg::WithBand, &values)
}

fn factor(lang: Lang, part: &Part) -> El {
    let (kg, co2) = (value(lang, part.kg), value(lang, part.kg_co2));
    // the official factor of electricity is CO2 alone, beside the life-cycle one
    let msg = if part.kg == 0.0 {
        ResultMsg::EmittedCo2
    } else if part.kg_co2 == 0.0 {
        ResultMsg::EmittedAll
    } else {
        ResultMsg::Emitted
    };
    let emitted = fill(lang, msg, &[("kg", &kg), ("co2", &co2)]);
    let origin = [row_name(lang, part.factor), " ", &emitted].concat();
    let unit = show::table_unit(lang, part.factor.facts().unit);
    step("× ", &value(lang, part.value), &unit, &origin)
}

//! How a line came about, step by step: quantities, factors, and where each value comes from.
use leptos::prelude::*;
use tanlu_model::derived::{Derived, derived_effect};
use tanlu_model::footprint::energy::ZONE_REFERENCE;
use tanlu_model::footprint::{Operand, Operation, Origin, Part, end_uses};
use tanlu_model::rows::{Province, ProvinceQuantity, RowId, SourceId, province_value};
use tanlu_model::uncertainty::{Draws, World};
use tanlu_model::{Answer, Footprint, LineId, QuestionId};

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::derived::formula;
use crate::parts::el::{El, classed, el, note};
use crate::parts::opens::working;
use crate::parts::rows::{row, row_name, row_without_value, source_and_more};
use crate::parts::show;
use crate::state::State;
use crate::words::{Msg, ResultMsg, fill, name, text};

/// A value of a formula.
pub fn value(lang: Lang, value: f64) -> String {
    number(lang, Digits::Significant, value)
}

/// What a working has told so far.
#[derive(Default)]
pub struct Noted {
    /// The line that is told.
    line: Option<LineId>,
    /// The rows that are taken, or that stand behind what is.
    rows: Vec<RowId>,
    /// The statistics of the province that formulas take.
    statistics: Vec<ProvinceQuantity>,
    /// The formulas of defaults, and their parts.
    told: Vec<Derived>,
}

impl Noted {
    /// Notes a row that is taken.
    pub fn row(&mut self, row: RowId) {
        if !self.has(row) {
            self.rows.push(row);
        }
    }

    /// Whether a row is taken.
    pub fn has(&self, row: RowId) -> bool {
        self.rows.contains(&row)
    }

    /// Notes a statistic of the province that is taken.
    pub fn statistic(&mut self, quantity: ProvinceQuantity) {
        if !self.statistics.contains(&quantity) {
            self.statistics.push(quantity);
        }
    }

    /// Notes a formula; false where it was told before.
    pub fn tell(&mut self, told: &Derived) -> bool {
        let anew = !self.told.contains(told);
        if anew {
            self.told.push(told.clone());
        }
        anew
    }

    /// The rows and statistics that were taken, each with all that is to be said of it.
    pub fn sources(self, state: State, lang: Lang) -> Option<El> {
        let province = state.household.with(|home| home.province);
        let mut list = Vec::new();
        for row in self.rows {
            list.push(row_without_value(lang, row));
        }
        for quantity in self.statistics {
            let what = [name(lang, &["quantity", quantity.name()]), " "].concat();
            list.push(of_province(lang, &what, province, quantity));
        }
        let head = classed("p", "what").words(text(lang, ResultMsg::Sources));
        (!list.is_empty()).then(|| el("div").child(head).child(el("ul").children(list)))
    }
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
        let steps = formula.map(|(at, step)| step_of(state, lang, step, at == 0, &mut noted));
        working = working
            .child(classed("p", "what").words(fill(lang, ResultMsg::Quantity, &quantity)))
            .child(el("ul").children(steps))
            .child(classed("p", "what").words(text(lang, ResultMsg::Factors)))
            .child(el("ul").children(line.parts.iter().map(|part| factor(lang, part))));
        line.parts.iter().for_each(|part| noted.row(part.factor));
    }
    let who = name(lang, &["who", id.who().id()]);
    if noted.rows.is_empty() {
        // only other draws have it
        let said = el("p").words(text(lang, ResultMsg::OnlyPossible));
        return working.child(said).children(would(state, lang, id));
    }
    let kg = footprint.sum(|line| line.id == id, |line| line.kg);
    let point = fill(lang, ResultMsg::LinePoint, &[("kg", &value(lang, kg))]);
    working
        .child(note(point))
        .children(noted.sources(state, lang))
        .child(el("p").words(fill(lang, ResultMsg::WhoDecides, &[("who", who)])))
}

/// What a line would be multiplied with that the point estimate has not.
fn would(state: State, lang: Lang, id: LineId) -> Option<El> {
    state.drawing.lines.track();
    let province = state.household.with(|home| home.province);
    let rows = state.with_factors(|factors| {
        let of = |draws: &Draws, _: &World| draws.factors_of(id, province, factors);
        state.drawing.with(of)
    })?;
    let head = classed("p", "what").words(text(lang, ResultMsg::WouldTake));
    let list = rows.into_iter().map(|id| row(lang, id));
    let list: Vec<El> = list.collect();
    (!list.is_empty()).then(|| el("div").child(head).child(el("ul").children(list)))
}

/// A step: what it does, its value and unit, where it comes from.
pub fn step(sign: &str, value: &str, unit: &str, origin: &str) -> El {
    el("li")
        .words(sign)
        .child(el("b").words(value))
        .words([" ", unit, " "].concat())
        .child(classed("span", "note").words(origin))
}

/// A step of a quantity. What it takes, and what stands behind it, is noted.
fn step_of(state: State, lang: Lang, operand: &Operand, first: bool, noted: &mut Noted) -> El {
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
    let what = (operand.origin, operand.value, shown);
    self::operand(state, lang, sign, what, noted)
}

/// A value of a formula as it is shown behind its sign, and how it came about.
pub fn operand(
    state: State,
    lang: Lang,
    sign: &str,
    (origin, worth, shown): (Origin, f64, f64),
    noted: &mut Noted,
) -> El {
    let source = state.source_of(origin, worth);
    let own = source.as_ref().map(|source| source.unit);
    let own = own.filter(|unit| !show::counts_things(*unit));
    let mut unit = own.map_or("", |unit| show::unit(lang, unit)).to_owned();
    let mut behind = None;
    let words = match origin {
        Origin::Answer(question) => {
            let given = state.given(question).is_some_and(known);
            let what = show::label(lang, question);
            let what = if source.is_some() {
                what.to_owned()
            } else {
                behind = state.household.with(|home| {
                    let effect = |factors: &_| derived_effect(question, worth, home, factors);
                    state.with_factors(effect)
                });
                follows(state, lang, question, worth)
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
            noted.row(row);
            let known = row.value();
            if known != worth && 1.0 - known == worth {
                fill(lang, ResultMsg::Rest, &[("question", row_name(lang, row))])
            } else {
                row_name(lang, row).to_owned()
            }
        }
        Origin::EndUse if worth < 0.0 => text(lang, ResultMsg::OtherUses).to_owned(),
        other => name(lang, &["origin", other.id()]).to_owned(),
    };
    let shown = step(sign, &value(lang, shown), &unit, &words);
    let entered = source.and_then(|source| source.entered);
    let Some((unit, amount)) = entered else {
        if origin == Origin::EndUse {
            return shown.child(uses(state, lang, worth < 0.0, noted));
        }
        let answer = match (origin, own) {
            (Origin::Answer(question), None) => answered(state, lang, question),
            _ => None,
        };
        let behind = behind.or_else(|| state.derived(origin, worth));
        let list = resting_on(state, lang, (origin, worth), behind, noted);
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
    let steps = steps.map(|step| step_of(state, lang, step, false, noted));
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

/// How well a number of a province is known that a formula takes, or how a value of it is computed that is no row
/// itself; what was told before is told by a word.
fn resting_on(
    state: State,
    lang: Lang,
    (origin, worth): (Origin, f64),
    behind: Option<Derived>,
    noted: &mut Noted,
) -> Option<El> {
    let province = state.household.with(|home| home.province);
    if let Some(quantity) = origin.of_province() {
        return Some(el("ul").child(of_province(lang, "", province, quantity)));
    }
    if origin == Origin::Reference {
        let winter = of_province(lang, "", ZONE_REFERENCE, ProvinceQuantity::Hdd18);
        return Some(el("ul").child(winter));
    }
    let behind = behind.filter(|behind| !behind.is_plain())?;
    let head = |msg| el("li").child(classed("span", "note").words(text(lang, msg)));
    if !noted.tell(&behind) {
        return Some(el("ul").child(head(ResultMsg::AsAbove)));
    }
    let steps = formula(state, lang, &behind, noted);
    // of a value that only follows from the default the formula is that of the default
    let of = if behind.value == worth { "formula" } else { "" };
    let list = classed("ul", of).child(head(ResultMsg::ComputedSo));
    Some(list.children(steps))
}

/// A statistic of the household's province, what it is, and how well it is known.
pub fn statistic(state: State, lang: Lang, quantity: ProvinceQuantity) -> Option<El> {
    let province = state.household.with(|home| home.province);
    let known = province_value(province, quantity)?;
    let what = name(lang, &["quantity", quantity.name()]);
    let unit = show::table_unit(lang, known.unit);
    let shown = step("", &value(lang, known.value), &unit, what);
    Some(shown.child(el("ul").child(of_province(lang, "", province, quantity))))
}

/// A number of a province: how well it is known, and where it stands.
fn of_province(lang: Lang, what: &str, province: Province, quantity: ProvinceQuantity) -> El {
    let place = show::option(lang, QuestionId::Province, province.code());
    let Some(known) = province_value(province, quantity) else {
        return el("li").words([what, place].concat());
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
        .words(what)
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

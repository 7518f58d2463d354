//! The screen of the result: the lines of the footprint, the largest first, each opening to how it came
//! about, and what they compare with. It is loaded when it is first opened.
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use tanlu_model::footprint::{Operand, Operation, Origin, Part};
use tanlu_model::rows::{RowId, Status};
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::{Answer, Domain, Footprint, LineId, footprint};

use crate::bands::Bands;
use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::lazy::{Drawn, Fetched, Module};
use crate::parts::compare::{compare, provinces};
use crate::parts::draw::bar;
use crate::parts::el::{El, Words, button, card, classed, each, el, live, note, nothing};
use crate::parts::newer::newer;
use crate::parts::opens::{entry, sum_of, working};
use crate::parts::show;
use crate::parts::workings::explain;
use crate::state::State;
use crate::words::{Msg, ResultMsg, fill, name, text};

/// How many lines are shown before the visitor asks for all.
const LARGEST: usize = 12;

/// The lines of some parts of life, the largest median first; those that are nothing in most draws by
/// how large they may be.
fn largest(bands: &Bands, of: impl Fn(Domain) -> bool) -> Vec<LineId> {
    let mut sorted: Vec<(LineId, Quantiles)> = Vec::new();
    for (id, band) in &bands.lines {
        if of(id.domain()) {
            let larger =
                |(_, other): &(LineId, Quantiles)| (other.p50, other.p95) >= (band.p50, band.p95);
            let at = sorted.partition_point(larger);
            sorted.insert(at, (*id, *band));
        }
    }
    sorted.into_iter().map(|(id, _)| id).collect()
}

/// A line with its figure; its name opens to its working.
fn line(state: State, lang: Lang, id: LineId, figure: Words, below: Option<El>) -> AnyView {
    let title = name(lang, &["line", id.id()]);
    let how = Box::new(move || working_of(state, lang, id));
    entry(id.domain().id(), title, figure, below, how).done()
}

/// Where the module of the screen of the result begins.
#[wasm_split(result, wasm_split_path = leptos::wasm_split, fallible)]
pub fn fetch() -> Fetched {
    Ok(Module {
        draw: screen,
        explain: Some(explain),
    })
}

fn screen(state: State, lang: Lang) -> Drawn {
    vec![
        el("div").attr("class", "whole").view(newer(state, lang)),
        lines(state, lang),
        compare(state, lang),
        provinces(state, lang),
    ]
}

/// The lines.
fn lines(state: State, lang: Lang) -> El {
    let consumption = |domain| domain != Domain::PublicServices;
    let all = Memo::new(move |_| {
        state
            .drawing
            .bands
            .with(|bands| largest(bands, consumption))
    });
    let whole = RwSignal::new(false);
    let band_of = move |id| state.drawing.bands.with(|bands| bands.line(id));
    let most = move || {
        let first = all.with(|all| all.first().copied());
        first.map_or(0.0, |id| band_of(id).p50)
    };
    let keys = move || {
        let shown = if whole.get() { usize::MAX } else { LARGEST };
        all.with(|all| all.iter().take(shown).map(|id| *id as usize).collect())
    };
    let one = move |key: usize| {
        let Some(id) = LineId::ALL.get(key).copied() else {
            return nothing();
        };
        let figure = live(move || show::median_with_band(lang, band_of(id)));
        let below = bar(move || band_of(id).p50 / most());
        line(state, lang, id, figure, Some(below))
    };
    let more = live(move || {
        let msg = if whole.get() {
            ResultMsg::FewerLines
        } else {
            ResultMsg::AllLines
        };
        fill(
            lang,
            msg,
            &[("number", &show::count(lang, all.with(Vec::len)))],
        )
    });
    card("lines", text(lang, ResultMsg::ByLine))
        .child(note(text(lang, ResultMsg::LineHelp)))
        .child(classed("ul", "lines").view(each(keys, one)))
        .child(button("quiet", more, move || {
            whole.update(|whole| *whole = !*whole)
        }))
}

/// The lines of a part of life, which add up to it: point value and median, or how much of each is the
/// answerer's own.
pub fn lines_of(state: State, lang: Lang, domain: Domain, mine: bool) -> El {
    let keys = move || {
        let ids = state
            .drawing
            .bands
            .with(|bands| largest(bands, |of| of == domain));
        ids.into_iter().map(|id| id as usize).collect()
    };
    let one = move |key: usize| {
        let Some(id) = LineId::ALL.get(key).copied() else {
            return nothing();
        };
        let figure = live(move || {
            let (kg, own) = state
                .footprint
                .with(|footprint| footprint.shared(|line| line == id));
            if mine {
                let share = if kg > 0.0 { own / kg } else { 0.0 };
                [
                    &*show::kg(lang, kg),
                    " × ",
                    &show::percent(lang, share),
                    " = ",
                    &show::kg(lang, own),
                ]
                .concat()
            } else {
                let band = state.drawing.bands.with(|bands| bands.line(id));
                show::point_and_median(lang, kg, band)
            }
        });
        line(state, lang, id, figure, None)
    };
    let sum = live(move || {
        let (kg, own) = state
            .footprint
            .with(|footprint| footprint.shared(|line| line.domain() == domain));
        let band = state.drawing.bands.with(|bands| bands.domain(domain));
        show::part(lang, (kg, own), mine, band)
    });
    working()
        .attr("data-of", domain.id())
        .child(classed("ul", "lines").view(each(keys, one)))
        .child(classed("ul", "lines").child(sum_of(lang, sum)))
}

/// The working of a line.
pub fn working_of(state: State, lang: Lang, id: LineId) -> El {
    let footprint = state
        .household
        .with(|home| state.with_factors(|factors| footprint(home, factors)));
    told(state, lang, &footprint, id)
}

fn value(lang: Lang, value: f64) -> String {
    number(lang, Digits::Significant, value)
}

/// How a line came about: its quantity, the factors, and where all of it comes from.
fn told(state: State, lang: Lang, footprint: &Footprint, id: LineId) -> El {
    let mut working = working();
    let mut rows: Vec<RowId> = Vec::new();
    for line in footprint.lines.iter().filter(|line| line.id == id) {
        let quantity = [
            ("value", &*value(lang, line.quantity.value)),
            ("unit", name(lang, &["line_unit", line.id.unit()])),
        ];
        let formula = line.quantity.formula.iter().enumerate();
        let steps = formula.map(|(at, step)| operand(state, lang, step, at == 0, &mut rows));
        working = working
            .child(classed("p", "what").words(fill(lang, ResultMsg::Quantity, &quantity)))
            .child(el("ul").children(steps))
            .child(classed("p", "what").words(text(lang, ResultMsg::Factors)))
            .child(el("ul").children(line.parts.iter().map(|part| factor(lang, part))));
        rows.extend(line.parts.iter().map(|part| part.factor));
    }
    let mut once: Vec<RowId> = Vec::new();
    for row in rows {
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
        .child(el("ul").children(once.into_iter().map(|row| source(lang, row))))
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

/// A step of a quantity. The rows that it takes are noted in `rows`.
fn operand(state: State, lang: Lang, operand: &Operand, first: bool, rows: &mut Vec<RowId>) -> El {
    let origin = operand.origin;
    let source = state.source_of(origin, operand.value);
    let own = source.as_ref().map(|source| source.unit);
    let own = own.filter(|unit| !show::counts_things(*unit));
    let mut unit = own.map_or("", |unit| show::unit(lang, unit)).to_owned();
    let words = match origin {
        Origin::Answer(question) => {
            let given = state.given(question).is_some_and(known);
            from(lang, show::label(lang, question), given)
        }
        Origin::Item(question, field) => {
            let given = match state.given(question) {
                Some(Answer::List(items)) => items
                    .iter()
                    .any(|item| item.fields.get(field).cloned().is_some_and(known)),
                _ => false,
            };
            from(lang, name(lang, &["field", question.id(), field]), given)
        }
        Origin::OtherAdult(question) => {
            let question = ("question", show::label(lang, question));
            fill(lang, ResultMsg::OtherAdult, &[question])
        }
        Origin::Row(row) => {
            unit = show::table_unit(lang, row.facts().unit);
            rows.push(row);
            row.id().to_owned()
        }
        other => name(lang, &["origin", other.id()]).to_owned(),
    };
    let sign = match operand.operation {
        Operation::Plus if first => "",
        Operation::Plus => "+ ",
        Operation::Times => "× ",
        Operation::Over => "÷ ",
    };
    let shown = step(sign, &value(lang, operand.value), &unit, &words);
    let Some((unit, amount)) = source.and_then(|source| source.entered) else {
        return shown;
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
    let steps = steps.map(|step| self::operand(state, lang, step, false, rows));
    shown.child(el("ul").children(entered).children(steps))
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
    let origin = [part.factor.id(), " ", &emitted].concat();
    let unit = show::table_unit(lang, part.factor.facts().unit);
    step("× ", &value(lang, part.value), &unit, &origin)
}

/// A value's id in the tables, its range, where and when it holds, what it covers, how well it is known, its source, and the way to
/// all that is known of it.
fn source(lang: Lang, id: RowId) -> El {
    let row = id.facts();
    let status = name(lang, &["status", row.status.name()]);
    let mark = if row.status == Status::Published {
        ""
    } else {
        "mark"
    };
    let stand_in = if row.stand_in {
        text(lang, ResultMsg::StandIn)
    } else {
        ""
    };
    let (low, high) = id.range();
    let of = if row.spread {
        ResultMsg::SpreadOf
    } else {
        ResultMsg::RangeOf
    };
    let ends = [("low", &*value(lang, low)), ("high", &value(lang, high))];
    let range = fill(lang, of, &ends);
    let comma = text(lang, Msg::ListComma);
    let boundary = match row.boundary {
        0 => String::new(),
        at => [comma, name(lang, &["boundary", &at.to_string()])].concat(),
    };
    let place = ["#row-", id.id()].concat();
    let ledger = show::page_link(lang, "methods", &place, text(lang, ResultMsg::Ledger));
    el("li")
        .words(
            [
                id.id(),
                ": ",
                &range,
                comma,
                show::place(lang, row),
                comma,
                &row.year.to_string(),
                &boundary,
                comma,
            ]
            .concat(),
        )
        .child(classed("span", mark).words(status))
        .words([" ", stand_in, " "].concat())
        .child(show::source(lang, row.source))
        .words(comma)
        .child(ledger)
}

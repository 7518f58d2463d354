//! The lines of the footprint, the largest first, each opening to how it came about.
use leptos::prelude::*;
use tanlu_model::footprint::{Operand, Operation, Origin, Part};
use tanlu_model::rows::{RowId, Status, Unit};
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::{Answer, Domain, Footprint, LineId};

use crate::bands::Bands;
use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::el::{El, button, card, classed, dynamic, each, el, live, mark, note, nothing};
use crate::parts::result::bar;
use crate::parts::show;
use crate::state::State;
use crate::words::{Msg, fill, name, text};

/// How many lines are shown before the visitor asks for all.
const LARGEST: usize = 12;

/// The lines of household consumption, the largest median first; those that are nothing in most
/// draws by how large they may be.
fn largest(bands: &Bands) -> Vec<LineId> {
    let mut sorted: Vec<(LineId, Quantiles)> = Vec::new();
    for (id, band) in &bands.lines {
        if id.domain() != Domain::PublicServices {
            let larger =
                |(_, other): &(LineId, Quantiles)| (other.p50, other.p95) >= (band.p50, band.p95);
            let at = sorted.partition_point(larger);
            sorted.insert(at, (*id, *band));
        }
    }
    sorted.into_iter().map(|(id, _)| id).collect()
}

/// The lines.
pub fn lines(state: State, lang: Lang) -> El {
    let all = Memo::new(move |_| state.drawing.bands.with(largest));
    let whole = RwSignal::new(false);
    let open = RwSignal::new(None::<LineId>);
    let band_of = move |id| state.drawing.bands.with(|bands| bands.line(id));
    let most = move || {
        let first = all.with(|all| all.first().copied());
        first.map_or(0.0, |id| band_of(id).p50)
    };
    let keys = move || {
        let shown = if whole.get() { usize::MAX } else { LARGEST };
        all.with(|all| all.iter().take(shown).map(|id| *id as usize).collect())
    };
    let line = move |key: usize| {
        let Some(id) = LineId::ALL.get(key).copied() else {
            return nothing();
        };
        let figure = live(move || {
            let band = band_of(id);
            let values = [
                ("value", &*show::median(lang, band)),
                ("band", &show::band(lang, band)),
            ];
            fill(lang, Msg::WithBand, &values)
        });
        let opened = move || open.get() == Some(id);
        let inside = dynamic(move || {
            if opened() {
                state
                    .footprint
                    .with(|footprint| working(state, lang, footprint, id))
                    .done()
            } else {
                nothing()
            }
        });
        let swatch = classed("span", &["swatch ", id.domain().id()].concat());
        let title = button("line", name(lang, &["line", id.id()]), move || {
            let open_now = open.get_untracked();
            open.set((open_now != Some(id)).then_some(id));
        });
        el("li")
            .child(
                classed("div", "head")
                    .child(swatch)
                    .child(title.attr("aria-expanded", mark(opened)))
                    .child(classed("span", "kg").words(figure)),
            )
            .child(bar(move || band_of(id).p50 / most()))
            .view(inside)
            .done()
    };
    let more = live(move || {
        let msg = if whole.get() {
            Msg::FewerLines
        } else {
            Msg::AllLines
        };
        fill(
            lang,
            msg,
            &[("number", &show::count(lang, all.with(Vec::len)))],
        )
    });
    card("lines", text(lang, Msg::ByLine))
        .child(note(text(lang, Msg::LineHelp)))
        .child(classed("ul", "lines").view(each(keys, line)))
        .child(button("quiet", more, move || {
            whole.update(|whole| *whole = !*whole)
        }))
}

fn value(lang: Lang, value: f64) -> String {
    number(lang, Digits::Significant, value)
}

/// How a line came about: its quantity, the factors, and where all of it comes from.
fn working(state: State, lang: Lang, footprint: &Footprint, id: LineId) -> El {
    let mut working = classed("div", "working");
    let mut rows: Vec<RowId> = Vec::new();
    for line in footprint.lines.iter().filter(|line| line.id == id) {
        let quantity = [
            ("value", &*value(lang, line.quantity.value)),
            ("unit", name(lang, &["line_unit", line.id.unit()])),
        ];
        let formula = line.quantity.formula.iter().enumerate();
        let steps = formula.map(|(at, step)| operand(state, lang, step, at == 0));
        let parts = line.parts.iter().map(|part| factor(lang, part));
        working = working
            .child(classed("p", "what").words(fill(lang, Msg::Quantity, &quantity)))
            .child(el("ul").children(steps))
            .child(classed("p", "what").words(text(lang, Msg::Factors)))
            .child(el("ul").children(parts));
        let used = line
            .quantity
            .formula
            .iter()
            .filter_map(|step| match step.origin {
                Origin::Row(row) => Some(row),
                _ => None,
            });
        for row in used.chain(line.parts.iter().map(|part| part.factor)) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    let who = name(lang, &["who", id.who().id()]);
    if rows.is_empty() {
        // only other draws have it
        return working.child(el("p").words(text(lang, Msg::OnlyPossible)));
    }
    let kg = footprint.sum(|line| line.id == id, |line| line.kg);
    let point = fill(lang, Msg::LinePoint, &[("kg", &value(lang, kg))]);
    working
        .child(note(point))
        .child(classed("p", "what").words(text(lang, Msg::Sources)))
        .child(el("ul").children(rows.into_iter().map(|row| source(lang, row))))
        .child(el("p").words(fill(lang, Msg::WhoDecides, &[("who", who)])))
}

/// A step: what it does, its value and unit, where it comes from.
fn step(sign: &str, value: &str, unit: &str, origin: &str) -> El {
    el("li")
        .words(sign)
        .child(el("b").words(value))
        .words([" ", unit, " "].concat())
        .child(classed("span", "note").words(origin))
}

fn operand(state: State, lang: Lang, operand: &Operand, first: bool) -> El {
    let sign = match operand.operation {
        Operation::Plus if first => "",
        Operation::Plus => "+ ",
        Operation::Times => "× ",
        Operation::Over => "÷ ",
    };
    let (unit, origin) = match operand.origin {
        Origin::Answer(question) => (
            "",
            from(
                lang,
                show::label(lang, question),
                state.given(question).is_some_and(known),
            ),
        ),
        Origin::Item(question, field) => {
            let given = match state.given(question) {
                Some(Answer::List(items)) => items
                    .iter()
                    .any(|item| item.fields.get(field).cloned().is_some_and(known)),
                _ => false,
            };
            (
                "",
                from(lang, name(lang, &["field", question.id(), field]), given),
            )
        }
        Origin::OtherAdult(question) => {
            let question = ("question", show::label(lang, question));
            ("", fill(lang, Msg::OtherAdult, &[question]))
        }
        Origin::Row(row) => {
            let unit = row.facts().unit;
            let shown = if unit == Unit::One { "" } else { unit.symbol() };
            (shown, row.id().to_owned())
        }
        other => ("", name(lang, &["origin", other.id()]).to_owned()),
    };
    step(sign, &value(lang, operand.value), unit, &origin)
}

fn known(answer: Answer) -> bool {
    answer != Answer::Unknown
}

/// What a quantity is, and whether it was answered or is a typical one.
fn from(lang: Lang, what: &str, answered: bool) -> String {
    let whence = if answered {
        Msg::YourAnswer
    } else {
        Msg::Typical
    };
    let values = [("value", what), ("band", text(lang, whence))];
    fill(lang, Msg::WithBand, &values)
}

fn factor(lang: Lang, part: &Part) -> El {
    let (kg, co2) = (value(lang, part.kg), value(lang, part.kg_co2));
    // the official factor of electricity is CO2 alone, beside the life-cycle one
    let msg = if part.kg == 0.0 {
        Msg::EmittedCo2
    } else if part.kg_co2 == 0.0 {
        Msg::EmittedAll
    } else {
        Msg::Emitted
    };
    let emitted = fill(lang, msg, &[("kg", &kg), ("co2", &co2)]);
    let origin = [part.factor.id(), " ", &emitted].concat();
    let unit = part.factor.facts().unit.symbol();
    step("× ", &value(lang, part.value), unit, &origin)
}

/// A value's id in the tables, its range and year, how well it is known, its source, and the way to
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
        text(lang, Msg::StandIn)
    } else {
        ""
    };
    let (low, high) = id.range();
    let of = if row.spread {
        Msg::SpreadOf
    } else {
        Msg::RangeOf
    };
    let ends = [("low", &*value(lang, low)), ("high", &value(lang, high))];
    let range = fill(lang, of, &ends);
    let comma = text(lang, Msg::ListComma);
    let place = ["#row-", id.id()].concat();
    let ledger = show::page_link(lang, "methods", &place, text(lang, Msg::Ledger));
    el("li")
        .words([id.id(), ": ", &range, comma, &row.year.to_string(), comma].concat())
        .child(classed("span", mark).words(status))
        .words([" ", stand_in, " "].concat())
        .child(show::source(lang, row.source))
        .words(comma)
        .child(ledger)
}

//! A value of the tables with all that is to be said of it.
use tanlu_model::rows::{RowId, Status};

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::el::{El, classed, el};
use crate::parts::show;
use crate::words::{Msg, ResultMsg, fill, name, text};

/// A value: its unit, its id in the tables, its range, where and when it holds, how well it is known, its
/// source, and the way to all that is known of it.
pub fn row(lang: Lang, id: RowId) -> El {
    let value = |value: f64| number(lang, Digits::Significant, value);
    let row = id.facts();
    let published = row.status == Status::Published;
    let comma = text(lang, Msg::ListComma);
    let (low, high) = id.range();
    let of = if row.spread {
        ResultMsg::SpreadOf
    } else {
        ResultMsg::RangeOf
    };
    let range = fill(lang, of, &[("low", &*value(low)), ("high", &value(high))]);
    let unit = show::table_unit(lang, row.unit);
    let year = row.year.to_string();
    let said = [
        id.id(),
        ": ",
        &range,
        comma,
        show::place(lang, row),
        comma,
        &year,
        comma,
    ];
    let stand_in = if row.stand_in {
        text(lang, ResultMsg::StandIn)
    } else {
        ""
    };
    // a judgement of our own, or what nobody has checked, has no source but its status
    let looked_up = row.shown_source.source();
    let sourced = published || looked_up.is_some_and(|source| !source.url.is_empty());
    let more = match row.more_sources {
        0 => String::new(),
        more if sourced => {
            let number = show::count(lang, usize::from(more));
            fill(lang, ResultMsg::MoreSources, &[("number", &number)])
        }
        _ => String::new(),
    };
    let place = ["#row-", id.id()].concat();
    let ledger = show::page_link(lang, "methods", &place, text(lang, ResultMsg::Ledger));
    el("li")
        .child(el("b").words(value(id.value())))
        .words([" ", &unit, " "].concat())
        .child(classed("span", "note").words(said.concat()))
        .child(
            classed("span", if published { "" } else { "mark" })
                .words(name(lang, &["status", row.status.name()])),
        )
        .words([" ", stand_in, " "].concat())
        .children(sourced.then(|| show::source(lang, row.shown_source)))
        .words([&*more, if sourced { comma } else { "" }].concat())
        .child(ledger)
}

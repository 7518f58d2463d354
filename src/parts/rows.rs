//! A value of the tables with all that is to be said of it.
use tanlu_model::rows::{RowId, Source, Status};

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::el::{El, el};
use crate::parts::show;
use crate::words::{Msg, ResultMsg, fill, name, text};

fn value(lang: Lang, value: f64) -> String {
    number(lang, Digits::Significant, value)
}

/// A row's name, as its table has it.
pub fn row_name(lang: Lang, id: RowId) -> &'static str {
    match lang {
        Lang::Zh => id.name_zh(),
        Lang::En => id.name_en(),
    }
}

/// A value, its unit, and what [`row_without_value`] says.
pub fn row(lang: Lang, id: RowId) -> El {
    let unit = show::table_unit(lang, id.facts().unit);
    let value = el("b").words(value(lang, id.value()));
    let item = el("li").child(value).words([" ", &unit, " "].concat());
    described(item, lang, id)
}

/// A value's name and its id in the tables, its range, where and when it holds, what it covers, how well it is
/// known, its source, and the way to all that is known of it.
pub fn row_without_value(lang: Lang, id: RowId) -> El {
    described(el("li"), lang, id)
}

/// How many sources a value has besides the one that is named; the ledger has them all.
fn more(lang: Lang, sources: u8) -> String {
    if sources == 0 {
        return String::new();
    }
    let number = show::count(lang, usize::from(sources));
    fill(lang, ResultMsg::MoreSources, &[("number", &number)])
}

fn described(item: El, lang: Lang, id: RowId) -> El {
    let row = id.facts();
    let published = row.status == Status::Published;
    // a judgement of our own, or what nobody has checked, has no source but its status
    let source = row.shown_source.in_workings();
    let source = source.filter(|source| published || !source.url.is_empty());
    let stand_in = row
        .stand_in
        .then(|| [" ", text(lang, ResultMsg::StandIn)].concat());
    let (low, high) = id.range();
    let of = if row.spread {
        ResultMsg::SpreadOf
    } else {
        ResultMsg::RangeOf
    };
    let ends = [("low", &*value(lang, low)), ("high", &value(lang, high))];
    let comma = text(lang, Msg::ListComma);
    // a limit or a rule of ours has no range
    let range = if low < high {
        [comma, &fill(lang, of, &ends)].concat()
    } else {
        String::new()
    };
    let boundary = match row.boundary {
        0 => String::new(),
        at => [comma, name(lang, &["boundary", &at.to_string()])].concat(),
    };
    let year = row.year.to_string();
    let place = show::place(lang, row);
    let said = [&*range, comma, place, comma, &year, &boundary, comma];
    let status = show::status(lang, row.status);
    let ledger = ["#row-", id.id()].concat();
    let ledger = show::page_link(lang, "methods", &ledger, text(lang, ResultMsg::Ledger));
    item.words([row_name(lang, id), " "].concat())
        .child(el("code").words(id.id()))
        .words(said.concat())
        .child(status)
        .words(stand_in.unwrap_or_default())
        .children(source_and_more(lang, source, row.more_sources))
        .words(comma)
        .child(ledger)
}

/// A source and how many others there are, set apart from what stands before; nothing without a source.
pub fn source_and_more(lang: Lang, source: Option<&Source>, others: u8) -> Option<El> {
    let source = show::titled(lang, source?);
    let comma = text(lang, Msg::ListComma);
    Some(
        el("span")
            .words(comma)
            .child(source)
            .words(more(lang, others)),
    )
}

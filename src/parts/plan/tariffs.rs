//! Prices at the household's place, where it knows better than the tables.
use leptos::prelude::*;
use tanlu_model::actions::cost::{tariff_row, tariffs_of};
use tanlu_model::plan::{Expected, MOST_PRICE, Tariff};
use tanlu_model::rows::Band;

use crate::parts::el::{El, button, classed, dynamic, each, el, mark, note, nothing};
use crate::parts::plan::Context;
use crate::parts::plan::choose::named;
use crate::parts::plan::details::{expected, range_field};
use crate::words::{ChangeMsg, text};

/// The prices that matter to this household, each to be changed; closed at first.
pub fn tariffs(context: Context) -> El {
    let Context {
        state, lang, base, ..
    } = context;
    let open = RwSignal::new(false);
    // the fields stay as long as the household takes the same
    let offered = Memo::new(move |_| base.with(|base| tariffs_of(base.today.home())));
    let inside = dynamic(move || {
        if !open.get() {
            return nothing();
        }
        let keys = move || offered.with(|known| known.iter().map(|it| *it as usize).collect());
        let one = move |at: usize| match Tariff::ALL.get(at) {
            Some(tariff) => field(context, *tariff).done(),
            None => nothing(),
        };
        el("div")
            .child(note(text(lang, ChangeMsg::TariffsHelp)))
            .child(classed("div", "strength").view(each(keys, one)))
            .done()
    });
    let own = dynamic(move || {
        if state
            .homes
            .with(|homes| homes.home().plan.prices.is_empty())
        {
            return nothing();
        }
        button("quiet", text(lang, ChangeMsg::TariffsAgain), move || {
            state.replan(|plan| plan.prices.clear());
        })
        .done()
    });
    el("div")
        .child(
            button("line", text(lang, ChangeMsg::Tariffs), move || {
                open.update(|open| *open = !*open);
            })
            .attr("id", "tariffs")
            .attr("aria-expanded", mark(move || open.get())),
        )
        .view(inside)
        .view(own)
}

/// One price: the household's own, else that of the tables.
fn field(context: Context, tariff: Tariff) -> El {
    let Context {
        state, lang, base, ..
    } = context;
    let shown = Signal::derive(move || {
        let own = state.homes.with(|homes| homes.home().plan.price(tariff));
        let table = || {
            let province = base.with(|base| base.today.home().province);
            let row = tariff_row(tariff, province);
            let (low, high) = row.range();
            Band {
                value: row.value(),
                low,
                high,
            }
        };
        expected(lang, own.map_or_else(table, Expected::band))
    });
    let set = move |own: Option<Expected>| {
        state.replan(|plan| {
            plan.prices.retain(|(known, _)| *known != tariff);
            plan.prices.extend(own.map(|own| (tariff, own)));
        });
    };
    let id = ["tariff-", tariff.id()].concat();
    let name = named(lang, &["tariff", tariff.id()]);
    let national = base.with_untracked(|base| {
        let row = tariff_row(tariff, base.today.home().province);
        row.province().is_none()
    });
    let of = if national {
        text(lang, ChangeMsg::National)
    } else {
        ""
    };
    let label = [name, of].concat();
    range_field(lang, id, &label, shown, (0.0, MOST_PRICE), set)
}

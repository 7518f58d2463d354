//! What changes cost, how hard they are and what is taken for granted of them; and the criteria of effort.

use maud::{Markup, html};
use tanlu_model::actions::{ActionId, Chosen, Stage, rests_on_in};
use tanlu_model::rows::{ACTION_FACTS, ActionFacts, Band, CostPer, EFFORT_LEVELS, RowId};
use tanlu_model::{Factors, Household};

use crate::personas::Persona;
use crate::show::{exact, head, range, sources, status, table};
use crate::words::Words;

/// The tables as they are, for spreadsheets.
pub const FILES: [(&str, &str); 2] = [
    (
        "actions.csv",
        include_str!("../../../model/data/actions.csv"),
    ),
    ("effort.csv", include_str!("../../../model/data/effort.csv")),
];

/// So many values are named that an effect rests on.
const MOST: usize = 10;

/// The criteria of effort, and every action in the order in which they apply.
pub fn actions(words: &Words, personas: &[Persona]) -> Markup {
    html! {
        @let factors = Factors::central();
        @let homes: Vec<Household> = personas.iter().map(|it| Household::resolve(&it.answers, &factors)).collect();
        h3 { (words.text("effort_level.title")) }
        (levels(words))
        h3 { (words.text("act.title")) }
        (table("table-actions", words.text("act.caption"), &html! {
            (head(&["action", "effort", "upfront", "life", "running", "known"].map(|column| words.of("act", column))))
            @for stage in Stage::ALL {
                tbody {
                    tr { th scope="rowgroup" colspan="6" { (words.name(&["stage", stage.id()])) } }
                    @for action in ActionId::ALL.iter().filter(|action| action.action().stage == *stage) {
                        @if let Some(facts) = ActionFacts::of(action.id()) { (row(words, facts, &decisive(*action, &homes, &factors))) }
                    }
                }
            }
        }))
        p {
            @for (file, _) in FILES {
                a href=(file) download { (file) } " "
            }
            (words.text("act.files"))
        }
    }
}

/// The values that an action's effect rests on most, in those of some households that can do it.
fn decisive(action: ActionId, homes: &[Household], factors: &Factors) -> Vec<RowId> {
    let mut found = rests_on_in(Chosen::usual(action), homes, factors);
    found.truncate(MOST);
    found
}

fn row(words: &Words, facts: &ActionFacts, rests: &[RowId]) -> Markup {
    let name = |group: &str| words.name(&[group, facts.id]).to_owned();
    html! {
        tr id={ "action-" (facts.id) } {
            th scope="row" {
                (name("action")) " " code { (facts.id) }
                p class="note" { (name("assumes")) }
            }
            td class="number" { (facts.effort) p class="note" { (words.name(&["when", facts.when.id()])) } }
            td class="number" { (yuan(words, facts.upfront, facts.per)) }
            td class="number" { (spread(facts.life)) }
            td class="number" { (yuan(words, facts.running, facts.running_per)) }
            td {
                (status(words, facts.status)) (sources(words.lang, facts.sources))
                p class="note" { (words.of("cost_note", facts.id)) }
                p class="note" {
                    (words.text("act.rests_on"))
                    @for row in rests {
                        @let known = row.row();
                        " " a href={ "#row-" (known.id) } { (words.lang.pick(known.name_zh, known.name_en)) } ";"
                    }
                }
            }
        }
    }
}

/// An amount with its range, and what it is for, unless it is nothing.
fn yuan(words: &Words, band: Band, per: CostPer) -> Markup {
    let nothing = band.low == 0.0 && band.high == 0.0;
    html! {
        (spread(band))
        @if !nothing { p class="note" { (words.of("cost_per", per.id())) } }
    }
}

fn spread(band: Band) -> Markup {
    html! {
        b { (exact(band.value)) }
        @if band.low < band.high { p class="note" { (range(band)) } }
    }
}

/// What each level of effort may ask for.
fn levels(words: &Words) -> Markup {
    let columns = ["level", "means", "count", "known"];
    table(
        "table-effort",
        words.text("effort_level.caption"),
        &html! {
            (head(&columns.map(|column| words.of("effort_level", column))))
            tbody {
                @for level in &EFFORT_LEVELS {
                    @let id = level.effort.to_string();
                    @let most = level.upfront_up_to.map(exact).unwrap_or_default();
                    @let count = ACTION_FACTS.iter().filter(|facts| facts.effort == level.effort).count();
                    tr {
                        th scope="row" { (id) }
                        td { (words.name(&["effort", &id]).replace("{yuan}", &most)) }
                        td class="number" { (count) }
                        td {
                            (status(words, level.status)) (sources(words.lang, level.sources))
                            p class="note" { (words.of("criteria", &id)) }
                        }
                    }
                }
            }
        },
    )
}

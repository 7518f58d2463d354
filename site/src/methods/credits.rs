//! The bibliography, and the words that the owners of data ask for.

use maud::{Markup, html};
use tanlu_model::rows::{RowId, SourceFacts, SourceId};

use crate::lang::Lang;
use crate::show::{head, source_anchor, table};
use crate::words::Words;

/// Every source.
pub fn sources(words: &Words) -> Markup {
    let columns = ["source", "publisher", "year", "licence", "rows"];
    table(
        "table-sources",
        words.text("methods.sources.caption"),
        &html! {
            (head(&columns.map(|column| words.of("source_column", column))))
            tbody {
                @for source in SourceId::all() {
                    @let facts = source.facts();
                    tr id=(source_anchor(source)) {
                        th scope="row" {
                            (title(words.lang, facts)) " " code { (facts.id) }
                            @if !facts.url_note.is_empty() { p class="note" lang="en" { (facts.url_note) } }
                        }
                        td { (facts.publisher) }
                        td { (facts.year) }
                        td { (words.of("licence", facts.licence)) }
                        td class="number" { (rows_of(source)) }
                    }
                }
            }
        },
    )
}

/// A source's title, linked where it has an address.
fn title(lang: Lang, facts: &SourceFacts) -> Markup {
    let title = lang.pick(facts.title_zh, facts.title_en);
    html! {
        @if facts.url.is_empty() { (title) } @else { a href=(facts.url) rel="noreferrer" { (title) } }
    }
}

/// How many rows cite a source.
fn rows_of(source: SourceId) -> usize {
    RowId::all()
        .filter(|row| row.row().sources.contains(&source))
        .count()
}

/// Licences under which the data of others stand here, and not facts alone.
const OPEN: [&str; 4] = ["CC", "Open Government", "MIT", "licence not"];

/// What the owners of data want to be said.
pub fn credits(words: &Words) -> Markup {
    let open = |source: &SourceId| {
        OPEN.iter()
            .any(|begin| source.facts().licence.starts_with(begin))
    };
    html! {
        ul class="list" {
            @for source in SourceId::all().filter(open) {
                @let facts = source.facts();
                li {
                    (title(words.lang, facts)) " — " (facts.publisher)
                    (words.text("credit.licence_join")) (words.of("licence", facts.licence))
                    @if let Some(asked) = asked(facts.id) { br; strong { (words.of("credit", asked)) } }
                }
            }
        }
    }
}

/// The words that a source's licence asks for.
fn asked(source: &str) -> Option<&'static str> {
    Some(match source {
        "S_CEDA2024" => "ceda",
        "S_DEFRA2025" => "defra",
        "S_EMBER" => "ember",
        "S_OWID_PN" => "owid",
        "S_GCB2024" => "gcb",
        "S_TERRA" => "terralytiq",
        "S_CARBONCAT" => "carbon_catalogue",
        _ => return None,
    })
}

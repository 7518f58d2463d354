//! Why an answer or a file is refused, in words.
use tanlu_model::QuestionId;
use tanlu_model::file::{Allowed, FORMATS, Found, Refusal, symbols};
use tanlu_model::plan::PLANNED;

use crate::browser::number::shortest;
use crate::lang::Lang;
use crate::parts::show;
use crate::words::{Msg, fill, name, text};

/// A refusal of what was entered in the field of this key.
pub fn beside(lang: Lang, key: &str, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotAllowed {
            key: at, allowed, ..
        } if at == key => allowed_here(lang, *allowed),
        other => of_file(lang, other),
    }
}

/// A refusal of a file, naming the key.
pub fn of_file(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotJson { line, column } => {
            let place = [
                ("line", &*show::count(lang, *line)),
                ("column", &show::count(lang, *column)),
            ];
            fill(lang, Msg::FileNotJson, &place)
        }
        Refusal::NoObject(_) => text(lang, Msg::FileForeign).to_owned(),
        Refusal::TooLarge => text(lang, Msg::FileTooLarge).to_owned(),
        Refusal::Twice(key) => fill(lang, Msg::FileTwice, &[("key", key)]),
        Refusal::UnknownKey { key, known } => {
            let ids = known.ids().join(text(lang, Msg::ListComma));
            let msg = if ids.is_empty() {
                Msg::FileUnknownKey
            } else {
                Msg::FileUnknownKeyOf
            };
            fill(lang, msg, &[("key", key), ("allowed", &ids)])
        }
        Refusal::Conflict { key, other } => {
            fill(lang, Msg::FileConflict, &[("key", key), ("other", other)])
        }
        Refusal::MissingKey(key) => fill(lang, Msg::FileMissingKey, &[("key", key)]),
        Refusal::Newer(format) => fill(
            lang,
            Msg::FileNewer,
            &[("format", &show::typed(lang, *format))],
        ),
        Refusal::NotAllowed {
            key,
            found,
            allowed,
        } => {
            let key = match QuestionId::from_id(key) {
                Some(question) => show::label(lang, question),
                None => key,
            };
            let found = match found {
                Found::Kind(kind) => name(lang, &["json", kind.id()]).to_owned(),
                Found::Number(year) if *allowed == Allowed::Years => shortest(*year),
                Found::Number(number) => show::typed(lang, *number),
                Found::Text(text) => ["“", text, "”"].concat(),
                Found::Items(items) => show::count(lang, *items),
            };
            let allowed = allowed_here(lang, *allowed);
            fill(
                lang,
                Msg::FileValue,
                &[("key", key), ("found", &found), ("allowed", &allowed)],
            )
        }
    }
}

/// What is allowed, as a sentence.
fn allowed_here(lang: Lang, allowed: Allowed) -> String {
    let one_of = |ids: &str| fill(lang, Msg::ErrorOneOf, &[("allowed", ids)]);
    match allowed {
        Allowed::Kind(kind) => one_of(name(lang, &["json", kind.id()])),
        Allowed::Formats => {
            let known = FORMATS.map(|format| show::typed(lang, f64::from(format)));
            one_of(&known.collect::<Vec<_>>().join(", "))
        }
        Allowed::Options(options) => one_of(&options.join(", ")),
        Allowed::Units(units) => one_of(&symbols(units)),
        Allowed::Amount(units) => fill(lang, Msg::ErrorAmount, &[("units", &symbols(units))]),
        Allowed::Items(most) => fill(
            lang,
            Msg::MostItems,
            &[("number", &show::count(lang, most))],
        ),
        Allowed::Actions => text(lang, Msg::ErrorAction).to_owned(),
        Allowed::Years => {
            let (first, last) = (PLANNED.start().to_string(), PLANNED.end().to_string());
            fill(lang, Msg::ErrorYear, &[("first", &first), ("last", &last)])
        }
        Allowed::Between { low, high } => {
            let values = [
                ("low", &*show::typed(lang, low)),
                ("high", &*show::typed(lang, high)),
                ("unit", ""),
            ];
            fill(lang, Msg::ErrorRange, &values)
        }
        Allowed::Whole => text(lang, Msg::ErrorWhole).to_owned(),
        Allowed::Range { low, high, unit } => {
            let values = [
                ("low", &*show::typed(lang, low)),
                ("high", &*show::typed(lang, high)),
                ("unit", show::unit(lang, unit)),
            ];
            fill(lang, Msg::ErrorRange, &values)
        }
    }
}

//! The bibliography.

use super::{SOURCE_TERMS, SOURCES};

/// One entry of the bibliography.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The id in the table.
    pub id: &'static str,
    /// Chinese title.
    pub title_zh: &'static str,
    /// English title.
    pub title_en: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// When.
    pub year: u16,
    /// Web address, or empty.
    pub url: &'static str,
}

/// The place of a source in the bibliography.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub(super) u8);

impl SourceId {
    /// The source.
    pub fn source(self) -> &'static Source {
        SOURCES.get(self.0 as usize).unwrap_or(&SOURCES[0])
    }

    /// Every source.
    pub fn all() -> impl Iterator<Item = SourceId> {
        (0..SOURCES.len()).map(|index| SourceId(index as u8))
    }

    /// Under which terms it is used. Only the command line and the methods page ask.
    pub fn licence(self) -> &'static str {
        SOURCE_TERMS
            .get(self.0 as usize)
            .map_or("", |terms| terms.0)
    }

    /// What else to know of its address. Only the command line and the methods page ask.
    pub fn url_note(self) -> &'static str {
        SOURCE_TERMS
            .get(self.0 as usize)
            .map_or("", |terms| terms.1)
    }
}

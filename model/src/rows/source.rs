//! The bibliography.

use super::{MORE_SOURCES, SOURCE_FACTS, SOURCES};

/// What is shown of a source beside a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Chinese title.
    pub title_zh: &'static str,
    /// English title.
    pub title_en: &'static str,
    /// Web address, or empty.
    pub url: &'static str,
}

/// One entry of the bibliography. Only the command line and the methods page ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceFacts {
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
    /// Under which terms it is used.
    pub licence: &'static str,
    /// What else to know of its address.
    pub url_note: &'static str,
}

/// The place of a source in the bibliography.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub(super) u8);

impl SourceId {
    /// The source, if it is the main one of a row or of a line per person.
    pub fn source(self) -> Option<&'static Source> {
        SOURCES.get(self.0 as usize)
    }

    /// The source, if workings show it: the main one of a row, or the first that can be looked up of a row, a
    /// number of a province or a share of households.
    pub fn in_workings(self) -> Option<&'static Source> {
        let after = || MORE_SOURCES.get((self.0 as usize).checked_sub(SOURCES.len())?);
        self.source().or_else(after)
    }

    /// The first of some sources that can be looked up, where workings show it.
    pub fn first_public(sources: &[SourceId]) -> Option<&'static Source> {
        let mut shown = sources.iter().filter_map(|source| source.in_workings());
        shown.find(|source| !source.url.is_empty())
    }

    /// Every source.
    pub fn all() -> impl Iterator<Item = SourceId> {
        (0..SOURCE_FACTS.len()).map(|index| SourceId(index as u8))
    }

    /// All that is known of it.
    pub fn facts(self) -> &'static SourceFacts {
        SOURCE_FACTS
            .get(self.0 as usize)
            .unwrap_or(&SOURCE_FACTS[0])
    }
}

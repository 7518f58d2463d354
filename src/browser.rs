//! The door to the browser: everything here may be refused, and nothing here panics.

pub mod document;
pub mod intl;
pub mod language;
pub mod storage;

//! The door to the browser: everything here may be refused, and nothing here panics.

pub mod address;
pub mod clock;
pub mod document;
pub mod files;
pub mod focus;
pub mod intl;
pub mod language;
pub mod number;
pub mod storage;
pub mod turn;

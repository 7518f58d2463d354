//! Tanlu's household carbon model.

pub mod rows;

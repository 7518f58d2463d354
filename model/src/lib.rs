//! Tanlu's household carbon model.

//! The default of every question: what follows from what is known about the household.
//!
//! A default is a value that a real household may have where the question is about things one
//! has or has not, and the mean of the tables where it is an amount.

pub mod food;
pub mod goods;
pub mod home;
pub mod household;
pub mod services;
pub mod travel;

/// Defaults that are one row of the tables, times what turns it into the question's unit.
macro_rules! from_rows {
    ($($(#[$meta:meta])* $name:ident = $row:ident $(* $by:expr)?;)*) => {$(
        #[doc = concat!("From row `", stringify!($row), "`.")]
        $(#[$meta])*
        pub fn $name(_: &crate::catalogue::Household, factors: &crate::factors::Factors) -> f64 {
            factors.value(crate::rows::id::$row) $(* $by)?
        }
    )*};
}
pub(crate) use from_rows;

/// Whole-number defaults: the row's mean, rounded.
macro_rules! counts_from_rows {
    ($($name:ident = $row:ident;)*) => {$(
        #[doc = concat!("From row `", stringify!($row), "`, rounded to a whole number.")]
        pub fn $name(_: &crate::catalogue::Household, factors: &crate::factors::Factors) -> f64 {
            factors.value(crate::rows::id::$row).round()
        }
    )*};
}
pub(crate) use counts_from_rows;

//! What a question is: whom it asks, what kind of answer it takes, and within what bounds.

use crate::unit::{AnswerUnit, UnitChoice};

/// Part of life that a question or a footprint line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Domain {
    /// Energy, water and waste of the home.
    Home,
    /// Getting around.
    Travel,
    /// Eating and drinking.
    Food,
    /// Things bought, and their manufacture.
    Goods,
    /// Services and leisure.
    Services,
    /// Building the dwelling, spread over its life.
    Dwelling,
    /// Each resident's equal share of public services.
    PublicServices,
}

impl Domain {
    /// Every domain, in the order in which it is shown.
    pub const ALL: &'static [Domain] = &[
        Domain::Home,
        Domain::Travel,
        Domain::Food,
        Domain::Goods,
        Domain::Services,
        Domain::Dwelling,
        Domain::PublicServices,
    ];

    /// The domains of household consumption: all but public services.
    pub const CONSUMPTION: &'static [Domain] = match Domain::ALL.split_last() {
        Some((Domain::PublicServices, consumption)) => consumption,
        _ => unreachable!(),
    };

    /// The domain's id in files, messages and CSS.
    pub const fn id(self) -> &'static str {
        match self {
            Domain::Home => "home",
            Domain::Travel => "travel",
            Domain::Food => "food",
            Domain::Goods => "goods",
            Domain::Services => "services",
            Domain::Dwelling => "dwelling",
            Domain::PublicServices => "public_services",
        }
    }
}

/// Whom a question asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// The person who answers.
    You,
    /// The whole household.
    Household,
}

impl Asks {
    /// `you` or `household`.
    pub const fn id(self) -> &'static str {
        match self {
            Asks::You => "you",
            Asks::Household => "household",
        }
    }
}

/// A number question: its units, the default unit first, and the bounds in the default unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NumberKind {
    /// Accepted units; the first is the default.
    pub units: &'static [UnitChoice],
    /// Smallest allowed amount, in the default unit.
    pub low: f64,
    /// Largest allowed amount, in the default unit.
    pub high: f64,
    /// Whether only whole numbers make sense.
    pub whole: bool,
}

impl NumberKind {
    /// The default unit, in which bounds are given and bare numbers are read.
    pub fn unit(&self) -> AnswerUnit {
        self.units
            .first()
            .map_or(AnswerUnit::Item, |choice| choice.unit)
    }

    /// The choice of a unit, if the question accepts it.
    pub fn choice(&self, unit: AnswerUnit) -> Option<UnitChoice> {
        self.units
            .iter()
            .copied()
            .find(|choice| choice.unit == unit)
    }
}

/// One field of the items of a list question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    /// The field's key in the answers file.
    pub id: &'static str,
    /// What it takes.
    pub kind: FieldKind,
}

/// What a field of a list item takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FieldKind {
    /// One of these option ids.
    Choice(&'static [&'static str]),
    /// A number.
    Number(NumberKind),
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// One of these option ids.
    Choice(&'static [&'static str]),
    /// A number.
    Number(NumberKind),
    /// Any number of items up to the limit, each with these fields.
    List {
        /// The fields of an item.
        fields: &'static [Field],
        /// Most items allowed.
        most: usize,
    },
}

impl Kind {
    /// `choice`, `number` or `list`.
    pub const fn id(&self) -> &'static str {
        match self {
            Kind::Choice(_) => "choice",
            Kind::Number(_) => "number",
            Kind::List { .. } => "list",
        }
    }
}

/// A number between bounds, given in the first of the units.
pub const fn number(units: &'static [UnitChoice], low: f64, high: f64) -> Kind {
    Kind::Number(amount(units, low, high))
}

/// A whole number between bounds.
pub const fn count(units: &'static [UnitChoice], low: f64, high: f64) -> Kind {
    Kind::Number(NumberKind {
        units,
        low,
        high,
        whole: true,
    })
}

/// The number kind of a field or question.
pub const fn amount(units: &'static [UnitChoice], low: f64, high: f64) -> NumberKind {
    NumberKind {
        units,
        low,
        high,
        whole: false,
    }
}

//! A footprint line: a quantity, the factors it is multiplied with, and how the quantity follows
//! from the answers.

use crate::catalogue::QuestionId;
use crate::factors::Factors;
use crate::question::Domain;
use crate::rows::{GasClassId, ProvinceQuantity, RowId};

use super::LineId;
use super::working::{Log, Told, Working};

/// Who decides a line's quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The household.
    You,
    /// Government and industry.
    System,
}

impl Who {
    /// Both.
    pub const ALL: [Who; 2] = [Who::You, Who::System];

    /// `you` or `system`.
    pub const fn id(self) -> &'static str {
        match self {
            Who::You => "you",
            Who::System => "system",
        }
    }
}

/// Which gases kilograms count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gas {
    /// All gases, as CO2 equivalents.
    Co2e,
    /// CO2 alone.
    Co2,
    /// CO2 emitted in China.
    Co2Territorial,
}

impl Gas {
    /// Every choice.
    pub const ALL: &'static [Gas] = &[Gas::Co2e, Gas::Co2, Gas::Co2Territorial];

    /// The gas as written on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Gas::Co2e => "co2e",
            Gas::Co2 => "co2",
            Gas::Co2Territorial => "co2-territorial",
        }
    }
}

/// Where an operand of a formula comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Origin {
    /// The household's or the answerer's value of a question: the answer, or its default.
    Answer(QuestionId),
    /// A field of an item of a list that answers a question: its answer, or its default.
    Item(QuestionId, &'static str),
    /// The average adult's value of a question.
    OtherAdult(QuestionId),
    /// A researched value.
    Row(RowId),
    /// People of the household.
    Members,
    /// Adults besides the one who answers.
    OtherAdults,
    /// Children.
    Children,
    /// What end uses come to by their estimates: all of a meter together, or, taken off, the others.
    EndUse,
    /// The heating degree days of the household's province.
    HeatingDegreeDays,
    /// The cooling degree days of the household's province.
    CoolingDegreeDays,
    /// The heating degree days of the province whose winter the tables' heat is of.
    Reference,
    /// A count from the definition of units, such as the weeks of a year.
    Unit,
}

impl Origin {
    /// The origins that are no question and no row.
    pub const PLAIN: [Origin; 8] = [
        Origin::Members,
        Origin::OtherAdults,
        Origin::Children,
        Origin::EndUse,
        Origin::HeatingDegreeDays,
        Origin::CoolingDegreeDays,
        Origin::Reference,
        Origin::Unit,
    ];

    /// The origin as written in files: a question's, field's or row's id, or a word.
    pub fn id(self) -> &'static str {
        match self {
            Origin::Answer(question) | Origin::OtherAdult(question) => question.id(),
            Origin::Item(_, field) => field,
            Origin::Row(row) => row.id(),
            Origin::HeatingDegreeDays => "hdd18",
            Origin::CoolingDegreeDays => "cdd26",
            Origin::Reference => "reference",
            Origin::Members => "members",
            Origin::OtherAdults => "other_adults",
            Origin::Children => "children",
            Origin::EndUse => "end_use",
            Origin::Unit => "unit",
        }
    }

    /// The number of a province that it is.
    pub const fn of_province(self) -> Option<ProvinceQuantity> {
        match self {
            Origin::HeatingDegreeDays => Some(ProvinceQuantity::Hdd18),
            Origin::CoolingDegreeDays => Some(ProvinceQuantity::Cdd26),
            _ => None,
        }
    }

    /// Whether it names an answer, or the default in place of one.
    pub const fn is_answer(self) -> bool {
        matches!(
            self,
            Origin::Answer(_) | Origin::Item(..) | Origin::OtherAdult(_)
        )
    }

    /// What kind of origin it is; of a field the question whose list it is of.
    pub const fn kind(self) -> &'static str {
        match self {
            Origin::Answer(_) => "answer",
            Origin::Item(question, _) => question.id(),
            Origin::HeatingDegreeDays | Origin::CoolingDegreeDays | Origin::Reference => "province",
            Origin::OtherAdult(_) => "other_adult",
            Origin::Row(_) => "row",
            Origin::Members | Origin::OtherAdults | Origin::Children => "people",
            Origin::EndUse => "end_use",
            Origin::Unit => "unit",
        }
    }
}

/// What an operand does to the amount before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Begins a new product, which is added.
    Plus,
    /// Multiplies the product.
    Times,
    /// Divides the product.
    Over,
}

impl Operation {
    /// `+`, `*` or `/`.
    pub const fn symbol(self) -> &'static str {
        match self {
            Operation::Plus => "+",
            Operation::Times => "*",
            Operation::Over => "/",
        }
    }
}

/// One step of a formula.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Operand {
    /// What it does.
    pub operation: Operation,
    /// Where the value comes from.
    pub origin: Origin,
    /// The value.
    pub value: f64,
}

/// An amount that knows how it came about: a sum of products, computed as it is written down.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount<W: Working = Told> {
    /// The amount.
    pub value: f64,
    /// The steps that lead to it.
    pub formula: W::Steps,
    done: f64,
    product: f64,
}

impl<W: Working> Amount<W> {
    /// Nothing.
    pub fn zero() -> Amount<W> {
        Amount {
            value: 0.0,
            formula: Log::nothing(),
            done: 0.0,
            product: 0.0,
        }
    }

    /// A product that begins with this value.
    pub fn of(origin: Origin, value: f64) -> Amount<W> {
        Amount::zero().plus(origin, value)
    }

    /// The household's value of a number question.
    pub fn answer(question: QuestionId, value: f64) -> Amount<W> {
        Amount::of(Origin::Answer(question), value)
    }

    fn step(mut self, operation: Operation, origin: Origin, value: f64) -> Amount<W> {
        self.formula.put(Operand {
            operation,
            origin,
            value,
        });
        self.value = self.done + self.product;
        self
    }

    /// Begins another product, which is added.
    pub fn plus(mut self, origin: Origin, value: f64) -> Amount<W> {
        self.done += self.product;
        self.product = value;
        self.step(Operation::Plus, origin, value)
    }

    /// Adds another amount.
    pub fn and(mut self, other: Amount<W>) -> Amount<W> {
        self.done += self.product;
        self.product = other.value;
        self.formula.append(other.formula);
        self.value = self.done + self.product;
        self
    }

    /// Multiplies the present product.
    pub fn times(mut self, origin: Origin, value: f64) -> Amount<W> {
        self.product *= value;
        self.step(Operation::Times, origin, value)
    }

    /// Divides the present product.
    pub fn over(mut self, origin: Origin, value: f64) -> Amount<W> {
        self.product /= value;
        self.step(Operation::Over, origin, value)
    }

    /// Multiplies every product of the sum.
    pub fn scale(self, origin: Origin, by: f64) -> Amount<W> {
        let scaled = |product| product * by;
        self.every(Operation::Times, origin, by, scaled)
    }

    /// Divides every product of the sum.
    pub fn scale_over(self, origin: Origin, by: f64) -> Amount<W> {
        let scaled = |product| product / by;
        self.every(Operation::Over, origin, by, scaled)
    }

    fn every(
        mut self,
        operation: Operation,
        origin: Origin,
        value: f64,
        scaled: impl Fn(f64) -> f64,
    ) -> Amount<W> {
        let step = Operand {
            operation,
            origin,
            value,
        };
        self.formula = W::scaled(self.formula, step);
        self.done = scaled(self.done);
        self.product = scaled(self.product);
        self.value = self.done + self.product;
        self
    }

    /// Multiplies the present product by a researched value.
    pub fn times_row(self, row: RowId, factors: &Factors) -> Amount<W> {
        self.times(Origin::Row(row), factors.value(row))
    }

    /// Divides the present product by a researched value.
    pub fn over_row(self, row: RowId, factors: &Factors) -> Amount<W> {
        self.over(Origin::Row(row), factors.value(row))
    }

    /// Multiplies the present product by a count from the definition of units.
    pub fn times_unit(self, value: f64) -> Amount<W> {
        self.times(Origin::Unit, value)
    }
}

/// What one factor contributes to a line, kg a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The factor's row.
    pub factor: RowId,
    /// The factor's value, in the row's unit.
    pub value: f64,
    /// kg CO2e.
    pub kg: f64,
    /// kg of CO2 alone.
    pub kg_co2: f64,
    /// kg of CO2 emitted in China.
    pub kg_co2_territorial: f64,
}

impl Part {
    /// Kilograms of a gas.
    pub fn kg_of(&self, gas: Gas) -> f64 {
        match gas {
            Gas::Co2e => self.kg,
            Gas::Co2 => self.kg_co2,
            Gas::Co2Territorial => self.kg_co2_territorial,
        }
    }
}

/// One line of a footprint.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<W: Working = Told> {
    /// Which line.
    pub id: LineId,
    /// The quantity a year, in the line's unit, and how it follows from the answers.
    pub quantity: Amount<W>,
    /// What each factor contributes.
    pub parts: W::Parts,
    /// kg CO2e a year of the household.
    pub kg: f64,
    /// kg CO2 a year.
    pub kg_co2: f64,
    /// kg CO2 a year emitted in China.
    pub kg_co2_territorial: f64,
    /// The share of the person who answers, 0 to 1.
    pub mine: f64,
}

impl<W: Working> Line<W> {
    /// The line of a quantity, of which the answerer has this share (0 to 1).
    pub fn new(id: LineId, quantity: Amount<W>, my_share: f64) -> Line<W> {
        Line {
            id,
            quantity,
            parts: Log::nothing(),
            kg: 0.0,
            kg_co2: 0.0,
            kg_co2_territorial: 0.0,
            mine: my_share,
        }
    }

    /// Multiplies the quantity with a factor, counted in kg CO2e.
    pub fn factor(self, row: RowId, factors: &Factors) -> Line<W> {
        self.scaled_factor(row, 1.0, factors)
    }

    /// A factor of what is not emitted, against the factors before it.
    pub fn less(self, row: RowId, factors: &Factors) -> Line<W> {
        self.part(row, -factors.value(row), 1.0)
    }

    /// A factor given per tonne: `scale` kilograms to the factor's unit of mass.
    #[inline]
    pub fn scaled_factor(self, row: RowId, scale: f64, factors: &Factors) -> Line<W> {
        self.part(row, factors.value(row), scale)
    }

    fn part(mut self, row: RowId, value: f64, scale: f64) -> Line<W> {
        let emitted = self.quantity.value * value * scale;
        let part = match row.gas() {
            // the CO2 of electricity is the official factor's, and no part of its CO2e
            Some(GasClassId::ElectricityCo2) => Part {
                factor: row,
                value,
                kg: 0.0,
                kg_co2: emitted,
                kg_co2_territorial: emitted,
            },
            Some(class) => {
                let class = class.class();
                let kg_co2 = emitted * class.co2;
                Part {
                    factor: row,
                    value,
                    kg: emitted,
                    kg_co2,
                    kg_co2_territorial: kg_co2 * class.domestic,
                }
            }
            None => Part {
                factor: row,
                value,
                kg: emitted,
                kg_co2: 0.0,
                kg_co2_territorial: 0.0,
            },
        };
        self.kg += part.kg;
        self.kg_co2 += part.kg_co2;
        self.kg_co2_territorial += part.kg_co2_territorial;
        self.parts.put(part);
        self
    }

    /// The answerer's part, kg CO2e a year.
    pub fn my_kg(&self) -> f64 {
        self.kg * self.mine
    }

    /// Kilograms of a gas.
    pub fn kg_of(&self, gas: Gas) -> f64 {
        match gas {
            Gas::Co2e => self.kg,
            Gas::Co2 => self.kg_co2,
            Gas::Co2Territorial => self.kg_co2_territorial,
        }
    }

    /// The part of life that it belongs to.
    pub fn domain(&self) -> Domain {
        self.id.domain()
    }
}

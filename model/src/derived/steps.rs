//! A number that keeps the steps by which it was computed.

use std::ops::{Add, Div, Mul, Sub};

use super::{Number, Source, Term, unit};
use crate::footprint::{Amount, Operation, Told};
use crate::uncertainty::normal;

/// What a step does to what stands before it: products before sums, as everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// Begins a product that is added.
    Plus,
    /// Begins a product that is taken off.
    Minus,
    /// Multiplies the product.
    Times,
    /// Divides the product.
    Over,
}

/// What is made of a number other than by counting with another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Function {
    /// To a whole number.
    Rounded,
    /// Not below this, which it was.
    AtLeast(f64),
    /// Not above this, which it was.
    AtMost(f64),
    /// e to its power.
    Exp,
    /// Its natural logarithm.
    Ln,
    /// The share of a standard normal distribution below it.
    Below,
}

/// One step of a formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it does.
    pub does: Does,
    /// With what.
    pub with: Derived,
}

/// How a number came about.
#[derive(Debug, Clone, PartialEq)]
pub enum How {
    /// It is a number of the formula itself.
    Plain,
    /// It was looked up.
    From(Source),
    /// A sum of products, in the order in which it is computed.
    Chain(Vec<Step>),
    /// What a function makes of another.
    Of(Function, Box<Derived>),
    /// A part that has a name.
    Named(Term, Box<Derived>),
}

/// A number that knows how it came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// The number.
    pub value: f64,
    /// How it came about.
    pub how: How,
}

impl Derived {
    /// The steps of a sum of products; any other number is one step.
    fn steps(self) -> Vec<Step> {
        match self.how {
            How::Chain(steps) => steps,
            _ => vec![Step {
                does: Does::Plus,
                with: self,
            }],
        }
    }

    /// Whether no value of the tables and nothing of the household stands behind it.
    pub fn is_plain(&self) -> bool {
        self.how == How::Plain
    }

    fn is_nothing(&self) -> bool {
        matches!(&self.how, How::Chain(steps) if steps.is_empty())
    }

    fn is_product(&self) -> bool {
        match &self.how {
            How::Chain(steps) => {
                let mut after = steps.iter().skip(1);
                let first = steps.first();
                first.is_none_or(|step| step.does == Does::Plus)
                    && after.all(|step| matches!(step.does, Does::Times | Does::Over))
            }
            _ => true,
        }
    }

    /// What counts as one step: a sum stands in brackets.
    fn product(self) -> Vec<Step> {
        if self.is_product() {
            self.steps()
        } else {
            vec![Step {
                does: Does::Plus,
                with: self,
            }]
        }
    }

    fn joined(self, does: Does, other: Derived, value: f64) -> Derived {
        let sums = matches!(does, Does::Plus | Does::Minus);
        if sums && other.is_nothing() {
            return self;
        }
        let mut steps = if sums { self.steps() } else { self.product() };
        let other = match does {
            // what is added may be a sum itself
            Does::Plus => other.steps(),
            _ => other.product(),
        };
        for (at, mut step) in other.into_iter().enumerate() {
            step.does = match (at, does, step.does) {
                (0, ..) => does,
                // to divide by a quotient multiplies by what that divides by
                (_, Does::Over, Does::Times) => Does::Over,
                (_, Does::Over, Does::Over) => Does::Times,
                (_, _, own) => own,
            };
            steps.push(step);
        }
        let how = How::Chain(steps);
        Derived { value, how }
    }

    fn through(self, function: Function, value: f64) -> Derived {
        let how = How::Of(function, Box::new(self));
        Derived { value, how }
    }

    /// All that is looked up with its values, in the order in which it is taken.
    pub fn sources(&self) -> Vec<(Source, f64)> {
        match &self.how {
            How::Plain => Vec::new(),
            How::From(source) => vec![(*source, self.value)],
            How::Of(_, inner) | How::Named(_, inner) => inner.sources(),
            How::Chain(steps) => steps.iter().flat_map(|step| step.with.sources()).collect(),
        }
    }

    /// Computes the number anew from what was looked up, by the steps alone: what a reader does by hand.
    pub fn by_hand(&self) -> f64 {
        match &self.how {
            How::Plain | How::From(_) => self.value,
            How::Named(_, inner) => inner.by_hand(),
            How::Of(function, inner) => {
                let inner = inner.by_hand();
                match function {
                    Function::Rounded => inner.round(),
                    Function::AtLeast(least) => inner.max(*least),
                    Function::AtMost(most) => inner.min(*most),
                    Function::Exp => libm::exp(inner),
                    Function::Ln => libm::log(inner),
                    Function::Below => normal::below(inner),
                }
            }
            How::Chain(steps) => {
                let (mut sum, mut product) = (0.0, 0.0);
                for step in steps {
                    let with = step.with.by_hand();
                    match step.does {
                        Does::Plus | Does::Minus => {
                            sum += product;
                            product = if step.does == Does::Plus { with } else { -with };
                        }
                        Does::Times => product *= with,
                        Does::Over => product /= with,
                    }
                }
                sum + product
            }
        }
    }
}

impl Number for Derived {
    type Working = Told;

    fn of(source: Source, value: f64) -> Derived {
        let how = How::From(source);
        Derived { value, how }
    }

    fn plain(value: f64) -> Derived {
        let how = How::Plain;
        Derived { value, how }
    }

    fn amount(amount: Amount<Told>) -> Derived {
        let steps = amount.formula.into_iter().map(|operand| Step {
            does: match operand.operation {
                Operation::Plus => Does::Plus,
                Operation::Times => Does::Times,
                Operation::Over => Does::Over,
            },
            with: Derived::of(Source::Of(operand.origin), operand.value),
        });
        Derived {
            value: amount.value,
            how: How::Chain(steps.collect()),
        }
    }

    fn converted(self, times: f64, over: f64) -> Derived {
        let value = self.value * (times / over);
        let mut steps = self.product();
        for (does, by) in [(Does::Times, times), (Does::Over, over)] {
            if by != 1.0 {
                let with = unit(by);
                steps.push(Step { does, with });
            }
        }
        let how = How::Chain(steps);
        Derived { value, how }
    }

    fn value(&self) -> f64 {
        self.value
    }

    fn named(self, term: Term) -> Derived {
        if self.is_nothing() {
            return self;
        }
        Derived {
            value: self.value,
            how: How::Named(term, Box::new(self)),
        }
    }

    fn rounded(self) -> Derived {
        let value = self.value.round();
        self.through(Function::Rounded, value)
    }

    fn at_least(self, least: f64) -> Derived {
        if self.value >= least {
            self
        } else {
            self.through(Function::AtLeast(least), least)
        }
    }

    fn at_most(self, most: f64) -> Derived {
        if self.value <= most {
            self
        } else {
            self.through(Function::AtMost(most), most)
        }
    }

    fn exp(self) -> Derived {
        let value = libm::exp(self.value);
        self.through(Function::Exp, value)
    }

    fn ln(self) -> Derived {
        let value = libm::log(self.value);
        self.through(Function::Ln, value)
    }

    fn below(self) -> Derived {
        let value = normal::below(self.value);
        self.through(Function::Below, value)
    }
}

impl Add for Derived {
    type Output = Derived;

    fn add(self, other: Derived) -> Derived {
        let value = self.value + other.value;
        if self.is_nothing() {
            return other;
        }
        self.joined(Does::Plus, other, value)
    }
}

impl Sub for Derived {
    type Output = Derived;

    fn sub(self, other: Derived) -> Derived {
        let value = self.value - other.value;
        self.joined(Does::Minus, other, value)
    }
}

impl Mul for Derived {
    type Output = Derived;

    fn mul(self, other: Derived) -> Derived {
        let value = self.value * other.value;
        self.joined(Does::Times, other, value)
    }
}

impl Div for Derived {
    type Output = Derived;

    fn div(self, other: Derived) -> Derived {
        let value = self.value / other.value;
        self.joined(Does::Over, other, value)
    }
}

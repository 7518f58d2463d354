//! Typed access to the fields of a record. A bad field is reported once and replaced by a
//! neutral value, so that the rest of the record is still checked.

use super::csv::{Record, Table};
use super::{Place, Problem};

/// The years a value may be of.
pub const PLAUSIBLE_YEARS: std::ops::RangeInclusive<u16> = 1990..=2027;
/// No review is asked for before this day.
pub const FIRST_REVIEW: &str = "2027-01-01";
/// Nor later than this.
pub const LAST_REVIEW: &str = "2040-12-31";

/// The fields of one record.
pub struct Fields<'a> {
    table: &'a Table,
    record: &'a Record,
    problems: &'a mut Vec<Problem>,
}

/// Checks that a table has exactly these columns, in any order; false if it has not.
pub fn has_columns(table: &Table, columns: &[&str], problems: &mut Vec<Problem>) -> bool {
    let place = Place {
        file: table.file.clone(),
        line: 1,
    };
    let before = problems.len();
    for column in columns {
        match table.header.iter().filter(|name| name == column).count() {
            0 => problems.push(place.problem(column, "missing column")),
            1 => {}
            _ => problems.push(place.problem(column, "the column stands twice")),
        }
    }
    for name in &table.header {
        if !columns.contains(&name.as_str()) {
            problems.push(place.problem(name, "unknown column"));
        }
    }
    before == problems.len()
}

impl<'a> Fields<'a> {
    /// The fields of `record`, problems going to `problems`.
    pub fn new(table: &'a Table, record: &'a Record, problems: &'a mut Vec<Problem>) -> Self {
        Fields {
            table,
            record,
            problems,
        }
    }

    /// Where the record stands.
    pub fn place(&self) -> Place {
        Place {
            file: self.table.file.clone(),
            line: self.record.line,
        }
    }

    /// Whether the table has this column.
    pub fn has(&self, column: &str) -> bool {
        self.table.header.iter().any(|name| name == column)
    }

    /// Reports a problem of one column.
    pub fn problem(&mut self, column: &str, reason: impl Into<String>) {
        let problem = self.place().problem(column, reason);
        self.problems.push(problem);
    }

    /// The text of a field, which may be empty.
    pub fn optional(&mut self, column: &str) -> String {
        let index = self.table.header.iter().position(|name| name == column);
        let field = index.and_then(|index| self.record.fields.get(index));
        let text = field.cloned().unwrap_or_default();
        if text.trim() != text {
            self.problem(column, "blanks before or after the text");
        }
        text.trim().to_owned()
    }

    /// The text of a field that must not be empty.
    pub fn text(&mut self, column: &str) -> String {
        let text = self.optional(column);
        if text.is_empty() {
            self.problem(column, "missing");
        }
        text
    }

    /// One of a list of words.
    pub fn word(&mut self, column: &str, known: &[&str]) -> String {
        let text = self.text(column);
        if !text.is_empty() && !known.contains(&text.as_str()) {
            self.problem(
                column,
                format!("unknown {column} {text:?}; known: {}", known.join(", ")),
            );
        }
        text
    }

    /// Some of a list of words, separated by semicolons, each once; may be empty.
    pub fn words(&mut self, column: &str, known: &[&str]) -> Vec<String> {
        let text = self.optional(column);
        let words = text.split(';').filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(str::to_owned).collect();
        for (index, word) in words.iter().enumerate() {
            if !known.contains(&word.as_str()) {
                let known = known.join(", ");
                self.problem(column, format!("unknown {word:?}; known: {known}"));
            } else if words.iter().take(index).any(|other| other == word) {
                self.problem(column, format!("{word:?} stands twice"));
            }
        }
        words
    }

    /// A yes or no, written 1 or 0.
    pub fn flag(&mut self, column: &str) -> bool {
        self.word(column, &["0", "1"]) == "1"
    }

    /// A finite number, plainly written.
    pub fn number(&mut self, column: &str) -> f64 {
        let text = self.text(column);
        if text.is_empty() {
            return f64::NAN;
        }
        let plain = text
            .chars()
            .all(|character| character.is_ascii_digit() || "+-.eE".contains(character));
        match text.parse::<f64>() {
            Ok(number) if plain && number.is_finite() => number,
            _ => {
                self.problem(column, format!("{text:?} is not a number"));
                f64::NAN
            }
        }
    }

    /// `value` with its range: low <= value <= high.
    pub fn range(&mut self, value: &str, low: &str, high: &str) -> Range {
        let range = Range {
            value: self.number(value),
            low: self.number(low),
            high: self.number(high),
        };
        if range.low > range.value {
            self.problem(
                low,
                format!("{} is above {value} {}", range.low, range.value),
            );
        }
        if range.high < range.value {
            self.problem(
                high,
                format!("{} is below {value} {}", range.high, range.value),
            );
        }
        range
    }

    /// A range of shares: all three within 0 and 1.
    pub fn share(&mut self, value: &str, low: &str, high: &str) -> Range {
        let range = self.range(value, low, high);
        for (column, number) in [(value, range.value), (low, range.low), (high, range.high)] {
            if !(0.0..=1.0).contains(&number) && !number.is_nan() {
                self.problem(column, format!("{number} is no share: not within 0 and 1"));
            }
        }
        range
    }

    /// A plausible year.
    pub fn year(&mut self, column: &str) -> u16 {
        let text = self.text(column);
        match text.parse::<u16>() {
            Ok(year) if PLAUSIBLE_YEARS.contains(&year) => year,
            _ if text.is_empty() => 0,
            _ => {
                self.problem(
                    column,
                    format!(
                        "implausible year {text:?}: expected {} to {}",
                        PLAUSIBLE_YEARS.start(),
                        PLAUSIBLE_YEARS.end()
                    ),
                );
                0
            }
        }
    }

    /// The day by which somebody should look at the row again.
    pub fn review_by(&mut self) -> String {
        let text = self.text("review_by");
        if text.is_empty() {
            return text;
        }
        if !is_date(&text) {
            self.problem(
                "review_by",
                format!("{text:?} is not a date like 2027-01-01"),
            );
        } else if !(FIRST_REVIEW..=LAST_REVIEW).contains(&text.as_str()) {
            let reason = format!("{text} is not within {FIRST_REVIEW} and {LAST_REVIEW}");
            self.problem("review_by", reason);
        }
        text
    }

    /// Source ids, separated by semicolons.
    pub fn sources(&mut self) -> Vec<String> {
        let text = self.text("source_id");
        text.split(';')
            .filter(|id| !id.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// An id: a letter, then letters, digits, `_` and `-`.
    pub fn id(&mut self, column: &str) -> String {
        let text = self.text(column);
        let allowed =
            |character: char| character.is_ascii_alphanumeric() || "_-".contains(character);
        let begins = text.starts_with(|character: char| character.is_ascii_alphabetic());
        let is_id = begins && text.chars().all(allowed);
        if !text.is_empty() && !is_id {
            self.problem(
                column,
                format!("{text:?} is no id: letters, digits, _ and - only"),
            );
        }
        text
    }
}

/// A value and its 5-95 % range.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return false;
    }
    let (Ok(year), Ok(month), Ok(day)) =
        (year.parse::<u16>(), month.parse::<u8>(), day.parse::<u8>())
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&day)
}

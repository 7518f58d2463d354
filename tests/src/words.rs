//! The page's words, from its own files: a journey copies none of them.

use anyhow::{Context, Result};
use toml::{Table, Value};

const CHINESE: &str = include_str!("../../locales/zh-CN.toml");
const ENGLISH: &str = include_str!("../../locales/en.toml");

const ACTIONS_CHINESE: &str = include_str!("../../locales/actions/zh-CN.toml");
const ACTIONS_ENGLISH: &str = include_str!("../../locales/actions/en.toml");

/// The words of one language.
pub struct Words {
    table: Table,
    actions: Table,
    chinese: bool,
}

impl Words {
    /// The words of a language, by its tag.
    ///
    /// # Errors
    /// When the file is no TOML.
    pub fn of(language: &str) -> Result<Self> {
        let chinese = language != "en";
        let (text, actions) = if chinese {
            (CHINESE, ACTIONS_CHINESE)
        } else {
            (ENGLISH, ACTIONS_ENGLISH)
        };
        let read = |text: &str| text.parse().with_context(|| language.to_owned());
        Ok(Self {
            table: read(text)?,
            actions: read(actions)?,
            chinese,
        })
    }

    /// Whether they are Chinese.
    #[must_use]
    pub fn chinese(&self) -> bool {
        self.chinese
    }

    /// The name of an action.
    ///
    /// # Errors
    /// When it has none.
    pub fn action(&self, id: &str) -> Result<&str> {
        let names = self.actions.get("action");
        let name = names.and_then(|names| names.get(id)?.as_str());
        name.with_context(|| format!("no words for {id}"))
    }

    /// The words at a path of keys, such as `["choice", "heating", "district"]`.
    ///
    /// # Errors
    /// Names the path when there are none.
    pub fn at(&self, path: &[&str]) -> Result<&str> {
        let (first, rest) = path.split_first().context("no path")?;
        rest.iter()
            .fold(self.table.get(*first), |found, key| found?.get(*key))
            .and_then(Value::as_str)
            .with_context(|| format!("no words for {}", path.join(" ")))
    }

    /// A message of the page, or else of a screen that is loaded later.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn ui(&self, key: &str) -> Result<&str> {
        let screens = self.table.get("ui").and_then(Value::as_table);
        let mut screens = screens.into_iter().flatten().map(|(screen, _)| screen);
        self.at(&["ui", key]).or_else(|why| {
            screens
                .find_map(|of| self.at(&["ui", of, key]).ok())
                .ok_or(why)
        })
    }

    /// A message with the names in braces replaced.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> Result<String> {
        Ok(filled(self.ui(key)?, values))
    }

    /// The same of a screen that is loaded later.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn fill_at(&self, screen: &str, key: &str, values: &[(&str, &str)]) -> Result<String> {
        Ok(filled(self.at(&["ui", screen, key])?, values))
    }

    /// A message up to its first name in braces.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn beginning(&self, key: &str) -> Result<&str> {
        let text = self.ui(key)?;
        Ok(text.split('{').next().unwrap_or_default())
    }

    /// The window's title at a screen: `answer`, `result`, `keep`.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn window_title(&self, screen: &str) -> Result<String> {
        let screen = self.ui(&format!("screen_{screen}"))?;
        Ok([screen, self.ui("title_join")?, self.ui("title")?].concat())
    }

    /// A question's label.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn label(&self, question: &str) -> Result<&str> {
        self.at(&["question", question, "label"])
    }

    /// An option's name. The questions about whom answers cover share theirs.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn option(&self, question: &str, option: &str) -> Result<&str> {
        let of = if question.ends_with("_scope") {
            "scope"
        } else {
            question
        };
        self.at(&["choice", of, option])
    }

    /// A band in whole kilograms, as the page writes it.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn band(&self, [low, _, high]: [f64; 3]) -> Result<String> {
        self.fill(
            "band",
            &[("low", &rough(low, 2)), ("high", &rough(high, 2))],
        )
    }

    /// The name of a part of life.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn domain(&self, domain: &str) -> Result<&str> {
        self.at(&["domain", domain])
    }
}

fn filled(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

/// A number with at most so many digits that count, as both languages write it.
#[must_use]
pub fn digits(number: f64, count: i32) -> String {
    if number == 0.0 {
        return grouped(0.0);
    }
    // rounding may carry into one digit more, which makes the last of the others nothing
    let before = number.abs().log10().floor() as i32 + 1;
    let after = count - before;
    if after > 0 {
        return decimals(number, after);
    }
    rough(number, count)
}

/// A number with at most so many digits after the point, as both languages write it.
#[must_use]
pub fn decimals(number: f64, count: i32) -> String {
    let places = usize::try_from(count).unwrap_or_default();
    let text = format!("{number:.places$}");
    match text.split_once('.') {
        None => grouped(number),
        Some((whole, after)) => {
            let whole = grouped(whole.parse().unwrap_or_default());
            let after = after.trim_end_matches('0');
            let sign = if number < 0.0 && !whole.starts_with('-') {
                "-"
            } else {
                ""
            };
            let point = if after.is_empty() { "" } else { "." };
            [sign, &whole, point, after].concat()
        }
    }
}

/// Whole kilograms with so many digits that count, as both languages write them.
#[must_use]
pub fn rough(kg: f64, digits: i32) -> String {
    if kg == 0.0 {
        return grouped(kg);
    }
    let scale = 10_f64.powi((kg.abs().log10().floor() as i32 + 1 - digits).max(0));
    grouped((kg / scale).round() * scale)
}

/// A whole number with commas, as both languages write it.
#[must_use]
pub fn grouped(number: f64) -> String {
    let digits = format!("{:.0}", number.abs());
    let mut text = String::new();
    if number < 0.0 && digits != "0" {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Words, decimals, digits, grouped, rough};

    #[test]
    fn rough_numbers_have_so_many_digits() {
        let written = [0.4, 7.6, 1_234.4, 99_950.0].map(|kg| rough(kg, 3));
        assert_eq!(written, ["0", "8", "1,230", "100,000"]);
        // rounded once: not to 1,250 first
        let written = [12_500.0, 45.0, 1_249.6].map(|kg| rough(kg, 2));
        assert_eq!(written, ["13,000", "45", "1,200"]);
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let written = [0.4, 999.5, 12_345.0, 1_234_567.0, -123.0].map(grouped);
        assert_eq!(written, ["0", "1,000", "12,345", "1,234,567", "-123"]);
    }

    #[test]
    fn small_numbers_have_digits_after_the_point() {
        let written = [0.0, 0.001_234, 1.236, 12.0, -3.456, 1_234.5].map(|n| digits(n, 3));
        assert_eq!(written, ["0", "0.00123", "1.24", "12", "-3.46", "1,230"]);
        assert_eq!(
            [1_234.567_8, -0.25].map(|n| decimals(n, 3)),
            ["1,234.568", "-0.25"]
        );
    }

    #[test]
    fn words_are_found_also_below_keys_with_dots() -> anyhow::Result<()> {
        let words = Words::of("en")?;
        assert_eq!(words.at(&["unit", "kg/season.day"])?, "kg a heating day");
        assert_eq!(words.fill("next", &[("domain", "Food")])?, "Next: Food");
        assert!(words.at(&["unit", "mile"]).is_err());
        Ok(())
    }
}

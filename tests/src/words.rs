//! The page's words, from its own files: a journey copies none of them.

use anyhow::{Context, Result};
use tanlu_model::actions::{ActionId, WhyNot};
use toml::{Table, Value};

const CHINESE: &str = include_str!("../../locales/zh-CN.toml");
const ENGLISH: &str = include_str!("../../locales/en.toml");
const CHINESE_ACTIONS: &str = include_str!("../../locales/actions/zh-CN.toml");
const ENGLISH_ACTIONS: &str = include_str!("../../locales/actions/en.toml");

/// A unit of masses: the key of its words, and how many are a megatonne.
#[derive(Clone, Copy)]
pub struct MassUnit {
    key: &'static str,
    per_mt: f64,
}

impl MassUnit {
    /// The number of an amount of Mt.
    #[must_use]
    pub fn number(self, mt: f64) -> String {
        significant(mt * self.per_mt, 3)
    }
}

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
            (CHINESE, CHINESE_ACTIONS)
        } else {
            (ENGLISH, ENGLISH_ACTIONS)
        };
        Ok(Self {
            table: plain(text).parse().with_context(|| language.to_owned())?,
            actions: actions.parse().with_context(|| language.to_owned())?,
            chinese,
        })
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
        let mut text = self.ui(key)?.to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        Ok(text)
    }

    /// A message up to its first name in braces.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn beginning(&self, key: &str) -> Result<&str> {
        let text = self.ui(key)?;
        Ok(text.split('{').next().unwrap_or_default())
    }

    /// A message after its last name in braces.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn end(&self, key: &str) -> Result<&str> {
        let text = self.ui(key)?;
        Ok(text.rsplit('}').next().unwrap_or_default())
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

    /// Whether they are Chinese.
    #[must_use]
    pub fn chinese(&self) -> bool {
        self.chinese
    }

    /// The name of an action.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn action(&self, action: ActionId) -> Result<&str> {
        let names = self.actions.get("action").and_then(Value::as_table);
        let name = names.and_then(|names| names.get(action.id()));
        name.and_then(Value::as_str)
            .with_context(|| format!("no name for {}", action.id()))
    }

    /// How many of its largest and its middle unit are a megatonne.
    fn per_mt(&self) -> [f64; 2] {
        if self.chinese {
            [0.01, 100.0]
        } else {
            [1e-3, 1.0]
        }
    }

    /// The unit in which the page writes an amount of Mt.
    #[must_use]
    pub fn mass_unit(&self, mt: f64) -> MassUnit {
        let [largest, middle] = self.per_mt();
        let (key, per_mt) = if (mt * largest).abs() >= 1.0 {
            ("mass_large", largest)
        } else if (mt * middle).abs() >= 0.1 || mt == 0.0 {
            ("mass_middle", middle)
        } else if !self.chinese && (mt * 1e3).abs() >= 1.0 {
            ("mass_thousand", 1e3)
        } else {
            ("mass_small", 1e6)
        };
        MassUnit { key, per_mt }
    }

    /// Why an action does not apply.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn why_not(&self, why: WhyNot) -> Result<&str> {
        let words = self.actions.get("why_not").and_then(Value::as_table);
        let words = words.and_then(|words| words.get(why.id()));
        words
            .and_then(Value::as_str)
            .with_context(|| format!("no words for {}", why.id()))
    }

    /// An amount of Mt in a unit, with its name.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn mass_in(&self, unit: MassUnit, mt: f64) -> Result<String> {
        self.fill(unit.key, &[("value", &unit.number(mt))])
    }

    /// An amount of Mt as the page writes it.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn mass(&self, mt: f64) -> Result<String> {
        self.mass_in(self.mass_unit(mt), mt)
    }

    /// A height of the nation's line, Mt, as a sentence about its change writes it.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn height(&self, mt: f64) -> Result<String> {
        if self.chinese {
            return self.total_said(mt);
        }
        self.fill("mass_middle", &[("value", &grouped(mt))])
    }

    /// Kilograms with their unit and what is very likely, where that has a width.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn ranged(&self, kg: f64, [low, high]: [f64; 2]) -> Result<String> {
        let said = self.fill("kilograms", &[("kg", &grouped(kg))])?;
        if low >= high {
            return Ok(said);
        }
        let [low, high] = [low, high].map(|kg| rough(kg, 2));
        let range = self.fill("in_brackets", &[("low", &low), ("high", &high)])?;
        Ok(said + &range)
    }

    /// What the nation emits, Mt, as the page writes it without its unit.
    #[must_use]
    pub fn total(&self, mt: f64) -> String {
        let (per_unit, digits) = if self.chinese { (100.0, 2) } else { (1e3, 3) };
        let text = format!("{:.digits$}", mt.abs().round() / per_unit);
        if mt.round() < 0.0 {
            return ["\u{2212}", &text].concat();
        }
        text
    }

    /// The same with its unit.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn total_said(&self, mt: f64) -> Result<String> {
        self.fill("mass_large", &[("value", &self.total(mt))])
    }

    /// What is taken off it, in its unit.
    #[must_use]
    pub fn of_total(&self, mt: f64) -> String {
        self.of_total_with(mt, 3)
    }

    /// An amount of Mt in the unit of what the nation emits, with so many digits that count.
    #[must_use]
    pub fn of_total_with(&self, mt: f64, digits: i32) -> String {
        let [largest, _] = self.per_mt();
        significant(mt * largest, digits)
    }

    /// How many households or people, as the language counts them.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn many(&self, count: f64) -> Result<String> {
        let (unit, key) = match self.chinese {
            true if count >= 1e8 => (1e8, "many_large"),
            true => (1e4, "many"),
            false => (1e6, "many"),
        };
        self.fill(key, &[("value", &significant(count / unit, 3))])
    }

    /// What is saved, Mt, as tables write it: without its unit.
    #[must_use]
    pub fn saved(&self, mt: f64) -> String {
        significant(mt * if self.chinese { 100.0 } else { 1.0 }, 3)
    }

    /// The name of a part of life.
    ///
    /// # Errors
    /// As [`Words::at`].
    pub fn domain(&self, domain: &str) -> Result<&str> {
        self.at(&["domain", domain])
    }
}

/// Words without what leads to the glossary: `[sinks](sink)` reads "sinks".
fn plain(text: &str) -> String {
    let mut parts = text.split("](");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some(begins) = plain.rfind('[') {
            plain.remove(begins);
        }
        plain.push_str(part.split_once(')').map_or(part, |(_, rest)| rest));
    }
    plain
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

/// A number with so many digits that count, as both languages write it: zeros at the end left out.
#[must_use]
pub fn significant(number: f64, digits: i32) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    let after = digits - 1 - number.abs().log10().floor() as i32;
    if number < 0.0 {
        return ["\u{2212}", &significant(-number, digits)].concat();
    }
    if after <= 0 {
        let scale = 10_f64.powi(-after);
        return grouped((number / scale).round() * scale);
    }
    let scale = 10_f64.powi(after);
    let rounded = (number * scale).round() / scale;
    let text = format!("{rounded:.*}", after.unsigned_abs() as usize);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The same with the zeros at the end that count.
#[must_use]
pub fn kept(number: f64, digits: i32) -> String {
    let text = significant(number, digits);
    let counted = text.trim_start_matches(['\u{2212}', '0', '.']);
    let counted = counted.chars().filter(char::is_ascii_digit).count();
    let lacking = usize::try_from(digits).map_or(0, |digits| digits.saturating_sub(counted));
    if number == 0.0 || lacking == 0 {
        return text;
    }
    let point = if text.contains('.') { "" } else { "." };
    [&*text, point, &"0".repeat(lacking)].concat()
}

/// A whole number with commas, as both languages write it.
#[must_use]
pub fn grouped(number: f64) -> String {
    // as both languages do: a half goes up
    let digits = format!("{:.0}", number.abs().round());
    let mut text = String::new();
    if number < 0.0 && digits != "0" {
        text.push('\u{2212}');
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
    use super::{Words, grouped, kept, plain, rough, significant};

    #[test]
    fn words_have_no_links() {
        let text = "[ui]\na = '[a term](term) and [others](more)'";
        assert_eq!(plain(text), "[ui]\na = 'a term and others'");
    }

    #[test]
    fn rough_numbers_have_so_many_digits() {
        let written = [0.4, 7.6, 1_234.4, 99_950.0].map(|kg| rough(kg, 3));
        assert_eq!(written, ["0", "8", "1,230", "100,000"]);
        // rounded once: not to 1,250 first
        let written = [12_500.0, 45.0, 1_249.6].map(|kg| rough(kg, 2));
        assert_eq!(written, ["13,000", "45", "1,200"]);
    }

    #[test]
    fn numbers_have_so_many_digits_that_count() {
        let written = [0.001_234_5, 0.5, 12.34, 999.6, 12_345.0].map(|of| significant(of, 3));
        assert_eq!(written, ["0.00123", "0.5", "12.3", "1,000", "12,300"]);
        assert_eq!(significant(-0.5, 3), "\u{2212}0.5");
    }

    #[test]
    fn zeros_at_the_end_that_count_are_kept() {
        let written = [0.0, 0.09, 0.004_8, 1.0, 2.04, 30.0, 120.0].map(|of| kept(of, 2));
        assert_eq!(written, ["0", "0.090", "0.0048", "1.0", "2.0", "30", "120"]);
        assert_eq!(kept(-0.5, 2), "\u{2212}0.50");
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let written = [0.4, 999.5, 12_345.0, 1_234_567.0, -123.0].map(grouped);
        assert_eq!(
            written,
            ["0", "1,000", "12,345", "1,234,567", "\u{2212}123"]
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

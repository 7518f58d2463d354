//! Reads numbers as people type them: full-width digits, thousands separators, spaces, units left
//! to the side. No browser and no words here.

/// More digits than a person means.
const MOST_DIGITS: usize = 15;

/// What a person typed is not a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotANumber;

/// The number in a field; nothing for an empty one.
pub fn number(text: &str) -> Result<Option<f64>, NotANumber> {
    let mut plain = String::new();
    for character in text.trim().chars() {
        match half_width(character) {
            // separators of thousands and spaces, also the full-width and narrow ones
            ',' | '，' | '\u{a0}' | '\u{202f}' | '\'' | '’' => {}
            space if space.is_whitespace() => {}
            '。' | '．' => plain.push('.'),
            '－' | '−' => plain.push('-'),
            other => plain.push(other),
        }
    }
    if plain.is_empty() {
        return Ok(None);
    }
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, plain.as_str()),
    };
    decimal(digits).map(|number| Some(sign * number))
}

/// Digits with at most one point. Both parts of the division are exact up to 15 digits, so the
/// result is the nearest number; the standard library's parser would add 10 kB to the page.
fn decimal(digits: &str) -> Result<f64, NotANumber> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let count = whole.len() + fraction.len();
    if count == 0 || count > MOST_DIGITS {
        return Err(NotANumber);
    }
    let mut mantissa = 0.0;
    for character in whole.chars().chain(fraction.chars()) {
        let digit = character.to_digit(10).ok_or(NotANumber)?;
        mantissa = mantissa * 10.0 + f64::from(digit);
    }
    let scale: f64 = fraction.chars().map(|_| 10.0).product();
    Ok(mantissa / scale)
}

/// `１` as `1`.
fn half_width(character: char) -> char {
    match u32::from(character) {
        code @ 0xff10..=0xff19 => {
            char::from_u32(code - 0xff10 + u32::from('0')).unwrap_or(character)
        }
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, meant) in [
            ("120", 120.0),
            (" １２０ ", 120.0),
            ("1,234.5", 1234.5),
            ("１，２３４．５", 1234.5),
            ("1 234", 1234.0),
            ("-3", -3.0),
            ("0.1", 0.1),
            ("123456.789", 123_456.789),
        ] {
            assert_eq!(number(typed), Ok(Some(meant)), "{typed}");
        }
    }

    #[test]
    fn nothing_is_nothing_and_words_are_no_number() {
        assert_eq!(number("  "), Ok(None));
        for typed in [
            "abc",
            "inf",
            "NaN",
            "1e9",
            "3人",
            "1.2.3",
            "--1",
            ".",
            "-",
            "+1",
            "1234567890123456",
        ] {
            assert_eq!(number(typed), Err(NotANumber), "{typed}");
        }
    }
}

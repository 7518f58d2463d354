//! Reads numbers as people type them: full-width digits, thousands separators, spaces, units left
//! to the side. No browser and no words here.

/// More digits than a person means.
const MOST_DIGITS: usize = 15;

/// What a person typed is not a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotANumber;

/// The number in a field; nothing for an empty one. A unit behind it is left to the side, but for the thousands
/// and ten thousands (k, 千, 万) in which sums are told; one that is for each of something is refused, since the
/// field may be for each of another (`度/年`).
pub fn number(text: &str) -> Result<Option<f64>, NotANumber> {
    let plain: String = text.trim().chars().map(plain).collect();
    let amount = plain.trim_end_matches(is_unit);
    let times = times(plain.get(amount.len()..).unwrap_or_default())?;
    let plain = amount.trim();
    if plain.is_empty() {
        return if text.trim().is_empty() {
            Ok(None)
        } else {
            Err(NotANumber)
        };
    }
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, plain),
    };
    decimal(&grouped(digits)?).map(|number| Some(sign * number * times))
}

/// By what the words behind a number multiply it.
fn times(words: &str) -> Result<f64, NotANumber> {
    let mut words = words.chars().filter(|character| *character != ' ');
    let (first, second) = (words.next(), words.next());
    let third = words.next();
    if [first, second, third].contains(&Some('/')) || words.any(|character| character == '/') {
        return Err(NotANumber);
    }
    let letter = second.is_some_and(|second| second.is_ascii_alphabetic());
    Ok(match first {
        Some('亿') => 100_000_000.0,
        Some('万') => 10_000.0,
        // kilowatts, kilometres, kilograms, kilojoules are units
        Some('千') if !matches!(second, Some('瓦' | '米' | '克' | '焦')) => 1000.0,
        Some('k' | 'K') if !letter => 1000.0,
        Some('百') if second != Some('分') => 100.0,
        // ten thousand among the young, watts in physics
        Some('w' | 'W') if !letter => return Err(NotANumber),
        _ => 1.0,
    })
}

/// What stands between the ends of a range, as people type it. A hyphen may also be a sign.
const BETWEEN: [char; 8] = ['–', '—', '~', '～', '〜', '至', '到', '-'];

/// The number in a field, or the least and the most of a range such as `18000–25000`; nothing for an empty one.
pub fn range(text: &str) -> Result<Option<(f64, f64)>, NotANumber> {
    if let Ok(number) = number(text) {
        return Ok(number.map(|number| (number, number)));
    }
    for (at, between) in text.char_indices() {
        let long = match between {
            't' if text.get(at..at + 2) == Some("to") => 2,
            _ if BETWEEN.contains(&between) => between.len_utf8(),
            _ => continue,
        };
        let (low, high) = (text.get(..at), text.get(at + long..));
        let end = |part: Option<&str>| part.and_then(|part| number(part).ok().flatten());
        if let (Some(low), Some(high)) = (end(low), end(high))
            && low <= high
        {
            return Ok(Some((low, high)));
        }
    }
    Err(NotANumber)
}

/// What may stand behind a number as its unit. A letter between digits is none.
fn is_unit(character: char) -> bool {
    !character.is_ascii() || character.is_ascii_alphabetic() || character == '/' || character == '%'
}

/// Full-width digits and signs as plain ones, every separator of thousands as a comma.
fn plain(character: char) -> char {
    match character {
        '，' | '\'' | '’' => ',',
        space if space.is_whitespace() => ' ',
        '。' | '．' => '.',
        '－' | '−' => '-',
        other => half_width(other),
    }
}

/// Digits without separators, which must stand before groups of three: a comma before one or two
/// digits is somebody's decimal point.
fn grouped(digits: &str) -> Result<String, NotANumber> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split([',', ' ']).filter(|group| !group.is_empty());
    let first = groups.next().unwrap_or_default().len();
    let (mut several, mut right) = (false, true);
    for group in groups {
        several = true;
        right &= group.len() == 3;
    }
    let commas = fraction.contains([',', ' ']);
    if commas || (several && (!right || first > 3)) {
        return Err(NotANumber);
    }
    Ok(digits
        .chars()
        .filter(|sign| ![',', ' '].contains(sign))
        .collect())
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
            ("1,234,567", 1_234_567.0),
            ("120度", 120.0),
            ("99.5 m²", 99.5),
            ("３口", 3.0),
            ("-3", -3.0),
            ("0.1", 0.1),
            ("1.8万元", 18_000.0),
            ("3 万", 30_000.0),
            ("5千瓦时", 5.0),
            ("5 千克", 5.0),
            ("5 kWh", 5.0),
            ("15%", 15.0),
            ("3千", 3000.0),
            ("2.4千度", 2400.0),
            ("3k", 3000.0),
            ("5百", 500.0),
            ("0.2亿", 20_000_000.0),
            ("123456.789", 123_456.789),
        ] {
            assert_eq!(number(typed), Ok(Some(meant)), "{typed}");
        }
    }

    #[test]
    fn ranges_are_read_as_people_type_them() {
        for (typed, low, high) in [
            ("18000", 18_000.0, 18_000.0),
            ("18000-25000", 18_000.0, 25_000.0),
            ("18,000–25,000 元", 18_000.0, 25_000.0),
            ("-500 - -200", -500.0, -200.0),
            ("−500–200", -500.0, 200.0),
            ("１０～１５年", 10.0, 15.0),
            ("1.8万～2.5万", 18_000.0, 25_000.0),
            ("0.5至0.6", 0.5, 0.6),
            ("18,000 to 25,000", 18_000.0, 25_000.0),
        ] {
            assert_eq!(range(typed), Ok(Some((low, high))), "{typed}");
        }
        assert_eq!(range(" "), Ok(None));
        for typed in ["25000-18000", "a-b", "1-2-3", "-", "10-"] {
            assert_eq!(range(typed), Err(NotANumber), "{typed}");
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
            "99,5",
            "12,34",
            "1234,567",
            "1.234,5",
            "3口4",
            "人",
            "2400度/年",
            "30 CNY/month",
            "2w",
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

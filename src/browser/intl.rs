//! Numbers as the visitor's language writes them, by the browser's own Intl.
use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::OnceCell;
use web_sys::wasm_bindgen::JsValue;

use crate::lang::Lang;

/// How many digits a number is shown with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Digits {
    /// Whole numbers.
    Whole,
    /// At most one digit after the point.
    One,
    /// At most three digits after the point: for what a person typed.
    Typed,
    /// Four digits that count: for values of any size.
    Significant,
    /// Two digits that count: for the ends of a band.
    Two,
    /// Two digits that count, a zero at the end too: for shares that stand beside one another.
    TwoKept,
    /// Three digits that count: for a median.
    Three,
    /// One digit after the point, whatever it is: for a column.
    Tenths,
    /// Two of them.
    Hundredths,
    /// Three of them.
    Thousandths,
}

/// The sign before what is below 0.
const MINUS: &str = "\u{2212}";

thread_local! {
    // making a format costs more than using it
    static FORMATS: [[OnceCell<Function>; 10]; 2] = Default::default();
}

fn make(lang: Lang, digits: Digits) -> Function {
    let options = Object::new();
    // setting a property of a fresh object cannot fail
    let set = |key: &str, value: JsValue| {
        let _ = Reflect::set(&options, &key.into(), &value);
    };
    let after_the_point = |digits: u32| {
        set("minimumFractionDigits", digits.into());
        set("maximumFractionDigits", digits.into());
    };
    match digits {
        Digits::Whole => set("maximumFractionDigits", 0.into()),
        Digits::One => set("maximumFractionDigits", 1.into()),
        Digits::Typed => set("maximumFractionDigits", 3.into()),
        Digits::Significant => set("maximumSignificantDigits", 4.into()),
        Digits::Two => set("maximumSignificantDigits", 2.into()),
        Digits::TwoKept => {
            set("minimumSignificantDigits", 2.into());
            set("maximumSignificantDigits", 2.into());
        }
        Digits::Three => set("maximumSignificantDigits", 3.into()),
        Digits::Tenths => after_the_point(1),
        Digits::Hundredths => after_the_point(2),
        Digits::Thousandths => after_the_point(3),
    }
    Intl::NumberFormat::new(&Array::of1(&lang.tag().into()), &options).format()
}

/// A number in the words of a language, below 0 with the sign of that name: Intl writes a hyphen.
pub fn number(lang: Lang, digits: Digits, value: f64) -> String {
    FORMATS.with(|formats| {
        let cell = formats
            .get(lang as usize)
            .and_then(|row| row.get(digits as usize));
        let text = cell.and_then(|cell| {
            let format = cell.get_or_init(|| make(lang, digits));
            format
                .call1(&JsValue::UNDEFINED, &value.into())
                .ok()?
                .as_string()
        });
        let text = text.unwrap_or_default();
        match text.strip_prefix('-') {
            Some(digits) => [MINUS, digits].concat(),
            None => text,
        }
    })
}

/// Today's date in the words of a language.
pub fn today(lang: Lang) -> String {
    let options = Object::new();
    // setting a property of a fresh object cannot fail
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    String::from(js_sys::Date::new_0().to_locale_date_string(lang.tag(), &options))
}

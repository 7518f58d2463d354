//! The same bits in WebAssembly as natively.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::panic)]

mod personas;

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn personas_have_the_native_totals_to_the_last_bit() {
    assert_eq!(personas::totals(), personas::SNAPSHOT);
}

#[wasm_bindgen_test]
fn personas_have_the_native_totals_in_other_years_to_the_last_bit() {
    assert_eq!(personas::totals_in_years(), personas::SNAPSHOT_IN_YEARS);
}

#[wasm_bindgen_test]
fn personas_have_the_native_bands_to_the_last_bit() {
    assert_eq!(personas::bands(), personas::SNAPSHOT_OF_BANDS);
}

// Starts the page's Wasm module. `cargo xtask build` puts this file, wasm-bindgen's glue and the
// loader of the modules that come later into one.
import init from "../page.js";

if (window.tanluSupported) {
  init().catch((error) => {
    window.tanluFailed();
    throw error;
  });
  // A browser's first number takes long: it is made while the module is on its way.
  new Intl.NumberFormat(document.documentElement.lang).format(0);
}

// Starts the Wasm module. Its own tag names the two files, because their names carry a hash
// and the content-security policy allows no inline script that could name them.
// `cargo xtask build` puts this file and wasm-bindgen's glue into one.
const tag = document.querySelector("script[data-wasm]");
if (window.tanluSupported) {
  try {
    const { default: init } = await import(new URL(tag.dataset.js, document.baseURI));
    await init({ module_or_path: new URL(tag.dataset.wasm, document.baseURI) });
  } catch (error) {
    window.tanluFailed();
    throw error;
  }
}

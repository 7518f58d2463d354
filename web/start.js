// Shows the message for browsers that cannot run the page. It must run where the page cannot,
// so it is plain ECMAScript 5 (the build checks that) and needs no style sheet.
(function () {
  "use strict";

  // The smallest module that uses what our own uses: reference types (an externref parameter),
  // two results, sign extension, saturating conversion and bulk memory.
  var needed = [
    0, 97, 115, 109, 1, 0, 0, 0,
    1, 7, 1, 96, 1, 111, 2, 127, 127,
    3, 2, 1, 0,
    5, 3, 1, 0, 1,
    10, 23, 1, 21, 0,
    65, 0, 65, 0, 65, 0, 252, 11, 0,
    65, 0, 192,
    67, 0, 0, 0, 0, 252, 0,
    11
  ];

  function supported() {
    return (
      typeof WebAssembly === "object" &&
      typeof WebAssembly.validate === "function" &&
      typeof Uint8Array === "function" &&
      WebAssembly.validate(new Uint8Array(needed)) &&
      "noModule" in document.createElement("script") &&
      typeof Intl === "object"
    );
  }

  function show(id) {
    function unhide() {
      var message = document.getElementById(id);
      if (message) {
        message.removeAttribute("hidden");
      }
    }
    if (document.readyState === "loading" && document.addEventListener) {
      document.addEventListener("DOMContentLoaded", unhide);
    } else if (document.readyState === "loading") {
      window.onload = unhide;
    } else {
      unhide();
    }
  }

  function failed() {
    show("failed");
  }

  // the module calls this when it is there but does not start
  window.tanluFailed = failed;

  // a script that does not arrive
  if (window.addEventListener) {
    window.addEventListener("error", function (event) {
      if (event.target && event.target.tagName === "SCRIPT") {
        failed();
      }
    }, true);
  }

  var ok = false;
  try {
    ok = supported();
  } catch (error) {
    ok = false;
  }
  // the module looks here before it starts
  window.tanluSupported = ok;
  if (!ok) {
    show("unsupported");
  }
})();

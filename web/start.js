// What comes before the page: its language, and the message for browsers that cannot run it. It must
// run where the page cannot, so it is plain ECMAScript 5 (the build checks that).
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

  function kept(key) {
    try {
      return window.localStorage.getItem(key);
    } catch (error) {
      // the browser keeps nothing
      return null;
    }
  }

  // The first that is known of: the address (`?lang=`), the choice that was kept, the browser's languages in
  // their order; else Chinese. The page takes it from here.
  function language() {
    var asked = /[?&]lang=([^&]*)/.exec(location.search);
    var tags = [asked ? asked[1] : "", kept("tanlu.lang") || ""].concat(navigator.languages || []);
    for (var at = 0; at < tags.length; at += 1) {
      var known = /^(zh|en)(?![a-z0-9])/i.exec(tags[at]);
      if (known) {
        return known[1].toLowerCase() === "en" ? "en" : "zh-CN";
      }
    }
    return "zh-CN";
  }

  // Who comes for the first time, and to no certain screen, reads what this is while the program is on its way.
  function isNew() {
    return location.hash === "" && kept("tanlu.home.1") === null;
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
  var root = document.documentElement;
  root.setAttribute("lang", language());
  if (ok && isNew()) {
    root.setAttribute("data-new", "");
  }
})();

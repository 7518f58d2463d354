// Runs before everything else in the page and tells the test's server at once what goes wrong:
// errors, console errors, violations of the content-security policy.
(function () {
  function report(text) {
    var request = new XMLHttpRequest();
    // synchronous, so that no fault is lost or late
    request.open("POST", "./__fault", false);
    request.send(text);
  }
  addEventListener("securitypolicyviolation", function (event) {
    report("policy: " + event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile + ":" + event.lineNumber);
  });
  addEventListener("error", function (event) {
    report("error: " + (event.message || "loading " + (event.target.src || event.target.href)));
  }, true);
  addEventListener("unhandledrejection", function (event) {
    report("rejection: " + event.reason);
  });
  ["error", "warn"].forEach(function (level) {
    var before = console[level];
    console[level] = function () {
      report("console." + level + ": " + Array.prototype.join.call(arguments, " "));
      return before.apply(console, arguments);
    };
  });
})();

// Runs before the page: notes when the heading appears, how long each slice of work took that the
// page let wait for its turn, also with what it then changed on the page, and each task that the
// browser itself calls long.
new MutationObserver(function (_, observer) {
  if (document.querySelector(".page h1")) {
    window.started = performance.now();
    observer.disconnect();
  }
}).observe(document, { subtree: true, childList: true });
new MutationObserver(function (_, observer) {
  var figure = document.querySelector("[data-kg=per_person]");
  var page = document.querySelector(".page");
  if (figure && page.dataset.settled === "true") {
    window.banded = performance.now();
    observer.disconnect();
  }
}).observe(document, { subtree: true, childList: true, attributes: true });
(function () {
  var later = window.setTimeout;
  var after = new MessageChannel();
  var begun = [];
  window.slices = [];
  window.turns = [];
  window.longTasks = [];
  after.port1.onmessage = function () {
    window.turns.push(performance.now() - begun.shift());
  };
  function timed(act) {
    return function () {
      var start = performance.now();
      begun.push(start);
      after.port2.postMessage(null);
      act();
      window.slices.push(performance.now() - start);
    };
  }
  window.setTimeout = function (act, delay) {
    return later.call(window, timed(act), delay);
  };
  var port = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  Object.defineProperty(MessagePort.prototype, "onmessage", {
    get: port.get,
    set: function (act) {
      port.set.call(this, timed(act));
    },
  });
  new PerformanceObserver(function (list) {
    list.getEntries().forEach(function (task) {
      window.longTasks.push(task.duration);
    });
  }).observe({ type: "longtask" });
})();

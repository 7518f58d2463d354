// Finds rows in the ledger of the methods page. Without it the whole ledger stands there, and the
// fields stay hidden. Plain ECMAScript 5, as the page needs nothing newer.
(function () {
  "use strict";

  var search = document.getElementById("search");
  if (!search) {
    return;
  }
  var text = document.getElementById("search-text");
  var domain = document.getElementById("search-domain");
  var status = document.getElementById("search-status");
  var found = document.getElementById("found");
  var rows = list("tr[data-status]");
  var tables = list(".table");
  var words = rows.map(function (row) {
    return plain(row.textContent + " " + row.getAttribute("data-also"));
  });

  // small letters, and CO2 however it is written
  function plain(said) {
    return said.toLowerCase().replace(/₂/g, "2");
  }

  function list(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  function wanted(row, at) {
    var parts = plain(text.value).split(/\s+/);
    var domains = row.getAttribute("data-domains").split(" ");
    return (
      (!domain.value || domains.indexOf(domain.value) >= 0) &&
      (!status.value || row.getAttribute("data-status") === status.value) &&
      parts.every(function (part) {
        return words[at].indexOf(part) >= 0;
      })
    );
  }

  function find() {
    var shown = 0;
    rows.forEach(function (row, at) {
      row.hidden = !wanted(row, at);
      shown += row.hidden ? 0 : 1;
    });
    tables.forEach(function (table) {
      table.hidden = !table.querySelector("tr[data-status]:not([hidden])");
    });
    found.textContent = found
      .getAttribute("data-words")
      .replace("{shown}", String(shown))
      .replace("{all}", String(rows.length));
  }

  // a link to a row that the search has hidden shows everything again
  function follow() {
    var row = document.getElementById(location.hash.slice(1));
    if (row && row.hidden) {
      text.value = domain.value = status.value = "";
      find();
      row.scrollIntoView();
    }
  }

  text.addEventListener("input", find);
  domain.addEventListener("change", find);
  status.addEventListener("change", find);
  window.addEventListener("hashchange", follow);
  search.hidden = false;
  find();
})();

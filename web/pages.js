// Plain ECMAScript 5, as the pages need nothing newer.

// Finds rows in the ledger of the methods page. Without it the whole ledger stands there, and the
// fields stay hidden.
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
    return row.textContent.toLowerCase();
  });

  function list(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  function wanted(row, at) {
    var parts = text.value.toLowerCase().split(/\s+/);
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

// Says whether a choice of the quiz is right, and keeps the score. Without it every answer can be opened.
(function () {
  "use strict";

  var quiz = document.querySelector(".quiz");
  if (!quiz) {
    return;
  }
  var score = document.getElementById("score");
  var again = document.getElementById("again");
  var questions = Array.prototype.slice.call(quiz.querySelectorAll("fieldset"));

  function chosen(question) {
    return question.querySelector("input:checked");
  }

  function isRight(question) {
    var option = chosen(question);
    return Boolean(option) && option.value === question.getAttribute("data-answer");
  }

  function tell() {
    var done = questions.filter(chosen);
    score.hidden = again.hidden = done.length === 0;
    score.textContent = score
      .getAttribute("data-words")
      .replace("{right}", String(done.filter(isRight).length))
      .replace("{done}", String(done.length))
      .replace("{all}", String(questions.length));
  }

  function answer(event) {
    var question = event.currentTarget;
    var right = isRight(question);
    var words = right ? "data-right" : "data-wrong";
    question.querySelector(".verdict").textContent = quiz.getAttribute(words);
    question.querySelector("details").open = true;
    tell();
  }

  questions.forEach(function (question) {
    question.addEventListener("change", answer);
  });
  again.addEventListener("click", function () {
    questions.forEach(function (question) {
      var option = chosen(question);
      if (option) {
        option.checked = false;
      }
      question.querySelector(".verdict").textContent = "";
      question.querySelector("details").open = false;
    });
    tell();
    questions[0].querySelector("input").focus();
  });
  tell();
})();

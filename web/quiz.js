// The quiz of the page for learning: says whether the chosen option is right, keeps a score of first
// tries, starts again. Nothing is kept or sent. Without it each question opens its answer. Plain
// ECMAScript 5.
(function () {
  "use strict";

  var quiz = document.querySelector(".quiz");
  if (!quiz) {
    return;
  }
  var questions = list("fieldset", quiz);
  var score = quiz.querySelector(".score");
  var again = quiz.querySelector(".again");
  // by question: whether the first try was right
  var tries = [];

  function list(selector, within) {
    return Array.prototype.slice.call(within.querySelectorAll(selector));
  }

  function count(wanted) {
    return tries.filter(function (one) {
      return one === true || one === wanted;
    }).length;
  }

  function fill(words, answer) {
    return words
      .replace("{answer}", answer)
      .replace("{done}", String(count(false)))
      .replace("{right}", String(count(true)))
      .replace("{all}", String(questions.length));
  }

  function say(question, name, answer) {
    question.querySelector(".verdict").textContent = fill(quiz.getAttribute("data-" + name), answer);
  }

  function check(question, at) {
    var options = list("label", question);
    var chosen = question.querySelector("input:checked");
    if (!chosen) {
      say(question, "choose", "");
      return;
    }
    var answer = question.getAttribute("data-answer");
    var right = chosen.value === answer;
    if (tries[at] === undefined) {
      tries[at] = right;
    }
    options.forEach(function (option, place) {
      option.className = String(place) === answer ? "right" : "";
    });
    question.querySelector("details").open = true;
    say(question, right ? "right" : "wrong", options[answer].textContent);
    if (count(false) === questions.length) {
      score.textContent = fill(quiz.getAttribute("data-score"), "");
    }
    again.hidden = false;
  }

  function clear(question) {
    list("input", question).forEach(function (input) {
      input.checked = false;
    });
    list("label", question).forEach(function (option) {
      option.className = "";
    });
    question.querySelector("details").open = false;
    question.querySelector(".verdict").textContent = "";
  }

  questions.forEach(function (question, at) {
    var button = question.querySelector(".check");
    button.hidden = false;
    button.addEventListener("click", function () {
      check(question, at);
    });
    clear(question);
  });
  again.addEventListener("click", function () {
    tries = [];
    questions.forEach(clear);
    score.textContent = "";
    again.hidden = true;
    document.getElementById("quiz").focus();
  });
})();

// Answers questions one after the other and measures, for each, the time from the answer to the
// last change of the page that it causes. Calls back with the times in milliseconds.
const count = arguments[0];
const done = arguments[arguments.length - 1];
let last = 0;
new MutationObserver(() => (last = performance.now())).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true,
});
const fields = () =>
  [...document.querySelectorAll("main input, main select")].filter(
    (field) => field.type !== "file" && !field.disabled && field.checkVisibility(),
  );
const frames = (n) =>
  new Promise((resolve) => {
    const next = () => (n-- > 0 ? requestAnimationFrame(next) : resolve());
    next();
  });

// Another answer than the one that is there.
function answer(field, turn) {
  if (field.type === "radio" || field.type === "checkbox") {
    field.click();
    return;
  }
  if (field.localName === "select") {
    field.selectedIndex = (field.selectedIndex + 1) % field.options.length;
  } else {
    field.value = String((Number(field.value || field.placeholder) || 1) + (turn % 2 ? 1 : -1));
  }
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

(async () => {
  const times = [];
  for (let turn = 0; times.length < count && turn < 4 * count; turn++) {
    const all = fields();
    if (!all.length) break;
    // 7 visits the fields in another order than the page shows them
    const field = all[(7 * turn) % all.length];
    const start = performance.now();
    last = 0;
    answer(field, turn);
    await frames(3);
    if (last) times.push(last - start);
  }
  done(times);
})();

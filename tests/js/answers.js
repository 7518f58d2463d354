// Answers questions one after the other and measures, for each, the time from the answer to the
// last change of the page before its band comes, to its band per person, and until all is settled:
// lines and next questions too. Calls back with a list of each, in milliseconds.
const count = arguments[0];
const done = arguments[arguments.length - 1];
const page = () => document.querySelector(".page");
const settled = () => page().dataset.settled === "true";
let changed = 0;
let band = 0;
new MutationObserver((changes) => {
  const now = performance.now();
  const drawn = changes.some(
    (change) => change.attributeName === "data-value" && change.target.dataset.kg === "per_person",
  );
  if (drawn && !band) band = now;
  if (!band) changed = now;
}).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true,
});
const fields = () =>
  [...document.querySelectorAll("main input, main select")].filter(
    (field) => field.type !== "file" && !field.disabled && field.checkVisibility(),
  );
const until = (true_) =>
  new Promise((resolve) => {
    const look = () => (true_() ? resolve(performance.now()) : setTimeout(look, 1));
    look();
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

// Pauses as a person does, so that each answer starts from rest.
const rest = () => new Promise((resolve) => setTimeout(resolve, 20));

(async () => {
  const times = { change: [], band: [], settled: [] };
  for (let turn = 0; times.band.length < count && turn < 4 * count; turn++) {
    await until(settled);
    await rest();
    const all = fields();
    if (!all.length) break;
    // 7 visits the fields in another order than the page shows them
    const field = all[(7 * turn) % all.length];
    const start = performance.now();
    changed = band = 0;
    answer(field, turn);
    await until(() => changed || performance.now() > start + 50);
    const end = await until(settled);
    // an answer that moves nothing, or that is refused, brings no other band
    if (!band || !changed) continue;
    times.change.push(changed - start);
    times.band.push(band - start);
    times.settled.push(end - start);
  }
  done(times);
})();

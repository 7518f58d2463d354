// Moves a slider to and fro and measures, for each move, what the browser computes before the next
// frame (script, style and layout) and the time to the band: the last change inside the element of the
// second selector. Calls back with a list of each, in milliseconds.
const [slider, shown, count] = arguments;
const done = arguments[arguments.length - 1];
// a turn of its own, which the page's slices of work do not share
const channel = new MessageChannel();
const frame = () =>
  new Promise((resolve) => {
    const act = () => {
      document.documentElement.getBoundingClientRect();
      resolve(performance.now());
    };
    channel.port1.addEventListener("message", act, { once: true });
    channel.port1.start();
    channel.port2.postMessage(null);
  });
let banded = 0;
new MutationObserver(() => (banded = performance.now())).observe(document.querySelector(shown), {
  subtree: true, childList: true, characterData: true, attributes: true,
});
// Until no slice of work has come for some frames.
async function still() {
  for (let known = -1; known !== window.slices.length; ) {
    known = window.slices.length;
    for (let frames = 0; frames < 6; frames++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }
}

(async () => {
  const times = { frame: [], band: [] };
  for (let turn = 0; turn < count; turn++) {
    const field = document.querySelector(slider);
    const step = Number(field.step) || 1;
    const start = performance.now();
    const drawn = frame();
    field.value = String(Number(field.min) + ((1 + turn) % 5) * step);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    times.frame.push((await drawn) - start);
    await still();
    if (banded > start) times.band.push(banded - start);
  }
  done(times);
})();

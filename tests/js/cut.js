// What is cut off, sticks out of its box, or makes the page scroll sideways: a list of words.
const short = (element) => element.outerHTML.replace(/<!---->|\s+/g, " ").slice(0, 110);
const own = (element) => getComputedStyle(element);
const drawsBox = (style) =>
  [style.borderTopWidth, style.borderLeftWidth, style.borderBottomWidth].some(parseFloat) ||
  !/, 0\)|transparent/.test(style.backgroundColor);

// A box of one pixel holds what only screen readers read.
function unseen(element) {
  for (let at = element; at !== document.body; at = at.parentElement) {
    const { width, height } = at.getBoundingClientRect();
    if (width === 1 && height === 1 && own(at).overflowX === "hidden") return true;
  }
  return false;
}

const shownNow = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest("svg, .skip") && !unseen(element);

const scrolls = (style) => /auto|scroll/.test(style.overflowX);

// The element or what is around it that draws a box or scrolls by itself.
function boxAround(element) {
  let at = element;
  while (at !== document.body && !scrolls(own(at)) && !drawsBox(own(at))) at = at.parentElement;
  return at;
}

// A part that scrolls by itself may be wider than what shows of it.
function inScroller(element) {
  for (let at = element; at !== document.body; at = at.parentElement) {
    if (scrolls(own(at))) return true;
  }
  return false;
}

function sticksOut(boxes, element, what) {
  const around = boxAround(element);
  if (scrolls(own(around))) return [];
  const room = around.getBoundingClientRect();
  const right = inScroller(around) ? Infinity : innerWidth;
  const out = (one) =>
    one.left < room.left - 1 || one.right > Math.min(room.right, right) + 1 ||
    (around !== document.body && one.bottom > room.bottom + 1);
  return [...boxes].some(out) ? [`${what} sticks out of ${short(around)}`] : [];
}

const pen = document.createElement("canvas").getContext("2d");

// A select must have room for each of its options.
function cutOptions(select) {
  const style = own(select);
  pen.font = style.font;
  const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const long = [...select.options].filter((one) => pen.measureText(one.text).width > room + 1);
  return long.map((one) => `no room for the option ${one.text}: ${short(select)}`);
}

function cutText(text) {
  if (!text.data.trim()) return [];
  const range = document.createRange();
  range.selectNodeContents(text);
  return sticksOut(range.getClientRects(), text.parentElement, `"${text.data.trim().slice(0, 60)}"`);
}

function cutElement(element) {
  const found = [...element.childNodes].filter((node) => node.nodeType === 3).flatMap(cutText);
  const style = own(element);
  // the browser itself shortens the names of files
  const hides = element.type !== "file" &&
    (element.localName === "input" || /hidden|clip/.test(style.overflowX + style.overflowY));
  if (hides && element.scrollWidth > element.clientWidth + 1) {
    found.push(`${element.scrollWidth} wide in ${element.clientWidth}: ${short(element)}`);
  }
  if (/^(input|select|button)$/.test(element.localName)) {
    found.push(...sticksOut([element.getBoundingClientRect()], element.parentElement, short(element)));
  }
  return element.localName === "select" ? found.concat(cutOptions(element)) : found;
}

function cutIn(part) {
  return [...part.querySelectorAll("*")].filter(shownNow).flatMap(cutElement);
}

function cut() {
  const wide = document.documentElement.scrollWidth;
  const page = wide > innerWidth ? [`the page is ${wide} wide in ${innerWidth}`] : [];
  return page.concat(cutIn(document.body));
}

const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

// The same for every question from the present one on, where one shows at a time.
async function cutOnTheWay() {
  const found = new Set(cut());
  const next = () => document.querySelector(".steps.single > :nth-child(2)");
  while (next().checkVisibility() && next().localName === "button") {
    next().click();
    await drawn();
    cutIn(document.querySelector(".questions")).forEach((words) => found.add(words));
  }
  return [...found];
}

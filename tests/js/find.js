// Finds elements as a person with a screen reader would: by role and name.
const words = (text) => (text || "").replace(/\s+/g, " ").trim();
const shown = (element) =>
  !element.closest("[aria-hidden=true]") &&
  element.checkVisibility({ visibilityProperty: true });

function role(element) {
  const given = element.getAttribute("role");
  if (given) return given;
  const tag = element.localName;
  if (tag === "input") {
    const kinds = {
      button: "button", checkbox: "checkbox", radio: "radio", range: "slider",
      number: "spinbutton", search: "searchbox", submit: "button", file: "file",
    };
    return kinds[element.type] || "textbox";
  }
  if (tag === "a") return element.hasAttribute("href") ? "link" : "";
  if (tag === "section" || tag === "form") return name(element) ? (tag === "form" ? "form" : "region") : "";
  const roles = {
    button: "button", summary: "button", select: "combobox", textarea: "textbox",
    h1: "heading", h2: "heading", h3: "heading", h4: "heading", fieldset: "group",
    details: "group", dialog: "dialog", main: "main", nav: "navigation", header: "banner",
    footer: "contentinfo", aside: "complementary", ul: "list", ol: "list", li: "listitem",
    table: "table", tr: "row", td: "cell", th: "columnheader", img: "img", output: "status",
    progress: "progressbar", option: "option", p: "paragraph", article: "article",
  };
  return roles[tag] || "";
}

function name(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by) {
    return words(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  }
  const label = element.getAttribute("aria-label");
  if (label) return words(label);
  if (element.labels && element.labels.length) {
    return words([...element.labels].map((one) => one.textContent).join(" "));
  }
  const inner = { fieldset: "legend", details: "summary", table: "caption" }[element.localName];
  if (inner) return words(element.querySelector(inner)?.textContent);
  if (element.localName === "section" || element.localName === "form") return "";
  return words(element.getAttribute("alt") || element.textContent || element.title);
}

// The elements of a role whose name is `wanted`, or contains it if none is exactly so.
function byRole(wantedRole, wanted) {
  const all = [...document.querySelectorAll("*")].filter(
    (element) => role(element) === wantedRole && shown(element),
  );
  const exact = all.filter((element) => name(element) === words(wanted));
  return exact.length ? exact : all.filter((element) => name(element).includes(words(wanted)));
}

// The form controls whose label is `wanted`, or contains it if none is exactly so.
function byLabel(wanted) {
  const all = [...document.querySelectorAll("input, select, textarea")].filter(shown);
  const exact = all.filter((element) => name(element) === words(wanted));
  return exact.length ? exact : all.filter((element) => name(element).includes(words(wanted)));
}

function bySelector(selector) {
  return [...document.querySelectorAll(selector)].filter(shown);
}

// What a person would click: a radio button's or checkbox's label, else the element itself.
function target(element) {
  const box = element.localName === "input" && /^(radio|checkbox)$/.test(element.type);
  const label = box && element.labels && element.labels[0];
  return label || element;
}

function choose(element, wanted) {
  const options = [...element.options];
  const option =
    options.find((one) => words(one.textContent) === wanted) ||
    options.find((one) => one.value === wanted);
  if (!option) return "there is: " + options.map((one) => words(one.textContent)).join(", ");
  element.focus();
  element.value = option.value;
  element.dispatchEvent(new Event("input", { bubbles: true }));
  element.dispatchEvent(new Event("change", { bubbles: true }));
  return null;
}

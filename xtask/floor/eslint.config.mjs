// What the oldest supported browsers have: Chrome 109, Firefox 115, Safari 16.4.
// Baseline 2022 is the newest full year that all three have whole; the lists below add
// what came in the months between, or what does no harm where it is missing.
import css from "@eslint/css";

// The functions that values may call. The baseline rule does not look into functions inside
// functions nor into custom properties, where colours and sizes are mostly written.
const functions = new Set(
  `attr blur brightness calc circle clamp conic-gradient contrast counter counters cubic-bezier
  drop-shadow ellipse env fit-content format grayscale hsl hsla hue-rotate inset invert
  linear-gradient local matrix matrix3d max min minmax opacity path perspective polygon
  radial-gradient repeat repeating-conic-gradient repeating-linear-gradient
  repeating-radial-gradient rgb rgba rotate rotate3d rotateX rotateY rotateZ saturate scale
  scale3d scaleX scaleY sepia skew skewX skewY steps translate translate3d translateX translateY
  translateZ url var`
    .toLowerCase()
    .split(/\s+/),
);

// What the baseline rule does not see.
const newer = {
  create: (context) => ({
    // Chrome 112, Firefox 117, Safari 16.5; the baseline rule only sees "&"
    "Rule Rule, Rule Atrule": (node) => context.report({ node, message: "a rule inside a rule" }),
    // Chrome 111, Firefox 113
    "Nth[selector!=null]": (node) => context.report({ node, message: ":nth-child(… of …)" }),
    Declaration(node) {
      const text = context.sourceCode.getText(node).replace(/"[^"]*"|'[^']*'/g, '""');
      const report = (message) => context.report({ node, message });
      for (const [, name] of text.matchAll(/([a-z][\w-]*)\(/gi)) {
        if (!functions.has(name.toLowerCase())) report(`the function ${name}()`);
      }
      if (/\(\s*from\s/i.test(text)) report("a colour made from another");
      if (/\bin\s+(ok|lab|lch|hsl|hwb|srgb|xyz|display)/i.test(text)) report("a gradient's colour space");
      if (/\d(r?lh|r?cap|rex|rch|r?ic)\b/i.test(text)) report("a unit of 2023");
    },
  }),
};

export default [
  {
    files: ["**/*.css"],
    plugins: { css, floor: { rules: { newer } } },
    language: "css/css",
    rules: {
      "floor/newer": "error",
      "css/use-baseline": [
        "error",
        {
          available: 2022,
          allowAtRules: [
            "container", // Chrome 105, Firefox 110, Safari 16.0
            "page", // Chrome 2, Firefox 19; Safari prints with its own margins
          ],
          allowProperties: [
            "accent-color", // Chrome 93, Firefox 92, Safari 15.4
            "container", // as @container
            "container-name",
            "container-type",
            "forced-color-adjust", // Chrome 89, Firefox 113; Safari has no forced colours
            "outline", // Chrome 94, Firefox 88, Safari 16.4
            "overscroll-behavior", // Chrome 63, Firefox 59, Safari 16.0
            "print-color-adjust", // only saves ink where it is missing
            "text-size-adjust", // only on phones
            "hanging-punctuation", // only finer where it is there
            "user-select", // Safari only knows it prefixed; without it text can be selected
          ],
          allowMediaConditions: [
            "forced-colors", // false where it is missing
          ],
        },
      ],
    },
  },
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 5, sourceType: "script" },
  },
];

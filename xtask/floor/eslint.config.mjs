// What the oldest supported browsers have: Chrome 109, Firefox 115, Safari 16.4.
// Baseline 2022 is the newest full year that all three have whole; the lists below add
// what came in the months between, or what does no harm where it is missing.
import css from "@eslint/css";

// Rules inside rules: from Chrome 112, Firefox 117 and Safari 16.5 on; the baseline rule only sees "&".
const noNesting = {
  create: (context) => ({
    "Rule Rule, Rule Atrule": (node) => context.report({ node, message: "a rule inside a rule" }),
    // :nth-child(2 of .a): from Chrome 111 on
    "Nth[selector!=null]": (node) => context.report({ node, message: ":nth-child(… of …)" }),
    // rgb(from red r g b): from Chrome 119 on
    'Function > Identifier[name="from"]': (node) =>
      context.report({ node, message: "a colour made from another" }),
  }),
};

export default [
  {
    files: ["**/*.css"],
    plugins: { css, floor: { rules: { newer: noNesting } } },
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
            "-webkit-print-color-adjust",
            "-webkit-text-size-adjust", // only on phones
            "text-size-adjust",
            "hanging-punctuation", // only finer where it is there
          ],
          allowMediaConditions: [
            "forced-colors", // false where it is missing
          ],
          allowSelectors: [],
        },
      ],
    },
  },
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 5, sourceType: "script" },
  },
];

import type { Linter } from "eslint";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/**
 * The floors of src/, lowest first (AGENTS.md): a folder or file imports from itself and from the ones before it. Type imports count.
 */
export const floors = [
  "errors.ts",
  "version.ts",
  "text",
  "model",
  "systems",
  "ports",
  "go",
  "archives",
  "config",
  "release",
  "install",
  "cache",
  "plan",
  "predict",
  "build",
  "inspect",
  "prove",
  "explain",
  "judge",
  "baseline",
  "legs",
  "report",
  "comment",
  "init",
  "run.ts",
  "post.ts",
  "action.ts",
  "cli.ts",
  "start.ts",
  "start-action.ts",
  "start-post.ts",
  "start-cli.ts",
] as const;

// Effects live in the doors and in ports/, everything else is functions from values to values. node:path computes on strings, so it
// is free.
const mayTouchTheWorld: readonly string[] = ["ports", "run.ts", "post.ts", "action.ts", "cli.ts", "start.ts"];

const worldMessage =
  "Only the doors (src/action.ts, src/post.ts, src/cli.ts, src/start.ts) and src/ports/ touch the world; take a port instead.";

const syntax = [
  { selector: "ExportDefaultDeclaration", message: "Export by name." },
  { selector: "TSEnumDeclaration", message: "Use a union of strings." },
  { selector: "TSNonNullExpression", message: "Prove it instead of asserting it." },
];

const higherMessage = "This is a higher floor (AGENTS.md): move the declaration down, or the code up.";

function rulesOfFloor(floor: (typeof floors)[number]): Linter.RulesRecord {
  const above = floors.slice(floors.indexOf(floor) + 1).map((name) => name.replace(".", "\\."));
  const path = `^\\.{1,2}/(?:\\.\\./)*(?:${above.join("|")})(?:/|$)`;
  const higher = { regex: path, message: higherMessage };
  // The rule for imports does not look at import("…"), neither as an expression nor as a type.
  const inSelector = path.replaceAll("/", "\\/");
  const inline = ["ImportExpression[source.value", "TSImportType[source.value"].map((selector) => ({
    selector: `${selector}=/${inSelector}/]`,
    message: higherMessage,
  }));
  const world = { regex: "^(node:(?!path$)|@actions/|undici$)", message: worldMessage };
  const isFree = mayTouchTheWorld.includes(floor);
  const patterns = [...(above.length > 0 ? [higher] : []), ...(isFree ? [] : [world])];
  return {
    "no-restricted-syntax": ["error", ...syntax, ...(above.length > 0 ? inline : [])],
    ...(patterns.length > 0 ? { "no-restricted-imports": ["error", { patterns }] } : {}),
    ...(isFree ? {} : { "no-restricted-globals": ["error", ...effects] }),
  };
}

/** What is printed goes through one function for each place: ports/runner.ts, the logs of ports/, and the door of the terminal. */
const runnerMessage = "Text reaches the runner through src/ports/runner.ts and src/ports/actions-log.ts.";

/** The files whose text reaches a terminal as it is: they make it harmless, or hand it to who does. */
const speakers: readonly string[] = ["src/cli.ts", "src/start.ts", "src/ports/cache-worker.ts"];

const speech = ["stdout", "stderr"].map((name) => ({
  object: "process",
  property: name,
  message: `Text reaches a terminal through ${speakers.join(", ")}; take a log instead.`,
}));

const effects = ["process", "console", "fetch", "Buffer", "setTimeout", "setInterval"].map((name) => ({
  name,
  message: worldMessage,
}));

// name.test.ts is pure; what starts a program has a suffix, by which it is put into a project of vitest.config.ts (CONTRIBUTING.md).
const startsPrograms = [
  {
    regex:
      "/support/(?:tools|engine|machine|browser|kernel|readelf|toolchains|link-trace|gate-run|cache-job|comment-job)\\.ts$",
    message: "A test that starts programs is called name.engine.test.ts, name.bundle.test.ts or name.oracle.test.ts.",
  },
];

const floorConfigs = floors.map((floor) => ({
  files: [floor.endsWith(".ts") ? `src/${floor}` : `src/${floor}/**/*.ts`],
  rules: rulesOfFloor(floor),
}));

/** What the script of the page uses of a browser. */
const browser = Object.fromEntries(
  [
    "addEventListener",
    "document",
    "getSelection",
    "localStorage",
    "location",
    "matchMedia",
    "navigator",
    "setTimeout",
  ].map((name) => [name, "readonly"] as const),
);

export default defineConfig(
  globalIgnores(["dist/", "node_modules/", "examples/", "__tests__/fixtures/"]),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "no-restricted-syntax": ["error", ...syntax],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/max-params": ["error", { max: 3 }],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 16],
    },
  },
  ...floorConfigs,
  {
    files: ["src/**/*.ts"],
    ignores: ["src/ports/runner.ts", "src/ports/actions-log.ts"],
    rules: {
      "no-console": "error",
      "@typescript-eslint/no-restricted-imports": [
        "error",
        { paths: [{ name: "@actions/core", message: runnerMessage }] },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: [...speakers],
    rules: { "no-restricted-properties": ["error", ...speech] },
  },
  {
    files: ["__tests__/**/*.ts", "bench/**/*.ts", "scripts/**/*.ts"],
    rules: {
      "max-lines": "off",
      "max-lines-per-function": "off",
    },
  },
  {
    files: ["__tests__/**/*.test.ts"],
    ignores: ["__tests__/**/*.{engine,bundle,oracle}.test.ts"],
    rules: { "no-restricted-imports": ["error", { paths: ["node:child_process"], patterns: startsPrograms }] },
  },
  {
    files: ["*.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    // The script of the page runs in a browser, as it is: no types, and no Node.js.
    files: ["src/report/page.js"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { sourceType: "script", parserOptions: { projectService: false }, globals: browser },
    rules: {
      "no-undef": "error",
      "no-unused-vars": "error",
      "no-implicit-globals": "error",
      // The whole script is one function, so that it leaves no names behind.
      "max-lines-per-function": "off",
    },
  },
);

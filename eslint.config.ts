import type { Linter } from "eslint";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

// The borders of the program (AGENTS.md): effects live in the doors and in ports/, everything else is functions from
// values to values. node:path computes on strings, so it is free.
const effects = {
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        {
          regex: "^(node:(?!path$)|@actions/)",
          message: "Only src/action.ts, src/cli.ts and src/ports/ touch the world; take a port instead.",
        },
        {
          regex: "/(run|action|cli)\\.ts$",
          message: "Nothing imports run.ts or a door.",
        },
      ],
    },
  ],
  "no-restricted-globals": [
    "error",
    ...["process", "console", "fetch", "Buffer", "setTimeout", "setInterval"].map((name) => ({
      name,
      message: "Only src/action.ts, src/cli.ts and src/ports/ touch the world; take a port instead.",
    })),
  ],
} satisfies Linter.RulesRecord;

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
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Export by name." },
        { selector: "TSEnumDeclaration", message: "Use a union of strings." },
        { selector: "TSNonNullExpression", message: "Prove it instead of asserting it." },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/max-params": ["error", { max: 3 }],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 16],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/action.ts", "src/cli.ts", "src/run.ts", "src/ports/**"],
    rules: effects,
  },
  {
    files: ["__tests__/**/*.ts", "bench/**/*.ts", "scripts/**/*.ts"],
    rules: {
      "max-lines": "off",
      "max-lines-per-function": "off",
    },
  },
  {
    files: ["*.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
);

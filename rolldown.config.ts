import { defineConfig } from "rolldown";

// One self-contained file per door: GitHub runs dist/ as it was committed, and a fresh clone starts dist/cli.js with
// no install step. What is heavy is imported lazily in src/ports and stays asleep inside the file until it is needed.
const door = (name: string) => ({
  input: `src/${name}.ts`,
  platform: "node" as const,
  output: {
    file: `dist/${name}.js`,
    format: "esm" as const,
    codeSplitting: false,
    minify: true,
    comments: { legal: true },
  },
});

export default defineConfig([door("action"), door("cli")]);

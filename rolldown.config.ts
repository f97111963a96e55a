import { readFile } from "node:fs/promises";
import { defineConfig, type Plugin } from "rolldown";
import { licenses } from "./scripts/licenses.ts";

/** Files in other languages are text to the program: `import text from "./page.css?raw"`, as vite has it. */
const raw: Plugin = {
  name: "raw",
  load: {
    filter: { id: /\?raw$/ },
    handler: async (id) => ({
      code: `export default ${JSON.stringify(await readFile(id.slice(0, -"?raw".length), "utf8"))};`,
      moduleType: "js",
    }),
  },
};

// GitHub runs dist/ as it was committed, and a fresh clone starts dist/cli.js with no install step. What both doors share, and what
// is heavy and seldom needed (HTTP, the tool cache), goes into files of its own: a run that needs no download never reads it, and
// starts in a third of the time.
export default defineConfig({
  input: {
    action: "src/start-action.ts",
    post: "src/start-post.ts",
    cli: "src/start-cli.ts",
    "cache-worker": "src/ports/cache-worker.ts",
  },
  platform: "node",
  // Else the comments that say where code is from would name the folder that a linked node_modules stands in.
  resolve: { symlinks: false },
  plugins: [raw, licenses],
  output: {
    dir: "dist",
    cleanDir: true,
    format: "esm",
    // A reviewer can compare it with the sources, comments included; that costs 6 ms of a start.
    minify: false,
    entryFileNames: "[name].js",
    chunkFileNames: "lib/[name].js",
  },
});

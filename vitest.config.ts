import { defineConfig } from "vitest/config";

// A file's name says where it runs (CONTRIBUTING.md): name.test.ts, name.engine.test.ts, name.bundle.test.ts, name.oracle.test.ts.
const suffixed = ["engine", "bundle", "oracle"].map((kind) => `__tests__/**/*.${kind}.test.ts`);

export default defineConfig({
  test: {
    // Else the text of every .css is empty.
    css: true,
    // Many tests wait: for a deadline, a terminal, a browser. Vitest leaves a core free of its own accord.
    maxWorkers: "100%",
    setupFiles: "__tests__/support/property-seed.ts",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["__tests__/**/*.test.ts"],
          exclude: suffixed,
          // Nothing in them outlives a test, so the modules are loaded once.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      ...["engine", "bundle", "oracle"].map((kind) => ({
        extends: true as const,
        test: {
          name: kind === "oracle" ? "oracles" : kind,
          include: [`__tests__/**/*.${kind}.test.ts`],
          globalSetup: ["__tests__/support/builds-folder.ts", "__tests__/support/go-env.ts"],
          // Most of them run real builds; on a cold cache each compiles the standard library.
          testTimeout: 180_000,
          hookTimeout: 600_000,
        },
      })),
    ],
  },
});

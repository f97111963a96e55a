import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["__tests__/**/*.test.ts"],
    // Else the text of every .css is empty.
    css: true,
    // Many tests wait: for a deadline, a terminal, a browser. Vitest leaves a core free of its own accord.
    maxWorkers: "100%",
    // Most tests run real builds; on a cold cache each compiles the standard library.
    testTimeout: 180_000,
    hookTimeout: 600_000,
  },
});

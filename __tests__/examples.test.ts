import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./support/root.ts";

it("the examples each say what they show", () => {
  for (const name of readdirSync(join(root, "examples"))) {
    expect(existsSync(join(root, "examples", name, "go.mod"))).toBe(true);
    expect(readFileSync(join(root, "examples", name, "main.go"), "utf8")).toMatch(/^\/\/ [A-Z]/);
  }
});

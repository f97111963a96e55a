import { describe, expect, it } from "vitest";
import { honestKinds } from "./support/honest-kinds.ts";
import { honestRows } from "./support/honest.ts";

// A gate that cries wolf is switched off. The rows are played by gate.*.test.ts and gate-workflow.*.test.ts; here they are counted.

describe("honest changes and checkouts", () => {
  it("are many, and of all kinds", () => {
    expect(honestRows.length).toBeGreaterThan(50);
    expect(new Set(honestRows.map(({ honest }) => honest))).toEqual(new Set(honestKinds));
    expect(new Set(honestRows.map(({ title }) => title)).size).toBe(honestRows.length);
  });

  it.each(honestRows)("$honest: $title", ({ outcome, honest }) => {
    // Where the base could not be built, somebody should know of it.
    const allowed =
      honest === "broken before" || honest === "becoming static" || honest === "repair" ? ["pass", "warn"] : ["pass"];
    expect(allowed).toContain(outcome);
  });
});

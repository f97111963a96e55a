import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalog } from "../src/model/catalog.ts";
import { root } from "./support/cli.ts";

const folder = join(root, "docs/findings");
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const kinds = Object.keys(catalog).toSorted();

describe("docs/findings", () => {
  it("has a page for every kind, and no other", () => {
    const pages = readdirSync(folder).filter((name) => name !== "README.md");
    expect(pages.toSorted()).toEqual(kinds.map((kind) => `${kind}.md`).toSorted());
  });

  it.each(kinds)("%s has all sections, and its links lead to pages", (kind) => {
    const text = read(`${kind}.md`);
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(["What we saw", "Why it matters", "What to do", "When to ignore it"]);
    const sections = text.split(/^## .+$/m).slice(1);
    for (const section of sections) expect(section.trim()).not.toBe("");
    for (const [, link = ""] of text.matchAll(/\]\(([\w-]+)\.md\)/g)) expect(kinds).toContain(link);
  });
});

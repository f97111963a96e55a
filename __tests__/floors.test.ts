import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import { floors } from "../eslint.config.ts";
import { root } from "./support/root.ts";

const src = join(root, "src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join(src, name));

describe("every floor", () => {
  it("has every folder and file of src/, and no other", () => {
    expect(readdirSync(src).toSorted()).toEqual([...floors].toSorted());
  });

  it("is a row of the table in AGENTS.md, in the same order", () => {
    const rows = readFileSync(join(root, "AGENTS.md"), "utf8").matchAll(/^\| `src\/([a-z-]+(?:\.ts)?)\/?` /gm);
    expect([...rows].map(([, name]) => name)).toEqual([...floors]);
  });
});

describe("an import from a higher floor", () => {
  // Typed rules need the file on disk; the floors are told by the path and the text alone.
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: false } } },
    ruleFilter: ({ ruleId }) => ruleId.startsWith("no-restricted-"),
  });
  const lint = async (file: string, text: string): Promise<readonly string[]> => {
    const [result] = await eslint.lintText(text, { filePath: join(root, file) });
    return (result?.messages ?? []).map(({ message }) => message);
  };

  it.each(floors.slice(0, -1).map((floor, index) => [floor, floors.slice(index + 1)] as const))(
    "from %s is refused, type imports included",
    async (floor, above) => {
      const isFile = floor.endsWith(".ts");
      const file = isFile ? `src/${floor}` : `src/${floor}/planted/deep.ts`;
      const up = isFile ? "./" : "../../";
      for (const name of above) {
        const target = `${up}${name}${name.endsWith(".ts") ? "" : "/planted.ts"}`;
        const planted = [
          `import type { A } from "${target}";`,
          `export type { A } from "${target}";`,
          `export const a = await import("${target}");`,
          `export type A = import("${target}").A;`,
        ];
        for (const text of planted) {
          expect(await lint(file, `${text}\n`), text).toEqual([expect.stringContaining("higher floor")]);
        }
      }
    },
  );

  it("is the only kind that is refused", async () => {
    expect(await lint("src/report/planted.ts", 'import { a } from "../model/a.ts";\nexport const b = a;\n')).toEqual(
      [],
    );
    expect(await lint("src/report/planted.ts", 'import { a } from "./text/report.ts";\nexport const b = a;\n')).toEqual(
      [],
    );
  });
});

it("no file imports itself through others", () => {
  const imports = new Map(
    files.map((file) => {
      const text = readFileSync(file, "utf8");
      const found = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, path = ""]) =>
        resolve(dirname(file), path),
      );
      return [file, found] as const;
    }),
  );
  const done = new Set<string>();
  const walk = (file: string, above: readonly string[]): readonly string[] => {
    if (above.includes(file)) return [...above.slice(above.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports.get(file) ?? []) {
      const circle = walk(next, [...above, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  const circles = files.map((file) => walk(file, [])).filter(({ length }) => length > 0);
  expect(circles.map((circle) => circle.map((file) => relative(src, file)).join(" → "))).toEqual([]);
});

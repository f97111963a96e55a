// npm run generate: rewrites what follows from the tables of the source. __tests__/generate.test.ts fails where that was forgotten.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { isSeq, parseDocument } from "yaml";
import { catalog } from "../src/model/catalog.ts";
import { renderSystems } from "./systems.ts";

const root = join(import.meta.dirname, "..");
const kinds = Object.entries(catalog).toSorted(([a], [b]) => (a < b ? -1 : 1));

type Generated = {
  /** Relative to the root of the repository. */
  readonly path: string;
  /** The text as it has to be, from the text as it is. */
  readonly render: (text: string) => string;
};

const systems = renderSystems();

/** The files that are generated, or have a part that is. */
export const generated: readonly Generated[] = [
  { path: "docs/findings/README.md", render: withIndex },
  {
    path: "docs/report.schema.json",
    render: (text) =>
      withList(
        text,
        ["$defs", "cell", "properties", "findings", "items", "properties", "kind", "enum"],
        kinds.map(([kind]) => kind),
      ),
  },
  ...Object.entries(systems).map(([name, text]) => ({ path: `src/systems/data/${name}.tsv`, render: () => text })),
  ...kinds.map(([kind, { title }]) => ({
    path: `docs/findings/${kind}.md`,
    render: (text: string) => text.replace(/^.*/, () => `# ${title} (\`${kind}\`)`),
  })),
];

/** The index of the findings: all below its introduction. */
function withIndex(text: string): string {
  const head = text.slice(0, text.indexOf("| kind"));
  const rows = kinds.map(([kind, { title, why }]) => `| [\`${kind}\`](${kind}.md) | ${title} | ${why} |`);
  return `${head}${["| kind | title | in one line |", "| :-- | :-- | :-- |", ...rows].join("\n")}\n`;
}

/** JSON with another list at `path`; the text around it stays as it is. Throws when there is no list. */
function withList(text: string, path: readonly string[], list: readonly string[]): string {
  const found = parseDocument(text).getIn(path, true);
  if (!isSeq(found) || found.range == null) throw new Error(`no list at ${path.join(".")}`);
  const [start, end] = found.range;
  return `${text.slice(0, start)}${JSON.stringify(list)}${text.slice(end)}`;
}

/** The text of a generated file, now and as it has to be. */
export async function regenerate({ path, render }: Generated): Promise<{ readonly is: string; readonly want: string }> {
  const file = join(root, path);
  const is = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (path.endsWith(".tsv")) return { is, want: render(is) };
  return { is, want: await format(render(is), { ...(await resolveConfig(file)), filepath: file }) };
}

if (import.meta.main) {
  for (const each of generated) {
    const { is, want } = await regenerate(each);
    if (is !== want) writeFileSync(join(root, each.path), want);
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

type Page = {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly text: string;
};

type CodeBlock = {
  readonly language: string;
  /** `docs/policy.md:8`, for the name of a test. */
  readonly place: string;
  readonly code: string;
};

/** The pages that users read. */
export function readPages(): Page[] {
  const folders = [".", "docs", "docs/findings"];
  return folders
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
    .filter((path) => path.endsWith(".md") && !["AGENTS.md", "CHANGELOG.md"].includes(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** The fenced blocks of a page. */
export function codeBlocks({ path, text }: Page): CodeBlock[] {
  return [...text.matchAll(/^([ \t]*)```(\w*)\n(.*?)^\1```$/gms)].map(
    ({ 1: indent = "", 2: language = "", 3: code = "", index }) => {
      const line = text.slice(0, index).split("\n").length;
      return { language, place: `${path}:${line}`, code: code.replaceAll(new RegExp(`^${indent}`, "gm"), "") };
    },
  );
}

/** A page without its fenced blocks and code spans. */
export function proseOf(text: string): string {
  return text.replaceAll(/^([ \t]*)```.*?^\1```$/gms, "").replaceAll(/`+[^`\n]*`+/g, "");
}

/** The anchors of a page's headings, by GitHub's rule. */
export function anchorsOf(text: string): string[] {
  const headings = [...text.replaceAll(/^```.*?^```$/gms, "").matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = ""]) => heading,
  );
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-"),
  );
}

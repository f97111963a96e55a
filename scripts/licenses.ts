// What the bundle has to carry: the licence of every package whose code is in it. rolldown.config.ts writes it to dist/licenses.txt.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Plugin } from "rolldown";

/** A package whose code is in the bundle. */
export type BundledPackage = {
  readonly name: string;
  readonly version: string;
  /** As its package.json names it, an SPDX expression. */
  readonly license: string;
  /** The text of its licence and notice files. */
  readonly text: string;
};

/**
 * The packages that modules belong to, by name and version, each once. `modules` are absolute paths. Throws for a package without a
 * licence text: its code cannot be shipped.
 */
export function packagesOf(modules: readonly string[]): BundledPackage[] {
  const folders = new Set(modules.filter((path) => path.includes(`${sep}node_modules${sep}`)).map(packageFolder));
  const packages = new Map([...folders].map(readPackage).map((each) => [`${each.name}@${each.version}`, each]));
  return [...packages].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** The text of dist/licenses.txt. */
export function renderLicenses(packages: readonly BundledPackage[]): string {
  const head =
    "The files in this folder contain code of these packages. The licence of go-linkage itself is in ../LICENSE.\n";
  const parts = packages.map(
    ({ name, version, license, text }) => `${"=".repeat(80)}\n${name}@${version} (${license})\n\n${text}\n`,
  );
  return [head, ...parts].join("\n");
}

/** Writes licenses.txt beside what a build writes, from the modules that are left in it. */
export const licenses: Plugin = {
  name: "licenses",
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
    // Rolldown's own helpers and modules of plugins begin with a null byte.
    const paths = modules.map((id) => id.replace(/\?.*$/, "")).filter((id) => !id.startsWith("\0"));
    this.emitFile({ type: "asset", fileName: "licenses.txt", source: renderLicenses(packagesOf(paths)) });
  },
};

/** The folder below the last node_modules of a path. Folders in it may have a package.json too, which only says `type`. */
function packageFolder(path: string): string {
  const parts = path.split(sep);
  const at = parts.lastIndexOf("node_modules") + 1;
  return parts.slice(0, at + (parts[at]?.startsWith("@") === true ? 2 : 1)).join(sep);
}

function readPackage(folder: string): BundledPackage {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, unknown>;
  const { name, version, license, author } = manifest;
  if (typeof name !== "string" || typeof version !== "string" || typeof license !== "string") {
    throw new Error(`${folder}/package.json does not say name, version and license`);
  }
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file));
  const texts = files
    .toSorted()
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  if (texts.length > 0) return { name, version, license, text: texts.join("\n\n") };
  // Two packages name the MIT license and an author, and have no file. The terms are the same for everyone.
  if (license !== "MIT" || typeof author !== "string") throw new Error(`${name}@${version} has no licence text`);
  const notice = "(The package has no licence file. Its package.json names the MIT license.)";
  return { name, version, license, text: `${notice}\n\nCopyright (c) ${author}\n\n${mitTerms()}` };
}

/** The MIT license below its heading and its copyright line, as this repository has it. */
function mitTerms(): string {
  const text = readFileSync(join(import.meta.dirname, "../LICENSE"), "utf8");
  return text.slice(text.indexOf("Permission is hereby granted")).trim();
}

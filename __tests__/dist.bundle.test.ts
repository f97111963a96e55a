import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { root } from "./support/cli.ts";

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

it("dist is what the sources build to, no file more and none less", () => {
  // Built elsewhere, so that the test neither mends nor breaks the tree that it judges.
  const copy = mkdtempSync(join(tmpdir(), "dist-"));
  try {
    for (const name of ["src", "package.json", "tsconfig.json", "rolldown.config.ts"]) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    const { status, stderr } = spawnSync("npm", ["run", "--silent", "bundle"], { cwd: copy, encoding: "utf8" });
    expect(status, stderr).toBe(0);
    const names = filesBelow(join(root, "dist"));
    expect(names).toEqual(filesBelow(join(copy, "dist")));
    const stale = names.filter(
      (name) => !readFileSync(join(root, "dist", name)).equals(readFileSync(join(copy, "dist", name))),
    );
    expect(stale, "run npm run bundle and commit dist").toEqual([]);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

it("dist holds no path of the machine that built it", () => {
  for (const name of filesBelow(join(root, "dist"))) {
    expect(readFileSync(join(root, "dist", name), "utf8")).not.toContain(root);
  }
});

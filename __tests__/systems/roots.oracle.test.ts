import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { startingProgram } from "../../src/systems/starting-program.ts";
import { startsOn } from "../../src/systems/starts-on.ts";
import { systemOf } from "../../src/systems/system-names.ts";
import type { RunsOn, System } from "../../src/model/system.ts";
import { buildSystemProgram, systemPrograms } from "../support/system-programs.ts";
import { sourceOf } from "../inspect/byte-source.ts";

/** A root that mmdebstrap or a copy makes, and the system that it is; `added`: libraries beyond a default install. */
type Root = {
  readonly name: string;
  readonly system: string;
  readonly suite?: string;
  readonly added: readonly string[];
};

const roots: readonly Root[] = [
  { name: "bullseye", suite: "bullseye", system: "debian11", added: [] },
  { name: "bookworm", suite: "bookworm", system: "debian12", added: [] },
  { name: "trixie", suite: "trixie", system: "debian13", added: [] },
  ...(["bullseye", "bookworm", "trixie"] as const).map((suite, at) => {
    return { name: `${suite}+cc`, suite, system: `debian${11 + at}`, added: ["libstdc++.so.6"] };
  }),
  { name: "empty", system: "scratch", added: [] },
  { name: "musl", system: "alpine3.22", added: [] },
];

const folder = process.env.GO_LINKAGE_ROOTS ?? join(tmpdir(), "go-linkage-roots");
const muslLibc = "/lib/ld-musl-x86_64.so.1";

function answers(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

const whyNot =
  [
    ["not root", process.getuid?.() === 0],
    ["no mmdebstrap", answers("mmdebstrap", "--version")],
    ["no chroot", answers("chroot", "--version")],
    ["no musl-gcc", existsSync(muslLibc)],
    ["not amd64", process.arch === "x64"],
  ].find(([, isThere]) => isThere === false)?.[0] ?? null;
const hasZig = answers("python3", "-m", "ziglang", "version");

/** Made once, and kept for the next run: each takes half a minute and needs Debian's packages. */
function makeRoot({ name, suite, added }: Root): string {
  const path = join(folder, name);
  if (existsSync(join(path, "tmp"))) return path;
  mkdirSync(folder, { recursive: true });
  if (suite === undefined) {
    mkdirSync(join(path, "lib"), { recursive: true });
    if (name === "musl") copyFileSync(muslLibc, join(path, muslLibc));
    mkdirSync(join(path, "tmp"));
    return path;
  }
  const include = added.length === 0 ? [] : ["--include=libstdc++6"];
  const { status, stderr } = spawnSync("mmdebstrap", ["--variant=essential", ...include, suite, path], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`mmdebstrap ${suite}: ${stderr.slice(-1000)}`);
  return path;
}

/** What the kernel and the loader of the root say: an empty text when it starts. */
function start(root: string, file: string): string {
  const inside = join(root, "tmp", "app");
  copyFileSync(file, inside);
  chmodSync(inside, 0o755);
  const { status, stdout, stderr, signal } = spawnSync("chroot", [root, "/tmp/app"], {
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
  return status === 0 && stdout.trim().length > 0 ? "" : `${signal ?? "failed"}: ${stderr}`;
}

function predict(file: string, system: System): RunsOn {
  const inspection = inspect(sourceOf(readFileSync(file)));
  const { linkage } = inspection;
  const program = startingProgram({ platform: "linux/amd64", linkage, inspection, machineFlags: [], broken: null });
  const found = program && startsOn(program, system);
  if (found == null) throw new Error(`${system.id} has no row for it`);
  return found;
}

/** Whether a prediction is what happened. A library that the root has beside its default install is there. */
function isRight({ outcome, packages, reason }: RunsOn, said: string, { added }: Root): boolean {
  const missing = packages.filter((library) => !added.includes(library));
  if (outcome === "runs" || (outcome === "needs-package" && missing.length === 0)) return said === "";
  if (outcome === "needs-package") return missing.some((library) => said.includes(library));
  const version = /needs (\w+_[\w.]+)/.exec(reason)?.[1];
  // The loader looks for libraries first, so that one which the root lacks hides a version.
  const isNamed =
    version === undefined || said.includes(version) || /cannot open shared object|weak version/.test(said);
  return outcome === "does-not-start" && said !== "" && isNamed;
}

const shown = systemPrograms.filter(({ name }) => hasZig || !/zig|unversioned/.test(name));

describe.skipIf(whyNot !== null)(`systems and real roots${whyNot === null ? "" : ` (skipped: ${whyNot})`}`, () => {
  const made = new Map<string, string>();
  let builds = "";
  beforeAll(() => {
    builds = mkdtempSync(join(tmpdir(), "systems-"));
    for (const root of roots) made.set(root.name, makeRoot(root));
  }, 900_000);
  afterAll(() => {
    rmSync(builds, { recursive: true, force: true });
  });

  it.each(shown.map((program, at) => ({ ...program, at })))(
    "$name",
    (program) => {
      const file = buildSystemProgram(program, join(builds, String(program.at)), process.env.PATH ?? "");
      const wrong = roots.flatMap((root) => {
        const found = predict(file, systemOf(root.system));
        const said = start(made.get(root.name) ?? "", file);
        if (program.isOpen === true && found.outcome === "unknown") return [];
        return isRight(found, said, root) ? [] : [{ root: root.name, ...found, said }];
      });
      expect(wrong).toEqual([]);
    },
    600_000,
  );

  it.each(roots.filter(({ suite }) => suite !== undefined))("what $name has is what the table says", (root) => {
    const path = made.get(root.name) ?? "";
    const { processors, glibc, libraries } = systemOf(root.system);
    const processor = processors.find((each) => each.processor === "amd64");
    const find = (library: string): string | undefined =>
      ["lib", "usr/lib"].map((dir) => join(path, dir, "x86_64-linux-gnu", library)).find((each) => existsSync(each));
    // Before 2.34 some versions are in libpthread or libm alone.
    const files = glibc.flatMap((library) => find(library) ?? []);
    const { stdout } = spawnSync("readelf", ["-V", ...files], { encoding: "utf8" });
    const names = new Set(stdout.match(/GLIBC_[\w.]+/g));
    const numbers = [...names].flatMap((name) => /^GLIBC_2\.(\d+)/.exec(name)?.[1] ?? []).map(Number);
    expect(`2.${Math.max(...numbers)}`).toBe(processor?.versions.GLIBC);
    expect([...names].filter((name) => name.startsWith("GLIBC_ABI_")).sort()).toEqual(processor?.names);
    const missing = [...glibc, ...libraries.map(({ name }) => name)].filter((library) => find(library) === undefined);
    expect(missing).toEqual([]);
    // A link may lead to a path of the root, which is another file here.
    const loader = lstatSync(join(path, processor?.loader ?? "none"), { throwIfNoEntry: false });
    expect(loader).toBeDefined();
  });
});

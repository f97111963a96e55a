import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Report } from "../src/model/report.ts";
import { plainEnvironment, runReport } from "./support/engine.ts";
import { describeWith } from "./support/tools.ts";

// Packages that Debian made: each program in them is judged as the file that dpkg-deb unpacks is, and what they declare is right.
// DEBS=FOLDER takes those that are there, of any processor.

const few = ["age", "bc", "file", "fzf", "gron", "hello", "jq", "make", "patch", "sqlite3", "tree", "zstd"];

describeWith(["apt-get", "dpkg-deb"], "Debian's packages", () => {
  const scratch = mkdtempSync(join(tmpdir(), "debian-packages-"));
  const debs = process.env.DEBS ?? join(scratch, "debs");
  const inspect = (folder: string): Promise<Report> =>
    runReport({ mode: "inspect", "working-directory": folder, binaries: "." }, plainEnvironment());

  beforeAll(() => {
    execFileSync("mkdir", ["-p", debs, join(scratch, "files")]);
    if (process.env.DEBS === undefined) execFileSync("apt-get", ["download", "-qq", ...few], { cwd: debs });
    for (const name of readdirSync(debs)) {
      execFileSync("dpkg-deb", ["-x", join(debs, name), join(scratch, "files", name)]);
    }
  }, 300_000);

  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });

  it("are judged as the files in them, and no dependency is missing", async () => {
    const [packed, unpacked] = [await inspect(debs), await inspect(join(scratch, "files"))];
    // In a folder, a text without an extension or packed is a row of its own.
    const judged = ({ cells }: Report): ReadonlyMap<string, unknown> =>
      new Map(
        cells
          .filter(({ linkage }) => linkage?.kind !== "unreadable")
          .map(({ artifact, linkage }) => [artifact?.path?.replace("!/", "/") ?? "", [artifact?.size, linkage]]),
      );
    const kinds = packed.cells.flatMap(({ findings }) => findings.map(({ kind }) => kind));
    expect(packed.cells.length).toBeGreaterThanOrEqual(few.length);
    expect(packed.cells.filter(({ linkage }) => linkage?.kind === "unreadable")).toEqual([]);
    expect(judged(packed)).toEqual(judged(unpacked));
    expect(kinds.filter((kind) => /dependency|artifact-mismatch|not-executable/.test(kind))).toEqual([]);
  }, 300_000);
});

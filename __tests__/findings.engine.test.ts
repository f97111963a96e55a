import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { catalog, type FindingKind } from "../src/model/catalog.ts";
import { findingsOf, findingsOfFile } from "../src/explain/findings.ts";
import { inspect } from "../src/inspect/inspect-bytes.ts";
import { makeFiles } from "../src/ports/files.ts";
import { linkFacts } from "../src/predict/link-facts.ts";
import { decideLinkMode } from "../src/predict/predict-link-mode.ts";
import { predictLinkage } from "../src/predict/predict-linkage.ts";
import { plainEnvironment, runEngine, writeModule } from "./support/engine.ts";
import { git, Hub, writeTree } from "./support/github.ts";
import { makePlanned } from "./support/planned.ts";
import { isSlow, main, named, pure, rows, scratch, testFound, users } from "./support/finding-rows.ts";
import { describeWith } from "./support/tools.ts";
import { checkPrediction } from "../src/explain/check-prediction.ts";
import type { Inspection } from "../src/model/artifact.ts";
import type { Finding } from "../src/model/finding.ts";
import type { PredictedLinkage } from "../src/model/prediction.ts";

// Every kind of finding, provoked by a real build or a real file, and the nearest harmless variant, which does not have it.

/** Kinds that are about a file whoever built it, a proof or a base commit, or that no build provokes while the rules are right. */
const others: readonly FindingKind[] = [
  "artifact-mismatch",
  "build-broken",
  "build-info",
  "image-start",
  "moved",
  "not-executable",
  "other-source",
  "packed",
  "policy-relaxed",
  "prediction",
  "refused",
  "regression",
  "superfluous-dependency",
  "undeclared-dependency",
  "unreadable",
];

it("every kind of the catalog is provoked, and nothing else", () => {
  expect([...rows.map(({ kind }) => kind), ...others].toSorted()).toEqual(Object.keys(catalog).toSorted());
});

testFound((row) => !isSlow(row));

async function inspectFile(path: string): Promise<readonly Finding[]> {
  const [cell] = await runEngine({ mode: "inspect", binaries: path, "working-directory": scratch }, plainEnvironment());
  return cell?.findings ?? [];
}

function inspectionOf(path: string): Inspection {
  return makeFiles(tmpdir()).files.withSource(path, (source) => inspect(source));
}

/** The findings of a program without cgo whose prediction was changed. */
function findingsWhenPredicted(inspection: Inspection, falsified: Partial<PredictedLinkage>): readonly Finding[] {
  const planned = makePlanned();
  const settings = { goVersion: "1.26.8", goflags: [], env: {} };
  const facts = linkFacts(planned, settings);
  const link = decideLinkMode(facts, null);
  const prediction = { facts, link, dynamicImports: [], linkage: { ...predictLinkage(facts, link, []), ...falsified } };
  const build = { status: "built", argv: [], output: "", file: "app", fileName: "app", durationMs: 1 } as const;
  const artifact = { path: null, size: 1, sha256: "", inspection, inspectMs: 1 };
  const cell = { planned, prediction, build, artifact, proof: null };
  return findingsOf(cell, { users: [], settings, checked: checkPrediction(prediction, cell) });
}

/** A static program, to do things to. */
function buildPure(name: string): string {
  const dir = join(scratch, name);
  writeModule(dir, pure);
  execFileSync("go", ["build", "-o", "app", "."], { cwd: dir, env: { ...plainEnvironment(), CGO_ENABLED: "0" } });
  return join(dir, "app");
}

describeWith(["go"], "of a file", () => {
  it("build-info: what it records is not what it is", async () => {
    const path = buildPure("build-info");
    expect(named(await inspectFile(path), "build-info")).toEqual([]);
    const { arch } = process;
    const [is, says] = arch === "arm64" ? ["GOARCH=arm64", "GOARCH=amd64"] : ["GOARCH=amd64", "GOARCH=arm64"];
    writeFileSync(path, readFileSync(path, "latin1").replaceAll(is, says), "latin1");
    expect(named(await inspectFile(path), "build-info")).toMatchObject([
      { level: "warning", message: expect.stringContaining(says.slice("GOARCH=".length)) as string },
    ]);
  });

  it("refused: it was started in an empty root and failed", () => {
    const inspection = inspectionOf(buildPure("refused"));
    const proof = {
      means: "chroot",
      detail: "it starts and is killed by SIGTRAP",
      exitCode: null,
      signal: null,
    } as const;
    const none = { sha256: null, inspectMs: 0, container: null, file: null, packed: null, listed: null };
    const file = { path: "app", size: 1, inspection, ...none };
    expect(named(findingsOfFile({ ...file, proof: { ...proof, result: "refused" } }, []), "refused")).toMatchObject([
      { level: "error", message: "started in an empty root it failed: it starts and is killed by SIGTRAP" },
    ]);
    expect(named(findingsOfFile({ ...file, proof: { ...proof, result: "proven" } }, []), "refused")).toEqual([]);
  });

  it("prediction: the rules said something else than the file", () => {
    const inspection = inspectionOf(buildPure("prediction"));
    expect(named(findingsWhenPredicted(inspection, {}), "prediction")).toEqual([]);
    expect(named(findingsWhenPredicted(inspection, { kind: "dynamic" }), "prediction")).toMatchObject([
      { level: "info", message: expect.stringContaining("dynamic by the internal") as string },
    ]);
    const unsure = { kind: "dynamic", unseen: ["what cc does by default"] } as const;
    expect(named(findingsWhenPredicted(inspection, unsure), "prediction")).toEqual([]);
  });

  it("unreadable: cut off", async () => {
    const path = buildPure("unreadable");
    writeFileSync(path, readFileSync(path).subarray(0, 40));
    expect(named(await inspectFile(path), "unreadable")).toMatchObject([{ level: "error" }]);
  });
});

describeWith(["go", "gcc", "git"], "of a change", () => {
  it.each([
    {
      kind: "regression",
      level: "error",
      says: "main.go:3 (added here) imports os/user, which uses cgo",
      change: users,
    },
    {
      kind: "build-broken",
      level: "error",
      says: "no longer builds: ./main.go:3:15: undefined: missing",
      change: main("func main() { missing() }"),
    },
  ] as const)("$kind", async ({ kind, level, says, change }) => {
    const hub = new Hub();
    const findings = async (): Promise<readonly Finding[]> => {
      const inputs = { "working-directory": hub.developer, strategies: "default", "baseline-ref": "main" };
      const [cell] = await runEngine(inputs, { ...plainEnvironment(), ...hub.plain() });
      return cell?.findings ?? [];
    };
    try {
      hub.push("main", { "go.mod": "module example.com/app\n\ngo 1.19\n", ...pure });
      writeTree(hub.developer, change);
      expect(named(await findings(), kind)).toMatchObject([
        { level, message: expect.stringContaining(says) as string },
      ]);
      git(hub.developer, "commit", "--quiet", "--all", "--message=change");
      expect(named(await findings(), kind)).toEqual([]);
    } finally {
      hub.remove();
    }
  });
});

describeWith(["go", "upx"], "of a packed file", () => {
  it("packed: its headers are the packer's", async () => {
    const path = buildPure("packed");
    expect(named(await inspectFile(path), "packed")).toEqual([]);
    execFileSync("upx", ["-q", path], { stdio: "ignore" });
    expect(named(await inspectFile(path), "packed")).toMatchObject([
      { level: "error", message: expect.stringContaining("packed with UPX") as string },
    ]);
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goLinkage } from "./support/cli.ts";
import { confusion, type Outcome, outcomeOf } from "./support/confusion.ts";
import { LinkTrace } from "./support/link-trace.ts";
import { type Case, cases, titleOf, writePrograms } from "./support/prediction-cases.ts";
import { installedGos } from "./support/toolchains.ts";
import { describeWith } from "./support/tools.ts";
import type { Report, Cell } from "../src/model/report.ts";

// What flags and environment do to a link where the linker's choice is not the obvious one. Each is predicted, built, inspected,
// and asked of the toolchain itself.

const full = process.env.FULL === "true";
const chosen = (full ? installedGos() : [{ title: "the Go on PATH", go: "go" }]).map(({ title, go }) => ({
  title,
  path: go === "go" ? process.env.PATH : `${dirname(go)}:${process.env.PATH ?? ""}`,
}));

describeWith(["go", "gcc", "musl-gcc", "x86_64-w64-mingw32-gcc"], "predictions", () => {
  const dir = mkdtempSync(join(tmpdir(), "prediction-"));

  beforeAll(() => {
    writePrograms(dir);
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  describe.each(chosen)("of $title", ({ title, path: PATH }) => {
    const outcomes: Outcome[] = [];
    const observed: Record<string, string> = {};
    const trace = new LinkTrace();
    afterAll(() => {
      trace.remove();
      if (full) console.log(`${title}\n${confusion(outcomes).table}`);
    });

    it.each(cases.map((each) => ({ name: titleOf(each), ...each })))(
      "$name",
      async (each) => {
        const cwd = join(dir, each.program);
        const env = { ...each.env, PATH };
        const cell = await checkOne(each, cwd, env);
        const outcome = outcomeOf(cell);
        outcomes.push(outcome);
        observed[each.name] = outcome.observed;
        expect(outcome.predicted, `${cell.reason ?? ""}\n${cell.build.output}`).toBe(outcome.observed);
        if (cell.status !== "built" || cell.platform !== "linux/amd64") return;
        expect(trace.modeOf(cell, cwd, { ...process.env, ...env })).toBe(cell.link.mode);
        // Static for an empty root: it was started there.
        const crashed = cell.proof?.result === "refused";
        expect(cell.prediction?.crashes).toBe(crashed);
      },
      120_000,
    );

    it.runIf(PATH === process.env.PATH)(
      "came out as it was recorded, which prediction.engine.test.ts goes by",
      async () => {
        await expect(`${JSON.stringify(observed, null, 2)}\n`).toMatchFileSnapshot("fixtures/outcomes.json");
      },
    );
  });
});

async function checkOne(each: Case, cwd: string, env: Readonly<Record<string, string | undefined>>): Promise<Cell> {
  const { strategy = "default", flags = "", platform = "linux/amd64" } = each;
  const args = ["check", ".", "--json", `--strategies=${strategy}`, `--ship=${strategy}`, `--flags=${flags}`];
  args.push(`--platforms=${platform}`, "--prove=--version");
  const { stdout, stderr } = await goLinkage(args, { cwd, env });
  if (stdout === "") throw new Error(stderr);
  const [cell] = (JSON.parse(stdout) as Report).cells;
  if (cell === undefined) throw new Error(stderr);
  return cell;
}

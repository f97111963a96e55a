import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { strategies } from "../../src/go/strategies.ts";
import { plainEnvironment, runReport } from "../support/engine.ts";
import { type Choice, ownKind } from "../support/sample.ts";
import { describeWith } from "../support/tools.ts";
import type { Cell } from "../../src/model/report.ts";

type Row = {
  readonly kind: string;
  readonly name: string;
  readonly flags: string;
  readonly goflags?: string;
  readonly want: string;
};

/** Builds a program with it under every strategy, and starts them. */
export function testPrinted(choose: Choice): void {
  describeWith(["go", "gcc", "musl-gcc"], "a program with -X 'main.v=a b'", () => {
    const run = promisify(execFile);
    let dir = "";
    beforeAll(() => {
      dir = mkdtempSync(join(tmpdir(), "go-flags-"));
      mkdirSync(join(dir, "app"));
      writeFileSync(join(dir, "app/go.mod"), "module example.com/app\n\ngo 1.21\n");
      writeFileSync(join(dir, "app/main.go"), "package main\n\nvar v, w string\n\nfunc main() { println(v + w) }\n");
    });
    afterAll(() => {
      rmSync(dir, { recursive: true });
    });

    const build = async (name: string, flags: string, GOFLAGS = ""): Promise<readonly Cell[]> => {
      const inputs = { strategies: "all", flags, "output-dir": join(dir, name), "working-directory": join(dir, "app") };
      const { cells, verdict } = await runReport(inputs, { ...plainEnvironment(), GOFLAGS });
      expect(verdict.outcome).not.toBe("fail");
      expect(cells.map(({ strategy: each, status }) => `${each} ${status}`)).toEqual(
        strategies.map((each) => `${each.name} built`),
      );
      return cells;
    };

    const rows: readonly Row[] = [
      { kind: "flag", name: "as a flag", flags: `-ldflags='-X "main.v=a b"'`, want: "a b\n" },
      { kind: "flag", name: "in GOFLAGS", flags: "", goflags: `"-ldflags=-X 'main.v=a b'"`, want: "a b\n" },
      {
        kind: "flag",
        name: "behind all=, before another value that a pattern keeps off",
        flags: `-ldflags='all=-X "main.v=a b" -X main.w=c' -ldflags=./other=-s`,
        want: "a bc\n",
      },
    ];

    it.each(choose(rows, ownKind))("prints it under every strategy: $name", async ({ name, flags, goflags, want }) => {
      const cells = await build(name, flags, goflags);
      for (const { artifact, strategy: each, findings } of cells) {
        // Go 1.26 links a program without cgo externally only with runtime/cgo; the tool says so where it would crash.
        expect(
          findings.filter(({ kind }) => kind === "crash-at-start"),
          each ?? "",
        ).toEqual([]);
        const { stderr } = await run(artifact?.path ?? "");
        expect(stderr, each ?? "").toBe(want);
      }
    });
  });
}

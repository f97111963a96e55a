import { expect, it } from "vitest";
import { annotationsOf } from "../../src/report/annotations.ts";
import { makeCell, makeFinding, makeReport } from "../support/cells.ts";

it("what is in an archive or an image is placed at the file that holds it", () => {
  const path = "dist/app.tar.gz";
  const cell = makeCell({
    strategy: null,
    role: "ships",
    container: { path, member: "bin/app", format: "tar" },
    artifact: { path: `${path}!/bin/app`, size: 1, sha256: null, format: "elf" },
    findings: [makeFinding({ level: "error", kind: "crash-at-start" })],
  });
  const target = { package: cell.package, platform: cell.platform, strategy: null, file: `${path}!/bin/app` };
  const judgements = [{ kind: "build", outcome: "fail", target, message: "is broken" } as const];
  const report = makeReport({ cells: [cell], verdict: { outcome: "fail", reason: "broken", judgements }, folder: "" });
  expect(annotationsOf(report).map(({ file }) => file)).toEqual([path]);
});

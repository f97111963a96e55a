import { expect, it } from "vitest";
import { annotationsOf } from "../../src/report/annotations.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { makeCell, makeFinding, makeReport } from "../support/cells.ts";
import type { Report } from "../../src/model/report.ts";

/** The shipped build failed for go.mod as it did on the base commit, and `require: static` is set. */
function failedUnderRule(): Report {
  const reason = "go.mod cannot be read: go.mod:4: unknown directive";
  const failure = makeFinding({
    kind: "module-files",
    level: "error",
    message: reason,
    fix: "correct the line that is named",
    file: "go.mod",
    line: 4,
  });
  const violation = makeFinding({
    kind: "policy",
    level: "error",
    message: `${reason}, and require: static is set`,
    fix: null,
  });
  const cell = makeCell({ status: "failed", linkage: null, artifact: null, reason, findings: [violation, failure] });
  const judgement = {
    kind: "policy",
    outcome: "fail",
    target: { package: cell.package, platform: cell.platform, strategy: null, file: null },
    message: violation.message,
  } as const;
  return makeReport({
    cells: [cell],
    verdict: { outcome: "fail", reason: `app: ${violation.message}`, judgements: [judgement] },
    rules: [
      {
        rule: "require",
        file: null,
        line: null,
        packages: [],
        limit: "static",
        measured: "failed",
        outcome: "broken",
      },
    ],
  });
}

it("a rule that a failed build breaks has the place and the fix of the failure", () => {
  const report = failedUnderRule();
  const [annotation] = annotationsOf(report);
  expect(annotation).toMatchObject({ level: "error", file: "go.mod", line: 4 });
  expect(annotation?.message).toContain("Fix: correct the line that is named");
  const markdown = renderMarkdown(report);
  expect(markdown).toMatch(/^## ❌ `app` does not build; `require: static` is set$/m);
  expect(markdown).toContain("**Fix**: Correct the line that is named.");
});

it("a rule that a file breaks has the packages that use cgo, and the fix of the finding", () => {
  const users = ["net", "os/user"].map((path) => ({ package: path, chain: [path], file: null, line: null }));
  const cgo = makeFinding({ kind: "std-cgo", level: "info", message: "it needs libc.so.6", fix: "build with X" });
  const floor = makeFinding({ kind: "glibc-floor", level: "info", fix: "build elsewhere" });
  const violation = makeFinding({ kind: "policy", level: "error", message: "it is dynamic", fix: null });
  const artifact = { path: "dist/app", size: 1, sha256: null, format: "elf" };
  const cell = makeCell({
    kind: "dynamic",
    strategy: null,
    artifact,
    cgo: users,
    findings: [violation, floor, cgo],
  });
  const target = { package: cell.package, platform: cell.platform, strategy: null, file: "dist/app" };
  const judgements = [{ kind: "policy", outcome: "fail", target, message: "is dynamic" }] as const;
  const markdown = renderMarkdown(
    makeReport({ ship: null, cells: [cell], verdict: { outcome: "fail", reason: "x", judgements } }),
  );
  expect(markdown).toContain("Cause: it uses cgo through net and os/user.");
  expect(markdown).toContain("**Fix**: Build with X.");
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plainEnvironment, runEngine } from "./support/engine.ts";
import { describeWith } from "./support/tools.ts";
import type { Inputs } from "../src/config/inputs.ts";
import type { Cell } from "../src/model/report.ts";

// The story that started this project: a program is static, somebody removes an `import "C"` that nothing uses any more, and
// the same command leaves a dynamic one.

const withC = `package main

// int answer(void) { return 42; }
import "C"

import _ "net"

func main() { println(C.answer()) }
`;
const withoutC = `package main

import _ "net"

func main() { println(42) }
`;
const flags = "-ldflags=-extldflags=-static";

describeWith(["go", "gcc"], "the story of the removed import", () => {
  const dir = mkdtempSync(join(tmpdir(), "seed-story-"));

  beforeAll(() => {
    writeFileSync(join(dir, "go.mod"), "module example.com/app\n\ngo 1.19\n");
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  const build = async (source: string, inputs: Partial<Inputs>): Promise<Cell> => {
    writeFileSync(join(dir, "main.go"), source);
    const given = { "working-directory": dir, strategies: "default", ...inputs };
    const [cell] = await runEngine(given, plainEnvironment());
    if (cell === undefined) throw new Error("no cell");
    return cell;
  };

  it("begins with a static program", async () => {
    const cell = await build(withC, { flags });
    expect(cell.linkage?.kind).toBe("static");
    expect(cell.link).toEqual({
      mode: "external",
      reasons: ["example.com/app uses cgo and is not among the packages that Go links itself"],
    });
  });

  it("goes on with a dynamic one, and says which rule made it so", async () => {
    const cell = await build(withoutC, { flags });
    expect(cell.linkage).toMatchObject({ kind: "dynamic", needed: ["libc.so.6"] });
    expect(cell.link).toEqual({
      mode: "internal",
      reasons: ["only net uses cgo, and Go's own linker can link that"],
    });
    expect(cell.findings.find(({ kind }) => kind === "extldflags-ignored")).toEqual({
      kind: "extldflags-ignored",
      level: "warning",
      message: "-extldflags=-static had no effect: Go's internal linker took the build, because only net uses cgo",
      cause: null,
      fix: "build with CGO_ENABLED=0 or -tags netgo,osusergo, or add -linkmode=external to -ldflags",
      file: "main.go",
      line: 3,
      column: null,
    });
  });

  it.each([
    { fix: "CGO_ENABLED=0", inputs: { strategies: "cgo-disabled", ship: "cgo-disabled", flags } },
    { fix: "-tags netgo,osusergo", inputs: { flags: "-tags netgo,osusergo -ldflags=-extldflags=-static" } },
    { fix: "-linkmode=external", inputs: { flags: "-ldflags='-linkmode=external -extldflags=-static'" } },
  ])("ends well with $fix, as the fix says", async ({ inputs }) => {
    const cell = await build(withoutC, inputs);
    expect(cell.linkage?.kind).toBe("static");
    expect(cell.findings.map(({ level }) => level)).not.toContain("error");
  });
});

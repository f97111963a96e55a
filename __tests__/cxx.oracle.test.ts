import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { plainEnvironment, runEngine, writeModule } from "./support/engine.ts";
import { describeWith } from "./support/tools.ts";

// A cross compiler for C++: Go alone would link with the machine's own g++.

const scratch = mkdtempSync(join(tmpdir(), "linkage-cxx-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describeWith(["go", "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-g++"], "a program with C++ for windows", () => {
  it("is linked by the C++ compiler for windows", async () => {
    writeModule(scratch, {
      "main.go": 'package main\n\n// int run(int);\nimport "C"\n\nfunc main() { println(C.run(5)) }\n',
      "run.cpp": '#include <string>\nextern "C" int run(int n) { std::string text(n, 0); return (int)text.size(); }\n',
    });
    const inputs = { "working-directory": scratch, strategies: "external", ship: "external" };
    const cells = await runEngine({ ...inputs, platforms: "windows/amd64" }, plainEnvironment());
    expect(cells).toMatchObject([
      {
        status: "built",
        linkage: { kind: "system" },
        build: { env: { CC: "x86_64-w64-mingw32-gcc", CXX: "x86_64-w64-mingw32-g++" } },
      },
    ]);
  });
});

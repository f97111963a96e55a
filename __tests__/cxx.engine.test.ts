import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { plainEnvironment, runEngine, writeModule } from "./support/engine.ts";
import { describeWith } from "./support/tools.ts";

// Programs with C++: Go links them with CXX, so a strategy that chooses CC has to choose CXX, too.

const scratch = mkdtempSync(join(tmpdir(), "linkage-cxx-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const withC = {
  "c/main.go":
    'package main\n\n// static int run(int n) { return n; }\nimport "C"\n\nfunc main() { println(C.run(5)) }\n',
};
const withCxx = {
  "cxx/main.go": 'package main\n\n// int run(int);\nimport "C"\n\nfunc main() { println(C.run(5)) }\n',
  "cxx/run.cc": 'extern "C" int run(int n) { return n; }\n',
};

describeWith(["go", "gcc", "g++", "musl-gcc"], "a program with C++ beside one with C", () => {
  const dir = join(scratch, "both");
  writeModule(dir, { ...withC, ...withCxx });
  const inputs = { "working-directory": dir, packages: "./...", strategies: "external, musl", ship: "external" };
  const rowsOf = async (env: Readonly<Record<string, string>>): Promise<readonly unknown[]> =>
    (await runEngine(inputs, { ...plainEnvironment(), ...env })).map(({ package: path, strategy, ...cell }) => [
      path.split("/").at(-1),
      strategy,
      cell.status,
      cell.linkage?.kind ?? cell.reason?.split(":")[0],
      cell.linkage?.libc ?? null,
      cell.build.env.CXX ?? null,
    ]);
  const others = [
    ["c", "external", "built", "static", "glibc", null],
    ["c", "musl", "built", "static", "musl", null],
    ["cxx", "external", "built", "static", "glibc", null],
  ];

  it("skips musl for it alone, where no C++ compiler is for musl", async () => {
    const skipped = ["cxx", "musl", "skipped", "no C++ compiler for musl on linux/amd64", null, null];
    expect(await rowsOf({})).toEqual([...others, skipped]);
  });

  it("links it with the C++ compiler for musl, where there is one", async () => {
    const bin = join(scratch, "bin");
    mkdirSync(bin);
    const specs = "/usr/lib/x86_64-linux-musl/musl-gcc.specs";
    writeFileSync(join(bin, "musl-g++"), `#!/bin/sh\nexec g++ "$@" -specs ${specs}\n`);
    chmodSync(join(bin, "musl-g++"), 0o755);
    const built = ["cxx", "musl", "built", "static", "musl", "musl-g++"];
    expect(await rowsOf({ PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` })).toEqual([...others, built]);
  });
});

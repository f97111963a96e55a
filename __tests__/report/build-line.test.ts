import { expect, it } from "vitest";
import { buildLine } from "../../src/report/build-line.ts";
import { makeCell, makeReport } from "../support/cells.ts";

const argv = ["go", "build", "-ldflags=-linkmode=external '-extldflags=-static -lz'", "./cmd/it's"];
const build = { ...makeCell().build, argv, dir: ".", env: { CC: "zig cc" } };

it.each([
  [
    "every word",
    build,
    `CC='zig cc' go build '-ldflags=-linkmode=external '"'"'-extldflags=-static -lz'"'" './cmd/it'"'"'s'`,
  ],
  ["the folder", { ...build, argv: ["go", "build", "."], dir: "my app", env: {} }, "(cd 'my app' && go build .)"],
  ["nothing", { ...build, argv: [] }, ""],
])("a shell takes %s as it is", (_, given, line) => {
  expect(buildLine(makeCell({ build: given }), makeReport())).toBe(line);
});

it.each([
  [
    "every word",
    build,
    "$env:CC = 'zig cc'; go build '-ldflags=-linkmode=external ''-extldflags=-static -lz''' './cmd/it''s'",
  ],
  [
    "the folder",
    { ...build, argv: ["go", "build", "-o", "a b.exe", "."], dir: "my app", env: { CGO_ENABLED: "0" } },
    "Push-Location 'my app'; $env:CGO_ENABLED = '0'; go build '-o' 'a b.exe' .; Pop-Location",
  ],
  ["nothing", { ...build, argv: [] }, ""],
])("PowerShell takes %s as it is", (_, given, line) => {
  const { environment } = makeReport();
  expect(buildLine(makeCell({ build: given }), { environment: environment && { ...environment, os: "windows" } })).toBe(
    line,
  );
});

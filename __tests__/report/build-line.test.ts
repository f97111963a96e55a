import { expect, it } from "vitest";
import { buildLine } from "../../src/report/build-line.ts";
import { makeCell } from "../support/cells.ts";

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
  expect(buildLine(makeCell({ build: given }))).toBe(line);
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LinkInput, readArchive, readLinkInputs, reasonsOfInputs } from "../../src/inspect/link-inputs.ts";
import { FormatError } from "../../src/inspect/format-error.ts";
import { makeWork } from "../../src/ports/work.ts";
import { makeGo } from "../../src/go/command.ts";
import { makeFiles } from "../../src/ports/files.ts";
import { parseGoFlags } from "../../src/go/go-flags.ts";
import { sourceOf } from "./byte-source.ts";
import { makePlanned } from "../support/planned.ts";
import { describeWith } from "../support/tools.ts";
import type { Environment } from "../../src/model/environment.ts";

const none: LinkInput = { package: "", objects: false, prefersExternal: false, importsUnknown: false, libraries: [] };

describeWith(["go", "gcc"], "what the linker was given", () => {
  const dir = mkdtempSync(join(tmpdir(), "link-inputs-"));
  const program = (imported: string): string => `package main\n\nimport _ "${imported}"\n\nfunc main() {}\n`;

  beforeAll(() => {
    writeFileSync(join(dir, "go.mod"), "module example.com/app\n\ngo 1.19\n");
    writeFileSync(join(dir, "main.go"), program("net"));
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  const read = async (env: Environment, flags: readonly string[] = []): Promise<readonly LinkInput[] | undefined> => {
    const toolchain = { version: "1.26", root: "", go: "go", source: "path", why: "", sha256: null } as const;
    const cell = { ...makePlanned(), moduleDir: dir, package: ".", env, flags: parseGoFlags(flags, "flags") };
    const { files } = makeFiles(tmpdir());
    const own = Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const work = makeWork(new AbortController().signal);
    return readLinkInputs(cell, { go: makeGo({ ...toolchain, env: own }, { ask: work, work }), files });
  };

  it("names the libraries that net imports, and no token", async () => {
    const inputs = await read({ CGO_ENABLED: "1" });
    expect(inputs?.find((each) => each.package === "net")).toEqual({
      ...none,
      package: "net",
      objects: true,
      libraries: ["libc.so.6"],
    });
    expect(reasonsOfInputs("internal", inputs ?? [])[0]).toMatch(/^Go's own linker imports C functions for .*net/);
    expect(reasonsOfInputs("external", inputs ?? [])).toEqual([]);
  });

  it("sees the token for C flags that are not trusted", async () => {
    const inputs = await read({ CGO_ENABLED: "1", CGO_CFLAGS: "-O2 -fcf-protection" });
    expect(inputs?.filter(({ prefersExternal }) => prefersExternal).map((each) => each.package)).toContain("net");
    expect(reasonsOfInputs("external", inputs ?? [])[0]).toContain("are not what Go's own linker is trusted with");
  });

  it("sees the token for a trial link that failed", async () => {
    const inputs = await read({ CGO_ENABLED: "1", CGO_LDFLAGS: "-lnosuchlibrary" });
    expect(inputs?.filter(({ importsUnknown }) => importsUnknown).map((each) => each.package)).toContain("net");
    expect(reasonsOfInputs("external", inputs ?? [])[0]).toContain("does not link by itself");
  });

  it("finds nothing of C without cgo", async () => {
    const inputs = await read({ CGO_ENABLED: "0" });
    expect(inputs?.length).toBeGreaterThan(20);
    expect(inputs?.filter(({ objects, libraries }) => objects || libraries.length > 0)).toEqual([]);
  });

  it("says that it does not know when the go command does not", async () => {
    expect(await read({ CGO_ENABLED: "0" }, ["-mod=nosuch"])).toBeUndefined();
  });

  it("reads a damaged archive as one, or refuses it", () => {
    const file = execFileSync("go", ["list", "-export", "-f", "{{.Export}}", "os/user"], { encoding: "utf8" }).trim();
    const bytes = readFileSync(file);
    const attempt = (damaged: Uint8Array): void => {
      try {
        readArchive(sourceOf(damaged));
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(FormatError);
      }
    };
    for (let length = 0; length < Math.min(bytes.length, 400); length++) attempt(bytes.subarray(0, length));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = value;
        attempt(damaged);
      }),
      { numRuns: 200 },
    );
  });
});

describe("reasonsOfInputs", () => {
  it("has none for nothing", () => {
    expect(reasonsOfInputs("internal", [none])).toEqual([]);
    expect(reasonsOfInputs("external", [none])).toEqual([]);
  });
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { hardeningByReadelf } from "../support/readelf.ts";
import { goBuild } from "../support/shared-builds.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf } from "./byte-source.ts";
import type { Hardening } from "../../src/model/artifact.ts";

// What linkers write when they are asked for it, as we read it and as readelf does.

/** Prints how its own stack is mapped. */
const main = `#include <stdio.h>
#include <string.h>
int main(void) {
  char line[512];
  FILE *maps = fopen("/proc/self/maps", "r");
  while (maps && fgets(line, sizeof line, maps))
    if (strstr(line, "[stack]")) printf("%.4s", strchr(line, ' ') + 1);
  return 0;
}
`;
/** A pointer among the constants: at an unknown address it has to be relocated there. */
const relocated = '__asm__(".section .rodata\\n.quad main\\n.text");\nint main(void) { return 0; }\n';
const bare = "void _start(void) { for (;;) continue; }\n";

type Artifact = {
  readonly name: string;
  readonly tool: "gcc" | "musl-gcc" | "go";
  readonly source?: string;
  readonly args: readonly string[];
  /** Of what go builds. */
  readonly platform?: string;
  readonly cc?: string;
  readonly want: Partial<Hardening>;
};

const nothing = { bindNow: null, relro: null };
const gcc = (args: readonly string[], want: Partial<Hardening>, source = "main.c"): Artifact => ({
  name: `gcc ${args.join(" ")} ${source}`,
  tool: "gcc",
  source,
  args,
  want,
});

const artifacts: readonly Artifact[] = [
  gcc(["-pie", "-Wl,-z,now"], { pie: true, relro: "full", bindNow: true }),
  gcc(["-pie", "-Wl,-z,lazy"], { pie: true, relro: "partial", bindNow: false }),
  gcc(["-pie", "-Wl,-z,now", "-Wl,-z,norelro"], { pie: true, relro: "none", bindNow: true }),
  gcc(["-pie", "-Wl,-z,lazy", "-Wl,-z,norelro"], { pie: true, relro: "none", bindNow: false }),
  gcc(["-no-pie", "-fno-pie", "-Wl,-z,lazy"], { pie: false, relro: "partial" }),
  gcc(["-pie", "-Wl,-z,execstack"], { executableStack: true, writableCode: false }),
  gcc(["-pie", "-Wl,-z,noexecstack"], { executableStack: false }),
  gcc(["-pie", "-Wl,-z,notext"], { textRelocations: true }, "relocated.c"),
  gcc(["-shared", "-fPIC", "-Wl,-z,now"], { pie: false, relro: "full", bindNow: true }),
  gcc(["-static"], { ...nothing, pie: false, executableStack: false }),
  gcc(["-static", "-Wl,-z,now"], { ...nothing, pie: false }),
  gcc(["-static", "-Wl,-z,execstack"], { ...nothing, executableStack: true }),
  gcc(["-static", "-nostdlib", "-Wl,-N"], { ...nothing, writableCode: true }, "bare.c"),
  gcc(["-static-pie"], { pie: true }),
  gcc(["-static-pie", "-Wl,-z,now"], { pie: true, relro: "full", bindNow: true }),
  { name: "musl-gcc", tool: "musl-gcc", source: "main.c", args: [], want: { executableStack: false } },
  { name: "musl-gcc -static", tool: "musl-gcc", source: "main.c", args: ["-static"], want: nothing },
  { name: "Go, static", tool: "go", args: [], want: { ...nothing, pie: false, writableCode: false } },
  { name: "Go, PIE", tool: "go", args: ["-buildmode=pie"], want: { pie: true } },
  { name: "Go for arm64, PIE", tool: "go", args: ["-buildmode=pie"], platform: "linux/arm64", want: {} },
  { name: "Go for s390x", tool: "go", args: [], platform: "linux/s390x", want: nothing },
  { name: "Go for 386", tool: "go", args: [], platform: "linux/386", want: nothing },
  { name: "Go for mips", tool: "go", args: [], platform: "linux/mips", want: nothing },
  { name: "Go and C, dynamic", tool: "go", args: ["-ldflags=-linkmode=external"], cc: "gcc", want: {} },
];

const isLinuxOnAmd64 = process.platform === "linux" && process.arch === "x64";

describe.runIf(isLinuxOnAmd64)("on linux/amd64", () => {
  describeWith(["gcc", "musl-gcc", "go", "readelf"], "hardening of what linkers write", () => {
    const folder = mkdtempSync(join(tmpdir(), "hardening-"));

    beforeAll(() => {
      writeFileSync(join(folder, "main.c"), main);
      writeFileSync(join(folder, "relocated.c"), relocated);
      writeFileSync(join(folder, "bare.c"), bare);
    });

    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    function build({ name, tool, source = "", args, ...more }: Artifact): string {
      if (tool === "go") return goBuild({ program: "pure", flags: args, ...more });
      const output = join(folder, name.replaceAll(/[^a-z0-9]+/gi, "-"));
      execFileSync(tool, [...args, "-o", output, source], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
      return output;
    }

    it.each(artifacts)("$name", (artifact) => {
      const path = build(artifact);
      const { hardening } = inspect(sourceOf(new Uint8Array(readFileSync(path))));
      expect(hardening).toEqual(hardeningByReadelf(path));
      expect(hardening).toMatchObject(artifact.want);
    });

    // The kernel itself on the stack that it made.
    it.each([
      { args: ["-static", "-Wl,-z,execstack"], stack: "rwxp" },
      { args: ["-static", "-Wl,-z,noexecstack"], stack: "rw-p" },
      { args: ["-pie", "-Wl,-z,execstack"], stack: "rwxp" },
      { args: ["-pie", "-Wl,-z,noexecstack"], stack: "rw-p" },
    ])("gcc $args: the kernel makes a stack that is $stack", ({ args, stack }) => {
      const path = build(gcc(args, {}));
      expect(execFileSync(path, { encoding: "utf8" })).toBe(stack);
      const { hardening } = inspect(sourceOf(new Uint8Array(readFileSync(path))));
      expect(hardening?.executableStack).toBe(stack === "rwxp");
    });
  });
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { type Damage, Headers, randomDamages, systematicDamages } from "../support/header-damage.ts";
import { compileStarter, damaged, type Outcome, startEach } from "../support/kernel.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf } from "./byte-source.ts";

// The kernel has the last word on what starts. Real programs with lies in their headers: whatever is judged static, the kernel must
// be ready to start, in an empty root and as nobody. What the program then makes of its damage is another matter.

const full = process.env.FULL === "true";

const tiny = `static long call(long number, long a, long b, long c) {
  long result;
  __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
  return result;
}
static volatile int data = 3;
static volatile char zeros[70000];
void _start(void) {
  if (data == 3 && zeros[69999] == 0) call(1, 1, (long)"word\\n", 5);
  call(60, 0, 0, 0);
}
`;
const hosted = '#include <unistd.h>\nint main(void) { return write(1, "word\\n", 5) != 5; }\n';
const go = 'package main\n\nfunc main() { println("word") }\n';

type Program = {
  readonly name: string;
  readonly tool: string;
  readonly source: "tiny.c" | "hosted.c" | "main.go";
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly kind: string;
  /** Of its damages, every so many are tried; four times as many under FULL. All of them, 75,232, were tried once: none is refused. */
  readonly step: number;
};

const bare = ["-O1", "-nostdlib", "-ffreestanding"];
const pureGo = { CGO_ENABLED: "0", GOFLAGS: "", GOTOOLCHAIN: "local" };

const programs: readonly Program[] = [
  { name: "tiny, static", tool: "gcc", source: "tiny.c", args: [...bare, "-static"], kind: "static", step: 4 },
  {
    name: "tiny, static PIE",
    tool: "gcc",
    source: "tiny.c",
    args: [...bare, "-fPIE", "-static-pie"],
    kind: "static-pie",
    step: 4,
  },
  {
    name: "tiny, one segment for all",
    tool: "gcc",
    source: "tiny.c",
    args: [...bare, "-static", "-Wl,-N"],
    kind: "static",
    step: 4,
  },
  { name: "musl, static", tool: "musl-gcc", source: "hosted.c", args: ["-static"], kind: "static", step: 8 },
  { name: "glibc, static", tool: "gcc", source: "hosted.c", args: ["-static"], kind: "static", step: 50 },
  { name: "glibc, static PIE", tool: "gcc", source: "hosted.c", args: ["-static-pie"], kind: "static-pie", step: 50 },
  { name: "glibc, dynamic", tool: "gcc", source: "hosted.c", args: [], kind: "dynamic", step: 6 },
  {
    name: "Go, static",
    tool: "go",
    source: "main.go",
    args: ["-ldflags=-s -w"],
    env: pureGo,
    kind: "static",
    step: 100,
  },
  {
    name: "Go for 386, static",
    tool: "go",
    source: "main.go",
    args: [],
    env: { ...pureGo, GOARCH: "386" },
    kind: "static",
    step: 100,
  },
];

/** That the program was not started at all. */
const refusals: readonly Outcome["how"][] = ["refused", "killed", "lost"];

function kindOf(bytes: Uint8Array): string {
  return inspect(sourceOf(bytes)).linkage.kind;
}

/** All of its damages or some, the same ones in every run. */
function damagesOf(bytes: Uint8Array, step: number): readonly Damage[] {
  const headers = new Headers(bytes);
  const all = [...systematicDamages(headers), ...randomDamages(headers, { seed: 20260801, count: 4000 })];
  const every = full ? Math.ceil(step / 4) : step;
  return all.filter((_, index) => index % every === 0);
}

/** The file with a longer program header table behind its end: PT_NULL after the ones that it has. */
function withProgramHeaders(bytes: Uint8Array, count: number): Uint8Array {
  const start = Math.ceil(bytes.length / 8) * 8;
  const longer = Buffer.alloc(start + count * 56);
  longer.set(bytes);
  longer.set(bytes.subarray(64, 64 + longer.readUInt16LE(56) * 56), start);
  longer.writeBigUInt64LE(BigInt(start), 32);
  longer.writeUInt16LE(count, 56);
  return longer;
}

describe.runIf(process.platform === "linux" && process.arch === "x64")("on linux/amd64", () => {
  describeWith(["gcc", "musl-gcc", "go"], "the kernel starts what is judged static", () => {
    const folder = mkdtempSync(join(tmpdir(), "kernel-oracle-"));
    let starter = "";

    beforeAll(() => {
      writeFileSync(join(folder, "tiny.c"), tiny);
      writeFileSync(join(folder, "hosted.c"), hosted);
      writeFileSync(join(folder, "main.go"), go);
      starter = compileStarter(folder);
    });

    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    function build({ name, tool, source, args, env }: Program): string {
      const output = join(folder, name.replaceAll(/[^a-z0-9]+/gi, "-"));
      const all = [...(tool === "go" ? ["build"] : []), ...args, "-o", output, source];
      execFileSync(tool, all, { cwd: folder, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
      return output;
    }

    function buildNamed(name: string): { readonly path: string; readonly bytes: Uint8Array } {
      const program = programs.find((each) => each.name === name);
      if (program === undefined) throw new Error(`no program ${name}`);
      const path = build(program);
      return { path, bytes: new Uint8Array(readFileSync(path)) };
    }

    const totals = { files: 0, static: 0, ran: 0, refused: 0, crashed: 0, late: 0 };

    afterAll(() => {
      // For whoever changes a rule: how much of what starts and crashes is still called static.
      process.stdout.write(`damaged ELF files: ${JSON.stringify(totals)}\n`);
      if (full) expect(totals.files).toBeGreaterThan(10_000);
    });

    it.each(programs)("$name, with lies in its headers", (program) => {
      const path = build(program);
      const bytes = new Uint8Array(readFileSync(path));
      expect(kindOf(bytes)).toBe(program.kind);
      const all = damagesOf(bytes, program.step);
      const damages = all.filter(({ edits }) => kindOf(damaged(bytes, edits)).startsWith("static"));
      const outcomes = startEach(starter, path, [[], ...damages.map(({ edits }) => edits)]);
      expect(outcomes[0]?.answer).toBe(program.kind === "dynamic" ? "refused 2" : "ran 0 1");
      totals.files += all.length;
      totals.static += damages.length;
      for (const { how } of outcomes.slice(1)) totals[refusals.includes(how) ? "refused" : (how as "ran")] += 1;
      const wrong = damages.flatMap(({ name }, index) => {
        const { how = "refused", answer = "" } = outcomes[index + 1] ?? {};
        return refusals.includes(how) ? [`${name}: ${answer}`] : [];
      });
      expect(wrong).toEqual([]);
      // Most damage is to fields that nobody reads, so most files are still static; a dynamic one can lose its PT_INTERP.
      if (program.kind !== "dynamic") expect(damages.length).toBeGreaterThan(20);
    });

    // What the rules of elf-start.ts are for; where the kernel does not agree, a rule is too strict or about other kernels.
    it.each([
      { name: "tiny, static", field: "e_phnum", value: 0n, answer: "refused 8" },
      { name: "tiny, static", field: "e_entry", value: 0x400000n, answer: "lost" },
      { name: "tiny, static", field: "p_vaddr of 0", value: 0n, answer: "killed" },
      { name: "tiny, static", field: "p_vaddr of 0", value: 0x7fff_ffff_f000n, answer: "killed" },
      { name: "tiny, static", field: "p_vaddr of 2", value: 2n ** 63n, answer: "killed" },
      { name: "tiny, static", field: "p_memsz of 3", value: 2n ** 46n, answer: "killed" },
      // These start and crash.
      { name: "tiny, static", field: "e_entry", value: 0x401ff0n, answer: "crashed 11" },
      { name: "musl, static", field: "p_type of 0", value: 4n, answer: "crashed 11" },
      { name: "musl, static", field: "p_flags of 0", value: 0n, answer: "crashed 11" },
      { name: "tiny, static PIE", field: "e_type", value: 2n, answer: "killed" },
      { name: "tiny, static PIE", field: "p_align of 0", value: 2n ** 47n, answer: "killed" },
      { name: "tiny, static PIE", field: "p_memsz of 3", value: 2n ** 46n, answer: "killed" },
    ])("$name, $field = $value: $answer, and unreadable", ({ name, field, value, answer }) => {
      const { path, bytes } = buildNamed(name);
      const { edits } = new Headers(bytes).lie(field, value);
      expect(startEach(starter, path, [edits]).map((outcome) => outcome.answer)).toEqual([answer]);
      expect(kindOf(damaged(bytes, edits))).toBe("unreadable");
    });

    // Linux 6.18 takes both; older kernels refuse a table longer than a page.
    it.each([
      { count: 73, answer: /^ran 0 1$/, kind: "static" },
      { count: 74, answer: /^ran 0 1$|^refused 8$/, kind: "unreadable" },
    ])("$count program headers: $kind", ({ count, answer, kind }) => {
      const longer = withProgramHeaders(buildNamed("tiny, static").bytes, count);
      const path = join(folder, `headers-${count}`);
      writeFileSync(path, longer);
      expect(startEach(starter, path, [[]])[0]?.answer).toMatch(answer);
      expect(kindOf(longer)).toBe(kind);
    });
  });
});

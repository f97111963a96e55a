import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect } from "vitest";
import type { Tree } from "./github.ts";
import { Hub, payloads } from "./github.ts";
import { Runner, type Step, type StepResult } from "./runner.ts";

// Faults of the machine, while the committed bundle checks a change that has to fail.

/** Changes that fail on a machine without a fault. */
export const failing = {
  "a program becomes dynamic": {
    base: { "cmd/app/main.go": "package main\n\nfunc main() {}\n" },
    change: { "cmd/app/main.go": 'package main\n\nimport _ "os/user"\n\nfunc main() {}\n' },
  },
  "a program is gone": {
    base: { "cmd/app/main.go": "package main\n\nfunc main() {}\n" },
    change: { "cmd/app/main.go": null },
  },
  "C code needs another library": {
    base: { "cmd/app/main.go": cProgram("") },
    change: { "cmd/app/main.go": cProgram("// #cgo LDFLAGS: -Wl,--no-as-needed -lm\n") },
  },
} as const satisfies Readonly<Record<string, { readonly base: Tree; readonly change: Tree }>>;

function cProgram(flags: string): string {
  return `package main\n\n${flags}// int answer(void) { return 42; }\nimport "C"\n\nfunc main() { println(C.answer()) }\n`;
}

const common: Tree = {
  "go.mod": "module example.com/app\n\ngo 1.21\n",
  "cmd/tool/main.go": 'package main\n\nimport _ "net"\n\nfunc main() {}\n',
};

export type Fault = {
  readonly name: string;
  readonly kind: "disk" | "file size" | "kill" | "go" | "git" | "descriptors" | "compiler";
  readonly change: keyof typeof failing;
  /** What is done to the step; `dir` is a folder for what that needs. */
  readonly prepare: (dir: string) => Partial<Step>;
  /** Undoes it. */
  readonly end?: (dir: string) => void;
};

/** The step under a fault. The verdict is not better than without it, and nothing is called a bug. */
export async function testFault({ change, prepare, end }: Fault): Promise<void> {
  const hub = new Hub();
  const runner = new Runner();
  const dir = join(hub.root, "fault");
  mkdirSync(dir);
  try {
    hub.push("main", { ...common, ...failing[change].base });
    hub.push("change", failing[change].change);
    const { head, merge } = hub.openPullRequest("change");
    const workspace = hub.checkOut(merge);
    const event = hub.event("pull_request", payloads.pullRequest(head));
    const { env, ...more } = prepare(dir);
    const step = await runner.main({
      workspace,
      inputs: { strategies: "default", cache: "false" },
      env: { ...event, ...env },
      ...more,
    });
    expectFailure(step);
  } finally {
    end?.(dir);
    runner.remove();
    hub.remove();
  }
}

function expectFailure({ exitCode, signal, log, outputs }: StepResult): void {
  expect(exitCode === 0 && signal === null, log).toBe(false);
  expect(["", "fail"], log).toContain(outputs.verdict ?? "");
  const { "report-json": path = "" } = outputs;
  if (existsSync(path)) expect(readFileSync(path, "utf8")).toMatch(/"outcome": ?"fail"/);
  expect(log).not.toMatch(/go-linkage itself failed|this is a bug/);
}

/** The step as it is, for what the others are compared with. */
export const noFault: readonly Fault[] = changesOf().map((change) => ({
  name: change,
  kind: "kill",
  change,
  prepare: () => ({}),
}));

function changesOf(): readonly (keyof typeof failing)[] {
  return ["a program becomes dynamic", "a program is gone", "C code needs another library"];
}

/** Whether this machine lets us mount a small disk; root of a container may not be allowed to. */
export function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  return spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"], { stdio: "ignore" }).status === 0;
}

/** RUNNER_TEMP and TMPDIR are on a disk of so many kB. */
function smallDisk(size: number, change: Fault["change"]): Fault {
  return {
    name: `${change}, on a disk of ${size} kB`,
    kind: "disk",
    change,
    prepare: (dir) => {
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}k`, "none", dir]);
      const temp = join(dir, "temp");
      mkdirSync(temp);
      return { env: { RUNNER_TEMP: temp, TMPDIR: temp } };
    },
    end: (dir) => {
      execFileSync("umount", ["--lazy", dir]);
    },
  };
}

function limited(kind: Fault["kind"], words: string, change: Fault["change"]): Fault {
  return {
    name: `${change}, ulimit ${words}`,
    kind,
    change,
    prepare: () => ({ wrap: ["sh", "-c", `ulimit ${words} && exec "$@"`, "sh"] }),
  };
}

/** The program itself is killed when its log has a line, and some time later. */
function killed(at: string, delayMs: number, change: Fault["change"]): Fault {
  return {
    name: `${change}, killed ${delayMs} ms after ${at}`,
    kind: "kill",
    change,
    prepare: () => {
      let isDue = false;
      return {
        onLog: (log, kill) => {
          if (isDue || !log.includes(at)) return;
          isDue = true;
          setTimeout(() => {
            kill("SIGKILL");
          }, delayMs);
        },
      };
    },
  };
}

/** A program of PATH that is killed, or says that it fails, when it is started for the n-th time. */
function dying(program: "go" | "git" | "gcc", [at, how]: readonly [number, string], change: Fault["change"]): Fault {
  return {
    name: `${change}, ${program} number ${at}: ${how}`,
    kind: program === "gcc" ? "compiler" : program,
    change,
    prepare: (dir) => {
      const real = execFileSync("sh", ["-c", `command -v ${program}`], { encoding: "utf8" }).trim();
      const count = join(dir, "count");
      const lines = [
        "#!/bin/sh",
        `echo >> '${count}'`,
        `if [ "$(wc -l < '${count}')" -${at < 0 ? "ge" : "eq"} ${Math.abs(at)} ]; then ${how}; fi`,
        `exec '${real}' "$@"`,
      ];
      writeFileSync(join(dir, program), `${lines.join("\n")}\n`, { mode: 0o755 });
      return { env: { PATH: `${dir}${delimiter}${process.env.PATH ?? ""}` } };
    },
  };
}

const sizes = [16, 128, 512, 1024, 2048, 3072, 4096, 6144, 8192, 12_288] as const;
const [dynamic, gone, library] = changesOf() as [Fault["change"], Fault["change"], Fault["change"]];

/** The first of each kind runs in `npm test`. */
export const faults: readonly Fault[] = [
  ...sizes.map((size, at) => smallDisk(size, at % 3 === 2 ? gone : dynamic)),
  ...[64, 1000, 3000, 5000].map((blocks) => limited("file size", `-f ${blocks}`, dynamic)),
  ...["Plan the builds", "Build", "Base: ", "Explain"].flatMap((at, place) =>
    [10, 150 + 70 * place, 600].map((delay) => killed(at, delay, delay === 10 ? gone : dynamic)),
  ),
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14].map((at) =>
    dying("go", [at, "kill -9 $$"], at % 3 === 0 ? gone : dynamic),
  ),
  ...[1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26].map((at) =>
    dying("git", [at, at % 2 === 0 ? "kill -9 $$" : "exit 128"], at % 4 === 0 ? gone : dynamic),
  ),
  ...[22, 26, 32, 40, 64].map((count) => limited("descriptors", `-n ${count}`, dynamic)),
  ...[2, 3, 5, 8, 9, 10, 11, 12, 13, 14].map((at) =>
    dying("gcc", [at, at % 2 === 0 ? "kill -9 $$" : "echo 'cc: error: not now' >&2; exit 1"], library),
  ),
  ...[7, 12].map((at) =>
    dying("gcc", [-at, "echo 'main.c:3:1: internal compiler error: Segmentation fault' >&2; exit 4"], library),
  ),
];

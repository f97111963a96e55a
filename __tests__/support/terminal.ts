import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { displayWidth } from "../../src/text/columns.ts";
import { root } from "./root.ts";

// A terminal as a person has it: a shell in tmux, in which the bundle is typed.

/** A Go in `root` whose builds last, without a cold cache: the smallest program a second, and all others two. */
function writeSlowGo(root: string): void {
  const real = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
  const go = join(real, "bin/go");
  const script = `#!/bin/sh
case "$*" in
"env -json GOVERSION GOROOT GOENV") "${go}" "$@" | sed 's|"GOROOT": ".*"|"GOROOT": "${root}"|' ; exit ;;
build*example.com/pure | build*/cmd/broken) sleep 1 ;;
build*) sleep 2 ;;
esac
exec "${go}" "$@"
`;
  mkdirSync(join(root, "bin"), { recursive: true });
  writeFileSync(join(root, "bin/go"), script, { mode: 0o755 });
  symlinkSync(join(real, "src"), join(root, "src"));
}

export const path = `${dirname(process.execPath)}:${process.env.PATH ?? ""}`;

export type Terminal = {
  readonly scratch: string;
  readonly tmux: (...args: readonly string[]) => string;
  /** Opens a shell of its own in a window of that size. */
  readonly open: (columns: number, rows: number, env?: Readonly<Record<string, string>>) => void;
  readonly type: (line: string) => void;
  /** What is on the screen, or with `-S -1000` also what went off it. */
  readonly screen: (...options: readonly string[]) => string;
  readonly until: (isSo: (text: string) => boolean, options?: readonly string[]) => Promise<string>;
  readonly expectNothingLeft: () => void;
};

let terminals = 0;

/** Runs a test in a terminal of its own: they wait more than they work, and run at the same time. */
export async function inTerminal(test: (terminal: Terminal) => Promise<void>): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "terminal-"));
  const session = `go-linkage-${process.pid}-${terminals++}`;
  mkdirSync(join(scratch, "tmp"));
  writeSlowGo(join(scratch, "go"));
  const tmux = (...args: readonly string[]): string =>
    spawnSync("tmux", ["-L", session, "-f", "/dev/null", ...args], { encoding: "utf8" }).stdout;
  const screen = (...options: readonly string[]): string =>
    tmux("capture-pane", "-p", "-t", "main", ...options).trimEnd();
  const terminal: Terminal = {
    scratch,
    tmux,
    screen,
    open: (columns, rows, env = {}) => {
      const settings = {
        PATH: `${join(scratch, "go/bin")}:${path}`,
        HOME: process.env.HOME ?? scratch,
        LANG: "C.UTF-8",
        TERM: "screen-256color",
        TMPDIR: join(scratch, "tmp"),
        PS1: "prompt> ",
        ...env,
      };
      const words = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
      const window = ["-x", String(columns), "-y", String(rows), "-c", root];
      tmux("-u", "new-session", "-d", "-s", "main", ...window, "env", "-i", ...words, "bash", "--norc", "--noprofile");
    },
    type: (line) => {
      tmux("send-keys", "-t", "main", "-l", line);
      tmux("send-keys", "-t", "main", "Enter");
    },
    until: async (isSo, options = []) => {
      for (let tries = 0; tries < 1500; tries++) {
        const text = screen(...options);
        if (isSo(text)) return text;
        await sleep(100);
      }
      throw new Error(`this stayed on the screen:\n${screen()}`);
    },
    expectNothingLeft: () => {
      expect(readdirSync(join(scratch, "tmp"))).toEqual([]);
      const { stdout } = spawnSync("ps", ["-eo", "args"], { encoding: "utf8" });
      expect(stdout.split("\n").filter((line) => line.includes(scratch) && !line.includes("tmux"))).toEqual([]);
    },
  };
  try {
    await test(terminal);
  } finally {
    tmux("kill-server");
    rmSync(scratch, { recursive: true, force: true });
  }
}

export const building = (text: string): boolean => /Build: \d+\/\d+ done/.test(text) && / {2}\d+\.\d s$/m.test(text);
export const ended = (text: string): boolean => /exit code \d+\n/.test(text);
export const command =
  "node dist/cli.js check ./examples/resolver ./examples/pure --strategies default,cgo-disabled; echo exit code $?";

export function expectNarrow(text: string, columns: number): void {
  for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
}

type Window = {
  readonly columns: number;
  readonly rows: number;
  readonly env: Readonly<Record<string, string>>;
  readonly isColored: boolean;
};

/** Live lines while it builds, and the report after. */
export function testWindow({ columns, rows, env, isColored }: Window): Promise<void> {
  return inTerminal(async ({ open, type, until, screen, expectNothingLeft }) => {
    open(columns, rows, env);
    type(command);
    const live = await until((text) => building(text) && !text.includes(" 0/"));
    expect(live).toMatch(/Build: \d+\/4 done, (?:\d+ failed, )?\d+ left, \d/);
    expect(live).toMatch(/^ {2}example\.com\/\w+, \S+, [\w-]+ {2}\d+\.\d s$/m);
    expectNarrow(live, columns);
    expect(live.split("\n").length).toBeLessThan(rows);
    expect(screen("-e").includes("\u001b[")).toBe(isColored);

    const text = await until(ended, ["-S", "-1000"]);
    expect(text).not.toMatch(/Build:| left,|[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/);
    expect(text).toMatch(/asks for at least \S+\nStatic linking: resolver is dynamic; no rule forbids it/);
    expect(text).toMatch(/^ {2}resolver +dynamic/m);
    expect(text).toMatch(/build with cgo-disabled/);
    expect(text.split("\n").at(-1)).toBe("prompt>");
    expectNothingLeft();
  });
}

/** Ended by a signal, or by its terminal's end, it leaves nothing. */
export function testSignal(signal: "TERM" | "HUP"): Promise<void> {
  return inTerminal(async ({ open, type, until, tmux, expectNothingLeft }) => {
    open(80, 24, { NO_COLOR: "1" });
    type(`exec ${command.split(";")[0] ?? ""}`);
    await until(building);
    const pid = tmux("display-message", "-p", "-t", "main", "#{pane_pid}").trim();
    if (signal === "HUP") tmux("kill-session", "-t", "main");
    else process.kill(Number(pid), `SIG${signal}`);
    for (let tries = 0; existsSync(`/proc/${pid}`) && tries < 100; tries++) await sleep(100);
    expectNothingLeft();
  });
}

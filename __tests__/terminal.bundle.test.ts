import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { displayWidth } from "../src/text/columns.ts";
import { root } from "./support/cli.ts";
import { describeWith } from "./support/tools.ts";

/** A terminal as a person has it: a shell in tmux, in which the bundle is typed. */

let scratch: string;
let session: string;

/** A Go in `root` whose builds last, without a cold cache: the smallest program a second, and all others two. */
function writeSlowGo(root: string): void {
  const real = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
  const go = join(real, "bin/go");
  const script = `#!/bin/sh
case "$*" in
"env -json GOVERSION GOROOT") "${go}" "$@" | sed 's|"GOROOT": ".*"|"GOROOT": "${root}"|' ; exit ;;
build*example.com/pure | build*/cmd/broken) sleep 1 ;;
build*) sleep 2 ;;
esac
exec "${go}" "$@"
`;
  mkdirSync(join(root, "bin"), { recursive: true });
  writeFileSync(join(root, "bin/go"), script, { mode: 0o755 });
  symlinkSync(join(real, "src"), join(root, "src"));
}

const path = `${dirname(process.execPath)}:${process.env.PATH ?? ""}`;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "terminal-"));
  session = `go-linkage-${process.pid}-${Date.now()}`;
  mkdirSync(join(scratch, "tmp"));
  writeSlowGo(join(scratch, "go"));
});

afterEach(() => {
  tmux("kill-server");
  rmSync(scratch, { recursive: true, force: true });
});

function tmux(...args: readonly string[]): string {
  return spawnSync("tmux", ["-L", session, "-f", "/dev/null", ...args], { encoding: "utf8" }).stdout;
}

/** Opens a shell of its own in a window of that size. */
function open(columns: number, rows: number, env: Readonly<Record<string, string>> = {}): void {
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
  const size = ["-x", String(columns), "-y", String(rows)];
  tmux(
    "-u",
    "new-session",
    "-d",
    "-s",
    "main",
    ...size,
    "-c",
    root,
    "env",
    "-i",
    ...words,
    "bash",
    "--norc",
    "--noprofile",
  );
}

function type(line: string): void {
  tmux("send-keys", "-t", "main", "-l", line);
  tmux("send-keys", "-t", "main", "Enter");
}

/** What is on the screen, or with `-S -1000` also what went off it. */
function screen(...options: readonly string[]): string {
  return tmux("capture-pane", "-p", "-t", "main", ...options).trimEnd();
}

async function until(isSo: (text: string) => boolean, options: readonly string[] = []): Promise<string> {
  for (let tries = 0; tries < 1500; tries++) {
    const text = screen(...options);
    if (isSo(text)) return text;
    await sleep(100);
  }
  throw new Error(`this stayed on the screen:\n${screen()}`);
}

const building = (text: string): boolean => /Build: \d+\/\d+ done/.test(text) && / {2}\d+\.\d s$/m.test(text);
const ended = (text: string): boolean => /exit code \d+\n/.test(text);
const command =
  "node dist/cli.js check ./examples/resolver ./examples/pure --strategies default,cgo-disabled; echo exit code $?";

function expectNarrow(text: string, columns: number): void {
  for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
}

function expectNothingLeft(): void {
  expect(readdirSync(join(scratch, "tmp"))).toEqual([]);
  const { stdout } = spawnSync("ps", ["-eo", "args"], { encoding: "utf8" });
  expect(stdout.split("\n").filter((line) => line.includes(scratch) && !line.includes("tmux"))).toEqual([]);
}

describeWith(["tmux", "go", "gcc"], "in a terminal", () => {
  it.each([
    { columns: 80, rows: 24, env: {}, isColored: true },
    { columns: 200, rows: 50, env: { NO_COLOR: "1" }, isColored: false },
  ])(
    "$columns x $rows: live lines while it builds, and the report after",
    async ({ columns, rows, env, isColored }) => {
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
      expect(text).toMatch(/asks for at least \S+\nPASS {2}1 of 2 binaries is not static/);
      expect(text).toMatch(/^✗ default +dynamic +\S+ +\S+ +internal/m);
      expect(text).toContain("Ship with cgo-disabled");
      expect(text.split("\n").at(-1)).toBe("prompt>");
      expectNothingLeft();
    },
  );

  it("made narrower and wider while it builds", async () => {
    open(160, 30, { NO_COLOR: "1" });
    type(command);
    await until(building);
    tmux("resize-window", "-t", "main", "-x", "50", "-y", "12");
    await sleep(500);
    const narrow = await until(building);
    expect(narrow.match(/Build:/g)).toHaveLength(1);
    expectNarrow(narrow, 50);
    tmux("resize-window", "-t", "main", "-x", "120", "-y", "40");
    const text = await until(ended, ["-S", "-1000"]);
    expect(text).not.toMatch(/Build:| left,/);
    expect(text.match(/Go \S+, from PATH/g)).toHaveLength(1);
  });

  it("cut off by Ctrl-C it leaves nothing, and the prompt on a line of its own", async () => {
    open(80, 24, { NO_COLOR: "1" });
    type(command.replace("; echo exit code $?", ""));
    await until(building);
    tmux("send-keys", "-t", "main", "C-c");
    await until((text) => text.endsWith("prompt>"));
    type("echo exit code $?");
    const text = await until((shown) => ended(`${shown}\n`));
    expect(text).toContain("\nexit code 130");
    expect(text).toMatch(/^prompt> echo/m);
    expect(text).not.toMatch(/Build:|left,/);
    expect(tmux("display-message", "-p", "-t", "main", "#{cursor_flag}").trim()).toBe("1");
    expectNothingLeft();
  });

  it.each(["TERM", "HUP"])("ended by SIG%s it leaves nothing", async (signal) => {
    open(80, 24, { NO_COLOR: "1" });
    type(`exec ${command.split(";")[0] ?? ""}`);
    await until(building);
    const pid = tmux("display-message", "-p", "-t", "main", "#{pane_pid}").trim();
    if (signal === "HUP") tmux("kill-session", "-t", "main");
    else process.kill(Number(pid), `SIG${signal}`);
    for (let tries = 0; existsSync(`/proc/${pid}`) && tries < 100; tries++) await sleep(100);
    expectNothingLeft();
  });

  it("a build that fails is told at once", async () => {
    const files = {
      "go.mod": "module example.com/app\n\ngo 1.21\n",
      "cmd/broken/main.go": "package main\n\nfunc main() { undefinedName() }\n",
      "cmd/resolver/main.go": 'package main\n\nimport _ "net"\n\nfunc main() {}\n',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(scratch, "app", name)), { recursive: true });
      writeFileSync(join(scratch, "app", name), text);
    }
    open(120, 24, { NO_COLOR: "1" });
    type(`node dist/cli.js --working-directory ${join(scratch, "app")}; echo exit code $?`);
    const live = await until((text) => building(text) && text.includes("✗ failed"));
    expect(live).toMatch(
      /^✗ failed example\.com\/app\/cmd\/broken, \S+, \S+ in .* s: cmd\/broken\/main\.go:3:15: undefined/m,
    );
    expect(live).toMatch(/Build: \d+\/\d+ done, [1-9]\d* failed/);
    expect(live.indexOf("✗ failed")).toBeLessThan(live.indexOf("Build:"));
    expect(await until(ended, ["-S", "-1000"])).toContain("exit code 1");
  });

  it("in CI a terminal gets plain lines", async () => {
    open(120, 24, { CI: "true", PATH: path });
    type(command);
    const text = await until(ended, ["-S", "-1000", "-e"]);
    expect(text).toMatch(/^building example\.com\/pure, \S+, default$/m);
    expect(text).toMatch(/^4\/4 built example\.com\/\w+, \S+, \S+ in /m);
    expect(text).not.toContain("\u001b[");
  });
});

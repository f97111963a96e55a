import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Interrupted } from "../../src/errors.ts";
import { makeAsk } from "../../src/ports/ask.ts";
import { makeWork } from "../../src/ports/work.ts";
import type { CommandResult, ExecOptions } from "../../src/ports/types.ts";
import { describeWith } from "../support/tools.ts";

const never = new AbortController().signal;
const env = { PATH: process.env.PATH ?? "" };

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "exec-"));
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

describe.each([
  { port: "ask", make: makeAsk },
  { port: "work", make: makeWork },
])("$port", ({ make }) => {
  /** Runs JavaScript in a Node of its own. */
  const node = (script: string, options: Partial<ExecOptions> = {}): Promise<CommandResult> =>
    make(never)(process.execPath, ["-e", script], { cwd: dir, env, ...options });

  it.each([
    { name: "success", script: "", want: { exitCode: 0, signal: null } },
    { name: "an exit code", script: "process.exit(7)", want: { exitCode: 7, signal: null } },
    { name: "a signal", script: "process.kill(process.pid, 'SIGTERM')", want: { exitCode: null, signal: "SIGTERM" } },
  ])("$name is a result", async ({ script, want }) => {
    const result = await node(script);
    expect(result).toMatchObject({ ...want, stdout: "", stderr: "" });
    expect(Number.isInteger(result.durationMs)).toBe(true);
    expect(result.durationMs).toBeGreaterThanOrEqual(0);
  });

  it("hands over a megabyte on stdout and stderr, whole and apart", async () => {
    const result = await node(
      "process.stdout.write('ä'.repeat(1e6)); process.stderr.write('€'.repeat(1e6)); process.exitCode = 3",
    );
    expect(result.exitCode).toBe(3);
    expect(result.stdout === "ä".repeat(1e6)).toBe(true);
    expect(result.stderr === "€".repeat(1e6)).toBe(true);
  });

  it("hands every argument over as it is", async () => {
    const args = ["a b", "", "$HOME", "`id`", "*", "'\"", "\n", "ü", "-x"];
    const exec = make(never);
    const script = "process.stdout.write(JSON.stringify(process.argv.slice(1)))";
    const result = await exec(process.execPath, ["-e", script, "--", ...args], { cwd: dir, env });
    expect(JSON.parse(result.stdout)).toEqual(args);
  });

  it("inherits no environment, and runs where it is told to", async () => {
    expect(Object.keys(process.env).length).toBeGreaterThan(1);
    const result = await node("process.stdout.write(JSON.stringify([process.env, process.cwd()]))", {
      env: { ONLY: "this" },
    });
    const [found, cwd] = JSON.parse(result.stdout) as [Record<string, string>, string];
    // macOS sets __CF_USER_TEXT_ENCODING for every program.
    expect(Object.entries(found).filter(([name]) => !name.startsWith("__"))).toEqual([["ONLY", "this"]]);
    expect(cwd.endsWith(dir)).toBe(true);
  });

  it("gives nothing to read", async () => {
    const result = await node("process.stdin.on('data', () => {}).on('end', () => process.stdout.write('end'))");
    expect(result.stdout).toBe("end");
  });

  it.each([
    { name: "a program that does not exist", program: "/nowhere/nosuch", message: "cannot start /nowhere/nosuch: " },
    { name: "a name that PATH does not know", program: "nosuch-program", message: "cannot start nosuch-program: " },
    {
      name: "a file that is no program",
      program: import.meta.filename,
      message: `cannot start ${import.meta.filename}: `,
    },
    { name: "a folder", program: import.meta.dirname, message: `cannot start ${import.meta.dirname}: ` },
  ])("$name: the error names it", async ({ program, message }) => {
    const started = make(never)(program, [], { cwd: dir, env });
    await expect(started).rejects.toThrow(message);
    await expect(started).rejects.not.toThrow(Interrupted);
  });

  it.each([
    { name: "does not exist", cwd: "nowhere" },
    { name: "is a file", cwd: "file" },
  ])("a working directory that $name: the error names it and the program", async ({ cwd }) => {
    writeFileSync(join(dir, "file"), "");
    const started = node("", { cwd: join(dir, cwd) });
    await expect(started).rejects.toThrow(`cannot start ${process.execPath}: `);
    await expect(started).rejects.toThrow(`${join(dir, cwd)} is not a folder`);
  });

  it("a command line that is too long for the machine: the error names the program", async () => {
    const started = make(never)(process.execPath, ["x".repeat(64 << 20)], { cwd: dir, env });
    await expect(started).rejects.toThrow(`cannot start ${process.execPath}: `);
  });

  it.each(["a b", 'say "go"', "back\\slash \\", '\\"', " first", "last ", "tab\t", "new\nline", "$HOME `id` *"])(
    "a program in the folder %j",
    async (name) => {
      const folder = join(dir, name);
      mkdirSync(folder, { recursive: true });
      const script = '#!/bin/sh\nprintf %s "$0"\n';
      for (const program of [name, "tool"]) writeFileSync(join(folder, program), script, { mode: 0o755 });
      const byPath = await make(never)(join(folder, name), [], { cwd: dir, env });
      expect(byPath.stdout).toBe(join(folder, name));
      const byName = await make(never)("tool", [], { cwd: dir, env: { PATH: folder } });
      expect(byName.stdout).toBe(join(folder, "tool"));
    },
  );

  it("an argument that no program can get: the error names the program", async () => {
    const started = make(never)(process.execPath, ["a\0b"], { cwd: dir, env });
    await expect(started).rejects.toThrow(/null bytes|NUL/);
  });

  it("ends a program whose time is over, and the result has the signal", async () => {
    const before = performance.now();
    const result = await node("setTimeout(() => {}, 60_000)", { timeoutMs: 500 });
    expect(result.exitCode).toBeNull();
    expect(result.signal).toMatch(/^SIG(?:INT|KILL)$/);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it("writes nothing by itself, whatever the program says", async () => {
    const ports = join(import.meta.dirname, "../../src/ports");
    const script = `
      const { makeAsk } = await import(${JSON.stringify(join(ports, "ask.ts"))});
      const { makeWork } = await import(${JSON.stringify(join(ports, "work.ts"))});
      const exec = ${make.name}(new AbortController().signal);
      const said = await exec("sh", ["-c", "echo ::error::out; echo ::error::err >&2; exit 1"], { cwd: "/", env: process.env });
      console.log(JSON.stringify([said.stdout, said.stderr]));`;
    const { stdout, stderr } = await make(never)(process.execPath, ["--input-type=module", "-e", script], {
      cwd: dir,
      env,
    });
    expect(stdout).toBe('["::error::out\\n","::error::err\\n"]\n');
    expect(stderr).toBe("");
  });
});

const gone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A zombie that nobody has waited for yet does nothing any more.
    return /^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return true;
  }
};

async function until(what: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    if (what()) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

const pidsIn = (file: string): number[] =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map(Number)
    : [];

describeWith(["sh", "sleep"], "an interrupted program", () => {
  const sh = (script: string, controller: AbortController): Promise<CommandResult> =>
    makeWork(controller.signal)("sh", ["-c", script], { cwd: dir, env });

  it.each([
    { name: "that waits for what it started", script: "sleep 60 & echo $! >PIDS; echo $$ >>PIDS; wait" },
    {
      name: "whose child writes elsewhere and ignores the polite signal",
      script: `sh -c 'trap "" INT; echo $$ >PARENT; exec sleep 60' >/dev/null 2>&1 & echo $! >PIDS; echo $$ >>PIDS; wait`,
    },
    {
      name: "that ignores the polite signal",
      script: "trap '' INT TERM; sleep 60 & echo $! >PIDS; echo $$ >>PIDS; while :; do sleep 1; done",
    },
    {
      name: "with a grandchild",
      script: "sh -c 'sleep 60 & echo $! >PIDS; wait' & echo $! >PARENT; echo $$ >>PARENT; wait",
    },
  ])("$name is gone, and so is all that it started", async ({ name, script }) => {
    const file = join(dir, name.replaceAll(" ", "-"));
    const controller = new AbortController();
    const all = script.replaceAll("PIDS", file).replaceAll("PARENT", `${file}.parent`);
    const running = sh(all, controller);
    const outcome = running.then(
      () => "resolved",
      (thrown: unknown) => thrown,
    );
    const pids = (): number[] => [...pidsIn(file), ...pidsIn(`${file}.parent`)];
    expect(await until(() => pids().length >= (all.includes(".parent") ? 3 : 2))).toBe(true);
    expect(pids().filter(gone)).toEqual([]);
    const before = performance.now();
    controller.abort();
    expect(await outcome).toBeInstanceOf(Interrupted);
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(await until(() => pids().every(gone))).toBe(true);
  });

  it("gets the time to clean up after itself", async () => {
    const file = join(dir, "ready");
    const controller = new AbortController();
    const running = sh(
      `trap 'echo cleaned >${file}.done; exit 0' INT; echo >${file}; while :; do sleep 0.1; done`,
      controller,
    );
    expect(await until(() => existsSync(file))).toBe(true);
    controller.abort();
    await expect(running).rejects.toThrow(Interrupted);
    expect(readFileSync(`${file}.done`, "utf8")).toBe("cleaned\n");
  });

  it("is not even started when the signal has fired already", async () => {
    const controller = new AbortController();
    controller.abort();
    const file = join(dir, "never");
    await expect(sh(`echo >${file}`, controller)).rejects.toThrow(Interrupted);
    await new Promise((done) => setTimeout(done, 200));
    expect(existsSync(file)).toBe(false);
  });

  it("one signal ends all that run, and none that has ended", async () => {
    const controller = new AbortController();
    const exec = makeWork(controller.signal);
    const done = await exec("sh", ["-c", "echo done"], { cwd: dir, env });
    const running = [1, 2, 3].map(() => exec("sleep", ["60"], { cwd: dir, env }));
    setTimeout(() => {
      controller.abort();
    }, 100);
    const outcomes = await Promise.allSettled(running);
    expect(outcomes.map((each) => each.status === "rejected" && each.reason instanceof Interrupted)).toEqual([
      true,
      true,
      true,
    ]);
    expect(done).toMatchObject({ exitCode: 0, stdout: "done\n" });
  });
});

describeWith(["sh", "sleep"], "an interrupted question", () => {
  it.each([
    { name: "ends with its program", script: "echo $$ >FILE; exec sleep 60" },
    { name: "ends at once though something else holds its output", script: "sleep 60 & echo $$ >FILE; wait" },
  ])("$name", async ({ name, script }) => {
    const file = join(dir, name.replaceAll(" ", "-"));
    const controller = new AbortController();
    const asked = makeAsk(controller.signal)("sh", ["-c", script.replace("FILE", file)], { cwd: dir, env });
    const outcome = asked.then(
      () => "resolved",
      (thrown: unknown) => thrown,
    );
    expect(await until(() => pidsIn(file).length === 1)).toBe(true);
    const before = performance.now();
    controller.abort();
    expect(await outcome).toBeInstanceOf(Interrupted);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(await until(() => pidsIn(file).every(gone))).toBe(true);
  });

  it("is not even put when the signal has fired, and is over when it fires before the program runs", async () => {
    const controller = new AbortController();
    const file = join(dir, "not-put");
    const asked = makeAsk(controller.signal)("sh", ["-c", `sleep 1; echo >${file}`], { cwd: dir, env });
    const outcome = asked.then(
      () => "resolved",
      (thrown: unknown) => thrown,
    );
    controller.abort();
    expect(await outcome).toBeInstanceOf(Interrupted);
    await expect(makeAsk(controller.signal)("sh", ["-c", ""], { cwd: dir, env })).rejects.toThrow(Interrupted);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(existsSync(file)).toBe(false);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeTerminalLog } from "../../src/ports/terminal-log.ts";
import { displayWidth } from "../../src/text/columns.ts";
import { Screen } from "../support/screen.ts";

const plain = { NO_COLOR: "1" };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Lines that stay are told from the live ones by what they say. */
async function building(
  screen: Screen,
  body: (log: ReturnType<typeof makeTerminalLog>) => void,
  env = plain,
): Promise<void> {
  const log = makeTerminalLog(screen, env);
  await log.group(
    "Build",
    () => {
      body(log);
      return Promise.resolve();
    },
    12,
  );
  log.close();
}

describe("a log on a terminal", () => {
  it("says what is being built, for how long, how many are done and how many are left", async () => {
    const screen = new Screen(80, 24);
    await building(screen, (log) => {
      const first = log.activity("app, linux/amd64, default", "building");
      log.activity("base: app, linux/amd64, default", "building");
      vi.advanceTimersByTime(1500);
      expect(screen.text.split("\n").map((line) => line.replace(/^[⠀-⣿]/, "*"))).toEqual([
        "* Build: 0/12 done, 12 left, 1.5 s",
        "  app, linux/amd64, default  1.5 s",
        "  base: app, linux/amd64, default  1.5 s",
      ]);
      first("built", { pieces: 5 });
      vi.advanceTimersByTime(100);
      expect(screen.text).toContain("Build: 5/12 done, 7 left, 1.6 s");
      expect(screen.text).not.toContain("\n  app");
    });
  });

  it("shows a failure at once, above the live lines, and counts it", async () => {
    const screen = new Screen(80, 24);
    await building(screen, (log) => {
      const failing = log.activity("app, linux/amd64, musl", "building");
      log.activity("app, linux/amd64, netgo", "building");
      vi.advanceTimersByTime(300);
      failing("failed", { trouble: "main.go:3:1: \u001b[2Junclear\nnext line" });
      const [first, second] = screen.text.split("\n");
      expect(first).toBe("✗ failed app, linux/amd64, musl in 0.3 s: main.go:3:1: unclear next line");
      expect(second).toContain("Build: 1/12 done, 1 failed, 11 left");
    });
    expect(screen.text.split("\n")).toHaveLength(1);
  });

  it("leaves nothing but what was printed for good, the cursor below it", async () => {
    const screen = new Screen(80, 24);
    screen.write("$ go-linkage\n");
    await building(screen, (log) => {
      log.info("Go 1.26.8, from PATH");
      log.activity("app", "building");
      vi.advanceTimersByTime(1000);
      log.warning("the cache is old");
    });
    vi.advanceTimersByTime(1000);
    expect(screen.text).toBe("$ go-linkage\nGo 1.26.8, from PATH\nwarning: the cache is old");
    expect(screen.cursor).toEqual([3, 0]);
    expect(screen.listeners).toBe(0);
    expect(screen.written).not.toContain("\u001b[?25l");
  });

  it("draws nothing over a question, until it is answered", async () => {
    const screen = new Screen(80, 24);
    const log = makeTerminalLog(screen, plain);
    log.activity("app", "looking");
    vi.advanceTimersByTime(200);
    expect(screen.text).toContain("app");
    await log.withoutLines(() => {
      screen.write("Write it? [y/N] ");
      vi.advanceTimersByTime(1000);
      screen.resize(60);
      expect(screen.text.trim()).toBe("Write it? [y/N]");
      screen.write("y\n");
      return Promise.resolve();
    });
    vi.advanceTimersByTime(200);
    expect(screen.text).toMatch(/^Write it\? \[y\/N\] y\n/);
    expect(screen.text).toContain("app");
    log.close();
    expect(screen.text.trim()).toBe("Write it? [y/N] y");
  });

  it("writes nothing for what takes no time", async () => {
    const screen = new Screen(80, 24);
    await building(screen, (log) => {
      log.activity("app", "building")("built");
    });
    expect(screen.written).toBe("");
  });

  it.each([
    { columns: 80, rows: 24 },
    { columns: 40, rows: 5 },
    { columns: 20, rows: 3 },
    { columns: 9, rows: 2 },
  ])("never has more lines than rows, or wider ones: $columns x $rows", async ({ columns, rows }) => {
    const screen = new Screen(columns, rows);
    await building(screen, (log) => {
      for (let at = 0; at < 40; at++)
        log.activity(`example.com/静态链接/${"🔗".repeat(at)}/${at}, linux/amd64, netgo`, "building");
      vi.advanceTimersByTime(200);
      const lines = screen.text.split("\n");
      expect(lines.length).toBeLessThan(rows);
      expect(Math.max(...lines.map(displayWidth))).toBeLessThan(columns);
      if (rows > 2) expect(lines.at(-1)).toMatch(/more/);
    });
    expect(screen.text).toBe("");
  });

  it("draws anew where the terminal became narrower and broke the lines", async () => {
    const screen = new Screen(100, 24);
    await building(screen, (log) => {
      log.info("stays");
      for (const name of ["api", "worker"]) log.activity(`${"github.com/acme/app/cmd/".repeat(3)}${name}`, "building");
      vi.advanceTimersByTime(200);
      screen.resize(30);
      vi.advanceTimersByTime(100);
      expect(screen.text.split("\n")).toHaveLength(4);
      screen.resize(120);
      vi.advanceTimersByTime(100);
      expect(screen.text.split("\n")).toHaveLength(4);
    });
    expect(screen.text).toBe("stays");
  });

  it("is coloured unless NO_COLOR is set", async () => {
    const draw = async (env: Record<string, string>): Promise<string> => {
      const screen = new Screen(80, 24);
      await building(screen, () => vi.advanceTimersByTime(100), env as typeof plain);
      return screen.written;
    };
    expect(await draw({ TERM: "xterm" })).toContain("\u001b[1m");
    expect(await draw(plain)).not.toMatch(/\u001b\[\d+m/);
  });
});

describe("a log in a pipe", () => {
  it.each([
    { name: "a pipe", isTTY: false, env: {} },
    { name: "CI", isTTY: true, env: { CI: "true" } },
    { name: "a dumb terminal", isTTY: true, env: { TERM: "dumb" } },
  ])("has plain lines with counters: $name", async ({ isTTY, env }) => {
    let text = "";
    const stream = { isTTY, write: (more: string) => (text += more), on: () => undefined, off: () => undefined };
    const log = makeTerminalLog(stream, env);
    await log.group(
      "Build",
      () => {
        const first = log.activity("app, linux/amd64, default", "building");
        const second = log.activity("app\u001b[2J, linux/amd64, musl", "building");
        vi.advanceTimersByTime(1200);
        first("built", { pieces: 2 });
        second("failed", { trouble: "ld: cannot find -lX11" });
        return Promise.resolve();
      },
      12,
    );
    await log.group("Prove", () => {
      log.activity("the static artifacts in an empty root", "starting")("3 of 4 proven:");
      return Promise.resolve();
    });
    log.close();
    expect(text.split("\n")).toEqual([
      "building app, linux/amd64, default",
      "building app, linux/amd64, musl",
      "2/12 built app, linux/amd64, default in 1.2 s",
      "3/12 failed app, linux/amd64, musl in 1.2 s: ld: cannot find -lX11",
      "starting the static artifacts in an empty root",
      "3 of 4 proven: the static artifacts in an empty root in 0.0 s",
      "",
    ]);
  });
});

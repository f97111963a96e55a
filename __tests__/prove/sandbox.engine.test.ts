import { chmodSync, copyFileSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Inside, Outcome } from "../../src/prove/outcome.ts";
import { openWorkshop, startEach, type Workshop } from "../../src/prove/workshop.ts";
import { describeWith } from "../support/tools.ts";
import {
  asNobody,
  goBuild,
  goOf,
  isRoot,
  makeWorld,
  nobody,
  processesWith,
  type World,
  writePrograms,
} from "./world.ts";

const withCgo = { CGO_ENABLED: "1" };

const runs = [
  { name: "static", program: "hello" },
  {
    name: "static by glibc",
    program: "cgo",
    env: withCgo,
    flags: ["-ldflags=-linkmode=external -extldflags=-static"],
  },
  {
    name: "static-pie",
    program: "cgo",
    env: withCgo,
    flags: ["-buildmode=pie", "-ldflags=-linkmode=external -extldflags=-static-pie"],
  },
  {
    name: "static by musl",
    program: "cgo",
    env: { CGO_ENABLED: "1", CC: "musl-gcc" },
    flags: ["-ldflags=-linkmode=external -extldflags=-static"],
  },
] as const;

const doesNotRun = [
  { name: "dynamic", program: "cgo", env: withCgo },
  { name: "a PIE that needs the loader alone", program: "hello", flags: ["-buildmode=pie"] },
] as const;

type User = { readonly inside: Inside; readonly user: "me" | "nobody" };

// Root can be nobody too.
const users: readonly User[] = isRoot
  ? [
      { inside: "landlock", user: "me" },
      { inside: "chroot", user: "me" },
      { inside: "landlock", user: "nobody" },
    ]
  : [{ inside: "landlock", user: "me" }];

describeWith(["go", "gcc", "musl-gcc", ...(isRoot ? ["setpriv"] : [])], "programs in a sandbox", () => {
  let world: World;
  let nobodysWorld: World;
  let workshops: Record<"me" | "nobody", Workshop>;
  const built = new Map<string, string>();
  const file = (name: string): string => built.get(name) ?? "not built";

  beforeAll(async () => {
    world = makeWorld();
    nobodysWorld = makeWorld(isRoot ? "nobody" : "me");
    writePrograms(world.dir);
    for (const build of [...runs, ...doesNotRun]) built.set(build.name, goBuild(world.dir, build));
    for (const program of ["sleep", "exit3", "loud", "environ", "odd", "look", "daemon"]) {
      built.set(program, goBuild(world.dir, { program }));
    }
    built.set(
      "crash",
      goBuild(world.dir, {
        program: "hello",
        env: { CGO_ENABLED: "1", GO_EXTLINK_ENABLED: "1" },
        flags: ["-ldflags=-extldflags=-static"],
      }),
    );
    for (const path of built.values()) chmodSync(join(path, ".."), 0o755);
    const me = await openWorkshop(goOf(world), world.ports);
    const theirs = isRoot ? await openWorkshop(goOf(nobodysWorld), nobodysWorld.ports) : me;
    const ports = { ...theirs.ports, work: asNobody(theirs.ports.work) };
    const go = goOf({ toolchain: nobodysWorld.toolchain, ports });
    workshops = { me, nobody: { ...theirs, go, ports } };
  });
  afterAll(() => {
    world.remove();
    nobodysWorld.remove();
  });

  async function start(
    { inside, user }: User,
    name: string,
    { args = [] as string[], timeoutMs = 20_000 } = {},
  ): Promise<Outcome> {
    const [outcome] = await startEach(workshops[user], { inside, args, timeoutMs }, [file(name)]);
    if (outcome === undefined) throw new Error("no outcome");
    return outcome;
  }

  describe.each(users)("$inside as $user", (user) => {
    let usable = false;
    beforeAll(async () => {
      const { setup } = await start(user, "static");
      usable = setup === "";
      // Root may always chroot; the rest depends on the kernel and on what a container lets through.
      if (user.inside === "chroot") expect(setup).toBe("");
      else if (!usable) console.warn(`${user.inside} as ${user.user} is not tested: ${setup}`);
    });
    const itUsable = (name: string, body: () => Promise<void>): void => {
      it(name, async (context) => {
        if (!usable) context.skip();
        await body();
      });
    };

    for (const { name } of runs) {
      itUsable(`runs what is ${name}`, async () => {
        expect(await start(user, name)).toMatchObject({
          setup: "",
          refusal: "",
          exitCode: 0,
          signal: null,
          timedOut: false,
        });
      });
    }
    for (const { name } of doesNotRun) {
      itUsable(`refuses ${name}`, async () => {
        const refusal = user.inside === "landlock" ? "EACCES" : "ENOENT";
        expect(await start(user, name)).toMatchObject({ setup: "", refusal, exitCode: null, signal: null });
      });
    }
    itUsable("tells a crash at the start", async () => {
      expect(await start(user, "crash")).toMatchObject({ setup: "", refusal: "", exitCode: null, signal: "SIGTRAP" });
    });
    itUsable("ends what goes on", async () => {
      const outcome = await start(user, "sleep", { timeoutMs: 700 });
      expect(outcome).toMatchObject({
        setup: "",
        refusal: "",
        exitCode: null,
        signal: null,
        timedOut: true,
        output: "up",
      });
      expect(outcome.ms).toBeGreaterThanOrEqual(700);
      expect(processesWith(file("sleep"))).toEqual([]);
    });
    itUsable("tells the exit code", async () => {
      expect(await start(user, "exit3")).toMatchObject({ exitCode: 3, signal: null });
    });
    itUsable("hands over the arguments", async () => {
      expect(await start(user, "static", { args: ["--version", "a b", "-n", "--", ""] })).toMatchObject({
        output: "hello /hello --version a b -n -- ",
      });
    });
    itUsable("keeps 64 KiB of 10 MiB", async () => {
      const outcome = await start(user, "loud");
      expect(outcome.exitCode).toBe(0);
      expect(outcome.output).toBe("x".repeat(64 << 10));
    });
    itUsable("leaves nothing in the environment", async () => {
      expect((await start(user, "environ")).output).toBe(".");
    });
    itUsable("hides all files", async () => {
      const { dir } = workshops[user.user];
      const root = user.inside === "landlock" ? dir : "/nowhere";
      const id = user.user === "nobody" ? nobody : process.getuid?.();
      const { output } = await start(user, "look", { args: [file("static"), root] });
      expect(output).toBe(`false false false false ${id ?? ""}`);
    });
    itUsable("leaves no folder behind", () => {
      expect(readdirSync(workshops[user.user].dir).filter((name) => name.startsWith("root-"))).toEqual([]);
      return Promise.resolve();
    });
  });

  it("writes any output as JSON", async () => {
    const start = { inside: "none", args: [], timeoutMs: 20_000 } as const;
    const [outcome] = await startEach(workshops.me, start, [file("odd")]);
    expect(outcome?.output).toBe('a"\\\u001b\n\ufffdé');
  });

  it("ends what a program leaves behind in a session of its own", async () => {
    const args = [file("daemon")];
    const [outcome] = await startEach(workshops.me, { inside: "none", args, timeoutMs: 20_000 }, args);
    expect(outcome).toMatchObject({ exitCode: 0 });
    expect(outcome?.output).toMatch(/^\d+$/);
    expect(outcome?.ms).toBeLessThan(10_000);
    expect(existsSync(`/proc/${outcome?.output ?? ""}`)).toBe(false);
  });

  it("starts many files in one call, and keeps their order", async () => {
    const files = [file("exit3"), "/nonexistent", "/etc/passwd", file("static")];
    const outcomes = await startEach(workshops.me, { inside: "none", args: [], timeoutMs: 20_000 }, files);
    expect(outcomes).toMatchObject([
      { exitCode: 3 },
      { setup: "not executable: ENOENT" },
      { setup: "not executable: EACCES" },
      { exitCode: 0 },
    ]);
  });

  it("says that a file is no program", async () => {
    const text = join(world.dir, "text");
    copyFileSync("/etc/passwd", text);
    chmodSync(text, 0o755);
    const start = { inside: "none", args: [], timeoutMs: 20_000 } as const;
    expect(await startEach(workshops.me, start, [text])).toMatchObject([{ setup: "", refusal: "ENOEXEC" }]);
  });

  it.runIf(isRoot)("tells who may not chroot", async () => {
    expect(await start({ inside: "chroot", user: "nobody" }, "static")).toMatchObject({ setup: "chroot: EPERM" });
  });

  it("ends the program with the run", async () => {
    const own = makeWorld();
    try {
      const workshop = { ...workshops.me, ports: own.ports };
      const sleeper = join(own.dir, "sleeper");
      copyFileSync(file("sleep"), sleeper);
      const start = { inside: "none", args: [], timeoutMs: 60_000 } as const;
      const running = expect(startEach(workshop, start, [sleeper])).rejects.toThrow("interrupted");
      await expect.poll(() => processesWith("/sleeper").length, { timeout: 20_000 }).toBeGreaterThan(1);
      own.abort.abort();
      await running;
      await expect.poll(() => processesWith("/sleeper"), { timeout: 5_000 }).toEqual([]);
    } finally {
      own.remove();
    }
  });
});

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { CommandResult, Exec } from "../../src/ports/types.ts";
import { notStarted } from "../../src/prove/outcome.ts";
import { prove } from "../../src/prove/prove.ts";
import { describeWith } from "../support/tools.ts";
import { goBuild, goOf, makeWorld, type World, writePrograms } from "./world.ts";

const request = { args: ["--version"], timeoutMs: 20_000 };
const ended: CommandResult = { exitCode: 0, signal: null, stdout: "", stderr: "", durationMs: 1 };

let world: World;
beforeEach(() => {
  world = makeWorld();
});
afterEach(() => {
  world.remove();
});

const here = (file: string): { file: string; platform: { goos: string; goarch: string } } => ({
  file,
  platform: { goos: "linux", goarch: world.ports.host.arch },
});

/** What `prove` takes, from ports and a toolchain. */
const meansOf = (ports: World["ports"], toolchain = world.toolchain): Parameters<typeof prove>[2] => ({
  go: goOf({ toolchain, ports }),
  ports,
});

/** A helper that says of every file what `answer` says; go builds nothing. */
function fakeExec(answer: (inside: string, file: string) => object): Exec {
  return (program, args) => {
    if (program === "go") return Promise.resolve(ended);
    const run = args.slice(args.indexOf("run") + 1);
    const files = run.slice(4 + Number(run[3]));
    const lines = files.map((file) => JSON.stringify({ ...notStarted(""), ...answer(run[0] ?? "", file) }));
    return Promise.resolve({ ...ended, stdout: `${lines.join("\n")}\n` });
  };
}

const isDynamic = (file: string): boolean => file.endsWith("/dynamic");

describeWith(["go"], "prove, with a helper that answers as it is told", () => {
  it("believes no sandbox that starts a dynamic program", async () => {
    const exec = fakeExec(() => ({ exitCode: 0 }));
    const [proof] = await prove([here("/app")], request, meansOf({ ...world.ports, work: exec }));
    expect(proof).toMatchObject({ result: "not-proven", means: null, exitCode: null, signal: null });
    expect(proof?.detail).toMatch(
      /^no sandbox works here: landlock: it starts a dynamic program, so it proves nothing; /,
    );
    expect(world.lines.join("\n")).toContain("nothing can be proven by running: no sandbox works here");
  });

  it("believes no sandbox that refuses everything", async () => {
    const exec = fakeExec((inside) => (inside === "none" ? { exitCode: 0 } : { refusal: "EPERM" }));
    const [proof] = await prove([here("/app")], request, meansOf({ ...world.ports, work: exec }));
    expect(proof?.result).toBe("not-proven");
    expect(proof?.detail).toContain("chroot: it does not run a static program (EPERM)");
  });

  it("believes no canary that starts nowhere", async () => {
    const exec = fakeExec((_inside, file) => (isDynamic(file) ? { refusal: "ENOENT" } : { exitCode: 0 }));
    const [proof] = await prove([here("/app")], request, meansOf({ ...world.ports, work: exec }));
    expect(proof?.result).toBe("not-proven");
    expect(proof?.detail).toContain("this kernel does not run the canary outside of a sandbox either (ENOENT)");
  });

  it.each([
    { inside: "landlock", usable: ["landlock", "chroot"] },
    { inside: "chroot", usable: ["chroot"] },
  ])("takes $inside when what is better cannot be used", async ({ inside, usable }) => {
    const exec = fakeExec((means, file) => {
      if (means !== "none" && !usable.includes(means)) return { setup: `${means}: EPERM` };
      return means !== "none" && isDynamic(file) ? { refusal: "ENOENT" } : { exitCode: 0 };
    });
    const ports = { ...world.ports, work: exec };
    expect(await prove([here("/app")], request, meansOf(ports))).toMatchObject([{ result: "proven", means: inside }]);
  });

  it("proves nothing where neither Landlock nor chroot can be used, and says why for each", async () => {
    const exec = fakeExec((means) => {
      if (means === "none") return { exitCode: 0 };
      return { setup: means === "chroot" ? "chroot: EPERM" : "this kernel has no Landlock: ENOSYS" };
    });
    expect(await prove([here("/app")], request, meansOf({ ...world.ports, work: exec }))).toEqual([
      {
        result: "not-proven",
        means: null,
        detail: "no sandbox works here: landlock: this kernel has no Landlock: ENOSYS; chroot: chroot: EPERM",
        exitCode: null,
        signal: null,
      },
    ]);
  });

  it("builds no canary for another processor, and says that it cannot run here", async () => {
    const goarch = world.ports.host.arch === "s390x" ? "riscv64" : "s390x";
    const starts: string[] = [];
    const exec: Exec = (program, args) => {
      starts.push([program, ...args].join(" "));
      return Promise.resolve(ended);
    };
    const foreign = { file: "/app", platform: { goos: "linux", goarch } };
    const [proof] = await prove([foreign], request, meansOf({ ...world.ports, work: exec }));
    expect(proof).toMatchObject({
      result: "not-proven",
      means: null,
      detail: `this ${world.ports.host.arch} machine cannot run ${goarch}`,
    });
    expect(starts).toEqual([expect.stringMatching(/^go build .* \.\/sandbox$/)]);
  });

  it("keeps the order of the artifacts, and starts no foreign system's programs", async () => {
    const exec = fakeExec((inside, file) => {
      if (inside !== "none" && isDynamic(file)) return { refusal: "ENOENT" };
      return { exitCode: Number(/\d+$/.exec(file)?.[0] ?? 0) };
    });
    const windows = { file: "/app.exe", platform: { goos: "windows", goarch: "amd64" } };
    const artifacts = [here("/app1"), windows, here("/app2"), here("/app3"), here("/app4"), here("/app5")];
    expect(await prove(artifacts, request, meansOf({ ...world.ports, work: exec }))).toMatchObject([
      { exitCode: 1 },
      { result: "not-proven", detail: "a windows program cannot be started on linux" },
      { exitCode: 2 },
      { exitCode: 3 },
      { exitCode: 4 },
      { exitCode: 5 },
    ]);
  });

  it("says why the helper could not be built", async () => {
    const exec: Exec = () => Promise.resolve({ ...ended, exitCode: 1, stderr: "noise\ngo: no space left\u001b\n" });
    const [proof] = await prove([here("/app")], request, meansOf({ ...world.ports, work: exec }));
    expect(proof?.detail).toMatch(
      /^the helper could not be built: go build for linux\/\w+ ended with exit code 1: go: no space left$/,
    );
  });

  it("says that the helper could not be started", async () => {
    const exec: Exec = (program) =>
      program === "go" ? Promise.resolve(ended) : Promise.reject(new Error("cannot start helper: EACCES"));
    const [proof] = await prove([here("/app")], request, meansOf({ ...world.ports, work: exec }));
    expect(proof).toMatchObject({
      result: "not-proven",
      detail: expect.stringContaining("cannot start helper: EACCES") as string,
    });
  });

  it.each(["darwin", "windows", "freebsd"])("starts nothing on %s", async (os) => {
    const exec: Exec = () => Promise.reject(new Error("nothing may be started"));
    const ports = { ...world.ports, work: exec, host: { ...world.ports.host, os } };
    expect(await prove([here("/app")], request, meansOf(ports))).toEqual([
      {
        result: "not-proven",
        means: null,
        detail: `programs are proven on linux, and this machine is ${os}`,
        exitCode: null,
        signal: null,
      },
    ]);
  });

  it("does nothing for no artifacts", async () => {
    const exec: Exec = () => Promise.reject(new Error("nothing may be started"));
    expect(await prove([], request, meansOf({ ...world.ports, work: exec }))).toEqual([]);
  });

  it("is cut off with the run", async () => {
    world.abort.abort();
    await expect(prove([here("/app")], request, meansOf(world.ports))).rejects.toThrow("interrupted");
  });
});

describeWith(["go"], "prove", () => {
  beforeEach(() => {
    writePrograms(world.dir);
  });

  it("proves what is static and refuses what is not, by the best means of this machine", async () => {
    const files = [
      goBuild(world.dir, { program: "hello" }),
      goBuild(world.dir, { program: "hello", flags: ["-buildmode=pie"] }),
      goBuild(world.dir, { program: "exit3" }),
    ];
    const proofs = await prove(files.map(here), request, meansOf(world.ports));
    const means = proofs[0]?.means;
    if (process.getuid?.() === 0) expect(["landlock", "chroot"]).toContain(means);
    if (means === null) return;
    expect(proofs).toMatchObject([
      {
        result: "proven",
        exitCode: 0,
        signal: null,
        detail: expect.stringMatching(/and ends with exit code 0$/) as string,
      },
      { result: "refused", exitCode: null, signal: null },
      { result: "proven", exitCode: 3 },
    ]);
    expect(new Set(proofs.map((proof) => proof.means))).toEqual(new Set([means]));
  });

  it("works in a folder with a space and a quote in its name", async () => {
    const odd = join(world.dir, "it's a folder");
    mkdirSync(odd);
    const files = {
      ...world.ports.files,
      makeTempDir: () => Promise.resolve(odd),
    };
    const file = goBuild(world.dir, { program: "hello" });
    const [proof] = await prove([here(file)], request, meansOf({ ...world.ports, files }));
    expect(proof?.detail).not.toContain("canary");
    if (process.getuid?.() === 0) expect(proof?.result).toBe("proven");
  });

  it("is not confused by what people set for their own builds", async () => {
    const file = goBuild(world.dir, { program: "hello" });
    const set = {
      GOFLAGS: "-mod=vendor -tags=x",
      CGO_ENABLED: "1",
      GOOS: "windows",
      GOARCH: "arm64",
      GOWORK: "/nonexistent",
    };
    const toolchain = { ...world.toolchain, env: { ...world.toolchain.env, ...set } };
    const [proof] = await prove([here(file)], request, meansOf(world.ports, toolchain));
    expect(proof?.detail).not.toMatch(/canary|helper/);
  });
});

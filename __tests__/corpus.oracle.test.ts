import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goLinkage } from "./support/cli.ts";
import { hardeningByReadelf, kindByReadelf, linkageByReadelf, readelf } from "./support/readelf.ts";
import { describeWith } from "./support/tools.ts";
import type { Report, Cell } from "../src/model/report.ts";

// Many real binaries against the tools of the trade. docs/oracles.md names every difference that is not ours.

const full = process.env.FULL === "true";

function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr}`);
  return stdout;
}

async function inspect(files: readonly string[]): Promise<Map<string, Cell>> {
  const { stdout, stderr } = await goLinkage(["inspect", "--json", ...files]);
  expect(stdout, stderr).not.toBe("");
  return new Map((JSON.parse(stdout) as Report).cells.map((cell) => [cell.artifact?.path ?? "", cell]));
}

/** What a Go program without cgo is on each system: Go's own ports, `UsesLibc` in cmd/link. */
function expectedKind(goos: string): string {
  if (["linux", "freebsd", "netbsd", "dragonfly"].includes(goos)) return "static";
  return ["plan9", "js", "wasip1"].includes(goos) ? "unreadable" : "system";
}

/** Agreement with readelf on a program, with the kinds that readelf has no word for brought together. */
function expectLikeReadelf(path: string, cell: Cell): void {
  const facts = readelf(path);
  expect([path, cell.linkage?.interpreter, cell.linkage?.needed, cell.linkage?.minGlibc]).toEqual([
    path,
    facts.interpreter,
    facts.needed,
    facts.minGlibc,
  ]);
  const kind = cell.linkage?.kind === "system" ? "dynamic" : cell.linkage?.kind;
  expect([path, kind]).toEqual([path, linkageByReadelf(facts)]);
}

/** Agreement with `go version -m` on what the go command recorded; it reads neither wasm nor every stripped file. */
function expectLikeGoVersion(path: string, cell: Cell): void {
  const { status, stdout } = spawnSync("go", ["version", "-m", path], { encoding: "utf8" });
  if (status !== 0) return;
  if (cell.buildInfo === null) expect.unreachable(`${path}: no build info, but go version -m has some`);
  const settings = [...stdout.matchAll(/^\tbuild\t([^=\n]+)=(.*)$/gm)].map(
    (match) => [match[1] ?? "", match[2] ?? ""] as const,
  );
  expect(cell.buildInfo.goVersion).toBe(/: (go\S+)/.exec(stdout)?.[1]);
  expect(cell.buildInfo.path).toBe(/^\tpath\t(.*)$/m.exec(stdout)?.[1] ?? null);
  for (const [name, value] of settings) {
    if (cell.buildInfo.withheld.includes(name)) continue;
    expect([name, cell.buildInfo.settings[name]]).toEqual([
      name,
      value.startsWith('"') ? (JSON.parse(value) as string) : value,
    ]);
  }
}

describeWith(["go", "readelf", "file"], "every port of Go, with cgo off", () => {
  const dir = mkdtempSync(join(tmpdir(), "ports-"));
  // What a port cannot build without cgo or a C linker is no port for this test: Go says so itself.
  const some =
    "linux/386 linux/arm64 linux/s390x freebsd/amd64 openbsd/amd64 darwin/arm64 windows/amd64 js/wasm plan9/amd64";
  const ports = full ? run("go", ["tool", "dist", "list"]).trim().split("\n") : some.split(" ");
  let cells = new Map<string, Cell>();

  beforeAll(async () => {
    writeFileSync(join(dir, "go.mod"), "module example.com/port\n\ngo 1.19\n");
    writeFileSync(join(dir, "main.go"), 'package main\n\nfunc main() { println("port") }\n');
    for (const port of ports) {
      const [GOOS, GOARCH] = port.split("/");
      const env = { ...process.env, GOOS, GOARCH, CGO_ENABLED: "0" };
      spawnSync("go", ["build", "-o", fileOf(port), "."], { cwd: dir, env });
    }
    cells = await inspect(ports.map(fileOf).filter((path) => existsSync(path)));
  }, 1_800_000);

  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  function fileOf(port: string): string {
    return join(dir, port.replace("/", "-"));
  }

  it("builds nearly all of them", () => {
    const missing = ports.filter((port) => !existsSync(fileOf(port)));
    expect(missing.filter((port) => !/^(android|ios)\//.test(port))).toEqual([]);
  });

  it.each(ports)("%s", (port) => {
    const path = fileOf(port);
    const [goos = "", goarch = ""] = port.split("/");
    if (!existsSync(path)) return;
    const cell = cells.get(path);
    if (cell === undefined) throw new Error("not judged");
    expect(cell.linkage?.kind, cell.linkage?.reason ?? "").toBe(expectedKind(goos));
    if (expectedKind(goos) === "unreadable") return;
    expect(cell.platform).toBe(port);
    expect(cell.buildInfo?.settings).toMatchObject({ GOOS: goos, GOARCH: goarch });
    if (cell.artifact?.format === "elf") {
      expectLikeReadelf(path, cell);
      const says = run("file", ["-b", path]);
      expect(says.includes("statically linked")).toBe(cell.linkage?.kind === "static");
    }
    expectLikeGoVersion(path, cell);
  });
});

describe.runIf(full)("the binaries of @esbuild/* on npm", () => {
  const dir = mkdtempSync(join(tmpdir(), "esbuild-"));
  const platforms = (
    "aix-ppc64 android-arm64 darwin-arm64 darwin-x64 freebsd-arm64 freebsd-x64 linux-arm linux-arm64 linux-ia32 linux-loong64 " +
    "linux-mips64el linux-ppc64 linux-riscv64 linux-s390x linux-x64 netbsd-arm64 netbsd-x64 openbsd-arm64 openbsd-x64 " +
    "sunos-x64 win32-arm64 win32-ia32 win32-x64"
  ).split(" ");
  const goos: Readonly<Record<string, string>> = { sunos: "illumos", win32: "windows" };
  let cells = new Map<string, Cell>();
  const found = new Map<string, string>();

  beforeAll(async () => {
    for (const platform of platforms) {
      const folder = join(dir, platform);
      mkdirSync(folder);
      run("npm", ["pack", "--silent", `@esbuild/${platform}@0.25.12`], { cwd: folder });
      const [archive = ""] = readdirSync(folder);
      run("tar", ["-xzf", archive], { cwd: folder });
      const path = ["package/bin/esbuild", "package/esbuild.exe"]
        .map((name) => join(folder, name))
        .find((name) => existsSync(name));
      if (path !== undefined) found.set(platform, path);
    }
    cells = await inspect([...found.values()]);
  }, 1_800_000);

  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it.each(platforms)("%s", (platform) => {
    const path = found.get(platform) ?? "";
    const cell = cells.get(path);
    if (cell === undefined) throw new Error(`${platform}: no binary in the package`);
    const [system = ""] = platform.split("-");
    expect(cell.linkage?.kind, cell.linkage?.reason ?? "").toBe(expectedKind(goos[system] ?? system));
    if (cell.artifact?.format === "elf") expectLikeReadelf(path, cell);
    expectLikeGoVersion(path, cell);
    expect(cell.platform).toMatch(new RegExp(`^${goos[system] ?? system}/`));
  });
});

// Up to Go 1.17 build info is two addresses. These are of Go 1.14 to 1.17.
describe.runIf(full)("old binaries of esbuild on npm", () => {
  const dir = mkdtempSync(join(tmpdir(), "esbuild-old-"));

  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it.each([
    { name: "esbuild-darwin-64@0.13.15", platform: "darwin/amd64" },
    { name: "esbuild-darwin-arm64@0.13.15", platform: "darwin/arm64" },
    { name: "esbuild-windows-64@0.13.15", platform: "windows/amd64" },
    { name: "esbuild-windows-32@0.13.15", platform: "windows/386" },
    { name: "esbuild-windows-arm64@0.13.15", platform: "windows/arm64" },
    { name: "esbuild-linux-64@0.13.15", platform: "linux/amd64" },
    { name: "esbuild-windows-64@0.8.49", platform: "windows/amd64" },
    // Built on macOS, with cgo.
    { name: "esbuild-darwin-64@0.6.4", platform: "darwin/amd64", cgo: ["crypto/x509", "net"] },
  ])(
    "$name",
    async ({ name, platform, cgo = [] }) => {
      const folder = join(dir, name);
      mkdirSync(folder);
      run("npm", ["pack", "--silent", name], { cwd: folder });
      run("tar", ["-xzf", readdirSync(folder)[0] ?? ""], { cwd: folder });
      // Those for Windows have a script of the other name.
      const path = ["esbuild.exe", "bin/esbuild"]
        .map((each) => join(folder, "package", each))
        .find((each) => existsSync(each));
      const cell = (await inspect([path ?? ""])).get(path ?? "");
      if (path === undefined || cell === undefined) throw new Error("not judged");
      expect(cell.platform).toBe(platform);
      expect(cell.buildInfo?.goVersion).toMatch(/^go1\.1[0-7]/);
      expect(cell.cgo.map((user) => user.package)).toEqual(cgo);
      expectLikeGoVersion(path, cell);
    },
    300_000,
  );
});

const debian =
  spawnSync("dpkg-deb", ["--version"]).status === 0 && existsSync("/etc/apt/sources.list.d/debian.sources");

/** A release that has the port, where the machine's own may not: riscv64 came with Debian 13. */
const releaseOf: Readonly<Record<string, string>> = { riscv64: "trixie" };

describe.runIf(full && debian).each(["amd64", "arm64", "armhf", "i386", "mips64el", "ppc64el", "riscv64", "s390x"])(
  "programs and libraries of Debian, %s",
  (arch) => {
    const dir = mkdtempSync(join(tmpdir(), `debian-${arch}-`));
    const packages = [
      "busybox-static",
      "bash-static",
      "libc-bin",
      "dash",
      "coreutils",
      "tini",
      "catatonit",
      "zlib1g",
      "libc6",
    ];
    let files: string[] = [];
    let cells = new Map<string, Cell>();

    beforeAll(async () => {
      // An apt of its own, so that this machine's lists and architectures stay as they are.
      for (const folder of ["state/lists/partial", "cache/archives/partial", "deb", "root"])
        mkdirSync(join(dir, folder), { recursive: true });
      writeFileSync(join(dir, "status"), "");
      // The first suite of this machine's own sources, and that alone.
      const [sources = ""] = readFileSync("/etc/apt/sources.list.d/debian.sources", "utf8").split(/\n\s*\n/);
      const suites = `Suites: ${releaseOf[arch] ?? "$1"}`;
      mkdirSync(join(dir, "sources"));
      writeFileSync(join(dir, "sources/main.sources"), `${sources.replace(/^Suites: (\S+).*$/m, suites)}\n`);
      const options = [
        `APT::Architecture=${arch}`,
        `APT::Architectures=${arch}`,
        `Dir::State=${dir}/state`,
        `Dir::State::status=${dir}/status`,
        `Dir::Cache=${dir}/cache`,
        `Dir::Etc::sourceparts=${dir}/sources`,
        "Dir::Etc::sourcelist=/dev/null",
        "APT::Sandbox::User=root",
      ].flatMap((option) => ["-o", option]);
      run("apt-get", [...options, "-qq", "update"]);
      for (const name of packages) {
        // Not every port has every package.
        spawnSync("apt-get", [...options, "-qq", "download", name], { cwd: join(dir, "deb") });
      }
      for (const name of readdirSync(join(dir, "deb")))
        run("dpkg-deb", ["-x", join(dir, "deb", name), join(dir, "root")]);
      const all = run("find", [join(dir, "root"), "-type", "f", "-size", "+0"])
        .trim()
        .split("\n");
      files = all.filter((path) => run("head", ["-c4", path]).startsWith("\u007fELF"));
      cells = await inspect(files);
    }, 600_000);

    afterAll(() => {
      rmSync(dir, { recursive: true });
    });

    it("is as readelf says, file by file", () => {
      const differences = files.flatMap((path) => {
        const facts = readelf(path);
        const { linkage, hardening } = cells.get(path) ?? {};
        const kind = kindByReadelf(facts);
        const ours = [linkage?.kind, linkage?.interpreter, linkage?.needed.join(), linkage?.minGlibc, hardening];
        const theirs = [
          kind,
          facts.interpreter,
          facts.needed.join(),
          facts.minGlibc,
          kind === "unreadable" ? null : hardeningByReadelf(path),
        ];
        return JSON.stringify(ours) === JSON.stringify(theirs)
          ? []
          : [{ path: path.slice(dir.length), ours, theirs, reason: linkage?.reason }];
      });
      expect(differences).toEqual([]);
      expect(files.length).toBeGreaterThan(50);
    });

    it("has static ones among them", () => {
      const kinds = new Set([...cells.values()].map(({ linkage }) => linkage?.kind));
      expect([...kinds]).toEqual(expect.arrayContaining(["dynamic", "library"]));
      expect(kinds.has("static") || kinds.has("static-pie")).toBe(true);
    });
  },
);

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type InstalledGo = {
  readonly title: string;
  readonly go: string;
  readonly root: string;
  readonly minor: number;
};

/** The Go on PATH, and every other one that Debian's packages have installed. */
export function installedGos(): InstalledGo[] {
  const debian = existsSync("/usr/lib")
    ? readdirSync("/usr/lib")
        .filter((name) => /^go-1\.\d+$/.test(name))
        .map((name) => ({ title: name, go: `/usr/lib/${name}/bin/go` }))
    : [];
  return [{ title: "the Go on PATH", go: "go" }, ...debian].flatMap((each) => {
    try {
      const [root = "", version = ""] = run(each.go, ["env", "GOROOT", "GOVERSION"]).split("\n");
      return [{ ...each, root, minor: Number(/^go1\.(\d+)/.exec(version)?.[1]) }];
    } catch {
      return [];
    }
  });
}

/** What a Go program prints that is written for a test: the toolchain's own rules, asked for their answers. */
export function askGo(go: string, files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), "ask-go-"));
  try {
    for (const [name, text] of Object.entries({ "go.mod": "module oracle\n\ngo 1.19\n", ...files })) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), text);
    }
    return run(go, ["run", "."], dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

export function run(go: string, args: readonly string[], cwd = tmpdir()): string {
  const env = { ...process.env, GOFLAGS: "", GOTOOLCHAIN: "local", GOWORK: "off", CGO_ENABLED: "0", GOENV: "off" };
  return execFileSync(go, args, { cwd, encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 26 });
}

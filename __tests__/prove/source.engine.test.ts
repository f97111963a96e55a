import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sources } from "../../src/prove/sandbox/source.ts";
import { describeWith } from "../support/tools.ts";

const env = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off", GOOS: "linux", GOTOOLCHAIN: "local" };

describeWith(["go", "gofmt"], "the Go source of the helper", () => {
  let dir = "";
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "prove-source-"));
    for (const [path, text] of Object.entries(sources)) {
      mkdirSync(join(dir, path, ".."), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
  });
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  it("is as gofmt writes it", () => {
    expect(execFileSync("gofmt", ["-l", "."], { cwd: dir, encoding: "utf8" })).toBe("");
  });

  it.each(["amd64", "arm64", "386", "mips64le", "s390x"])("satisfies vet for %s", (goarch) => {
    execFileSync("go", ["vet", "./..."], { cwd: dir, env: { ...env, GOARCH: goarch }, stdio: "pipe" });
  });

  it("uses the standard library alone", () => {
    const imports = execFileSync("go", ["list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", "./..."], {
      cwd: dir,
      env,
      encoding: "utf8",
    });
    expect(imports.trim().split("\n")).toEqual(["sandbox/dynamic", "sandbox/sandbox", "sandbox/static"]);
  });

  // Where Debian and the setup of this project's CI keep older ones.
  const older = ["/usr/lib/go-1.19", "/usr/lib/go-1.21", "/usr/lib/go-1.22", "/usr/lib/go-1.23"].filter(existsSync);
  it.each(older)("builds with %s", (root) => {
    const args = ["build", "-buildvcs=false", "-o", `${join(dir, "old")}/`, "./..."];
    execFileSync(join(root, "bin/go"), args, { cwd: dir, env: { ...env, GOROOT: root }, stdio: "pipe" });
  });
});

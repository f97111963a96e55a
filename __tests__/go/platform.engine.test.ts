import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { parsePlatform } from "../../src/go/platform.ts";
import { describeWith } from "../support/tools.ts";

const known = ["linux/386", "linux/amd64", "linux/arm", "linux/arm64", "linux/mips64le", "linux/riscv64", "js/wasm"];

describe("parsePlatform", () => {
  it.each([
    { name: "linux/amd64", env: { GOOS: "linux", GOARCH: "amd64" } },
    { name: "js/wasm", env: { GOOS: "js", GOARCH: "wasm" } },
    { name: "linux/amd64/v3", env: { GOOS: "linux", GOARCH: "amd64", GOAMD64: "v3" } },
    { name: "linux/arm/v5", env: { GOOS: "linux", GOARCH: "arm", GOARM: "5" } },
    { name: "linux/arm/v7", env: { GOOS: "linux", GOARCH: "arm", GOARM: "7" } },
    { name: "linux/arm64/v8", env: { GOOS: "linux", GOARCH: "arm64", GOARM64: "v8.0" } },
    { name: "linux/386/softfloat", env: { GOOS: "linux", GOARCH: "386", GO386: "softfloat" } },
    { name: "linux/mips64le/softfloat", env: { GOOS: "linux", GOARCH: "mips64le", GOMIPS64: "softfloat" } },
    { name: "linux/riscv64/rva22u64", env: { GOOS: "linux", GOARCH: "riscv64", GORISCV64: "rva22u64" } },
  ])("$name", ({ name, env }) => {
    expect(parsePlatform(name, known)).toEqual({ name, goos: env.GOOS, goarch: env.GOARCH, env });
  });

  it.each([
    { name: "", message: 'platforms: "" is not a platform' },
    { name: "linux", message: 'platforms: "linux" is not a platform' },
    { name: "linux/x86_64", message: 'platforms: "linux/x86_64" is not a platform' },
    { name: "windows/amd64", message: "allowed: linux/386, linux/amd64," },
    { name: "linux/arm/v7/hf", message: 'platforms: "linux/arm/v7/hf" is not a platform' },
    { name: "linux/x86-64", message: "did you mean linux/amd64?" },
    { name: "linux", message: "did you mean linux/amd64?" },
    { name: "arm", message: "did you mean linux/arm?" },
    { name: "linux/armv7l", message: "did you mean linux/arm/v7?" },
    { name: "linux/arm/v8", message: '"v8" is not a variant of arm; allowed: v5, v6, v7' },
    { name: "linux/arm/", message: '"" is not a variant of arm; allowed: v5, v6, v7' },
    { name: "linux/amd64/V3", message: '"V3" is not a variant of amd64; allowed: v1, v2, v3, v4' },
    { name: "js/wasm/v1", message: '"v1" is not a variant of wasm; allowed: none' },
    { name: "linux/amd64/constructor", message: '"constructor" is not a variant of amd64; allowed: v1, v2, v3, v4' },
    { name: "linux/amd64/__proto__", message: '"__proto__" is not a variant of amd64' },
  ])("$name is refused", ({ name, message }) => {
    const parse = (): unknown => parsePlatform(name, known);
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow(message);
  });
});

describeWith(["go"], "the real go command", () => {
  const go = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
    execFileSync("go", args, { encoding: "utf8", env: { ...process.env, GOFLAGS: "", ...env }, stdio: "pipe" });

  it("builds for every platform that parsePlatform takes from its list", () => {
    const ports = go(["tool", "dist", "list"]).split(/\s+/).filter(Boolean);
    expect(ports).toContain("linux/amd64");
    for (const port of ports)
      expect(parsePlatform(port, ports).env).toEqual({ GOOS: port.split("/")[0], GOARCH: port.split("/")[1] });
  });

  it.each(
    [
      "386/sse2 386/softfloat amd64/v1 amd64/v2 amd64/v3 amd64/v4 arm/v5 arm/v6 arm/v7",
      "arm64/v8 arm64/v8.1 arm64/v8.2 arm64/v9 mips/hardfloat mips/softfloat mipsle/softfloat",
      "mips64/hardfloat mips64le/softfloat ppc64/power8 ppc64le/power9 ppc64le/power10",
      "riscv64/rva20u64 riscv64/rva22u64 riscv64/rva23u64",
    ].flatMap((line) => line.split(" ")),
  )("understands the variable of linux/%s", (name) => {
    const [goarch = ""] = name.split("/");
    const { env } = parsePlatform(`linux/${name}`, [`linux/${goarch}`]);
    expect(Object.keys(env)).toHaveLength(3);
    const value = Object.entries(env).find(([variable]) => variable !== "GOOS" && variable !== "GOARCH")?.[1] ?? "";
    // Build tags such as arm.7 (go help buildconstraint): go sets them from the variable that it read.
    const tags = go(["list", "-f", "{{context.ToolTags}}", "runtime"], env);
    expect(
      tags
        .trim()
        .replace(/^\[|\]$/g, "")
        .split(" "),
    ).toContain(`${goarch}.${value}`);
  });
});

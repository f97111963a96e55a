import { ConfigError } from "../errors.ts";
import { didYouMean } from "../text/nearest.ts";
import type { Platform } from "../model/platform.ts";

type Variant = { readonly variable: string; readonly values: Readonly<Record<string, string>> };

// docker's variant -> the Go variable and its value (`go help environment`, go1.26). Where docker has no word, Go's own.
const variants: Readonly<Record<string, Variant>> = {
  "386": { variable: "GO386", values: { sse2: "sse2", softfloat: "softfloat" } },
  amd64: { variable: "GOAMD64", values: { v1: "v1", v2: "v2", v3: "v3", v4: "v4" } },
  arm: { variable: "GOARM", values: { v5: "5", v6: "6", v7: "7" } },
  arm64: { variable: "GOARM64", values: { v8: "v8.0", "v8.1": "v8.1", "v8.2": "v8.2", v9: "v9.0" } },
  mips: { variable: "GOMIPS", values: { hardfloat: "hardfloat", softfloat: "softfloat" } },
  mipsle: { variable: "GOMIPS", values: { hardfloat: "hardfloat", softfloat: "softfloat" } },
  mips64: { variable: "GOMIPS64", values: { hardfloat: "hardfloat", softfloat: "softfloat" } },
  mips64le: { variable: "GOMIPS64", values: { hardfloat: "hardfloat", softfloat: "softfloat" } },
  ppc64: { variable: "GOPPC64", values: { power8: "power8", power9: "power9", power10: "power10" } },
  ppc64le: { variable: "GOPPC64", values: { power8: "power8", power9: "power9", power10: "power10" } },
  riscv64: { variable: "GORISCV64", values: { rva20u64: "rva20u64", rva22u64: "rva22u64", rva23u64: "rva23u64" } },
};

/** What uname, docker and people call what Go has another name for. */
const otherNames: Readonly<Record<string, string>> = {
  macos: "darwin",
  osx: "darwin",
  mac: "darwin",
  win: "windows",
  win32: "windows",
  win64: "windows",
  x86_64: "amd64",
  "x86-64": "amd64",
  x64: "amd64",
  i386: "386",
  i686: "386",
  x86: "386",
  aarch64: "arm64",
  armv8: "arm64",
  armv7: "arm/v7",
  armv7l: "arm/v7",
  armhf: "arm/v7",
  armv6: "arm/v6",
  armv6l: "arm/v6",
  ppc64el: "ppc64le",
  loongarch64: "loong64",
};

/** The platform that was meant, also by names of uname or docker, or by half of a name: `linux/x86_64`, `windows`, `amd64`. */
function guessPlatform(first: string, second: string, known: readonly string[]): string {
  const [a, b] = [first, second].map((word) => otherNames[word.toLowerCase()] ?? word.toLowerCase());
  const candidates = b === "" ? [`${a ?? ""}/amd64`, `linux/${a ?? ""}`] : [`${a ?? ""}/${b ?? ""}`];
  const meant = candidates.find((each) => known.includes(each.split("/").slice(0, 2).join("/")));
  return meant === undefined ? didYouMean(`${first}/${second}`, known) : `; did you mean ${meant}?`;
}

/**
 * Reads `GOOS/GOARCH` or `GOOS/GOARCH/VARIANT`. `known` is what `go tool dist list` prints.
 * Throws ConfigError that names what is allowed.
 */
export function parsePlatform(name: string, known: readonly string[]): Platform {
  const [goos = "", goarch = "", variant, ...rest] = name.split("/");
  const port = `${goos}/${goarch}`;
  if (!known.includes(port) || rest.length > 0) {
    const guess = rest.length > 0 ? didYouMean(name, known) : guessPlatform(goos, goarch, known);
    const allowed = `; allowed: ${known.join(", ")}, and a variant behind it (linux/arm/v7, linux/amd64/v3)`;
    // A list of all platforms is for those who come near none.
    throw new ConfigError(
      `platforms: "${name}" is not a platform that this Go builds for${guess === "" ? allowed : guess}`,
    );
  }
  const env: Record<string, string> = { GOOS: goos, GOARCH: goarch };
  if (variant !== undefined) {
    const allowed = variants[goarch];
    const value = allowed !== undefined && Object.hasOwn(allowed.values, variant) ? allowed.values[variant] : undefined;
    if (allowed === undefined || value === undefined) {
      const list = allowed === undefined ? "none" : Object.keys(allowed.values).join(", ");
      const guess = didYouMean(variant, Object.keys(allowed?.values ?? {}));
      throw new ConfigError(
        `platforms: "${name}": "${variant}" is not a variant of ${goarch}; allowed: ${list}${guess}`,
      );
    }
    env[allowed.variable] = value;
  }
  return { name, goos, goarch, env };
}

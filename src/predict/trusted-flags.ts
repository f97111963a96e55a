/**
 * The C flags that Go's internal linker is trusted with. A cgo package compiled with any other makes the go command leave a
 * token "preferlinkext" for the linker, which then prefers the external one (golang/go#58619). The list is read from the
 * toolchain's own source, because it grows with every release, and backports bring it to old ones.
 */
export type TrustedFlags = {
  /** #cgo CPPFLAGS count too, since go1.26.11 and go1.27.4. */
  readonly readsCppflags: boolean;
  /** The first C, C++ or Fortran compiler flag that is not trusted. */
  readonly distrustedCompilerFlag: (flags: readonly string[]) => string | undefined;
  /** The first linker flag that is not trusted; always undefined before go1.27, which did not look. */
  readonly distrustedLinkerFlag: (flags: readonly string[]) => string | undefined;
};

/** Where the rules stand below GOROOT: the lists, and which flags are held against them. */
export const trustedFlagsSources = {
  security: "src/cmd/go/internal/work/security.go",
  exec: "src/cmd/go/internal/work/exec.go",
};

type Allowed = { readonly patterns: readonly RegExp[]; readonly withArgument: ReadonlySet<string> };

/** Reads the two files of the toolchain. Releases before the token (go1.19.6, go1.20.1) trust every flag. */
export function parseTrustedFlags({ security: source, exec }: Record<"security" | "exec", string>): TrustedFlags {
  const compiler = readAllowed(source, "validCompilerFlags");
  const linker = readAllowed(source, "validLinkerFlags");
  const compilerRule = functionBody(source, "checkCompilerFlagsForInternalLink");
  const linkerRule = functionBody(source, "checkLinkerFlagsForInternalLink");
  return {
    readsCppflags: /^\tflagSources := .*"CGO_CPPFLAGS"/m.test(exec),
    distrustedCompilerFlag: (flags) =>
      compilerRule === undefined ? undefined : firstDistrusted(flags, compiler, compilerRule),
    distrustedLinkerFlag: (flags) =>
      linkerRule === undefined ? undefined : firstDistrusted(flags, linker, linkerRule),
  };
}

function readAllowed(source: string, name: string): Allowed {
  const patterns = [...listBody(source, name).matchAll(/^\tre\(`([^`]*)`\)/gm)].map(
    ([, text]) => new RegExp(`^(?:${text ?? ""})$`, "s"),
  );
  const words = [...listBody(source, `${name}WithNextArg`).matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? "");
  return { patterns, withArgument: new Set(words) };
}

function listBody(source: string, name: string): string {
  return new RegExp(`^var ${name} = [^{]*\\{\\n(.*?)^\\}`, "ms").exec(source)?.[1] ?? "";
}

function functionBody(source: string, name: string): string | undefined {
  return new RegExp(`^func ${name}\\(.*?^\\}`, "ms").exec(source)?.[0];
}

// checkFlags in the same file: a flag is allowed by a pattern for all of it, or together with the word behind it. What the
// function for internal linking then names itself is not trusted although it is allowed.
function firstDistrusted(flags: readonly string[], allowed: Allowed, rule: string): string | undefined {
  const refused = [...rule.matchAll(/fl == "([^"]+)"/g)].map(([, flag]) => flag ?? "");
  const refusedPrefixes = [...rule.matchAll(/HasPrefix\(fl, "([^"]+)"\)/g)].map(([, prefix]) => prefix ?? "");
  for (let at = 0; at < flags.length; at++) {
    const flag = flags[at] ?? "";
    if (refused.includes(flag) || refusedPrefixes.some((prefix) => flag.startsWith(prefix))) return flag;
    if (isAllowed(flag, allowed.patterns)) continue;
    const next = flags[at + 1];
    if (!allowed.withArgument.has(flag) || next === undefined || !isSafeArgument(flag, next)) return flag;
    at++;
  }
  return undefined;
}

function isAllowed(flag: string, patterns: readonly RegExp[]): boolean {
  const matches = (text: string): boolean => patterns.some((pattern) => pattern.test(text));
  if (matches(flag)) return true;
  // Other options of the linker may follow in the same word.
  if (!flag.startsWith("-Wl,--push-state,")) return false;
  return flag
    .split(",")
    .slice(1)
    .every((option) => matches(`-Wl,${option}`));
}

// SafeArg in cmd/go/internal/load/pkg.go: it cannot be taken for a flag or a response file.
function isSafeArgument(flag: string, argument: string): boolean {
  const isSafe = (text: string): boolean => /^[0-9A-Za-z_./\u0080-\uffff]/.test(text);
  if (isSafe(argument)) return true;
  if (flag.startsWith("-Wl,"))
    return argument.startsWith("-Wl,") && isSafe(argument.slice(4)) && !argument.includes(",", 4);
  return flag === "-I" && /^(?:=|\$SYSROOT)/.test(argument) && isSafe(argument.slice(1));
}

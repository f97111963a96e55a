import { posix } from "node:path";
import { parseLinkerFlags } from "../go/go-flags.ts";
import { splitQuoted } from "../go/quoting.ts";
import type { Strategy } from "../model/strategy.ts";
import { programStartingFlag } from "./c-flags.ts";
import { splitWords } from "./input-kinds.ts";
import { quoted } from "./yaml-document.ts";

// A config file comes along with a change, and nobody has looked at it when it is read. It may say how programs are built, but not
// which programs do that: those are the workflow's to choose. What is not known here is refused.

/** Something in a config file that only a workflow may give: the keys that lead to it, and what to say of it. */
type Refusal = { readonly path: readonly string[]; readonly message: string };

type FileSettings = {
  readonly inputs: Readonly<Partial<Record<string, string | null>>>;
  readonly strategies: readonly Pick<Strategy, "name" | "env" | "ldflags" | "extldflags">[];
};

/** Whether a path leads to a file of the repository. */
export type IsInRepository = (path: string) => boolean;

/** Where programs may be, beside the names of compilers. */
export type ProgramPlaces = {
  readonly isInRepository: IsInRepository;
  /** Absolute paths that are the machine's own, and that no change can have brought. */
  readonly ofMachine: ReadonlySet<string>;
};

const noPaths: ReadonlySet<string> = new Set();

/** All that a config file may not give because it starts programs, loads code into them, or writes where it likes. */
export function refusalsOf({ inputs, strategies }: FileSettings, isInRepository: IsInRepository): Refusal[] {
  const places = { isInRepository, ofMachine: noPaths };
  const flags = goFlagOf(splitWords(inputs.flags ?? ""));
  const ofInputs = flags === undefined ? [] : [refusal(["inputs", "flags"], flags)];
  const ofStrategies = strategies.flatMap((strategy): Refusal[] => {
    const path = ["strategies", strategy.name];
    const ldflags = linkerFlagOf(strategy.ldflags);
    const extldflags = extldflagOf(strategy.extldflags ?? "");
    const variables = Object.entries(strategy.env).flatMap(([name, value]) => {
      const why = whyVariable(name, value, places);
      return why === undefined ? [] : [refusal([...path, "env", name], why)];
    });
    return [
      ...(ldflags === undefined ? [] : [refusal([...path, "ldflags"], ldflags)]),
      ...(extldflags === undefined ? [] : [refusal([...path, "extldflags"], extldflags)]),
      ...variables,
    ];
  });
  return [...ofInputs, ...ofStrategies];
}

/**
 * Of a build that a file of the repository describes: the flag or variable that starts a program, loads code into one, or writes where
 * it likes; undefined if there is none. A change can bring such a file, too.
 */
export function startsPrograms(
  { env, flags }: { readonly env: readonly (readonly [string, string])[]; readonly flags: readonly string[] },
  places: ProgramPlaces,
): string | undefined {
  const flag = goFlagOf(flags);
  if (flag !== undefined) return flag;
  for (const [name, value] of env) {
    const why = name === "GOFLAGS" ? goFlagOf(splitWords(value)) : whyVariable(name, value, places);
    if (why !== undefined) return why;
  }
  return undefined;
}

function refusal(path: readonly string[], what: string): Refusal {
  return { path, message: `${what} decides which programs a build starts, or what they write; set it in the workflow` };
}

/** Flags of `go build` that neither start a program nor name a file to write (`go help build`, go1.27). */
const goFlags = new Set(
  "-a -p -race -msan -asan -cover -covermode -coverpkg -v -x -asmflags -buildmode -buildvcs -gcflags -installsuffix -ldflags -linkshared -mod -modcacherw -pgo -tags -trimpath".split(
    " ",
  ),
);

/** The same of cmd/link (`go tool link -help`). */
const linkerFlags = new Set(
  "-B -D -E -H -I -L -R -T -X -a -asan -aslr -benchmark -bindnow -buildid -buildmode -checklinkname -compressdwarf -d -debugnosplit -debugtextsize -debugtramp -dumpdep -e -extldflags -f -funcalign -g -h -installsuffix -k -linkmode -linkshared -msan -n -pruneweakmap -r -race -randlayout -s -strictdups -v -w".split(
    " ",
  ),
);

/** And of cmd/compile and cmd/asm. */
const compilerFlags =
  /^--?(?:[BCDEIKLNSWehjlmrtvw]|wb|d|c|asan|msan|race|clobberdead|clobberdeadreg|complete|debug|dwarf|dwarfbasentries|dwarflocationlists|dynlink|errorurl|gendwarfinl|lang|linkshared|live|shared|smallframes|spectre|trimpath)(?:=.*)?$/;

function goFlagOf(words: readonly string[]): string | undefined {
  for (const [at, word] of words.entries()) {
    const match = /^--?([a-zA-Z][\w-]*)(?:=(.*))?$/s.exec(word);
    if (match === null) continue;
    const name = `-${match[1] ?? ""}`;
    const value = match[2] ?? words[at + 1] ?? "";
    if (name === "-compiler" && value === "gc") continue;
    if (!goFlags.has(name)) return name;
    const inner = innerFlagOf(name, value);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Of `[pattern=]flags` that the go command hands on to a tool. */
function innerFlagOf(name: string, value: string): string | undefined {
  const text = /^[^-'"\s][^=]*=(.*)$/s.exec(value.trim())?.[1] ?? value;
  if (name === "-ldflags") return linkerFlagOf(quotedWords(text));
  if (name !== "-gcflags" && name !== "-asmflags") return undefined;
  const flag = pieces(text, /[\s'"]+/).find(
    (word) => word.startsWith("-") && (!compilerFlags.test(word) || /^--?d\b.*(?:dump|[/:])/.test(word)),
  );
  return flag && `${name}=${flag}`;
}

function quotedWords(text: string): readonly string[] {
  try {
    return splitQuoted(text);
  } catch {
    return pieces(text, /[\s'"]+/);
  }
}

function linkerFlagOf(words: readonly string[]): string | undefined {
  for (const { name, value } of parseLinkerFlags(words)) {
    if (name.startsWith("-") && !linkerFlags.has(name)) return `-ldflags=${name}`;
    const inner = name === "-extldflags" ? extldflagOf(value ?? "") : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function extldflagOf(text: string): string | undefined {
  const flag = programStartingFlag(pieces(text, /[\s'"]+/));
  return flag && `-extldflags=${flag}`;
}

/** Quotes only hold words together, so what stands between them is looked at by itself as well. */
function pieces(text: string, between: RegExp): string[] {
  return text.split(between).filter((word) => word !== "");
}

/** Variables of the go command that say how a program is compiled, and nothing else (`go help environment`, go1.27). */
const goVariables =
  /^(?:GO(?:386|AMD64|ARM|ARM64|MIPS|MIPS64|PPC64|RISCV64|WASM|EXPERIMENT|FIPS140|_EXTLINK_ENABLED|GC|MAXPROCS|MEMLIMIT)|CGO_ENABLED)$/;

const cgoFlagVariables = /^CGO_(?:C|CPP|CXX|F|LD)FLAGS$/;

const programVariables: Readonly<Record<string, RegExp>> = {
  CC: /^(?:cc|gcc|clang|musl-gcc|musl-clang|tcc|icc|icx|zig)$/,
  CXX: /^(?:c\+\+|g\+\+|clang\+\+|icpc|icpx|zig)$/,
  FC: /^(?:gfortran|flang|f77|f95|ifort|ifx)$/,
  AR: /^(?:ar|gcc-ar|llvm-ar|zig)$/,
  PKG_CONFIG: /^(?:pkg-config|pkgconf)$/,
};

/** They start the compiler that is named behind them. */
const launchers = /^(?:ccache|sccache)$/;

/**
 * Variables that other programs heed: loaders, interpreters, compilers' search for their own parts, git, proxies and certificates,
 * the runner's, and where temporary or personal files are. Names of a project's own are not among them.
 */
const otherVariables = new RegExp(
  "^(?:" +
    [
      "GO.*|GCCGO.*|CGO_.*|GIT_.*|LD_.*|DYLD_.*|LIBPATH|SHLIB_PATH|_RLD.*|COMPILER_PATH|GCC_.*|COLLECT_.*|CCC_.*|CLANG_.*",
      "CCACHE_.*|SCCACHE_.*|DISTCC_.*|ZIG_.*|LLVM_.*|RUSTC?_.*|DEPENDENCIES_OUTPUT|SUNPRO_DEPENDENCIES|PKG_CONFIG_.*",
      "PATH|PATHEXT|COMSPEC|SYSTEMROOT|WINDIR|SHELL|ENV|BASH.*|ZDOTDIR|SHELLOPTS|IFS|PS4|PROMPT_COMMAND|PYTHON.*|PERL.*|RUBY.*|NODE_.*|LUA.*",
      "JAVA_.*|JDK_.*|_JAVA.*|MAKE.*|GNUMAKEFLAGS|.*_PROXY|SSL_.*|OPENSSL_.*|CURL_.*|NETRC|SSH.*|GPG.*|HOSTALIASES|RES_OPTIONS|LOCALDOMAIN",
      "GLIBC_TUNABLES|GCONV_PATH|LOCPATH|NLSPATH|MALLOC_.*|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|TMP|TEMP|TMPDIR|TEMPDIR|XDG_.*",
      "GITHUB_.*|ACTIONS_.*|RUNNER_.*|INPUT_.*|STATE_.*|DOCKER_.*|EDITOR|VISUAL|PAGER|TERMINFO.*",
    ].join("|") +
    ")$",
  "i",
);

/** Paths to libraries and headers: they bring nothing that is started. */
const searchPaths = /^PKG_CONFIG_(?:PATH|LIBDIR|SYSROOT_DIR|ALLOW_\w+)$/;

function whyVariable(name: string, value: string, places: ProgramPlaces): string | undefined {
  const upper = name.toUpperCase();
  const programs = programVariables[upper];
  if (programs !== undefined) return whyProgram(name, value, { programs, ...places });
  if (cgoFlagVariables.test(upper)) {
    const flag = programStartingFlag(pieces(value, /[\s'"]+/));
    return flag && `${flag} in ${name}`;
  }
  if (goVariables.test(upper) || searchPaths.test(upper)) return undefined;
  return otherVariables.test(upper) ? name : undefined;
}

/** A compiler by its usual name, also with a version and for another machine, or a program of the repository. */
function whyProgram(
  name: string,
  value: string,
  { programs, isInRepository, ofMachine }: ProgramPlaces & { readonly programs: RegExp },
): string | undefined {
  const words = pieces(value, /[\s'"]+/);
  const [program = "", ...rest] = launchers.test(words[0] ?? "") ? words.slice(1) : words;
  if (program === "") return words.length === 0 ? undefined : `${name}=${quoted(value)}`;
  const hasFolder = /[/\\]/.test(program);
  // The machine has shells and interpreters, too: by a path only what is called a compiler is one.
  const isKnown = isUsualName(ofMachine.has(program) ? posix.basename(program) : program, programs);
  if (!isKnown && !(hasFolder && isInRepository(program))) return `${name}=${quoted(value)}`;
  const flag = programStartingFlag(rest);
  return flag && `${flag} in ${name}`;
}

function isUsualName(program: string, programs: RegExp): boolean {
  const usual = program.replace(/\.exe$/i, "").replace(/-[\d.]+(?:-\w+)?$/, "");
  return !/[/\\]/.test(program) && [usual, usual.replace(/^(?:[\w.]+-){1,4}/, "")].some((each) => programs.test(each));
}

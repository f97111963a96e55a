import { listed } from "../../text/english.ts";
import { lacksRuntimeCgo, staticGlibcWarnings } from "../../build/build-errors.ts";
import { type CgoSwap, type Detected, type Detector, type Facts, finding, isStatic } from "../facts.ts";
import { isLinkedInternally } from "../../go/internal-packages.ts";
import { callersOf, withoutMusl } from "../../go/known-packages.ts";
import { type KnownPackage, knownPackages } from "../../go/data/known-packages.ts";

export const hazardDetectors: readonly Detector[] = [
  crashAtStart,
  selfRelocation,
  nss,
  dlopen,
  stub,
  replacement,
  boringCrypto,
  hostFiles,
];

const dropExternal =
  "drop what asks for the external linker (-linkmode=external, GO_EXTLINK_ENABLED=1): without cgo Go links statically by itself";

/**
 * An external link without runtime/cgo: nothing sets up thread-local storage, and glibc's start-up code dies (go1.19 to go1.27;
 * with musl the same program was measured to run).
 */
function crashAtStart(facts: Facts): Detected | undefined {
  const { inspection, context, output } = facts;
  if (!isStatic(facts)) return undefined;
  if (inspection === null) {
    if (context?.prediction.linkage.crashes !== true) return undefined;
    return finding("crash-at-start", [
      "the external linker gets it without runtime/cgo: it will die at start",
      dropExternal,
    ]);
  }
  const { linkage, go, linkMode, usesRuntimeCgo } = inspection;
  if (linkage.libc === "musl" || context?.cell.strategy.needs === "musl") return undefined;
  if (lacksRuntimeCgo(output)) {
    const message =
      "the linker printed “loadinternal: cannot find runtime/cgo”: the binary is static and dies with SIGTRAP at start";
    return finding("crash-at-start", [message, dropExternal]);
  }
  const isEmpty = go !== null && linkMode === "external" && linkage.libc === "glibc" && usesRuntimeCgo === false;
  if (!isEmpty) return undefined;
  return finding("crash-at-start", [
    "the external linker made it without runtime/cgo: it dies with SIGTRAP at start",
    dropExternal,
  ]);
}

/** src/inspect/elf-relocator.ts has what was looked for. */
function selfRelocation({ inspection }: Facts): Detected | undefined {
  if (inspection?.linkage.hazards.includes("relocation") !== true) return undefined;
  return finding("self-relocation", [
    "it is a static PIE, and its code does not show that it relocates itself: if nothing does, it crashes at start",
    "link with -static-pie, which brings the start code for it (rcrt1.o), or without -pie; and start it once, with the input prove",
  ]);
}

/** Lookups of hosts and users that are not Go's own code, from net and os/user or from the C code of another package. */
function nss(facts: Facts): Detected | undefined {
  if (!isStatic(facts)) return undefined;
  const why = facts.inspection === null ? expectedLookups(facts) : foundLookups(facts);
  if (why === null) return undefined;
  const message = `it loads NSS libraries of the machine's own glibc at run time: ${why}`;
  return finding("nss", [message, nssFix(facts)], { about: lookupPackage(facts) });
}

/** net or os/user, where they use cgo in this build. */
function lookupPackage({ users }: Facts): string | null {
  return users.find((user) => user.package === "net" || user.package === "os/user")?.package ?? null;
}

/** The packages with C code of their own, nearest first. */
function cPackages({ users }: Facts): readonly string[] {
  return users.map((user) => user.package).filter((path) => !isLinkedInternally(path, "linux") && path !== "plugin");
}

function nssFix(facts: Facts): string {
  const { packages = [] } = facts.context?.prediction.facts ?? {};
  const flags = facts.context?.cell.flags ?? [];
  const known = callersOf("nss", packages, flags).map(({ path }) => path);
  const inC = known.length > 0 ? known : cPackages(facts);
  const [foreign] = withoutMusl(packages, flags);
  const musl = foreign?.muslTag == null ? "link against musl" : `link against musl with -tags ${foreign.muslTag}`;
  if (lookupPackage(facts) === null && inC.length > 0) {
    return foreign?.muslTag === null
      ? `ship a dynamic program: ${foreign.path} is for glibc alone, and tags do not change what the C code of ${listed(inC)} calls`
      : `${musl}: ${foreign === undefined ? "" : "other "}tags do not change what the C code of ${listed(inC)} calls`;
  }
  const tags = `add -tags netgo,osusergo (other cgo code stays), or ${musl}`;
  return inC.length === 0
    ? tags
    : `${tags}, which is what helps if the C code of ${listed(inC)} looks up names as well`;
}

/** What the sources show before a build. Which C library it will be is the compiler's business; only musl's says so by its name. */
function expectedLookups(facts: Facts): string | null {
  const { context } = facts;
  if (context?.prediction.link.mode !== "external" || context.prediction.facts.cgoEnv.CC.includes("musl")) return null;
  const about = lookupPackage(facts);
  if (about !== null) return `${about} calls glibc's lookups`;
  const [known] = callersOf("nss", context.prediction.facts.packages, context.cell.flags);
  return known === undefined ? null : `the C code of ${known.path} calls glibc's lookups`;
}

function foundLookups({ inspection, output }: Facts): string | null {
  const functions = staticGlibcWarnings(output).filter((name) => name !== "dlopen");
  if (functions.length > 0) return `the linker warns of ${listed(functions)}`;
  return inspection?.linkage.hazards.includes("nss") === true ? "the file holds glibc's NSS code" : null;
}

function dlopen(facts: Facts): Detected | undefined {
  if (!isStatic(facts)) return undefined;
  // Measured: plugin.Open fails in every static program, with glibc and with musl, which warns of nothing.
  if (facts.users.some((user) => user.package === "plugin")) {
    const message = "it opens plugins, which no static program can";
    return finding("dlopen", [message, "a program that opens plugins has to be dynamic"], { about: "plugin" });
  }
  const { context, inspection, output } = facts;
  const [known] = context === null ? [] : callersOf("dlopen", context.prediction.facts.packages, context.cell.flags);
  const isMusl = inspection?.linkage.hazards.includes("dlopen") === true;
  if (!isMusl && !staticGlibcWarnings(output).includes("dlopen") && known === undefined) return undefined;
  const subject = known === undefined ? "it" : known.path;
  const libc = inspection === null ? null : inspection.linkage.libc;
  const outcome =
    isMusl || libc === "musl"
      ? "which always fails in a program that is linked statically against musl"
      : "which in a static program works only beside exactly the glibc it was linked with, and never with musl";
  const user = facts.users.find((each) => each.package === known?.path)?.package ?? cPackages(facts)[0] ?? null;
  return finding("dlopen", [`${subject} calls dlopen, ${outcome}`, dlopenFix(known)], { about: user });
}

function dlopenFix(known: KnownPackage | undefined): string {
  const ways = [
    ...(known?.quietTag == null ? [] : [`build with -tags ${known.quietTag}, which leaves the call out`]),
    ...(known?.instead == null ? [] : [`use ${known.instead}, which needs no C code`]),
  ];
  if (ways.length > 0) return ways.join(", or ");
  return "build the C code without its plug-in or extension loader, or ship a dynamic program with the libraries that it loads";
}

/** Packages whose other files only return errors, do nothing, or cannot be read. */
function stub({ swaps }: Facts): Detected | undefined {
  const stubs = swaps.filter(({ kind }) => kind !== "working");
  if (stubs.length === 0) return undefined;
  const known = knownPackages.filter(
    ({ path, instead }) => instead !== null && stubs.some((each) => each.package === path),
  );
  const ways = known.map(({ instead }) => `use ${instead ?? ""}, which needs no C code`);
  return finding(
    "stub",
    [
      `without cgo ${stubs.map(describeStub).join("; ")}`,
      [...ways, "keep cgo on, or run the program's tests with CGO_ENABLED=0 before you ship this build"].join(", or "),
    ],
    { packages: stubs.map((each) => each.package) },
  );
}

function describeStub({ package: path, kind, functions }: CgoSwap): string {
  const [first = ""] = functions;
  const more = functions.length > 1 ? ` and ${functions.length - 1} more` : "";
  switch (kind) {
    case "refusing":
      return `${path} is a stub: ${first}${more} only ${functions.length > 1 ? "return" : "returns"} an error or ${functions.length > 1 ? "panic" : "panics"}`;
    case "idle":
      return `${path} is a stub: ${first}${more} ${functions.length > 1 ? "do" : "does"} nothing`;
    case "gone":
      return `${path} leaves its cgo files out, and nothing takes their place`;
    default:
      return `${path} compiles other code, which may only return errors`;
  }
}

/** Go code that does the work of C: worth knowing, and nothing against the build. */
function replacement({ swaps }: Facts): Detected | undefined {
  const names = swaps.filter(({ kind }) => kind === "working").map((swap) => swap.package);
  if (names.length === 0) return undefined;
  const message = `without cgo ${listed(names)} ${names.length > 1 ? "compile" : "compiles"} working Go code in place of C code`;
  return finding("replacement", [message, null], { about: names[0] ?? null, packages: names });
}

/** GOEXPERIMENT=boringcrypto asks for certified cryptography, which is C: without cgo Go's own takes its place, silently. */
function boringCrypto({ context }: Facts): Detected | undefined {
  if (context === null || context.cell.cgoEnv.CGO_ENABLED === "1") return undefined;
  const wanted = context.settings.env.GOEXPERIMENT?.split(",").includes("boringcrypto") ?? false;
  if (!wanted) return undefined;
  return finding("boringcrypto", [
    "GOEXPERIMENT=boringcrypto asks for BoringCrypto, and with cgo off Go compiles its own cryptography instead",
    "build with CGO_ENABLED=1, or with Go 1.24 and newer use GOFIPS140, which needs no cgo",
  ]);
}

/** Static is not self-contained: Go looks for these in well-known places of the machine. */
function hostFiles({ inspection }: Facts): Detected | undefined {
  const files = inspection?.hostFiles ?? [];
  if (files.length === 0) return undefined;
  const fixes = {
    "time zones": "import time/tzdata (or -tags timetzdata)",
    "CA certificates": "copy /etc/ssl/certs/ca-certificates.crt into the image",
  };
  return finding("host-files", [
    `it reads ${listed(files)} from the machine, and an image FROM scratch has none`,
    listed(files.map((file) => fixes[file])),
  ]);
}

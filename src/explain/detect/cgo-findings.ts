import { listed, verb } from "../../text/english.ts";
import { type Detected, type Detector, type Facts, finding, isDynamic, isLoaderOnly, modeOf } from "../facts.ts";
import { canBeStatic } from "../../predict/platform-rules.ts";
import { hasCxx } from "../../model/packages.ts";
import { isLinkedInternally } from "../../go/internal-packages.ts";
import { waysWithoutC } from "../../go/known-packages.ts";

export const causeDetectors: readonly Detector[] = [packageCgo, stdCgo, dynamicImport, linkedLibraries, dynamic];

function needs({ inspection }: Facts): string {
  const needed = inspection?.linkage.needed ?? [];
  return needed.length === 0 ? "it needs the C library" : `it needs ${listed(needed)}`;
}

function usersOf(facts: Facts, which: "std" | "others"): readonly string[] {
  const isStd = (path: string): boolean => isLinkedInternally(path, "linux") || path === "plugin";
  return facts.users.map((user) => user.package).filter((path) => isStd(path) === (which === "std"));
}

/** -race and its like have a finding of their own; without cgo they do not build at all. */
function isSanitized({ context }: Facts): boolean {
  const linkFacts = context?.prediction.facts;
  return linkFacts?.race === true || linkFacts?.msan === true || linkFacts?.asan === true;
}

/** Only net, os/user or plugin: there is Go code for the first two. */
function stdCgo(facts: Facts): Detected | undefined {
  const names = usersOf(facts, "std");
  if (!isDynamic(facts) || isSanitized(facts) || names.length === 0 || usersOf(facts, "others").length > 0)
    return undefined;
  const plugin = names.includes("plugin");
  const fix = plugin
    ? "only a dynamic program opens plugins; if it opens none, build with CGO_ENABLED=0"
    : "build with CGO_ENABLED=0, or with -tags netgo,osusergo";
  const message = `${needs(facts)}, because ${listed(names)} ${verb(names)} cgo`;
  return finding("std-cgo", [message, fix], { about: names[0] ?? null, packages: names });
}

function packageCgo(facts: Facts): Detected | undefined {
  const names = usersOf(facts, "others");
  if (!isDynamic(facts) || names.length === 0) return undefined;
  const all = [...names, ...usersOf(facts, "std")];
  const message = `${needs(facts)}, because ${listed(all)} ${verb(all)} cgo`;
  const first = canMakeStatic(facts)
    ? `add -linkmode=external -extldflags=-static to -ldflags${muslAdvice(facts)}`
    : shipAlong;
  const fix = [first, ...withoutC(facts)].join(", or ");
  return finding("package-cgo", [message, fix], { about: names[0] ?? null, packages: all });
}

/** How to do without the C code: what is known of the packages, else what is true of all. */
function withoutC({ context }: Facts): readonly string[] {
  const ways = context === null ? [] : waysWithoutC(context.prediction.facts.packages, context.cell.flags);
  return ways.length > 0 ? ways : ["replace the package by one without cgo"];
}

function canMakeStatic({ context }: Facts): boolean {
  return context === null || canBeStatic(context.cell.platform.goos);
}

/** What helps where no program is static, and a library of somebody else can be linked into it all the same. */
const shipAlong = "link the static version of the library (libX.a), or ship the library along";

/** musl-gcc is for C alone: Go links a program with C++ by CXX, and a C++ compiler for musl is rare. */
function muslAdvice({ context }: Facts): string {
  if (context?.cell.platform.goos !== "linux") return "";
  const { cell } = context;
  return hasCxx(cell.graph, cell.package) ? "" : ", best with musl (CC=musl-gcc)";
}

/** `//go:cgo_import_dynamic`: C libraries without cgo, as purego does it. */
function dynamicImport(facts: Facts): Detected | undefined {
  const imports = facts.context?.prediction.dynamicImports ?? [];
  if (!isDynamic(facts) || imports.length === 0) return undefined;
  const names = imports.map((each) => each.package);
  const libraries = [...new Set(imports.flatMap((each) => each.libraries))].toSorted();
  return finding(
    "dynamic-import",
    [
      `${listed(names)} ${names.length > 1 ? "load" : "loads"} C libraries without cgo (${listed(libraries)}): CGO_ENABLED=0 does not make this program static`,
      "replace the package, or ship the program for systems that have these libraries",
    ],
    { packages: names },
  );
}

/** `-lX` that a package names and that came in as a shared library. */
function linkedLibraries(facts: Facts): Detected | undefined {
  if (!isDynamic(facts) || facts.inspection === null) return undefined;
  const { needed } = facts.inspection.linkage;
  const owners = (facts.context?.prediction.facts.packages ?? []).flatMap(({ importPath, standard, cgoLdflags }) =>
    standard
      ? []
      : cgoLdflags
          .filter((flag) => flag.startsWith("-l"))
          .map((flag) => needed.find((library) => library.startsWith(`lib${flag.slice(2)}.so`)))
          .filter((library) => library !== undefined && !/^lib(?:c|m|dl|pthread|rt|resolv)\.so/.test(library))
          .map((library) => ({ importPath, library: library ?? "" })),
  );
  const [first] = owners;
  if (first === undefined) return undefined;
  const libraries = [...new Set(owners.map(({ library }) => library))];
  const packages = [...new Set(owners.map(({ importPath }) => importPath))];
  const message = `${listed(libraries)} ${libraries.length > 1 ? "come" : "comes"} from the #cgo LDFLAGS of ${listed(packages)}: machines without it cannot start the program`;
  const fix = canMakeStatic(facts)
    ? "link the library statically (-linkmode=external -extldflags=-static, with its static version installed), or ship it along"
    : shipAlong;
  return finding("linked-libraries", [message, fix], { level: "warning", about: first.importPath, packages });
}

function dynamic(facts: Facts): Detected | undefined {
  const { users, context } = facts;
  const isKnown = users.length > 0 || isSanitized(facts) || (context?.prediction.dynamicImports.length ?? 0) > 0;
  if (!isDynamic(facts) || isLoaderOnly(facts) || isKnown) return undefined;
  const fix =
    modeOf(facts) === "external" && canMakeStatic(facts)
      ? "drop what asks for the external linker, or add -extldflags=-static"
      : null;
  return finding("dynamic", [`${needs(facts)}${whyWithoutCgo(facts)}`, fix]);
}

/** No package uses cgo: what else made it dynamic. */
function whyWithoutCgo({ inspection, context }: Facts): string {
  if (context === null) return "";
  const { link, linkage } = context.prediction;
  const isPredicted = inspection === null || (linkage.kind === "dynamic" && inspection.linkMode === link.mode);
  if (!isPredicted) return ", though no package uses cgo";
  const linkFacts = link.mode === "external" && link.reasons[0] !== undefined ? `${link.reasons[0]}, and ` : "";
  return `: ${linkFacts}${linkage.because}`;
}

/** Where flags and linker did not do what somebody wanted of them. */

import { posix } from "node:path";
import type { Linkage } from "../../model/artifact.ts";
import { splitQuoted } from "../../go/quoting.ts";
import { cgoPackages } from "../../predict/predict-link-mode.ts";
import { canBeStatic } from "../../predict/platform-rules.ts";
import { listed, verb } from "../../text/english.ts";
import { isHigher } from "../../text/versions.ts";
import { builderFor } from "../runs-on.ts";
import {
  type Detected,
  type Detector,
  type Facts,
  finding,
  isDynamic,
  isLoaderOnly,
  isStatic,
  kindOf,
  modeOf,
} from "../facts.ts";

export const linkDetectors: readonly Detector[] = [
  prediction,
  extldflagsIgnored,
  internalLinkmode,
  loaderOnly,
  otherGlibc,
  lostPie,
  sharedLibrary,
  race,
  cFlags,
  foreignObject,
  staticByPackage,
];

/** Our own rules were wrong: nobody learns of it unless the report says so. */
function prediction({ context, inspection }: Facts): Detected | undefined {
  if (context === null || inspection === null) return undefined;
  const { agrees, certainty, linkage, mode } = context.checked;
  if (agrees !== false || certainty !== "certain") return undefined;
  const { linkMode, linkage: actual } = inspection;
  return finding("prediction", [
    `go-linkage expected ${linkage ?? "nothing"} by the ${mode ?? "no"} linker, and it is ${actual.kind} by the ${linkMode} one`,
    "the result uses the binary; please report this bug",
  ]);
}

function extldflagsIgnored(facts: Facts): Detected | undefined {
  const { extldflags, goos } = facts.context?.prediction.facts ?? { extldflags: null, goos: "" };
  const words = extldflags ?? [];
  // Where no program is static, nothing is lost.
  if (!canBeStatic(goos)) return undefined;
  if (modeOf(facts) !== "internal" || !words.some((word) => /^--?static/.test(word))) return undefined;
  const flag = `-extldflags=${words.join(" ")}`;
  if (isStatic(facts)) {
    const message = `${flag} had no effect: Go's internal linker took the build, and made it static without it`;
    return finding("extldflags-ignored", [message, null]);
  }
  const names = facts.users.map((user) => user.package);
  const because = names.length > 0 ? `, because only ${listed(names)} ${verb(names)} cgo` : "";
  const message = `${flag} had no effect: Go's internal linker took the build${because}`;
  const fix = "build with CGO_ENABLED=0 or -tags netgo,osusergo, or add -linkmode=external to -ldflags";
  return finding("extldflags-ignored", [message, fix], { level: "warning", about: names[0] ?? null, packages: names });
}

function internalLinkmode(facts: Facts): Detected | undefined {
  if (facts.context?.prediction.facts.linkmode !== "internal" || !isDynamic(facts)) return undefined;
  return finding("internal-linkmode", [
    "-linkmode=internal does not make it static: Go's own linker imports the C library's functions as well",
    "build with CGO_ENABLED=0 or -tags netgo,osusergo",
  ]);
}

function loaderOnly(facts: Facts): Detected | undefined {
  if (!isLoaderOnly(facts)) return undefined;
  const linkFacts =
    facts.context?.cell.flags.some(({ name, value }) => name === "-buildmode" && value === "pie") ?? false;
  const interpreter = facts.inspection?.linkage.interpreter;
  return finding("loader-only", [
    `it needs no library, but ${interpreter == null ? "a loader" : `the loader ${interpreter}`}: Go's internal linker gives one to every PIE`,
    linkFacts
      ? "drop -buildmode=pie, or use the strategy static-pie"
      : "drop -buildmode=pie (look in GOFLAGS and go env), or use the strategy static-pie",
  ]);
}

/** What it needs of glibc is known as far as both have it. */
function otherGlibc({ context, inspection }: Facts): Detected | undefined {
  const { builder: given = null, toRoot = "" } = context?.cell.release ?? {};
  const builder = builderFor(given, inspection);
  const linkage = inspection?.linkage;
  if (builder === null || linkage?.libc !== "glibc" || !isDynamicKind(linkage)) return undefined;
  const { file, line, image, glibc, here } = builder;
  const { minGlibc } = linkage;
  const isNewerHere = isHigher(here ?? minGlibc, glibc);
  if (here === null && !isNewerHere) return undefined;
  const needs = minGlibc === null ? "" : ` and needs ${minGlibc}`;
  const most = isNewerHere ? `the release needs no more than ${glibc}` : `the release may need up to ${glibc}`;
  return finding(
    "other-glibc",
    [
      `${file}:${line} builds it in ${image} with glibc ${glibc}, and here it is linked with ${here === null ? "another one" : `glibc ${here}`}${needs}: ${most}`,
      "run go-linkage in the image that the release is built in, or inspect the released file (mode: inspect)",
    ],
    { at: { file: posix.join(toRoot, file), line, column: null } },
  );
}

function isDynamicKind({ kind }: Linkage): boolean {
  return kind === "dynamic" || kind === "library";
}

/** The C compiler's -static wins over the -pie that Go hands it. */
function lostPie(facts: Facts): Detected | undefined {
  const { context } = facts;
  if (context?.cell.buildmode !== "pie" || kindOf(facts) !== "static") return undefined;
  return finding("lost-pie", [
    "-buildmode=pie asks for a position-independent program, and -static made an ordinary one of it",
    "write -extldflags=-static-pie instead of -static",
  ]);
}

function sharedLibrary(facts: Facts): Detected | undefined {
  const mode = facts.context?.cell.buildmode ?? facts.inspection?.go?.settings["-buildmode"] ?? "default";
  if (kindOf(facts) !== "library") return undefined;
  const linkFacts = mode === "c-shared" || mode === "plugin" ? `-buildmode=${mode} makes` : "it is";
  return finding("shared-library", [
    `${linkFacts} a library: another program loads it, and brings the loader and the C library`,
    "to ship one static file, build a program instead",
  ]);
}

function race({ context }: Facts): Detected | undefined {
  const linkFacts = context?.prediction.facts;
  const name = (["race", "msan", "asan"] as const).find((each) => linkFacts?.[each] === true);
  if (name === undefined) return undefined;
  return finding("race", [
    `-${name} is for debug builds: the program is slow and large, and contains C code`,
    `drop -${name} from what ships (look in GOFLAGS and go env)`,
  ]);
}

function cFlags(facts: Facts): Detected | undefined {
  const { context } = facts;
  if (context === null || modeOf(facts) !== "external") return undefined;
  const { link, facts: linkFacts } = context.prediction;
  // With another reason for the external linker the flags changed nothing.
  if (link.distrusted.length === 0 || link.outside.length > 0 || linkFacts.linkmode === "external") return undefined;
  const flags = [...new Set(link.distrusted.map(({ flag }) => flag))];
  return finding("c-flags", [
    `${listed(flags)} among the C flags sends the program to the external linker: with other flags, on another machine, Go would link it itself`,
    "say what you want: CGO_ENABLED=0, or -linkmode=external in -ldflags",
  ]);
}

function foreignObject(facts: Facts): Detected | undefined {
  const { context } = facts;
  if (context === null) return undefined;
  const { link, facts: linkFacts } = context.prediction;
  const names = linkFacts.packages
    .filter(
      ({ importPath, objectFiles, cgoFiles }) =>
        objectFiles.length > 0 && cgoFiles.length === 0 && link.outside.includes(importPath),
    )
    .map(({ importPath }) => importPath);
  if (names.length === 0 || names.length < link.outside.length) return undefined;
  const effect = link.hasRuntimeCgo
    ? "and, as something else uses cgo, that sends the program to the external linker"
    : "which Go's own linker takes as long as nothing uses cgo";
  return finding("foreign-object", [
    `${listed(names)} ${names.length > 1 ? "bring" : "brings"} object code of another compiler (.syso), ${effect}`,
    link.hasRuntimeCgo ? "build with CGO_ENABLED=0 or -tags netgo,osusergo to keep Go's own linker" : null,
  ]);
}

/** `#cgo LDFLAGS: -static` in any package is handed to the linker of the whole program. */
function staticByPackage(facts: Facts): Detected | undefined {
  const { context } = facts;
  if (context === null || modeOf(facts) !== "external" || !isStatic(facts)) return undefined;
  const { facts: linkFacts } = context.prediction;
  const own = [
    ...(linkFacts.extldflags ?? []),
    ...splitQuoted(linkFacts.cgoEnv.CC),
    ...splitQuoted(linkFacts.cgoEnv.CGO_LDFLAGS),
  ];
  if (own.some((word) => /^--?static/.test(word))) return undefined;
  const users = new Set(cgoPackages(linkFacts));
  const culprit = linkFacts.packages.find(
    ({ importPath, cgoLdflags }) => users.has(importPath) && cgoLdflags.some((word) => /^--?static/.test(word)),
  );
  if (culprit === undefined) return undefined;
  const message = `it is static because ${culprit.importPath} says -static in its #cgo LDFLAGS, for the whole program`;
  const fix = "say -linkmode=external -extldflags=-static yourself, so that it does not hang on a dependency";
  return finding("static-by-package", [message, fix], { about: culprit.importPath });
}

import { headerPackages } from "./data/c-headers.ts";
import type { BuildProblem, ErrorContext } from "./error-context.ts";

/** Headers of the C library itself: a compiler that lacks them has no C library for the platform. */
const ofLibc =
  /^(?:bits\/|gnu\/stubs|asm\/|sys\/cdefs\.h$|features(?:-time64)?\.h$|stdlib\.h$|stdio\.h$|errno\.h$|string\.h$|pthread\.h$)/;
const missing =
  /^(?:(\S+?:\d+(?::\d+)?|<[\w-]+(?: [\w-]+)*>): )?(?:fatal )?error: '?([\w+./-]+\.(?:h|hh|hpp|hxx)|[\w/]+)'?(?:: No such file or directory| file not found)/m;

/** The C header that a compiler did not find, who asks for it, and the package that has it; undefined where none is missing. */
export function explainMissingHeader(
  output: string,
  context: ErrorContext,
): (BuildProblem & { readonly isLibc: boolean }) | undefined {
  const match = missing.exec(output);
  if (match === null) return undefined;
  const [, place = "", header = ""] = match;
  const heading = [...output.slice(0, match.index).matchAll(/^# (\S+)/gm)].at(-1)?.[1];
  const chain = heading === undefined ? [] : context.chainTo(heading);
  const via = chain.length > 1 ? ` (${chain.join(" → ")})` : "";
  const who = heading === undefined ? "" : `: ${heading} includes it${via}`;
  const at = place === "" ? "" : `${place}: `;
  if (ofLibc.test(header)) return { isLibc: true, ...explainLibcHeader(`${at}${header}`, context) };
  return { isLibc: false, cause: `${at}the C header ${header} is not found${who}`, fix: fixFor(header, context) };
}

function explainLibcHeader(what: string, { goarch, isMusl }: ErrorContext): BuildProblem {
  const cause = `${what} is not found: the C compiler has no C library for this platform`;
  if (isMusl) return { cause, fix: "set CC to a musl compiler of the platform, or build with CGO_ENABLED=0" };
  const multilib =
    "install gcc-multilib (Debian, Ubuntu) or glibc-devel.i686 (Fedora), set CC to i686-linux-gnu-gcc, or build with CGO_ENABLED=0";
  return {
    cause,
    fix: goarch === "386" ? multilib : "set CC to a cross compiler of the platform, or build with CGO_ENABLED=0",
  };
}

function fixFor(header: string, { isMusl }: ErrorContext): string {
  const row = headerPackages.find(([name]) => (name.endsWith("/") ? header.startsWith(name) : header === name));
  const [, debian = "", alpine = ""] = row ?? [];
  const names = [debian === "" ? "" : `${debian} (Debian, Ubuntu)`, alpine === "" ? "" : `${alpine} (Alpine)`];
  const known = names.filter((name) => name !== "").join(" or ");
  if (isMusl)
    return (
      "musl-gcc does not look into /usr/include, where the headers and libraries for glibc are: build on Alpine" +
      `${alpine === "" ? "" : ` with ${alpine}`}, or give a library that was compiled for musl by CGO_CFLAGS=-I… and CGO_LDFLAGS=-L…`
    );
  return known === ""
    ? "install the -dev package that has the header, or give its folder by CGO_CFLAGS=-I…"
    : `install ${known}`;
}

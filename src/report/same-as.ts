import { lastValue, parseGOFLAGS, parseLinkerFlags, linkerWords, splitTags } from "../go/go-flags.ts";
import { isReleaseStrategy } from "../model/release-strategy.ts";
import type { ExplainedCell } from "../model/cell.ts";
import type { PlannedCell } from "../model/plan.ts";

/**
 * The strategy of this run that a release build is the same as: cgo, the C compiler, tags, the linker's mode and flags and the build
 * mode are the same, and so is the linkage of both files. Other flags (-trimpath, -s -w, -X) make other bytes and no other linkage.
 * null: it is none of them, or no release build.
 */
export function sameStrategy(cell: ExplainedCell, all: readonly ExplainedCell[]): string | null {
  const { planned } = cell;
  if (planned?.skip !== null || !isReleaseStrategy(planned.strategy.name)) return null;
  const wanted = linkingOf(planned);
  const found = all.find(
    (each) =>
      each.package === cell.package &&
      each.platform === cell.platform &&
      each.planned !== null &&
      each.planned.skip === null &&
      !isReleaseStrategy(each.planned.strategy.name) &&
      linkingOf(each.planned) === wanted &&
      each.linkage?.kind === cell.linkage?.kind,
  );
  return found?.strategy ?? null;
}

/** Flags of the linker that decide how a program is linked. */
const linking = new Set([
  "-linkmode",
  "-extldflags",
  "-extld",
  "-d",
  "-I",
  "-r",
  "-linkshared",
  "-race",
  "-msan",
  "-asan",
]);

function linkingOf(cell: PlannedCell): string {
  const { flags, env, cgoEnv, buildmode } = cell;
  const goflags = env.GOFLAGS === undefined ? [] : parseGOFLAGS(env.GOFLAGS);
  const tags = splitTags(lastValue(flags, "-tags") ?? lastValue(goflags, "-tags") ?? "");
  const linker = parseLinkerFlags(linkerWords(flags, goflags, cell)).filter(({ name }) => linking.has(name));
  const { CGO_ENABLED, CC, CGO_LDFLAGS } = cgoEnv;
  const cgo = CGO_ENABLED === "0" ? ["0"] : [CGO_ENABLED, CC, CGO_LDFLAGS];
  return JSON.stringify([cgo, [...new Set(tags)].toSorted(), buildmode, linker]);
}

import type { CgoPackage, GoBuildInfo } from "../model/artifact.ts";
import type { CgoUser } from "../model/finding.ts";
import { type Floor, type NeededVersion, type StartNeeds, versionSets } from "../model/system.ts";
import { parseVersionName } from "../systems/provided-versions.ts";
import { unique } from "../text/group-by.ts";
import { isHigher } from "../text/versions.ts";

/** What is known of who calls the C functions of a program. */
type Callers = {
  readonly users: readonly CgoUser[];
  /** By package; null when the file was not searched. */
  readonly calls: readonly CgoPackage[] | null;
  readonly go: GoBuildInfo | null;
};

/**
 * The newest version of each set and library that a file asks for, with the symbols that ask for it. The highest number of a set comes
 * first; names without a number stand behind the numbers.
 */
export function floorsOf({ versions }: StartNeeds, callers: Callers): Floor[] {
  const found = versions
    .filter(({ weak }) => !weak)
    .flatMap((need) => {
      const parsed = parseVersionName(need.name);
      return parsed === undefined || need.name === "GLIBC_PRIVATE" ? [] : [{ need, ...parsed }];
    });
  const numbers = found.filter(({ isNumber }) => isNumber);
  const newest = numbers.filter(({ set, version, need }) =>
    numbers.every((each) => each.set !== set || each.need.library !== need.library || !isHigher(each.version, version)),
  );
  const names = found.filter(({ isNumber }) => !isNumber);
  const order = (set: Floor["set"]): number => versionSets.indexOf(set);
  const sorted = newest.toSorted(
    (a, b) =>
      order(a.set) - order(b.set) || Number(isHigher(b.version, a.version)) - Number(isHigher(a.version, b.version)),
  );
  return [...sorted, ...names.toSorted((a, b) => order(a.set) - order(b.set))].map(({ need, set, version }) => ({
    set,
    version,
    library: need.library,
    symbols: need.symbols,
    package: packageOf(need, callers),
  }));
}

/** The C functions that two packages of the standard library call (their cgo files, go1.21 to go1.27). */
const standard: readonly (readonly [string, RegExp])[] = [
  ["net", /^(?:getaddrinfo|freeaddrinfo|getnameinfo|gai_strerror|__?res_\w+|res_\w+)$/],
  ["os/user", /^(?:getpw(?:nam|uid)_r|getgr(?:nam|gid)_r|getgrouplist|sysconf|endgrent|getgrent|setgrent)$/],
];

/**
 * The Go package that brings a version: the one that calls one of its symbols, else the one that runtime/cgo is there for. null where
 * several could be meant, or nothing is known.
 */
function packageOf({ symbols, library }: NeededVersion, { users, calls, go }: Callers): string | null {
  const packages = unique([...users.map((user) => user.package), ...(calls ?? []).map((each) => each.package)]);
  const named = symbols.flatMap((symbol) => {
    const caller = calls?.find(({ functions }) => functions.includes(symbol))?.package;
    const ofStandard = standard.find(([path, functions]) => packages.includes(path) && functions.test(symbol))?.[0];
    return caller ?? ofStandard ?? [];
  });
  const [first] = named;
  if (first !== undefined) return first;
  // What brings cgo at all brings its runtime with it, and that of the C library. Libraries of C++ come with a package's own code.
  const others = packages.filter((path) => path !== "runtime/cgo");
  const own = library.startsWith("libstdc++") ? others.filter((path) => !isStandard(path)) : others;
  if (own.length === 1) return own[0] === "main" ? (go?.path ?? null) : (own[0] ?? null);
  // Of several the one that the program's own code leads to by the shortest way.
  const nearest = users.filter(({ package: path, file }) => own.includes(path) && file !== null);
  const [user, ...more] = nearest.toSorted((a, b) => a.chain.length - b.chain.length);
  return user !== undefined && more.every(({ chain }) => chain.length > user.chain.length) ? user.package : null;
}

function isStandard(path: string): boolean {
  return !(path.split("/")[0] ?? "").includes(".") && path !== "main";
}

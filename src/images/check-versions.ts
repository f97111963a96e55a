import { FormatError } from "../inspect/format-error.ts";
import { listed } from "../text/english.ts";
import { isHigher } from "../text/versions.ts";
import { glibcRelease } from "./glibc.ts";
import { isNamed, type Trouble } from "./load.ts";
import type { Loaded, LoaderRule } from "./loader.ts";
import { fromLayer, type View } from "./view.ts";

/**
 * Whether what is loaded fits together: each version that a file asks of a library has to be one of that very library (elf/dl-version.c
 * of glibc), and each symbol has to be in some file. null where it does.
 */
export function checkVersions(files: readonly Loaded[], rule: LoaderRule, view: View): Trouble | null {
  try {
    return (rule.libc === "glibc" ? checkGlibc(files, rule) : null) ?? checkSymbols(files, rule, view);
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError)
      return { outcome: "unknown", reason: `the versions of its libraries cannot be read: ${thrown.message}` };
    throw thrown;
  }
}

function checkGlibc(files: readonly Loaded[], { self }: LoaderRule): Trouble | null {
  for (const file of files) {
    for (const { library, versions } of file.dynamic.versionNeeds) {
      const provider = files.find((each) => isNamed(each, library));
      if (provider === undefined) continue;
      // A library without versions is taken as it is.
      const provided = provider.object.definitions().versions;
      if (provided === null) continue;
      const missing = versions.filter(({ name, weak }) => !weak && !provided.includes(name)).map(({ name }) => name);
      if (missing.length > 0)
        return { outcome: "does-not-start", reason: describeMissing(missing, file, { provider, provided }) };
    }
  }
  const libc = files.find((file) => isNamed(file, "libc.so.6"));
  const [own, other] = [glibcRelease(self.node), libc === undefined ? null : glibcRelease(libc.node)];
  if (own === null || other === null || own === other) return null;
  const reason = `its loader is that of glibc ${own} (${fromLayer(self.node)}), and libc.so.6 (${libc?.path ?? ""}) is that of glibc ${other}: they work in pairs only`;
  return { outcome: "unknown", reason };
}

function describeMissing(
  missing: readonly string[],
  file: Loaded,
  { provider, provided }: { readonly provider: Loaded; readonly provided: readonly string[] },
): string {
  const newest = newestFirst(missing)[0] ?? "";
  const set = /^(.*_)\d/.exec(newest)?.[1];
  const own =
    set === undefined
      ? undefined
      : newestFirst(provided.filter((name) => name.startsWith(set) && /^\d/.test(name.slice(set.length))))[0];
  const release = set === "GLIBC_" ? glibcRelease(provider.node) : null;
  const of = release === null || own?.endsWith(`_${release}`) === true ? "" : ` (glibc ${release})`;
  const has = own === undefined ? "does not have it" : `has up to ${own}${of}`;
  const who = file.requester === null ? "" : ` for ${file.path}`;
  return `needs ${newest}${who}; ${provider.name} of this image, ${fromLayer(provider.node)}, ${has}`;
}

function newestFirst(names: readonly string[]): readonly string[] {
  const number = (name: string): string => /_(\d[\d.]*)$/.exec(name)?.[1] ?? "0";
  return names.toSorted((a, b) => Number(isHigher(number(b), number(a))) - Number(isHigher(number(a), number(b))));
}

/** musl looks all of them up before the start; glibc does when it is asked to, and functions at their first call else. */
function checkSymbols(files: readonly Loaded[], { libc }: LoaderRule, { env }: View): Trouble | null {
  const symbols = files.map(({ object }) => object.definitions().symbols);
  if (symbols.includes(null)) return null;
  const isDefined = (name: string): boolean => symbols.some((names) => names?.has(name) === true);
  for (const file of files) {
    const undefinedSymbols = file.dynamic.undefinedSymbols ?? [];
    const missing = undefinedSymbols
      .filter(({ name, weak }) => !weak && name !== "" && !isDefined(name))
      .map(({ name }) => name);
    const unmet = libc === "musl" ? missing.filter((name) => !isDefined(name.replace(/64(?=$|_r$)/, ""))) : missing;
    if (unmet.length === 0) continue;
    const who = file.requester === null ? "needs" : `${file.path} (${fromLayer(file.node)}) needs`;
    const what = `${who} the ${unmet.length === 1 ? "symbol" : "symbols"} ${listed(unmet)}, which none of its libraries has`;
    const isEager = libc === "musl" || file.dynamic.bindNow || (env.LD_BIND_NOW ?? "") !== "";
    return isEager
      ? { outcome: "does-not-start", reason: what }
      : { outcome: "unknown", reason: `${what}: it fails at the first call, or before for data` };
  }
  return null;
}

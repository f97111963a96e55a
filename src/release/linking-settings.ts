import { parseGoFlags, parseLinkerFlags } from "../go/go-flags.ts";
import { splitQuoted } from "../go/quoting.ts";
import type { ReleaseSetting, ReleaseSettings } from "../model/release.ts";

/** A variable by its name, or a flag of `go build` or of its linker without its dash: `CGO_ENABLED`, `tags`, `extldflags`. */
export type LinkingSetting = ReleaseSetting & { readonly name: string };

const variables = /^(?:CC|CXX|GOFLAGS|GOEXPERIMENT|CGO_\w+)$/;

/** What chooses the processors of a GOARCH (`go help environment`, go1.27). */
const processors = /^GO(?:386|AMD64|ARM|ARM64|MIPS|MIPS64|PPC64|RISCV64)$/;

/** What of a release build decides where a program starts: how it is linked, and for which processors it is. */
export function startSettings(settings: ReleaseSettings): readonly LinkingSetting[] {
  const ofProcessors = settings.env.filter(({ name }) => processors.test(name));
  return [...linkingSettings(settings), ...ofProcessors];
}

/** What of a release build decides how a program is linked. */
export function linkingSettings({ env, flags }: ReleaseSettings): readonly LinkingSetting[] {
  return [...env.filter(({ name }) => variables.test(name)), ...flags.flatMap(ofFlag)];
}

function ofFlag(word: ReleaseSetting): LinkingSetting[] {
  const [flag] = parseGoFlags([word.value], "flags");
  if (flag?.name === "-tags" || flag?.name === "-buildmode") {
    return [{ ...word, name: flag.name.slice(1), value: flag.value ?? "" }];
  }
  if (flag?.name !== "-ldflags") return [];
  return parseLinkerFlags(splitQuoted(flag.value ?? ""))
    .filter(({ name }) => name === "-linkmode" || name === "-extldflags")
    .map(({ name, value }) => ({ ...word, name: name.slice(1), value: value ?? "" }));
}

/** `CGO_ENABLED=0`, `-tags=netgo` */
export function describeSetting({ name, value }: LinkingSetting): string {
  return `${variables.test(name) ? name : `-${name}`}=${value}`;
}

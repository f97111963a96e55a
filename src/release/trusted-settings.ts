import { type ProgramPlaces, startsPrograms } from "../config/programs-in-file.ts";
import type { NotUnderstood, ReleaseSettings } from "../model/release.ts";

/** Where Go downloads from and keeps files: of no effect on what is built, and the machine's own to say. */
const ofMachine =
  /^GO(?:PROXY|PRIVATE|NOPROXY|NOSUMDB|SUMDB|VCS|INSECURE|AUTH|CACHE|MODCACHE|TMPDIR|PATH|BIN|OS|ARCH|HOSTOS|HOSTARCH)$/;

/** Values that ask for nothing that starts a program. */
const harmless = [/^GO111MODULE=(?:on|auto|off)?$/, /^GOWORK=(?:off)?$/, /^GOTOOLCHAIN=(?:local|auto)?$/];

/**
 * The settings of a release build without what is the machine's own. A change can bring them, so a flag or variable that decides which
 * programs a build starts makes the build one that is not understood.
 */
export function trustedSettings(settings: ReleaseSettings, places: ProgramPlaces): ReleaseSettings | NotUnderstood {
  const env = settings.env.filter(({ name }) => !ofMachine.test(name));
  const open = env.filter(({ name, value }) => !harmless.some((pattern) => pattern.test(`${name}=${value}`)));
  const asked = [
    ...open.map((each) => ({ each, env: [[each.name, each.value]] as const, flags: [] })),
    ...settings.flags.map((each) => ({ each, env: [], flags: [each.value] })),
  ];
  for (const { each, ...parts } of asked) {
    const what = startsPrograms(parts, places);
    if (what === undefined) continue;
    const { file, line } = each;
    const why = "decides which programs a build starts; set it in the workflow";
    return { kind: "not-understood", file, line, text: what, why };
  }
  return { ...settings, env };
}

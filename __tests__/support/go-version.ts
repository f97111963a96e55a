import { execFileSync } from "node:child_process";
import type { GoBuildInfo } from "../../src/model/artifact.ts";

/** What keeps the caller's own settings out of a build. */
export const cleanGo = { GOFLAGS: "", GOENV: "off", GOTOOLCHAIN: "local", CGO_CFLAGS: "", CGO_LDFLAGS: "" };

type Recorded = {
  readonly GoVersion: string;
  readonly Path?: string;
  readonly Main?: { readonly Path?: string; readonly Version?: string };
  readonly Settings?: readonly { readonly Key: string; readonly Value?: string }[];
};

/** What `go version -m` says, in our shape: values of the settings aside that we do not show. */
export function goVersion(path: string, { withheld }: Pick<GoBuildInfo, "withheld">): GoBuildInfo {
  const stdout = execFileSync("go", ["version", "-m", "-json", path], {
    encoding: "utf8",
    env: { ...process.env, ...cleanGo },
  });
  const recorded = JSON.parse(stdout) as Recorded;
  const settings = (recorded.Settings ?? []).map(({ Key, Value = "" }) => [Key, Value] as const);
  return {
    goVersion: recorded.GoVersion,
    path: recorded.Path ?? null,
    main: recorded.Main?.Path === undefined ? null : { path: recorded.Main.Path, version: recorded.Main.Version ?? "" },
    settings: Object.fromEntries(settings.filter(([key]) => !withheld.includes(key))),
    withheld: settings.map(([key]) => key).filter((key) => withheld.includes(key)),
  };
}

import type { Strategy } from "../model/strategy.ts";

const plain = {
  env: {},
  tags: [],
  linkmode: null,
  extldflags: null,
  ldflags: [],
  buildmode: null,
  needs: "go",
} as const;

export const strategies = [
  {
    ...plain,
    name: "default",
    summary: "Your own flags and environment, nothing else.",
  },
  {
    ...plain,
    name: "extldflags",
    extldflags: "-static",
    summary: "The trap: Go's internal linker ignores `-extldflags`.",
  },
  {
    ...plain,
    name: "cgo-disabled",
    env: { CGO_ENABLED: "0" },
    summary: "No cgo at all: `net` and `os/user` use their Go code.",
  },
  {
    ...plain,
    name: "netgo",
    tags: ["netgo", "osusergo"],
    summary: "Go code for `net` and `os/user`, cgo for everything else.",
  },
  {
    ...plain,
    name: "netgo-extldflags",
    tags: ["netgo", "osusergo"],
    extldflags: "-static",
    summary: "As `netgo`, and other cgo code is linked statically.",
  },
  {
    ...plain,
    name: "external",
    env: { CGO_ENABLED: "1" },
    linkmode: "external",
    extldflags: "-static",
    needs: "c-compiler",
    summary: "The C compiler links, statically.",
  },
  {
    ...plain,
    name: "static-pie",
    env: { CGO_ENABLED: "1" },
    tags: ["netgo", "osusergo"],
    linkmode: "external",
    extldflags: "-static-pie",
    buildmode: "pie",
    needs: "c-compiler",
    summary: "A static binary that the kernel loads at a random address.",
  },
  {
    ...plain,
    name: "musl",
    env: { CGO_ENABLED: "1" },
    linkmode: "external",
    extldflags: "-static",
    needs: "musl",
    summary: "The C compiler links, statically, against musl instead of glibc.",
  },
] as const satisfies readonly Strategy[];

/** The built-in strategies and those of the config file, in the order of the report. */
export function allStrategies(own: readonly Strategy[]): readonly Strategy[] {
  return [...strategies, ...own];
}

export const defaultStrategyNames: readonly string[] = ["default", "cgo-disabled", "netgo", "external"];

/**
 * From the simplest remedy to the heaviest, as the article that started this project orders them: disable cgo, opt out
 * by tags, use the external linker, change the C library. `default` and `extldflags` are no remedies.
 */
export const remedyOrder: readonly string[] = [
  "cgo-disabled",
  "netgo",
  "netgo-extldflags",
  "external",
  "static-pie",
  "musl",
];

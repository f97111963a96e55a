import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  canBeStatic,
  isPieByDefault,
  linksPieInternally,
  mustLinkCgoExternally,
  mustLinkExternally,
} from "../../src/predict/platform-rules.ts";
import { askGo, type InstalledGo, installedGos, run } from "../support/toolchains.ts";
import { describeWith } from "../support/tools.ts";

/** What a toolchain says of one port. */
type Answer = {
  readonly port: string;
  readonly always: boolean;
  readonly withCgo: boolean;
  readonly pie: boolean;
  /** Empty before go1.21, which had no function for it. */
  readonly defaultPie: readonly boolean[];
};

/** Sources of the toolchain with the packages that nobody outside of it may import renamed. */
function source(root: string, path: string): string {
  return readFileSync(join(root, "src", path), "utf8").replaceAll('"internal/', '"oracle/');
}

/**
 * Compiles mustLinkExternal of cmd/link as it stands in the toolchain's source, around variables that a test can set, and asks
 * it for every port of that toolchain.
 */
function answersOf({ go, root, minor }: InstalledGo): Answer[] {
  const config = source(root, "cmd/link/internal/ld/config.go");
  const rule = /^func mustLinkExternal\(.*?^\}/ms.exec(config)?.[0] ?? "";
  const usesSys = rule.includes("sys.");
  const platform = ["supported.go", "zosarch.go"]
    .map((name) => `internal/platform/${name}`)
    .filter((path) => existsSync(join(root, "src", path)))
    .map((path) => [path.replace("internal/", ""), source(root, path)] as const);
  const defaults = minor >= 21 ? "platform.DefaultPIE(os, arch, false), platform.DefaultPIE(os, arch, true)" : "";
  const text = `package main

import (
	"encoding/json"
	"fmt"
	"oracle/buildcfg"
	${platform.length > 0 ? '"oracle/platform"' : ""}
	${usesSys ? '"oracle/sys"' : ""}
	"strings"
)

type Link struct {
	Debugvlog, BuildMode int
	linkShared bool
	${usesSys ? "Arch *sys.Arch" : ""}
}

func (*Link) Logf(string, ...any) {}

const (
	BuildModeExe = iota
	BuildModePIE
	BuildModeCArchive
	BuildModeCShared
	BuildModePlugin
	BuildModeShared
)

var (
	no              bool
	flagMsan        = &no
	flagAsan        = &no
	iscgo           bool
	unknownObjFormat bool
	dynimportfail   []string
)

${rule}

func main() {
	for _, port := range strings.Fields(\`${run(go, ["tool", "dist", "list"])}\`) {
		os, arch, _ := strings.Cut(port, "/")
		buildcfg.GOOS, buildcfg.GOARCH = os, arch
		ask := func(mode int, cgo bool) bool {
			iscgo = cgo
			ctxt := &Link{BuildMode: mode}
			${usesSys ? "for _, each := range sys.Archs { if each.Name == arch { ctxt.Arch = each } }" : ""}
			res, _ := mustLinkExternal(ctxt)
			return res
		}
		out, _ := json.Marshal(map[string]any{
			"port": port, "always": ask(BuildModeExe, false), "withCgo": ask(BuildModeExe, true),
			"pie": ask(BuildModePIE, false), "defaultPie": []bool{${defaults}},
		})
		fmt.Println(string(out))
	}
}
`;
  const printed = askGo(go, {
    "main.go": text,
    "buildcfg/buildcfg.go": "package buildcfg\n\nvar GOOS, GOARCH string\n",
    ...Object.fromEntries(platform),
    ...(usesSys ? { "sys/arch.go": source(root, "cmd/internal/sys/arch.go") } : {}),
    ...(platform.length === 0 ? { "sys/supported.go": source(root, "cmd/internal/sys/supported.go") } : {}),
  });
  return printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Answer);
}

describeWith(["go"], "the rules by platform are those of the real linker", () => {
  it.each(installedGos())("$title", (toolchain) => {
    const answers = answersOf(toolchain);
    expect(answers.length).toBeGreaterThan(35);
    const ours = answers.map(({ port, defaultPie }): Answer => {
      const [goos = "", goarch = ""] = port.split("/");
      const asked = { minor: toolchain.minor, goos, goarch };
      const always = mustLinkExternally(asked);
      return {
        port,
        always,
        withCgo: always || mustLinkCgoExternally(asked),
        pie: always || !linksPieInternally(asked),
        defaultPie: defaultPie.length === 0 ? [] : [isPieByDefault(asked, false), isPieByDefault(asked, true)],
      };
    });
    expect(ours).toEqual(answers);
  });
});

describe("canBeStatic", () => {
  it.each(["linux", "freebsd", "netbsd", "dragonfly"])("%s has a kernel that programs may call", (goos) => {
    expect(canBeStatic(goos)).toBe(true);
  });
  it.each(["darwin", "windows", "openbsd", "solaris", "illumos", "aix", "ios", "plan9", "js"])(
    "%s has libraries in between, or none at all",
    (goos) => {
      expect(canBeStatic(goos)).toBe(false);
    },
  );
});

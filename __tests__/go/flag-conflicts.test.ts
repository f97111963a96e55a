import { describe, expect, it } from "vitest";
import { flagConflicts, linkModeConflict } from "../../src/go/flag-conflicts.ts";
import { effectiveLinkerFlags, mergeFlags, parseGOFLAGS, parseGoFlags } from "../../src/go/go-flags.ts";
import { strategies } from "../../src/go/strategies.ts";

const main = { package: "example.com/app", packageDir: "/src/app", moduleDir: "/src/app" };

describe("a flag that stands twice", () => {
  it.each<{ flags?: readonly string[]; goflags?: string; lost: string | null; joined?: string | null }>([
    { flags: ["-tags=a", "-tags=b"], lost: "-tags=a", joined: "a,b" },
    { flags: ["-tags", "a b", "-tags=b"], lost: "-tags=a b", joined: "a,b" },
    { flags: ["-tags=a", "-tags=a,b"], lost: null },
    { goflags: "-tags=a -tags=b", lost: "-tags=a", joined: "a,b" },
    // Another finding tells of GOFLAGS beside the command line.
    { flags: ["-tags=b"], goflags: "-tags=a", lost: null },
    {
      flags: ["-ldflags=-extldflags=-static", "-ldflags=-s"],
      lost: "-ldflags=-extldflags=-static",
      joined: "-extldflags=-static -s",
    },
    { flags: ["-ldflags=-s", "-ldflags=-s -w"], lost: null },
    { flags: ["-ldflags=all=-s", "-ldflags=-w"], lost: null },
    { flags: ["-gcflags=-N", "-gcflags=-l"], lost: "-gcflags=-N", joined: "-N -l" },
    { flags: ["-gcflags=all=-N", "-gcflags=all=-l"], lost: "-gcflags=all=-N", joined: null },
    { flags: ["-gcflags=all=-N", "-gcflags=std=-l"], lost: null },
    { flags: ["-buildmode=pie", "-buildmode=exe"], lost: "-buildmode=pie", joined: null },
    { flags: ["-mod=vendor", "-mod=mod"], lost: "-mod=vendor", joined: null },
    {
      flags: ["-ldflags=-extldflags=-static -extldflags=-Wl,-z,now"],
      lost: "-extldflags=-static",
      joined: "-static -Wl,-z,now",
    },
    { flags: ["-ldflags=-extldflags -static -extldflags '-static -s'"], lost: null },
    { flags: ["-ldflags=-linkmode=external -linkmode=internal"], lost: "-linkmode=external", joined: null },
    { flags: ["-ldflags=-X main.a=1 -X main.b=2"], lost: null },
    { flags: ["-race", "-race=false", "-v", "-v"], lost: null },
  ])("$flags $goflags", ({ flags = [], goflags = "", lost, joined }) => {
    const [found] = flagConflicts(parseGoFlags(flags, "flags"), parseGOFLAGS(goflags), main);
    expect(found === undefined ? null : `${found.name}=${found.lost}`).toBe(lost);
    if (found !== undefined) expect(found.joined).toBe(joined);
  });
});

describe("words for the C compiler", () => {
  it.each([
    { words: ["-static", "-static-pie"], conflict: true },
    { words: ["-static-pie", "-Wl,-z,now", "-no-pie"], conflict: true },
    { words: ["-pie", "-static-pie"], conflict: true },
    { words: ["--static", "-static-pie"], conflict: true },
    { words: ["-static", "-Wl,-z,now"], conflict: false },
    // gcc 12 makes an ordinary static program of it.
    { words: ["-static", "-pie"], conflict: false },
    { words: [], conflict: false },
  ])("$words", ({ words, conflict }) => {
    expect(linkModeConflict(words) !== undefined).toBe(conflict);
  });

  it.each([
    { strategy: "static-pie", own: "-static", want: "-static-pie" },
    { strategy: "static-pie", own: "-static -Wl,-z,now", want: "-Wl,-z,now -static-pie" },
    { strategy: "static-pie", own: "-no-pie", want: "-static-pie" },
    { strategy: "external", own: "-static-pie", want: "-static" },
    { strategy: "external", own: "-static", want: "-static" },
    { strategy: "static-pie", own: "--static", want: "-static-pie" },
    { strategy: "external", own: "-L/opt/lib -O2", want: "-L/opt/lib -O2 -static" },
    { strategy: "netgo-extldflags", own: "-fuse-ld=lld -static", want: "-fuse-ld=lld -static" },
  ])("$own under $strategy", ({ strategy, own, want }) => {
    const found = strategies.find(({ name }) => name === strategy) ?? strategies[0];
    const merged = mergeFlags(parseGoFlags([`-ldflags=-extldflags '${own}'`], "flags"), [], found);
    expect(effectiveLinkerFlags(merged, [], main).find(({ name }) => name === "-extldflags")?.value).toBe(want);
  });
});

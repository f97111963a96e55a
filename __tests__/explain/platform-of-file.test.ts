import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explainFiles } from "../../src/explain/explain-files.ts";
import { goosOf } from "../../src/explain/platform-of-file.ts";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { buildElf } from "../support/elf-builder.ts";
import { framed, inlineBlob } from "../support/go-buildinfo-blob.ts";
import { buildFat, buildMacho, CPU } from "../support/macho-builder.ts";
import { buildPe } from "../support/pe-builder.ts";
import { buildXcoff } from "../support/xcoff-builder.ts";
import { sourceOf } from "../inspect/byte-source.ts";

const schema = readFileSync(new URL("../../docs/report.schema.json", import.meta.url), "utf8");
const { definitions, $defs } = JSON.parse(schema) as Record<string, Record<string, CellSchema> | undefined>;
type CellSchema = { readonly properties?: { readonly platform?: { readonly pattern?: string } } };
const patterns = Object.values(definitions ?? $defs ?? {}).flatMap(
  ({ properties }) => properties?.platform?.pattern ?? [],
);

/** The platform and the findings about build info, as the report has them. */
function explainFile({ bytes }: { readonly bytes: Uint8Array }) {
  const inspection = inspect(sourceOf(bytes));
  const file = {
    path: "app",
    size: bytes.length,
    sha256: null,
    inspection,
    inspectMs: 1,
    proof: null,
    container: null,
    file: null,
    packed: null,
    listed: null,
  };
  const [cell] = explainFiles([file]);
  const found = cell?.findings.filter(({ kind }) => kind === "build-info").map(({ message }) => message);
  return { platform: cell?.platform ?? "", found };
}

function recorded(settings: Readonly<Record<string, string>>, form = { wide: true, littleEndian: true }): string {
  const lines = Object.entries(settings).map(([key, value]) => `build\t${key}=${value}\n`);
  return inlineBlob({ form, modInfo: framed(lines.join("")) });
}

// Its content begins 8 bytes before a multiple of 16.
const elf = (goos: string) => buildElf({ content: "\0".repeat(8) + recorded({ GOOS: goos }) });
const macho = (GOOS: string, GOARCH = "arm64") =>
  buildMacho({ cpuType: CPU.arm64, data: { content: recorded({ GOOS, GOARCH }) } });
const pe = (GOOS: string) => buildPe({ more: [{ name: ".data", content: recorded({ GOOS }) }] });
const xcoff = (GOOS: string) =>
  buildXcoff({ data: { content: recorded({ GOOS }, { wide: true, littleEndian: false }) } });

describe("the platform of a given file", () => {
  it.each([
    ...["linux", "android", "freebsd", "netbsd", "openbsd", "dragonfly", "solaris", "illumos", "tamago"].map(
      (goos) => ({
        goos,
        file: elf(goos),
        platform: `${goos}/amd64`,
      }),
    ),
    { goos: "darwin", file: macho("darwin"), platform: "darwin/arm64" },
    { goos: "ios", file: macho("ios"), platform: "ios/arm64" },
    { goos: "windows", file: pe("windows"), platform: "windows/amd64" },
    { goos: "aix", file: xcoff("aix"), platform: "aix/ppc64" },
  ])("that records $goos is $platform", ({ file, platform }) => {
    expect(explainFile(file)).toEqual({ platform, found: [] });
  });

  it.each([
    { file: buildElf(), platform: "linux/amd64" },
    { file: buildMacho(), platform: "darwin/amd64" },
    { file: buildPe({ wide: false }), platform: "windows/386" },
    { file: buildXcoff(), platform: "aix/ppc64" },
    { file: { bytes: new Uint8Array([0, 0, 0x8a, 0x97]) }, platform: "plan9/unknown" },
    { file: { bytes: new Uint8Array(8) }, platform: "unknown/unknown" },
  ])("that records nothing is $platform", ({ file, platform }) => {
    expect(explainFile(file)).toEqual({ platform, found: [] });
    for (const pattern of patterns) expect(platform).toMatch(new RegExp(pattern));
  });

  it.each([
    { goos: "windows", file: elf("windows"), platform: "linux/amd64" },
    { goos: "linux", file: macho("linux"), platform: "darwin/arm64" },
    { goos: "aix", file: pe("aix"), platform: "windows/amd64" },
    { goos: "ios", file: xcoff("ios"), platform: "aix/ppc64" },
    { goos: "<b>x</b>", file: elf("<b>x</b>"), platform: "linux/amd64" },
  ])("that records $goos, which does not start it, is $platform, and the record is named", (row) => {
    const { platform, found } = explainFile(row.file);
    expect(platform).toBe(row.platform);
    expect(found).toEqual([expect.stringContaining(`records GOOS=${row.goos}, but`)]);
  });

  it("that records another machine than its header's is of the header's", () => {
    expect(explainFile(macho("darwin", "amd64"))).toEqual({
      platform: "darwin/arm64",
      found: ["its build info records GOARCH=amd64, but arm64 was asked for"],
    });
  });
});

describe("the platform of a universal file", () => {
  const slice = (cpuType: number, GOARCH: string, GOOS = "darwin") => ({
    cpuType,
    bytes: buildMacho({ cpuType, data: { content: recorded({ GOOS, GOARCH }) } }).bytes,
  });

  it("has all machines, and the schema of the report allows it", () => {
    const { platform, found } = explainFile(buildFat([slice(CPU.amd64, "amd64"), slice(CPU.arm64, "arm64")]));
    expect({ platform, found }).toEqual({ platform: "darwin/amd64+arm64", found: [] });
    expect(patterns).toHaveLength(1);
    for (const pattern of patterns) expect(platform).toMatch(new RegExp(pattern));
  });

  it("is that of the slice when there is one", () => {
    expect(explainFile(buildFat([slice(CPU.arm64, "arm64", "ios")])).platform).toBe("ios/arm64");
  });

  it("is no reason to believe in a machine that no slice is for", () => {
    const { found } = explainFile(buildFat([slice(CPU.amd64, "mips"), slice(CPU.arm64, "arm64")]));
    expect(found).toEqual(["its build info records GOARCH=mips, but amd64+arm64 was asked for"]);
  });
});

it.each(["constructor", "__proto__", "toString", "", "Linux", "a/b", "linux\n"])(
  "a recorded GOOS of %j is none",
  (GOOS) => {
    const go = {
      goVersion: "go1.26",
      path: null,
      main: null,
      settings: Object.fromEntries([["GOOS", GOOS]]),
      withheld: [],
    };
    expect(goosOf({ format: "elf", go })).toBe("linux");
  },
);

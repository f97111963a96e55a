import { describe, expect, it } from "vitest";
import { goreleaserScope } from "../../src/release/goreleaser-scope.ts";
import { linkerText } from "../../src/release/linker-words.ts";
import { Misread } from "../../src/release/misread.ts";
import { evaluateTemplate } from "../../src/release/template.ts";
import { known } from "../../src/release/template-values.ts";

const env = new Map(
  Object.entries({ FLAGS: "-s -w", TOKEN: "secret", PKG: "example.com/v", SPACED: "a -linkmode=external" }).map(
    ([name, value]) => [name, known(value)] as const,
  ),
);
const scope = goreleaserScope({ projectName: "app", env, target: null });

function linked(...ldflags: readonly string[]): string {
  try {
    return linkerText(ldflags.map((text) => ({ source: { text, line: 1 }, pieces: evaluateTemplate(text, scope) })));
  } catch (thrown) {
    if (thrown instanceof Misread) return `not understood: ${thrown.at.text}`;
    throw thrown;
  }
}

describe("flags of the linker", () => {
  it.each([
    { name: "a value", ldflags: ["-X a.b={{ .Version }}"], want: "-X a.b=unknown" },
    { name: "a value in one word", ldflags: ["-X=a.b={{ .Version }}-{{ .Date }}"], want: "-X=a.b=unknown-unknown" },
    { name: "two dashes", ldflags: ["--X a.b={{ .Version }}"], want: "--X a.b=unknown" },
    {
      name: "a value in quotes",
      ldflags: ["-X 'a.b={{ .Version }} of {{ .Date }}'"],
      want: "-X 'a.b=unknown of unknown'",
    },
    { name: "a secret", ldflags: ["-X a.b={{ .Env.TOKEN }}"], want: "-X a.b=unknown" },
    { name: "a variable that is not set", ldflags: ["-X a.b={{ .Env.NOT_THERE }}"], want: "-X a.b=unknown" },
    { name: "the package's path", ldflags: ["-X {{ .Env.PKG }}.b={{ .Tag }}"], want: "-X example.com/v.b=unknown" },
    { name: "a path that is not known", ldflags: ["-X {{ .ModulePath }}/v.b=1"], want: "-X unknown/v.b=1" },
    { name: "name and value", ldflags: ["-X {{ .Summary }}"], want: "-X main.unknown=unknown" },
    { name: "packages in front", ldflags: ["all=-s -X a.b={{ .Version }}"], want: "all=-s -X a.b=unknown" },
    { name: "known flags", ldflags: ["{{ .Env.FLAGS }}", "-X a.b={{ .Tag }}"], want: "-s -w -X a.b=unknown" },
    { name: "an id", ldflags: ["-buildid={{ .Commit }} -B 0x{{ .FullCommit }}"], want: "-buildid=unknown -B 0x00" },
    {
      name: "a condition within",
      ldflags: ["-X a.b={{ if .Prerelease }}x{{ else }}y{{ end }}"],
      want: "-X a.b=unknown",
    },
    {
      name: "a word of the environment that brings in flags",
      ldflags: ["-X a.b={{ .Env.SPACED }}"],
      want: "-X a.b=a -linkmode=external",
    },
    { name: "nothing filled in", ldflags: ["-X a.b=1", "-s"], want: "-X a.b=1 -s" },
    { name: "an empty part", ldflags: ["{{ if .IsNightly }}-X a.b={{ .Version }}{{ end }}", "-s"], want: "-s" },
    {
      name: "the mode of the linker",
      ldflags: ["-linkmode={{ .Version }}"],
      want: "not understood: -linkmode={{ .Version }}",
    },
    {
      name: "flags of the C linker",
      ldflags: ["-s", "-extldflags '{{ .Version }}'"],
      want: "not understood: -extldflags '{{ .Version }}'",
    },
    {
      name: "a flag of another one",
      ldflags: ["-extldflags -X {{ .Version }}"],
      want: "not understood: -extldflags -X {{ .Version }}",
    },
    {
      name: "a word of its own",
      ldflags: ["-X a.b=1 {{ .Env.NOT_THERE }}"],
      want: "not understood: -X a.b=1 {{ .Env.NOT_THERE }}",
    },
    {
      name: "a condition that brings in flags",
      ldflags: ["-X a.b={{ if .Prerelease }}x -s{{ end }}"],
      want: "not understood: -X a.b={{ if .Prerelease }}x -s{{ end }}",
    },
    {
      name: "a condition that ends the quote",
      ldflags: ["-X 'a.b={{ if .Tag }}x' '-s{{ end }}'"],
      want: "not understood: -X 'a.b={{ if .Tag }}x' '-s{{ end }}'",
    },
    { name: "a blank in quotes", ldflags: ["-X 'a.b={{ if .Tag }}x y{{ end }}'"], want: "-X 'a.b=unknown'" },
    { name: "an open quote", ldflags: ["-X 'a.b={{ .Tag }}"], want: "not understood: -X 'a.b={{ .Tag }}" },
    {
      name: "letters that stand for marks",
      ldflags: ["-linkmode=\uE0000\uE001 -X a.b={{ .Tag }}"],
      want: "not understood: -linkmode=\uE0000\uE001 -X a.b={{ .Tag }}",
    },
  ])("$name", ({ ldflags, want }) => {
    expect(linked(...ldflags)).toBe(want);
  });
});

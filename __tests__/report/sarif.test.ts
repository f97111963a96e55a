import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderSarif } from "../../src/report/sarif.ts";
import { encodePath } from "../../src/report/commit-links.ts";
import { sanitize } from "../../src/text/text.ts";
import { makeCell, makeFinding, makeReport } from "../support/cells.ts";
import { hostileReport, hostileTexts } from "../support/hostile.ts";
import { brokenGithubRules, readSarif } from "../support/sarif.ts";
import { situations } from "../support/situations.ts";
import type { Report } from "../../src/model/report.ts";

const source = { url: "https://github.com/acme/app", sha: "9".repeat(40), folder: "" };
const user = {
  package: "example.com/lib",
  chain: ["example.com/app/cmd/app", "example.com/lib"],
  file: "cmd/app/main.go",
  line: 5,
};

function resultsOf(report: Report) {
  return readSarif(renderSarif(report)).results;
}

function placeOf(report: Report): string {
  const { artifactLocation, region } = resultsOf(report)[0]?.locations?.[0]?.physicalLocation ?? {};
  return `${artifactLocation?.uriBaseId ?? ""} ${artifactLocation?.uri ?? ""}:${region?.startLine ?? ""}`;
}

describe("SARIF of the situations", () => {
  it.each(Object.entries(situations))("%s keeps to the schema and to what GitHub asks for", (_, make) => {
    expect(brokenGithubRules(renderSarif(make()))).toEqual([]);
  });

  it.each(["regression", "build-failures"] as const)("%s: as it was reviewed", async (name) => {
    const log = JSON.parse(renderSarif(situations[name]())) as {
      runs: [{ tool: { driver: { rules: { id: string }[] } } }];
    };
    // The rules are the same in every file; those without results would only be in the reader's way here.
    const [run] = log.runs;
    const used = new Set(readSarif(renderSarif(situations[name]())).results.map(({ ruleId }) => ruleId));
    run.tool.driver.rules = run.tool.driver.rules.filter(({ id }) => used.has(id));
    await expect(`${JSON.stringify(log, null, 2)}\n`).toMatchFileSnapshot(`../golden/sarif-${name}.json`);
  });
});

describe("where a result stands", () => {
  it.each<{ name: string; report: Partial<Report>; place: string }>([
    {
      name: "on the line of the finding",
      report: { cells: [makeCell({ findings: [makeFinding({ file: "a/b.go", line: 3 })] })] },
      place: "%SRCROOT% a/b.go:3",
    },
    {
      name: "in the folder of the repository",
      report: {
        source: { ...source, folder: "services/api" },
        cells: [makeCell({ findings: [makeFinding({ file: "a/b.go", line: 3 })] })],
      },
      place: "%SRCROOT% services/api/a/b.go:3",
    },
    {
      name: "above the working directory, but in the repository",
      report: {
        source: { ...source, folder: "services/api" },
        cells: [makeCell({ findings: [makeFinding({ file: "../lib/c.go", line: 4 })] })],
      },
      place: "%SRCROOT% services/lib/c.go:4",
    },
    {
      name: "never outside of the repository",
      report: { source, cells: [makeCell({ findings: [makeFinding({ file: "../c.go", line: 4 })] })] },
      place: "%SRCROOT% go.mod:1",
    },
    {
      name: "nor at an absolute path",
      report: { cells: [makeCell({ findings: [makeFinding({ file: "/etc/passwd", line: 4 })] })] },
      place: "%SRCROOT% go.mod:1",
    },
    {
      name: "on the import that brings cgo into a dynamic program",
      report: { cells: [makeCell({ kind: "dynamic", cgo: [user], findings: [makeFinding({ kind: "dynamic" })] })] },
      place: "%SRCROOT% cmd/app/main.go:5",
    },
    {
      name: "not on an import that did no harm",
      report: { cells: [makeCell({ cgo: [user], findings: [makeFinding()] })] },
      place: "%SRCROOT% go.mod:1",
    },
    {
      name: "at the module that was built",
      report: {
        source: { ...source, folder: "x" },
        cells: [makeCell({ build: { ...makeCell().build, dir: "examples/tool" }, findings: [makeFinding()] })],
      },
      place: "%SRCROOT% x/examples/tool/go.mod:1",
    },
    {
      name: "with a name that needs escaping",
      report: { cells: [makeCell({ findings: [makeFinding({ file: "a b/ü#?%:x\n.go", line: 1 })] })] },
      place: "%SRCROOT% a%20b/%C3%BC%23%3F%25%3Ax%0A.go:1",
    },
  ])("$name", ({ report, place }) => {
    expect(placeOf(makeReport(report))).toBe(place);
  });
});

describe("results", () => {
  it("are the findings of what ships, the weightiest first", () => {
    const cells = [
      makeCell({ findings: [makeFinding({ kind: "host-files", level: "info" })] }),
      makeCell({ strategy: "musl", findings: [makeFinding({ kind: "stub" })] }),
      makeCell({
        platform: "linux/arm64",
        findings: [makeFinding({ kind: "refused", level: "error" }), makeFinding()],
      }),
    ];
    expect(resultsOf(makeReport({ cells })).map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["refused", "error"],
      ["nss", "warning"],
      ["host-files", "note"],
    ]);
  });

  it("are the findings of every file that something else built", () => {
    const artifact = { path: "/opt/bin/a tool", size: 1, sha256: null, format: "elf" };
    const cells = [makeCell({ strategy: null, artifact, findings: [makeFinding()] })];
    const [result] = resultsOf(makeReport({ ship: null, cells }));
    expect(result).toMatchObject({
      message: { text: "/opt/bin/a tool: it loads NSS. Fix: use musl." },
      analysisTarget: { uri: "file:///opt/bin/a%20tool" },
      properties: { strategy: null, linkage: "static" },
    });
  });

  const about = {
    target: { package: "example.com/gone", platform: "linux/amd64", strategy: null, file: null },
  } as const;
  const whole = { target: null, kind: "baseline" } as const;

  it.each([
    {
      name: "a target that is gone",
      judgement: { ...about, outcome: "fail", kind: "missing", message: "was removed; the base commit builds it" },
      result: {
        ruleId: "missing",
        level: "error",
        message: { text: "example.com/gone on linux/amd64 was removed; the base commit builds it." },
      },
    },
    {
      name: "one whose loss only warns",
      judgement: { ...about, outcome: "warn", kind: "missing", message: "is gone" },
      result: { ruleId: "missing", level: "warning" },
    },
    {
      name: "what fails the run as a whole",
      judgement: { ...whole, outcome: "fail", message: "could not compare with the base commit" },
      result: { ruleId: "gate", level: "error", message: { text: "could not compare with the base commit." } },
    },
  ] as const)("are also of $name", ({ judgement, result }) => {
    expect(resultsOf(makeReport({ judgements: [judgement] }))).toMatchObject([result]);
  });

  it("what warns of the run as a whole is a notification", () => {
    const judgements = [{ ...whole, outcome: "warn", message: "nothing could be compared" }] as const;
    const { results, invocations } = readSarif(renderSarif(makeReport({ judgements })));
    expect(results).toEqual([]);
    expect(invocations).toEqual([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [{ level: "warning", message: { text: "nothing could be compared." } }],
      },
    ]);
  });

  it("are told apart by what they are about, and not by the line", () => {
    const at = (line: number): unknown =>
      resultsOf(makeReport({ cells: [makeCell({ findings: [makeFinding({ file: "main.go", line })] })] }))[0]
        ?.partialFingerprints;
    expect(at(3)).toEqual({ "goLinkage/v1": "example.com/app/cmd/app linux/amd64 default nss" });
    expect(at(300)).toEqual(at(3));
  });

  it.each(Object.entries(situations))("%s: no two have the same fingerprint", (_, make) => {
    const prints = resultsOf(make()).map(({ partialFingerprints }) => partialFingerprints?.["goLinkage/v1"]);
    expect(new Set(prints).size).toBe(prints.length);
  });

  it("without a line of their own have the hash that GitHub would take from the first line of go.mod", () => {
    const cells = ["a", "b"].map((name) => makeCell({ package: name, findings: [makeFinding()] }));
    const hashes = resultsOf(makeReport({ cells })).map((each) => each.partialFingerprints?.primaryLocationLineHash);
    expect(hashes).toEqual(["a linux/amd64 default nss", "b linux/amd64 default nss"]);
  });

  it("name the imports that bring cgo in, and link to the others", () => {
    const others = [6, 7].map((line) => ({ ...user, package: `example.com/${line}`, file: "[x].go", line }));
    const cells = [
      makeCell({ kind: "dynamic", cgo: [user, ...others], findings: [makeFinding({ kind: "dynamic", fix: null })] }),
    ];
    const [result] = resultsOf(makeReport({ cells }));
    expect(result?.message.text).toBe(
      "app on linux/amd64 with default: it loads NSS. Cgo is also pulled in here: [\\[x\\].go:6](2), [\\[x\\].go:7](3).",
    );
    expect(result?.relatedLocations?.map(({ id, message }) => [id, message?.text])).toEqual([
      [1, "example.com/app/cmd/app → example.com/lib (cmd/app/main.go:5)"],
      [2, "example.com/app/cmd/app → example.com/lib ([x].go:6)"],
      [3, "example.com/app/cmd/app → example.com/lib ([x].go:7)"],
    ]);
  });

  it("are no more than GitHub shows; those of least weight are left out, and that is said", () => {
    const cells = Array.from({ length: 3000 }, (_, at) =>
      makeCell({
        package: `example.com/${at}`,
        findings: [makeFinding({ kind: "host-files", level: "info" }), makeFinding()],
      }),
    );
    const { results, invocations } = readSarif(renderSarif(makeReport({ cells })));
    const warnings = results.filter(({ level }) => level === "warning");
    expect([results.length, warnings.length]).toEqual([5000, 3000]);
    expect(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain(
      "1000 results of less weight are left out",
    );
  });
});

describe("the run", () => {
  it("names the commit, and on GitHub leaves the category to the upload", () => {
    const run = readSarif(renderSarif(makeReport({ source })));
    expect(run.automationDetails).toBeUndefined();
    expect(run.versionControlProvenance).toEqual([
      { repositoryUri: source.url, revisionId: source.sha, mappedTo: { uriBaseId: "%SRCROOT%" } },
    ]);
  });

  it("has a category of its own elsewhere", () => {
    const cells = ["linux/arm64", "linux/amd64"].map((platform) => makeCell({ platform }));
    const run = readSarif(renderSarif(makeReport({ cells })));
    expect(run.automationDetails).toEqual({ id: "go-linkage/default/linux/amd64,linux/arm64/" });
    expect(run.versionControlProvenance).toBeUndefined();
  });

  it("has the same rules whatever was found", () => {
    const rulesIn = (report: Report): unknown => readSarif(renderSarif(report)).tool.driver.rules;
    expect(rulesIn(situations.regression())).toEqual(rulesIn(situations["all-static"]()));
  });
});

describe("hostile text", () => {
  it.each(Object.entries(hostileTexts))("%s stays text", (_, text) => {
    const report = hostileReport(text);
    const rendered = renderSarif(report);
    expect(brokenGithubRules(rendered)).toEqual([]);
    expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(rendered).not.toMatch(/\\u(?:00[01]|d[89a-f])/i);
    // A half of a character makes other readers give up on the file.
    expect(Buffer.from(rendered).toString()).toBe(rendered);
    // One more for the target that is gone, and one for the run as a whole.
    expect(resultsOf(report)).toHaveLength(resultsOf(situations.regression()).length + 2);
  });

  it("any path is a relative reference that leads back to it", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", minLength: 1 }), { minLength: 1 }), (segments) => {
        const path = segments.map((segment) => segment.replaceAll(/[/\\]/g, "_")).join("/");
        const uri = encodePath(path);
        expect(uri).toMatch(/^[\w\-.~!'()*%/]*$/);
        const plain = path.split("/").map(sanitize).join("/");
        expect(decodeURIComponent(uri)).toBe(plain);
      }),
    );
  });

  it("any message keeps to the schema, and has no links and no placeholders", () => {
    const pieces = fc.array(
      fc.constantFrom("[", "]", "(", ")", "{", "}", "0", "1", "\\", "\u001b[1m", "\ud83d", "a b"),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const finding = makeFinding({ message: `x${parts.join("")}`, file: `y${parts.join("")}` });
        const rendered = renderSarif(makeReport({ cells: [makeCell({ findings: [finding] })] }));
        expect(brokenGithubRules(rendered)).toEqual([]);
        expect(readSarif(rendered).results[0]?.message.text).not.toMatch(/\]\(|\{\d+\}/);
      }),
      { numRuns: 60 },
    );
  });
});

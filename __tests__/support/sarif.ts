import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Log, ReportingDescriptor, Result, Run } from "sarif";

/** SARIF as others read it: by the schema of the standard, and by the rules of GitHub's code scanning. */

/** Microsoft's reference validator, which GitHub's documentation names; its package has the schema too. */
const multitool = dirname(createRequire(import.meta.url).resolve("@microsoft/sarif-multitool-linux/package.json"));

/** A reference by RFC 3986: nothing but its characters, and percent signs before two digits. */
const uriReference = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2})*$/;
const anything = (): boolean => true;

const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  formats: {
    "uri-reference": uriReference,
    uri: /^[a-z][a-z\d+.-]*:/,
    "date-time": anything,
    uuid: anything,
  },
});
const validate = ajv.compile(JSON.parse(readFileSync(join(multitool, "sarif-2.1.0.json"), "utf8")) as object);

/** The one run of a log that the schema of SARIF 2.1.0 accepts; throws with what it refuses. */
export function readSarif(text: string): Run & { readonly results: Result[] } {
  const log = JSON.parse(text) as Log;
  if (!validate(log)) throw new Error(ajv.errorsText(validate.errors, { separator: "\n" }));
  const [run, ...more] = log.runs;
  if (run?.results === undefined || more.length > 0) throw new Error("a log has one run, and that has results");
  return run as Run & { readonly results: Result[] };
}

/** What the multitool says of files, each name with its text: its own rules for SARIF, and those of code scanning. */
export function complaintsOf(files: Readonly<Record<string, string>>): string[] {
  const dir = mkdtempSync(join(tmpdir(), "sarif-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, `${name}.sarif`), text);
    const args = [
      "validate",
      "*.sarif",
      "--rule-kind",
      "Sarif;Ghas",
      "--output",
      "complaints",
      "--log",
      "ForceOverwrite",
    ];
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" };
    const { status, stdout, stderr } = spawnSync(join(multitool, "Sarif.Multitool"), args, {
      cwd: dir,
      env,
      encoding: "utf8",
    });
    const [, scanned] = /(\d+) files scanned/.exec(stdout) ?? [];
    if (status === null || Number(scanned) !== Object.keys(files).length) throw new Error(`${stdout}${stderr}`);
    return stdout.split("\n").filter((line) => /: (?:error|warning|note) /.test(line));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** What of a list of demands is not met. */
function unmet(demands: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(demands).flatMap(([what, ok]) => (ok ? [] : [what]));
}

/**
 * What GitHub's documentation asks of a file ("SARIF support for code scanning"): properties that it requires are there and not
 * empty, its limits are kept, and words are of those that it knows.
 */
export function brokenGithubRules(text: string): string[] {
  const { results, tool } = readSarif(text);
  const { name, semanticVersion = "", rules = [] } = tool.driver;
  const ids = rules.map(({ id }) => id);
  return [
    ...unmet({
      "10 MiB": Buffer.byteLength(text) < 10 << 20,
      "5000 results": results.length <= 5000,
      "name and version of the tool": name !== "" && /^\d+\.\d+\.\d+/.test(semanticVersion),
      "each rule once": new Set(ids).size === rules.length,
    }),
    ...rules.flatMap((rule) => brokenByRule(rule).map((what) => `${rule.id}: ${what}`)),
    ...results.flatMap((result, at) => brokenByResult(result, ids).map((what) => `result ${at}: ${what}`)),
  ];
}

function brokenByRule(rule: ReportingDescriptor): string[] {
  const { id, name, shortDescription, fullDescription, help, helpUri, defaultConfiguration, properties = {} } = rule;
  const texts = [shortDescription?.text, fullDescription?.text, help?.text, help?.markdown, name, id];
  return unmet({
    texts: texts.every((each) => each !== undefined && each !== "" && each.length <= 1024),
    "a name of 255 characters": String(name).length <= 255,
    helpUri: String(helpUri).startsWith("https://"),
    level: ["error", "warning", "note"].includes(String(defaultConfiguration?.level)),
    tags: (properties.tags ?? []).length <= 10,
    precision: ["very-high", "high", "medium", "low"].includes(String(properties.precision)),
    severity: ["error", "warning", "recommendation"].includes(String(properties["problem.severity"])),
  });
}

function brokenByResult(result: Result, rules: readonly string[]): string[] {
  const { ruleId, ruleIndex = -1, level, locations = [], relatedLocations = [], partialFingerprints = {} } = result;
  const message = String(result.message.text);
  const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
  const ids = relatedLocations.map(({ id }) => String(id));
  const links = [...message.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => String(target));
  const prints = Object.values(partialFingerprints);
  return unmet({
    rule: rules[ruleIndex] === ruleId,
    level: ["error", "warning", "note"].includes(String(level)),
    message: message.trim() !== "",
    "one location": locations.length === 1 && relatedLocations.length <= 100,
    "a file of the repository": /^(?!\/|\.\.?(?:\/|$)|[a-z]+:)./i.test(String(artifactLocation?.uri)),
    "a line": Number(region?.startLine) > 0,
    fingerprints: prints.length > 0 && prints.every((value) => value !== ""),
    "links to related locations alone": links.every((id) => ids.includes(id)),
  });
}

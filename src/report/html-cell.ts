import { buildLine } from "./build-line.ts";
import { describeLinkage } from "../model/cell.ts";
import { catalog } from "../model/catalog.ts";
import type { Cell, Report } from "../model/report.ts";
import { formatSize, formatTime } from "../text/text.ts";
import { writePhrase } from "./html-blocks.ts";
import { code, commaSeparated, copyable, facts, type Html, html, type HtmlValue, sentence } from "../text/html.ts";
import { findingText } from "./document/problem-blocks.ts";
import { plural } from "../text/english.ts";
import { baseOf, chainOf, isUnbuilt } from "./words.ts";

type Pairs = readonly (readonly [string, HtmlValue])[];

/** All that is known of one build, in parts: cells that have a part in common can share it. Parts with nothing to say are left out. */
export function describeCell(cell: Cell, report: Report, outputLimit: number): readonly Html[] {
  const parts = [
    describeFindings(cell, report),
    ...factsOf(cell).map(([title, pairs]) => {
      const known = pairs.filter(([, value]) => value !== null && value !== "");
      return known.length === 0 ? null : part(title, facts(known));
    }),
    describeOutput(cell, outputLimit),
    describeBuild(cell, report),
  ];
  return parts.filter((each) => each !== null);
}

function part(title: string, body: HtmlValue, wide: "wide" | "" = ""): Html {
  return html`<div class="part ${wide}">
    <h4>${title}</h4>
    ${body}
  </div>`;
}

const tones = { error: "bad", warning: "caution", info: "neutral" } as const;

/** What was seen, what it does, what to do, and the page that tells more. */
function describeFindings({ findings }: Cell, report: Report): Html | null {
  if (findings.length === 0) return null;
  const items = findings.map(
    (finding) =>
      html`<li class="finding">
        <p><b class="mark ${tones[finding.level]}">${catalog[finding.kind].title}</b></p>
        <p>${writePhrase(findingText(finding, report))} ${catalog[finding.kind].why}</p>
        <p class="page">More: ${code(`docs/findings/${finding.kind}.md`)}</p>
      </li>`,
  );
  return part(
    "Findings",
    html`<ul class="findings">
      ${items}
    </ul>`,
    "wide",
  );
}

function codes(values: readonly string[]): HtmlValue {
  return values.length === 0 ? null : commaSeparated(values.map((each) => code(each)));
}

function words(text: string | null | undefined): string | null {
  return text == null || text === "" ? null : sentence(text);
}

function yesNo(value: boolean | null): string {
  return value === null ? "does not apply" : value ? "yes" : "no";
}

type Facts = readonly [title: string, pairs: Pairs];

function factsOf(cell: Cell): readonly Facts[] {
  return [
    ...outcomeFacts(cell),
    ["What it needs to start", needs(cell)],
    ["Base commit", baseFacts(cell)],
    ["Linker", linkerFacts(cell)],
    ["Import paths that pull in cgo", cell.cgo.map((user) => [sentence(user.package), code(chainOf(user))] as const)],
    ["Hardening", hardeningFacts(cell)],
    ["File", fileFacts(cell)],
    ["Recorded by Go", recordedFacts(cell)],
  ];
}

function outcomeFacts({ status, reason, linkage, findings, prediction }: Cell): readonly Facts[] {
  const why = linkage === null ? reason : linkage.reason;
  const isSaid = findings.some(({ message }) => message === why);
  const own: Facts = ["Why", [["Reason", isSaid ? null : words(why)]]];
  if (prediction === null || (status !== "predicted" && prediction.agrees !== false)) return [own];
  const { linkage: kind, because, mode, reasons, certainty, unseen } = prediction;
  const pairs: Pairs = [
    ["Linkage", kind === "fails" ? "does not build" : (kind ?? "unknown")],
    ["Because", words(because)],
    ["Linker", mode],
    ["Linker selection", words(reasons.join("; "))],
    ["Certainty", certainty],
    ["Not examined", words(unseen.join(", "))],
  ];
  return [own, [prediction.agrees === false ? "The prediction was wrong" : "Predicted", pairs]];
}

function needs({ linkage, proof }: Cell): Pairs {
  if (linkage === null) return [];
  const none = linkage.kind === "packed" || linkage.kind === "unreadable" ? null : "none";
  return [
    ["Interpreter", linkage.interpreter === null ? none : code(linkage.interpreter)],
    ["Shared libraries", codes(linkage.needed) ?? none],
    ["C library", linkage.libc],
    ["Oldest glibc", words(linkage.minGlibc)],
    ["Oldest system", words(linkage.minOs)],
    ["RUNPATH", codes(linkage.runpath)],
    ["Started in an empty root", proof && `${proof.result}: ${sentence(proof.detail)}`],
  ];
}

function baseFacts(cell: Cell): Pairs {
  const { base } = cell;
  if (base === null) return [];
  return [
    ["Base", sentence(describeLinkage(baseOf(cell) ?? base))],
    ["Why", words(base.reason)],
    ["Now", sentence(describeLinkage(cell))],
    ["Size there", base.size === null ? null : formatSize(base.size)],
    ["Sources", base.unchanged ? (isUnbuilt(cell) ? "unchanged, so it was not built" : "unchanged") : null],
  ];
}

function linkerFacts({ status, link }: Cell): Pairs {
  if (status === "predicted" || link.mode === "unknown") return [];
  return [
    ["Link mode", link.mode],
    ["Why", words(link.reasons.join("; "))],
  ];
}

function hardeningFacts({ hardening }: Cell): Pairs {
  if (hardening === null) return [];
  return [
    ["PIE", yesNo(hardening.pie)],
    ["RELRO", hardening.relro ?? "does not apply"],
    ["Bind now", yesNo(hardening.bindNow)],
    ["Executable stack", yesNo(hardening.executableStack)],
    ["Text relocations", yesNo(hardening.textRelocations)],
    ["Writable code", yesNo(hardening.writableCode)],
  ];
}

function fileFacts({ artifact, timing }: Cell): Pairs {
  if (artifact === null) return [];
  const { path, size, sha256, format } = artifact;
  return [
    ["Size", `${formatSize(size)} (${plural(size, "byte")})`],
    ["Format", format],
    ["Built in", timing.buildMs === null ? null : formatTime(timing.buildMs)],
    ["Kept as", path === null ? null : code(path)],
    ["SHA-256", sha256 === null ? null : code(sha256)],
  ];
}

/** Of a file that something else built: what the go command wrote into it. */
function recordedFacts({ strategy, buildInfo }: Cell): Pairs {
  if (strategy !== null || buildInfo === null) return [];
  const { goVersion, path, main, settings } = buildInfo;
  return [
    ["Go", sentence(goVersion)],
    ["Main package", path === null ? null : code(path)],
    ["Module", main === null ? null : code(`${main.path} ${main.version}`)],
    ...Object.entries(settings).map(([name, value]) => [sentence(name), code(value)] as const),
  ];
}

/** The end of an output says why it ended. */
function describeOutput({ status, build }: Cell, limit: number): Html | null {
  const text = build.output.trim();
  if (status !== "failed" || text === "") return null;
  const shown = text.length <= limit ? text : `… the end of ${text.length} characters …\n${text.slice(-limit)}`;
  return part("Compiler output", copyable(shown, "Compiler output"), "wide");
}

function describeBuild(cell: Cell, report: Report): Html | null {
  const command = buildLine(cell, report);
  if (command === "") return null;
  const { goVersion } = cell.build;
  const go = goVersion === null ? null : html`<p>Go ${sentence(goVersion)}</p>`;
  return part("Build", html`${copyable(command, "Command")}${go}`, "wide");
}

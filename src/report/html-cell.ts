import { buildLine } from "./build-line.ts";
import { describeLinkage } from "../model/cell.ts";
import { catalog } from "../model/catalog.ts";
import { code, commaSeparated, copyable, facts, type Html, html, type HtmlValue, sentence } from "./html-text.ts";
import { renderFinding } from "./html-verdict.ts";
import { type Page, place, asSentence } from "./html-words.ts";
import { formatSize, formatTime } from "../text/text.ts";
import type { Report, Cell } from "../model/report.ts";

/** All that is known of one build, in parts: cells that have a part in common can share it. */
export function renderCell(cell: Cell, page: Page, outputLimit: number): readonly Html[] {
  const { report } = page;
  const parts = [
    renderFindings(cell, report),
    renderReason(cell),
    renderPrediction(cell),
    renderOutput(cell, outputLimit),
    renderNeeds(cell),
    renderBase(cell),
    renderLink(cell),
    renderImports(cell, report),
    renderHardening(cell),
    renderFile(cell),
    renderRecord(cell),
    renderBuild(cell),
  ];
  return parts.filter((each) => each !== null);
}

function part(title: string, body: HtmlValue, wide: "wide" | "" = ""): Html {
  return html`<div class="part ${wide}">
    <h4>${title}</h4>
    ${body}
  </div>`;
}

const levelMoods = { error: "bad", warning: "caution", info: "neutral" } as const;

function renderFindings({ findings }: Cell, report: Report): Html | null {
  if (findings.length === 0) return null;
  const items = findings.map(
    (finding) =>
      html`<li class="finding">
        <p><b class="mark ${levelMoods[finding.level]}">${catalog[finding.kind].title}</b></p>
        ${renderFinding(finding, report)}
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

function renderReason({ status, reason, linkage, findings }: Cell): Html | null {
  const why = linkage === null ? reason : linkage.reason;
  // Of a failed build it is the first finding.
  if (why === null || findings.some(({ message }) => message === why)) return null;
  const title = {
    skipped: "Why it was skipped",
    failed: "Why it failed",
    built: "Why it is not judged",
    predicted: "Why",
  };
  return part(title[status], html`<p>${asSentence(why)}</p>`);
}

function renderPrediction({ status, prediction, linkage }: Cell): Html | null {
  if (prediction === null) return null;
  const { agrees, because, certainty, unseen } = prediction;
  const predictedKind = prediction.linkage ?? "not known";
  if (status !== "predicted" && (agrees !== false || linkage === null)) return null;
  const title = agrees === false ? "Predicted something else" : "Predicted";
  return part(
    title,
    facts([
      ["Linkage", predictedKind === "fails" ? "does not build" : predictedKind],
      ["Because", sentence(because)],
      ["Linker", prediction.mode],
      ["Why that linker", prediction.reasons.length === 0 ? null : sentence(prediction.reasons.join("; "))],
      ["Certainty", certainty],
      ["Not looked at", unseen.length === 0 ? null : sentence(unseen.join(", "))],
      ["At start", prediction.crashes ? "it dies" : null],
    ]),
  );
}

/** The end of an output says why it ended. */
function renderOutput({ status, build }: Cell, limit: number): Html | null {
  const text = build.output.trim();
  if (status !== "failed" || text === "") return null;
  const shown = text.length <= limit ? text : `… the end of ${text.length} characters …\n${text.slice(-limit)}`;
  return part("What the build wrote", copyable(shown, "Output of the build"), "wide");
}

const hazardWords = {
  nss: "loads NSS libraries",
  dlopen: "calls dlopen",
  relocation: "may not relocate itself",
} as const;

function renderNeeds({ linkage, proof }: Cell): Html | null {
  if (linkage === null) return null;
  const { interpreter, needed, libc, minGlibc, minOs, runpath, hazards } = linkage;
  const known = linkage.kind !== "packed" && linkage.kind !== "unreadable";
  return part(
    "What it needs to start",
    facts([
      ["Interpreter", interpreter === null ? (known ? "none" : null) : code(interpreter)],
      ["Libraries", needed.length === 0 ? (known ? "none" : null) : commaSeparated(needed.map((each) => code(each)))],
      ["C library", libc],
      ["Oldest glibc", minGlibc],
      ["Oldest system", minOs],
      ["Looks for libraries in", runpath.length === 0 ? null : commaSeparated(runpath.map((each) => code(each)))],
      ["Hazards", hazards.length === 0 ? null : hazards.map((each) => hazardWords[each]).join(", ")],
      ["Started in an empty root", proof && `${proof.result}: ${sentence(proof.detail)}`],
    ]),
  );
}

function renderBase(cell: Cell): Html | null {
  const { base } = cell;
  if (base === null) return null;
  return part(
    "Before and now",
    facts([
      ["On the base", sentence(describeLinkage(base))],
      ["Why", base.reason === null ? null : sentence(base.reason)],
      ["Linker on the base", base.link.mode === "unknown" ? null : base.link.mode],
      ["Now", sentence(describeLinkage(cell))],
      ["Changed", base.unchanged ? "nothing that it is built from" : null],
    ]),
  );
}

function renderLink({ link, status }: Cell): Html | null {
  if (link.mode === "unknown" && link.reasons.length === 0) return null;
  if (status === "predicted") return null;
  const reasons =
    link.reasons.length === 0
      ? null
      : html`<ul>
          ${link.reasons.map((each) => html`<li>${sentence(each)}</li>`)}
        </ul>`;
  return part(
    "Linker",
    facts([
      ["Link mode", link.mode],
      ["Why", reasons],
    ]),
  );
}

function renderImports({ cgo }: Cell, report: Report): Html | null {
  if (cgo.length === 0) return null;
  const items = cgo.map((user) => {
    const chain = user.chain.length > 1 ? user.chain : [user.package];
    const where = place(user, report);
    return html`<li>
      ${chain.map((each, at) => html`${at === 0 ? null : " → "}${code(each)}`)}${where && html` <span class="where">${where}</span>`}
    </li>`;
  });
  return part(
    "Imports that bring in cgo",
    html`<ul>
      ${items}
    </ul>`,
  );
}

function yesNo(value: boolean | null): string {
  return value === null ? "does not apply" : value ? "yes" : "no";
}

function renderHardening({ hardening }: Cell): Html | null {
  if (hardening === null) return null;
  return part(
    "Hardening",
    facts([
      ["PIE", yesNo(hardening.pie)],
      ["RELRO", hardening.relro ?? "does not apply"],
      ["Bind now", yesNo(hardening.bindNow)],
      ["Executable stack", yesNo(hardening.executableStack)],
      ["Text relocations", yesNo(hardening.textRelocations)],
      ["Writable code", yesNo(hardening.writableCode)],
    ]),
  );
}

function renderFile({ artifact, timing }: Cell): Html | null {
  if (artifact === null) return null;
  const { path, size, sha256, format } = artifact;
  return part(
    "File",
    facts([
      ["Size", `${formatSize(size)}${size < 1024 ? "" : ` (${size.toLocaleString("en-US")} bytes)`}`],
      ["Format", format],
      ["Built in", timing.buildMs === null ? null : formatTime(timing.buildMs)],
      ["Kept as", path === null ? null : code(path)],
      ["SHA-256", sha256 === null ? null : code(sha256)],
    ]),
  );
}

/** Of a file that something else built: what the go command wrote into it. */
function renderRecord({ strategy, buildInfo }: Cell): Html | null {
  if (strategy !== null || buildInfo === null) return null;
  const { goVersion, path, main, settings } = buildInfo;
  return part(
    "What Go recorded in it",
    facts([
      ["Go", sentence(goVersion)],
      ["Main package", path === null ? null : code(path)],
      ["Module", main === null ? null : code(`${main.path} ${main.version}`)],
      ...Object.entries(settings).map(([name, value]) => [sentence(name), code(value)] as const),
    ]),
  );
}

function renderBuild(cell: Cell): Html | null {
  const { build, status } = cell;
  const command = buildLine(cell);
  if (command === "") return null;
  const title = status === "built" || status === "failed" ? "How it was built" : "How it would be built";
  const by = build.goVersion === null ? null : html`<p>Go ${sentence(build.goVersion)}</p>`;
  return part(title, html`${copyable(command, "Command")}${by}`, "wide");
}

import { describeFile } from "./explain-files.ts";
import type { GivenImage } from "../model/artifact.ts";
import type { ExplainedCell } from "../model/cell.ts";
import { catalog } from "../model/catalog.ts";
import { type Finding, nowhere } from "../model/finding.ts";
import type { ImageStart } from "../model/image.ts";

/** Entrypoints of images, as cells: one for each platform. */
export function explainImages(images: readonly GivenImage[]): ExplainedCell[] {
  return images.map(explainImage);
}

function explainImage({ path, container: of, format, file, start }: GivenImage): ExplainedCell {
  const { platform } = start;
  const own = startFindings(start);
  if (file === null) {
    const name = start.entrypoint[0] === undefined ? path : `${path}!/${withoutRoot(start.entrypoint[0])}`;
    const container = { path: of, member: withoutRoot(start.entrypoint[0] ?? ""), format };
    return { ...skipped, package: name, platform, reason: start.reason, findings: own, image: start, container };
  }
  const container = { path: of, member: withoutRoot(file.path), format };
  const cell = describeFile({
    ...file,
    ...{ path: `${path}!${file.path}`, proof: null, container, file: null, packed: null, listed: null },
  });
  const isSettled = ({ kind }: Finding): boolean =>
    start.outcome === "starts" && catalog[kind].isSettledByStart === true;
  const findings = [...own, ...cell.findings.filter((each) => !isSettled(each))];
  return { ...cell, platform, findings, image: start };
}

function withoutRoot(path: string): string {
  return path.replace(/^\/+/, "");
}

/** Nothing but the image is known. */
const skipped = {
  strategy: null,
  role: "ships",
  status: "skipped",
  linkage: null,
  link: { mode: "unknown", reasons: [] },
  planned: null,
  build: null,
  artifact: null,
  proof: null,
  prediction: null,
  cgo: [],
  buildInfo: null,
  runsOn: [],
  floors: [],
} as const;

/** What `images` asks for is that the entrypoint starts: what is not known of that warns. */
function startFindings({ outcome, reason }: ImageStart): Finding[] {
  if (outcome === "starts") return [];
  const level = outcome === "does-not-start" ? "error" : "warning";
  return [{ kind: "image-start", level, message: reason, cause: null, fix: null, ...nowhere }];
}

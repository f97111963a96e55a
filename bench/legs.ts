/**
 * What merging costs: 3,200 cells (40 programs, 10 platforms, 8 strategies) in 40 legs, made of one real report. Wall time and the most memory
 * of `merge`, with its terminal report, and of its JSON report, Markdown summary and SARIF. Run by `npm run bench`.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { digestOf } from "../src/config/plan-file.ts";
import { sealReport } from "../src/legs/leg-report.ts";
import type { LegPlan } from "../src/model/leg-plan.ts";
import type { Report } from "../src/model/report.ts";

const cli = resolve(import.meta.dirname, "../dist/cli.js");
const [programs, platforms, strategies] = [40, 10, 8];

function writeProgram(dir: string): void {
  writeFileSync(join(dir, "go.mod"), "module example.com/app\n\ngo 1.19\n");
  writeFileSync(join(dir, "main.go"), 'package main\n\nimport _ "net"\n\nfunc main() {}\n');
}

function check(dir: string, args: readonly string[]): void {
  const found = spawnSync(process.execPath, [cli, ...args], { cwd: dir, encoding: "utf8" });
  if (found.status !== 0) throw new Error(found.stderr);
}

/** A plan and the reports of its legs, one for each program. */
async function writeLegs(dir: string): Promise<void> {
  writeProgram(dir);
  check(dir, ["plan", "--strategies", "default", "--plan", "real.json"]);
  const real = JSON.parse(readFileSync(join(dir, "real.json"), "utf8")) as LegPlan;
  const [realLeg] = real.legs;
  if (realLeg === undefined) throw new Error("the plan has no leg");
  check(dir, ["check", "--plan", "real.json", "--leg", realLeg.id, "--report-json", "real-report.json"]);
  const report = JSON.parse(readFileSync(join(dir, "real-report.json"), "utf8")) as Report;
  const [cell] = report.cells;
  if (cell === undefined) throw new Error("the report has no cell");
  const names = Array.from({ length: strategies }, (_, at) => (at === 0 ? "default" : `strategy-${at}`));
  const legs = Array.from({ length: programs }, (_, at) => ({
    ...realLeg,
    id: `leg-${at}`,
    targets: Array.from({ length: platforms }, (_each, on) => ({
      package: `example.com/app/cmd/program-${at}`,
      platform: `linux/platform${on}`,
      builds: names.map((strategy) => ({ strategy, cgo: "1" })),
    })),
  }));
  const plan = { ...real, legs, commit: null };
  const digest = await digestOf(plan);
  writeFileSync(join(dir, "plan.json"), JSON.stringify({ ...plan, digest }));
  for (const leg of legs) {
    const cells = leg.targets.flatMap(({ package: path, platform }) =>
      names.map((strategy) => ({
        ...cell,
        package: path,
        platform,
        strategy,
        role: strategy === "default" ? ("ships" as const) : ("compared" as const),
      })),
    );
    const made = await sealReport({ ...report, cells, plan: report.plan && { ...report.plan, digest, leg: leg.id } });
    mkdirSync(join(dir, "reports", leg.id), { recursive: true });
    writeFileSync(join(dir, "reports", leg.id, "report.json"), JSON.stringify(made, null, 2));
  }
}

/** Wall time in s, and the most memory in MB, as the system counts them. */
function measure(dir: string, args: readonly string[]): { readonly seconds: number; readonly megabytes: number } {
  const script = join(dir, "most.mjs");
  // Of the process itself, at its end: the cli sets its exit code and lets Node end.
  writeFileSync(
    script,
    'process.on("exit", () => process.stderr.write("\\nrss " + process.resourceUsage().maxRSS + "\\n"));\n',
  );
  const start = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ["--import", script, cli, ...args], {
    cwd: dir,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const [, rss = "0"] = /rss (\d+)\n$/.exec(stderr) ?? [];
  return { seconds: (performance.now() - start) / 1000, megabytes: Number(rss) / 1024 };
}

const dir = mkdtempSync(join(tmpdir(), "bench-legs-"));
try {
  await writeLegs(dir);
  const size = execFileSync("du", ["-sm", "reports"], { cwd: dir, encoding: "utf8" }).split("\t")[0] ?? "";
  console.log(`\nMerging ${programs * platforms * strategies} cells in ${programs} reports (${size} MB)\n`);
  const merge = ["merge", "--plan", "plan.json", "reports"];
  const rows = [
    ["terminal", merge],
    ["and the JSON report", [...merge, "--report-json", "out.json"]],
    ["and the job summary", [...merge, "--report-markdown", "out.md"]],
    ["and SARIF", [...merge, "--report-sarif", "out.sarif"]],
  ] as const;
  for (const [name, args] of rows) {
    const { seconds, megabytes } = measure(dir, args);
    console.log(`${name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s ${megabytes.toFixed(0).padStart(6)} MB`);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { configure } from "../../src/config/configure.ts";
import { renderPlan } from "../../src/legs/describe-plan.ts";
import { findMachineFolders, withoutFolders } from "../../src/legs/leg-report.ts";
import { makeGo } from "../../src/go/command.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { LegPlan } from "../../src/model/leg-plan.ts";
import type { Report } from "../../src/model/report.ts";
import { makeFiles } from "../../src/ports/files.ts";
import { nodePorts } from "../../src/ports/node.ts";
import type { Ports } from "../../src/ports/types.ts";
import { run, splitRun } from "../../src/run.ts";
import type { Inputs } from "../../src/config/inputs.ts";
import { plainEnvironment } from "../support/engine.ts";
import { Hub, payloads, type Tree } from "../support/github.ts";
import { checked } from "../support/report-schema.ts";
import { describeWith } from "../support/tools.ts";
import { recordingLog } from "../install/world.ts";

// A pull request over two modules, built by one machine and by several, each with folders of its own. One program of it regresses, one is
// removed, one does not build, and one has cgo, which for the other platform wants a runner of its own.

const pure = "package main\n\nfunc main() {}\n";
const withUser = 'package main\n\nimport _ "os/user"\n\nfunc main() {}\n';
const before: Tree = {
  "go.work": "go 1.19\n\nuse (\n\t./one\n\t./two\n)\n",
  "one/go.mod": "module example.com/one\n\ngo 1.19\n",
  "one/cmd/kept/main.go": pure,
  "one/cmd/turned/main.go": pure,
  "two/go.mod": "module example.com/two\n\ngo 1.19\n",
  "two/cmd/gone/main.go": pure,
  "two/cmd/users/main.go": withUser,
};
const change: Tree = {
  "one/cmd/turned/main.go": withUser,
  "two/cmd/gone": null,
  "two/cmd/broken/main.go": "package main\n\nfunc main() { undefined() }\n",
};

const hub = new Hub();
const root = realpathSync(mkdtempSync(join(tmpdir(), "legs-")));

afterAll(() => {
  hub.remove();
  rmSync(root, { recursive: true, force: true });
});

/** The folders of one machine: nothing of another one's. */
type Machine = { readonly workspace: string; readonly folders: readonly string[]; readonly env: Environment };

function makeMachine(name: string, event: Environment, merge: string): Machine {
  const [home, cache] = [join(root, name, "home"), join(root, name, "cache")];
  mkdirSync(home, { recursive: true });
  const workspace = hub.checkOut(merge, { depth: 0 });
  const { GOWORK: _, ...plain } = plainEnvironment();
  // Compiled packages of the standard library are the same on every machine; the path is its own.
  symlinkSync(execFileSync("go", ["env", "GOCACHE"], { encoding: "utf8" }).trim(), cache);
  const env = {
    ...plain,
    ...event,
    HOME: home,
    GOCACHE: cache,
    GOPATH: join(home, "go"),
    GOMODCACHE: join(home, "mod"),
  };
  return { workspace, folders: [workspace, join(root, name)], env };
}

async function on<T>({ env, workspace }: Machine, body: (ports: Ports) => Promise<T>): Promise<T> {
  const { files, removeTempDirs } = makeFiles(tmpdir());
  const [signal, before] = [new AbortController().signal, process.cwd()];
  // A leg has no working directory but that of its plan, which is relative.
  process.chdir(workspace);
  try {
    return await body({ ...nodePorts({ files, log: recordingLog(), signal }), env });
  } finally {
    process.chdir(before);
    removeTempDirs();
  }
}

async function report(inputs: Partial<Inputs>, machine: Machine): Promise<Report> {
  return on(machine, async (ports) => {
    const { request } = await configure(inputs, ports);
    if (request.mode === "plan") throw new Error("a plan has no report");
    return checked(await run(request, ports));
  });
}

/** What may not differ between one machine and several. Without -trimpath the folder is in the bytes. */
function comparable({ environment: _, machines: _machines, plan: _plan, cache: _cache, ...same }: Report): unknown {
  const cells = same.cells.map(({ timing: _timing, artifact, base, ...cell }) => ({
    ...cell,
    artifact: artifact && { ...artifact, size: 0, sha256: "" },
    base: base && { ...base, size: base.size === null ? null : 0 },
  }));
  // The steps of a leg are about its own targets.
  return { ...same, cells, baseline: { ...same.baseline, steps: [] } };
}

let plan: LegPlan;
let planFile: string;
let single: Report;
let merged: Report;
const reports = new Map<string, Report>();
const machines: Machine[] = [];

describeWith(["go", "gcc", "git"], "one run and the merge of its legs", () => {
  beforeAll(async () => {
    hub.push("main", before);
    hub.push("change", change);
    const { merge, head } = hub.openPullRequest("change");
    const event = hub.event("pull_request", payloads.pullRequest(head));
    const inputs = {
      packages: "./one/... ./two/...",
      platforms: "linux/amd64 linux/arm64",
      strategies: "default cgo-disabled",
    };
    const planner = makeMachine("planner", event, merge);
    plan = await on(planner, async (ports) => {
      const { request } = await configure({ ...inputs, mode: "plan", legs: "3" }, ports);
      if (request.mode !== "plan") throw new Error("it is not a plan");
      return splitRun(request, ports);
    });
    planFile = join(root, "plan.json");
    writeFileSync(planFile, renderPlan(plan));
    const whole = await report(inputs, planner);
    single = await on(planner, async (ports) => {
      const { env } = planner;
      const go = makeGo({ go: "go", version: "", root: "", source: "path", why: "", sha256: null, env }, ports);
      return withoutFolders(whole, await findMachineFolders(".", go));
    });
    for (const { id } of plan.legs) {
      const machine = makeMachine(id, event, merge);
      machines.push(machine);
      const made = await report({ mode: "check", plan: planFile, leg: id }, machine);
      reports.set(id, made);
      writeFileSync(join(root, `${id}.json`), JSON.stringify(made));
    }
    merged = await report(
      { mode: "merge", plan: planFile, reports: plan.legs.map(({ id }) => join(root, `${id}.json`)).join("\n") },
      planner,
    );
  });

  it("comes to the same but for times, environments and machines", () => {
    expect(single.verdict.outcome).toBe("fail");
    expect(comparable(merged)).toEqual(JSON.parse(JSON.stringify(comparable(single))));
  });

  it("fails in the legs with what is wrong, and for a removed program in all", () => {
    const said = plan.legs.map(({ id, targets }) => {
      const programs = [...new Set(targets.map((target) => target.package.split("/").at(-1)))];
      const judgements = reports.get(id)?.verdict.judgements ?? [];
      return [
        programs.join(" "),
        ...judgements.map(({ kind, target }) => `${kind} ${target?.package.split("/").at(-1) ?? ""}`),
      ];
    });
    const gone = ["missing gone", "missing gone"];
    expect(said).toEqual([
      ["kept turned broken", "regression turned", "build broken", ...gone],
      ["users kept broken", "build broken", ...gone],
      ["turned users", ...gone],
    ]);
    expect(merged.verdict.judgements.filter(({ kind }) => kind === "missing")).toHaveLength(2);
    // Its own machine would have a C compiler for it; this one has not, which is said.
    expect(merged.plan?.notes).toEqual([expect.stringContaining("linux/arm64 is planned with cgo")]);
  });

  it("has nothing of the machines' paths", () => {
    const text = JSON.stringify({ merged, legs: [...reports.values()] });
    for (const path of [root, hub.root, ...machines.flatMap(({ folders }) => folders)])
      expect(text).not.toContain(path);
    expect(text).not.toMatch(/go-(?:link-|build)\d/);
  });

  it("does without any file but the plan and the reports, and misses a leg by name", async () => {
    const [{ id } = { id: "" }, ...others] = plan.legs;
    const paths = others.map((leg) => join(root, `${leg.id}.json`)).join("\n");
    const bare: Machine = { workspace: root, folders: [], env: { PATH: "/nowhere" } };
    const { verdict } = await report({ mode: "merge", plan: planFile, reports: paths }, bare);
    expect(verdict.judgements[0]?.message).toContain(`leg ${id} has no report that can be used`);
  });
});

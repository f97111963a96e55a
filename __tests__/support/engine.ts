import { judged } from "./requests.ts";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeFiles } from "../../src/ports/files.ts";
import { nodePorts } from "../../src/ports/node.ts";
import type { Log, Ports } from "../../src/ports/types.ts";
import { configure } from "../../src/config/configure.ts";
import { run } from "../../src/run.ts";
import { checked } from "./report-schema.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { Inputs } from "../../src/config/inputs.ts";
import type { Report, Cell } from "../../src/model/report.ts";

const quiet: Log = {
  group: (_title, body) => body(),
  info: () => undefined,
  warning: () => undefined,
  raw: () => undefined,
  activity: () => () => undefined,
};

/** Nothing of what a developer may have set for Go or C, and nothing from the network. */
export function plainEnvironment(): Environment {
  const kept = ["PATH", "HOME", "TMPDIR", "GOCACHE", "GOMODCACHE", "GOPATH"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    GOENV: "off",
    GOTOOLCHAIN: "local",
    GOPROXY: "off",
    GOWORK: "off",
    LC_ALL: "C",
  };
}

/** The whole program in this process, with the real ports but `env`; the cells of its report. */
export async function runEngine(inputs: Partial<Inputs>, env: Environment): Promise<readonly Cell[]> {
  return (await runReport(inputs, env)).cells;
}

/** The whole program in this process, with the real ports but `env` and what `change` makes of them. The schema is kept. */
export async function runReport(
  inputs: Partial<Inputs>,
  env: Environment,
  change: (ports: Ports) => Ports = (ports) => ports,
): Promise<Report> {
  const { files, removeTempDirs } = makeFiles(tmpdir());
  try {
    const ports = change({ ...nodePorts({ files, log: quiet, signal: new AbortController().signal }), env });
    return checked(await run(judged((await configure(inputs, ports)).request), ports));
  } finally {
    removeTempDirs();
  }
}

/** Writes a module `example.com/app`. */
export function writeModule(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries({ "go.mod": "module example.com/app\n\ngo 1.19\n", ...files })) {
    const path = join(dir, name);
    if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { toError } from "../../src/errors.ts";
import { checked } from "./report-schema.ts";
import { root } from "./root.ts";

/** What action.yml says. */
export type ActionMetadata = {
  readonly description: string;
  readonly branding: Readonly<Record<"icon" | "color", string>>;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: Readonly<Record<"using" | "main" | "post" | "post-if", string>>;
};

export function readActionMetadata(): ActionMetadata {
  return parse(readFileSync(join(root, "action.yml"), "utf8")) as ActionMetadata;
}

/** The job's own token. A runner hides it in its log; here a test can look for it. */
export const jobToken = "ghs_0123456789abcdefghijklmnopqrstuvwxyz";

export type StepResult = {
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The log: workflow commands are in it. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly state: Readonly<Record<string, string>>;
  /** What was put on the PATH of later steps, one folder a line. */
  readonly path: string;
  /** What was put into the environment of later steps. */
  readonly env: string;
};

export type Step = {
  readonly inputs?: Readonly<Record<string, string>>;
  /** GITHUB_WORKSPACE and the step's working directory. */
  readonly workspace?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Words in front of the command, which start it in their own way. */
  readonly wrap?: readonly string[];
  /** What `matrix` is in the job. */
  readonly matrix?: unknown;
  /** Called with the log so far whenever it grows; may send a signal. */
  readonly onLog?: (log: string, kill: (signal: NodeJS.Signals) => void) => void;
};

/**
 * Starts the committed bundle as the GitHub runner does: inputs with the defaults of action.yml as INPUT_*, the five command files,
 * RUNNER_*, a scratch HOME; the state that main leaves is handed to post.
 */
export class Runner {
  readonly home = mkdtempSync(join(tmpdir(), "runner-"));
  readonly temp = join(this.home, "_temp");
  readonly toolCache = join(this.home, "_tool");
  readonly #metadata = readActionMetadata();
  #steps = 0;

  constructor() {
    mkdirSync(this.temp);
    mkdirSync(this.toolCache);
  }

  main(step: Step): Promise<StepResult> {
    return this.#start(this.#metadata.runs.main, step, {});
  }

  /** `after` is what main returned. */
  post(step: Step, after: StepResult): Promise<StepResult> {
    const state = Object.entries(after.state).map(([name, value]) => [`STATE_${name}`, value]);
    return this.#start(this.#metadata.runs.post, step, Object.fromEntries(state) as Record<string, string>);
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }

  #start(file: string, step: Step, state: Readonly<Record<string, string>>): Promise<StepResult> {
    const files = Object.fromEntries(
      ["OUTPUT", "STATE", "ENV", "PATH", "STEP_SUMMARY"].map((name) => {
        const path = join(this.home, `${name}-${this.#steps}`);
        writeFileSync(path, "");
        return [`GITHUB_${name}`, path];
      }),
    );
    this.#steps++;
    const workspace = step.workspace ?? root;
    const [program, ...args] = [...(step.wrap ?? []), process.execPath, join(root, file)];
    const child = spawn(program, args, {
      cwd: workspace,
      env: { ...this.#environment(workspace), ...this.#inputs(step), ...files, ...state, ...step.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return new Promise((done, reject) => {
      let log = "";
      const append = (chunk: Buffer): void => {
        log += chunk.toString();
        step.onLog?.(log, (signal) => child.kill(signal));
      };
      child.stdout.on("data", append);
      child.stderr.on("data", append);
      child.on("error", reject);
      child.on("close", (exitCode, signal) => {
        const outputs = parseCommandFile(readFileSync(files.GITHUB_OUTPUT ?? "", "utf8"));
        try {
          checkReport(outputs["report-json"]);
        } catch (thrown) {
          reject(toError(thrown));
        }
        done({
          exitCode,
          signal,
          log,
          outputs,
          summary: readFileSync(files.GITHUB_STEP_SUMMARY ?? "", "utf8"),
          state: parseCommandFile(readFileSync(files.GITHUB_STATE ?? "", "utf8")),
          path: readFileSync(files.GITHUB_PATH ?? "", "utf8"),
          env: readFileSync(files.GITHUB_ENV ?? "", "utf8"),
        });
      });
    });
  }

  #inputs({ inputs: given = {}, matrix = null }: Step): Record<string, string> {
    const expressions: Readonly<Record<string, string>> = {
      "${{ github.token }}": jobToken,
      "${{ toJson(matrix) }}": JSON.stringify(matrix, null, 2),
    };
    const values = Object.entries(this.#metadata.inputs).map(([name, { default: preset = "" }]) => [
      name,
      given[name] ?? expressions[preset] ?? preset,
    ]);
    const unknown = Object.keys(given).filter((name) => !(name in this.#metadata.inputs));
    if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(", ")}`);
    return Object.fromEntries(
      values.map(([name = "", value = ""]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
    );
  }

  #environment(workspace: string): Record<string, string | undefined> {
    const { PATH, GOFLAGS, GOPROXY, GOSUMDB } = process.env;
    return {
      PATH,
      GOFLAGS,
      GOPROXY,
      GOSUMDB,
      // The scratch HOME would make every build a cold one.
      ...goCaches(),
      HOME: this.home,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: workspace,
      GITHUB_SERVER_URL: "https://github.com",
      RUNNER_OS: "Linux",
      RUNNER_ARCH: "X64",
      RUNNER_TEMP: this.temp,
      RUNNER_TOOL_CACHE: this.toolCache,
      RUNNER_ENVIRONMENT: "github-hosted",
      ImageOS: "ubuntu26",
      ImageVersion: "20261101.1",
    };
  }
}

/** Every report that a step leaves is held against the schema. */
function checkReport(path = ""): void {
  if (existsSync(path)) checked(JSON.parse(readFileSync(path, "utf8")));
}

function goCaches(): Record<string, string> {
  const { stdout } = spawnSync("go", ["env", "-json", "GOCACHE", "GOMODCACHE"], { encoding: "utf8" });
  return JSON.parse(stdout) as Record<string, string>;
}

/** `name<<delimiter`, lines, `delimiter`: the form in which values go through the command files. */
function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const [name = "", delimiter] = (lines[at] ?? "").split("<<");
    if (delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    values[name] = lines.slice(at + 1, end).join("\n");
    at = end;
  }
  return values;
}

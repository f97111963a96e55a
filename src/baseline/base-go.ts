import { Interrupted, toError } from "../errors.ts";
import type { CheckRequest } from "../model/request.ts";
import type { SettingChange } from "../model/setting-change.ts";
import type { Toolchain } from "../model/toolchain.ts";
import type { Ports } from "../ports/types.ts";

type GoRequest = {
  /** Of the base, in the folder that it was written to. */
  readonly request: Pick<CheckRequest, "where" | "go">;
  readonly tree: string;
  /** The head's working directory. */
  readonly head: string;
  /** What the head asks for. */
  readonly asked: CheckRequest["go"];
};

type BaseGo = {
  readonly toolchain: Toolchain;
  readonly steps: readonly string[];
  /** One change, when it is another Go than the head's. */
  readonly changes: readonly SettingChange[];
};

/** The Go that the base asks for, by its inputs or by its own files; the head's, when that is the same or the other is unavailable. */
export async function goOfBase(
  headGo: Toolchain,
  { request, tree, head, asked }: GoRequest,
  ports: Ports,
): Promise<BaseGo> {
  const same = { toolchain: headGo, steps: [], changes: [] };
  const { workingDirectory } = request.where;
  const quiet = { ...ports, log: { ...ports.log, info: () => undefined, warning: () => undefined } };
  // The files of the workspace are the head's.
  const inTree = { ...quiet, env: { ...ports.env, GITHUB_WORKSPACE: tree } };
  const [{ findWantedGo }, { install }] = await Promise.all([
    import("../install/find-wanted-go.ts"),
    import("../install/install.ts"),
  ]);
  try {
    const [before, now] = await Promise.all([
      findWantedGo({ ...request.go, workingDirectory }, inTree),
      findWantedGo({ ...asked, workingDirectory: head }, quiet),
    ]);
    const requirements = [before, now].map(({ constraint, fallbacks }) => JSON.stringify([constraint, fallbacks]));
    if (requirements[0] === requirements[1]) return same;
    const found = await install({ ...request.go, workingDirectory }, inTree);
    if (found.version === headGo.version) return same;
    const { GITHUB_WORKSPACE: _, ...env } = found.env;
    const { GITHUB_WORKSPACE: workspace } = headGo.env;
    const toolchain = { ...found, env: workspace === undefined ? env : { ...env, GITHUB_WORKSPACE: workspace } };
    const [file = null, line] = (now.from ?? "").split(/:(?=\d+$)/);
    const place = line === undefined ? { file: null, line: null } : { file, line: Number(line) };
    return {
      toolchain,
      steps: [`the base is built with Go ${toolchain.version}, which it asks for; this is Go ${headGo.version}`],
      changes: [{ name: "go-version", before: toolchain.version, after: headGo.version, ...place }],
    };
  } catch (thrown) {
    if (thrown instanceof Interrupted) throw thrown;
    const why = toError(thrown).message;
    return { ...same, steps: [`the base is built with this run's Go, because its own is unavailable: ${why}`] };
  }
}

import type * as Yaml from "yaml";
import { inputNames } from "./inputs.ts";

/** Text with its line in its file; `raw` has the expressions that are in it. */
export type Located = { readonly raw: string; readonly line: number };

export type Values = ReadonlyMap<string, Located>;

/** A step of a job or of a composite action. */
export type RawStep = {
  readonly id: string | null;
  readonly name: string | null;
  readonly uses: string | null;
  readonly run: string | null;
  readonly with: Values;
  readonly env: Values;
  /** `continue-on-error`, as it stands there; empty without it. */
  readonly lenient: string;
  /** `if`, as it stands there. */
  readonly condition: Located | null;
  readonly line: number;
};

export type RawJob = {
  readonly id: string;
  /** Another workflow that it calls. */
  readonly uses: string | null;
  readonly with: Values;
  readonly env: Values;
  readonly lenient: string;
  readonly condition: Located | null;
  /** Jobs of the file without which it is skipped. */
  readonly needs: readonly string[];
  readonly runsOn: string;
  /** `strategy.matrix`, by its keys: lists as lists of texts, all else as JSON. */
  readonly matrix: ReadonlyMap<string, readonly string[] | string>;
  readonly steps: readonly RawStep[];
};

/** The events that start a workflow, with the lists of each: `branches`, `paths-ignore`, `types` … */
export type Triggers = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** A workflow, or an action of the repository (its steps are those of one job without a name). */
export type WorkflowFile = {
  readonly triggers: Triggers;
  readonly env: Values;
  /** Defaults of the inputs that a caller gives. */
  readonly defaults: Values;
  readonly jobs: readonly RawJob[];
  /** The name of an action, when it is one. */
  readonly actionName: string | null;
  readonly isComposite: boolean;
};

type Node = Yaml.Node | null | undefined;
type Reader = { readonly yaml: typeof Yaml; readonly document: Yaml.Document.Parsed; readonly lines: Yaml.LineCounter };

/** Reads a workflow or an action.yml as GitHub does, as far as it says how this action is used. null: it is not YAML of that kind. */
export async function parseWorkflow(text: string): Promise<WorkflowFile | null> {
  const yaml = await import("yaml");
  const lines = new yaml.LineCounter();
  try {
    const document = yaml.parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      logLevel: "silent",
      merge: true,
    });
    if (document.errors.length > 0 || !yaml.isMap(document.contents)) return null;
    return readDocument({ yaml, document, lines });
  } catch {
    // Aliases without an end.
    return null;
  }
}

function readDocument(reader: Reader): WorkflowFile {
  const root = reader.document.contents;
  const on = child(root, "on", reader) ?? child(root, "true", reader);
  const called = child(child(on, "workflow_call", reader), "inputs", reader);
  const runs = child(root, "runs", reader);
  const isAction = runs !== undefined;
  return {
    triggers: triggersOf(on, reader),
    env: valuesOf(child(root, "env", reader), reader),
    defaults: defaultsOf(isAction ? child(root, "inputs", reader) : called, reader),
    jobs: isAction
      ? [{ ...jobOfAction, steps: stepsOf(child(runs, "steps", reader), reader) }]
      : entries(child(root, "jobs", reader), reader).map(([id, job]) => readJob(id, job, reader)),
    actionName: isAction ? textOf(child(root, "name", reader), reader) : null,
    isComposite: isAction && textOf(child(runs, "using", reader), reader) === "composite",
  };
}

const jobOfAction: Omit<RawJob, "steps"> = {
  id: "",
  uses: null,
  with: new Map(),
  env: new Map(),
  lenient: "",
  condition: null,
  needs: [],
  runsOn: "",
  matrix: new Map(),
};

/** `on` is one event, a list of them, or a map with more of each. */
function triggersOf(on: Node, reader: Reader): Triggers {
  if (!reader.yaml.isMap(on)) return new Map(textsOf(on, reader).map((event) => [event, new Map()] as const));
  return new Map(
    entries(on, reader).map(([event, filters]) => {
      const lists = entries(filters, reader).map(([name, list]) => [name, textsOf(list, reader)] as const);
      return [event, new Map(lists)] as const;
    }),
  );
}

/** Of one text or a list of them. */
function textsOf(node: Node, reader: Reader): readonly string[] {
  const items = reader.yaml.isSeq(node) ? node.items.map((item) => resolveNode(item as Node, reader)) : [node];
  return items.flatMap((item) => textOf(item, reader) ?? []);
}

function locatedOf(node: Node, name: string, reader: Reader): Located | null {
  const [, value, line] = entries(node, reader).findLast(([key]) => key === name) ?? [];
  const raw = textOf(value, reader);
  return raw === null || line === undefined ? null : { raw, line };
}

function readJob(id: string, job: Node, reader: Reader): RawJob {
  const matrix = child(child(job, "strategy", reader), "matrix", reader);
  return {
    id,
    uses: textOf(child(job, "uses", reader), reader),
    with: valuesOf(child(job, "with", reader), reader),
    env: valuesOf(child(job, "env", reader), reader),
    lenient: textOf(child(job, "continue-on-error", reader), reader) ?? "",
    condition: locatedOf(job, "if", reader),
    needs: textsOf(child(job, "needs", reader), reader),
    runsOn: textsOf(child(job, "runs-on", reader), reader).join(" "),
    matrix: new Map(
      reader.yaml.isMap(matrix)
        ? entries(matrix, reader).map(([key, value]) => [key, listOf(value, reader)] as const)
        : [["", textOf(matrix, reader) ?? ""] as const],
    ),
    steps: stepsOf(child(job, "steps", reader), reader),
  };
}

function listOf(node: Node, reader: Reader): readonly string[] | string {
  const { yaml } = reader;
  const items = yaml.isSeq(node) ? node.items.map((item) => resolveNode(item as Node, reader)) : [];
  return yaml.isSeq(node) && items.every((item) => yaml.isScalar(item))
    ? items.map((item) => textOf(item, reader) ?? "")
    : JSON.stringify(node?.toJS(reader.document) ?? null);
}

function stepsOf(node: Node, reader: Reader): RawStep[] {
  if (!reader.yaml.isSeq(node)) return [];
  return node.items.map((item) => {
    const step = resolveNode(item as Node, reader);
    const get = (name: string): string | null => textOf(child(step, name, reader), reader);
    return {
      id: get("id"),
      name: get("name"),
      uses: get("uses"),
      run: get("run"),
      with: valuesOf(child(step, "with", reader), reader),
      env: valuesOf(child(step, "env", reader), reader),
      lenient: get("continue-on-error") ?? "",
      condition: locatedOf(step, "if", reader),
      line: lineOf(step, reader),
    };
  });
}

function valuesOf(node: Node, reader: Reader): Values {
  return new Map(
    entries(node, reader).flatMap(([name, value, line]) => {
      const raw = textOf(value, reader);
      return raw === null ? [] : [[normalName(name), { raw, line }] as const];
    }),
  );
}

/** Inputs are found whatever the case of their letters. */
function normalName(name: string): string {
  return inputNames.find((each) => each === name.toLowerCase()) ?? name;
}

function defaultsOf(node: Node, reader: Reader): Values {
  return new Map(
    entries(node, reader).flatMap(([name, value, line]) => {
      const raw = textOf(child(value, "default", reader), reader);
      return raw === null ? [] : [[normalName(name), { raw, line }] as const];
    }),
  );
}

function entries(node: Node, reader: Reader): (readonly [string, Node, number])[] {
  if (!reader.yaml.isMap(node)) return [];
  return node.items.map(({ key, value }) => {
    return [
      String(reader.yaml.isScalar(key) ? key.value : key),
      resolveNode(value as Node, reader),
      lineOf(key as Node, reader),
    ];
  });
}

function child(node: Node, name: string, reader: Reader): Node {
  return entries(node, reader).findLast(([key]) => key === name)?.[1];
}

function resolveNode(node: Node, { yaml, document }: Reader): Node {
  return yaml.isAlias(node) ? node.resolve(document) : node;
}

/** As GitHub hands it over: numbers and truth values as JavaScript writes them. null for what is not there, a list or a map. */
function textOf(node: Node, { yaml }: Reader): string | null {
  if (!yaml.isScalar(node)) return null;
  const { value } = node;
  return typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
}

function lineOf(node: Node, { lines }: Reader): number {
  return Math.max(lines.linePos(node?.range?.[0] ?? 0).line, 1);
}

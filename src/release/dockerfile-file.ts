import { DockerfileParser, type Instruction } from "dockerfile-ast";
import { joinLines, plainText, type ShellText } from "./shell-text.ts";

export type DockerInstruction = {
  /** In capitals. */
  readonly keyword: string;
  readonly line: number;
  readonly flags: readonly { readonly name: string; readonly value: string }[];
  /** What stands behind the flags; with here-documents as it is, else with its lines joined. */
  readonly words: ShellText;
  /** The exec form; null: it is not one. */
  readonly list: readonly string[] | null;
  /** The script of `RUN <<EOF`, and what stands behind the name: the program that reads it. */
  readonly script: { readonly text: ShellText; readonly reader: string } | null;
};

export type DockerStage = {
  readonly name: string | null;
  readonly line: number;
  /** The image or stage as it is written. */
  readonly image: string;
  /** `--platform`, as it is written. */
  readonly platform: string | null;
  readonly instructions: readonly DockerInstruction[];
};

export type Dockerfile = {
  /** ARG before the first FROM. */
  readonly globals: readonly DockerInstruction[];
  readonly stages: readonly DockerStage[];
};

/** Reads the instructions of a Dockerfile, stage by stage. null: the parser cannot. Throws nothing. */
export function parseDockerfile(text: string): Dockerfile | null {
  try {
    return readStages(text);
  } catch {
    return null;
  }
}

function readStages(text: string): Dockerfile {
  const file = DockerfileParser.parse(text);
  const escape = file.getEscapeCharacter();
  const lines = lineStarts(text);
  const globals: DockerInstruction[] = [];
  const stages: { head: DockerStage; instructions: DockerInstruction[] }[] = [];
  for (const each of file.getInstructions()) {
    const instruction = readInstruction(each, { text, lines, escape });
    const stage = stages.at(-1);
    if (instruction.keyword === "FROM") stages.push({ head: stageOf(instruction), instructions: [] });
    else if (stage === undefined) globals.push(instruction);
    else stage.instructions.push(instruction);
  }
  return { globals, stages: stages.map(({ head, instructions }) => ({ ...head, instructions })) };
}

function stageOf({ words, flags, line }: DockerInstruction): DockerStage {
  const [image = "", as = "", name = ""] = words.text.trim().split(/\s+/);
  const platform = flags.find((flag) => flag.name === "platform")?.value ?? null;
  return { image, name: as.toLowerCase() === "as" ? name : null, platform, line, instructions: [] };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

type Source = { readonly text: string; readonly lines: readonly number[]; readonly escape: string };
type Position = { readonly line: number; readonly character: number };

function readInstruction(each: Instruction, source: Source): DockerInstruction {
  const { end } = each.getRange();
  const range = each.getArgumentsRange();
  const start = range?.start ?? end;
  const offset = ({ line, character }: Position): number => (source.lines[line] ?? source.text.length) + character;
  const raw = range === null ? "" : source.text.slice(offset(start), offset(end));
  const first = start.line + 1;
  const keyword = each.getKeyword().toUpperCase();
  const script = keyword === "RUN" ? scriptOf(raw, first) : null;
  const hasDocuments = /<<-?\s*["']?\w/.test(raw) && raw.includes("\n") && !/<<-?\s*["']?\w[^\n]*\\\s*\n/.test(raw);
  const words = hasDocuments ? plainText(raw, first) : joinLines(raw, first, source.escape);
  return {
    keyword,
    line: each.getRange().start.line + 1,
    flags: flagsOf(each),
    words,
    script,
    list: listOf(words.text),
  };
}

type Flagged = {
  readonly getFlags: () => { readonly getName: () => string; readonly getValue: () => string | null }[];
};

function flagsOf(each: Instruction): DockerInstruction["flags"] {
  if (!hasFlags(each)) return [];
  return each.getFlags().map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? "" }));
}

function hasFlags(each: Instruction | (Instruction & Flagged)): each is Instruction & Flagged {
  return "getFlags" in each;
}

/** The exec form is JSON; what is not JSON is a line for the shell, as docker has it. */
function listOf(text: string): readonly string[] | null {
  if (!text.trimStart().startsWith("[")) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : null;
  } catch {
    return null;
  }
}

function scriptOf(raw: string, line: number): DockerInstruction["script"] {
  const [, dash = "", , name = "", reader = "", body = ""] =
    /^<<(-?)(["']?)(\w+)\2[ \t]*([^\n]*)\n(.*)$/s.exec(raw) ?? [];
  if (name === "") return null;
  const lines = body.split("\n").map((each) => each.replace(/\r$/, ""));
  const end = lines.findIndex((each) => (dash === "-" ? each.replace(/^\t+/, "") : each) === name);
  const content = lines.slice(0, end < 0 ? lines.length : end);
  return { text: plainText(content.join("\n"), line + 1), reader: reader.trim() };
}

import type { RawStep, Values, Located } from "./workflow-file.ts";

/**
 * What a step hands on to later steps in so many words: lines for GITHUB_ENV in the forms that GitHub's documentation and its readers
 * have (echo, printf, a group, a here document, tee, PowerShell), and `go env -w`. What a program writes there is not known.
 */
export function writtenVariables({ run, line }: Pick<RawStep, "run" | "line">): Values {
  const script = run ?? "";
  const found = [...hereDocuments(script), ...groups(script), ...statementsOf(script).flatMap(assignmentsOf)];
  return new Map(found.map(([name, value]): [string, Located] => [name, { raw: knownText(value), line }]));
}

type Assignment = readonly [name: string, value: string];

/** What the shell makes of it is not known here. */
function knownText(value: string): string {
  return /[$`\\]/.test(value) && !value.includes("${{") ? "${{ unknown }}" : value;
}

const toFile = /(?:>>|\btee\b|Out-File|Add-Content)[^;&\n]*\$(?:GITHUB_ENV\b|\{GITHUB_ENV\}|env:GITHUB_ENV\b)/i;

function hereDocuments(script: string): Assignment[] {
  const documents = script.matchAll(/^([^\n]*)<<-?\s*(["']?)(\w+)\2([^\n]*)\n(.*?)\n[\t ]*\3[\t ]*$/gms);
  return [...documents].flatMap(([, before = "", , , behind = "", body = ""]) =>
    toFile.test(before + behind) ? body.split("\n").flatMap((text) => assignment(text.trim())) : [],
  );
}

function groups(script: string): Assignment[] {
  return [...script.matchAll(/\{\s([^{}]*)\}\s*([^\n]*)/g)].flatMap(([, body = "", behind = ""]) =>
    toFile.test(behind) ? statementsOf(body).flatMap((text) => echoed(text)) : [],
  );
}

/** Commands of a script, by line and by `;` and `&&`, but within quotes. */
function statementsOf(script: string): readonly string[] {
  return (script.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\$\{\{.*?\}\}|[^;&\n"']|(?<!&)&(?!&))+/g) ?? []).map((text) =>
    text.trim(),
  );
}

function assignmentsOf(statement: string): readonly Assignment[] {
  const [, words] = /^go\s+env\s+-w\s+(.*)$/s.exec(statement) ?? [];
  if (words !== undefined) {
    return (words.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).flatMap((word) => assignment(word));
  }
  return toFile.test(statement) ? echoed(statement.replace(/\s*(?:>>|\|).*$/s, "")) : [];
}

function echoed(statement: string): readonly Assignment[] {
  const [, printf, text = ""] = /^(?:(printf)|echo|Write-Output)?\s*(?:-[neE]+\s+)?(.*)$/is.exec(statement) ?? [];
  return assignment(text).map(([name, value]) => [name, printf === undefined ? value : value.replace(/\\n$/, "")]);
}

/** `NAME=VALUE`, with quotes around the whole or around the value. */
function assignment(text: string): readonly Assignment[] {
  const plain = /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
  const [, name, value = ""] = /^(\w+)=(.*)$/s.exec(plain) ?? [];
  return name === undefined ? [] : [[name, /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value]];
}

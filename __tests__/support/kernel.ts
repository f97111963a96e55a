import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Other bytes at a place of a file. */
export type Edit = { readonly offset: number; readonly bytes: Uint8Array };

/** The first word of what starter.c says of a file. */
export type Outcome = {
  readonly how: "refused" | "killed" | "lost" | "crashed" | "late" | "ran";
  /** Its whole answer, "refused 8". */
  readonly answer: string;
};

/** The C program that starts damaged files, compiled into a folder. */
export function compileStarter(folder: string): string {
  const starter = join(folder, "starter");
  execFileSync("gcc", ["-O1", "-Wall", "-Werror", "-o", starter, join(import.meta.dirname, "starter.c")]);
  return starter;
}

/** What the kernel does with a file, once for each list of edits. */
export function startEach(starter: string, path: string, damages: readonly (readonly Edit[])[]): readonly Outcome[] {
  const empty = mkdtempSync(join(tmpdir(), "starter-"));
  try {
    chmodSync(empty, 0o755);
    copyFileSync(path, join(empty, "app"));
    chmodSync(join(empty, "app"), 0o755);
    const input = damages.map((edits) => `${edits.map(lineOf).join(" ")}\n`).join("");
    const { status, stdout } = spawnSync(starter, [], { cwd: empty, input, encoding: "utf8", maxBuffer: 1 << 28 });
    const answers = stdout.split("\n").slice(0, -1);
    if (status !== 0 || answers.length !== damages.length) {
      throw new Error(`starter: ${answers.length} answers to ${damages.length} questions, status ${status ?? "none"}`);
    }
    return answers.map((answer) => ({ how: answer.split(" ")[0] as Outcome["how"], answer }));
  } finally {
    rmSync(empty, { recursive: true });
  }
}

function lineOf({ offset, bytes }: Edit): string {
  return `${offset}:${Buffer.from(bytes).toString("hex")}`;
}

/** The bytes as the starter will see them. */
export function damaged(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const copy = bytes.slice();
  for (const edit of edits) copy.set(edit.bytes, edit.offset);
  return copy;
}

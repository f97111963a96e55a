import { decodeText } from "../text/bytes.ts";

/** What the kernel reads of a file to find out what it is (BINPRM_BUF_SIZE). */
export const headSize = 256;

/** The first line of a script. */
export type Shebang = {
  readonly interpreter: string;
  /** All that stands behind it is one argument. */
  readonly argument: string | null;
};

/** The first bytes of a file → its interpreter line as Linux reads it (fs/binfmt_script.c); null where there is none that it follows. */
export function readShebang(head: Uint8Array): Shebang | null {
  if (head[0] !== 0x23 || head[1] !== 0x21) return null;
  const shown = head.subarray(2, headSize);
  const end = shown.findIndex((byte) => byte === 0x0a || byte === 0);
  const text = decodeText(end === -1 ? shown : shown.subarray(0, end)).replace(/^[ \t]+|[ \t]+$/g, "");
  const space = text.search(/[ \t]/);
  // A path that is cut off by the end of what the kernel reads is another path.
  if (text === "" || (end === -1 && space === -1 && shown.length >= headSize - 2)) return null;
  if (space === -1) return { interpreter: text, argument: null };
  return { interpreter: text.slice(0, space), argument: text.slice(space).replace(/^[ \t]+/, "") };
}

/** The program that `env` starts, and what it sets before; null for an `env` that names none or that has options which are not followed. */
export function commandOfEnv(
  words: readonly string[],
): { readonly words: readonly string[]; readonly path: string | null } | null {
  const rest = [...words];
  let path: string | null = null;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "-S" || word === "--split-string") rest.unshift(...splitWords(rest.shift() ?? ""));
    else if (word.startsWith("-S")) rest.unshift(...splitWords(word.slice(2)));
    else if (word.startsWith("--split-string=")) rest.unshift(...splitWords(word.slice("--split-string=".length)));
    else if (word === "-i" || word === "-" || word === "--ignore-environment") path = "";
    else if (word === "--") return rest.length === 0 ? null : { words: rest, path };
    else if (word.startsWith("-")) return null;
    else if (word.startsWith("PATH=")) path = word.slice("PATH=".length);
    else if (!word.includes("=")) return { words: [word, ...rest], path };
  }
  return null;
}

/** `-S` with quotes or variables is not followed: what env starts then cannot be told by the words alone. */
function splitWords(text: string): readonly string[] {
  return /["'$\\]/.test(text) ? ["--?"] : text.split(/[ \t]+/).filter((word) => word !== "");
}

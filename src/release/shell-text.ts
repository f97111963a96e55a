/** Shell text taken out of a file, and where it stands there. */
export type ShellText = {
  readonly text: string;
  /** The line of the file, from 1, of a position in `text`. */
  readonly lineAt: (position: number) => number;
};

/** Text as it stands in a file, beginning on `line`. */
export function plainText(text: string, line: number): ShellText {
  return indexed([{ text, line }]);
}

/**
 * The words of an instruction of a Dockerfile: lines that end with the escape character are joined, and lines of comment between them
 * left out, as docker does before a shell sees anything.
 */
export function joinLines(text: string, line: number, escape: string): ShellText {
  const parts: { text: string; line: number }[] = [];
  let mayBeComment = false;
  for (const [at, whole] of text.split("\n").entries()) {
    const content = whole.replace(/\r$/, "");
    if (mayBeComment && /^\s*(?:#|$)/.test(content)) continue;
    const bare = content.trimEnd();
    mayBeComment = bare.endsWith(escape);
    parts.push({ text: mayBeComment ? bare.slice(0, -escape.length) : content, line: line + at });
  }
  return indexed(parts);
}

function indexed(parts: readonly { readonly text: string; readonly line: number }[]): ShellText {
  const starts: { readonly position: number; readonly line: number }[] = [];
  let length = 0;
  for (const part of parts) {
    for (const [at, each] of part.text.split("\n").entries()) {
      if (at > 0) length++;
      starts.push({ position: length, line: part.line + at });
      length += each.length;
    }
  }
  return {
    text: parts.map(({ text }) => text).join(""),
    lineAt: (position) => starts.findLast((start) => start.position <= position)?.line ?? parts[0]?.line ?? 1,
  };
}

/**
 * The globs of the policy: `?` is one character and `*` any number of them, but no slash; `**`, and Go's `...`, are any text.
 * `a/...` is `a` as well, as it is for the go command. Made by hand, because a regular expression of many stars can take for ever.
 */

type Token = { readonly kind: "text" | "one" | "star" | "any" | "below"; readonly text: string };

const tokenPattern = /\/(?:\*{2,}|\.{3})$|\*{2,}|\.{3}|\*|\?|[^*?.]|\./gs;

/** Whether the whole text is what the pattern stands for. */
export function matchesGlob(pattern: string, text: string): boolean {
  const tokens = [...pattern.matchAll(tokenPattern)].map(([word]) => tokenOf(word));
  // reached[at]: the tokens so far can stand for the first `at` characters.
  let reached: boolean[] = Array.from({ length: text.length + 1 }, (_, at) => at === 0);
  for (const token of tokens) reached = step(reached, token, text);
  return reached[text.length] ?? false;
}

function tokenOf(word: string): Token {
  if (word.length > 1 && word.startsWith("/")) return { kind: "below", text: word };
  if (word === "*") return { kind: "star", text: word };
  if (word === "?") return { kind: "one", text: word };
  return { kind: word.length > 1 ? "any" : "text", text: word };
}

type Moment = {
  /** What came before this token can end here, or one character earlier. */
  readonly here: boolean;
  readonly before: boolean;
  /** This token can end one character earlier. */
  readonly grown: boolean;
  /** The character before this place. */
  readonly char: string;
  readonly isEnd: boolean;
};

const ends: Readonly<Record<Token["kind"], (moment: Moment, wanted: string) => boolean>> = {
  text: ({ before, char }, wanted) => before && char === wanted,
  one: ({ before, char }) => before && char !== "/",
  star: ({ here, grown, char }) => here || (grown && char !== "/"),
  any: ({ here, grown }) => here || grown,
  // Nothing, or a slash and what is behind it.
  below: ({ here, before, grown, char, isEnd }) => (here && isEnd) || (before && char === "/") || grown,
};

function step(reached: readonly boolean[], { kind, text: wanted }: Token, text: string): boolean[] {
  const next: boolean[] = [];
  for (const [at, here] of reached.entries()) {
    const before = reached[at - 1] ?? false;
    const grown = next[at - 1] ?? false;
    next.push(ends[kind]({ here, before, grown, char: text.charAt(at - 1), isEnd: at === text.length }, wanted));
  }
  return next;
}

/** Whether the pattern stands for the text, or for the end of it behind some slash: `cmd/gui` for `example.com/app/cmd/gui`. */
export function matchesEnd(pattern: string, text: string): boolean {
  return [0, ...slashes(text).map((at) => at + 1)].some((at) => matchesGlob(pattern, text.slice(at)));
}

/** Whether the pattern stands for the text, or for the beginning of it before some slash: `linux` for `linux/arm/v7`. */
export function matchesBeginning(pattern: string, text: string): boolean {
  return [...slashes(text), text.length].some((at) => matchesGlob(pattern, text.slice(0, at)));
}

function slashes(text: string): number[] {
  return [...text.matchAll(/\//g)].map(({ index }) => index);
}

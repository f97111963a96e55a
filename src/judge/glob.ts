/**
 * The globs of the policy: `?` is one character and `*` any number of them, but no slash; `**`, and Go's `...`, are any text.
 * `a/...` is `a` as well, as it is for the go command. Made by hand, because a regular expression of many stars can take for ever.
 */

const tokenPattern = /\*{2,}|\.{3}|[^]/g;

/** `/...` at the end: nothing, or a slash and what is behind it. */
const belowPattern = /\/(?:\*{2,}|\.{3})$/;

/** Whether the whole text is what the pattern stands for. */
export function matchesGlob(pattern: string, text: string): boolean {
  const above = pattern.replace(belowPattern, "");
  const tokens = above.match(tokenPattern) ?? [];
  const ends = above === pattern ? [text.length] : [...slashes(text), text.length];
  return ends.some((end) => matchesTokens(tokens, text.slice(0, end)));
}

/** What follows a star, and where in the text that is tried. */
type Retry = { readonly token: number; readonly at: number };

/** Each star takes as little as it can, and one character more when what follows does not fit: first the last `*`, then the last `**`. */
function matchesTokens(tokens: readonly string[], text: string): boolean {
  let place: Retry = { token: 0, at: 0 };
  let star: Retry | null = null;
  let any: Retry | null = null;
  while (place.at < text.length || place.token < tokens.length) {
    const word: string = tokens[place.token] ?? "";
    const next: Retry = { ...place, token: place.token + 1 };
    if (word === "*") star = place = next;
    else if (word.length > 1) [star, any, place] = [null, next, next];
    else if (fits(word, text[place.at])) place = advanced(next);
    else if (star !== null && fits("?", text[star.at])) star = place = advanced(star);
    else if (any !== null && any.at < text.length) [star, any, place] = [null, advanced(any), advanced(any)];
    else return false;
  }
  return true;
}

function fits(word: string, char: string | undefined): boolean {
  return char !== undefined && (word === char || (word === "?" && char !== "/"));
}

function advanced({ token, at }: Retry): Retry {
  return { token, at: at + 1 };
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

/** What stands in a text and cannot be evaluated. `why` is a part of a sentence: "is the output of git". */
export type Hole = {
  readonly text: string;
  readonly why: string;
  /** The line of the file, from 1. */
  readonly line: number;
  /** A build argument without a default, or a value made of one: it may be empty, and the caller may set it. */
  readonly isOptional?: boolean;
};

/** The holes of one file. A hole is one character of a text, so that text can be split and joined around it. */
export type Holes = {
  /** The character that stands for it. */
  readonly add: (hole: Hole) => string;
  /** The first hole of a text. */
  readonly first: (text: string) => Hole | undefined;
};

// The private planes of Unicode: no file that people write has them, and one that does is refused.
const base = 0xf0000;
const limit = 0xfffd;
const character = /[\u{F0000}-\u{FFFFF}]/u;
const characters = /[\u{F0000}-\u{FFFFF}]/gu;

/** Whether a text has a hole, or a character that looks like one. */
export function hasHole(text: string): boolean {
  return character.test(text);
}

export function fillHoles(text: string, filling: string): string {
  return text.replaceAll(characters, filling);
}

/** A new and empty list of holes. Past 65,533 of them all have the number of the last. */
export function makeHoles(): Holes {
  const holes: Hole[] = [];
  return {
    add: (hole) => {
      if (holes.length < limit) holes.push(hole);
      return String.fromCodePoint(base + holes.length - 1);
    },
    first: (text) => {
      const [found] = character.exec(text) ?? [];
      return found === undefined ? undefined : holes[(found.codePointAt(0) ?? base) - base];
    },
  };
}

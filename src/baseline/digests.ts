import type { Files } from "../ports/types.ts";

/** Path -> what identifies the content of that file; every file is read once. */
export class Digests {
  readonly #files: Files;
  readonly #known = new Map<string, Promise<string>>();

  constructor(files: Files) {
    this.#files = files;
  }

  /** null where there is no such file. A file that cannot be read throws. */
  async of(path: string): Promise<string | null> {
    if ((await this.#files.kindOf(path)) !== "file") return null;
    const running = this.#known.get(path) ?? this.#files.sha256(path);
    this.#known.set(path, running);
    return running;
  }
}

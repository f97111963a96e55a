import { formatTime, printable } from "../text/text.ts";
import type { Ended, Log } from "./types.ts";

/** One piece of work that is going on. */
type Activity = { readonly title: string; readonly started: number };

type EndedActivity = {
  /** What became of which work, how long it took and why it went wrong. */
  readonly text: string;
  /** `3/12 `; empty where nobody knows how many there will be. */
  readonly count: string;
  readonly isTrouble: boolean;
};

/** How far a stage is: counted alike for the live lines of a terminal and for the plain lines of a log. */
export class Progress {
  readonly #running = new Map<symbol, Activity>();
  #stage = "";
  #started = performance.now();
  #total: number | undefined;
  #done = 0;
  #failed = 0;

  /** Begins a stage of so many pieces. */
  begin(stage: string, total: number | undefined): void {
    this.#stage = stage;
    this.#started = performance.now();
    this.#total = total;
    this.#done = 0;
    this.#failed = 0;
  }

  start(title: string): (outcome: string, ended: Ended | undefined) => EndedActivity {
    const key = Symbol(title);
    const started = performance.now();
    this.#running.set(key, { title, started });
    return (outcome, { pieces = 1, trouble } = {}) => {
      this.#running.delete(key);
      this.#done += pieces;
      if (trouble !== undefined) this.#failed += pieces;
      const why = trouble === undefined ? "" : `: ${trouble}`;
      return {
        text: `${outcome} ${title} in ${formatTime(performance.now() - started)}${why}`,
        count: this.#total === undefined ? "" : `${this.#done}/${this.#total} `,
        isTrouble: trouble !== undefined,
      };
    };
  }

  /** Oldest first. */
  get running(): readonly Activity[] {
    return [...this.#running.values()];
  }

  /** `Build: 3/12 done, 1 failed, 9 left, 4.2 s` */
  get headline(): string {
    const left = this.#total === undefined ? undefined : this.#total - this.#done;
    const done = this.#total === undefined ? `${this.#done} done` : `${this.#done}/${this.#total} done`;
    const parts = [
      ...(this.#total === undefined && this.#done === 0 ? [] : [done]),
      ...(this.#failed === 0 ? [] : [`${this.#failed} failed`]),
      ...(left === undefined ? [] : [`${left} left`]),
      formatTime(performance.now() - this.#started),
    ];
    return `${this.#stage === "" ? "" : `${this.#stage}: `}${parts.join(", ")}`;
  }
}

/** A line when work starts and one when it ends, with how much of all there is has been done. */
export function plainProgress(write: (line: string) => void): Pick<Log, "group" | "activity"> {
  const progress = new Progress();
  return {
    group: (stage, body, pieces) => {
      progress.begin(stage, pieces);
      return body();
    },
    activity: (title, verb) => {
      const end = progress.start(title);
      write(printable(`${verb} ${title}`));
      return (outcome, ended) => {
        const { count, text } = end(outcome, ended);
        write(printable(`${count}${text}`));
      };
    },
  };
}

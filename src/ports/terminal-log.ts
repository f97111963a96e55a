import pc from "picocolors";
import { cutMiddle } from "../text/columns.ts";
import { formatTime, logLine, printable } from "../text/text.ts";
import { openLiveArea, type Terminal } from "./live-area.ts";
import { plainProgress, Progress } from "./progress.ts";
import { type Screen, wantsColor, wantsLiveLines } from "./terminal-style.ts";
import type { Log } from "./types.ts";

type TerminalLog = Log & {
  /** Does something without the live lines on the screen: they would be drawn over a question. */
  readonly withoutLines: <T>(body: () => Promise<T>) => Promise<T>;
  /** Takes the live lines off the screen. */
  readonly close: () => void;
};

const spinner = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
const tickMs = 100;

/**
 * Progress on stderr, so that stdout holds nothing but the report. A terminal gets a live line for everything that is going on;
 * a pipe, a dumb terminal and a log in CI get a plain line when it starts and when it ends.
 */
export function makeTerminalLog(stream: Terminal & { readonly isTTY?: boolean }, env: Screen["env"]): TerminalLog {
  const screen = { env, isTTY: stream.isTTY === true };
  return wantsLiveLines(screen) ? liveLog(stream, wantsColor(screen)) : plainLog(stream);
}

function plainLog(stream: Terminal): TerminalLog {
  const write = (text: string): void => {
    stream.write(`${logLine(text)}\n`);
  };
  return {
    ...plainProgress(write),
    info: write,
    warning: (text) => {
      write(`warning: ${text}`);
    },
    raw: () => undefined,
    withoutLines: (body) => body(),
    close: () => undefined,
  };
}

function liveLog(stream: Terminal, color: boolean): TerminalLog {
  const colors = pc.createColors(color);
  const progress = new Progress();
  let frame = 0;
  const area = openLiveArea(stream, ({ columns, rows }) => {
    const mark = spinner[frame % spinner.length] ?? "";
    const head = `${colors.cyan(mark)} ${colors.bold(cutMiddle(progress.headline, columns - 2))}`;
    const { running } = progress;
    // One row is the headline's, and one says what has no row.
    const shown = running.length < rows ? running : running.slice(0, Math.max(0, rows - 2));
    const lines = shown.map(({ title, started }) => {
      const time = `  ${formatTime(performance.now() - started)}`;
      return `  ${cutMiddle(title, columns - 2 - time.length)}${colors.dim(time)}`;
    });
    const more = running.length - shown.length;
    return [head, ...lines, ...(more > 0 && rows > 1 ? [cutMiddle(`  … and ${more} more`, columns)] : [])];
  });
  const timer = setInterval(() => {
    frame++;
    area.draw();
  }, tickMs);
  timer.unref();
  return {
    group: (stage, body, pieces) => {
      progress.begin(stage, pieces);
      return body();
    },
    info: (text) => {
      area.print(logLine(text));
    },
    warning: (text) => {
      area.print(`${colors.yellow("warning:")} ${logLine(text)}`);
    },
    raw: () => undefined,
    activity: (title) => {
      const end = progress.start(title);
      return (outcome, ended) => {
        const { text, isTrouble } = end(outcome, ended);
        if (isTrouble) area.print(`${colors.red("✗")} ${printable(text)}`);
      };
    },
    withoutLines: async (body) => {
      area.hide();
      try {
        return await body();
      } finally {
        area.show();
      }
    },
    close: () => {
      clearInterval(timer);
      area.close();
    },
  };
}

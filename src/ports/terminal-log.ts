import type { createLogUpdate } from "log-update";
import { formatTime, sanitize } from "../report/text.ts";
import type { Log } from "./types.ts";

export type TerminalLog = Log & { /** Takes the live lines off the screen. */ readonly close: () => void };

const spinner = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

/**
 * Progress on stderr, so that stdout holds nothing but the report. A terminal gets a live line for everything that is going on;
 * a pipe gets a plain line when it starts and when it ends.
 */
export function makeTerminalLog(stream: NodeJS.WriteStream): TerminalLog {
  return stream.isTTY ? liveLog(stream) : plainLog(stream);
}

function plainLog(stream: NodeJS.WriteStream): TerminalLog {
  const write = (text: string): void => {
    stream.write(`${sanitize(text)}\n`);
  };
  return {
    group: (_title, body) => body(),
    info: write,
    warning: (message) => {
      write(`warning: ${message}`);
    },
    raw: () => undefined,
    activity: (title) => {
      const started = performance.now();
      write(`building ${title}`);
      return (outcome) => {
        write(`${outcome} ${title} in ${formatTime(performance.now() - started)}`);
      };
    },
    close: () => undefined,
  };
}

function liveLog(stream: NodeJS.WriteStream): TerminalLog {
  // Loading it takes as long as judging a program of 100 MB, and what is done before the first tick draws nothing.
  let update: ReturnType<typeof createLogUpdate> | undefined;
  let isClosed = false;
  const running = new Map<symbol, { readonly title: string; readonly started: number }>();
  let stage = "";
  let done = 0;
  let frame = 0;
  const draw = (): void => {
    const mark = spinner[frame++ % spinner.length] ?? "";
    const now = performance.now();
    const lines = [...running.values()].map(({ title, started }) => `${mark} ${title}  ${formatTime(now - started)}`);
    const count = done > 0 ? `  (${done} done)` : "";
    update?.([...(running.size === 0 ? [`${mark} ${stage}`] : [`  ${stage}${count}`]), ...lines].join("\n"));
  };
  const start = async (): Promise<void> => {
    const logUpdate = await import("log-update");
    if (!isClosed) update ??= logUpdate.createLogUpdate(stream);
    draw();
  };
  const timer = setInterval(() => {
    if (update === undefined) void start();
    else draw();
  }, 100);
  timer.unref();
  const above = (text: string): void => {
    update?.clear();
    stream.write(`${sanitize(text)}\n`);
    draw();
  };
  return {
    group: async (title, body) => {
      stage = title;
      draw();
      return body();
    },
    info: above,
    warning: (message) => {
      above(`warning: ${message}`);
    },
    raw: () => undefined,
    activity: (title) => {
      const key = Symbol(title);
      running.set(key, { title: sanitize(title), started: performance.now() });
      draw();
      return () => {
        running.delete(key);
        done++;
        draw();
      };
    },
    close: () => {
      isClosed = true;
      clearInterval(timer);
      update?.clear();
      update?.done();
    },
  };
}

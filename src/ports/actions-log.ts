import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import { formatTime, sanitize } from "../report/text.ts";
import type { Log } from "./types.ts";

/** Progress in the log of a workflow run: stages are groups, and other programs' output cannot speak to the runner. */
export function makeActionsLog(): Log {
  return {
    group: (title, body) => core.group(title, body),
    info: (message) => {
      core.info(sanitize(message));
    },
    warning: (message) => {
      core.warning(sanitize(message));
    },
    raw: (text) => {
      const token = randomUUID();
      core.info(`::stop-commands::${token}\n${sanitize(text).trimEnd()}\n::${token}::`);
    },
    activity: (title) => {
      const started = performance.now();
      core.info(sanitize(`building ${title}`));
      return (outcome) => {
        core.info(sanitize(`${outcome} ${title} in ${formatTime(performance.now() - started)}`));
      };
    },
  };
}

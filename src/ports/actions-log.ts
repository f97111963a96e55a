import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import { logLine, sanitize } from "../text/text.ts";
import { plainProgress } from "./progress.ts";
import type { Log } from "./types.ts";

/** Progress in the log of a workflow run: stages are groups, and no text from outside can speak to the runner. */
export function makeActionsLog(): Log {
  const info = (message: string): void => {
    core.info(logLine(message));
  };
  const progress = plainProgress(info);
  return {
    ...progress,
    group: (title, body, pieces) => core.group(logLine(title), () => progress.group(title, body, pieces)),
    info,
    warning: (message) => {
      core.warning(logLine(message));
    },
    raw: (text) => {
      const token = randomUUID();
      // The page that shows a log takes ##[group] and the like from any line.
      const lines = sanitize(text).trimEnd().replaceAll("##[", "## [");
      core.info(`::stop-commands::${token}\n${lines}\n::${token}::`);
    },
  };
}

// Door 1, its second half: the post step of the action.
import { join } from "node:path";
import { toError } from "./errors.ts";
import { ownTickets, saveTickets } from "./ports/actions-cache.ts";
import { makeActionsLog } from "./ports/actions-log.ts";
import { listenForInterrupts } from "./ports/interrupt.ts";
import { parseFolders, removeOwn, stateNames } from "./ports/own-folders.ts";
import { getState } from "./ports/runner.ts";
import type { Log } from "./ports/types.ts";

/** The program that talks to the cache service; this file is in a folder beside it. */
const cacheWorker = join(import.meta.dirname, "../cache-worker.js");

/**
 * Saves the caches, and removes what main left: for this step, or because it was killed before it could tidy up. A file of its own, for
 * a variable that decides which half runs could be set by the workflow, and would pass a step that has judged nothing.
 */
export async function post(): Promise<number> {
  const log = makeActionsLog();
  const interruption = listenForInterrupts();
  try {
    await saveCaches(interruption.signal, log);
  } finally {
    await removeLeftovers(log);
    interruption.reraise();
  }
  return 0;
}

/** A cache that cannot be saved is no failure of the job. */
async function saveCaches(signal: AbortSignal, log: Log): Promise<void> {
  try {
    const tickets = ownTickets(getState(stateNames.tickets), parseFolders(getState(stateNames.folders)));
    for (const sentence of await saveTickets(tickets, { worker: cacheWorker, signal })) log.info(sentence);
  } catch (thrown) {
    log.info(`the caches were not saved: ${toError(thrown).message}`);
  }
}

async function removeLeftovers(log: Log): Promise<void> {
  for (const folder of parseFolders(getState(stateNames.folders))) {
    const why = await removeOwn(folder);
    if (why !== null) log.info(`${folder.path} is left: ${why}`);
  }
}

import { s as toError } from "./errors.js";
import { o as getState } from "./core.js";
import { f as parseFolders, l as ownTickets, m as stateNames, p as removeOwn, s as makeActionsLog, u as saveTickets } from "./runner.js";
import { t as listenForInterrupts } from "./interrupt.js";
import { join } from "node:path";

// src/post.ts
/** The program that talks to the cache service; this file is in a folder beside it. */
const cacheWorker = join(import.meta.dirname, "../cache-worker.js");
/**
* Saves the caches, and removes what main left: for this step, or because it was killed before it could tidy up. A file of its own, for
* a variable that decides which half runs could be set by the workflow, and would pass a step that has judged nothing.
*/
async function post() {
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
async function saveCaches(signal, log) {
	try {
		const tickets = ownTickets(getState(stateNames.tickets), parseFolders(getState(stateNames.folders)));
		for (const sentence of await saveTickets(tickets, {
			worker: cacheWorker,
			signal
		})) log.info(sentence);
	} catch (thrown) {
		log.info(`the caches were not saved: ${toError(thrown).message}`);
	}
}
async function removeLeftovers(log) {
	for (const folder of parseFolders(getState(stateNames.folders))) {
		const why = await removeOwn(folder);
		if (why !== null) log.info(`${folder.path} is left: ${why}`);
	}
}

export { post };
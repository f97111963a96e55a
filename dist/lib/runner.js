import { n as Interrupted, r as MachineFault, s as toError } from "./errors.js";
import { t as describeMachineTrouble } from "./trouble.js";
import { i as logLine, s as sanitize } from "./text.js";
import { c as info, d as setOutput, n as core_exports, p as warning, s as group, t as addPath$1, u as saveState$1 } from "./core.js";
import { E as string, _ as picklist, m as object, p as number, t as array, w as safeParse } from "./dist3.js";
import { n as makeWork } from "./work.js";
import { r as plainProgress } from "./interrupt.js";
import { randomUUID } from "node:crypto";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { accessSync, constants, copyFileSync, existsSync, linkSync, lstatSync, lutimesSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { appendFile, mkdir, mkdtemp, rename, rm } from "node:fs/promises";

// src/ports/own-folders.ts
/** What the main step leaves for the post step, which believes none of it that the file system does not prove. */
const stateNames = {
	/** The folders to remove, should main not live to do it. */
	folders: "temp-dirs",
	/** Set when main came to its end: the parts of Go's caches to save. */
	tickets: "cache"
};
const OwnFolder = object({
	path: string(),
	/** What the file system knew of it when it was made: device, inode and time of birth in ms. */
	device: number(),
	inode: number(),
	bornMs: number()
});
/** The name that mkdtemp makes of `go-linkage-` and `.go-linkage-`. */
const ownName = /^\.?go-linkage-[A-Za-z0-9]{6}$/;
/** Of a folder that this run has just made. */
function ownFolder(path) {
	const { dev, ino, birthtimeMs } = lstatSync(path);
	return {
		path: resolve(path),
		device: dev,
		inode: ino,
		bornMs: birthtimeMs
	};
}
/** What an earlier step has left; nothing where that is not what it writes. */
function parseFolders(state) {
	return parseState(array(OwnFolder), state) ?? [];
}
/** A state of an earlier step, null where it does not have that form: it is text that others may have written. */
function parseState(schema, state) {
	try {
		const result = safeParse(schema, JSON.parse(state));
		return result.success ? result.output : null;
	} catch {
		return null;
	}
}
/**
* Why a path is not the folder that was made, as the end of a sentence: it has such a name, is no link, and the file system says that
* it is the same by device, inode and time of birth, which no text can make up and no build can copy, as it could a mark in a file. null
* where it is, `gone` where nothing is there. Throws what the file system throws.
*/
function findStranger({ path, device, inode, bornMs }) {
	if (!isAbsolute(path) || resolve(path) !== path || !ownName.test(basename(path))) return "go-linkage makes no such folder";
	const stats = lstatSync(path, { throwIfNoEntry: false });
	if (stats === void 0) return gone;
	if (!stats.isDirectory()) return "it is not a folder";
	return stats.dev === device && stats.ino === inode && stats.birthtimeMs === bornMs ? null : "it is another folder now";
}
const gone = "it is gone";
/** Removes a folder if it is the one that was made. Returns why it is left, or null. */
async function removeOwn(folder) {
	try {
		const why = findStranger(folder);
		if (why === null) await rm(folder.path, {
			recursive: true,
			force: true,
			maxRetries: 5,
			retryDelay: 200
		});
		return why === "it is gone" ? null : why;
	} catch (thrown) {
		return toError(thrown).message;
	}
}

// src/ports/actions-cache.ts
/** FolderCache on GitHub's Actions cache. @actions/cache itself runs in cache-worker.ts. */
const CacheTicket = object({
	name: picklist(["build", "modules"]),
	key: string(),
	/** It holds the folder `name`. */
	parent: string()
});
/** Time in ms for one restore; GO_LINKAGE_CACHE_SECONDS sets another. A save gets twice as much. */
const restoreDeadline = 6e4;
/** Older than the hour after which Go renews the time of a file that it uses, and younger than the five days after which it deletes it. */
const staleAge = 72e5;
function makeActionsCache(options) {
	const tickets = [];
	const staleTime = Math.floor((Date.now() - staleAge) / 1e3) * 1e3;
	return {
		tickets,
		time: () => Date.now(),
		staleTime,
		list: (folder, limit) => Promise.resolve(listBelow(folder, limit)),
		fetch: (entry) => fetchFolder(entry, staleTime, options),
		keep: async (entry, files) => {
			try {
				tickets.push(await setAside(entry, files, options));
				return null;
			} catch (thrown) {
				return toError(thrown).message;
			}
		}
	};
}
async function fetchFolder(entry, staleTime, options) {
	const noEntry = {
		matchedKey: null,
		files: [],
		archiveBytes: null
	};
	let parent;
	try {
		parent = await makeParent(entry, options);
		const { name, key, restoreKeys } = entry;
		const result = await runWorker({
			kind: "restore",
			name,
			key,
			restoreKeys
		}, parent, options);
		const matchedKey = result.answer.kind === "restored" ? result.answer.matchedKey : null;
		if (matchedKey === null) return {
			...noEntry,
			trouble: result.trouble,
			answers: result.answers
		};
		const fresh = join(parent, name);
		removeHashes(fresh);
		const files = listBelow(fresh);
		const seconds = staleTime / 1e3;
		for (const { path } of files) lutimesSync(join(fresh, path), seconds, seconds);
		await mkdir(dirname(entry.folder), { recursive: true });
		const old = join(parent, "old");
		await rename(entry.folder, old).catch(() => void 0);
		await rename(fresh, entry.folder);
		addMissing(old, entry.folder);
		return {
			matchedKey,
			files: files.filter(({ isFolder }) => !isFolder),
			archiveBytes: result.archiveBytes,
			trouble: null,
			answers: true
		};
	} catch (thrown) {
		if (options.signal.aborted) throw new Interrupted("interrupted");
		return {
			...noEntry,
			trouble: toError(thrown).message,
			answers: true
		};
	} finally {
		if (parent !== void 0) await remove(parent);
	}
}
/**
* The go command compares go.sum with the hash that it noted beside a module's archive, and reads the archive itself only where there is
* no such note (DownloadZip in cmd/go/internal/modfetch/fetch.go). An archive from the cache has to be read.
*/
function removeHashes(folder) {
	for (const { path } of listBelow(folder)) if (path.endsWith(".ziphash")) rmSync(join(folder, path));
}
/** Links instead of copies: whatever later steps do to the cache, this is what the run used. */
async function setAside(entry, files, options) {
	const parent = await makeParent(entry, options);
	const target = join(parent, entry.name);
	mkdirSync(target);
	for (const folder of new Set(files.map(({ path }) => dirname(path)))) mkdirSync(join(target, folder), { recursive: true });
	for (const { path } of files) linkOrCopy(join(entry.folder, path), join(target, path));
	return {
		name: entry.name,
		key: entry.key,
		parent
	};
}
function linkOrCopy(from, to) {
	try {
		linkSync(from, to);
	} catch {
		copyFileSync(from, to);
	}
}
/** What was there already stays, but where the entry has the same. */
function addMissing(from, to) {
	for (const { path, isFolder } of listBelow(from)) {
		if (existsSync(join(to, path))) continue;
		if (isFolder) mkdirSync(join(to, path));
		else linkOrCopy(join(from, path), join(to, path));
	}
}
async function makeParent({ beside }, { onTempDir }) {
	await mkdir(beside, { recursive: true });
	const parent = await mkdtemp(join(beside, ".go-linkage-"));
	onTempDir(parent);
	return parent;
}
/** The tickets of a state whose folders the run has made: another one would put any folder of the machine into the cache. */
function ownTickets(state, folders) {
	const isOwn = ({ parent }) => folders.some((folder) => folder.path === parent && findStranger(folder) === null);
	return (parseState(array(CacheTicket), state) ?? []).filter(isOwn);
}
/** Saves what has been set aside. Returns a sentence about each; nothing is thrown but Interrupted. */
function saveTickets(tickets, options) {
	const save = async ({ name, key, parent }) => {
		const started = performance.now();
		try {
			const { answer, trouble, archiveBytes } = await runWorker({
				kind: "save",
				name,
				key,
				restoreKeys: []
			}, parent, options);
			const seconds = ((performance.now() - started) / 1e3).toFixed(1);
			if (answer.kind === "saved") return `${name}: saved ${archiveBytes ?? "?"} bytes in ${seconds} s as ${key}`;
			if (answer.kind === "exists") return `${name}: not saved: another job has saved ${key}`;
			return `${name}: not saved after ${seconds} s: ${trouble ?? "the service did not take it"}`;
		} catch (thrown) {
			if (options.signal.aborted) throw new Interrupted("interrupted");
			return `${name}: not saved: ${toError(thrown).message}`;
		}
	};
	return Promise.all(tickets.map(save));
}
/** Starts the worker in a folder, and ends it and what it started at its deadline. */
async function runWorker(task, parent, { worker, signal }) {
	const seconds = Number(process.env.GO_LINKAGE_CACHE_SECONDS);
	const ms = (seconds > 0 ? seconds * 1e3 : restoreDeadline) * (task.kind === "save" ? 2 : 1);
	const deadline = AbortSignal.timeout(ms);
	const inherited = Object.entries(process.env).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]);
	const env = {
		...Object.fromEntries(inherited),
		GITHUB_WORKSPACE: parent,
		RUNNER_TEMP: parent
	};
	try {
		const { stdout, stderr } = await makeWork(AbortSignal.any([signal, deadline]))(process.execPath, [worker, JSON.stringify(task)], {
			cwd: parent,
			env
		});
		return parseWorkerOutput(stdout, stderr);
	} catch (thrown) {
		if (!deadline.aborted || signal.aborted) throw thrown;
		const trouble = `it took longer than ${ms / 1e3} s`;
		return {
			answer: {
				kind: "failed",
				message: trouble
			},
			trouble,
			answers: false,
			archiveBytes: null
		};
	}
}
/** The worker's answer is its last line; what went wrong stands before it in the words of @actions/cache. */
function parseWorkerOutput(stdout, stderr) {
	const lines = stdout.trimEnd().split("\n");
	let answer;
	try {
		answer = JSON.parse(lines.pop() ?? "");
	} catch {
		answer = {
			kind: "failed",
			message: stderr.trim().split("\n").at(-1) ?? "the cache's worker ended without an answer"
		};
	}
	const warning = lines.findLast((line) => /^(?:::(?:warning|error).*?::|Failed to save: |Cache (?:restore|save) skipped)/.test(line));
	const words = answer.kind === "failed" ? answer.message : warning?.replace(/^::.*?::/, "").split("%0A")[0];
	const isTar = /\btar\b.* failed with error/.test(words ?? "");
	const trouble = words?.replace(/\?\S*/g, "?…") ?? null;
	const size = /(?:Cache Size: .*\((\d+) B\)|File Size: (\d+))/.exec(stdout);
	return {
		answer,
		trouble: isTar && /busybox/i.test(stdout + stderr) ? "the tar of BusyBox cannot do it: install GNU tar" : trouble,
		answers: trouble === null || isTar,
		archiveBytes: size === null ? null : Number(size[1] ?? size[2])
	};
}
function listBelow(folder, limit = Infinity) {
	const found = [];
	let left = limit;
	const visit = (path) => {
		for (const entry of readFolder(join(folder, path))) {
			const inner = path === "" ? entry.name : `${path}/${entry.name}`;
			if (!entry.isDirectory() && !entry.isFile()) continue;
			const stats = statSync(join(folder, inner), { throwIfNoEntry: false });
			if (stats === void 0) continue;
			found.push({
				path: inner,
				isFolder: entry.isDirectory(),
				size: stats.size,
				mtimeMs: stats.mtimeMs
			});
			if (entry.isDirectory()) visit(inner);
			else left--;
			if (left <= 0) return;
		}
	};
	visit("");
	return found.toSorted((a, b) => a.path < b.path ? -1 : 1);
}
function readFolder(path) {
	try {
		return readEntries(path);
	} catch {
		return [];
	}
}
function readEntries(path) {
	return readdirSync(path, { withFileTypes: true });
}
/** Trouble with what is left over is nobody's: the post step tries once more. */
async function remove(path) {
	await rm(path, {
		recursive: true,
		force: true,
		maxRetries: 5,
		retryDelay: 100
	}).catch(() => void 0);
}

// src/ports/actions-log.ts
/** Progress in the log of a workflow run: stages are groups, and no text from outside can speak to the runner. */
function makeActionsLog() {
	const info$1 = (message) => {
		info(logLine(message));
	};
	const progress = plainProgress(info$1);
	return {
		...progress,
		group: (title, body, pieces) => group(logLine(title), () => progress.group(title, body, pieces)),
		info: info$1,
		warning: (message) => {
			warning(logLine(message));
		},
		raw: (text) => {
			const token = randomUUID();
			const lines = sanitize(text).trimEnd().replaceAll("##[", "## [");
			info(`::stop-commands::${token}\n${lines}\n::${token}::`);
		}
	};
}

// src/ports/runner.ts
/**
* What an action says to the runner, beside its log. @actions/core escapes what goes into a command or a file of commands; what others
* read line by line is made one line here.
*/
/** A note on the run or on a line of the change. */
function annotate({ level, title, message, file = null, line = null, column = null }) {
	const place = file === null ? {} : {
		file: logLine(file),
		startLine: line ?? 1,
		...column === null ? {} : { startColumn: column }
	};
	core_exports[level](sanitize(message), {
		...title === void 0 ? {} : { title: logLine(title) },
		...place
	});
}
/** Why later steps would not see what this one sets; null where they would. */
function findOutputTrouble() {
	try {
		throughFile("GITHUB_OUTPUT", () => void 0);
		return null;
	} catch (thrown) {
		return thrown instanceof MachineFault ? thrown : faultOf("GITHUB_OUTPUT", thrown);
	}
}
/** Throws MachineFault where later steps would not see them. */
function setOutputs(values) {
	throughFile("GITHUB_OUTPUT", () => {
		for (const [name, value] of Object.entries(values)) setOutput(name, logLine(value));
	});
}
/** For the post step. Throws MachineFault where it would not see it. */
function saveState(name, value) {
	throughFile("GITHUB_STATE", () => {
		saveState$1(name, value);
	});
}
/** Puts a folder on the PATH of later steps: one line is one folder. Throws MachineFault where that cannot be. */
function addPath(folder) {
	throughFile("GITHUB_PATH", () => {
		if (logLine(folder) !== folder) throw new Error(`${JSON.stringify(folder)} has a character that breaks a line`);
		addPath$1(folder);
	});
}
/** Markdown, made harmless by its renderer. Throws MachineFault; does nothing where the runner wants no summary. */
async function writeSummary(markdown) {
	const path = process.env.GITHUB_STEP_SUMMARY ?? "";
	if (path === "") return;
	try {
		await appendFile(path, markdown);
	} catch (thrown) {
		throw faultOf("GITHUB_STEP_SUMMARY", thrown);
	}
}
/** Without its file @actions/core would write a command to the log instead, which runners no longer take. */
function throughFile(name, write) {
	const path = process.env[name] ?? "";
	if (path === "") throw new MachineFault(`${name} is not set: run this action on a GitHub Actions runner`);
	try {
		accessSync(path, constants.W_OK);
		if (!statSync(path).isFile()) throw new Error(`${path} is not a file`);
		write();
	} catch (thrown) {
		throw faultOf(name, thrown);
	}
}
function faultOf(name, thrown) {
	const error = toError(thrown);
	return new MachineFault(`${name} cannot be written: ${describeMachineTrouble(error) ?? error.message}`, { cause: thrown });
}

export { setOutputs as a, makeActionsCache as c, ownFolder as d, parseFolders as f, saveState as i, ownTickets as l, stateNames as m, annotate as n, writeSummary as o, removeOwn as p, findOutputTrouble as r, makeActionsLog as s, addPath as t, saveTickets as u };
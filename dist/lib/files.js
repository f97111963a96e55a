import { r as MachineFault, s as toError } from "./errors.js";
import { t as readFrom } from "./byte-source.js";
import { t as describeMachineTrouble } from "./trouble.js";
import { delimiter, dirname, isAbsolute, join, resolve } from "node:path";
import { closeSync, constants, createReadStream, fstatSync, openSync, readSync, rmSync, statSync } from "node:fs";
import { access, copyFile, lstat, mkdir, mkdtemp, readFile, readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

// src/ports/stream-file.ts
const PIECE = 262144;
/** The bytes of a regular file in order; it is open from the first piece on. Read synchronously: through Node's threads it takes twice as long. */
function streamFile(path) {
	let position = 0;
	let size = 0;
	async function* pieces() {
		const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			const stats = fstatSync(fd);
			if (!stats.isFile()) throw new Error(`${path} is not a regular file`);
			size = stats.size;
			for (;;) {
				const bytes = Buffer.allocUnsafe(PIECE);
				const count = readSync(fd, bytes, 0, PIECE, position);
				if (count === 0) return;
				position += count;
				yield bytes.subarray(0, count);
				await Promise.resolve();
			}
		} finally {
			closeSync(fd);
		}
	}
	return {
		[Symbol.asyncIterator]: pieces,
		skip: (count) => {
			const skipped = Math.min(count, Math.max(0, size - position));
			position += skipped;
			return skipped;
		}
	};
}

// src/ports/walk-folder.ts
/** What is built is never so much: who names `/` has made a mistake. */
const mostEntries = 2e5;
/** All that is no folder below a folder, sorted by path. Links are told and not followed. */
async function walkFolder(folder) {
	const found = [];
	const folders = [""];
	for (let at = folders.pop(); at !== void 0; at = folders.pop()) for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
		const path = at === "" ? entry.name : `${at}/${entry.name}`;
		if (entry.isDirectory()) folders.push(path);
		else found.push({
			path,
			kind: entry.isFile() ? "file" : entry.isSymbolicLink() ? "link" : "other"
		});
		if (found.length + folders.length > mostEntries) throw new Error(`${folder} has more than ${mostEntries} entries`);
	}
	return found.toSorted((a, b) => a.path < b.path ? -1 : 1);
}

// src/ports/files.ts
/** Files on node:fs. Temporary folders are made below `tempRoot`; `onTempDir` hears of each before it is used. */
function makeFiles(tempRoot, onTempDir = () => void 0) {
	const made = [];
	return {
		files: {
			readText: (path) => orUndefined(() => readFile(path, "utf8")),
			size: (path) => orUndefined(async () => (await stat(path)).size),
			sha256,
			kindOf: (path) => orUndefined(() => {
				const stats = statSync(path);
				return Promise.resolve(stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other");
			}),
			realPath,
			glob: async (pattern, cwd, ignore = []) => {
				const tinyglobby = await import("./dist.js");
				const absolute = isAbsolute(pattern);
				return (await tinyglobby.glob([pattern], {
					cwd,
					absolute,
					ignore,
					dot: true,
					expandDirectories: false
				})).toSorted();
			},
			withSource,
			stream: streamFile,
			walk: walkFolder,
			makeTempDir: async () => {
				const path = await makeIn(tempRoot);
				made.push(path);
				onTempDir(path);
				return path;
			},
			writeText: async (path, text) => {
				await makeFolder(dirname(path));
				await writeFile(path, text);
			},
			writeBytes: (path, bytes) => writeFile(path, bytes),
			move,
			remove: (path) => rm(path, {
				recursive: true,
				force: true
			}),
			which: (program, env) => which(program, env)
		},
		removeTempDirs: () => {
			for (const path of made.splice(0)) removeFolder(path);
		}
	};
}
/** What cannot be removed is no reason to fail: the runner empties its folder, and a laptop its own now and then. */
function removeFolder(path) {
	try {
		rmSync(path, {
			recursive: true,
			force: true,
			maxRetries: 5,
			retryDelay: 100
		});
	} catch {}
}
async function makeIn(tempRoot) {
	try {
		return await mkdtemp(join(tempRoot, "go-linkage-"));
	} catch (thrown) {
		const error = Object.assign(toError(thrown), { path: tempRoot });
		const why = describeMachineTrouble(error) ?? error.message;
		throw new MachineFault(`no temporary folder can be made (RUNNER_TEMP, TMPDIR): ${why}`, { cause: thrown });
	}
}
async function orUndefined(read) {
	try {
		return await read();
	} catch (thrown) {
		if (thrown instanceof Error && "code" in thrown && (thrown.code === "ENOENT" || thrown.code === "ENOTDIR")) return;
		throw thrown;
	}
}
async function realPath(path) {
	const found = await orUndefined(() => realpath(path));
	if (found !== void 0) return found;
	return await orUndefined(() => lstat(path)) === void 0 ? void 0 : "broken";
}
async function sha256(path) {
	const { createHash } = await import("node:crypto");
	const hash = createHash("sha256");
	await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
	return hash.digest("hex");
}
function withSource(path, use) {
	const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		const stats = fstatSync(fd);
		if (!stats.isFile()) throw new Error(`${path} is not a regular file`);
		return use(readFrom(fd, stats.size));
	} finally {
		closeSync(fd);
	}
}
/**
* Makes a folder and those above it that are missing. Node's own recursive mkdir never ends where the system says of a folder that is
* there that it is not (/proc).
*/
async function makeFolder(path) {
	const missing = [];
	for (let at = resolve(path); statSync(at, { throwIfNoEntry: false }) === void 0; at = dirname(at)) missing.push(at);
	for (const folder of missing.toReversed()) try {
		await mkdir(folder);
	} catch (thrown) {
		if (!(thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST")) throw thrown;
	}
}
async function move(from, to) {
	await makeFolder(dirname(to));
	try {
		await rename(from, to);
	} catch (thrown) {
		if (!(thrown instanceof Error && "code" in thrown && thrown.code === "EXDEV")) throw thrown;
		const beside = `${to}.part`;
		try {
			await copyFile(from, beside);
			await rename(beside, to);
		} catch (failed) {
			await rm(beside, { force: true }).catch(() => void 0);
			throw failed;
		}
		await rm(from);
	}
}
/** The path of a program as PATH of `env` finds it for a process in `cwd`. */
async function which(program, env, cwd = ".") {
	const folders = /[/\\]/.test(program) ? [""] : (env.PATH ?? env.Path ?? "").split(delimiter).filter(Boolean);
	const endings = process.platform === "win32" ? ["", ...(env.PATHEXT ?? ".EXE;.CMD;.BAT").split(";")] : [""];
	for (const folder of folders) for (const ending of endings) {
		const path = isAbsolute(program) ? program + ending : resolve(cwd, folder, program + ending);
		if (await isProgram(path)) return path;
	}
}
async function isProgram(path) {
	try {
		await access(path, constants.X_OK);
		return (await stat(path)).isFile();
	} catch {
		return false;
	}
}

export { makeFolder as n, which as r, makeFiles as t };
import { t as describeMachineTrouble } from "./trouble.js";
import { i as logLine } from "./text.js";

// src/start.ts
/**
* What every door begins with, in words that every Node.js of the last years knows: an older one gets a sentence, and not the stack of
* the first thing that it lacks. The doors themselves are loaded behind it.
*/
/** `engines` of package.json: what is in the bundle needs no newer one. */
const needed = [20, 19];
/** What is wrong with a version of Node.js (`20.18.1`), as a sentence; null for nothing. */
function findNodeProblem(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	if (major > needed[0] || major === needed[0] && minor >= needed[1]) return null;
	return `this is Node.js ${version}, and go-linkage needs ${needed.join(".")} or newer`;
}
/**
* Runs a door to its exit code. What it throws, or what is thrown where nobody waits for it, ends with exit code 3 and one line that
* begins with `prefix`.
*/
async function start(prefix, door) {
	const stop = (problem) => {
		process.stderr.write(`${prefix}${logLine(problem)}\n`);
		process.exitCode = 3;
	};
	const problem = findNodeProblem(process.versions.node);
	if (problem !== null) {
		stop(problem);
		return;
	}
	process.on("uncaughtException", (error) => {
		stop(describe(error));
		process.exit();
	});
	try {
		process.exitCode = await door();
	} catch (thrown) {
		stop(describe(thrown));
	}
}
function describe(thrown) {
	if (!(thrown instanceof Error)) return `this is a bug in go-linkage, please report it: ${String(thrown)}`;
	return describeMachineTrouble(thrown) ?? `this is a bug in go-linkage, please report it: ${thrown.stack ?? thrown.message}`;
}

export { start as t };
import { n as Interrupted, s as toError } from "./errors.js";
import { statSync } from "node:fs";
import { spawn } from "node:child_process";

// src/ports/watchdog.ts
/**
* Ends what we have started when this process is killed and cannot do it itself (SIGKILL, out of memory): compilers lead process groups of
* their own, and would go on. A shell holds the other end of a pipe, which the system closes with the last of us.
*/
/**
* Its input is a line `+ GROUP` for each process group that begins and `- GROUP` for each that has ended. Where the input ends, whoever wrote
* it is gone, and the groups that are left are ended: first politely (go removes its work folder), then not. A string and no file of its
* own, because plain Node.js loads this module too, in tests and benchmarks.
*/
const script = `
trap '' INT TERM HUP PIPE
groups=
while read -r sign group; do
  case $sign in
    +) groups="$groups $group" ;;
    -)
      kept=
      for each in $groups; do
        [ "$each" = "$group" ] || kept="$kept $each"
      done
      groups=$kept
      ;;
  esac
done
[ -n "$groups" ] || exit 0
for each in $groups; do kill -s INT -- "-$each" 2>/dev/null; done
sleep 1
for each in $groups; do kill -s KILL -- "-$each" 2>/dev/null; done
`;
let shell;
/** Nobody can watch: there is no shell, or it could not be started. */
let isHopeless = process.platform === "win32";
/** Watches over a process group from now on; the function returned ends that. Without a shell nobody does, which is no failure. */
function watchGroup(pid) {
	if (pid === void 0 || isHopeless) return () => void 0;
	tell(`+ ${pid}`);
	return () => {
		tell(`- ${pid}`);
	};
}
function tell(line) {
	if (isHopeless) return;
	try {
		shell ??= begin();
		shell.stdin?.write(`${line}\n`);
	} catch {
		isHopeless = true;
	}
}
/** Detached: what ends this process's group, such as Ctrl-C, must not end it. It keeps no process waiting. */
function begin() {
	const giveUp = () => {
		isHopeless = true;
	};
	const child = spawn("/bin/sh", ["-c", script], {
		cwd: "/",
		env: { PATH: "/usr/bin:/bin" },
		stdio: [
			"pipe",
			"ignore",
			"ignore"
		],
		detached: true
	});
	child.on("error", giveUp).on("exit", giveUp);
	child.stdin.on("error", giveUp);
	child.unref();
	child.stdin.unref?.();
	return child;
}

// src/ports/work.ts
/** Time in ms that an interrupted program gets to end by itself before it is killed. */
const graceMs = 2e3;
/**
* Exec on node:child_process, for programs that last, write, or start others. Each program leads a process group of its own, so that when `signal` fires the program *and
* whatever it started* (compilers, linkers, gcc) are ended: first politely (go removes its work folder on SIGINT), then not. When this
* process itself is killed, the watchdog ends them.
*/
function makeWork(signal) {
	return (program, args, { cwd, env, timeoutMs }) => new Promise((resolve, reject) => {
		if (signal.aborted) {
			reject(new Interrupted("interrupted"));
			return;
		}
		const started = performance.now();
		const child = start(program, args, {
			cwd,
			env
		});
		const unwatch = watchGroup(child.pid);
		const stdout = [];
		const stderr = [];
		const pipes = child;
		pipes.stdout?.on("data", (chunk) => stdout.push(chunk));
		pipes.stderr?.on("data", (chunk) => stderr.push(chunk));
		let killTimer;
		const interrupt = () => {
			endGroup(child.pid, "SIGINT");
			killTimer = setTimeout(() => {
				endGroup(child.pid, "SIGKILL");
			}, graceMs);
		};
		signal.addEventListener("abort", interrupt, { once: true });
		const limit = timeoutMs === void 0 ? void 0 : setTimeout(interrupt, Math.max(0, timeoutMs));
		const settle = () => {
			unwatch();
			signal.removeEventListener("abort", interrupt);
			clearTimeout(limit);
			clearTimeout(killTimer);
		};
		child.on("error", (error) => {
			settle();
			reject(cannotStart(program, cwd, error));
		});
		child.on("close", (exitCode, signalName) => {
			settle();
			if (signal.aborted) {
				endGroup(child.pid, "SIGKILL");
				reject(new Interrupted("interrupted"));
				return;
			}
			resolve({
				exitCode,
				signal: signalName,
				stdout: Buffer.concat(stdout).toString("utf8"),
				stderr: Buffer.concat(stderr).toString("utf8"),
				durationMs: Math.round(performance.now() - started)
			});
		});
	});
}
function start(program, args, { cwd, env }) {
	try {
		return spawn(program, args, {
			cwd,
			env,
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			detached: process.platform !== "win32",
			windowsHide: true
		});
	} catch (thrown) {
		throw cannotStart(program, cwd, thrown);
	}
}
/** A missing working directory is reported by the system as if the program were missing. */
function cannotStart(program, cwd, cause) {
	const isFolder = statSync(cwd, { throwIfNoEntry: false })?.isDirectory() ?? false;
	return new Error(`cannot start ${program}: ${isFolder ? toError(cause).message : `${cwd} is not a folder`}`, { cause });
}
function endGroup(pid, signal) {
	if (pid === void 0) return;
	try {
		if (process.platform === "win32") process.kill(pid, "SIGKILL");
		else process.kill(-pid, signal);
	} catch {}
}

export { makeWork as n, cannotStart as t };
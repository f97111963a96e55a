import { r as MachineFault } from "./errors.js";

// src/ports/trouble.ts
/** What is wrong with a file or a program, and what to do, by the error that the system gives (errno(3)). */
const sentences = {
	EACCES: "permission denied; make it accessible to the user who runs this",
	EAGAIN: "the system has too many processes; raise ulimit -u, or run less at once",
	EBUSY: "it is in use; run the job again",
	EDQUOT: "the disk quota is used up; free space, or use another disk",
	EFBIG: "the file would be larger than the limit; raise ulimit -f",
	EIO: "the disk has failed; use another one",
	EISDIR: "it is a folder, and a file is wanted",
	ELOOP: "its symbolic links lead round in a circle; remove them",
	EMFILE: "too many files are open; raise ulimit -n",
	ENAMETOOLONG: "the path is too long; use a shorter one",
	ENFILE: "too many files are open on this machine; close some",
	ENOENT: "it does not exist; create it, or name another",
	ENOMEM: "there is not enough memory; use a machine with more",
	ENOSPC: "no space is left on the disk; free space, or use another disk",
	ENOTDIR: "a part of the path is a file, and a folder is wanted",
	EPERM: "the system does not allow it; see who owns it",
	EROFS: "the file system is read-only; use a folder that can be written",
	ETXTBSY: "the program is being written; run the job again"
};
/** Whether the machine has run out of what any program needs, so that another one would fare no better. */
function isShortage({ code, cause }) {
	if (typeof code === "string" && /^(?:EMFILE|ENFILE|ENOMEM|EAGAIN)$/.test(code)) return true;
	return cause instanceof Error && isShortage(cause);
}
/** What is wrong with this machine, in one sentence that names the file or program; null for anything else, which is a bug. */
function describeMachineTrouble(error) {
	if (error instanceof MachineFault) return error.message;
	const { code, path, dest, syscall } = error;
	const sentence = sentences[code ?? ""];
	if (sentence === void 0) return error.cause instanceof Error ? describeMachineTrouble(error.cause) : null;
	return `${dest ?? path ?? syscall ?? "this machine"}: ${sentence} (${code ?? ""})`;
}

export { isShortage as n, describeMachineTrouble as t };
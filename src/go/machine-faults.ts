type MachineFaultPattern = {
  /** Matches the line that says it, whole. */
  readonly pattern: RegExp;
  /** To be put behind "this machine". */
  readonly what: string;
  readonly fix: string;
};

/**
 * The machine gave way, in the words of Go's syscall package, of the C library, of GNU's compiler driver and of Go's module fetcher.
 * The text is hostile: a program that prints such a line is only judged the more strictly.
 */
export const machineFaults: readonly MachineFaultPattern[] = (
  [
    [
      // Another owner of the work tree, a git that is missing, or another version control system that fails.
      /error obtaining VCS status: /,
      "could not read the repository's revision, which go build writes into a program (VCS stamping)",
      "add -buildvcs=false to flags, or let git and the like work there: git config --global --add safe.directory DIR",
    ],
    [
      /no space left on device|disk quota exceeded|not enough space on the disk|file too large|file size limit exceeded/i,
      "ran out of disk space",
      "free space where TMPDIR, GOCACHE and GOMODCACHE are",
    ],
    [
      /cannot allocate memory|out of memory|(?:virtual memory|memory) exhausted|[Kk]illed signal terminated program|signal: killed|was ended by SIG\w+|not enough memory/,
      "ran out of memory, or something ended the build",
      "use a machine with more memory, or build less at once (GOFLAGS=-p=1)",
    ],
    [
      /too many open files|resource temporarily unavailable/i,
      "ran out of file descriptors or processes",
      "raise ulimit -n and -u",
    ],
    [
      /failed to initialize build cache at|build cache is required, but could not be located|GOCACHE is not (?:defined|an absolute path)|module cache not found|could not create module cache/,
      "has no folder for Go's caches that can be written",
      "set GOCACHE and GOMODCACHE, or HOME, to folders that can be written",
    ],
    [/the artifact cannot be read or kept: /, "gave way", "see what the message names"],
    [/go build did not run/, "could not start go build", "see what the error names"],
    [/read-only file system/i, "has a read-only file system there", "make TMPDIR, GOCACHE and GOMODCACHE writable"],
    [
      /(?:^|[\s:])(?:open|mkdir|rename|remove|unlinkat|chmod|flock|fork\/exec|exec|create) [^\n]*: permission denied/,
      "does not allow it",
      "make TMPDIR, GOCACHE and GOMODCACHE writable, and the compiler executable",
    ],
    [
      // gcc prints a line of the sources with it, whoever is to blame.
      /internal compiler error|: Segmentation fault|signal: (?:segmentation fault|aborted)|terminated program \S+$/,
      "has a compiler that crashed",
      "run the job again; when it happens again, use another version of the compiler",
    ],
    [
      /input\/output error|stale (?:nfs )?file handle|bus error|text file busy/i,
      "has trouble with its disk",
      "run the job again, on another machine",
    ],
    [
      /dial (?:tcp|udp)|i\/o timeout|TLS handshake timeout|connection re(?:set|fused)|no such host|Temporary failure in name resolution|server misbehaving|proxyconnect|context deadline exceeded|: (?:429|50[0-4]) [A-Z]/,
      "could not fetch a module",
      "run the job again; see that the module proxy can be reached",
    ],
  ] as const
).map(([pattern, what, fix]) => ({
  pattern: new RegExp(`^.*(?:${pattern.source}).*$`, `m${pattern.flags}`),
  what,
  fix,
}));

/** What the output of a command says of the machine, in one sentence; null when it says nothing of the kind. */
export function findMachineFault(output: string): string | null {
  for (const { pattern, what, fix } of machineFaults) {
    const line = pattern.exec(output)?.[0];
    if (line !== undefined) return `this machine ${what}: ${line.trim()}; ${fix}`;
  }
  return null;
}

import type { Environment } from "../model/environment.ts";

/**
 * What the stages need from the world, as small types. ports/node.ts makes them real; tests hand in their own.
 */

export type CommandResult = {
  /** null when a signal ended the program. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Wall time in ms. */
  readonly durationMs: number;
};

export type ExecOptions = {
  readonly cwd: string;
  /** The whole environment of the child: nothing is inherited beside it. */
  readonly env: Environment;
  /** Time in ms after which it is ended; the result then has a signal. */
  readonly timeoutMs?: number;
};

/**
 * Runs a program by argv, never through a shell. A non-zero exit is a result; it throws only when the program could
 * not be started, and `Interrupted` when the run was cut off (the program is ended first).
 */
export type Exec = (program: string, args: readonly string[], options: ExecOptions) => Promise<CommandResult>;
/** Bounded positional reads of one open regular file. What they return is to be looked at, not to be changed. */
export type ByteSource = {
  /** In bytes. */
  readonly size: number;
  /** Bytes [offset, offset + length), fewer at the end of the file. They may be put into `into`, which has room for them. */
  read(offset: number, length: number, into?: Uint8Array): Uint8Array;
};

export type Files = {
  /** The file's text (UTF-8), or undefined when there is no such file. */
  readText(path: string): Promise<string | undefined>;
  /** Lower-case hex digest of the file's bytes. */
  sha256(path: string): Promise<string>;
  /** Opens a regular file for `use` and closes it afterwards. Refuses anything else (a FIFO would hang). */
  withSource<T>(path: string, use: (source: ByteSource) => T): T;
  /** Bytes, or undefined when there is no such file. */
  size(path: string): Promise<number | undefined>;
  /** What stands at a path, links followed; undefined when nothing does. */
  kindOf(path: string): Promise<"file" | "folder" | "other" | undefined>;
  /** Where a path leads when links are followed, absolute; `broken` for a link to nothing; undefined when nothing stands there. */
  realPath(path: string): Promise<string | undefined>;
  /** The regular files that a glob matches below `cwd`, sorted; links to files count. What the globs `ignore` match is not looked at. */
  glob(pattern: string, cwd: string, ignore?: readonly string[]): Promise<readonly string[]>;
  /**
   * The bytes of a regular file in order. `skip` leaves out some of the next ones, which costs nothing, and says how many there were.
   */
  stream(path: string): AsyncIterable<Uint8Array> & { readonly skip: (count: number) => number };
  /** All that is below a folder, sorted. Links are told and not followed. Throws what the system throws, and more than 200,000 entries. */
  walk(folder: string): Promise<readonly FoundBelow[]>;
  /** A fresh private folder, gone when the run ends. */
  makeTempDir(): Promise<string>;
  /** Writes a text file (UTF-8) and makes the folders it needs. */
  writeText(path: string, text: string): Promise<void>;
  /** Writes a file as its bytes come. */
  writeBytes(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** Moves a file, also across volumes; makes the folders it needs. */
  move(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** The path of a program as PATH of `env` finds it, or undefined. */
  which(program: string, env: Environment): Promise<string | undefined>;
};

/** Something that is no folder, below a folder. */
export type FoundBelow = {
  /** Relative to that folder, with slashes. */
  readonly path: string;
  readonly kind: "file" | "link" | "other";
};

/** Node's own decompression. What it throws has a code that begins with `Z_`, `ZSTD_` or `ERR_`; the source's errors are handed on. */
export type Decompression = {
  /** All members of a gzip file, one after the other. */
  gunzip(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** A stream of deflate without a header. */
  inflateRaw(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** One frame of zstd. */
  unzstd(frame: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  checks(): Promise<Checks>;
};

/** What archives check their contents by. */
export type Checks = {
  /** Goes on from the sum of what came before, 0 at the start. */
  readonly crc32: (bytes: Uint8Array, before: number) => number;
  startSha256(): { update(bytes: Uint8Array): void; digest(): Uint8Array };
};

/** A file of ours for what is kept of archives: written at its end alone, and read anywhere. It is gone when the run ends. */
export type Spool = {
  /** Bytes in it. */
  readonly size: number;
  append(bytes: Uint8Array): void;
  /** `size` bytes from `offset` on, which have been appended. */
  source(offset: number, size: number): ByteSource;
  close(): void;
};

/** What reading images takes beside files. */
export type Blobs = {
  startSha256(): Promise<{ update(bytes: Uint8Array): void; /** In lower case; the end. */ hex(): string }>;
  openSpool(): Promise<Spool>;
};

/** What a run tells while it goes on. Nothing here decides anything. */
export type Log = {
  /** A stage with its output folded below its title. `pieces`: how much work its activities will have done in the end. */
  group<T>(title: string, body: () => Promise<T>, pieces?: number): Promise<T>;
  info(message: string): void;
  warning(message: string): void;
  /** Output of other programs: hostile text, never to be taken for a command or for our own words. */
  raw(text: string): void;
  /** Work that takes a while, and its verb (`building`); the function returned ends it. */
  activity(title: string, verb: string): (outcome: string, ended?: Ended) => void;
};

/** What an activity came to. */
export type Ended = {
  /** How much of its stage's work it has done; 1 if nothing is said. */
  readonly pieces?: number;
  /** What went wrong, in one line: hostile text. */
  readonly trouble?: string;
};

/**
 * Where toolchains live: the runner's tool cache, or a folder like it on a laptop. Safe with several processes on one cache, and
 * with a process that is killed: what is not whole is never found.
 */
export type ToolCache = {
  /** Installed versions of a tool for this machine, newest last. */
  findAll(tool: string): Promise<readonly { readonly version: string; readonly root: string }[]>;
  /**
   * A fresh folder on the cache's own volume, gone when `use` has ended. Also removes those that killed runs left more than a day
   * ago. Throws ConfigError when the cache cannot be written.
   */
  withScratch<T>(tool: string, use: (folder: string) => Promise<T>): Promise<T>;
  /** Unpacks a .tar.gz or .zip that holds one folder into a new folder, and returns the path of the one folder. */
  unpack(archive: string, into: string): Promise<string>;
  /**
   * Moves a whole and checked folder from scratch to its place in the cache and returns that place. When another process was quicker
   * its folder stays; with `replace`, what is there is known to be broken and goes.
   */
  publish(
    folder: string,
    tool: { readonly name: string; readonly version: string; readonly replace: boolean },
  ): Promise<string>;
};

/**
 * GETs over http and https, through the proxy that the environment names and without any credential. Each call is one attempt: it
 * throws RequestFailed, or `Interrupted` when the run was cut off.
 */
export type Network = {
  json(url: string): Promise<unknown>;
  /** Writes the body to a file as it comes, and returns its sha256 in lower-case hex. */
  file(url: string, to: string): Promise<string>;
  /** Waits so many ms. Throws `Interrupted`. */
  sleep(ms: number): Promise<void>;
};

/** A file or folder below a folder that is cached. */
export type StoredFile = {
  /** Relative to that folder, with slashes. */
  readonly path: string;
  readonly isFolder: boolean;
  /** In bytes. */
  readonly size: number;
  /** ms since 1970 */
  readonly mtimeMs: number;
};

/** A folder and the keys under which it is kept between runs. */
export type FolderEntry = {
  /** Of the folder in the archive. */
  readonly name: "build" | "modules";
  readonly key: string;
  readonly restoreKeys: readonly string[];
  readonly folder: string;
  /** A folder on the same volume, in which temporary folders may be made. */
  readonly beside: string;
};

export type FetchedFolder = {
  /** null when nothing was restored. */
  readonly matchedKey: string | null;
  readonly files: readonly StoredFile[];
  /** Bytes; null when unknown. */
  readonly archiveBytes: number | null;
  /** What went wrong, in one line. */
  readonly trouble: string | null;
  /** Whether it is worth asking the service again. */
  readonly answers: boolean;
};

/** Folders that outlive a job. Trouble is in the answers; only `Interrupted` is thrown. */
export type FolderCache = {
  /** ms since 1970 */
  time(): number;
  /** The time that restored files get, in ms since 1970: what the go command uses gets a newer one. */
  readonly staleTime: number;
  /** What is below a folder, sorted; about `limit` files at most. */
  list(folder: string, limit?: number): Promise<readonly StoredFile[]>;
  /** Restores the entry into its folder. */
  fetch(entry: FolderEntry): Promise<FetchedFolder>;
  /** Sets files of the folder aside, to be saved when the job ends. Returns why not, or null. */
  keep(entry: FolderEntry, files: readonly StoredFile[]): Promise<string | null>;
};

export type PullRequest = {
  /** `OWNER/NAME`, that the change is to be merged into. */
  readonly repository: string;
  readonly number: number;
};

export type PullRequestComment = {
  readonly id: number;
  readonly body: string;
  /** null when the account is gone. */
  readonly author: string | null;
  readonly isByBot: boolean;
  /** Folded away by somebody, as outdated or the like. */
  readonly isMinimized: boolean;
};

/** The comments below a pull request. Each call is one attempt: it throws RequestFailed, or `Interrupted` when the run was cut off. */
export type CommentThread = {
  /** All of them, oldest first. */
  list(): Promise<readonly PullRequestComment[]>;
  /** Whose token it is; null for that of an app, such as the job's own: GitHub does not tell it. */
  whoAmI(): Promise<string | null>;
  create(body: string): Promise<void>;
  update(id: number, body: string): Promise<void>;
};

export type Host = {
  /** As Go names them: linux, darwin, windows …; amd64, arm64 … */
  readonly os: string;
  readonly arch: string;
  readonly cpus: number;
};

export type Ports = {
  readonly env: Environment;
  readonly host: Host;
  /** For short questions to programs that only read: what a program of it has started itself is not ended with it. */
  readonly ask: Exec;
  /** For all that lasts, writes, starts others or uses the network: it is ended with everything it started. */
  readonly work: Exec;
  readonly files: Files;
  readonly decompression: Decompression;
  readonly blobs: Blobs;
  readonly toolCache: ToolCache;
  readonly network: Network;
  readonly folderCache?: FolderCache;
  readonly log: Log;
  /** Milliseconds from some fixed moment. */
  readonly now: () => number;
  /** The day, YYYY-MM-DD, as UTC has it. */
  readonly today: () => string;
};

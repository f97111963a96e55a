/** A look-alike of go.dev/dl on the loopback interface, and a real but trimmed Go archive for it to serve. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

const run = promisify(execFile);

/** How the server answers one path (without query), e.g. "/dl/go1.26.8.linux-amd64.tar.gz". */
export type Answer = {
  readonly status?: number;
  readonly body: Uint8Array | string;
  /** Announce the whole body, send half of it and hang up. */
  readonly hangUp?: boolean;
};

export type GoDownloadServer = {
  /** Such as go-download-base-url takes: http://127.0.0.1:1234/dl */
  readonly baseUrl: string;
  readonly requests: readonly { readonly url: string; readonly headers: IncomingMessage["headers"] }[];
  close(): Promise<void>;
};

/** Anything that is not in `answers` is a 404. */
export async function startGoDownloadServer(answers: Readonly<Record<string, Answer>>): Promise<GoDownloadServer> {
  const requests: { url: string; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    requests.push({ url, headers: request.headers });
    const answer = answers[url.replace(/\?.*$/, "")] ?? { status: 404, body: "no such page" };
    const body = Buffer.from(answer.body);
    response.writeHead(answer.status ?? 200, { "content-length": body.length });
    if (answer.hangUp === true) {
      response.write(body.subarray(0, body.length / 2), () => response.destroy());
    } else {
      response.end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    baseUrl: `http://127.0.0.1:${address.port}/dl`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

export type GoArchive = {
  /** As `go env GOVERSION` of the packed Go says: "go1.26.8". */
  readonly goversion: string;
  readonly os: string;
  readonly arch: string;
  readonly filename: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

/**
 * Packs the Go on this machine's PATH as go.dev does, with one top folder `go`, but only as much of it as `go env` and
 * `go version` need: without pkg/tool the go command does not take the folder for a GOROOT. Undefined without a Go.
 */
export async function packGo(scratch: string): Promise<GoArchive | undefined> {
  const about = await describeGo();
  if (about === undefined) return undefined;
  const { GOROOT: root = "", GOVERSION: goversion = "", GOHOSTOS: os = "", GOHOSTARCH: arch = "" } = about;
  const top = path.join(scratch, "pack", "go");
  const program = os === "windows" ? "go.exe" : "go";
  await mkdir(path.join(top, "pkg", "tool"), { recursive: true });
  await writeFile(path.join(top, "pkg", "tool", "README"), "keeps the folder in a .zip\n");
  await mkdir(path.join(top, "bin"));
  await cp(path.join(root, "bin", program), path.join(top, "bin", program));
  await cp(path.join(root, "VERSION"), path.join(top, "VERSION"));
  const filename = `${goversion}.${os}-${arch}.tar.gz`;
  const tar = path.join(scratch, "pack", "go.tar");
  await run("tar", ["-cf", tar, "-C", path.join(scratch, "pack"), "go"]);
  const bytes = gzipSync(await readFile(tar), { level: 1 });
  return { goversion, os, arch, filename, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function describeGo(): Promise<Record<string, string> | undefined> {
  try {
    const { stdout } = await run("go", ["env", "-json", "GOVERSION", "GOROOT", "GOHOSTOS", "GOHOSTARCH"], {
      env: { ...process.env, GOTOOLCHAIN: "local" },
    });
    return JSON.parse(stdout) as Record<string, string>;
  } catch {
    return undefined;
  }
}

/** A list of releases as `<base>/?mode=json&include=all` serves it, newest first. */
export function renderIndex(
  releases: readonly {
    readonly version: string;
    readonly files: readonly Pick<GoArchive, "filename" | "os" | "arch" | "sha256">[];
  }[],
): string {
  return JSON.stringify(
    releases.map(({ version, files }) => ({
      version,
      stable: !/rc|beta/.test(version),
      files: [
        {
          filename: `${version}.src.tar.gz`,
          os: "",
          arch: "",
          version,
          sha256: "0".repeat(64),
          size: 1,
          kind: "source",
        },
        ...files.map((file) => ({ ...file, version, size: 1, kind: "archive" })),
      ],
    })),
  );
}

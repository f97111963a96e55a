/**
 * A look-alike of GitHub's cache service on the loopback interface, in the protocol that @actions/cache calls v2: three calls in
 * JSON, and a blob store for the archives. Entries belong to a scope (a git ref) and are never changed; tokens say which scopes they
 * read and write.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type CacheScope = { readonly ref: string; readonly permission: "read" | "read-write" };

export type SavedEntry = { readonly key: string; readonly version: string; readonly ref: string; blob: Buffer };

/** What goes wrong: the service never answers, or with an error, or with no JSON; or it stops in the middle of an archive. */
export type CacheFault = "hangs" | "fails" | "babbles" | "stalls-in-archive";

const service = "/twirp/github.actions.results.api.v1.CacheService/";
const blobs = "/devstoreaccount1/caches/";

type Call = {
  readonly key: string;
  readonly restore_keys?: readonly string[];
  readonly version: string;
};

export class ActionsCacheServer {
  /** Oldest first. */
  readonly entries: SavedEntry[] = [];
  /** `CreateCacheEntry KEY` and so on; `PUT`, `GET` of blobs. */
  readonly requests: string[] = [];
  fault: CacheFault | null = null;
  readonly #pending = new Map<number, SavedEntry>();
  readonly #blocks = new Map<string, Buffer>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  #url = "";

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    this.#url = `http://127.0.0.1:${address.port}`;
    return this;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.closeAllConnections();
      this.#server.close(() => {
        resolve();
      });
    });
  }

  /** What the runner sets for JavaScript actions, for a job with such a token. */
  environment(scopes: readonly CacheScope[]): Record<string, string> {
    const claim = scopes.map(({ ref, permission }) => ({ Scope: ref, Permission: permission === "read" ? 1 : 3 }));
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    return {
      ACTIONS_RESULTS_URL: `${this.#url}/`,
      ACTIONS_CACHE_SERVICE_V2: "True",
      ACTIONS_RUNTIME_TOKEN: `${part({ alg: "none" })}.${part({ ac: JSON.stringify(claim) })}.signature`,
    };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", this.#url);
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (this.fault === "hangs") return;
    if (url.pathname.startsWith(service)) {
      const name = url.pathname.slice(service.length);
      const call = JSON.parse(body.toString()) as Call;
      this.requests.push(`${name} ${call.key}`);
      if (this.fault === "fails") respond(response, 503, JSON.stringify({ msg: "out of order" }));
      else if (this.fault === "babbles") respond(response, 200, "<html>Good evening</html>");
      else this.#call(name, call, { scopes: scopesOf(request), response });
    } else if (url.pathname.startsWith(blobs)) {
      this.requests.push(request.method ?? "");
      this.#blob(request, response, { id: Number(url.pathname.slice(blobs.length)), url, body });
    } else respond(response, 404, "{}");
  }

  #call(name: string, call: Call, to: { scopes: readonly CacheScope[]; response: ServerResponse }): void {
    const send = (status: number, answer: unknown): void => {
      respond(to.response, status, JSON.stringify(answer));
    };
    const isCalled = ({ key, version }: SavedEntry): boolean => key === call.key && version === call.version;
    if (name === "GetCacheEntryDownloadURL") {
      const found = this.#find(call, to.scopes);
      if (found === undefined) send(200, { ok: false });
      else {
        const signed_download_url = this.#signed(this.entries.indexOf(found));
        send(200, { ok: true, matched_key: found.key, signed_download_url });
      }
    } else if (name === "CreateCacheEntry") {
      const scope = to.scopes.find(({ permission }) => permission === "read-write");
      if (scope === undefined) {
        send(200, { ok: false, message: "cache write denied: the token has no writable scope" });
      } else if (this.entries.some((entry) => isCalled(entry) && entry.ref === scope.ref)) {
        send(409, { code: "already_exists", msg: "cache entry with the same key, version, and scope already exists" });
      } else {
        const id = 1000 + this.#pending.size;
        this.#pending.set(id, { key: call.key, version: call.version, ref: scope.ref, blob: Buffer.alloc(0) });
        send(200, { ok: true, signed_upload_url: this.#signed(id) });
      }
    } else {
      const pending = [...this.#pending.values()].findLast(isCalled);
      if (pending === undefined || this.entries.includes(pending)) send(404, { msg: "nothing was reserved" });
      else send(200, { ok: true, entry_id: String(this.entries.push(pending)) });
    }
  }

  /** Scope by scope; in each every key first as a whole and then as a beginning, the newest first. */
  #find({ key, restore_keys: others = [], version }: Call, scopes: readonly CacheScope[]): SavedEntry | undefined {
    for (const { ref } of scopes) {
      const pool = this.entries.filter((entry) => entry.ref === ref && entry.version === version).toReversed();
      for (const wanted of [key, ...others]) {
        const found = pool.find((entry) => entry.key === wanted) ?? pool.find((entry) => entry.key.startsWith(wanted));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** Archives come whole or, when they are large, in blocks in any order, and then the list of the blocks. */
  #put(entry: SavedEntry, query: URLSearchParams, body: Buffer): void {
    const kind = query.get("comp");
    if (kind === "block") this.#blocks.set(query.get("blockid") ?? "", body);
    else if (kind === "blocklist") {
      const ids = [...body.toString().matchAll(/<Latest>(.*?)<\/Latest>/g)].map(([, id = ""]) => id);
      entry.blob = Buffer.concat(ids.map((id) => this.#blocks.get(id) ?? Buffer.alloc(0)));
    } else entry.blob = body;
  }

  #signed(id: number): string {
    return `${this.#url}${blobs}${id}?sig=${"0123456789abcdef".repeat(3)}`;
  }

  #blob(
    request: IncomingMessage,
    response: ServerResponse,
    { id, url, body }: { id: number; url: URL; body: Buffer },
  ): void {
    if (request.method === "PUT") {
      const pending = this.#pending.get(id);
      if (pending !== undefined) this.#put(pending, url.searchParams, body);
      response.writeHead(201, {
        etag: '"1"',
        "last-modified": new Date().toUTCString(),
        "x-ms-request-server-encrypted": "true",
      });
      response.end();
      return;
    }
    const blob = this.entries[id]?.blob;
    if (blob === undefined) {
      respond(response, 404, "");
      return;
    }
    const [, from = "0", to = String(blob.length - 1)] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    const part = blob.subarray(Number(from), Number(to) + 1);
    const partial = request.headers.range !== undefined;
    response.writeHead(partial ? 206 : 200, {
      "content-length": part.length,
      ...(partial ? { "content-range": `bytes ${from}-${to}/${blob.length}` } : {}),
    });
    if (request.method === "HEAD") response.end();
    else if (this.fault === "stalls-in-archive") response.write(part.subarray(0, part.length / 2));
    else response.end(part);
  }
}

function scopesOf(request: IncomingMessage): CacheScope[] {
  const [, payload = ""] = (request.headers.authorization ?? "").split(".");
  const { ac } = JSON.parse(Buffer.from(payload, "base64url").toString()) as { ac: string };
  const scopes = JSON.parse(ac) as { Scope: string; Permission: number }[];
  return scopes.map(({ Scope, Permission }) => ({ ref: Scope, permission: Permission === 1 ? "read" : "read-write" }));
}

function respond(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  response.end(body);
}

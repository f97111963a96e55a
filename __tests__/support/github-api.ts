/**
 * A look-alike of the part of GitHub's REST API that comments need, on the loopback interface: pages with Link headers, rights,
 * rate limits, and what goes wrong. It keeps every request that it got.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type ApiComment = {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: "Bot" | "User" } | null;
  minimized?: { readonly reason: string } | null;
};

export type ApiRequest = {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly authorization: string | undefined;
  /** What was sent, as JSON has it; null for nothing. */
  readonly body: unknown;
};

/** What to answer instead; `drop` cuts the connection, `hang` never answers. */
export type ApiAnswer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | "drop"
  | "hang";

export const jobBot = { login: "github-actions[bot]", type: "Bot" } as const;

export class GitHubApi {
  readonly comments: ApiComment[] = [];
  readonly requests: ApiRequest[] = [];
  /** Whose token it is: that of a user, or of an app, to which `GET /user` is refused. */
  owner: { readonly login: string; readonly type: "Bot" | "User" } = jobBot;
  /** GitHub's is 100. A server may give fewer than it is asked for. */
  pageSize = 100;
  /** Looks at each request before the server does, and may answer it; called before or after it took effect. */
  before: (request: ApiRequest, count: number) => ApiAnswer | undefined = () => undefined;
  after: (request: ApiRequest, count: number) => ApiAnswer | undefined = () => undefined;
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #url = "";

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    this.#url = `http://127.0.0.1:${address.port}`;
    return this;
  }

  /** As GitHub Enterprise Server has it: below a path. */
  get url(): string {
    return `${this.#url}/api/v3`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.closeAllConnections();
      this.#server.close(() => {
        resolve();
      });
    });
  }

  add(given: Partial<ApiComment> & { readonly body: string }): ApiComment {
    const comment = { id: 1000 + this.comments.length, user: jobBot, ...given };
    this.comments.push(comment);
    return comment;
  }

  /** `GET /repos/…?page=1` and so on. */
  get calls(): string[] {
    return this.requests.map(({ method, path }) => `${method} ${path}`);
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const sent = Buffer.concat(chunks).toString();
    const url = new URL(incoming.url ?? "", this.#url);
    const request: ApiRequest = {
      method: incoming.method ?? "",
      path: `${url.pathname.replace(/^\/api\/v3/, "")}${url.search}`,
      authorization: incoming.headers.authorization,
      body: sent === "" ? null : JSON.parse(sent),
    };
    const count = this.requests.push(request);
    const answer = this.before(request, count) ?? this.#answer(request, url);
    send(response, this.after(request, count) ?? answer);
  }

  #answer({ method, path, body }: ApiRequest, url: URL): ApiAnswer {
    const text = (body as { readonly body?: string } | null)?.body ?? "";
    if (path === "/user") {
      return this.owner.type === "User" ? { status: 200, body: this.owner } : { status: 403, body: refused };
    }
    if (/^\/repos\/acme\/app\/issues\/1\/comments(?:\?|$)/.test(path)) {
      if (method === "GET") return this.#page(url);
      return { status: 201, body: this.add({ body: text, user: this.owner }) };
    }
    const id = Number(/^\/repos\/acme\/app\/issues\/comments\/(\d+)$/.exec(path)?.[1] ?? NaN);
    const found = this.comments.find((each) => each.id === id);
    if (method !== "PATCH" || found === undefined) return { status: 404, body: { message: "Not Found" } };
    found.body = text;
    return { status: 200, body: found };
  }

  #page(url: URL): ApiAnswer {
    const size = Math.min(Number(url.searchParams.get("per_page") ?? 30), this.pageSize);
    const page = Number(url.searchParams.get("page") ?? 1);
    const last = Math.max(1, Math.ceil(this.comments.length / size));
    const link = (to: number, rel: string): string => {
      url.searchParams.set("page", String(to));
      return `<${url.href}>; rel="${rel}"`;
    };
    const links = [
      ...(page > 1 ? [link(page - 1, "prev"), link(1, "first")] : []),
      ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
    ];
    const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(", ") };
    return { status: 200, body: this.comments.slice((page - 1) * size, page * size), headers };
  }
}

const refused = {
  message: "Resource not accessible by integration",
  documentation_url: "https://docs.github.com/rest",
};

/** What GitHub says of a token that may only read. */
export const denied: ApiAnswer = { status: 403, body: refused };

function send(response: ServerResponse, answer: ApiAnswer): void {
  if (answer === "hang") return;
  if (answer === "drop") {
    response.destroy();
    return;
  }
  const body = JSON.stringify(answer.body ?? {});
  response.writeHead(answer.status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    ...answer.headers,
  });
  response.end(body);
}

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A git server that shows nothing without credentials, as GitHub's does with a private repository. */
export async function withPrivateServer<T>(use: (url: string, asked: readonly string[]) => Promise<T>): Promise<T> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(401, { "WWW-Authenticate": 'Basic realm="GitHub"' }).end("Repository not found.");
  });
  await listen(server);
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/acme/app`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function listen(server: Server): Promise<void> {
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", done);
  });
}

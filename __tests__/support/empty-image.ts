import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A registry on this machine with one image, for one platform (`linux/arm/v7`), in which there is nothing. */
export async function serveEmptyImage(
  platform: string,
): Promise<{ readonly name: string; readonly close: () => void }> {
  const blobs = new Map<string, { readonly type: string; readonly body: string }>();
  const add = (type: string, content: object): { mediaType: string; digest: string; size: number } => {
    const body = JSON.stringify(content);
    const digest = `sha256:${createHash("sha256").update(body).digest("hex")}`;
    blobs.set(digest, { type, body });
    return { mediaType: type, digest, size: body.length };
  };
  const [os = "", architecture = "", variant] = platform.split("/");
  const described = { os, architecture, ...(variant === undefined ? {} : { variant }) };
  const config = add("application/vnd.oci.image.config.v1+json", {
    ...described,
    config: {},
    rootfs: { type: "layers", diff_ids: [] },
  });
  const manifest = { schemaVersion: 2, mediaType: "application/vnd.oci.image.manifest.v1+json", config, layers: [] };
  const manifests = [{ ...add(manifest.mediaType, manifest), platform: described }];
  const index = add("application/vnd.oci.image.index.v1+json", {
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.index.v1+json",
    manifests,
  });
  const server = createServer(({ url = "" }, response) => {
    const [, reference = ""] = /\/(?:manifests|blobs)\/(\S+)$/.exec(url) ?? [];
    const digest = reference === "latest" ? index.digest : reference;
    const found = blobs.get(digest);
    if (url !== "/v2/" && found === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { "content-type": found?.type ?? "text/plain", "docker-content-digest": digest })
        .end(found?.body ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { name: `127.0.0.1:${port}/base:latest`, close: () => server.close() };
}

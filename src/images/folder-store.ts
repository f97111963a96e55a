import { join } from "node:path";
import type { Ports } from "../ports/types.ts";
import { decodeText } from "../text/bytes.ts";
import { type LayerTools, type ReadLayer, readLayer } from "./read-layer.ts";
import { largestJson, parseJson, type Store } from "./store.ts";

/** An OCI layout in a folder (OCI image layout specification). Names are made of digests, so that none leads out of it. */
export function folderStore(folder: string, tools: LayerTools, { files }: Pick<Ports, "files">): Store {
  const layers = new Map<string, Promise<ReadLayer | string>>();
  const isFile = async (name: string): Promise<boolean> => (await files.kindOf(join(folder, name))) === "file";
  const read = async (name: string): Promise<ReadLayer | string> =>
    (await isFile(name)) ? readLayer(files.stream(join(folder, name)), tools) : "is missing";
  return {
    has: isFile,
    json: async (name) => {
      if (!(await isFile(name))) return "is missing";
      const path = join(folder, name);
      const bytes = files.withSource(path, (source) =>
        source.size > largestJson ? null : source.read(0, source.size),
      );
      if (bytes === null) return `is larger than ${largestJson} bytes`;
      const parsed = parseJson(decodeText(bytes));
      return typeof parsed === "string" ? parsed : { ...parsed, sha256: await files.sha256(path) };
    },
    layer: (name) => {
      const known = layers.get(name) ?? read(name);
      layers.set(name, known);
      return known;
    },
  };
}

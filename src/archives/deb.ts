import { decodeText } from "../text/bytes.ts";
import { readAr } from "./ar.ts";
import { ArchiveError } from "./archive-error.ts";
import { decompress } from "./decompress.ts";
import type { Limits } from "./limits.ts";
import type { Bytes, Visit } from "./member.ts";
import type { Dependency, PackageFacts } from "../model/package-facts.ts";
import { readTar } from "./tar.ts";
import type { Decompression } from "../ports/types.ts";

const LONGEST_CONTROL = 1024 * 1024;

type Options = { readonly decompression: Decompression; readonly limits: Limits };

/**
 * Reads a Debian package (deb(5)): the files that it installs go to `visit`, what it says of itself comes back. Throws ArchiveError.
 */
export async function readDeb(bytes: Bytes, visit: Visit, options: Options): Promise<PackageFacts> {
  const found = { control: "", hasData: false };
  await readAr(bytes, async (name, content) => {
    if (/^control\.tar(?:\.|$)/.test(name))
      found.control = await readControl(await unpack(name, content, options), options);
    if (!/^data\.tar(?:\.|$)/.test(name)) return;
    found.hasData = true;
    await readTar(await unpack(name, content, options), visit, options.limits);
  });
  if (!found.hasData) throw new ArchiveError("has no data.tar in it");
  return parseControl(found.control);
}

async function unpack(name: string, content: Bytes, options: Options): Promise<Bytes> {
  const { compression, bytes } = await decompress(content, options);
  if (compression === null && !name.endsWith(".tar"))
    throw new ArchiveError(`has a ${name}, whose compression is not read`);
  return bytes;
}

async function readControl(bytes: Bytes, { limits }: Options): Promise<string> {
  let text = "";
  await readTar(
    bytes,
    async ({ path, size }, content) => {
      if (path.replace(/^\.\//, "") !== "control") return;
      if (size > LONGEST_CONTROL) throw new ArchiveError("has a control file of more than 1 MiB");
      for await (const piece of content) text += decodeText(piece);
    },
    limits,
  );
  return text;
}

/** deb-control(5) */
export function parseControl(text: string): PackageFacts {
  const fields = new Map<string, string>();
  let last = "";
  for (const line of text.split("\n")) {
    const [, key, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined) fields.set((last = key.toLowerCase()), value ?? "");
    else if (/^[ \t]/.test(line)) fields.set(last, `${fields.get(last) ?? ""} ${line.trim()}`);
  }
  const depends = ["pre-depends", "depends"].flatMap((key) => parseRelations(fields.get(key) ?? ""));
  return {
    format: "deb",
    name: fields.get("package") ?? null,
    architecture: fields.get("architecture") ?? null,
    depends,
  };
}

/** `libc6 (>= 2.34), libssl3 | libssl3t64` */
function parseRelations(text: string): Dependency[] {
  const groups = text.split(",").map((group) =>
    group.split("|").flatMap((each) => {
      const match = /^\s*([^\s(:[]+)(?::\w+)?\s*(?:\(\s*([<>=]+)\s*([^)\s]+)\s*\))?/.exec(each);
      return match === null ? [] : { name: match[1] ?? "", relation: match[2] ?? null, version: match[3] ?? null };
    }),
  );
  return groups.filter((anyOf) => anyOf.length > 0).map((anyOf) => ({ anyOf }));
}

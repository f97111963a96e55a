import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { makeFiles } from "../../src/ports/files.ts";
import type { Files } from "../../src/ports/types.ts";

/** Where a path leads to: `-> TARGET` is the text of a link. */
function follow(path: string, texts: Readonly<Record<string, string>>): string {
  const [link, text] =
    Object.entries(texts).find(([name, text]) => text.startsWith("-> ") && `${path}/`.startsWith(`${name}/`)) ?? [];
  return link === undefined || text === undefined ? path : follow(text.slice(3) + path.slice(link.length), texts);
}

/** Texts by their absolute paths, as files; nothing else is there. Programs are found in the folders of PATH. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  const folders = new Set<string>();
  for (const path of Object.keys(texts))
    for (let dir = dirname(path); !folders.has(dir); dir = dirname(dir)) folders.add(dir);
  return {
    ...makeFiles("/nowhere").files,
    readText: (path) => Promise.resolve(texts[path]),
    sha256: (path) =>
      Promise.resolve(
        createHash("sha256")
          .update(texts[path] ?? "")
          .digest("hex"),
      ),
    kindOf: (path) => Promise.resolve(path in texts ? "file" : folders.has(path) ? "folder" : undefined),
    realPath: (path) => Promise.resolve(follow(path, texts)),
    which: (program, env) =>
      Promise.resolve((env.PATH ?? "").split(":").find((folder) => `${folder}/${program}` in texts)).then(
        (folder) => folder && `${folder}/${program}`,
      ),
  };
}

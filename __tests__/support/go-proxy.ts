/** A module proxy in a folder, as GOPROXY=file://… reads it, with modules made up for a test. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** Publishes a version of a module whose package is one Go file. */
export function publishModule(
  proxy: string,
  module: { readonly path: string; readonly version: string; readonly source: string },
): void {
  const { path, version, source } = module;
  const folder = join(proxy, path, "@v");
  mkdirSync(folder, { recursive: true });
  const mod = `module ${path}\n\ngo 1.19\n`;
  const prefix = `${path}@${version}`;
  writeFileSync(join(folder, `${version}.info`), JSON.stringify({ Version: version, Time: "2026-01-01T00:00:00Z" }));
  writeFileSync(join(folder, `${version}.mod`), mod);
  writeFileSync(join(folder, `${version}.zip`), zip({ [`${prefix}/go.mod`]: mod, [`${prefix}/dep.go`]: source }));
}

/** Uncompressed; the format: PKWARE's APPNOTE.TXT, 4.3. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const data = Buffer.from(text);
    // From "version needed" to the length of the extra field: the same in both headers.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, name, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), common, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from("PK\u0005\u0006"), end]);
}

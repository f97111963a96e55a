import type { ByteSource } from "../ports/types.ts";
import { readMemory, type PeHeader } from "./pe-header.ts";
import { stringLength, type Cursor } from "./reader.ts";
import { decodeText } from "../text/bytes.ts";

const IMPORT = 1;
const DELAY_IMPORT = 13;

/** LIEF's limits: no real program comes near them. */
const MAX_DESCRIPTORS = 65536;
const MAX_NAME = 255;

type Table = {
  readonly directory: number;
  readonly name: string;
  readonly entrySize: number;
  /** The RVA of the library's name; 0 in the entry that ends the table. */
  readonly readName: (cursor: Cursor) => number;
};

const tables: readonly Table[] = [
  {
    directory: IMPORT,
    name: "import table",
    entrySize: 20,
    readName: (cursor) => {
      cursor.bytes(12, "import directory entry");
      const name = cursor.u32("Name RVA");
      cursor.u32("Import Address Table RVA");
      return name;
    },
  },
  {
    directory: DELAY_IMPORT,
    name: "delay-load import table",
    entrySize: 32,
    readName: (cursor) => {
      const attributes = cursor.u32("Attributes");
      const name = cursor.u32("Name");
      cursor.bytes(24, "delay-load directory entry");
      // Without bit 0 the addresses are not counted from the image's start. Compilers wrote that before 2002.
      if (name !== 0 && (attributes & 1) === 0) {
        throw cursor.broken("delay-load directory entry with absolute addresses");
      }
      return name;
    },
  },
];

/**
 * The libraries that the import table and the delay-load import table name, each once, in the order of the file. As the
 * loader reads them: up to the entry that ends the table, whatever size the directory gives.
 */
export function parseImports(source: ByteSource, header: PeHeader): readonly string[] {
  const names = tables.flatMap((table) => parseTable(source, header, table));
  const seen = new Set<string>();
  return names.filter((name) => {
    const isNew = !seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return isNew;
  });
}

function parseTable(source: ByteSource, header: PeHeader, table: Table): readonly string[] {
  const address = header.directories[table.directory]?.address ?? 0;
  if (address === 0) {
    return [];
  }
  const length = table.entrySize * (MAX_DESCRIPTORS + 1);
  const cursor = readMemory(source, header, { address, length, field: table.name });
  const names: string[] = [];
  while (cursor.remaining >= table.entrySize) {
    const nameAddress = table.readName(cursor);
    if (nameAddress === 0) {
      return names;
    }
    names.push(readName(source, header, { address: nameAddress, field: `name in the ${table.name}` }));
  }
  throw cursor.broken(`${table.name} does not end`);
}

function readName(
  source: ByteSource,
  header: PeHeader,
  { address, field }: { address: number; field: string },
): string {
  const cursor = readMemory(source, header, { address, length: MAX_NAME + 1, field });
  const bytes = cursor.bytes(cursor.remaining, field);
  const end = stringLength(bytes);
  if (end === undefined) {
    throw cursor.broken(`${field} does not end within ${MAX_NAME} bytes`);
  }
  if (end === 0) {
    throw cursor.broken(`${field} is empty`);
  }
  return decodeText(bytes.subarray(0, end));
}

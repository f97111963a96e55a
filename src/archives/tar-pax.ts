import { decodeText } from "../text/bytes.ts";
import { ArchiveError } from "./archive-error.ts";

// POSIX.1-2017, pax: "pax Extended Header".

export type Pax = ReadonlyMap<string, string>;

const EQUALS = 0x3d;
const NEWLINE = 0x0a;
const broken = new ArchiveError("has an extended header that cannot be read");

/** The records of an extended header, "27 path=bin/app\n". Throws ArchiveError. */
export function parsePax(bytes: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = lengthAt(bytes, at);
    const record = bytes.subarray(at, at + length);
    const start = String(length).length + 1;
    const equals = record.indexOf(EQUALS, start);
    if (record.length < length || record[length - 1] !== NEWLINE || equals === -1) throw broken;
    const key = decodeText(record.subarray(start, equals));
    const value = decodeText(record.subarray(equals + 1, length - 1));
    // Version 0.0 of sparse files has one record for each number.
    if (key === "GNU.sparse.offset" || key === "GNU.sparse.numbytes") parts.push(value);
    else records.set(key, value);
    at += length;
  }
  if (parts.length > 0) records.set("GNU.sparse.map", parts.join(","));
  return records;
}

function lengthAt(bytes: Uint8Array, at: number): number {
  const digits = /^([1-9]\d{0,7}) /.exec(String.fromCharCode(...bytes.subarray(at, at + 9)))?.[1];
  if (digits === undefined) throw broken;
  return Number(digits);
}

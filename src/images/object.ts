import type { ByteSource } from "../ports/types.ts";
import { type Definitions, readDefinitions } from "../inspect/elf-definitions.ts";
import type { Dynamic } from "../inspect/elf-dynamic.ts";
import { type ElfHeader, parseElfHeader } from "../inspect/elf-header.ts";
import { parseElf } from "../inspect/elf.ts";
import { FormatError } from "../inspect/format-error.ts";

/** A program or library as its loader reads it. */
export type ElfObject = {
  /** GOARCH: the machine and class of the file. */
  readonly machine: string;
  readonly type: ElfHeader["type"];
  readonly interpreter: string | null;
  /** null for a file that no loader has anything to do for. */
  readonly dynamic: Dynamic | null;
  /** Read when it is asked for. Throws FormatError. */
  readonly definitions: () => Definitions;
};

/** Of a file that is no ELF file of a machine that Go builds for, or that breaks a rule: what it is instead. */
export type NoObject = {
  readonly reason: string;
  /** By its header alone, where that can be read. */ readonly machine: string | null;
};

/** Whatever the bytes are, it returns. */
export function readObject(source: ByteSource): ElfObject | NoObject {
  const header = readable(() => parseElfHeader(source));
  if (typeof header === "string") return { reason: header, machine: null };
  const facts = readable(() => parseElf(source, header));
  if (typeof facts === "string") return { reason: facts, machine: header.machine };
  let definitions: Definitions | undefined;
  return {
    machine: header.machine,
    type: header.type,
    interpreter: facts.interpreter ?? null,
    dynamic: facts.dynamic ?? null,
    definitions: () => (definitions ??= readDefinitions(source, facts)),
  };
}

/** A file that a loader can load: it has a dynamic section. */
export function isObject(object: ElfObject | NoObject): object is ElfObject & { readonly dynamic: Dynamic } {
  return "dynamic" in object && object.dynamic !== null;
}

export function isElf(head: Uint8Array): boolean {
  return [0x7f, 0x45, 0x4c, 0x46].every((byte, at) => head[at] === byte);
}

function readable<T>(parse: () => T): T | string {
  try {
    return parse();
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) return thrown.message;
    throw thrown;
  }
}

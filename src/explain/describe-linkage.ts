import type { Cell } from "./explain.ts";
import { linkageKind } from "./recommend.ts";

/** `dynamic (needs /lib64/ld-linux-x86-64.so.2 and libc.so.6, glibc 2.34 or newer)` */
export function describeLinkage(cell: Cell): string {
  const { linkage } = cell;
  if (linkage === null) return linkageKind(cell) ?? (cell.status === "predicted" ? "what no rule tells" : cell.status);
  if (linkage.kind === "unreadable" || linkage.kind === "packed")
    return `${linkage.kind} (${linkage.reason ?? "no reason"})`;
  const needs = [...(linkage.interpreter === null ? [] : [linkage.interpreter]), ...linkage.needed];
  if (needs.length === 0) return linkage.kind;
  const floor = linkage.minGlibc === null ? "" : `, glibc ${linkage.minGlibc} or newer`;
  return `${linkage.kind} (needs ${needs.join(", ")}${floor})`;
}
